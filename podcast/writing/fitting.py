"""Which sentences of an article are said in an episode of a given length, so that it is still good to listen to.

Every sentence has a worth (what it shares with the whole article, what it does in the argument) and costs its
seconds; a jump inside a paragraph costs some worth, a jump that tears a tie (ties.py) more than any sentence has.
At a given price of a second the best selection is found exactly, from left to right (Viterbi); the price is moved
until the finished script has the length. So what is kept are runs of sentences, and never a pronoun without
its noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

from podcast.article import Article
from podcast.writing.beats import whole
from podcast.writing.centre import Centre
from podcast.writing.plan import plan_of
from podcast.writing.ties import ties_of

__all__ = ["Fitting"]

TORN = 60.0
"""What a torn tie costs: more than any few sentences are worth (a sentence is worth 1 to 3)."""

JUMP_INTO_PARAGRAPH, JUMP_TO_PARAGRAPH = 3.0, 0.5
"""What it costs to go on, after a gap, inside a paragraph or with a new one."""

LEFT_EARLY, LEFT_AT_ONCE = 0.3, 1.0
"""What it costs to leave a paragraph before its end, and right behind its first sentence, which says its subject."""

LEANING_SECTION = 2.0
"""What it costs to begin a section, after a gap, with a sentence that leans on the one before: the heading helps."""

EVEN = 0.5
"""How much a section pays for more than its share: 0 lets the best take all, 1 cuts all alike."""

ARGUING = 1.3
"""So much more are sentences worth that claim, conclude, correct, or give a reason."""
ARGUMENTS = frozenset({"claim", "conclusion", "consequence", "reason", "turn", "question"})
CORRECTING = {"sondern", "statt", "rather", "instead"}

SECTION_OPENS, PARAGRAPH_OPENS, PARAGRAPH_ENDS = 1.2, 0.5, 0.2
"""What the first and the last sentence of a paragraph are worth beside: they say what it is about, and its point."""

BEST_SENTENCES = 3
"""By so many of its sentences a section is judged."""

ORDINARY_S = 6.0
"""Seconds of an ordinary sentence."""

LAST_WORD = 2.0
"""What the article's last sentence is worth beside."""

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


ROOMS = (_Room(0.2, 0.16, 14.0, 30.0), _Room(0.2, 0.16, 6.0, 18.0), _Room(0.08, 0.12, 6.0, 18.0))
"""Tried one after the other; a section is left out where even the last is too long for all of them.

A chapter of less than 6 s would be a heading with a remark.
"""

NEAR = 0.018
"""Near enough to the length: the rest is what an estimate is worth (benchmarks/minutes.py)."""
ROUNDS = 8
HALVINGS = 14
"""… of the price of a second, between nothing and ``DEAREST``."""
DEAREST = 1.2
"""A sentence is worth 0.2 to 0.6 a second: at this price only what must be said is said."""
MOVES = 10
WORTH_IN_SECONDS = 3.0
"""In the last step a selection may miss the length by so many seconds to save a sentence's worth of 1."""


_State = tuple[bool, bool]
"""Whether the last sentence is kept, and whether any of its section is."""


@dataclass(frozen=True, slots=True)
class _Costs:
    """By a sentence's place: its worth, its seconds, what it costs to begin there after a gap, to stop behind it."""

    worth: tuple[float, ...]
    seconds: tuple[float, ...]
    begin: tuple[float, ...]
    stop: tuple[float, ...]


