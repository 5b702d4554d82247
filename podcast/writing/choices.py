"""What each sentence of an article is worth in an episode and what it costs, and the best choice at a price.

Every sentence has a worth (what it shares with the whole article, what it does in the argument) and costs its
seconds; a jump inside a paragraph costs some worth, a jump that tears a tie (ties.py) more than any sentence has.
At a given price of a second the best choice is found exactly, from left to right (Viterbi). So what is chosen
are runs of sentences, and never a pronoun without its noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt

from podcast.article import Article
from podcast.writing.beats import whole
from podcast.writing.centre import Centre
from podcast.writing.ties import ties_of

__all__ = ["Choice", "Choices"]

Choice = frozenset[int]
"""The places of the chosen sentences in the article, from 0."""

TORN = 60.0
"""What a torn tie costs: more than any few sentences are worth (a sentence is worth 1 to 4)."""

JUMP_INTO_PARAGRAPH, JUMP_TO_PARAGRAPH = 4.0, 0.5
"""What it costs to go on, after a gap, inside a paragraph or with a new one."""

LEFT_EARLY, LEFT_AT_ONCE = 0.3, 1.6
"""What it costs to leave a paragraph before its end, and right behind its first sentence, which says its subject."""

LEANING_SECTION = 2.0
"""What it costs to begin a section, after a gap, with a sentence that leans on the one before: the heading helps."""

ARGUING = 1.3
"""So much more are sentences worth that claim, conclude, correct, ask, or give a reason."""
ARGUMENTS = frozenset({"claim", "conclusion", "consequence", "reason", "turn", "question"})
CORRECTING = {"sondern", "statt", "rather", "instead"}

ON_HEADING = 0.7
"""What a sentence is worth beside that speaks of what its section's heading announces."""

SECTION_OPENS, PARAGRAPH_OPENS, PARAGRAPH_ENDS, LAST_WORD = 1.2, 0.5, 0.2, 2.0
"""What a sentence is worth beside, for its place: the first ones say what it is about, the last ones the point."""

ORDINARY_S = 6.0
"""Seconds of an ordinary sentence: worth grows with the root of the length."""

INTRODUCTIONS = 6
"""Rounds in which whoever is spoken of is introduced."""

_State = tuple[bool, bool]
"""Whether the last sentence is chosen, and whether any of its section is."""


