"""The tables of names as one index: which places, organisations and people a run of words can stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.checks.lexicon import kinds_of
from podcast.checks.spelling import SPELLINGS, Spellings, bare, forms, letters
from podcast.checks.tables import lines, words

__all__ = [
    "Entry",
    "Gazetteer",
    "capital_of",
    "first_names",
    "gazetteer",
    "person_countries",
    "same_first",
    "surnames",
]

POWERS = frozenset({"us", "ru", "su", "ua", "cn", "eu", "il", "ir", "kp"})
"""Countries whose capital is said for their government, whatever the article calls it."""
_SHORT = 3
"""Letters of a form that takes no ending ("US", "UN"): "uns" is not the UN's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place, people, organisation: all its forms share ``id`` ("state:ohio"); ``country`` is a code or "-".

    ``kind`` is "country", "origin" (an adjective or a people), "capital", "place" or "group". A ``quiet`` form is a
    common word: it says that the entry is spoken of, but is no name itself.
    """

    id: str
    kind: str
    country: str
    quiet: bool = False


_ENDINGS = ("es", "en", "er", "em", "e", "s")
_LEAST_INSIDE = 5
_LEAST_REST = 4
"""Letters of a name that is looked for in a compound, and of the noun behind it."""

Form = tuple[tuple[str, ...], Entry, bool]
"""A form's folded words, what it stands for, and whether it may begin with a small letter."""


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in re.split(r"[,=]", cell) if form.strip()]


def _countries() -> Iterator[tuple[str, Entry, bool]]:
    for line in lines("places", "countries"):
        code, german, english, capital = (cell.strip() for cell in line.split("|"))
        for cell, english_cell in ((german, False), (english, True)):
            names, _, peoples = cell.partition(";")
            for form in _forms(names):
                yield form, Entry(f"country:{code}", "country", code), english_cell
            for form in _forms(peoples):
                yield form, Entry(f"country:{code}", "origin", code), english_cell
        for form in _forms(capital):
            yield form, Entry(f"capital:{code}", "capital", code), True


def _places() -> Iterator[tuple[str, Entry, bool]]:
    for cell in lines("places", "states"):
        names, _, peoples = cell.partition(";")
        found = _forms(names)
        for form in found:
            yield form, Entry(f"place:{letters(found[0])}", "place", "us"), True
        for form in _forms(peoples):
            yield form, Entry(f"place:{letters(found[0])}", "origin", "us"), True
    for line in lines("places", "cities"):
        code, _, cells = line.partition(":")
        for cell in cells.split(","):
            found = _forms(cell)
            for form in found:
                yield form, Entry(f"place:{letters(found[0])}", "place", code), True
    for line in lines("places", "regions"):
        names, _, peoples = line.partition(";")
        found = _forms(names)
        for form in found:
            yield form, Entry(f"place:{letters(found[0])}", "place", "-"), True
        for form in _forms(peoples):
            yield form, Entry(f"place:{letters(found[0])}", "origin", "-"), True


def _groups() -> Iterator[tuple[str, Entry, bool]]:
    for line in lines("groups", "groups"):
        code, cell = (part.strip() for part in line.split("|"))
        names, _, peoples = cell.partition(";")
        found = _forms(names)
        for form in found:
            plain = form.removeprefix("~")
            yield plain, Entry(f"group:{letters(found[0])}", "group", code, form != plain), True
        for form in _forms(peoples):
            plain = form.removeprefix("~")
            yield plain, Entry(f"group:{letters(found[0])}", "group", code, form != plain), True


