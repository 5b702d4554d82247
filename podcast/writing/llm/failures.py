"""What can go wrong between this program and a model's server.

::

    PodcastError
    └── ModelError        the language model cannot be used: exit 1, one line for people
    Exception             (inside this package only)
    ├── OutageError       the server does not answer, or not with answers: other prompts would fail likewise
    │   └── DeniedError   it will not: a wrong key, an unknown model, no money left
    ├── UnfitError        it does not take a request of this shape (a response format, a parameter, its size)
    └── UnansweredError   it answers, but what it says cannot be used, asked again or not
"""

from __future__ import annotations

from podcast.errors import PodcastError

__all__ = ["DeniedError", "ModelError", "OutageError", "UnansweredError", "UnfitError", "one_line"]

MESSAGE_CHARS = 240
"""So much of a server's own words is shown; some send a whole page."""


class ModelError(PodcastError):
    """The language model cannot be used."""


class OutageError(Exception):
    """The server does not answer, or not with answers. The text says why, in one line without the key."""


class DeniedError(OutageError):
    """The server will not answer, however often it is asked."""


class UnfitError(Exception):
    """The server does not take a request of this shape. The text is the server's reason."""


class UnansweredError(Exception):
    """The model's answers to one prompt cannot be used; the text says why."""


def one_line(text: str) -> str:
    """Somebody else's words as one short line that a terminal can show."""
    shown = "".join(char if char.isprintable() else " " for char in text[: 4 * MESSAGE_CHARS])
    shown = " ".join(shown.split())
    return shown if len(shown) <= MESSAGE_CHARS else shown[: MESSAGE_CHARS - 2] + " …"
