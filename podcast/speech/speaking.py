"""Speaking a script's turns: in parallel, in order, each sound only once."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError, SpeechError, UnavailableError
from podcast.show import Show
from podcast.speech.cache import ClipCache
from podcast.speech.planning import Job, Line, Plan, Spoken, hosts_of, plan, where
from podcast.speech.roles import Roles, roles
from podcast.speech.turns import speak_pieces

__all__ = ["speak"]


_Result = tuple[Job, Clip | BaseException]


def _nothing(done: int, total: int) -> None:
    """Report to nobody."""


def _silent(sentence: str) -> None:
    """Say it to nobody."""


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
    note: Callable[[str], None] = _silent,
    workers: int | None = None,
) -> list[Spoken]:
    """Speak ``lines`` and return them in their order; what lies in ``cache`` is not spoken again.

    ``language`` is ``"de"`` or ``"en"``; ``engine`` overrides show.toml; ``report`` is called with the number of
    turns that are ready and that of all; ``note`` with what people should know: the characters that go to a
    service, and who speaks instead of whom. ``workers`` is how many texts are spoken at once (the cores, fewer
    for an engine that asks for fewer). One turn that fails does not keep the others from being spoken and
    kept, unless the engine's service is gone. Where show.toml names a fall-back, it speaks what the engine before
    it could not. Raises ``SpeechError`` naming the first turn that failed, ``CallError`` for an unknown engine,
    voice or setting.
    """
    clips = ClipCache(cache)
    with roles(show, language, engine) as cast_as:
        hosts_of(lines, cast_as)
        level = {line.turn: 0 for line in lines}
        spoken: dict[int, Spoken] = {}
        left, failures = list(lines), list[tuple[Line, EngineError]]()
        while left:
            who = {line.turn: cast_as[line.host][level[line.turn]] for line in left}
            todo = plan(left, who, language, show.pronunciation, clips, script=lines)
            spoken |= {each.turn: each for each in todo.spoken}
            for sentence in _bills(todo, show):
                note(sentence)
            failed = _speak(todo, clips, workers, lambda open_: report(len(lines) - open_, len(lines)))
            again, final = _fall_back(failed, cast_as, level, note)
            failures += final
            left = again
        if failures:
            raise _failure(failures)
        return [spoken[line.turn] for line in lines]


def _bills(todo: Plan, show: Show) -> Iterator[str]:
    """What goes out of the house, and what that costs where show.toml has the price."""
    online = {job.engine.name for job in todo.jobs.values() if job.engine.online}
    for name, count in todo.billed().items():
        if name in online:
            price = show.speech_prices.get(name)
            cost = "" if price is None else f", about {count * price / 1e6:.2f} {show.model.currency}"
            yield f"{count:,} characters go to {name}{cost}"


def _speak(
    todo: Plan, clips: ClipCache, workers: int | None, report: Callable[[int], None]
) -> list[tuple[Line, EngineError]]:
    """Speak what is planned; the turns that could not be spoken, with their reasons, in their order."""
    open_ = len(todo.jobs)
    report(open_)
    wrong: dict[str, EngineError] = {}
    for job, result in _results(list(todo.jobs.values()), workers):
        if isinstance(result, Clip):
            clips.put(job.key, result)
        elif isinstance(result, EngineError):
            wrong[job.key] = result
        else:
            raise result
        open_ -= 1
        report(open_)
    outages = {
        todo.jobs[key].engine.name: error for key, error in wrong.items() if isinstance(error, OutageError)
    }
    for key, job in todo.jobs.items():
        if job.engine.name in outages and not clips.has(key):
            wrong.setdefault(key, outages[job.engine.name])  # never begun: the service is gone
    # Of equal turns only one was a job, but each lacks its sound.
    failed = [(each.turn, wrong[each.key]) for each in todo.spoken if each.key in wrong]
    by_turn = {line.turn: line for line in todo.lines}
    return [*todo.failures, *((by_turn[turn], error) for turn, error in failed)]


def _fall_back(
    failed: Sequence[tuple[Line, EngineError]],
    cast_as: Roles,
    level: dict[int, int],
    note: Callable[[str], None],
) -> tuple[list[Line], list[tuple[Line, EngineError]]]:
    """The failed turns that another engine may speak, now on their next ``level``, and those that none may."""
    again: list[Line] = []
    final: list[tuple[Line, EngineError]] = []
    told: dict[str, int] = {}
    for line, error in failed:
        chain, at = cast_as[line.host], level[line.turn]
        if at + 1 >= len(chain):
            final.append((line, error))
            continue
        level[line.turn] = at + 1
        again.append(line)
        instead = f"{chain[at + 1].engine.name} speaks for {line.host} instead ({error})"
        told[instead] = told.get(instead, 0) + 1
    for sentence, count in told.items():
        note(f"{count} turn{'' if count == 1 else 's'}: {sentence}")
    return again, final


def _results(jobs: Sequence[Job], workers: int | None) -> Iterator[_Result]:
    """The results of all jobs as they come, one engine after the other; one that cannot work here says so for all."""
    for engine in {id(job.engine): job.engine for job in jobs}.values():
        mine = [job for job in jobs if job.engine is engine]
        if reason := engine.unavailable():
            yield from (
                (job, UnavailableError(f"the engine {engine.name} cannot work here: {reason}"))
                for job in mine
            )
        else:
            yield from _each(mine, min(workers or _cores(), engine.parallel or len(mine), len(mine)))


def _failure(failures: list[tuple[Line, EngineError]]) -> SpeechError:
    failures.sort(key=lambda pair: pair[0].turn)
    line, error = failures[0]
    if isinstance(error, UnavailableError):
        return error  # no turn is to blame
    # Those that an outage left out share its error: that it is gone is said once.
    more = [str(other.turn + 1) for other, reason in failures[1:] if reason is not error]
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
                    done.put((job, speak_pieces(job.pieces, job.engine, job.voice, job.before, job.after)))
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
