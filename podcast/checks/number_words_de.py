"""German number words: vierundzwanzig, zweitausendfünfundzwanzig, dritten, achtmal, Zehnjahresvertrag. Pure tables."""

from __future__ import annotations

import functools
import re
from fractions import Fraction
from typing import NamedTuple

from podcast.checks.units import COMPOUND_UNITS, SUFFIXES_DE

__all__ = ["Spelled", "cardinal", "ordinal", "spelled"]


class Spelled(NamedTuple):
    """What one word says: ``form`` is how ("cardinal", "ordinal", "times", "fraction", "compound", …).

    ``unit`` is that of a compound ("jährig" is "year"); ``noun`` is what it counts, as far as the word has it.
    """

    value: Fraction
    form: str
    unit: str = ""
    noun: str = ""


_ONES = {
    "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}  # fmt: skip
_BELOW_HUNDRED = (
    {"null": 0}
    | _ONES
    | _TEENS
    | _TENS
    | {
        f"{one}und{ten}": tens + ones
        for one, ones in _ONES.items()
        if one != "eins"
        for ten, tens in _TENS.items()
    }
)
_HUNDREDS = {**{word: n for word, n in _BELOW_HUNDRED.items() if 1 <= n <= 19}, "": 1}
_ORDINALS = (
    {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7, "acht": 8}
    | {"neunt": 9}
    | {f"{word}t": n for word, n in _TEENS.items()}
    | {f"{word}st": n for word, n in _BELOW_HUNDRED.items() if n >= 20}
)  # fmt: skip
_LARGE_ORDINALS = {"million": 10**6, "milliard": 10**9, "billion": 10**12}
_PARTS = {
    "halb": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
    "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000, "millionstel": 10**6,
    "milliardstel": 10**9, "billionstel": 10**12,
}  # fmt: skip
_ENDING = re.compile(r"(?:e|en|er|es|em)$")
_TIMES = re.compile(r"(?:-?mal|(?:-?malig|-?fach)(?:e|en|er|es|em)?|-?fache[ns]?)$")
_OLD = re.compile(rf"^(.+?)-?({'|'.join(SUFFIXES_DE)})(?:e|en|er|es|em)?$")
_SORTS = re.compile(r"^(.+?)(?:erlei|köpfige[nrsm]?|teilige[nrsm]?|seitige[nrsm]?|stöckige[nrsm]?)$")
_COMPOUND = re.compile(
    rf"^(.+?)({'|'.join(sorted(COMPOUND_UNITS, key=lambda word: (-len(word), word)))})(\w*)$"
)
_NO_COMPOUND = frozenset({"vierteljährlich", "halbjährlich", "jahrhundert", "achtstellig"})
_QUARTERS = {
    "vierteljahr": ("3", "month"), "halbjahr": ("6", "month"), "dreivierteljahr": ("9", "month"),
    "viertelstunde": ("15", "minute"), "dreiviertelstunde": ("45", "minute"), "vierteljahrhundert": ("25", "year"),
    "halbstunde": ("30", "minute"), "viertelmillion": ("250000", ""), "dreiviertelmillion": ("750000", ""),
    "viertelmilliarde": ("250000000", ""), "halbmillion": ("500000", ""),
}  # fmt: skip


def fold(word: str) -> str:
    """As the tables have it: lower case, ss for ß, ü for ue where a number has it."""
    low = word.casefold()
    if "ue" in low or "oe" in low:
        low = low.replace("fuenf", "fünf").replace("zwoelf", "zwölf")
    return low


@functools.lru_cache(maxsize=20_000)
def cardinal(word: str) -> int | None:
    """``vierundzwanzig`` is 24; also year forms (neunzehnhundertachtundneunzig). ``word`` is folded, no ending."""
    if word in _BELOW_HUNDRED:
        return _BELOW_HUNDRED[word]
    if "tausend" in word:
        head, _, tail = word.partition("tausend")
        thousands = cardinal(head) if head else 1
        rest = _rest(tail)
        if thousands is None or rest is None or not 0 < thousands < 1000 or rest >= 1000:
            return None
        return 1000 * thousands + rest
    if "hundert" in word:
        head, _, tail = word.partition("hundert")
        rest = _rest(tail)
        if head not in _HUNDREDS or rest is None or rest >= 100:
            return None
        return 100 * _HUNDREDS[head] + rest
    return None


def _rest(tail: str) -> int | None:
    """What follows ``hundert`` or ``tausend``: nothing, or a smaller number, with or without ``und``."""
    if not tail:
        return 0
    number = cardinal(tail)
    return cardinal(tail[3:]) if number is None and tail.startswith("und") else number


@functools.lru_cache(maxsize=20_000)
def ordinal(word: str) -> int | None:
    """``vierundzwanzigsten`` is 24, with any ending. ``word`` is folded."""
    stem, endings = _ENDING.subn("", word)
    if not endings:
        return None
    if stem in _ORDINALS:
        return _ORDINALS[stem]
    for large, value in _LARGE_ORDINALS.items():
        if stem in {f"{large}st", f"ein{large}st"}:
            return value
    if stem.endswith(("hundertst", "tausendst")):
        return cardinal(stem[:-2])
    cut = max(stem.rfind("hundert") + 7, stem.rfind("tausend") + 7)
    if cut < 7:
        return None
    tail = stem[cut:].removeprefix("und")
    head = cardinal(stem[:cut])
    return head + _ORDINALS[tail] if head and tail in _ORDINALS else None


@functools.lru_cache(maxsize=20_000)
def spelled(word: str) -> Spelled | None:
    """What a single word says of a quantity, or ``None``. Articles and scales (Million) say nothing here."""
    low = fold(word)
    number = _inflected(low)
    if number is not None:
        return Spelled(Fraction(number), "cardinal")
    if low in {"anderthalb", "eineinhalb", "einundeinhalb"}:
        return Spelled(Fraction(3, 2), "cardinal")
    if low == "anderthalbtausend":
        return Spelled(Fraction(1500), "cardinal")
    if low.endswith("einhalb"):
        whole = cardinal(low.removesuffix("einhalb").removesuffix("und"))
        return Spelled(Fraction(2 * whole + 1, 2), "cardinal") if whole else None
    if low.endswith("einhalbtausend"):
        whole = cardinal(low.removesuffix("einhalbtausend"))
        return Spelled(Fraction(2000 * whole + 1000, 2), "cardinal") if whole else None
    rank = ordinal(low)
    if rank is not None:
        return Spelled(Fraction(rank), "ordinal")
    return _part(low) or _compound(low, word)


def _inflected(low: str) -> int | None:
    """``zweier``, ``dreien``, ``zweie``: the cardinals that take endings."""
    number = cardinal(low)
    if number is not None:
        return None if low == "ein" else number
    for ending in ("en", "er", "e"):
        if low.endswith(ending) and low.removesuffix(ending) in {
            "zwei", "drei", "vier", "fünf", "sechs", "acht", "neun", "zehn", "elf", "zwölf",
        }:  # fmt: skip
            stem = low.removesuffix(ending)
            return None if (stem == "acht" or (stem, ending) == ("elf", "en")) else _BELOW_HUNDRED[stem]
    return None


def _part(low: str) -> Spelled | None:
    """``Drittel``, ``Zweidrittel``, ``dreiviertel``, with a genitive s or a dative n."""
    stem = low.rstrip("ns") if low.endswith(("ns", "n", "s")) else low
    for part, below in _PARTS.items():
        if part != "halb" and stem.endswith(part):
            above = cardinal(stem.removesuffix(part)) if stem != part else 1
            return Spelled(Fraction(above, below), "fraction") if above else None
    return None


def _compound(low: str, word: str) -> Spelled | None:
    times = _TIMES.search(low)
    if times:
        count = cardinal(low[: times.start()])
        return Spelled(Fraction(count), "times") if count else None
    old = _OLD.match(low)
    if old:
        count = cardinal(old[1])
        return Spelled(Fraction(count), "compound", SUFFIXES_DE[old[2]]) if count else None
    sorts = _SORTS.match(low)
    if sorts:
        count = cardinal(sorts[1])
        return Spelled(Fraction(count), "compound") if count else None
    bare = re.sub(r"(?<=jahr|mill)(?:es|en|s|e)$|(?<=stunde)n$|(?<=million)en$", "", low)
    if bare in _QUARTERS:
        value, unit = _QUARTERS[bare]
        return Spelled(Fraction(value), "compound", unit)
    return _with_noun(low, word)


def _with_noun(low: str, word: str) -> Spelled | None:
    """``Zehnjahresvertrag``, ``Zweidrittelmehrheit``, ``Fünfprozenthürde``; only with nouns of measure and the like."""
    if not word[:1].isupper() or low in _NO_COMPOUND:
        return None
    for part in ("drittel", "viertel", "fünftel", "zehntel"):
        head, found, _ = low.partition(part)
        if found and head and cardinal(head):
            return Spelled(Fraction(cardinal(head) or 1, _PARTS[part]), "fraction")
    found_unit = _COMPOUND.match(low)
    if found_unit is None:
        return None
    count = cardinal(found_unit[1])
    if not count:
        return None
    name = found_unit[2]
    return Spelled(Fraction(count), "compound", COMPOUND_UNITS[name], "" if COMPOUND_UNITS[name] else name)
