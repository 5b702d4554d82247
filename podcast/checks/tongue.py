"""Turns in another language than the show's."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import sentences, shown, squeezed, tokens, unquoted
from podcast.tongues import other_language

__all__ = ["findings"]

LEAST_WORDS = 5
"""Of fewer words nobody can tell; "Make America Great Again" is a slogan in any language."""
LEAST_SENTENCE_WORDS = 7
"""One sentence among others of a turn may be a title or a phrase; so many words are neither."""

NAMES = {
    "de": "German", "en": "English", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "sv": "Swedish", "pl": "Polish", "und": "another script",
}  # fmt: skip


def findings(given: Given) -> Iterator[Finding]:
    """``other-language``. Quotations may be in any language, and so may what the article itself says so."""
    for said in given.said:
        for part in (unquoted(said.text), *_long_sentences(said)):
            code = other_language(part, given.language) if len(tokens(part)) >= LEAST_WORDS else ""
            if code and not _of_article(given, part):
                name = NAMES[code]
                text = f"“{shown(part)}” is in {name}, the show in {NAMES[given.language]}"
                yield said.finding(
                    "other-language", "error", text, "language", "" if part in said.text else part
                )
                break


def _long_sentences(said: Said) -> Iterator[str]:
    parts = sentences(said.text)
    if len(parts) > 1:
        for part in parts:
            own = unquoted(part)
            if len(tokens(own)) >= LEAST_SENTENCE_WORDS:
                yield own


def _of_article(given: Given, part: str) -> bool:
    """Does an article in the show's language have these very words?"""
    return (
        given.article is not None
        and given.article.language == given.language
        and squeezed(part) in given.squeezed_article
    )
