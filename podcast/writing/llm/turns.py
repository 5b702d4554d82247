"""What the model wrote for a part, as turns of the script, and whether it will do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from podcast.article import Article
from podcast.script import Turn, plain, written
from podcast.writing.centre import Centre
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.outline import Part
from podcast.writing.llm.prompts import turns_for
from podcast.writing.llm.reading import sayable
from podcast.writing.llm.shapes import Line, Shape, turns_shape
from podcast.writing.llm.tongue import is_in

__all__ = ["judged", "linked", "shape_of", "tokens_for", "turns_of", "words_of_turns"]

TURN_CHARS = 560
"""Some 75 words: the most that one turn may have."""
LEAST_TURN_CHARS = 160
CHARS_PER_WORD = 8

TOKENS_PER_WORD = 4
"""More than any tokenizer needs for German: a limit, no estimate."""
TOKENS_PER_TURN = 40
TOKENS_AROUND = 200

SHORTEST, LONGEST = 0.4, 2.2
"""An answer outside these shares of the words that were asked for is asked for again."""
REPEATED = 1 / 3
INVENTED = 1 / 2
"""So much of an answer may be repetition, or its sentence numbers invented, before it is asked for again."""
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


def turns_of(
    lines: Sequence[Line], names: Sequence[str], allowed: Collection[int], language: str
) -> list[Turn]:
    """The lines that can be said, as turns: known hosts, known sentences, no stage business, nothing twice."""
    known = {name.casefold(): name for name in names}
    turns: list[Turn] = []
    said: set[str] = set()
    for line in lines:
        host = known.get(line.host.strip(" *_:").casefold())
        text = sayable(line.text, names, language)
        if host is None or not any(map(str.isalnum, text)) or text in said:
            continue
        if len(text.split()) >= 4:
            said.add(text)
        numbers = tuple(n for n in dict.fromkeys(line.numbers) if n in allowed)
        turns.append(Turn(host, plain(text), numbers))
    return turns


def judged(
    lines: Sequence[Line], names: Sequence[str], allowed: Collection[int], language: str, words: int
) -> list[Fault]:
    """What is wrong with an answer for a part of ``words`` words."""
    turns = turns_of(lines, names, allowed, language)
    if not turns:
        return [Fault("empty")]
    faults = []
    known = {name.casefold() for name in names}
    if any(line.host.strip(" *_:").casefold() not in known for line in lines):
        faults.append(Fault("hosts"))
    if not is_in(" ".join(written(turn.body) for turn in turns), language):
        faults.append(Fault("language"))
    if len({turn.host for turn in turns}) < 2:
        faults.append(Fault("alone"))
    texts = [line.text.strip() for line in lines if len(line.text.split()) >= 4]
    if len(set(texts)) < len(texts) * (1 - REPEATED):
        faults.append(Fault("repeats"))
    numbers = [n for line in lines for n in line.numbers]
    if sum(n not in allowed for n in numbers) > len(numbers) * INVENTED:
        faults.append(Fault("numbers"))
    count = words_of_turns(turns)
    if not SHORTEST * words <= count <= LONGEST * words:
        faults.append(Fault("short" if count < words else "long", {"words": count, "aim": words}))
    return faults


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
