"""Plain text → blocks: paragraphs of one long line each, or wrapped lines with blank lines between.

Which of the two it is shows in where lines end: a line broken for its width ends in the middle of a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from podcast.ingest.document import Block, Document
from podcast.ingest.frontmatter import split_front_matter

__all__ = ["ENDS", "is_bold_heading", "join_wrapped", "paragraphs", "read_plain"]

ENDS = re.compile(r"[.!?…:;][\"'“”‘’«»›‹)\]]*$")
"""A line that ends a sentence (or announces something)."""

BULLET = re.compile(r"^\s*(?:[-*+•‣▪◦·–—]|\d{1,2}[.)])\s+(?=\S)")
_RULE = re.compile(r"^\s*(?:[-=_*~#+·•.]\s*){3,}$")
_TABLE_ROW = re.compile(r"(?:\t[^\t]*){2}|(?:\|[^|]*){2}|(?:\S {3,}){2}\S")

_STOPS = re.compile(r"[.!…:;,][\"'“”‘’«»›‹)\]]*$")


def is_bold_heading(text: str) -> bool:
    """Whether a paragraph that is bold from end to end is a heading: short, and no sentence but perhaps a question."""
    return len(text) <= 100 and not _STOPS.search(text)


# Mail and text editors wrap at 65 to 80 columns, wide ones at 120; the show's paragraphs have 300 to 3000.
MAX_WIDTH = 130
# Of the lines that another follows, so many end in mid-sentence in wrapped text.
MIN_OPEN_SHARE = 0.5


def _chunks(lines: Iterable[str]) -> list[list[str]]:
    """Runs of lines without a blank or a ruled one between them."""
    chunks: list[list[str]] = [[]]
    for line in lines:
        if line.strip() and not _RULE.match(line):
            chunks[-1].append(line)
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _width(chunks: list[list[str]]) -> int:
    """The width at which the text was wrapped, in characters; 0 where its lines are whole paragraphs."""
    inner = [line.strip() for chunk in chunks for line in chunk[:-1]]
    if not inner:
        return 0
    lengths = sorted(len(line) for line in inner)
    # One long address does not make a wrapped text an unwrapped one.
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    still_open = sum(not ENDS.search(line) for line in inner if len(line) > width // 2)
    full = sum(len(line) > width // 2 for line in inner)
    if width > MAX_WIDTH or width < 20 or still_open < MIN_OPEN_SHARE * full:
        return 0
    # Most of the text stands in lines that are longer: those are paragraphs, and the short ones something else.
    every = [len(line) for chunk in chunks for line in chunk]
    if sum(length for length in every if length > width * 1.5) * 2 > sum(every):
        return 0
    # One-line paragraphs under each other are no wrapping: wrapped lines go on in mid-sentence, often in small letters.
    pairs = [(a.strip(), b.strip()) for chunk in chunks for a, b in itertools.pairwise(chunk)]
    goes_on = sum(not ENDS.search(a) and (b[:1].islower() or len(a) > width * 0.75) for a, b in pairs)
    in_small = any(b[:1].islower() for _, b in pairs)
    return width if goes_on >= MIN_OPEN_SHARE * still_open and (in_small or goes_on > 3) else 0


def _ends_here(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with this line: the next word would still have fitted, or a list begins."""
    if BULLET.match(following) and (BULLET.match(line) or ENDS.search(line)):
        return True
    word = following.split(maxsplit=1)[0]
    room = len(line.rstrip()) + 1 + len(word) <= width * 0.9
    starts = not word[:1].islower()
    return room and starts and (bool(ENDS.search(line)) or len(line) < width * 0.7)


def join_wrapped(lines: list[str], width: int) -> list[str]:
    """Wrapped lines of one chunk → paragraphs, each on one line; words cut at a line's end made whole."""
    out = [lines[0].strip()]
    for line, following in itertools.pairwise(lines):
        if _ends_here(line.strip(), following.strip(), width):
            out.append(following.strip())
        else:
            out[-1] = _join(out[-1], following.strip())
    return out


def _join(left: str, right: str) -> str:
    """``Verhand-`` + ``lung`` is one word; ``Vor-`` + ``und Nachteile`` and ``US-`` + ``Präsident`` keep the hyphen."""
    if re.search(r"[^\W\d_]{2}-$", left) and right[:1].islower():
        if re.match(r"(?:und|oder|bzw|and|or|sowie|als|bis|to)\b", right):
            return f"{left} {right}"
        return left[:-1] + right
    if re.search(r"\w-$", left) and right[:1].isupper():
        return left + right
    return f"{left} {right}"


def _is_row(line: str) -> bool:
    return len(line) < 300 and bool(_TABLE_ROW.search(line.strip())) and not ENDS.search(line)


def _block(text: str) -> Block:
    if BULLET.match(text) and not re.match(r"^\s*\d", text):
        return Block("item", BULLET.sub("", text, count=1).strip())
    return Block("line", text.strip())


def paragraphs(text: str) -> list[Block]:
    """The blocks of a cleaned text: ``line`` and ``item``. Tables and rules fall away."""
    chunks = _chunks(text.split("\n"))
    width = _width(chunks)
    blocks: list[Block] = []
    for chunk in chunks:
        rows = [_is_row(line) for line in chunk]
        lines = chunk if sum(rows) < 2 else [line for line, row in zip(chunk, rows, strict=True) if not row]
        if not lines:
            continue
        whole = join_wrapped(lines, width) if width and max(map(len, lines)) <= width * 1.5 else lines
        blocks.extend(_block(part) for part in whole)
    return blocks


def read_plain(text: str) -> Document:
    """A plain text, with or without front matter."""
    meta, body = split_front_matter(text)
    return Document(
        tuple(paragraphs(body)),
        title=meta.get("title", ""),
        author=meta.get("author", meta.get("authors", "")),
        date=meta.get("date", meta.get("published", "")),
        language=meta.get("language", meta.get("lang", "")),
        language_sure=True,
    )
