"""Which sentences of an article carry it: for the length that was asked for, and for what to remember.

A sentence counts for what it shares with the rest of the article (the frequency of its nouns and names), as in
the centroid method of text summarisation (Radev et al. 2004).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log

from podcast.article import Article, Section, Sentence
from podcast.grammar import words_of
from podcast.writing.ties import ties_of

__all__ = ["Centre"]


class Centre:
    """The weights of one article's words and sentences."""

    def __init__(self, article: Article) -> None:
        self._language = article.language
        self._counts = Counter(
            lemma for sentence in article.sentences for lemma in self._content(sentence.text)
        )

        self._ranked = [lemma for lemma, _ in self._counts.most_common()]

    def _content(self, text: str) -> list[str]:
        """The nouns and names of a text, each once, in their order.

        No set: its order hangs on the process, and with it the ranks of equals and the last digit of a sum.
        """
        words = words_of(text, self._language)
        return list(dict.fromkeys(word.lemma for word in words if word.kind in {"noun", "name"}))

    def weight(self, text: str) -> float:
        """How much of the article's subject is in a text: above 0, usually below 3; long ones do not win."""
        content = self._content(text)
        if not content:
            return 0.0
        shared: float = sum(log(1 + self._counts[lemma]) for lemma in content)
        return shared / float((len(content) + 1) ** 0.7)

    def is_about(self, text: str, many: int) -> bool:
        """Whether a text holds one of the article's ``many`` most frequent nouns and names."""
        return not set(self._ranked[:many]).isdisjoint(self._content(text))

    def similar(self, one: str, other: str) -> float:
        """Share of common content words of two texts, 0 to 1."""
        a, b = set(self._content(one)), set(self._content(other))
        return len(a & b) / max(1, min(len(a), len(b)))

    def shorten(self, article: Article, words: int) -> Article:
        """The article with its best sentences only, at most ``words`` words; every section keeps its best.

        What hangs together (ties.py) stays together. Numbers stay as they are. For a part of a script whose rest is
        written elsewhere; a whole script is brought to its length by ``fitting.py``.
        """
        groups = _groups(article)
        opening = groups[0][1]  # the beginning comes before all others, then the best
        groups.sort(key=lambda pair: (pair[1] is not opening, -self._mean(pair[1]), pair[1][0].number))
        # Each section's best first, so that no chapter is lost.
        heads: dict[int, list[Sentence]] = {}
        for index, group in groups:
            heads.setdefault(index, group)
        rest = [group for index, group in groups if group is not heads[index]]
        kept: set[int] = set()
        total = 0
        for group in [*heads.values(), *rest]:
            size = sum(len(sentence.text.split()) for sentence in group)
            if total + size <= words or not kept:
                kept |= {sentence.number for sentence in group}
                total += size
        sections = tuple(
            Section(section.heading, tuple(s for s in section.sentences if s.number in kept))
            for section in article.sections
        )
        return replace(article, sections=tuple(section for section in sections if section.sentences))

    def _mean(self, group: list[Sentence]) -> float:
        return sum(self.weight(sentence.text) for sentence in group) / len(group)


def _groups(article: Article) -> list[tuple[int, list[Sentence]]]:
    """The sentences in runs that must stay together, none over the end of a section, each with its section's place."""
    ties = ties_of(article)
    groups: list[tuple[int, list[Sentence]]] = []
    sections = [n for n, section in enumerate(article.sections) for _ in section.sentences]
    for n, (sentence, section) in enumerate(zip(article.sentences, sections, strict=True)):
        tied = n > 0 and (ties.back[n] or ties.on[n - 1]) and sections[n - 1] == section
        if tied:
            groups[-1][1].append(sentence)
        else:
            groups.append((section, [sentence]))
    return groups
