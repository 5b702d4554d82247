"""An article: sections of numbered sentences. Pure: it reads and writes no file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from podcast.errors import ArticleError
from podcast.jsontext import json_bytes

__all__ = ["Article", "Section", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``number`` counts from 1 through the whole article; ``paragraph`` from 1 likewise."""

    number: int
    text: str
    paragraph: int

    @property
    def id(self) -> str:
        """The name that scripts use: ``s1``, ``s2``, …"""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. The part before the first heading has none (``""``)."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What the hosts will talk about.

    ``language`` is ``"de"`` or ``"en"``; ``source`` is the path or address as the producer gave it
    (``"-"`` for standard input); ``date`` is ISO 8601 (``"2025-08-16"``) or ``""``; ``author`` may be ``""``.
    Sections are never empty and sentence numbers run without a gap.
    """

    title: str
    language: str
    source: str
    sections: tuple[Section, ...]
    author: str = ""
    date: str = ""

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in their order."""
        for section in self.sections:
            yield from section.sentences

    @property
    def words(self) -> int:
        """Number of words, headings not counted."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)

    def to_json(self) -> bytes:
        """article.json: UTF-8, indented, the same bytes for the same article."""
        return json_bytes(self)

    @classmethod
    def from_json(cls, data: bytes) -> Article:
        """Read article.json. Raises ``ArticleError`` naming the field that is wrong."""
        try:
            return msgspec.json.decode(data, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ArticleError(f"article.json is damaged ({error}); draft the episode again") from error
