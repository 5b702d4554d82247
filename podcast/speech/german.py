"""German: what is written short becomes the words a newsreader would say. Pure functions over tables.

It errs where only meaning decides: "der 2. Hälfte" (by the noun's ending), "1.30" (a time only before "Uhr").
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Callable

from podcast.speech.numbers import cardinal_de, ordinal_de, roman, year_de
from podcast.speech.words_de import (
    ABBREVIATIONS,
    ACRONYMS,
    LEXICON,
    ORDINAL_NOUNS,
    SENTENCE_STARTERS,
    SPOKEN_ACRONYMS,
    UNITS,
)

__all__ = ["SPELLING_STEPS", "STEPS"]

_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_FEMININE = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|zeit|e|Armee|Nacht|Wahl|Macht)n?$")
_TEN = frozenset(
    "dem den des im am zum zur vom beim ins einem einen eines einer seinem seinen seines seiner ihrem ihren ihres "
    "ihrer unserem unseren unserer diesem diesen dieser dieses ab bis seit nach vor in mit von auf unter um jedem "
    "jeden jeder aller alle keinem keinen keiner".split()
)
_TE = frozenset("das die eine seine ihre unsere diese jede keine".split())
_TER = frozenset("ein sein ihr unser kein".split())
_FRACTIONS = {2: "halb", 3: "Drittel", 4: "Viertel", 5: "Fünftel", 6: "Sechstel", 8: "Achtel"}
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"


def _urls(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        host, _, path = match["rest"].partition("/")
        name = re.sub(r"^www\.", "", host).replace(".", " Punkt ").replace("-", " ")
        return name + (
            "" if path.strip("/") == "" or len(path) > 30 else " Schrägstrich " + path.replace("/", " ")
        )

    text = re.sub(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+", _mail, text)
    return re.sub(r"\b(?:https?://|(?=www\.))(?P<rest>[^\s,;]{3,2000}?)(?=[.,;:!?]*(?:\s|$))", spoken, text)


def _mail(match: re.Match[str]) -> str:
    return match[0].replace("@", " ätt ").replace(".", " Punkt ").replace("-", " minus ")


def _abbreviations(text: str) -> str:
    for pattern, spoken in ABBREVIATIONS:
        ending = r"\g<end>" if "end" in pattern.groupindex else ""  # its dot may end the sentence too
        text = pattern.sub(spoken + ending, text)
    return text


def _money(text: str) -> str:
    names = {"$": "Dollar", "€": "Euro", "£": "Pfund", "¥": "Yen"}
    text = re.sub(r"\b(?:US|USD)[ -]?\$|\bUS-Dollar", "US-Dollar", text)
    scale = r"(?:\s?(?:Mio\.?|Mrd\.?|Bio\.?|Tsd\.?|Million(?:en)?|Milliarden?|Billion(?:en)?|Tausend)(?!\w))?"
    text = re.sub(rf"([$€£¥])\s?(\d[\d.,]*\d|\d)({scale})", lambda m: f"{m[2]}{m[3]} {names[m[1]]}", text)
    return re.sub(r"\s?([$€£¥])", lambda m: f" {names[m[1]]}", text)


def _scales(text: str) -> str:
    forms = {
        "Mio": ("Million", "Millionen"),
        "Mrd": ("Milliarde", "Milliarden"),
        "Bio": ("Billion", "Billionen"),
    }

    def spoken(match: re.Match[str]) -> str:
        one, many = forms[match[2]]
        return f"eine {one}" if match[1] == "1" else f"{match[1]} {many}"

    text = re.sub(r"(?<![\d.,])(\d[\d.,]*)\s?(Mio|Mrd|Bio)\b\.?", spoken, text)
    text = re.sub(r"\b(Mio|Mrd|Bio)\b\.?", lambda m: forms[m[1]][1], text)
    return re.sub(r"(?<=\d)\s?Tsd\b\.?", " tausend", text)


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match[1]), int(match[2])
    return (
        f"{'ein' if above == 1 else cardinal_de(above)} {_FRACTIONS[below]}"
        if below in _FRACTIONS
        else match[0]
    )


def _signs(text: str) -> str:
    text = re.sub(r"(?<![\d/.,])([1-7])/([2-8])(?![\d/])", _fraction, text)
    text = re.sub(r"(?<=[%‰°€$£])\s?[–-]\s?(?=\d)", " bis ", text)
    text = re.sub(r"(?<![\w.,])[−-](?=\d)", "minus ", text)
    text = re.sub(r"(?<![\w.,])\+\s?(?=\d)", "plus ", text)
    text = re.sub(r"\s?±\s?", " plus minus ", text)
    text = re.sub(r"(\d)\s?%ig", r"\1-prozentig", text)
    text = re.sub(r"(?<=\d)\s?-?%-(?=[A-ZÄÖÜ])", " Prozent ", text)
    text = re.sub(r"\s?%", " Prozent", text)
    text = re.sub(r"\s?‰", " Promille", text)
    text = re.sub(r"§§\s?", "Paragrafen ", text)
    text = re.sub(r"§\s?", "Paragraf ", text)
    text = re.sub(r"\s?°\s?C\b", " Grad Celsius", text)
    text = re.sub(r"\s?°\s?F\b", " Grad Fahrenheit", text)
    text = re.sub(r"\s?°", " Grad", text)
    for sign, word in (("½", "einhalb"), ("¼", "ein Viertel"), ("¾", "drei Viertel")):
        text = re.sub(rf"(\d)\s?{sign}", rf"\1 {'und ' if sign != '½' else ''}{word}", text).replace(
            sign, word
        )
    text = re.sub(r"\s?&\s?", " und ", text)
    text = re.sub(r"\s<\s?", " kleiner als ", text)
    text = re.sub(r"\s>\s?", " größer als ", text)
    text = re.sub(r"\s?=\s?", " gleich ", text)
    return re.sub(r"(?<=[A-Za-zäöüß])/(?:-?)(?=[A-Za-zÄÖÜäöü])", " ", text)


def _units(text: str) -> str:
    return UNITS[0].sub(lambda m: f"{m[1]} {UNITS[1][m[2]]}", text)


def _dates(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        day, month, year = int(match[1]), int(match[2]), match[3] or ""
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return match[0]
        return f"{day}. {_MONTHS[month - 1]}{' ' + year if year else ''}"

    text = re.sub(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b", spoken, text)
    text = re.sub(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", lambda m: f"{int(m[3])}.{int(m[2])}.{m[1]}", text)
    text = re.sub(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b", spoken, text)
    return re.sub(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?![\d.])()", spoken, text)


def _times(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        hour, minute = int(match["h"]), int(match["m"])
        if hour > 24 or minute > 59:
            return match[0]
        hours = "ein" if hour == 1 else cardinal_de(hour)
        return f"{hours} Uhr{' ' + cardinal_de(minute) if minute else ''}"

    clock = r"(?P<h>\d{1,2})[:.](?P<m>\d\d)"
    text = re.sub(rf"(?<![\d:.,]){clock}(?:\s?Uhr\b)", spoken, text)
    text = re.sub(rf"(?<=[Uu]m ){clock}(?![\d:])", spoken, text)
    text = re.sub(r"(?<![\d:.,])1 Uhr\b", "ein Uhr", text)
    return re.sub(r"(?<![\d:])(\d{1,4}):(\d{1,4})(?![\d:])", r"\1 zu \2", text)


def _romans(text: str) -> str:
    nouns = "|".join(ORDINAL_NOUNS)

    def before_noun(match: re.Match[str]) -> str:
        return f"{roman(match[1])}. {match[2]}" if roman(match[1]) else match[0]

    def after_noun(match: re.Match[str]) -> str:
        return f"{match[1]} {roman(match[2])}" if roman(match[2]) else match[0]

    def king(match: re.Match[str]) -> str:
        number, before = roman(match[3]), (match[1] or "").strip()
        if not number:
            return match[0]
        article = (
            "dem" if before.casefold() in {"unter", "mit", "von", "bei", "nach", "seit", "zu"} else "der"
        )
        if match[2].endswith("s") and not before:
            article = "des"
        ending = "e" if article == "der" else "en"
        return f"{match[1] or ''}{match[2]} {article} {ordinal_de(number, ending).capitalize()}"

    text = re.sub(rf"\b([IVX]{{1,6}})\.\s?((?:{nouns})\w*)", before_noun, text)
    text = re.sub(
        r"\b(Kapitel|Teil|Artikel|Band|Akt|Phase|Stufe|Typ|Hartz)s? ([IVX]{1,6})\b(?!\.\w)", after_noun, text
    )
    prepositions = "[Uu]nter|[Mm]it|[Vv]on|[Bb]ei|[Nn]ach|[Ss]eit|[Zz]u"
    name = r"[A-ZÄÖÜ][a-zäöüß]{2,}"
    text = re.sub(
        rf"\b((?:{prepositions}) )?({name}) ([IVX]{{2,6}}|[IVX](?=\.))\.?(?=[\s,;:!?]|$)",
        king,
        text,
    )
    return re.sub(r"\b(II|III|IV|VI|VII|VIII|IX)\b", lambda m: str(roman(m[1])), text)


def _ordinals(text: str) -> str:
    nouns = "|".join((*_MONTHS, *ORDINAL_NOUNS))

    def spoken(match: re.Match[str]) -> str:
        before, number, noun = match[1] or "", int(match[2]), match[3]
        if noun in SENTENCE_STARTERS:
            return match[0]  # "Zusammen sind das 535. Drei weitere …": the full stop ends a sentence
        word = before.strip().casefold()
        if word in _TEN or (word == "der" and _FEMININE.search(noun)):
            ending = "en"
        elif word in _TE or word == "der":
            ending = "e"
        elif word in _TER:
            ending = "er"
        else:
            ending = "en" if before else "er"
        return f"{before}{ordinal_de(number, ending)} {noun}"

    determiners = "|".join(sorted(_TEN | _TE | _TER | {"der"}))
    after = rf"\b((?i:{determiners}) )(\d{{1,3}})\. ([A-ZÄÖÜa-zäöü]\w+)"
    text = re.sub(after, spoken, text)
    return re.sub(rf"(\b[A-Za-zäöüÄÖÜß]+,? )?(?<![\d.,])\b(\d{{1,3}})\.\s?((?:{nouns})\w*)", spoken, text)


def _hyphens(text: str) -> str:
    """``F-22-Kampfjets`` and ``24-stündig``: the parts are words of their own. ``10-12`` is a range."""
    text = re.sub(r"(?<=\d)\s?[–-]\s?(?=\d)", " bis ", text)
    text = re.sub(r"(?<=[A-Za-zÄÖÜäöüß])[-–](?=\d)|(?<=\d)[-–](?=[A-Za-zÄÖÜäöüß])", " ", text)
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", text)


def _number(match: re.Match[str]) -> str:
    whole, decimals, suffix = match["whole"].replace(".", ""), match["decimals"], match["suffix"] or ""
    after = match["after"] or ""
    grouped = "." in match["whole"]
    if len(whole) > 15 or (len(whole) > 1 and whole.startswith("0")):
        words = " ".join(cardinal_de(int(digit)) for digit in whole[:60])
    elif decimals or grouped or len(whole) != 4:
        words = cardinal_de(int(whole))
    else:
        words = year_de(int(whole))
    if decimals:
        words += (" Komma " if match["mark"] == "," else " Punkt ") + " ".join(
            cardinal_de(int(digit)) for digit in decimals[:20]
        )
    elif whole == "1" and after.strip()[:1].isupper():
        words = "eine" if _FEMININE.search(after.strip()) else "ein"
    if suffix.startswith("er"):
        words = re.sub(r"s$", "", words) if words.endswith("eins") else words
        return f"{words}{suffix}{after}"
    return f"{words}{' ' + suffix if suffix else ''}{after}"


def _numbers(text: str) -> str:
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    pattern = (
        rf"(?<![\w])(?P<whole>{_NUMBER})(?:(?P<mark>[.,])(?P<decimals>\d+))?(?P<suffix>[a-zäöü]{{1,12}}\b)?"
        r"(?P<after> [A-ZÄÖÜ]\w+)?"
    )
    return re.sub(pattern, _number, text)


def _acronyms(text: str) -> str:
    """AfD and CDU letter by letter; NATO as a word; a line in capitals as words."""
    text = re.sub(r"\b[A-ZÄÖÜ]{2,}(?:[ ,-]+[A-ZÄÖÜ]{2,}){3,}\b", lambda m: m[0].title(), text)

    def spoken(match: re.Match[str]) -> str:
        word, plural = match[1], match[2] or ""
        if word in ACRONYMS:
            return ACRONYMS[word] + plural
        if word in SPOKEN_ACRONYMS or len(word) > 5:
            return word.capitalize() + plural
        return " ".join(word) + (f" {plural}" if plural else "")

    names = "|".join(re.escape(name) for name in sorted(ACRONYMS, key=lambda name: (-len(name), name)))
    text = re.sub(rf"\b({names})(s)?\b", spoken, text)
    return re.sub(r"\b([A-ZÄÖÜ]{2,})(s)?\b", spoken, text)


def _lexicon(text: str) -> str:
    def spoken(match: re.Match[str]) -> str:
        return LEXICON[1].get(match[1].casefold(), match[1]) + (match[2] or "")

    text = LEXICON[0].sub(spoken, text)
    text = re.sub(r"(?<=[A-Za-zäöüß])-(?=[A-ZÄÖÜ])", " ", text)
    return re.sub(r"[<>%€$§&/@]", " ", text)


STEPS: tuple[Callable[[str], str], ...] = (_urls,)
"""What every engine needs."""

SPELLING_STEPS: tuple[Callable[[str], str], ...] = (
    _abbreviations,
    _money,
    _scales,
    _units,
    _signs,
    _dates,
    _romans,
    _ordinals,
    _times,
    _hyphens,
    _numbers,
    _acronyms,
    _lexicon,
)
"""What an engine needs that reads letters, not meaning."""
