"""English words in a German script whose pronunciation nobody has settled."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.talk import QUOTATION, squeezed
from podcast.checks.unspoken import spoken
from podcast.tongues import only_english, other_language

__all__ = ["findings"]

READ_WELL = frozenset(
    "supreme court street statement statements comeback mainstream timing business interview interviews podcast "
    "salamander".split()
)
"""Read well as they stand: tried with Pico (see speech/words_de.py), or German all the same."""

_WORD = re.compile(r"(?<![\w'’.@-])[A-Za-z]{4,}(?![\w'’@]|\.\w)")


def findings(given: Given) -> Iterator[Finding]:
    """``foreign-word``: a note for each such word where it first stands.

    Settled is what ``{written|spoken}`` or show.toml give a sound, and what the voices' own table respells. Names
    are left out: nobody could list them all, and most are read well enough.
    """
    if given.language != "de" or given.read is None:
        return
    settled = {squeezed(word) for word in given.show.pronunciation} | READ_WELL
    for name in (given.show.name, *(host.name for host in given.show.hosts)):
        settled |= set(squeezed(name).split())
    for said in given.said:
        text = QUOTATION.sub(_own, spoken(said))
        if other_language(text, given.language):
            continue  # a turn that is English as a whole (see tongue)
        for word in _WORD.findall(text):
            key = word.casefold()
            if key in settled:
                continue
            settled.add(key)
            if only_english(word) and key in squeezed(given.read(text)).split():
                message = (
                    f"“{word}” is English, and nothing says how to speak it; settle it under [pronunciation]"
                )
                yield said.finding("foreign-word", "note", message, "aloud", word)


def _own(found: re.Match[str]) -> str:
    """A quotation, where it is in German; one in another language is read as a whole, or not at all."""
    return "…" if other_language(found[0], "de") else found[0]
