"""How much of what a host says has been said before, at one place of the talk: by words, figures and names.

A place is a stretch of sentences that follow each other, of one turn or more, for a fact is often told in question and
answer. Words weigh by how rare they are in script and article.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.checks.given import Given, Said
from podcast.checks.talk import is_question, sentences, squeezed
from podcast.checks.thought_allowed import is_title
from podcast.checks.thought_shelf import Shelf
from podcast.checks.thought_words import Part, light, parts_of

__all__ = ["GAP", "Memory", "Place"]

GAP = 3
"""What is so many turns back was not just said: nearer, the other host completes it, repeats it in wonder, reacts."""

PLACE_WORDS = 40
"""A place has so many words at most, or is one sentence: what stands farther apart was not said as one thing.

A question and its answer have 5 to 35 in the scripts of benchmarks/faults.
"""
LINKED = 0.6
"""… that only the article's sentences have which the place names: the host may have told them in other words."""
CONTEXT = 0.5
"""… of a name or date that was said earlier in the segment: "er", "das Ministerium"."""
LIGHT = 0.35
"""Weight of words that say little ("Jahr", "groß"), as a share of what their rarity gives."""
UNHEARD = 0.5
"""Weight of a word that neither article nor script has elsewhere: it is another wording sooner than another fact."""
LEAST_WEIGHT = 0.15
TOLD_BY_TURN = 0.2
"""A turn that has so much of what a place has (share of it) counts with the sentences that it names."""
TOLD_BY = 0.5
"""Share of a sentence that one of the article's must have to be where it comes from."""
MOST_SOURCES = 4
TOLD_BY_TWO = 0.6
"""… that two of the article's in a row must have, where none has so much alone."""
SURELY = 1.0
"""Weight of the words that a turn without links must have in common with the sentence that it is taken to tell."""
_CLOSE = 0.85
"""Share of the best one's that a second source must reach."""

MOST_NEWS = 0.2
"""So much of a turn (share of its weight) at most may be in the sentences that it names, and not have been said."""
LEAST_PARTS = 3
"""Who did what: with fewer words of weight nothing is stated that could be told from something else."""

