"""The engines by name, those of other packages included. Nothing is imported before it is used."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points

import msgspec

from podcast.errors import CallError
from podcast.speech.engines.base import BaseEngine, Engine, NoOptions, Voice

__all__ = ["GROUP", "BaseEngine", "Engine", "NoOptions", "Voice", "get_engine", "list_engines"]

GROUP = "podcast.engines"
"""The entry-point group under which another package names its engine: ``name = "package.module:Class"``."""

_ENGINES = {
    "pico": "podcast.speech.engines.pico:Pico",
    "espeak": "podcast.speech.engines.espeak:Espeak",
    "piper": "podcast.speech.engines.piper:Piper",
    "kokoro": "podcast.speech.engines.kokoro:Kokoro",
    "edge": "podcast.speech.engines.edge:Edge",
    "gtts": "podcast.speech.engines.gtts:Gtts",
    "openai": "podcast.speech.engines.openai:OpenAI",
    "elevenlabs": "podcast.speech.engines.elevenlabs:ElevenLabs",
    "tone": "podcast.speech.engines.tone:Tone",
}

_MEMBERS = (
    *(
        "name",
        "summary",
        "needs",
        "online",
        "settings",
        "spelled",
        "joins",
        "emphasis",
        "parallel",
        "version",
    ),
    *("voices", "voice", "pair", "unavailable", "synthesize", "close"),
)
"""What an engine of another package has to have; ``BaseEngine`` brings all but three."""


def _others() -> dict[str, EntryPoint]:
    """Engines of other packages; none may take the name of one of ours."""
    return {found.name: found for found in entry_points(group=GROUP) if found.name not in _ENGINES}


def list_engines() -> list[str]:
    """The names of all engines, the default one first, then those of other packages; whether or not they work here."""
    return [*_ENGINES, *sorted(_others())]


def get_engine(name: str, options: Mapping[str, object] | None = None) -> Engine:
    """A new engine with its options (as show.toml has them under ``[engines.NAME]``); the caller closes it.

    Raises ``CallError`` that lists the names for one unknown, or names an option that is unknown or wrong.
    """
    kind = _class(name)
    fields = getattr(kind, "Options", NoOptions)
    try:
        converted = msgspec.convert(dict(options or {}), fields)
    except msgspec.ValidationError as error:
        raise CallError(f"[engines.{name}] {_explain(error, fields)}") from error
    try:
        engine: Engine = kind(converted) if options else kind()
    except Exception as error:
        if name in _ENGINES:
            raise
        raise CallError(
            f"the engine {name} of another package cannot be started: {error}; update or remove it"
        ) from error
    return engine


def _class(name: str) -> type:
    if name in _ENGINES:
        module, _, attribute = _ENGINES[name].partition(":")
        found: type = getattr(importlib.import_module(module), attribute)
        return found
    others = _others()
    if name not in others:
        raise CallError(f"unknown engine {name!r}: choose one of {', '.join(list_engines())}")
    dist = others[name].dist
    package = dist.name if dist else others[name].value
    try:
        loaded = others[name].load()
    except Exception as error:
        raise CallError(
            f"the engine {name} of {package} cannot be loaded: {error}; update or remove it"
        ) from error
    missing = [each for each in _MEMBERS if not hasattr(loaded, each)]
    if missing:
        raise CallError(f"the engine {name} of {package} has no {missing[0]}: update or remove the package")
    kind: type = loaded
    return kind


def _explain(error: msgspec.ValidationError, fields: type[msgspec.Struct]) -> str:
    message, _, path = str(error).partition(" - at `$.")
    if unknown := re.search(r"unknown field `(.+?)`", message):
        known = ", ".join(fields.__struct_fields__) or "nothing"
        return f"unknown key {unknown[1]!r}: it can be told {known}"
    return f"{path.rstrip('`')}: {message[:1].lower()}{message[1:]}"
