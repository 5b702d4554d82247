"""JSON as this program writes it: UTF-8, indented by two, the same bytes for the same value."""

from __future__ import annotations

import msgspec

__all__ = ["json_bytes"]


def json_bytes(value: object) -> bytes:
    """``value`` (dataclasses, structs, lists, dicts, texts, numbers) as a JSON file with a line end at its end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
