"""German numbers in words with all that belongs to them: zwei Komma eins Billionen, jeder vierte. Pure."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from podcast.checks.number_phrase import Phrase, with_scales
from podcast.checks.number_tokens import HYPHENS, Token, at
from podcast.checks.number_words_de import Spelled, cardinal, fold, ordinal, spelled
from podcast.checks.units import SCALES, UNITS

__all__ = ["special_de", "words_de"]

_EIN = frozenset("ein eine einen einem einer eines".split())
_HALF = frozenset("halb halbe halben halbes halber halbem".split())
_HEDGED = frozenset("gute guten gutes knappe knappen knappes rundes".split())
_SCALE_NOUNS = frozenset(
    "million millionen mio milliarde milliarden mrd billion billionen bio billiarde billiarden trillion trillionen "
    "dutzend tausend hundert tsd hunderttausend zehntausend".split()
)
_SINGLE_SCALES = frozenset("million milliarde billion billiarde trillion dutzend".split())
_EVERY = frozenset("jeder jede jedes jeden jedem".split())
_MAX_RANK = 1000
"""Up to here "jeder tausendste" is read as a share."""
_MAX_WHOLE = 10
"""Up to here "vier von fünf" is a share; "60 von 100" is two numbers."""
_LONGEST_DECIMALS = 17
_LEAST_REST = 1000
"""What follows a million: "eine Million zwei Jahre später" is two figures."""


def special_de(tokens: Sequence[Token], index: int) -> Phrase | None:
    """``halbe Million``, ``ein halbes Dutzend``, ``jeder vierte``."""
    low = [at(tokens, index + n).low for n in range(3)]
    if low[0] in _HALF and low[1] in _SINGLE_SCALES:
        return _half(low[1], index + 2)
    if low[0] in _HALF and low[1] in UNITS["de"] and at(tokens, index + 1).text[:1].isupper():
        return Phrase(Fraction(1, 2), index + 1)
    if low[0] in _EIN and low[1] in _HALF and low[2] in _SINGLE_SCALES:
        return _half(low[2], index + 3)
    if low[0] in _EVERY:
        digits = low[2] == "." and at(tokens, index + 1).plain
        rank = at(tokens, index + 1).value if digits else ordinal(fold(low[1]))
        if rank and 2 <= rank <= _MAX_RANK:
            return Phrase(Fraction(1) / rank, index + (3 if digits else 2), "fraction")
    return None


def _half(scale: str, after: int) -> Phrase:
    size = SCALES["de"][scale]
    return Phrase(Fraction(size, 2), after, scale=size)


def words_de(tokens: Sequence[Token], index: int) -> Phrase | None:
    """The number in words that begins at ``index``, or ``None``."""
    if tokens[index].low in _EIN:
        return _one(tokens, index)
    word = _word(tokens, index)
    if word is None or word.form != "cardinal":
        return word
    following = at(tokens, word.after)
    if following.low == "komma":
        decimal = _decimals(tokens, word)
        if decimal:
            return with_scales(tokens, decimal, "de")
    if following.low == "einhalb":
        return with_scales(tokens, Phrase(word.value + Fraction(1, 2), word.after + 1), "de")
    part = _part(following)
    if part and word.value < 1000:
        return Phrase(word.value * part.value, word.after + 1, "fraction")
    if following.text in HYPHENS and following.glued:
        behind = at(tokens, word.after + 1)
        part = _part(behind)  # Drei-Fünftel-Regel
        if part:
            return Phrase(word.value * part.value, word.after + 2, "fraction")
        if behind.low == "mal":
            return Phrase(word.value, word.after + 2, "times")
    if following.low == "von":
        whole = _word(tokens, word.after + 1)
        if whole and whole.form == "cardinal" and word.value < whole.value <= _MAX_WHOLE:
            return Phrase(word.value / whole.value, whole.after, "fraction")
    return _with_rest(tokens, with_scales(tokens, word, "de"))


def _part(token: Token) -> Spelled | None:
    """``Drittel`` behind its number."""
    found = spelled(token.text) if token.kind == "word" else None
    return found if found and found.form == "fraction" and found.value.numerator == 1 else None


def _decimals(tokens: Sequence[Token], word: Phrase) -> Phrase | None:
    """``eins Komma sieben fünf``."""
    digits, after = "", word.after + 1
    while at(tokens, after).kind == "word":
        digit = cardinal(fold(at(tokens, after).low))
        if digit is None:
            break
        digits, after = digits + str(digit), after + 1
    if not digits or len(digits) > _LONGEST_DECIMALS:
        return None
    return Phrase(word.value + Fraction(int(digits), 10 ** len(digits)), after)


def _with_rest(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """``drei Millionen zweihunderttausend``, ``eine Milliarde und zwei Millionen``."""
    if phrase.scale < 10**6:
        return phrase
    start = phrase.after + 1 if at(tokens, phrase.after).low == "und" else phrase.after
    million = at(tokens, start).low in _EIN and at(tokens, start + 1).low in _SINGLE_SCALES
    rest = Phrase(Fraction(1), start + 1) if million else _word(tokens, start)
    if rest is None or rest.form != "cardinal" or _part(at(tokens, rest.after)):
        return phrase
    rest = _with_rest(tokens, with_scales(tokens, rest, "de"))
    if not _LEAST_REST <= rest.value < phrase.scale:
        return phrase
    return phrase._replace(value=phrase.value + rest.value, after=rest.after, scale=1)


def _one(tokens: Sequence[Token], index: int) -> Phrase | None:
    """``eine Million``, ``ein Drittel``, ``ein gutes Dutzend``, ``eine halbe Stunde``: "ein" is a number only here."""
    after = index + 1
    if at(tokens, after).low in _HEDGED:
        after += 1
    following = at(tokens, after)
    if following.low in _SCALE_NOUNS and following.text[:1].isupper():
        return _with_rest(tokens, with_scales(tokens, Phrase(Fraction(1), after), "de"))
    if following.low in _HALF:
        return Phrase(Fraction(1, 2), after + 1)
    part = spelled(following.text) if following.kind == "word" else None
    if part and following.text[:1].isupper() and part.form in {"fraction", "compound"}:
        if part.form == "fraction" and part.value.numerator == 1:
            return Phrase(part.value, after + 1, "fraction")
        return None  # ein Zehnjahresvertrag, eine Viertelstunde: the noun has the number
    return Phrase(Fraction(1), after, form="article")


def _word(tokens: Sequence[Token], index: int) -> Phrase | None:
    token = at(tokens, index)
    if token.kind != "word":
        return None
    word = spelled(token.text)
    if word is None:
        return None
    if word.form == "cardinal" and at(tokens, index + 1).low == "mal" and word.value > 1:
        return Phrase(word.value, index + 2, "times")
    year = word.form == "cardinal" and _said_as_year(token.low, word.value)
    return Phrase(word.value, index + 1, "year" if year else word.form, word.unit, word.noun)


def _said_as_year(low: str, value: Fraction) -> bool:
    """``neunzehnhundertachtzig``; ``fünfzehnhundert`` is a number as well as a year."""
    return 1100 < value < 2000 and value % 100 != 0 and "tausend" not in low
