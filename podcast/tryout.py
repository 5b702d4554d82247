"""Trying a voice: one text as it will be read, or heard."""

from __future__ import annotations

import itertools
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from podcast import tools
from podcast.clip import Clip
from podcast.episode import write_atomically
from podcast.errors import CallError, EngineError
from podcast.script import Turn, has_words, voiced
from podcast.script.body import check
from podcast.show import Host, Show
from podcast.speech import Line, speak
from podcast.speech.casting import engine_for, engine_name
from podcast.speech.turns import to_pieces, words_of

__all__ = ["Sample", "free_place", "reading", "say"]

_STAGED = re.compile(r"\{[^{}|]*\|[^{}|]*\}|\[[^\[\]]*\]")
"""What stands in no other text than a turn: ``{written|spoken}`` and directions."""


def reading(
    text: str, show: Show, language: str, *, engine: str | None = None, host: str | None = None
) -> str:
    """The words as a host's engine gets them, on one line; "" where there are none.

    ``text`` is a turn as it may stand in script.md, or any other text. Raises ``CallError`` for an unknown host
    or engine.
    """
    who = _host(show, host)
    pieces = (text,) if check(text, 1) or not _STAGED.search(text) else voiced(Turn(who.name, text))
    found = engine_for(show, who, engine_name(show, who, engine))
    try:
        said = to_pieces(
            pieces, language, show.pronunciation, spelled=found.spelled, engine=found, host=who.name
        )
    except EngineError:
        return ""
    finally:
        found.close()
    return " ".join(" ".join(words_of(said)).split())


@dataclass(frozen=True, slots=True)
class Sample:
    """A spoken text: who speaks it with what, the words as they were read, and the sound as a WAVE file."""

    host: str
    engine: str
    voice: str
    read: str
    wav: bytes

    def write(self, out: Path) -> Path:
        """Write the sound into a file. Raises ``EpisodeError`` where that cannot be done."""
        write_atomically(out, self.wav)
        return out

    def play(self) -> bool:
        """Play the sound to its end; ``False`` where this machine has nothing that can."""
        with tempfile.TemporaryDirectory(prefix="podcast-") as folder:
            file = Path(folder) / "sample.wav"
            file.write_bytes(self.wav)
            return tools.play(file, Clip.from_wav(self.wav).seconds)


def say(text: str, show: Show, language: str, *, engine: str | None, host: str | None) -> Sample:
    """Speak a turn, as it may stand in script.md, with a host's voice.

    Raises ``CallError`` for an unknown host or a turn that script.md could not have, ``SpeechError`` where it
    cannot be spoken.
    """
    who = _host(show, host)
    if wrong := check(text, 1):
        raise CallError(f"--say: {str(wrong[0]).removeprefix('line 1: ')}")
    if not has_words(text):
        raise CallError("--say: there are no words in it that could be spoken")
    with tempfile.TemporaryDirectory(prefix="podcast-") as folder:
        line = Line(turn=0, line=1, host=who.name, pieces=voiced(Turn(who.name, text)))
        done = speak([line], show=show, language=language, cache=Path(folder), engine=engine)[0]
        return Sample(done.host, done.engine, done.voice, done.read, done.clip.read_bytes())


def free_place(folder: Path) -> Path:
    """A file name for a sample that overwrites nothing: sample.wav, sample-2.wav, …"""
    names = itertools.chain(["sample.wav"], (f"sample-{number}.wav" for number in itertools.count(2)))
    return next(folder / name for name in names if not (folder / name).exists())


def _host(show: Show, name: str | None) -> Host:
    if name is None:
        return show.hosts[0]
    for host in show.hosts:
        if host.name.casefold() == name.casefold():
            return host
    raise CallError(f"unknown host {name!r}: choose one of {', '.join(host.name for host in show.hosts)}")
