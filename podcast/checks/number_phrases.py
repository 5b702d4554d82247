"""Numbers in running text: digits with their suffixes and scales, sizes (Tausende), words. Both languages. Pure.

Reads from a row of tokens; the unit and the hedge beside a number are read elsewhere.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from podcast.checks.number_phrase import Phrase, with_scales
from podcast.checks.number_phrases_de import special_de, words_de
from podcast.checks.number_phrases_en import special_en, words_en
from podcast.checks.number_tokens import HYPHENS, Token, at
from podcast.checks.number_words_de import spelled
from podcast.checks.number_words_en import DENOMINATORS
from podcast.checks.units import SCALES, SUFFIXES_DE

__all__ = ["Phrase", "phrase_at"]

_MAGNITUDES = {
    "de": {
        "dutzende": 12, "hunderte": 100, "tausende": 1000, "zehntausende": 10**4, "hunderttausende": 10**5,
        "millionen": 10**6, "milliarden": 10**9, "billionen": 10**12,
        "billiarden": 10**15, "dutzenden": 12, "hunderten": 100,
        "tausenden": 1000, "zehntausenden": 10**4, "hunderttausenden": 10**5, "tausender": 1000,
        "zigtausende": 10**4, "zigtausend": 10**4, "abertausende": 1000,
    },
    "en": {
        "dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    },
}  # fmt: skip
_SEVERAL = {
    "de": frozenset(
        "mehrere mehreren mehrerer einige einigen einiger paar viele vielen etliche etlichen".split()
    ),
    "en": frozenset("several few many couple".split()),
}
_ENDINGS_DE = frozenset("te ten ter tes tem ste sten ster stes".split())
_ENDINGS_EN = frozenset("th st nd rd".split())
_GLUED_SCALES = {"m": 10**6, "b": 10**9, "bn": 10**9, "k": 10**3, "mn": 10**6, "tn": 10**12}
_GLUED_UNITS = frozenset("km m kg cm mm kw mw gw kwh mph ft lb".split())
_LARGEST_SLASH = 1000
"""From here on a number before a stroke may be a year (2018/19); below, it is a fraction or a name."""
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100, 1000))


def phrase_at(tokens: Sequence[Token], index: int, language: str) -> Phrase | None:
    """The number that begins at ``index``, or ``None``."""
    token = at(tokens, index)
    if token.kind in {"number", "vulgar"}:
        return _digits(tokens, index, language)
    if token.kind != "word":
        return None
    found = _magnitude(tokens, index, language)
    if found:
        return found
    if language == "de":
        return special_de(tokens, index) or words_de(tokens, index)
    return special_en(tokens, index) or words_en(tokens, index)


def _magnitude(tokens: Sequence[Token], index: int, language: str) -> Phrase | None:
    """``Tausende``, ``hundreds of thousands``, ``mehrere hundert Billiarden``: a size and no number."""
    low, table = tokens[index].low, _MAGNITUDES[language]
    if low in _SEVERAL[language]:
        after, value = index + 1, Fraction(1)
        if language == "en" and at(tokens, after).low == "of":
            after += 1
        start = after
        while True:
            word = at(tokens, after).low
            size = SCALES[language].get(word) or table.get(word)
            if size is None or word == "k":
                break
            value, after = value * size, after + 1
        return Phrase(value, after, "magnitude") if after > start else None
    if low not in table:
        return None
    value, after = Fraction(table[low]), index + 1
    if at(tokens, after).low in {"of", "von"} and at(tokens, after + 1).low in table:
        value, after = value * table[at(tokens, after + 1).low], after + 2
    elif language == "de" and at(tokens, after).low in table and value < 1000:
        value, after = value * table[at(tokens, after).low], after + 1  # Hunderte Millionen
    return Phrase(value, after, "magnitude")


def _digits(tokens: Sequence[Token], index: int, language: str) -> Phrase | None:
    if _is_name(tokens, index):
        return None
    token = tokens[index]
    value, after = token.value or Fraction(0), index + 1
    following = at(tokens, after)
    if (
        following.text in {"/", "⁄"}
        and following.glued
        and at(tokens, after + 1).glued
        and value < _LARGEST_SLASH
    ):
        return _slash(tokens, index)
    if following.kind == "vulgar" and following.value:
        value, after = value + following.value, after + 1
    elif token.plain and following.plain:
        part = _slash(tokens, after)  # 2 1/2
        if part:
            value, after = value + part.value, part.after
    suffix = at(tokens, after)
    if suffix.kind == "word" and suffix.glued:
        glued = _glued(token, suffix, value, after + 1, language)
        if glued is None and suffix.low in _GLUED_UNITS:
            return Phrase(value, after, plain=token.plain)  # 5km
        if glued or suffix.low not in SCALES[language]:
            return glued  # 3D and 5G are names
    if (
        language == "en"
        and suffix.low in DENOMINATORS
        and suffix.low.endswith("s")
        and value.denominator == 1
    ):
        return Phrase(value / DENOMINATORS[suffix.low], after + 1, "fraction")
    if language == "de" and suffix.kind == "word":
        below = spelled(suffix.text)
        if below and below.form == "fraction" and below.value.numerator == 1:
            return Phrase(value * below.value, after + 1, "fraction")
    if suffix.text in HYPHENS and suffix.glued and at(tokens, after + 1).low == "mal":
        return Phrase(value, after + 2, "times")
    if suffix.low in {"mal", "times"} and value > 1:
        return Phrase(value, after + 1, "times")
    return with_scales(tokens, Phrase(value, after, plain=token.plain), language)


def _slash(tokens: Sequence[Token], index: int) -> Phrase | None:
    """``2/3``; not 9/11, which is a day, nor 24/7."""
    token, sign, below = tokens[index], at(tokens, index + 1), at(tokens, index + 2)
    if sign.text not in {"/", "⁄"} or not (sign.glued and below.glued and token.plain and below.plain):
        return None
    if token.value and below.value and token.value < below.value and below.value in _DENOMINATORS:
        return Phrase(token.value / below.value, index + 3, "fraction")
    return None


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """``F-22``, ``B-2``, ``COVID-19``: grown together with what stands before; the 11 of 9/11 likewise."""
    sign = at(tokens, index - 1)
    if not tokens[index].glued or not sign.glued:
        return False
    before = at(tokens, index - 2).kind
    return (sign.text in HYPHENS and before == "word") or (sign.text == "/" and before in {"word", "number"})


def _glued(token: Token, suffix: Token, value: Fraction, after: int, language: str) -> Phrase | None:
    """``1990er``, ``45th``, ``24mal``, ``10bn``, ``20jährige``."""
    low = suffix.low
    if language == "de":
        if low in {"er", "ern"} and token.plain:
            return Phrase(value, after, "decade")
        for ending, unit in SUFFIXES_DE.items():
            if low.startswith(ending):
                return Phrase(value, after, "compound", unit)
        if low in {"mal", "fach"}:
            return Phrase(value, after, "times")
        return Phrase(value, after, "ordinal") if low in _ENDINGS_DE else None
    if low in _ENDINGS_EN:
        return Phrase(value, after, "ordinal")
    if low == "s" and token.plain:
        return Phrase(value, after, "decade")
    scale = _GLUED_SCALES.get(low)
    return Phrase(value * scale, after, scale=scale) if scale else None
