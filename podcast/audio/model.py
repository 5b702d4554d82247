"""What goes into the room and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from podcast.script import Direction
from podcast.timeline import Timeline

__all__ = ["RATE", "Programme", "Take"]

RATE = 44_100
"""Frames per second of every programme: what podcast directories and players expect of an MP3."""


@dataclass(frozen=True, slots=True)
class Take:
    """One spoken turn.

    ``turn`` counts from 0 through the script, ``segment`` from 0. ``text`` is what was written, without
    directions. ``clip`` is a WAVE file, 16 bit, of any rate. ``before`` and ``after`` are the directions at
    the turn's beginning and end; only ``pause``, ``overlap`` and ``music`` mean something here.
    """

    turn: int
    segment: int
    host: str
    text: str
    clip: Path
    before: tuple[Direction, ...] = ()
    after: tuple[Direction, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A finished programme.

    ``mp3`` is a bare stream of CBR frames (128 kbit/s, 44.1 kHz, stereo) without any tag. ``loudness_lufs``
    and ``true_peak_dbtp`` were measured on what a decoder makes of it. ``blocks`` is how many pieces it
    consists of, ``encoded`` how many of them had to be made anew.
    """

    mp3: Path
    timeline: Timeline
    loudness_lufs: float
    true_peak_dbtp: float
    blocks: int
    encoded: int
