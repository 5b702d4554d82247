"""A script: segments of turns. Pure: Markdown in and out, no file is read or written.

The format is described in docs/script-format.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Direction", "Script", "Segment", "Turn"]


@dataclass(frozen=True, slots=True)
class Direction:
    """A stage direction inside a turn: ``[pause 0.4s]`` is ``Direction("pause", 0.4)``.

    ``kind`` is one of ``pause``, ``overlap``, ``music``, ``slow``, ``fast``; ``seconds`` is 0 where the
    direction has no length.
    """

    kind: str
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What one host says at a stretch.

    ``body`` is the Markdown of the turn as the host wrote it, without the name and the comment that
    links it, notes (other HTML comments) included; ``sentences`` are the numbers of the article's
    sentences behind it. ``line`` is its line in script.md (from 1; 0 for a turn that was never there).
    """

    host: str
    body: str
    sentences: tuple[int, ...] = ()
    line: int = field(default=0, compare=False)
    source: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A heading and its turns; becomes a chapter."""

    heading: str
    turns: tuple[Turn, ...]
    line: int = field(default=0, compare=False)
    source: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script. ``meta`` is the front matter in its order (title, show, language, source, …)."""

    meta: dict[str, str]
    segments: tuple[Segment, ...]

    @property
    def turns(self) -> Iterator[Turn]:
        """All turns in their order."""
        for segment in self.segments:
            yield from segment.turns
