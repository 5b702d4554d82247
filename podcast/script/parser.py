"""script.md → Script. Tolerant of what hosts' editors do; what cannot be meant is an error with its line."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.errors import ScriptError
from podcast.script import body, meta
from podcast.script.model import Script, Segment, Turn

__all__ = ["heading_of", "parse", "problems", "turn_of"]

MAX_SENTENCE = 99_999
"""No article has more sentences; a longer range is a slip of the pen."""

_HEADING = re.compile(r"[^\S\n]{0,3}(#{1,6})(?=\s|$)|[^\S\n]{0,3}(#{2,6})(?!#)")
_TURN = re.compile(
    r"""(?P<lead>[\s\ufeff\u200b>]*(?P<item>[-+*•]\s+)?)
        (?:(?P<open>(?:\\?[*_]){1,3})\s*)?
        (?P<name>[^\s:：*_\\](?:[^:：\n*\\]{0,60}?[^\s:：*_\\])?)\s*
        (?:(?P<before>(?:\\?[*_]){1,3}) \s* [:：] | (?P<colon>[:：])(?:[^\S\n]*(?P<after>(?:\\?[*_]){1,3}))?)""",
    re.VERBOSE,
)
MAX_CHARS = 5_000_000
"""A script of two hours has about 150,000; a file beyond this is something else."""

MAX_TURN_CHARS = 50_000
"""Three quarters of an hour without a breath: no turn, but a file that lost its names."""
_LINKS = re.compile(r"[sS]\d")
_RANGE = re.compile(r"[sS](\d{1,9})(?:[-–—][sS]?(\d{1,9}))?")


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _distance(one: str, other: str) -> int:
    """Edits from one word to the other; two neighbours that changed places count once."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that starts a turn: whose (as the show writes it), where its text begins, what is wrong."""

    host: str
    end: int
    error: str = ""


class _Hosts:
    def __init__(self, names: Sequence[str]) -> None:
        self.names = {_key(name): name for name in names}

    def mark(self, line: str) -> _Mark | None:
        found = _TURN.match(line)
        if not found:
            return None
        name, opened = found["name"], found["open"] or ""
        closed = found["before"] or (found["after"] if found["after"] == opened else "")
        end = found.end() if closed else found.end("colon")
        if known := self.names.get(_key(name)):
            return _Mark(known, end)
        strong = opened in {"**", "__", "***", "___"} and opened == closed and not found["item"]
        if strong and len(name.split()) <= 3:
            return _Mark(name, end, self._unknown(name))
        if not found["item"] and self._slip(name):
            return _Mark(name, end, self._unknown(name))
        return None

    def _slip(self, name: str) -> bool:
        """Is this one word with a colon a host's name, mistyped? Short names resemble many words."""
        if not name[:1].isupper() or len(name.split()) > 1:
            return False
        for key in self.names:
            far = _distance(_key(name), key) if abs(len(name) - len(key)) <= 2 else 9
            if far <= 2 and len(key) > 4 and (far == 1 or _key(name)[:1] == key[:1]):
                return True
            if far == 1 and len(key) <= 4 and _key(name)[:1] == key[:1]:
                return True
        return False

    def _unknown(self, name: str) -> str:
        if not self.names:
            return ""
        near = min(self.names, key=lambda key: _distance(_key(name)[:60], key))
        close = _distance(_key(name)[:60], near) <= 2 or difflib.get_close_matches(_key(name), [near])
        known = f"known are {', '.join(self.names.values())}"
        hint = f"did you mean {self.names[near]!r}?" if close else known
        return f"unknown host {name!r}: {hint} (a colon that starts no turn is written \\:)"


def _heading(line: str) -> tuple[int, str] | None:
    """Level and raw text of a heading."""
    found = _HEADING.match(line)
    if not found:
        return None
    text = line[found.end() :].strip()
    bare = text.rstrip("#")
    if not bare or bare[-1:].isspace():
        text = bare.strip()
    return len(found[1] or found[2]), text


def heading_of(source: str, skipped: int = 0) -> str | None:
    """The heading in a segment's source, from a line on; ``None`` where it has none."""
    for line in meta.lines_of(body.mask(source))[skipped:]:
        if found := _heading(line):
            return body.written(found[1])
    return None


def _linked(note: str, line: int) -> tuple[tuple[int, ...] | None, ScriptError | None]:
    """The sentences that a comment names; ``None`` where it is a note."""
    tokens = re.sub(r"\s*([-–—])\s*", r"\1", note).replace(",", " ").replace(";", " ").split()
    if not tokens or not _LINKS.match(tokens[0]) or not all(re.search(r"\d", token) for token in tokens):
        return None, None
    numbers: list[int] = []
    for token in tokens:
        found = _RANGE.fullmatch(token)
        if not found:
            return (), ScriptError(f"{token!r} names no sentence: write s7 or s1-s3", line)
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= MAX_SENTENCE:
            return (), ScriptError(f"{token} is no range of sentences: write s1-s3, the smaller first", line)
        numbers += range(first, last + 1)
    return tuple(numbers), None


