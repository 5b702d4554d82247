"""A script becomes an MP3 with its companions: speech, sound and publishing, in the episode's folder."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
from pathlib import Path

from podcast import __version__, checks, tools
from podcast.article import Article
from podcast.audio import Programme, Take, produce
from podcast.companions import write_companions
from podcast.editor import check
from podcast.episode import Episode
from podcast.errors import ScriptError, UnavailableError
from podcast.manifest import Made, Manifest, TurnMade, sha256, show_settings
from podcast.script import Script, edges, parse, voiced, written
from podcast.show import LANGUAGES, Show
from podcast.speech import Line, Spoken, ready, speak
from podcast.wishes import Watcher

__all__ = ["Rendered", "render"]


@dataclasses.dataclass(frozen=True, slots=True)
class Rendered:
    """The finished MP3; how many turns were spoken now and how many lay in the cache."""

    mp3: Path
    spoken: int
    cached: int
    seconds: float
    loudness_lufs: float
    true_peak_dbtp: float


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
        with contextlib.suppress(UnavailableError):  # what lies in the cache needs no engine
            ready(show, language, engine)
        return cls(episode, show, watcher, engine, workers, data, report, script, article, language)

    def speak(self) -> list[Spoken]:
        lines = [
            Line(turn=number, line=turn.line, host=turn.host, pieces=voiced(turn))
            for number, turn in enumerate(self.script.turns)
        ]
        return speak(
            lines,
            show=self.show,
            language=self.language,
            cache=self.episode.clips,
            engine=self.engine,
            report=lambda done, total: self.watcher.progress("speaking", done, total),
            note=self.watcher.note,
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
