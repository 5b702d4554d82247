"""What listeners get beside the sound: tags, chapters, transcripts, notes, cover."""

from __future__ import annotations

from podcast.publish.about import About, about
from podcast.publish.chapters import json_chapters
from podcast.publish.notes import notes
from podcast.publish.transcripts import json_transcript, srt, vtt

__all__ = ["About", "about", "json_chapters", "json_transcript", "notes", "srt", "vtt"]
