"""The sentences for an episode of a given length: a price of a second is looked for at which it has that length.

What every section must keep (its core) comes first; where not even that has room, the sections that carry least are
left out as a whole. Then the price is moved until the finished script has the length, and in a last step
single sentences come or go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf, sqrt

from podcast.article import Article
from podcast.writing.choices import Choice, Choices
from podcast.writing.plan import plan_of

__all__ = ["Fitting"]

SCENE_WORDS = 18
"""The first words of an episode, at least."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What is said in any case: scene and end of the article where they take at most such a share of the episode.

    ``least`` and ``most`` are the seconds of each section's core, its best run of sentences.
    """

    scene: float
    end: float
    least: float
    most: float


ROOMS = (
    _Room(0.2, 0.2, 14.0, 30.0),
    _Room(0.2, 0.2, 6.0, 18.0),
    _Room(0.08, 0.2, 6.0, 18.0),
    _Room(0.08, 0.2, 6.0, 10.0),
    _Room(0.08, 0.0, 6.0, 18.0),
)
"""Tried one after the other; a section is left out where even the last is too long for all of them.

A chapter of less than 6 s would be a heading with a remark.
"""

BEST_SENTENCES = 3
"""By so many of its sentences a section is judged."""

EVEN = 0.5
"""How much a section pays for more than its share: 0 lets the best take all, 1 cuts all alike."""

DEAREST = 1.2
"""A sentence is worth 0.2 to 0.6 a second: at this price only what must be said is said."""

NEAR = 0.018
"""Near enough to the length (as a share of it): the rest is what an estimate is worth (benchmarks/minutes.py)."""

ROUNDS = 8
HALVINGS = 14
MOVES = 12
LEAST_GAIN_S = 1.0
A_CHANGE = 0.5
"""Worth that a change costs in itself: one large change is better than many small ones."""

Length = Callable[[Choice], float]
"""Seconds of the whole episode that is made of a choice."""


class Fitting:
    """The choices from one article. ``seconds`` are those of each sentence, spoken, in their order."""

    def __init__(self, article: Article, seconds: list[float]) -> None:
        self._article = article
        self._choices = Choices(article, seconds)
        self._forced: Choice = frozenset()

    def select(self, target: float, length: Length) -> Choice:
        """The sentences for an episode of ``target`` seconds."""
        needed = self._necessary(target, length)
        chosen = best = self._choices.best(DEAREST, needed, self._forced)
        for _ in range(ROUNDS):
            miss = target - length(chosen)
            if abs(miss) < abs(target - length(best)):
                best = chosen
            found = self._at_length(self._choices.seconds(chosen) + miss, needed)
            if abs(miss) <= NEAR * target or found == chosen:
                break
            chosen = found
        return self.adjust(best, target, length)

    def adjust(self, chosen: Choice, target: float, length: Length) -> Choice:
        """The choice with some sentences (and what they are tied to) more or less, nearest to ``target``."""
        best = chosen
        for _ in range(MOVES):
            miss = target - length(chosen)
            if abs(miss) < abs(target - length(best)):
                best = chosen
            move = self._move(chosen, miss) if abs(miss) > NEAR * target else None
            if move is None:
                break
            chosen = move
        return min(best, chosen, key=lambda choice: abs(target - length(choice)))

    # -- what is said in any case -----------------------------------------------------------------

    def _necessary(self, target: float, length: Length) -> set[int]:
        """The sections that are kept; what is said of them in any case is then forced."""
        sections = range(len(self._article.sections))
        needed = set(sections)
        by_weight = sorted(sections[1:-1], key=lambda section: (self._carries(section), section))
        rooms = [self._said(target, room) for room in ROOMS]
        while True:
            for ends, cores in rooms:
                self._forced = ends.union(*(cores[section] for section in needed))
                if self._choices.seconds(self._forced) > target:
                    continue  # too long without a word of the hosts
                if length(self._choices.best(DEAREST, needed, self._forced)) <= target * (1 + NEAR):
                    return needed
            if not by_weight:
                return needed
            needed.remove(by_weight.pop(0))

    def _said(self, target: float, room: _Room) -> tuple[Choice, list[Choice]]:
        """Scene and end, and the core of each section."""
        ends = self._ends(target, room)
        return ends, [frozenset(self._core(n, ends, room)) for n in range(len(self._article.sections))]

    def _ends(self, target: float, room: _Room) -> Choice:
        """The scene that opens the article, or its first words, and the end that closes it, where there is room."""
        choices, count = self._choices, len(self._choices.sentences)
        plan = plan_of(self._article, self._article.language)
        scene, end = range(len(plan.scene) or 1), range(count - len(plan.end), count)
        if choices.seconds(scene) > room.scene * target:
            shorter = [range(n) for n in range(1, len(scene)) if self._begins(range(n))]
            scene = shorter[0] if shorter else scene
        if choices.seconds(end) > room.end * target:
            end = range(0)
        return frozenset([*scene, *end])

    def _begins(self, run: range) -> bool:
        """Whether an episode may begin with just these sentences."""
        words = sum(len(self._choices.sentences[n].text.split()) for n in run)
        return self._choices.is_closed(run) and words >= SCENE_WORDS

    def _core(self, section: int, ends: Choice, room: _Room) -> list[int]:
        """The places of the section's best run of sentences, or of the shortest where all are too long."""
        choices = self._choices
        places = [n for n in choices.place_of(section) if n not in ends]
        runs = [
            range(a, b + 1) for a in places for b in places if a <= b and choices.is_closed(range(a, b + 1))
        ]
        within = [run for run in runs if room.least <= choices.seconds(run) <= room.most]
        within = [run for run in within if choices.opens(run.start)] or within
        if within:
            best = max(within, key=lambda run: (choices.density(run), -run.start, run.stop))
            return list(best)
        if section == 0:
            return []  # the scene is enough
        shortest = min(
            runs, key=lambda run: (choices.seconds(run) < room.least, choices.seconds(run)), default=None
        )
        return list(shortest) if shortest else places

    def _carries(self, section: int) -> float:
        """How much of the article's argument is in a section: what its best sentences are worth, and its size."""
        places = self._choices.place_of(section)
        best = sorted((self._choices.worth[n] for n in places), reverse=True)[:BEST_SENTENCES]
        return sum(best) / BEST_SENTENCES * sqrt(self._choices.seconds(places))

    # -- towards the length -----------------------------------------------------------------------

    def _at_length(self, wanted: float, needed: set[int]) -> Choice:
        """The choice whose own seconds come nearest to ``wanted``; no section has far more of it than its share."""
        even = [1.0] * len(self._article.sections)
        chosen = self._at_price(wanted, needed, even)
        share = {section: self._share(section, chosen) for section in sorted(needed)}
        mean = sum(share.values()) / len(share)
        return self._at_price(wanted, needed, [(share.get(n, mean) / mean) ** EVEN for n in range(len(even))])

    def _share(self, section: int, chosen: Choice) -> float:
        """How much of a section is chosen, 0 to 1."""
        places = self._choices.place_of(section)
        return self._choices.seconds(chosen.intersection(places)) / self._choices.seconds(places)

    def _at_price(self, wanted: float, needed: set[int], loads: list[float]) -> Choice:
        """The price of a second is halved and halved again, between nothing and the dearest."""
        low, high = 0.0, DEAREST
        best: Choice = frozenset()
        near = inf
        for _ in range(HALVINGS):
            price = (low + high) / 2
            chosen = self._choices.best(price, needed, self._forced, loads)
            seconds = self._choices.seconds(chosen)
            if abs(seconds - wanted) < near:
                best, near = chosen, abs(seconds - wanted)
            low, high = (price, high) if seconds > wanted else (low, price)
        return best

    def _move(self, chosen: Choice, miss: float) -> Choice | None:
        """The change that costs least worth for each second that it takes off what is missed; ``None`` without one.

        ``miss`` is in seconds, below 0 where the episode is too long.
        """
        choices = self._choices
        seconds, score = choices.seconds(chosen), choices.score(chosen)
        best, least = None, inf
        for move in self._moves(chosen):
            gained = abs(miss) - abs(miss - choices.seconds(move) + seconds)
            if gained >= LEAST_GAIN_S:
                cost = (score - choices.score(move) + A_CHANGE) / gained
                if cost < least:
                    best, least = move, cost
        return best

    def _moves(self, chosen: Choice) -> Iterator[Choice]:
        """All choices with a sentence more or less, or a paragraph's beginning more or its end less."""
        choices = self._choices
        sections = {choices.sections[n] for n in chosen}
        for n, section in enumerate(choices.sections):
            if section not in sections:
                continue
            before, behind = choices.paragraph_of(n)
            if n in chosen:
                moves = [
                    chosen - choices.needing(n, chosen),
                    chosen.difference(*(choices.needing(m, chosen) for m in behind)),
                ]
            else:
                moves = [chosen | choices.needed_by(n), chosen.union(*(choices.needed_by(m) for m in before))]
            for move in moves:
                if self._forced & chosen <= move and {choices.sections[m] for m in move} == sections:
                    yield move
