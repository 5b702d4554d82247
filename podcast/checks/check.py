"""All checks over one script: findings with their lines, and figures. Nothing is changed or spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from podcast.article import Article
from podcast.checks import (
    aloud,
    amounts,
    bodies,
    claims,
    contrasts,
    conversation,
    coverage,
    length,
    links,
    names,
    quotes,
    rates,
    sooner,
    thoughts,
    tongue,
    turned,
    ways,
)
from podcast.checks.figures import figures_of
from podcast.checks.finding import Finding, Report
from podcast.checks.given import Given
from podcast.errors import ScriptError
from podcast.pace import Pace
from podcast.script import Script, parse, problems
from podcast.show import LANGUAGES, Show

__all__ = ["check", "decode", "language_of", "look"]

CHECKS: tuple[Callable[[Given], Iterable[Finding]], ...] = (
    amounts.findings,
    rates.findings,
    names.findings,
    bodies.findings,
    quotes.findings,
    links.findings,
    claims.findings,
    turned.findings,
    contrasts.findings,
    sooner.findings,
    ways.findings,
    coverage.findings,
    conversation.findings,
    thoughts.findings,
    aloud.findings,
    tongue.findings,
    length.findings,
)


def decode(data: bytes) -> str:
    """script.md as text. Raises ``ScriptError`` with the line of the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ScriptError("this is not UTF-8; save the file as UTF-8 and try again", line) from error


def language_of(script: Script, article: Article | None, show: Show) -> str:
    """The language that the script says it is in, else the article's, else the show's; may be an unknown one."""
    return script.meta.get("language") or (article.language if article else show.language)


def check(
    text: str,
    show: Show,
    article: Article | None,
    *,
    pace: Pace,
    seconds: float | None = None,
    minutes: float | None = None,
    read: Callable[[str], str] | None = None,
) -> Report:
    """Look through a script.

    ``text`` is script.md, ``article`` what it was made from where that is known, ``seconds`` the length of
    the programme where it was rendered from exactly this script, ``minutes`` the length that was asked for,
    ``read`` a text as the show's voices will speak it.
    """
    hosts = tuple(host.name for host in show.hosts)
    errors = [Finding(error.line, "script", "error", _without_line(error)) for error in problems(text, hosts)]
    if errors:
        return Report(sorted(errors, key=lambda f: f.line), None)
    return look(parse(text, hosts), show, article, pace=pace, seconds=seconds, minutes=minutes, read=read)


def look(
    script: Script,
    show: Show,
    article: Article | None,
    *,
    pace: Pace,
    seconds: float | None = None,
    minutes: float | None = None,
    read: Callable[[str], str] | None = None,
) -> Report:
    """As :func:`check`, for a script that has been read already."""
    language = language_of(script, article, show)
    known = language if language in LANGUAGES else show.language
    given = Given(script, article, show, known, pace, minutes, seconds, read)
    found = [finding for each in CHECKS for finding in each(given)]
    figures = figures_of(given, coverage.unused(given))
    return Report(sorted(found, key=lambda f: (f.line, f.kind, f.words)), figures)


def _without_line(error: ScriptError) -> str:
    return str(error).removeprefix(f"line {error.line}: ")
