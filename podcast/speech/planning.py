"""What must be spoken, and what lies in the cache already."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from podcast.errors import EngineError, SpeechError
from podcast.script import Direction
from podcast.show import Show
from podcast.speech.cache import ClipCache, clip_key
from podcast.speech.engines import Engine, Voice
from podcast.speech.prepare import PREPARATION_VERSION
from podcast.speech.roles import Role, Roles, roles
from podcast.speech.turns import Piece, to_pieces, words_of

__all__ = ["Job", "Line", "Plan", "Spoken", "hosts_of", "plan", "unspoken", "where"]

AROUND = 160
"""Characters of the turns before and after that an engine may know: a sentence or two. More would only let an edit
reach further, for these turns must then be spoken anew, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn to be spoken: its number (from 0), its line in script.md (from 1), its host, and its pieces.

    Strings are spoken, with the marks of podcast.script.emphasis; of the directions ``pause`` (its seconds), ``slow``
    and ``fast`` are heard here. ``slow`` and ``fast`` hold to the other one or to the end of the turn.
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
    """A sound to be made: which line asked for it first; what is said before and after it, where that shapes it."""

    line: Line
    key: str
    engine: Engine
    voice: Voice
    pieces: list[Piece]
    before: str = ""
    after: str = ""


def where(line: Line) -> str:
    """A turn as an error names it."""
    return f"turn {line.turn + 1} (script.md line {line.line}, {line.host})"


@dataclass(slots=True)
class Plan:
    """What must be spoken, by key; all turns in their order; what cannot be spoken at all."""

    jobs: dict[str, Job]
    spoken: list[Spoken]
    failures: list[tuple[Line, EngineError]]
    lines: Sequence[Line]

    def billed(self) -> dict[str, int]:
        """Characters that would go to each engine, by its name, as the engine gets them."""
        counts: dict[str, int] = {}
        for job in self.jobs.values():
            said = sum(len(str(words)) for kind, words, _ in job.pieces if kind == "say")
            counts[job.engine.name] = counts.get(job.engine.name, 0) + said
        return counts


def plan(
    lines: Sequence[Line],
    cast_as: Mapping[int, Role],
    language: str,
    pronunciation: Mapping[str, object],
    clips: ClipCache,
    *,
    script: Sequence[Line] = (),
) -> Plan:
    """What of ``lines`` must be spoken by the roles of their turns.

    ``script`` are all lines, for engines that want to know what is said before and after a turn.
    """
    plan = Plan({}, [], [], lines)
    place = {line.turn: at for at, line in enumerate(script)}
    for line in lines:
        role = cast_as[line.turn]
        engine, voice = role.engine, role.voice
        try:
            pieces = to_pieces(
                line.pieces, language, pronunciation, spelled=engine.spelled, engine=engine, host=line.host
            )
        except EngineError as error:
            plan.failures.append((line, error))
            continue
        around = ("", "")
        if engine.joins and line.turn in place:
            at = place[line.turn]
            before, after = (
                _words(script[n], language, pronunciation) if 0 <= n < len(script) else ""
                for n in (at - 1, at + 1)
            )
            around = (before[-AROUND:], after[:AROUND])
        shaped = [*pieces, ["around", *around]] if any(around) else pieces
        key = clip_key(engine.name, role.version, voice, shaped, PREPARATION_VERSION)
        cached = key in plan.jobs or clips.has(key)
        if not cached:
            plan.jobs[key] = Job(line, key, engine, voice, pieces, *around)
        words = " ".join(words_of(pieces))
        plan.spoken.append(
            Spoken(line.turn, line.host, clips.path(key), key, engine.name, voice.id, words, cached)
        )
    return plan


def _words(line: Line, language: str, pronunciation: Mapping[str, object]) -> str:
    """What is said in the turn before or after, for engines that read figures by themselves; "" for nothing."""
    with contextlib.suppress(EngineError):
        return " ".join(
            words_of(to_pieces(line.pieces, language, pronunciation, spelled=False, host=line.host))
        )
    return ""


def hosts_of(lines: Sequence[Line], cast_as: Roles) -> None:
    """Raises ``SpeechError`` for a host whom the show does not have."""
    for line in lines:
        if line.host not in cast_as:
            raise SpeechError(
                f"{where(line)}: the show has no host of that name, only {' and '.join(cast_as)}"
            )


def unspoken(
    lines: Sequence[Line], *, show: Show, language: str, cache: Path, engine: str | None = None
) -> dict[str, int]:
    """Characters that would go to each engine, by its name; what lies in ``cache`` costs nothing.

    Counted as the engine gets them: prepared, with numbers in words where it wants them so; fall-backs are not
    counted. Raises ``CallError``.
    """
    with roles(show, language, engine) as cast_as:
        hosts_of(lines, cast_as)
        counts = {chain[0].engine.name: 0 for chain in cast_as.values()}
        first = {line.turn: cast_as[line.host][0] for line in lines}
        found = plan(lines, first, language, show.pronunciation, ClipCache(cache), script=lines)
        return counts | found.billed()
