"""Quotations: where one begins and ends, over sentences, and whether somebody who only listens can tell.

Nobody hears quotation marks. A quotation is audible where its sentence says whose it is before it, or soon enough
behind it; where it does not, the host who reads it says so ("Zitat: …").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Sentence

__all__ = ["LOOSELY", "QUOTE_CHARACTERS", "SOURCE", "Quotation", "quotations_of"]

QUOTE_CHARACTERS = 25
"""A shorter quotation is a word or two in somebody's sense, not a statement."""

SOON_WORDS = 9
"""Words after which "sagte sie" still comes in time: until then nobody takes the sentence for the host's own."""

LONG_WORDS = 12
"""A longer quotation needs an end that can be heard, where the same voice goes on behind it."""

MOST_SET_APART = 5
"""Sentences of a quotation that is set apart."""

LOOSELY = re.compile(r"\b(?:sinngemäß|in etwa|so ähnlich|in so many words|words to that effect)\b")
"""The article itself says that these are not the very words: nobody may announce them as such."""

CLOSERS = {"„": '“”"', "“": "”", "»": "«", "«": "»", '"': '"'}
SOURCE = re.compile(
    r"^(?:So|Das|Mit diesen Worten) "
    r"(?:steht|stand|schrieb|schreibt|sagte|sagt|heißt|hieß|lautet|lautete|endet|beginnt)\b"
    r"|^(?:So|Thus) (?:wrote|said|reads)\b"
)
"""A sentence that says, behind them, whose the last words were."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a sentence has to do with a quotation that is a statement.

    ``inside``: it begins within one that an earlier sentence opened. ``unfinished``: it ends within one.
    ``opens``: it begins with one that nothing announces. ``closes``: it ends with one, and nothing behind it says so;
    ``long``: and that one is long.
    """

    inside: bool = False
    unfinished: bool = False
    opens: bool = False
    closes: bool = False
    long: bool = False


@dataclass(slots=True)
class _Span:
    """From character ``start`` of sentence ``first`` to ``end`` of sentence ``last``, the marks included."""

    first: int
    start: int
    last: int
    end: int


def _spans(sentences: Sequence[Sentence]) -> list[_Span]:
    """The quotations in their order; one that is never closed within its paragraph is none."""
    found: list[_Span] = []
    opened: tuple[int, int, str] | None = None
    for index, sentence in enumerate(sentences):
        if index and sentence.paragraph != sentences[index - 1].paragraph:
            opened = None
        for place, char in enumerate(sentence.text):
            if opened is not None and char in opened[2]:
                found.append(_Span(opened[0], opened[1], index, place + 1))
                opened = None
            elif opened is None and char in CLOSERS:
                opened = (index, place, CLOSERS[char])
    return found


def _words(sentences: Sequence[Sentence], span: _Span) -> int:
    if span.first == span.last:
        return len(sentences[span.first].text[span.start : span.end].split())
    inner = sum(len(sentence.text.split()) for sentence in sentences[span.first + 1 : span.last])
    head = len(sentences[span.first].text[span.start :].split())
    return head + inner + len(sentences[span.last].text[: span.end].split())


def _characters(sentences: Sequence[Sentence], span: _Span) -> int:
    if span.first < span.last:
        return QUOTE_CHARACTERS
    return span.end - span.start - 2


def quotations_of(sentences: Sequence[Sentence]) -> list[Quotation]:
    """For each sentence its part in a quotation; ``sentences`` follow each other in the article."""
    every = _spans(sentences)
    spans = [span for span in every if _characters(sentences, span) >= QUOTE_CHARACTERS]
    inside, unfinished = set[int](), set[int]()
    opens, closes, long = set[int](), set[int](), set[int]()
    ended = {span.last for span in every}
    for span in spans:
        inside |= set(range(span.first + 1, span.last + 1))
        unfinished |= set(range(span.first, span.last))
        if not _announced(sentences, span, ended):
            opens.add(span.first)
        if _open_ended(sentences, span, {other.first for other in spans if not other.start}):
            closes.add(span.last)
            if _words(sentences, span) > LONG_WORDS:
                long.add(span.last)
    opens |= _set_apart(sentences, inside)
    return [
        Quotation(n in inside, n in unfinished, n in opens, n in closes, n in long)
        for n in range(len(sentences))
    ]


def _announced(sentences: Sequence[Sentence], span: _Span, ended: set[int]) -> bool:
    """Whether the listener knows in time that somebody else's words begin."""
    if re.search(r"\w", sentences[span.first].text[: span.start]):
        return True
    behind = sentences[span.last].text[span.end :]
    if re.search(r"\w", behind) and _words(sentences, span) <= SOON_WORDS:
        return True
    if span.first == 0:
        return False
    before = sentences[span.first - 1]
    # "…“, sagte sie. „…“": the same speaker goes on.
    goes_on = span.first - 1 in ended and before.paragraph == sentences[span.first].paragraph
    return before.text.endswith(":") or goes_on


def _open_ended(sentences: Sequence[Sentence], span: _Span, openings: set[int]) -> bool:
    """Whether nothing behind a quotation shows that it is over."""
    if re.search(r"\w", sentences[span.last].text[span.end :]):
        return False
    following = span.last + 1
    if following >= len(sentences) or following in openings:
        return False
    return not SOURCE.match(sentences[following].text)


def _set_apart(sentences: Sequence[Sentence], inside: set[int]) -> set[int]:
    """Quotations without marks, set apart on the page: behind a colon, and before "Das schrieb er"."""
    found = set[int]()
    for index in range(1, len(sentences) - 1):
        before, sentence = sentences[index - 1], sentences[index]
        if not before.text.endswith(":") or sentence.paragraph == before.paragraph or index in inside:
            continue
        rest = sentences[index + 1 : index + 1 + MOST_SET_APART]
        marked = sentence.text[0] in CLOSERS
        if not marked and any(SOURCE.match(other.text) for other in rest):
            found.add(index)
    return found
