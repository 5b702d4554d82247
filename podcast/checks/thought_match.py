"""How much of what a host says has been said before, at one place of the talk: by words, figures and names.

A place is a turn with its neighbours, for a fact is often told in question and answer. Words weigh by how rare they
are in script and article.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.checks.given import Given, Said
from podcast.checks.talk import is_question, sentences
from podcast.checks.thought_allowed import is_title
from podcast.checks.thought_shelf import Shelf
from podcast.checks.thought_words import Part, light, parts_of

__all__ = ["GAP", "Memory", "Place"]

GAP = 3
"""What is so many turns back was not just said: nearer, the other host completes it, repeats it in wonder, reacts."""

NEIGHBOUR = 0.85
"""What a part weighs that the turn before or after the place has."""
LINKED = 0.6
"""… that only the article's sentences have which the place names: the host may have told them in other words."""
CONTEXT = 0.5
"""… of a name or date that was said earlier in the segment: "er", "das Ministerium"."""
LIGHT = 0.35
"""Weight of words that say little ("Jahr", "groß"), as a share of what their rarity gives."""
UNHEARD = 0.5
"""Weight of a word that neither article nor script has elsewhere: it is another wording sooner than another fact."""
LEAST_WEIGHT = 0.15
TOLD_BESIDE = 0.2
"""A neighbour that has so much of it (share of the whole) is part of the place, with the sentences that it names."""
TOLD_BY = 0.5
"""Share of a sentence that one of the article's must have to be where it comes from."""
SURELY = 1.0
"""Weight of the words that a turn without links must have in common with the sentence that it is taken to tell."""
_CLOSE = 0.85
"""Share of the best one's that a second source must reach."""

LEAST_PARTS = 3
"""Who did what: with fewer words of weight nothing is stated that could be told from something else."""

