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
"""Of every turn at least so much is heard alone, and half of one that is shorter than two of these."""
DUCK_DB, DUCK_RAMP_S = -6.0, 0.03
"""Of two who speak at once the louder is turned down by so much, so that both are understood. Measured with Whisper
base on 24 German pairs, overlapping by 0.25 and 0.4 s: of the last words of those who end and the first words of
those who come in, 35 and 30 of 48 are understood; 36 and 27 where nobody is turned down, 36 and 23 where it is always
the one who comes in, 31 and 34 where it is always the other, 32 and 27 where it is the softer."""


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


def _may_overlap(clip: Shaped) -> int:
    """So many frames of a clip may be heard together with others; the rest is heard alone."""
    length = clip.end - clip.onset
    return max(length - round(LEFT_ALONE_S * RATE), length // 2)


def _duck(before: Shaped, clip: Shaped, overlap: int) -> None:
    """Turn one of two clips down, in place, where the end of the first is heard with the beginning of the second."""
    ending = before.audio[before.end - overlap : before.end]
    coming = clip.audio[clip.onset : clip.onset + overlap]
    ramp, low = round(DUCK_RAMP_S * RATE), 10 ** (DUCK_DB / 20)
    if np.square(ending).sum() > np.square(coming).sum():
        begin = before.end - overlap  # the ramp before it, so that the other's first sound is not lost
        slope = before.audio[max(0, begin - ramp) : begin]
        slope *= np.linspace(1.0, low, len(slope), dtype=np.float32)
        before.audio[begin:] *= np.float32(low)
    else:
        end = clip.onset + overlap
        slope = clip.audio[max(0, end - ramp) : end]
        slope *= np.linspace(low, 1.0, len(slope), dtype=np.float32)
        clip.audio[: max(0, end - ramp)] *= np.float32(low)


def mix(block: Block, show: Show, jukebox: Jukebox, *, loudness_lufs: float, ceiling: float) -> Mixed:
    """Mix a block: speech at ``loudness_lufs``, no sample above ``ceiling`` (linear).

    Raises ``AudioError`` naming the turn whose clip cannot be used.
    """
    music = jukebox.piece(block.music, loudness_lufs, ceiling) if block.music else None
    clips: list[Shaped] = []
    starts: list[int] = []  # where a clip's first sample lies, trimmed silence included
    overlap = 0  # of the clip before with the one before that
    for item in block.items:
        gains = pan_gains(show.host(item.take.host).pan)
        clip = _clip(item.take, item.digest, loudness_lufs, ceiling / max(gains))
        if not clips:
            onset = music.cue if music else LEAD_IN
        else:
            end = starts[-1] + clips[-1].end
            # What its beginning has used up its end may not: never three at once, and nobody with herself.
            room = _may_overlap(clips[-1]) - overlap
            overlap = max(0, min(-item.gap, room, _may_overlap(clip)))
            onset = end + max(item.gap, -overlap)
            if overlap:
                _duck(clips[-1], clip, overlap)
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
