"""The offline writer: an article becomes a two-host script without a model, a key or a network.

It changes no fact and hardly a word: its art is who says what, and the few words between.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from podcast.article import Article, Section, Sentence
from podcast.grammar import forget
from podcast.pace import Pace
from podcast.script import Script, Segment
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.beats import beats_of
from podcast.writing.centre import Centre
from podcast.writing.dialogue import Exchange
from podcast.writing.frame import Frame
from podcast.writing.plan import plan_of
from podcast.writing.signs import is_question
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["write_script"]

# Measured with the default engine and the default voices on seeds/ (see benchmarks/words_per_minute.py).
WORDS_PER_MINUTE = {"de": 124.5, "en": 148.0}

FRAME_WORDS = 70
"""Words that the hosts add of their own to any episode: greeting, good-bye. Measured on seeds/."""

BRIDGES = 0.06
"""Share of their bridges and transitions in all words."""

QUESTIONS = 1 / 6
"""Turns with a question among all turns, at least: below that it sounds like a reading with two voices."""

PART_WORDS = 330
"""An article without headings is cut into parts of about this length: two to three minutes."""


def _seed(article: Article) -> str:
    text = "\n".join([article.title, *(sentence.text for sentence in article.sentences)])
    return hashlib.sha256(text.encode()).hexdigest()


def _in_parts(article: Article, stock: Stock) -> Article:
    """The article; one that is long and without headings is cut into parts of equal length at its paragraphs."""
    count = round(article.words / PART_WORDS)
    if len(article.sections) > 1 or article.sections[0].heading or count < 2:
        return article
    sentences = article.sections[0].sentences
    parts: list[list[Sentence]] = [[]]
    words = 0
    for index, sentence in enumerate(sentences):
        new = index > 0 and sentence.paragraph != sentences[index - 1].paragraph
        if new and words >= article.words * len(parts) / count - PART_WORDS / 4 and len(parts) < count:
            parts.append([])
        parts[-1].append(sentence)
        words += len(sentence.text.split())
    names = ["", *(stock.heading("heading_part", number=number) for number in range(2, len(parts) + 1))]
    sections = tuple(Section(name, tuple(part)) for name, part in zip(names, parts, strict=True))
    return replace(article, sections=sections)


def write_script(
    article: Article, show: Show, *, minutes: float | None = None, pace: Pace | None = None
) -> Script:
    """Write the script of an episode.

    ``minutes`` asks for a length; without it every sentence of the article is used. The same article, show and
    templates give the same script. Raises ``WordingError`` where a template is missing or broken.
    """
    try:
        return _written(article, show, minutes)
    finally:
        forget()


def _written(article: Article, show: Show, minutes: float | None) -> Script:
    language = article.language
    wording = Wording([show.templates])
    if minutes is not None:
        budget = int(minutes * WORDS_PER_MINUTE[language] * (1 - BRIDGES)) - FRAME_WORDS
        if budget < article.words:
            article = Centre(article).shorten(article, max(40, budget))
    headings = {section.heading for section in article.sections}
    article = _in_parts(article, Stock(wording, language, ""))
    parts = [section.heading for section in article.sections if section.heading not in headings]
    script = _compose(article, show, wording, parts, eager=0)
    for eager in (1, 2, 3, 4):
        if _share_of_questions(script) >= QUESTIONS:
            break
        script = _compose(article, show, wording, parts, eager=eager)
    return script


def _share_of_questions(script: Script) -> float:
    turns = list(script.turns)
    return sum("?" in turn.body for turn in turns) / len(turns)


def _compose(article: Article, show: Show, wording: Wording, parts: Sequence[str], *, eager: int) -> Script:
    language = article.language
    asked = [sentence.text for sentence in article.sentences if is_question(sentence.text)]
    stock = Stock(wording, language, _seed(article), asked)
    plan = plan_of(article, language)
    exchange = Exchange(stock, eager)
    frame = Frame(article, show, stock, exchange, eager)
    names = (show.hosts[0].name, show.hosts[1].name)
    segments: list[Segment] = []

    talk = Talk(exchange.shares)
    frame.opening(talk, plan)
    sections = list(plan.sections)
    if sections and not sections[0].heading:
        exchange.hold(talk, beats_of(sections.pop(0).sentences, language), talk.other)
    segments.append(Segment(stock.heading("heading_opening"), talk.turns(names)))
    host = talk.other  # who did not speak last leads over

    for index, section in enumerate(sections):
        talk = Talk(exchange.shares)
        place = "last" if index == len(sections) - 1 > 0 else "next" if index else "first"
        beats = frame.transition(talk, section, host, "part" if section.heading in parts else place)
        exchange.go_on(talk, beats)
        segments.append(Segment(section.heading, talk.turns(names)))
        host = talk.other

    talk = Talk(exchange.shares)
    frame.close(talk, plan, host)
    segments.append(Segment(stock.heading("heading_close"), talk.turns(names)))
    meta = {"title": article.title, "show": show.name, "language": language, "source": article.source}
    return Script(meta, tuple(segments))