class Gazetteer:
    """Forms by their first word."""

    def __init__(self, language: str, spellings: Spellings) -> None:
        self._language = language
        self._spellings = spellings
        self._by_first: dict[str, list[Form]] = {}
        for form, entry, in_english in (*_countries(), *_places(), *_groups()):
            if language == "en" and not in_english:
                continue  # "Essen" and "Polen" mean nothing in English
            words = tuple(spellings.exact(word) for word in re.split(r"[\s-]+", form) if letters(word))
            if len(words) > 1:
                words = tuple(self._stem(word) for word in words)
            small = form[0].islower() or (entry.quiet and language == "en")
            self._by_first.setdefault(words[0], []).append((words, entry, small))
        for found in self._by_first.values():
            found.sort(key=lambda form: -len(form[0]))

    @functools.lru_cache(maxsize=50_000)  # noqa: B019 (a gazetteer lives as long as the program)
    def _keys(self, word: str) -> tuple[str, ...]:
        found = forms(word, self._language)
        if len(letters(word)) <= _SHORT:
            found = found[:1]
        return tuple(dict.fromkeys(self._spellings.exact(form) for form in found))

    @staticmethod
    def _stem(key: str) -> str:
        """A word of a longer name without its ending: "Weißes Haus" and "des Weißen Hauses" have the same."""
        for ending in _ENDINGS:
            if key.endswith(ending) and len(key) - len(ending) > _SHORT:
                return key[: -len(ending)]
        return key

    def match_inside(self, word: str) -> tuple[int, tuple[Entry, ...]]:
        """How many letters of a German compound's beginning are a name ("Pentagon-sprecher"), and what it can be."""
        for size in range(len(word) - _LEAST_REST, _LEAST_INSIDE - 1, -1):
            found = [
                entry
                for form, entry, _ in self._by_first.get(self._spellings.exact(word[:size]), ())
                if len(form) == 1 and entry.kind != "origin" and not entry.quiet
            ]
            known = kinds_of(word[:size], "de")
            plain = bool(known) and "name" not in known  # "Kongresszentrum"
            rests = (word[size:], word[size:].removeprefix("s"))
            if found and not plain and any("noun" in kinds_of(rest, "de") for rest in rests):
                return size, tuple(dict.fromkeys(found))
        return 0, ()

    def match(self, words: Sequence[str]) -> tuple[int, tuple[Entry, ...]]:
        """How many of the first words are a name, and what it can be; ``(0, ())`` where they are none."""
        best = 0
        entries: list[Entry] = []
        keys = (*self._keys(words[0]), self._stem(self._spellings.exact(bare(words[0]))))
        for key in dict.fromkeys(keys):
            for form, entry, small in self._by_first.get(key, ()):
                if len(form) < best or len(form) > len(words) or not (small or words[0][:1].isupper()):
                    continue
                if len(form) == 1 and key not in keys[:-1]:
                    continue
                rest = (self._stem(self._spellings.exact(bare(word))) for word in words[: len(form)])
                if len(form) == 1 or form == tuple(rest):
                    entries = [*entries, entry] if len(form) == best else [entry]
                    best = len(form)
        return best, tuple(dict.fromkeys(entries))


@functools.cache
def gazetteer(language: str) -> Gazetteer:
    """The program's tables for texts in ``"de"`` or ``"en"``."""
    return Gazetteer(language, Spellings())


@functools.cache
def first_names() -> frozenset[str]:
    """Keys of first names."""
    listed = (*words("people", "first_names"), *words("people", "first_names_census"))
    return frozenset(SPELLINGS.exact(name) for name in listed)


@functools.cache
def surnames() -> frozenset[str]:
    """Keys of well-known surnames."""
    return frozenset(SPELLINGS.exact(name) for name in words("people", "surnames"))


@functools.cache
def _nicknames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("people", "nicknames")):
        for name in line.split():
            found.setdefault(letters(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def same_first(one: str, other: str) -> bool:
    """Whether two first names (keys) can be one person's: "joe" and "joseph", "j" and "john"."""
    if one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1]):
        return True
    known = _nicknames()
    return bool(known.get(one, frozenset()) & known.get(other, frozenset()))


@functools.cache
def person_countries() -> dict[str, str]:
    """Codes of countries by the keys of the surnames that stand for them."""
    found: dict[str, str] = {}
    for line in lines("people", "by_country"):
        code, _, names = line.partition(":")
        found |= {SPELLINGS.exact(name): code for name in names.split()}
    return found


def capital_of(entry: Entry) -> str:
    """The country whose government a capital's name can mean; "" for any other place."""
    return entry.country if entry.kind == "capital" and entry.country in POWERS else ""
