"""From where to where: "von Kanada nach Indien" told as "von Indien nach Kanada"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.name_keys import names_of

__all__ = ["findings"]

_FROM = {
    "de": re.compile(r"\b(?:von|vom|aus)(?: de[mr])?\s+$", re.IGNORECASE),
    "en": re.compile(r"\b(?:from|out of)(?: the)?\s+$", re.IGNORECASE),
}
_TO = {
    "de": re.compile(r"\b(?:nach|zum|zur|bis|bis nach|in d(?:ie|as|en)|ins?|an)\s+$", re.IGNORECASE),
    "en": re.compile(r"\b(?:to|into|for|towards?)(?: the)?\s+$", re.IGNORECASE),
}


def findings(given: Given) -> Iterator[Finding]:
    """``direction-swapped``: where somebody comes from and where they go have changed places."""
    article = given.article
    if article is None or article.language != given.language:
        return
    for said in given.said:
        mine_from, mine_to = _ends(said.text, given.language)
        if not mine_from or not mine_to:
            continue
        for sentence in given.carried(said):
            theirs_from, theirs_to = _ends(sentence.text, given.language)
            one, other = mine_from.keys() & theirs_to.keys(), mine_to.keys() & theirs_from.keys()
            if one - theirs_from.keys() - mine_to.keys() and other - theirs_to.keys() - mine_from.keys():
                start, end = mine_from[min(one)], mine_to[min(other)]
                text = f"from “{start}” to “{end}” is the other way round in s{sentence.number}"
                yield said.finding("direction-swapped", "warning", text, "grounding", f"{start} {end}")
                break


def _ends(text: str, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """The names that something comes from and those that it goes to, by their keys."""
    starts: dict[str, str] = {}
    ends: dict[str, str] = {}
    for name in names_of(text, language):
        before = text[: name.start]
        if _FROM[language].search(before):
            starts[name.key] = text[name.start : name.end]
        elif _TO[language].search(before):
            ends[name.key] = text[name.start : name.end]
    return starts, ends
