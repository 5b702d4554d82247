"""The front matter of a script: lines of ``key: value`` between two lines ``---``.

A small part of YAML, enough for one-line texts: a value may stand in double or single quotes, a line that
starts with ``#`` is a comment. What is written here is read as the same by any YAML reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from podcast.errors import ScriptError

__all__ = ["line_end", "lines_of", "rewrite", "scan"]

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FENCE = re.compile(r"-{3,}\s*")
_CLOSE = re.compile(r"(?:-{3,}|\.{3})\s*")
_ENTRY = re.compile(r"(?P<key>\w[\w .-]*):(?P<value>.*)", re.DOTALL)
_CONTENT = re.compile(r"##|\*\*|__")
_DOUBLE = re.compile(r'("(?:[^"\\]|\\.)*")\s*(?:#.*)?', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?", re.DOTALL)
_BARE = re.compile(r"""(?![-?:,\[\]{}#&*!|>'"%@`~=])(?!.*(?::\s|:$|\s\#))[^\x00-\x1f\x7f-\x9f]+""")


def lines_of(text: str) -> list[str]:
    """The lines with their ends. Only LF, CR and both together end a line."""
    return _LINES.findall(text)


def line_end(text: str) -> str:
    r"""The line end of a text: that of its first line, ``"\n"`` where it has none."""
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"


def _value(raw: str) -> str:
    """The text of a value. Raises ``ValueError`` where its quotes are wrong."""
    raw = raw.strip()
    if raw.startswith('"'):
        found = _DOUBLE.fullmatch(raw)
        if not found:
            raise ValueError(raw)
        return str(json.loads(found[1], strict=False))
    if raw.startswith("'"):
        found = _SINGLE.fullmatch(raw)
        if not found:
            raise ValueError(raw)
        return found[1].replace("''", "'")
    return raw


def _entry(key: str, value: str) -> str:
    """One line of front matter, without its end."""
    if not value:
        return f"{key}:"
    safe = value == value.strip() and _BARE.fullmatch(value)
    return f"{key}: {value if safe else json.dumps(value, ensure_ascii=False)}"


def _read(line: str) -> tuple[str, str] | None:
    """Key and value; ``None`` for an empty line or a comment. Raises ``ValueError``."""
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    found = _ENTRY.fullmatch(line)
    if not found:
        raise ValueError(line)
    return found["key"].strip(), _value(found["value"])


def _extent(lines: list[str]) -> tuple[int, int, bool]:
    """Number of the fence's line, of the line after the block (both from 0), and whether it was closed."""
    first = next((at for at, line in enumerate(lines) if line.strip("\ufeff \t\r\n")), len(lines))
    if first == len(lines) or not _FENCE.fullmatch(lines[first].lstrip("\ufeff")):
        return 0, 0, True
    for at in range(first + 1, len(lines)):
        if _CLOSE.fullmatch(lines[at]):
            return first, at + 1, True
        if _CONTENT.match(lines[at]):
            return first, at, False
    return first, len(lines), False


def scan(lines: list[str]) -> tuple[dict[str, str], int, list[ScriptError]]:
    """The front matter, the number of lines it takes (0 where there is none), and what is wrong with it."""
    first, end, closed = _extent(lines)
    meta: dict[str, str] = {}
    errors: list[ScriptError] = []
    if not closed:
        message = "the front matter that starts here never ends: close it with a line ---"
        return meta, end, [ScriptError(message, first + 1)]
    for at in range(first + 1, end - 1):
        try:
            entry = _read(lines[at])
        except ValueError:
            shown = lines[at].strip()[:60]
            errors.append(ScriptError(f"front matter takes lines of 'key: value', not {shown!r}", at + 1))
            continue
        if entry and entry[0] in meta:
            errors.append(ScriptError(f"front matter says {entry[0]!r} twice", at + 1))
        elif entry:
            meta[entry[0]] = entry[1]
    return meta, end, errors


def rewrite(source: str | None, meta: Mapping[str, str], newline: str) -> str:
    """The text before the first segment, saying ``meta``; lines that already say it keep their bytes."""
    lines = lines_of(source or "")
    _, end, _ = scan(lines)
    if not end:
        if not meta:
            return source or ""
        block = ["---", *(_entry(key, value) for key, value in meta.items()), "---", ""]
        mark = "\ufeff" if (source or "").startswith("\ufeff") else ""
        rest = (source or "").removeprefix("\ufeff").lstrip("\r\n")
        return mark + "".join(line + newline for line in block) + rest
    first, _, _ = _extent(lines)
    left = dict(meta)
    out = lines[: first + 1]
    for line in lines[first + 1 : end - 1]:
        entry = _read(line)
        if entry is None or meta.get(entry[0]) == entry[1]:
            out.append(line)
        elif entry[0] in meta:
            out.append(_entry(entry[0], meta[entry[0]]) + newline)
        if entry:
            left.pop(entry[0], None)
    out += [_entry(key, value) + newline for key, value in left.items()]
    return "".join(out + lines[end - 1 :])
