"""How a title or a heading is said: aloud there are no quotation marks, no colons, and nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Article
from podcast.grammar import Word, words_of
from podcast.writing.datelines import dateline_of

__all__ = ["as_said", "bare", "is_clause", "is_indirect", "is_quoted", "names_a_thing", "own_title"]

QUOTED = re.compile(r"^[„“»«\"‚‘'].+[“”«»\"‘’'][.?!]?$")
LEAST_INDIRECT = 3
INDIRECT = {
    "Warum", "Weshalb", "Wieso", "Wie", "Wo", "Woher", "Wohin", "Wer", "Wen", "Wem", "Was", "Wann", "Womit", "Wovon",
    "Why", "How", "Where", "Who", "What", "When",
}  # fmt: skip
SAME = 0.8
"""A title that shares so many of its words with the first sentence was made of it."""


def bare(heading: str) -> str:
    """A heading as it is said: a colon in it is a full stop, for there may be one before it already."""
    parts = heading.rstrip(".:;,– ").split(": ")
    return ". ".join(part.strip()[:1].upper() + part.strip()[1:] for part in parts)


def as_said(heading: str) -> str:
    """The same with its full stop, unless it ends with a mark of its own."""
    text = bare(heading)
    return text if text.endswith(("?", "!")) else text + "."


def is_quoted(heading: str) -> bool:
    """Whether a heading is a quotation from its first to its last letter."""
    return bool(QUOTED.match(heading.strip()))


def is_clause(heading: str, language: str) -> bool:
    """Whether a heading has a finite verb: then it is a sentence, and no "subject" of an episode."""
    return any(word.kind == "verb" for word in words_of(heading, language))


def is_indirect(heading: str, language: str) -> bool:
    """Whether a heading is half a question, its verb at its end: "Warum sich nichts ändert"."""
    words = words_of(heading, language)
    if len(words) < LEAST_INDIRECT or words[0].text not in INDIRECT or any(w.kind == "mark" for w in words):
        return False
    if language == "de":
        return words[-1].kind in {"verb", "participle", "other"} and words[1].kind != "verb"
    return words[1].kind in {"article", "determiner", "pronoun", "name", "noun", "adjective"}


def names_a_thing(words: Sequence[Word]) -> bool:
    """Whether the first verb of a heading stands in a clause about a thing: "Das Geld, das nie reichte"."""
    kinds = [word.kind for word in words]
    first = kinds.index("verb") if "verb" in kinds else 0
    return any(word.text == "," for word in words[:first])


def own_title(article: Article) -> str:
    """The title, if it is the article's own; "" for one that a section bears or the first sentence says."""
    if article.title in {section.heading for section in article.sections}:
        return ""
    first = next(article.sentences).text
    dateline = dateline_of(first)
    opening = set(_words(first[dateline.end :] if dateline else first))
    said = _words(article.title)
    shared = sum(word in opening for word in said)
    return "" if not said or shared >= SAME * len(said) else article.title


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
