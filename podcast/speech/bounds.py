"""The last wall before Pico: only characters, words and lengths that it was seen to bear.

Whatever the text preparation lets through, nothing that Pico would obey as markup, and no word, number or
sentence long enough to hang it, comes out of ``chunks``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from podcast.errors import EngineError

__all__ = ["CHUNK_CHARACTERS", "WORD_CHARACTERS", "chunks"]

CHUNK_CHARACTERS = 300
WORD_CHARACTERS = 40
"""Words of 200 characters are cut or dropped by Pico and 300 times "ä" hangs it; German compounds of over 40
are rare, and a break in them is heard as a compound's joint."""
ENDLESS_CHARACTERS = 400
"""What is longer than this without a space is no word of any language."""
DIGITS = 18
"""More than 60 digits in a row are silence."""
SENTENCES = 4000
"""So many chunks are hours of speech: no turn of a conversation."""

_PLAIN = {"ø": "ö", "Ø": "Ö", "æ": "ä", "Æ": "Ä", "œ": "ö", "Œ": "Ö", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
_PLAIN |= {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ẞ": "ß", "ħ": "h", "Ħ": "H"}
_PLAIN |= {"’": "'", "‘": "'", "–": ", ", "—": ", ", "…": ".", "ə": "e", "Ə": "E"}
_KEPT = frozenset("äöüÄÖÜßéèêàâçôîñÉ")
"""Letters beyond ASCII that the German voice was heard to know; others lose their marks."""
_ALLOWED = re.compile(r"[^A-Za-z0-9äöüÄÖÜßéèêàâçôîñÉ .,;:!?'%§€$+*-]+")
_STRESSED = re.compile(r"\*([^*]+)\*")


def _letter(character: str) -> str:
    if character.isascii() or character in _KEPT:
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    base = "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
    if base.isascii():
        return base
    if unicodedata.category(character).startswith("L"):
        raise EngineError(
            f"“{character}” (U+{ord(character):04X}) cannot be read: write it {{as it is|as it sounds}} "
            "or give the word a line under [pronunciation] in show.toml"
        )
    return " "


def _wall(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = _ALLOWED.sub(" ", "".join(map(_letter, text)))
    text = re.sub(r"([.,;:!?'%§€$+-])[.,;:!?'%§€$+ -]*\1", r"\1", text)  # runs of one mark
    text = re.sub(r"[.,;:!?'+-]{4,}", ". ", text)
    if endless := re.search(rf"\S{{{ENDLESS_CHARACTERS},}}", text):
        word = endless[0]
        raise EngineError(f"a word of {len(word)} characters cannot be read: “{word[:40]}…”")
    text = re.sub(rf"(\d{{{DIGITS}}})(?=\d)", r"\1 ", text)
    text = re.sub(rf"([^\s.,;:!?-]{{{WORD_CHARACTERS}}})(?=[^\s.,;:!?-])", r"\1 ", text)
    text = re.sub(rf"(\S{{{2 * WORD_CHARACTERS}}})(?=\S)", r"\1 ", text)
    return " ".join(text.split())


def _cut(text: str, limit: int) -> list[str]:
    """Cut at the best place before ``limit``: a sentence's end, else a comma, else a space."""
    pieces = []
    while len(text) > limit:
        head = text[: limit + 1]
        for mark in (r"[.!?]['\"]? ", r"[;:] ", r", ", r" "):
            ends = [m.end() for m in re.finditer(mark, head)]
            if ends and ends[-1] > limit // 4:
                break
        cut = ends[-1] if ends else limit
        pieces.append(text[:cut].strip())
        text = text[cut:].strip()
    return [piece for piece in (*pieces, text) if piece]


def chunks(text: str, stress: Callable[[str], str] = str) -> list[str]:
    """``text`` as clean pieces of at most 300 characters, in order; none without a letter or a digit.

    Of words between stars (``*so*``) a piece has what ``stress`` makes of them, beyond its 300 characters; no star is
    left.
    Raises ``EngineError`` where nothing can be spoken, a letter cannot be read, or it is far too long.
    """
    pieces = [p for p in _cut(_wall(text), CHUNK_CHARACTERS) if any(c.isalnum() for c in p)]
    if not pieces:
        raise EngineError("there are no words in it that could be spoken")
    if len(pieces) > SENTENCES:
        raise EngineError("it is hours long; split the turn")
    stressed = (_STRESSED.sub(lambda found: stress(found[1]), piece).replace("*", " ") for piece in pieces)
    return [" ".join(piece.split()) for piece in stressed]
