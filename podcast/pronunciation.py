"""``[pronunciation]`` in show.toml: written = spoken, for the whole show and, more narrowly, in tables below it.

``[pronunciation.de]`` and ``[pronunciation.en]`` hold for a language, ``[pronunciation.engine.NAME]`` for an engine,
``[pronunciation.host.NAME]`` for a host. What is a table there is never a word, and what is a text always is one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Pronunciation", "fault", "words_of"]

Pronunciation = dict[str, str | dict[str, str | dict[str, str]]]
"""As it stands in show.toml: words, and the tables ``de``, ``en``, ``engine``, ``host``."""

LANGUAGES = ("de", "en")
OWNERS = {"engine": "pico", "host": "Ben"}
"""The tables that have a table for each name, with an example of one."""
MAX_CHARACTERS = 200
"""A longer one is no word but a paragraph that was pasted into the wrong place."""


def words_of(
    table: Mapping[str, object], language: str = "", engine: str = "", host: str = ""
) -> dict[str, str]:
    """Written → spoken for one host and engine in one language; ``""`` leaves their tables out.

    The narrower entry goes before the wider one: host, engine, language, show.
    """
    tables = [table, _inner(table, language) if language in LANGUAGES else {}]
    tables += [_inner(_inner(table, owner), name) for owner, name in (("engine", engine), ("host", host))]
    return {word: spoken for each in tables for word, spoken in each.items() if isinstance(spoken, str)}


def _inner(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = table.get(name)
    return found if isinstance(found, Mapping) else {}


def fault(table: object, hosts: Sequence[str] = ()) -> str:
    """What is wrong with ``[pronunciation]``: one line that names the place; ``""`` where nothing is.

    ``hosts`` are the show's; without them their names are not looked at.
    """
    if not isinstance(table, Mapping):
        return 'pronunciation: it is a table: write [pronunciation] and below it Selenskyj = "Selenski"'
    return next(_faults(table, hosts), "")


def _faults(table: Mapping[str, object], hosts: Sequence[str]) -> Iterator[str]:
    for name, inside in table.items():
        if not isinstance(inside, Mapping):
            yield from _word("pronunciation", name, inside)
        elif name in LANGUAGES:
            yield from _words(f"pronunciation.{name}", inside)
        elif name in OWNERS:
            yield from _owned(name, inside, hosts)
        else:
            known = (*LANGUAGES, *OWNERS)
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            yield f"pronunciation: there is no table {name!r}: {hint}"


def _owned(kind: str, tables: Mapping[str, object], hosts: Sequence[str]) -> Iterator[str]:
    for name, words in tables.items():
        place = f"pronunciation.{kind}.{name}"
        if not isinstance(words, Mapping):
            example = hosts[-1] if kind == "host" and hosts else OWNERS[kind]
            yield f"{place}: words stand one table lower, as in [pronunciation.{kind}.{example}]"
        elif kind == "host" and hosts and name not in hosts:
            yield f"{place}: the show has no host {name!r}, only {' and '.join(hosts)}"
        else:
            yield from _words(place, words)


def _words(place: str, table: Mapping[str, object]) -> Iterator[str]:
    for written, spoken in table.items():
        if isinstance(spoken, Mapping):
            yield f"{place}: {written!r} is a table, and there is none below this one"
        else:
            yield from _word(place, written, spoken)


def _word(place: str, written: str, spoken: object) -> Iterator[str]:
    if not written.rstrip("*").strip() or "*" in written[:-1]:
        yield f"{place}: {written!r} is no word; a star may stand at its end, for all words that begin so"
    elif not isinstance(spoken, str):
        yield f"{place}: {written} = {spoken!r}: what is spoken is a text in quotation marks"
    elif not any(map(str.isalnum, spoken)):
        yield f"{place}: {written} = {spoken!r}: there is nothing in it that could be spoken"
    elif max(len(written), len(spoken)) > MAX_CHARACTERS:
        yield f"{place}: {written[:40]}… is longer than {MAX_CHARACTERS} characters; that is no word"
