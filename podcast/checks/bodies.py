"""Committees, ministries, courts: a German compound that ends as the article's does and begins otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.tables import lines

__all__ = ["findings"]

_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{5,}")
_MIN_FIRST = 3
"""Letters that stand before the last part."""


def findings(given: Given) -> Iterator[Finding]:
    """``ungrounded-name``: "Haushaltsausschuss" where the sentence has "Geschäftsordnungsausschuss"."""
    if given.article is None or given.language != "de" or given.article.language != "de":
        return
    known = given.article_text.casefold()
    for said in given.said:
        theirs = [(word, s.number) for s in said.sentences for word in _WORD.findall(s.text)]
        for word in _WORD.findall(said.text):
            last = _last(word)
            if not last or _bare(word) in known:
                continue
            for other, number in theirs:
                if (
                    _last(other) == last
                    and _bare(other) not in said.text.casefold()
                    and not _within(word, other)
                ):
                    text = f"“{word}” is not in the article; s{number} has “{other}”"
                    yield said.finding("ungrounded-name", "warning", text, "grounding", word)
                    break


def _last(word: str) -> str:
    """The body that a compound ends in; "" for other words."""
    low = _bare(word)
    return next(
        (
            body
            for body in lines("groups", "bodies")
            if low.endswith(body) and len(low) - len(body) >= _MIN_FIRST
        ),
        "",
    )


def _bare(word: str) -> str:
    low = word.casefold()
    for ending in ("innen", "es", "en", "s", "n"):
        stem = low.removesuffix(ending)
        if stem != low and any(stem.endswith(body) for body in lines("groups", "bodies")):
            return stem
    return low


def _within(one: str, other: str) -> bool:
    """Whether one is a part of the other: "Außenminister" and "US-Außenminister"."""
    return _bare(one) in _bare(other) or _bare(other) in _bare(one)
