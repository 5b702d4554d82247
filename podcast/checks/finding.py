"""What a check finds, and the figures of a script."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Figures", "Finding", "Group", "HostFigures", "Report", "Severity"]

Severity = Literal["error", "warning", "note"]
"""``error``: must not go on air. ``warning``: an editor would stop here. ``note``: good to know."""

Group = Literal["script", "grounding", "coverage", "conversation", "aloud", "language", "length"]


class Finding(msgspec.Struct, frozen=True):
    """One thing to look at. ``line`` counts from 1 in script.md (0: the whole), ``turn`` from 1.

    ``kind`` names it for programs ("ungrounded-number"), ``text`` says in one sentence what is wrong and with
    which words. ``words`` are the words of the turn that it is about, as they stand there ("" for the whole turn).
    """

    line: int
    kind: str
    severity: Severity
    text: str
    turn: int | None = None
    group: Group = "script"
    words: str = ""


class HostFigures(msgspec.Struct, frozen=True):
    """One host's part; ``share`` is of all words, 0 to 1."""

    words: int
    turns: int
    share: float


class Figures(msgspec.Struct, frozen=True):
    """The script in numbers.

    ``questions`` counts turns that ask something. ``minutes`` is measured where this script has been rendered
    (``measured``), else estimated by the pace of the show's voices. ``unused`` names the article's sentences
    that no turn speaks about.
    """

    turns: int
    segments: int
    words: int
    hosts: dict[str, HostFigures]
    questions: int
    question_share: float
    longest_turn_words: int
    longest_turn_line: int
    sentences: int
    unused: list[str]
    minutes: float
    measured: bool


class Report(msgspec.Struct, frozen=True):
    """Findings by line, and the figures (``None`` where the script cannot be read)."""

    findings: list[Finding]
    figures: Figures | None

    @property
    def errors(self) -> list[Finding]:
        """The findings that must not go on air."""
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def unreadable(self) -> list[Finding]:
        """The findings that keep the script from being read at all."""
        return [finding for finding in self.findings if finding.group == "script"]
