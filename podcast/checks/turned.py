"""Comparisons and directions that stand the other way round in the linked sentences: "fiel" for "stieg"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.keys import MIN_STEM
from podcast.checks.polarity import Clause, beginnings, clauses_of, keys_in
from podcast.checks.tables import lines
from podcast.checks.weights import Weights, weights_of

__all__ = ["findings"]

LEAST_SHARE = 0.3
"""So much of what else a clause says must stand in the article's sentence."""

LEAST_LETTERS = 4
"""So long a word of the table stands for all that begin with it."""

_AGAINST = re.compile(r"\b(?:gegen|against)\b", re.IGNORECASE)
"""Who lost against somebody was beaten by him: two sides of one thing."""
_CONTEST = re.compile(r"gew[ao]|verl|sieg|nieder|unter|los[et]|w[io]n|victor|beat|defeat", re.IGNORECASE)
_FIGURE_NEXT = re.compile(
    r"\s*(?:als|than)?\s*(?:\d|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
)
"""A hedge of a figure ("mehr als 40"): the figures' own check looks at it."""


@dataclass(frozen=True, slots=True)
class _Pole:
    """One end of a pair of opposites, as a clause has it."""

    pair: int
    side: int
    words: str


def findings(given: Given) -> Iterator[Finding]:
    """``comparison-turned``."""
    article = given.article
    if article is None or article.language != given.language:
        return
    weights = weights_of(article)
    every = {sentence.number: sentence for sentence in article.sentences}
    for said in given.said:
        carried = given.carried(said)
        if carried and (found := _turned(said, carried, every, given.language, weights)):
            mine, theirs, sentence = found
            text = f"“{mine}” stands where s{sentence.number} has “{theirs}”"
            yield said.finding("comparison-turned", "warning", text, "grounding", mine)


def _turned(
    said: Said, carried: Sequence[Sentence], every: dict[int, Sentence], language: str, weights: Weights
) -> tuple[str, str, Sentence] | None:
    named = {sentence.number for sentence in carried}
    near = {n + d for n in named for d in (-1, 1)} - named
    clauses = clauses_of(said.text, language)
    here = _poles(said.text, language)
    for clause in clauses:
        if clause.asks or not (poles := _of(clause, language)):
            continue
        keys = _without(keys_in([each for each in clauses if each.sentence == clause.sentence]), poles)
        beside = [every[n] for n in near if n in every and _alike(keys, every[n], language, weights)]
        there = [p for each in (*carried, *beside) for p in _poles(each.text, language)]
        for pole in poles:
            of_pair = [p for p in there if p.pair == pole.pair]
            both = any(other.pair == pole.pair and other.side != pole.side for other in here)
            if both or not of_pair or any(other.side == pole.side for other in of_pair):
                continue
            for sentence in carried:
                theirs = [p for p in _poles(sentence.text, language) if p.pair == pole.pair]
                alike = _alike(keys, sentence, language, weights) or _alike(
                    _without(clause.keys, poles), sentence, language, weights
                )
                if theirs and alike and not _other_side(pole, clause, sentence):
                    return pole.words, theirs[0].words, sentence
    return None


def _without(keys: frozenset[str], poles: list[_Pole]) -> frozenset[str]:
    """What is said beside the opposites themselves."""
    return frozenset(
        key for key in keys if not any(pole.words.casefold().startswith(key[:MIN_STEM]) for pole in poles)
    )


def _other_side(pole: _Pole, clause: Clause, sentence: Sentence) -> bool:
    against = bool(_AGAINST.search(clause.text)) != bool(_AGAINST.search(sentence.text))
    return against and _CONTEST.match(pole.words) is not None


def _alike(keys: frozenset[str], sentence: Sentence, language: str, weights: Weights) -> bool:
    theirs = keys_in(clauses_of(sentence.text, language))
    return weights.shared(keys, theirs) >= LEAST_SHARE * weights.total(keys)


def _poles(text: str, language: str) -> list[_Pole]:
    return [pole for clause in clauses_of(text, language) for pole in _of(clause, language)]


def _of(clause: Clause, language: str) -> list[_Pole]:
    found: list[_Pole] = []
    if clause.no:
        return found  # what is denied is looked at with the negations
    for pair, sides in enumerate(_pairs(language)):
        for side, pattern in enumerate(sides):
            for match in pattern.finditer(clause.wording):
                if not _FIGURE_NEXT.match(clause.wording, match.end()):
                    found.append(_Pole(pair, side, match[0]))
    return found


@functools.cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    pairs = (line.split("|") for line in lines("claims", "poles", language))
    return tuple((_pattern(left), _pattern(right)) for left, right in pairs)


def _pattern(side: str) -> re.Pattern[str]:
    return beginnings([word.strip() for word in side.split(",")], LEAST_LETTERS)
