"""Small scripts and articles for the checks that look at the talk itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from podcast.article import Article, Section, Sentence
from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.pace import WordPace
from podcast.script import parse
from podcast.show import Show
from podcast.speech import read

__all__ = ["PACE", "article", "given", "kinds", "talk"]

PACE = 130.0
"""Words a minute."""

HOSTS = ("Alana", "Ben")


def talk(*turns: str, language: str = "de", meta: str = "") -> str:
    """A script: turns one host after the other; "## …" starts a segment, "Ben: …" names its host."""
    lines = [f"---\nlanguage: {language}\n{meta}---"]
    if not turns[0].startswith("##"):
        lines.append("## Teil")
    at = 0
    for turn in turns:
        if turn.startswith("##"):
            lines.append(turn)
            continue
        name, colon, rest = turn.partition(": ")
        if colon and name in HOSTS:
            at, turn = HOSTS.index(name), rest  # noqa: PLW2901
        lines.append(f"**{HOSTS[at % 2]}:** {turn}")
        at += 1
    return "\n\n".join(lines) + "\n"


def article(*sections: tuple[str, Sequence[str]], language: str = "de", title: str = "Der Damm") -> Article:
    """An article of sections: heading and sentences."""
    made, number = [], 0
    for at, (heading, sentences) in enumerate(sections, 1):
        numbered = []
        for text in sentences:
            number += 1
            numbered.append(Sentence(number, text, at))
        made.append(Section(heading, tuple(numbered)))
    return Article(title, language, "-", tuple(made))


def given(
    text: str,
    source: Article | None = None,
    *,
    show: Show | None = None,
    minutes: float | None = None,
    seconds: float | None = None,
    reading: bool = True,
) -> Given:
    """What a check is given. ``reading``: it knows how the voices will read a text."""
    script = parse(text, HOSTS)
    language = script.meta["language"]
    show = show or Show()

    def aloud(words: str) -> str:
        return read(words, language, show.pronunciation)

    return Given(script, source, show, language, WordPace(PACE), minutes, seconds, aloud if reading else None)


def kinds(check: Callable[[Given], Iterable[Finding]], of: Given) -> list[tuple[str, str, int | None]]:
    """Kind, severity and turn of all that a check finds."""
    return [(finding.kind, finding.severity, finding.turn) for finding in check(of)]
