"""Speaking a script's turns: in parallel, in order, each sound only once."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError, SpeechError
from podcast.script import Direction
from podcast.show import Show
from podcast.speech.cache import ClipCache, clip_key
from podcast.speech.casting import cast, engine_name
from podcast.speech.engines import Engine, Voice, get_engine
from podcast.speech.prepare import PREPARATION_VERSION
from podcast.speech.turns import Piece, speak_pieces, to_pieces

__all__ = ["Line", "Spoken", "speak"]


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
class _Job:
    """A sound to be made: which line asked for it first."""

    line: Line
    key: str
    engine: Engine
    voice: Voice
    pieces: list[Piece]


_Result = tuple[_Job, Clip | BaseException]


def _nothing(done: int, total: int) -> None:
    """Report to nobody."""


def _cores() -> int:
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS, Windows
        return max(1, os.cpu_count() or 1)


def _where(line: Line) -> str:
    return f"turn {line.turn + 1} (script.md line {line.line}, {line.host})"


def speak(
    lines: Sequence[Line],
    *,
    show: Show,
    language: str,
    cache: Path,
    engine: str | None = None,
    report: Callable[[int, int], None] = _nothing,
    workers: int | None = None,
) -> list[Spoken]:
    """Speak ``lines`` and return them in their order; what lies in ``cache`` is not spoken again.

    ``language`` is ``"de"`` or ``"en"``; ``engine`` overrides show.toml; ``report`` is called with the number of
    turns that are ready and that of all; ``workers`` is how many texts are spoken at once (the cores, fewer
    for an engine that asks for fewer). One turn that fails does not keep the others from being spoken and
    kept, unless the engine's service is gone. Raises ``SpeechError`` naming the first turn that failed,
    ``CallError`` for an unknown engine, voice or setting.
    """
    engines: dict[str, Engine] = {}
    clips = ClipCache(cache)
    try:
        roles: dict[str, _Role] = {}
        for host in show.hosts:
            name = engine_name(show, host, engine)
            if name not in engines:
                engines[name] = get_engine(name)
            voice = cast(show, host, language, engine, engines[name])
            roles[host.name] = _Role(engines[name], engines[name].version, voice)
        plan = _plan(lines, roles, language, show.pronunciation, clips)
        ready = len(lines) - len(plan.jobs)
        report(ready, len(lines))
        for job, result in _results(list(plan.jobs.values()), workers):
            if isinstance(result, Clip):
                clips.put(job.key, result)
            elif isinstance(result, EngineError):
                plan.failures.append((job.line, result))
            else:
                raise result
            ready += 1
            report(ready, len(lines))
        if plan.failures:
            raise _failure(plan.failures)
        return plan.spoken
    finally:
        for each in engines.values():
            each.close()


@dataclass(frozen=True, slots=True)
class _Role:
    """A host's engine, its version (asked once: it is looked up on the disk), and voice."""

    engine: Engine
    version: str
    voice: Voice


@dataclass(slots=True)
class _Plan:
    """What must be spoken, by key; all turns in their order; what cannot be spoken at all."""

    jobs: dict[str, _Job]
    spoken: list[Spoken]
    failures: list[tuple[Line, EngineError]]


def _plan(
    lines: Sequence[Line],
    roles: dict[str, _Role],
    language: str,
    pronunciation: dict[str, str],
    clips: ClipCache,
) -> _Plan:
    plan = _Plan({}, [], [])
    for line in lines:
        if line.host not in roles:
            raise SpeechError(
                f"{_where(line)}: the show has no host of that name, only {' and '.join(roles)}"
            )
        role = roles[line.host]
        engine, voice = role.engine, role.voice
        try:
            pieces = to_pieces(line.pieces, language, pronunciation, spelled=engine.spelled)
        except EngineError as error:
            plan.failures.append((line, error))
            continue
        key = clip_key(engine.name, role.version, voice, pieces, PREPARATION_VERSION)
        cached = key in plan.jobs or clips.has(key)
        if not cached:
            plan.jobs[key] = _Job(line, key, engine, voice, pieces)
        words = " ".join(str(value) for kind, value, _ in pieces if kind == "say")
        plan.spoken.append(
            Spoken(line.turn, line.host, clips.path(key), key, engine.name, voice.id, words, cached)
        )
    return plan


def _results(jobs: Sequence[_Job], workers: int | None) -> Iterator[_Result]:
    """The results of all jobs as they come, one engine after the other."""
    for engine in {id(job.engine): job.engine for job in jobs}.values():
        if reason := engine.unavailable():
            raise EngineError(f"the engine {engine.name} cannot work here: {reason}")
        mine = [job for job in jobs if job.engine is engine]
        yield from _each(mine, min(workers or _cores(), engine.parallel or len(mine), len(mine)))


def _failure(failures: list[tuple[Line, EngineError]]) -> SpeechError:
    failures.sort(key=lambda pair: pair[0].turn)
    line, error = failures[0]
    more = [str(other.turn + 1) for other, _ in failures[1:]]
    also = f" (also turn{'s' if len(more) > 1 else ''} {', '.join(more[:8])}{' …' if len(more) > 8 else ''})"
    return SpeechError(f"{_where(line)}: {error}{also if more else ''}")


def _each(jobs: Sequence[_Job], workers: int) -> Iterator[_Result]:
    """The results of jobs as they come, from ``workers`` threads.

    The threads are daemons: a Ctrl-C ends the program although one still waits for a network. After an
    ``OutageError`` the jobs not yet begun are left out.
    """
    todo: queue.SimpleQueue[_Job] = queue.SimpleQueue()
    done: queue.SimpleQueue[_Result | None] = queue.SimpleQueue()
    outage = threading.Event()

    def work() -> None:
        with contextlib.suppress(queue.Empty):
            while not outage.is_set():
                job = todo.get_nowait()
                try:
                    done.put((job, speak_pieces(job.pieces, job.engine, job.voice)))
                except OutageError as error:
                    outage.set()
                    done.put((job, error))
                except BaseException as error:  # noqa: BLE001 (raised again in the thread that asked)
                    done.put((job, error))
        done.put(None)

    for job in jobs:
        todo.put(job)
    for _ in range(workers):
        threading.Thread(target=work, daemon=True).start()
    while workers:
        result = done.get()
        if result is None:
            workers -= 1
        else:
            yield result
