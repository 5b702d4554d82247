"""What lies beside the MP3: transcripts, chapters, notes, cover; and the MP3's own tags."""

from __future__ import annotations

import shutil
from pathlib import Path

from podcast.article import Article
from podcast.audio import Programme
from podcast.script import Script
from podcast.show import Show

__all__ = ["write_companions"]


def write_companions(
    programme: Programme, script: Script, article: Article | None, *, show: Show, language: str, folder: Path
) -> None:
    """Write all companions and the tagged ``episode.mp3`` into ``folder``."""
    shutil.copy(programme.mp3, folder / "episode.mp3")
