"""The names of an article, to look up what a script says: words, table entries, and who bears which first name."""

from __future__ import annotations

import bisect
import difflib
import re
from collections.abc import Iterable, Sequence

from podcast.checks.gazetteer import Entry, capital_of, gazetteer, person_countries, same_first
from podcast.checks.given import Given
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.spelling import PIECE, Spellings, bare
from podcast.checks.tables import words
from podcast.checks.talk import squeezed

__all__ = ["NameIndex"]

_LONG = 6
"""A name of the tables has at most so many words."""
EUROPE = frozenset(words("places", "europe"))
"""Codes of the countries that "Europa" and "die Europäer" may be said of."""
_ENDINGS = {"de": ("s", "es", "er", "ern", "sche", "schen", "scher", "sches"), "en": ("s", "es")}
"""What a name itself may end in: "Putins", "Norderwalder", "die Merkelsche"."""
_MIN_STEM = 3
_PREFIX = 5
"""Letters from which a word may be the beginning of one in the article ("Kreml", "Kremlchef"), and the reverse."""
_COMPOUND = 4
"""Letters that a German compound has beyond a short word that it begins with."""
_NEAR = 0.8
"""Similarity (difflib's ratio, 0 to 1) of two names of which one may be a slip for the other: "Meier", "Maier"."""


