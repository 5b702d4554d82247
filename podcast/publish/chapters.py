"""Chapters from the timeline: chapters.json, and titles for those that have none. Pure."""

from __future__ import annotations

from podcast.jsontext import json_bytes
from podcast.timeline import Timeline

__all__ = ["json_chapters", "titles"]

TITLE_CHARS = 40


def titles(timeline: Timeline) -> list[str]:
    """A title for each chapter; one without a heading is named after its first words, else by its number."""
    out = []
    for number, chapter in enumerate(timeline.chapters):
        title = " ".join(chapter.title.split())
        if not title:
            said = next((cue.text for cue in timeline.cues if cue.segment == number), "")
            title = (
                said
                if len(said) <= TITLE_CHARS
                else said[:TITLE_CHARS].rsplit(" ", 1)[0].rstrip(",;:") + " …"
            )
        out.append(title or str(number + 1))
    return out


def json_chapters(timeline: Timeline) -> bytes:
    """chapters.json, version 1.2.0 of the podcast namespace's JSON chapters; times in seconds."""
    chapters = [
        {"startTime": round(timeline.at(chapter.start), 3), "title": title}
        for chapter, title in zip(timeline.chapters, titles(timeline), strict=True)
    ]
    return json_bytes({"version": "1.2.0", "chapters": chapters})
