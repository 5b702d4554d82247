"""What stands around a figure: the figures it may have been exchanged with, and the words that belong to it. Pure."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from podcast.checks.number_tokens import Token
from podcast.checks.number_words_de import spelled
from podcast.checks.number_words_en import words_at
from podcast.checks.quantity import Quantity
from podcast.checks.quantity_index import Known
from podcast.checks.quantity_match import DATED, Fit, comparable, fit, same_noun, stem
from podcast.checks.units import PERIODS

__all__ = [
    "around",
    "clause",
    "closer",
    "is_single",
    "other_share",
    "rival",
    "sentence_of",
    "shared",
    "words_around",
]

_COUNTED = frozenset({"number", "score", "times"})
_LIKE = 10
"""Two counts without a common noun may stand for each other up to this ratio; votes are not mistaken for people."""
_LIKE_MEASURES = 100
"""Likewise two lengths of time or sums of money: minutes are not mistaken for months."""
_HALF = re.compile(r"\b(?:halbier\w*|(?:die|der) Hälfte|halv(?:e[sd]?|ing)|half)\b", re.IGNORECASE)
"""Shares that are no figures of their own."""
_SINGLE = re.compile(
    rf"\b(?:ein(?:e[mnrs]?)?|a|an|one) (?:\w+ )?({'|'.join(sorted(PERIODS))})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?…–—()]\s|\s(?:und|and|während|while|but|aber|sowie|doch)\s")
_SENTENCE = re.compile(r"[.!?…]\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_WORD_STEM = 6
"""Letters by which two forms of a word are held for the same ("gerettet", "Rettung" are not)."""
_EMPTY = frozenset(
    "aber alle allem allen aller alles also andere anderen auch beide beiden beim bereits dann danach darauf dass "
    "dein deren dessen dies diese diesem diesen dieser dieses doch dort eine einem einen einer eines erst etwa "
    "fast ganz gegen genau haben hatte hatten hier hinter ihre ihrem ihren ihrer immer jede jedem jeden jeder "
    "jedes jetzt kein keine keinen kann können mehr meine mich nach nicht noch oder rund schon sehr sein seine "
    "seinem seinen seiner seit sich sind soll sollte sowie über unter viel viele vier wann waren warum weil weiter "
    "welche wenn werden weniger wieder wird wurde wurden zehn zusammen zwei drei fünf sechs sieben acht neun "
    "million millionen milliarden prozent dollar euro stimmen stimmten ungefähr gestimmt jahr jahre jahren about "
    "after again against also another around because been before between both could does down each eight even ever "
    "every five four from have here into just less like many more most much nearly nine only other over same seven "
    "should some such than that their them then there these they this those three under until very were what when "
    "where which while will with would year years your votes percent dollars million billion voted".split()
)


def rival(
    said: Quantity, linked: Sequence[Known], used: Iterable[Known], *, any_size: bool = False
) -> Known | None:
    """A figure of the named sentences that the turn does not say and that could be the one that was meant.

    It is of the same kind, and counts the same where both say what they count; ``any_size``: however large it is.
    """
    taken = {id(known) for known in used}
    free = [known for known in linked if id(known) not in taken]
    fitting = [known for known in free if _alike(said, known.quantity, any_size)]
    nouns = [known for known in fitting if same_noun(said.noun, known.quantity.noun)]
    return next(iter(nouns or fitting), None)


def _alike(said: Quantity, known: Quantity, any_size: bool) -> bool:
    """Could one be said in the place of the other?"""
    if said.kind in DATED or known.kind in DATED:
        return _same_date_kind(said, known)
    if said.kind == "magnitude" or known.kind == "magnitude":
        return said.kind == known.kind
    if "ordinal" in {said.kind, known.kind}:
        return said.kind == known.kind and same_noun(said.noun, known.noun)
    pair = comparable(said, known)
    if pair is None or not pair[0] or not pair[1]:
        return False
    ratio = max(pair) / min(pair)
    if said.unit and known.unit:
        close = any_size or said.kind not in {"measure", "money"} or ratio <= _LIKE_MEASURES
        return close and (said.kind == known.kind or {said.kind, known.kind} == {"percent", "fraction"})
    if said.kind == "fraction" or known.kind == "fraction":
        return said.kind == known.kind
    if same_noun(said.noun, known.noun):
        return True
    if said.kind == known.kind == "score":
        return True
    if said.kind not in _COUNTED and known.kind not in _COUNTED:
        return False
    return any_size or ratio <= _LIKE


def _same_date_kind(said: Quantity, known: Quantity) -> bool:
    if {said.kind, known.kind} <= {"year", "date"}:
        one, other = (tuple(map(bool, each.date)) for each in (said, known))
        return one == other or (one[1] and other[1]) or (one[0] and other[0])
    return said.kind == known.kind


def clause(text: str, start: int, end: int) -> str:
    """The part of the sentence between commas and conjunctions in which a figure stands."""
    left = max((match.end() for match in _CLAUSE.finditer(text) if match.end() <= start), default=0)
    right = min(
        (match.start() for match in _CLAUSE.finditer(text) if match.start() >= end), default=len(text)
    )
    return text[left:right]


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence in which a figure stands."""
    left = max((match.end() for match in _SENTENCE.finditer(text) if match.end() <= start), default=0)
    right = min(
        (match.start() for match in _SENTENCE.finditer(text) if match.start() >= end), default=len(text)
    )
    return text[left:right]


def around(text: str, said: Quantity) -> str:
    """The sentence in which a figure stands, without its number; what it counts is left."""
    number = said.words.removesuffix(said.noun) if said.noun else said.words
    here = sentence_of(text, said.start, said.end)
    return here.replace(number, " ", 1)


@functools.lru_cache(maxsize=8192)
def words_around(text: str) -> frozenset[str]:
    """The words that say something, by their first letters."""
    words = (word for word in _WORD.findall(text) if word.casefold() not in _EMPTY)
    return frozenset(stem(word)[:_WORD_STEM] for word in words if not _is_number(word))


def _is_number(word: str) -> bool:
    """A number says nothing of what it counts."""
    if spelled(word) is not None:
        return True
    english = words_at([Token("word", word, word.casefold(), 0, len(word))], 0)
    return english is not None


def shared(one: str, other: str) -> int:
    """How many words that say something two texts have in common."""
    return len(words_around(one) & words_around(other))


def closer(said: Quantity, text: str, one: str, other: str) -> bool:
    """Has the sentence of ``text`` that says the figure more in common with ``one`` than with ``other``?"""
    here = around(text, said)
    return shared(here, one) > shared(here, other)


def other_share(said: Quantity, linked: Sequence[Known], used: Sequence[Known], source: str) -> bool:
    """Whether the named sentences have one share that nobody has said yet, and so another one than this."""
    shares = [each for each in linked if each not in used and each.quantity.kind in {"fraction", "percent"}]
    halves = _HALF.findall(source)
    return len(shares) + len(halves) == 1 and not (halves and said.value == Fraction(1, 2))


def is_single(said: Quantity, source: str) -> bool:
    """``four weeks`` where the article has "a month", which is no figure of its own."""
    if said.kind != "measure":
        return False
    single = (
        replace(said, value=Fraction(1), unit=PERIODS[match[1].casefold()], approximate="")
        for match in _SINGLE.finditer(source)
    )
    return any(fit(said, period) <= Fit.ROUNDED for period in single)
