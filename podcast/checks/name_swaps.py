"""A name of the article in another one's place: "Molotov turned to his French colleague", where Bevin did.

Only turns that name their sentences can be judged. Two things give a swap away: the turn's words run along a
sentence's words, and where that has one name, this has another; or it leaves out a name that its sentences have and
has one that neither they nor their neighbours nor the turns around it have.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from podcast.article import Sentence
from podcast.checks.given import Given, Said
from podcast.checks.keys import NAMES, keys_of, likeness
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex
from podcast.checks.name_roles import other_doers
from podcast.checks.spelling import bare
from podcast.grammar import Word, words_of

__all__ = ["Swap", "swaps"]

Swap = tuple[Mention, Mention, Sentence]
"""The turn's name, the name that the sentence has there, and the sentence."""

_LEAST_ALIKE = 0.6
"""Share of a sentence's and a turn's words that must run alike for a difference in a name to tell (difflib's ratio)."""
_LEAST_BESIDE = 2
"""Words that must be alike directly before or after the name."""
_LEAST_SHARED = 1
_MUCH_SHARED = 2
"""Keys that a turn must share with its sentences to be about the same thing (free talk shares few), and from
which on it is about nothing else: then a name from the neighbourhood is out of place, too."""
_NEIGHBOURS = 2
_TURNS = 4
"""Sentences before and after the named ones, and turns around this one, from which a name may come up."""
_GOVERNMENTS = frozenset({"capital", "country", "origin"})
"""What can be said for one another: "Washington", "die USA", "die Amerikaner"."""


def swaps(given: Given, said: Said, found: Sequence[Mention], index: NameIndex) -> Iterator[Swap]:
    """The names of a turn that stand where its sentences have another one, each with that one."""
    own = {host.name for host in given.show.hosts} | {given.show.name}
    sure = [mention for mention in found if mention.sure and mention.words not in own]
    if not sure or not said.sentences or given.article is None:
        return
    seen: set[tuple[int, int]] = set()
    for sentence in said.sentences:
        theirs = [
            m for m in mentions(sentence.text, given.article.language, frozenset(index.names)) if m.sure
        ]
        for mine, other in _along(said.text, sentence.text, given.language, sure, theirs):
            if (mine.start, mine.end) not in seen and not _same(mine, other, index):
                seen.add((mine.start, mine.end))
                yield mine, other, sentence
    if seen:
        return
    about = list(_about(given, said, sure, index))
    yield from about or other_doers(given, said, index)