Weighed = Sequence[tuple[Part, float]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something like it was said. ``at`` is the turn's index.

    ``share`` (0 to 1) of the weight of what is said now was said or meant there, words of weight ``mass`` outright,
    of these ``own`` in the turn itself. ``source``: 2 where all that the later turn names was named there, 1 where both
    tell one sentence of the article, -1 where they tell different ones, 0 where that is not known.
    """

    at: int
    share: float
    mass: float
    own: float
    source: int


def _told(given: Given, said: Said) -> str:
    """What a turn says, without the titles that the hosts read out on their own account."""
    if said.sentences:
        return said.text
    return " ".join(part for part in sentences(said.text) if not is_title(part, said, given))


class Memory:
    """A script's turns and its article's sentences, made ready to be compared."""

    def __init__(self, given: Given) -> None:
        self._said = given.said
        self._language = given.language
        article = given.article if given.article and given.article.language == given.language else None
        facts = tuple(article.sentences) if article else ()
        self._numbers = [sentence.number for sentence in facts]
        told = [parts_of(sentence.text, given.language) for sentence in facts]
        turns = [parts_of(_told(given, said), given.language) for said in given.said]
        self._count = Counter(root for parts in (*turns, *told) for root in {part.root for part in parts})
        self._documents = len(turns) + len(told) + 1
        self._light = light(given.language)
        roots = frozenset(self._count)
        self._turns = Shelf(turns, roots, given.language)
        self._facts = Shelf(told, roots, given.language)
        self._links = [self._links_of(said) for said in given.said]
        row = {number: at for at, number in enumerate(self._numbers)}
        self._rows = [sorted(row[number] for number in links if number in row) for links in self._links]

    def places(self, now: int, text: str) -> list[Place]:
        """Every place far enough before the turn with the index ``now``, held against ``text``, which is said there."""
        parts = self._weighed(text)
        if len(parts) < LEAST_PARTS:
            return []
        sources = self._sources(parts)
        return [self._place(parts, at, now, sources) for at in range(now - GAP + 1)]

    def told(self, text: str) -> bool:
        """Does it tell something of the article, as far as words show?"""
        return bool(self._sources(self._weighed(text)))

    def share(self, text: str, at: int, now: int) -> float:
        """The share of a text (0 to 1) that was said or meant at one place; 1 where it has no part that weighs."""
        parts = self._weighed(text)
        return self._place(parts, at, now, frozenset()).share if parts else 1.0

    def common(self, text: str, other: str) -> float:
        """The weight of what two texts have in common."""
        shelf = Shelf([parts_of(other, self._language)], frozenset(self._count), self._language)
        return sum(weight * shelf.had(part)[0] for part, weight in self._weighed(text))

    def _weighed(self, text: str) -> list[tuple[Part, float]]:
        return [(part, self._weight(part)) for part in parts_of(text, self._language)]

    def _weight(self, part: Part) -> float:
        """0.15 to 1, by rarity; less for words that say little or that nothing else has."""
        count = max(self._count[part.root], 1)
        weight = max(LEAST_WEIGHT, math.log(self._documents / count) / math.log(self._documents))
        if part.kind == "word":
            if part.root in self._light:
                return weight * LIGHT
            if count == 1 and self._numbers:
                return weight * UNHEARD
        return weight

    def _sources(self, parts: Weighed, least: float = 0.0) -> frozenset[int]:
        """The numbers of the article's sentences that say it, by its words."""
        total = sum(weight for _, weight in parts)
        if not total or not self._numbers:
            return frozenset()
        had = [0.0] * len(self._numbers)
        for part, weight in parts:
            for row, value in enumerate(self._facts.had(part)):
                had[row] += weight * value
        need = max(TOLD_BY * total, _CLOSE * max(had), least)
        return frozenset(number for number, value in zip(self._numbers, had, strict=True) if value >= need)

    def _links_of(self, said: Said) -> frozenset[int]:
        """The sentences that a turn names; where it names none, those that it surely tells."""
        if said.sentences:
            return frozenset(sentence.number for sentence in said.sentences)
        stated = [part for part in sentences(said.text) if not is_question(part)]
        weighed = [self._weighed(part) for part in stated]
        return frozenset().union(
            *(self._sources(each, SURELY) for each in weighed if len(each) >= LEAST_PARTS)
        )

    def _place(self, parts: Weighed, at: int, now: int, sources: frozenset[int]) -> Place:
        segment = self._said[at].segment
        beside = [n for n in (at - 1, at + 1) if 0 <= n <= now - GAP and self._said[n].segment == segment]
        share = mass = own = total = 0.0
        gave = dict.fromkeys(beside, 0.0)
        for part, weight in parts:
            had = self._turns.had(part)
            here, near = had[at], {n: NEIGHBOUR * had[n] for n in beside}
            outright = max(here, *near.values()) if near else here
            for n, value in near.items():
                gave[n] += weight * max(0.0, value - here)
            share += weight * (outright or self._meant(part, at, beside))
            total += weight
            mass += weight * outright
            own += weight * here
        there = self._links[at].union(*(self._links[n] for n in beside if gave[n] >= TOLD_BESIDE * mass))
        return Place(at, share / total, mass, own, self._source(there, now, sources))

    def _meant(self, part: Part, at: int, beside: Sequence[int]) -> float:
        """What a part weighs that is not said at a place, but in what it tells or goes on from."""
        rows = [row for n in (at, *beside) for row in self._rows[n]]
        if rows and (best := max(self._facts.had(part)[row] for row in rows)):
            return LINKED * best
        if part.kind == "name" or (part.quantity is not None and part.quantity.kind in {"year", "date"}):
            had = self._turns.had(part)
            segment = self._said[at].segment
            if any(had[n] for n in range(at) if self._said[n].segment == segment):
                return CONTEXT
        return 0.0

    def _source(self, there: frozenset[int], now: int, sources: frozenset[int]) -> int:
        """Do both tell the same sentence of the article? See :class:`Place`."""
        named = frozenset(sentence.number for sentence in self._said[now].sentences)
        if named and named <= there:
            return 2
        if there & (sources | named):
            return 1
        return -1 if there and (sources or named) else 0
