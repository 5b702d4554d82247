"""Walking an HTML tree (a page, an EPUB chapter, a fragment in Markdown) → blocks, with what is not for the ear cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from podcast.ingest.decode import clean
from podcast.ingest.document import Block, Kind
from podcast.ingest.plain import is_bold_heading

__all__ = ["blocks_of_element", "blocks_of_fragment", "parse_html", "prune"]

_WITHOUT_WORDS = """
script style noscript template iframe object embed svg math canvas audio video form button select input textarea nav
figcaption table aside footer dialog menu rt rp
"""
_DROPPED = tuple(_WITHOUT_WORDS.split())
_OWN_LINES = """
address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr html li main ol
p pre section summary ul
"""
_BLOCKS = frozenset(_OWN_LINES.split())
# Classes and ids by which newsrooms mark what stands around an article.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|teasers?|newsletter|share|sharing|social|caption|breadcrumbs?"
    r"|advert(?:isement)?|promo|cookie|comments?|tags|toc|footnotes?|byline-image|copyright|paywall)(?:$|[\s_-])",
    re.I,
)
_AROUND_TAGS = frozenset(("div", "section", "ul", "ol", "p", "span", "figure", "header"))
# What marks off more than this share of a page's words is the article itself, whatever its class says.
MAX_AROUND_SHARE = 0.3
_FOOTNOTE = re.compile(r"^\W*(?:\d{1,3}|[a-z*†‡])\W*$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MAX_DEPTH = 250


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of a page; ``None`` where there is nothing in it."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    # Encoded, because lxml refuses a str that announces another encoding in its XML declaration.
    try:
        return html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def _words(element: html.HtmlElement) -> int:
    return len("".join(map(str, element.itertext())).split())


def prune(root: html.HtmlElement) -> None:
    """Cut what is not for the ear out of the tree: scripts, tables, captions, marks of footnotes, teasers."""
    for element in list(root.iter("sup", "sub")):
        _raised(element)
    for element in list(root.iter(*_DROPPED)):
        # The only words of a page may stand in a <form> (ASP pages put all of it in one): those stay.
        if element.tag in ("form", "aside", "footer") and _words(element) * 2 > max(_words(root), 1):
            continue
        if element.getparent() is not None:
            element.drop_tree()
    whole = max(_words(root), 1)
    for element in list(root.iter(*_AROUND_TAGS)):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        small = _AROUND.search(names) and _words(element) <= MAX_AROUND_SHARE * whole
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if (small or hidden) and element.getparent() is not None:
            element.drop_tree()


def _raised(element: html.HtmlElement) -> None:
    """A footnote's mark goes; the square of square metres becomes ²."""
    text = "".join(map(str, element.itertext())).strip()
    if element.getparent() is None:
        return
    before = element.getprevious()
    lead = (before.tail if before is not None else element.getparent().text) or ""
    unit = re.search(r"(?:^|\W|\d)(?:[kcdm]?m|10|\d)$", lead)
    if element.tag == "sup" and not unit and (_FOOTNOTE.match(text) or element.find(".//a") is not None):
        element.drop_tree()
        return
    if element.tag == "sup" and text.isdigit() and len(element) == 0:
        element.text = text.translate(_RAISED)
    element.drop_tag()


def _kind(tag: str, *, in_list: bool) -> tuple[Kind, int]:
    if re.fullmatch(r"h[1-6]", tag):
        return "heading", int(tag[1])
    return ("item", 0) if in_list else ("text", 0)


def _pieces(
    element: html.HtmlElement, tag: str, depth: int, *, in_list: bool
) -> Iterator[tuple[str, str, bool, bool]]:
    """The texts of the tree as (block's tag, text, whether bold, whether in a list); a tag of "" ends a block."""
    name = element.tag if isinstance(element.tag, str) else ""
    block = name in _BLOCKS
    inside_list = ((in_list or name == "li") and name != "p") or (in_list and name == "p")
    own = name if block else tag
    bold = name in ("b", "strong")
    if block:
        yield "", "", False, False
    if name == "br":
        yield own, "\n", False, inside_list
    if name == "q":
        yield own, "„", False, inside_list
    if element.text and name:
        yield own, element.text, bold, inside_list
    if depth < MAX_DEPTH:
        for child in element:
            for piece_tag, text, child_bold, listed in _pieces(child, own, depth + 1, in_list=inside_list):
                yield piece_tag, text, child_bold or bold, listed
            if child.tail:
                yield own, child.tail, bold, inside_list
    if name == "q":
        yield own, "“", False, inside_list
    if block:
        yield "", "", False, False


def blocks_of_element(root: html.HtmlElement) -> list[Block]:
    """The blocks of a pruned tree in reading order."""
    blocks: list[Block] = []
    parts: list[tuple[str, str, bool, bool]] = []
    for piece in (*_pieces(root, "", 0, in_list=False), ("", "", False, False)):
        if piece[0]:
            parts.append(piece)
            continue
        blocks.extend(_finished(parts))
        parts = []
    return blocks


def _finished(parts: list[tuple[str, str, bool, bool]]) -> list[Block]:
    # A line break in a paragraph's source is a space; two <br> in a row end a paragraph.
    text = "".join("\n" if t == "\n" else re.sub(r"\s+", " ", clean(t)) for _, t, _, _ in parts)
    texts = [" ".join(part.split()) for part in re.split(r"\n *\n", text)]
    texts = [part for part in texts if part]
    if not texts:
        return []
    bold = all(b for _, t, b, _ in parts if t.strip())
    kind, level = _kind(parts[0][0], in_list=parts[0][3])
    if kind == "text" and bold and len(texts) == 1 and is_bold_heading(texts[0]):
        kind, level = "heading", 6
    return [Block(kind, part, level) for part in texts]


def blocks_of_fragment(text: str) -> list[Block]:
    """The blocks of a piece of HTML, pruned."""
    root = parse_html(text) if text.strip() else None
    if root is None:
        return []
    prune(root)
    return blocks_of_element(root)
