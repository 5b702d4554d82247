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

_JOINT = re.compile(
    r"\W*\b(?:to|zu|gegen|against|auf|und|and|bis|(?:an)?statt(?: nach)?|instead of)\b\W*|\s*[–:-]\s*",
    re.IGNORECASE,
)
"""What stands between two figures that belong to each other."""
_LONGEST_JOINT = 12
"""Characters between the two sides of a vote in the article (" gegen ")."""

_LIKE = 10
"""Rounded figures of other sizes than this (times as large) are not exchanged."""
_FROM_TO = re.compile(r"\b(?:von|from)\b[^.;:!?]*\b(?:auf|to)\b[^.;:!?]*", re.IGNORECASE)
"""A change: its two figures have an order."""


def swaps(
    figures: Sequence[Quantity], text: str, linked: Sequence[Known], texts: dict[int, str]
) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Pairs of figures of a turn that do not belong to each other, and how a message goes on after the two."""
    yield from _pairs(figures, text, linked)
    yield from _doubled(figures, text, linked, texts)
    once = [(figure, hit) for figure in figures if (hit := _only(figure, linked))]
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
        elif one.value == two.value and _one_unit(one, two) and len(_hits(one, linked)) == 1:
            yield one, two, f"are the same figure; {_hits(one, linked)[0].where} has it once"


def _one_unit(one: Quantity, two: Quantity) -> bool:
    """Whether two figures have the same unit, which the one may leave to the other: "acht Jahre statt acht"."""
    return one.unit == two.unit or not (one.unit and two.unit)


def _doubled(
    figures: Sequence[Quantity], text: str, linked: Sequence[Known], texts: dict[int, str]
) -> Iterator[tuple[Quantity, Quantity, str]]:
    """One year twice in a turn where its sentences have two, each once: "In 1966 less than a billion, six in 1966"."""
    for one, two in itertools.combinations(figures, 2):
        hits = _hits(one, linked)
        if one.kind != "year" or two.kind != "year" or one.value != two.value or len(hits) != 1:
            continue
        said = {figure.value for figure in figures if figure.kind == "year"}
        own = _words_of(hits[0], texts)
        for other in linked:
            if other.quantity.kind != "year" or other.quantity.value in said or not other.number:
                continue
            theirs = _words_of(other, texts)
            here = [words_around(clause(text, each.start, each.end)) for each in (one, two)]
            if any(each & theirs - own and not each & own - theirs for each in here) and any(
                each & own - theirs for each in here
            ):
                yield one, two, f"are the same year; {other.where} says “{other.quantity.words}”"
                return


def _words_of(known: Known, texts: dict[int, str]) -> frozenset[str]:
    """The words that stand around a figure of the article."""
    return words_around(clause(texts[known.number], known.quantity.start, known.quantity.end))


def _joined(one: Quantity, two: Quantity) -> bool:
    return 0 <= two.start - one.end <= _LONGEST_JOINT


def _hits(figure: Quantity, linked: Sequence[Known]) -> list[Known]:
    return [
        known for known in linked if known.number and fit(figure, known.quantity, known.years) is Fit.SAME
    ]


def _only(figure: Quantity, linked: Sequence[Known]) -> Known | None:
    """The one figure that is meant: equal, or, where none is, the nearest of those that this one rounds."""
    hits = _hits(figure, linked)
    if hits:
        return hits[0] if len(hits) == 1 else None
    rounded = [k for k in linked if k.number and fit(figure, k.quantity, k.years) is Fit.ROUNDED]
    near = sorted(rounded, key=lambda known: abs(known.quantity.value - figure.value))
    if len(near) > 1 and near[0].quantity.value == near[1].quantity.value:
        return None
    return near[0] if near else None


def _may_swap(one: Quantity, two: Quantity) -> bool:
    if one.value == two.value or one.kind == "score" == two.kind:
        return False
    rounded = one.approximate or two.approximate
    if rounded and max(one.value, two.value) > _LIKE * min(one.value, two.value):
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
    there = [_words_of(each, texts) for each in known]
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
