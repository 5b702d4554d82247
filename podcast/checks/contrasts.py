"""A contrast turned round: "nicht A, sondern B" for "nicht B, sondern A", "more A than B", "first A, then B"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.keys import keys_of, likeness, plain
from podcast.checks.talk import is_question, sentences, shown
from podcast.checks.turned import opposites

__all__ = ["findings"]

_END = r"[^,;:.!?…–—]*"
_NO = r"(?:nicht|kein(?:e[nmrs]?)?)"
_SHAPES = {
    language: tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)
    for language, shapes in {
        "de": (
            rf"\b{_NO}\b(?P<no>[^;:.!?]*?),?\s+sondern\b(?P<yes>{_END})",
            rf"\b(?:statt|anstatt|anstelle)\b(?P<no>{_END})",
            rf"(?P<yes>{_END}),?\s+(?:und|aber)?\s*nicht\s+(?P<no>(?:[^\s,;:.!?…]+\s*){{1,5}})$",
            rf"\bweniger\b(?P<no>{_END}?),?\s+als(?:\s+vielmehr)?\b(?P<yes>{_END})",
            rf"\b(?:eher|vielmehr)\b(?P<yes>{_END}?)\s+als\b(?P<no>{_END})",
        ),
        "en": (
            rf"\bnot\b(?!\s+(?:only|just|merely))(?P<no>[^;:.!?]*?),?\s+but\b(?!\s+(?:also|not))(?P<yes>{_END})",
            rf"\b(?:rather than|instead of)\b(?P<no>{_END})",
            rf"(?P<yes>{_END}),?\s+(?:and\s+)?not\s+(?P<no>(?:[^\s,;:.!?…]+\s*){{1,5}})$",
            rf"\bless\b(?P<no>{_END}?)\s+than\b(?P<yes>{_END})",
            rf"\bnot so much\b(?P<no>{_END}?)\s+as\b(?P<yes>{_END})",
        ),
    }.items()
}
"""What is affirmed and what denied; where a shape has no ``yes``, that is the rest of the sentence."""
_MORE = {
    "de": re.compile(
        r"\b(?P<way>mehr|weniger|öfter|häufiger|eher|lieber|seltener)\s+(?P<first>[\w-]+)\s+als\s+"
        r"(?:(?:der|die|das|den|dem|bei|von)\s+)?(?P<second>[\w-]+)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<way>more|fewer|less)\s+(?P<first>[\w-]+)\s+than\s+(?:the\s+)?(?P<second>[\w-]+)",
        re.IGNORECASE,
    ),
}
_ORDER = re.compile(
    r"\b(?:zuerst|zunächst|erst|dann|danach|darauf|schließlich|später|first|second|then|after|later|next)\b",
    re.IGNORECASE,
)
_LEAST_CROSSED = 2
"""Keys that must have changed sides, one on either side at least."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Keys of what a sentence affirms and of what it denies, or of what it has more and less of."""

    yes: frozenset[str]
    no: frozenset[str]


def findings(given: Given) -> Iterator[Finding]:
    """``comparison-turned``: two things of a contrast have changed places."""
    article = given.article
    if article is None or article.language != given.language:
        return
    for said in given.said:
        carried = given.carried(said)
        if not carried:
            continue
        for part in sentences(said.text):
            if is_question(part):
                continue
            found = next(
                (
                    sentence
                    for pair in _pairs(part, given.language)
                    for sentence in carried
                    if any(_crossed(pair, other) for other in _pairs(sentence.text, given.language))
                ),
                None,
            ) or next((each for each in carried if _reversed(part, each.text, given.language)), None)
            if found is not None:
                text = f"“{shown(part, 10)}” has it the other way round than s{found.number}: “{shown(found.text, 10)}”"
                yield said.finding("comparison-turned", "warning", text, "grounding", part)
                break


def _reversed(mine: str, theirs: str, language: str) -> bool:
    """Whether two opposites that come one after the other come in another order: "erst schwach, dann stark"."""
    if not (_ORDER.search(mine) and _ORDER.search(theirs)):
        return False
    for sides in opposites(language):
        places = [
            [[found.start() for found in side.finditer(text)] for side in sides] for text in (mine, theirs)
        ]
        if all(len(found) == 1 for text in places for found in text):
            (mine_left, mine_right), (their_left, their_right) = (
                [found[0] for found in text] for text in places
            )
            if (mine_left < mine_right) != (their_left < their_right):
                return True
    return False


@functools.lru_cache(maxsize=20_000)
def _pairs(sentence: str, language: str) -> tuple[_Pair, ...]:
    text = plain(sentence, language).rstrip(" .!…")
    found: list[_Pair] = []
    for shape in _SHAPES[language]:
        for match in shape.finditer(text):
            groups = match.groupdict()
            yes = groups.get("yes") or f"{text[: match.start()]} {text[match.end() :]}"
            found.append(_pair(yes, groups["no"], language))
    for match in _MORE[language].finditer(text):
        more, less = match["first"], match["second"]
        if match["way"].casefold() in {"weniger", "seltener", "less", "fewer"}:
            more, less = less, more
        found.append(_Pair(frozenset({more.casefold()}), frozenset({less.casefold()})))
    return tuple(pair for pair in found if pair.yes and pair.no)


def _pair(yes: str, no: str, language: str) -> _Pair:
    both, denied = keys_of(yes, language), keys_of(no, language)
    return _Pair(both - denied, denied - both)


def _crossed(mine: _Pair, theirs: _Pair) -> bool:
    over, under = _met(mine.yes, theirs.no), _met(mine.no, theirs.yes)
    straight = _met(mine.yes, theirs.yes) + _met(mine.no, theirs.no)
    return bool(over and under) and over + under >= _LEAST_CROSSED and not straight


def _met(one: frozenset[str], other: frozenset[str]) -> int:
    return sum(any(likeness(key, each) for each in other) for key in one)
