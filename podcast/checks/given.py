"""What every check is given: the script's turns beside the article's sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from podcast.article import Article, Sentence
from podcast.checks.finding import Finding, Group, Severity
from podcast.checks.places import places_of
from podcast.checks.talk import squeezed
from podcast.pace import Pace
from podcast.script import Script, Turn, comments, written
from podcast.show import Show

__all__ = ["Given", "Said"]

VOUCHED = re.compile(r"<!--\s*(?:ok|geprüft|checked)\b", re.IGNORECASE)
"""A note like ``<!-- ok: Zahl aus dem Haushaltsbericht -->``: the host answers for what is not in the article."""


@dataclass(frozen=True, slots=True)
class Said:
    """One turn. ``number`` counts from 1, ``segment`` from 0; ``text`` is what is written, without directions.

    ``sentences`` are the article's sentences that it names. ``vouched``: a host's note in it says ok.
    """

    number: int
    segment: int
    turn: Turn
    text: str
    sentences: tuple[Sentence, ...]
    vouched: bool

    @property
    def line(self) -> int:
        """Its line in script.md, from 1."""
        return self.turn.line

    @property
    def host(self) -> str:
        """Who says it."""
        return self.turn.host

    @property
    def source(self) -> str:
        """The sentences that it names, as one text; "" where it names none."""
        return " ".join(sentence.text for sentence in self.sentences)

    def finding(self, kind: str, severity: Severity, text: str, group: Group, words: str = "") -> Finding:
        """A finding about this turn; what a host answers for is only a note."""
        if self.vouched and group == "grounding":
            severity = "note"
        return Finding(self.line, kind, severity, text, self.number, group, words)


@dataclass(frozen=True)
class Given:
    """A script that can be read, what it was made from (``None`` where that is not known), and the show.

    ``minutes`` is the length that was asked for, in minutes. ``seconds`` is the length of the programme where it
    was rendered from exactly this script. ``read`` gives a text as the show's voices will speak it ("12 %" as
    "zwölf Prozent"); ``None`` where nothing is known of the voices.
    """

    script: Script
    article: Article | None
    show: Show
    language: str
    pace: Pace
    minutes: float | None = None
    seconds: float | None = None
    read: Callable[[str], str] | None = None

    @cached_property
    def length(self) -> float:
        """The programme's length in seconds: measured where it was rendered, else by the pace of the voices."""
        return self.pace.script(self.script) if self.seconds is None else self.seconds

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All turns in their order."""
        by_number = {s.number: s for s in self.article.sentences} if self.article else {}
        turns = [(at, turn) for at, segment in enumerate(self.script.segments) for turn in segment.turns]
        return tuple(
            Said(
                number=number,
                segment=at,
                turn=turn,
                text=written(turn.body),
                sentences=tuple(by_number[n] for n in turn.sentences if n in by_number),
                vouched=any(
                    VOUCHED.match(turn.body[start:end]) for start, end in comments(turn.body) if end > 0
                ),
            )
            for number, (at, turn) in enumerate(turns, 1)
        )

    def likely(self, said: Said) -> tuple[Sentence, ...]:
        """The sentences that a turn which names none most likely comes from; none where nothing fits."""
        if said.turn.sentences or self.article is None or self.article.language != self.language:
            return ()
        if said.number not in self._likely:
            self._likely[said.number] = places_of(self.article).likely(said.text)
        return self._likely[said.number]

    @cached_property
    def _likely(self) -> dict[int, tuple[Sentence, ...]]:
        return {}

    def carried(self, said: Said) -> tuple[Sentence, ...]:
        """The sentences that a turn names, else those that it most likely comes from."""
        return said.sentences or self.likely(said)

    @cached_property
    def own_words(self) -> str:
        """What may be said on the show's own account: its names, its hosts, the article's title and headings."""
        show = self.show
        parts = [show.name, show.tagline, show.author, *(host.name for host in show.hosts)]
        if isinstance(show.disclosure, str):
            parts.append(show.disclosure)
        parts += [self.script.meta.get("title", "")]
        if self.article:
            parts += [self.article.title, self.article.author, self.article.date]
            parts += [section.heading for section in self.article.sections]
        return "\n".join(part for part in parts if part)

    @cached_property
    def article_text(self) -> str:
        """All of the article, headings included; "" where it is not known."""
        if self.article is None:
            return ""
        headings = [section.heading for section in self.article.sections]
        return "\n".join([*headings, *(sentence.text for sentence in self.article.sentences)])

    @cached_property
    def wholes(self) -> frozenset[str]:
        """The article's headings and sentences, each squeezed: what ends as one of these is not cut off."""
        if self.article is None:
            return frozenset()
        texts = [self.article.title, *(section.heading for section in self.article.sections)]
        texts += [sentence.text for sentence in self.article.sentences]
        return frozenset(squeezed(text) for text in texts if text)

    @cached_property
    def squeezed_article(self) -> str:
        """All of the article in lower case, words only, one space between: for finding a wording in it."""
        return squeezed(self.article_text)
