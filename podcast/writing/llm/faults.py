"""What can be wrong with an answer: told to the model in its language (templates), to people in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Fault", "said"]

_SAID = {
    "empty": "an empty answer",
    "cut": "an answer that breaks off",
    "unreadable": "an answer in no form that can be read",
    "refused": "a refusal",
    "language": "an answer in another language",
    "hosts": "turns of somebody who is no host",
    "alone": "one host talking alone",
    "numbers": "sentences that the article does not have",
    "repeats": "the same turn again and again",
    "short": "far too few words",
    "long": "far too many words",
    "uncovered": "an answer without most of what it is about",
    "missing": "an answer without a whole section",
    "unrelated": "an answer that has nothing to do with the article",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an answer; ``values`` fill its line in ``faults.j2``."""

    name: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def soft(self) -> bool:
        """Whether an answer can be used in spite of it, where asking again has not helped."""
        return self.name in {"short", "long", "numbers", "missing"}


def said(faults: list[Fault]) -> str:
    """Faults in English, for notes and manifests."""
    return ", ".join(dict.fromkeys(_SAID.get(fault.name, fault.name) for fault in faults))
