"""What is charming once: the same opening words, the same bridge, fillers, praise for the other's question."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import opening, sentences, shown, squeezed, tokens, unquoted

__all__ = ["findings"]

WINDOW_TURNS = 6
SAME_OPENINGS = 3
"""Three of six turns in a row that begin with the same two words: a pattern that listeners hear."""
OPENING_WORDS = 2

SAME_BRIDGES = 3
BRIDGE_WORDS = (2, 8)
"""A wording of so few words is a bridge; "Warum?" alone may come back, and longer ones are thoughts (see thoughts)."""

FILLERS_ALLOWED = 2
_FILLERS = {
    "de": "spannend absolut genau interessant wow krass wahnsinn faszinierend verrückt exakt unglaublich".split(),
    "en": "exactly absolutely interesting fascinating wow amazing incredible definitely totally right".split(),
}
_INTRO = (
    r"(?:(?:ja|oh|ach|na|ok|okay|yes|yeah|well|sehr|wirklich|total|echt|really|so|very|how|wie|das (?:ist|klingt)|"
    r"that['’]s|that is)[, ]+){0,4}"
)
_PRAISE = re.compile(
    _INTRO + r"(?:(?:eine?|a|an|the)[, ]+)?(?:(?:sehr|wirklich|really|very) )?"
    r"(?:gute|tolle|spannende|interessante|wichtige|berechtigte|kluge|ausgezeichnete|hervorragende|exzellente|super|"
    r"great|good|excellent|important|interesting|brilliant|fantastic|smart) (?:frage|question)(?=[.!,:;–—-]| –|$)",
    re.I,
)


def findings(given: Given) -> Iterator[Finding]:
    """``same-opening``, ``same-bridge``, ``filler``, ``praise``."""
    yield from _openings(given)
    yield from _bridges(given)
    yield from _fillers(given)
    for said in given.said:
        found = next((m for s in sentences(unquoted(said.text)) if (m := _PRAISE.match(s))), None)
        if found:
            text = f"“{found[0]}”: hosts who praise each other's questions sound bought"
            yield said.finding("praise", "warning", text, "conversation", found[0])


def _openings(given: Given) -> Iterator[Finding]:
    told: set[tuple[str, ...]] = set()
    for at, said in enumerate(given.said):
        words = opening(said.text, OPENING_WORDS)
        window = given.said[max(0, at - WINDOW_TURNS + 1) : at + 1]
        same = [other for other in window if opening(other.text, OPENING_WORDS) == words]
        if len(words) < OPENING_WORDS or len(same) < SAME_OPENINGS or words in told:
            continue
        if any(_of_article(given, other) for other in same):
            continue  # the article's own figure of speech
        told.add(words)
        lines = ", ".join(str(other.line) for other in same)
        head = " ".join(said.text.split()[:OPENING_WORDS])
        text = f"{len(same)} of {len(window)} turns begin with “{head}” (lines {lines})"
        yield said.finding("same-opening", "warning", text, "conversation", head)


def _of_article(given: Given, said: Said) -> bool:
    head = " ".join(opening(said.text, OPENING_WORDS + 2))
    return f" {head} " in f" {given.squeezed_article} "


def _bridges(given: Given) -> Iterator[Finding]:
    seen: dict[str, list[Said]] = defaultdict(list)
    for said in given.said:
        for sentence in sentences(said.text):
            count = len(tokens(sentence))
            wording = squeezed(sentence)
            if BRIDGE_WORDS[0] <= count <= BRIDGE_WORDS[1] and wording not in given.squeezed_article:
                seen[wording].append(said)
                if len(seen[wording]) == SAME_BRIDGES:
                    lines = ", ".join(str(other.line) for other in seen[wording])
                    text = f"“{shown(sentence, 8)}” for the third time (lines {lines})"
                    yield said.finding("same-bridge", "warning", text, "conversation", sentence)


def _fillers(given: Given) -> Iterator[Finding]:
    words = "|".join(_FILLERS[given.language])
    pattern = re.compile(rf"{_INTRO}({words})(?=\s*(?:[.!,;:?–—]|$))", re.I)
    seen: dict[str, list[Said]] = defaultdict(list)
    for said in given.said:
        for sentence in sentences(unquoted(said.text)):
            if found := pattern.match(sentence):
                word = found[1].casefold()
                seen[word].append(said)
                if len(seen[word]) == FILLERS_ALLOWED + 1:
                    lines = ", ".join(str(other.line) for other in seen[word])
                    text = f"“{found[1]}” for the third time (lines {lines}); a habit that listeners count"
                    yield said.finding("filler", "warning", text, "conversation", found[1])
