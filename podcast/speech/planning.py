"""What must be spoken, and what lies in the cache already."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcast.errors import EngineError, SpeechError
from podcast.script import Direction
from podcast.show import Show
from podcast.speech.cache import ClipCache, clip_key
from podcast.speech.casting import cast, engine_for, engine_name, options_for
from podcast.speech.engines import Engine, Voice
from podcast.speech.prepare import PREPARATION_VERSION
from podcast.speech.turns import Piece, to_pieces

__all__ = ["Job", "Line", "Plan", "Spoken", "plan", "roles", "unspoken", "where"]


@dataclass(frozen=True, slots=True)
class Line:
    """One turn to be spoken: its number (from 0), its line in script.md (from 1), its host, and its pieces.

    Strings are spoken; of the directions ``pause`` (its seconds), ``slow`` and ``fast`` are heard here. ``slow``
    and ``fast`` hold to the other one or to the end of the turn.
    """

    turn: int
    line: int
    host: str
    pieces: tuple[Direction | str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One spoken turn. ``clip`` is a WAVE file in the cache, ``read`` the words as they were spoken.

    ``cached`` says that it lay there before; of two equal turns in one script only the first is spoken.
    """

    turn: int
    host: str
    clip: Path
    key: str
    engine: str
    voice: str
    read: str
    cached: bool


@dataclass(frozen=True, slots=True)
class Job:
    """A sound to be made: which line asked for it first."""

    line: Line
    key: str
    engine: Engine
    voice: Voice
    pieces: list[Piece]


def where(line: Line) -> str:
    """A turn as an error names it."""
    return f"turn {line.turn + 1} (script.md line {line.line}, {line.host})"


@dataclass(frozen=True, slots=True)
class Role:
    """A host's engine, its version (asked once: it is looked up on the disk), and voice."""

    engine: Engine
    version: str
    voice: Voice


@dataclass(slots=True)
class Plan:
    """What must be spoken, by key; all turns in their order; what cannot be spoken at all."""

    jobs: dict[str, Job]
    spoken: list[Spoken]
    failures: list[tuple[Line, EngineError]]


@contextlib.contextmanager
def roles(show: Show, language: str, override: str | None) -> Iterator[dict[str, Role]]:
    """The hosts' roles by name; their engines are closed at the end.

    ``override`` is an engine instead of show.toml's. Raises ``CallError`` for an unknown engine, voice or setting.
    """
    engines: dict[str, Engine] = {}
    try:
        cast_as: dict[str, Role] = {}
        for host in show.hosts:
            name = engine_name(show, host, override)
            set_up = f"{name} {sorted(options_for(show, host, name).items())}"
            if set_up not in engines:
                engines[set_up] = engine_for(show, host, name)
            voice = cast(show, host, language, override, engines[set_up])
            cast_as[host.name] = Role(engines[set_up], engines[set_up].version, voice)
        yield cast_as
    finally:
        for each in engines.values():
            each.close()


def plan(
    lines: Sequence[Line],
    by_host: dict[str, Role],
    language: str,
    pronunciation: dict[str, str],
    clips: ClipCache,
) -> Plan:
    """What of ``lines`` must be spoken. Raises ``SpeechError`` for a host whom the show does not have."""
    plan = Plan({}, [], [])
    for line in lines:
        if line.host not in by_host:
            raise SpeechError(
                f"{where(line)}: the show has no host of that name, only {' and '.join(by_host)}"
            )
        role = by_host[line.host]
        engine, voice = role.engine, role.voice
        try:
            pieces = to_pieces(line.pieces, language, pronunciation, spelled=engine.spelled)
        except EngineError as error:
            plan.failures.append((line, error))
            continue
        key = clip_key(engine.name, role.version, voice, pieces, PREPARATION_VERSION)
        cached = key in plan.jobs or clips.has(key)
        if not cached:
            plan.jobs[key] = Job(line, key, engine, voice, pieces)
        words = " ".join(str(value) for kind, value, _ in pieces if kind == "say")
        plan.spoken.append(
            Spoken(line.turn, line.host, clips.path(key), key, engine.name, voice.id, words, cached)
        )
    return plan


def unspoken(
    lines: Sequence[Line], *, show: Show, language: str, cache: Path, engine: str | None = None
) -> dict[str, int]:
    """Characters that would go to each engine, by its name; what lies in ``cache`` costs nothing.

    Counted as the engine gets them: prepared, with numbers in words where it wants them so. Raises ``CallError``.
    """
    with roles(show, language, engine) as by_host:
        counts = {role.engine.name: 0 for role in by_host.values()}
        for job in plan(lines, by_host, language, show.pronunciation, ClipCache(cache)).jobs.values():
            counts[job.engine.name] += sum(len(str(words)) for kind, words, _ in job.pieces if kind == "say")
        return counts
