"""What an engine is: one text and one voice in, one clip out. It knows no script, no cache, no second host."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from podcast.clip import Clip

__all__ = ["Engine", "Voice"]


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


class Engine(Protocol):
    """An engine. ``synthesize`` may be called from several threads at once.

    ``settings`` names the fields of a voice that this engine can change; ``spelled`` says that it needs
    numbers, abbreviations and foreign words written out as they sound; ``parallel`` is how many texts it
    should be given at once at most (0: as many as there are cores).
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    online: ClassVar[bool]
    settings: ClassVar[frozenset[str]]
    spelled: ClassVar[bool]
    parallel: ClassVar[int]

    @property
    def version(self) -> str:
        """Changes whenever the same text and voice may give other bytes. Never raises."""
        ...

    def voices(self, language: str) -> list[Voice]:
        """The voices for ``"de"`` or ``"en"``, the default one first, with neutral settings."""
        ...

    def unavailable(self) -> str | None:
        """Why the engine cannot work here and the command that mends it; ``None`` where it can."""
        ...

    def synthesize(self, text: str, voice: Voice) -> Clip:
        """Speak ``text``: 16 bit mono at a rate that depends on the engine and ``voice.size``.

        Raises ``EngineError`` where this text cannot be spoken, ``OutageError`` where none can.
        """
        ...

    def close(self) -> None:
        """End what the engine has started, at once; calls under way raise ``EngineError``."""
        ...
