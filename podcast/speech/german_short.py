"""German: abbreviations in full, with gender and case as far as a table can tell."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.abbreviations_de import (
    AFTER_A_DAY,
    BEFORE_A_NUMBER,
    BEHIND_A_NAME,
    ENDS_A_SENTENCE,
    FEMALE,
    OFFICES,
    SHORT,
    WEEKDAYS,
)
from podcast.speech.words_de import SENTENCE_STARTERS

__all__ = ["abbreviations", "initials", "stop"]

_PARTICIPLES = {"sog.": "sogenannte", "ehem.": "ehemalige", "gen.": "genannte", "designiert.": "designierte"}
_ALL = {key.replace(" ", ""): spoken for key, spoken in SHORT.items()}
_SPACED = {key.replace(" ", ""): key for key in SHORT}
for _key in [key for key in SHORT if " " in key and key[0].islower()]:
    _upper = _key[0].upper() + _key[1:]
    _SPACED.setdefault(_upper.replace(" ", ""), _key)
    _ALL.setdefault(_upper.replace(" ", ""), SHORT[_key][0].upper() + SHORT[_key][1:])
for _key in [key for key in SHORT if " " not in key and key[0].islower()]:
    _ALL.setdefault(_key.capitalize(), SHORT[_key].capitalize())


def _body(short: str) -> str:
    return r"\s?".join(re.escape(part) for part in re.findall(r"[^.]+\.", short))


_KEYS = sorted((*_ALL, *OFFICES, *_PARTICIPLES), key=lambda key: (-len(key), key))
_PATTERN = re.compile(r"(?<!\w)(?<!\w\.)(?:" + "|".join(map(_body, _KEYS)) + ")")
_WEAK = re.compile(r"\b(?:dem|den|des|im|am|vom|zum|zur|beim|einem|einen|eines|einer)\s$", re.IGNORECASE)
_STRONG = re.compile(r"\b(?:ein|kein|sein|ihr|unser)\s$", re.IGNORECASE)
_FIXED = re.compile(r"\b(?:der|die|das|eine|seine|ihre|diese)\s$", re.IGNORECASE)

_LETTERS = {"D.C.": "Di Si", "J.D.": "Dschäi Di"}
_NO_NAMES = frozenset(
    "Plan Vitamin Typ Klasse Gruppe Punkt Hepatitis Kategorie Variante Artikel Teil Fall Generation Malcolm "
    "Buchstabe Stufe Note Modell Version Block Tor Gleis Sektor Kanal Serie Studio Team Person Partei Staat "
    "Land".split()
)
_VON = frozenset(
    "Otto Friedrich Johann Wolfgang Alexander Heinrich Karl Carl Hans Wilhelm Ursula Richard Joachim Christian Claus "
    "Klaus Bettina Annette Georg Ernst Paul Max Franz Konstantin Ferdinand Marion Achim Herbert "
    "Theodor".split()
)


def stop(rest: str) -> str:
    """The full stop that an abbreviation's dot also is, where the text ends with it."""
    return "." if not rest.strip() else ""


def abbreviations(text: str) -> str:
    """``z. B.`` is "zum Beispiel", ``Sen. Elizabeth`` "Senatorin Elizabeth", ``der sog.`` "der sogenannte"."""
    text = re.sub(r"\bU\.\s?S\.\s?A\.", "USA", text)
    text = re.sub(r"(?<=\d)\s?[Mm]in\b\.?(?![./])", " Minuten", text)
    text = re.sub(r"(?<=\d)\s?[Ss]ek\b\.?", " Sekunden", text)
    text = re.sub(r"(\b(?:ab|von|mit|seit|vor|nach) \d{1,3})\s?J\.", r"\1 Jahren", text)
    text = re.sub(r"(?<=\d)\s?J\.", " Jahre", text)
    text = re.sub(r"(?<=\d)\s?Std\b\.?", " Stunden", text)
    text = re.sub(
        r"(?<=\d\. )(?:OG|UG)\b", lambda m: {"O": "Obergeschoss", "U": "Untergeschoss"}[m[0][0]], text
    )
    text = re.sub(
        r"(?<!\w)s\.(?=\s(?:S\.|Seite|Kap\.|Abb\.|Tab\.|Anm\.|Anhang|oben|unten|auch))", "siehe", text
    )
    text = re.sub(r"((?:Abs\.|Absatz|Art\.|Artikel|§|Paragraf)\s?\d+[a-z]?,?\s)S\.(?=\s?\d)", r"\1Satz", text)
    text = re.sub(r"(?<!\w)S\.(?=\s?\d{1,5}\s?[–-]\s?\d)", "Seiten", text)
    text = re.sub(r"(?<!\w)S\.(?=\s?\d)", "Seite", text)
    text = re.sub(r"(Seiten? \d{1,5})\s?f(f?)\.", _following, text)
    text = re.sub(r"(?<=[a-zäöüß])str\.(?=\s?\d)", "straße", text)
    text = re.sub(
        r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\.?\s?[–-]\s?(Mo|Di|Mi|Do|Fr|Sa|So)\b\.?",
        lambda m: f"{_DAYS[m[1]]} bis {_DAYS[m[2]]}",
        text,
    )
    text = re.sub(r"\bFr\.(?=,? \d{1,2}\.)", "Freitag", text)
    text = re.sub(r"\b([Gg])eb\.", _born, text)
    text = re.sub(r"(?<=\w)-vs?\.-(?=[A-Z])", " gegen ", text)
    text = _PATTERN.sub(_spoken, text)
    text = re.sub(r"(?<![\w.])u\. (?=\w)", "und ", text)
    return re.sub(r"\bv\.(?= [A-ZÄÖÜ])", _versus, text)


