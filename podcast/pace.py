"""How long words take: what a writer aims with and a check measures with. Pure.

The real measure (voices, prepared text, pauses and music of the show) is ``pacing.py``, which knows
speech and audio; the rooms below are handed it as a :class:`Pace`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from podcast.script import Script, Turn, written

__all__ = ["Pace", "WordPace"]


class Pace(Protocol):
    """Seconds that a turn, and a whole programme, will take."""

    def turn(self, turn: Turn) -> float:
        """Seconds of one turn's speech, pauses inside it included; the gap after it is not."""
        ...

    def script(self, script: Script) -> float:
        """Seconds of the finished programme: all turns, the gaps between them, music."""
        ...


@dataclass(frozen=True, slots=True)
class WordPace:
    """A pace by words alone: for tests, and where nothing is known of the voices."""

    words_per_minute: float

    def turn(self, turn: Turn) -> float:
        """Seconds of one turn."""
        return 60 * len(written(turn.body).split()) / self.words_per_minute

    def script(self, script: Script) -> float:
        """Seconds of all turns."""
        return sum(self.turn(turn) for turn in script.turns)