class Fitting:
    """The selections of one article. ``seconds`` are those of each sentence, spoken, in their order."""

    def __init__(self, article: Article, seconds: Sequence[float]) -> None:
        self._article = article
        self._sentences = list(article.sentences)
        self._sections = [n for n, section in enumerate(article.sections) for _ in section.sentences]
        self._centre = Centre(article)
        ties = ties_of(article)
        starts = [n for n, of in enumerate(self._sections) if n == 0 or of != self._sections[n - 1]]
        self._leaning = {n for n in starts if ties.back[n]}
        self._ties = replace(ties, back=tuple(b and n not in starts for n, b in enumerate(ties.back)))
        self._costs = self._priced(seconds)
        self._forced = frozenset[int]()
        self._loads = [1.0] * len(article.sections)  # factors of the price of a second, by section

    # -- what a sentence is worth and costs -------------------------------------------------------

    def _priced(self, seconds: Sequence[float]) -> _Costs:
        worth, begin, stop = [], [], []
        last = len(self._sentences) - 1
        for n, sentence in enumerate(self._sentences):
            opens = n == 0 or self._sentences[n - 1].paragraph != sentence.paragraph
            ends = n == last or self._sentences[n + 1].paragraph != sentence.paragraph
            new = n == 0 or self._sections[n - 1] != self._sections[n]
            beat = whole(sentence, self._article.language)
            value = self._centre.weight(sentence.text) * sqrt(seconds[n] / ORDINARY_S)
            corrects = any(word.text.lower() in CORRECTING for word in beat.all_words)
            value *= ARGUING if corrects or beat.does & ARGUMENTS else 1.0
            value += SECTION_OPENS * new + PARAGRAPH_OPENS * opens + PARAGRAPH_ENDS * ends
            worth.append(value + LAST_WORD * (n == last))
            torn = TORN if self._ties.back[n] else 0.0
            jump = JUMP_TO_PARAGRAPH if opens else JUMP_INTO_PARAGRAPH
            begin.append(torn + (LEANING_SECTION * (n in self._leaning) if new else jump))
            left = 0.0 if ends else LEFT_AT_ONCE if opens else LEFT_EARLY
            stop.append((TORN if self._ties.on[n] else 0.0) + left)
        return _Costs(tuple(worth), tuple(seconds), tuple(begin), tuple(stop))

    # -- the selection at a price -----------------------------------------------------------------

    def _best(self, price: float, needed: set[int], forced: set[int], banned: set[int]) -> frozenset[int]:
        """The places of the best selection where a second costs ``price``.

        Each of the ``needed`` sections has a sentence in it, no other section has; ``forced`` are kept and
        ``banned`` left out, where that is possible at all.
        """
        costs = self._costs
        states: dict[_State, float] = {(False, True): 0.0}
        trace: list[dict[_State, _State]] = []
        for n, section in enumerate(self._sections):
            new = n == 0 or section != self._sections[n - 1]
            kept_worth = costs.worth[n] - price * self._loads[section] * costs.seconds[n]
            kept_worth -= 2 * TORN * (n in banned or section not in needed)
            empty = TORN * (new and n > 0 and self._sections[n - 1] in needed)
            found: dict[_State, float] = {}
            came: dict[_State, _State] = {}
            for (going, filled), score in states.items():
                base = score - (0.0 if filled else empty)
                for kept in (False, True):
                    if kept:
                        value = base + kept_worth - (0.0 if going else costs.begin[n])
                    else:
                        value = base - (costs.stop[n - 1] if going else 0.0) - 2 * TORN * (n in forced)
                    after = (kept, kept or (filled and not new))
                    if after not in found or value > found[after]:
                        found[after], came[after] = value, (going, filled)
            trace.append(came)
            states = found
        last = max(states, key=lambda state: (states[state] - TORN * (not state[1]), state))
        chosen = []
        for n in range(len(trace) - 1, -1, -1):
            if last[0]:
                chosen.append(n)
            last = trace[n][last]
        return frozenset(chosen)

    def _sound(self, price: float, needed: set[int], forced: Iterable[int]) -> frozenset[int]:
        """As :meth:`_best`, and everybody who is spoken of by surname has been introduced."""
        forced, banned = set(forced), set[int]()
        chosen = self._best(price, needed, forced, banned)
        for _ in range(6):
            missing = [(n, m) for n in sorted(chosen) for m in self._ties.met[n] if m not in chosen]
            if not missing:
                break
            for n, m in missing:
                if self._sections[m] in needed and m not in banned:
                    forced.add(m)
                elif n not in forced:
                    banned.add(n)
            chosen = self._best(price, needed, forced, banned)
        return chosen

    # -- the selection for a length ---------------------------------------------------------------

    def select(self, target: float, length: Callable[[frozenset[int]], float]) -> frozenset[int]:
        """The places of the sentences for an episode of ``target`` seconds.

        ``length`` tells the seconds of the whole episode made of a selection. Every section keeps its core; where
        that is too long, the sections that carry least are left out, one after the other.
        """
        needed, forced = self._necessary(target, length)
        self._forced = forced
        chosen = self._sound(DEAREST, needed, forced)
        best = chosen
        for _ in range(ROUNDS):
            miss = target - length(chosen)
            if abs(miss) < abs(target - length(best)):
                best = chosen
            if abs(miss) <= NEAR * target:
                break
            wanted = self._spoken(chosen) + miss
            found = self._at_length(wanted, needed, forced)
            if found == chosen:
                break
            chosen = found
        return self.adjust(best, target, length)

    def _necessary(
        self, target: float, length: Callable[[frozenset[int]], float]
    ) -> tuple[set[int], frozenset[int]]:
        """The sections that are kept, and the places of what is said in any case."""
        needed = set(range(len(self._article.sections)))
        while True:
            for room in ROOMS:
                ends = self._ends(target, room)
                forced = ends | {n for section in needed for n in self._core(section, ends, room)}
                chosen = self._sound(DEAREST, needed, forced)
                if length(chosen) <= target * (1 + NEAR):
                    return needed, forced
            spare = [section for section in needed if 0 < section < len(self._article.sections) - 1]
            if not spare:
                return needed, forced
            needed.remove(min(spare, key=lambda section: (self._carries(section), section)))

    def adjust(
        self, chosen: frozenset[int], target: float, length: Callable[[frozenset[int]], float]
    ) -> frozenset[int]:
        """The selection with single sentences (and what they are tied to) more or less, nearest to ``target``."""
        seen = {chosen}
        best = chosen
        for _ in range(MOVES):
            miss = target - length(chosen)
            if abs(miss) < abs(target - length(best)):
                best = chosen
            if abs(miss) <= NEAR * target:
                break
            moves = [move for move in self._moves(chosen) if move not in seen]
            if not moves:
                break
            before = self._score(chosen)
            chosen = min(
                moves,
                key=lambda m: (
                    abs(miss - self._spoken(m) + self._spoken(chosen))
                    + WORTH_IN_SECONDS * max(0.0, before - self._score(m)),
                    sorted(m),
                ),
            )
            seen.add(chosen)
        return best if abs(target - length(best)) <= abs(target - length(chosen)) else chosen

    def _at_length(self, wanted: float, needed: set[int], forced: Iterable[int]) -> frozenset[int]:
        """The selection whose own seconds come nearest to ``wanted``; no section has far more of it than its share."""
        self._loads = [1.0] * len(self._loads)
        chosen = self._at_price(wanted, needed, forced)
        share = {section: self._share(section, chosen) for section in needed}
        mean = sum(share.values()) / len(share)
        self._loads = [(share.get(n, mean) / mean) ** EVEN for n in range(len(self._loads))]
        return self._at_price(wanted, needed, forced)

    def _share(self, section: int, chosen: frozenset[int]) -> float:
        """How much of a section is kept, 0 to 1."""
        places = [n for n, of in enumerate(self._sections) if of == section]
        return self._spoken(chosen.intersection(places)) / self._spoken(places)

    def _at_price(self, wanted: float, needed: set[int], forced: Iterable[int]) -> frozenset[int]:
        """… by halving the price of a second."""
        low, high = 0.0, DEAREST
        best, near = frozenset[int](), inf
        for _ in range(HALVINGS):
            price = (low + high) / 2
            chosen = self._sound(price, needed, forced)
            seconds = self._spoken(chosen)
            if abs(seconds - wanted) < near:
                best, near = chosen, abs(seconds - wanted)
            low, high = (price, high) if seconds > wanted else (low, price)
        return best

    def _spoken(self, chosen: Iterable[int]) -> float:
        return sum(self._costs.seconds[n] for n in sorted(chosen))

    def _score(self, chosen: frozenset[int]) -> float:
        """What a selection is worth, its jumps taken off."""
        score = 0.0
        for n in range(len(self._sentences)):
            if n in chosen:
                score += self._costs.worth[n] - (0.0 if n - 1 in chosen or n == 0 else self._costs.begin[n])
            elif n - 1 in chosen:
                score -= self._costs.stop[n - 1]
        return score

    def _ends(self, target: float, room: _Room) -> frozenset[int]:
        """The scene that opens the article, or its first words, and the end that closes it, where there is room."""
        plan = plan_of(self._article, self._article.language)
        count = len(self._sentences)
        scene, end = range(len(plan.scene) or 1), range(count - len(plan.end), count)
        if self._spoken(scene) > room.scene * target:
            closed = [n for n in range(1, len(scene)) if self._closed(0, n) and self._words(n) >= SCENE_WORDS]
            scene = range(closed[0] if closed else len(scene))
        if self._spoken(end) > room.end * target:
            end = range(0)
        return frozenset([*scene, *end])

    def _words(self, count: int) -> int:
        return sum(len(sentence.text.split()) for sentence in self._sentences[:count])

    def _closed(self, start: int, stop: int) -> bool:
        """Whether the sentences from ``start`` to before ``stop`` are tied to nothing outside."""
        return not self._ties.back[start] and not self._ties.on[stop - 1]

    def _core(self, section: int, ends: frozenset[int], room: _Room) -> list[int]:
        """The places of the section's best run of sentences, or of the shortest where all are too long."""
        places = [n for n, of in enumerate(self._sections) if of == section and n not in ends]
        if section == 0 and self._spoken(places) < room.least:
            return []
        runs = [range(a, b + 1) for a in places for b in places if a <= b and self._closed(a, b + 1)]
        within = [run for run in runs if room.least <= self._spoken(run) <= room.most]
        if within:
            best = max(within, key=lambda run: (self._density(run), -run.start, run.stop))
            return list(best)
        if section == 0:
            return []
        return list(
            min(runs, key=lambda run: (self._spoken(run) < room.least, self._spoken(run)), default=places)
        )

    def _density(self, run: range) -> float:
        worth = sum(self._costs.worth[n] for n in run) - 2 * self._costs.begin[run.start]
        return (worth - self._costs.stop[run.stop - 1]) / self._spoken(run)

    def _carries(self, section: int) -> float:
        """How much of the article's argument is in a section: what its best sentences are worth, and its size."""
        places = [n for n, of in enumerate(self._sections) if of == section]
        best = sorted((self._costs.worth[n] for n in places), reverse=True)[:BEST_SENTENCES]
        return sum(best) / BEST_SENTENCES * sqrt(self._spoken(places))

    def _moves(self, chosen: frozenset[int]) -> list[frozenset[int]]:
        """All selections with one sentence more or less, and what that one is tied to."""
        found = []
        sections = {self._sections[n] for n in chosen}
        for n in range(len(self._sentences)):
            if self._sections[n] not in sections:
                continue
            if n in chosen:
                move = chosen - self._needing(n, chosen)
                if self._forced & chosen <= move and {self._sections[m] for m in move} == sections:
                    found.append(move)
            else:
                found.append(chosen | self._needed(n))
        return found

    def _needed(self, n: int) -> frozenset[int]:
        """A sentence and all that must be said with it."""
        found: set[int] = set()
        todo = [n]
        while todo:
            place = todo.pop()
            if place in found:
                continue
            found.add(place)
            if self._ties.back[place]:
                todo.append(place - 1)
            if self._ties.on[place]:
                todo.append(place + 1)
            todo += self._ties.met[place]
        return frozenset(found)

    def _needing(self, n: int, chosen: frozenset[int]) -> frozenset[int]:
        """A sentence and all of ``chosen`` that cannot be said without it."""
        gone = {n}
        while True:
            more = {
                m
                for m in chosen - gone
                if (self._ties.back[m] and m - 1 in gone)
                or (self._ties.on[m] and m + 1 in gone)
                or any(met in gone for met in self._ties.met[m])
            }
            if not more:
                return frozenset(gone)
            gone |= more