Weighed = Sequence[tuple[Part, float]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something like it was said. ``at`` is the index of the turn that has most of it.

    ``share`` (0 to 1) of the weight of what is said now was said or meant there, words of weight ``mass`` outright;
    ``news`` is the share that the article's sentences have which the later turn names, and that was not said there.
    ``span`` is the first of its sentences and the one behind the last. ``source``: 2 where the later turn names
    sentences and all of them were named there, 1 where both tell one sentence of the article, -1 where they tell
    different ones, 0 where that is not known.
    """

    at: int
    share: float
    mass: float
    news: float
    source: int
    span: tuple[int, int]


def _told(given: Given, said: Said) -> str:
    """What a turn says, without the titles that the hosts read out on their own account."""
    if said.turn.sentences:
        return said.text
    return " ".join(part for part in sentences(said.text) if not is_title(part, said, given))


def _few(found: set[int]) -> frozenset[int]:
    """What many sentences might have said comes from none of them."""
    return frozenset(found if len(found) <= MOST_SOURCES else ())


class Memory:
    """A script's turns and its article's sentences, made ready to be compared."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._said = given.said
        self._language = given.language
        article = given.article if given.article and given.article.language == given.language else None
        facts = tuple(article.sentences) if article else ()
        self._numbers = [sentence.number for sentence in facts]
        told = [parts_of(sentence.text, given.language) for sentence in facts]
        heard = [(at, part) for at, said in enumerate(given.said) for part in sentences(_told(given, said))]
        self.sentences = [sentence for _, sentence in heard]
        self._turn = [at for at, _ in heard]
        self._ends = [self._end(start) for start in range(len(heard))]
        lines = [parts_of(sentence, given.language) for sentence in self.sentences]
        turns = [parts_of(said.text, given.language) for said in given.said]
        self._count = Counter(root for parts in (*turns, *told) for root in {part.root for part in parts})
        self._documents = len(turns) + len(told) + 1
        self._light = light(given.language)
        roots = frozenset(self._count)
        self._lines = Shelf(lines, roots, given.language)
        self._facts = Shelf(told, roots, given.language)
        self._links = [self._links_of(said) for said in given.said]
        row = {number: at for at, number in enumerate(self._numbers)}
        self._named = [
            [row[number] for number in said.turn.sentences if number in row] for said in given.said
        ]
        self._rows = [sorted(row[number] for number in links if number in row) for links in self._links]

    def places(self, now: int, text: str) -> list[Place]:
        """Every place far enough before the turn with the index ``now``, held against ``text``, which is said there."""
        parts = self._weighed(text)
        if len(parts) < LEAST_PARTS:
            return []
        named = frozenset(self._said[now].turn.sentences)
        whole = squeezed(self._stated(now)) == squeezed(text)
        sources = named if named and whole else named | self._sources(parts)
        spans = [(start, self._until(start, now)) for start in range(len(self.sentences))]
        return [self._place(parts, span, now, sources) for span in spans if span[0] < span[1]]

    def _end(self, start: int) -> int:
        """Behind the last sentence of the place that begins with this one."""
        end, words = start, 0
        while end < len(self.sentences):
            words += len(self.sentences[end].split())
            one = self._said[self._turn[end]].segment == self._said[self._turn[start]].segment
            if end > start and (words > PLACE_WORDS or not one):
                break
            end += 1
        return end

    def _until(self, start: int, now: int) -> int:
        end = self._ends[start]
        while end > start and self._turn[end - 1] > now - GAP:
            end -= 1
        return end

    def adds(self, place: Place, now: int) -> bool:
        """Does a turn, as a whole, tell more than was told at a place, by its words or by the sentences it names?"""
        parts = self._weighed(self._stated(now))
        sources, named = self._sources(parts), frozenset(self._said[now].turn.sentences)
        if not parts or (sources and not sources & named):
            return True
        return self._place(parts, place.span, now, named).news > MOST_NEWS

    def _stated(self, now: int) -> str:
        """What a turn says that is no question."""
        return " ".join(part for part in sentences(self._said[now].text) if not is_question(part))

    def told(self, text: str) -> bool:
        """Does it tell something of the article, as far as words show?"""
        return bool(self._sources(self._weighed(text)))

    def share(self, text: str, place: Place, now: int) -> float:
        """The share of a text (0 to 1) that was said or meant at one place; 1 where it has no part that weighs."""
        parts = self._weighed(text)
        return self._place(parts, place.span, now, frozenset()).share if parts else 1.0

    def nearest(self, text: str, place: Place) -> int:
        """The index of the sentence of a place that has most of a text."""
        parts = self._weighed(text)
        return max(
            range(*place.span), key=lambda n: sum(weight * self._lines.had(part)[n] for part, weight in parts)
        )

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
        rows = [[weight * value for value in self._facts.had(part)] for part, weight in parts]
        alone = [sum(column) for column in zip(*rows, strict=True)]
        need = max(TOLD_BY * total, _CLOSE * max(alone), least)
        if found := {number for number, had in zip(self._numbers, alone, strict=True) if had >= need}:
            return _few(found)
        two = [sum(max(row[n : n + 2]) for row in rows) for n in range(len(alone) - 1)]
        need = max(TOLD_BY_TWO * total, max(two, default=0.0), least)
        return _few({self._numbers[n + m] for n, had in enumerate(two) if had >= need for m in (0, 1)})

    def _links_of(self, said: Said) -> frozenset[int]:
        """The sentences that a turn names; where it names none, those that it surely tells."""
        if said.turn.sentences:
            return frozenset(said.turn.sentences)
        stated = [part for part in sentences(_told(self._given, said)) if not is_question(part)]
        weighed = [self._weighed(part) for part in stated]
        return frozenset().union(
            *(self._sources(each, SURELY) for each in weighed if len(each) >= LEAST_PARTS)
        )

    def _place(self, parts: Weighed, span: tuple[int, int], now: int, sources: frozenset[int]) -> Place:
        share = mass = news = total = 0.0
        turns = sorted({self._turn[n] for n in range(*span)})
        gave = dict.fromkeys(turns, 0.0)
        for part, weight in parts:
            had = self._lines.had(part)
            best = max(range(*span), key=had.__getitem__)
            gave[self._turn[best]] += weight * had[best]
            share += weight * (had[best] or self._meant(part, turns))
            mass += weight * had[best]
            total += weight
            facts = self._facts.had(part)
            news += weight * max(0.0, max((facts[row] for row in self._named[now]), default=0.0) - had[best])
        telling = [n for n in turns if gave[n] >= max(TOLD_BY_TURN * mass, LEAST_WEIGHT)]
        at = max(turns, key=gave.__getitem__)
        return Place(at, share / total, mass, news / total, self._source(turns, telling, now, sources), span)

    def _meant(self, part: Part, turns: Sequence[int]) -> float:
        """What a part weighs that is not said at a place, but in what it tells or goes on from."""
        rows = [row for n in turns for row in self._rows[n]]
        if rows and (best := max(self._facts.had(part)[row] for row in rows)):
            return LINKED * best
        if part.kind == "name" or (part.quantity is not None and part.quantity.kind in {"year", "date"}):
            segment = self._said[turns[0]].segment
            for n, value in enumerate(self._lines.had(part)):
                if self._turn[n] >= turns[0]:
                    break
                if value and self._said[self._turn[n]].segment == segment:
                    return CONTEXT
        return 0.0

    def _source(self, turns: Sequence[int], telling: Sequence[int], now: int, sources: frozenset[int]) -> int:
        """Do both tell the same sentence of the article? See :class:`Place`."""
        named = frozenset(self._said[now].turn.sentences)
        if named and named <= frozenset().union(*(self._said[n].turn.sentences for n in turns)):
            return 2
        there = frozenset().union(*(self._links[n] for n in telling))
        if there & sources:
            return 1
        return -1 if there and sources else 0
