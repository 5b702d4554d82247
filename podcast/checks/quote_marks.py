"""Where a turn quotes: between quotation marks of any kind, and behind "Zitat" or "quote"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.checks.tables import lines

__all__ = ["Quotation", "quotations"]

_CLOSERS = {
    "„": '“”"',
    "“": "”",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    '"': '"',
    "‚": "‘’",
    "‘": "’",
    "'": "'",
}
_SINGLE = "‚‘'"
_BEFORE = frozenset(" \n\t([–—-/:")
"""What may stand before a mark that opens; the same sign behind a letter closes or is an apostrophe."""
_LONGEST_SINGLE = 300
"""Characters between single marks; an apostrophe taken for one would run on to the next."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between the marks, and from where to where (marks not counted), in characters of the turn."""

    text: str
    start: int
    end: int


def quotations(text: str, language: str) -> tuple[Quotation, ...]:
    """The quotations of a turn, in their order. What is quoted inside another is part of that."""
    found = [Quotation(text[start:end], start, end) for start, end in _marked(text)]
    for spoken in lines("quotes", "spoken", language):
        for match in re.finditer(spoken, text, re.IGNORECASE):
            start, end = match.span("text")
            if not any(one.start - 1 <= end and start <= one.end + 1 for one in found):
                found.append(Quotation(text[start:end], start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def _marked(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        end = _closed(text, at)
        if end < 0:
            at += 1
            continue
        yield at + 1, end
        at = end + 1


def _closed(text: str, at: int) -> int:
    """Where the quotation that a mark opens is closed; -1 where it opens none."""
    mark = text[at]
    if mark not in _CLOSERS or not text[at + 1 : at + 2].strip():
        return -1
    if at and text[at - 1] not in _BEFORE and text[at - 1] not in _CLOSERS:
        return -1
    if mark == "'" and not (text[at + 1].isalnum() and text[:at].rstrip().endswith((":", ","))):
        return -1  # an apostrophe: "the '77 treaty"
    last = min(len(text), at + _LONGEST_SINGLE) if mark in _SINGLE else len(text)
    ends = [end for end in range(at + 1, last) if text[end] in _CLOSERS[mark] and _closes(text, end)]
    for end, following in itertools.zip_longest(ends, ends[1:]):
        plural = text[end] in "’'" and text[end - 1] == "s" and text[end + 1 : end + 2] == " "
        if not (plural and following):
            return end  # "‘it's the senators’ turn’" is closed by the second
    return -1


def _closes(text: str, at: int) -> bool:
    """Whether a mark that may be an apostrophe is none."""
    return text[at] not in "’‘'" or not text[at + 1 : at + 2].isalnum()
