"""Who does it: a person who stands at the beginning of a sentence that the article tells of somebody else.

"Catt fürchtete um die Sache; Paul riet ihr, dem Gewissen zu folgen": a turn in which Paul fears for it has changed
the two, though both names are there.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.given import Given, Said
from podcast.checks.keys import NAMES, keys_of
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex
from podcast.checks.talk import is_question, sentences
from podcast.checks.weights import Weights, weights_of

__all__ = ["other_doers"]

_NEAR = 2
"""Sentences around the named ones in which the person's own doings may stand."""
_LEAST_SHARE = 0.4
"""So much of what the turn says of a person must be what the article says of the other one."""
_LEAST_MET = 2
_OWN = 0.5
"""… of which so much at most may be said of the person, too."""
_CUT = re.compile(r"[;:]\s+|,\s+(?:und |aber |doch |and |but |while |während )?(?=[A-ZÄÖÜ])")
_LEAD = 3
"""Words that may stand before the person: "Auch der Senator Wilson …"."""
_PRONOUN = re.compile(r"\b(?:er|sie|es|man|wir|he|she|it|they|we)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Doing:
    """A person at the beginning of a sentence or a main clause, and what is said of them (keys without names)."""

    who: Mention
    keys: frozenset[str]
    sentence: Sentence | None


def other_doers(given: Given, said: Said, index: NameIndex) -> Iterator[tuple[Mention, Mention, Sentence]]:
    """The people of a turn who do what its sentences tell of somebody else: the turn's name, theirs, the sentence."""
    article = given.article
    if article is None or not said.sentences or article.language != given.language:
        return
    known = frozenset(index.names)
    weights = weights_of(article)
    numbers = {sentence.number for sentence in said.sentences}
    near = [s for s in article.sentences if any(abs(s.number - n) <= _NEAR for n in numbers)]
    theirs = [doing for s in near for doing in _doings(s.text, given.language, known, s)]
    theirs = [doing for doing in theirs if index.person(doing.who)]
    for mine in _doings(said.text, given.language, known, None):
        if not index.person(mine.who):
            continue
        own = [each for each in theirs if index.share(mine.who, each.who)]
        others = [
            each for each in theirs if each.sentence in said.sentences and not index.share(mine.who, each.who)
        ]
        best = max(others, key=lambda each: weights.shared(mine.keys, each.keys), default=None)
        if best is None or best.sentence is None or not own:
            continue
        if _met(mine.keys, best.keys, weights) and not _own(mine.keys, best.keys, own, weights):
            yield mine.who, best.who, best.sentence


def _met(keys: frozenset[str], theirs: frozenset[str], weights: Weights) -> bool:
    met = sum(1 for key in keys if weights.shared({key}, theirs))
    return met >= _LEAST_MET and weights.shared(keys, theirs) >= _LEAST_SHARE * weights.total(keys)


def _own(keys: frozenset[str], theirs: frozenset[str], own: Sequence[_Doing], weights: Weights) -> bool:
    """Whether the article says as much of the person as well."""
    most = max(weights.shared(keys, each.keys) for each in own)
    return most > _OWN * weights.shared(keys, theirs)


@functools.lru_cache(maxsize=4096)
def _doings(text: str, language: str, known: frozenset[str], sentence: Sentence | None) -> tuple[_Doing, ...]:
    found: list[_Doing] = []
    for part in sentences(text):
        if is_question(part):
            continue
        people = [m for m in mentions(part, language, known) if m.sure and m.kind in {"person", "name"}]
        cuts = [0, *(cut.end() for cut in _CUT.finditer(part)), len(part)]
        starts = [
            (start, next((m for m in people if start <= m.start < end), None))
            for start, end in itertools.pairwise(cuts)
        ]
        begun = [(start, who) for start, who in starts if who and _leads(part[start : who.start])]
        for at, (_, who) in enumerate(begun):
            end = begun[at + 1][0] if at + 1 < len(begun) else len(part)
            keys = keys_of(part[who.end : end], language)
            rest = frozenset(key for key in keys if not key.startswith(NAMES))
            inside = [m for m in people if who.end <= m.start < end]
            if rest and not inside:
                found.append(_Doing(who, rest, sentence))
    return tuple(found)


def _leads(before: str) -> bool:
    """Whether so little stands before a name that the sentence is about it."""
    return len(before.split()) <= _LEAD and not _PRONOUN.search(before)
