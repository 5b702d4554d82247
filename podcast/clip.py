"""A clip: speech as PCM that carries its own rate, channels and width."""

from __future__ import annotations

import io
import wave
from dataclasses import dataclass

__all__ = ["Clip"]


@dataclass(frozen=True, slots=True)
class Clip:
    """Signed little-endian integer PCM, channels interleaved.

    ``rate`` is in frames per second, ``channels`` 1 or 2, ``width`` in bytes per sample (2 everywhere
    in this program unless an engine says otherwise).
    """

    pcm: bytes
    rate: int
    channels: int = 1
    width: int = 2

    def __post_init__(self) -> None:
        if self.rate <= 0 or self.channels <= 0 or self.width not in {1, 2, 3, 4}:
            raise ValueError(f"no such PCM: {self.rate} Hz, {self.channels} channels, {self.width} bytes")
        if len(self.pcm) % (self.channels * self.width):
            raise ValueError("the PCM ends within a frame")

    @property
    def frames(self) -> int:
        """Length in frames (one sample of every channel)."""
        return len(self.pcm) // (self.channels * self.width)

    @property
    def seconds(self) -> float:
        """Length in seconds, exact to the frame."""
        return self.frames / self.rate

    def to_wav(self) -> bytes:
        """The clip as a RIFF WAVE file; the same clip always gives the same bytes."""
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            file.setnchannels(self.channels)
            file.setsampwidth(self.width)
            file.setframerate(self.rate)
            file.writeframes(self.pcm)
        return out.getvalue()

    @classmethod
    def from_wav(cls, data: bytes) -> Clip:
        """The clip in a RIFF WAVE file. Raises ``ValueError`` where it is none or is cut off."""
        try:
            with wave.open(io.BytesIO(data), "rb") as file:
                count = file.getnframes()
                pcm = file.readframes(count)
                clip = cls(pcm, file.getframerate(), file.getnchannels(), file.getsampwidth())
        except (wave.Error, EOFError) as error:
            raise ValueError(f"not a WAVE file: {error}") from error
        if clip.frames != count:
            raise ValueError(f"the WAVE file is cut off: {clip.frames} of {count} frames")
        return clip
