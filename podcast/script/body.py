"""The inside of a turn: directions, notes, emphasis, ``{written|spoken}``. Pure text work."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.errors import ScriptError
from podcast.script.emphasis import LITERAL, balanced, unemphasised, unmarked

__all__ = ["Direction", "check", "comments", "has_words", "mask", "pieces", "plain", "written"]

PAUSE_S = 0.6
"""Length of a ``[pause]`` without one: about twice the usual gap between two turns, so that it is heard."""
OVERLAP_S = 0.3
"""Length of an ``[overlap]`` without one: a syllable or two."""
LIMITS_S = {"pause": (PAUSE_S, 10.0), "overlap": (OVERLAP_S, 3.0)}
"""Default and greatest length of the directions that have one; a longer pause sounds like a broken file."""
KINDS = ("pause", "overlap", "music", "slow", "fast")

MAX_FINDINGS = 20
"""So many errors of one turn are reported."""

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_ESCAPE = re.compile(rf"\\({_PUNCTUATION})")
_ESCAPE_OR_COMMENT = re.compile(rf"\\{_PUNCTUATION}|<!--")
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\s*\)")
_STRUCK = re.compile(r"~~[^~]+~~")
_ALTERNATIVE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_OPENED = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}|[\[{]|-->")
_DIRECTION = re.compile(r"(?P<kind>[^\W\d_]+) ?:? ?(?P<length>.*)")
_LENGTH = re.compile(
    r"(?P<number>\d{1,9}(?:[.,]\d{1,9})?|[.,]\d{1,9})\s*(?:(?P<ms>ms)|s|sec|sek|seconds?|sekunden?)?\.?", re.I
)
_RULE = re.compile(r"\s*(?:([-*_])\s*(?:\1\s*){2,}|={3,}\s*)")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,3}\))[^\S\n]+")
_NUMBERED = re.compile(r"\s*(\d{1,3})\.[^\S\n]+")
_QUOTE = re.compile(r"\s*(?:>[^\S\n]?)+")
_BREAK = re.compile(r"\n\s*\n")

# Escaped characters and directions hide behind code points that nobody uses while markup is taken away.
_HIDDEN = 0x10F000
_UNHIDE = {_HIDDEN + code: code for code in range(128)}
_PLACE = chr(_HIDDEN + 0x200)


@dataclass(frozen=True, slots=True)
class Direction:
    """A stage direction inside a turn: ``[pause 0.4s]`` is ``Direction("pause", 0.4)``.

    ``kind`` is one of ``pause``, ``overlap``, ``music``, ``slow``, ``fast``; ``seconds`` is 0 where the
    direction has no length.
    """

    kind: str
    seconds: float = 0.0

    @property
    def mark(self) -> str:
        """The direction as it stands in a script."""
        return f"[{self.kind} {self.seconds:g}s]" if self.kind in LIMITS_S else f"[{self.kind}]"


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every HTML comment; the end of one that never closes is -1, and it is the last."""
    at = 0
    while found := _ESCAPE_OR_COMMENT.search(text, at):
        at = found.end()
        if found[0] == "<!--":
            close = text.find("-->", at)
            yield found.start(), close + 3 if close >= 0 else -1
            if close < 0:
                return
            at = close + 3


def _blank(text: str) -> str:
    """As many spaces, with the line ends where they were."""
    return re.sub(r"[^\r\n]", " ", text)


def mask(text: str) -> str:
    """The text with its comments blanked out: same length, same lines. One that never closes stays."""
    out, at = [], 0
    for start, end in comments(text):
        if end > 0:
            out += [text[at:start], _blank(text[start:end])]
            at = end
    return "".join(out) + text[at:]


def _number(length: str, kind: str) -> float:
    default, most = LIMITS_S[kind]
    if not length:
        return default
    found = _LENGTH.fullmatch(length)
    if not found:
        raise ScriptError(f"[{kind} {length}]: no such length; write it like [{kind} {default}s]")
    seconds = float(found["number"].replace(",", ".")) / (1000 if found["ms"] else 1)
    if not 0 < seconds <= most:
        raise ScriptError(f"[{kind} {length}]: a length must be more than 0 s and at most {most:g} s")
    return seconds


def _direction(inside: str) -> Direction:
    """What stands between two brackets. Raises ``ScriptError`` (without a line) where it is none."""
    inside = " ".join(inside.split())
    found = _DIRECTION.fullmatch(inside)
    kind = found["kind"].casefold() if found else ""
    if not found or kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        hint = f"did you mean [{near[0]}]?" if near else f"known are {', '.join(KINDS)}"
        raise ScriptError(
            f"unknown direction [{inside[:40]}]: {hint} (a bracket to be spoken is written \\[)"
        )
    if kind in LIMITS_S:
        return Direction(kind, _number(found["length"], kind))
    if found["length"]:
        raise ScriptError(f"[{kind}] takes nothing after its name, but there is {found['length'][:40]!r}")
    return Direction(kind)


def _names_direction(text: str) -> bool:
    found = _DIRECTION.fullmatch(" ".join(text.split()))
    return found is not None and found["kind"].casefold() in KINDS


def _unlink(found: re.Match[str]) -> str:
    if _names_direction(found["text"]):
        return found[0]
    return "" if found["image"] else found["text"]


