"""Turns that break off: the last words are missing, or the first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.half_told import left
from podcast.checks.talk import sentences, shown, squeezed, tokens
from podcast.checks.unfinished import lack

__all__ = ["findings"]

_CLOSERS = " \"“”’'»«)]"
_END = (".", "!", "?", "…")
_OPEN_END = ("–", "—", "-", ":", ",", ";")
"""A turn may end so where the other host takes up the sentence."""
_DASHES = ("–", "—", "-", "…")
_PAIRS = (("„", '“”"'), ("»", "«"), ("(", ")"))

_ASIDE = re.compile(r"(?<=[.!?…])\s+\([^()]*\)$")
"""Words in brackets after the last full stop ("… und Schluss. (lacht)") are another check's business."""
_STARTS_LOW = re.compile(r"[a-zäöüß]")
_LOW_NAMES = re.compile(
    r"[a-z][A-Z]|e-[A-Z]|(?:de|di|da|del|della|al|el|van|von|bin|ibn)\s+(?:\w+\s+)?[A-ZÄÖÜ]"
)
"""Names that begin with a small letter wherever they stand: iPhone, eBay, de Gaulle."""
_TAKES_UP = re.compile(
    r"(?:und|oder|aber|sondern|nämlich|denn|weil|dass|wobei|and|or|but|because|namely|that)\b"
)
"""A small first letter with one of these takes up the other host's sentence, full stop or not."""


def findings(given: Given) -> Iterator[Finding]:
    """``broken-off``: an error where a turn cannot go on air like this, a warning where it may be meant."""
    named = Counter(number for said in given.said for number in set(said.turn.sentences))
    for at, said in enumerate(given.said):
        before = given.said[at - 1] if at else None
        after = given.said[at + 1] if at + 1 < len(given.said) else None
        if (
            found := _end(given, said, after)
            or _start(said, before)
            or _half(given, said, before, after, named)
        ):
            yield found


def _end(given: Given, said: Said, after: Said | None) -> Finding | None:
    text = _ASIDE.sub("", said.text.rstrip())
    if not any(map(str.isalnum, text)):
        return None
    last = sentences(text)[-1]
    tail = " ".join(text.split()[-4:])
    bare = text.rstrip(_CLOSERS)
    if missing := _unclosed(text):
        if after and after.host != said.host and _closes(after.text, missing):
            return None
        message = f"the turn ends in “{tail}” without the {missing} that closes it; is it cut off?"
        return said.finding("broken-off", "error", message, "conversation", tail)
    if bare.endswith(_DASHES):
        return None
    if bare.endswith(_OPEN_END):
        near = after is not None and after.segment == said.segment
        text = after.text.lstrip(" …–—-.") if after else ""
        if near and (not bare.endswith((",", ";")) or _STARTS_LOW.match(text)):
            return None
        meant = near and _TAKES_UP.match(
            text.casefold()
        )  # "…, " – "Und zum anderen …": the other host's capital
        message = f"the turn ends in “{tail}”, and nobody goes on; is it cut off?"
        return said.finding("broken-off", "warning" if meant else "error", message, "conversation", tail)
    if not bare.endswith(_END):
        if len(tokens(text)) == 1:
            message = f"“{tail}” has no mark at its end; voices need one"
            return said.finding("broken-off", "warning", message, "conversation", tail)
        message = f"the turn ends in “{tail}” without a full stop; is it cut off?"
        return said.finding("broken-off", "error", message, "conversation", tail)
    if (waits := lack(last, given.language)) and not _stands_so(last, given.wholes):
        message = f"the last sentence ends in “{tail}”, and something must follow “{waits}”; is it cut off?"
        return said.finding("broken-off", "error", message, "conversation", tail)
    return None


def _stands_so(last: str, wholes: frozenset[str]) -> bool:
    """Does a heading or a sentence of the article end in all these words, or these words in one of its own?"""
    words = squeezed(last)
    return any(
        f" {whole}".endswith(f" {words}") or (" " in whole and words.endswith(f" {whole}"))
        for whole in wholes
    )


def _half(
    given: Given, said: Said, before: Said | None, after: Said | None, named: Counter[int]
) -> Finding | None:
    """The article goes on where the turn ends, and nobody says the rest. ``named``: by how many turns a sentence is."""
    near = " ".join(each.text for each in (before, said, after) if each)
    others = {number for number in said.turn.sentences if named[number] > 1}
    found = left(said.text, given.carried(said), near, given.language, others)
    if found is None:
        return None
    tail = " ".join(said.text.split()[-4:])
    message = (
        f"the turn ends in “{tail}”, where {found.where} goes on: “{shown(found.words)}”; is it cut off?"
    )
    return said.finding("broken-off", "warning", message, "conversation", tail)


def _unclosed(text: str) -> str:
    """The closing mark that is missing at the end; "" where every mark has its other half."""
    swiss = 0 <= text.find("«") < text.find("»") or ("«" in text and "»" not in text)
    for opened, closed in (*_PAIRS, ("«", "»") if swiss else ("»", "«")):
        at = text.rfind(opened)
        if at >= 0 and not any(mark in text[at + 1 :] for mark in closed):
            return closed[0]
    if text.count('"') % 2 and "„" not in text and not re.search(r'\d\s?"', text):
        return '"' if text.rfind('"') < len(text) - 2 else ""
    return ""


def _closes(text: str, mark: str) -> bool:
    """Does the next turn go on with the quotation, closing before it opens one?"""
    opened = {"“": "„", "«": "»", "»": "«", '"': ""}.get(mark)
    if opened is None:
        return False
    end = min((text.find(char) for char in (mark, "”") if char in text), default=-1)
    return end >= 0 and (not opened or opened not in text[:end])


def _start(said: Said, before: Said | None) -> Finding | None:
    """A small letter at the start, where nobody left a sentence open: its first half is missing."""
    text = said.text.lstrip()
    if not _STARTS_LOW.match(text) or _LOW_NAMES.match(text) or _TAKES_UP.match(text):
        return None
    if before and before.text.rstrip(_CLOSERS).endswith((*_OPEN_END, "…")):
        return None
    head = " ".join(text.split()[:4])
    message = f"the turn starts with a small letter (“{head}”); is its beginning missing?"
    return said.finding("broken-off", "warning", message, "conversation", head)
