"""From what the producer named (a path, an address, "-") to bytes, and from bytes to a document."""

from __future__ import annotations

import io
import re
import stat
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal
from urllib.parse import urlsplit

from podcast.errors import ArticleError, CallError
from podcast.ingest.decode import clean, decode, decode_html
from podcast.ingest.document import Document
from podcast.ingest.fetch import fetch

__all__ = ["MAX_BYTES", "Loaded", "load", "read_document"]

MAX_BYTES = 20_000_000
"""An article with pictures has 5 MB; its text, 100 kB."""

Format = Literal["html", "markdown", "plain", "pdf", "docx", "epub"]
_BY_NAME: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown",
    ".pdf": "pdf", ".docx": "docx", ".epub": "epub",
}  # fmt: skip
_BY_TYPE: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown",
    "text/x-markdown": "markdown", "application/pdf": "pdf",
}  # fmt: skip
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bytes with what is known of them; ``name`` is how messages call them."""

    data: bytes
    name: str
    format: Format | None = None
    charset: str = ""
    host: str = ""


def _too_large(name: str) -> ArticleError:
    return ArticleError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB; that is no article")


def _load_file(source: str) -> Loaded:
    path = Path(source)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise CallError(f"{source} is a folder; name the article in it")
        if found.st_size > MAX_BYTES:
            raise _too_large(source)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise CallError(f"{source}: there is no such file") from error
    except (OSError, ValueError) as error:
        raise CallError(f"{source} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > MAX_BYTES:
        raise _too_large(source)
    return Loaded(data, source, _BY_NAME.get(path.suffix.lower()))


def _load_stream(stream: BinaryIO) -> Loaded:
    try:
        data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ArticleError(f"standard input cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise _too_large("standard input")
    return Loaded(data, "standard input")


def load(source: str, *, allow_private: bool, stdin: BinaryIO | None) -> Loaded:
    """Bytes of a path, an ``http(s)`` address or ``"-"``. Raises ``CallError``, ``ArticleError``, ``FetchError``."""
    if source == "-":
        return _load_stream(stdin if stdin is not None else sys.stdin.buffer)
    if re.match(r"https?://", source, re.I):
        page = fetch(source, allow_private=allow_private, max_bytes=MAX_BYTES)
        host = urlsplit(page.url).hostname or ""
        return Loaded(page.data, source, _BY_TYPE.get(page.content_type), page.charset, host)
    if re.match(r"[a-z][a-z0-9+.-]+://", source, re.I):
        raise CallError(f"{source} is no http or https address of a page")
    return _load_file(source)


def _packed_format(loaded: Loaded) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(loaded.data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ArticleError(f"{loaded.name} is damaged: it cannot be unpacked") from error
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    raise ArticleError(f"{loaded.name} is a packed file, but neither DOCX nor EPUB; give the article itself")


def _format(loaded: Loaded) -> Format:
    """By its first bytes where they say it, else by its name or the server's word, else by its look."""
    data = loaded.data
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and loaded.format in (None, "pdf")):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed_format(loaded)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError(f"{loaded.name} is an old Office file; save it as DOCX and try again")
    if loaded.format in ("pdf", "docx", "epub"):
        raise ArticleError(f"{loaded.name} is damaged: it is no {loaded.format.upper()} file")
    if loaded.format is None and _PAGE.match(data[:4096]):
        return "html"
    return loaded.format or "plain"


def read_document(loaded: Loaded) -> Document:
    """The document in loaded bytes. Raises ``ArticleError``."""
    name = loaded.name
    if not loaded.data.strip():
        raise ArticleError(f"{name} is empty")
    kind = _format(loaded)
    if kind == "pdf":
        from podcast.ingest.pdf import read_pdf

        return read_pdf(loaded.data, name)
    if kind == "docx":
        from podcast.ingest.word import read_word

        return read_word(loaded.data, name)
    if kind == "epub":
        from podcast.ingest.epub import read_epub

        return read_epub(loaded.data, name)
    if kind == "html":
        from podcast.ingest.page import read_page

        return read_page(decode_html(loaded.data, name, loaded.charset), name, host=loaded.host)
    return _read_text(
        clean(
            decode_html(loaded.data, name, loaded.charset) if loaded.charset else decode(loaded.data, name)
        ),
        kind,
    )


def _read_text(text: str, kind: Format) -> Document:
    from podcast.ingest.markdown import looks_like_markdown, read_markdown
    from podcast.ingest.plain import read_plain

    if kind == "markdown" or looks_like_markdown(text):
        return read_markdown(text)
    return read_plain(text)
