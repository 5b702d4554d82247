"""The article as a run of words, to look up what a turn quotes from it."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from podcast.checks.given import Given
from podcast.checks.quote_marks import quotations
from podcast.checks.spelling import forms, letters

__all__ = ["Place", "QuotedText", "words_in"]

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"…|\.\.\.|\[…\]|\[\.\.\.\]")
_NUMBER = re.compile(
    r"\d+|(?:null|ein|eine|einen|eins|zwei|zwo|drei|vier|fünf|sechs|sech|sieb|sieben|acht|neun|zehn|elf|zwölf|und|zwanzig|"
    r"dreißig|zig|ßig|hundert|tausend)+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_LEAST_STEM = 4
"""Letters of a word that may differ from the article's by its ending ("leere Gesten", "leeren Gesten")."""
_PREFIX = 5
"""Letters that two words must share to be of one family ("Dauerrede", "Dauerredner")."""
_WIDER = 2
"""A passage that a quotation may be an altered form of has at most so many words more or less."""
_TRIED = 6
"""So many places with the most words in common are compared in full."""


def words_in(text: str) -> list[str]:
    """The words of a text, folded: no case, no accents, no marks."""
    return [letters(word) for word in _WORD.findall(text)]


def _agree(one: str, other: str) -> bool:
    """Whether two words of one stem are one: a figure and its word may be, two figures that differ are not."""
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return one == other or one.isdigit() != other.isdigit()
    return True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in the article: from one sentence to another (0 for headings), and its wording there."""

    first: int
    last: int
    text: str


class QuotedText:
    """All that may be quoted: the article's sentences, its headings and title, the show's own words."""

    def __init__(self, given: Given) -> None:
        self._language = given.article.language if given.article else given.language
        self._words: list[str] = []
        self._shown: list[str] = []
        self._numbers: list[int] = []
        sentences = [(s.number, s.text) for s in given.article.sentences] if given.article else []
        own = [(0, line) for line in given.own_words.split("\n")]
        # Once more what stands between marks alone: a quotation that "he said" interrupts is one.
        quoted = [
            (n, text[q.start : q.end]) for n, text in sentences for q in quotations(text, self._language)
        ]
        for number, text in [*sentences, *own, *quoted]:
            for found in _WORD.finditer(text):
                self._words.append(letters(found[0]))
                self._shown.append(found[0])
                self._numbers.append(number)
        self._texts = dict(sentences)
        self._stems = [self._stem(word) for word in self._words]
        self._at: dict[str, list[int]] = {}
        for at, stem in enumerate(self._stems):
            self._at.setdefault(stem, []).append(at)

    def _stem(self, word: str) -> str:
        """The word without its ending, so that "leere Gesten" are "leeren Gesten"; English keeps its endings."""
        if self._language == "en" or len(word) < _LEAST_STEM:
            return "#" if _NUMBER.fullmatch(word) else word
        return "#" if _NUMBER.fullmatch(word) else min(forms(word, "de"), key=len)

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(word[:_PREFIX] for word in self._words if len(word) >= _PREFIX)

    def has_word(self, word: str) -> bool:
        """Whether a word stands in the article in whatever form, or one of its family does."""
        low = letters(word)
        return self._stem(low) in self._at or (len(low) >= _PREFIX and low[:_PREFIX] in self._heads)

    def find(self, quoted: str) -> Place | None:
        """Where a quotation stands word for word; its parts around "…" need only stand in this order."""
        places: list[tuple[int, int]] = []
        at = 0
        for part in _GAP.split(quoted):
            words = words_in(part)
            if not words:
                continue
            start = self._run(words, at)
            if start is None:
                start = self._run(words, 0)
            if start is None:
                return None
            places.append((start, start + len(words)))
            at = start + len(words)
        return self._place(places[0][0], places[-1][1]) if places else None

    def _run(self, words: Sequence[str], least: int) -> int | None:
        """The first place from ``least`` at which these words stand in a row."""
        stems = [self._stem(word) for word in words]
        for start in self._at.get(stems[0], ()):
            if start >= least and self._stems[start : start + len(stems)] == stems:
                end = start + len(stems)
                if all(map(_agree, words, self._words[start:end])):
                    return start
        return None

    def near(self, quoted: str, least: float) -> Place | None:
        """The passage that a quotation is most like, at least ``least`` (difflib's ratio, 0 to 1)."""
        stems = [self._stem(word) for word in words_in(quoted)]
        votes: Counter[int] = Counter()
        for offset, stem in enumerate(stems):
            for at in self._at.get(stem, ()):
                votes[max(0, at - offset)] += 1
        best, place = 0.0, None
        for start, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_TRIED]:
            for size in range(max(1, len(stems) - _WIDER), len(stems) + _WIDER + 1):
                passage = self._stems[start : start + size]
                ratio = difflib.SequenceMatcher(None, stems, passage, autojunk=False).ratio()
                if ratio >= least and ratio > best:
                    best, place = ratio, (start, start + max(len(passage), len(stems)))
        return self._place(*place) if place else None

    def _place(self, start: int, end: int) -> Place:
        numbers = [number for number in self._numbers[start:end] if number]
        text = " ".join(self._shown[start:end])
        return Place(min(numbers, default=0), max(numbers, default=0), text)
