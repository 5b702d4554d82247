"""The engines by name. Nothing is imported before it is used."""

from __future__ import annotations

import importlib

from podcast.errors import CallError
from podcast.speech.engines.base import Engine, Voice

__all__ = ["Engine", "Voice", "get_engine", "list_engines"]

_ENGINES = {
    "pico": "podcast.speech.engines.pico:Pico",
    "gtts": "podcast.speech.engines.gtts:Gtts",
    "tone": "podcast.speech.engines.tone:Tone",
}


def list_engines() -> list[str]:
    """The names of all engines, the default one first, whether or not they can work here."""
    return list(_ENGINES)


def get_engine(name: str) -> Engine:
    """A new engine; the caller closes it. Raises ``CallError`` that lists the names for one unknown."""
    try:
        module, _, attribute = _ENGINES[name].partition(":")
    except KeyError:
        raise CallError(f"unknown engine {name!r}: choose one of {', '.join(_ENGINES)}") from None
    engine: Engine = getattr(importlib.import_module(module), attribute)()
    return engine
