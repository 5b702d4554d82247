"""Where a turn speaks in the article's own words, and which words are other there. Pure.

Word by word is stricter than clause by clause: one "nicht" more or less in a sentence that is the article's
otherwise is a mistake, whatever the sentence is about.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from podcast.article import Sentence
from podcast.checks.keys import plain
from podcast.checks.talk import WORD, is_question, sentences

__all__ = ["Edit", "Telling", "Words", "tellings", "words_at"]

LEAST_WORDS = 4
"""So many words must be the article's."""
LEAST_SHARE = 0.6
"""So much of what is said must be the article's words, in the article's order."""
MOST_CHANGED = 4
"""Words on either side of a change; where more are other, the hosts tell it their own way."""
MOST_ADDED = 2
"""Words that stand on one side only."""
LEAST_END = 3
"""So many words in a row must be the article's before what follows them there can be missing."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change inside what is said in the article's words: ``old`` stands there, ``new`` is said; either may be "".

    ``small``: a word or a few; ``apart``: what is only in one of them stands between marks, as an aside does.
    """

    old: str
    new: str
    small: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of a turn beside the sentence of the article that has most of its words.

    ``share`` of what is said are the article's words, ``edits`` the changes between those. ``rest`` is what follows
    in the article's sentence where the turn's ends in the middle of one of its clauses, else "". ``asks``: it has
    become a question.
    """

    said: str
    sentence: Sentence
    share: float
    edits: tuple[Edit, ...]
    rest: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: where they stand in it (characters), and as they are compared."""

    text: str
    spans: tuple[tuple[int, int], ...]
    low: tuple[str, ...]

    def mark(self, at: int) -> bool:
        """Whether a mark stands before the word at this place, or an end of the sentence."""
        if at in {0, len(self.spans)}:
            return True
        return bool(self.text[self.spans[at - 1][1] : self.spans[at][0]].strip())

    def apart(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` to ``end`` stand between marks."""
        return self.mark(start) and self.mark(end)

    def between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` with what stands between them."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""


@functools.lru_cache(maxsize=20_000)
def words_at(text: str) -> Words:
    """The words of a text; marks stand between them."""
    spans = tuple(found.span() for found in WORD.finditer(text))
    return Words(text, spans, tuple(text[start:end].casefold() for start, end in spans))


def tellings(text: str, source: Sequence[Sentence], language: str) -> tuple[Telling, ...]:
    """The sentences of a turn that are told in the words of one of the article's sentences."""
    return _tellings(text, tuple(source), language)


@functools.lru_cache(maxsize=4096)  # several checks ask for the same turn
def _tellings(text: str, source: tuple[Sentence, ...], language: str) -> tuple[Telling, ...]:
    return tuple(_told(text, source, language))


def _told(text: str, source: Sequence[Sentence], language: str) -> Iterator[Telling]:
    for said in sentences(text):
        mine = words_at(plain(said, language))
        if len(mine.low) < LEAST_WORDS:
            continue
        best: tuple[float, Sentence, SequenceMatcher[str]] | None = None
        for sentence in source:
            theirs = words_at(plain(sentence.text, language))
            if len(set(mine.low) & set(theirs.low)) < max(LEAST_WORDS, LEAST_SHARE * len(set(mine.low)) / 2):
                continue
            matcher = SequenceMatcher(None, theirs.low, mine.low, autojunk=False)
            share = sum(block.size for block in matcher.get_matching_blocks()) / len(mine.low)
            if best is None or share > best[0]:
                best = (share, sentence, matcher)
        if best and best[0] >= LEAST_SHARE:
            share, sentence, matcher = best
            theirs = words_at(plain(sentence.text, language))
            yield Telling(
                said=said,
                sentence=sentence,
                share=share,
                edits=tuple(_edits(matcher, theirs, mine)),
                rest=_rest(matcher, theirs, mine),
                asks=is_question(said) and not is_question(sentence.text),
            )


def _edits(matcher: SequenceMatcher[str], theirs: Words, mine: Words) -> Iterator[Edit]:
    for op, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if op == "equal":
            continue
        new = new_end - new_start
        # what stands before in the article may be left out, and what stands behind
        start = max(old_start, old_end - new) if new_start == 0 else old_start
        end = min(old_end, start + new) if new_end == len(mine.low) else old_end
        if new or end > start:
            yield Edit(
                theirs.between(start, end),
                mine.between(new_start, new_end),
                small=max(end - start, new) <= (MOST_CHANGED if end > start and new else MOST_ADDED),
                apart=mine.apart(new_start, new_end) if new else theirs.apart(start, end),
            )


def _rest(matcher: SequenceMatcher[str], theirs: Words, mine: Words) -> str:
    """What follows behind the last word that is said, where no mark in the article stands between."""
    last = [block for block in matcher.get_matching_blocks() if block.size][-1]
    at = last.a + last.size
    if last.b + last.size < len(mine.low) or last.size < LEAST_END or at >= len(theirs.low):
        return ""
    return "" if theirs.mark(at) else theirs.between(at, len(theirs.low))
