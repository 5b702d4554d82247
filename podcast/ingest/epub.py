"""An EPUB → blocks, chapter by chapter in the order of its spine."""

from __future__ import annotations

import posixpath
import zipfile
from urllib.parse import unquote

from lxml import etree

from podcast.errors import ArticleError
from podcast.ingest.decode import clean, decode_html
from podcast.ingest.document import Block, Document
from podcast.ingest.htmltree import blocks_of_element, parse_html, prune
from podcast.ingest.word import check_unpacked

__all__ = ["read_epub"]

MAX_CHAPTER_BYTES = 10_000_000
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html", "application/xml", "")


def _read(packed: zipfile.ZipFile, path: str, name: str) -> bytes:
    """One file of the packed ones; never more than the limit, whatever its size is said to be."""
    try:
        with packed.open(path) as entry:
            data = entry.read(MAX_CHAPTER_BYTES + 1)
    except (
        KeyError,
        RuntimeError,
        zipfile.BadZipFile,
        NotImplementedError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise ArticleError(f"{name} is damaged or protected: {path} in it cannot be read") from error
    except Exception as error:  # zlib.error and lzma.LZMAError share no base
        raise ArticleError(f"{name} is damaged: {path} in it cannot be unpacked") from error
    if len(data) > MAX_CHAPTER_BYTES:
        raise ArticleError(f"{name}: {path} in it is larger than {MAX_CHAPTER_BYTES // 1_000_000} MB")
    return data


def _tree(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(f"{name} is damaged: its table of contents is no XML") from error


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _spine(package: etree._Element) -> list[str]:
    """Paths of the chapters, relative to the package's file, without covers and tables of contents."""
    items = {e.get("id"): e for e in package.iter() if _local(e) == "item"}
    paths = []
    for ref in (e for e in package.iter() if _local(e) == "itemref"):
        item = items.get(ref.get("idref"))
        if item is None or ref.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        if (item.get("media-type") or "") in _PAGES and item.get("href"):
            paths.append(unquote(str(item.get("href"))))
    return paths


def _word(package: etree._Element, key: str) -> str:
    return next((" ".join(clean(e.text or "").split()) for e in package.iter(_DC + key)), "")


def read_epub(data: bytes, name: str) -> Document:
    """The article in an EPUB file. Raises ``ArticleError`` where it is damaged, protected or a bomb."""
    with check_unpacked(data, name) as packed:
        container = _tree(_read(packed, "META-INF/container.xml", name), name)
        place = next((str(e.get("full-path") or "") for e in container.iter() if _local(e) == "rootfile"), "")
        package = _tree(_read(packed, place, name), name)
        blocks: list[Block] = []
        for path in _spine(package):
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
            root = parse_html(decode_html(_read(packed, inside, name), f"{name}: {path}"))
            if root is not None:
                for head in list(root.iter("head", "title")):
                    if head.getparent() is not None:
                        head.drop_tree()
                prune(root)
                blocks.extend(blocks_of_element(root))
    return Document(
        tuple(blocks),
        title=_word(package, "title"),
        author=_word(package, "creator"),
        date=_word(package, "date"),
        language=_word(package, "language"),
    )
