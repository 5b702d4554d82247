"""From an article's source to an ``Article``: the one way through this room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from podcast.article import Article, Section, Sentence
from podcast.errors import ArticleError, CallError
from podcast.ingest.dates import DATELINE, iso_date
from podcast.ingest.decode import clean
from podcast.ingest.document import Block
from podcast.ingest.furniture import keep_article
from podcast.ingest.headings import find_headings
from podcast.ingest.inline import tidy
from podcast.ingest.interview import without_labels
from podcast.ingest.language import choose_language
from podcast.ingest.sentences import split_sentences
from podcast.ingest.source import load, read_document
from podcast.ingest.titles import choose_title

__all__ = ["MAX_SENTENCE", "MAX_TEXT", "read_article"]

MAX_SENTENCE = 2_000
"""Characters. The longest sentences in print have some 1,500; no host says more in one breath."""
LEAST_WORDS = 12
"""Fewer words without a single full stop are headings, whatever they look like."""
MAX_TEXT = 1_000_000
"""Characters: 150,000 words, 17 hours of conversation. That is a book, not an article."""


def _tidied(blocks: Sequence[Block]) -> list[Block]:
    tidied = [replace(block, text=tidy(" ".join(clean(block.text).split()))) for block in blocks]
    return [block for block in tidied if block.text]


def _checked(sentence: str, name: str) -> str:
    if len(sentence) > MAX_SENTENCE:
        raise ArticleError(
            f"{name}: one sentence has {len(sentence):,} characters (it begins {_head(sentence)!r}); "
            f"more than {MAX_SENTENCE:,} cannot be spoken: put full stops into it"
        )
    if "\ufffd" in sentence:
        raise ArticleError(
            f"{name} is damaged: letters are lost near {_head(sentence)!r}; get the article again from its origin"
        )
    return sentence


def _head(sentence: str) -> str:
    return sentence[:60].rsplit(" ", 1)[0]


def _sections(blocks: Sequence[Block], language: str, name: str) -> tuple[Section, ...]:
    """Sections of numbered sentences; those without any fall away."""
    sections: list[Section] = []
    heading, sentences = "", list[Sentence]()
    number = paragraph = 0
    for block in blocks:
        if block.kind == "heading":
            if sentences:
                sections.append(Section(heading, tuple(sentences)))
            heading, sentences = block.text, []
            continue
        texts = [s for s in split_sentences(block.text, language) if re.search(r"\w", s)]
        paragraph += bool(texts)
        for text in texts:
            number += 1
            sentences.append(Sentence(number, _checked(text, name), paragraph))
    if sentences:
        sections.append(Section(heading, tuple(sentences)))
    return tuple(sections)


def read_article(
    source: str,
    *,
    language: str | None = None,
    title: str | None = None,
    date: str | None = None,
    default_language: str = "de",
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    advertised: Sequence[str] = (),
) -> Article:
    """Read an article from a path, an ``http(s)`` address or ``"-"`` (``stdin``, else the process's own).

    ``language``, ``title`` and ``date`` (in any form that people write) win over what the article says;
    ``default_language`` is for one whose words do not tell. ``allow_private`` lets a page come from a private
    network. ``advertised`` are the show's name, tagline and hosts, so that its advertising inside the article is
    left out.

    Raises ``CallError`` (no such file, a folder, a wrong address or language), ``FetchError`` and
    ``ArticleError`` (not readable, too large, nothing to say), each with one line for people.
    """
    if date is not None and not iso_date(date):
        raise CallError(f"{date!r} is no date; write it like 2026-11-22 (option --date)")
    loaded = load(source, allow_private=allow_private, stdin=stdin)
    document = read_document(loaded)
    if sum(len(block.text) for block in document.blocks) > MAX_TEXT:
        raise ArticleError(
            f"{loaded.name} has more than {MAX_TEXT:,} characters of text; that is a book, no article"
        )
    kept = keep_article(_tidied(document.blocks), advertised)
    by_shape = any(block.kind == "line" for block in kept.blocks)
    blocks = without_labels(find_headings(kept.blocks))
    body = [block.text for block in blocks if block.kind != "heading"]
    words = " ".join(body)
    says_nothing = len(words.split()) < LEAST_WORDS and not re.search(r"[.!?…:]", words)
    if says_nothing or not re.search(r"[^\W\d_]{2}", words):
        only = "only headings" if blocks else "no text"
        raise ArticleError(f"{loaded.name} has {only} in it; an article needs sentences")
    code = choose_language(
        words, given=language, found=document.language, sure=document.language_sure, default=default_language
    )
    first = next(iter(split_sentences(body[0], code)), "")
    titled = choose_title(
        blocks,
        given=_line(title or ""),
        said=_line(document.title),
        rough=_line(document.rough_title),
        by_shape=by_shape,
        first_sentence=first,
    )
    return Article(
        title=titled.title,
        language=code,
        source=source,
        sections=_sections(titled.blocks, code, loaded.name),
        author=_line(document.author) or kept.author,
        date=iso_date(date or "") or iso_date(document.date) or kept.date or _dateline(body[0]),
    )


def _dateline(text: str) -> str:
    """The day in ``Washington, 28. Juni 2024 – …``, which stays part of the text."""
    found = DATELINE.match(text)
    return iso_date(found[0]) if found else ""


def _line(text: str) -> str:
    return " ".join(clean(text).split())
