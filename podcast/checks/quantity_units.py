"""What stands beside a number: its unit, the noun it counts, the hedge before it. Both languages. Pure."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.checks.number_tokens import HYPHENS, Token, at
from podcast.checks.number_words_de import spelled
from podcast.checks.quantity import Approximate
from podcast.checks.units import SIGNS, SUFFIXES_DE, UNITS

__all__ = ["hedge_before", "noun_at", "unit_at", "unit_behind", "unit_in"]

_SMALL_UNITS = frozenset("mm cm m km kg kw mw gw kwh std usd eur".split())
"""German unit words that are not capitalised, or all in capitals."""
_PAIRS = {
    ("per", "cent"): "percent", ("per", "hundred"): "percent", ("percentage", "points"): "points",
    ("percentage", "point"): "points", ("percent", "points"): "points",
    ("us", "dollars"): "dollar", ("us", "dollar"): "dollar", ("american", "dollars"): "dollar",
    ("square", "miles"): "square mile", ("square", "mile"): "square mile", ("square", "feet"): "square foot",
    ("square", "metres"): "square metre", ("square", "meters"): "square metre",
    ("square", "kilometres"): "square kilometre", ("square", "kilometers"): "square kilometre",
    ("cubic", "metres"): "cubic metre", ("cubic", "meters"): "cubic metre", ("light", "years"): "light year",
    ("kilowatt", "hours"): "kilowatt hour", ("nautical", "miles"): "nautical mile", ("metric", "tons"): "tonne",
    ("metric", "tonnes"): "tonne", ("amerikanische", "dollar"): "dollar", ("kubische", "meter"): "cubic metre",
    ("grad", "celsius"): "degree", ("grad", "fahrenheit"): "fahrenheit", ("degrees", "celsius"): "degree",
    ("degrees", "fahrenheit"): "fahrenheit", ("°", "c"): "degree", ("°", "f"): "fahrenheit",
}  # fmt: skip

_UNDER = {
    "de": "fast|beinahe|nahezu|knapp|annähernd|kaum|nicht einmal|nicht mal|nicht ganz|noch nicht einmal|weniger als|"
    "unter|keine|kein|keinen|keiner|keinem|höchstens|maximal|bis zu|kürzer als|kleiner als|niedriger als|"
    "knappe|knappes|knappen|kurz vor|unterhalb von|nicht mehr als|jünger als|seltener als",
    "en": "nearly|almost|not quite|barely|hardly|less than|fewer than|under|just under|below|up to|at most|"
    "no more than|not even|close to|as many as|as much as|shy of|not more than|shortly before|"
    "just before|a little under|scarcely|"
    "younger than|a maximum of",
}
_OVER = {
    "de": "mehr als|über|gut|gute|gutes|guten|mindestens|wenigstens|reichlich|länger als|größer als|höher als|"
    "älter als|kurz nach|oberhalb von|nicht weniger als|öfter als|etwas über|weit über|zumindest|ab",
    "en": "more than|over|at least|well over|just over|upwards of|a little over|longer than|above|no less than|"
    "no fewer than|beyond|greater than|higher than|older than|a good|shortly after|just after|"
    "in excess of|a minimum of",
}
_ABOUT = {
    "de": "rund|etwa|ungefähr|circa|zirka|ca .|ca|um die|an die|grob|schätzungsweise|in etwa|so um die|gegen|geschätzt|"
    "geschätzte|rundes|vielleicht|irgendwo zwischen|so etwa|um|um rund",
    "en": "about|around|roughly|approximately|some|circa|c .|an estimated|estimated|maybe|perhaps|more or less|towards|"
    "something like|in the region of|anywhere between",
}
_BEHIND: dict[str, dict[str, Approximate]] = {
    "de": {"oder so": "about", "oder mehr": "over", "und mehr": "over", "plus": "over", "oder weniger": "under"},
    "en": {"or so": "about", "or more": "over", "plus": "over", "or less": "under", "or thereabouts": "about",
           "give or take": "about", "and change": "over"},
}  # fmt: skip


def _table(language: str) -> dict[tuple[str, ...], Approximate]:
    table: dict[tuple[str, ...], Approximate] = {}
    kinds: tuple[tuple[dict[str, str], Approximate], ...] = (
        (_UNDER, "under"),
        (_OVER, "over"),
        (_ABOUT, "about"),
    )
    for words, kind in kinds:
        for phrase in words[language].split("|"):
            table[tuple(phrase.casefold().split())] = kind
    return table


_HEDGES = {language: _table(language) for language in ("de", "en")}
_LONGEST_HEDGE = 3
_SKIPPED = {
    "de": frozenset("ein eine einen einem einer eines der die das den dem des so".split()),
    "en": frozenset("a an the".split()),
}
_STOP = {
    "de": frozenset(
        "uhr prozent komma mal million millionen milliarde milliarden der den dem des die eine einen einem einer "
        "eines seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres diese diesen diesem dieser dieses "
        "jene jenen jenem jener aller allen unter über aber oder immer wieder später früher hinter außer unser "
        "unsere euer eure weiter sondern daher vorher nachher bisher seither gegen neben zwischen wegen zugunsten "
        "her hier er es wer dafür dagegen sagen haben waren wurden werden hatten konnten mussten sollten stehen "
        "gehen kommen liegen starben gewannen stimmten bekamen".split()
    ),
    "en": frozenset(
        "of in on at to by for from with and or but as than that which who when where while after before since "
        "until per is are was were be been has have had will would can could may did do does not no less the a an "
        "his her their its our my your this these those it he she they we i you if so then there here said says "
        "percent million billion thousand hundred against into over under out up down about very yes also only "
        "even still just ago later earlier old away long wide high deep apart each every all both".split()
    ),
}
_UNIT_ENDINGS = re.compile(
    r"(?:tage[ns]?|jahre[ns]?|stunden|wochen|monate[n]?|minuten|sekunden|dollar|euro)$"
)
_DAY_NAMES = re.compile(
    r".*mittag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|feiertag|geburtstag|bundestag|landtag"
)
_BEFORE_UNITS_EN = frozenset(
    "working calendar business school trading more further additional extra full long whole consecutive other "
    "straight short".split()
)
_PLURALS = frozenset(
    "people men women children police cattle sheep feet teeth percent countrymen alumni media data".split()
)
_NO_PLURALS = frozenset("always perhaps this thus does was is has yes plus minus across towards".split())
_ADJECTIVES_BEFORE = 2
"""So many words may stand between a number and the noun that it counts."""


def unit_at(tokens: Sequence[Token], index: int, language: str) -> tuple[str, int] | None:
    """The unit that begins at ``index`` and the index after it; also behind a hyphen ("24-hour", "24-jährig")."""
    token = at(tokens, index)
    hyphen = token.text in HYPHENS and token.glued and at(tokens, index + 1).glued
    if hyphen:
        index += 1
        token = at(tokens, index)
    pair = _PAIRS.get((token.low, at(tokens, index + 1).low))
    if pair:
        return pair, index + 2
    if token.text in SIGNS:
        return SIGNS[token.text], index + 1
    if token.kind != "word":
        return None
    if token.low in {"us", "usd"} and at(tokens, index + 1).text in {"$", "-"}:
        dollar = at(tokens, index + 2).low in {"dollar", "dollars"}
        if tokens[index + 1].text == "$" or dollar:
            return "dollar", index + (2 if tokens[index + 1].text == "$" else 3)
    if token.low == "km" and at(tokens, index + 1).text == "/" and at(tokens, index + 2).low == "h":
        return "km/h", index + 3
    if language == "de":
        if hyphen:
            for suffix, unit in SUFFIXES_DE.items():
                if token.low.startswith(suffix):
                    return unit, index + 1
        if not token.text[:1].isupper() and token.text not in _SMALL_UNITS:
            return None
        if token.text in {"M", "MM", "CM"}:
            return None
    known = UNITS[language].get(token.low)
    return (known, index + 1) if known else None


def unit_behind(tokens: Sequence[Token], index: int, language: str) -> tuple[str, int] | None:
    """As :func:`unit_at`, also behind an adjective or two ("30 weitere Tage", "thirty more days")."""
    for _ in range(_ADJECTIVES_BEFORE + 1):
        found = unit_at(tokens, index, language)
        if found:
            return found
        token = at(tokens, index)
        if token.kind != "word" or token.text[:1].isupper():
            return None
        if language == "en" and token.low not in _BEFORE_UNITS_EN:
            return None
        if language == "de" and (
            not token.low.endswith(("e", "en", "er", "es", "em")) or spelled(token.text)
        ):
            return None
        if token.low in _STOP[language] - _BEFORE_UNITS_EN:
            return None
        index += 1
    return None


def unit_in(noun: str) -> str:
    """The unit that a German noun ends in: ``Arbeitstage`` are days; the days of the week are none."""
    low = noun.casefold()
    ending = _UNIT_ENDINGS.search(low)
    if ending is None or _DAY_NAMES.match(low):
        return ""
    return UNITS["de"].get(ending[0], "")


def noun_at(tokens: Sequence[Token], index: int, language: str) -> tuple[str, int, bool]:
    """What is counted: its word, the index after it, and whether it follows at once; ``("", index, False)``."""
    first = index
    token = at(tokens, index)
    if token.text in HYPHENS and token.glued and at(tokens, index + 1).glued:
        word = at(tokens, index + 1)
        return (word.text, index + 2, True) if word.kind == "word" else ("", first, False)
    for _ in range(_ADJECTIVES_BEFORE + 1):
        token = at(tokens, index)
        if token.kind != "word" or token.low in _STOP[language]:
            break
        if language == "de":
            if token.text[:1].isupper():
                if token.low in {"stück", "stücke", "exemplare"}:
                    break  # of what was spoken of before
                if spelled(token.text) is None:
                    end = _german_head(tokens, index)
                    return tokens[end].text, end + 1, index == first
                break
            if not token.low.endswith(("e", "en", "er", "es", "em")) or spelled(token.text):
                break
        elif _is_plural(token):
            return token.text, index + 1, index == first
        index += 1
    return "", first, False


def _german_head(tokens: Sequence[Token], index: int) -> int:
    """The last part of a noun with hyphens ("Ja-Stimmen")."""
    while (
        at(tokens, index + 1).text in HYPHENS and at(tokens, index + 1).glued and at(tokens, index + 2).glued
    ):
        if at(tokens, index + 2).kind != "word":
            break
        index += 2
    return index


def _is_plural(token: Token) -> bool:
    low = token.low
    if low in _PLURALS:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "'s"))
        and low not in _NO_PLURALS
    )


def hedge_before(tokens: Sequence[Token], start: int, after: int, language: str) -> Approximate:
    """How the figure of ``tokens[start:after]`` is hedged, by the words before it or just behind it."""
    index = start
    while index > 0 and at(tokens, index - 1).low in _SKIPPED[language]:
        index -= 1
    for begin in (index, start):
        for length in range(_LONGEST_HEDGE, 0, -1):
            if begin - length < 0:
                continue
            words = tuple(at(tokens, i).low for i in range(begin - length, begin))
            if words in _HEDGES[language]:
                return _HEDGES[language][words]
    behind = " ".join(at(tokens, i).low for i in range(after, after + 3))
    for phrase, kind in _BEHIND[language].items():
        if behind == phrase or behind.startswith(phrase + " "):
            return kind
    return ""
