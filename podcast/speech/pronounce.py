"""The show's own pronunciations in a text: whole words, with their inflected forms, in the case that show.toml has.

An ending is spoken as it is written ("Merkowitsch" + "s"). Endings that would make many a name into another word
("Wall" + "er") are not guessed: a star behind the word in show.toml stands for any.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from podcast.speech.clean import clean

__all__ = ["pronounce"]

_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"(?:s|ß|x|z|ch)$", "s|es|en|e"),  # des Kongresses, die Prozesse
        (r"(?:ist|ent|ant|or|at|ung|ion|[hk]eit|it)$", "s|en"),  # die Demokraten
        (r"..e[lr]?$", "s|n"),  # die Drohnen, den Republikanern
        (r"", "s"),
    ),
    "en": ((r"(?:s|x|z|sh|ch)$", "es"), (r"", "s")),
}
"""What a word ends in, and the endings that it may take; the first that fits. "'s" goes with every word."""
_HYPHENS = "\u2010\u2011-"
_JOINTS = re.compile(rf"[ {_HYPHENS}]")


def pronounce(text: str, language: str, words: Mapping[str, str], put: Callable[[str], str]) -> str:
    """A clean text with ``put(spoken)`` in the place of each of the ``words`` (written → spoken).

    Of two words that begin in one place the longer one counts. A space in a word may be a hyphen in the text
    ("Proud-Boys-Chef").
    """
    table: dict[str, str] = {}
    starred: list[tuple[str, bool]] = []
    for key, spoken in words.items():
        if written := clean(key.rstrip("*")):
            table[written] = spoken
            starred.append((written, key.endswith("*")))
    if not table:
        return text
    folded = {_JOINTS.sub(" ", written): spoken for written, spoken in table.items()}

    def spoken_for(found: re.Match[str]) -> str:
        spoken = table.get(found[1]) or folded[_JOINTS.sub(" ", found[1])]
        return put(spoken) + (found[2].removeprefix("'") if language == "de" else found[2])

    return _pattern(tuple(sorted(starred, key=lambda one: (-len(one[0]), one))), language).sub(
        spoken_for, text
    )


@functools.lru_cache(maxsize=16)
def _pattern(words: tuple[tuple[str, bool], ...], language: str) -> re.Pattern[str]:
    alternatives = "|".join(_alternative(word, language, any_ending=starred) for word, starred in words)
    return re.compile(rf"(?<!\w)({alternatives})('s(?!\w)|\w*)")


def _alternative(word: str, language: str, *, any_ending: bool) -> str:
    letters = "".join(
        rf"[ {_HYPHENS}]" if c == " " else f"[{_HYPHENS}]" if c in _HYPHENS else re.escape(c) for c in word
    )
    if any_ending:
        return letters
    endings = next(endings for end, endings in _ENDINGS[language] if re.search(end, word))
    return rf"{letters}(?=(?:'?s|{endings})?(?!\w))"
