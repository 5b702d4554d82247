"""English: signs as they are said. Pure functions, str to str, over two tables that are worked through in order."""

from __future__ import annotations

import re

__all__ = ["opaque", "signs"]


def _table(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), words) for pattern, words in rules)


_OPAQUE = _table(
    (
        (r"^\s*[→⇒➔➜]\s?", ""),  # it opens a line: a bullet
        (r"\s?(?:→|⇒|⟶|-+>|=>)\s?", " to "),
        (r"\b(UTC|GMT)[-−](?=\d)", r"\1 minus "),
        (r"\s?(?:±|\+\s?/\s?[-−])\s?", " plus or minus "),
        (r"[≈~]\s?(?=[.$€£]?\d)", "about "),
        (r"\s?≥\s?|\s?>=\s?", " at least "),
        (r"\s?≤\s?|\s?<=\s?", " at most "),
        (r"\s?≠\s?|\s?!=\s?", " is not "),
        (r"\s?≈\s?", " is about "),
        (r"(?<=\d)[x×](?=\d)", " by "),
        (r"(?<=\d)[x×](?!\w)", " times"),
        (r"\s?×\s?", " times "),
        (r"\s?÷\s?", " divided by "),
        (r"√\s?", " the square root of "),
        (r"∞", " infinity "),
        (r"(?<=\w)\^(?=\d)", " to the power of "),
        (r"(?:(?<=\s)|^)<\s?", " less than "),
        (r"(?:(?<=\s)|^)>\s?(?=[\d.$€£])|\s>\s", " more than "),
        (r"(?<=\w)\s?[❤♥](?=\s?\w)", " love"),
        (r"[❤♥]", " heart "),
        (r"[↑⬆]\s?(?=[\d.$€£])", "up "),
        (r"[↓⬇]\s?(?=[\d.$€£])", "down "),
        (r"[✓✔☑✅]", " check "),
        (r"\b([A-Z])–(?=[A-Z]\b)", r"\1 to "),
        (r"(?<!\w)w/(?!o\b)\s?", "with "),
    )
)
_PLAIN = _table((
    (r"(?<![\w.,)])(?:-|−\s?)(?=\.?\d)", "minus "),
    (r"(?<![\w.,)])\+\s?(?=\.?\d)", "plus "),
    (r"\bA(?=\+(?!\w)|[-−](?:[.,;]|$| (?:grade|rating|credit|average|student)))", "ay"),
    (r"(?<=\w)\+(?!\w)", " plus"),
    (r"\s?\+\s?", " plus "),
    (r"(?<=[\d)]) − (?=[\d(])", " minus "),
    (r"(?<=\w)²", " squared"),
    (r"(?<=\w)³", " cubed"),
    (r"\b(ay|[B-D])[-−](?=[.,;]|$| (?:grade|rating|credit|average|student))", r"\1 minus"),
    (r"\s?=\s?", " equals "),
    (r"\b(he|she|him|her|his)/(she|he|her|him|his)\b", r"\1 or \2"),
    (r"\s?&\s?", " and "),
))  # fmt: skip


def _said(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, words in table:
        text = pattern.sub(words, text)
    return text


def opaque(text: str) -> str:
    """What no engine can be trusted with: ``±3`` becomes ``plus or minus 3``, ``~5`` ``about 5``."""
    return _said(text, _OPAQUE)


def signs(text: str) -> str:
    """What only a spelling engine needs: ``-5`` becomes ``minus 5``, ``&`` ``and``, ``=`` ``equals``."""
    return _said(text, _PLAIN)
