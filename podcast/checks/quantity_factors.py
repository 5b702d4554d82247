"""Figures that follow from one of the article by a factor that everybody knows: dimes as dollars, a percentage. Pure.

Here no word need say that somebody has reckoned: unlike a sum of any two figures, these rarely come out by chance.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_match import same_noun, stem
from podcast.checks.quantity_spans import Sources

__all__ = ["by_factor"]

_COINS = {
    stem(coin): (unit, Fraction(part, 100))
    for coin, unit, part in (
        ("penny", "dollar", 1), ("pennies", "dollar", 1), ("cents", "dollar", 1), ("nickels", "dollar", 5),
        ("dimes", "dollar", 10), ("groschen", "mark", 10), ("pfennige", "mark", 1),
    )
}  # fmt: skip
"""What a coin is worth, by its word's stem."""
_CENTS = {"dollar": Fraction(1, 100), "euro": Fraction(1, 100)}
_ROUGH = Fraction(5, 100)
"""How far off such a product may be where it is hedged (share)."""


def by_factor(said: Quantity, sources: Sources) -> str:
    """How a figure follows, in words; "" where it does not."""
    figures = [known.quantity for known in (*sources.near, *sources.far)]
    for known in figures if said.kind == "money" else ():
        for factor in _worth(known, said.unit):
            if _equal(said, known.value * factor):
                return f"{known.words}: their worth"
    # only within one sentence: there the percentage is most likely one of this very number
    for one, other in itertools.permutations((k for k in sources.near if k.number), 2):
        share, whole = one.quantity, other.quantity
        if share.kind != "percent" or one.number != other.number or not _counts_same(said, whole):
            continue
        if _equal(said, whole.value * share.value / 100):
            return f"{share.words} of {whole.words}"
    return ""


def _worth(coins: Quantity, unit: str) -> Iterator[Fraction]:
    """What one of these is worth in the unit; nothing where that is not known."""
    if coins.unit == "cent" and unit in _CENTS:
        yield _CENTS[unit]
    if coins.kind == "fraction" and coins.words.endswith("quarters") and unit == "dollar":
        yield Fraction(1)  # "4,000 quarters" has been read as a thousand wholes
    word = coins.unit or coins.noun
    currency, factor = _COINS.get(stem(word), ("", Fraction(0))) if word else ("", Fraction(0))
    if currency == unit:
        yield factor


def _counts_same(said: Quantity, whole: Quantity) -> bool:
    if whole.kind not in {"number", "money", "measure"} or said.kind not in {whole.kind, "number"}:
        return False
    return said.unit in {"", whole.unit} and (
        not said.noun or not whole.noun or same_noun(said.noun, whole.noun)
    )


def _equal(said: Quantity, value: Fraction) -> bool:
    """Equal, or as near as its hedge allows."""
    if value <= 0:
        return False
    off = (value - said.value) / value
    wrong_way = (said.approximate == "under" and off > 0) or (said.approximate == "over" and off < 0)
    return not off or (bool(said.approximate) and not wrong_way and abs(off) <= _ROUGH)
