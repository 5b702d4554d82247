"""A look-ahead peak limiter: turns down smoothly around a peak, and never lets one through."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["limit"]

REACH_S = 0.010
"""The gain is at its lowest from this long before a peak to this long after it, and its ramps are as long.
Nearly a period of a low voice (80 Hz), so that the gain does not follow the single swings and distort them."""


def _lowest(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """The smallest of every ``reach + 1`` neighbours; ``reach`` values fewer. Doubling: log2 steps."""
    have = 0
    while have < reach:
        step = min(have + 1, reach - have)
        values = np.asarray(np.minimum(values[:-step], values[step:]))
        have += step
    return values


def _average(values: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """The mean of every ``reach + 1`` neighbours; ``reach`` values fewer."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    means = (sums[reach + 1 :] - sums[: -reach - 1]) / (reach + 1)
    return np.asarray(means, np.float32)


def limit(audio: NDArray[np.float32], ceiling: float, rate: int) -> NDArray[np.float32]:
    """The same audio with no sample above ``ceiling`` (linear); the very same array where it never was.

    ``audio`` is frames, or frames by 2 channels, which then are turned down together. The gain of every
    sample is the smallest that any sample within reach needs, averaged over that reach: it can therefore
    not be above what the sample itself needs.
    """
    if not len(audio) or max(float(audio.max()), -float(audio.min())) <= ceiling:
        return audio
    over = (audio > ceiling) | (audio < -ceiling)
    peaks = np.flatnonzero(over if audio.ndim == 1 else over[:, 0] | over[:, 1])
    if not len(peaks):  # above the ceiling as a double, not as the float32 that the samples are
        return audio
    # Two averages after each other make a ramp without corners; each reaches half as far.
    half = max(1, round(rate * REACH_S / 2))
    ramp = 4 * half
    limited = audio.copy()
    # Only around the peaks is there anything to do: peaks whose ramps could touch are done together.
    for group in np.split(peaks, np.flatnonzero(np.diff(peaks) > 2 * ramp) + 1):
        first, last = int(group[0]) - 2 * ramp, int(group[-1]) + 2 * ramp + 1
        begin, end = max(0, first), min(len(audio), last)
        size = np.abs(audio[begin:end])
        if audio.ndim > 1:
            size = np.maximum(size[:, 0], size[:, 1])
        needed = np.asarray(ceiling / np.maximum(size, ceiling), np.float32)
        needed = np.pad(needed, (begin - first, last - end), constant_values=1.0)
        gain = _average(_average(_lowest(needed, 4 * half), 2 * half), 2 * half)
        # The windows have eaten one ramp at each end.
        at, stop = max(0, first + ramp), min(len(audio), last - ramp)
        gain = gain[at - first - ramp : stop - first - ramp]
        loud = audio[at:stop] * (gain if audio.ndim == 1 else gain[:, None])
        limited[at:stop] = np.clip(loud, -ceiling, ceiling)
    return limited
