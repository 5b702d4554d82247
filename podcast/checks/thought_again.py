"""A turn that names only sentences that were told before, and tells nothing of them that was not said.

Where links are set, this finds a repetition in wholly other words: of 1964 turns that say nothing twice, three
name again what was named more than two turns before and had been told there. Measured on benchmarks/faults.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.given import Given
from podcast.checks.talk import asks, tokens
from podcast.checks.thought_allowed import Allowed
from podcast.checks.thought_match import Memory

__all__ = ["Retellings"]

LEAST_WORDS = 5
"""What is shorter reminds of it, and states nothing."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What makes a retelling, by how many turns lie between.

    ``told``: so much of the sentences' weight (share) was told before, at least. ``said``: so much of the turn's was
    said before, at least. ``news``: so much of the turn's is in the sentences and was not said, at most. ``words``: it
    has so many, at least. ``answers``: it may be an answer. Where the sentences were told to the
    share ``fully``, the turn need share no word with what was said.
    """

    told: float
    said: float
    news: float
    words: int
    answers: bool
    fully: float = 1.0


_BOUNDS = (
    _Bounds(
        told=0.75, said=0.2, news=0.15, words=10, answers=False
    ),  # the turn after: else an echo, or the rest of it
    _Bounds(told=0.58, said=0.2, news=0.45, words=LEAST_WORDS, answers=False),
    _Bounds(told=0.3, said=0.1, news=0.45, words=LEAST_WORDS, answers=True, fully=0.6),
)


class Retellings:
    """Looks for turns that name again what was told."""

    def __init__(self, given: Given, memory: Memory, allowed: Allowed) -> None:
        self._given, self._memory, self._allowed = given, memory, allowed

    def of(self, now: int) -> int | None:
        """The index of the turn that told last what this one tells again; ``None`` where it tells something new."""
        said = self._given.said[now]
        named = {sentence.number for sentence in said.sentences}
        stated = self._memory.stated(now)
        if not named or said.vouched or asks(said.text):
            return None
        if self._allowed.returns(said) or self._allowed.recap(said, stated):
            return None  # at the end, hosts take up what to remember
        before = [at for at in range(now) if named & set(self._given.said[at].turn.sentences)]
        if not named <= {number for at in before for number in self._given.said[at].turn.sentences}:
            return None
        bounds = _BOUNDS[min(now - before[-1], len(_BOUNDS)) - 1]
        if before[-1] == now - 1 and said.text.rstrip().endswith("!"):
            return None  # an echo
        if len(tokens(stated)) < bounds.words or (
            not bounds.answers and asks(self._given.said[now - 1].text)
        ):
            return None
        return before[-1] if self._again(stated, said.sentences, before, bounds) else None

    def _again(self, stated: str, named: Sequence[Sentence], before: list[int], bounds: _Bounds) -> bool:
        lines = [line for at in before for line in self._memory.lines_of(at)]
        rows = [row for each in named if (row := self._memory.row_of(each.number)) is not None]
        total = said = news = 0.0
        for each in self._memory.weighed(stated):
            had = max((each.had.get(line, 0.0) for line in lines), default=0.0)
            there = max((each.facts.get(row, 0.0) for row in rows), default=0.0)
            total += each.weight
            said += each.weight * had
            news += each.weight * max(0.0, there - had)
        whole = told = 0.0
        for sentence in named:
            for each in self._memory.weighed(sentence.text):
                whole += each.weight
                told += each.weight * max((each.had.get(line, 0.0) for line in lines), default=0.0)
        enough = said >= bounds.said * total or told >= bounds.fully * whole
        return told >= bounds.told * whole > 0.0 and enough and news <= bounds.news * total