def _unmark_lines(text: str) -> str:
    """Take away rules, quotation marks and list marks at the starts of lines; items become paragraphs.

    "15. August" at the start of a line is no list: a number counts only beside its neighbour.
    """
    lines = [_QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line for line in text.split("\n")]
    numbers = [(at, int(found[1])) for at, line in enumerate(lines) if (found := _NUMBERED.match(line))]
    listed: set[int] = set()
    for (at, number), (other, following) in itertools.pairwise(numbers):
        if following == number + 1:
            listed |= {at, other}
    out = []
    for at, line in enumerate(lines):
        if _RULE.fullmatch(line):
            out.append("")
        elif found := _ITEM.match(line) or (_NUMBERED.match(line) if at in listed else None):
            out.append("\n" + line[found.end() :])
        else:
            out.append(line)
    return "\n".join(out)


def _render(body: str, side: int, *, marked: bool = False) -> tuple[list[str], list[Direction | None]]:
    """The text between the directions, and the directions (``None`` for one that is none)."""
    out, at = [], 0
    text = unmarked(body.replace(_PLACE, "")).replace("\r\n", "\n").replace("\r", "\n")
    for start, end in comments(text):
        out.append(text[at:start])
        at = end if end > 0 else start
    text = "".join(out) + text[at:]
    text = _ESCAPE.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    text = _unmark_lines(text)
    text = _LINK.sub(_unlink, text)
    text = _STRUCK.sub("", text)
    around = LITERAL if marked else ("", "")
    text = _ALTERNATIVE.sub(lambda found: found[side] and found[side].join(around), text)
    directions: list[Direction | None] = []
    for found in _BRACKET.finditer(text):
        try:
            directions.append(_direction(found[1]))
        except ScriptError:
            directions.append(None)
    text = unemphasised(_BRACKET.sub(_PLACE, text), marked=marked).replace("`", "")
    parts = balanced(text.split(_PLACE)) if marked else text.split(_PLACE)
    return [part.translate(_UNHIDE) for part in parts], directions


def _collapse(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in _BREAK.split(text))
    return "\n".join(part for part in paragraphs if part)


def pieces(body: str, *, marked: bool = False) -> tuple[Direction | str, ...]:
    r"""What is to be spoken, in order: text without markup, and the directions between.

    In a text, paragraphs and list items are parted by ``"\n"``; all other white space is one space. Notes,
    struck-out words (``~~so~~``) and images are left out, of a link its words stay, and of
    ``{written|spoken}`` the second half. A bracket that is no direction is left out as well: ``check``
    is what reports it. ``marked``: for a voice, with the marks of emphasis.py around what is to be spoken as it
    is, and around what is to be stressed.
    """
    texts, directions = _render(body, 2, marked=marked)
    out: list[Direction | str] = []
    for text, direction in zip(texts, [*directions, None], strict=True):
        if spoken := _collapse(text):
            out.append(spoken)
        if direction:
            out.append(direction)
    return tuple(out)


def written(body: str) -> str:
    """The turn as it is read by eye, on one line: no directions, notes or marks; ``{a|b}`` becomes ``a``."""
    texts, _ = _render(body, 1)
    return " ".join(" ".join(texts).split())


def plain(text: str) -> str:
    """A body that says exactly ``text`` (white space collapsed), whatever marks it holds.

    ``written(plain(text))`` is the text again. Every sentence of an article goes through here.
    """
    text = " ".join(text.split())
    text = re.sub(r"([\\\[{*_`]|~(?=~)|<(?=!--))", r"\\\1", text).replace("-->", r"--\>")
    return re.sub(r"^(?:(?=[-+>=])|(\d{1,3})(?=\)))", r"\1\\", text)


def has_words(body: str) -> bool:
    """Is there anything to be spoken?"""
    return any(isinstance(piece, str) and any(map(str.isalnum, piece)) for piece in pieces(body))


def _misplaced(kind: str, before: str, after: str) -> str:
    if kind == "overlap" and has_words(before):
        return "[overlap] stands before a turn's first word: it lets this host in before the other has ended"
    if kind == "music" and has_words(before) and has_words(after):
        return "[music] stands before the first or after the last word of a turn, not in the middle"
    return ""


def check(raw: str, line: int) -> list[ScriptError]:
    """What is wrong inside a turn (or a heading) whose text starts in the given line."""
    for start, end in comments(raw):
        if end < 0:
            at = line + raw.count("\n", 0, start)
            return [ScriptError("a note is opened with <!-- and never closed with -->", at)]
    text = _ESCAPE.sub("xx", mask(raw))
    text = _LINK.sub(lambda m: m[0] if _names_direction(m["text"]) else re.sub(r"[^\n]", "x", m[0]), text)
    found: list[ScriptError] = []
    for match in _OPENED.finditer(text):
        message = ""
        start, end = match.span()
        if match[0] == "[":
            message = "a [ without its ]: close the direction, or write \\[ for a bracket to be spoken"
        elif match[0] == "{":
            message = "a { without its }: write {written|spoken}, or \\{ for a brace"
        elif match[0] == "-->":
            message = "a --> without its <!--: notes cannot stand inside notes"
        elif match[0][0] == "{":
            if match[0].count("|") != 1 or "[" in match[0]:
                message = "between { and } stands {written|spoken} and nothing else; \\{ is a brace"
        else:
            try:
                message = _misplaced(_direction(raw[start + 1 : end - 1]).kind, raw[:start], raw[end:])
            except ScriptError as error:
                message = str(error)
        if message and len(found) < MAX_FINDINGS:
            found.append(ScriptError(message, line + raw.count("\n", 0, start)))
    return found
