"""A paragraph → its sentences.

LanguageTool's rules (``choppa``) make the cuts; the tables of ``sentence_rules`` take some away and add some.
Known slips: a name behind a king ("unter Wilhelm II. Preußen war …") joins two sentences, and so does a noun
behind an ellipsis ("Er ging … Stille."): German writes both with a capital inside a sentence too.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from podcast.ingest.sentence_rules import JOINS, QUOTED, SPLITS

if TYPE_CHECKING:
    from choppa.rule_matcher import RuleMatcher

__all__ = ["split_sentences"]

# How far around a place the tables look, in characters: further than any abbreviation is long.
_REACH = 240


# How far choppa's exceptions look, in characters. Its own reach of 100 takes a minute for 2,000 characters of
# "z. B. z. B. …" (nested repeats in a look-behind); with 40 the same cuts come in linear time.
_WINDOW = 40


@functools.cache
def _iterator() -> Callable[[str, str], Iterator[str]]:
    """choppa, with its exceptions looking at a window instead of the whole text."""
    from choppa import DEFAULT_SRX_RULESET, SrxDocument, SrxTextIterator

    rules = SrxDocument(ruleset=DEFAULT_SRX_RULESET)

    class Windowed(SrxTextIterator):
        def is_exception(self, rule_matcher: RuleMatcher) -> bool:
            """Whether no exception forbids the cut (choppa's name says the opposite)."""
            pattern = self.rule_manager.get_exception_pattern(rule_matcher.rule)
            text, place = self.text_manager.get_text(), rule_matcher.get_break_position()
            start = max(0, place - _WINDOW)
            return pattern is None or pattern.match(text[start : place + _WINDOW], place - start) is None

    return lambda text, language: iter(Windowed(rules, f"{language}_two", text))


def _first_cuts(text: str, language: str) -> set[int]:
    """Where choppa cuts: places of first letters of sentences."""
    cuts, place = set(), 0
    for piece in _iterator()(text, language):
        place += len(piece)
        cuts.add(place)
    return {_on_word(text, cut) for cut in cuts} - {0, len(text)}


def _on_word(text: str, cut: int) -> int:
    """The cut behind the space, never inside a word."""
    while cut < len(text) and text[cut] == " ":
        cut += 1
    return cut


def _joined(text: str, language: str, cuts: set[int]) -> set[int]:
    """Without the cuts that a table of ``JOINS`` takes away. Left of a place is its own sentence so far."""
    kept: list[int] = []
    for cut in sorted(cuts):
        start = kept[-1] if kept else 0
        left, right = text[max(start, cut - _REACH) : cut].rstrip(), text[cut : cut + _REACH]
        rules = (*JOINS[language], *JOINS[""])
        if not any(before.search(left) and after.match(right) for before, after in rules):
            kept.append(cut)
    return set(kept)


def _split(text: str, language: str, cuts: set[int]) -> set[int]:
    """With the cuts that a table of ``SPLITS`` adds, each behind a mark and a space."""
    found = set(cuts)
    for mark in re.finditer(r"[.…)\"“”‘’«»] (?=\S)", text):
        cut = mark.end()
        left, right = text[max(0, cut - _REACH) : cut].rstrip(), text[cut : cut + _REACH]
        rules = (*SPLITS[language], *SPLITS[""])
        if cut not in found and any(before.search(left) and after.match(right) for before, after in rules):
            found.add(cut)
    return found


def _outside_quotations(text: str, language: str, cuts: set[int]) -> set[int]:
    """Without the cuts inside short quotations."""
    spans = [m.span() for pattern in (*QUOTED[language], *QUOTED[""]) for m in pattern.finditer(text)]
    inside = {cut for cut in cuts if any(start < cut < end for start, end in spans)} if spans else set()
    return cuts - inside


def split_sentences(paragraph: str, language: str) -> list[str]:
    """The sentences of one paragraph in ``"de"`` or ``"en"``, spaces collapsed, otherwise letter by letter.

    Joined with spaces they are the paragraph again. An empty paragraph has none.
    """
    text = " ".join(paragraph.split())
    if not text:
        return []
    cuts = _first_cuts(text, language)
    for step in (_split, _joined, _outside_quotations):
        cuts = step(text, language, cuts)
    places = [0, *sorted(cuts), len(text)]
    parts = [text[a:b].strip() for a, b in itertools.pairwise(places)]
    return [part for part in parts if part]
