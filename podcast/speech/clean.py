"""Text for every engine and language: one spelling of each character, nothing that only an eye can read.

Pure functions, str to str. What carries meaning is never dropped here; marks that stand for a pause become commas.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
import unicodedata

__all__ = ["clean", "tidy"]

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґёў",
        "a b w g d je sch s i j k l m n o p r s t u f ch z tsch sch schtsch  y  e ju ja i ji je g jo u".split(
            " "
        ),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a w g d e s i th i k l m n x o p r s s t i f ch ps o".split(),
        strict=True,
    )
)
_LETTERS = _CYRILLIC | _GREEK
_LETTERS |= {upper.upper(): low.capitalize() for upper, low in _LETTERS.items()}
"""Names in their own script, as a German newspaper would write them, roughly."""

_QUOTES = '„“”«»‹›"‟〝〞'
_APOSTROPHES = "’‘‚‛ʼ`´"
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\x00-\x1f\x7f-\x9f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]")
_COMPATIBLE = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\u2100-\u214f]")
"""Ligatures, full-width and mathematical letters: other shapes of plain ones."""
_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,300}>")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?=[\s.,;:!?]|$)")
_SQUARE = re.compile(r"(?<=[km])[²]")


def _characters(text: str) -> str:
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8"))
    text = _COMPATIBLE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    return "".join(_LETTERS.get(character, character) for character in text)


def _eye_only(text: str) -> str:
    """Tags, footnote marks, Markdown's signs, emoji."""
    text = _TAG.sub(" ", text)
    text = _SQUARE.sub("^2", text)
    text = _FOOTNOTE.sub("", text).replace("^2", "²")
    text = re.sub(r"[*_#~|\\^]+", " ", text)
    return "".join(
        " " if unicodedata.category(c) in {"So", "Sk", "Co", "Cn"} and c not in "°" else c for c in text
    )


def _pauses(text: str) -> str:
    """Quotation marks fall away; dashes between words and brackets become commas, dots a full stop."""
    text = "".join("'" if c in _APOSTROPHES else c for c in text if c not in _QUOTES)
    text = re.sub(r"\s*(?:\.\s?){2,}\.?|\s*…+", "… ", text)
    text = re.sub(r"…\s+(?=[a-zäöü])", ", ", text).replace("…", ".")
    text = re.sub(r"\s[–—‒―-]{1,3}(?=[\s,;:.!?])|[—―]", ", ", text)
    return re.sub(r"\s?[()\[\]{}]\s?", " , ", text)


def clean(text: str) -> str:
    """``text`` in NFC with plain spaces, without markup, quotation marks, emoji and control characters."""
    return " ".join(_pauses(_eye_only(_characters(text))).split())


def tidy(text: str) -> str:
    """One space between words, none before a mark, and of several marks in a row the one that weighs most."""
    text = _SPACES.sub(" ", text)
    text = re.sub(r" ?[,;:.!?](?: ?[,;:.!?])+", _heaviest, text)
    text = re.sub(r" +(?=[,;:.!?])", "", text)
    return text.strip(" ,;")


def _heaviest(match: re.Match[str]) -> str:
    marks = match[0]
    if marks[0] == "." and marks[1] in ",;:!?":  # the dot of an abbreviation
        marks = marks[1:]
    return next(mark for mark in "?!.:;," if mark in marks)
