"""``podcast audition``: the same three lines by every voice, as one MP3 and a page with a player for each."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from podcast.audio import Take, produce
from podcast.episode import write_atomically
from podcast.errors import PodcastError, SpeechError
from podcast.publish.about import About
from podcast.publish.cover import cover
from podcast.publish.tags import tag
from podcast.show import Host, Music, Show
from podcast.speech import Line, get_engine, list_engines, speak
from podcast.speech.engines import Engine, Voice
from podcast.timeline import Timeline
from podcast.wishes import Watcher
from podcast.wording import Wording

__all__ = ["Audition", "audition"]

NO_MUSIC = Music(opening=False, between=False, closing=False)
FOLDER = "audition"
"""Below the output folder."""


@dataclasses.dataclass(frozen=True, slots=True)
class Audition:
    """What was made: the MP3, the page, how many voices are heard, and a line for each that is not."""

    mp3: Path
    page: Path
    voices: int
    silent: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Candidate:
    """A voice as show.toml would name it; ``place`` is the host whose default it is, else ``None``."""

    engine: str
    voice: Voice
    place: int | None

    @property
    def title(self) -> str:
        return f"{self.engine}: {self.voice.id}"

    def show(self, show: Show) -> Show:
        """The show, spoken by this voice alone."""
        name = show.hosts[self.place or 0].name
        host = (
            Host(name, engine=self.engine)
            if self.place is not None
            else Host(name, self.engine, self.voice.id)
        )
        other = Host("-" if name != "-" else "--", engine=self.engine)
        pair = (other, host) if self.place == 1 else (host, other)
        return replace(show, hosts=pair, fallback=(), music=NO_MUSIC)

    def toml(self) -> str:
        """What a host's table in show.toml says to get this voice."""
        words = [f'engine = "{self.engine}"', f'voice = "{self.voice.id}"']
        for key in ("pitch", "speed", "size"):
            if (value := getattr(self.voice, key)) != 1.0:
                words.append(f"{key} = {value:g}")
        return ", ".join(words)


@dataclasses.dataclass(frozen=True, slots=True)
class _Stage:
    """Where the voices are heard."""

    show: Show
    language: str
    output: Path
    watcher: Watcher

    @property
    def cache(self) -> Path:
        return self.output / ".clips"

    @property
    def folder(self) -> Path:
        return self.output / FOLDER


def audition(
    show: Show,
    *,
    language: str,
    output: Path,
    watcher: Watcher,
    engines: tuple[str, ...] = (),
    online: bool = False,
) -> Audition:
    """Let every voice that can speak ``language`` (``"de"`` or ``"en"``) here say the same lines.

    ``engines`` are the only ones asked, where any are named; without, those that need a network only with
    ``online``: they may cost money. Writes ``audition/audition.mp3`` and ``audition/index.html`` below ``output``;
    clips stay in its cache. Raises ``CallError`` for an unknown engine, ``SpeechError`` where no voice can be heard.
    """
    stage = _Stage(show, language, output, watcher)
    wording = Wording([show.templates])
    lines = wording.lines(f"audition/{language}.lines.txt")
    silent: list[str] = []
    candidates = list(_candidates(stage, engines, silent, online=online))
    takes: list[Take] = []
    heard: list[_Candidate] = []
    for done, candidate in enumerate(candidates):
        watcher.progress("speaking", done, len(candidates))
        number = wording.text(f"audition/{language}.number.txt", number=len(heard) + 1).strip()
        try:
            clips = _clips(candidate, [number, *lines], stage)
        except SpeechError as error:
            silent.append(f"{candidate.title}: {error}")
            continue
        name = show.hosts[0].name
        for text, clip in zip([number, *lines], clips, strict=True):
            takes.append(Take(len(takes), len(heard), name, text, clip=clip))
        heard.append(candidate)
    watcher.progress("speaking", len(candidates), len(candidates))
    if not heard:
        nothing = "no engine can speak here; podcast doctor says what is missing"
        raise SpeechError("\n".join(silent or [nothing]))
    titles = [f"{number}. {each.title}" for number, each in enumerate(heard, 1)]
    timeline = _produce(takes, titles, stage)
    page = wording.text(
        "audition/page.html",
        language=language,
        show=show.name,
        lines=lines,
        voices=list(_rows(heard, timeline, show)),
        silent=silent,
    )
    write_atomically(stage.folder / "index.html", page.encode())
    return Audition(stage.folder / "audition.mp3", stage.folder / "index.html", len(heard), tuple(silent))


