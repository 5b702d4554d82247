"""Which figure of the article a wrong one is likely to have been: what a message names beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_index import Known
from podcast.checks.quantity_match import DATED, comparable, same_noun

__all__ = ["nearest"]

_FAR = 1000
"""A figure this many times as large or as small is not worth naming."""


def nearest(said: Quantity, linked: Iterable[Known], known: Iterable[Known]) -> Known | None:
    """The figure that is most like the said one: of the named sentences first, of the same kind; ``None`` for none."""
    for figures in (linked, known):
        ranked = [
            (likeness, -at, each)
            for at, each in enumerate(figures)
            if (likeness := _likeness(said, each)) > 0
        ]
        if ranked:
            return max(ranked, key=lambda each: each[:2])[2]
    return None


def _likeness(said: Quantity, known: Known) -> float:
    """0 for what cannot be meant; else up to 4, by kind, noun, size and digits."""
    other = known.quantity
    if (said.kind in DATED) != (other.kind in DATED):
        return 0
    if said.kind in DATED:
        return _of_dates(said, other)
    pair = comparable(said, other)
    if pair is None or not pair[0] or not pair[1]:
        return 0
    ratio = float(min(pair) / max(pair))
    if ratio * _FAR < 1:
        return 0
    digits = SequenceMatcher(None, _digits(said), _digits(other), autojunk=False).ratio()
    same = (said.kind == other.kind) + (bool(said.unit) and said.unit == other.unit)
    return 0.5 * same + same_noun(said.noun, other.noun) + ratio + digits


def _digits(quantity: Quantity) -> str:
    return str(quantity.value.numerator).rstrip("0")


def _of_dates(said: Quantity, other: Quantity) -> float:
    if said.kind in {"year", "date"} and other.kind in {"year", "date"}:
        same = sum(bool(one) and one == two for one, two in zip(said.date, other.date, strict=True))
        alike = sum(bool(one) == bool(two) for one, two in zip(said.date, other.date, strict=True))
        digits = SequenceMatcher(None, _digits(said), _digits(other), autojunk=False).ratio()
        return 1 + same + 0.5 * alike + digits if alike > 1 or same else 0
    return 1 if said.kind == other.kind else 0
