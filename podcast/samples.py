"""What ``podcast voices`` shows: engines and voices, a text as it will be read, a spoken sample."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from podcast.episode import write_atomically
from podcast.errors import CallError
from podcast.show import LANGUAGES, Host, Show
from podcast.speech import Line, cast, get_engine, list_engines, read, speak

__all__ = ["reading", "say", "table"]


def table(show: Show, *, engine: str | None = None, language: str | None = None) -> Iterator[str]:
    """A block of lines for each engine: what it needs, its voices, and which of them the hosts take.

    Raises ``CallError`` for an unknown engine.
    """
    for name in [engine] if engine else list_engines():
        found = get_engine(name)
        try:
            reason = found.unavailable()
            yield f"{name:<8}{found.summary}" + (f" (not here: {reason})" if reason else "")
            for each in [language] if language else LANGUAGES:
                hosts = {host.name: cast(show, host, each, name, found).id for host in show.hosts}
                for voice in found.voices(each):
                    users = [host for host, taken in hosts.items() if taken == voice.id]
                    yield f"        {each}  {voice.id:<12}{voice.label:<30}{', '.join(users)}".rstrip()
        finally:
            found.close()


def reading(text: str, show: Show, language: str) -> str:
    """The words as they will be spoken, on one line."""
    return " ".join(read(text, language, show.pronunciation).split())


def say(text: str, out: Path, show: Show, language: str, *, engine: str | None, host: str | None) -> Path:
    """Speak a text with a host's voice into a WAVE file and return its path.

    Raises ``CallError`` for an unknown host, ``SpeechError`` where it cannot be spoken, ``EpisodeError``
    where the file cannot be written.
    """
    who = _host(show, host)
    with tempfile.TemporaryDirectory(prefix="podcast-") as folder:
        line = Line(turn=0, line=1, host=who.name, pieces=(text,))
        clip = speak([line], show=show, language=language, cache=Path(folder), engine=engine)[0].clip
        write_atomically(out, clip.read_bytes())
    return out


def _host(show: Show, name: str | None) -> Host:
    if name is None:
        return show.hosts[0]
    for host in show.hosts:
        if host.name.casefold() == name.casefold():
            return host
    raise CallError(f"unknown host {name!r}: choose one of {', '.join(host.name for host in show.hosts)}")