def _along(
    turn: str, sentence: str, language: str, mine: Sequence[Mention], theirs: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Names that stand in the same place of two texts that otherwise run alike."""
    ours = _one_each(turn, language, mine)
    words = _one_each(sentence, language, theirs)
    spans = [(0, len(words)), *_sentences(sentence, words)]
    for (start, end), (first, last) in itertools.product(_sentences(turn, ours), dict.fromkeys(spans)):
        part, source = ours[start:end], words[first:last]
        matcher = difflib.SequenceMatcher(
            None,
            [word.text.casefold() for word in source],
            [word.text.casefold() for word in part],
            autojunk=False,
        )
        codes = matcher.get_opcodes()
        whole = [code for code in codes if code[0] != "equal"]
        only = len(whole) == 1 < len(codes) and len(source) == len(part) and whole[0][2] - whole[0][1] == 1
        if not only and matcher.ratio() < _LEAST_ALIKE:
            continue
        for at, (tag, i1, i2, j1, j2) in enumerate(codes):
            if tag != "replace" or not (only or _beside(codes, at, len(source), len(part))):
                continue
            here = [m for m in mine if _within(m, part[j1:j2])]
            there = [m for m in theirs if _within(m, source[i1:i2])]
            for one in here:
                others = [other for other in there if _alike(one, other)]
                if len(others) == 1:
                    yield one, others[0]


def _one_each(text: str, language: str, names: Sequence[Mention]) -> list[Word]:
    """The words of a text without its marks, each name as one word: "Frances Perkins" is no longer than "Roosevelt"."""
    out: list[Word] = []
    inside: Mention | None = None
    for word in words_of(text, language):
        if word.kind == "mark":
            continue
        name = next((m for m in names if m.start <= word.start and word.end <= m.end), None)
        if name is None or name is not inside:
            out.append(word)
        else:
            out[-1] = replace(out[-1], text=f"{out[-1].text} {word.text}", end=word.end)
        inside = name
    return out


def _sentences(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The words of each sentence of a text, as places in ``words``."""
    cuts = [0]
    for at, (one, two) in enumerate(itertools.pairwise(words), 1):
        if any(mark in text[one.end : two.start] for mark in ".!?:…"):
            cuts.append(at)
    cuts.append(len(words))
    yield from itertools.pairwise(cuts)


def _beside(codes: Sequence[tuple[str, int, int, int, int]], at: int, theirs: int, ours: int) -> bool:
    """Whether the words around a difference are alike: some on either side, or at an end of both."""
    _, i1, i2, j1, j2 = codes[at]
    before = (i1 == 0 and j1 == 0) or (at > 0 and codes[at - 1][0] == "equal")
    after = (i2 == theirs and j2 == ours) or (at + 1 < len(codes) and codes[at + 1][0] == "equal")
    long = [
        code[2] - code[1] >= _LEAST_BESIDE
        for code in (codes[at - 1] if at else None, codes[at + 1] if at + 1 < len(codes) else None)
        if code is not None and code[0] == "equal"
    ]
    return before and after and any(long)


def _within(mention: Mention, words: Sequence[Word]) -> bool:
    return any(word.start < mention.end and mention.start < word.end for word in words)


def _alike(one: Mention, other: Mention) -> bool:
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or ("name" in kinds and "origin" not in kinds)


def _same(one: Mention, other: Mention, index: NameIndex) -> bool:
    """Whether two names mean the same, or one the other's government: "Washington" and "die USA"."""
    if one.entries and other.entries:
        return any(
            a.id == b.id or (a.country == b.country != "-" and {a.kind, b.kind} <= _GOVERNMENTS)
            for a in one.entries
            for b in other.entries
        )
    if len(one.parts) > 1 < len(other.parts) and index.person(one) and index.person(other):
        return index.surname(one) == index.surname(other)  # "Robert Garcia", "Robert Zimmerman"
    return index.share(one, other)


def _about(given: Given, said: Said, mine: Sequence[Mention], index: NameIndex) -> Iterator[Swap]:
    """A name that the turn's sentences do not have, in a turn that leaves out one that they have."""
    article = given.article
    if article is None:
        return
    numbers = {sentence.number for sentence in said.sentences}
    near = [s.text for s in article.sentences if any(abs(s.number - n) <= _NEIGHBOURS for n in numbers)]
    near += [other.text for other in given.said if 0 < abs(other.number - said.number) <= _TURNS]
    known = frozenset(index.names)
    named = [m for each in said.sentences for m in mentions(each.text, article.language, known) if m.sure]
    theirs = [
        (mention, sentence)
        for sentence in said.sentences
        for mention in mentions(sentence.text, article.language, known)
        if mention.sure
        and not any(_same(mention, own, index) for own in mine if not _in_compound(own, said.text))
    ]
    shared = _shared(keys_of(said.text, given.language), keys_of(said.source, article.language))
    for mention in mine:
        left = [pair for pair in theirs if _of_a_kind(mention, pair[0], index)]
        if not left or not index.has(mention.parts[-1]):
            continue
        at_hand = index.keys_in(said.source if shared >= _MUCH_SHARED else " ".join(near))
        at_hand |= {key for other in named if _same(mention, other, index) for key in index.keys(mention)}
        if shared >= _LEAST_SHARED and not index.keys(mention) & at_hand:
            yield mention, *left[0]


def _in_compound(mention: Mention, text: str) -> bool:
    """Whether a name is a part of a word: the "Kennedy" of "Kennedy-Stiftung" is nobody."""
    return text[mention.end : mention.end + 1] == "-"


def _of_a_kind(one: Mention, other: Mention, index: NameIndex) -> bool:
    """Whether one may stand in the other's place: two people, of whom one may be known by name only, or two places."""
    if index.person(one) and index.person(other):
        return bare(other.words) == other.words  # "Sabin's vaccine" is no place for a person
    kinds = {one.kind, other.kind}
    if kinds == {"person", "name"}:
        name = one if one.kind == "name" else other
        return len(name.parts) > 1
    if kinds == {"place", "name"} and not (index.person(one) or index.person(other)):
        return index.located(one if one.kind == "name" else other)
    return len(kinds) == 1 and kinds <= {"person", "place"}


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many keys of the one the other has, names aside."""
    return sum(1 for key in one if not key.startswith(NAMES) and any(likeness(key, each) for each in other))
