"""The way an article travels: draft and render. The only place where the rooms meet.

Every stage reads what the one before it wrote into the episode's folder, so a producer can stop, edit,
and go on from anywhere.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
from pathlib import Path
from typing import Protocol, TypedDict, Unpack

from podcast import __version__, checks, tools
from podcast.article import Article
from podcast.audio import Programme, Take, produce
from podcast.companions import write_companions
from podcast.episode import Episode, place
from podcast.errors import EngineError, ScriptError
from podcast.ingest import read_article
from podcast.manifest import Draft, Made, Manifest, TurnMade, sha256, show_settings
from podcast.pacing import Pacing
from podcast.script import Script, edges, parse, write, written
from podcast.script.meta import lines_of, scan
from podcast.show import LANGUAGES, Show
from podcast.speech import Line, Spoken, cast, get_engine, speak
from podcast.writing import write_script

__all__ = ["Rendered", "Watcher", "Wishes", "check", "draft", "make", "ready", "render"]


class Watcher(Protocol):
    """Who is told how far the work is."""

    def progress(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of a stage are finished."""
        ...

    def note(self, line: str) -> None:
        """Something that people should know; no error."""
        ...


@dataclasses.dataclass(frozen=True, slots=True)
class Rendered:
    """The finished MP3; how many turns were spoken now and how many lay in the cache."""

    mp3: Path
    spoken: int
    cached: int
    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float


class Wishes(TypedDict, total=False):
    """What a producer may ask of a draft.

    ``language``, ``title`` and ``date`` replace what the article says of itself. ``minutes`` is the length wished for,
    else the show's; without either nothing is left out. ``redraft`` writes a script anew that a host has edited;
    the edit is then kept as script.old.md. ``allow_private`` fetches addresses inside a private network, too.
    """

    language: str | None
    title: str | None
    date: str | None
    minutes: float | None
    redraft: bool
    allow_private: bool


def ready(show: Show, engine: str | None) -> None:
    """Find out before any work whether it can be done here: the engines are there, and ffmpeg.

    Raises ``CallError`` for an unknown engine, ``EngineError`` or ``ToolError`` where one cannot work here.
    """
    for name in dict.fromkeys([engine] if engine else [host.engine or show.engine for host in show.hosts]):
        found = get_engine(name)
        try:
            reason = found.unavailable()
        finally:
            found.close()
        if reason:
            raise EngineError(f"the engine {name} cannot work here: {reason}")
    tools.ffmpeg()


def make(
    source: str,
    *,
    show: Show,
    output: Path,
    watcher: Watcher,
    engine: str | None = None,
    **wishes: Unpack[Wishes],
) -> Rendered:
    """Article → published-quality MP3, all stages; takes and raises what ``draft`` and ``render`` do.

    What can be known beforehand to fail (an engine, a voice, ffmpeg) fails before anything is written.
    """
    ready(show, engine)
    article = _read(source, show, watcher, wishes)
    for host in show.hosts:
        cast(show, host, article.language, engine)
    drafted = _write(article, show, output, watcher, wishes, engine=engine)
    return render(drafted, show=show, watcher=watcher, engine=engine)


def draft(source: str, *, show: Show, output: Path, watcher: Watcher, **wishes: Unpack[Wishes]) -> Episode:
    """Article → script.md in the episode's folder.

    ``source`` is a path, an address, or ``-``. A script that a host has edited stays unless ``redraft``.
    Raises ``ArticleError``, ``CallError``, ``WordingError``, ``EpisodeError``; nothing is changed then.
    """
    return _write(_read(source, show, watcher, wishes), show, output, watcher, wishes)


def _read(source: str, show: Show, watcher: Watcher, wishes: Wishes) -> Article:
    watcher.progress("reading", 0, 1)
    return read_article(
        source,
        language=wishes.get("language"),
        title=wishes.get("title"),
        date=wishes.get("date"),
        default_language=show.language,
        allow_private=wishes.get("allow_private", False),
        advertised=(show.name, show.tagline),
    )


def _write(
    article: Article,
    show: Show,
    output: Path,
    watcher: Watcher,
    wishes: Wishes,
    *,
    engine: str | None = None,
) -> Episode:
    watcher.progress("writing", 0, 1)
    minutes = wishes.get("minutes") or show.minutes
    script = write_script(article, show, minutes=minutes, pace=Pacing(show, article.language, engine))
    text = write(script).encode()
    with place(output, article) as episode:
        if episode.edited():
            if not wishes.get("redraft"):
                watcher.note(f"{episode.script} was edited and stays as it is; --redraft writes it anew")
                return episode
            watcher.note(f"the edited script is kept as {episode.keep_old_script()}")
        data = article.to_json()
        note = Draft(program=__version__, article=sha256(data), script=sha256(text))
        manifest = Manifest(note, episode.read_manifest().made)
        with episode.results() as work:
            (work / episode.article.name).write_bytes(data)
            (work / episode.script.name).write_bytes(text)
            (work / episode.manifest.name).write_bytes(manifest.to_json())
        return episode


