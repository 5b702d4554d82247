"""Figures and names of the article that nobody says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.name_finding import Mention
from podcast.checks.name_keys import Name, key_of, names_of
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity
from podcast.checks.spelling import PIECE, SPELLINGS

__all__ = ["losses"]

SHOWN = 12
"""So many figures or names a finding lists."""

PLAIN = frozenset({"number", "score", "percent", "points", "fraction", "money", "measure", "year", "date"})
"""Figures that a listener would miss; an hour of the day, a season or "dreimal" he would not."""
SMALL = 3
"""Plain numbers up to here are grammar ("die zwei") more often than figures."""
ROUNDED = Fraction(1, 10)
"""A figure said with "rund" or "fast" may be off by this share and is the same one."""
_DATELINE = re.compile(r"[A-ZÄÖÜ][^()\n]{1,40}\([A-Za-zÄÖÜäöü/, -]{2,20}\)\s*[–—-]+\s")
"""Where a report was written and by which agency ("Washington (AP) – "): nothing that a listener could miss."""


def losses(given: Given, meant: Collection[int]) -> Iterator[Finding]:
    """``lost-figures`` and ``lost-names``: one note each. ``meant``: sentences that were left out on purpose."""
    if given.article is None:
        return
    language = given.article.language
    kept = [q for said in given.said for q in quantities_of(said.text, given.language)]
    names = {name.key for said in given.said for name in names_of(said.text, given.language)}
    # "Whitlock lehnte ab": where a name alone is no sure one, its word is
    names |= {_word_key(piece) for said in given.said for piece in PIECE.findall(said.text)}
    figures: dict[tuple[Fraction, str], str] = {}
    times: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    for sentence in given.article.sentences:
        if sentence.number in meant:
            continue
        for quantity in quantities_of(sentence.text, language):
            if _counts(quantity) and not _kept(quantity, kept):
                figures.setdefault((quantity.value, quantity.unit), f"{quantity.words} ({sentence.id})")
        for name in names_of(_undated(sentence.text), language):
            if name.key not in names and not _named(name, names):
                times[name.key] += 1
                first.setdefault(name.key, (name.words, sentence.number))
    if figures:
        text = _lost("figure", list(figures.values()))
        yield Finding(0, "lost-figures", "note", text, group="coverage")
    if times:
        order = sorted(times, key=lambda key: (-times[key], first[key][1]))
        text = _lost("name", [f"{first[key][0]} (s{first[key][1]})" for key in order])
        yield Finding(0, "lost-names", "note", text, group="coverage")


def _counts(quantity: Quantity) -> bool:
    return quantity.kind in PLAIN and not (quantity.kind == "number" and quantity.value <= SMALL)


def _kept(quantity: Quantity, said: Iterable[Quantity]) -> bool:
    """Does the script say this figure: exactly, rounded as it says itself, or a date by its year or its day?"""
    return any(_same(quantity, other) for other in said)


def _same(one: Quantity, other: Quantity) -> bool:
    if {one.kind, other.kind} <= {"year", "date", "number"} and "date" in {one.kind, other.kind}:
        pairs = zip(one.date, other.date, strict=True)
        return any(one.date) and any(other.date) and all(a == b or not a or not b for a, b in pairs)
    if one.unit and other.unit and one.unit != other.unit:
        return False
    value, heard = _value(one), _value(other)
    slack = ROUNDED * abs(value) if one.approximate or other.approximate else Fraction(0)
    return abs(value - heard) <= slack


def _value(quantity: Quantity) -> Fraction:
    """50 per cent are a half."""
    return quantity.value / 100 if quantity.unit == "percent" else quantity.value


def _named(name: Name, said: Collection[str]) -> bool:
    """Whether somebody, not known as a person, is said by the surname: "Thessaly Whitlock", "Whitlock"."""
    return name.kind == "name" and _word_key(name.words.split()[-1]) in said


def _undated(text: str) -> str:
    """A sentence without the dateline that it may begin with."""
    found = _DATELINE.match(text)
    return text[found.end() :] if found else text


def _word_key(word: str) -> str:
    """The key of a single word, as of a name that ends in it."""
    return key_of(Mention(word, 0, len(word), "person", (word,)), SPELLINGS) if word[:1].isupper() else ""


def _lost(what: str, each: Sequence[str]) -> str:
    more = f" and {len(each) - SHOWN} more" if len(each) > SHOWN else ""
    many = f"one {what}" if len(each) == 1 else f"{len(each)} {what}s"
    return f"{many} of the article in no turn: {', '.join(each[:SHOWN])}{more}"
