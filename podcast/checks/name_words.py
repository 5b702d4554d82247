"""What a single word of a text can be: a first name, a surname, some name, or a common word.

German writes every noun with a capital, so a capital proves nothing there; in English it proves much, but not where a
sentence begins. A word counts as a name only on evidence; in doubt it does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import Enum

from podcast.checks.gazetteer import first_names, surnames
from podcast.checks.lexicon import (
    common,
    compound,
    has_dictionary,
    in_dictionary,
    kinds_of,
    known_name,
    number_word,
    one_stem,
)
from podcast.checks.pieces import Piece
from podcast.checks.spelling import SPELLINGS, bare, forms, genitives
from podcast.checks.tables import lines, words

__all__ = ["CAPITALISED", "PARTICLES", "NameWords", "Verdict"]

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

_BEFORE_PERSON = frozenset(words("words", "before_person"))
_ROMAN = re.compile(r"[IVXLC]+")
_ACRONYM = re.compile(r"(?=.*[A-ZÄÖÜ].*[A-ZÄÖÜ])[A-ZÄÖÜ0-9.&]{2,6}s?")
_INNER = re.compile(r"[a-zäöü][A-Z](?!nnen$)")  # McConnell, SpaceX, but not "BürgerInnen"
_PARTICIPLE = re.compile(
    r"(?:ein|auf|an|ab|aus|vor|nach|durch|um|mit|zu|bei|weg|los|fort|her\w*|hin\w*|r(?:aus|ein|über|unter)|zurück|zusammen|"
    r"nieder|fest|frei|still|trocken|hoch|tot|gleich|weiter)ge\w{2,}(?:t|en)|(?:ent|ver|zer)\w{3,}(?<![dt])t",
    re.IGNORECASE,
)
"""What has the shape of one ("Ausgebüxt", "Entsalzt") and, before a verb, is one: no name, however rare."""
_AUXILIARY = frozenset(
    "hat habe haben hast hatte hatten hätte hätten ist sind war waren wäre wird werden wurde wurden würde".split()  # noqa: SIM905
)
_AGENT = re.compile(
    r"(?:ein|auf|an|ab|aus|vor|nach|durch|unter|über|um|mit|hinter|zurück|rein|raus).{4,}er(?:n|s|in|innen)?"
)
"""Who does something ("Einflüsterer"): such nouns can be made of any verb."""
_HELD = frozenset(words("words", "held"))
_LONGEST_SURNAME = 12
"""Letters; what is longer and ends in a noun is a compound ("Militärflugfeld")."""
_CONTRACTED = re.compile(r"['’](?:d|ll|re|ve|m)$")
"""What English joins to a word: "He'd", "They'll"."""
_NO_NOUNS = ("qvist", "quist", "vist")
_SINGULAR = frozenset(
    {"hat", "ist", "war", "wird", "kann", "will", "soll", "muss", "darf", "kam", "ging", "sah"}
)
_LEAST_UNKNOWN = 3
"""Letters of an unknown word that can be a name on its own; shorter ones are abbreviations and sounds."""
_LEAST_TITLE = 4
"""Letters of a title that a compound may end in ("Fraktionschef")."""


class Verdict(Enum):
    """Whether a word is a name: certainly, perhaps, or not."""

    SURE = "sure"
    WEAK = "weak"
    NO = "no"


class NameWords:
    """Judges the words of one text. ``known`` are keys of words that are names in the story it belongs to.

    ``dictionary``: an unknown word is looked up there before it counts as a name, which costs a second once.
    """

    def __init__(
        self, pieces: Sequence[Piece], language: str, known: AbstractSet[str], *, dictionary: bool = False
    ) -> None:
        self._dictionary = dictionary
        self._pieces = pieces
        self._language = language
        self._known = known

    # --- people -------------------------------------------------------------------------------------------

    def first(self, at: int) -> bool:
        """Whether the word is a first name."""
        piece = self._pieces[at]
        return piece.capital and any(
            SPELLINGS.exact(form) in first_names() for form in genitives(piece.text)[:1]
        )

    def surname(self, at: int, *, named: bool = True) -> bool:
        """Whether the word can be the surname behind a first name, or (not ``named``) behind initials only."""
        if at >= len(self._pieces):
            return False
        piece = self._pieces[at]
        if piece.mark or not piece.capital or piece.joined:
            return False
        if not named and common(piece.text, self._language):
            return False  # "They gave him a C. He appealed."
        if self._listed(piece.text):
            return True
        if self._language == "en":
            return bare(piece.text).casefold() not in CAPITALISED
        if named and at > 1 and self._pieces[at - 2].text in _BEFORE_PERSON:
            return True  # "geleitet von Mark Weller": nothing else could follow
        if named and self._no_object(at):
            return True  # "Senatspräsident Benjamin Wade"
        found = [form for form in forms(piece.text, "de") if not piece.text.removeprefix(form).endswith("r")]
        if any(one_stem(form, "de", "noun") or form.casefold() in LOANS for form in found):
            return False  # "gibt Frances Hoffnung"; a verb would have no capital here ("Wayne Morse")
        nouns = any("noun" in kinds_of(form, "de") for form in found)
        return not nouns or piece.text.casefold().endswith(NAME_ENDINGS)

    def _no_object(self, at: int) -> bool:
        """German: whether a noun behind a first name can be no object, for no verb stands before: "gibt Anna Zeit"."""
        low = self._pieces[at].text.casefold()
        if low in _HELD or low.endswith(NOUN_ENDINGS) or at < 1:
            return False
        before = self._pieces[at - 2] if at > 1 else None
        return before is None or before.text == ":" or before.kind in {"preposition", "noun"}

    def first_alone(self, at: int) -> bool:
        """Whether a first name may stand for itself: "Rosa" and "Strom" may not, nor "Will" where a sentence begins."""
        piece = self._pieces[at]
        if piece.text in INITIALS or SPELLINGS.exact(piece.text) in self._known:
            return True
        return not self._ambiguous(at)

    def surname_alone(self, at: int) -> bool:
        """Whether the word is a well-known surname, or initials of somebody well-known."""
        piece = self._pieces[at]
        if piece.text in INITIALS:
            return True
        listed = any(SPELLINGS.exact(form) in surnames() for form in genitives(piece.text))
        return listed and not self._ambiguous(at)

    def titled(self, at: int) -> bool:
        """Whether a title without an article stands before: "Senatorin Murkowski", not "der Präsident Recht"."""
        piece, before = self._pieces[at], self.before(at)
        if not before or piece.initial or piece.joined:
            return False
        last = before.rpartition("-")[2]
        titles = TITLES[self._language]
        if last not in titles and not (
            self._language == "de"
            and any(last.endswith(title) for title in titles if len(title) >= _LEAST_TITLE)
        ):
            return False
        low = bare(piece.text).casefold()
        if low in titles or low in CAPITALISED or low in LOANS:
            return False
        if self._listed(piece.text):
            return True
        return not (common(low, "en") if self._language == "en" else self._common_german(piece.text))

    def before(self, at: int) -> str:
        """The word before, in small letters; "" after a mark or at the beginning (the point of "Dr." is none)."""
        at -= 1
        if at > 0 and self._pieces[at].text == "." and self._pieces[at - 1].abbreviated:
            at -= 1
        return self._pieces[at].text.casefold() if at >= 0 and not self._pieces[at].mark else ""

    def _listed(self, word: str) -> bool:
        keys = [SPELLINGS.exact(form) for form in genitives(word)]
        return any(key in surnames() or key in self._known for key in keys)

    def _ambiguous(self, at: int) -> bool:
        piece = self._pieces[at]
        low = bare(piece.text).casefold()
        if self._language == "en":
            return low in CAPITALISED or (piece.initial and low in AMBIGUOUS["en"])
        return any(form.casefold() in AMBIGUOUS["de"] for form in genitives(piece.text))

    # --- any word -----------------------------------------------------------------------------------------

    def verdict(self, at: int) -> Verdict:
        """Whether a word with a capital that is in no table is a name."""
        word = _CONTRACTED.sub("", bare(self._pieces[at].text))
        low = word.casefold()
        if (
            len(word) < 2
            or low.endswith(("n't", "n’t"))
            or low in OPENERS[self._language]
            or low in CAPITALISED
            or low in LOANS
        ):
            return Verdict.NO
        if _ACRONYM.fullmatch(word):
            plain = word.rstrip("s") in PLAIN_ACRONYMS or word in PLAIN_ACRONYMS or _ROMAN.fullmatch(word)
            return Verdict.NO if plain else Verdict.SURE
        if len(word) < _LEAST_UNKNOWN or low in PREFIXES or number_word(word):
            return Verdict.NO
        if SPELLINGS.key(word) in self._known:
            return Verdict.SURE
        if _INNER.search(word):
            return Verdict.SURE
        return self._german(at, word) if self._language == "de" else self._english(at, word)

    @staticmethod
    def _common_german(word: str) -> bool:
        return any(common(form, "de") or form.casefold() in LOANS for form in forms(word, "de"))

    def _german(self, at: int, word: str) -> Verdict:
        piece, low = self._pieces[at], word.casefold()
        if piece.joined:
            return (
                Verdict.NO
            )  # the last part of "Autokraten-Bingo" is a thing; names of places are in the tables
        if self._common_german(word):
            return Verdict.SURE if self._acts(at) else Verdict.NO
        if any(known_name(form, "de") for form in forms(word, "de")):
            return Verdict.WEAK if self._determined(at) or self._explained(word) else Verdict.SURE
        if any(common(form, "en") for form in forms(word, "de")):
            return Verdict.NO
        if (low.endswith(NOUN_ENDINGS) and not low.endswith(_NO_NOUNS)) or _AGENT.fullmatch(low):
            return Verdict.NO
        if compound(word) and (len(low) > _LONGEST_SURNAME or not low.endswith(NAME_ENDINGS)):
            return Verdict.NO
        if self._determined(at) or (piece.initial and (self._is_participle(at) or not self._opens(at))):
            return Verdict.WEAK
        return Verdict.WEAK if self._explained(word) else Verdict.SURE

    def _is_participle(self, at: int) -> bool:
        """Whether a sentence begins with a participle that its verb follows: "Eingedeicht hat man …"."""
        after = self._pieces[at + 1].text if at + 1 < len(self._pieces) else ""
        return bool(_PARTICIPLE.fullmatch(self._pieces[at].text)) and after in _AUXILIARY

    def _explained(self, word: str) -> bool:
        return self._dictionary and in_dictionary(word, self._language)

    def _determined(self, at: int) -> bool:
        """Whether an article or an adjective stands before: "das Xyz" is a thing, "Xyz" somebody."""
        piece = self._pieces[at]
        if piece.joined or piece.joins or not at:
            return False
        before = self._pieces[at - 1]
        return before.text.casefold() in DETERMINERS or (before.kind == "adjective" and not before.capital)

    def _acts(self, at: int) -> bool:
        """Whether what could be a compound stands where only a name can: "Sandberg siegte", without an article."""
        piece = self._pieces[at]
        low = piece.text.casefold()
        if not low.endswith(NAME_ENDINGS) or len(low) > _LONGEST_SURNAME or one_stem(low, "de"):
            return False
        if piece.joined or piece.joins or self._determined(at) or at + 1 >= len(self._pieces):
            return False
        before = self._pieces[at - 1] if at else None
        if before is not None and before.kind in {
            "preposition",
            "comparison",
            "conjunction",
            "adverb",
            "verb",
        }:
            return False
        after = self._pieces[at + 1]
        return after.kind == "verb" and (after.text in _SINGULAR or after.text.endswith(("te", "t")))

    def _opens(self, at: int) -> bool:
        """Whether an unknown word that begins a sentence does what a name does: a verb or another name follows."""
        if self._pieces[at].text.casefold().endswith(START_ENDINGS[self._language]):
            return False
        if bare(self._pieces[at].text) != self._pieces[at].text:
            return True  # "Ostrander's"
        if self._language == "de" and self._dictionary and has_dictionary():
            return True  # which will be asked
        after = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
        follows = after is not None and (after.kind == "verb" or (after.capital and not after.mark))
        return follows and self._pieces[at].kind in {"name", "noun"}

    def _english(self, at: int, word: str) -> Verdict:
        piece = self._pieces[at]
        plain = any(common(form, "en") for form in forms(word.casefold(), "en"))
        if not piece.initial:
            return Verdict.WEAK if plain else Verdict.SURE
        if plain or word.casefold().endswith(START_ENDINGS["en"]):
            return Verdict.NO
        if kinds_of(word, "en") == {"name"}:
            return Verdict.SURE
        return Verdict.SURE if self._opens(at) and not self._explained(word) else Verdict.WEAK
