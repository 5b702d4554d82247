"""English: what is written short becomes the words a newsreader would say. Pure functions over tables."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Callable

from podcast.speech.numbers import cardinal_en, ordinal_en, roman, year_en

__all__ = ["SPELLING_STEPS", "STEPS"]

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {
    "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus", "Dr.": "Doctor",
    "Prof.": "Professor", "Mr.": "Mister", "Mrs.": "Missis", "Ms.": "Miz", "St.": "Saint", "Jr.": "Junior",
    "Sr.": "Senior", "Sen.": "Senator", "Gov.": "Governor", "Rep.": "Representative", "Gen.": "General",
    "No.": "number", "approx.": "approximately", "U.S.": "U S", "U.K.": "U K", "U.N.": "U N", "D.C.": "D C",
    "a.m.": "A M", "p.m.": "P M",
}  # fmt: skip
_NUMBERED = frozenset({"No."})
_SPOKEN = frozenset(
    "NATO UNESCO UNICEF NASA OPEC FIFA AIDS COVID MAGA POTUS SCOTUS NAFTA RADAR LASER OK".split()
)
_UNITS = {"km": "kilometers", "kg": "kilograms", "mph": "miles per hour", "km/h": "kilometers per hour"}
_UNITS |= {"cm": "centimeters", "mi": "miles", "ft": "feet", "lb": "pounds", "kWh": "kilowatt hours"}
_WORDS = {
    "Alana": "Alahna", "Selenskyj": "Zelensky", "Zelenskyy": "Zelensky", "Zelenskyj": "Zelensky",
    "Dobropillya": "Dobropilya", "Kyiv": "Keev", "Xi Jinping": "Shee Jinping",
}  # fmt: skip
_LEXICON = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, _WORDS), key=lambda w: (-len(w), w))) + r")('?s)?\b"
)


def _urls(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        host, _, path = match["rest"].partition("/")
        name = re.sub(r"^www\.", "", host).replace(".", " dot ").replace("-", " ")
        return name + ("" if not path.strip("/") or len(path) > 30 else " slash " + path.replace("/", " "))

    text = re.sub(
        r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+",
        lambda m: m[0].replace("@", " at ").replace(".", " dot ").replace("-", " dash "),
        text,
    )
    return re.sub(r"\b(?:https?://|(?=www\.))(?P<rest>[^\s,;]{3,2000}?)(?=[.,;:!?]*(?:\s|$))", spoken, text)


def _abbreviations(text: str) -> str:
    for written, spoken in _SHORT.items():
        ahead = r"(?=\s?\d)" if written in _NUMBERED else ""
        # At the end of the text its dot ends the sentence too.
        text = re.sub(
            rf"(?<!\w){re.escape(written[:-1])}(?:(?P<end>\.)\s*$|\.{ahead})", rf"{spoken}\g<end>", text
        )
    return text


def _signs(text: str) -> str:
    names = {"$": "dollars", "€": "euros", "£": "pounds"}
    scale = r"(?:\s?(?:million|billion|trillion|thousand|[mb]n)\b)?"
    text = re.sub(
        rf"(?:US)?([$€£])\s?(\d[\d.,]*\d|\d)({scale})", lambda m: f"{m[2]}{m[3]} {names[m[1]]}", text
    )
    text = re.sub(r"[$€£]", lambda m: f" {names[m[0]]} ", text)
    text = re.sub(r"(?<=\d)\s?bn\b", " billion", text)
    text = re.sub(r"(?<=\d)\s?mn\b", " million", text)
    text = re.sub(r"(?<=[%°€$£])\s?[–-]\s?(?=\d)", " to ", text)
    text = re.sub(r"(?<![\w.,])[−-](?=\d)", "minus ", text)
    text = re.sub(r"\s?%", " percent", text)
    text = re.sub(r"\s?°\s?C\b", " degrees Celsius", text)
    text = re.sub(r"\s?°\s?F\b", " degrees Fahrenheit", text)
    text = re.sub(r"\s?°", " degrees", text)
    text = re.sub(r"\s?&\s?", " and ", text)
    text = re.sub(r"§+\s?", "section ", text)
    text = re.sub(r"\s<\s?", " less than ", text)
    text = re.sub(r"\s>\s?", " more than ", text)
    text = re.sub(r"\s?=\s?", " equals ", text)
    for sign, word in (("½", "a half"), ("¼", "a quarter"), ("¾", "three quarters")):
        text = re.sub(rf"(\d)\s?{sign}", rf"\1 and {word}", text).replace(sign, word)
    units = "|".join(sorted(map(re.escape, _UNITS), key=lambda u: (-len(u), u)))
    text = re.sub(rf"(?<=\d)\s?({units})\b(?!/)", lambda m: f" {_UNITS[m[1]]}", text)
    return re.sub(r"(?<=[A-Za-z])/(?=[A-Za-z])", " ", text)


def _dates(text: str) -> str:
    months = "|".join(_MONTHS)
    text = re.sub(
        rf"\b({months}) (\d{{1,2}})(?:st|nd|rd|th)?\b", lambda m: f"{m[1]} {ordinal_en(int(m[2]))}", text
    )
    text = re.sub(
        rf"\b([Tt]he )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({months})\b",
        lambda m: f"{m[1] or 'the '}{ordinal_en(int(m[2]))} of {m[3]}",
        text,
    )
    return re.sub(r"\b(\d{1,5})(?:st|nd|rd|th)\b", lambda m: ordinal_en(int(m[1])), text)


def _times(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        hour, minute = int(match[1]), int(match[2])
        if hour > 24 or minute > 59:
            return f"{match[1]} to {match[2]}"
        ending = "" if not minute else f" {'oh ' if minute < 10 else ''}{cardinal_en(minute)}"
        return cardinal_en(hour) + ending

    text = re.sub(r"\b(\d{1,2}):(\d\d)\b(?!:)", spoken, text)
    return re.sub(r"\b(\d{1,4}):(\d{1,4})\b", r"\1 to \2", text)


def _romans(text: str) -> str:
    text = re.sub(
        r"\b(World War|Part|Chapter|Article|Title|Act) ([IVX]+)\b",
        lambda m: f"{m[1]} {roman(m[2]) or m[2]}",
        text,
    )
    return re.sub(
        r"\b([A-Z][a-z]{2,}) (II|III|IV|VI|VII|VIII|IX)\b",
        lambda m: f"{m[1]} the {ordinal_en(roman(m[2]))}",
        text,
    )


def _hyphens(text: str) -> str:
    text = re.sub(r"(?<=\d)\s?[–-]\s?(?=\d)", " to ", text)
    text = re.sub(r"(?<=[A-Za-z])[-–](?=\d)|(?<=\d)[-–](?=[A-Za-z])", " ", text)
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", text)


def _number(match: re.Match[str]) -> str:
    whole, decimals, suffix = match["whole"].replace(",", ""), match["decimals"], match["suffix"] or ""
    if len(whole) > 15 or (len(whole) > 1 and whole.startswith("0")):
        words = " ".join(cardinal_en(int(digit)) for digit in whole[:60])
    elif decimals or "," in match["whole"] or len(whole) != 4:
        words = cardinal_en(int(whole))
    else:
        words = year_en(int(whole))
    if decimals:
        words += " point " + " ".join(cardinal_en(int(digit)) for digit in decimals[:20])
    if suffix == "s":  # the 1990s, the 80s
        return words[:-1] + "ies" if words.endswith("y") else words + "s"
    return f"{words} {suffix}" if suffix else words


def _numbers(text: str) -> str:
    return re.sub(
        r"(?<![\w])(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?P<decimals>\d+))?(?P<suffix>[a-z]{1,8}\b)?",
        _number,
        text,
    )


def _acronyms(text: str) -> str:
    """FBI letter by letter; NATO as a word; a line in capitals as words."""
    text = re.sub(r"\b[A-Z]{2,}(?:[ ,-]+[A-Z]{2,}){3,}\b", lambda m: m[0].title(), text)

    def spoken(match: re.Match[str]) -> str:
        word, plural = match[1], match[2] or ""
        if word in _SPOKEN or len(word) > 5:
            return word.capitalize() + plural
        return " ".join(word) + (f"'{plural}" if plural else "")

    return re.sub(r"\b([A-Z]{2,})(s)?\b", spoken, text)


def _lexicon(text: str) -> str:
    text = _LEXICON.sub(lambda m: _WORDS[m[1]] + (m[2] or ""), text)
    return re.sub(r"[<>%€$§&/@]", " ", text)


STEPS: tuple[Callable[[str], str], ...] = (_urls,)
"""What every engine needs."""

SPELLING_STEPS: tuple[Callable[[str], str], ...] = (
    _abbreviations,
    _signs,
    _dates,
    _times,
    _romans,
    _hyphens,
    _numbers,
    _acronyms,
    _lexicon,
)
"""What an engine needs that reads letters, not meaning."""
