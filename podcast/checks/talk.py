"""A turn as it is heard: its sentences, its words, its words without quotations. Pure.

Sentences are cut here for counting and for looking at beginnings and ends; where a cut is in doubt (a name's
initial, "10. Juni") none is made.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import functools
import re

from podcast.grammar import Word, words_of

__all__ = [
    "MAX_WORD",
    "QUOTATION",
    "WORD",
    "asks",
    "content",
    "is_question",
    "opening",
    "sentences",
    "shown",
    "squeezed",
    "tagged",
    "tokens",
    "unquoted",
]

QUOTATION = re.compile(r"„[^“”„]*[“”]|“[^“”]*”|»[^«»]*«|«[^«»]*»|\"[^\"]*\"")
"""One quotation with its marks, in any of the usual pairs."""

_CUT = re.compile(r"(?<=[.!?…])(?:[\"“”’»«)]+)?\s+(?=[\"„“»«(¿]?[A-ZÄÖÜÀ-Þ0-9])|(?<=[!?])\s+(?=[^\s–—-])|\n+")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_NO_END = re.compile(
    r"(?:^|[\s(\"„“])(?:"
    r"[A-ZÄÖÜa-z]|Dr|Prof|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Jr|Sr|St|Nr|No|Abs|Art|Kap|bzw|ca|vgl|sog|geb|vs|etc|"
    r"Mio|Mrd|Tsd|Jan|Feb|Apr|Aug|Sept?|Okt|Oct|Nov|Dez|Dec|evtl|ggf|inkl|usw|Hr|Fr|Frhr|Abb|Bd|Hrsg|approx|"
    r"(?:[A-Za-zÄÖÜ]\.)+[A-Za-zÄÖÜ]"
    r")\.$"
)
_DAY = re.compile(r"(?:^|\s)\d{1,3}\.$")
_AFTER_DAY = re.compile(
    rf"(?:{_MONTHS}|Jahrhundert|Weltkrieg|Verfassungszusatz|Kongress|Präsident|Stock|Platz|Wahl|Mal|\d)"
)
MAX_WORD = 80
"""Characters; German's longest compounds in use have 50."""
_REACH = 40
"""Characters: further than any abbreviation is long."""
WORD = re.compile(r"[^\W_]+(?:[-'’.,:][^\W_]+)*")

_CONTENT = frozenset({"noun", "name", "adjective", "verb", "participle", "number", "other"})
_LIGHT = frozenset(
    "sein haben werden können müssen sollen wollen dürfen mögen machen geben gehen kommen sagen heißen bedeuten lassen "
    "be have do can could will would should may might must go come say get make mean".split()
)
"""Verbs that go with any subject: two turns that share one of these need not have anything in common."""


@functools.lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a turn, without the space between them; joined with one they are the turn."""
    cuts, start = [], 0
    for found in _CUT.finditer(text):
        left = text[max(start, found.start() - _REACH) : found.start()]
        day = _DAY.search(left) and _AFTER_DAY.match(text[found.end() :])
        if not day and not _NO_END.search(left):
            end = found.start() + len(found[0].rstrip())
            cuts.append(text[start:end].strip())
            start = found.end()
    cuts.append(text[start:].strip())
    return tuple(cut for cut in cuts if cut)


def tokens(text: str) -> tuple[str, ...]:
    """The words, without marks; "20-Jährige" and "z.B" are one each."""
    return tuple(WORD.findall(text))


def unquoted(text: str) -> str:
    """The text with "…" in the place of every quotation: what the host says on their own account."""
    return QUOTATION.sub("…", text)


def squeezed(text: str) -> str:
    """Lower case, words only, one space between: what two wordings are compared by."""
    return " ".join(word.casefold() for word in tokens(text))


def opening(text: str, count: int) -> tuple[str, ...]:
    """The first ``count`` words in lower case; fewer where the text is shorter."""
    return tuple(word.casefold() for word in tokens(text)[:count])


def is_question(sentence: str) -> bool:
    """Does this sentence end in a question mark, quotation marks and brackets aside?"""
    return sentence.rstrip(' "“”’»«)!').endswith("?")


def asks(text: str) -> bool:
    """Does the turn end in a question?"""
    parts = sentences(text)
    return bool(parts) and is_question(parts[-1])


def tagged(sentence: str, language: str) -> tuple[Word, ...]:
    """The words with their kinds; none where one is so long that no language has it (the tagger would take minutes)."""
    if any(len(word) > MAX_WORD for word in sentence.split()):
        return ()
    return words_of(sentence, language)


@functools.lru_cache(maxsize=4096)
def content(text: str, language: str) -> frozenset[str]:
    """The lemmas that say what a text is about; light verbs are left out."""
    return frozenset(
        word.lemma
        for sentence in sentences(text)
        for word in tagged(sentence, language)
        if word.kind in _CONTENT and word.lemma not in _LIGHT
    )


def shown(text: str, count: int = 6) -> str:
    """The first words of a text as a message shows them."""
    words = text.split()
    return " ".join(words[:count]) + (" …" if len(words) > count else "")
