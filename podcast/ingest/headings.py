"""Which lines of a text without markup are headings: their shape, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from podcast.ingest.document import Block
from podcast.ingest.plain import BULLET

__all__ = ["find_headings"]

MAX_CHARACTERS = 120
MAX_WORDS = 16
MAX_QUESTION_WORDS = 12
MAX_RUN = 3
"""Kicker, headline, subtitle. More short lines under each other are a list."""
PARAGRAPH = 80
"""A line of so many characters is a paragraph even without a full stop."""

_OPENS = re.compile(r"^[\"'„“‚‘«»›‹(\[]*[A-ZÄÖÜÀ-ÖØ-Þ0-9]")
_QUOTATION = re.compile(r"^[\"„“«»‚‘›‹].*[\"“”»«’‘‹›]$")
_STOPS = re.compile(r"[.!,;:…–—-][\"'“”‘’«»›‹)\]]*$")
_LABEL = re.compile(r"^([^\W\d_][\w.-]*(?: [\w.-]+){0,2}):\s")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})[.)]\s+\S")


def _labels(blocks: Sequence[Block]) -> frozenset[str]:
    """Words before a colon with which two or more blocks begin: who speaks in an interview (``Frage: …``)."""
    found = [match[1] for block in blocks if (match := _LABEL.match(block.text))]
    return frozenset(label for label in found if found.count(label) > 1)


def _labelled(text: str, labels: frozenset[str]) -> bool:
    match = _LABEL.match(text)
    return match is not None and match[1] in labels


def _shaped(text: str) -> bool:
    """Short, begins like a sentence, does not end like one, is no quotation and no list item."""
    return (
        len(text) <= MAX_CHARACTERS
        and len(text.split()) <= MAX_WORDS
        and bool(_OPENS.match(text))
        and not _STOPS.search(text)
        and (not BULLET.match(text) or bool(_NUMBERED.match(text)))
        and bool(re.search(r"[^\W\d_]{2}", text))
        and not re.search(r"[.!?] \S.*[.!?]", text)
    )


def _is_question(text: str) -> bool:
    return bool(re.search(r"\?[\"'“”‘’«»)\]]*$", text))


def _is_paragraph(block: Block) -> bool:
    return block.kind == "text" or (
        block.kind == "line"
        and (len(block.text) > PARAGRAPH or bool(re.search(r"[.!?…][\"'“”‘’«»›‹)\]]*$", block.text)))
        and not (_is_question(block.text) and len(block.text) <= MAX_CHARACTERS)
    )


def _candidates(blocks: Sequence[Block]) -> set[int]:
    """Places of lines shaped like headings with a paragraph below them, or another such line that has one."""
    found: set[int] = set()
    labels = _labels(blocks)
    for place in range(len(blocks) - 2, -1, -1):
        block, below = blocks[place], blocks[place + 1]
        if block.kind != "line" or not _shaped(block.text) or _labelled(block.text, labels):
            continue
        # Quoted words head an interview; further down they are somebody's words.
        if place and _QUOTATION.match(block.text):
            continue
        if _is_question(block.text) and len(block.text.split()) > MAX_QUESTION_WORDS:
            continue
        if below.text[:1].islower():
            continue
        longer = not _shaped(below.text) or (below.kind == "line" and len(below.text) > len(block.text))
        heads_list = below.kind == "item" and not _is_question(block.text)
        if (_is_paragraph(below) and longer) or place + 1 in found or heads_list:
            found.add(place)
    return found


def _without_runs(found: set[int], count: int) -> set[int]:
    """Without the lines of long runs: short lines under each other are a list; the first of all may be a title."""
    kept = set(found)
    place = 0
    while place < count:
        end = place
        while end in found:
            end += 1
        if end - place > MAX_RUN:
            kept -= set(range(place if place else 1, end))
        place = max(end, place) + 1
    return kept


def find_headings(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, each ``line`` made a ``heading`` or a ``text``.

    A short question alone between paragraphs is one of the article's sentences, unless other headings show
    that the article has headings (or three such questions are its headings).
    """
    found = _without_runs(_candidates(blocks), len(blocks))
    questions = {place for place in found if _is_question(blocks[place].text)}
    if found == questions and len(questions) < 3:
        found = set()
    out = []
    for place, block in enumerate(blocks):
        if block.kind == "line":
            out.append(
                replace(block, kind="heading" if place in found else "text", level=2 if place in found else 0)
            )
        else:
            out.append(block)
    return out
