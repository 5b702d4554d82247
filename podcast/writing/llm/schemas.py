"""How an answer is asked for: the kinds of answers there are, their JSON schemas, the request's ``response_format``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

import msgspec

__all__ = [
    "FORMS", "Shape", "Unreadable", "many", "response_format", "schema_of", "struct", "text_upto", "within",
]  # fmt: skip

FORMS = ("schema", "loose", "object", "lines")
"""How an answer is asked for, best first: a JSON schema; the same without bounds on texts (OpenAI refuses those);
any JSON object, with the schema in the prompt; plain lines."""

T = TypeVar("T")


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


def text_upto(most: int, least: int = 1) -> Any:  # noqa: ANN401 (a type made at run time)
    """A text of ``least`` to ``most`` characters."""
    return Annotated[str, msgspec.Meta(min_length=least, max_length=most)]


def many(item: Any, most: int, least: int = 0) -> Any:  # noqa: ANN401
    """A list of ``least`` to ``most`` items."""
    return Annotated[list[item], msgspec.Meta(min_length=least, max_length=most)]


def within(last: int) -> Any:  # noqa: ANN401
    """A sentence's number, up to ``last``."""
    return Annotated[int, msgspec.Meta(ge=1, le=max(1, last))]


def struct(name: str, fields: Mapping[str, Any]) -> type:
    """An object with just these fields."""
    return msgspec.defstruct(name, list(fields.items()), forbid_unknown_fields=True)


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
