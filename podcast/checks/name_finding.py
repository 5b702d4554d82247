"""Where a text names a person, a place or an organisation: by tables, by stems, and by what stands around a word.

German writes every noun with a capital, so a capital proves nothing there; in English it proves much, but not at the
beginning of a sentence. A word counts as a name only on evidence; in doubt it does not.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from podcast.checks.gazetteer import Entry, first_names, gazetteer, surnames
from podcast.checks.lexicon import common, ends_in_noun, kinds_of, known_name
from podcast.checks.spelling import SPELLINGS, bare, forms
from podcast.checks.tables import lines, words
from podcast.grammar import words_of

__all__ = ["Mention", "mentions"]

LANGUAGES = ("de", "en")
AMBIGUOUS = {language: frozenset(words("people", "ambiguous", language)) for language in LANGUAGES}
CAPITALISED = frozenset(words("words", "capitalised"))
DETERMINERS = frozenset(words("words", "determiners"))
INITIALS = frozenset(line.partition(":")[0] for line in lines("people", "initials"))
LOANS = frozenset(words("words", "loans"))
NAME_ENDINGS = words("words", "name_endings")
NOUN_ENDINGS = words("words", "noun_endings")
OPENERS = {language: frozenset(words("words", "openers", language)) for language in LANGUAGES}
PARTICLES = frozenset(words("people", "particles"))
PLAIN_ACRONYMS = frozenset(words("groups", "plain_acronyms"))
PREFIXES = frozenset(words("words", "prefixes"))
START_ENDINGS = {language: words("words", "start_endings", language) for language in LANGUAGES}
TITLES = {language: frozenset(words("people", "titles", language)) for language in LANGUAGES}

_PIECE = re.compile(r"[^-]+")
_ENDS = frozenset(".!?:…;")
_OPENS = frozenset("„“”»«\"‚‘'’(–—-")
_ABBREVIATED = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "st",
        "sen",
        "rep",
        "gov",
        "jr",
        "sr",
        "bzw",
        "ca",
        "nr",
        "vgl",
        "usw",
        "etc",
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "s",
        "vs",
        "no",
        "gen",
        "lt",
    ]
)
_ROMAN = re.compile(r"[IVXLC]+")
_ACRONYM = re.compile(r"(?=.*[A-ZÄÖÜ].*[A-ZÄÖÜ])[A-ZÄÖÜ0-9.&]{2,6}s?")
_MIN_UNKNOWN = 3
"""Letters of an unknown word that can be a name on its own; shorter ones are abbreviations and sounds."""
_LONG = 4
"""A phrase of the tables has at most so many words ("Immigration and Customs Enforcement")."""


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


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int
    kind: str
    joined: bool  # behind a hyphen
    joins: bool  # before a hyphen
    mark: bool
    initial: bool  # where a sentence begins

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def mentions(text: str, language: str, known: AbstractSet[str] = frozenset()) -> tuple[Mention, ...]:
    """The names in a text, in their order. ``known`` are folded words that are names in this story."""
    return tuple(_Finder(text, language, known).run())


class _Finder:
    def __init__(self, text: str, language: str, known: AbstractSet[str]) -> None:
        self.text = text
        self.language = language
        self.known = known
        self.tables = gazetteer(language)
        self.pieces = _pieces(text, language)

    def run(self) -> list[Mention]:
        found: list[Mention] = []
        at = 0
        while at < len(self.pieces):
            mention, size = self._at(at)
            if mention and found and self._one(found[-1], mention):
                found[-1] = self._joined(found[-1], mention)
            elif mention:
                found.append(mention)
            at += max(size, 1)
        return found

    def _one(self, first: Mention, second: Mention) -> bool:
        """Whether two names side by side are one: "Ketanji" and "Brown Jackson", "Washington" and "Square"."""
        between = self.text[first.end : second.start]
        if (
            between not in {" ", ". "}
            or bare(first.words) != first.words
            or "origin" in {first.kind, second.kind}
        ):
            return False
        if between == ". ":
            return first.kind == "person" and len(first.parts[-1]) == 1
        if first.kind == "group" or second.kind == "group" or (first.kind == "place" and second.entries):
            return False
        if first.kind == "place" and len(first.parts) > 1:
            return False  # "before Pearl Harbor Vandenberg had …"
        return (
            first.kind == "place"
            or first.kind == "name"
            or (first.kind == "person" and len(second.parts) < 3)
        )

    def _joined(self, first: Mention, second: Mention) -> Mention:
        person = first.kind == "person" or (second.kind == "person" and first.kind == "name")
        kind = "person" if person else first.kind
        words = self.text[first.start : second.end]
        sure = first.sure or second.sure
        return Mention(words, first.start, second.end, kind, (*first.parts, *second.parts), (), sure)

    def _at(self, at: int) -> tuple[Mention | None, int]:
        """The mention that begins here, and how many pieces it has."""
        piece = self.pieces[at]
        if piece.mark or not piece.text[0].isalpha():
            return None, 1
        size, entries = self.tables.match([p.text for p in self.pieces[at : at + _LONG]])
        size = size if self._unbroken(at, size) else 0
        person = self._person(at) if piece.capital and size < 2 else 0
        if person > 1 or (person and not size):
            return self._mention(at, person, "person", ()), person
        if size:
            loud = tuple(entry for entry in entries if not entry.quiet)
            if loud and not self._homograph(at, size):
                return self._mention(at, size, _kind(loud), loud), size
            return None, size
        if not piece.capital:
            return None, 1
        if self.language == "en" and (run := self._run(at)):
            return run
        verdict = self._verdict(at)
        return (self._mention(at, 1, "name", (), sure=verdict == "sure"), 1) if verdict != "no" else (None, 1)

    def _unbroken(self, at: int, size: int) -> bool:
        return not any(piece.mark for piece in self.pieces[at : at + size])

    def _mention(
        self, at: int, size: int, kind: str, entries: tuple[Entry, ...], *, sure: bool = True
    ) -> Mention:
        first, last = self.pieces[at], self.pieces[at + size - 1]
        parts = tuple(p.text for p in self.pieces[at : at + size] if not p.mark)
        return Mention(self.text[first.start : last.end], first.start, last.end, kind, parts, entries, sure)

    def _before(self, at: int) -> str:
        """The word before, in small letters; "" after a mark or at the beginning (the point of "Dr." is none)."""
        at -= 1
        if at > 0 and self.pieces[at].text == "." and self.pieces[at - 1].text.casefold() in _ABBREVIATED:
            at -= 1
        return self.pieces[at].text.casefold() if at >= 0 and not self.pieces[at].mark else ""

    # --- people -------------------------------------------------------------------------------------------

    def _person(self, at: int) -> int:
        """How many pieces from here are a person's name."""
        piece, end = self.pieces[at], at
        if piece.joined or (piece.joins and not self._first(at)):
            return 0
        while end < len(self.pieces) and (self._first(end) or (size := self._letter(end))):
            end += 1 if self._first(end) else size
        firsts = end - at
        if any(self._first(k) for k in range(at, end)) or (firsts and self._surname(end)):
            last = end
            while (
                last < len(self.pieces) and self.pieces[last].text.casefold() in PARTICLES and last - end < 3
            ):
                last += 1
            if self._surname(last):
                last += 1
                while last < len(self.pieces) and self.pieces[last].joined and self.pieces[last].capital:
                    last += 1
                return last - at
            return firsts if self._alone(at) else 0
        if self._titled(at) or self._known_surname(at):
            return 1
        return 0

    def _first(self, at: int) -> bool:
        piece = self.pieces[at]
        return (
            piece.capital
            and not piece.mark
            and any(SPELLINGS.exact(form) in first_names() for form in (piece.text, bare(piece.text)))
        )

    def _letter(self, at: int) -> int:
        """The size of an initial ("C.", "J.D."): 2 with its point, 0 where there is none."""
        if at + 1 >= len(self.pieces) or not re.fullmatch(r"[A-Z](?:\.[A-Z])*", self.pieces[at].text):
            return 0
        return 2 if self.pieces[at + 1].text == "." else 0

    def _surname(self, at: int) -> bool:
        """Whether the piece can be the surname behind a first name."""
        if at >= len(self.pieces):
            return False
        piece = self.pieces[at]
        if piece.mark or not piece.capital or piece.joined:
            return False
        low = bare(piece.text).casefold()
        if self._listed(piece.text):
            return True
        if self.language == "en":
            return low not in CAPITALISED
        return not any(kinds_of(form, "de") - {"name"} for form in forms(piece.text, "de"))

    def _listed(self, word: str) -> bool:
        return any(
            SPELLINGS.exact(form) in surnames() or SPELLINGS.exact(form) in self.known
            for form in forms(word, self.language)
        )

    def _alone(self, at: int) -> bool:
        """Whether a first name may stand for itself here: "Rosa" and "Mark" may not, nor "Will" at the beginning."""
        piece = self.pieces[at]
        if piece.text in INITIALS:
            return True
        if SPELLINGS.exact(piece.text) in self.known:
            return True
        return not self._ambiguous(at) and (self.language == "en" or self._before(at) not in DETERMINERS)

    def _ambiguous(self, at: int) -> bool:
        """Whether a first name or a surname may be a common word here."""
        piece = self.pieces[at]
        low = bare(piece.text).casefold()
        if self.language == "en":
            return low in CAPITALISED or (piece.initial and low in AMBIGUOUS["en"])
        return any(form.casefold() in AMBIGUOUS["de"] for form in forms(piece.text, "de"))

    def _known_surname(self, at: int) -> bool:
        piece = self.pieces[at]
        if piece.text in INITIALS:
            return True
        listed = any(SPELLINGS.exact(form) in surnames() for form in forms(piece.text, self.language))
        return listed and not self._ambiguous(at)

    def _titled(self, at: int) -> bool:
        """Whether a title without an article stands before: "Senatorin Murkowski", not "der Präsident Recht"."""
        before = self._before(at)
        if not before or self.pieces[at].initial or self.pieces[at].joined:
            return False
        titles = TITLES[self.language]
        last = re.split(r"-", before)[-1]
        if last not in titles and not (
            self.language == "de" and any(last.endswith(title) and len(title) > 3 for title in titles)
        ):
            return False
        piece = self.pieces[at]
        low = bare(piece.text).casefold()
        if low in titles or low in CAPITALISED or low in LOANS:
            return False
        if self.language == "en":
            return not common(low, "en") or self._listed(piece.text)
        if self._listed(piece.text):
            return True
        return not any(kinds_of(form, "de") - {"name"} for form in forms(piece.text, "de"))

    # --- single words -------------------------------------------------------------------------------------

    def _homograph(self, at: int, size: int) -> bool:
        """Whether a form of the tables is rather a common word here."""
        piece = self.pieces[at]
        return size == 1 and self.language == "en" and piece.initial and common(piece.text, "en")

    def _verdict(self, at: int) -> str:
        piece = self.pieces[at]
        word = bare(piece.text)
        low = word.casefold()
        if len(word) < 2 or low in OPENERS[self.language] or low in CAPITALISED or low in LOANS:
            return "no"
        if _ACRONYM.fullmatch(word):
            plain = word.rstrip("s") in PLAIN_ACRONYMS or word in PLAIN_ACRONYMS or _ROMAN.fullmatch(word)
            return "no" if plain else "sure"
        if len(word) < _MIN_UNKNOWN or low in PREFIXES:
            return "no"
        if re.search(r"[a-zäöü][A-Z]", word) and not re.search(r"Innen$", word):
            return "sure"  # McConnell, SpaceX
        return self._german(at, word) if self.language == "de" else self._english(at, word)

    def _german(self, at: int, word: str) -> str:
        piece = self.pieces[at]
        found = forms(word, "de")
        if any(form.casefold() in LOANS for form in found):
            return "no"
        if any(kinds_of(form, "de") - {"name"} for form in found):
            return "no"
        if any(known_name(form, "de") for form in found):
            return "sure" if not self._determined(at) else "weak"
        if any(common(form, "en") for form in found):
            return "no"
        low = word.casefold()
        if low.endswith(NOUN_ENDINGS) or (ends_in_noun(word) and not low.endswith(NAME_ENDINGS)):
            return "no"
        if self._determined(at):
            return "weak"
        if piece.initial:
            return "no" if low.endswith(START_ENDINGS["de"]) else self._opening(at)
        return "sure"

    def _determined(self, at: int) -> bool:
        """Whether an article or an adjective stands before: "das Xyz" is a thing, "Xyz" somebody."""
        piece = self.pieces[at]
        if piece.joined or piece.joins:
            return False
        before = self.pieces[at - 1] if at else None
        return before is not None and (
            before.text.casefold() in DETERMINERS or (before.kind == "adjective" and not before.capital)
        )

    def _opening(self, at: int) -> str:
        """An unknown word that begins a sentence: a name where a verb or another name follows."""
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        follows = after is not None and (after.kind == "verb" or (after.capital and not after.mark))
        return "sure" if follows and self.pieces[at].kind in {"name", "noun"} else "weak"

    def _english(self, at: int, word: str) -> str:
        piece = self.pieces[at]
        low = word.casefold()
        plain = any(common(form, "en") for form in forms(low, "en"))
        if piece.initial:
            if plain or low.endswith(START_ENDINGS["en"]):
                return "no"
            return "sure" if known_name(word, "en") else self._opening(at)
        return "weak" if plain else "sure"

    def _run(self, at: int) -> tuple[Mention, int] | None:
        """English: capitals in a row inside a sentence are one name ("the Heritage Foundation")."""
        end = at
        while end < len(self.pieces) and self._runs(end):
            end += 1
        words = [p for p in self.pieces[at:end] if not p.mark]
        if len(words) < 2 or self.pieces[at].initial:
            return None
        if all(bare(p.text).casefold() in CAPITALISED for p in words):
            return None
        sure = any(self._verdict(k) == "sure" for k in range(at, end))
        return self._mention(at, end - at, "name", (), sure=sure), end - at

    def _runs(self, at: int) -> bool:
        piece = self.pieces[at]
        return not piece.mark and piece.capital and piece.text.casefold() != "i"


def _kind(entries: tuple[Entry, ...]) -> str:
    kinds = {entry.kind for entry in entries}
    if "group" in kinds:
        return "group"
    return "origin" if kinds == {"origin"} else "place"


def _pieces(text: str, language: str) -> list[_Piece]:
    """The words of a text, parted at hyphens, and its marks."""
    out: list[_Piece] = []
    initial = True
    before = ""
    for word in words_of(text, language):
        if word.kind == "mark":
            if word.text in _ENDS:
                number = before.isdigit() and language == "de"
                short = len(before) == 1 or before.casefold() in _ABBREVIATED
                initial = initial or word.text != "." or not (number or short)
            elif word.text not in _OPENS:
                initial = False
            out.append(_Piece(word.text, word.start, word.end, "mark", False, False, True, False))
            before = ""
            continue
        parts = list(_PIECE.finditer(word.text))
        for number, part in enumerate(parts):
            out.append(
                _Piece(part[0], word.start + part.start(), word.start + part.end(), word.kind,
                       number > 0, number + 1 < len(parts), False, initial and number == 0)
            )  # fmt: skip
        initial = False
        before = word.text
    return out
