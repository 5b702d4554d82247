"""Which kinds of words a single word can be, by the stems that HanTa's models know.

The tagger guesses a kind for every word, by its ending. Here nothing is guessed: a word is known only where it is made
of stems and endings that the model has, so that "Zahnrad" is a noun and "Reinfeld" is nothing. The models come from
newspapers; what they miss ("Muffensausen") a dictionary knows.
"""

from __future__ import annotations

import copy
import functools
import importlib.util
import re
from typing import Any

from podcast.grammar import _tagger, type_of

__all__ = [
    "common",
    "compound",
    "has_dictionary",
    "in_dictionary",
    "kinds_of",
    "known_name",
    "number_word",
    "one_stem",
]

_LEAST = {"de": -26.0, "en": -19.0}
"""Natural logarithm of the least probability of an analysis that counts; below it lie chains of tiny stems.

Measured: of German compounds the rarest common ones lie near -24 ("Nebelkerze"), of English words the inflected ones
near -18; "ami+de+n" and its kind lie below -27.
"""
_ONE_STEM = -17.0
"""Log probability that single stems with their endings reach (-9 to -16), and compounds (-18 to -24) do not."""
_NUMBER = re.compile(
    r"(?:null|eine?[nrsm]?|zwei|zwo|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|zehn|elf|zwölf|zwanzig|[zß]ig|dreißig|und|"
    r"hundert|tausend)+(?:mal|te[nrsm]?|ste[nrsm]?|fach\w*|er|stel|tel)?",
    re.IGNORECASE,
)
_MIN_LAST = 4
"""Letters of a noun that ends a compound; shorter ones ("Ei", "Tor") end any word."""
_MIN_FIRST = 7
"""Letters of a noun that begins a compound whose end is unknown ("Hinterzimmer-gekungel")."""


@functools.lru_cache(maxsize=50_000)
def _analyses(word: str, language: str) -> tuple[tuple[str, float], ...]:
    """Kind and log probability of each analysis by known stems, the best first."""
    tagger = _tagger(language)
    if word in tagger.cache:
        found = tagger.cache[word]
    else:
        strict = copy.copy(tagger)  # shares the tables; the tagger itself stays as it is for other threads
        strict.strict = True
        found = strict.analyze_forward(word)
    kinds = type_of[language]
    named = [(tagger.int2tag[tag], float(p)) for tag, p in found]
    return tuple(
        (kinds.get(tag, "other"), p) for tag, p in named if tag not in {"UNKNOWN", "FM", "XY", "UNC", "ZZ"}
    )


def kinds_of(word: str, language: str) -> frozenset[str]:
    """The kinds ("noun", "name", "verb", …) that a word can be; none for a word that the model does not know."""
    return frozenset(kind for kind, p in _analyses(word.casefold(), language) if p >= _LEAST[language])


def common(word: str, language: str) -> bool:
    """Whether the word is known as something else than a name."""
    return bool(kinds_of(word, language) - {"name"})


def one_stem(word: str, language: str, kind: str = "") -> bool:
    """Whether the word is known as something else than a name (as ``kind``) and no compound: "Berg", no "Sandberg"."""
    found = _analyses(word.casefold(), language)
    return any(p >= _ONE_STEM and (one == kind if kind else one != "name") for one, p in found)


def known_name(word: str, language: str) -> bool:
    """Whether the model knows the word as a name and as nothing else."""
    return kinds_of(word, language) == {"name"}


def number_word(word: str) -> bool:
    """Whether a German word is a number in letters ("Vierhundertsechzehn", "Dreißigste")."""
    return _NUMBER.fullmatch(word) is not None


@functools.lru_cache(maxsize=50_000)
def compound(word: str) -> bool:
    """Whether a German word ends in a noun that the model knows ("Lackmus-test") or begins with a long one."""
    low = word.casefold()
    if any("noun" in kinds_of(low[at:], "de") for at in range(2, len(low) - _MIN_LAST + 1)):
        return True
    return any("noun" in kinds_of(low[:at], "de") for at in range(_MIN_FIRST, len(low) - _MIN_LAST + 1))


@functools.lru_cache(maxsize=50_000)
def in_dictionary(word: str, language: str) -> bool:
    """Whether a word form stands in a dictionary of the language: as likely a common word as a name.

    Slow at first (a second, and 100 MB); for words that nothing else explains.
    """
    if not has_dictionary():
        return False
    return bool(_dictionary().is_known(word, lang=language))


@functools.cache
def _dictionary() -> Any:  # noqa: ANN401 (not everywhere installed)
    return importlib.import_module("simplemma")


@functools.cache
def has_dictionary() -> bool:
    """Whether the dictionary is installed."""
    return importlib.util.find_spec("simplemma") is not None
