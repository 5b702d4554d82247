"""The offline writer: an article becomes a two-host script without a model, a key or a network.

It changes no fact and hardly a word: its art is who says what, and the few words between.
"""

from __future__ import annotations

from dataclasses import replace

from podcast.article import Article, Section
from podcast.grammar import forget
from podcast.pace import Pace, WordPace
from podcast.script import Script, Turn, plain
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.compose import compose
from podcast.writing.fitting import Fitting
from podcast.writing.leftout import told
from podcast.writing.parts import in_parts
from podcast.writing.person import person_of
from podcast.writing.speaker_first import speaker_first
from podcast.writing.stock import Stock

__all__ = ["write_script"]

# Measured with the default engine and voices on seeds/; only for callers that know no voices.
WORDS_PER_MINUTE = {"de": 124.5, "en": 148.0}

QUESTIONS = 1 / 6
"""Turns with a question among all turns, at least: below that it sounds like a reading with two voices."""

MOST_EAGER = 4

SLACK = 0.04
"""A whole article that is longer than was asked for by no more than this stays whole."""


def write_script(
    article: Article, show: Show, *, minutes: float | None = None, pace: Pace | None = None
) -> Script:
    """Write the script of an episode.

    ``minutes`` asks for a length, measured by ``pace``; the front matter then says which sentences and sections
    were left out. Without it, or where the article has no more, every sentence is used. The same article, show
    and templates give the same script. Raises ``WordingError`` where a template is missing or broken.
    """
    try:
        writer = _Writer(article, show)
        if minutes is None:
            return writer.lively()
        return writer.fitted(60 * minutes, pace or WordPace(WORDS_PER_MINUTE[article.language]))
    finally:
        forget()


class _Writer:
    """All compositions of one article."""

    def __init__(self, article: Article, show: Show) -> None:
        self._article = article = speaker_first(article)
        self._show = show
        self._wording = Wording([show.templates])
        self._stock = Stock(self._wording, article.language, "")
        self._person = person_of(article)

    def composed(self, article: Article, eager: int) -> Script:
        """The script of an article or of what is left of it."""
        headings = {section.heading for section in article.sections}
        cut = in_parts(article, self._stock)
        parts = [section.heading for section in cut.sections if section.heading not in headings]
        return compose(cut, self._show, self._wording, parts, person=self._person, eager=eager)

    def lively(self) -> Script:
        """The script of the whole article, with as many questions as it needs, or as the article gives."""
        return self.composed(self._article, self.eager(self._article))

    def eager(self, article: Article) -> int:
        """How eager the hosts must be to ask enough, or as much as the article gives."""
        shares: list[float] = []
        for eager in range(MOST_EAGER + 1):
            shares.append(_share_of_questions(self.composed(article, eager)))
            if shares[-1] >= QUESTIONS:
                break
        return shares.index(max(shares))

    def fitted(self, seconds: float, pace: Pace) -> Script:
        """The script of the asked length, or of the whole article where that is shorter."""
        longer = pace.script(self.composed(self._article, 0)) > seconds * (1 + SLACK)
        script = self._shortened(seconds, pace) if longer else self.lively()
        return told(script, self._article, seconds / 60)

    def _shortened(self, seconds: float, pace: Pace) -> Script:
        fitting = Fitting(in_parts(self._article, self._stock), self._spoken(pace))
        lengths: dict[tuple[frozenset[int], int], float] = {}

        def length(chosen: frozenset[int], eager: int = 0) -> float:
            if (chosen, eager) not in lengths:
                lengths[chosen, eager] = pace.script(self.composed(self._only(chosen), eager))
            return lengths[chosen, eager]

        chosen = fitting.select(seconds, length)
        eager = self.eager(self._only(chosen))
        chosen = fitting.adjust(chosen, seconds, lambda chosen: length(chosen, eager))
        return self.composed(self._only(chosen), eager)

    def _spoken(self, pace: Pace) -> list[float]:
        """The seconds of each sentence, said by either host."""
        hosts = self._show.hosts
        return [
            sum(pace.turn(Turn(host.name, plain(sentence.text))) for host in hosts) / len(hosts)
            for sentence in self._article.sentences
        ]

    def _only(self, chosen: frozenset[int]) -> Article:
        """The article with the chosen sentences only, by their places from 0; their numbers stay, empty sections go.

        Behind a gap begins a new paragraph, for the voice changes there.
        """
        kept: dict[int, int] = {}  # number of the sentence, number of its paragraph here
        before, paragraph = None, 0
        for n, sentence in enumerate(self._article.sentences):
            if n in chosen:
                paragraph += n - 1 not in chosen or before != sentence.paragraph
                kept[sentence.number] = paragraph
            before = sentence.paragraph
        sections = tuple(
            Section(
                section.heading,
                tuple(replace(s, paragraph=kept[s.number]) for s in section.sentences if s.number in kept),
            )
            for section in self._article.sections
        )
        return replace(self._article, sections=tuple(section for section in sections if section.sentences))


def _share_of_questions(script: Script) -> float:
    turns = list(script.turns)
    return sum("?" in turn.body for turn in turns) / len(turns)
