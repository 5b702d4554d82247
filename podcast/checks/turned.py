"""Comparisons and directions that stand the other way round in the linked sentences: "fiel" for "stieg"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from podcast.article import Sentence
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.keys import MIN_STEM, keys_of, likeness
from podcast.checks.polarity import Clause, beginnings, clauses_of, keys_in
from podcast.checks.tables import lines
from podcast.checks.verbatim import tellings
from podcast.checks.weights import Weights, weights_of

__all__ = ["findings", "opposites"]

LEAST_SHARE = 0.3
"""So much of what else a clause says must stand in the article's sentence."""

LEAD = 1.25
"""Sentences that fit so much less than the best do not speak for a clause."""
LEAST_LETTERS = 4
"""So long a word of the table stands for all that begin with it."""

_AGAINST = re.compile(r"\b(?:gegen|against)\b", re.IGNORECASE)
"""Who lost against somebody was beaten by him: two sides of one thing."""
_CONTEST = re.compile(r"gew[ao]|verl|sieg|nieder|unter|los[et]|w[io]n|victor|beat|defeat", re.IGNORECASE)
_FIGURE_NEXT = re.compile(
    r"\s*(?:als|than)?\s*(?:der|die|das|the|a|an)?\s*(?:\d|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    r"zwanzig|sechzig|siebzig|hundert|tausend|million|milliard|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|hundred|thousand|billion|trillion)",
    re.IGNORECASE,
)
"""A hedge of a figure ("mehr als 40"): the figures' own check looks at it."""
_THEY = re.compile(r"\b(?:er|sie|he|she|they)\b", re.IGNORECASE)
"""Somebody else than the thing that a clause names may have more: "All three together, and she still had more"."""
_THAN = re.compile(r"(?:\s+[\w-]+){0,2}?\s+(?:als|than)\s+((?:[\w-]+\s*){1,7})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pole:
    """One end of a pair of opposites, as a clause has it."""

    pair: int
    side: int
    words: str
    than: frozenset[str]
    """What it is compared with: the keys behind "als"."""


def findings(given: Given) -> Iterator[Finding]:
    """``comparison-turned``."""
    article = given.article
    if article is None or article.language != given.language:
        return
    weights = weights_of(article)
    every = {sentence.number: sentence for sentence in article.sentences}
    for said in given.said:
        carried = given.carried(said)
        found = _edited(said, carried, given.language) or _turned(
            said, carried, every, given.language, weights
        )
        if carried and found:
            mine, theirs, sentence = found
            text = f"“{mine}” stands where s{sentence.number} has “{theirs}”"
            yield said.finding("comparison-turned", "warning", text, "grounding", mine)


def _edited(said: Said, carried: Sequence[Sentence], language: str) -> tuple[str, str, Sentence] | None:
    """One word for its opposite in a sentence that is the article's, word by word."""
    for telling in tellings(said.text, carried, language):
        for edit in telling.edits:
            if not edit.small or telling.asks:
                continue
            for left, right in opposites(language):
                for one, other in ((left, right), (right, left)):
                    old, new = one.search(edit.old), other.search(edit.new)
                    if old and new and not one.search(edit.new) and not other.search(edit.old):
                        return new[0], old[0], telling.sentence
    return None


def _turned(
    said: Said, carried: Sequence[Sentence], every: dict[int, Sentence], language: str, weights: Weights
) -> tuple[str, str, Sentence] | None:
    named = {sentence.number for sentence in carried}
    near = {n + d for n in named for d in (-1, 1)} - named
    beside = [every[n] for n in near if n in every]
    clauses = clauses_of(said.text, language)
    here = _poles(said.text, language)
    for clause in clauses:
        if clause.asks or not (poles := _of(clause, language)):
            continue
        whole = _without(keys_in([each for each in clauses if each.sentence == clause.sentence]), poles)
        own = _without(clause.keys, poles)
        fits = [
            (max(_fit(whole, each, language, weights), _fit(own, each, language, weights)), each)
            for each in (*carried, *beside)
        ]
        for pole in poles:
            if any(other.pair == pole.pair and other.side != pole.side for other in here):
                continue
            facing = [
                (
                    fit,
                    each,
                    [_faced(p, clause, pole) for p in _poles(each.text, language) if p.pair == pole.pair],
                )
                for fit, each in fits
                if fit >= LEAST_SHARE
            ]
            facing = [(fit, each, theirs) for fit, each, theirs in facing if theirs]
            if not facing:
                continue
            best = max(fit for fit, _, _ in facing)
            if any(p.side == pole.side for fit, _, theirs in facing if fit * LEAD >= best for p in theirs):
                continue
            _, sentence, theirs = max(facing, key=lambda one: one[0])
            if sentence in carried and not _other_side(pole, clause, sentence):
                return pole.words, theirs[0].words, sentence
    return None


def _faced(theirs: _Pole, clause: Clause, mine: _Pole) -> _Pole:
    """A pole of the article as a clause sees it that speaks of the other: "mehr als in X" is "in X weniger"."""
    rest = clause.keys - mine.than  # "weniger Händler als Bauern" is "mehr Bauern als Händler"
    if _THEY.search(clause.text) or not any(likeness(key, each) for key in theirs.than for each in rest):
        return theirs
    return replace(theirs, side=1 - theirs.side)


def _without(keys: frozenset[str], poles: list[_Pole]) -> frozenset[str]:
    """What is said beside the opposites themselves."""
    return frozenset(
        key for key in keys if not any(pole.words.casefold().startswith(key[:MIN_STEM]) for pole in poles)
    )


def _other_side(pole: _Pole, clause: Clause, sentence: Sentence) -> bool:
    against = bool(_AGAINST.search(clause.text)) != bool(_AGAINST.search(sentence.text))
    return against and _CONTEST.match(pole.words) is not None


def _fit(keys: frozenset[str], sentence: Sentence, language: str, weights: Weights) -> float:
    """How much of what keys say a sentence of the article says, 0 to 1."""
    theirs = keys_in(clauses_of(sentence.text, language))
    total = weights.total(keys)
    return weights.shared(keys, theirs) / total if total else 0.0


def _poles(text: str, language: str) -> list[_Pole]:
    return [pole for clause in clauses_of(text, language) for pole in _of(clause, language)]


def _of(clause: Clause, language: str) -> list[_Pole]:
    found: list[_Pole] = []
    if clause.no:
        return found  # what is denied is looked at with the negations
    for pair, sides in enumerate(opposites(language)):
        for side, pattern in enumerate(sides):
            for match in pattern.finditer(clause.wording):
                if not _FIGURE_NEXT.match(clause.wording, match.end()):
                    found.append(_Pole(pair, side, match[0], _than(clause.wording, match.end(), language)))
    return found


def _than(wording: str, at: int, language: str) -> frozenset[str]:
    found = _THAN.match(wording.split("|", maxsplit=1)[0], at)
    return keys_of(found[1], language) if found else frozenset()


@functools.cache
def opposites(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of opposites ("mehr" | "weniger"), each side a pattern."""
    pairs = (line.split("|") for line in lines("claims", "poles", language))
    return tuple((_pattern(left), _pattern(right)) for left, right in pairs)


def _pattern(side: str) -> re.Pattern[str]:
    return beginnings([word.strip() for word in side.split(",")], LEAST_LETTERS)
