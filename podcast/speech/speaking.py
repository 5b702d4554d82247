"""Speaking a script's turns: in parallel, in order, each sound only once."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError, SpeechError
from podcast.show import Show
from podcast.speech.cache import ClipCache
from podcast.speech.planning import Job, Line, Spoken, plan, roles, where
from podcast.speech.turns import speak_pieces

__all__ = ["speak"]


_Result = tuple[Job, Clip | BaseException]


def _nothing(done: int, total: int) -> None:
    """Report to nobody."""


def _cores() -> int:
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # macOS, Windows
        return max(1, os.cpu_count() or 1)


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
    clips = ClipCache(cache)
    with roles(show, language, engine) as by_host:
        todo = plan(lines, by_host, language, show.pronunciation, clips)
        ready = len(lines) - len(todo.jobs)
        report(ready, len(lines))
        for job, result in _results(list(todo.jobs.values()), workers):
            if isinstance(result, Clip):
                clips.put(job.key, result)
            elif isinstance(result, EngineError):
                todo.failures.append((job.line, result))
            else:
                raise result
            ready += 1
            report(ready, len(lines))
        if todo.failures:
            raise _failure(todo.failures)
        return todo.spoken


def _results(jobs: Sequence[Job], workers: int | None) -> Iterator[_Result]:
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
    return SpeechError(f"{where(line)}: {error}{also if more else ''}")


def _each(jobs: Sequence[Job], workers: int) -> Iterator[_Result]:
    """The results of jobs as they come, from ``workers`` threads.

    The threads are daemons: a Ctrl-C ends the program although one still waits for a network. After an
    ``OutageError`` the jobs not yet begun are left out.
    """
    todo: queue.SimpleQueue[Job] = queue.SimpleQueue()
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
