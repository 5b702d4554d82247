"""Days, months, weekdays and seasons in running text, German and English. Pure; reads from a row of tokens."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from podcast.checks.number_tokens import Token, at
from podcast.checks.number_words_de import cardinal, fold, ordinal
from podcast.checks.number_words_en import words_at
from podcast.checks.quantity import Kind

__all__ = ["YEARS", "Dated", "date_at", "year_at"]

YEARS = range(1000, 2101)
"""What four digits, or a number in words, may be as a year."""


class Dated(NamedTuple):
    """A date, and the index after its last token. ``value`` is that of :class:`~podcast.checks.quantity.Quantity`."""

    kind: Kind
    value: int
    after: int


_MONTHS = {
    "de": "januar februar märz april mai juni juli august september oktober november dezember".split(),
    "en": "january february march april may june july august september october november december".split(),
}
_SHORT = {
    "de": {"jan": 1, "feb": 2, "jän": 1, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11, "dez": 12},
    "en": {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12},
}  # fmt: skip
_FULL = {
    language: {name: n for n, name in enumerate(names, 1)}
    | ({"jänner": 1, "feber": 2} if language == "de" else {})
    for language, names in _MONTHS.items()
}
_NOT_ALWAYS_MONTHS = {"de": {"august", "april", "mai"}, "en": {"may", "march", "april", "june", "august"}}
"""Also first names, or a verb and a walk: a month only with a sign of it beside."""
_BEFORE_MONTH = {
    "de": frozenset(
        "im in seit bis ab ende anfang mitte vom zum am des den dem diesen dieses letzten vergangenen nächsten vor "
        "nach und oder zwischen von noch jeden jahr spätestens".split()
    ),
    "en": frozenset(
        "in of since until till by from early late mid last next this that every through and or between before after "
        "during to for".split()
    ),
}
_WEEKDAYS = {
    "de": re.compile(
        r"(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
        r"(?:s|e|en)?(?:(?:vor|nach)?mittags?|abends?|morgens?|nachts?|früh)?"
    ),
    "en": re.compile(r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?"),
}
_WEEKDAY_NUMBERS = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
    "sonntag": 7, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
_SEASONS = {
    "de": {"frühjahr": 1, "frühling": 1, "sommer": 2, "herbst": 3, "winter": 4, "spätsommer": 2, "spätherbst": 3,
           "frühsommer": 2},
    "en": {"spring": 1, "springtime": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
}  # fmt: skip
_BEFORE_SEASON = {
    "de": frozenset(
        "im seit bis vom zum letzten vergangenen nächsten kommenden diesen jenem diesem vorigen".split()
    ),
    "en": frozenset("in last next this that by since until early late the".split()),
}
_JOINTS = frozenset("und oder bis and or to / – - —".split())
_BEFORE_DAY = {"de": frozenset("am vom zum".split()), "en": frozenset({"the"})}


def date_at(tokens: Sequence[Token], index: int, language: str) -> Dated | None:
    """The date that begins at ``index``, or ``None``. A bare year is none: see :func:`year_at`."""
    token = tokens[index]
    if token.kind == "date":
        return _written(token, language, index + 1)
    if token.kind == "number":
        return _digits_first(tokens, index, language)
    if token.kind != "word":
        return None
    return (
        _day_in_words(tokens, index, language)
        or _month_first(tokens, index, language)
        or _named(tokens, index, language)
    )


def year_at(tokens: Sequence[Token], index: int, language: str) -> tuple[int, int] | None:
    """A year, in digits or words, and the index after it."""
    token = at(tokens, index)
    if token.kind == "number" and token.plain and len(token.text) == 4 and token.value in YEARS:
        following = at(tokens, index + 1)
        return None if following.kind == "word" and following.glued else (int(token.value or 0), index + 1)
    if token.kind != "word":
        return None
    if language == "de":
        number = cardinal(fold(token.low))
        return (number, index + 1) if number is not None and number in YEARS else None
    words = words_at(tokens, index)
    if words and words.form in {"cardinal", "year"} and words.value in YEARS:
        return int(words.value), words.after
    return None


def _date(year: int, month: int, day: int, after: int) -> Dated | None:
    if not (0 <= month <= 12 and 0 <= day <= 31):
        return None
    return Dated("date", 10_000 * year + 100 * month + day, after)


def _written(token: Token, language: str, after: int) -> Dated | None:
    """``2025-08-15``, ``15.08.2025``, ``8/15/2025``."""
    first, second, third = (int(part) for part in re.findall(r"[0-9]+", token.text))
    if "-" in token.text:
        return _date(first, second, third, after)
    if "/" in token.text and language == "en" and first <= 12:
        return _date(third, first, second, after)
    return _date(third, second, first, after)


def _month(tokens: Sequence[Token], index: int, language: str) -> tuple[int, int] | None:
    """The month at ``index`` and the index after it, the point of "Aug." included."""
    token = at(tokens, index)
    if token.kind != "word" or (not token.text[:1].isupper()):
        return None
    low = token.low
    if low in _FULL[language]:
        return _FULL[language][low], index + 1
    if language == "de" and low.endswith("s") and low[:-1] in _FULL["de"]:
        return _FULL["de"][low[:-1]], index + 1
    if low in _SHORT[language] and at(tokens, index + 1).text == ".":
        return _SHORT[language][low], index + 2
    return None


def _with_year(tokens: Sequence[Token], month: int, day: int, after: int, language: str) -> Dated | None:
    at_year = after + 1 if at(tokens, after).text == "," and language == "en" else after
    if at_year == after and at(tokens, after).low in {"of", "des"} and at(tokens, after + 1).low != "jahres":
        at_year = after + 1
    if at(tokens, after).low == "des" and at(tokens, after + 1).low == "jahres":
        at_year = after + 2
    year = year_at(tokens, at_year, language)
    if year and (at(tokens, year[1]).low != "uhr"):
        return _date(year[0], month, day, year[1])
    return _date(0, month, day, after)


def _digits_first(tokens: Sequence[Token], index: int, language: str) -> Dated | None:
    token = tokens[index]
    before = at(tokens, index - 1).low
    if language == "de" and re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", token.text):
        day, month = (int(part) for part in token.text.split("."))
        dotted = at(tokens, index + 1).text == "." and at(tokens, index + 1).glued
        ends = dotted and before in {"am", "vom", "zum", "bis", "den", "dem", "ab", "seit", "der"}
        return _date(0, month, day, index + 2) if ends and month and day else None
    if not token.plain or token.value is None or not 1 <= token.value <= 31:
        return None
    day, after = int(token.value), index + 1
    following = at(tokens, after)
    if language == "de":
        if following.text != "." or not following.glued:
            return None
        after += 1
    elif following.low in {"st", "nd", "rd", "th"} and following.glued:
        after += 1
    return _day_then_month(tokens, day, after, language, before)


def _day_then_month(
    tokens: Sequence[Token], day: int, after: int, language: str, before: str
) -> Dated | None:
    """After a day: its month, or, with another day between, the month that both have; or no month."""
    at_month = after + 1 if at(tokens, after).low == "of" else after
    month = _month(tokens, at_month, language)
    if month:
        return _with_year(tokens, month[0], day, month[1], language)
    if at(tokens, after).low in _JOINTS:
        shared = _shared_month(tokens, after + 1, language)
        if shared:
            return _date(0, shared, day, after)
    following = at(tokens, after)
    alone = following.kind in {"mark", "end"} or (
        following.kind == "word" and not following.text[:1].isupper() and not _describes(following, language)
    )
    if before in _BEFORE_DAY["de"] and language == "de" and alone:
        return _date(0, 0, day, after)
    return None


def _describes(token: Token, language: str) -> bool:
    """May this word stand between an ordinal and its noun?"""
    return token.low.endswith(("e", "en", "er", "es", "em")) if language == "de" else token.kind == "word"


def _shared_month(tokens: Sequence[Token], index: int, language: str) -> int:
    """The month behind a second day ("15. und 16. August"); 0 where there is none."""
    if language == "de" and at(tokens, index).low in {"am", "den", "dem", "dann", "zum"}:
        index += 1
    token = at(tokens, index)
    if token.kind == "number" and token.plain:
        index += 1
        if at(tokens, index).text == "." or at(tokens, index).low in {"st", "nd", "rd", "th"}:
            index += 1
    elif language == "de" and token.kind == "word" and ordinal(fold(token.low)):
        index += 1
    else:
        return 0
    month = _month(tokens, index, language)
    return month[0] if month else 0


def _day_in_words(tokens: Sequence[Token], index: int, language: str) -> Dated | None:
    """``sechsundzwanzigsten März``, ``the twenty-fifth of September``; ``am dritten`` alone."""
    before = at(tokens, index - 1).low
    if language == "de":
        day = ordinal(fold(tokens[index].low))
        return _day_then_month(tokens, day, index + 1, language, before) if day and day <= 31 else None
    words = words_at(tokens, index)
    if words is None or words.form != "ordinal" or words.value > 31:
        return None
    return _day_then_month(tokens, int(words.value), words.after, language, before)


def _month_first(tokens: Sequence[Token], index: int, language: str) -> Dated | None:
    month = _month(tokens, index, language)
    if month is None:
        return None
    number, after = month
    if language == "en":
        day = _day_after_month(tokens, after)
        if day:
            return _with_year(tokens, number, day[0], day[1], language)
    found = _with_year(tokens, number, 0, after, language)
    low, before = tokens[index].low, at(tokens, index - 1)
    if found and found.value < 10_000 and low in _NOT_ALWAYS_MONTHS[language]:
        following = at(tokens, after)
        as_name = following.kind == "word" and following.text[:1].isupper()
        if before.low not in _BEFORE_MONTH[language] or (as_name and language == "en"):
            return None
    return found


def _day_after_month(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """``August 15``, ``August 15th``, ``August the fifteenth``."""
    i = index + 1 if at(tokens, index).low == "the" else index
    token = at(tokens, i)
    if token.kind == "number" and token.plain and token.value and token.value <= 31:
        suffix = at(tokens, i + 1)
        has_suffix = suffix.low in {"st", "nd", "rd", "th"} and suffix.glued
        if suffix.glued and suffix.kind == "word" and not has_suffix:
            return None
        return int(token.value), i + 2 if has_suffix else i + 1
    words = words_at(tokens, i) if token.kind == "word" else None
    if words and words.form == "ordinal" and words.value <= 31:
        return int(words.value), words.after
    return None


def _named(tokens: Sequence[Token], index: int, language: str) -> Dated | None:
    """Weekdays and seasons."""
    token = tokens[index]
    capital = token.text[:1].isupper()
    day = _WEEKDAYS[language].fullmatch(token.low.removesuffix("'s"))
    if day and (capital or token.low in {f"{name}s" for name in _WEEKDAY_NUMBERS}):
        return Dated("weekday", _WEEKDAY_NUMBERS[day[1]], index + 1)
    low = token.low.removesuffix("s") if language == "de" else token.low
    season = _SEASONS[language].get(low)
    if season is None or (language == "de") != capital:
        return None
    at_year = index + 2 if at(tokens, index + 1).low in {"of", "des"} else index + 1
    before = at(tokens, index - 1).low
    if year_at(tokens, at_year, language) or before in _BEFORE_SEASON[language]:
        if language == "en" and before == "the" and not year_at(tokens, at_year, language):
            before = at(tokens, index - 2).low  # in the spring; but the rise and the fall
        if token.low in {"fall", "spring"} and before not in {"in", "the", "last", "next", "this"}:
            return None
        if token.low == "fall" and at(tokens, index + 1).low == "of" and not year_at(tokens, index + 2, "en"):
            return None
        return Dated("season", season, index + 1)
    return None
