"""A PDF → blocks: lines joined to paragraphs again, running heads and page numbers dropped."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from podcast.errors import ArticleError
from podcast.ingest.decode import clean
from podcast.ingest.document import Document
from podcast.ingest.plain import paragraphs

__all__ = ["read_pdf"]

MAX_PAGES = 400
MIN_LETTERS = 40
"""A PDF with fewer letters than this is a scan or a picture."""

_NUMBER = re.compile(
    r"^\W*(?:(?:Seite|Page|S\.|p\.)\s*)?\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?\W*$|^[ivxl]{1,6}$", re.I
)


def _shape(line: str) -> str:
    """A line with its figures levelled: ``Seite 3`` and ``Seite 4`` are the same running head."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _edges(page: list[str]) -> list[int]:
    """Places of the lines where a running head or foot can stand: the first and last two that say anything."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    return sorted({*filled[:2], *filled[-2:]})


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the edge of at least half of them (and of two), and page numbers."""
    counts = Counter(shape for page in pages for shape in {_shape(page[i]) for i in _edges(page)})
    running = {shape for shape, count in counts.items() if count >= max(2, (len(pages) + 1) // 2)}
    out = []
    for page in pages:
        edges = set(_edges(page))
        out.append(
            [
                line
                for place, line in enumerate(page)
                if not (place in edges and (_NUMBER.match(line.strip()) or _shape(line) in running))
            ]
        )
    return out


def _joined(pages: list[list[str]]) -> str:
    """One text. A page's end is a line's end like any other where the sentence goes on behind it."""
    lines: list[str] = []
    for page in pages:
        body = list(page)
        while body and not body[0].strip():
            body.pop(0)
        while body and not body[-1].strip():
            body.pop()
        lines.extend(body)
    return "\n".join(lines)


def _extract(data: bytes, name: str) -> tuple[list[list[str]], str, str]:
    """The lines of each page, the title and the author that the file names."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    file = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if file.is_encrypted and not file.decrypt(""):
        raise ArticleError(f"{name} is locked with a password; save a copy without one and try again")
    if len(file.pages) > MAX_PAGES:
        raise ArticleError(f"{name} has {len(file.pages)} pages; more than {MAX_PAGES} are no article")
    pages = [clean(page.extract_text() or "").split("\n") for page in file.pages]
    info = file.metadata
    return pages, str((info and info.title) or ""), str((info and info.author) or "")


def read_pdf(data: bytes, name: str) -> Document:
    """The article in a PDF. Raises ``ArticleError``: damaged, locked, too long, or only pictures of text."""
    try:
        pages, title, author = _extract(data, name)
    except ArticleError:
        raise
    except Exception as error:  # pypdf lets through whatever a broken file leads it into
        raise ArticleError(f"{name} is damaged: it is no PDF that can be read") from error
    text = _joined(_without_running_heads(pages))
    if sum(c.isalpha() for c in text) < MIN_LETTERS:
        raise ArticleError(
            f"{name} has no text in it, only pictures of it (a scan?); run text recognition (OCR) over it first"
        )
    left_over = re.search(r"\.\w{2,4}$|^Microsoft|^untitled", title, re.I)
    return Document(
        tuple(paragraphs(text)),
        rough_title="" if left_over else clean(title).strip(),
        author=clean(author).strip() if re.search(r"\w \w", author) else "",
    )
