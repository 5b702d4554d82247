"""How much a shared word says: a name or a figure that stands once in the article says where a thought comes from."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable

from podcast.article import Article
from podcast.checks.keys import keys_of, likeness

__all__ = ["Weights", "weights_of"]

UNKNOWN_AS = 3
"""A word that the article does not have weighs as one in so many of its sentences: a paraphrase is no proof."""
SMALL = 0.5
"""What a number up to twelve weighs that the article does not have: hosts count ("alle drei", "the two of them")."""
_SMALL = frozenset(f"#{number}" for number in range(13))


class Weights:
    """The worth of keys in one article: the rarer a key, the more it says (inverse document frequency)."""

    def __init__(self, article: Article) -> None:
        every = list(article.sentences)
        self._count = len(every)
        self._in = Counter(key for sentence in every for key in keys_of(sentence.text, article.language))

    def of(self, key: str) -> float:
        """A key's worth, 0.7 for one in every sentence and up."""
        if key not in self._in and key in _SMALL:
            return SMALL
        return math.log(1 + self._count / (self._in[key] or UNKNOWN_AS))

    def total(self, keys: Iterable[str]) -> float:
        """The worth of all keys."""
        return sum(self.of(key) for key in keys)

    def shared(self, keys: Iterable[str], others: frozenset[str]) -> float:
        """The worth of those keys that the others have as well, the same or a part."""
        if not others:
            return 0.0
        return sum(self.of(key) * max(likeness(key, other) for other in others) for key in keys)


@functools.lru_cache(maxsize=8)
def weights_of(article: Article) -> Weights:
    """The weights of an article's words."""
    return Weights(article)
