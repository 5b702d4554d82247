"""Markdown → blocks. Images, code, tables and footnotes are not for the ear and fall away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from podcast.ingest.document import Block, Document
from podcast.ingest.frontmatter import split_front_matter
from podcast.ingest.plain import is_bold_heading

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["looks_like_markdown", "read_markdown"]

_FOOTNOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*", re.M)
_MARK = re.compile(r"\[\^[^\]\n]{1,40}\]")
_SIGNS = re.compile(r"^#{1,6}[ \t]+\S|^\[[^\]]+\]:[ \t]+\S|\[[^\]\n]+\]\((?:https?:|/|#)[^)\n]*\)|^!\[", re.M)

# A line longer than this was not wrapped by hand: then each line is a paragraph, the show's way.
UNWRAPPED = 150
_DROPPED = {"fence", "code_block", "hr"}


def looks_like_markdown(text: str) -> bool:
    """Whether a text without a telling name is Markdown: it has a ``#`` heading, a link or an image."""
    return bool(_SIGNS.search(text))


def _inline(token: Token) -> list[str]:
    """The words of a paragraph, one string for each of its lines."""
    lines = [""]
    raised = 0
    for child in token.children or ():
        if child.type == "html_inline":
            tag = child.content.lower()
            if tag.startswith("<sup"):
                raised += 1
            elif tag.startswith("</sup"):
                raised = max(0, raised - 1)
            elif tag.startswith("<br"):
                lines[-1] += " "
        elif child.type in ("softbreak", "hardbreak"):
            lines.append("")
        elif child.type in ("text", "code_inline") and not raised:
            lines[-1] += child.content
    return [line.strip() for line in lines if line.strip()]


def _is_bold(token: Token) -> bool:
    """A paragraph that is bold from end to end: how many write a heading."""
    kinds = [c.type for c in token.children or () if c.type != "text" or c.content.strip()]
    return kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"] and kinds.count("strong_open") == 1


def _blocks(tokens: Sequence[Token]) -> list[Block]:
    blocks: list[Block] = []
    heading, lists, tables = 0, 0, 0
    for token in tokens:
        kind = token.type
        if kind == "heading_open":
            heading = int(token.tag[1])
        elif kind == "heading_close":
            heading = 0
        elif kind in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif kind in ("table_open", "table_close"):
            tables += 1 if kind == "table_open" else -1
        elif kind == "html_block":
            from podcast.ingest.htmltree import blocks_of_fragment

            blocks.extend(blocks_of_fragment(token.content))
        elif kind == "inline" and not tables:
            blocks.extend(_paragraph(token, heading, in_list=lists > 0))
    return blocks


def _paragraph(token: Token, heading: int, *, in_list: bool) -> list[Block]:
    lines = _inline(token)
    if not lines:
        return []
    if heading:
        return [Block("heading", " ".join(lines), heading)]
    if in_list:
        return [Block("item", " ".join(lines))]
    if len(lines) == 1 and _is_bold(token) and is_bold_heading(lines[0]):
        return [Block("heading", lines[0], 6)]
    if len(lines) > 1 and max(map(len, lines)) > UNWRAPPED:
        return [Block("line", line) for line in lines]
    return [Block("text", " ".join(lines))]


def read_markdown(text: str) -> Document:
    """A Markdown text (cleaned), with or without front matter."""
    from markdown_it import MarkdownIt

    meta, body = split_front_matter(text)
    body = _MARK.sub("", _FOOTNOTE.sub("", body))
    tokens = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).parse(body)
    blocks = _blocks(tokens)
    if not any(block.kind == "heading" for block in blocks):
        blocks = [Block("line", b.text) if b.kind == "text" else b for b in blocks]
    return Document(
        tuple(blocks),
        title=meta.get("title", ""),
        author=meta.get("author", meta.get("authors", "")),
        date=meta.get("date", meta.get("published", "")),
        language=meta.get("language", meta.get("lang", "")),
        language_sure=True,
    )
