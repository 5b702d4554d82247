"""Every error this program raises on purpose.

::

    PodcastError                exit 1: the work failed
    ├── CallError               exit 2: the call was wrong (a path, an option, a setting)
    │   └── ShowError           show.toml: a wrong type, an unknown key, a value out of range
    ├── ArticleError            an article that cannot be read or has nothing to say
    │   └── FetchError          a page that cannot be reached, is too large, or must not be reached
    ├── ScriptError             script.md: what is wrong, with its line
    ├── WordingError            a template that is missing or broken
    ├── SpeechError             a turn that could not be spoken
    │   └── EngineError         an engine that cannot work here, or gave up on one text
    │       ├── OutageError     an engine's service does not answer: other texts would fail likewise
    │       └── UnavailableError  an engine cannot work here at all
    ├── AudioError              stitching, mastering, encoding
    ├── ToolError               an external program is missing, failed, or took too long
    └── EpisodeError            an episode's folder: busy, not writable, damaged
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "AudioError",
    "CallError",
    "EngineError",
    "EpisodeError",
    "FetchError",
    "OutageError",
    "PodcastError",
    "ScriptError",
    "ShowError",
    "SpeechError",
    "ToolError",
    "UnavailableError",
    "WordingError",
]


class PodcastError(Exception):
    """Base of all errors with a message for people: one line that says what, where, and what to do."""

    exit_code = 1


class CallError(PodcastError):
    """The call was wrong: a missing file, an unknown engine, a value out of range."""

    exit_code = 2


class ShowError(CallError):
    """show.toml does not say something that can be used."""


class ArticleError(PodcastError):
    """The article cannot be read, or there is nothing in it to talk about."""


class FetchError(ArticleError):
    """A page could not be fetched."""


class ScriptError(PodcastError):
    """script.md has an error.

    ``line`` counts from 1; 0 means that the whole file is meant.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


class WordingError(PodcastError):
    """A template is missing or broken."""


class SpeechError(PodcastError):
    """A turn could not be spoken; the message names the turn and its line in script.md."""


class EngineError(SpeechError):
    """An engine cannot work here or gave up on one text. It knows no turn: the caller adds that."""


class OutageError(EngineError):
    """An engine's service does not answer after all retries: other texts would fail likewise."""


class UnavailableError(EngineError):
    """An engine cannot work here at all; the message names the command that mends it."""


class AudioError(PodcastError):
    """The programme could not be stitched, mastered or encoded."""


class ToolError(PodcastError):
    """An external program is missing, failed, or took too long."""


class EpisodeError(PodcastError):
    """An episode's folder is busy, not writable, or damaged."""
