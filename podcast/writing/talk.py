"""The turns as they come into being: who speaks, what has been said, how the words are shared."""

from __future__ import annotations

from dataclasses import dataclass, field

from podcast.script import Turn, plain
from podcast.writing.beats import Beat
from podcast.writing.cuts import spoken_part

__all__ = ["Talk"]


@dataclass(slots=True)
class _Draft:
    """A turn in the making: wordings of the hosts and beats of the article, in their order."""

    host: int
    parts: list[Beat | str] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(len(part.split()) if isinstance(part, str) else part.words for part in self.parts)

    @property
    def asks(self) -> bool:
        """Whether it ends with a question of the hosts' own."""
        return bool(self.parts) and isinstance(self.parts[-1], str) and self.parts[-1].endswith("?")

    @property
    def beats(self) -> list[Beat]:
        return [part for part in self.parts if not isinstance(part, str)]


class Talk:
    """One segment's conversation. ``shares`` counts the words of host 0 and host 1 over the whole episode."""

    def __init__(self, shares: list[int]) -> None:
        self.drafts: list[_Draft] = []
        self.shares = shares
        self.since_bridge = 99

    @property
    def speaker(self) -> int:
        """The host whose turn it is (0 or 1)."""
        return self.drafts[-1].host

    @property
    def other(self) -> int:
        """The host whose turn it is not."""
        return 1 - self.speaker

    @property
    def turn_words(self) -> int:
        """Words of the turn that is being spoken."""
        return self.drafts[-1].words if self.drafts else 0

    @property
    def turn_sentences(self) -> int:
        """Sentences of the article in the turn that is being spoken."""
        return len({beat.sentence.number for beat in self.drafts[-1].beats}) if self.drafts else 0

    def say(self, host: int, part: Beat | str) -> None:
        """``host`` says a wording or a beat: in the running turn if it is theirs, else in a new one."""
        if not self.drafts or self.drafts[-1].host != host:
            self.drafts.append(_Draft(host))
        self.drafts[-1].parts.append(part)
        self.shares[host] += len(part.split()) if isinstance(part, str) else part.words

    def say_anew(self, host: int, part: Beat | str) -> None:
        """As :meth:`say`, but always in a turn of its own."""
        self.drafts.append(_Draft(host))
        self.say(host, part)

    def alternate(self, host: int, line: str) -> int:
        """Say a wording whose parts ("||") go from host to host, ``host`` first; returns who spoke last."""
        for part in line.split("||"):
            self.say_anew(host, part.strip())
            host = 1 - host
        return 1 - host

    def behind(self, host: int) -> bool:
        """Whether ``host`` has said fewer words than the other so far."""
        return self.shares[host] < self.shares[1 - host]

    def turns(self, names: tuple[str, str]) -> tuple[Turn, ...]:
        """The finished turns, with the hosts' names."""
        return tuple(
            Turn(
                host=names[draft.host],
                body=_joined(draft.parts),
                sentences=tuple(dict.fromkeys(beat.sentence.number for beat in draft.beats)),
            )
            for draft in self.drafts
        )


def _joined(parts: list[Beat | str]) -> str:
    """The words of a turn; pieces of one sentence that stay together get their own marks back.

    A wording may hold directions; what the article says is escaped, so that a ``[sic]`` in it is spoken.
    """
    texts: list[str] = []
    last: Beat | None = None
    begin = 0
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            last = None
            continue
        if last is not None and part.cut and last.sentence.number == part.sentence.number:
            texts[-1] = plain(spoken_part(part.sentence.text, begin, part.end))
        else:
            begin = part.start
            texts.append(plain(part.text))
        last = part
    return " ".join(texts)
