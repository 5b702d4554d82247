"""Where a text names a person, a place or an organisation: by tables, by stems, and by what stands around a word."""

from __future__ import annotations

import functools
import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from podcast.checks.gazetteer import Entry, gazetteer
from podcast.checks.lexicon import common
from podcast.checks.name_words import CAPITALISED, PARTICLES, TITLES, NameWords, Verdict
from podcast.checks.pieces import pieces_of
from podcast.checks.spelling import bare
from podcast.checks.tables import words

__all__ = ["Mention", "mentions"]

_LONG = 6
"""A name of the tables has at most so many words ("Internationaler Strafgerichtshof")."""
_MOST_PARTICLES = 2
"""So many small words may stand inside a name ("van der", "de la")."""

_ENGLISH_KINDS = frozenset(words("words", "english_kinds"))
"""What ends an English name in a German text: "Crescent City", "Westcoast Energy"."""
_FIRST_PERSON = re.compile(r"I(?:['’]\w+)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. ``kind`` is "person", "place", "group", "origin" or "name" (not known of what).

    ``parts`` are its words as they stand, ``entries`` what the tables know of it. ``sure`` is false where it only
    looks like a name.
    """

    words: str
    start: int
    end: int
    kind: str
    parts: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    sure: bool = True


def mentions(
    text: str, language: str, known: AbstractSet[str] = frozenset(), *, dictionary: bool = False
) -> tuple[Mention, ...]:
    """The names in a text, in their order. ``known`` are keys of words that are names in this story.

    ``dictionary`` asks a dictionary about words that nothing else explains: for free talk, with its rare nouns.
    """
    return _mentions(text, language, frozenset(known), dictionary)


@functools.lru_cache(maxsize=20_000)
def _mentions(
    text: str,
    language: str,
    known: frozenset[str],
    dictionary: bool,
) -> tuple[Mention, ...]:
    return tuple(_Finder(text, language, known, dictionary=dictionary).run())


class _Finder:
    def __init__(self, text: str, language: str, known: AbstractSet[str], *, dictionary: bool) -> None:
        self.text = text
        self.language = language
        self.tables = gazetteer(language)
        self.pieces = pieces_of(text, language)
        self.words = NameWords(self.pieces, language, known, dictionary=dictionary)

    def run(self) -> list[Mention]:
        found: list[Mention] = []
        at = 0
        while at < len(self.pieces):
            mention, size = self._at(at)
            if mention and found and self._one(found[-1], mention):
                found[-1] = self._joined(found[-1], mention)
            elif mention:
                found.append(mention)
            at += size
        return found

    def _at(self, at: int) -> tuple[Mention | None, int]:
        """The mention that begins here, if one does, and how many pieces are dealt with."""
        piece = self.pieces[at]
        if piece.mark or not piece.text[0].isalpha():
            return None, 1
        size, entries = self.tables.match([p.text for p in self.pieces[at : at + _LONG]])
        person = self._person(at) if piece.capital and size < 2 else 0
        if person > 1 or (person and not size):
            return self._mention(at, person, "person"), person
        if size:
            loud = tuple(entry for entry in entries if not entry.quiet)
            if loud and not (self.language == "en" and piece.initial and self._plain_group(at, size, loud)):
                return self._mention(at, size, _kind(loud), loud), size
            return None, size
        if not piece.capital:
            return None, 1
        if self.language == "en" and (run := self._run(at)):
            return run, len(run.parts)
        if self.language == "de" and not piece.joined and (inside := self._inside(at)):
            return inside, 1
        if self.language == "de" and self._english_name(at):
            return self._mention(at, 2, "name"), 2
        verdict = self.words.verdict(at)
        return (
            None if verdict is Verdict.NO else self._mention(at, 1, "name", sure=verdict is Verdict.SURE)
        ), 1

    def _plain_group(self, at: int, size: int, entries: tuple[Entry, ...]) -> bool:
        """Whether a company's or paper's name can be a common word here ("Guardian angels")."""
        word = self.pieces[at].text
        if size > 1 or _kind(entries) != "group" or word.casefold() in CAPITALISED:
            return False
        return common(word, "en")

    def _english_name(self, at: int) -> bool:
        """German: whether an English name of two words begins here, of which the last says what it is."""
        if at + 1 >= len(self.pieces) or self.pieces[at].joins:
            return False
        return self.pieces[at + 1].text in _ENGLISH_KINDS and not common(self.pieces[at].text, "de")

    def _inside(self, at: int) -> Mention | None:
        """A name of the tables that begins a German compound: "Pentagonsprecher"."""
        piece = self.pieces[at]
        size, entries = self.tables.match_inside(piece.text)
        if not size:
            return None
        word = piece.text[:size]
        return Mention(word, piece.start, piece.start + size, _kind(entries), (word,), entries)

    def _mention(
        self, at: int, size: int, kind: str, entries: tuple[Entry, ...] = (), *, sure: bool = True
    ) -> Mention:
        first, last = self.pieces[at], self.pieces[at + size - 1]
        parts = tuple(p.text for p in self.pieces[at : at + size] if not p.mark)
        return Mention(self.text[first.start : last.end], first.start, last.end, kind, parts, entries, sure)

    # --- people -------------------------------------------------------------------------------------------

    def _person(self, at: int) -> int:
        """How many pieces from here are a person's name."""
        piece = self.pieces[at]
        if piece.joined or (piece.joins and not self.words.first(at)):
            return 0
        end, named = at, False
        while end < len(self.pieces) and (size := self._first_or_letter(end)):
            named = named or self.words.first(end)
            end += size
        if end > at and (named or self.words.surname(end, named=False)):
            last = self._behind_particles(end)
            if self.words.surname(last, named=named):
                last += 1
                while last < len(self.pieces) and self.pieces[last].joined and self.pieces[last].capital:
                    last += 1
                return last - at
            return end - at if self.words.first_alone(at) else 0
        return 1 if self.words.titled(at) or self.words.surname_alone(at) else 0

    def _first_or_letter(self, at: int) -> int:
        """The size of a first name (1) or of an initial with its point (2); 0 where there is neither."""
        if self.words.first(at):
            return 1
        if at + 1 < len(self.pieces) and re.fullmatch(r"[A-Z](?:\.[A-Z])*", self.pieces[at].text):
            return 2 if self.pieces[at + 1].text == "." else 0
        return 0

    def _behind_particles(self, at: int) -> int:
        end = at
        while (
            end < len(self.pieces)
            and self.pieces[end].text.casefold() in PARTICLES
            and end - at < _MOST_PARTICLES
        ):
            end += 1
        return end

    # --- names in a row -----------------------------------------------------------------------------------

    def _one(self, first: Mention, second: Mention) -> bool:
        """Whether two names side by side are one: "Ketanji" and "Brown Jackson", "Washington" and "Square"."""
        between = self.text[first.end : second.start]
        if between not in {" ", ". "} or bare(first.words) != first.words:
            return False
        if between == ". ":
            return first.kind == "person" and len(first.parts[-1]) == 1
        if {first.kind, second.kind} & {"group", "origin"} or (first.kind == "place" and second.entries):
            return False
        if first.kind == "place":
            return len(first.parts) == 1  # "before Pearl Harbor Vandenberg had …"
        return first.kind == "name" or len(second.parts) == 1 or len(first.parts) == 1

    def _joined(self, first: Mention, second: Mention) -> Mention:
        person = first.kind == "person" or (second.kind == "person" and first.kind == "name")
        return Mention(
            self.text[first.start : second.end],
            first.start,
            second.end,
            "person" if person else first.kind,
            (*first.parts, *second.parts),
            sure=first.sure or second.sure,
        )

    def _run(self, at: int) -> Mention | None:
        """English: capitals in a row inside a sentence are one name ("the Heritage Foundation")."""
        end = at
        while (
            end < len(self.pieces)
            and self.pieces[end].capital
            and not _FIRST_PERSON.match(self.pieces[end].text)
        ):
            end += 1
        words = self.pieces[at:end]
        if len(words) > 2 and bare(words[0].text).casefold() in TITLES["en"]:
            return None  # "Commissioner Philip Cross"
        if len(words) > 2 and bare(words[0].text).casefold() in CAPITALISED:
            return None  # "in May Thomas Francis …"
        if len(words) < 2 or words[0].initial or all(bare(p.text).casefold() in CAPITALISED for p in words):
            return None
        sure = any(self.words.verdict(k) is Verdict.SURE for k in range(at, end))
        sure = sure or words[-1].text in _ENGLISH_KINDS  # "Jersey City"
        return self._mention(at, end - at, "name", sure=sure)


def _kind(entries: tuple[Entry, ...]) -> str:
    kinds = {entry.kind for entry in entries}
    if "group" in kinds:
        return "group"
    return "origin" if kinds == {"origin"} else "place"
