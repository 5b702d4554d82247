"""Words that are to be spoken as they are: put aside while the rest of a text is prepared, and put back after it.

In the text stands a stand-in: a letter that the text does not have, between the first and the last letters of the
words themselves, so that rules that look at a neighbour ("1 Wagen") still see a word of that look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["Shelf"]

_FIRST, _END = 0x20000, 0x323B0
"""Rare Chinese characters: letters to every rule, in no German or English text, and 60,000 of them: more than a text
of prepare.MAX_CHARACTERS has words."""
_HEAD = re.compile(r"[A-ZÄÖÜa-zäöü]?")
_TAIL = re.compile(r"[a-zäöüß]{0,4}$")


class Shelf:
    """The stand-ins of one text. The same words get the same one."""

    def __init__(self, text: str) -> None:
        self._free = _free(text)
        self._stand_ins: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._patterns: list[str] = []

    def put(self, words: str) -> str:
        """A stand-in for ``words``."""
        if words not in self._stand_ins:
            letter = next(self._free)
            look = words.strip("*")
            head, tail = _HEAD.match(look), _TAIL.search(look[1:].lower())
            before, after = head[0] if head else "", tail[0] if tail else ""
            self._stand_ins[words] = before + letter + after
            self._words[letter] = words
            self._patterns.append(f"(?:{before})?{letter}(?:{after})?")
        return self._stand_ins[words]

    def put_back(self, text: str) -> str:
        """The text with the words themselves again; what a rule has put around a stand-in stays."""
        if not self._patterns:
            return text

        def words(found: re.Match[str]) -> str:
            return next(self._words[letter] for letter in found[0] if letter in self._words)

        return re.sub("|".join(self._patterns), words, text)


def _free(text: str) -> Iterator[str]:
    taken = {character for character in text if character >= chr(_FIRST)}
    for code in range(_FIRST, _END):
        if chr(code) not in taken and unicodedata.category(chr(code)) == "Lo":
            yield chr(code)
