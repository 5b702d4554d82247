"""Figures that a host has worked out from those of the article: differences, sums, spans of years, days later. Pure."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from podcast.checks.dates import YEARS
from podcast.checks.quantity import Quantity
from podcast.checks.quantity_index import Known
from podcast.checks.quantity_match import comparable
from podcast.checks.units import base

__all__ = ["worked_out"]

_SUM = re.compile(
    r"\b(?:zusammen|insgesamt|macht|ergibt|summe|addiert|alles in allem|das sind|das wären|together|in total|"
    r"altogether|adds? up|makes|that'?s|sum|combined)\b",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"\b(?:mehr|weniger|länger|kürzer|unterschied|differenz|vorsprung|abstand|übrig|bleiben|bleibt|fehl\w*|rest\w*|"
    r"gewachsen|gestiegen|gesunken|gefallen|zuviel|zu viel|zu wenig|überzogen|andere[nr]?|more|less|fewer|longer|"
    r"shorter|difference|lead|margin|gap|left|remain\w*|short|other|others|rest|up|down|extra|over)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"\b(?:\w*mal so|\w*fache[ns]?|times|verdoppelt|verdreifacht|tripled|doubled|fold)\b", re.IGNORECASE
)
_YEAR_AFTER = re.compile(
    r"\b(?:jahr (?:darauf|später|danach|drauf)|(?:folgende[ns]?|nächste[ns]?) jahr|(?:following|next) year|"
    r"year (?:later|after|on))",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:jahr (?:zuvor|davor|vorher|früher)|(?:vorige[ns]?|vergangene[ns]?) jahr|(?:previous|preceding) year|"
    r"year (?:earlier|before))",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(
    r"\b(?:tags? (?:darauf|später|danach)|(?:following|next) day|day (?:later|after))", re.IGNORECASE
)
_DAY_BEFORE = re.compile(
    r"\b(?:tags? (?:zuvor|davor|vorher)|previous day|day (?:earlier|before))", re.IGNORECASE
)

_ROUGH = Fraction(15, 100)
"""How far a span of years or a ratio may be off where it is hedged (share)."""
_CLOSE = Fraction(3, 100)
"""How far where it is not: a ratio is rarely even."""
_ANY_YEAR = 2001
"""Where no year is known; no leap year, as three in four are not."""
_LONG = frozenset({"year", "decade", "century"})
_HALF = Fraction(1, 2)
"""Years that "zweieinhalb Jahre" may be off between two years of the calendar."""
_MOST_PAIRS = 30
"""With more figures than this around, any number comes out of some two of them."""


def worked_out(said: Quantity, text: str, around: Sequence[Known], source: str, now: Iterable[int]) -> str:
    """How the figure follows from those in ``around``, in words ("78 days - 60"), or "" where it does not.

    ``text`` is the turn, ``source`` the sentences behind it; ``now`` are the years that "today" may be.
    """
    figures = list(around)[:_MOST_PAIRS]
    if said.kind in {"year", "date"}:
        return _later(said, figures, source)
    if said.kind == "weekday":
        return _weekday(said, figures)
    if said.kind == "ordinal":
        return _century(said, text, figures)
    if said.unit and base(Fraction(1), said.unit)[0] == "time":
        span = _span(said, figures, now)
        if span:
            return span
    return _arithmetic(said, text, figures)


def _near(said: Quantity, value: Fraction, step: Fraction = Fraction(0)) -> bool:
    """Equal, or as near as a hedge allows; ``step`` is allowed without one."""
    if not value:
        return False
    off = abs(abs(said.value) - value) / value
    return off <= (_ROUGH if said.approximate else step)


def _arithmetic(said: Quantity, text: str, figures: Sequence[Known]) -> str:
    values = [known.quantity for known in figures if known.quantity.kind in _ADDED]
    for one, other in itertools.combinations(values, 2):
        pair = comparable(one, other)
        if pair is None or (said.unit and said.unit not in {one.unit, other.unit}):
            continue
        x, y = pair
        if said.unit and one.unit != other.unit:
            x, y = one.value, other.value
        if _DIFFERENCE.search(text) and x != y and _near(said, abs(x - y)):
            return f"{one.words} and {other.words}: the difference"
        if _SUM.search(text) and _near(said, x + y):
            return f"{one.words} and {other.words}: the sum"
        small, large = sorted((x, y))
        if not small or said.unit not in {"", "percent"}:
            continue
        if said.kind in {"fraction", "percent"}:
            part = said.value if said.kind == "fraction" else said.value / 100
            if abs(small / large - part) <= _CLOSE:
                return f"{one.words} and {other.words}: their ratio"
        ratio = said.kind == "times" or (said.kind == "number" and _RATIO.search(text))
        if ratio and _near(said, large / small, _CLOSE):
            return f"{one.words} and {other.words}: their ratio"
    if said.kind == "percent" and _DIFFERENCE.search(text):
        for value in values:
            if value.kind == "percent" and said.value + value.value == 100:
                return f"100 - {value.words}"
    return ""


_ADDED = frozenset({"number", "score", "money", "measure", "percent", "points", "times"})


def _span(said: Quantity, figures: Sequence[Known], now: Iterable[int]) -> str:
    """Years between two years, days between two dates."""
    years = sorted({known.quantity.date[0] for known in figures} - {0})
    days = base(said.value, said.unit)[1]
    length = days / base(Fraction(1), "year")[1]
    slack = _HALF if length.denominator > 1 else Fraction(0)
    for first in years if said.unit in _LONG else ():
        for last in [*years, *now]:
            allowed = max(slack, _ROUGH * (last - first)) if said.approximate else slack
            if last > first and abs(length - (last - first)) <= allowed:
                return f"{first} to {last}"
    dates = [date for known in figures for date in _days(known)]
    for one, other in itertools.combinations(dates, 2):
        apart = abs((one - other).days)
        if apart and (days == apart or abs(days - apart) <= (3 if said.unit == "week" else 0)):
            return f"{one.isoformat()} to {other.isoformat()}"
    return ""


def _days(known: Known) -> list[datetime.date]:
    """The calendar days that a date of the article may be."""
    year, month, day = known.quantity.date
    if not month or not day:
        return []
    found = []
    for each in [year] if year else sorted(known.years) or [_ANY_YEAR]:
        if each not in YEARS:
            continue
        try:
            found.append(datetime.date(each, month, day))
        except ValueError:
            continue
    return found


def _later(said: Quantity, figures: Sequence[Known], source: str) -> str:
    """A year or a day that the article gives as so long after, or before, another."""
    year, month, day = said.date
    lengths = {
        int(base(known.quantity.value, known.quantity.unit)[1])
        for known in figures
        if known.quantity.kind == "measure" and base(Fraction(1), known.quantity.unit)[0] == "time"
    }
    if year and not month:
        steps = {round(length / 365.25) for length in lengths if length % 365 < 2 * (length // 365 + 1)} - {0}
        steps |= {1} if _YEAR_AFTER.search(source) or _YEAR_BEFORE.search(source) else set()
        for known in figures:
            other = known.quantity.date[0]
            if other and abs(other - year) in steps:
                return f"{other} and {abs(other - year)} years"
        return ""
    steps = {length for length in lengths if length < 366}
    steps |= {1} if _DAY_AFTER.search(source) or _DAY_BEFORE.search(source) else set()
    for date in (date for known in figures for date in _days(known)):
        for step in sorted(steps):
            for then in (date + datetime.timedelta(step), date - datetime.timedelta(step)):
                if (then.day, month or then.month) == (day, then.month) and year in {0, then.year}:
                    return f"{date.isoformat()} and {step} days"
    return ""


def _weekday(said: Quantity, figures: Sequence[Known]) -> str:
    for known in figures:
        for date in _days(known):
            if date.isoweekday() == said.value and known.quantity.date[0]:
                return date.isoformat()
    return ""


def _century(said: Quantity, text: str, figures: Sequence[Known]) -> str:
    if not re.match(r"\W*\s*(?:Jahrhundert|century)", text[said.end :], re.IGNORECASE):
        return ""
    for known in figures:
        year = known.quantity.date[0]
        if year and (year - 1) // 100 + 1 == said.value:
            return str(year)
    return ""
