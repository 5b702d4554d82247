"""Does a figure of the article carry what a host says? Equal, rounded, in another unit, of another date. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import IntEnum
from fractions import Fraction

from podcast.checks.quantity import Quantity
from podcast.checks.times import HALF_DAY
from podcast.checks.units import base

__all__ = ["DATED", "Fit", "comparable", "fit", "same_noun", "stem"]


class Fit(IntEnum):
    """How well a figure of the article carries a figure of a turn; the smaller the better."""

    SAME = 0
    ROUNDED = 1  # said as rounding: "rund 200" for 213
    WRONG_WAY = 2  # hedged to the wrong side: "fast 50" for 52
    UNSAID = 3  # rounded without saying so
    UNIT = 4  # the same number with another unit
    NONE = 9


DATED = frozenset({"year", "decade", "date", "weekday", "season", "time"})
"""Kinds that say when."""

ABOUT = Fraction(10, 100)
"""How far "rund" and "about" may be off the true figure (share of it). A newsreader's "rund 50" is 46 to 54."""
ASIDE = Fraction(20, 100)
"""How far the true figure may lie on the said side of "gut", "mehr als", "fast", "weniger als" (share of it)."""
CALENDAR = Fraction(10, 100)
"""Four weeks are a month, and eight are two."""
CONVERTED = Fraction(3, 100)
"""How far feet as metres and the like may be off: what whole numbers of the other unit allow."""
UNSAID = Fraction(10, 100)
"""Farther off, it is another figure and no rounding (share of the true one)."""
COARSE = Fraction(5, 100)
"""How far "eine halbe Million" and "three quarters of a million" may be off: nobody says them of an exact figure."""
FRACTION_STEP = Fraction(2, 100)
"""Between "ein Drittel" and 33 percent, "two thirds" and 67 percent."""
TIME_STEP = 20
"""Minutes that "kurz vor halb zwei" and "about nine" may be off."""
_COARSE = re.compile(r"half|halb|quarter|viertel|dutzend|dozen", re.IGNORECASE)
_CALENDAR_UNITS = frozenset({"day", "week", "month", "quarter", "year"})
_ENDINGS = ("innen", "ungen", "ern", "en", "er", "es", "em", "ies", "e", "n", "s", "y")
_LEAST_STEM = 3
_UMLAUTS = str.maketrans("äöüß", "aous")


def fit(said: Quantity, known: Quantity, years: Collection[int] = ()) -> Fit:
    """How ``known``, of the article, carries ``said``, of a turn.

    ``years`` are those that a date of the article without a year may be of.
    """
    if said.kind in DATED or known.kind in DATED:
        return _dated(said, known, years)
    if said.kind == "magnitude" or known.kind == "magnitude":
        return _magnitude(said, known)
    pair = comparable(said, known)
    if pair is None:
        return Fit.UNIT if abs(said.value) == abs(known.value) and said.value else Fit.NONE
    return _numeric(said, known, *pair)


def comparable(said: Quantity, known: Quantity) -> tuple[Fraction, Fraction] | None:
    """Both values in one unit, or ``None`` where their units do not go together."""
    if said.unit == known.unit:
        if (said.kind == "fraction") != (known.kind == "fraction"):
            return None
        return abs(said.value), abs(known.value)
    if {said.kind, known.kind} == {"fraction", "percent"}:
        part = {"fraction": 100, "percent": 1}
        return said.value * part[said.kind], known.value * part[known.kind]
    if "points" in {said.kind, known.kind} and {said.kind, known.kind} & {"percent", "fraction"}:
        return None
    if not said.unit or not known.unit:
        bare = said if not said.unit else known
        return (abs(said.value), abs(known.value)) if not bare.noun and bare.kind == "number" else None
    one, other = base(abs(said.value), said.unit), base(abs(known.value), known.unit)
    return (one[1], other[1]) if one[0] == other[0] else None


def _numeric(said: Quantity, known: Quantity, x: Fraction, y: Fraction) -> Fit:
    if x == y:
        against = {said.approximate, known.approximate} == {"under", "over"}
        return Fit.WRONG_WAY if against else Fit.SAME
    if not y:
        return Fit.NONE
    off = abs(x - y) / y
    mixed = said.unit != known.unit and bool(said.unit and known.unit)
    if mixed and off <= (CALENDAR if {said.unit, known.unit} <= _CALENDAR_UNITS else CONVERTED):
        return Fit.SAME
    if "fraction" in {said.kind, known.kind}:
        return _share(said, known, x, y)
    if _COARSE.search(said.words) and off <= COARSE:
        return Fit.ROUNDED
    if not mixed and _figures(said.value) >= _figures(known.value):
        return Fit.NONE
    step = _step(said.value) * (x / abs(said.value)) if said.value else Fraction(0)
    near = abs(x - y) <= step
    match said.approximate:
        case "about":
            return Fit.ROUNDED if near and off <= ABOUT else Fit.NONE
        case "under" | "over" if (y < x) == (said.approximate == "under"):
            return Fit.ROUNDED if near and off <= ASIDE else Fit.NONE
        case "under" | "over":
            return Fit.WRONG_WAY if near and off <= ABOUT else Fit.NONE
    return Fit.UNSAID if abs(x - y) <= step / 2 and off <= UNSAID else Fit.NONE


