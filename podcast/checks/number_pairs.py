"""Two numbers side by side: ranges that share a scale and a unit, and results of votes and games. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from podcast.checks.dates import YEARS, date_at
from podcast.checks.number_phrases import Phrase, phrase_at
from podcast.checks.number_tokens import HYPHENS, Token, at
from podcast.checks.quantity_units import noun_at, unit_at
from podcast.checks.units import SIGNS

__all__ = ["Pair", "pair_at"]

_SCORE_LIMIT = 100_000
"""At and above it nobody votes or scores; "5,000 to 7,500,000" is a range."""
_MANTISSA_LIMIT = 1000
"""Below it a number takes the scale of the next: "zwei bis vier Milliarden", but not "5.000 bis zwei Millionen"."""
_YEAR_RANGE = 10
"""So many times as much, or less than this part of it, no range goes on from a number that can be a year."""

_RANGE = {"de": frozenset(("bis", "–", "-", "—", "/")), "en": frozenset(("to", "–", "-", "—", "/"))}
_EITHER = {"de": frozenset(("und", "oder", "auf")), "en": frozenset(("and", "or"))}
_VERSUS = {
    "de": frozenset(("zu", "gegen", ":", "–", "-")),
    "en": frozenset(("to", "against", "versus", ":", "–", "-")),
}
_NOTHING = {"de": frozenset(("null",)), "en": frozenset(("none", "nothing", "nil", "zero"))}
_FROM = {"de": frozenset(("von", "zwischen")), "en": frozenset(("from", "between"))}


class Pair(NamedTuple):
    """Two numbers; the second begins at ``second_at``. Not ``score``: they share the second one's unit and noun."""

    first: Phrase
    second_at: int
    second: Phrase
    score: bool


def pair_at(tokens: Sequence[Token], index: int, first: Phrase, language: str) -> Pair | None:
    """The pair that ``first``, which begins at ``index``, makes with the next number; ``None`` for none."""
    if first.form not in {"cardinal", "year"} or first.value.denominator > 10**6:
        return None
    joint_at = first.after
    dangling = at(tokens, joint_at).text in HYPHENS and at(tokens, joint_at + 1).low in _RANGE[language]
    joint_at += dangling  # zwanzig- bis dreißigtausend
    joint, before = at(tokens, joint_at).low, at(tokens, index - 1).low
    from_one = before in _FROM[language]
    ranged = joint in _RANGE[language] or joint in _EITHER[language]
    versus = joint in _VERSUS[language]
    second_at = joint_at + 1
    if not (ranged or versus) or at(tokens, second_at).text in SIGNS:
        return None
    if second_at >= len(tokens) or date_at(tokens, second_at, language):
        return None
    if versus and at(tokens, second_at).low in _NOTHING[language]:
        return Pair(first, second_at, Phrase(first.value * 0, second_at + 1), score=True)
    second = phrase_at(tokens, second_at, language)
    if second is None or second.form not in {"cardinal", "year"}:
        return None
    dated = first.value in YEARS and (first.plain or first.form == "year")
    if dated and second.value in YEARS:
        return None
    unit = unit_at(tokens, second.after, language)
    if versus and not unit and not from_one and _is_result(first, second, joint):
        return Pair(first, second_at, second, score=True)
    if not ranged or (dated and not from_one and _is_year_of(first, second, joint)):
        return None
    pair = Pair(first, second_at, second, score=False)
    scaled = from_one or joint not in {"und", "and"}
    return _range(tokens, pair, language, scaled=scaled, dangling=dangling)


def _is_year_of(year: Phrase, second: Phrase, joint: str) -> bool:
    """``2021 auf 2,10 Dollar``: the year of a change, no range; ``2000 bis 2500 Dollar`` is one."""
    return joint == "auf" or not year.value / _YEAR_RANGE <= second.value <= year.value * _YEAR_RANGE


def _is_result(first: Phrase, second: Phrase, joint: str) -> bool:
    if max(first.value, second.value) >= _SCORE_LIMIT or first.scale > 1 or second.scale > 1:
        return False
    whole = first.value.denominator == 1 and second.value.denominator == 1
    return whole and (first.value >= second.value or joint not in {"to", "-", "–"})


def _range(
    tokens: Sequence[Token], pair: Pair, language: str, *, scaled: bool, dangling: bool
) -> Pair | None:
    """The first number with the second one's scale; ``None`` where they have nothing to share."""
    first, second = pair.first, pair.second
    value = first.value
    if scaled and first.scale == 1 and value < _MANTISSA_LIMIT and second.scale > 1:
        value *= second.scale
    elif dangling and second.value >= _MANTISSA_LIMIT and second.value % 1000 == 0:
        value *= 1000
    shares = unit_at(tokens, second.after, language) or noun_at(tokens, second.after, language)[0]
    return pair._replace(first=first._replace(value=value)) if shares or value != first.value else None
