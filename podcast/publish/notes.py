"""notes.md: what stands below an episode in a player. Pure but for the template."""

from __future__ import annotations

import datetime
import re

from podcast.publish.about import About
from podcast.publish.chapters import titles
from podcast.timeline import Timeline
from podcast.wording import Wording

__all__ = ["notes"]


def _safe(text: str) -> str:
    """A text as Markdown that says just that."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def notes(timeline: Timeline, about: About, wording: Wording) -> str:
    """The episode's notes in its language, from ``notes/<language>.md``.

    Time stamps are ``HH:MM:SS``, the first always ``00:00:00``: players make chapters of them only then.
    Raises ``WordingError`` where the template is missing or broken.
    """
    starts = [timeline.at(chapter.start) for chapter in timeline.chapters]
    chapters = [
        (_clock(start if number else 0.0), _safe(title))
        for number, (start, title) in enumerate(zip(starts, titles(timeline), strict=True))
    ]
    text = wording.text(
        f"notes/{about.language}.md",
        show=_safe(about.show),
        title=_safe(about.title),
        teaser=_safe(about.teaser),
        hosts=[_safe(host) for host in about.hosts],
        chapters=chapters,
        article=_safe(about.article),
        author=_safe(about.author),
        date=_date(about.date),
        link=about.link if re.fullmatch(r"[^\s<>]+", about.link) else "",
        disclosure=_safe(about.disclosure or ""),
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
