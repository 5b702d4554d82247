"""What may follow a number and belongs to it: the unit of a part, cents, "-old". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from podcast.checks.number_phrase import Phrase
from podcast.checks.number_phrases import phrase_at
from podcast.checks.number_tokens import Token, at
from podcast.checks.quantity import Kind
from podcast.checks.quantity_units import unit_at
from podcast.checks.units import CURRENCIES, MEASURES

__all__ = ["behind_old", "part_kind", "part_of", "with_cents"]


_PARTS = frozenset({"percent", "points"})
"""Of these there are parts, too: "a quarter of one per cent"."""


def part_of(tokens: Sequence[Token], after: int, language: str) -> tuple[str, int] | None:
    """The unit in "half an hour", "a quarter of one per cent", "drei Viertel Stunden", and the index after it."""
    words = [at(tokens, after + n).low for n in range(2)]
    skipped = 0
    if language == "en":
        skipped = (
            2 if words[0] == "of" and words[1] in {"a", "an", "one"} else 1 if words[0] in {"a", "an"} else 0
        )
        if not skipped:
            return None
    found = unit_at(tokens, after + skipped, language)
    return found if found and (found[0] in MEASURES or found[0] in _PARTS) else None


def part_kind(unit: str) -> Kind:
    """What a part of a unit is: of a per cent a percentage, else a measure."""
    return "percent" if unit == "percent" else "points" if unit == "points" else "measure"


def with_cents(
    tokens: Sequence[Token], phrase: Phrase, unit: str, after: int, language: str
) -> tuple[Phrase, int]:
    """``five dollars eighty-three``, ``fünf Euro dreiundachtzig``; and the index behind."""
    rest = phrase_at(tokens, after, language) if unit in CURRENCIES else None
    if rest is None or rest.form != "cardinal" or rest.unit or rest.scale > 1 or not 10 <= rest.value < 100:
        return phrase, after
    behind = at(tokens, rest.after)
    if phrase.value.denominator > 1 or (
        behind.kind == "word" and behind.low not in {"and", "und", "für", "for", "a", "per"}
    ):
        return phrase, after
    return phrase._replace(value=phrase.value + rest.value / 100), rest.after


def behind_old(tokens: Sequence[Token], after: int, language: str) -> int:
    """The index after "-old" in "19-year-old"."""
    old = language == "en" and at(tokens, after).text == "-" and at(tokens, after + 1).low == "old"
    return after + 2 if old else after
