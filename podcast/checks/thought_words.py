"""What a sentence states, in parts that another wording of it would share: figures, names, words by their roots.

A part has keys, each with how much two parts have in common that share it (0 to 1): the root of a word ("bombard"),
its group of words that may stand for each other, the halves of a German compound, the key of a name.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from podcast.checks import tables
from podcast.checks.name_keys import Name, names_of
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity
from podcast.checks.talk import sentences, tagged
from podcast.grammar import Word

__all__ = ["Part", "anybody", "halves", "light", "parts_of", "root"]

SAME_ROOT = 1.0
SAME_GROUP = 0.8
"""Of two words that may stand for each other ("billigen", "zustimmen")."""
SAME_NAME = 0.6
"""Of two names that share a word that is not the last ("New York", "New Jersey")."""
SAME_BEGINNING = 0.7
"""Of two words that begin alike ("Finanzierung", "finanziell")."""
BEGINNING = 6
"""So many letters must two roots have in common at their beginning; "Kongress" and "Kontrolle" have three."""

_CONTENT = frozenset({"noun", "name", "adjective", "adverb", "verb", "participle", "other"})
_UMLAUTS = str.maketrans("äöüß", "aous")
_ENDINGS = {
    "de": (
        "ierungen ierung igungen igung ungen ung heiten heit keiten keit schaften schaft innen ierten ierte iert ieren "
        "erinnen isten ismus ischen ischer isches ische isch lichen licher liches liche lich igen iger iges ige ig "
        "ern eln erin er en em es el e n".split()
    ),
    "en": "isations isation izations ization ations ation ments ment ions ion ings ing ities ity ness ies ied ers er "
    "ors or ers ed es ly al s e y".split(),
}
_LEAST_ROOT = 3
"""Letters that must be left when an ending goes."""
_CONTRACTION = re.compile(r"['’](?:s|d|re|ve|ll|m|t)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s?|(?<=[a-zäöü]{3})(?<!s)s)$")
_LEAST_HALF = 4
"""Letters of half a compound."""
_JOINTS = ("", "s", "es", "n", "en")
"""What stands between the halves of a compound ("Zeitung-s-artikel")."""


@dataclass(frozen=True, slots=True)
class Part:
    """One figure, name or word of a sentence; ``words`` as they stand. ``keys`` as the module says.

    ``kind`` is "figure", "name" or "word". A figure has no keys; its ``quantity`` is compared.
    """

    words: str
    kind: str
    root: str
    keys: Mapping[str, float] = field(hash=False, compare=False)
    quantity: Quantity | None = None


@functools.lru_cache(maxsize=50_000)
def root(word: str, language: str) -> str:
    """A lemma without umlauts and endings: Verzeihung and verzeihen are one, ratified and ratification too."""
    low = word.casefold().translate(_UMLAUTS)
    fitting = (
        each for each in _ENDINGS[language] if low.endswith(each) and len(low) - len(each) >= _LEAST_ROOT
    )
    low = low.removesuffix(next(fitting, ""))
    if language == "en" and len(low) > _LEAST_ROOT and low[-1] == low[-2]:
        low = low[:-1]  # "permit-t-ed"
    return low


@functools.cache
def _groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """The groups that a root is in."""
    found: dict[str, list[str]] = {}
    for number, line in enumerate(tables.lines("thoughts", "same", language)):
        for word in line.split():
            found.setdefault(root(word, language), []).append(f"={number}")
    return {key: tuple(numbers) for key, numbers in found.items()}


@functools.cache
def light(language: str) -> frozenset[str]:
    """Roots that say little of what a sentence is about."""
    return frozenset(root(word, language) for word in tables.words("thoughts", "light", language))


@functools.cache
def anybody(language: str) -> frozenset[str]:
    """Roots of what people are called who are only counted."""
    return frozenset(root(word, language) for word in tables.words("thoughts", "anybody", language))


@functools.cache
def _hollow(language: str) -> frozenset[str]:
    """Words that state nothing by themselves."""
    return frozenset(tables.words("thoughts", "hollow", language))


@functools.lru_cache(maxsize=4096)
def parts_of(text: str, language: str) -> tuple[Part, ...]:
    """The parts of a text (a sentence, a turn) in their order, each root once a sentence."""
    return tuple(part for sentence in sentences(text) for part in _of_sentence(sentence, language))


def _of_sentence(sentence: str, language: str) -> list[Part]:
    figures = [q for q in quantities_of(sentence, language) if not (q.kind == "ordinal" and q.value == 1)]
    names = names_of(sentence, language)
    taken = [(q.start, q.end) for q in figures] + [(n.start, n.end) for n in names]
    parts = [Part(q.words, "figure", f"#{q.value} {q.unit}", {}, q) for q in figures]
    parts += [_name(n) for n in names]
    words = tagged(sentence, language)
    for at, word in enumerate(words):
        if (
            word.kind not in _CONTENT
            or word.text.casefold() in _hollow(language)
            or any(start <= word.start < end for start, end in taken)
        ):
            continue
        lemma = _CONTRACTION.sub("", _lemma(words, at, language))
        if {lemma, word.lemma} & _hollow(language) or len(lemma) < _LEAST_ROOT:
            continue
        kind = "name" if word.kind == "name" else "word"
        for piece in lemma.split("-"):
            if len(piece) >= _LEAST_ROOT and piece not in _hollow(language):
                parts.append(_word(piece, word.text, kind, language))
    return list({(part.kind == "figure", part.root): part for part in parts}.values())


def _name(name: Name) -> Part:
    """A name; each of its words is a key too, for the tagger takes many a surname for a noun."""
    keys = {name.key: SAME_ROOT}
    words = [_POSSESSIVE.sub("", word) for word in name.words.casefold().replace("-", " ").split()]
    keys |= {
        word: SAME_ROOT if word == words[-1] else SAME_NAME for word in words if len(word) >= _LEAST_ROOT
    }
    if len(words) > 1:
        keys["".join(word[0] for word in words)] = SAME_GROUP  # General Motors, GM
    return Part(name.words, "name", name.key, keys)


def _word(lemma: str, text: str, kind: str, language: str) -> Part:
    found = root(lemma, language)
    keys = {found: SAME_ROOT, _POSSESSIVE.sub("", text.casefold()): SAME_ROOT}
    if kind == "word":
        keys |= dict.fromkeys(_groups(language).get(found, ()), SAME_GROUP)
        if len(found) >= BEGINNING:
            keys["^" + found[:BEGINNING]] = SAME_BEGINNING
    return Part(text, kind, found, keys)


def _lemma(words: tuple[Word, ...], at: int, language: str) -> str:
    """The lemma; of a German verb with the particle that stands at the end of its clause ("nehmen … an")."""
    word = words[at]
    if language == "de" and word.kind == "verb":
        for behind in words[at + 1 :]:
            if behind.kind == "particle":
                return behind.lemma + word.lemma
            if behind.kind in {"verb", "subordinator"} or behind.text in {",", ";", ":"}:
                break
    return word.lemma


def halves(word: str, known: frozenset[str]) -> tuple[str, str] | None:
    """The two halves of a German compound's root, where one of them at least is among the roots that are known."""
    best, covered = None, 0
    for cut in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1):
        first, second = word[:cut], word[cut:]
        plain = next((bare for joint in _JOINTS if (bare := first.removesuffix(joint)) in known), "")
        letters = (cut if plain else 0) + (len(second) if second in known else 0)
        if letters > covered:
            best, covered = (plain or first, second), letters
    return best