def _turn(source: str, mark: _Mark, line: int, errors: list[ScriptError]) -> Turn:
    raw = source[mark.end :].replace("\r\n", "\n").replace("\r", "\n")
    if mark.error:
        errors.append(ScriptError(mark.error, line))
    if len(raw) > MAX_TURN_CHARS:
        errors.append(
            ScriptError(f"a turn of {len(raw)} characters (at most {MAX_TURN_CHARS}): part it", line)
        )
        return Turn(mark.host, raw.strip(), (), line, source)
    errors += body.check(raw, line)
    sentences: list[int] = []
    kept, at = [], 0
    for start, end in body.comments(raw):
        if end < 0:
            break
        numbers, error = _linked(raw[start + 4 : end - 3], line + raw.count("\n", 0, start))
        if error:
            errors.append(error)
        if numbers is not None:
            sentences += numbers
            kept.append(raw[at:start].rstrip(" \t"))
            at = end
    text = ("".join(kept) + raw[at:]).strip()
    if not body.has_words(text):
        errors.append(ScriptError(f"{mark.host} says nothing here: write the words or delete the turn", line))
    return Turn(mark.host, text, tuple(sentences), line, source)


def turn_of(source: str, names: Sequence[str]) -> Turn | None:
    """The turn that a turn's source says; ``None`` where it says none or something wrong."""
    lines = meta.lines_of(body.mask(source))
    hosts = _Hosts(names)
    mark = hosts.mark(lines[0]) if lines else None
    if not mark or any(_heading(line) or hosts.mark(line) for line in lines[1:]):
        return None
    errors: list[ScriptError] = []
    turn = _turn(source, mark, 0, errors)
    return None if errors else turn


@dataclass(slots=True)
class _Block:
    """What starts at a line: a heading, a turn, or (neither) the text before all of them."""

    line: int
    start: int
    heading: tuple[int, str] | None = None
    mark: _Mark | None = None


def _blocks(text: str, lines: list[str], skipped: int, hosts: _Hosts) -> list[_Block]:
    start = sum(map(len, lines[:skipped]))
    blocks = [_Block(skipped + 1, start)]
    for number, line in enumerate(meta.lines_of(body.mask(text[start:])), skipped + 1):
        if heading := _heading(line):
            blocks.append(_Block(number, start, heading=heading))
        elif mark := hosts.mark(line):
            blocks.append(_Block(number, start, mark=mark))
        start += len(line)
    # A "# title" straight before the first heading is the document's title, and no segment.
    if len(blocks) > 2 and blocks[1].heading and blocks[1].heading[0] == 1 and blocks[2].heading:
        del blocks[1]
    return blocks


def _stray(source: str, line: int, errors: list[ScriptError]) -> None:
    """Report text that nobody says: what stands between a heading and the first turn."""
    for at, one in enumerate(meta.lines_of(body.mask(source))):
        if not one.strip("\ufeff\u200b \t\r\n\xa0") or _heading(one) or not re.search(r"[^\s=*_-]", one):
            continue
        shown = one.strip()[:40]
        hint = (
            "put the direction behind the host's name" if shown.startswith("[") else "begin it with **Name:**"
        )
        errors.append(
            ScriptError(f"{shown!r} stands before the first turn and belongs to nobody: {hint}", line + at)
        )
        return


def _scan(text: str, names: Sequence[str]) -> tuple[Script, list[ScriptError]]:
    if len(text) > MAX_CHARS:
        return Script({}, ()), [ScriptError(f"longer than {MAX_CHARS} characters: this is no script")]
    lines = meta.lines_of(text)
    values, skipped, errors = meta.scan(lines)
    hosts = _Hosts(names)
    blocks = _blocks(text, lines, skipped, hosts)
    ends = [block.start for block in blocks[1:]] + [len(text)]
    segments: list[Segment] = []
    head: Segment | None = None
    turns: list[Turn] = []

    def close() -> None:
        if head is None:
            return
        if not turns:
            message = f"the segment {head.heading!r} has no turns: write one or delete the heading"
            errors.append(ScriptError(message, head.line))
        segments.append(Segment(head.heading, tuple(turns), head.line, head.source))
        turns.clear()

    for block, end in zip(blocks, ends, strict=True):
        source = text[block.start : end]
        if block.heading:
            close()
            head = Segment(body.written(block.heading[1]), (), block.line, source)
            errors += body.check(source, block.line)
            if body.pieces(block.heading[1]) and not all(
                isinstance(p, str) for p in body.pieces(block.heading[1])
            ):
                errors.append(ScriptError("a direction belongs into a turn, not into a heading", block.line))
            _stray(source, block.line, errors)
        elif block.mark:
            head = head or Segment("", (), block.line, "")
            turns.append(_turn(source, block.mark, block.line, errors))
        else:
            _stray(source, block.line, errors)
            errors += body.check(source, block.line)
    close()
    if not errors and not any(segment.turns for segment in segments):
        errors.append(ScriptError("there is no turn in this script: a turn begins with **Name:**"))
    return Script(values, tuple(segments), text[: ends[0]]), sorted(errors, key=lambda error: error.line)


def problems(text: str, hosts: Sequence[str]) -> list[ScriptError]:
    """Everything that is wrong with a script, by line; empty where ``parse`` would succeed."""
    return _scan(text, hosts)[1]


def parse(text: str, hosts: Sequence[str]) -> Script:
    """Read script.md. ``hosts`` are the names of the show's hosts; turns carry them as they stand there.

    Without hosts, every name in asterisks is one. Raises ``ScriptError``, the first by line, where
    anything is wrong; ``problems`` gives them all.
    """
    script, errors = _scan(text, hosts)
    if errors:
        raise errors[0]
    return script
