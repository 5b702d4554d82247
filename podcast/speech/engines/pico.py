"""SVOX Pico (PyPI ``py-nanotts``): offline, German and English, about 240 times faster than speech on one core.

Pico obeys markup in its text, hangs and crashes on some, holds the interpreter lock and reads memory that
nobody set (measured in November 2026). So it lives in worker processes (worker.py, pico_worker.py) that get clean
text in short chunks, a time limit for each, and are replaced when they die.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from typing import ClassVar

from podcast.clip import Clip
from podcast.speech.bounds import chunks
from podcast.speech.engines.base import Voice
from podcast.speech.engines.versions import installed
from podcast.speech.engines.worker import PooledEngine

__all__ = ["Pico"]

RATE_HZ = 16000
REVISION = 2
"""Raised with every change here or in bounds.py that changes the bytes."""
LIMIT_S = 8.0
LIMIT_PER_CHARACTER_S = 0.04
"""A chunk takes about 0.3 ms a character on one core: a hundred times that is a hang, not a busy machine."""
VOLUME = 0.35
"""At a volume of 1 Pico clips (0.9 % of its samples stand at full scale), at 0.5 it still touches."""
SPEED_RANGE = (0.2, 5.0)
PITCH_RANGE = (0.5, 2.0)
STRESS_PITCH = 1.2
STRESS_SPEED = 0.9
"""A stressed word: three semitones higher, a tenth slower."""


class Pico(PooledEngine):
    """Pico in as many processes as there are threads that call ``synthesize``."""

    name: ClassVar[str] = "pico"
    summary: ClassVar[str] = "SVOX Pico: offline, German and English, the default"
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"pitch", "speed", "size"})
    spelled: ClassVar[bool] = True
    emphasis: ClassVar[bool] = True

    @property
    def version(self) -> str:
        """The package's version and this file's."""
        return f"{installed('py-nanotts')}+{REVISION}"

    def voices(self, language: str) -> list[Voice]:
        """The voices for a language, the default one first."""
        if language == "de":
            return [Voice("de-DE", "de", "German woman")]
        return [Voice("en-US", "en", "American woman"), Voice("en-GB", "en", "British woman")]

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """A woman and a man.

        Measured (benchmarks/README.md, "Intelligibility"): medians of 185 Hz and 121 Hz; a deeper and larger man
        is understood less well.
        """
        if language == "de":
            return (
                Voice("de-DE", "de", "German woman", pitch=1.06, size=1.06, volume=VOLUME),
                Voice("de-DE", "de", "German woman", pitch=0.80, size=0.92, volume=VOLUME),
            )
        return (
            Voice("en-US", "en", "American woman", size=1.04, volume=VOLUME),
            Voice("en-GB", "en", "British woman", pitch=0.75, size=0.88, volume=VOLUME),
        )

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        if importlib.util.find_spec("py_nanotts") is not None:
            return None
        hint = " (builds from source on macOS: it needs a C compiler)" if sys.platform == "darwin" else ""
        return f"the package py-nanotts is missing; run: pip install py-nanotts==0.1.1{hint}"

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at 16000 * size Hz. Raises ``EngineError`` naming the words that Pico gave up on."""
        # The rate declared below makes it faster by size again: the length stays.
        speed = min(max(voice.speed / voice.size, SPEED_RANGE[0]), SPEED_RANGE[1])
        pitch = min(max(voice.pitch, PITCH_RANGE[0]), PITCH_RANGE[1])
        request = {"voice": voice.id, "speed": speed, "pitch": pitch, "volume": voice.volume}
        stress = functools.partial(_stressed, pitch=pitch, speed=speed)
        pcm = b"".join(self._speak({**request, "text": chunk}) for chunk in chunks(text, stress))
        return Clip(pcm, round(RATE_HZ * voice.size))

    def _speak(self, request: dict[str, object]) -> bytes:
        return self._pool.ask(request, LIMIT_S + LIMIT_PER_CHARACTER_S * len(str(request["text"])))


def _stressed(words: str, *, pitch: float, speed: float) -> str:
    """Words in Pico's own markup: higher and slower, inside the sentence's melody, then as before.

    Levels are percent. No pair of tags: behind a closing one Pico goes on at 100, not at the voice's own level.
    """

    def levels(pitch: float, speed: float) -> str:
        return f"<pitch level='{round(100 * pitch)}'><speed level='{round(100 * speed)}'>"

    higher, slower = min(pitch * STRESS_PITCH, PITCH_RANGE[1]), max(speed * STRESS_SPEED, SPEED_RANGE[0])
    return f"{levels(higher, slower)}{words}{levels(pitch, speed)}"
