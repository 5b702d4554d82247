"""What a service sent, as a clip: decoded, checked that it is speech of this text, joined without a seam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from podcast.clip import Clip
from podcast.errors import ToolError
from podcast.speech.engines.online_text import pause_after_s
from podcast.tools import ffmpeg, run

if TYPE_CHECKING:
    import numpy as np

__all__ = ["NoSpeechError", "Shape", "decode", "join", "largest_answer", "longest_s"]

DECODE_TIMEOUT_S = 60.0
FRAME_S = 0.02
SILENCE_DBFS = -50.0
"""A stretch of 20 ms whose mean level is below this is silence: MP3's noise lies under it, breath over it."""
LEAST_SOUND_S = 0.02
"""Seconds of sound a written character. The fastest of 230 sentences from seeds/ as Pico reads them (German, speed 1)
has 0.044; half of that, because other voices are quicker and abbreviations are spoken shorter than written."""
MOST_S = 0.4
"""Seconds a written character, silences included: the slowest of those sentences has 0.19; figures are spoken longer
than written, so twice that."""
MOST_EXTRA_S = 3.0
"""Silence at the ends, and texts of a word or a number."""
LEAST_CHARACTERS = 12
"""A text below this may be one sound ("Hm."): it must only not be silent."""
BYTES_PER_S = 200_000
"""48 kHz, two channels, 16 bit: no service sends more for a second."""
MARGIN_S = 0.01
"""So much of the silence at a joint is kept beside the speech, so that no soft consonant is lost."""
FADE_S = 0.005
"""At a joint: too short to be heard, long enough that there is no click."""


class NoSpeechError(Exception):
    """What came is not speech of this text; the text says what it is.

    ``other`` says that another text may well be spoken: this one came silent, cut, or without an end.
    """

    def __init__(self, reason: str, *, other: bool = False) -> None:
        super().__init__(reason)
        self.other = other


@dataclass(frozen=True, slots=True)
class Shape:
    """The clip that is wanted: its rate in Hz before ``size``, the text's speed, what of it ffmpeg must do (``tempo``).

    ``pcm_rate`` is that of an answer in bare 16 bit mono PCM; 0 where such an answer was not asked for.
    """

    rate: int
    speed: float = 1.0
    tempo: float = 1.0
    size: float = 1.0
    pcm_rate: int = 0


def longest_s(text: str, speed: float) -> float:
    """So many seconds may speech of ``text`` last at most."""
    return (MOST_EXTRA_S + MOST_S * len(text)) / speed


def largest_answer(text: str, speed: float) -> int:
    """So many bytes may an answer with speech of ``text`` have at most."""
    return 65_536 + int(BYTES_PER_S * longest_s(text, speed))


def _format(data: bytes, pcm_rate: int) -> list[str]:
    """ffmpeg's options for reading it, by its first bytes.

    What the service calls it may be wrong, and a format that ffmpeg guesses might be one that names other files.
    """
    for start, name in ((b"RIFF", "wav"), (b"ID3", "mp3"), (b"OggS", "ogg"), (b"fLaC", "flac")):
        if data.startswith(start):
            return ["-f", name]
    if _is_text(data):
        raise NoSpeechError("the service sent a page or a message, something that is no speech")
    if pcm_rate:
        return ["-f", "s16le", "-ar", str(pcm_rate), "-ac", "1"]
    if data[:1] == b"\xff" and data[1:2] >= b"\xe0":
        return ["-f", "mp3"]
    raise NoSpeechError("the service sent something that is no speech")


def _is_text(data: bytes) -> bool:
    """Whether it begins as a page or JSON does: letters that can be printed, 64 of them."""
    head = data[:64].strip()
    return head[:1] in {b"<", b"{", b"[", b'"'} and all(9 <= byte < 127 for byte in head)


