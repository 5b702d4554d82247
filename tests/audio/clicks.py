"""Clicks, measured in two ways, because each is blind where the other sees.

On what is heard: where a waveform jumps at 44.1 kHz, it has sound above every voice's band for a moment. That
finds what mixing, ducking, limiting and joining blocks could do, under another voice, too. A clip that begins
or ends in the middle of its sound jumps at the engine's own rate, which has no such band. So, before
encoding: the steps from sample to sample at a clip's very ends, against those inside it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from podcast.audio.shape import KEEP_AFTER_S, KEEP_BEFORE_S
from podcast.timeline import Timeline

__all__ = ["ABOVE_HZ", "MOST_DBFS", "click_dbfs", "edges", "high", "step_ratio"]

ABOVE_HZ = 9_000.0
"""Pico speaks below 8 kHz (at size 1.06 8.48 kHz), the encoder cuts at 16 kHz: between them only clicks and
the encoder's noise are left."""
AROUND_S = 0.002
MOST_DBFS = -90.0
"""Measured: at most -101 dBFS at any edge of Pico's and the tone engine's episodes (the encoder's noise), -89 for a
jump of a thousandth of full scale, which nobody hears, and -69 for a hundredth, which is a faint tick."""


def high(sound: NDArray[np.float64], rate: int = 44_100) -> NDArray[np.float64]:
    """What lies above ``ABOVE_HZ`` of frames by 2 channels, as the louder channel's size; no phase shift."""
    spectrum = np.fft.rfft(sound, axis=0)
    hertz = np.fft.rfftfreq(len(sound), 1 / rate)
    spectrum *= np.clip((hertz - ABOVE_HZ) / 500.0, 0.0, 1.0)[:, None]
    return np.asarray(np.abs(np.fft.irfft(spectrum, len(sound), axis=0)).max(axis=1))


def click_dbfs(sharp: NDArray[np.float64], begin: int, end: int, rate: int = 44_100) -> float:
    """The most that any 4 ms between two frames hold above ``ABOVE_HZ``, in dBFS; ``sharp`` is what ``high`` gave."""
    size = round(2 * AROUND_S * rate)
    energy = np.convolve(np.square(sharp[max(0, begin) : end]), np.full(size, 1 / size), "full")
    return float(10 * np.log10(energy.max() + 1e-15))


def edges(timeline: Timeline) -> list[tuple[int, int]]:
    """Where every clip begins and ends in the programme: first and last frame (exclusive) of each stretch.

    A clip keeps up to 25 ms of its own silence before its speech and 60 ms behind it (shape.py), so its first
    sample lies somewhere there; 2 ms are added on either side.
    """
    before, after = round(KEEP_BEFORE_S * timeline.rate), round(KEEP_AFTER_S * timeline.rate)
    around = round(AROUND_S * timeline.rate)
    return [
        stretch
        for cue in timeline.cues
        for stretch in (
            (cue.start - before - around, cue.start + around),
            (cue.end - around, cue.end + after + around),
        )
    ]


AT_END_S = 0.0005
"""A clip's end is so short: a tenth of the fade-in, in which its gain stays below 0.1."""
USUAL_STEPS = 99.5


def step_ratio(audio: NDArray[np.float32], begin: int, end: int, rate: int = 44_100) -> tuple[float, float]:
    """Largest sample step at the beginning and at the end of the clip in ``audio[begin:end]``, against its own.

    ``audio`` is frames or frames by 2 channels, silent around the clip. 1 is a step as large as the largest but
    0.5 % inside it; a clip that fades in and out stays far below.
    """
    steps = np.abs(np.diff(audio, axis=0, prepend=np.zeros_like(audio[:1])))
    steps = steps.reshape(len(audio), -1).max(axis=1)
    usual, size = np.percentile(steps[begin:end], USUAL_STEPS), round(AT_END_S * rate)
    first, last = steps[max(0, begin - size) : begin + size], steps[end - size : end + size]
    return float(first.max() / usual), float(last.max() / usual)
