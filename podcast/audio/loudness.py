"""Loudness after ITU-R BS.1770-5 and true peak after its annex 2. Arrays in, numbers out.

The energy of a programme is kept as one number for every 100 ms ("hop"). Four of them make one of the
standard's 400 ms gating blocks, so pieces that were measured apart can be joined and gated as one.
"""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["gated_loudness", "hop_energies", "loudness_of", "true_peak"]

HOPS_PER_SECOND = 10
HOPS_PER_BLOCK = 4
ABSOLUTE_GATE_LUFS = -70.0  # BS.1770-5, annex 1, step 5
RELATIVE_GATE_LU = -10.0
OFFSET_LUFS = -0.691  # BS.1770-5, equation 2

OVERSAMPLING = 4  # BS.1770-5, annex 2: at least 4 at 48 kHz
TAPS = 32
NEAR_PEAK = 0.5
"""A true peak lies beside a sample of at least half its height, unless the material is nearly all above
11 kHz; speech and an MP3's 16 kHz band are far from that."""

Floats = NDArray[np.float32] | NDArray[np.float64]


@functools.cache
def _k_weighting(rate: int) -> NDArray[np.float64]:
    """The K filter as two second-order sections, for any rate.

    BS.1770-5 gives the coefficients at 48 kHz; these are the analogue prototypes behind them, as
    libebur128 uses them (``filter coefficients`` in its ebur128.c), put through the bilinear transform.
    """
    f, gain_db, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k, vh = math.tan(math.pi * f / rate), 10 ** (gain_db / 20)
    vb = vh**0.4996667741545416
    a0 = 1 + k / q + k * k
    shelf = [
        (vh + vb * k / q + k * k) / a0,
        2 * (k * k - vh) / a0,
        (vh - vb * k / q + k * k) / a0,
        1.0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0,
    ]
    f, q = 38.13547087602444, 0.5003270373238773
    k = math.tan(math.pi * f / rate)
    a0 = 1 + k / q + k * k
    high_pass = [1.0, -2.0, 1.0, 1.0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0]
    return np.array([shelf, high_pass])


def hop_energies(audio: Floats, rate: int) -> NDArray[np.float64]:
    """K-weighted energy of every 100 ms, summed over the channels.

    ``audio`` is frames or frames by channels, full scale 1.0. What is left after the last whole hop is
    added to it, so that no energy is lost. At least one hop comes back.
    """
    from scipy.signal import sosfilt

    hop = rate // HOPS_PER_SECOND
    count = max(1, len(audio) // hop)
    starts = np.arange(count) * hop
    total = np.zeros(count)
    for channel in audio.reshape(len(audio), -1).T:
        weighted = sosfilt(_k_weighting(rate), channel.astype(np.float64))
        np.square(weighted, out=weighted)
        total += np.add.reduceat(weighted, starts)
    return total / hop


def gated_loudness(energies: NDArray[np.float64]) -> float:
    """Integrated loudness in LUFS of consecutive hops (BS.1770-5, equations 3 to 7); -inf for silence.

    Less than 400 ms is taken as one gating block.
    """
    if len(energies) < HOPS_PER_BLOCK:
        blocks = np.array([energies.mean()]) if len(energies) else np.zeros(1)
    else:
        blocks = np.convolve(energies, np.full(HOPS_PER_BLOCK, 1 / HOPS_PER_BLOCK), "valid")
    blocks = blocks[blocks > 10 ** ((ABSOLUTE_GATE_LUFS - OFFSET_LUFS) / 10)]
    if not len(blocks):
        return -math.inf
    loud = blocks[blocks > blocks.mean() * 10 ** (RELATIVE_GATE_LU / 10)]
    return OFFSET_LUFS + 10 * math.log10(loud.mean())


def loudness_of(audio: Floats, rate: int) -> float:
    """Integrated loudness in LUFS of one piece of audio."""
    return gated_loudness(hop_energies(audio, rate))


@functools.cache
def _interpolator() -> NDArray[np.float32]:
    """Windowed sinc for the three places between two samples: taps by places."""
    at = np.arange(TAPS) - (TAPS // 2 - 1)
    places = np.arange(1, OVERSAMPLING) / OVERSAMPLING
    distance = at[:, None] - places[None, :]
    window = np.cos(np.pi * distance / (TAPS + 1)) ** 2
    return (np.sinc(distance) * window).astype(np.float32)


def true_peak(audio: Floats) -> float:
    """Highest absolute value between and at the samples, linear (1.0 is full scale), over all channels."""
    highest = 0.0
    for channel in audio.reshape(len(audio), -1).T:
        if not len(channel):
            continue
        size = np.abs(channel)
        peak = float(size.max())
        highest = max(highest, peak)
        if peak <= 0:
            continue
        near = np.flatnonzero(size > peak * NEAR_PEAK)
        # Between every near sample and its right neighbour, and between its left neighbour and it.
        left = np.union1d(near, near - 1)
        padded = np.concatenate([np.zeros(TAPS // 2), channel, np.zeros(TAPS)]).astype(np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(padded, TAPS)
        for part in np.array_split(left, len(left) // 50_000 + 1):
            # padded[i + TAPS/2] is channel[i]; the window's tap TAPS/2 - 1 has to be channel[i].
            highest = max(highest, float(np.abs(windows[part + 1] @ _interpolator()).max()))
    return highest
