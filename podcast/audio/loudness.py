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
SPAN_HOPS = 5
"""So many hops are transformed at once: 22050 samples at 44.1 kHz, a product of small primes that fits into
a processor's cache (with 14 hops a transform takes 2.5 times as long for each)."""
_FULL_SCALE = 32768.0
OFFSET_LUFS = -0.691  # BS.1770-5, equation 2

OVERSAMPLING = 4  # BS.1770-5, annex 2: at least 4 at 48 kHz
TAPS = 32
NEAR_PEAK = 0.6
"""A true peak lies beside a sample of at least 0.6 of its height, unless the material is nearly all above
11 kHz; speech and an MP3's 16 kHz band are far from that."""

Samples = NDArray[np.float32] | NDArray[np.float64] | NDArray[np.int16]


@functools.cache
def _k_weighting(rate: int) -> NDArray[np.complex64]:
    """Frequency response of the K filter for the two-sided transform of ``SPAN_HOPS`` hops at any rate.

    BS.1770-5 gives coefficients at 48 kHz; these are the analogue prototypes behind them, as libebur128
    uses them (``filter coefficients`` in its ebur128.c), put through the bilinear transform.
    """
    f, gain_db, q = 1681.974450955533, 3.999843853973347, 0.7071752369554196
    k, vh = math.tan(math.pi * f / rate), 10 ** (gain_db / 20)
    vb = vh**0.4996667741545416
    shelf = [vh + vb * k / q + k * k, 2 * (k * k - vh), vh - vb * k / q + k * k]
    shelf_poles = [1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k]
    f, q = 38.13547087602444, 0.5003270373238773
    k = math.tan(math.pi * f / rate)
    a0 = 1 + k / q + k * k
    high_pass, high_pass_poles = [a0, -2 * a0, a0], [a0, 2 * (k * k - 1), 1 - k / q + k * k]
    z = np.exp(-2j * np.pi * np.fft.fftfreq(SPAN_HOPS * (rate // HOPS_PER_SECOND)))

    def at(c: list[float]) -> NDArray[np.complex128]:
        return np.asarray(c[0] + c[1] * z + c[2] * z * z)

    response = at(shelf) / at(shelf_poles) * at(high_pass) / at(high_pass_poles)
    return response.astype(np.complex64)


def hop_energies(audio: Samples, rate: int) -> NDArray[np.float64]:
    """K-weighted energy of every 100 ms, summed over the channels.

    ``audio`` is frames or frames by 1 or 2 channels; floats have a full scale of 1.0, integers one of 32768.
    An unfinished hop at the end counts from a half on, so that pieces that are joined become neither longer
    nor shorter on the whole. The filter is applied by overlapping transforms, both channels at once as real
    and imaginary part: after one hop its impulse response is below 1e-9.
    """
    hop = rate // HOPS_PER_SECOND
    count = max(1, round(len(audio) / hop))
    stereo = audio.reshape(len(audio), -1)
    response, energies = _k_weighting(rate), np.empty(count)
    span = np.empty(SPAN_HOPS * hop, np.complex64)
    for first in range(0, count, SPAN_HOPS - 1):
        begin, end = (first - 1) * hop, min((first + SPAN_HOPS - 1) * hop, len(audio))
        piece = stereo[max(0, begin) : end]
        span[:] = 0
        at = max(0, -begin)
        span.real[at : at + len(piece)] = piece[:, 0]
        if stereo.shape[1] > 1:
            span.imag[at : at + len(piece)] = piece[:, 1]
        weighted = np.fft.ifft(np.fft.fft(span) * response)[hop:].view(np.float32).reshape(-1, 2 * hop)
        hops = min(SPAN_HOPS - 1, count - first)
        energies[first : first + hops] = np.einsum("ij,ij->i", weighted, weighted)[:hops]
    scale = _FULL_SCALE if audio.dtype == np.int16 else 1.0
    return energies / (hop * scale * scale)


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


def loudness_of(audio: Samples, rate: int) -> float:
    """Integrated loudness in LUFS of one piece of audio."""
    return gated_loudness(hop_energies(audio, rate))


@functools.cache
def _interpolator() -> NDArray[np.float32]:
    """Windowed sinc for the three places between two samples: taps by places."""
    at = np.arange(TAPS) - (TAPS // 2 - 1)
    places = np.arange(1, OVERSAMPLING) / OVERSAMPLING
    distance = at[:, None] - places[None, :]
    window = np.cos(np.pi * distance / (TAPS + 1)) ** 2
    taps: NDArray[np.float32] = (np.sinc(distance) * window).astype(np.float32)
    return taps


def true_peak(audio: Samples) -> float:
    """Highest absolute value between and at the samples, linear (1.0 is full scale), over all channels."""
    highest = 0.0
    for channel in audio.reshape(len(audio), -1).T:
        peak = max(float(channel.max(initial=0)), -float(channel.min(initial=0)))
        if peak <= 0:
            continue
        # Between every sample near the peak and its neighbours. Index i stands for "left of sample i".
        near = np.zeros(len(channel) + 1, np.bool_)
        np.greater(channel, peak * NEAR_PEAK, out=near[1:])
        near[1:] |= channel < -peak * NEAR_PEAK
        near[:-1] |= near[1:]
        left = np.flatnonzero(near) - 1
        padded = np.zeros(len(channel) + TAPS + TAPS // 2, np.float32)
        padded[TAPS // 2 : TAPS // 2 + len(channel)] = channel
        windows = np.lib.stride_tricks.sliding_window_view(padded, TAPS)
        highest = max(highest, peak)
        for part in np.array_split(left, len(left) // 20_000 + 1):
            # padded[i + TAPS/2] is channel[i]; the window's tap TAPS/2 - 1 has to be channel[i].
            highest = max(highest, float(np.abs(windows[part + 1] @ _interpolator()).max()))
    return highest / (_FULL_SCALE if audio.dtype == np.int16 else 1.0)