_DAYS = {"Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag"}
_DAYS |= {"Sa": "Samstag", "So": "Sonntag"}


def _following(match: re.Match[str]) -> str:
    return f"{match[1]} {'fortfolgende' if match[2] else 'folgende'}{stop(match.string[match.end() :][:9])}"


def _born(match: re.Match[str]) -> str:
    rest = match.string[match.end() : match.end() + 5]
    return match[1] + ("eboren" if re.match(r"\s?(?:\d|in|am|als|um)", rest) else "eborene")


def _versus(match: re.Match[str]) -> str:
    """``Roe v. Wade`` is a case, ``Otto v. Bismarck`` a man."""
    before = match.string[max(0, match.start() - 40) : match.start()].split()
    if not before or not before[-1][0].isupper():
        return "von"
    return "von" if before[-1] in _VON else "gegen"


def _spoken(match: re.Match[str]) -> str:
    key = match[0].replace(" ", "")
    before = match.string[max(0, match.start() - 24) : match.start()]
    rest = match.string[match.end() : match.end() + 24]
    if key in OFFICES:
        name = re.match(r"\s?(\w+)", rest)
        return OFFICES[key][bool(name and name[1] in FEMALE)] if name and name[1][0].isupper() else match[0]
    if key in _PARTICIPLES:
        return _declined(key, before, rest)
    if not _fits(key, before, rest):
        return match[0]
    spoken = _ALL[key]
    if spoken == "Jahrhundert" and re.search(r"\bdes \d{1,2}\. $", before):
        spoken = "Jahrhunderts"
    if spoken == "Sankt" and re.match(r"\s?(?:Louis|Lucia|Laurent|Tropez)", rest):
        spoken = "Säint"
    return spoken + ("." if _ends(_SPACED.get(key, key), rest) else stop(rest))


def _ends(short: str, rest: str) -> bool:
    """Is the dot a full stop, too? Behind a name only before a word that begins sentences."""
    following = re.match(r"\s+([A-ZÄÖÜ]\w*)", rest)
    if not following or short not in ENDS_A_SENTENCE:
        return False
    return short not in BEHIND_A_NAME or following[1] in SENTENCE_STARTERS


def _fits(key: str, before: str, rest: str) -> bool:
    if key in BEFORE_A_NUMBER and key not in {"lit.", "Str."}:
        return bool(re.match(r"\s?[\d+(]|\s?[IVX]+\b", rest))
    if key in AFTER_A_DAY:
        return bool(
            re.search(r"(?:\d\.\s?|\b(?:im|Anfang|Mitte|Ende|seit|bis|ab|vom) )$", before)
            or re.match(r"\s?(?:\d{4}|'\d\d)\b", rest)
        )
    if key in WEEKDAYS:
        return bool(re.match(r",? \d{1,2}(?:\.|:\d\d)", rest))
    if key in {"No.", "Co.", "So.", "Do.", "Hl."}:
        return not stop(rest) or key == "Co."
    if key == "Gen.":
        return bool(re.match(r"\s?[A-Z]", rest))
    return True


def _declined(key: str, before: str, rest: str) -> str:
    stem = _PARTICIPLES[key]
    if key == "gen." and not before.strip():
        return "gen."
    if _WEAK.search(before):
        return stem + "n"
    noun = re.match(r"\s?[A-ZÄÖÜ]\w+", rest)
    feminine = bool(noun and re.search(r"(?:in|ung|heit|keit|schaft|ion|e)$", noun[0]))
    if _STRONG.search(before):
        return stem + "r"
    return stem + "r" if key == "ehem." and not feminine and not _FIXED.search(before) else stem


def initials(text: str) -> str:
    """The dots of ``George W. Bush``, ``J. Edgar`` and ``U.S.`` are no full stops."""
    text = re.sub(r"(?<![\w.])(?:[A-Z]\.\s?){1,4}[A-Z]\.(?![\w])", _dotted, text)
    name = r"\b([A-ZÄÖÜ][a-zäöüß]{1,20}(?:-[A-ZÄÖÜ][a-zäöüß]{1,20})?) ([A-ZÄÖÜ])\. (?=([A-ZÄÖÜ][\w'-]{1,30}))"
    text = re.sub(name, _middle, text)
    return re.sub(r"(?:^|(?<=[a-zäöüß,:] ))([A-Z])\. (?=([A-ZÄÖÜ][a-zäöüß]{1,30}))", _first, text)


def _dotted(match: re.Match[str]) -> str:
    letters = re.sub(r"\s", "", match[0])
    rest = match.string[match.end() : match.end() + 24]
    following = re.match(r"\s+(\w+)", rest)
    ends = bool(following and following[1] in SENTENCE_STARTERS)
    return _LETTERS.get(letters, " ".join(letters.replace(".", ""))) + ("." if ends else stop(rest))


def _middle(match: re.Match[str]) -> str:
    if match[1] in _NO_NAMES or match[3] in SENTENCE_STARTERS:
        return match[0]
    letter = "Dabbelju" if (match[1], match[2]) == ("George", "W") else match[2]
    return f"{match[1]} {letter} "


def _first(match: re.Match[str]) -> str:
    return match[0] if match[2] in SENTENCE_STARTERS else f"{match[1]} "
