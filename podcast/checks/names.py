"""Every name, place and organisation of the script is looked up in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from podcast.checks.finding import Finding, Severity
from podcast.checks.gazetteer import gazetteer
from podcast.checks.given import Given
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex, is_initial
from podcast.checks.name_pairs import Pairs
from podcast.checks.name_swaps import swaps
from podcast.checks.name_titles import wrong_titles
from podcast.checks.name_words import CAPITALISED
from podcast.checks.spelling import PIECE, bare
from podcast.checks.tables import words

__all__ = ["findings"]

IDIOMS = frozenset(words("groups", "idioms"))
"""Names that are said for things ("ein David gegen Goliath")."""

ORIGIN_IDIOMS = frozenset(words("groups", "origin_idioms"))
"""What follows an adjective of origin that is said for a thing ("russisches Roulette")."""

_COMPASS = re.compile(r"^(?:nord|süd|ost|west|mittel|zentral)+(?:en|er)?-?(?=\w{3})", re.IGNORECASE)
"""What goes before a country's name for a part of it."""


def findings(given: Given) -> Iterator[Finding]:
    """Names that the article does not have, or has otherwise; and names in the wrong place."""
    if given.article is None:
        return
    index = NameIndex(given)
    known = frozenset(index.names)
    pairs = Pairs(given.article, index)
    for said in given.said:
        found = mentions(said.text, given.language, known, dictionary=True)
        wrong = (_look_up(each, index, given.language) for each in found if not _idiom(each, said.text))
        for kind, severity, text, named in dict.fromkeys(one for one in wrong if one):
            yield said.finding(kind, severity, text, "grounding", named)
        wrong_places = [
            *swaps(given, said, found, index),
            *pairs.wrong(found, said.text),
            *wrong_titles(given, said, found, index),
        ]
        for mine, other, sentence in {swap[0].start: swap for swap in wrong_places}.values():
            text = f"“{mine.words}” stands where {sentence.id} has “{other.words}”"
            yield said.finding("name-elsewhere", "warning", text, "grounding", mine.words)


def _idiom(mention: Mention, text: str) -> bool:
    """Whether a name is said for a thing: "ein David gegen Goliath", "a Swiss army knife"."""
    if mention.kind == "origin":
        after = PIECE.search(text, mention.end)
        return after is not None and after[0].casefold() in ORIGIN_IDIOMS
    return all(bare(part) in IDIOMS for part in mention.parts)


_Found = tuple[str, Severity, str, str]


def _look_up(mention: Mention, index: NameIndex, language: str) -> _Found | None:
    """What is wrong with a name: kind, severity, text, words; ``None`` where it is the article's."""
    if not mention.sure:
        return None
    if mention.entries:
        return _of_tables(mention, index, language)
    if language == "de" and len(mention.parts) == 1 and _COMPASS.match(mention.parts[0]):
        rest = _COMPASS.sub("", mention.parts[0])
        if whole := gazetteer(language).match([rest[:1].upper() + rest[1:]])[1]:
            return _of_tables(replace(mention, entries=whole), index, language)  # "Ostchina"
    parts = [
        part for part in mention.parts if not is_initial(part) and bare(part).casefold() not in CAPITALISED
    ]
    missing = [part for part in parts if not index.has(part)]
    if mention.kind == "person" and len(parts) > 1:
        return _person(mention, parts, missing, index)
    if not missing:
        return None
    if near := index.near(missing[-1]):
        text = f"“{mention.words}” is not in the article, which has “{near}”"
        return ("name-differs", "error", text, mention.words)
    return ("ungrounded-name", "error", f"“{mention.words}” is not in the article", mention.words)


def _of_tables(mention: Mention, index: NameIndex, language: str) -> _Found | None:
    entries = mention.entries
    if index.grounds(entries) or (len(mention.parts) == 1 and index.has(mention.parts[0])):
        return None
    if language == "de" and all(e.country == "de" and e.kind not in {"place", "capital"} for e in entries):
        return None  # hosts speak to listeners in Germany, of what these know
    text = f"“{mention.words}” is not in the article"
    doubtful = mention.kind == "origin" or (
        any(entry.kind == "capital" for entry in entries) and index.country_named(entries)
    )
    return ("ungrounded-name", "warning" if doubtful else "error", text, mention.words)


def _person(mention: Mention, parts: list[str], missing: list[str], index: NameIndex) -> _Found | None:
    first, last = index.spellings.key(mention.parts[0]), index.surname(mention)
    if parts[-1] not in missing:
        if index.known_first(last, first):
            return None
        others = index.bearers.get(last, ())
    elif parts[0] not in missing:
        others = index.bearers.get(first, ())
    else:
        others = ()
    if others:
        text = f"“{mention.words}” is not in the article, which has “{others[0]}”"
        return ("name-differs", "error", text, mention.words)
    return ("ungrounded-name", "error", f"“{mention.words}” is not in the article", mention.words)
