"""German: figures in words, and what joins them: fractions, ranges, compounds, telephones."""

from __future__ import annotations

import re
import unicodedata

from podcast.speech.german_ordinals import FEMININE
from podcast.speech.numbers import cardinal_de, ordinal_de, year_de

__all__ = ["fractions", "joints", "numbers", "telephones"]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+"
_NEUTER = re.compile(r"^(?:Jahr|Kilo|Pfund|Dutzend|Prozent|Promille|Glas|Brot|Kilogramm|Gramm)$")
_DATIVE = re.compile(r"\b(?:mit|von|nach|bei|zu|aus|seit|vor|ab|gegenüber|außer) $", re.IGNORECASE)
_DATIVE_ONLY = re.compile(r"\b(?:mit|von|nach|bei|zu|aus|seit|vor|in|ab|unter|außer) $", re.IGNORECASE)
_NO_FRACTIONS = frozenset({(9, 11), (24, 7)})
_PARTS = {2: "Halbe", 3: "Drittel", 7: "Siebtel", 8: "Achtel"}


def _digits(text: str) -> str:
    return " ".join(cardinal_de(int(digit)) for digit in text if digit.isdecimal())


def _joined(number: int) -> str:
    """As the first part of a compound: "ein" and not "eins"."""
    words = cardinal_de(number)
    return words[:-1] if words.endswith("eins") else words


def telephones(text: str) -> str:
    """Digit by digit, with a pause between the groups; ``Notruf 112`` too, and ``Boeing 737``."""
    number = r"(?<![\w.,/+-])(\+\d{2}|0\d{2,4})((?:[ /-]\d{1,12}){1,6})(?![\w.,]\d|\w)"
    text = re.sub(number, lambda m: _groups(m[0]), text)
    text = re.sub(
        r"\b((?:Telefon(?:nummer)?|Notruf(?:nummer)?|Hotline|Rufnummer|Fax|PIN|PLZ|"
        r"Postleitzahl):? )(\d[\d /-]{0,30}\d)",
        lambda m: m[1] + _groups(m[2]),
        text,
    )
    return re.sub(
        r"\b(Boeings? )(7\d7)(?:-(\d+))?(?!\d)",
        lambda m: m[1] + _digits(m[2]) + (f" {m[3]}" if m[3] else ""),
        text,
    )


def _groups(text: str) -> str:
    groups = [_digits(group) for group in re.split(r"[ /-]+", text.lstrip("+")) if group]
    return ("plus " if text.startswith("+") else "") + ", ".join(groups)


def _part(number: int) -> str:
    return _PARTS.get(number) or ordinal_de(number, "el").capitalize()


def fractions(text: str) -> str:
    """``2/3`` is "zwei Drittel", ``½ Stunde`` "eine halbe Stunde", ``mit 1/3`` "mit einem Drittel"."""
    text = re.sub(r"(?<![\d/.,])1/2(?![\d/]|[.,]\d)", "½", text)
    text = re.sub(r"(\d{1,6})\s?½", lambda m: f"{_joined(int(m[1]))}einhalb", text)
    text = re.sub(r"½( (?P<noun>[A-ZÄÖÜ][a-zäöüß]+))?", _half, text)
    text = re.sub(r"(\d?)\s?([¼¾⅐-⅞])", _vulgar, text)
    return re.sub(r"(?<![\d/.,])(\d{1,2})/(\d{1,4})(?![\d/]|[.,]\d)", _fraction, text)


def _half(match: re.Match[str]) -> str:
    noun = match["noun"]
    if not noun:
        return "ein halb"
    if _NEUTER.match(noun):
        return f"ein halbes {noun}"
    return f"eine halbe {noun}" if FEMININE.search(noun) else f"ein halber {noun}"


def _vulgar(match: re.Match[str]) -> str:
    return f"{match[1]} {unicodedata.normalize('NFKC', match[2]).replace('⁄', '/')}"


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match[1]), int(match[2])
    if (above, below) in _NO_FRACTIONS or not 1 <= above < below:
        return match[0]
    if not (below <= 20 or below in {100, 1000}):
        return match[0]
    if below == 2:
        return "ein halb"
    dative = bool(_DATIVE.search(match.string[max(0, match.start() - 12) : match.start()]))
    if above == 1:
        return f"{'einem' if dative else 'ein'} {_part(below)}"
    compound = match.string[match.end() : match.end() + 1] == "-"
    return f"{cardinal_de(above)} {_part(below)}{'n' if dative and not compound else ''}"


def joints(text: str) -> str:
    """``F-22-Kampfjets`` are words of their own, ``24-stündig`` is one, ``10-12`` a range."""
    text = re.sub(r"(?<![\w'])'(?=\d\d(?:er[ns]?)?\b)", "", text)
    text = re.sub(
        r"(?<![\d.,])(\d{1,6})-(,? (?:bis|und|oder) )(\d{1,6})-(?=(Jährig)?[^\W\d_])", _hanging, text
    )
    text = re.sub(
        r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*|\d{1,6})-(Jährig)",
        lambda m: f"{_joined(int(m[1].replace('.', ''))).capitalize()}{m[2].lower()}",
        text,
    )
    text = re.sub(
        r"(?<![\w.,-])(\d{1,3}(?:\.\d{3})*|\d{1,6})-(?=[a-zäöüß])",
        lambda m: _joined(int(m[1].replace(".", ""))),
        text,
    )
    text = re.sub(
        r"(?<![\w.,-])(\d{1,6})(?=(?:fach|mal|jährig|tägig|stündig|prozentig)[a-z]{0,3}\b)",
        lambda m: _joined(int(m[1])),
        text,
    )
    text = re.sub(r"(?<=\d)\s?[–-]\s?(?=\d)", " bis ", text)
    text = re.sub(r"\b([A-Z])[–](?=[A-Z]\b)", r"\1 bis ", text)
    text = re.sub(r"(?<=[A-Za-zÄÖÜäöüß])[-–](?=\d)|(?<=\d)[-–](?=[A-Za-zÄÖÜäöüß])", " ", text)
    text = re.sub(r"(?<=[a-zäöüß])–(?=[A-ZÄÖÜ])", " ", text)
    text = re.sub(r"(?<=\d)(?=[A-ZÄÖÜ])", " ", text)
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", text)


