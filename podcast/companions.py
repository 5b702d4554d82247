"""What lies beside the MP3: transcripts, chapters, notes, cover; and the MP3's own tags."""

from __future__ import annotations

from pathlib import Path

from podcast.article import Article
from podcast.audio import Programme
from podcast.publish.about import about
from podcast.publish.chapters import json_chapters
from podcast.publish.cover import cover
from podcast.publish.notes import notes
from podcast.publish.tags import tag
from podcast.publish.transcripts import json_transcript, srt, vtt
from podcast.script import Script
from podcast.show import Show
from podcast.wording import Wording

__all__ = ["write_companions"]


def write_companions(
    programme: Programme, script: Script, article: Article | None, *, show: Show, language: str, folder: Path
) -> None:
    """Write all companions and the tagged ``episode.mp3`` into ``folder``.

    Raises ``AudioError``, ``ShowError`` (a cover that will not do), ``WordingError``.
    """
    timeline = programme.timeline
    wording = Wording([show.templates])
    words = about(script, article, show=show, language=language, wording=wording)
    picture = cover(show, words)
    files: dict[str, str | bytes] = {
        "cover.jpg": picture,
        "episode.vtt": vtt(timeline, disclosure=words.disclosure),
        "episode.srt": srt(timeline),
        "transcript.json": json_transcript(timeline),
        "chapters.json": json_chapters(timeline),
        "notes.md": notes(timeline, words, wording),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    tag(programme.mp3, folder / "episode.mp3", timeline=timeline, about=words, cover=picture)
