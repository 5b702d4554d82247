"""Who is heard when: the cues and chapters of a finished programme. All times are frames."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Chapter", "Cue", "Timeline"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One turn's place in the programme: ``start`` (inclusive) to ``end`` (exclusive), in frames.

    ``turn`` counts from 0 through the whole script, ``segment`` from 0. ``text`` is what was written
    (not what was read), without directions and notes.
    """

    turn: int
    segment: int
    host: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One segment's place in the programme, in frames; chapters follow each other without a gap."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The cues and chapters of a programme of ``frames`` frames at ``rate`` frames per second."""

    rate: int
    frames: int
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]

    @property
    def seconds(self) -> float:
        """Length of the programme in seconds."""
        return self.frames / self.rate

    def at(self, frame: int) -> float:
        """A frame's time in seconds."""
        return frame / self.rate
