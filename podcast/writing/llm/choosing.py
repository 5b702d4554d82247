"""Which sentences the offline writer says of a part that has to be shorter, or beside what the model has said."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from podcast.article import Article, Section, Sentence
from podcast.writing.choices import Choices

__all__ = ["Chooser"]

SECONDS_PER_WORD = 0.45
"""An ordinary pace: choices are weighed by the second, and here only against each other."""
DEAREST = 1.2
"""A second's price at which only what must be said is said: see ``podcast.writing.fitting``."""
HALVINGS = 12
CORE_WORDS = 45
"""What stands for a section that nobody else speaks of has at most so many words, where there is such a run."""


class Chooser:
    """Chooses from one article; sentences that hang together stay together."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._whole = _choices(article)
        self._known: dict[tuple[int, ...], tuple[Article, Choices]] = {}

    def best(self, sentences: Sequence[Sentence], words: int) -> list[Sentence]:
        """The best of some sentences, in their order, nearest to a number of words; of every section at least one."""
        if not sentences or sum(_size(sentence) for sentence in sentences) <= words:
            return list(sentences)
        some, choices = self._some(sentences)
        texts = list(some.sentences)
        needed = set(range(len(some.sections)))
        low, high = 0.0, DEAREST
        found: list[list[Sentence]] = []
        for _ in range(HALVINGS):
            price = (low + high) / 2
            found.append([texts[place] for place in sorted(choices.best(price, needed, ()))])
            low, high = (price, high) if sum(map(_size, found[-1])) > words else (low, price)
        if fewer := [chosen for chosen in found if sum(map(_size, chosen)) < words]:
            found.append(self._filled(max(fewer, key=lambda chosen: sum(map(_size, chosen))), texts, words))
        return min(found, key=lambda chosen: abs(sum(map(_size, chosen)) - words))

    def _filled(self, chosen: Sequence[Sentence], of: Sequence[Sentence], words: int) -> list[Sentence]:
        """A choice with more of the same sentences: prices alone leave gaps of half a dozen."""
        numbers = {sentence.number for sentence in chosen}
        left = {sentence.number for sentence in of} - numbers
        numbers |= set(self.more(left, words - sum(map(_size, chosen)), said=numbers))
        return [sentence for sentence in of if sentence.number in numbers]

    def _some(self, sentences: Sequence[Sentence]) -> tuple[Article, Choices]:
        """Some of the article's sentences as an article of their own."""
        key = tuple(sentence.number for sentence in sentences)
        if key not in self._known:
            by_number = {sentence.number: sentence for sentence in sentences}
            sections = [
                Section(s.heading, tuple(by_number[n.number] for n in s.sentences if n.number in by_number))
                for s in self._article.sections
            ]
            some = replace(
                self._article, sections=tuple(section for section in sections if section.sentences)
            )
            self._known[key] = some, _choices(some)
        return self._known[key]

    def more(self, left: Collection[int], words: int, said: Collection[int] = ()) -> list[int]:
        """The numbers of sentences out of ``left``, the best first, in so many words.

        Each may be said alone, or leans on those that are ``said`` anyway.
        """
        taken: set[int] = set()
        count = 0
        runs = [run - set(said) for run in self._runs({*left, *said})]
        runs = [run for run in dict.fromkeys(runs) if run and self._words(run) <= words]
        for run in sorted(runs, key=lambda run: (-self._worth(run), min(run))):
            new = run - taken
            size = self._words(new)
            if new and count + size <= words:
                taken |= new
                count += size
        return sorted(taken)

    def core(self, section: int) -> list[int]:
        """The numbers of the sentences that stand for a section (from 0)."""
        numbers = {sentence.number for sentence in self._article.sections[section].sentences}
        runs = self._runs(numbers)
        short = [run for run in runs if self._words(run) <= CORE_WORDS] or runs
        best = max(short, key=lambda run: (self._worth(run), -min(run)), default=frozenset({min(numbers)}))
        return sorted(best)

    def _runs(self, numbers: Collection[int]) -> list[frozenset[int]]:
        """For each of some sentences all that must be said with it, where that is among them."""
        places = {sentence.number: place for place, sentence in enumerate(self._whole.sentences)}
        runs = [
            frozenset(self._whole.sentences[place].number for place in self._whole.needed_by(places[number]))
            for number in sorted(numbers)
        ]
        return [run for run in dict.fromkeys(runs) if run <= set(numbers)]

    def _worth(self, numbers: Collection[int]) -> float:
        """What some sentences are worth, on average."""
        found = [
            worth
            for sentence, worth in zip(self._whole.sentences, self._whole.worth, strict=True)
            if sentence.number in numbers
        ]
        return sum(found) / max(1, len(found))

    def _words(self, numbers: Collection[int]) -> int:
        return sum(_size(sentence) for sentence in self._whole.sentences if sentence.number in numbers)


def _size(sentence: Sentence) -> int:
    return len(sentence.text.split())


def _choices(article: Article) -> Choices:
    return Choices(article, [SECONDS_PER_WORD * _size(sentence) for sentence in article.sentences])
