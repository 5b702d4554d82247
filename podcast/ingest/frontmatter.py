"""The few lines of ``key: value`` between two ``---`` at the head of a text."""

from __future__ import annotations

import re

__all__ = ["split_front_matter"]

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"^([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)$")
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")

# A rule of dashes with text behind it is no front matter: all its lines must look like it.
_OTHER_LINE = re.compile(r"^(?:\s*#.*|\s+.*|\s*-\s.*|\s*)$")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The pairs (keys in lower case) and the rest of the text. ``({}, text)`` where there is none.

    Not YAML: lists and nested values are passed over, a first list item or ``[a, b]`` is taken for authors.
    """
    found = _FENCE.match(text)
    if not found:
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for line in found[1].split("\n"):
        if pair := _PAIR.match(line):
            key = pair[1].lower()
            value = pair[2].strip()
            if value.startswith("[") and value.endswith("]"):
                value = value[1:-1].strip()
            quoted = _QUOTED.match(value)
            values.setdefault(key, quoted[2] if quoted else re.sub(r"\s#.*$", "", value).strip())
        elif not _OTHER_LINE.match(line):
            return {}, text
        elif key and not values[key] and (item := re.match(r"^\s*-\s+(.+)$", line)):
            values[key] = item[1].strip().strip("\"'")
    return (values, text[found.end() :]) if values else ({}, text)
