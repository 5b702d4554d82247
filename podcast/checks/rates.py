"""Amounts for a time or for each: "drei Millionen im Jahr" told as three million a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Sentence
from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity

__all__ = ["findings"]

_PER = {
    "de": {
        "year": r"(?:im|pro|je|jede[sm]) jahr(?! \d)|jährlich\w*",
        "month": r"(?:im|pro|je|jede[rnm]?) monat|monatlich\w*",
        "week": r"(?:die|pro|in der|je|jeder?) woche|wöchentlich\w*",
        "day": r"(?:am|pro|je|jede[rnm]?) tag|täglich\w*",
        "hour": r"(?:die|pro|in der|je|jeder?) stunde|stündlich\w*|stundenlohn",
        "minute": r"(?:die|pro|in der|je|jeder?) minute",
        "second": r"(?:die|pro|in der|je|jeder?) sekunde",
    },
    "en": {
        "year": r"(?:a|per|each|every) year|yearly|annual(?:ly)?",
        "month": r"(?:a|per|each|every) month|monthly",
        "week": r"(?:a|per|each|every) week|weekly",
        "day": r"(?:a|per|each|every) day|daily",
        "hour": r"(?:an|per|each|every) hour|hourly",
        "minute": r"(?:a|per|each|every) minute",
        "second": r"(?:a|per|each|every) second",
    },
}
_REACH = 28
"""Characters behind an amount in which its rate may stand: "drei Millionen Dollar Verlust im Jahr"."""
_END = re.compile(r"[.,;:!?–]\s|\bund\b|\band\b")


@dataclass(frozen=True, slots=True)
class _Rate:
    quantity: Quantity
    per: str
    words: str


def findings(given: Given) -> Iterator[Finding]:
    """``unit-changed``."""
    if given.article is None:
        return
    for said in given.said:
        rates = _rates(said.text, given.language)
        carried = given.carried(said) if rates else ()
        theirs = [(rate, s) for s in carried for rate in _rates(s.text, given.article.language)]
        for mine in rates:
            if wrong := _other(mine, theirs):
                rate, sentence = wrong
                text = f"“{mine.quantity.words} {mine.words}”: s{sentence.number} says “{rate.words}”"
                yield said.finding("unit-changed", "error", text, "grounding", mine.words)


def _other(mine: _Rate, theirs: Sequence[tuple[_Rate, Sentence]]) -> tuple[_Rate, Sentence] | None:
    """The same amount with another rate, where none of the sentences has it with this one."""
    same = [
        (rate, sentence)
        for rate, sentence in theirs
        if rate.quantity.value == mine.quantity.value and rate.quantity.unit == mine.quantity.unit
    ]
    return same[0] if same and all(rate.per != mine.per for rate, _ in same) else None


def _rates(text: str, language: str) -> list[_Rate]:
    found: list[_Rate] = []
    for quantity in quantities_of(text, language):
        behind = text[quantity.end : quantity.end + _REACH]
        if cut := _END.search(behind):
            behind = behind[: cut.start()]
        before = _END.split(text[: quantity.start])[-1]
        for per, words in _PER[language].items():
            match = re.search(rf"\b(?:{words})\b", behind, re.IGNORECASE)
            match = match or re.search(rf"\b(?:{words})\b", before, re.IGNORECASE)
            if match:
                found.append(_Rate(quantity, per, match[0]))
                break
    return found
