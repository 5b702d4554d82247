"""Sizes of a part's conversation, and the sentences that its turns rest on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from podcast.article import Article
from podcast.script import Turn, written
from podcast.writing.centre import Centre
from podcast.writing.llm.outline import Part
from podcast.writing.llm.prompts import turns_for
from podcast.writing.llm.schemas import Shape
from podcast.writing.llm.shapes import Line, turns_shape

__all__ = ["TOKENS_PER_WORD", "TURN_CHARS", "linked", "shape_of", "tokens_for", "words_of_turns"]

TURN_CHARS = 560
"""Some 75 words: the most that one turn may have."""
LEAST_TURN_CHARS = 160
CHARS_PER_WORD = 8

TOKENS_PER_WORD = 4
"""More than any tokenizer needs for German: a limit, no estimate."""
TOKENS_PER_TURN = 30
TOKENS_AROUND = 100

LEAST_TO_LINK = 6
LIKE = 0.5
"""A turn of so many words without a link gets that sentence with which it shares so much of its nouns and names."""


def shape_of(part: Part, names: Sequence[str], last: int) -> Shape[list[Line]]:
    """The shape of a part's conversation; ``last`` is the number of the article's last sentence."""
    chars = min(TURN_CHARS, max(LEAST_TURN_CHARS, part.words * CHARS_PER_WORD))
    return turns_shape(names, last, turns_for(part.words), chars)


def tokens_for(words: int, turns: int) -> int:
    """How many tokens an answer may have at most."""
    return words * TOKENS_PER_WORD + turns * TOKENS_PER_TURN + TOKENS_AROUND


def words_of_turns(turns: Sequence[Turn]) -> int:
    """Words that are spoken in some turns."""
    return sum(len(written(turn.body).split()) for turn in turns)


def linked(turns: Sequence[Turn], article: Article, numbers: Collection[int]) -> tuple[Turn, ...]:
    """The turns; those that name no sentence but say something get the likeliest of ``numbers``."""
    centre = Centre(article)
    sentences = [sentence for sentence in article.sentences if sentence.number in numbers]
    out = []
    for turn in turns:
        text = written(turn.body)
        if not turn.sentences and sentences and len(text.split()) >= LEAST_TO_LINK:
            best = max(sentences, key=lambda s: (centre.similar(text, s.text), -s.number))
            if centre.similar(text, best.text) >= LIKE:
                out.append(replace(turn, sentences=(best.number,)))
                continue
        out.append(turn)
    return tuple(out)
