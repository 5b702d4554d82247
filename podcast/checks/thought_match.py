"""How much of what a host says has been said before, at one place of the talk: by words, figures and names.

A place is a stretch of sentences that follow each other, of one turn or more, for a fact is often told in question and
answer. Words weigh by how rare they are in script and article.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from podcast.checks.given import Given, Said
from podcast.checks.talk import is_question, sentences, squeezed
from podcast.checks.thought_allowed import is_title
from podcast.checks.thought_place import MOST_MASS, Place
from podcast.checks.thought_shelf import Shelf
from podcast.checks.thought_words import Part, light, parts_of

__all__ = ["GAP", "Memory"]

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


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A part of what is said: its weight, and what the sentences said (``had``) and the article's have of it."""

    part: Part
    weight: float
    had: Mapping[int, float]
    facts: Mapping[int, float]


Weighed = Sequence[_Weighed]


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
        self._starts = [bisect.bisect_right(self._ends, at) for at in range(len(heard))]
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

    def places(self, now: int, text: str, least: tuple[float, float]) -> list[Place]:
        """The places far enough before the turn with the index ``now``, held against ``text``, which is said there.

        ``least``: the strength below which none is of interest, where the turn names what was named, and elsewhere.
        """
        parts = self.weighed(text)
        if len(parts) < LEAST_PARTS:
            return []
        spans = [(n, self._until(n, now)) for n in self._promising(parts, now, least)]
        if not spans:
            return []
        named = frozenset(self._said[now].turn.sentences)
        whole = squeezed(self.stated(now)) == squeezed(text)
        sources = named if named and whole else named | self._sources(parts)
        return [self._place(parts, span, now, sources) for span in spans]

    def _promising(self, parts: Weighed, now: int, least: tuple[float, float]) -> list[int]:
        """Where places begin that may be strong enough, by what was said there outright; most have next to nothing."""
        limit = bisect.bisect_right(self._turn, now - GAP)
        masses = [0.0] * limit
        for each in parts:
            best: dict[int, float] = {}
            for n, value in each.had.items():
                if n < limit:
                    for start in range(self._starts[n], n + 1):
                        best[start] = max(value, best.get(start, 0.0))
            for start, value in best.items():
                masses[start] += each.weight * value
        total = sum(each.weight for each in parts)
        found = []
        for start, mass in enumerate(masses):
            most = min(mass, MOST_MASS) * (mass + LINKED * (total - mass)) / total
            if most >= least[0] and (most >= least[1] or self._names_all(now, self._turns(start, now))):
                found.append(start)
        return found

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
        return min(self._ends[start], bisect.bisect_right(self._turn, now - GAP))

    def _turns(self, start: int, now: int) -> range:
        """The turns of the place that begins with this sentence."""
        return range(self._turn[start], self._turn[self._until(start, now) - 1] + 1)

    def _names_all(self, now: int, turns: Sequence[int]) -> bool:
        """Does a turn name sentences, and have these named all of them?"""
        named = self._said[now].turn.sentences
        return bool(named) and all(any(one in self._said[n].turn.sentences for n in turns) for one in named)

    def adds(self, place: Place, now: int) -> bool:
        """Does a turn, as a whole, tell more than was told at a place, by its words or by the sentences it names?"""
        parts = self.weighed(self.stated(now))
        sources, named = self._sources(parts), frozenset(self._said[now].turn.sentences)
        if not parts or (sources and not sources & named):
            return True
        return self._place(parts, place.span, now, named).news > MOST_NEWS

    def stated(self, now: int) -> str:
        """What a turn says that is no question."""
        return " ".join(part for part in sentences(self._said[now].text) if not is_question(part))

    def told(self, text: str) -> bool:
        """Does it tell something of the article, as far as words show?"""
        return bool(self._sources(self.weighed(text)))

    def share(self, text: str, place: Place, now: int) -> float:
        """The share of a text (0 to 1) that was said or meant at one place; 1 where it has no part that weighs."""
        parts = self.weighed(text)
        return self._place(parts, place.span, now, frozenset()).share if parts else 1.0

    def nearest(self, text: str, place: Place) -> int:
        """The index of the sentence of a place that has most of a text."""
        parts = self.weighed(text)
        return max(
            range(*place.span), key=lambda n: sum(each.weight * each.had.get(n, 0.0) for each in parts)
        )

    def lines_of(self, turn: int) -> range:
        """The places in ``sentences`` of a turn's sentences."""
        return range(bisect.bisect_left(self._turn, turn), bisect.bisect_right(self._turn, turn))

    def row_of(self, number: int) -> int | None:
        """The place of one of the article's sentences among its texts."""
        at = bisect.bisect_left(self._numbers, number)
        return at if at < len(self._numbers) and self._numbers[at] == number else None

    def weighed(self, text: str) -> list[_Weighed]:
        """The parts of a text with their weights, and what the sentences said and the article's have of each."""
        return [
            _Weighed(part, self._weight(part), self._lines.had(part), self._facts.had(part))
            for part in parts_of(text, self._language)
        ]

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
        total = sum(each.weight for each in parts)
        if not total or not self._numbers:
            return frozenset()
        alone: dict[int, float] = defaultdict(float)
        for each in parts:
            for row, value in each.facts.items():
                alone[row] += each.weight * value
        need = max(TOLD_BY * total, _CLOSE * max(alone.values(), default=0.0), least)
        if found := {self._numbers[row] for row, had in alone.items() if had >= need}:
            return _few(found)
        two: dict[int, float] = defaultdict(float)
        for each in parts:
            for row in {row + m for row in each.facts for m in (-1, 0)}:
                two[row] += each.weight * max(each.facts.get(row, 0.0), each.facts.get(row + 1, 0.0))
        two = {row: had for row, had in two.items() if 0 <= row < len(self._numbers) - 1}
        need = max(TOLD_BY_TWO * total, max(two.values(), default=0.0), least)
        return _few({self._numbers[row + m] for row, had in two.items() if had >= need for m in (0, 1)})

    def _links_of(self, said: Said) -> frozenset[int]:
        """The sentences that a turn names; where it names none, those that it surely tells."""
        if said.turn.sentences:
            return frozenset(said.turn.sentences)
        stated = [part for part in sentences(_told(self._given, said)) if not is_question(part)]
        weighed = [self.weighed(part) for part in stated]
        return frozenset().union(
            *(self._sources(each, SURELY) for each in weighed if len(each) >= LEAST_PARTS)
        )

    def _place(self, parts: Weighed, span: tuple[int, int], now: int, sources: frozenset[int]) -> Place:
        share = mass = news = total = 0.0
        turns = range(self._turn[span[0]], self._turn[span[1] - 1] + 1)
        rows = [row for n in turns for row in self._rows[n]]
        gave = dict.fromkeys(turns, 0.0)
        for each in parts:
            weight, had = each.weight, 0.0
            for n in range(*span) if each.had else ():
                if each.had.get(n, 0.0) > had:
                    best, had = n, each.had[n]
            if had:
                gave[self._turn[best]] += weight * had
            share += weight * (had or self._meant(each, turns[0], rows))
            mass += weight * had
            total += weight
            if each.facts:
                told = max((each.facts.get(row, 0.0) for row in self._named[now]), default=0.0)
                news += weight * max(0.0, told - had)
        telling = [n for n in turns if gave[n] >= max(TOLD_BY_TURN * mass, LEAST_WEIGHT)]
        at = max(turns, key=gave.__getitem__)
        return Place(at, share / total, mass, news / total, self._source(turns, telling, now, sources), span)

    def _meant(self, each: _Weighed, first: int, rows: Sequence[int]) -> float:
        """What a part weighs that is not said at a place, but in what it tells or goes on from."""
        if each.facts and (best := max((each.facts.get(row, 0.0) for row in rows), default=0.0)):
            return LINKED * best
        part = each.part
        if part.kind == "name" or (part.quantity is not None and part.quantity.kind in {"year", "date"}):
            segment = self._said[first].segment
            turns = (self._turn[n] for n in each.had)
            if any(n < first and self._said[n].segment == segment for n in turns):
                return CONTEXT
        return 0.0

    def _source(self, turns: Sequence[int], telling: Sequence[int], now: int, sources: frozenset[int]) -> int:
        """Do both tell the same sentence of the article? See :class:`Place`."""
        if self._names_all(now, turns):
            return 2
        there = frozenset().union(*(self._links[n] for n in telling))
        if there & sources:
            return 1
        return -1 if there and sources else 0
