"""English number words, read from a row of tokens: four hundred and fourteen, nineteen eighty-nine, two and a half."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from podcast.checks.number_tokens import Token, at, joined

__all__ = ["DENOMINATORS", "DIGITS", "SCALE_WORDS", "Words", "words_at"]

_ONES = {word: n for n, word in enumerate("zero one two three four five six seven eight nine".split())}
DIGITS = {**_ONES, "oh": 0, "nought": 0}
"""Behind a point."""
_TEENS = {
    word: n
    for n, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_UNIQUE = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_ORDINALS = (
    _UNIQUE
    | {f"{word}th": n for word, n in _TEENS.items() if n > 12}
    | {f"{word[:-1]}ieth": n for word, n in _TENS.items()}
)
SCALE_WORDS = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
DENOMINATORS = {
    **{word: n for word, n in _ORDINALS.items() if 3 <= n <= 20},
    **{f"{word}s": n for word, n in _ORDINALS.items() if 3 <= n <= 20},
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100, "thousandth": 1000,
    "thousandths": 1000, "millionth": 10**6, "millionths": 10**6, "billionth": 10**9, "billionths": 10**9,
}  # fmt: skip
_LARGE_ORDINALS = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
_YEAR_HEADS = range(11, 21)
"""The centuries that are said in two halves: eleven … to twenty …"""


class Words(NamedTuple):
    """A number in words: its value, the index after its last token, and whether it is an ordinal or said as a year."""

    value: Fraction
    after: int
    form: str = "cardinal"


def words_at(tokens: Sequence[Token], index: int) -> Words | None:
    """The longest number in words that begins at ``index``, or ``None``. "a" is a number only in "a hundred"."""
    year = _year(tokens, index)
    if year:
        return year
    total, last, i, found = 0, 10**18, index, False
    while True:
        group = _group(tokens, i if not found else _and(tokens, i))
        if group is None:
            break
        value, after, is_ordinal = group
        if is_ordinal:
            if found and value >= last:
                break
            return Words(Fraction(total + value), after, "ordinal")
        scale_at = joined(tokens, after)
        scale = SCALE_WORDS.get(at(tokens, scale_at).low)
        large = _LARGE_ORDINALS.get(at(tokens, scale_at).low)
        if scale and scale < last:
            total, last, i, found = total + value * scale, scale, scale_at + 1, True
            continue
        if large and not found and large > 100 and at(tokens, index).low != "a":
            return Words(Fraction(value * large), scale_at + 1, "ordinal")
        if found and value >= last:
            break
        if at(tokens, index).low in {"a", "an"} and not found and value == 1:
            return None
        return Words(Fraction(total + value), after)
    return Words(Fraction(total), i) if found else None


def _and(tokens: Sequence[Token], index: int) -> int:
    """After a scale: "two thousand and five", "one million, two hundred thousand"."""
    here = at(tokens, index)
    if here.low == "and" or (here.text == "," and _small(tokens, index + 1)):
        return index + 1
    return index


def _small(tokens: Sequence[Token], index: int) -> tuple[int, int, bool] | None:
    """Below a hundred: value, index after, is it an ordinal."""
    low = at(tokens, index).low
    if at(tokens, index).kind != "word":
        return None
    if low in _TENS:
        after = joined(tokens, index + 1)
        following = at(tokens, after).low
        if _ONES.get(following, 0) >= 1:
            return _TENS[low] + _ONES[following], after + 1, False
        if 1 <= _UNIQUE.get(following, 0) <= 9 and (after > index + 1 or following != "second"):
            return _TENS[low] + _UNIQUE[following], after + 1, True
        return _TENS[low], index + 1, False
    if low in _ONES or low in _TEENS:
        return _ONES.get(low, _TEENS.get(low, 0)), index + 1, False
    if low in _ORDINALS:
        return _ORDINALS[low], index + 1, True
    return None


def _group(tokens: Sequence[Token], index: int) -> tuple[int, int, bool] | None:
    """Below a thousand, or ``seventy-five hundred``; "a" and "the" count where hundred or a scale follows."""
    here, following = at(tokens, index).low, at(tokens, index + 1).low
    if here in {"a", "an"} and (following == "hundred" or following in SCALE_WORDS):
        head: tuple[int, int, bool] | None = (1, index + 1, False)
    elif here == "hundred" or (here == "thousand" and at(tokens, index - 1).kind != "number"):
        head = (1, index, False)
    else:
        head = _small(tokens, index)
    if head is None or head[2]:
        return head
    value, after, _ = head
    hundred = joined(tokens, after)
    if at(tokens, hundred).low == "hundredth" and value < 100:
        return 100 * value, hundred + 1, True
    if at(tokens, hundred).low != "hundred" or value == 0:
        return head
    value, after = 100 * value, hundred + 1
    rest = _small(tokens, after + 1 if at(tokens, after).low == "and" else joined(tokens, after))
    return (value + rest[0], rest[1], rest[2]) if rest and rest[0] else (value, after, False)


def _year(tokens: Sequence[Token], index: int) -> Words | None:
    """``nineteen eighty-nine``, ``seventeen oh five``, ``twenty twenty``."""
    head = _small(tokens, index)
    if head is None or head[2] or head[0] not in _YEAR_HEADS:
        return None
    if head[1] != index + 1:
        return None
    after = joined(tokens, index + 1)
    if at(tokens, after).low in {"oh", "o"}:
        ones = _ONES.get(at(tokens, joined(tokens, after + 1)).low, 0)
        end = joined(tokens, after + 1) + 1
        return Words(Fraction(100 * head[0] + ones), end, "year") if ones else None
    tail = _small(tokens, after)
    if tail is None or tail[2] or not 10 <= tail[0] <= 99:
        return None
    following = at(tokens, joined(tokens, tail[1])).low
    if following == "hundred" or following in SCALE_WORDS:
        return None
    return Words(Fraction(100 * head[0] + tail[0]), tail[1], "year")
