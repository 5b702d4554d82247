"""What an episode says about itself: gathered once for tags, notes and cover."""

from __future__ import annotations

from dataclasses import dataclass

from podcast.article import Article
from podcast.script import Script
from podcast.show import Show
from podcast.wording import Wording

__all__ = ["About", "about"]

TEASER_CHARS = 300
"""About what Apple Podcasts and Spotify show of a description before "more"."""


@dataclass(frozen=True, slots=True)
class About:
    """The words around an episode.

    ``date`` is ISO 8601 or ``""``; ``link`` is the article's address, ``""`` where it came from a file;
    ``disclosure`` is the line that the voices are artificial, ``None`` where the show switched it off.
    """

    show: str
    title: str
    artist: str
    hosts: tuple[str, ...]
    language: str
    teaser: str
    disclosure: str | None
    date: str = ""
    author: str = ""
    article: str = ""
    link: str = ""


def _teaser(article: Article | None) -> str:
    """The article's first sentences, about 300 characters, never less than one sentence."""
    taken = ""
    for sentence in article.sentences if article else ():
        if taken and len(taken) + len(sentence.text) >= TEASER_CHARS:
            break
        taken = f"{taken} {sentence.text}".strip()
    if len(taken) <= 2 * TEASER_CHARS:
        return taken
    return taken[: 2 * TEASER_CHARS].rsplit(" ", 1)[0] + " …"


def about(script: Script, article: Article | None, *, show: Show, language: str, wording: Wording) -> About:
    """Gather the words around an episode; what the script's front matter says comes first.

    ``language`` is ``"de"`` or ``"en"``. Raises ``WordingError`` where the template of the disclosure
    (``notes/<language>.disclosure.txt``) is broken.
    """
    heading = next((segment.heading for segment in script.segments if segment.heading), "")
    disclosure: str | None = None
    if show.disclosure:
        own = show.disclosure
        disclosure = own if isinstance(own, str) else wording.text(f"notes/{language}.disclosure.txt")
    source = script.meta.get("source") or (article.source if article else "")
    return About(
        show=show.name,
        title=script.meta.get("title") or (article.title if article else "") or heading or show.name,
        artist=show.author,
        hosts=tuple(host.name for host in show.hosts),
        language=language,
        teaser=script.meta.get("description") or _teaser(article),
        disclosure=" ".join(disclosure.split()) if disclosure else None,
        date=script.meta.get("date") or (article.date if article else ""),
        author=article.author if article else "",
        article=article.title if article else "",
        # A path says something about the producer's machine and nothing to a listener.
        link=source if source.startswith(("https://", "http://")) else "",
    )
