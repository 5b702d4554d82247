"""One clip made ready for the mix: trimmed, faded, resampled, brought to its loudness."""

from __future__ import annotations

import functools
import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from podcast.audio.limiter import limit
from podcast.audio.loudness import loudness_of
from podcast.audio.model import RATE
from podcast.clip import Clip
from podcast.errors import AudioError
from podcast.tools import ffmpeg

if TYPE_CHECKING:
    from pydub import AudioSegment

__all__ = ["Shaped", "shape"]

SILENCE_BELOW_PEAK_DB = 42.0
"""Quieter than this against the clip's own peak is silence at its ends: a soft [f] is about 30 dB below."""
SILENCE_DBFS = -66.0
FRAME_S = 0.005
KEEP_BEFORE_S, KEEP_AFTER_S = 0.025, 0.060
"""What is left of the silence at the ends, so that soft onsets and the last breath are not cut."""
FADE_IN_MS, FADE_OUT_MS = 5, 15

SHORT_S, SHORTEST_S, SHORT_DB = 1.5, 0.5, 1.0
"""A turn shorter than 1.5 s is a reaction and stays up to 1 dB below the others."""
MAX_GAIN_DB = 30.0
LEVEL_ROUNDS, LEVEL_LU = 3, 0.1
"""The limiter takes loudness away: so often it is given back, until within 0.1 LU."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A clip for the mix: mono at 44.1 kHz. ``onset`` and ``end`` are where the speech begins and ends in it."""

    audio: NDArray[np.float32]
    onset: int
    end: int


@functools.cache
def _pydub() -> type[AudioSegment]:
    """pydub's AudioSegment, told which ffmpeg to use; it warns at import where PATH has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub
    pydub.AudioSegment.converter = ffmpeg()
    return pydub.AudioSegment  # type: ignore[no-any-return]


def _spoken(samples: NDArray[np.int16], rate: int) -> tuple[int, int] | None:
    """First and last (exclusive) sample that are not silence; None where there is nothing else."""
    size = max(1, round(rate * FRAME_S))
    count = len(samples) // size
    if not count:
        return None
    frames = samples[: count * size].reshape(count, size)
    levels = np.maximum(frames.max(axis=1).astype(np.int32), -frames.min(axis=1).astype(np.int32))
    threshold = max(levels.max() * 10 ** (-SILENCE_BELOW_PEAK_DB / 20), 32768 * 10 ** (SILENCE_DBFS / 20))
    loud = np.flatnonzero(levels > threshold)
    if not len(loud):
        return None
    return int(loud[0]) * size, (int(loud[-1]) + 1) * size


def shape(data: bytes, *, loudness_lufs: float, ceiling: float) -> Shaped:
    """The clip in a WAVE file at ``loudness_lufs``, no sample above ``ceiling`` (linear).

    Only the clip itself decides, so that a change of one turn touches no other. Raises ``AudioError``
    where the file is no WAVE file or there is only silence in it.
    """
    import soxr

    try:
        clip = Clip.from_wav(data)
    except ValueError as error:
        raise AudioError(str(error)) from error
    segment = _pydub()(data=clip.pcm, sample_width=clip.width, frame_rate=clip.rate, channels=clip.channels)
    segment = segment.set_channels(1).set_sample_width(2)
    places = _spoken(np.frombuffer(segment.raw_data, "<i2"), clip.rate)
    if places is None:
        raise AudioError("there is only silence in it")
    begin = max(0, places[0] - round(KEEP_BEFORE_S * clip.rate))
    stop = min(int(segment.frame_count()), places[1] + round(KEEP_AFTER_S * clip.rate))
    segment = segment.get_sample_slice(begin, stop).fade_in(FADE_IN_MS).fade_out(FADE_OUT_MS)
    native = np.asarray(np.frombuffer(segment.raw_data, "<i2") / 32768, np.float32)
    spoken_s = (places[1] - places[0]) / clip.rate
    short = min(1.0, max(0.0, (SHORT_S - spoken_s) / (SHORT_S - SHORTEST_S)))
    audio = _level(
        native,
        clip.rate,
        soxr.resample(native, clip.rate, RATE),
        loudness_lufs - SHORT_DB * short,
        ceiling,
    )
    scale = RATE / clip.rate
    return Shaped(audio, round((places[0] - begin) * scale), round((places[1] - begin) * scale))


def _level(
    native: NDArray[np.float32], rate: int, audio: NDArray[np.float32], target: float, ceiling: float
) -> NDArray[np.float32]:
    """``audio`` at ``target`` LUFS below ``ceiling``; measured at the clip's own rate, which is cheaper."""
    measured = loudness_of(native, rate)
    if not math.isfinite(measured):
        return audio
    gain_db = min(MAX_GAIN_DB, target - measured)
    for _ in range(LEVEL_ROUNDS):
        loud = audio * np.float32(10 ** (gain_db / 20))
        limited = limit(loud, ceiling, RATE)
        if limited is loud:
            break
        # The energy that is gone is near enough to the loudness that is gone, and cheap.
        lost = 10 * math.log10(float(np.dot(loud, loud)) / float(np.dot(limited, limited)))
        missing = target - (measured + gain_db - lost)
        if missing < LEVEL_LU or gain_db >= MAX_GAIN_DB:
            break
        gain_db = min(MAX_GAIN_DB, gain_db + missing)
    return limited
