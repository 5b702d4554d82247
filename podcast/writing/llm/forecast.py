"""What a script by a language model will cost, before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from podcast.article import Article
from podcast.grammar import forget
from podcast.pace import Pace
from podcast.script import Turn, plain
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.llm.asking import Tally, tokens_of
from podcast.writing.llm.compose import Composer
from podcast.writing.llm.outline import planned_here, room_for
from podcast.writing.llm.prompts import Prompts, turns_for
from podcast.writing.llm.server import server_of
from podcast.writing.llm.shapes import Brief
from podcast.writing.llm.writer import rehearsed

__all__ = ["Estimate", "estimate"]

WORDS_PER_MINUTE = {"de": 125, "en": 148}
"""Of the default voices, pauses included; see benchmarks/words_per_minute.py."""
AROUND_WORDS = 70
"""Greeting and good-bye."""
BRIEF_WORDS = 160
PLAN_WORDS_EACH = 50
TURN_TOKENS = 22
"""Braces, keys, names and sentence numbers of one turn in JSON."""
REPAIRED = 1 / 3
"""About so many parts need a repair, of about this share of their turns."""
REFITTED = 1 / 4
"""With a length to keep, about so many parts are asked for again with their measure."""
POLISHED = 2 / 3
"""About so much of a part is written anew for the ear."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What would go out. Tokens are estimated from characters; answers that have to be asked for again are not in it.

    ``answered`` are the answers that lie in the cache and are not counted here. ``price`` is in ``currency``, ``None``
    where show.toml names no prices.
    """

    model: str
    requests: int
    tokens_in: int
    tokens_out: int
    answered: int
    price: float | None
    currency: str


def estimate(
    article: Article,
    show: Show,
    *,
    minutes: float | None,
    pace: Pace | None = None,
    answers: Path | None = None,
) -> Estimate:
    """What a script of ``minutes`` (``None`` for all of the article) would take.

    With ``answers``, the folder in which they are kept, and ``pace`` what lies there already is left out. Sends
    nothing. Raises ``CallError`` as ``ready`` does.
    """
    server = server_of(show)
    there = Tally()
    try:
        requests, tokens_in, tokens_out = _counted(article, show, minutes)
        if answers is not None and pace is not None and answers.is_dir():
            there, whole = rehearsed(article, show, minutes=minutes, pace=pace, answers=answers)
            if whole:
                requests = tokens_in = tokens_out = 0
            elif there.requests:
                requests = max(1, requests - there.requests)
                tokens_in = max(0, tokens_in - there.tokens_in)
                tokens_out = max(0, tokens_out - there.tokens_out)
    finally:
        forget()
    model = show.model
    price = None
    if model.price_in is not None and model.price_out is not None:
        price = (tokens_in * model.price_in + tokens_out * model.price_out) / 1e6
    return Estimate(server.model, requests, tokens_in, tokens_out, there.requests, price, model.currency)


def _counted(article: Article, show: Show, minutes: float | None) -> tuple[int, int, int]:
    """Requests, tokens asked, tokens answered: the prompts are filled as they would be, with words of the article."""
    language = article.language
    wording = Wording([show.templates])
    prompts = Prompts(article, show, wording)
    words = None if minutes is None else max(0, round(minutes * WORDS_PER_MINUTE[language]) - AROUND_WORDS)
    room = room_for(article, words)
    parts = planned_here(article, room, Composer(article, show, wording).part_heading)
    text = " ".join(sentence.text for sentence in article.sentences)
    per_word = tokens_of(text, language) / max(1, article.words)
    brief = Brief(text[:300], text[:200], (text[:150],) * 4, (text[:150],) * 2)
    outline = prompts.outline(
        brief, opening=room.opening, closing=room.closing, words=room.words, most=room.most, whole=room.whole
    )
    sent = [prompts.brief(), outline]
    answered = BRIEF_WORDS * per_word + PLAN_WORDS_EACH * per_word * room.most
    repairs = 0.0
    repair_tokens = 0.0
    for part in parts:
        prompt = prompts.part(part, parts, brief, whole=room.whole)
        sent.append(prompt)
        turns = turns_for(part.words)
        tokens = part.words * per_word + turns * TURN_TOKENS
        answered += tokens
        if minutes is not None:
            repairs += REFITTED
            repair_tokens += REFITTED * tokens_of(prompts.system + prompt, language)
            answered += REFITTED * tokens
        said = [
            Turn(
                prompts.names[at % 2], plain(text[: max(1, len(text) * part.words // turns // article.words)])
            )
            for at in range(turns)
        ]
        rhythm = prompts.rhythm(said)
        if show.model.rhythm:
            sent.append(rhythm)
            answered += tokens * POLISHED
        repairs += REPAIRED
        repair_tokens += REPAIRED * (tokens_of(prompts.system + rhythm, language) + part.words * per_word)
        answered += REPAIRED * REPAIRED * tokens
    tokens_in = sum(tokens_of(prompts.system + prompt, language) for prompt in sent) + repair_tokens
    return len(sent) + round(repairs), round(tokens_in), round(answered)
