"""What ``podcast check`` prints: findings in groups, then the figures and a verdict; or the same as JSON.

Each finding starts with ``script.md:12:``, which editors and terminals jump to. What a script, an article or a
model says is shown as data: without the control characters that a terminal would obey.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from podcast.checks import Figures, Finding, Report, decode
from podcast.errors import ScriptError
from podcast.jsontext import json_bytes
from podcast.script import Turn, parse, written

__all__ = ["as_json", "as_text", "look"]

GROUPS = {
    "script": "The script cannot be read",
    "grounding": "Grounding",
    "language": "Language",
    "conversation": "Conversation",
    "aloud": "Reading aloud",
    "coverage": "Coverage",
    "length": "Length",
}
"""The groups of findings in the order in which an editor wants them; errors of all of them come first."""
ERRORS = "Must not go on air"

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

FOLD_NOTES = 3
"""Of one kind so many notes are listed; more become one line."""
FOLDED_SHOWN = 8
"""So many of them that line names."""
SNIPPET_WORDS = 12
BEFORE_WORDS = 4
"""A turn is quoted with so many words, so many of them before the words in question."""
SHORT_WORDS = 5
MIN_WIDTH = 40
"""Columns: a terminal that says it is narrower is not believed."""


def as_json(report: Report) -> Iterator[str]:
    """One JSON object with ``findings`` and ``figures``."""
    yield json_bytes(report).decode().rstrip()


def look() -> tuple[int | None, bool]:
    """How to print on standard output: columns (``None`` where it is no terminal), and whether in colour."""
    if not sys.stdout.isatty():
        return None, False
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return max(shutil.get_terminal_size().columns, MIN_WIDTH), colour


def as_text(report: Report, script: Path, *, width: int | None = None, colour: bool = False) -> Iterator[str]:
    """The report's lines for people; ``width`` in columns to wrap at (``None``: not at all)."""
    page = _Page(script, _turns(report, script), width, colour)
    errors = report.errors
    if errors:
        title = GROUPS["script"] if report.unreadable else ERRORS
        yield from page.group(title, errors)
    for group, title in GROUPS.items():
        rest = [f for f in report.findings if f.group == group and f.severity != "error"]
        if rest:
            yield from page.group(title, rest)
    if report.figures:
        yield page.title("Figures")
        yield from _figures(report.figures)
        yield ""
    yield page.verdict(report)


def _turns(report: Report, script: Path) -> Sequence[Turn]:
    """The script's turns, to quote from; none where it cannot be read (any more)."""
    if report.figures is None:
        return ()
    try:
        return tuple(parse(decode(script.read_bytes()), tuple(report.figures.hosts)).turns)
    except (OSError, ScriptError):
        return ()


class _Page:
    """How findings are set: with their place, wrapped, coloured, the turn quoted below."""

    def __init__(self, script: Path, turns: Sequence[Turn], width: int | None, colour: bool) -> None:
        self.script = _visible(str(script))
        self.turns = turns
        self.width = width
        self.colour = colour

    def title(self, text: str) -> str:
        return self._styled(text, bold=True)

    def verdict(self, report: Report) -> str:
        counts = [(severity, sum(f.severity == severity for f in report.findings)) for severity in COLOURS]
        said = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count]
        worst = next((severity for severity, count in counts if count), "")
        text = ", ".join(said) if said else "nothing to mend"
        return self._styled(text, bold=True, fg=COLOURS.get(worst, "green"))

    def group(self, title: str, findings: Sequence[Finding]) -> Iterator[str]:
        yield self.title(title)
        for finding in (f for f in findings if f.severity != "note"):
            yield from self._finding(finding)
            yield from self._quoted(finding)
        notes = sorted((f for f in findings if f.severity == "note"), key=lambda f: f.kind)
        for _, same in itertools.groupby(notes, key=lambda f: f.kind):
            yield from self._notes(list(same))
        yield ""

    def _notes(self, notes: Sequence[Finding]) -> Iterator[str]:
        """A few notes of one kind as they are, many as one line that names them."""
        if len(notes) <= FOLD_NOTES:
            for note in notes:
                yield from self._finding(note)
            return
        first, *others = notes
        named = [_named(note) for note in others[:FOLDED_SHOWN]]
        more = len(others) - FOLDED_SHOWN
        if more > 0:
            named.append(f"and {more} more (--json has them all)")
        yield from self._finding(first, f" Also: {', '.join(named)}")

    def _finding(self, finding: Finding, more: str = "") -> Iterator[str]:
        place = f"{self.script}:{finding.line}:" if finding.line else f"{self.script}:"
        rest = f"{_visible(finding.text)} [{finding.kind}]{_visible(more)}"
        lines = self._wrapped(f"{place} {finding.severity}: {rest}")
        for at, line in enumerate(lines):
            yield self._coloured(line, place, finding.severity) if at == 0 else line

    def _coloured(self, line: str, place: str, severity: str) -> str:
        start, found, end = line.partition(f"{place} {severity}:")
        if not found or start:
            return line
        return f"{place} {self._styled(severity + ':', fg=COLOURS[severity], bold=True)}{end}"

    def _quoted(self, finding: Finding) -> Iterator[str]:
        """The turn's host and the words in question, with some before and after them."""
        if finding.turn is None or not 1 <= finding.turn <= len(self.turns):
            return
        turn = self.turns[finding.turn - 1]
        text = _visible(f"    {turn.host}: {_snippet(written(turn.body), finding.words)}")
        for line in self._wrapped(text):
            yield self._styled(line, dim=True)

    def _wrapped(self, text: str) -> list[str]:
        if self.width is None:
            return [text]
        return textwrap.wrap(
            text, self.width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )

    def _styled(self, text: str, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if self.colour else text


def _named(note: Finding) -> str:
    """A folded note: its words, shortened, and its line."""
    words = note.words.split()
    short = " ".join(words[:SHORT_WORDS]) + (" …" if len(words) > SHORT_WORDS else "")
    return f"{short} (line {note.line})" if short else f"line {note.line}"


def _snippet(text: str, wanted: str) -> str:
    words = text.split()
    at = text.find(wanted) if wanted else 0
    first = max(len(text[:at].split()) - BEFORE_WORDS, 0) if at > 0 else 0
    part = " ".join(words[first : first + SNIPPET_WORDS])
    return f"{'… ' if first else ''}{part}{' …' if first + SNIPPET_WORDS < len(words) else ''}"


def _visible(text: str) -> str:
    """The text without control characters, also those that turn the direction of writing."""
    return "".join(
        "�" if unicodedata.category(char) in {"Cc", "Cf"} and char not in "\u200d\u00ad" else char
        for char in text
    )


def _figures(figures: Figures) -> Iterator[str]:
    yield f"length           {figures.minutes:g} minutes ({'measured' if figures.measured else 'estimated'})"
    yield f"words            {figures.words} in {figures.turns} turns and {figures.segments} segments"
    for name, host in figures.hosts.items():
        yield f"{_visible(name):<16} {host.words} words ({host.share:.0%}) in {host.turns} turns"
    yield f"questions        {figures.questions} of {figures.turns} turns ({figures.question_share:.0%})"
    yield f"longest turn     {figures.longest_turn_words} words (line {figures.longest_turn_line})"
    if figures.sentences:
        used = figures.sentences - len(figures.unused)
        yield f"sentences used   {used} of {figures.sentences}"
