"""What the model is asked to answer with: the schema for its server, and how the answer becomes values.

The schemas are strict and bounded, for a server that holds a model to them; reading is lenient, for those that do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec

from podcast.writing.llm.reading import named_lines, numbers_in, references
from podcast.writing.llm.schemas import Shape, Unreadable, many, struct, text_upto, within

__all__ = ["Brief", "Line", "Planned", "brief_shape", "outline_shape", "repair_shape", "turns_shape"]

SHORT, MEDIUM = 160, 400
"""Characters of a heading or a tension, of a sentence in a brief."""
MOST_POINTS = 5
MOST_TURNS = 8
"""So many times the turns that were asked for are read; a server that holds no schema may well send more."""
MOST_LINKS = 12
"""Sentences that one turn may rest on."""

_TURN = re.compile(r"(?im)^\W*(?:turn\s+)?(\d+)\b\W{0,2}(?:\([^()\n]*\)|\w+)?\s*(?=:)")
"""A turn's number before its colon, however it is dressed up: "Turn 3 (Ben):"."""


class Brief(msgspec.Struct, frozen=True):
    """What the model takes from the whole article: for the prompts that follow."""

    core: str
    audience: str
    points: tuple[str, ...]
    disputed: tuple[str, ...]


class Planned(msgspec.Struct, frozen=True):
    """A segment as the model plans it; nothing of it has been checked."""

    heading: str
    numbers: tuple[int, ...]
    lead: str
    words: int
    tension: str
    handover: str


class Line(msgspec.Struct, frozen=True):
    """A turn as the model wrote it. ``number`` is there where a turn is to be replaced, else 0."""

    host: str
    text: str
    numbers: tuple[int, ...]
    number: int = 0


def brief_shape() -> Shape[Brief]:
    """The article in a few sentences."""
    kind = struct(
        "brief",
        {
            "core": text_upto(MEDIUM),
            "audience": text_upto(MEDIUM),
            "points": many(text_upto(MEDIUM), MOST_POINTS, 1),
            "disputed": many(text_upto(MEDIUM), MOST_POINTS),
        },
    )

    def read(value: object) -> Brief:
        found = _object(value)
        brief = Brief(
            _string(found.get("core")),
            _string(found.get("audience")),
            _strings(found.get("points")),
            _strings(found.get("disputed")),
        )
        if not brief.core and not brief.points:
            raise Unreadable
        return brief

    def lines(text: str) -> Brief:
        points = [line.strip("-*•# \t") for line in text.splitlines() if len(line.split()) > 2]
        if not points or text.lstrip().startswith(("{", "[", "<")):
            raise Unreadable
        return Brief(_string(points[0]), "", _strings(points[1:]), ())

    return Shape("brief", kind, read, lines)


def outline_shape(names: Sequence[str], most: int) -> Shape[list[Planned]]:
    """At most ``most`` segments."""
    segment = struct(
        "segment",
        {
            "heading": text_upto(SHORT),
            "sentences": text_upto(MEDIUM),
            "lead": Literal[tuple(names)],
            "words": Annotated[int, msgspec.Meta(ge=20, le=2000)],
            "tension": text_upto(SHORT),
            "handover": text_upto(SHORT),
        },
    )
    kind = struct("outline", {"segments": many(segment, most, 1)})

    def read(value: object) -> list[Planned]:
        return [
            Planned(
                _string(item.get("heading"), SHORT),
                tuple(numbers_in(item.get("sentences"))),
                _string(item.get("lead")),
                next(iter(numbers_in(item.get("words"))), 0),
                _string(item.get("tension"), SHORT),
                _string(item.get("handover"), SHORT),
            )
            for item in _items(value, "segments")
        ]

    def lines(text: str) -> list[Planned]:
        rows = [
            [cell.strip(" *_#-\t") for cell in line.split("|")] for line in text.splitlines() if "|" in line
        ]
        planned = [
            Planned(
                row[0][:SHORT],
                tuple(numbers_in(row[1])),
                row[2],
                0,
                row[3][:SHORT] if len(row) > 3 else "",
                "",
            )
            for row in rows
            if len(row) > 2 and row[0] and numbers_in(row[1])
        ]
        if not planned:
            raise Unreadable
        return planned

    return Shape("outline", kind, read, lines)


def turns_shape(names: Sequence[str], last: int, most: int, chars: int) -> Shape[list[Line]]:
    """A conversation of at most ``most`` turns of at most ``chars`` characters, over sentences 1 to ``last``."""
    turn = struct(
        "turn",
        {
            "host": Literal[tuple(names)],
            "text": text_upto(chars),
            "sentences": many(within(last), MOST_LINKS),
        },
    )
    kind = struct("turns", {"turns": many(turn, most, 2)})

    def read(value: object) -> list[Line]:
        return [
            Line(
                _string(item.get("host")),
                _string(item.get("text"), 2 * chars),
                tuple(numbers_in(item.get("sentences"))),
            )
            for item in _items(value, "turns")[: MOST_TURNS * most]
        ]

    def lines(text: str) -> list[Line]:
        found = named_lines(text, names)
        if not found:
            raise Unreadable
        return [
            Line(host, said[: 2 * chars], tuple(references(said)))
            for host, said in found[: MOST_TURNS * most]
        ]

    return Shape("turns", kind, read, lines)


def repair_shape(numbers: Sequence[int], last: int, chars: int, *, least: int = 1) -> Shape[list[Line]]:
    """The turns of these numbers, or at least ``least`` of them, written anew."""
    turn = struct(
        "turn",
        {
            "number": Literal[tuple(numbers)],
            "text": text_upto(chars),
            "sentences": many(within(last), MOST_LINKS),
        },
    )
    kind = struct("repair", {"turns": many(turn, len(numbers), least)})

    def read(value: object) -> list[Line]:
        return [
            Line(
                "",
                _string(item.get("text"), 2 * chars),
                tuple(numbers_in(item.get("sentences"))),
                next(iter(numbers_in(item.get("number"))), 0),
            )
            for item in _items(value, "turns")
        ]

    def lines(text: str) -> list[Line]:
        found = [
            Line("", said[: 2 * chars], tuple(references(said)), int(number))
            for number, said in named_lines(_TURN.sub(r"\1", text), [str(number) for number in numbers])
        ]
        if not found and least:
            raise Unreadable
        return found

    return Shape("repair", kind, read, lines)


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Unreadable
    return value


def _items(value: object, key: str) -> list[dict[str, object]]:
    """The objects of a list: under ``key``, under whatever single key there is, or bare."""
    if isinstance(value, dict):
        lists = [entry for entry in value.values() if isinstance(entry, list)]
        value = value.get(key, lists[0] if len(lists) == 1 else None)
    if not isinstance(value, list):
        raise Unreadable
    items = [item for item in value if isinstance(item, dict)]
    if value and not items:
        raise Unreadable
    return items


def _string(value: object, most: int = MEDIUM) -> str:
    return " ".join(value.split())[:most] if isinstance(value, str) else ""


def _strings(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(text for item in items[:MOST_POINTS] if (text := _string(item)))
