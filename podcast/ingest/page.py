"""An HTML page → blocks: trafilatura finds the article in it, the page's own words give title, author, date."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

from lxml import html

from podcast.errors import ArticleError
from podcast.ingest.decode import clean
from podcast.ingest.document import Block, Document
from podcast.ingest.htmltree import blocks_of_element, parse_html, prune

__all__ = ["read_page", "without_site"]

# Pages put the house's name behind the title, after one of these signs.
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+")
_HOUSE = re.compile(
    r"\b(?:zeitung|standard|spiegel|tagesschau|post|times|news|magazin|magazine|nachrichten|presse|kurier|anzeiger"
    r"|guardian|online|blog|podcast|orf|ard|zdf|faz|taz|nzz|bbc|cnn|heise|wikipedia|journal|tribune|herald)\b"
    r"|\.(?:de|at|ch|com|org|net|eu|info|co\.uk)\b|zeitung$",
    re.I,
)
_TAGS = {"author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")}
_DATES = (
    "article:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "datepublished",
    "pubdate",
    "last-modified",
)

# Less than this is no article that trafilatura found but a left-over (its own limit is 250 characters).
MIN_SHARE = 0.4


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def without_site(title: str, site: str = "", host: str = "") -> str:
    """A page's title without the house's name: ``"Der Gipfel - Der Standard"`` → ``"Der Gipfel"``.

    What stands behind the last sign goes where it is the site's or the host's name, sounds like a house, or
    stands behind a ``|``. A subtitle stays.
    """
    marks = list(_SEPARATOR.finditer(title))
    if not marks or not title[: marks[-1].start()].strip():
        return title.strip()
    head, sign, tail = title[: marks[-1].start()], marks[-1][0].strip(), title[marks[-1].end() :]
    known = {_squeezed(site), *(_squeezed(part) for part in host.split("."))} - {"", "www", "com", "de"}
    if _squeezed(tail) in known or _squeezed(tail) == _squeezed(host.removeprefix("www.")):
        return without_site(head, site, host)
    if len(tail.split()) <= 4 and (sign == "|" or (sign != ":" and _HOUSE.search(tail))):
        return without_site(head, site, host)
    return title.strip()


def _metas(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = " ".join(clean(meta.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return found


def _linked_data(root: html.HtmlElement) -> dict[str, Any]:
    """The first schema.org article of the page, as JSON; ``{}`` where there is none."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and re.search(r"Article|Posting", str(item.get("@type", ""))):
                return item
    return {}


def _names(value: object) -> str:
    """Names in schema.org's many ways of writing them: a text, an object, a list of either."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_names(item) for item in value[:5])))
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(clean(value).split()) if isinstance(value, str) and "://" not in value else ""


def _text(element: html.HtmlElement) -> str:
    return " ".join(clean("".join(map(str, element.itertext()))).split())


def _title(root: html.HtmlElement, metas: dict[str, str], data: dict[str, Any], host: str) -> str:
    """The page's one ``<h1>`` where its title agrees, else the title for sharing, else ``<title>``."""
    heads = [head for head in map(_text, root.iter("h1")) if head]
    tag = next((t for t in map(_text, root.iter("title")) if t), "")
    site = metas.get("og:site_name", "")
    shared = metas.get("og:title", "") or _names(data.get("headline"))
    for head in heads:
        if _squeezed(head) and _squeezed(head) in _squeezed(f"{tag} {shared}"):
            return without_site(head, site, host)
    if shared or tag:
        return without_site(shared or tag, site, host)
    return heads[0] if len(heads) == 1 else ""


def _time(root: html.HtmlElement) -> str:
    return next((t.get("datetime") or "" for t in root.iter("time") if t.get("datetime")), "")


def _found(root: html.HtmlElement, language: str) -> list[Block]:
    """What trafilatura takes for the article. Its tree has ``head``, ``p``, ``quote`` and ``list`` of ``item``."""
    import trafilatura

    # It warns of pages in which it finds nothing, and without a handler that lands on the user's terminal.
    for logger in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)

    document = trafilatura.bare_extraction(
        html.tostring(root, encoding="unicode"),
        include_comments=False,
        include_tables=False,
        include_images=False,
        include_links=False,
        include_formatting=True,
    )
    body = getattr(document, "body", None)
    if body is None:
        return []
    tags = {"item": "li", "quote": "blockquote", "lb": "br", "list": "ul"}
    for element in body.iter():
        rend = element.get("rend") or ""
        if element.tag == "head":
            element.tag = rend if re.fullmatch(r"h[1-6]", rend) else "h2"
        elif element.tag == "hi":
            element.tag = "b" if "#b" in rend else "span"
        elif element.tag in tags:
            element.tag = tags[element.tag]
    return blocks_of_element(body)


def _letters(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.kind == "text")


def _blocks(root: html.HtmlElement, language: str) -> list[Block]:
    prune(root)
    found = _found(root, language)
    # An <article> of its own that says much more than was found: trafilatura has lost a part of it.
    for tag in ("article", "main", "body"):
        elements = list(root.iter(tag))
        if len(elements) == 1 and (own := blocks_of_element(elements[0])):
            if _letters(found) >= MIN_SHARE * _letters(own):
                return found
            return own
    return found or blocks_of_element(root)


def read_page(text: str, name: str, *, host: str = "") -> Document:
    """The article in a page. ``name`` is how messages call it. Raises ``ArticleError`` where there is nothing."""
    root = parse_html(text)
    if root is None:
        raise ArticleError(f"{name} has no HTML in it that can be read")
    metas, data = _metas(root), _linked_data(root)
    title = _title(root, metas, data, host)
    date = (
        str(data.get("datePublished") or "")
        or next((metas[k] for k in _DATES if k in metas), "")
        or _time(root)
    )
    author = _names(data.get("author")) or next((metas[k] for k in _TAGS["author"] if k in metas), "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    blocks = _blocks(root, language)
    return Document(
        tuple(blocks),
        title=title,
        author="" if "://" in author or author.startswith("@") else author,
        date=date,
        language=language,
    )
