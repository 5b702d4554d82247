"""German: dates and times of day. A date becomes "15. August 2025"; german_ordinals.py gives it its ending."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.numbers import cardinal_de

__all__ = ["MONTHS", "dates", "english_clock", "times"]

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_DAYS = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:abend|morgen|mittag|nachmittag)?"
_CLOCK = r"(?P<h>\d{1,2})[:.](?P<m>\d\d)"


def dates(text: str) -> str:
    """``15.08.2025``, ``2025-08-15``, ``15.08.25``, ``3.10.``; "am Sonntag, 3. Oktober" gets its "dem"."""

    def spoken(match: re.Match[str]) -> str:
        day, month, year = int(match[1]), int(match[2]), match[3] or ""
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return match[0]
        return f"{day}. {MONTHS[month - 1]}{' ' + year if year else ''}"

    text = re.sub(r"\b((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)\b", lambda m: f"{int(m[3])}.{int(m[2])}.{m[1]}", text)
    text = re.sub(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b", spoken, text)
    text = re.sub(r"(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.,]\d|\d)", spoken, text)
    text = re.sub(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?![\d.])()", spoken, text)
    months = "|".join(MONTHS)
    text = re.sub(
        rf"\b((?:[Aa]|[Vv]o|[Zz]u|[Bb]ei)m {_DAYS}), (?=\d{{1,2}}\. (?:{months}))", r"\1, dem ", text
    )
    return re.sub(rf"\b([Bb]is {_DAYS}), (?=\d{{1,2}}\. (?:{months}))", r"\1, den ", text)


def english_clock(text: str) -> str:
    """``6 p.m.`` is "18 Uhr"."""

    def spoken(match: re.Match[str]) -> str:
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return f"{hour}:{match[2]} Uhr" if match[2] else f"{hour} Uhr"

    return re.sub(r"(?<![\d:.,])(1[0-2]|0?[1-9])(?::([0-5]\d))?\s?([ap])(?:m\b|\.\s?m\.)", spoken, text)


def times(text: str) -> str:
    """``14:30 Uhr`` is "vierzehn Uhr 30", ``2:03:45 Stunden`` "2 Stunden, 3 Minuten und 45 Sekunden"."""
    text = re.sub(
        r"(?<![\d:.,])(\d{1,3}):([0-5]\d):([0-5]\d)(?![\d:])(?:\s?(?:Stunden|Std\.?|h)\b)?", _lasting, text
    )
    until = r"\d{1,2}(?:[:.]\d\d)?\s?Uhr\b"
    text = re.sub(rf"(?<![\d:.,]){_CLOCK}\s?[–-]\s?(?={until})", lambda m: f"{_hour(m)} bis ", text)
    text = re.sub(rf"(?<![\d:.,]){_CLOCK}(?= bis {until})", _hour, text)
    text = re.sub(rf"(?<![\d:.,]){_CLOCK}(?:\s?Uhr\b)", _hour, text)
    text = re.sub(rf"(?<=[Uu]m ){_CLOCK}(?![\d:])", _hour, text)
    text = re.sub(r"(?<![\d:.,])(?P<h>\d{1,2}):(?P<m>\d\d)(?![\d:])", _hour, text)
    return re.sub(r"(?<![\d:.,])1(?=[ -]Uhr\b)", "ein", text)


def _hour(match: re.Match[str]) -> str:
    hour, minute = int(match["h"]), int(match["m"])
    if hour > 24 or minute > 59:
        return match[0]
    hours = "ein" if hour == 1 else cardinal_de(hour)
    return f"{hours} Uhr{' ' + cardinal_de(minute) if minute else ''}"


def _lasting(match: re.Match[str]) -> str:
    hours, minutes, seconds = (int(match[part]) for part in (1, 2, 3))
    parts = [
        "eine Stunde" if hours == 1 else f"{hours} Stunden",
        "eine Minute" if minutes == 1 else f"{minutes} Minuten",
        "eine Sekunde" if seconds == 1 else f"{seconds} Sekunden",
    ]
    return f"{parts[0]}, {parts[1]} und {parts[2]}"
