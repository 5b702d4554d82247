"""A text that is too long for one request, in pieces that can be spoken one by one."""

from __future__ import annotations

import re

__all__ = ["pause_after_s", "split"]

_ENDS = (
    # A sentence's end: a word in small letters before the mark (no "Dr.", no "z. B.", no "3."), a capital after it.
    re.compile(r"(?<=[a-zäöüß]{3})[.!?…]['\"“”»«)]*\s+(?=['\"„“»«(]?[A-ZÄÖÜ])"),
    re.compile(r"[.!?…]['\"“”»«)]*\s+"),
    re.compile(r"[;:]\s+"),
    re.compile(r",\s+"),
    re.compile(r"\s+"),
)
SMALLEST = 0.25
"""A piece is cut at the best kind of place that leaves it at least this share of the limit."""
PAUSES_S = {".": 0.6, "!": 0.6, "?": 0.6, "…": 0.6, ";": 0.35, ":": 0.35, ",": 0.2}
"""Between two sentences Pico is silent for 0.64 s (measured); less within one."""
NO_MARK_PAUSE_S = 0.06
"""Between two words."""


def split(text: str, limit: int) -> list[str]:
    """``text`` in pieces of at most ``limit`` characters, cut at sentence ends, else at the next best place.

    Joined they are the text again, but for its white space. Each piece has a letter or a digit.
    """
    pieces = []
    rest = " ".join(text.split())
    while len(rest) > limit:
        cut = _best_cut(rest, limit)
        pieces.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    pieces.append(rest)
    return _with_words([piece for piece in pieces if piece], limit)


def _best_cut(text: str, limit: int) -> int:
    head = text[: limit + 2]
    for ends in _ENDS:
        cuts = [match.end() for match in ends.finditer(head) if len(head[: match.end()].rstrip()) <= limit]
        if cuts and cuts[-1] > SMALLEST * limit:
            return cuts[-1]
    return limit


def _with_words(pieces: list[str], limit: int) -> list[str]:
    """A piece of marks alone goes to its neighbour where it fits, else away: there is nothing in it to be spoken."""
    kept: list[str] = []
    for piece in pieces:
        if any(c.isalnum() for c in piece):
            kept.append(piece)
        elif kept and len(kept[-1]) + 1 + len(piece) <= limit:
            kept[-1] += " " + piece
    return kept


def pause_after_s(piece: str) -> float:
    """The silence in seconds that belongs between ``piece`` and the next one."""
    last = piece.rstrip("'\"“”»«) ")[-1:]
    return PAUSES_S.get(last, NO_MARK_PAUSE_S)
