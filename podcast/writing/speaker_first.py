"""Who is quoted is said first: "„…“, sagt Anna Weber." becomes "Anna Weber sagt: „…“".

In print the name may come behind, for the marks show who speaks. Who only listens takes a long quotation for the
host's own words until then. The words stay as they are; only where grammar is sure do they change places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from podcast.article import Article
from podcast.grammar import Word, words_of
from podcast.writing.quotations import CLOSERS, quotations_of

__all__ = ["speaker_first"]

_PRONOUNS = {"er", "sie", "he", "she", "they"}
_OF_THE_NOUN = {"aus", "von", "vom", "für", "of", "from"}
"""Prepositions that belong to the noun before them ("der Senator aus Ohio"); others tell of the saying."""
_NOUNS = frozenset({"noun", "name"})
_INSIDE = _NOUNS | {
    "article",
    "adjective",
    "determiner",
    "number",
    "conjunction",
    "genitive",
    "participle",
    "other",
}
_ASIDE = frozenset(
    {"article", "determiner", "noun", "name", "adjective", "relative", "pronoun", "number", "other"}
)
"""What an apposition or a relative clause begins with."""
_RELATIVES = {"der", "die", "das", "dessen", "deren", "who", "whose", "which"}
_NO_SAYING = {"sein", "haben", "werden", "be", "have", "do"}
_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Source:
    """Who says it (with what is said about them), the verb, and what is said of the saying ("im März")."""

    who: str
    verb: str
    rest: str


def speaker_first(article: Article) -> Article:
    """The article with the speakers of its longer quotations before these, where that is sure."""
    every = list(article.sentences)
    marks = quotations_of(every)
    texts = {
        sentence.number: _turned(sentence.text, article.language)
        for sentence, mark in zip(every, marks, strict=True)
        if mark.opens and not mark.inside and not mark.unfinished
    }
    sections = tuple(
        replace(
            section,
            sentences=tuple(
                replace(sentence, text=texts.get(sentence.number) or sentence.text)
                for sentence in section.sentences
            ),
        )
        for section in article.sections
    )
    return replace(article, sections=sections)


def _turned(text: str, language: str) -> str:
    """The sentence with its speaker first; "" where it has another shape."""
    closer = CLOSERS.get(text[:1])
    end = next((n for n, char in enumerate(text) if n and closer and char in closer), 0)
    if not end:
        return ""
    opened, said, closed, behind = text[0], text[1:end], text[end], text[end + 1 :]
    second = ""
    if more := re.fullmatch(rf"(.*?),\s*[{re.escape(opened)}](.+)[{re.escape(closed)}]\.?", behind):
        behind, second = more[1], more[2]
    elif any(char in behind for char in (opened, closed)):
        return ""
    source = _german(behind) if language == "de" else _english(behind)
    if source is None:
        return ""
    said = said.rstrip(",")
    if second:
        said += f" {second}" if said.endswith(_ENDS) else f", {second}"
    said = said.rstrip(",")
    said += "" if said.endswith(_ENDS) else "."
    who = source.who[:1].upper() + source.who[1:]
    return f"{who} {source.verb}{source.rest}: {opened}{said}{closed}"


def _german(behind: str) -> _Source | None:
    """``, sagt die Lehrerin Anna Weber aus Kiel.``"""
    if not behind.startswith(", "):
        return None
    text = behind[2:].rstrip(" .")
    words = words_of(text, "de")
    if not _says(words):
        return None
    if len(words) > 3 and words[1].text == "es":
        return _it_says(text, words)
    return _behind_verb(text, words)


def _it_says(text: str, words: Sequence[Word]) -> _Source | None:
    """``heißt es in dem Bericht``: the place comes first."""
    place = words[2:]
    once = place[0].kind == "preposition" and all(word.kind in _INSIDE for word in place[1:])
    return _Source(text[place[0].start :], words[0].text, " es") if once else None


def _english(behind: str) -> _Source | None:
    """``says the teacher.``, ``the teacher says.``"""
    text = behind.strip(" .,")
    words = words_of(text, "en")
    if _says(words):
        return _behind_verb(text, words)
    at = next((n for n, word in enumerate(words) if word.kind == "verb"), 0)
    if not at or not _says(words[at:]) or not _is_somebody(words[:at]):
        return None
    rest = words[at + 1 :]
    if any(word.kind in {"mark", "verb", "subordinator", "relative"} for word in rest):
        return None
    who = text[: words[at - 1].end]
    return _Source(who, words[at].text, text[words[at].end :])


def _says(words: Sequence[Word]) -> bool:
    return bool(words) and words[0].kind == "verb" and words[0].lemma not in _NO_SAYING


def _is_somebody(words: Sequence[Word]) -> bool:
    if len(words) == 1 and words[0].text.lower() in _PRONOUNS:
        return True
    first = next((n for n, word in enumerate(words) if word.kind in _NOUNS), 0)
    inside = all(
        word.kind in _INSIDE or word.text.lower() in _OF_THE_NOUN or (word.kind == "adverb" and 0 < n < first)
        for n, word in enumerate(words)
    )
    return inside and any(word.kind in _NOUNS for word in words)


def _behind_verb(text: str, words: Sequence[Word]) -> _Source | None:
    """The verb comes first, then who says it, then what is said of the saying or of the speaker."""
    verb, rest = words[0], words[1:]
    comma = next((n for n, word in enumerate(rest) if word.kind == "mark"), len(rest))
    head, aside = rest[:comma], rest[comma:]
    if not head or (aside and aside[0].text != ","):
        return None
    size = 1 if head[0].text.lower() in _PRONOUNS else _size(head)
    if not size or not _is_somebody(head[:size]):
        return None
    if any(
        word.kind in {"verb", "subordinator", "relative", "conjunction", "comparison"} for word in head[size:]
    ):
        return None
    who = text[head[0].start : head[size - 1].end]
    about = text[head[size - 1].end : head[-1].end]
    if aside:
        first = aside[1] if len(aside) > 1 else None
        fits = first is not None and (first.kind in _ASIDE or first.text.lower() in _RELATIVES)
        if about or not fits or head[0].text.lower() in _PRONOUNS or _goes_on(aside[1:]):
            return None
        who += text[head[-1].end :].rstrip() + ","
    return _Source(who, verb.text, about)


def _goes_on(aside: Sequence[Word]) -> bool:
    """Whether an apposition goes over into something else: a verb in it that no relative clause explains."""
    verb = next((n for n, word in enumerate(aside) if word.kind == "verb"), len(aside))
    relative = aside[0].text.lower() in _RELATIVES
    relative = relative or any(w.kind == "relative" or w.text in {"who", "which"} for w in aside[:verb])
    verbs = sum(word.kind == "verb" for word in aside)
    marks = sum(word.kind == "mark" for word in aside)
    return marks > 0 or (verbs > 0 and not relative) or verbs > 1


def _size(head: Sequence[Word]) -> int:
    """How many words are the speaker: up to the last noun or name before what is said of the saying."""
    last = 0
    for n, word in enumerate(head):
        if word.kind in _NOUNS:
            last = n + 1
        elif word.kind == "number" and last:
            return last  # "schrieb Wilson 1922"
        elif word.kind == "adverb" and not last:
            continue  # "der heute 84 Jahre alte Rancher"
        elif word.kind not in _INSIDE and not (word.text.lower() in _OF_THE_NOUN and last):
            return last
    return last
