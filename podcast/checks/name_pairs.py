"""Who comes from where: "Wayne Morse aus Oregon" in the article, "Wayne Morse aus Alaska" in a turn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from podcast.article import Article, Sentence
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex

__all__ = ["Pairs"]

_FROM = re.compile(
    r",? ?(?:(?:ein|eine|der|die|who|a|an) )?(?:[a-zäöüß]+ )?(?:(?:kam|kommt|stammte?|came|comes|was|is|war|ist) )?"
    r"(?:aus|von|from|of) (?:dem |der |the |fernen |far-off )*"
)
"""What may stand between a person and the place that they are from."""


def _pairs(found: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    for one, two in itertools.pairwise(mention for mention in found if mention.sure):
        if (
            one.kind in {"person", "name"}
            and two.kind == "place"
            and _FROM.fullmatch(text[one.end : two.start])
        ):
            yield one, two


class Pairs:
    """The article's people with their places."""

    def __init__(self, article: Article, index: NameIndex) -> None:
        self._index = index
        self._told: list[tuple[Mention, Mention, Sentence]] = []
        self._together: list[set[str]] = []
        known = frozenset(index.names)
        for sentence in article.sentences:
            found = mentions(sentence.text, article.language, known)
            self._told += [(person, place, sentence) for person, place in _pairs(found, sentence.text)]
            self._together.append({key for mention in found for key in index.keys(mention)})

    def wrong(self, found: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention, Sentence]]:
        """A place (or a person) of a turn that the article gives to somebody else, what it has there, and where."""
        for person, place in _pairs(found, text):
            same = [told for told in self._told if self._index.share(told[0], person)]
            there = [told for told in self._told if self._index.share(told[1], place)]
            if any(told in same for told in there):
                continue
            apart = not self._ever_together(person, place)
            if same and (there or apart):
                yield place, same[0][1], same[0][2]
            elif there and apart:
                yield person, there[0][0], there[0][2]

    def _ever_together(self, person: Mention, place: Mention) -> bool:
        people, places = self._index.keys(person), self._index.keys(place)
        return any(people & keys and places & keys for keys in self._together)