class NameIndex:
    """What is named in an article and on the show's own account."""

    def __init__(self, given: Given) -> None:
        article = given.article
        self.spellings = Spellings(given.show.spellings)
        self.language = article.language if article else given.language
        sentences = [sentence.text for sentence in article.sentences] if article else []
        own = given.own_words.split("\n")
        self._text = " ".join(sentences)
        self._words: dict[str, str] = {}
        self._ids: set[str] = set()
        self._countries: set[str] = set()
        for text in (*sentences, *own):
            pieces = [piece for piece in PIECE.findall(text) if piece]
            for piece in pieces:
                if piece != piece.lower() or piece[:1].isdigit():
                    for key in self._keys(piece):
                        self._words.setdefault(key, piece)
            self._enter(pieces)
        self._add_spellings(given, " ".join(squeezed(text) for text in (*sentences, *own)))
        self.firsts: dict[str, list[str]] = {}
        self.bearers: dict[str, list[str]] = {}
        self.names: dict[str, str] = {}
        for text in (*sentences, *own):
            for mention in mentions(text, self.language):
                self._meet(mention)
        self._countries |= {code for key, code in person_countries().items() if key in self._words}
        self._sorted = sorted(self._words)

    # --- building -----------------------------------------------------------------------------------------

    def _add_spellings(self, given: Given, text: str) -> None:
        """The show's other forms of names of several words; single words have their keys in common."""
        for name, others in given.show.spellings.items():
            named = [name, *others]
            if any(" " in form for form in named) and any(
                f" {squeezed(form)} " in f" {text} " for form in named
            ):
                for form in named:
                    pieces = PIECE.findall(form)
                    self._words.update({key: piece for piece in pieces for key in self._keys(piece)})
                    self._enter(pieces)

    def _enter(self, pieces: Sequence[str]) -> None:
        for language in dict.fromkeys((self.language, "de")):
            for at in range(len(pieces)):
                size, entries = gazetteer(language).match(pieces[at : at + _LONG])
                if size:
                    self._ids |= {entry.id for entry in entries}
                    self._countries |= {entry.country for entry in entries if not entry.quiet} - {"-"}

    def _meet(self, mention: Mention) -> None:
        if not mention.sure:
            return
        for part in mention.parts:
            self.names.setdefault(self.spellings.key(bare(part)), bare(part))
        if mention.kind == "person" and len(mention.parts) > 1:
            first = self.spellings.key(mention.parts[0])
            self.bearers.setdefault(first, []).append(mention.words)
            for last in self._keys(mention.parts[-1]):  # "Theodore Roosevelts" is Roosevelt, too
                self.firsts.setdefault(last, []).append(first)
                self.bearers.setdefault(last, []).append(mention.words)

    # --- asking -------------------------------------------------------------------------------------------

    def surname(self, mention: Mention) -> str:
        """The key of a person's last name, as it stands in the article where it stands there."""
        keys = self._keys(mention.parts[-1])
        return next((key for key in keys if key in self._words), keys[0])

    def _keys(self, word: str) -> tuple[str, ...]:
        plain = bare(word)
        found = [plain]
        for ending in _ENDINGS[self.language]:
            if plain.endswith(ending) and len(plain) - len(ending) >= _MIN_STEM:
                found.append(plain[: -len(ending)])
        both = [key for form in found for key in (self.spellings.key(form), self.spellings.exact(form))]
        return tuple(dict.fromkeys(both))

    def has(self, word: str) -> bool:
        """Whether a name's word stands in the article, in whatever form."""
        keys = self._keys(word)
        return any(key in self._words for key in keys) or any(self._within(key) for key in keys[:1])

    def _within(self, key: str) -> bool:
        """Whether a word of the article begins with this one, or this one with a name of the article."""
        at = bisect.bisect_left(self._sorted, key)
        if at < len(self._sorted) and self._sorted[at].startswith(key):
            longer = len(self._sorted[at]) - len(key) >= _COMPOUND  # "Jute", "Jutesäcke"
            if len(key) >= _PREFIX or (len(key) == _PREFIX - 1 and longer and self.language == "de"):
                return True
        return len(key) >= _PREFIX and any(
            key.startswith(name) for name in self.names if len(name) >= _PREFIX
        )

    def person(self, mention: Mention) -> bool:
        """Whether a name is a person's, by itself or because the article gives somebody a first name with it."""
        return mention.kind == "person" or (mention.kind == "name" and self.surname(mention) in self.firsts)

    def located(self, mention: Mention) -> bool:
        """Whether the article says of a name that something is there: "in Sèvres"."""
        return (
            re.search(rf"\b(?:in|nach|aus|bei|from|at|near) {re.escape(mention.words)}\b", self._text)
            is not None
        )

    def share(self, one: Mention, other: Mention) -> bool:
        """Whether two names have a word in common."""
        return bool(self.keys(one) & self.keys(other))

    def keys(self, mention: Mention) -> set[str]:
        """The keys of a name's words, in all their forms."""
        return {key for part in mention.parts for key in self._keys(part)}

    def keys_in(self, text: str) -> set[str]:
        """The keys of a text's words, in all their forms."""
        return {key for piece in PIECE.findall(text) for key in self._keys(piece)}

    def grounds(self, entries: Iterable[Entry]) -> bool:
        """Whether the article names one of these, or what lets them be named: a country by its president."""
        for entry in entries:
            if entry.id in self._ids:
                return True
            if entry.kind in {"country", "origin"} and entry.country in self._countries:
                return True
            if entry.country == "eu" and self._countries & EUROPE:
                return True
            if (country := capital_of(entry)) and country in self._countries:
                return True
        return False

    def country_named(self, entries: Iterable[Entry]) -> bool:
        """Whether the article names the country of one of these."""
        return any(entry.country in self._countries for entry in entries)

    def known_first(self, surname: str, first: str) -> bool:
        """Whether the article gives the bearer of a surname this first name, or none at all."""
        firsts = self.firsts.get(surname)
        return not firsts or any(same_first(first, other) for other in firsts)

    def near(self, word: str) -> str:
        """The article's name that a word may be a slip for; "" where there is none."""
        found = difflib.get_close_matches(self._keys(word)[0], list(self.names), 1, _NEAR)
        return self.names[found[0]] if found else ""


_INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\.?")


def is_initial(part: str) -> bool:
    """Whether a part of a name is an initial."""
    return _INITIAL.fullmatch(part) is not None
