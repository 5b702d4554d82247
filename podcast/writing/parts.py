"""A long article without headings, cut into parts where a new thought begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from podcast.article import Article, Section, Sentence
from podcast.writing.beats import whole
from podcast.writing.plan import opens
from podcast.writing.signs import points_back
from podcast.writing.stock import Stock

__all__ = ["in_parts"]

PART_WORDS = 330
"""An article without headings is cut into parts of about this length: two to three minutes."""


LEAST_WORDS = 200
"""No part is shorter, in words."""


EARLY = 6
PRONOUNS = {"er", "sie", "ihn", "ihm", "ihnen", "he", "she", "it", "they", "him", "her", "them"}
"""So early in a sentence one of these means somebody of the sentence before."""


def in_parts(article: Article, stock: Stock) -> Article:
    """The article; one that is long and without headings in parts of about equal length, each from a paragraph on.

    A part begins where nothing leans on what was said before: its first words are said after a pause. The first one
    holds the scene and something more.
    """
    if len(article.sections) > 1 or article.sections[0].heading:
        return article
    sentences = article.sections[0].sentences
    places = [
        index
        for index in range(1, len(sentences))
        if sentences[index].paragraph != sentences[index - 1].paragraph
        and not sentences[index - 1].text.endswith((":", "?"))
        and _begins(sentences[index], article.language)
    ]
    return _split_at(article, places, stock)


def _begins(sentence: Sentence, language: str) -> bool:
    """Whether a part may begin here: it may speak of what is known ("beide Urteile"), but not begin with it."""
    beat = whole(sentence, language)
    if "question" in beat.does:
        return opens(sentence, language)
    early = {word.text.lower() for word in beat.all_words[:EARLY]}
    return not (beat.leans or early & PRONOUNS or points_back(beat.all_words) or "reported" in beat.does)


def _split_at(article: Article, places: Sequence[int], stock: Stock) -> Article:
    """The article of one section cut into parts, each at the best of ``places`` (indices of sentences)."""
    sentences = article.sections[0].sentences
    count = round(article.words / PART_WORDS)
    words = [0]
    for sentence in sentences:
        words.append(words[-1] + len(sentence.text.split()))
    cuts: list[int] = []
    for part in range(1, count):
        aim = article.words * part / count
        start = cuts[-1] if cuts else 0
        able = [place for place in places if words[place] - words[start] >= LEAST_WORDS]
        best = min(able, key=lambda place: abs(words[place] - aim), default=None)
        if best is not None and abs(words[best] - aim) < PART_WORDS / 2:
            cuts.append(best)
    if not cuts:
        return article
    pieces: list[tuple[Sentence, ...]] = [
        sentences[start:end] for start, end in zip([0, *cuts], [*cuts, len(sentences)], strict=True)
    ]
    names = ["", *(stock.heading("heading_part", number=number) for number in range(2, len(pieces) + 1))]
    sections = tuple(Section(name, piece) for name, piece in zip(names, pieces, strict=True))
    return replace(article, sections=sections)
