"""A Word file (DOCX) → blocks; headings by their style."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from podcast.errors import ArticleError
from podcast.ingest.decode import clean
from podcast.ingest.document import Block, Document
from podcast.ingest.plain import is_bold_heading

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

__all__ = ["MAX_UNPACKED_BYTES", "check_unpacked", "read_word"]

MAX_UNPACKED_BYTES = 200_000_000
"""A packed file that says it is larger than this is a bomb (a book with pictures has some 50 MB)."""

_HEADING = re.compile(r"^(?:heading|überschrift|ueberschrift)\s*(\d)", re.I)
# What programs write into a file's properties when nobody has filled them in.
_NOBODY = {
    "",
    "python-docx",
    "admin",
    "administrator",
    "user",
    "benutzer",
    "microsoft office user",
    "word document",
}


def check_unpacked(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a packed file from memory. Raises ``ArticleError`` where it is damaged or would grow without end."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ArticleError(f"{name} is damaged: it cannot be unpacked") from error
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES or len(entries) > 20_000:
        raise ArticleError(
            f"{name} unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB; that is no article"
        )
    return packed


def _text(paragraph: Paragraph) -> str:
    """The paragraph's words without raised figures: those are footnotes' marks."""
    from docx.text.hyperlink import Hyperlink

    parts: list[str] = []
    for piece in paragraph.iter_inner_content():
        runs = piece.runs if isinstance(piece, Hyperlink) else [piece]
        for run in runs:
            if run.font.superscript and run.text.strip().isdigit():
                unit = re.search(r"(?:^|\W|\d)(?:[kcdm]?m|10|\d)$", "".join(parts))
                parts.append(run.text.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")) if unit else "")
            elif not run.font.hidden:
                parts.append(run.text)
    return " ".join(clean("".join(parts)).split())


def _block(paragraph: Paragraph) -> Block | None:
    text = _text(paragraph)
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    if not text or re.match(r"caption|beschriftung|toc |verzeichnis|header|footer|footnote", style, re.I):
        return None
    if found := _HEADING.match(style):
        return Block("heading", text, min(6, max(1, int(found[1]))))
    if style in ("Title", "Titel"):
        return Block("heading", text, 0)
    properties = paragraph._p.pPr  # python-docx has no public name for "is in a list"
    if style.startswith("List") or (properties is not None and properties.numPr is not None):
        return Block("item", text)
    runs = [run for run in paragraph.runs if run.text.strip()]
    if runs and all(run.bold for run in runs) and is_bold_heading(text):
        return Block("heading", text, 6)
    return Block("text", text)


def read_word(data: bytes, name: str) -> Document:
    """The article in a DOCX file. Tables, pictures and footnotes fall away. Raises ``ArticleError``."""
    import docx

    check_unpacked(data, name).close()
    try:
        file = docx.Document(io.BytesIO(data))
        blocks = [block for block in map(_block, file.paragraphs) if block]
        properties = file.core_properties
        title, author = properties.title or "", properties.author or ""
    except Exception as error:  # python-docx lets through what lxml, zipfile and its own look-ups raise
        raise ArticleError(f"{name} is damaged: it is no DOCX file that can be read") from error
    if not any(block.kind == "heading" for block in blocks):
        blocks = [Block("line", b.text) if b.kind == "text" else b for b in blocks]
    return Document(
        tuple(blocks),
        rough_title="" if title.strip().lower() in _NOBODY else clean(title).strip(),
        author="" if author.strip().lower() in _NOBODY else clean(author).strip(),
    )
