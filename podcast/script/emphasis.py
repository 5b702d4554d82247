"""Emphasis as Markdown writes it (``*so*``, ``__so__``): taken away, or kept as marks for a voice. Pure text work.

Marks are pairs of code points that no text has (the last plane's private ones); whoever speaks a text reads them and
takes them out. ``LITERAL`` stands around the spoken half of ``{written|spoken}``, ``STRESSED`` around emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["LITERAL", "STRESSED", "balanced", "unemphasised", "unmarked"]

LITERAL = ("\U0010f201", "\U0010f202")
"""To be spoken exactly so: no figure, acronym or name in it is read in another way."""
STRESSED = ("\U0010f203", "\U0010f204")
"""To be stressed, by a voice that can. A pair may stand inside a pair."""

_MARKS = re.compile("[" + "".join((*LITERAL, *STRESSED)) + "]")
_RUN = re.compile(r"\*+|_+")
_WORDLESS = re.compile(rf"{STRESSED[0]}([^\w{STRESSED[0]}{STRESSED[1]}]*){STRESSED[1]}")


def unmarked(text: str) -> str:
    """The text without any marks."""
    return _MARKS.sub("", text)


def unemphasised(text: str, *, marked: bool = False) -> str:
    """Take away ``*``, ``**``, ``_``, ``__`` where they stand in pairs around something, as Markdown does.

    ``marked``: ``STRESSED`` stands where they stood.
    """
    runs = list(_RUN.finditer(text))
    left = [len(run[0]) for run in runs]
    begun, ended = [0] * len(runs), [0] * len(runs)
    opened: dict[str, list[int]] = {"*": [], "_": []}
    for at, run in enumerate(runs):
        before, after = text[: run.start()][-1:], text[run.end() : run.end() + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if run[0][0] == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        stack = opened[run[0][0]]
        while closes and left[at] and stack:
            taken = min(left[at], left[stack[-1]])
            left[at] -= taken
            left[stack[-1]] -= taken
            begun[stack[-1]] += 1
            ended[at] += 1
            if not left[stack[-1]]:
                stack.pop()
        if opens and left[at]:
            stack.append(at)
    out, end = [], 0
    for at, run in enumerate(runs):
        # A pair of stars without its other half is a slip of the pen, not something to be read out.
        keep = "" if left[at] >= 2 and run[0][0] == "*" else run[0][: left[at]]
        if marked:
            keep = STRESSED[1] * ended[at] + keep + STRESSED[0] * begun[at]
        out += [text[end : run.start()], keep]
        end = run.end()
    return "".join(out) + text[end:]


def balanced(parts: Sequence[str]) -> list[str]:
    """The parts of a marked text, each with whole pairs of ``STRESSED``, none around nothing.

    What is stressed over a cut is stressed on both sides.
    """
    out: list[str] = []
    depth = 0
    for part in parts:
        text = STRESSED[0] * depth + part
        for mark in part:
            depth = max(0, depth + (mark == STRESSED[0]) - (mark == STRESSED[1]))
        text += STRESSED[1] * depth
        while (shorter := _WORDLESS.sub(r"\1", text)) != text:
            text = shorter
        out.append(text)
    return out
