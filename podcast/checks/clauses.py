"""A sentence without the clauses that only say which one, when or where: "…, an dem er starb", "…, who called".

What stands in such a clause is a premise; what a sentence states stands in the rest of it.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.talk import tagged
from podcast.grammar import Word

__all__ = ["main_clause", "main_words"]

_WHEN = {
    "de": frozenset("als wenn während bevor nachdem seit seitdem wo wie sobald solange".split()),
    "en": frozenset("when while where until".split()),
}
_WHICH = frozenset("who whom whose which".split())
_BREAKS = frozenset(",;:–—()")


def main_clause(sentence: str, language: str) -> str:
    """The words of a sentence without its relative clauses and those that say when; all of them where none is left."""
    return " ".join(word.text for word in main_words(sentence, language)) or sentence


def main_words(sentence: str, language: str) -> tuple[Word, ...]:
    """The same as the tagger gives them in their sentence, without marks."""
    return tuple(_kept(tagged(sentence, language), language))


def _kept(words: tuple[Word, ...], language: str) -> Iterator[Word]:
    inside = False
    for at, word in enumerate(words):
        if word.kind == "mark":
            if word.text in _BREAKS:
                inside = False
            continue
        begins = at == 0 or words[at - 1].text in _BREAKS
        if _opens(words, at, language, begins=begins):
            inside = True
        if not inside:
            yield word


def _opens(words: tuple[Word, ...], at: int, language: str, *, begins: bool) -> bool:
    """Does a relative clause, or one that says when, begin at this word?"""
    word = words[at]
    if at == 0 or (language == "de" and not begins):
        return False
    if language == "de":
        if word.kind == "preposition" and at + 1 < len(words):  # "…, an dem es regnete"
            word = words[at + 1]
        says_when = word.text.casefold() in _WHEN["de"]
        return word.kind == "relative" or (
            says_when and word.kind in {"subordinator", "question", "comparison"}
        )
    low, before = word.text.casefold(), words[at - 1].kind
    if low == "that":  # "a Congress that had promised"; "he said that" goes on with what he said
        return before in {"noun", "name"} and word.kind in {"subordinator", "relative"}
    if low in _WHICH:
        return word.kind in {"relative", "pronoun", "question"} and before in {
            "noun",
            "name",
            "mark",
            "preposition",
        }
    return low in _WHEN["en"] and word.kind in {"subordinator", "question"}