def _candidates(
    stage: _Stage, engines: tuple[str, ...], silent: list[str], *, online: bool
) -> Iterator[_Candidate]:
    for name in engines or [each for each in list_engines() if each != "tone"]:
        try:
            engine = get_engine(name, stage.show.engines.get(name))
        except PodcastError as error:
            if engines:
                raise
            silent.append(f"{name}: {error}")
            continue
        try:
            if engine.online and not (online or engines):
                silent.append(f"{name}: needs a network; podcast audition --online asks it, too")
            elif reason := engine.unavailable():
                silent.append(f"{name}: {reason}")
            else:
                yield from _voices(engine, stage.language)
        finally:
            engine.close()


def _voices(engine: Engine, language: str) -> Iterator[_Candidate]:
    """The engine's own pair, as they speak by default, then its other voices."""
    pair: tuple[Voice, ...] = ()
    voices = engine.voices(language)
    if voices:
        pair = engine.pair(language)
    for place, voice in enumerate(pair):
        if voice not in pair[:place]:
            yield _Candidate(engine.name, voice, place)
    for voice in voices:
        if voice.id not in {each.id for each in pair}:
            yield _Candidate(engine.name, voice, None)


def _clips(candidate: _Candidate, texts: list[str], stage: _Stage) -> list[Path]:
    alone = candidate.show(stage.show)
    host = alone.hosts[candidate.place or 0].name
    lines = [Line(number, number + 1, host, (text,)) for number, text in enumerate(texts)]
    return [each.clip for each in speak(lines, show=alone, language=stage.language, cache=stage.cache)]


def _produce(takes: list[Take], titles: list[str], stage: _Stage) -> Timeline:
    """audition.mp3: mastered as an episode is, a chapter for each voice, all in the middle."""
    show, watcher = stage.show, stage.watcher
    first, second = (replace(host, pan=0.0) for host in show.hosts)
    stage.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".audition-", dir=stage.folder) as scratch:
        programme = produce(
            takes,
            titles,
            show=replace(show, hosts=(first, second), music=NO_MUSIC),
            cache=stage.cache,
            out=Path(scratch) / "stream.mp3",
            report=lambda done, total: watcher.progress("mastering", done, total),
        )
        words = About(
            show=show.name,
            title=f"Audition ({stage.language})",
            artist=show.author,
            hosts=tuple(host.name for host in show.hosts),
            language=stage.language,
            teaser="",
            disclosure=None,
        )
        tagged = Path(scratch) / "audition.mp3"
        tag(programme.mp3, tagged, timeline=programme.timeline, about=words, cover=cover(show, words))
        tagged.replace(stage.folder / "audition.mp3")
    return programme.timeline


def _rows(heard: list[_Candidate], timeline: Timeline, show: Show) -> Iterator[dict[str, object]]:
    for candidate, chapter in zip(heard, timeline.chapters, strict=True):
        yield {
            "engine": candidate.engine,
            "id": candidate.voice.id,
            "label": candidate.voice.label,
            "host": "" if candidate.place is None else show.hosts[candidate.place].name,
            "start": f"{timeline.at(chapter.start):.2f}",
            "end": f"{timeline.at(chapter.end):.2f}",
            "toml": candidate.toml(),
        }
