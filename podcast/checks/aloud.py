"""What is hard to read out, or must not be: long sentences, brackets, addresses, directions, signs, foreign words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks import foreign, stage, unspoken
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import sentences, shown, squeezed, tokens

__all__ = ["findings"]

LONG_SENTENCE_WORDS = 30
"""A longer sentence is hard to follow by ear (the issue's limit)."""
HARD_SENTENCE_WORDS = 40
"""From here on an editor would stop: nobody says that in one breath."""

_ADDRESS = re.compile(
    r"\b(?:https?|ftp)://\S+|\bwww\.[\w-]{1,60}\.\S+|(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{0,60}\w|"
    r"(?<![\w.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:de|com|org|net|gov|edu|eu|at|ch|info|uk)/\S+",
    re.I,
)
_DOMAIN = re.compile(
    r"(?<![\w.@/-])[\w-]{2,60}(?:\.[\w-]{1,60}){0,4}\.(?:de|com|org|net|gov|edu|eu|info)(?![\w/])", re.I
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def findings(given: Given) -> Iterator[Finding]:
    """Everything that a voice would make of the letters."""
    staged = list(stage.findings(given))
    yield from staged
    named = {finding.turn for finding in staged}
    for said in given.said:
        yield from _long(said)
        yield from _addresses(given, said)
        if said.number not in named:
            yield from _brackets(said)
    yield from unspoken.findings(given)
    yield from foreign.findings(given)


def _long(said: Said) -> Iterator[Finding]:
    for sentence in sentences(said.text):
        count = len(tokens(sentence))
        if count > LONG_SENTENCE_WORDS:
            hard = count > HARD_SENTENCE_WORDS
            text = f"a sentence of {count} words (“{shown(sentence)}”); {LONG_SENTENCE_WORDS} are enough for an ear"
            yield said.finding("long-sentence", "warning" if hard else "note", text, "aloud", sentence)


def _addresses(given: Given, said: Said) -> Iterator[Finding]:
    if found := _ADDRESS.search(said.text):
        address = found[0].rstrip('.,;:!?)“”"')
        text = f"“{address}” is an address; say where to find it instead"
        yield said.finding("address", "error", text, "aloud", address)
    elif found := _DOMAIN.search(said.text):
        known = squeezed(found[0]) in given.squeezed_article
        text = f"“{found[0]}” looks like an address; listeners cannot click"
        yield said.finding("address", "note" if known else "warning", text, "aloud", found[0])


def _brackets(said: Said) -> Iterator[Finding]:
    found = next((f for f in _BRACKETS.finditer(said.text) if any(map(str.isalnum, f[0]))), None)
    if found:
        text = f"nobody hears the brackets of “{shown(found[0])}”; say it with commas, or as a sentence"
        yield said.finding("brackets", "note", text, "aloud", found[0])
