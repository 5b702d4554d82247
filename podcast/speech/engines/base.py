"""What an engine is: one text and one voice in, one clip out. It knows no script, no cache, no second host."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

import msgspec

from podcast.clip import Clip
from podcast.errors import CallError

__all__ = ["BaseEngine", "Engine", "NoOptions", "Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice with its settings. All settings are factors; 1 leaves the engine's voice as it is.

    ``pitch``: higher is higher. ``speed``: higher is faster. ``size`` scales pitch and formants together
    without changing the length: below 1 is a larger speaker. ``volume`` scales the samples.
    """

    id: str
    language: str
    label: str
    pitch: float = 1.0
    speed: float = 1.0
    size: float = 1.0
    volume: float = 1.0


class NoOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What show.toml can say under ``[engines.NAME]`` of an engine that has nothing to set."""


class Engine(Protocol):
    """An engine. ``synthesize`` may be called from several threads at once.

    ``needs`` says what people must have for it ("a network", "pip install …"), "" for nothing. ``settings`` names the
    fields of a voice that this engine can change; ``spelled`` says that it needs numbers, abbreviations and foreign
    words written out as they sound; ``joins`` that it wants to know the words before and after a text; ``emphasis``
    that it can stress words: they then stand between stars in a text (``das ist *so* gewollt``: whole words, at most
    three, never nested). Without ``emphasis`` no star ever gets to an engine.
    ``parallel`` is how many texts it should be given at once at most (0: as many as there are cores).
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    needs: ClassVar[str]
    online: ClassVar[bool]
    settings: ClassVar[frozenset[str]]
    spelled: ClassVar[bool]
    joins: ClassVar[bool]
    emphasis: ClassVar[bool]

    @property
    def parallel(self) -> int:
        """How many texts at once; 0 for as many as there are cores."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text and voice may give other bytes. Never raises."""
        ...

    def voices(self, language: str) -> list[Voice]:
        """The voices for ``"de"`` or ``"en"`` that are known here, the default one first, with neutral settings.

        Asks no network. May be empty.
        """
        ...

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002 (as the field)
        """The voice of that id. Raises ``CallError`` that lists the choices."""
        ...

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """The voices of the first and the second host where show.toml names none. Raises ``CallError``."""
        ...

    def unavailable(self) -> str | None:
        """Why the engine cannot work here and the command that mends it; ``None`` where it can."""
        ...

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text``: 16 bit mono at a rate that depends on the engine and ``voice.size``.

        ``before`` and ``after`` are what is said around it, given to engines that have ``joins``. Raises
        ``EngineError`` where this text cannot be spoken, ``OutageError`` where none can.
        """
        ...

    def close(self) -> None:
        """End what the engine has started, at once; calls under way raise ``EngineError``."""
        ...


class BaseEngine:
    """What most engines share; one in another package needs little more than ``name``, ``voices``, ``synthesize``.

    ``Options`` is what show.toml can set under ``[engines.NAME]`` or for one host; it is read from there, checked, and
    handed to ``__init__``.
    """

    name: ClassVar[str]
    summary: ClassVar[str] = ""
    needs: ClassVar[str] = ""
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset()
    spelled: ClassVar[bool] = False
    joins: ClassVar[bool] = False
    emphasis: ClassVar[bool] = False
    SECOND_SIZE: ClassVar[float] = 0.85
    """Size of the second host where there is but one voice and the engine can change it."""
    Options: ClassVar[type[msgspec.Struct]] = NoOptions

    def __init__(self, options: msgspec.Struct | None = None) -> None:
        self.options = options if options is not None else self.Options()

    @property
    def parallel(self) -> int:
        """One text at a time."""
        return 1

    @property
    def version(self) -> str:
        """Raised by hand."""
        return "1"

    def voices(self, language: str) -> list[Voice]:
        """The voices that are known here."""
        raise NotImplementedError

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002
        """One of :meth:`voices`. Raises ``CallError`` that lists the choices."""
        known = {voice.id: voice for voice in self.voices(language)}
        if id not in known:
            choices = f"choose one of {', '.join(known)}" if known else "it has none for this language"
            raise CallError(f"the engine {self.name} has no voice {id!r} for {language!r}: {choices}")
        return known[id]

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """The first two voices, or the only one twice, the second time as a larger speaker where that is possible."""
        found = self.voices(language)
        if not found:
            raise CallError(
                f"the engine {self.name} has no voice for {language!r}: name one for each host, "
                'voice = "…" under [[hosts]]'
            )
        if len(found) > 1:
            return found[0], found[1]
        only = found[0]
        size = self.SECOND_SIZE if "size" in self.settings else 1.0
        return only, Voice(only.id, only.language, only.label, size=size)

    def unavailable(self) -> str | None:
        """Nothing is missing."""
        return None

    def close(self) -> None:
        """Nothing to end."""
