"""One block becomes stereo PCM, and tells where its turns and its music are."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from podcast.audio.limiter import limit
from podcast.audio.model import RATE, Take
from podcast.audio.mp3 import FRAME, TAIL
from podcast.audio.music import Jukebox
from podcast.audio.plan import LEAD_IN, Block
from podcast.audio.shape import Shaped, shape
from podcast.errors import AudioError
from podcast.show import Show

__all__ = ["Mixed", "mix", "pan_gains"]

LEFT_ALONE_S = 0.30
"""An overlap leaves at least so much of both turns to be heard alone."""
DUCK_DB, DUCK_RAMP_S = -6.0, 0.03
"""Of two who speak at once, the quieter is turned down by so much."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """A block as PCM.

    ``audio`` is frames by 2 channels, a multiple of 1152 frames, zeros at the end. ``cues`` are the first
    and the last frame (exclusive) of each turn's speech; ``music`` is where the separator begins, if any.
    """

    audio: NDArray[np.float32]
    cues: tuple[tuple[int, int], ...]
    music: int | None


def pan_gains(pan: float) -> tuple[float, float]:
    """Gains of left and right for a place from -1 to 1.

    Their powers always add up to 1, so that loudness does not depend on where the hosts stand.
    """
    angle = (pan + 1) * math.pi / 4
    return math.cos(angle), math.sin(angle)


def _clip(take: Take, digest: str, loudness_lufs: float, ceiling: float) -> Shaped:
    where = f"turn {take.turn + 1} ({take.host}): {take.clip}"
    try:
        data = take.clip.read_bytes()
    except OSError as error:
        raise AudioError(f"{where} cannot be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != digest:
        raise AudioError(f"{where} was changed while the programme was being made: start again")
    try:
        return shape(data, loudness_lufs=loudness_lufs, ceiling=ceiling)
    except AudioError as error:
        raise AudioError(f"{where}: {error}; delete it and render again") from error


def _duck(first: NDArray[np.float32], second: NDArray[np.float32]) -> None:
    """Turn down the quieter of two equally long stretches that are heard at once, in place."""
    quieter = first if np.square(first).sum() < np.square(second).sum() else second
    size = len(quieter)
    ramp = max(1, min(round(DUCK_RAMP_S * RATE), size // 2))
    shape_ = np.minimum(1.0, np.minimum(np.arange(size), np.arange(size)[::-1]) / ramp)
    quieter *= (1 - (1 - 10 ** (DUCK_DB / 20)) * shape_).astype(np.float32)


def mix(block: Block, show: Show, jukebox: Jukebox, *, loudness_lufs: float, ceiling: float) -> Mixed:
    """Mix a block: speech at ``loudness_lufs``, no sample above ``ceiling`` (linear).

    Raises ``AudioError`` naming the turn whose clip cannot be used.
    """
    music = jukebox.piece(block.music, loudness_lufs, ceiling) if block.music else None
    clips: list[Shaped] = []
    starts: list[int] = []  # where a clip's first sample lies, trimmed silence included
    for item in block.items:
        gains = pan_gains(show.host(item.take.host).pan)
        clip = _clip(item.take, item.digest, loudness_lufs, ceiling / max(gains))
        if not clips:
            onset = music.cue if music else LEAD_IN
        else:
            before, begun = clips[-1], starts[-1]
            end = begun + before.end
            shorter = min(before.end - before.onset, clip.end - clip.onset)
            overlap = min(-item.gap, max(0, shorter - round(LEFT_ALONE_S * RATE)))
            onset = end - overlap if item.gap < 0 else end + item.gap
            if overlap > 0:
                behind = onset - begun
                length = before.end - behind
                _duck(before.audio[behind : behind + length], clip.audio[clip.onset : clip.onset + length])
        clips.append(clip)
        starts.append(max(0, onset - clip.onset))
    speech_end = starts[-1] + clips[-1].end
    closing = jukebox.piece("closing", loudness_lufs, ceiling) if block.closing else None
    closing_at = speech_end + block.tail
    length = max(closing_at, starts[-1] + len(clips[-1].audio) + TAIL)
    if music:
        length = max(length, len(music.audio) + TAIL)
    if closing:
        length = max(length, closing_at + len(closing.audio) + TAIL)
    audio = np.zeros((-(-length // FRAME) * FRAME, 2), np.float32)
    if music:
        audio[: len(music.audio)] += music.audio
    if closing:
        audio[closing_at : closing_at + len(closing.audio)] += closing.audio
    for item, clip, start in zip(block.items, clips, starts, strict=True):
        left, right = pan_gains(show.host(item.take.host).pan)
        audio[start : start + len(clip.audio), 0] += np.float32(left) * clip.audio
        audio[start : start + len(clip.audio), 1] += np.float32(right) * clip.audio
    cues = tuple((s + c.onset, s + c.end) for s, c in zip(starts, clips, strict=True))
    return Mixed(limit(audio, ceiling, RATE), cues, 0 if music else None)
