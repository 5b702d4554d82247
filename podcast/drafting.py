"""An article becomes script.md in the episode's folder, by whichever writer was asked for."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from podcast import __version__
from podcast.article import Article
from podcast.episode import Episode, place
from podcast.ingest import read_article
from podcast.manifest import Draft, Manifest, ModelUse, sha256
from podcast.pacing import Pacing
from podcast.script import Script, voiced, write
from podcast.show import Show
from podcast.speech import Line, get_engine, unspoken
from podcast.speech import read as spoken
from podcast.wishes import Watcher, Wishes
from podcast.writing import write_script

__all__ = ["Forecast", "forecast", "read", "store"]

ANSWERS = ".answers"
"""Where a language model's answers are kept, beside the episodes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Forecast:
    """What would go out if the work were done; nothing has.

    ``requests`` and tokens to the language model ``model`` ("" for the offline writer; tokens are estimates), beyond
    the ``answered`` that lie in the cache,
    ``characters`` of speech to each engine, beyond what lies in the cache; ``offline`` are those of them that cost
    nothing. Prices are in ``currency``, ``None``
    where show.toml names none.
    """

    model: str
    requests: int
    tokens_in: int
    tokens_out: int
    answered: int
    model_price: float | None
    characters: dict[str, int]
    speech_prices: dict[str, float | None]
    offline: frozenset[str]
    currency: str
    estimated: bool


def read(source: str, show: Show, watcher: Watcher, wishes: Wishes) -> Article:
    """The article, as the wishes want it taken. Raises ``ArticleError``, ``CallError``."""
    watcher.progress("reading", 0, 1)
    return read_article(
        source,
        language=wishes.get("language"),
        title=wishes.get("title"),
        date=wishes.get("date"),
        default_language=show.language,
        allow_private=wishes.get("allow_private", False),
        advertised=(show.name, show.tagline),
    )


def writer_of(show: Show, wishes: Wishes) -> str:
    """Who writes: ``"offline"`` or ``"llm"``."""
    return wishes.get("writer") or show.writer


def store(
    article: Article, show: Show, output: Path, watcher: Watcher, wishes: Wishes, *, engine: str | None = None
) -> Episode:
    """Write the script into the episode's folder.

    A script that a host has edited stays, and no model is asked, unless the wishes want it written anew. Raises
    what the writers raise and ``EpisodeError``; nothing is changed then.
    """
    with place(output, article) as episode:
        if episode.edited() and not wishes.get("redraft"):
            watcher.note(f"{episode.script} was edited and stays as it is; --redraft writes it anew")
            return episode
        script, use = _compose(article, show, output, watcher, wishes, engine=engine)
        text = write(script).encode()
        if episode.edited():
            watcher.note(f"the edited script is kept as {episode.keep_old_script()}")
        data = article.to_json()
        note = Draft(program=__version__, article=sha256(data), script=sha256(text), model=use)
        manifest = Manifest(note, episode.read_manifest().made)
        with episode.results() as work:
            (work / episode.article.name).write_bytes(data)
            (work / episode.script.name).write_bytes(text)
            (work / episode.manifest.name).write_bytes(manifest.to_json())
        return episode


def _compose(
    article: Article, show: Show, output: Path, watcher: Watcher, wishes: Wishes, *, engine: str | None
) -> tuple[Script, ModelUse | None]:
    minutes = wishes.get("minutes") or show.minutes
    pace = Pacing(show, article.language, engine)
    if writer_of(show, wishes) == "offline":
        watcher.progress("writing", 0, 1)
        return write_script(article, show, minutes=minutes, pace=pace), None
    from podcast.writing import llm

    written = llm.write(
        article,
        show,
        minutes=minutes,
        pace=pace,
        answers=output / ANSWERS,
        report=watcher.progress,
        note=watcher.note,
        read=lambda text: spoken(text, article.language, show.pronunciation),
    )
    return written.script, written.use


def forecast(
    article: Article, show: Show, output: Path, wishes: Wishes, *, engine: str | None = None
) -> Forecast:
    """What a draft and its speech would send out; writes and sends nothing.

    Speech is counted in the offline writer's script, exact where it writes, an estimate where a model will.
    """
    minutes = wishes.get("minutes") or show.minutes
    pace = Pacing(show, article.language, engine)
    script = write_script(article, show, minutes=minutes, pace=pace)
    lines = [
        Line(turn=n, line=turn.line, host=turn.host, pieces=voiced(turn))
        for n, turn in enumerate(script.turns)
    ]
    characters = unspoken(lines, show=show, language=article.language, cache=output / ".clips", engine=engine)
    prices = {
        name: None if (price := show.speech_prices.get(name)) is None else price * count / 1_000_000
        for name, count in characters.items()
    }
    found = Forecast(
        model="",
        requests=0,
        tokens_in=0,
        tokens_out=0,
        answered=0,
        model_price=None,
        characters=characters,
        speech_prices=prices,
        offline=frozenset(name for name in characters if not get_engine(name).online),
        currency=show.model.currency,
        estimated=False,
    )
    if writer_of(show, wishes) == "offline":
        return found
    from podcast.writing import llm

    asked = llm.estimate(article, show, minutes=minutes, pace=pace, answers=output / ANSWERS)
    return dataclasses.replace(
        found,
        model=asked.model,
        requests=asked.requests,
        tokens_in=asked.tokens_in,
        tokens_out=asked.tokens_out,
        answered=asked.answered,
        model_price=asked.price,
        estimated=True,
    )
