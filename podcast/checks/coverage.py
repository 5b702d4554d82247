"""What of the article nobody speaks about: sections, sentences, figures, names."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given

__all__ = ["findings", "unused"]


def findings(given: Given) -> Iterator[Finding]:
    """Not yet built."""
    yield from ()


def unused(given: Given) -> list[str]:
    """The ids of the article's sentences that no turn names."""
    if given.article is None:
        return []
    used = {number for turn in given.script.turns for number in turn.sentences}
    return [sentence.id for sentence in given.article.sentences if sentence.number not in used]
