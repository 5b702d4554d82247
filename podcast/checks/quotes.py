"""Every quotation of the script is looked up in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding, Severity
from podcast.checks.given import Given, Said
from podcast.checks.quote_marks import Quotation, quotations
from podcast.checks.quote_speaker import Speakers
from podcast.checks.quote_text import QuotedText, words_in
from podcast.checks.tables import pattern

__all__ = ["findings"]

SCARE_WORDS = 2
"""So many words in marks are a term or irony, no quotation; each of them has to stand in the article."""
SURE_WORDS = 4
"""From so many words on a quotation that the article does not have is an error."""
ALIKE = 0.62
"""Likeness to a passage (difflib's ratio, 0 to 1) of a quotation that alters it: of ten words three may differ."""
SHOWN = 90
"""Characters of a quotation that a finding shows."""
EARLIER_TURNS = 6
"""So many turns back a host may quote the other one."""
BEFORE = 60
"""Characters before a quotation in which a word may say that nobody said it."""

_SENTENCE_END = re.compile(r"[.!?…]\s")

_Found = tuple[str, Severity, str]


def findings(given: Given) -> Iterator[Finding]:
    """Quotations that the article does not have, has otherwise, or gives to somebody else."""
    if given.article is None:
        return
    turns = [quotations(said.text, given.language) for said in given.said]
    if not any(turns):
        return
    check = _Check(given, turns)
    for at, said in enumerate(given.said):
        for quotation in turns[at]:
            if found := check.look_up(at, quotation):
                kind, severity, text = found
                yield said.finding(kind, severity, text, "grounding", quotation.text)


class _Check:
    def __init__(self, given: Given, turns: list[tuple[Quotation, ...]]) -> None:
        self._given = given
        self._turns = turns
        self._source = QuotedText(given)
        self._speakers = Speakers(given)
        self._imagined = pattern("quotes", "imagined", given.language)
        # A quotation in another language than the article's can only be somebody's translation.
        self._translated = given.article is not None and given.article.language != given.language

    def look_up(self, at: int, quotation: Quotation) -> _Found | None:
        """What is wrong with a quotation of a turn: kind, severity, text."""
        said = self._given.said[at]
        words = words_in(quotation.text)
        if not words:
            return None
        if place := self._source.find(quotation.text):
            wrong = self._speakers.wrong(said, quotation, place)
            if wrong is None or (len(words) <= SCARE_WORDS and wrong.severity != "error"):
                return None
            text = f"“{_short(quotation.text)}” is given to {wrong.mine}; in s{place.first} {wrong.theirs} says it"
            return ("quotation-speaker", wrong.severity, text)
        if self._earlier(at, words):
            return None
        if len(words) <= SCARE_WORDS:
            return self._scare(said, quotation, words)
        return self._unfound(said, quotation, words)

    def _scare(self, said: Said, quotation: Quotation, words: list[str]) -> _Found | None:
        if self._nobody(said, quotation) or all(self._source.has_word(word) for word in words):
            return None
        text = f"“{_short(quotation.text)}” stands in quotation marks, but not in the article"
        return ("ungrounded-quotation", "note" if self._translated else "warning", text)

    def _unfound(self, said: Said, quotation: Quotation, words: list[str]) -> _Found:
        shown = _short(quotation.text)
        near = self._source.near(quotation.text, ALIKE)
        if near and near.first:
            text = f"“{shown}” is not the article's wording; s{near.first} has “{_short(near.text)}”"
            return ("quotation-altered", "error", text)
        text = f"“{shown}” is quoted, but the article does not have it"
        if self._nobody(said, quotation):
            return ("ungrounded-quotation", "note", text)
        sure = len(words) >= SURE_WORDS and not self._translated
        return ("ungrounded-quotation", "error" if sure else "warning", text)

    def _nobody(self, said: Said, quotation: Quotation) -> bool:
        """Whether the words before say that nobody said this: a motto, a thought, a term."""
        before = _SENTENCE_END.split(said.text[max(0, quotation.start - BEFORE) : quotation.start])[-1]
        return bool(self._imagined.search(before)) and not self._speakers.named(said, quotation)

    def _earlier(self, at: int, words: list[str]) -> bool:
        """Whether a host quotes what a host said just before, on his own account."""
        for back in range(max(0, at - EARLIER_TURNS), at):
            said, text, end = self._given.said[back], "", 0
            for quotation in self._turns[back]:
                text += said.text[end : quotation.start] + " | "
                end = quotation.end
            if f" {' '.join(words)} " in f" {' '.join(words_in(text + said.text[end:]))} ":
                return True
        return False


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
