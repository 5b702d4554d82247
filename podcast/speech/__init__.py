"""A turn becomes words to be spoken, and these a Clip."""

from __future__ import annotations

from podcast.errors import CallError
from podcast.show import Show
from podcast.speech.casting import cast, engine_name
from podcast.speech.engines import get_engine, list_engines
from podcast.speech.prepare import PREPARATION_VERSION
from podcast.speech.prepare import read as _read
from podcast.speech.speak import Line, Spoken, speak

__all__ = [
    "PREPARATION_VERSION",
    "Line",
    "Spoken",
    "cast",
    "get_engine",
    "list_engines",
    "read",
    "speak",
]


def read(
    text: str, language: str, host: str | None = None, show: Show | None = None, *, engine: str | None = None
) -> str:
    """The words of ``text`` as ``host`` (the first one where it is ``None``) will speak them.

    ``engine`` overrides show.toml. Raises ``CallError`` for an unknown engine, language or host.
    """
    show = show or Show()
    try:
        who = show.host(host) if host else show.hosts[0]
    except KeyError:
        names = " and ".join(other.name for other in show.hosts)
        raise CallError(f"there is no host {host!r}: the hosts are {names}") from None
    spelled = get_engine(engine_name(show, who, engine)).spelled
    return _read(text, language, show.pronunciation, spelled=spelled)
