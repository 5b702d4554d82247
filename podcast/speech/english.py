"""English: what is written short becomes the words an American newsreader would say.

Here stands the order of the steps; each is a pure function over tables, in the rooms beside this one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from podcast.speech.english_figures import fixed, fractions, labels, phones, ranges, subsections, votes
from podcast.speech.english_money import foreign_money, money, percent, units
from podcast.speech.english_names import abbreviations, acronyms, cases, initials, parties, romans
from podcast.speech.english_signs import opaque, signs
from podcast.speech.english_time import dates, times, years
from podcast.speech.english_web import handles, urls
from podcast.speech.numbers import cardinal_en, ordinal_en, plural_en, year_en
from podcast.speech.words_en import COUNTED, LEXICON

__all__ = ["SPELLING_STEPS", "STEPS"]

_LEXICON = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, LEXICON), key=lambda w: (-len(w), w))) + r")('?s)?\b"
)
_FIGURE = re.compile(
    r"(?<!\w)(?P<a>[Aa] )?(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?P<decimals>(?:\.\d+)+)?(?<=\d)"
    r"(?P<suffix>[A-Za-z]{1,8}\b)?(?= (?P<after>[a-z]+))?"
)


def _plain_digits(text: str) -> str:
    """Raised, lowered and circled digits, and those of other scripts, as plain ones."""
    return "".join(c if c in "²³" or not c.isdigit() else str(unicodedata.digit(c)) for c in text)


def _ordinals(text: str) -> str:
    text = re.sub(r"(?<=\d(?:st|nd|rd|th))[–-](?=\d)", " to ", text)
    return re.sub(
        r"\b(\d{1,3}(?:,\d{3})+|\d{1,6})(?:st|nd|rd|th)\b",
        lambda m: ordinal_en(int(m[1].replace(",", ""))),
        text,
    )


_DATING = re.compile(
    r"\b(?:in|since|by|until|till|before|after|from|to|and|between|during|early|late|year|(?:spring|summer|autumn|fall|"
    r"winter|end|start|beginning|middle|election|crash|crisis|war|january|february|march|april|may|june|july|august|"
    r"september|october|november|december) of|january|february|march|april|june|july|august|september|october|"
    r"november|december),? $",
    re.I,
)
"""Behind this four figures are a year, whatever follows: "in the autumn of 1937 people began to die"."""


def _whole(written: str, *, amount: bool) -> str:
    """``amount``: four figures are no year."""
    digits = written.replace(",", "")
    if len(digits) > 15 or (len(digits) > 1 and digits.startswith("0")):
        return " ".join(cardinal_en(int(digit)) for digit in digits[:60])
    number = int(digits)
    return cardinal_en(number) if amount or "," in written or len(digits) != 4 else year_en(number)


def _number(match: re.Match[str]) -> str:
    before, whole, decimals = match["a"] or "", match["whole"] or "", match["decimals"] or ""
    suffix = match["suffix"] or ""
    dated = _DATING.search(match.string[max(0, match.start() - 24) : match.start()])
    counted = match["after"] in COUNTED and not whole.endswith("00") and not dated  # "fifteen hundred people"
    words = _whole(whole, amount=bool(decimals) or counted) if whole else ""
    if before and not decimals and whole in {"100", "1,000", "1000"}:
        words = words.removeprefix("one ")
    for part in decimals.split(".")[1:]:
        words += " point " + " ".join(cardinal_en(int(digit)) for digit in part[:20])
    if suffix == "s":  # the 1990s, the 80s
        return before + plural_en(words.strip())
    return f"{before}{words.strip()}{' ' + suffix if suffix else ''}"


def _numbers(text: str) -> str:
    return re.sub(r"[²³]", lambda m: f" {unicodedata.digit(m[0])}", _FIGURE.sub(_number, text))


def _lexicon(text: str) -> str:
    text = _LEXICON.sub(lambda m: LEXICON[m[1]] + (m[2] or ""), text)
    text = re.sub(r"(?<=[^\W\d_])/(?=[^\W\d_])|\b_\b", " ", text).replace("–", "-")
    text = re.sub(r"\d+", lambda m: " ".join(cardinal_en(int(d)) for d in m[0][:60]), text)
    return re.sub(r"[<>%€$£§&/@#]", " ", text)


STEPS: tuple[Callable[[str], str], ...] = (
    urls,
    handles,
    opaque,
    foreign_money,
    subsections,
    cases,
    parties,
    votes,
)
"""What every engine needs; figures stay figures."""

SPELLING_STEPS: tuple[Callable[[str], str], ...] = (
    fixed,
    phones,
    labels,
    dates,
    years,
    times,
    abbreviations,
    initials,
    money,
    units,
    percent,
    fractions,
    signs,
    romans,
    _ordinals,
    ranges,
    _numbers,
    acronyms,
    _plain_digits,
    _lexicon,
)
"""What an engine needs that reads letters, not meaning."""
