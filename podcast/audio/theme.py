"""The program's own music: plucks, an electric piano, a bass and a pad, computed note by note.

Nothing here is drawn by chance, so it always sounds the same, to the bit. Four chords that fall from
D minor to F major open a programme; the last two of them separate segments; the close walks home slowly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from podcast.audio.model import RATE

__all__ = ["VERSION", "Piece", "piece"]

VERSION = 1
"""Part of the cache keys: to be raised with every change that can be heard."""

INNER_RATE = RATE // 2
"""The notes are computed at half the rate: nothing in them is above 8 kHz."""

Wave = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Piece:
    """Music without a level of its own.

    ``audio`` is frames by 2 channels at 44.1 kHz. From ``cue`` on (a frame) somebody may speak: only the
    last chord is still ringing.
    """

    audio: NDArray[np.float32]
    cue: int


def _time(seconds: float) -> Wave:
    return np.arange(round(seconds * INNER_RATE)) / INNER_RATE


def _attack(time: Wave, seconds: float) -> Wave:
    gain = np.ones_like(time)
    rising = time < seconds
    gain[rising] = np.sin(np.pi / 2 * time[rising] / seconds) ** 2
    return gain


def _marimba(hertz: float, seconds: float) -> Wave:
    """A struck bar: its overtones at 3.9 and 9.2 times the note die away first."""
    time = _time(seconds)
    wave: Wave = np.zeros_like(time)
    for ratio, level, decay in ((1.0, 1.0, 0.42), (3.93, 0.22, 0.09), (9.2, 0.06, 0.03)):
        heard = time[: round(8 * decay * INNER_RATE)]
        wave[: len(heard)] += level * np.exp(-heard / decay) * np.sin(2 * np.pi * hertz * ratio * heard)
    return wave * _attack(time, 0.003)


def _piano(hertz: float, seconds: float) -> Wave:
    """An electric piano: one sine bends the phase of another, less and less."""
    time = _time(seconds)
    turn = 2 * np.pi * hertz * time
    body = np.sin(turn + 1.1 * np.exp(-time / 0.35) * np.sin(turn))
    tine = 0.10 * np.exp(-time / 0.12) * np.sin(7 * turn)
    wave: Wave = (body + tine) * np.exp(-time / 0.95) * _attack(time, 0.006)
    return wave


def _overtones(hertz: float, time: Wave, levels: Sequence[float]) -> Wave:
    """Sines of a note and its overtones. Powers of one turning pointer: one sine instead of many."""
    pointer = np.exp(2j * np.pi * hertz * time)
    turned = pointer.copy()
    wave: Wave = levels[0] * pointer.imag
    for level in levels[1:]:
        turned *= pointer
        wave += level * turned.imag
    return wave


def _bass(hertz: float, seconds: float) -> Wave:
    time = _time(seconds)
    wave: Wave = _overtones(hertz, time, (1.0, 0.40, 0.14)) * np.exp(-time / 0.75) * _attack(time, 0.010)
    return wave


def _pad(hertz: float, seconds: float) -> Wave:
    """Three slightly mistuned voices that swell and go."""
    time = _time(seconds)
    wave: Wave = np.zeros_like(time)
    for detune in (0.9985, 1.0, 1.0016):
        wave += _overtones(hertz * detune, time, (1.0, 0.22, 0.09, 0.05, 0.03))
    end = np.minimum(1.0, (seconds - time) / (0.6 * seconds))
    wave *= _attack(time, 0.35 * seconds) * end**2 / 3
    return wave


Voice = Callable[[float, float], Wave]
# voice, start in beats, MIDI note, seconds, level, place (-1 left … 1 right)
Note = tuple[Voice, float, int, float, float, float]


def _chord(at: float, bass: int, notes: Sequence[int], seconds: float) -> list[Note]:
    """A chord on ``at``: bass in the middle, piano and pad spread from left to right."""
    spread = np.linspace(-0.5, 0.5, len(notes))
    played: list[Note] = [(_bass, at, bass, min(seconds, 2.2), 0.42, 0.0)]
    for note, place in zip(notes, spread, strict=True):
        played.append((_piano, at, note, seconds, 0.13, float(place)))
        played.append((_pad, at, note, seconds, 0.075, float(-place)))
    return played


def _line(*notes: tuple[float, int]) -> list[Note]:
    """A melody on the marimba, wandering a little between left and right."""
    return [(_marimba, at, note, 1.4, 0.34, 0.35 * (-1) ** i) for i, (at, note) in enumerate(notes)]


DM9, BB9, CSUS, F9 = (53, 57, 60, 64), (53, 57, 60, 62), (53, 55, 60, 62), (53, 57, 60, 67)

OPENING = (
    *_chord(0, 38, DM9, 1.7),
    *_chord(2, 34, BB9, 1.7),
    *_chord(4, 36, CSUS, 1.7),
    *_chord(6, 41, F9, 3.6),
    *_line((0, 74), (0.5, 69), (1, 77), (1.5, 76), (2.5, 74), (3, 69), (3.5, 72)),
    *_line((4, 74), (4.5, 72), (5, 67), (5.5, 69), (6, 72), (6.5, 77), (7, 79)),
)
BETWEEN = (
    *_chord(0, 34, BB9, 1.2),
    *_chord(1.5, 41, F9, 1.7),
    *_line((0, 74), (0.5, 72), (1, 69), (1.5, 72), (2, 77)),
)
CLOSING = (
    *_chord(0, 34, BB9, 1.7),
    *_chord(2, 36, CSUS, 1.7),
    *_chord(4, 38, DM9, 1.7),
    *_chord(6, 34, BB9, 1.7),
    *_chord(8, 29, F9, 4.2),
    *_line((0, 74), (0.5, 77), (1, 76), (1.5, 72), (2.5, 74), (3, 67), (3.5, 69)),
    *_line((4, 69), (5, 77), (5.5, 76), (6, 74), (7, 72), (8, 69), (8.5, 72), (9, 77)),
)

ECHOES = (
    (0.031, 0.22),
    (0.047, 0.20),
    (0.071, 0.16),
    (0.103, 0.13),
    (0.149, 0.10),
    (0.211, 0.07),
    (0.307, 0.05),
)
"""A small room: delay in seconds (no two with a common measure) and level, left and right by turns."""

# beats of how many seconds, length, where one may speak, length of the last fade; all in seconds
SCORES: dict[str, tuple[tuple[Note, ...], float, float, float, float]] = {
    "opening": (OPENING, 0.60, 6.9, 5.0, 1.2),
    "between": (BETWEEN, 0.52, 2.4, 1.75, 0.8),
    "closing": (CLOSING, 0.60, 8.0, 8.0, 1.8),
}


def _place(out: Wave, wave: Wave, at: int, level: float, pan: float) -> None:
    wave = wave[: max(0, len(out) - at)]
    angle = (pan + 1) * np.pi / 4
    release = np.minimum(1.0, np.arange(len(wave), 0, -1) / (0.03 * INNER_RATE))
    out[at : at + len(wave), 0] += level * np.cos(angle) * wave * release
    out[at : at + len(wave), 1] += level * np.sin(angle) * wave * release


def piece(name: str) -> Piece:
    """The ``opening``, the separator ``between`` segments, or the ``closing``."""
    import soxr

    notes, beat, seconds, cue, fade = SCORES[name]
    dry = np.zeros((round(seconds * INNER_RATE), 2))
    for voice, at, note, length, level, pan in notes:
        wave = voice(440 * 2 ** ((note - 69) / 12), length)
        _place(dry, wave, round(at * beat * INNER_RATE), level, pan)
    wet = dry.copy()
    for number, (delay, level) in enumerate(ECHOES):
        shift = round(delay * INNER_RATE)
        wet[shift:, number % 2] += 0.7 * level * (dry[:-shift, 0] + dry[:-shift, 1])
    audio = soxr.resample(wet, INNER_RATE, RATE)
    last = round(fade * RATE)
    audio[-last:] *= (np.cos(np.pi / 2 * np.arange(1, last + 1) / last) ** 2)[:, None]
    return Piece((audio / np.abs(audio).max()).astype(np.float32), round(cue * RATE))
