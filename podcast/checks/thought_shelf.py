"""Many texts by their parts: how much of a part each of them has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_match import Fit, fit, same_noun
from podcast.checks.thought_words import Part, anybody, halves, root

__all__ = ["Shelf"]

HALF = 0.7
"""How much a noun and a compound that it is half of have in common ("Ausfall", "Stromausfall")."""
LONG = 8
"""Letters of a root that may be a compound."""
OF_OTHERS = 0.6
"""… and two equal figures of which each counts something else, as far as words show ("acht Leute", "acht Arbeiter")."""
_GOOD = {Fit.SAME: 1.0, Fit.ROUNDED: 1.0, Fit.WRONG_WAY: 0.6, Fit.UNSAID: 0.6}
"""What two figures have in common. Rounded, one is the same sooner than another one; whether that is right, other
checks say."""
_PLAIN = frozenset({"number", "score", "times", "percent", "points", "money", "measure"})
_FAR = 1.3
"""Of two amounts in one unit one is so many times the other: no rounding makes them one. A quick look, for most are."""


def _alike(one: Quantity, other: Quantity, language: str) -> float:
    """How much two figures have in common, 0 to 1."""
    if (one.kind == "magnitude") != (other.kind == "magnitude"):
        return 0.0  # "Milliarden" and "siebzehn Milliarden"
    if one.unit == other.unit and {one.kind, other.kind} <= _PLAIN:
        less, more = sorted((abs(float(one.value)), abs(float(other.value))))
        if more > _FAR * less:
            return 0.0
    best = min(fit(one, other), fit(other, one))
    nouns = {root(noun, language) for noun in (one.noun, other.noun) if noun}
    if len(nouns) > 1 and not nouns & anybody(language) and not same_noun(one.noun, other.noun):
        return OF_OTHERS if best == Fit.SAME else 0.0
    return _GOOD.get(best, 0.0)


class Shelf:
    """Texts, each given as its parts. ``roots`` are all that may be half of a compound."""

    def __init__(self, texts: Sequence[Sequence[Part]], roots: frozenset[str], language: str) -> None:
        self._roots = roots
        self._language = language
        self._keys: dict[str, dict[int, float]] = defaultdict(dict)
        self._figures: list[tuple[int, Quantity]] = []
        self._known: dict[Part, Mapping[int, float]] = {}
        for at, parts in enumerate(texts):
            for part in parts:
                if part.quantity is not None:
                    self._figures.append((at, part.quantity))
                for key, value in part.keys.items():
                    self._put(key, at, value)
                for half in self._halves(part):
                    self._put(half, at, HALF)

    def _put(self, key: str, at: int, value: float) -> None:
        row = self._keys[key]
        row[at] = max(row.get(at, 0.0), value)

    def had(self, part: Part) -> Mapping[int, float]:
        """How much of the part the texts have, 0 to 1, by their places; those that have none of it are left out."""
        if part not in self._known:
            self._known[part] = self._look_up(part)
        return self._known[part]

    def _look_up(self, part: Part) -> dict[int, float]:
        found: dict[int, float] = {}
        if part.quantity is not None:
            for at, figure in self._figures:
                if alike := _alike(part.quantity, figure, self._language):
                    found[at] = max(found.get(at, 0.0), alike)
            return found
        for key, value in part.keys.items():
            for at, other in self._keys.get(key, {}).items():
                found[at] = max(found.get(at, 0.0), min(value, other))
        both = self._halves(part)
        sums: dict[int, float] = {}
        for half in both:
            for at, value in self._keys.get(half, {}).items():
                sums[at] = sums.get(at, 0.0) + value / len(both)
        for at, value in sums.items():
            found[at] = max(found.get(at, 0.0), value)
        return found

    def _halves(self, part: Part) -> tuple[str, ...]:
        if self._language != "de" or part.kind != "word" or len(part.root) < LONG:
            return ()
        return halves(part.root, self._roots) or ()
