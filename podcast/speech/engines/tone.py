"""An engine for tests: a buzz whose length follows the text, exact to the frame.

The clip of a text has ``2 * EDGE_FRAMES + round(FRAMES_PER_CHARACTER / speed) * max(1, len(text))`` frames at
16000 * size Hz (rounded): ``EDGE_FRAMES`` of digital silence, the buzz, and silence again. The buzz is a sum of
harmonics of ``F0_HZ[voice] * pitch * size`` Hz with a syllable-like envelope (4 Hz), and its pitch drifts with
the text's checksum by up to 3 %, so that two texts of one length differ.
"""

from __future__ import annotations

import zlib
from typing import ClassVar

from podcast.clip import Clip
from podcast.speech.engines.base import BaseEngine, Voice

__all__ = ["EDGE_FRAMES", "FRAMES_PER_CHARACTER", "Tone"]

RATE_HZ = 16000
EDGE_FRAMES = 1600
"""0.1 s of silence at either end, so that trimming has something to do."""
FRAMES_PER_CHARACTER = 1000
"""62.5 ms: a German sentence is spoken at about 16 characters a second."""
F0_HZ = {"high": 190.0, "low": 110.0}
SYLLABLE_HZ = 4.0
PEAK = 0.35
"""Of full scale: about the level of Pico at its default settings here."""


class Tone(BaseEngine):
    """The test engine; see the module for its formula."""

    name: ClassVar[str] = "tone"
    summary: ClassVar[str] = "test engine: a buzz as long as the text"
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"pitch", "speed", "size"})
    spelled: ClassVar[bool] = True

    @property
    def version(self) -> str:
        """Raised when the formula changes."""
        return "1"

    def voices(self, language: str) -> list[Voice]:
        """The voices for a language, the default one first."""
        return [Voice(name, language, f"a {name} buzz") for name in F0_HZ]

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """The buzz for ``text``. Deterministic."""
        import numpy as np

        frames = round(FRAMES_PER_CHARACTER / voice.speed) * max(1, len(text))
        drift = 1 + 0.03 * ((zlib.crc32(text.encode("utf-8", "replace")) % 2001) / 1000 - 1)
        time = np.arange(frames) / RATE_HZ
        phase = 2 * np.pi * F0_HZ[voice.id] * voice.pitch * drift * time
        buzz = sum(np.sin(n * phase) / n for n in range(1, 9))
        envelope = 0.55 - 0.45 * np.cos(2 * np.pi * SYLLABLE_HZ * time)
        samples = np.round(buzz * envelope * (PEAK * voice.volume * 32767 / 1.85))
        edge = bytes(2 * EDGE_FRAMES)
        pcm = np.clip(samples, -32768, 32767).astype("<i2").tobytes()
        return Clip(edge + pcm + edge, round(RATE_HZ * voice.size))
