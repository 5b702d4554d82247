"""Times of the day in running text, German and English. Pure; reads from a row of tokens."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from podcast.checks.number_tokens import Token, at
from podcast.checks.number_words_de import cardinal, fold
from podcast.checks.number_words_en import words_at

__all__ = ["HALF_DAY", "Clock", "time_at"]

HALF_DAY = 12 * 60
"""Minutes in the half day that a clock face shows."""

_LATE = {
    "de": frozenset("abends nachmittags".split()),
    "en": frozenset("evening afternoon night".split()),
}
_PARTS_DE = frozenset("morgens früh vormittags mittags nachmittags abends nachts".split())
_AROUND = {
    "de": frozenset("um gegen ab bis seit".split()),
    "en": frozenset("at by since until around about".split()),
}


class Clock(NamedTuple):
    """Minutes since midnight, and the index after the last token."""

    value: int
    after: int


def time_at(tokens: Sequence[Token], index: int, language: str) -> Clock | None:
    """The time of day that begins at ``index``, or ``None``: only where it is sure to be one."""
    token = tokens[index]
    if token.kind == "clock":
        return _clock(tokens, index, language)
    found = _german(tokens, index) if language == "de" else _english(tokens, index)
    if found is None or not 0 <= found.value < 25 * 60:
        return None
    return _half_of_day(tokens, found, language)


def _hour(tokens: Sequence[Token], index: int, language: str) -> tuple[int, int] | None:
    """A whole number below 25, and the index after it."""
    token = at(tokens, index)
    if token.kind == "number" and token.plain and token.value is not None and token.value <= 24:
        return int(token.value), index + 1
    if token.kind != "word":
        return None
    if language == "de":
        hour = cardinal(fold(token.low))
        return (hour, index + 1) if hour is not None and hour <= 24 else None
    words = words_at(tokens, index)
    return (
        (int(words.value), words.after) if words and words.form == "cardinal" and words.value <= 12 else None
    )


def _clock(tokens: Sequence[Token], index: int, language: str) -> Clock | None:
    """``9:30`` is a time beside "Uhr", "a.m.", "um", "at"; else it may be a result."""
    hour, minute = (int(part) for part in tokens[index].text.split(":"))
    if hour > 24 or minute > 59 or len(tokens[index].text.partition(":")[2]) != 2:
        return None
    sure = at(tokens, index + 1).low == "uhr" or _half(tokens, index + 1) is not None
    if not sure and at(tokens, index - 1).low not in _AROUND[language]:
        return None
    after = index + 2 if at(tokens, index + 1).low == "uhr" else index + 1
    return _half_of_day(tokens, Clock(60 * hour + minute, after), language)


def _german(tokens: Sequence[Token], index: int) -> Clock | None:
    token = tokens[index]
    if (
        token.kind == "number"
        and not token.plain
        and "." in token.text
        and at(tokens, index + 1).low == "uhr"
    ):
        hour, _, minute = token.text.partition(".")
        if len(minute) == 2 and hour.isdigit() and minute.isdigit() and int(hour) < 25 and int(minute) < 60:
            return Clock(60 * int(hour) + int(minute), index + 2)
        return None
    if token.low == "halb":
        found = _hour(tokens, index + 1, "de")
        following = at(tokens, found[1]) if found else token
        if found and 1 <= found[0] <= 12 and not (following.kind == "word" and following.text[:1].isupper()):
            return Clock(60 * found[0] - 30, found[1])
        return None
    if token.low == "viertel" and at(tokens, index + 1).low in {"vor", "nach"}:
        found = _hour(tokens, index + 2, "de")
        return (
            Clock(60 * found[0] + (-15 if tokens[index + 1].low == "vor" else 15), found[1])
            if found
            else None
        )
    if token.low == "mitternacht":
        return Clock(0, index + 1)
    if token.low == "ein" and at(tokens, index + 1).low == "uhr":
        return Clock(60, index + 2)
    hour_at = _hour(tokens, index, "de")
    if hour_at is None:
        return None
    past = _minutes_past(tokens, *hour_at, "de")
    if past:
        return past
    if at(tokens, hour_at[1]).low != "uhr":
        part = at(tokens, hour_at[1]).low in _PARTS_DE or at(tokens, index - 2).low in _PARTS_DE
        shortly = at(tokens, index - 2).low == "kurz" and at(tokens, index - 1).low in {"vor", "nach"}
        ends = at(tokens, hour_at[1]).kind in {"mark", "end"} and hour_at[0] > 0
        bare = (at(tokens, index - 1).low in {"um", "gegen"} and part) or (shortly and ends)
        return Clock(60 * hour_at[0], hour_at[1]) if bare else None
    after = hour_at[1] + 1
    minute_token = at(tokens, after)
    minutes = cardinal(fold(minute_token.low)) if minute_token.kind == "word" else None
    if minute_token.kind == "number" and minute_token.plain:
        minutes = int(minute_token.value or 0)
    if minutes is not None and 0 < minutes < 60 and not at(tokens, after + 1).text[:1].isupper():
        return Clock(60 * hour_at[0] + minutes, after + 1)
    return Clock(60 * hour_at[0], after)


def _minutes_past(tokens: Sequence[Token], minutes: int, after: int, language: str) -> Clock | None:
    """``twenty-four minutes past one``, ``zehn Minuten nach neun``."""
    words = {"en": ("minutes", "past", "to"), "de": ("minuten", "nach", "vor")}[language]
    named = at(tokens, after).low == words[0]
    joint = at(tokens, after + named).low
    if minutes >= 60 or joint not in words[1:] or (not named and joint != "past"):
        return None
    found = _hour(tokens, after + named + 1, language)
    if found is None or (at(tokens, found[1]).kind == "word" and at(tokens, found[1]).text[:1].isupper()):
        return None
    return Clock(60 * found[0] + (minutes if joint == words[1] else -minutes), found[1])


def _half(tokens: Sequence[Token], index: int) -> tuple[bool, int] | None:
    """``a.m.``, ``pm``: is it the second half of the day, and the index after it."""
    low = at(tokens, index).low
    if low in {"am", "pm"}:
        return low == "pm", index + 1
    if low in {"a", "p"}:
        i = index + 1
        if at(tokens, i).text == "." and at(tokens, i + 1).low == "m":
            return low == "p", i + 3 if at(tokens, i + 2).text == "." else i + 2
    return None


def _english(tokens: Sequence[Token], index: int) -> Clock | None:
    token = tokens[index]
    if (
        token.low == "a"
        and at(tokens, index + 1).low == "quarter"
        and at(tokens, index + 2).low in {"past", "to"}
    ):
        index, token = index + 1, tokens[index + 1]
    if token.low in {"midnight", "noon"}:
        return Clock(0 if token.low == "midnight" else HALF_DAY, index + 1)
    if token.low in {"half", "quarter"} and at(tokens, index + 1).low in {"past", "to"}:
        shift = {"half": 30, "quarter": 15}[token.low] * (1 if tokens[index + 1].low == "past" else -1)
        third = at(tokens, index + 2)
        if third.low in {"midnight", "noon"}:
            return Clock((0 if third.low == "midnight" else HALF_DAY) + shift, index + 3)
        found = _hour(tokens, index + 2, "en")
        return Clock(60 * found[0] + shift, found[1]) if found else None
    if token.kind == "number" and not token.plain and "." in token.text:
        hour, _, minute = token.text.partition(".")
        half = _half(tokens, index + 1)
        if half and len(minute) == 2 and int(hour) <= 12 and int(minute) < 60:
            return Clock(60 * (int(hour) % 12) + int(minute) + HALF_DAY * half[0], half[1])
        return None
    minutes = words_at(tokens, index) if token.kind == "word" else None
    past = _minutes_past(tokens, int(minutes.value), minutes.after, "en") if minutes else None
    if past:
        return past
    hour_at = _hour(tokens, index, "en")
    if hour_at is None:
        return None
    shortly = at(tokens, index - 2).low in {"shortly", "just"} and at(tokens, index - 1).low in {
        "before",
        "after",
    }
    if shortly and at(tokens, hour_at[1]).kind in {"mark", "end"}:
        return Clock(60 * hour_at[0], hour_at[1])
    half = _half(tokens, hour_at[1])
    if half and not (at(tokens, hour_at[1]).low == "am" and token.kind == "word"):
        return Clock(60 * (hour_at[0] % 12) + HALF_DAY * half[0], half[1])
    if at(tokens, hour_at[1]).low == "o'clock":
        return Clock(60 * hour_at[0], hour_at[1] + 1)
    rest = [at(tokens, hour_at[1] + n).low for n in range(3)]
    if (rest[:2] == ["in", "the"] and rest[2] in {"morning", "evening", "afternoon"}) or rest[:2] == [
        "at",
        "night",
    ]:
        return Clock(60 * hour_at[0], hour_at[1])
    return None


def _half_of_day(tokens: Sequence[Token], found: Clock, language: str) -> Clock:
    """With "abends", "in the evening", "p.m." behind it."""
    value, after = found
    if language == "en":
        half = _half(tokens, after)
        if half:
            return Clock(value % HALF_DAY + HALF_DAY * half[0], half[1])
        low = at(tokens, after + 2).low if at(tokens, after).low == "in" else at(tokens, after + 1).low
        late = at(tokens, after).low in {"in", "at"} and low in _LATE["en"]
        return Clock(value + HALF_DAY, after) if late and value < HALF_DAY else found
    low = at(tokens, after).low
    if low not in _PARTS_DE:
        return found
    return Clock(value + HALF_DAY if low in _LATE["de"] and value < HALF_DAY else value, after + 1)
