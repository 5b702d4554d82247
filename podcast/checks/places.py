"""Where in an article something is said: the sentences that share most with a text."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Article, Sentence
from podcast.checks.keys import keys_of, likeness
from podcast.checks.weights import Weights, weights_of

__all__ = ["Best", "Places", "places_of"]

LIKELY = 0.45
"""So much of a text's worth in one or two sentences makes them the likeliest that it comes from."""
MIN_MET = 2
"""So many keys of it must be there: one is a word that happens to stand in both."""


@dataclass(frozen=True, slots=True)
class Best:
    """Sentences, and how much of the worth of what was looked for they have, 0 to 1."""

    sentences: tuple[Sentence, ...]
    share: float
    met: int
    """How many of the keys are there."""


class Places:
    """The article's sentences by what they are about."""

    def __init__(self, every: Sequence[Sentence], language: str, weights: Weights) -> None:
        self.every, self.language, self._weights = every, language, weights
        self._keys = [keys_of(sentence.text, language) for sentence in every]
        self._at: dict[str, list[int]] = {}
        for at, keys in enumerate(self._keys):
            for key in keys:
                self._at.setdefault(key, []).append(at)

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

    def best(self, keys: frozenset[str]) -> Best:
        """The sentence, or two after each other, that share the most; the one where two share hardly more."""
        total = self._weights.total(keys) or 1.0
        worth = self._worth(keys)
        found = Best((), 0.0, 0)
        for size, lead in ((1, 0.01), (2, 0.15)):
            for at in range(len(self.every) - size + 1):
                met: dict[str, float] = {}
                for each in worth[at : at + size]:
                    met |= {key: max(value, met.get(key, 0.0)) for key, value in each.items()}
                share = sum(met.values()) / total
                if share > found.share + lead:
                    found = Best(tuple(self.every[at : at + size]), share, len(met))
        return found

    def _worth(self, keys: frozenset[str]) -> list[dict[str, float]]:
        """What each sentence has of the worth of each key."""
        worth: list[dict[str, float]] = [{} for _ in self.every]
        for key in keys:
            weight = self._weights.of(key)
            for other, places in self._at.items():
                if alike := likeness(key, other):
                    for at in places:
                        worth[at][key] = max(worth[at].get(key, 0.0), weight * alike)
        return worth

    def likely(self, text: str) -> tuple[Sentence, ...]:
        """The sentences that a text most likely comes from, one or two; none where nothing fits."""
        keys = keys_of(text, self.language)
        best = self.best(keys)
        return best.sentences if best.share >= LIKELY and best.met >= MIN_MET else ()


@functools.lru_cache(maxsize=8)
def places_of(article: Article) -> Places:
    """The places of an article."""
    return Places(list(article.sentences), article.language, weights_of(article))
