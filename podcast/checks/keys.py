"""What a sentence is about, as keys that its other wordings share. Pure.

Two wordings of one thought rarely share their words, but mostly the stems of a few: names, figures, a noun, a verb.
"Angeklagt wurde Clinton nie" and "Die Ermittlungen gegen Clinton endeten ohne Anklage" share two.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from podcast.checks.lexicon import kinds_of
from podcast.checks.name_keys import names_of
from podcast.checks.quantities import quantities_of
from podcast.checks.spelling import letters
from podcast.checks.tables import lines, words
from podcast.checks.talk import sentences, tagged
from podcast.grammar import Word

__all__ = [
    "FIGURES",
    "MIN_STEM",
    "NAMES",
    "Marked",
    "keys_of",
    "lemmas",
    "likeness",
    "marked",
    "no_words",
    "plain",
    "stem",
]

MIN_STEM = 4
"""Letters that a stem keeps; shorter ones mean too many things."""
MIN_KEY = 3
MIN_PART = 5
"""Letters of a word that may be a part of a compound ("Ausgleich" of "Inflationsausgleich")."""
PART_WORTH = 0.7
"""What it counts where one key is a part of the other, against 1 for the same key."""
FIGURES = ("#", "=")
"""The keys of figures and of dates begin so."""
NAMES = "@"
"""The keys of names begin so."""

_KINDS = frozenset({"noun", "name", "adjective", "verb", "participle", "other", "adverb"})
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_CONTRACTED = re.compile(r"\b(\w+?)n['’]t\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_VOTES = {"Ja": "zustimmen", "Nein": "ablehnen"}
"""Nouns; at the beginning of a sentence they are answers."""


class Marked(NamedTuple):
    """A key and its place in the sentence, in characters; ``predicate``: of a verb or an adjective by itself."""

    start: int
    end: int
    key: str
    predicate: bool


@functools.cache
def _participle() -> re.Pattern[str]:
    """A German participle with its particle before the "ge"."""
    particles = sorted(words("keys", "particles", "de"), key=len, reverse=True)
    return re.compile(rf"({'|'.join(particles)})ge(\w{{3,}}?)(?:e?t|en)")


@functools.lru_cache(maxsize=50_000)
def stem(lemma: str, language: str) -> str:
    """What a word and its relatives begin with: "Anklage", "anklagen" and "angeklagt" (lemma: anklagen): "anklag"."""
    low = letters(lemma.casefold().translate(_UMLAUTS))
    if language == "de" and (split := _participle().fullmatch(low)):
        low = f"{split[1]}{split[2]}en"  # "hereingelassen", which the tagger leaves as it is
    endings = words("keys", "endings", language)
    ending = next((e for e in endings if low.endswith(e) and len(low) - len(e) >= MIN_STEM), "")
    return low.removesuffix(ending) if ending else low


@functools.cache
def _light(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in words("keys", "light", language))


@functools.cache
def no_words(language: str) -> frozenset[str]:
    """The words that say no."""
    return frozenset(words("claims", "no", language))


@functools.cache
def _same(language: str) -> dict[str, str]:
    """Words that say the same thing, by their stems."""
    found: dict[str, str] = {}
    for line in lines("keys", "same", language):
        stems = [stem(word, language) for word in line.split()]
        for each in stems:
            found.setdefault(each, stems[0])
    return found


def plain(text: str, language: str) -> str:
    """English without contractions ("couldn't" is "could not"); German as it is."""
    if language != "en":
        return text
    return _CONTRACTED.sub(lambda found: f"{_WHOLE.get(found[1].casefold(), found[1])} not", text)


@functools.lru_cache(maxsize=20_000)
def marked(sentence: str, language: str) -> tuple[Marked, ...]:
    """The keys of a plain sentence, in their order."""
    found: list[Marked] = []
    for quantity in quantities_of(sentence, language):
        sign = "=" if quantity.kind in {"date", "year", "decade"} else "#"
        found.append(Marked(quantity.start, quantity.end, f"{sign}{quantity.value}", predicate=False))
    for name in names_of(sentence, language):
        if not any(each.start < name.end and name.start < each.end for each in found):
            found.append(Marked(name.start, name.end, f"{NAMES}{name.key}", predicate=False))
    covered = tuple(found)
    here = tagged(sentence, language)
    for at, (word, lemma) in enumerate(lemmas(here, language)):
        if any(each.start <= word.start < each.end for each in covered) or word.kind not in _KINDS:
            continue
        if word.kind == "adverb" and not _from_adjective(word.text, language):
            continue
        key = stem((word.start and _VOTES.get(word.text)) or lemma, language)
        if len(key) < MIN_KEY or key in _light(language) or word.text.casefold() in no_words(language):
            continue
        key = _same(language).get(key, key)
        found.append(Marked(word.start, word.end, key, _is_predicate(here, at, language)))
    return tuple(sorted(found))


@functools.lru_cache(maxsize=10_000)
def _from_adjective(word: str, language: str) -> bool:
    """Whether an adverb says what something is like ("giftig", "quickly") and not when or how far ("zuvor")."""
    if language == "en":
        return word.endswith("ly")
    return "adjective" in kinds_of(word.casefold().removesuffix("e") + "e", "de")


def _is_predicate(sentence: Sequence[Word], at: int, language: str) -> bool:
    kind = sentence[at].kind
    if kind == "adjective":
        behind = sentence[at + 1].kind if at + 1 < len(sentence) else "mark"
        return language == "en" and behind not in {"noun", "adjective", "name"}
    return kind in {"verb", "participle", "other", "adverb"}


def lemmas(sentence: Sequence[Word], language: str) -> list[tuple[Word, str]]:
    """Words with their lemmas; a German verb has its particle back: "kehrt … zurück" is "zurückkehren"."""
    verb: Word | None = None
    joined: dict[int, str] = {}
    for word in sentence:
        if word.kind == "verb":
            verb = word
        elif word.kind == "particle" and verb is not None and language == "de":
            joined[verb.start] = word.text.casefold() + verb.lemma
            verb = None
    return [(word, joined.get(word.start, word.lemma)) for word in sentence]


@functools.lru_cache(maxsize=20_000)
def keys_of(text: str, language: str) -> frozenset[str]:
    """The keys of a text in ``"de"`` or ``"en"``."""
    return frozenset(each.key for part in sentences(plain(text, language)) for each in marked(part, language))


@functools.cache
def _prefixes() -> frozenset[str]:
    return frozenset(words("keys", "prefixes", "de"))


def likeness(one: str, other: str) -> float:
    """How far two keys mean the same: 1 for one key, less where one is a part of the other, else 0."""
    if one == other:
        return 1.0
    if one.startswith((*FIGURES, NAMES)) or other.startswith((*FIGURES, NAMES)):
        return 0.0
    short, long = sorted((one.removesuffix("e"), other.removesuffix("e")), key=len)
    if short == long:
        return 1.0
    if long.endswith(short) and long.removesuffix(short) in _prefixes():
        return PART_WORTH  # "anbieten", "bieten"
    if len(short) >= MIN_PART and (long.endswith(short) or long.startswith(short)):
        return PART_WORTH
    return 0.0
