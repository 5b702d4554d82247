"""Which language are these few words in? For texts as short as a turn, where letters alone are a gamble.

Evidence comes twice: from words that only one language has, and from py3langid's model. Both must say the same;
a name, a title or a slogan in another language has too little of a sentence in it to be taken for one.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from podcast import grammar

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["foreign_letters", "only_english", "other_language"]

# Words that two languages share stand in both lists: they speak for neither.
SMALL_WORDS = {
    "de": "der die das und nicht ist ein eine einen einem einer mit sich auch auf für von dem den des wird sind es sie "
    "er im zu wir ihr ich aber oder wie wenn dass weil noch nur schon doch denn dann da kein keine mehr sehr über nach "
    "bei aus um wer warum wo jetzt hier hat haben hatte hatten wurde werden kann muss soll sein seine ihre zum zur vom "
    "beim uns diese dieser dieses nichts etwas alle sondern gegen ohne durch bis in an am so also was war man will mal "
    "genau deshalb heißt nun eben ja nein dich mich euch",
    "en": "the of and to is that for with on it he are have from they has been his their which we you but or if "
    "because this these those there what who how why not be would could should about a our my your do does did were by "
    "at than into she him them when where its had us in an am so also was war man will let let's that's it's what's "
    "here's i'm they're we're you're don't doesn't didn't isn't can't won't i yes no just then now well",
    "fr": "le la les des du et est une un dans pour que qui pas sur avec ce cette ces au aux plus sont était nous vous "
    "ils elle il mais ou où se ne été comme par n'est c'est qu'il qu'elle n'a d'un d'une l'on j'ai s'est",
    "es": "el la los las del y es a una un en por que para con no se su sus como más pero este esta son fue al lo le "
    "ha también cuando muy",
    "it": "il lo gli della del delle dei e è una un per che con non si sono più ma come questo questa nel nella alla "
    "al di da ha anche",
    "pt": "o os as do da dos das e é uma um em por que para com não se seu sua como mais mas este esta são foi ao",
    "nl": "de het een van en is dat niet op te zijn voor met die aan er maar om ook als bij naar dan wat nog wordt "
    "heeft werd geen door over in was",
    "sv": "och att det som en är på av för med den till inte har de ett om var men sig så",
    "pl": "i w na się nie jest z do że o jak ale po co tak za od przez dla",
}
_SMALL = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}
_CLAUSAL = frozenset(
    "is are has have had been that it he they we you this which would could should be do does did were she there let "
    "let's that's it's what's here's i'm they're we're you're don't doesn't didn't isn't can't won't i what who how "
    "why ist sind hat wird wurde kann muss soll es sie er wir ihr ich dass weil nicht heißt "
    "est sont que il elle nous son fue è sono che non são dat niet het är att się nie jest".split()
)
"""Words of sentences, not of titles: "The Art of the Deal" has none."""

# Tried on the turns of all scripts of seeds/ and benchmarks/ in their own language (none may be found) and on their
# counterparts in the other one.
SHARE = 0.3
LEAST = 2
OWN_RATIO = 0.34
LONG_WORDS = 9
"""From so many words on a text is no title any more."""

KNOWN = -20.0
STRANGE = -28.0
"""HanTa's log probability of a word: above the first it has been seen, below the second its model guesses."""

PLAIN_WORDS = 4
PLAIN_MEAN = 5.0
PLAIN_SHARE = 0.7
PLAIN_LIMIT = 12.0
"""Four words in small letters, seven in ten likelier in the other language, e^5 times in the mean; one word counts for
at most e^12."""

MAX_WORD = 60
"""Characters: longer ones are no words, and the tagger's time grows with their square."""
GUESS = -99.0

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GERMAN_SHAPE = re.compile(r"(?:um|us|or|ion|ist|tät|ik|ur|ar|al|iv|ant|ent|ien|isch|[äöüß])$", re.I)
"""Endings that German has from Latin: "Momentum" is read as it is written, wherever it came from."""


def other_language(text: str, language: str) -> str:
    """The code of the language that ``text`` is in where that is surely not ``language``, else ``""``.

    ``"und"`` where more than half of it is in letters that are not Latin.
    """
    if letters := foreign_letters(text):
        return "und" if 2 * len(letters) > sum(map(str.isalpha, text)) else ""
    words = [word.replace("’", "'") for word in _WORD.findall(text)]
    if code := _plainly_other(words, language):
        return code if _model_says(text) != language else ""
    found = {code: _evidence(words, code, language) for code in _SMALL if code != language}
    code, most = max(sorted(found.items()), key=lambda item: item[1])
    if most < LEAST or most < SHARE * len(words) or _evidence(words, language, code) > OWN_RATIO * most:
        return ""
    if len(words) < LONG_WORDS and not any(word.casefold() in _CLAUSAL & _SMALL[code] for word in words):
        return ""
    return code if _model_says(text) != language else ""


def _plainly_other(words: list[str], language: str) -> str:
    """The other one of our two languages, where it knows the words far better; names and nouns do not count."""
    other = {"de": "en", "en": "de"}.get(language, "")
    small = [word.casefold() for at, word in enumerate(words) if at == 0 or word.islower()]
    if not other or len(small) < PLAIN_WORDS:
        return ""
    better = [_better(word, other, language) for word in small]
    plain = sum(better) >= PLAIN_MEAN * len(better) and sum(b > 0 for b in better) >= PLAIN_SHARE * len(
        better
    )
    own = _evidence(words, language, other)
    return other if plain and own <= OWN_RATIO * _evidence(words, other, language) else ""


def _better(word: str, code: str, against: str) -> float:
    difference = _best(word, code)[1] - _best(word, against)[1]
    return max(-PLAIN_LIMIT, min(PLAIN_LIMIT, difference))


def _evidence(words: list[str], code: str, against: str) -> int:
    """How many of the words belong to one language and not to the other."""
    small = _SMALL[code] - _SMALL[against]
    return sum(word.casefold() in small or _only(word, code, against) for word in words)


@functools.lru_cache(maxsize=8192)
def _only(word: str, code: str, against: str) -> bool:
    """A plain word in small letters that one of our two languages knows and the other does not."""
    if {code, against} != {"de", "en"} or len(word) < 4 or not word.islower() or not word.isalpha():
        return False
    return _best(word, code)[1] > KNOWN and _best(word, against)[1] < STRANGE


def _model_says(text: str) -> str:
    return str(_identifier().classify(text)[0])


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign_letters(text: str) -> str:
    """The letters that are not Latin ones, in their order."""
    return "".join(char for char in text if char.isalpha() and char > "\u02af" and not _latin(char))


@functools.lru_cache(maxsize=4096)
def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER"))


@functools.lru_cache(maxsize=8192)
def only_english(word: str) -> bool:
    """Is this an English word that German does not know? ("Backlash" is, "Team" and "Boykott" are not.)

    Names are none, neither is what is read in German as it is written ("Momentum").
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha() or _GERMAN_SHAPE.search(word):
        return False
    tag, score = _best(word, "en")
    return score > KNOWN and not tag.startswith("NP") and _best(word, "de")[1] < STRANGE


@functools.lru_cache(maxsize=8192)
def _best(word: str, language: str) -> tuple[str, float]:
    """The likeliest tag of a word standing alone, and its log probability."""
    if len(word) > MAX_WORD:
        return "", GUESS
    ranked = grammar._tagger(language).tag_word(word)  # HanTa is loaded once, there
    return max(
        ((str(tag), float(score)) for tag, score in ranked), key=lambda pair: pair[1], default=("", GUESS)
    )
