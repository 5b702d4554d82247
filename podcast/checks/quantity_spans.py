"""Times that a host has worked out: years between two years, the day after, the century of a year. Pure."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from podcast.checks.dates import YEARS
from podcast.checks.quantity import Quantity
from podcast.checks.quantity_index import Known
from podcast.checks.units import base

__all__ = ["Sources", "in_time"]

_AFTER = r"später|danach|darauf|drauf|later|after|on"
_BEFORE = r"zuvor|davor|vorher|früher|earlier|before|ago"
_ONE_AFTER = re.compile(
    rf"\b(?:jahr (?:{_AFTER})|(?:folgende[ns]?|nächste[ns]?) jahr|(?:following|next) year|year (?:{_AFTER}))\b",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(
    rf"\b(?:jahr (?:{_BEFORE})|(?:vorige[ns]?|vergangene[ns]?) jahr|(?:previous|preceding) year|year (?:{_BEFORE}))\b",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(rf"\b(?:tags? (?:{_AFTER})|(?:following|next) day|day (?:{_AFTER}))\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"\b(?:tags? (?:{_BEFORE})|previous day|day (?:{_BEFORE}))\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:at|aged?|age of|mit)\s+$", re.IGNORECASE)
"""Before a number it makes an age of it: "At twenty-two she …"."""
_PASSING = re.compile(
    rf"\b(?:{_AFTER}|{_BEFORE}|nach|vor|seit|since|alt|old|lang|lange|long|dauert\w*|vergehen|vergingen|for|heute|today|inzwischen|"
    r"jünger|älter|younger|older|by now)\b",
    re.IGNORECASE,
)
"""A host who counts the years up to something that is not said just here says one of these."""

_ROUGH = Fraction(15, 100)
"""How far a span of years may be off where it is hedged (share)."""
_HALF = Fraction(1, 2)
"""Years that "zweieinhalb Jahre" may be off between two years of the calendar."""
_COARSE = frozenset({"decade", "century"})
_COARSE_SLACK = Fraction(5, 100)
"""How far decades and centuries may be off (share): "a half century" is said of 51 years as well."""
_WEEK_SLACK = 3
"""Days that a span in weeks may be off."""
_LONG = frozenset({"year", "decade", "century"})
_ANY_YEAR = 2001
"""Where no year is known; no leap year, as three in four are not."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a figure may be worked out from.

    ``near`` are the figures of the named sentences and of the turn itself, ``far`` those shortly before either;
    ``source`` is the text of all these sentences; ``years`` are all that the article names, the last of them is as near
    to today as it comes.
    """

    near: tuple[Known, ...]
    far: tuple[Known, ...]
    source: str
    years: tuple[int, ...]


def in_time(said: Quantity, text: str, sources: Sources) -> str:
    """How a year, a date, a weekday, a century, an age or a span follows from the sources; "" where it does not."""
    every = (*sources.near, *sources.far)
    match said.kind:
        case "year" | "date":
            return _moved(said, every, sources.source)
        case "weekday":
            return next((day.isoformat() for day in _full_days(every) if day.isoweekday() == said.value), "")
        case "ordinal":
            return _century(said, text, every)
        case "measure" if base(Fraction(1), said.unit)[0] == "time":
            return _span(said, text, sources)
        case "number" if not said.noun and _AGE.search(text[: said.start]):
            near = sorted({known.quantity.date[0] for known in every} - {0})
            return _years(replace(said, unit="year"), sources.years, near)
    return ""


def _span(said: Quantity, text: str, sources: Sources) -> str:
    """Years between two years, months between two months, days between two days."""
    passing = _PASSING.search(text) or _AGE.search(text[: said.start])
    figures = (*sources.near, *sources.far) if passing else sources.near
    if said.unit in _LONG:
        years = sorted({known.quantity.date[0] for known in figures} - {0})
        near = sorted({known.quantity.date[0] for known in sources.near} - {0})
        return _years(said, years, years) or _years(said, near, sources.years[-1:] if passing else ())
    if said.unit == "month":
        months = sorted({month for known in figures for month in _months(known)})
        for early, late in itertools.combinations(months, 2):
            if said.value == late - early:
                return f"{early // 12}-{early % 12 + 1:02} to {late // 12}-{late % 12 + 1:02}"
    days = base(said.value, said.unit)[1]
    slack = _WEEK_SLACK if said.unit == "week" else 0
    for one, other in itertools.combinations([day for known in figures for day in _days(known)], 2):
        apart = abs((one - other).days)
        if apart and abs(days - apart) <= slack:
            return f"{one.isoformat()} to {other.isoformat()}"
    return ""


def _years(said: Quantity, starts: Sequence[int], ends: Sequence[int]) -> str:
    length = base(said.value, said.unit)[1] / base(Fraction(1), "year")[1]
    slack = _HALF if length.denominator > 1 else Fraction(0)
    if said.unit in _COARSE:
        slack = max(slack, _COARSE_SLACK * length)
    for first, last in itertools.product(starts, ends):
        allowed = max(slack, _ROUGH * (last - first)) if said.approximate else slack
        if last > first and abs(length - (last - first)) <= allowed:
            return f"{first} to {last}"
    return ""


def _days(known: Known) -> Iterator[datetime.date]:
    """The calendar days that a date of the article may be."""
    year, month, day = known.quantity.date
    if not month or not day:
        return
    for each in [year] if year else sorted(known.years) or [_ANY_YEAR]:
        if each in YEARS and day <= _length(each, month):
            yield datetime.date(each, month, day)


def _length(year: int, month: int) -> int:
    """Days of a month."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.timedelta(1)).day


