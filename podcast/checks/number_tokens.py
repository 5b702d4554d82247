"""A text cut into words, numbers in digits, and marks, for reading quantities. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = ["END", "HYPHENS", "Token", "at", "joined", "tokens_of"]

HYPHENS = frozenset("-‑")

_GROUP = "['’\u00a0\u202f\u2009 ]"
"""What may stand between thousands in either language, beside the point or the comma."""
_LONGEST = 18
"""Longer rows of digits are no amounts (account numbers, keys)."""

_NUMBER = {
    "de": r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?",
    "en": r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?",
}
_TOKEN = {
    language: re.compile(
        r"(?<![^\W_])(?:"
        r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?P<sep>\.\s?|/)[0-9]{1,2}(?P=sep)[0-9]{4})(?![0-9])"
        r"|(?P<clock>[0-9]{1,4}:[0-9]{1,4})(?![0-9:])"
        rf"|(?P<number>{grouped}|[0-9]{{1,3}}(?:{_GROUP}[0-9]{{3}})+(?![0-9])|[0-9]+(?:[.,][0-9]+)?)"
        r")|(?P<vulgar>[½¼¾⅓⅔⅛])|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>[^\s])"
    )
    for language, grouped in _NUMBER.items()
}
_VULGAR = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8),
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. ``low`` is the text folded (ß is ss), ``glued``: no space before it.

    ``value`` is set for numbers and ``½``; ``plain``: digits only, so that it may be a year.
    """

    kind: Literal["number", "vulgar", "date", "clock", "word", "mark", "end"]
    text: str
    low: str
    start: int
    end: int
    glued: bool = False
    value: Fraction | None = None
    plain: bool = False


END = Token("end", "", "", 0, 0)
"""What stands before the first and after the last token."""


def at(tokens: Sequence[Token], index: int) -> Token:
    """The token at an index; ``END`` outside."""
    return tokens[index] if 0 <= index < len(tokens) else END


def joined(tokens: Sequence[Token], index: int) -> int:
    """The index after a hyphen that joins two words (``twenty-four``), else the same index."""
    sign = at(tokens, index)
    return index + 1 if sign.text in HYPHENS and sign.glued and at(tokens, index + 1).glued else index


def tokens_of(text: str, language: str) -> list[Token]:
    """The tokens of a text in ``"de"`` or ``"en"``, in their order."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN[language].finditer(text):
        kind = match.lastgroup or "mark"
        if match["date"]:
            kind = "date"
        word = match[0]
        value, plain = None, False
        if kind == "number":
            value, plain = _value(word, language), word.isdigit()
            if value is None:
                kind = "mark"
        elif kind == "vulgar":
            value = _VULGAR[word]
        low = word.casefold().replace("’", "'")
        tokens.append(
            Token(kind, word, low, match.start(), match.end(), match.start() == last, value, plain)  # type: ignore[arg-type]
        )
        last = match.end()
    return tokens


def _value(digits: str, language: str) -> Fraction | None:
    """1.433 is 1433 in German and 1.433 in English; 3,5 and 3.5 are the same in both."""
    decimal, group = (",", ".") if language == "de" else (".", ",")
    parts = re.split(rf"{_GROUP}", digits)
    joined = "".join(parts)
    if re.fullmatch(rf"[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+(?:\{decimal}[0-9]+)?", joined):
        joined = joined.replace(group, "")
    whole, _, rest = joined.replace(",", ".").partition(".")
    if len(whole) + len(rest) > _LONGEST:
        return None
    return Fraction(int(whole + rest), 10 ** len(rest))
