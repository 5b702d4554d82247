"""What the model is asked to answer with: the schema for its server, and how the answer becomes values.

The schemas are strict and bounded, for a server that holds a model to them; reading is lenient, for those that do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec

from podcast.writing.llm.reading import named_lines, numbers_in, references

__all__ = [
    "FORMS", "Brief", "Line", "Planned", "Shape", "Unreadable", "brief_shape", "outline_shape", "repair_shape",
    "response_format", "schema_of", "turns_shape",
]  # fmt: skip

FORMS = ("schema", "loose", "object", "lines")
"""How an answer is asked for, best first: a JSON schema; the same without bounds on texts (OpenAI refuses those);
any JSON object, with the schema in the prompt; plain lines."""

SHORT, MEDIUM = 160, 400
"""Characters of a heading or a tension, of a sentence in a brief."""
MOST_POINTS = 5
MOST_TURNS = 8
"""So many times the turns that were asked for are read; a server that holds no schema may well send more."""
MOST_LINKS = 12
"""Sentences that one turn may rest on."""

T = TypeVar("T")

_TURN = re.compile(r"(?im)^\W*(?:turn\s+)?(\d+)\b\W{0,2}(?:\([^()\n]*\)|\w+)?\s*(?=:)")
"""A turn's number before its colon, however it is dressed up: "Turn 3 (Ben):"."""


class Unreadable(Exception):  # noqa: N818 (no failure of the program: the model is asked again)
    """An answer that has not the shape that was asked for."""


@dataclass(frozen=True)
class Shape(Generic[T]):
    """One kind of answer.

    ``kind`` is the struct whose schema goes out, ``read`` takes the JSON that came back and ``lines`` the plain text;
    both raise ``Unreadable``. ``name`` is that of the schema and of its ``format_…`` template.
    """

    name: str
    kind: type
    read: Callable[[object], T]
    lines: Callable[[str], T]


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


def _text(most: int, least: int = 1) -> Any:  # noqa: ANN401 (a type made at run time)
    return Annotated[str, msgspec.Meta(min_length=least, max_length=most)]


def _many(item: Any, most: int, least: int = 0) -> Any:  # noqa: ANN401
    return Annotated[list[item], msgspec.Meta(min_length=least, max_length=most)]


def _within(last: int) -> Any:  # noqa: ANN401
    return Annotated[int, msgspec.Meta(ge=1, le=max(1, last))]


def _struct(name: str, fields: Mapping[str, Any]) -> type:
    return msgspec.defstruct(name, list(fields.items()), forbid_unknown_fields=True)


def brief_shape() -> Shape[Brief]:
    """The article in a few sentences."""
    kind = _struct(
        "brief",
        {
            "core": _text(MEDIUM),
            "audience": _text(MEDIUM),
            "points": _many(_text(MEDIUM), MOST_POINTS, 1),
            "disputed": _many(_text(MEDIUM), MOST_POINTS),
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
    segment = _struct(
        "segment",
        {
            "heading": _text(SHORT),
            "sentences": _text(MEDIUM),
            "lead": Literal[tuple(names)],
            "words": Annotated[int, msgspec.Meta(ge=20, le=2000)],
            "tension": _text(SHORT),
            "handover": _text(SHORT),
        },
    )
    kind = _struct("outline", {"segments": _many(segment, most, 1)})

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
    turn = _struct(
        "turn",
        {"host": Literal[tuple(names)], "text": _text(chars), "sentences": _many(_within(last), MOST_LINKS)},
    )
    kind = _struct("turns", {"turns": _many(turn, most, 2)})

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
    turn = _struct(
        "turn",
        {
            "number": Literal[tuple(numbers)],
            "text": _text(chars),
            "sentences": _many(_within(last), MOST_LINKS),
        },
    )
    kind = _struct("repair", {"turns": _many(turn, len(numbers), least)})

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


def schema_of(shape: Shape[Any], *, bounded: bool = True) -> dict[str, Any]:
    """The JSON schema of a shape, without references; ``bounded`` keeps the limits on the length of texts."""
    schema = msgspec.json.schema(shape.kind)
    return _inlined(schema, schema.get("$defs", {}), bounded)  # type: ignore[no-any-return]


def _inlined(value: Any, known: Mapping[str, Any], bounded: bool) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_inlined(item, known, bounded) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        return _inlined(known[value["$ref"].rpartition("/")[2]], known, bounded)
    dropped = {"$defs", "title"} | (set() if bounded else {"minLength", "maxLength"})
    out = {key: _inlined(item, known, bounded) for key, item in value.items() if key not in dropped}
    if "enum" in out:  # msgspec leaves the type to the values; some servers want it said
        out = {"type": "integer" if isinstance(out["enum"][0], int) else "string", **out}
    return out


def response_format(form: str, shape: Shape[Any]) -> dict[str, Any] | None:
    """The request's ``response_format`` in one of ``FORMS``; ``None`` where there is none."""
    if form in {"schema", "loose"}:
        schema = schema_of(shape, bounded=form == "schema")
        return {"type": "json_schema", "json_schema": {"name": shape.name, "strict": True, "schema": schema}}
    return {"type": "json_object"} if form == "object" else None