def _full_days(figures: Sequence[Known]) -> Iterator[datetime.date]:
    for known in figures:
        if known.quantity.date[0]:
            yield from _days(known)


def _months(known: Known) -> list[int]:
    """The months, counted through the years, that a date of the article may be in."""
    year, month, _ = known.quantity.date
    return [12 * each + month - 1 for each in ([year] if year else sorted(known.years))] if month else []


def _moved(said: Quantity, figures: Sequence[Known], source: str) -> str:
    """A year or a day that the article gives as so long after, or before, another."""
    year, month, day = said.date
    if year and not month:
        steps = set(_steps(figures, source, "year"))
        starts = [known.quantity.date[0] for known in figures]
        # "Vier Jahre später": later than the year that the article named last
        starts += [
            each for known in figures if known.quantity.kind == "measure" for each in sorted(known.years)
        ]
        for start in starts:
            if start and year - start in steps:
                return f"{start} and {abs(year - start)} years"
        return ""
    for start_day in (each for known in figures for each in _days(known)):
        for step in _steps(figures, source, "day"):
            then = start_day + datetime.timedelta(step)
            if then.day == day and month in {0, then.month} and year in {0, then.year}:
                return f"{start_day.isoformat()} and {abs(step)} days"
    return ""


def _steps(figures: Sequence[Known], source: str, unit: str) -> Iterator[int]:
    """How many years or days the sources move on from something; negative for back."""
    one_after, one_before = (_ONE_AFTER, _ONE_BEFORE) if unit == "year" else (_DAY_AFTER, _DAY_BEFORE)
    if one_after.search(source):
        yield 1
    if one_before.search(source):
        yield -1
    for known in figures:
        quantity = known.quantity
        if quantity.kind != "measure" or (quantity.unit in _LONG) != (unit == "year"):
            continue
        dimension, days = base(quantity.value, quantity.unit)
        length = days / base(Fraction(1), unit)[1]
        if dimension != "time" or length.denominator > 1 or length > 1000:
            continue
        words = re.escape(quantity.words)
        if re.search(
            rf"{words} (?:{_AFTER}|nach)\b|\b(?:nach|after|within) (?:\w+ )?{words}", source, re.IGNORECASE
        ):
            yield int(length)
        if re.search(rf"{words} (?:{_BEFORE}|vor)\b|\bvor (?:\w+ )?{words}", source, re.IGNORECASE):
            yield -int(length)


def _century(said: Quantity, text: str, figures: Sequence[Known]) -> str:
    if not re.match(r"\W*(?:Jahrhundert|century)", text[said.end :], re.IGNORECASE):
        return ""
    years = (known.quantity.date[0] for known in figures)
    return next((str(year) for year in years if year and (year - 1) // 100 + 1 == said.value), "")
