"""Which sentences of an article carry it: for the length that was asked for, and for what to remember.

A sentence counts for what it shares with the rest of the article (the frequency of its nouns and names), as in
the centroid method of text summarisation (Radev et al. 2004); sentences that lean on another are not chosen alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import log

from podcast.article import Article, Section, Sentence
from podcast.writing.beats import beats_of
from podcast.writing.grammar import words_of

__all__ = ["Centre"]

TAKEAWAY_WORDS = (7, 24)
"""A sentence to remember is said in one breath."""


UNCLEAR = {
    "de": {"er", "sie", "es", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer", "sein", "seine",
           "seinen", "seinem", "seiner", "ihnen", "dies", "diese", "dieser", "dieses", "diesem", "diesen",
           "dabei", "damit", "dafür",
           "damals", "dort", "beide", "beides", "schien", "scheint", "könnte", "wäre", "hätte", "würde", "könnten",
           "wären", "hätten", "würden", "sei", "seien"},
    "en": {"he", "she", "it", "they", "him", "her", "his", "their", "its", "them", "this", "these", "those", "there",
           "both", "seemed", "would", "could", "might"},
}  # fmt: skip


CLEAR_PRONOUNS = {
    "man",
    "niemand",
    "alle",
    "jeder",
    "nichts",
    "alles",
    "nobody",
    "everybody",
    "nothing",
    "all",
}


class Centre:
    """The weights of one article's words and sentences."""

    def __init__(self, article: Article) -> None:
        self._language = article.language
        self._counts = Counter(
            lemma for sentence in article.sentences for lemma in set(self._content(sentence.text))
        )

    def _content(self, text: str) -> list[str]:
        return [word.lemma for word in words_of(text, self._language) if word.kind in {"noun", "name"}]

    def weight(self, sentence: Sentence) -> float:
        """How much of the article's subject is in a sentence: above 0, usually below 3; long ones do not win."""
        content = set(self._content(sentence.text))
        if not content:
            return 0.0
        shared: float = sum(log(1 + self._counts[lemma]) for lemma in content)
        return shared / float((len(content) + 1) ** 0.7)

    def similar(self, one: Sentence, other: Sentence) -> float:
        """Share of common content words, 0 to 1."""
        a, b = set(self._content(one.text)), set(self._content(other.text))
        return len(a & b) / max(1, min(len(a), len(b)))

    def clear(self, sentence: Sentence) -> bool:
        """Whether a sentence is understood alone: a plain statement without a pronoun or a quotation."""
        beats = beats_of([sentence], self._language)
        does = set().union(*(beat.does for beat in beats))
        words = words_of(sentence.text, self._language)
        # What only seemed so, or would be so, is not what to take along.
        return (
            not any(beat.leans for beat in beats)
            and not does & {"question", "example", "next", "reason", "item"}
            and sentence.text.endswith(".")
            and not set('„“»«":;()–') & set(sentence.text)
            and words[0].kind != "conjunction"
            and not any(
                word.text.lower() in UNCLEAR[self._language]
                or (word.kind == "pronoun" and word.text.lower() not in CLEAR_PRONOUNS)
                for word in words
            )
        )

    def _worth(self, sentence: Sentence) -> float:
        """The weight of a sentence to remember: what something is like counts more than when and how many."""
        does = beats_of([sentence], self._language)[0].does
        numbers = sum(word.kind == "number" for word in words_of(sentence.text, self._language))
        return self.weight(sentence) * (1.5 if "claim" in does else 1.0) * 0.7**numbers

    def _fits(self, sentence: Sentence) -> bool:
        low, high = TAKEAWAY_WORDS
        return low <= len(sentence.text.split()) <= high and self.clear(sentence)

    def takeaways(self, sections: Sequence[Section], many: int, without: set[int]) -> list[Sentence]:
        """At most ``many`` sentences to remember, each from another section, in the article's order."""
        best: list[tuple[float, Sentence]] = []
        for section in sections:
            able = [s for s in section.sentences if s.number not in without and self._fits(s)]
            if able:
                top = max(able, key=lambda s: (self._worth(s), -s.number))
                best.append((self._worth(top), top))
        chosen: list[Sentence] = []
        for _, sentence in sorted(best, key=lambda pair: (-pair[0], pair[1].number)):
            if len(chosen) < many and all(self.similar(sentence, other) < 0.5 for other in chosen):
                chosen.append(sentence)
        return sorted(chosen, key=lambda s: s.number)

    def shorten(self, article: Article, words: int) -> Article:
        """The article with its best sentences only, at most ``words`` words; every section keeps its best.

        A sentence that leans on the one before it stays only together with that one; a question only together
        with its answer. Numbers stay as they are.
        """
        groups = [group for section in article.sections for group in self._groups(section)]
        size = {id(group): sum(len(s.text.split()) for s in group) for group in groups}
        rank = sorted(groups, key=lambda g: (-sum(self.weight(s) for s in g) / len(g), g[0].number))
        first = [self._groups(section)[0][0].number for section in article.sections]
        rank.sort(key=lambda g: g[0].number not in {first[0]})
        kept: set[int] = set()
        total = 0
        seen: set[int] = set()
        home = {s.number: index for index, section in enumerate(article.sections) for s in section.sentences}
        # Each section's best group first, so that no chapter is lost; then the best of all the rest.
        heads = [g for g in rank if home[g[0].number] not in seen and not seen.add(home[g[0].number])]  # type: ignore[func-returns-value]
        for group in [*heads, *(g for g in rank if all(g is not head for head in heads))]:
            if total + size[id(group)] <= words or not kept:
                kept |= {s.number for s in group}
                total += size[id(group)]
        sections = tuple(
            Section(section.heading, tuple(s for s in section.sentences if s.number in kept))
            for section in article.sections
        )
        return replace(article, sections=tuple(section for section in sections if section.sentences))

    def _groups(self, section: Section) -> list[list[Sentence]]:
        """The section's sentences in runs that must stay together."""
        groups: list[list[Sentence]] = []
        question = False
        for sentence in section.sentences:
            beat = beats_of([sentence], self._language)[0]
            if groups and (beat.leans or question):
                groups[-1].append(sentence)
            else:
                groups.append([sentence])
            question = "question" in beat.does
        return groups
