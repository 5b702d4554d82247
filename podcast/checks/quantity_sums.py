"""Figures that a host has worked out from those of the article: differences, sums, ratios. Pure.

Only where the host says so ("mehr", "zusammen", "mal so viele"): some two figures give almost any third.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_factors import by_factor
from podcast.checks.quantity_match import comparable
from podcast.checks.quantity_spans import Sources, in_time

__all__ = ["worked_out"]

_SUM = re.compile(
    r"\b(?:zusammen|insgesamt|macht|ergibt|summe|addiert|alles in allem|das sind|das wären|together|in total|"
    r"altogether|adds? up|makes|that'?s|sum|combined|both)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(?:mehr|weniger|länger|kürzer|unterschied|differenz|vorsprung|abstand|übrig|bleiben|bleibt|fehl\w*|rest\w*|"
    r"gewachsen|gestiegen|gesunken|gefallen|zuviel|zu viel|zu wenig|überzogen|more|less|fewer|longer|shorter|"
    r"difference|lead|margin|gap|left|remain\w*|rest|extra)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:andere[nr]?|übrigen|rest\w*|others?|remain\w*)\b", re.IGNORECASE)
_RATIO = re.compile(r"\b(?:\w*mal so|times|verdoppelt|verdreifacht|tripled|doubled)\b", re.IGNORECASE)
_HEDGE = r"\b(?:mehr|weniger|länger|kürzer|more|less|fewer|longer|shorter) (?:als|than)\s+(?:(?:eine?|an?) )?"
"""Before a figure it compares; it is no sign of a difference."""
_ADDED = frozenset({"number", "score", "money", "measure", "percent", "points", "times"})

_ROUGH = Fraction(15, 100)
"""How far a sum may be off where it is hedged (share)."""
_CLOSE = Fraction(3, 100)
"""How far a ratio may be off, as a fraction or as "dreimal so viele": it is rarely even."""
_MOST_FIGURES = 30
"""With more figures than this around, any number comes out of some two of them."""


def worked_out(said: Quantity, text: str, sources: Sources) -> str:
    """How a figure of the turn ``text`` follows from the sources, in words; "" where it does not."""
    return in_time(said, text, sources) or by_factor(said, sources) or _arithmetic(said, text, sources)


def _arithmetic(said: Quantity, text: str, sources: Sources) -> str:
    figures = (*sources.near, *sources.far)[:_MOST_FIGURES]
    values = [known.quantity for known in figures if known.quantity.kind in _ADDED]
    if said.kind not in _ADDED | {"fraction"} or len(values) < 2:
        return ""
    text = re.sub(_HEDGE + re.escape(said.words), "", text)
    difference, total = bool(_DIFFERENCE.search(text)), bool(_SUM.search(text))
    rate = said.kind == "times" or (said.kind == "number" and bool(_RATIO.search(text)))
    share = {"fraction": said.value, "percent": said.value / 100}.get(said.kind)
    for one, other in itertools.combinations(values, 2):
        pair = comparable(one, other)
        if pair is None or (one.unit and other.unit and one.unit != other.unit):
            continue
        small, large = sorted(pair)
        if (share or rate) and small and one.unit == other.unit:
            if share and abs(small / large - share) <= _slack(said):
                return f"{one.words} and {other.words}: their ratio"
            if rate and _near(said, large / small, _CLOSE):
                return f"{one.words} and {other.words}: their ratio"
        if said.unit and said.unit not in {one.unit, other.unit}:
            continue
        if said.kind == "percent" and one.unit != other.unit:
            continue
        if difference and small != large and _result(said, large - small, pair):
            return f"{one.words} and {other.words}: the difference"
        if total and _result(said, small + large, pair):
            return f"{one.words} and {other.words}: the sum"
    if said.kind == "percent" and _OTHERS.search(text):
        return next(
            (
                f"100 - {value.words}"
                for value in values
                if value.kind == "percent" and said.value + value.value == 100
            ),
            "",
        )
    return ""


def _slack(share: Quantity) -> Fraction:
    """How far a share may be off the ratio it is: "97,3 Prozent" is reckoned to the tenth, "die Hälfte" is not."""
    if share.kind == "fraction" or share.approximate:
        return _CLOSE
    return Fraction(1, 200 if share.value.denominator == 1 else 2000)


def _result(said: Quantity, value: Fraction, parts: tuple[Fraction, Fraction]) -> bool:
    """Whether a figure is a sum or a difference, and not just one of its parts told wrong.

    "Rund 48.000" for 43.000 would otherwise be 43.000 less seven.
    """
    off = abs(value - abs(said.value))
    return _near(said, value) and all(2 * off < abs(part - abs(said.value)) for part in parts)


def _near(said: Quantity, value: Fraction, step: Fraction = Fraction(0)) -> bool:
    """Equal, or as near as a hedge allows; ``step`` is allowed without one."""
    if not value:
        return False
    off = (value - abs(said.value)) / value
    if abs(off) <= step:
        return True
    wrong_way = (said.approximate == "under" and off > 0) or (said.approximate == "over" and off < 0)
    return bool(said.approximate) and not wrong_way and abs(off) <= _ROUGH
