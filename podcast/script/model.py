"""What a script is made of. See docs/script-format.md for how it is written down."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field

from podcast.script.body import Direction, pieces

__all__ = ["Script", "Segment", "Turn", "edges", "voiced"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one host says at a stretch.

    ``body`` is the Markdown of the turn as the host wrote it, without the name and the comment that
    links it, notes (other HTML comments) included; ``sentences`` are the numbers of the article's
    sentences behind it. ``line`` is its line in script.md (from 1; 0 for a turn that was never there).
    ``source`` is its text in script.md to the byte, up to the next turn or heading: ``write`` puts it back
    where it still says the same.
    """

    host: str
    body: str
    sentences: tuple[int, ...] = ()
    line: int = field(default=0, compare=False)
    source: str | None = field(default=None, compare=False, repr=False)

    def edited(self, *, body: str | None = None, sentences: tuple[int, ...] | None = None) -> Turn:
        """A copy with another text or other sentences; it will be written anew."""
        return dataclasses.replace(
            self,
            body=self.body if body is None else body.strip(),
            sentences=self.sentences if sentences is None else sentences,
            source=None,
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading and its turns; becomes a chapter.

    ``heading`` is plain text; it is ``""`` where turns stand before the first heading. ``source`` is what
    stands in script.md from the heading to the first turn.
    """

    heading: str
    turns: tuple[Turn, ...]
    line: int = field(default=0, compare=False)
    source: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script. ``meta`` is the front matter in its order (title, show, language, source, …).

    ``source`` is what stands in script.md before the first segment, front matter included.
    """

    meta: dict[str, str]
    segments: tuple[Segment, ...]
    source: str | None = field(default=None, compare=False, repr=False)

    @property
    def turns(self) -> Iterator[Turn]:
        """All turns in their order."""
        for segment in self.segments:
            yield from segment.turns


Edges = tuple[tuple[Direction, ...], tuple[Direction | str, ...], tuple[Direction, ...]]


def edges(turn: Turn) -> Edges:
    """The directions before a turn's first word, what lies between, and the directions after its last word.

    The middle begins and ends with a text. A text without a letter or digit at either end falls away.
    """
    return _edges(pieces(turn.body))


def voiced(turn: Turn) -> tuple[Direction | str, ...]:
    """What a voice makes of a turn: all between its first and its last word, and how fast it begins.

    Its texts have the marks of emphasis.py: what is to be spoken as it is, what is to be stressed.
    """
    before, middle, _ = _edges(pieces(turn.body, marked=True))
    return (*(direction for direction in before if direction.kind in {"slow", "fast"}), *middle)


def _edges(parts: tuple[Direction | str, ...]) -> Edges:
    words = [at for at, part in enumerate(parts) if isinstance(part, str) and any(map(str.isalnum, part))]
    first, last = (words[0], words[-1]) if words else (len(parts), len(parts) - 1)
    before = tuple(part for part in parts[:first] if isinstance(part, Direction))
    after = tuple(part for part in parts[last + 1 :] if isinstance(part, Direction)) if words else ()
    return before, parts[first : last + 1], after
