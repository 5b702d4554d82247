"""How much higher one voice's formants lie than another's, from what both say over a longer text.

Single formants (linear prediction) were tried first: at the pitch of a woman their poles sit on harmonics, and
F2 moved by 40 % with the order. The average envelope of all vowels has no such choice to make.
"""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from podcast.clip import Clip

__all__ = ["formant_ratio"]

RATE = 12_000
FRAME_S = 0.032
POINTS = 1024
ENVELOPE_S = 0.0011
"""Cepstrum up to here: broader than a formant is blurred, harmonics (from 2.5 ms, 400 Hz, on) are gone."""
VOICED = 0.6
GRID_HZ = np.geomspace(300.0, 4800.0, 400)
RATIOS = np.geomspace(0.7, 1.5, 229)


def _envelope(clip: Clip) -> NDArray[np.float64]:
    """Mean log spectrum of the loud, voiced frames of a mono clip, smoothed over the harmonics."""
    samples = soxr.resample(np.frombuffer(clip.pcm, "<i2") / 32768, clip.rate, RATE)
    size, frames = round(FRAME_S * RATE), []
    loud = np.sqrt(np.mean(np.square(samples))) / 2
    for start in range(0, len(samples) - size, size // 3):
        frame = samples[start : start + size] - samples[start : start + size].mean()
        if np.sqrt(np.mean(np.square(frame))) < loud:
            continue
        auto = np.fft.irfft(np.abs(np.fft.rfft(frame, 2 * size)) ** 2)[:size]
        auto /= auto[0] * (1 - np.arange(size) / size) + 1e-12
        if auto[RATE // 400 : RATE // 60].max() < VOICED:
            continue
        cepstrum = np.fft.irfft(np.log(np.abs(np.fft.rfft(frame * np.hanning(size), POINTS)) + 1e-6))
        keep = round(ENVELOPE_S * RATE)
        cepstrum[keep + 1 : -keep] = 0
        frames.append(np.fft.rfft(cepstrum).real)
    return np.asarray(np.mean(frames, axis=0))


def _shape(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Only hills and valleys: the slope that a voice's source gives to all of it is taken away."""
    log = np.log(GRID_HZ)
    slopes = np.stack([np.ones_like(log), log, log**2], 1)
    return np.asarray(levels - slopes @ np.linalg.lstsq(slopes, levels, rcond=None)[0])


def formant_ratio(higher: Clip, lower: Clip) -> float:
    """By what factor the frequencies of ``lower``'s envelope must be raised to lie best on ``higher``'s.

    1.18 means: formants 18 % higher, a vocal tract shorter by as much. Both clips say the same, for at least ten
    seconds. Measured with Pico: a known size comes back within 3 %, pitch alone moves it by 0.02.
    """
    above, below = _envelope(higher), _envelope(lower)
    hertz = np.fft.rfftfreq(POINTS, 1 / RATE)
    alike = [
        np.corrcoef(
            _shape(np.interp(GRID_HZ * root, hertz, above)), _shape(np.interp(GRID_HZ / root, hertz, below))
        )[0, 1]
        for root in np.sqrt(RATIOS)
    ]
    return float(RATIOS[int(np.argmax(alike))])
