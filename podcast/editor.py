"""The editor looks through an episode's script: the checks, with what this episode and this show know."""

from __future__ import annotations

import math
from collections.abc import Callable

from podcast import checks
from podcast.episode import Episode
from podcast.errors import ScriptError
from podcast.manifest import sha256
from podcast.pacing import Pacing
from podcast.script.meta import lines_of, scan
from podcast.show import LANGUAGES, Show
from podcast.speech import read

__all__ = ["check"]


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
        known = language if language in LANGUAGES else show.language
        pace = Pacing(show, known, engine)
        minutes = _minutes(meta.get("minutes", "")) or show.minutes
        return checks.check(
            text, show, article, pace=pace, seconds=seconds, minutes=minutes, read=_reader(show, known)
        )
    except ScriptError as error:
        finding = checks.Finding(error.line, "script", "error", str(error))
        return checks.Report([finding], None)


def _reader(show: Show, language: str) -> Callable[[str], str]:
    return lambda text: read(text, language, show.pronunciation)


def _minutes(said: str) -> float | None:
    """A number of minutes as the front matter says it; ``None`` for anything else."""
    try:
        minutes = float(said.replace(",", "."))
    except ValueError:
        return None
    return minutes if math.isfinite(minutes) and minutes > 0 else None
