"""The names of a text by a key that all forms of one name share. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from podcast.checks.name_finding import Mention, mentions
from podcast.checks.spelling import SPELLINGS, Spellings, bare

__all__ = ["Name", "key_of", "names_of"]

MIN_STEM = 3
"""Letters that a name must have left when its genitive s goes."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: its ``words`` as they stand, ``start`` and ``end`` in characters.

    ``key`` is the same for all forms of one name: spellings ("Selenskyj", "Zelensky"), endings ("Putins"), "USA" and
    "die Vereinigten Staaten", a person with and without the first name. ``kind`` is "person", "place",
    "group", "origin" ("ukrainisch", "die Russen"; its key is the country's) or "name" where it is not known of what.
    """

    words: str
    start: int
    end: int
    key: str
    kind: str


def names_of(text: str, language: str) -> tuple[Name, ...]:
    """The names of people, places and organisations in a text (``"de"`` or ``"en"``), in their order.

    Only what is a name on good evidence; common nouns are left out. Best given one sentence or one turn.
    """
    return tuple(
        Name(found.words, found.start, found.end, key_of(found, SPELLINGS), found.kind)
        for found in mentions(text, language)
        if found.sure
    )


def key_of(mention: Mention, spellings: Spellings) -> str:
    """The key of :class:`Name`."""
    if mention.entries:
        return mention.entries[0].id
    last = mention.parts[-1] if mention.kind == "person" else "".join(mention.parts)
    word = bare(last)
    # "Putins" and "Collins" look alike: the last s goes from both.
    return spellings.key(word[:-1] if len(word) > MIN_STEM and word.endswith("s") else word)