def _share(said: Quantity, known: Quantity, x: Fraction, y: Fraction) -> Fit:
    """A fraction is always a round figure: "die Hälfte" for 51 percent, "mehr als ein Drittel" for 36."""
    scale = 100 if "percent" in {said.kind, known.kind} else 1
    off = (x - y) / scale
    if abs(off) <= FRACTION_STEP:
        return Fit.SAME
    allowed = {"about": 2 * FRACTION_STEP, "under": 4 * FRACTION_STEP, "over": 4 * FRACTION_STEP}
    right = said.approximate == "about" or (off > 0) == (said.approximate == "under")
    return Fit.ROUNDED if right and abs(off) <= allowed.get(said.approximate, 0) else Fit.NONE


def _figures(value: Fraction) -> int:
    """Significant figures: 1500 has two, 47.6 has three, a third has none."""
    value = abs(value)
    if not value or value.denominator > 10**9:
        return 0
    scaled = value * 10**9
    if scaled.denominator != 1:
        return 0
    return len(str(scaled.numerator).rstrip("0"))


def _step(value: Fraction) -> Fraction:
    """What a rounded number is rounded to: hundreds for 1400, five hundreds for 1500, tenths for 47.6."""
    scaled = abs(value) * 10**9
    digits = str(scaled.numerator // scaled.denominator)
    bare = digits.rstrip("0")
    place = Fraction(10) ** (len(digits) - len(bare) - 9)
    return 5 * place if bare.endswith("5") else place


def _magnitude(said: Quantity, known: Quantity) -> Fit:
    """``Tausende`` is carried by any figure of thousands; a figure is not carried by ``Tausende``."""
    if said.kind != "magnitude":
        return Fit.NONE
    if known.kind == "magnitude":
        return Fit.SAME if said.value == known.value else Fit.NONE
    plain = known.kind in {"number", "money", "measure", "score"}
    return Fit.SAME if plain and said.value <= abs(known.value) < 1000 * said.value else Fit.NONE


def _dated(said: Quantity, known: Quantity, years: Collection[int]) -> Fit:
    if said.kind in {"weekday", "season"} or known.kind in {"weekday", "season"}:
        return Fit.SAME if (said.kind, said.value) == (known.kind, known.value) else Fit.NONE
    if "time" in {said.kind, known.kind}:
        return _time(said, known)
    if "decade" in {said.kind, known.kind}:
        return _decade(said, known)
    if said.kind in {"year", "date"} and known.kind in {"year", "date"}:
        return _date(said.date, known.date, years)
    count, day = (said, known) if known.kind == "date" else (known, said)
    if day.kind == "date":  # "auf den fünften" for the fifth of June
        rank = count.kind == "ordinal" and (not count.noun or count is said)
        return Fit.SAME if rank and count.value == day.date[2] else Fit.NONE
    return Fit.SAME if said.value == known.value and not (said.unit or known.unit) else Fit.NONE


def _date(said: tuple[int, int, int], known: tuple[int, int, int], years: Collection[int]) -> Fit:
    """All that is said of year, month and day must be known; a year may come from the sentences before."""
    year, month, day = said
    if (month and month != known[1]) or (day and day != known[2]):
        return Fit.NONE
    if year and year != known[0] and (known[0] or year not in years):
        return Fit.NONE
    return Fit.SAME


def _time(said: Quantity, known: Quantity) -> Fit:
    one, other = (each.value * (1 if each.kind == "time" else 60) for each in (said, known))
    if max(one, other) > 2 * HALF_DAY:
        return Fit.NONE
    if said.kind != known.kind and (said.unit or known.unit or {said.kind, known.kind} != {"time", "number"}):
        return Fit.NONE
    off = int(one - other) % HALF_DAY
    off = min(off, HALF_DAY - off)
    return Fit.SAME if off == 0 or (said.approximate and off <= TIME_STEP) else Fit.NONE


def _decade(said: Quantity, known: Quantity) -> Fit:
    """``die Neunziger`` is carried by 1993; 1993 is not carried by ``die Neunziger``."""
    if said.kind != "decade":
        return Fit.NONE
    year = int(known.value) if known.kind in {"year", "decade"} else known.date[0]
    if not year:
        return Fit.NONE
    decade = year - year % 10
    both = (decade, int(said.value))
    return Fit.SAME if decade == both[1] or (min(both) < 100 and decade % 100 == both[1] % 100) else Fit.NONE


def stem(word: str) -> str:
    """A noun without its ending and umlauts: Länder, Länder(n) and Land are one; states and state too."""
    low = word.casefold().translate(_UMLAUTS)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM:
            return low.removesuffix(ending)
    return low


def same_noun(one: str, other: str) -> bool:
    """Do two figures count the same? Also the last part of a compound: "Bundesstaaten" and "Staaten"."""
    if not one or not other:
        return False
    first, second = stem(one), stem(other)
    short, long = sorted((first, second), key=len)
    return first == second or (len(short) > _LEAST_STEM and long.endswith(short))
