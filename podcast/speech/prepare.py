"""Text preparation: the words of a script as they will be spoken.

A list of pure ``str -> str`` functions over tables, by language; the rules stand in german.py and english.py.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from podcast.errors import CallError
from podcast.speech import english, german
from podcast.speech.clean import clean, tidy

__all__ = ["PREPARATION_VERSION", "read"]

PREPARATION_VERSION = 1
"""Raised with every change that lets a text be spoken otherwise; part of each clip's key."""

MAX_CHARACTERS = 100_000
_LANGUAGES = {"de": german, "en": english}


@functools.lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(['’]?s)?(?!\w)")


def _pronounce(text: str, pronunciation: dict[str, str]) -> str:
    """The show's own words: whole ones, also with a genitive's s, in the case in which they stand in show.toml."""
    table = {
        unicodedata.normalize("NFC", key): spoken for key, spoken in pronunciation.items() if key.strip()
    }
    if not table:
        return text
    pattern = _pattern(tuple(table))
    return pattern.sub(lambda m: table[m[1]] + ("s" if m[2] else ""), text)


def read(
    text: str, language: str, pronunciation: dict[str, str] | None = None, *, spelled: bool = True
) -> str:
    """``text`` as it will be spoken. ``spelled=False`` leaves numbers and foreign words to the engine.

    Raises ``CallError`` for a language that is neither ``"de"`` nor ``"en"``.
    """
    try:
        rules = _LANGUAGES[language]
    except KeyError:
        raise CallError(f"unknown language {language!r}: choose one of {', '.join(_LANGUAGES)}") from None
    text = _pronounce(clean(text[:MAX_CHARACTERS]), pronunciation or {})
    for step in rules.STEPS + (rules.SPELLING_STEPS if spelled else ()):
        text = step(text)
    return tidy(text)
