"""Text preparation: the words of a script as they will be spoken.

A list of pure ``str -> str`` functions over tables, by language; the rules stand in german.py and english.py. What
is to be spoken as it is (the show's pronunciations, ``{written|spoken}``) is put aside before they begin.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from podcast.errors import CallError
from podcast.pronunciation import words_of
from podcast.script import LITERAL, STRESSED, unmarked
from podcast.speech import english, german
from podcast.speech.clean import clean, tidy
from podcast.speech.pronounce import pronounce
from podcast.speech.shelf import Shelf

__all__ = ["MAX_STRESSED_WORDS", "PREPARATION_VERSION", "read"]

PREPARATION_VERSION = 4
"""Raised with every change that lets a text be spoken otherwise; part of each clip's key."""

MAX_CHARACTERS = 100_000
MAX_STRESSED_WORDS = 3
"""A longer stretch in bold or italics is for eyes: who stresses a whole sentence stresses nothing."""
_LANGUAGES = {"de": german, "en": english}
_LITERAL = re.compile(rf"{LITERAL[0]}([^{LITERAL[0]}{LITERAL[1]}]*){LITERAL[1]}")
_STRESSED = re.compile(rf"(\w*){STRESSED[0]}([^{STRESSED[0]}{STRESSED[1]}]*){STRESSED[1]}(\w*)")
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.S)


def read(
    text: str,
    language: str,
    pronunciation: Mapping[str, object] | None = None,
    *,
    spelled: bool = True,
    engine: str = "",
    host: str = "",
    emphasis: bool = False,
) -> str:
    """``text`` as it will be spoken. ``spelled=False`` leaves numbers and foreign words to the engine.

    ``text`` may have the marks of podcast.script.emphasis. ``pronunciation`` is show.toml's, with its tables; of these
    the ``language``'s count, and those of ``engine`` and ``host`` where they are named. ``emphasis``: stressed words
    stand between stars (``*so*``); else there is no star in it. A stress never changes which words are read. Raises
    ``CallError`` for a language that is neither ``"de"`` nor ``"en"``.
    """
    if language not in _LANGUAGES:
        raise CallError(f"unknown language {language!r}: choose one of {', '.join(_LANGUAGES)}")
    text = text[:MAX_CHARACTERS]
    reader = _Reader(text, language, words_of(pronunciation or {}, language, engine, host), spelled=spelled)
    text = _LITERAL.sub(lambda found: reader.put(unmarked(found[1])), text)
    plain = reader.read(unmarked(text))
    if not emphasis or STRESSED[0] not in text:
        return plain
    spans = [n for n, found in enumerate(_STRESSED.finditer(text)) if _stressable(found)]
    if (stressed := _stressed(text, reader, spans)).replace("*", "") != plain:  # one of them changes a word
        spans = [n for n in spans if _stressed(text, reader, [n]).replace("*", "") == plain]
        stressed = _stressed(text, reader, spans)
    return stressed if stressed.replace("*", "") == plain else plain


class _Reader:
    """Reads texts that have the same stand-ins."""

    def __init__(self, text: str, language: str, words: Mapping[str, str], *, spelled: bool) -> None:
        rules = _LANGUAGES[language]
        self._steps = rules.STEPS + (rules.SPELLING_STEPS if spelled else ())
        self._language, self._words = language, words
        self._shelf = Shelf(text)

    def put(self, words: str) -> str:
        """A stand-in for words that are to be spoken as they are; "" where there is nothing to be spoken."""
        words = clean(words)
        return self._shelf.put(words) if words else ""

    def read(self, text: str) -> str:
        """The words as they will be spoken."""
        text = pronounce(clean(text), self._language, self._words, self.put)
        for step in self._steps:
            text = step(text)
        return self._shelf.put_back(tidy(text))

    def stress(self, text: str) -> str:
        """A stand-in for words that are to be stressed."""
        return self._shelf.put(f"*{self.read(text)}*")


def _stressable(found: re.Match[str]) -> bool:
    return 0 < len(_words(found).split()) <= MAX_STRESSED_WORDS and any(map(str.isalnum, _words(found)))


def _words(found: re.Match[str]) -> str:
    """What is stressed: whole words."""
    return found[1] + found[2] + found[3]


def _stressed(text: str, reader: _Reader, spans: Sequence[int]) -> str:
    """``text`` as it is read with a stress on the spans of these numbers."""
    number = itertools.count()

    def one(found: re.Match[str]) -> str:
        edges = _EDGES.fullmatch(_words(found))
        if next(number) not in spans or edges is None:
            return _words(found)
        return edges[1] + reader.stress(edges[2]) + edges[3]

    return reader.read(unmarked(_STRESSED.sub(one, text)))
