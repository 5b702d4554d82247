"""What was before and what came after: "von 71 auf 50" told as if it had been the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity
from podcast.checks.tables import pattern
from podcast.checks.talk import sentences

__all__ = ["findings"]

_FROM_TO = {
    "de": re.compile(
        r"\bvon\s+(?P<a>\S.{0,40}?)\s+auf\s+(?P<b>\S.{0,40})|(?P<c>\S.{0,40}?)\s+(?:an)?statt\s+(?P<d>\S.{0,40})"
    ),
    "en": re.compile(
        r"\bfrom\s+(?P<a>\S.{0,40}?)\s+to\s+(?P<b>\S.{0,40})|(?P<c>\S.{0,40}?)\s+instead of\s+(?P<d>\S.{0,40})"
    ),
}
"""``a`` and ``d`` were before, ``b`` and ``c`` came after."""


def findings(given: Given) -> Iterator[Finding]:
    """``figures-swapped``."""
    if given.article is None or given.article.language != given.language:
        return
    for said in given.said:
        pairs = [pair for sentence in given.carried(said) for pair in _changes(sentence.text, given.language)]
        told = _told(said.text, given.language) if pairs else None
        for before, after in pairs:
            if told and _value(told[0]) == _value(after) and _value(told[1]) == _value(before):
                text = f"first “{told[0].words}”, then “{told[1].words}”: in the article it is the other way round"
                yield said.finding("figures-swapped", "warning", text, "grounding", told[0].words)
                break


def _changes(text: str, language: str) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures that changed in a sentence: before, after."""
    for found in _FROM_TO[language].finditer(text):
        before, after = ("a", "b") if found["a"] else ("d", "c")
        first = [
            q for q in quantities_of(text, language) if found.start(before) <= q.start < found.end(before)
        ]
        then = [q for q in quantities_of(text, language) if found.start(after) <= q.start < found.end(after)]
        if first and then:
            one, other = first[0], then[0] if after == "b" else then[-1]
            if one.kind == "number":
                one = replace(one, kind=other.kind, unit=other.unit)  # "von 71 auf 50 Prozent"
            yield one, other


def _told(text: str, language: str) -> tuple[Quantity, Quantity] | None:
    """The figure that a turn has with "vorher", and the one with "danach" or without either."""
    before, after = pattern("claims", "before", language), pattern("claims", "after", language)
    first, then, rest = None, None, None
    for part in (p for sentence in sentences(text) for p in re.split(r",\s", sentence)):
        quantities = [*quantities_of(part, language), *_halves(part)]
        if not quantities:
            continue
        if before.search(part):
            first = first or quantities[0]
        elif after.search(part):
            then = then or quantities[0]
        else:
            rest = rest or quantities[0]
    then = then or rest
    return (first, then) if first and then else None


def _halves(text: str) -> Iterator[Quantity]:
    """Die Hälfte is no figure of the figures' checks: it is said of anything."""
    for found in re.finditer(r"\b(?:die Hälfte|half)\b", text, re.IGNORECASE):
        yield Quantity(Fraction(1, 2), "", "fraction", found.start(), found.end(), found[0])


def _value(quantity: Quantity) -> Fraction:
    """A figure's value; of percentages the share, so that 50 per cent are a half."""
    return quantity.value / 100 if quantity.kind == "percent" else quantity.value
