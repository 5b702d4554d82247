"""The tables of names and words, as they stand in ``tables/``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

__all__ = ["lines", "pattern", "words"]


@functools.cache
def _table(name: str) -> dict[str, Any]:
    text = resources.files("podcast.checks").joinpath("tables", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _cell(name: str, keys: tuple[str, ...]) -> Any:  # noqa: ANN401 (what TOML gives)
    found: Any = _table(name)
    for key in keys:
        found = found[key]
    return found


def lines(name: str, *keys: str) -> list[str]:
    """The lines of a table's text; of a table of texts, each as ``"key: text"``."""
    found = _cell(name, keys)
    if isinstance(found, dict):
        return [f"{key}: {' '.join(text.split())}" for key, text in found.items()]
    return str(found).strip().splitlines()


@functools.cache
def words(name: str, *keys: str) -> tuple[str, ...]:
    """The words of a table's text, each once, in their order."""
    return tuple(dict.fromkeys(str(_cell(name, keys)).split()))


@functools.cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern of all the lines of a table's text, for whole words in any case."""
    return re.compile(rf"\b(?:{'|'.join(lines(name, *keys))})\b", re.IGNORECASE)
