"""From an article to a script by a language model: plan, conversation, check, repair, rhythm, length."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from podcast.article import Article
from podcast.grammar import forget
from podcast.manifest import Fallback, ModelUse
from podcast.pace import Pace
from podcast.script import Script
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.leftout import told
from podcast.writing.llm.answers import Answers
from podcast.writing.llm.asking import Asker, Tally
from podcast.writing.llm.client import Client, NoClient
from podcast.writing.llm.compose import Composer, Piece
from podcast.writing.llm.failures import ModelError
from podcast.writing.llm.fitting import LENGTH_KEPT
from podcast.writing.llm.prompts import Prompts
from podcast.writing.llm.revising import Reviser
from podcast.writing.llm.server import Server, ready, server_of
from podcast.writing.llm.talking import Talker
from podcast.writing.llm.work import Work

__all__ = ["Written", "rehearsed", "write"]


@dataclass(frozen=True, slots=True)
class Written:
    """A script by a language model.

    ``use`` goes into the manifest; ``asked`` answers were asked for now, ``cached`` ones were there already.
    """

    script: Script
    use: ModelUse
    asked: int
    cached: int


def write(
    article: Article,
    show: Show,
    *,
    minutes: float | None,
    pace: Pace,
    answers: Path,
    report: Callable[[str, int, int], None],
    note: Callable[[str], None],
    read: Callable[[str], str] | None = None,
) -> Written:
    """Have a language model write the script of an episode.

    ``minutes`` is the length that is asked for, ``None`` for all of the article; ``pace`` measures it. ``answers`` is
    the folder in which the model's answers are kept. ``report`` is told how far the work is, ``note`` what people
    should know: what the offline writer had to take, and why. ``read`` gives a text as the show's voices will speak it.

    What has been answered is not asked again: the same call gives the same script, without a request. Raises
    ``CallError`` where the call is wrong, ``ModelError`` where the model cannot be used at all; nothing is lost then.
    """
    ready(show)
    server = server_of(show)
    client = Client(server, show.model.timeout_s)
    kept = Answers(answers, server)
    work = _work(article, show, client, kept, minutes=minutes, pace=pace, report=report, read=read)
    try:
        pieces = _pieces(work)
        script = work.composer.compose(pieces).script
        _told_length(work, script, note)
    finally:
        client.close()
        forget()
    _taken(work, pieces, note)
    if minutes is not None:
        script = replace(told(script, article, minutes), source=None)
    tally = work.asker.tally
    return Written(script, _use(server, work), tally.asked, tally.requests - tally.asked)


def rehearsed(
    article: Article, show: Show, *, minutes: float | None, pace: Pace, answers: Path
) -> tuple[Tally, bool]:
    """What lies in the cache of a script's answers, and whether that is all of them. Sends and writes nothing."""
    server = server_of(show)
    client = NoClient(server, show.model.timeout_s)
    kept = Answers(answers, server, keep=False)
    work = _work(article, show, client, kept, minutes=minutes, pace=pace, report=lambda *_: None, read=None)
    with contextlib.suppress(ModelError):
        _pieces(work)
    return work.asker.tally, not work.over


def _work(
    article: Article,
    show: Show,
    client: Client,
    answers: Answers,
    *,
    minutes: float | None,
    pace: Pace,
    report: Callable[[str, int, int], None],
    read: Callable[[str], str] | None,
) -> Work:
    wording = Wording([show.templates])
    prompts = Prompts(article, show, wording)
    asker = Asker(server_of(show), show.model, client, answers, prompts)
    composer = Composer(article, show, wording)
    return Work(article, show, asker, prompts, composer, pace, minutes, report, read)


def _pieces(work: Work) -> list[Piece]:
    """The finished pieces of the episode."""
    talker = Talker(work)
    talker.plan()
    pieces = talker.to_length(talker.talk())
    reviser = Reviser(work)
    return reviser.secure(reviser.polish(reviser.repair(pieces)))


def _taken(work: Work, pieces: Sequence[Piece], note: Callable[[str], None]) -> None:
    """Put down what the offline writer took, and tell people, once for each reason."""
    names = {"opening": "the opening", "close": "the close"}
    for piece in pieces:
        if piece.reason:
            name = names.get(piece.part.kind, f"“{piece.part.heading}”")
            work.fallbacks.append(Fallback(name, piece.reason))
    by_reason: dict[str, list[str]] = {}
    for fallback in work.fallbacks:
        by_reason.setdefault(fallback.reason, []).append(fallback.part)
    for reason, parts in by_reason.items():
        note(f"written without the model: {', '.join(parts)}, because {reason}")
    if work.failure is not None and str(work.failure) not in by_reason:
        note(f"the model has not looked over all of it again, because {work.failure}")
    if work.failure is not None:
        note("what the model has written is kept; the same command asks for the rest")


def _told_length(work: Work, script: Script, note: Callable[[str], None]) -> None:
    """Tell people where the length that was asked for could not be reached."""
    if work.minutes is None:
        return
    minutes = work.pace.script(script) / 60
    if abs(minutes - work.minutes) > LENGTH_KEPT * work.minutes:
        why = "the article has no more to say" if minutes < work.minutes else "it could not be cut further"
        note(f"the script will last about {minutes:.1f} minutes, not {work.minutes:g}: {why}")


def _use(server: Server, work: Work) -> ModelUse:
    tally, model = work.asker.tally, work.show.model
    price = None
    if model.price_in is not None and model.price_out is not None:
        price = round((tally.tokens_in * model.price_in + tally.tokens_out * model.price_out) / 1e6, 6)
    return ModelUse(
        model=server.model,
        base_url=server.shown,
        requests=tally.requests,
        tokens_in=tally.tokens_in,
        tokens_out=tally.tokens_out,
        estimated=tally.estimated,
        price=price,
        currency=model.currency,
        fallbacks=work.fallbacks,
    )