class Choices:
    """All choices from one article. ``seconds`` are those of each sentence, spoken, in their order.

    ``sections`` are, by a sentence's place, the places of the sections.
    """

    def __init__(self, article: Article, seconds: Sequence[float]) -> None:
        self.sentences = list(article.sentences)
        self.sections = [n for n, section in enumerate(article.sections) for _ in section.sentences]
        self._seconds = tuple(seconds)
        ties = ties_of(article)
        count = len(self.sentences)
        starts = {n for n in range(count) if n == 0 or self.sections[n] != self.sections[n - 1]}
        self._ties = replace(ties, back=tuple(back and n not in starts for n, back in enumerate(ties.back)))
        centre = Centre(article)
        self.worth, self._begin, self._stop = [0.0] * count, [0.0] * count, [0.0] * count
        for n, sentence in enumerate(self.sentences):
            opens, ends = self.opens(n), n == count - 1 or self.opens(n + 1)
            beat = whole(sentence, article.language)
            corrects = any(word.text.lower() in CORRECTING for word in beat.all_words)
            worth = centre.weight(sentence.text) * sqrt(seconds[n] / ORDINARY_S)
            worth *= ARGUING if corrects or beat.does & ARGUMENTS else 1.0
            heading = article.sections[self.sections[n]].heading
            worth += ON_HEADING * (centre.similar(heading, sentence.text) > 0)
            worth += SECTION_OPENS * (n in starts) + PARAGRAPH_OPENS * opens
            self.worth[n] = worth + PARAGRAPH_ENDS * ends + LAST_WORD * (n == count - 1)
            if n in starts:
                self._begin[n] = LEANING_SECTION * ties.back[n]
            else:
                jump = JUMP_TO_PARAGRAPH if opens else JUMP_INTO_PARAGRAPH
                self._begin[n] = jump + TORN * self._ties.back[n]
            left = 0.0 if ends else LEFT_AT_ONCE if opens else LEFT_EARLY
            self._stop[n] = left + TORN * self._ties.on[n]

    # -- of a choice ------------------------------------------------------------------------------

    def seconds(self, chosen: Iterable[int]) -> float:
        """How long the chosen sentences take by themselves."""
        return sum(self._seconds[n] for n in sorted(chosen))

    def score(self, chosen: Choice) -> float:
        """What a choice is worth, its jumps taken off."""
        score = 0.0
        for n in range(len(self.sentences)):
            if n in chosen:
                score += self.worth[n] - (0.0 if n - 1 in chosen or n == 0 else self._begin[n])
            elif n - 1 in chosen:
                score -= self._stop[n - 1]
        return score

    def density(self, run: range) -> float:
        """What a run of sentences that stands alone is worth, by the second."""
        worth = sum(self.worth[n] for n in run) - 2 * self._begin[run.start] - self._stop[run.stop - 1]
        return worth / self.seconds(run)

    def is_closed(self, run: range) -> bool:
        """Whether a run of sentences is tied to nothing before and behind it."""
        return not self._ties.back[run.start] and not self._ties.on[run.stop - 1]

    def place_of(self, section: int) -> list[int]:
        """The places of a section's sentences."""
        return [n for n, of in enumerate(self.sections) if of == section]

    def opens(self, n: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return n == 0 or self.sentences[n - 1].paragraph != self.sentences[n].paragraph

    def paragraph_of(self, n: int) -> tuple[range, range]:
        """The places from a sentence's paragraph's first to it, and from it to the paragraph's last."""
        first = last = n
        while not self.opens(first):
            first -= 1
        while last + 1 < len(self.sentences) and not self.opens(last + 1):
            last += 1
        return range(first, n + 1), range(n, last + 1)

    # -- one sentence more or less ----------------------------------------------------------------

    def needed_by(self, n: int) -> Choice:
        """A sentence and all that must be said with it."""
        found: set[int] = set()
        todo = [n]
        while todo:
            place = todo.pop()
            if place not in found:
                found.add(place)
                todo += [place - 1] * self._ties.back[place] + [place + 1] * self._ties.on[place]
                todo += self._ties.met[place]
        return frozenset(found)

    def needing(self, n: int, chosen: Choice) -> Choice:
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

    # -- the best choice --------------------------------------------------------------------------

    def best(
        self, price: float, needed: set[int], forced: Iterable[int], loads: Sequence[float] = ()
    ) -> Choice:
        """The best choice where a second costs ``price``, in which everybody spoken of by surname is introduced.

        Each of the ``needed`` sections has a sentence in it, no other section has; ``forced`` are chosen, where that
        is possible at all. ``loads`` are factors of the price, by section.
        """
        prices = [price * (loads[section] if loads else 1.0) for section in self.sections]
        wanted, banned = set(forced), set[int]()
        chosen = self._at(prices, needed, wanted, banned)
        for _ in range(INTRODUCTIONS):
            missing = [(n, m) for n in sorted(chosen) for m in self._ties.met[n] if m not in chosen]
            if not missing:
                break
            for n, m in missing:
                if self.sections[m] in needed and m not in banned:
                    wanted.add(m)
                elif n not in wanted:
                    banned.add(n)
            chosen = self._at(prices, needed, wanted, banned)
        return chosen

    def _at(self, prices: Sequence[float], needed: set[int], forced: set[int], banned: set[int]) -> Choice:
        states: dict[_State, float] = {(False, True): 0.0}
        trace: list[dict[_State, _State]] = []
        for n, section in enumerate(self.sections):
            new = n == 0 or section != self.sections[n - 1]
            worth = self.worth[n] - prices[n] * self._seconds[n]
            worth -= 2 * TORN * (n in banned or section not in needed)
            empty = TORN * (new and n > 0 and self.sections[n - 1] in needed)
            found: dict[_State, float] = {}
            came: dict[_State, _State] = {}
            for (going, filled), score in states.items():
                before = score - (0.0 if filled else empty)
                for chosen in (False, True):
                    if chosen:
                        value = before + worth - (0.0 if going else self._begin[n])
                    else:
                        value = before - (self._stop[n - 1] if going else 0.0) - 2 * TORN * (n in forced)
                    after = (chosen, chosen or (filled and not new))
                    if after not in found or value > found[after]:
                        found[after], came[after] = value, (going, filled)
            trace.append(came)
            states = found
        last = max(states, key=lambda state: (states[state] - TORN * (not state[1]), state))
        places = []
        for n in range(len(trace) - 1, -1, -1):
            if last[0]:
                places.append(n)
            last = trace[n][last]
        return frozenset(places)
