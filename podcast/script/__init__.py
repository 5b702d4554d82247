"""A script: segments of turns. Pure: Markdown in and out, no file is read or written.

The format is described in docs/script-format.md.
"""

from __future__ import annotations

from podcast.script.body import Direction, comments, has_words, pieces, plain, written
from podcast.script.emphasis import LITERAL, STRESSED, unmarked
from podcast.script.model import Script, Segment, Turn, edges, voiced
from podcast.script.parser import parse, problems
from podcast.script.writer import write

__all__ = [
    "LITERAL",
    "STRESSED",
    "Direction",
    "Script",
    "Segment",
    "Turn",
    "comments",
    "edges",
    "has_words",
    "parse",
    "pieces",
    "plain",
    "problems",
    "unmarked",
    "voiced",
    "write",
    "written",
]
