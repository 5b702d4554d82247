"""A look-ahead peak limiter: turns down smoothly around a peak, and never lets one through."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["limit"]

REACH_S = 0.010
"""The gain begins to fall this long before a peak and is back as long after it. Longer than one period
of a low voice (80 Hz), so that the gain does not follow the single swings and distort them."""


def limit(audio: NDArray[np.float32], ceiling: float, rate: int) -> NDArray[np.float32]:
    """The same audio with no sample above ``ceiling`` (linear); untouched where it never was.

    ``audio`` is frames, or frames by channels, which then are turned down together. The gain of every
    sample is the smallest that any sample within reach needs, averaged over that reach: it can therefore
    not be above what the sample itself needs.
    """
    size = np.abs(audio) if audio.ndim == 1 else np.abs(audio).max(axis=1)
    if not len(size) or float(size.max()) <= ceiling:
        return audio
    from scipy.ndimage import minimum_filter1d, uniform_filter1d

    # Two averages after each other make a ramp without corners; each reaches half as far.
    half = max(1, round(rate * REACH_S / 2))
    needed = np.minimum(1.0, ceiling / np.maximum(size, ceiling))
    gain = minimum_filter1d(needed, 4 * half + 1, mode="nearest")
    for _ in range(2):
        gain = uniform_filter1d(gain, 2 * half + 1, mode="nearest")
    gain = gain.astype(np.float32)
    limited = audio * (gain if audio.ndim == 1 else gain[:, None])
    # The running sums of the averages err in the last digits.
    return np.clip(limited, -ceiling, ceiling)
