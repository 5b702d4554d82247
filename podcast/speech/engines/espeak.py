"""eSpeak NG (PyPI ``espeakng-loader``, GPL-3, an extra): offline, over 100 languages, fast, and hard to understand.

In German 0.47 and more of its words are not understood (SPEECH.md): as a voice it is for trying things out. Its
phonemes are what Kokoro speaks from (kokoro.py). It lives in worker processes (worker.py, espeak_worker.py).
"""

from __future__ import annotations

import importlib.util
import math
from typing import ClassVar

from podcast.clip import Clip
from podcast.speech.bounds import chunks
from podcast.speech.engines.base import Voice
from podcast.speech.engines.versions import installed
from podcast.speech.engines.worker import PooledEngine

__all__ = ["MISSING", "Espeak", "code", "present"]

RATE_HZ = 22050
REVISION = 1
"""Raised with every change here, in espeak_worker.py or in bounds.py that changes the bytes."""
LIMIT_S = 8.0
LIMIT_PER_CHARACTER_S = 0.02
"""A character takes about 0.1 ms on one core: two hundred times that is a hang, not a busy machine."""
WORDS_A_MINUTE = 175
"""The rate of eSpeak NG's own default (speak_lib.h), which takes 80 to 450."""
SPEED_RANGE = (80 / 175, 450 / 175)
STEPS_AN_OCTAVE = (87, 68)
"""Of its pitch, 0 to 99 with 50 in the middle: downwards and upwards (measured with de, de+f2 and en-us)."""
PAUSE_S = 0.3
"""Between two pieces of a long text, as between its sentences at normal speed."""
MISSING = "the package espeakng-loader (GPL-3) is missing; run: pip install espeakng-loader==0.2.4"
_VARIANTS = {
    "+f2": "woman",
    "+m3": "man",
    "": "man, the default",
    "+f1": "woman",
    "+f3": "woman",
    "+f4": "woman",
    "+m1": "man",
    "+m2": "man",
    "+m7": "man",
}
"""Its own variants of every voice, the hosts' two first: 197 and 108 Hz median pitch, in German and English."""
_CODES = {"de": ("de",), "en": ("en-us", "en-gb")}
_NAMES = {"de": "German", "en-us": "American", "en-gb": "British"}


def present() -> bool:
    """Whether eSpeak NG is installed."""
    return importlib.util.find_spec("espeakng_loader") is not None


def code(voice: str) -> str:
    """eSpeak's own name of a voice: British English is plain ``en`` there."""
    return voice.replace("en-gb", "en")


class Espeak(PooledEngine):
    """eSpeak NG in as many processes as there are threads that call ``synthesize``."""

    name: ClassVar[str] = "espeak"
    summary: ClassVar[str] = "eSpeak NG: offline, German and English, a robot's voice"
    needs: ClassVar[str] = "pip install 'alana-ben[espeak]' (GPL-3)"
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"pitch", "speed", "size"})
    spelled: ClassVar[bool] = True

    @property
    def version(self) -> str:
        """The package's version and this file's."""
        return f"{installed('espeakng-loader')}+{REVISION}"

    def voices(self, language: str) -> list[Voice]:
        """The voices for a language, a woman and a man first."""
        return [
            Voice(voice + variant, language, f"{_NAMES[voice]} {kind}")
            for voice in _CODES.get(language, ())
            for variant, kind in _VARIANTS.items()
        ]

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        return None if present() else MISSING

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at 22050 * size Hz. Raises ``EngineError``."""
        # The rate declared below makes it faster by size again, and higher: the length stays, pitch moves.
        speed = min(max(voice.speed / voice.size, SPEED_RANGE[0]), SPEED_RANGE[1])
        pitch = 50 + math.log2(voice.pitch) * STEPS_AN_OCTAVE[voice.pitch > 1]
        request = {
            "what": "speech",
            "voice": code(voice.id),
            "rate": round(WORDS_A_MINUTE * speed),
            "pitch": round(min(max(pitch, 0), 99)),
            "volume": round(100 * voice.volume),
        }
        parts = [
            self._pool.ask({**request, "text": part}, LIMIT_S + LIMIT_PER_CHARACTER_S * len(part))
            for part in chunks(text)
        ]
        return Clip(bytes(2 * round(PAUSE_S * RATE_HZ)).join(parts), round(RATE_HZ * voice.size))