def check(episode: Episode, show: Show, *, engine: str | None = None) -> checks.Report:
    """What is wrong or weak in the episode's script, and its figures; ``engine`` speaks instead of the show's.

    Its length is held against the minutes that its front matter says it was written for, else the show's.
    Changes nothing.
    """
    data = episode.read_script()
    made = episode.read_manifest().made
    seconds = made.seconds if made and made.script == sha256(data) else None
    article = episode.read_article()
    try:
        text = checks.decode(data)
        meta, _, _ = scan(lines_of(text))
        language = meta.get("language") or (article.language if article else show.language)
        pace = Pacing(show, language if language in LANGUAGES else show.language, engine)
        minutes = _minutes(meta.get("minutes", "")) or show.minutes
        return checks.check(text, show, article, pace=pace, seconds=seconds, minutes=minutes)
    except ScriptError as error:
        finding = checks.Finding(error.line, "script", "error", str(error))
        return checks.Report([finding], None)


def _minutes(said: str) -> float | None:
    """A number of minutes as the front matter says it; ``None`` for anything else."""
    try:
        minutes = float(said.replace(",", "."))
    except ValueError:
        return None
    return minutes if math.isfinite(minutes) and minutes > 0 else None


def render(
    episode: Episode,
    *,
    show: Show,
    watcher: Watcher,
    engine: str | None = None,
    workers: int | None = None,
) -> Rendered:
    """script.md → episode.mp3 and its companions; ``engine`` speaks instead of the show's.

    Raises ``ScriptError`` with a line for each error in the script, ``SpeechError``, ``AudioError``,
    ``ToolError``, ``EpisodeError``; the old MP3 and its companions are then as they were. Finished clips
    stay, so that the next run goes on. The same script, show and voices give the same bytes.
    """
    with episode.lock():
        job = _Job.begin(episode, show, watcher, engine=engine, workers=workers)
        spoken = job.speak()
        with episode.results() as work:
            programme = job.produce(spoken, work / "stream.mp3")
            watcher.progress("publishing", 0, 1)
            write_companions(
                programme, job.script, job.article, show=show, language=job.language, folder=work
            )
            programme.mp3.unlink()
            made = job.made(spoken, programme, work)
            manifest = Manifest(episode.read_manifest().draft, made)
            (work / episode.manifest.name).write_bytes(manifest.to_json())
    cached = sum(s.cached for s in spoken)
    return Rendered(
        mp3=episode.mp3,
        spoken=len(spoken) - cached,
        cached=cached,
        seconds=programme.timeline.seconds,
        loudness_lufs=programme.loudness_lufs,
        true_peak_dbtp=programme.true_peak_dbtp,
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Job:
    """One render: what it starts from, and the calls of the rooms."""

    episode: Episode
    show: Show
    watcher: Watcher
    engine: str | None
    workers: int | None
    data: bytes
    report: checks.Report
    script: Script
    article: Article | None
    language: str

    @classmethod
    def begin(
        cls, episode: Episode, show: Show, watcher: Watcher, *, engine: str | None, workers: int | None
    ) -> _Job:
        data = episode.read_script()
        report = check(episode, show, engine=engine)
        if report.unreadable:
            wrong = [f"{episode.script}, line {f.line}: {f.text}" for f in report.unreadable]
            raise ScriptError("\n".join(wrong))
        script = parse(checks.decode(data), tuple(host.name for host in show.hosts))
        article = episode.read_article()
        language = checks.language_of(script, article, show)
        if language not in LANGUAGES:
            choices = ", ".join(LANGUAGES)
            raise ScriptError(f"{episode.script}: language: {language!r} is not one of {choices}")
        return cls(episode, show, watcher, engine, workers, data, report, script, article, language)

    def speak(self) -> list[Spoken]:
        lines = [
            Line(turn=number, line=turn.line, host=turn.host, pieces=edges(turn)[1])
            for number, turn in enumerate(self.script.turns)
        ]
        return speak(
            lines,
            show=self.show,
            language=self.language,
            cache=self.episode.clips,
            engine=self.engine,
            report=lambda done, total: self.watcher.progress("speaking", done, total),
            workers=self.workers,
        )

    def produce(self, spoken: list[Spoken], out: Path) -> Programme:
        places = [(n, turn) for n, segment in enumerate(self.script.segments) for turn in segment.turns]
        takes = []
        for number, ((segment, turn), voice) in enumerate(zip(places, spoken, strict=True)):
            before, _, after = edges(turn)
            text = written(turn.body)
            takes.append(Take(number, segment, turn.host, text, clip=voice.clip, before=before, after=after))
        return produce(
            takes,
            [segment.heading for segment in self.script.segments],
            show=self.show,
            cache=self.episode.clips,
            out=out,
            report=lambda done, total: self.watcher.progress("mastering", done, total),
            workers=self.workers,
        )

    def made(self, spoken: list[Spoken], programme: Programme, folder: Path) -> Made:
        said = tools.run([tools.ffmpeg(), "-version"])[0].decode("utf-8", "replace").split()
        return Made(
            program=__version__,
            ffmpeg=said[2] if len(said) > 2 else "unknown",
            script=sha256(self.data),
            article=sha256(self.article.to_json()) if self.article else None,
            language=self.language,
            disclosure=self.show.disclosure is not False,
            show=show_settings(self.show),
            loudness_lufs=round(programme.loudness_lufs, 2),
            true_peak_dbtp=round(programme.true_peak_dbtp, 2),
            seconds=round(programme.timeline.seconds, 3),
            files={path.name: _sha256_of(path) for path in sorted(folder.iterdir())},
            checks=self.report.findings,
            turns=[TurnMade(s.turn, s.host, s.engine, s.voice, s.read, clip=s.key) for s in spoken],
            timeline=programme.timeline,
        )


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:  # never whole in memory: two hours are 115 MB
        return hashlib.file_digest(file, "sha256").hexdigest()
