"""The way an article travels: draft and render. The only place where the rooms meet.

Every stage reads what the one before it wrote into the episode's folder, so a producer can stop, edit,
and go on from anywhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from podcast import drafting, speech, tools
from podcast.drafting import Forecast
from podcast.editor import check
from podcast.episode import Episode
from podcast.rendering import Rendered, render
from podcast.show import Show
from podcast.wishes import Watcher, Wishes

__all__ = [
    "Forecast",
    "Rendered",
    "Watcher",
    "Wishes",
    "check",
    "draft",
    "forecast",
    "make",
    "ready",
    "render",
]


def ready(
    show: Show, engine: str | None, *, language: str | None = None, watcher: Watcher | None = None
) -> None:
    """Find out before any work whether it can be done here: engines, keys, voices, settings, and ffmpeg.

    ``language`` is the episode's, ``None`` where it is not known yet. Raises ``CallError``, ``UnavailableError`` or
    ``ToolError``; the message names everything that is wrong, a line each. ``watcher`` is told who falls back to
    another engine.
    """
    for line in speech.ready(show, language, engine):
        if watcher:
            watcher.note(line)
    tools.ffmpeg()


def _writer_ready(show: Show, wishes: Wishes) -> None:
    if drafting.writer_of(show, wishes) == "llm":
        from podcast.writing import llm

        llm.ready(show)


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

    What can be known beforehand to fail (an engine, a voice, a model's key, ffmpeg) fails before anything is written.
    """
    ready(show, engine, watcher=watcher)
    _writer_ready(show, wishes)
    article = drafting.read(source, show, watcher, wishes)
    ready(show, engine, language=article.language)
    drafted = drafting.store(article, show, output, watcher, wishes, engine=engine)
    return render(drafted, show=show, watcher=watcher, engine=engine)


def draft(source: str, *, show: Show, output: Path, watcher: Watcher, **wishes: Unpack[Wishes]) -> Episode:
    """Article → script.md in the episode's folder.

    ``source`` is a path, an address, or ``-``. A script that a host has edited stays unless ``redraft``.
    Raises ``ArticleError``, ``CallError``, ``ModelError``, ``WordingError``, ``EpisodeError``; nothing is changed then.
    """
    _writer_ready(show, wishes)
    return drafting.store(drafting.read(source, show, watcher, wishes), show, output, watcher, wishes)


def forecast(
    source: str,
    *,
    show: Show,
    output: Path,
    watcher: Watcher,
    engine: str | None = None,
    **wishes: Unpack[Wishes],
) -> Forecast:
    """What a draft and its speech would send out, and what that would cost; writes and sends nothing."""
    article = drafting.read(source, show, watcher, wishes)
    return drafting.forecast(article, show, output, wishes, engine=engine)
