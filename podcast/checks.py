"""What is wrong or weak in a script: findings with their lines, and figures. Nothing is changed or spoken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

import msgspec

from podcast.article import Article
from podcast.errors import ScriptError
from podcast.script import Script, parse, problems, written

__all__ = ["Figures", "Finding", "HostFigures", "Report", "check", "decode"]

LONG_TURN_WORDS = 75
"""A longer turn is a lecture: half a minute without the other host."""

LEAST_SHARE = 0.35
"""A host with less of the words is a cue-giver."""

LEAST_QUESTIONS = 1 / 6
"""So many turns at least should be questions, or nobody is asking."""

REPEATED_WORDS = 4
"""A turn of fewer words ("Genau.") may be said again."""


class Finding(msgspec.Struct, frozen=True):
    """One thing to look at. ``line`` counts from 1 in script.md (0: the whole), ``turn`` from 1."""

    line: int
    kind: str
    severity: Literal["error", "warning", "note"]
    text: str
    turn: int | None = None


class HostFigures(msgspec.Struct, frozen=True):
    """One host's part; ``share`` is of all words, 0 to 1."""

    words: int
    turns: int
    share: float


class Figures(msgspec.Struct, frozen=True):
    """The script in numbers.

    ``questions`` counts turns that ask something. ``minutes`` is measured where this script has been rendered
    (``measured``), else estimated. ``unused`` names the article's sentences that no turn names.
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
    """Findings by line, and the figures (``None`` where the script has errors)."""

    findings: list[Finding]
    figures: Figures | None

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep the script from being rendered."""
        return [finding for finding in self.findings if finding.severity == "error"]


def decode(data: bytes) -> str:
    """script.md as text. Raises ``ScriptError`` with the line of the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ScriptError("this is not UTF-8; save the file as UTF-8 and try again", line) from error


def check(
    text: str,
    hosts: tuple[str, ...],
    article: Article | None,
    *,
    seconds: float | None,
    pace: Mapping[str, float],
) -> Report:
    """Look through a script.

    ``text`` is script.md, ``article`` what it was made from where that is known, ``seconds`` the length of
    the programme where it was rendered from exactly this script, ``pace`` words per minute by language.
    """
    errors = [Finding(error.line, "script", "error", _without_line(error)) for error in problems(text, hosts)]
    if errors:
        return Report(sorted(errors, key=lambda f: f.line), None)
    script = parse(text, hosts)
    language = script.meta.get("language") or (article.language if article else "")
    figures = _figures(script, hosts, article, seconds, pace.get(language, min(pace.values())))
    findings = [
        *_long_turns(script),
        *_repeated(script),
        *_unknown_sentences(script, article),
        *_balance(figures),
    ]
    if figures.unused:
        findings.append(Finding(0, "unused-sentences", "note", _unused_text(figures.unused)))
    return Report(sorted(findings, key=lambda f: (f.line, f.kind)), figures)


def _without_line(error: ScriptError) -> str:
    return str(error).removeprefix(f"line {error.line}: ")


def _words(body: str) -> int:
    return len(written(body).split())


def _figures(
    script: Script, hosts: tuple[str, ...], article: Article | None, seconds: float | None, pace: float
) -> Figures:
    turns = [(turn, _words(turn.body)) for turn in script.turns]
    words = sum(count for _, count in turns)
    by_host = {
        name: (sum(n for turn, n in turns if turn.host == name), sum(turn.host == name for turn, _ in turns))
        for name in hosts
    }
    questions = sum("?" in written(turn.body) for turn, _ in turns)
    longest, most = max(turns, key=lambda pair: pair[1])
    used = {number for turn in script.turns for number in turn.sentences}
    sentences = list(article.sentences) if article else []
    return Figures(
        turns=len(turns),
        segments=len(script.segments),
        words=words,
        hosts={n: HostFigures(w, t, round(w / max(words, 1), 3)) for n, (w, t) in by_host.items()},
        questions=questions,
        question_share=round(questions / len(turns), 3),
        longest_turn_words=most,
        longest_turn_line=longest.line,
        sentences=len(sentences),
        unused=[sentence.id for sentence in sentences if sentence.number not in used],
        minutes=round(seconds / 60 if seconds else words / pace, 1),
        measured=seconds is not None,
    )


def _long_turns(script: Script) -> list[Finding]:
    return [
        Finding(turn.line, "long-turn", "warning", f"{count} words at a stretch; let the other host in", n)
        for n, turn in enumerate(script.turns, 1)
        if (count := _words(turn.body)) > LONG_TURN_WORDS
    ]


def _repeated(script: Script) -> list[Finding]:
    seen: dict[str, int] = {}
    findings = []
    for number, turn in enumerate(script.turns, 1):
        words = re.findall(r"\w+", unicodedata.normalize("NFC", written(turn.body)).casefold())
        if len(words) < REPEATED_WORDS:
            continue
        first = seen.setdefault(" ".join(words), turn.line)
        if first != turn.line:
            text = f"the same was said in line {first} already"
            findings.append(Finding(turn.line, "repeated-turn", "warning", text, number))
    return findings


def _unknown_sentences(script: Script, article: Article | None) -> list[Finding]:
    if article is None:
        return []
    last = sum(1 for _ in article.sentences)
    findings = []
    for number, turn in enumerate(script.turns, 1):
        wrong = [f"s{n}" for n in turn.sentences if not 1 <= n <= last]
        if wrong:
            text = f"the article has no sentence {', '.join(wrong)}; its last one is s{last}"
            findings.append(Finding(turn.line, "unknown-sentence", "warning", text, number))
    return findings


def _balance(figures: Figures) -> list[Finding]:
    findings = []
    for name, host in figures.hosts.items():
        if host.share < LEAST_SHARE:
            text = f"{name} has {host.share:.0%} of the words; below {LEAST_SHARE:.0%} a host only gives cues"
            findings.append(Finding(0, "host-share", "warning", text))
    if figures.question_share < LEAST_QUESTIONS:
        text = f"{figures.questions} of {figures.turns} turns ask something; one in six keeps a talk going"
        findings.append(Finding(0, "few-questions", "warning", text))
    return findings


def _unused_text(unused: list[str]) -> str:
    shown = ", ".join(unused[:12]) + (", …" if len(unused) > 12 else "")
    if len(unused) == 1:
        return f"one sentence of the article is in no turn: {shown}"
    return f"{len(unused)} sentences of the article are in no turn: {shown}"
