"""What a producer may wish for, and who is told how far the work is."""

from __future__ import annotations

from typing import Literal, Protocol, TypedDict

__all__ = ["Watcher", "Wishes"]


class Watcher(Protocol):
    """Who is told how far the work is."""

    def progress(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of a stage are finished."""
        ...

    def note(self, line: str) -> None:
        """Something that people should know; no error."""
        ...


class Wishes(TypedDict, total=False):
    """What a producer may ask of a draft.

    ``language``, ``title`` and ``date`` replace what the article says of itself. ``minutes`` is the length wished
    for, else the show's; without either nothing is left out. ``writer`` writes instead of the show's. ``redraft``
    writes a script anew that a host has edited; the edit is then kept as script.old.md. ``allow_private`` fetches
    addresses inside a private network, too.
    """

    language: str | None
    title: str | None
    date: str | None
    minutes: float | None
    writer: Literal["offline", "llm"] | None
    redraft: bool
    allow_private: bool
