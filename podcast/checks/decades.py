"""Decades and Roman numerals in running text, German and English. Pure; reads from a row of tokens."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.checks.number_tokens import Token, at
from podcast.checks.number_words_de import fold
from podcast.checks.number_words_en import words_at

__all__ = ["NUMBERED", "decade_at", "roman_at"]

_DE = {
    "zehner": 10, "zwanziger": 20, "dreissiger": 30, "vierziger": 40, "fünfziger": 50, "sechziger": 60,
    "siebziger": 70, "achtziger": 80, "neunziger": 90,
}  # fmt: skip
_EN = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_CENTURIES_DE = {"neunzehnhundert": 1900, "achtzehnhundert": 1800, "siebzehnhundert": 1700}
_CENTURIES_EN = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700, "twenty": 2000}

NUMBERED = frozenset(
    "artikel artikels kapitel teil band akt phase typ stufe hartz weltkrieg vatikanum article chapter part title act "
    "type section war bowl amendment rule regel paragraf abschnitt absatz apollo".split()
)
"""After these words even I, V and X are numbers."""
_AFTER_A_NAME = re.compile(r"II|III|IV|VI|VII|VIII|IX|XI{1,3}|XIV|XV|XVI")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_LEAST_NAME = 3
"""Letters of a name that may carry a numeral: "Karl V." but not "Nr. IV"."""


def decade_at(tokens: Sequence[Token], index: int, language: str) -> tuple[int, int] | None:
    """``1990`` for "neunzehnhundertneunziger Jahre", 90 for "die Neunziger"; and the index after it."""
    return _german(tokens, index) if language == "de" else _english(tokens, index)


def _german(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    low = fold(tokens[index].low)
    stem = re.sub(r"jahren?$", "", low)
    century = 0
    for word, years in _CENTURIES_DE.items():
        if stem.startswith(word):
            stem, century = stem.removeprefix(word), years
    stem = stem.removesuffix("n") if stem.endswith("ern") else stem
    if stem not in _DE:
        return None
    with_years = at(tokens, index + 1).low in {"jahre", "jahren"}
    sure = century or with_years or low.endswith(("jahre", "jahren"))
    # "in den Neunzigern"; "ein Zwanziger" is a note of money
    if not sure and not (at(tokens, index - 1).low in {"den", "die", "der"} and stem != "zehner"):
        return None
    return century + _DE[stem], index + 2 if with_years else index + 1


def _english(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    low, following = tokens[index].low, at(tokens, index + 1).low
    if low in _EN:
        return _EN[low], index + 1
    if low in _CENTURIES_EN and following in _EN and words_at(tokens, index):
        return _CENTURIES_EN[low] + _EN[following], index + 2
    return None


def roman_at(tokens: Sequence[Token], index: int) -> int:
    """``II`` in "Artikel II", "World War II", "Wilhelm II."; 0 for none."""
    token, before = tokens[index], at(tokens, index - 1)
    if token.kind != "word" or token.glued or not _ROMAN.fullmatch(token.text):
        return 0
    named = before.kind == "word" and before.text[:1].isupper() and len(before.text) >= _LEAST_NAME
    if before.low not in NUMBERED and not (named and _AFTER_A_NAME.fullmatch(token.text)):
        return 0
    digits = [_ROMAN_DIGITS[digit] for digit in token.text]
    return sum(-digit if digit < max(digits[i:]) else digit for i, digit in enumerate(digits))
