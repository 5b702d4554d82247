"""What stands in an article and is not part of it: teasers, captions, share lines, bylines, advertising.

All rules look at whole blocks, and at short ones: a sentence in the middle of a paragraph is never taken out.
They err on the side of leaving something in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.ingest.dates import DATE_LINE, iso_date
from podcast.ingest.document import Block
from podcast.ingest.furniture_rules import (
    BYLINE,
    CALLS,
    CREDIT_END,
    CREDIT_START,
    DESK,
    LABEL,
    LOWER_NAMES,
    PODCAST,
    POINTER,
    PROMOTED,
    READING_TIME,
    SHARE_SURE,
    SHARE_WORDS,
    TEASER,
    WITH_TWO,
)
from podcast.ingest.plain import ENDS

__all__ = ["Kept", "is_advertising", "keep_article"]

SHORT = 200
"""Characters. Longer blocks are never furniture (captions with a credit at their end: ``CAPTION``)."""
CAPTION = 400
BYLINE_BLOCKS = 6
"""A byline stands among the first blocks, before the first paragraph of this many characters:"""
LONG = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """The article's own blocks, and what bylines and "Stand:" lines said (``""`` where there was none)."""

    blocks: tuple[Block, ...]
    author: str = ""
    date: str = ""


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


def is_advertising(text: str, advertised: Sequence[str] = ()) -> bool:
    """Whether a block advertises this podcast: a short line that names it, or one of the same shape.

    ``advertised`` are the show's name, its tagline and the hosts' names. A full sentence counts only where it
    names show and podcast both: an article may well speak of a podcast.
    """
    if len(text) > SHORT:
        return False
    key = f" {_key(text)} "
    names = [_key(name) for name in advertised if _key(name)]
    long = [name for name in names if " " in name and f" {name} " in key]
    single = {name for name in names if " " not in name and f" {name} " in key}
    podcast = bool(PODCAST.search(text))
    if ENDS.search(text) and not text.endswith(":"):
        return bool(long) and podcast and len(text) <= SHORT
    return bool(long) or (podcast and (len(single) > 1 or bool(WITH_TWO.search(text))))


def _is_share(text: str) -> bool:
    words = re.findall(r"[\w-]+", text.casefold())
    return 0 < len(words) <= 12 and set(words) <= SHARE_WORDS and bool(set(words) & SHARE_SURE)


def _is_caption(text: str) -> bool:
    if len(text) <= SHORT and CREDIT_START.match(text):
        return True
    return len(text) <= CAPTION and bool(CREDIT_END.search(text))


def _is_promotion(text: str) -> bool:
    return (
        len(text) <= SHORT
        and bool(PROMOTED.search(text))
        and bool(CALLS.match(text))
        and (
            not ENDS.search(text)
            or bool(re.search(r"\b(?:sie|dich|dir|you|your|unser\w*|our|jetzt|now)\b", text, re.I))
        )
    )


def _is_furniture(block: Block, advertised: Sequence[str]) -> bool:
    text = block.text
    if is_advertising(text, advertised) or _is_caption(text):
        return True
    if len(text) > SHORT:
        return False
    return bool(
        _is_share(text)
        or LABEL.match(text)
        or READING_TIME.match(text)
        or _is_promotion(text)
        or not re.search(r"\w", text)
    )


def _byline(text: str) -> str:
    """The authors of ``Von Max Muster und Eva Beispiel, Washington``; ``""`` where it is no byline."""
    if len(text) <= 120 and (desk := DESK.match(text)):
        return desk["names"].strip()
    found = BYLINE.match(text) if len(text) <= 120 and not re.search(r"[!?:]$", text) else None
    if not found:
        return ""
    names = re.split(r",| und | and | & ", found["names"])
    # "Von Anfang an" and "By Train": a person has at least two names, and all of them are capitalised.
    real = [n.strip() for n in names if re.match(r"\S+ \S", n.strip()) and n.strip()[:1].isupper()]
    capital = all(w[:1].isupper() or w in LOWER_NAMES for n in real for w in n.split())
    return ", ".join(real) if real and capital and real[0] == names[0].strip() else ""


def _teased(blocks: Sequence[Block], start: int) -> int:
    """Where what belongs to a teaser's label ends: list items, and short lines that head no paragraph."""
    end = start
    while end < len(blocks):
        block = blocks[end]
        following = blocks[end + 1] if end + 1 < len(blocks) else None
        heads = following is not None and following.kind in ("text", "line") and len(following.text) > 120
        headline = len(block.text) <= 120 and not ENDS.search(block.text) and not heads
        if not (block.kind == "item" and len(block.text) <= SHORT) and not (
            headline and block.kind in ("line", "text")
        ):
            break
        end += 1
    return end


def keep_article(blocks: Sequence[Block], advertised: Sequence[str] = ()) -> Kept:
    """Leave out what is not the article; take author and date from the lines that name them."""
    kept: list[Block] = []
    author = date = ""
    place = 0
    started = False
    while place < len(blocks):
        block = blocks[place]
        place += 1
        text = block.text
        if len(text) <= SHORT and TEASER.match(text) and not _is_sentence(text):
            # "Lesen Sie auch: Der Titel" has its title with it; a bare label has its titles below it.
            if text.rstrip(" :.…»›>").count(" ") <= 4 or text.rstrip().endswith(":"):
                place = _teased(blocks, place)
            continue
        if _is_furniture(block, advertised):
            continue
        if len(text) <= 120 and (found := DATE_LINE.match(text)):
            date = date or iso_date(found["date"] or text)
            continue
        if not started and len(kept) < BYLINE_BLOCKS and (names := _byline(text)):
            author = author or names
            date = date or iso_date(text)
            continue
        started = started or len(text) >= LONG
        kept.append(block)
    return Kept(tuple(kept), author, date)


def _is_sentence(text: str) -> bool:
    """``Mehr dazu sagte er nicht.`` is the article's; ``Lesen Sie hier, was … ist.`` is not."""
    return bool(re.search(r"[.!?]$", text)) and not POINTER.match(text)
