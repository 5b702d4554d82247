"""Does a turn in the article's words stop where the article goes on, and nobody says the rest? Pure."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.keys import keys_of, likeness
from podcast.checks.polarity import clause_words, clauses_of
from podcast.checks.talk import is_question, sentences, tagged, tokens
from podcast.checks.verbatim import Telling, tellings, words_at

__all__ = ["Left", "left"]

MOSTLY = 0.85
"""So much of the last sentence must be the article's words before its end is looked for there."""
LEAST_WORDS = 6
"""A shorter sentence is only looked at where it is the beginning of the article's, and has no verb."""
SAID = 0.5
"""So much of the rest said near by is enough."""
LIKE = 5
"""Letters that forms of one word have in common ("gehören", "gehört")."""
FEW = 3
"""A word or two that are missing may stand near by by chance ("ein")."""
UNTOLD = 0.15
"""Of a sentence that a turn names and does not tell, not more than this is said near by."""


@dataclass(frozen=True, slots=True)
class Left:
    """What the article has behind the turn's last words, and the sentence that it stands in ("s4")."""

    where: str
    words: str


def left(
    text: str, named: Sequence[Sentence], near: str, language: str, others: AbstractSet[int] = frozenset()
) -> Left | None:
    """What is left of the sentences that a turn names. ``near``: what is said in it and in the turns beside it.

    ``others`` are the numbers of the sentences that other turns name.
    """
    parts = sentences(text)
    if not named or not parts or is_question(parts[-1]):
        return None
    last = parts[-1]
    told = tellings(text, named, language)
    ending = told[-1] if told and told[-1].said == last else None
    if found := _stops(last, ending, named, language):
        around = {word.casefold() for word in tokens(near)}
        missing = tokens(found.words)
        own = {word.casefold() for word in tokens(last)}
        nouns = {word for word in tokens(text) if word[:1].isupper()}
        begun = {word[:LIKE] for word in own if len(word) >= LIKE}
        here = [w.casefold() in own or w in nouns or w.casefold()[:LIKE] in begun for w in missing]
        if len(missing) == 1 and missing[0].islower() and _is_whole(last, language):
            return None  # "Die zählen zu den größten der Welt", where the article has "…, die zu … gehören"
        if len(missing) < FEW and not all(here):
            return found  # "14 Billionen Dollar … mehr als 36" lacks nothing
        if sum(word.casefold() in around for word in missing) <= SAID * len(missing):
            return found
        return None
    return None if named[-1].number in others else _untold(told, named, near, language)


def _is_whole(sentence: str, language: str) -> bool:
    """Whether a sentence is one clause that has its verb."""
    verb = any(word.kind == "verb" for word in tagged(sentence, language))
    return verb and len(clauses_of(sentence, language)) == 1


def _stops(last: str, ending: Telling | None, named: Sequence[Sentence], language: str) -> Left | None:
    """The last sentence stops in the middle of a clause of the article's."""
    if ending and ending.rest and ending.share >= MOSTLY and len(tokens(last)) >= LEAST_WORDS:
        first = tokens(ending.rest)[0].casefold()
        # a clause by itself may be left out
        return None if first in clause_words(language) else Left(f"s{ending.sentence.number}", ending.rest)
    begun = words_at(last.rsplit(": ", 1)[-1]).low
    whole = any(word.kind == "verb" for word in tagged(last, language))
    for sentence in named:
        theirs, at = words_at(sentence.text), len(begun)
        if 0 < at < len(theirs.low) and theirs.low[:at] == begun and not (whole and theirs.mark(at)):
            return Left(f"s{sentence.number}", theirs.between(at, len(theirs.low)))
    return None


def _untold(told: Sequence[Telling], named: Sequence[Sentence], near: str, language: str) -> Left | None:
    """The last sentence that a turn names, where it tells the others word by word and nobody tells that one."""
    last = named[-1]
    others = {each.sentence.number for each in told if each.share >= MOSTLY}
    if len(named) < 2 or last.number in others or not {each.number for each in named[:-1]} <= others:
        return None
    keys, said = keys_of(last.text, language), keys_of(near, language)
    met = sum(any(likeness(key, other) for other in said) for key in keys)
    return Left(f"s{last.number}", last.text) if len(keys) > 2 and met <= UNTOLD * len(keys) else None
