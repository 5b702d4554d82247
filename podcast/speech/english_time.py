"""English: dates and times of day as an American says them. Pure functions, str to str.

It errs where only meaning decides: "8/9/2025" is August ninth, as in the United States.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.numbers import cardinal_en, ordinal_en
from podcast.speech.words_en import COUNTED, STARTERS, ZONES

__all__ = ["dates", "times", "years"]

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {name[:3]: name for name in _MONTHS} | {"Sept": "September"}
_MONTH = "|".join(_MONTHS)
_TO = r"(?:\s?[–-]\s?| to )"
_DAY = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_STARTER = "|".join(sorted(STARTERS))
_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Samuel|Kings|Chronicles|Job|Psalms?|Proverbs|"
    "Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Amos|Micah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|"
    "Galatians|Ephesians|Philippians|Timothy|Hebrews|James|Peter|Revelation"
)


def _month_day(month: int, day: int, year: str, written: str) -> str:
    if month > 12:  # as the British write it
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return written
    if len(year) == 2:  # POSIX: 69 to 99 belong to the last century
        year = ("20" if int(year) < 69 else "19") + year
    return f"{_MONTHS[month - 1]} {day}" + (f", {year}" if year else "")


def _names(text: str) -> str:
    """``Aug. 15`` is ``August 15``; the dot stays where the sentence ends."""
    short = "|".join(name for name in _SHORT if name != "May")
    text = re.sub(rf"(?<![\w.])({short})\.?(?=\s\d)", lambda m: _SHORT[m[1]], text)
    return re.sub(
        rf"(?<![\w.])({short})\.(?=(?P<end>\s(?:{_STARTER})\b|\s*$)?)(?! [A-Z]\.)",
        lambda m: _SHORT[m[1]] + ("" if m["end"] is None else "."),
        text,
    )


def dates(text: str) -> str:
    """``Aug. 15, 2025``, ``15 August 2025``, ``8/15/2025`` and ``2025-08-15`` become ``August fifteenth, 2025``."""
    iso = r"(?<![\w/-])(\d{4})([/-])(\d\d)\2(\d\d)(?![\w/-])"
    text = re.sub(iso, lambda m: _month_day(int(m[3]), int(m[4]), m[1], m[0]), text)
    dotted = (
        r"(?<![\w.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?![\w.]\w)"  # as Germans write it, the day first
    )
    text = re.sub(dotted, lambda m: _month_day(int(m[2]), int(m[1]), m[3], m[0]), text)
    slashes = r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\w/])"
    text = re.sub(slashes, lambda m: _month_day(int(m[1]), int(m[2]), m[3], m[0]), text)
    on = r"\b((?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y) )(\d{1,2})/(\d{1,2})(?![\w/]|[.,]\d)(?! of\b)"
    text = re.sub(on, lambda m: m[1] + _month_day(int(m[2]), int(m[3]), "", f"{m[2]}/{m[3]}"), text)
    text = _names(text)
    text = re.sub(
        rf"\b{_DAY}{_TO}{_DAY} ({_MONTH})\b(?: (\d{{4}}))?",
        lambda m: f"{m[3]} {m[1]} to {m[2]}" + (f", {m[4]}" if m[4] else ""),
        text,
    )
    text = re.sub(rf"\b([Tt]he \d{{1,2}}(?:st|nd|rd|th)) (?={_MONTH}\b)", r"\1 of ", text)
    text = re.sub(
        rf"(?<![\w.,$-])(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH})\b(?:,? (\d{{4}}))?(?! \d)",
        lambda m: f"{m[2]} {m[1]}" + (f", {m[3]}" if m[3] else "") if 0 < int(m[1]) < 32 else m[0],
        text,
    )
    text = re.sub(
        rf"\b({_MONTH}) {_DAY}{_TO}{_DAY}(?![-–])",
        lambda m: f"{m[1]} {ordinal_en(int(m[2]))} to {ordinal_en(int(m[3]))}",
        text,
    )
    text = re.sub(rf"\b(\d{{1,2}})[–-](?=(?:{_MONTH})\b)", r"\1 to ", text)

    def day(match: re.Match[str]) -> str:
        if match[1] and match[4] in COUNTED:  # "In May 12 people died."
            return match[0]
        return f"{match[1] or ''}{match[2]} {ordinal_en(int(match[3]))}"

    after = r"(?! percent|[:-]\d|%)(?= ([a-z]+)|)"
    return re.sub(rf"(\b[Ii]n )?\b({_MONTH}) {_DAY}{after}", day, text)


def years(text: str) -> str:
    """``2018–22`` has its century twice; ``FY25`` is a fiscal year; ``'89`` loses its apostrophe, ``1990's`` too."""

    def whole(match: re.Match[str]) -> str:
        century = int(match[1]) + (match[3] < match[2])
        return f"{match[1]}{match[2]} to {century}{match[3]}"

    text = re.sub(r"(?<![\w.,$-])(1\d|20)(\d\d)[–-](\d\d)(?![\w-]|[.,]\d)", whole, text)
    text = re.sub(
        r"\bFY\s?'?(\d\d(?:\d\d)?)\b",
        lambda m: f"fiscal year {m[1] if len(m[1]) == 4 else '20' + m[1]}",
        text,
    )
    text = re.sub(r"(?<![\w'])'00s\b", "2000s", text)
    text = re.sub(r"(?<![\w'])'0(?=[1-9](?!\d))", "oh ", text)
    text = re.sub(r"(\b[Tt]he (?:\w+[ -])?(?:[12]\d)?\d0|\b1[5-9]\d0)'s\b", r"\1s", text)
    return re.sub(r"(?<![\w'])'(?=\d\ds?(?!\d))", "", text)


def _clock(hour: int, minute: int, half: str, following: str) -> str:
    if minute:
        return f"{cardinal_en(hour)} {'oh ' if minute < 10 else ''}{cardinal_en(minute)}"
    if half or re.match(r"\s?(?:o'clock|noon|midnight)", following):
        return cardinal_en(hour)
    if hour in {0, 24}:
        return "midnight"
    return f"{cardinal_en(hour)} o'clock" if hour < 13 else f"{cardinal_en(hour)} hundred"


def _time(match: re.Match[str]) -> str:
    hour, minute, half = int(match["h"]), int(match["m"] or 0), match["half"] or ""
    if hour > 24 or minute > 59:
        return match[0].replace(":", " to ")
    seconds = match["s"]
    words = _clock(hour, minute, half or seconds or "", match.string[match.end() : match.end() + 9])
    if seconds:
        words += f" {'oh ' if int(seconds) < 10 else ''}{cardinal_en(int(seconds))}"
    if not half:
        return words
    rest = match.string[match.end() : match.end() + 20]
    ends = half.endswith(".") and re.match(rf"\s*$|\s(?:{_STARTER})\b", rest)
    return f"{words} {half[0].upper()} M{'.' if ends else ''}"


def times(text: str) -> str:
    """``2:30 p.m. ET`` becomes ``two thirty P M Eastern time``, ``16:00`` ``sixteen hundred``, ``2:1`` ``2 to 1``."""
    text = re.sub(rf"\b({_BOOKS}) (\d{{1,3}}):(\d{{1,3}})\b", r"\1 \2 \3", text)
    text = re.sub(r"\b((?:[Oo]dds|[Rr]atio)(?: of)?|[Ss]core(?: of)?) (\d+):(\d+)\b", r"\1 \2 to \3", text)
    half = r"\s?(?P<half>[AaPp]\.\s?[Mm]\.|[AaPp][Mm]\b)"
    text = re.sub(r"(?<=\d)\s?[–-]\s?(?=\d{1,2}:\d\d)|(?i:(?<=[ap]m)|(?<=m\.))\s?[–-]\s?(?=\d)", " to ", text)
    clock = r"(?<![\d:.,$])(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d))?(?![\d:])"
    text = re.sub(
        r"(?<![\d:.,$])(\d{1,2})\.(\d\d)(?=\s?[ap]\.?\s?m\b)", r"\1:\2", text
    )  # as the British write it
    text = re.sub(rf"{clock}(?:{half})?", _time, text)
    text = re.sub(rf"(?<![\d:.,$])(?P<h>\d{{1,2}})(?P<m>)(?P<s>)(?:{half})", _time, text)
    text = re.sub(r"(?<![\d:])(\d{1,4}):(\d{1,4})(?![\d:])", r"\1 to \2", text)
    zones = "|".join(ZONES)
    ahead = (
        r"(\b[AP] M|o'clock|hundred|noon|midnight|\b(?:oh|ten|\w+teen|twenty|thirty|forty|fifty)(?: \w+)?)"
    )
    return re.sub(rf"{ahead} ({zones})\b", lambda m: f"{m[1]} {ZONES[m[2]]}", text)
