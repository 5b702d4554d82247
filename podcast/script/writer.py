"""Script → script.md. What nobody touched keeps its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from podcast.errors import ScriptError
from podcast.script import body, meta
from podcast.script.model import Script, Segment, Turn
from podcast.script.parser import heading_of, turn_of

__all__ = ["write"]


def _ranges(sentences: Sequence[int]) -> str:
    """Sentence numbers as they stand in a comment: ``s1-s3, s7``."""
    runs: list[list[int]] = []
    for number in sentences:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"s{first}" if first == last else f"s{first}-s{last}" for first, last in runs)


def _turn(turn: Turn, number: int, hosts: Sequence[str], newline: str) -> str:
    link = f" <!-- {_ranges(turn.sentences)} -->" if turn.sentences else ""
    text = f"**{turn.host}:** {turn.body}{link}\n"
    if turn_of(text, hosts) != turn:
        raise ScriptError(
            f"turn {number} of {turn.host} cannot be written: it is empty, holds a heading or the start of "
            f"another turn, or has an error in a direction"
        )
    return text.replace("\n", newline)


def _says(segment: Segment, *, bare: bool) -> bool:
    """Does the segment's source say its heading?"""
    if segment.source is None:
        return False
    said = heading_of(segment.source)
    return said == segment.heading or (bare and said is None and not segment.heading)


def _heading(segment: Segment, *, bare: bool, newline: str) -> str:
    """The canonical heading, with the notes that stood under the old one."""
    text = body.plain(segment.heading).replace("#", r"\#")
    line = "" if bare and not text else f"## {text}".rstrip() + newline
    old = segment.source or ""
    notes = [old[start:end] for start, end in body.comments(old) if end > 0 and old[:start].strip()]
    return line + "".join(newline + note + newline for note in notes)


class _Page:
    """Text that grows; pieces that were written anew get an empty line around them."""

    def __init__(self, start: str, newline: str) -> None:
        self.parts = [start] if start else []
        self.newline = newline
        self.fresh = False

    def add(self, text: str, *, fresh: bool) -> None:
        last = self.parts[-1] if self.parts else ""
        if last.strip("\ufeff"):
            if not last.endswith(("\n", "\r")):
                last += self.newline
                self.parts.append(self.newline)
            if (fresh or self.fresh) and not last.endswith(self.newline * 2):
                self.parts.append(self.newline)
        if text:
            self.parts.append(text)
            self.fresh = fresh


def write(script: Script) -> str:
    """The text of script.md.

    Turns, headings and front matter whose source still says what they say are written as they stood, all
    others in the canonical form, so ``write(parse(text))`` is ``text`` to the byte and parsing what was
    written gives the same script. Raises ``ScriptError`` for a turn that would not come back.
    """
    sources = [script.source, *(segment.source for segment in script.segments)]
    sources += [turn.source for turn in script.turns]
    newline = meta.line_end("".join(source for source in sources if source))
    start = meta.rewrite(script.source, script.meta, newline)
    page = _Page(start, newline)
    page.fresh = script.source is None
    titled = heading_of(start, meta.scan(meta.lines_of(start))[1]) is not None
    hosts = sorted({turn.host for turn in script.turns})
    number = 0
    for at, segment in enumerate(script.segments):
        bare = at == 0 and not titled
        kept = _says(segment, bare=bare)
        text = segment.source or "" if kept else _heading(segment, bare=bare, newline=newline)
        if text:
            page.add(text, fresh=not kept)
        for turn in segment.turns:
            number += 1
            same = turn.source is not None and turn_of(turn.source, hosts) == turn
            page.add(turn.source or "" if same else _turn(turn, number, hosts, newline), fresh=not same)
    return "".join(page.parts)
