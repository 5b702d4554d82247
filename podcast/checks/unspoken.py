"""What the show's voices cannot speak: signs, abbreviations, other scripts; and capitals that they may spell wrongly.

Nothing is known here of any voice. The words as they will be spoken are handed down (``Given.read``), and what
is lost between the written and the spoken text, or comes out of it unspoken, is named.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import squeezed
from podcast.script import pieces
from podcast.tongues import foreign_letters

__all__ = ["findings", "spoken"]

Read = Callable[[str], str]

_PLAIN = frozenset(".,;:!?-–—…'\"„“”‚‘’‛»«›‹()[] \n\t")
"""Marks that are pauses, or that nobody misses."""
_LIGHT = frozenset("#/©®™†*_|")
"""Signs that may be dropped where they stand ("und/oder", "#MeToo"): good to know, no more."""
_SOUND = frozenset(".,;:!?-'– ")

_SHORT = frozenset(
    "abb bsp bspw lt gem entspr resp ltd inc corp mt fig pp hg hrsg aufl bd vors stv stellv zzgl abzgl gegr verh "
    "geschl ehem einschl mtl jährl tgl wg gg o.g s.g i.a p.a z.hd m.e u.e i.e.s i.w.s a.k.a ca c".split()
)
"""Abbreviations by their letters, without the last dot; others are known by having no vowel."""
_ABBREVIATION = re.compile(r"(?<![\w.'’-])([^\W\d_]{1,7}(?:\.\s?[^\W\d_]{1,3})*)\.(?=[\s,;:)–-])(?!\s*$)")
_VOWEL = re.compile(r"[aeiouyäöüáéíóúàèâêô]", re.I)

_CAPITALS = re.compile(r"(?<![\w.-])([A-ZÄÖÜ]{4,})(?![\w-])")
_LIKE_A_WORD = re.compile(r"(?=.*[BCDFGHJKLMNPQRSTVWXZ][AEIOUÄÖÜ])(?!.*[BCDFGHJKLMNPQRSTVWXZ]{4})")
_UNPRONOUNCEABLE = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{4}")


def spoken(said: Said) -> str:
    """The turn's words before any preparation: directions away, the spoken half of ``{written|spoken}``."""
    return " ".join(piece for piece in pieces(said.turn.body) if isinstance(piece, str))


def findings(given: Given) -> Iterator[Finding]:
    """``unspoken-sign``, ``unspoken-abbreviation``, ``foreign-script``, ``capitals``; none where nobody reads."""
    if given.read is None:
        return
    seen: set[str] = set()
    for said in given.said:
        text = spoken(said)
        yield from _signs(said, text, given.read)
        yield from _abbreviations(said, text, given.read)
        if letters := foreign_letters(given.read(text)):
            message = f"no voice here can speak the letters “{letters[:12]}”; write them as they sound"
            yield said.finding("foreign-script", "warning", message, "aloud", letters)
        yield from _capitals(said, text, given.read, seen)


def _signs(said: Said, text: str, read: Read) -> Iterator[Finding]:
    for sign in dict.fromkeys(char for char in text if _is_sign(char)):
        aloud = read(text)
        stays = sign in aloud and sign not in _SOUND
        dropped = squeezed(aloud) == squeezed(read(text.replace(sign, " ")))
        if stays or dropped:
            light = sign in _LIGHT or unicodedata.category(sign) == "So"
            around = _around(text, sign)
            message = f"“{sign}” in “{around}” will not be heard; write the word that is meant"
            yield said.finding("unspoken-sign", "note" if light else "warning", message, "aloud", around)


def _around(text: str, sign: str) -> str:
    """The word with the sign in it; a sign that stands alone together with the word after it."""
    words = text.split()
    at = next(n for n, word in enumerate(words) if sign in word)
    return words[at] if any(map(str.isalnum, words[at])) else " ".join(words[at : at + 2])


def _is_sign(char: str) -> bool:
    if char in _PLAIN or char.isspace() or char.isalnum():
        return char in "₀₁₂₃₄₅₆₇₈₉"
    return unicodedata.category(char)[0] in "SP"


def _abbreviations(said: Said, text: str, read: Read) -> Iterator[Finding]:
    aloud = read(text)
    for found in _ABBREVIATION.finditer(text):
        letters = "".join(found[1].split())
        bare = letters.casefold()
        short = bare in _SHORT or ("." in letters and letters.islower()) or not _VOWEL.search(letters)
        if not short or (len(letters) == 1 and letters.isupper()):
            continue
        if re.search(rf"(?<!\w){re.escape(found[1])}\.", aloud) or re.search(
            rf"(?<!\w){re.escape(letters)}\.", aloud
        ):
            message = f"no voice knows the abbreviation “{found[0]}”; write it out"
            yield said.finding("unspoken-abbreviation", "warning", message, "aloud", found[0])


def _capitals(said: Said, text: str, read: Read, seen: set[str]) -> Iterator[Finding]:
    for found in _CAPITALS.finditer(text):
        word = found[1]
        if word in seen:
            continue
        seen.add(word)
        aloud = read(word)
        if aloud.replace("ay", "A") == " ".join(word) and _LIKE_A_WORD.match(
            word
        ):  # an English A is written "ay"
            message = (
                f"“{word}” will be spelled letter by letter; if it is a word, say so under [pronunciation]"
            )
            yield said.finding("capitals", "note", message, "aloud", word)
        elif aloud.casefold() == word.casefold() and _UNPRONOUNCEABLE.search(word):
            message = f"“{word}” will be read as a word; if it is spelled, say so under [pronunciation]"
            yield said.finding("capitals", "note", message, "aloud", word)
