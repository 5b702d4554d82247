"""The figures of an article: where each stands, and which year a date without one may be of. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from podcast.article import Article
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity

__all__ = ["Known", "feasts_in", "figures_in", "years_in"]

_FEASTS = {
    "neujahr": 101, "silvester": 1231, "heiligabend": 1224, "new year’s day": 101, "new year's day": 101,
    "new year’s eve": 1231, "new year's eve": 1231, "christmas day": 1225, "christmas eve": 1224,
}  # fmt: skip
"""Feasts that are always on the same day: month and day."""
_FEAST = re.compile(
    r"\b(Neujahr(?:s(?:tag(?:e?s)?|morgen|nacht)?)?|Silvester(?:s|abend|nacht)?|Heiligabend|"
    r"New Year[’']s (?:Day|Eve)|Christmas (?:Day|Eve))\b(?:,? (\d{4})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of the article. ``number`` is its sentence's, 0 for the title, a heading or the date of publication.

    ``years`` are those that a date without a year may be of: its sentence's, and those mentioned last before it.
    """

    quantity: Quantity
    number: int
    years: frozenset[int] = frozenset()

    @property
    def where(self) -> str:
        """``s12``, or ``the title``."""
        return f"s{self.number}" if self.number else "the title"


def years_in(quantities: tuple[Quantity, ...]) -> frozenset[int]:
    """The years that a text names, alone or in a date."""
    return frozenset(quantity.date[0] for quantity in quantities) - {0}


@functools.lru_cache(maxsize=8)
def figures_in(article: Article, own_words: str) -> tuple[Known, ...]:
    """All figures of an article in their order, and those of the show's own words (names, title, headings) last."""
    return (*_sentences(article), *_own(article, own_words))


def _sentences(article: Article) -> Iterator[Known]:
    latest = years_in(quantities_of(article.date, article.language))
    for sentence in article.sentences:
        quantities = quantities_of(sentence.text, article.language)
        here = years_in(quantities)
        for quantity in (*quantities, *feasts_in(sentence.text)):
            yield Known(quantity, sentence.number, here | latest)
        latest = here or latest


def feasts_in(text: str, *, dated: bool = False) -> Iterator[Quantity]:
    """The days of feasts; ``dated``: only those of a year ("an Silvester" is no figure)."""
    for found in _FEAST.finditer(text):
        if dated and not found[2]:
            continue
        day = next(date for name, date in _FEASTS.items() if found[1].casefold().startswith(name))
        value = Fraction(10_000 * int(found[2] or 0) + day)
        yield Quantity(value, "", "date", found.start(), found.end(), found[0])


def _own(article: Article, own_words: str) -> Iterator[Known]:
    for line in own_words.splitlines():
        for quantity in quantities_of(line, article.language):
            yield Known(quantity, 0)
