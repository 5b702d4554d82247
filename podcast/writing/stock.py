"""What the hosts say around the article: wordings from templates/dialogue/, never the same one twice.

Which wording comes first hangs on the article alone: the same article always gives the same script, another
article gives other words.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from podcast.errors import WordingError
from podcast.script import plain
from podcast.wording import Wording

__all__ = ["Stock"]


ALIKE = 2
"""So many questions in a row may begin with one word."""

QUESTIONS = re.compile(r"[^.?!]+\?")


def _questions(line: str) -> set[str]:
    """The questions in a wording: "Der Wagen. Worum geht es da?" and "Der Brief. Worum geht es da?" ask the same."""
    return {question.strip() for question in QUESTIONS.findall(line)}


class Stock:
    """The wordings of one language for one episode. ``seed`` is any text that names the article.

    ``taken`` are lines that somebody else says already: the article's own questions.
    """

    def __init__(self, wording: Wording, language: str, seed: str, taken: Iterable[str] = ()) -> None:
        self._wording = wording
        self._language = language
        self._seed = seed
        self._said = set(taken)
        self._asked = set[str]().union(*map(_questions, self._said))
        self._pattern_uses: Counter[tuple[str, int]] = Counter()
        self._begun: list[str] = []

    def _lines(self, move: str, values: dict[str, object]) -> list[str]:
        """A move's wordings. What comes from the article is data: a bracket in a heading is no direction."""
        safe = {name: plain(value) if isinstance(value, str) else value for name, value in values.items()}
        name = f"dialogue/{self._language}/{move}.j2"
        lines = self._wording.lines(name, **safe)
        if not lines:
            raise WordingError(f"template {name} holds no wording; delete it to get the program's own back")
        return lines

    def _rank(self, move: str, index: int) -> bytes:
        return hashlib.sha256(f"{self._seed}\0{move}\0{index}".encode()).digest()

    def pick(self, move: str, avoid: str = "", /, **values: object) -> str | None:
        """Take the best unsaid wording of a move; ``None`` when all have been said.

        Those whose pattern was used least come first; which of these, the article decides. None begins with the word
        ``avoid``, nor, where that can be helped, with the word that the last two questions began with.
        """
        lines = self._lines(move, values)
        unsaid = [
            index
            for index, line in enumerate(lines)
            if line not in self._said
            and not self._asked & _questions(line)
            and not (avoid and line.split()[0] == avoid)
        ]
        if not unsaid:
            return None
        worn = self.worn
        best = min(
            unsaid,
            key=lambda index: (
                lines[index].split()[0] == worn,
                self._pattern_uses[move, index],
                self._rank(move, index),
            ),
        )
        self._pattern_uses[move, best] += 1
        if lines[best].endswith("?"):
            self._begun.append(lines[best].split()[0])
        self._said.add(lines[best])
        self._asked |= _questions(lines[best])
        return lines[best]

    @property
    def worn(self) -> str:
        """The word that the last two questions began with, "" where these were two: a third would be a pattern."""
        last = self._begun[-ALIKE:]
        return last[0] if len(last) == ALIKE and len(set(last)) == 1 else ""

    def must(self, move: str, **values: object) -> str:
        """Take a wording of a move that cannot be left out (a greeting); said twice rather than not at all."""
        return self.pick(move, **values) or self._lines(move, values)[0]

    def heading(self, name: str, **values: object) -> str:
        """The first wording of a template that names a segment: the same in every episode."""
        return self._lines(name, values)[0]

    def chance(self, what: str, one_in: int) -> bool:
        """A choice that is true once in ``one_in`` times, always the same for the same article and ``what``."""
        return self.dice(what, one_in) == 0

    def dice(self, what: str, sides: int) -> int:
        """A number from 0 to ``sides`` - 1, evenly spread, always the same for the same article and ``what``."""
        digest = hashlib.sha256(f"{self._seed}\0dice\0{what}".encode()).digest()
        return int.from_bytes(digest[:4], "big") % sides
