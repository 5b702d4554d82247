"""A text in pieces: words parted at hyphens, and marks, with what a search for names must know of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from podcast.grammar import words_of

__all__ = ["Piece", "pieces_of"]

_PART = re.compile(r"[^-]+")
_ENDS = frozenset(".!?:…;")
_OPENS = frozenset("„“”»«\"‚‘'’(–—-")
_ABBREVIATED = frozenset(
    "dr prof mr mrs ms st sen rep gov jr sr bzw ca nr vgl usw etc vs no gen lt".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word without hyphens, or a mark, at ``start`` to ``end``; ``kind`` is the tagger's for the whole word.

    ``joined`` and ``joins``: behind and before a hyphen. ``initial``: a sentence begins here.
    """

    text: str
    start: int
    end: int
    kind: str
    joined: bool = False
    joins: bool = False
    mark: bool = False
    initial: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def abbreviated(self) -> bool:
        """Whether it is a word that a point belongs to ("Dr", "C")."""
        return len(self.text) == 1 or self.text.casefold() in _ABBREVIATED


def pieces_of(text: str, language: str) -> list[Piece]:
    """The pieces of a text in ``"de"`` or ``"en"``, in their order."""
    out: list[Piece] = []
    initial = True
    for word in words_of(text, language):
        if word.kind == "mark":
            if word.text in _ENDS:
                last = out[-1] if out else None
                number = last is not None and last.text.isdigit() and language == "de"  # "am 8. Mai"
                inside = word.text == "." and last is not None and (number or last.abbreviated)
                initial = initial or not inside
            elif word.text not in _OPENS:
                initial = False
            out.append(Piece(word.text, word.start, word.end, "mark", mark=True))
            continue
        parts = list(_PART.finditer(word.text))
        for number_, part in enumerate(parts):
            out.append(
                Piece(
                    part[0],
                    word.start + part.start(),
                    word.start + part.end(),
                    word.kind,
                    joined=number_ > 0,
                    joins=number_ + 1 < len(parts),
                    initial=initial and number_ == 0,
                )
            )
        initial = False
    return out
