"""What ``podcast check`` prints: findings by line, then the figures; or the same as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from podcast.checks import Figures, Report
from podcast.jsontext import json_bytes

__all__ = ["as_json", "as_text"]


def as_json(report: Report) -> Iterator[str]:
    """One JSON object with ``findings`` and ``figures``."""
    yield json_bytes(report).decode().rstrip()


def as_text(report: Report, script: Path) -> Iterator[str]:
    """Lines that editors can jump to (``script.md:12: …``), then the figures."""
    for finding in report.findings:
        place = f"{script}:{finding.line}" if finding.line else f"{script}"
        yield f"{place}: {finding.severity}: {finding.text} [{finding.kind}]"
    if report.figures:
        yield from _figures(report.figures)


def _figures(figures: Figures) -> Iterator[str]:
    yield f"length           {figures.minutes:g} minutes ({'measured' if figures.measured else 'estimated'})"
    yield f"words            {figures.words} in {figures.turns} turns and {figures.segments} segments"
    for name, host in figures.hosts.items():
        yield f"{name:<16} {host.words} words ({host.share:.0%}) in {host.turns} turns"
    yield f"questions        {figures.questions} of {figures.turns} turns ({figures.question_share:.0%})"
    yield f"longest turn     {figures.longest_turn_words} words (line {figures.longest_turn_line})"
    if figures.sentences:
        used = figures.sentences - len(figures.unused)
        yield f"sentences used   {used} of {figures.sentences}"