def decode(data: bytes, text: str, shape: Shape) -> Clip:
    """The answer ``data`` as a clip of 16 bit mono at ``shape.rate * shape.size`` Hz.

    Raises ``NoSpeechError`` where it cannot be decoded, is empty, cut off, silent, or too short or long for ``text``.
    """
    if not data:
        raise NoSpeechError("the service sent speech of no length")
    reading = _format(data, shape.pcm_rate)
    if reading[1] == "wav" and _is_cut(data):
        raise NoSpeechError("the service's answer broke off", other=True)
    longest = longest_s(text, shape.speed)
    pcm = _decoded(data[: len(data) // 2 * 2] if reading[1] == "s16le" else data, reading, shape, longest)
    if not pcm:
        raise NoSpeechError("the service sent speech of no length")
    clip = Clip(pcm, round(shape.rate * shape.size))
    sound = _sound_s(clip)
    if sound < FRAME_S:
        raise NoSpeechError("the service sent silence", other=True)
    if len(text) >= LEAST_CHARACTERS and sound < LEAST_SOUND_S * len(text) / shape.speed:
        raise NoSpeechError(f"the service sent {sound:.1f} s of speech, too short for the text", other=True)
    if clip.seconds > longest:
        raise NoSpeechError(f"the service sent over {longest:.0f} s, too long for the text", other=True)
    return clip


def _decoded(data: bytes, reading: Sequence[str], shape: Shape, longest: float) -> bytes:
    """PCM, a little more than may be right at most."""
    tempo = shape.tempo / shape.size
    args = [ffmpeg(), "-v", "error", "-nostdin", *reading, "-i", "pipe:0", "-vn"]
    if tempo != 1:
        slower = []
        while tempo < 0.5:  # the filter's own limit
            slower.append("atempo=0.5")
            tempo *= 2
        args += ["-af", ",".join([f"aresample={shape.rate}", *slower, f"atempo={tempo:.6f}"])]
    args += ["-ar", str(shape.rate), "-ac", "1", "-c:a", "pcm_s16le", "-t", f"{longest * shape.size + 1:.3f}"]
    try:
        return run([*args, "-f", "s16le", "pipe:1"], data=data, timeout=DECODE_TIMEOUT_S)[0]
    except ToolError as error:
        raise NoSpeechError("the service sent something that is no speech") from error


def _is_cut(wav: bytes) -> bool:
    """Whether a WAVE file has fewer samples than its header says; one that was streamed says none or 2 to 4 GB."""
    at = wav.find(b"data", 12, 4096)
    said = int.from_bytes(wav[at + 4 : at + 8], "little") if at > 0 else 0
    return 0 < said < 0x7FFF_0000 and len(wav) - (at + 8) < said


def _frames(samples: np.ndarray[Any, Any], rate: int) -> np.ndarray[Any, Any]:
    """Which stretches of 20 ms are sound."""
    import numpy as np

    size = round(FRAME_S * rate)
    whole = samples[: len(samples) // size * size].astype(float).reshape(-1, size)
    sound: np.ndarray[Any, Any] = np.sqrt((whole**2).mean(axis=1)) > 32768 * 10 ** (SILENCE_DBFS / 20)
    return sound


def _sound_s(clip: Clip) -> float:
    import numpy as np

    return float(FRAME_S * _frames(np.frombuffer(clip.pcm, "<i2"), clip.rate).sum())


def join(clips: Sequence[Clip], pieces: Sequence[str]) -> Clip:
    """The pieces' clips (16 bit mono, one rate) as one, with the pause between them that belongs after each.

    Silence at the outer ends stays as it is. The silence at a joint is cut and made anew.
    """
    import numpy as np

    if len(clips) == 1:
        return clips[0]
    rate = clips[0].rate
    parts: list[np.ndarray[Any, Any]] = []
    for index, (clip, piece) in enumerate(zip(clips, pieces, strict=True)):
        samples = np.frombuffer(clip.pcm, "<i2")
        sound = np.flatnonzero(_frames(samples, rate))
        size, margin = round(FRAME_S * rate), round(MARGIN_S * rate)
        first, last = index == 0, index == len(clips) - 1
        start = 0 if first else max(0, int(sound[0]) * size - margin)
        end = len(samples) if last else min(len(samples), (int(sound[-1]) + 1) * size + margin)
        parts.append(_faded(samples[start:end], round(FADE_S * rate), front=not first, back=not last))
        if not last:
            parts.append(np.zeros(round(pause_after_s(piece) * rate), "<i2"))
    return replace(clips[0], pcm=np.concatenate(parts).astype("<i2").tobytes())


def _faded(samples: np.ndarray[Any, Any], length: int, *, front: bool, back: bool) -> np.ndarray[Any, Any]:
    import numpy as np

    out: np.ndarray[Any, Any] = samples.astype(float)
    ramp = np.linspace(0, 1, min(length, len(out)))
    if front:
        out[: len(ramp)] *= ramp
    if back:
        out[len(out) - len(ramp) :] *= ramp[::-1]
    return np.round(out)
