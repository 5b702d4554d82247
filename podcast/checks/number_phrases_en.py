"""English numbers in words with all that belongs to them: two and a half million, three out of four. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from podcast.checks.number_phrase import Phrase, with_scales
from podcast.checks.number_tokens import Token, at, joined
from podcast.checks.number_words_en import DENOMINATORS, DIGITS, SCALE_WORDS, words_at
from podcast.checks.units import SCALES

__all__ = ["special_en", "words_en"]

_MAX_WHOLE = 20
"""Up to here "one in ten" is a share; beyond, two numbers."""
_MAX_PART = 3
"""Up to here "in" makes a share ("one in four"); "seven in ten" is rarer than "seven in one year"."""
_LONGEST_DECIMALS = 17


def special_en(tokens: Sequence[Token], index: int) -> Phrase | None:
    """``half a million``, ``a dozen``, ``every fourth``, ``twice``."""
    low = [at(tokens, index + n).low for n in range(3)]
    scales = SCALES["en"]
    if low[0] in {"half", "a"} and low[1] in {"a", "an", "half"} and low[0] != low[1] and low[2] in scales:
        return Phrase(Fraction(scales[low[2]], 2), index + 3, scale=scales[low[2]])
    if low == ["half", "of", "one"] or low[:2] == ["half", "a"]:
        percent = at(tokens, index + (3 if low[1] == "of" else 2)).low
        if percent in {"per", "percent"}:  # half of one per cent
            return Phrase(Fraction(1, 2), index + (3 if low[1] == "of" else 2))
    if low[0] in {"a", "one"} and low[1] == "dozen":
        return Phrase(Fraction(12), index + 2, scale=12)
    if low[0] == "every":
        words = words_at(tokens, index + 1)
        if words and words.form == "ordinal" and words.value >= 2:
            return Phrase(1 / words.value, words.after, "fraction")
    if low[0] == "twice":
        return Phrase(Fraction(2), index + 1, "times")
    if low[0] not in {"nil", "nought"}:
        return None
    nothing = Phrase(Fraction(0), index + 1)
    return with_scales(tokens, _decimals(tokens, nothing), "en") if low[1] == "point" else nothing


def words_en(tokens: Sequence[Token], index: int) -> Phrase | None:
    """The number in words that begins at ``index``, or ``None``."""
    here = tokens[index].low
    if here in {"a", "an"}:
        if at(tokens, index + 1).low in DENOMINATORS:
            part = _part(tokens, index + 1, Fraction(1))
            return _of_scale(tokens, part) if part else _article(index)
        if at(tokens, index + 1).low not in SCALES["en"]:
            return _article(index)
    words = words_at(tokens, index)
    if words is None:
        return Phrase(Fraction(1, 2), index + 1, "fraction") if here == "half" else _fold(tokens, index)
    value, after = words.value, words.after
    if words.form != "cardinal":
        return Phrase(value, after, words.form)
    scale = SCALE_WORDS.get(at(tokens, after - 1).low, 1)
    phrase = Phrase(value, after, scale=scale)
    following = at(tokens, after).low
    if following == "times":
        return Phrase(value, after + 1, "times")
    if following == "point":
        phrase = _decimals(tokens, phrase)
    elif following == "and" and at(tokens, after + 1).low == "a":
        below = {"half": 2, "quarter": 4}.get(at(tokens, after + 2).low)
        phrase = phrase._replace(value=value + Fraction(scale, below), after=after + 3) if below else phrase
    else:
        part_at = joined(tokens, after)
        found = _part(tokens, part_at, value) if at(tokens, part_at).low in DENOMINATORS else None
        found = found or _share(tokens, value, after)
        if found:
            return _of_scale(tokens, found)
    return with_scales(tokens, phrase, "en")


def _article(index: int) -> Phrase:
    return Phrase(Fraction(1), index + 1, form="article")


def _decimals(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """``three point one four``; a scale behind it (``two point six eight million``) is not of its last digit."""
    digits, after = "", phrase.after + 1
    while (digit := DIGITS.get(at(tokens, after).low)) is not None:
        digits, after = digits + str(digit), after + 1
    if not digits or len(digits) > _LONGEST_DECIMALS:
        return phrase
    return Phrase(phrase.value + Fraction(int(digits), 10 ** len(digits)), after)


def _part(tokens: Sequence[Token], index: int, value: Fraction) -> Phrase | None:
    """``two thirds``, ``one-third of``; "a third party" is none, nor is "a second look"."""
    low = at(tokens, index).low
    if low == "half" and value > 1:
        return None
    following = at(tokens, index + 1)
    alone = low.endswith(("s", "half", "quarter")) or following.low in {
        "of",
        "more",
        "less",
        "the",
        "as",
        "about",
    }
    if not alone and following.kind == "word":
        return None
    return Phrase(value / DENOMINATORS[low], index + 1, "fraction")


def _of_scale(tokens: Sequence[Token], part: Phrase) -> Phrase:
    """``three quarters of a million`` is a number."""
    scale = SCALES["en"].get(at(tokens, part.after + 2).low)
    if scale and at(tokens, part.after).low == "of" and at(tokens, part.after + 1).low == "a":
        return Phrase(part.value * scale, part.after + 3, scale=scale)
    return part


def _share(tokens: Sequence[Token], value: Fraction, after: int) -> Phrase | None:
    """``three out of four``, ``one in ten``."""
    if at(tokens, after).low == "out" and at(tokens, after + 1).low == "of":
        whole = words_at(tokens, after + 2)
    elif at(tokens, after).low == "in" and value <= _MAX_PART:
        whole = words_at(tokens, after + 1)
    else:
        return None
    if whole and whole.form == "cardinal" and value < whole.value <= _MAX_WHOLE:
        return Phrase(value / whole.value, whole.after, "fraction")
    return None


def _fold(tokens: Sequence[Token], index: int) -> Phrase | None:
    """``tenfold``."""
    low = tokens[index].low
    if low.endswith("fold") and len(low) > 6:
        words = words_at([Token("word", low[:-4], low[:-4], 0, 0)], 0)
        if words and words.form == "cardinal":
            return Phrase(words.value, index + 1, "times")
    return None
