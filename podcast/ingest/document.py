"""What every reader returns: a document in blocks, before anything is known of sentences or sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Block", "Document", "Kind"]

Kind = Literal["heading", "text", "item", "line"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or list item; ``text`` has no line break.

    ``heading`` and ``text`` come from markup. A ``line`` is a paragraph of a document without markup: whether
    it is a heading is still to be found out by its shape. ``level`` is 1 to 6 for a heading (0 for one
    that the file marks as the title), else 0.
    """

    kind: Kind
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order with what the file says of itself (each ``""`` where it says nothing).

    ``title`` is a title that was meant as one (front matter, a page's title); ``rough_title`` one that is
    often left over from something else (properties of a Word file or PDF) and comes after a title line.
    ``date`` is as found, not yet ISO. ``language`` is as found ("de-AT"); ``language_sure`` where a person
    wrote it for this article, not a page's generator.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    rough_title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    language_sure: bool = False
