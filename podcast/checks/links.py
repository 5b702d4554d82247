"""Turns beside the sentences that they name: do these carry it, and which would?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.finding import Finding
from podcast.checks.gist import keys_of, likeness, strong
from podcast.checks.given import Given, Said
from podcast.checks.greetings import is_goodbye, is_greeting
from podcast.checks.links_past import states
from podcast.checks.talk import is_question, sentences, shown
from podcast.checks.weights import Weights, weights_of

__all__ = ["findings", "likely"]

CARRIES = 0.2
"""A turn that shares less of its worth than this with the sentences it names is carried by others, if there are any …"""
CARRIED = 0.4
"""… that share so much."""
LIKELY = 0.45
"""So much of a turn's worth in one or two sentences makes them the likeliest for a turn that names none."""
SUPPORTED = 0.6
"""So much of a statement's worth in the article means that the article says it, or something near."""
REACH = 2
"""So many sentences around those that a turn names may carry it, too: links are set by eye."""


def findings(given: Given) -> Iterator[Finding]:
    """``wrong-link``, ``unknown-sentence``, ``unlinked``, ``unsupported-statement``."""
    article = given.article
    if article is None:
        return
    known = {sentence.number for sentence in article.sentences}
    for said in given.said:
        for number in said.turn.sentences:
            if number not in known:
                text = f"the article has no sentence s{number}; it ends with s{max(known, default=0)}"
                yield said.finding("unknown-sentence", "warning", text, "grounding")
    if article.language != given.language:
        return
    places = _Places(list(article.sentences), given.language, weights_of(article))
    for at, said in enumerate(given.said):
        if said.sentences:
            yield from _wrong(said, places)
        elif (
            not said.vouched
            and not is_greeting(said.text, given.show)
            and not is_goodbye(said.text, given.show)
        ):
            yield from _unlinked(given, at, places)


def likely(said: Said, places: _Places) -> tuple[Sentence, ...]:
    """The sentences that a turn without links most likely comes from, one or two; none where nothing fits."""
    keys = keys_of(said.text, places.language)
    if not strong(keys):
        return ()
    best = places.best(keys)
    return best.sentences if best.share >= LIKELY and best.met > 1 else ()


@dataclass(frozen=True, slots=True)
class _Best:
    sentences: tuple[Sentence, ...]
    share: float
    met: int
    """How many of the keys are there."""


class _Places:
    """The article's sentences by what they are about."""

    def __init__(self, every: Sequence[Sentence], language: str, weights: Weights) -> None:
        self.every, self.language, self._weights = every, language, weights
        self._keys = [keys_of(sentence.text, language) for sentence in every]

    def share(self, keys: frozenset[str], numbers: set[int]) -> float:
        """How much of the worth of keys the sentences of these numbers have together, 0 to 1."""
        theirs = frozenset(
            key
            for sentence, each in zip(self.every, self._keys, strict=True)
            if sentence.number in numbers
            for key in each
        )
        total = self._weights.total(keys)
        return self._weights.shared(keys, theirs) / total if total else 0.0

    def best(self, keys: frozenset[str]) -> _Best:
        """The sentence, or two after each other, that share the most; the one where two share hardly more."""
        total = self._weights.total(keys) or 1.0
        found = _Best((), 0.0, 0)
        for size, lead in ((1, 0.01), (2, 0.15)):
            for at in range(len(self.every) - size + 1):
                theirs = frozenset(key for each in self._keys[at : at + size] for key in each)
                share = self._weights.shared(keys, theirs) / total
                if share > found.share + lead:
                    met = sum(1 for key in keys if any(likeness(key, other) for other in theirs))
                    found = _Best(tuple(self.every[at : at + size]), share, met)
        return found


def _wrong(said: Said, places: _Places) -> Iterator[Finding]:
    keys = keys_of(said.text, places.language)
    if len(keys) < 2 or all(is_question(sentence) for sentence in sentences(said.text)):
        return
    named = {sentence.number for sentence in said.sentences}
    around = {n + d for n in named for d in range(-REACH, REACH + 1)}
    if places.share(keys, around) >= CARRIES:
        return
    best = places.best(keys)
    if best.share >= CARRIED and best.met > 1:
        text = f"{_ids(said.sentences)} does not carry this; {_ids(best.sentences)} would"
        yield said.finding("wrong-link", "note" if said.vouched else "warning", text, "grounding")


def _unlinked(given: Given, at: int, places: _Places) -> Iterator[Finding]:
    said = given.said[at]
    if found := likely(said, places):
        text = f"names no sentence of the article; {_ids(found)} is the likeliest"
        yield said.finding("unlinked", "note", text, "grounding")
    headings = [keys_of(line, given.language) for line in given.own_words.splitlines()]
    for sentence in sentences(said.text):
        keys = keys_of(sentence, given.language)
        if any(len(heading) > 1 and heading <= keys for heading in headings):
            continue  # announces a section by its heading
        if not keys or not states(sentence, given.language):
            continue
        if places.best(keys).share < SUPPORTED:
            text = f"“{shown(sentence, 8)}” is told as a fact; nothing in the article says it"
            yield said.finding("unsupported-statement", "warning", text, "grounding", sentence)


def _ids(found: Sequence[Sentence]) -> str:
    return f"s{found[0].number}" if len(found) == 1 else f"s{found[0].number}-s{found[-1].number}"
