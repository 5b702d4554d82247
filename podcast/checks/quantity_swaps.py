"""Two figures of the named sentences that have changed places in a turn. Pure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_context import clause, words_around
from podcast.checks.quantity_index import Known
from podcast.checks.quantity_match import DATED, Fit, comparable, fit

__all__ = ["swaps"]

_JOINT = re.compile(r"\W*\b(?:to|zu|gegen|against|auf|und|and|bis)\b\W*|\s*[–:-]\s*", re.IGNORECASE)
"""What stands between two figures that belong to each other."""
_LONGEST_JOINT = 12
"""Characters between the two sides of a vote in the article (" gegen ")."""

_FROM_TO = re.compile(r"\b(?:von|from)\b[^.;:!?]*\b(?:auf|to)\b[^.;:!?]*", re.IGNORECASE)
"""A change: its two figures have an order."""


def swaps(
    figures: Sequence[Quantity], text: str, linked: Sequence[Known], texts: dict[int, str]
) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Pairs of figures of a turn that do not belong to each other, and how a message goes on after the two."""
    yield from _pairs(figures, text, linked)
    once = [(figure, hits[0]) for figure in figures if len(hits := _hits(figure, linked)) == 1]
    for (one, known_one), (two, known_two) in itertools.combinations(once, 2):
        if known_one is known_two or not _may_swap(one, two):
            continue
        said, known = (one, two), (known_one, known_two)
        if _turned(said, text, known, texts) or _crossed(said, text, known, texts):
            source = _quoted(texts[known_one.number], known_one, known_two)
            yield one, two, f"seem to have changed places; {known_one.where} says “{source}”"


def _pairs(
    figures: Sequence[Quantity], text: str, linked: Sequence[Known]
) -> Iterator[tuple[Quantity, Quantity, str]]:
    """``414 to 99`` where the votes were 414 to 3 and 99 to 0; ``from 7,500 to 7,500``."""
    votes = [
        (one, two)
        for one, two in itertools.pairwise(linked)
        if one.quantity.kind == "score" == two.quantity.kind and _joined(one.quantity, two.quantity)
    ]
    for one, two in itertools.pairwise(figures):
        if not _JOINT.fullmatch(text[one.end : two.start]) or not (_hits(one, linked) and _hits(two, linked)):
            continue
        values = {one.value, two.value}
        if one.kind == "score" == two.kind:
            known = [({vote[0].quantity.value, vote[1].quantity.value}, vote) for vote in votes]
            other = next((vote for each, vote in known if each & values), None)
            if other and all(each != values for each, _ in known):
                says = f"{other[0].quantity.words} : {other[1].quantity.words}"
                yield one, two, f"are not one vote; {other[0].where} says “{says}”"
        elif one.value == two.value and one.unit == two.unit and len(_hits(one, linked)) == 1:
            yield one, two, f"are the same figure; {_hits(one, linked)[0].where} has it once"


def _joined(one: Quantity, two: Quantity) -> bool:
    return 0 <= two.start - one.end <= _LONGEST_JOINT


def _hits(figure: Quantity, linked: Sequence[Known]) -> list[Known]:
    return [
        known for known in linked if known.number and fit(figure, known.quantity, known.years) is Fit.SAME
    ]


def _may_swap(one: Quantity, two: Quantity) -> bool:
    if one.value == two.value or one.kind == "score" == two.kind:
        return False
    if one.kind in DATED or two.kind in DATED:
        return one.kind == two.kind == "year"
    return one.unit == two.unit or (comparable(one, two) is not None and not (one.noun or two.noun))


def _turned(
    said: tuple[Quantity, Quantity], text: str, known: tuple[Known, Known], texts: dict[int, str]
) -> bool:
    """``from 7,500 to 5,000`` where the article has it from 5,000 to 7,500."""
    if known[0].number != known[1].number or known[0].quantity.start < known[1].quantity.start:
        return False
    return _is_change(text, *said) and _is_change(
        texts[known[0].number], known[1].quantity, known[0].quantity
    )


def _is_change(text: str, first: Quantity, second: Quantity) -> bool:
    return any(
        match.start() <= first.start and second.end <= match.end() for match in _FROM_TO.finditer(text)
    )


def _crossed(
    said: tuple[Quantity, Quantity], text: str, known: tuple[Known, Known], texts: dict[int, str]
) -> bool:
    """Do the words around the first figure stand around the second one in the article, and none around its own?"""
    here = [words_around(clause(text, each.start, each.end)) for each in said]
    there = [
        words_around(clause(texts[each.number], each.quantity.start, each.quantity.end)) for each in known
    ]
    common = there[0] & there[1]
    own = [len(here[n] & there[n] - common) for n in (0, 1)]
    crossed = [len(here[n] & there[1 - n] - common) for n in (0, 1)]
    return here[0] != here[1] and not any(own) and any(crossed) and not (here[0] & here[1])


def _quoted(source: str, one: Known, two: Known) -> str:
    """The part of the sentence that has the figures; of the first one only where they stand in two sentences."""
    if one.number != two.number:
        return clause(source, one.quantity.start, one.quantity.end).strip()
    start = min(one.quantity.start, two.quantity.start)
    return source[start : max(one.quantity.end, two.quantity.end)]
