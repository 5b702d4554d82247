"""All files of an episode beside its script and manifest, written into a folder."""

from __future__ import annotations

from pathlib import Path

from podcast.article import Article
from podcast.errors import EpisodeError
from podcast.publish.about import about
from podcast.publish.chapters import json_chapters
from podcast.publish.cover import cover
from podcast.publish.notes import notes
from podcast.publish.tags import tag
from podcast.publish.transcripts import json_transcript, srt, vtt
from podcast.script import Script
from podcast.show import Show
from podcast.timeline import Timeline
from podcast.wording import Wording

__all__ = ["write_companions"]


def write_companions(
    mp3: Path,
    folder: Path,
    *,
    timeline: Timeline,
    script: Script,
    article: Article | None,
    show: Show,
    language: str,
    wording: Wording,
) -> None:
    """Write episode.mp3 (tagged), .vtt, .srt, transcript.json, chapters.json, notes.md and cover.jpg.

    ``mp3`` is the bare stream of MP3 frames; it stays as it is. ``folder`` is there already. The same input
    gives the same bytes. Raises ``ShowError`` (the show's cover), ``WordingError`` (its templates),
    ``AudioError`` (no MP3 stream), ``EpisodeError`` (the folder cannot be written).
    """
    words = about(script, article, show=show, language=language, wording=wording)
    picture = cover(show, words)
    files = {
        "cover.jpg": picture,
        "episode.vtt": vtt(timeline, disclosure=words.disclosure).encode(),
        "episode.srt": srt(timeline).encode(),
        "transcript.json": json_transcript(timeline),
        "chapters.json": json_chapters(timeline),
        "notes.md": notes(timeline, words, wording).encode(),
    }
    for name, data in files.items():
        try:
            (folder / name).write_bytes(data)
        except OSError as error:
            raise EpisodeError(f"{folder / name} cannot be written: {error.strerror}") from error
    tag(mp3, folder / "episode.mp3", timeline=timeline, about=words, cover=picture)
