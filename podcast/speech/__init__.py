"""A turn becomes words to be spoken, and these a Clip."""

from __future__ import annotations

from podcast.speech.casting import cast
from podcast.speech.engines import get_engine, list_engines
from podcast.speech.planning import Line, Spoken, unspoken
from podcast.speech.preflight import ready
from podcast.speech.prepare import PREPARATION_VERSION, read
from podcast.speech.speaking import speak

__all__ = [
    "PREPARATION_VERSION",
    "Line",
    "Spoken",
    "cast",
    "get_engine",
    "list_engines",
    "read",
    "ready",
    "speak",
    "unspoken",
]