def _hanging(match: re.Match[str]) -> str:
    """``18- bis 29-Jährige``: the first waits for its second half."""
    first = _joined(int(match[1]))
    return f"{first.capitalize() if match[4] else first}-{match[2]}{match[3]}-"


_LABEL = re.compile(
    r"\b(?:Platz|Nummer|Artikel|Kapitel|Seite|Seiten|Teil|Band|Paragraf|Absatz|Satz|Ziffer|Raum|Gleis|Tor|"
    r"Klasse|Stufe|"
    r"Phase|Runde|Liga|Rang|Version|Kanal|Programm|Section|Title|\d zu|[A-Z]{1,2}) $"
)
_OF_A_YEAR = re.compile(
    r"\b(?:Jahr|Jahre|Jahres|seit|bis|von|ab|anno|im|um|Anfang|Mitte|Ende|Sommer|Herbst|Winter) $"
)
_COUNTED = re.compile(
    r"^ (?:Euro|Cent|Dollar|U|US|Pfund|Franken|Rubel|Yen|Menschen|Leute|Soldaten|Mann|Stimmen|Tote|Toten|"
    r"Verletzte|Sitze|Frauen|"
    r"Männer|Kinder|Mal|Stück|Prozent|Quadrat\w+|Kubik\w+|Seiten|Plätze|Jahre|Jahren|Tage|Tagen|Stunden|Minuten|"
    r"Wörter|"
    r"Grad|Hektar|Fuß|PS|Meilen|Einwohner|Mitglieder|Schüler|Gäste|Fälle|Betten|Wohnungen|Autos|Panzer|Drohnen|"
    r"Raketen|"
    r"Gramm|Liter|Kilo|Watt|Volt|Hertz|Byte|\w+(?:meter|gramm|watt|pascal|tonnen|stunden|liter|byte|innen|ungen|"
    r"joule)|Tonnen)\b"
)


def _number(match: re.Match[str]) -> str:
    whole, decimals, suffix = match["whole"].replace(".", ""), match["decimals"], match["suffix"] or ""
    after = match.string[match.end() : match.end() + 40]
    before = match.string[max(0, match.start() - 12) : match.start()]
    if len(whole) > 15 or (len(whole) > 1 and whole.startswith("0")):
        words = _digits(whole[:60])
    elif (
        len(whole) == 4
        and "." not in match["whole"]
        and not decimals
        and (suffix or not _counted(whole, before, after))
    ):
        words = year_de(int(whole))
    else:
        words = cardinal_de(int(whole))
    if decimals:
        first, *more = re.split(r"(?<=\d)(?=[.,])", match["mark"] + decimals)
        words += "".join(
            (" Komma " if part[0] == "," else " Punkt ") + _digits(part[1:21]) for part in (first, *more)
        )
    elif whole == "1" and re.match(r" bis (?:\d+|zwei) [A-ZÄÖÜ]", after) and not _LABEL.search(before):
        words = "ein"
    elif whole == "1" and (noun := re.match(r" ([A-ZÄÖÜ][^\W\d_]+)", after)) and not _LABEL.search(before):
        # "1 Wagen": one thing of a feminine noun has no "-n", whatever an ordinal's noun may have
        words = "eine" if FEMININE.search(noun[1]) and not noun[1].endswith("en") else "ein"
        if _DATIVE_ONLY.search(before):
            words = "einer" if words == "eine" else "einem"
    if suffix.startswith("er"):
        words = words[:-1] if words.endswith("eins") else words
        return f"{words}{suffix}"
    return f"{words} {suffix}" if suffix else words


def _counted(whole: str, before: str, after: str) -> bool:
    """So many of something, and no year."""
    if _COUNTED.match(after):
        return not re.search(r"\b(?:Jahr|Jahre|Jahres) $", before)
    plural = re.match(r" [A-ZÄÖÜ]\w*(?:en|er|e)\b", after)
    return whole.endswith("00") and bool(plural) and not _OF_A_YEAR.search(before)


def numbers(text: str) -> str:
    """All figures that are left, as words; a number of four digits that counts nothing is a year."""
    text = re.sub(r"(?<![\d.,])(\d{1,3})((?: \d{3})+)(?!\d)", lambda m: m[1] + m[2].replace(" ", "."), text)
    text = re.sub(r"(?<![\d.,])(\d{1,3})((?:'\d{3})+)(?!\d)", lambda m: m[1] + m[2].replace("'", "."), text)
    text = re.sub(
        r"(?<![\d.,])(\d{1,3})((?:,\d{3}){2,})(?![\d,])", lambda m: m[1] + m[2].replace(",", "."), text
    )
    text = re.sub(r"(?<=\d)/(?=\d)", " ", text)
    pattern = (
        rf"(?<![\w])(?P<whole>{_NUMBER})(?:(?P<mark>[.,])(?P<decimals>\d+(?:\.\d+)*))?"
        r"(?P<suffix>[a-zäöü]{1,12}\b)?"
    )
    return re.sub(pattern, _number, text)
