"""The clauses of a text, what each is about, and whether it says yes or no. Pure."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from podcast.checks.keys import FIGURES, MIN_STEM, NAMES, Marked, lemmas, marked, no_words, plain
from podcast.checks.tables import pattern, words
from podcast.checks.talk import MAX_WORD, is_question, sentences, tagged
from podcast.grammar import Word

__all__ = ["Clause", "beginnings", "clause_words", "clauses_of", "excuses", "keys_in", "noes_in"]

_CUTS = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|\s*[()]\s*")
_BEFORE_NOUN = frozenset({"ohne", "without"})
_NOT_BUT = {"de": frozenset({"sondern", "ohne"}), "en": frozenset({"but", "without"})}
"""Here a clause begins that has no verb."""
_INSIDE = frozenset({"aber", "doch", "denn", "damit"})
"""These begin a clause only behind a mark; elsewhere they stand in it ("das war er aber nicht")."""
_AMID = re.compile(r"\w\s+$")
_LISTED = 3
"""So many things may be listed behind "ohne" and "without"."""
_EITHER = re.compile(r"\b(?:oder|und|or|and)\b", re.IGNORECASE)
_OR = re.compile(r"(?:or|oder|nor|noch)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:und |oder |aber |and |or |but )?(?:selbst |auch |even )?"
    r"(?:wenn|falls|obwohl|bevor|if|though|although|before)\b",
    re.IGNORECASE,
)
"""What begins so denies nothing of the clause before it."""
_RELATIVE = re.compile(
    r"\w,\s+(?:who|whose|whom|which|der|die|das|dem|den|dessen|deren)\b[^,]*,\s*$", re.IGNORECASE
)
_ANSWER = re.compile(r"no(?!\s*\w)", re.IGNORECASE)
"""A "no" that no word follows: an answer."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: ``text`` as it stands, ``wording`` with its verbs put together, ``keys`` of what it is about.

    ``no``: it says no in so many words; ``focus`` are the keys of what that no is about, ``predicates`` those of
    its verbs; ``mock``: it has what only looks like a no ("nicht ganz"). ``hidden`` are words in it that can mean a no
    ("scheitern"). ``always``: it says the opposite of a no ("auch", "beide"), ``ever``: in the strongest way. ``asks``:
    its sentence is a question; ``sentence`` is that sentence's place in the text, from 0.
    """

    text: str
    wording: str
    keys: frozenset[str]
    focus: frozenset[str]
    predicates: frozenset[str]
    no: bool
    mock: bool
    hidden: frozenset[str]
    always: bool
    ever: bool
    asks: bool
    sentence: int


@functools.lru_cache(maxsize=20_000)
def clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    """The clauses of a text (``"de"`` or ``"en"``), in their order."""
    found: list[Clause] = []
    for number, sentence in enumerate(sentences(plain(text, language))):
        keys = marked(sentence, language)
        spans, contrast = _spans(sentence, language)
        for start, end in _full(sentence, spans, keys, contrast):
            part = sentence[start:end]
            here = [each for each in keys if start <= each.start < end]
            noes = _noes(sentence, start, end, language)
            if not noes and found and found[-1].no and found[-1].sentence == number and _OR.match(part):
                noes = [(start - 1, "or")]  # "without electricity or running water"
            found.append(
                Clause(
                    text=part.strip(),
                    wording=_wording(sentence, start, end, language),
                    keys=frozenset(each.key for each in here),
                    focus=_focus(here, noes, part),
                    predicates=frozenset(each.key for each in here if each.predicate),
                    no=bool(noes),
                    mock=_mocks(part, language),
                    hidden=_hidden(sentence, start, end, language),
                    always=_beginnings("always", language).search(part) is not None,
                    ever=_beginnings("ever", language).search(part) is not None,
                    asks=is_question(sentence),
                    sentence=number,
                )
            )
    return tuple(found)


def _full(
    sentence: str, spans: Sequence[tuple[int, int]], keys: Sequence[Marked], contrast: frozenset[int]
) -> list[tuple[int, int]]:
    """Spans without keys ("das gab es noch nie") go with the one before, those that begin a contrast with the next."""
    full: list[tuple[int, int]] = []
    forward = apart = False
    for start, end in spans:
        filled = _filled((start, end), keys)
        alone = not filled and _CONDITION.match(sentence, start) is not None
        behind = not filled and bool(full) and _explains(sentence, full[-1])
        if alone or apart or behind:
            full.append(
                (start, end)
            )  # "…, selbst wenn er es nie gesagt hat"; "Pete, who runs a diner, does not"
        elif full and (forward or not (_filled(full[-1], keys) and (filled or start in contrast))):
            full[-1] = (full[-1][0], end)
        else:
            full.append((start, end))
        forward = not filled and start in contrast and full[-1] == (start, end)
        apart = alone
    return full


def _explains(sentence: str, span: tuple[int, int]) -> bool:
    """Whether a span ends with a relative clause, or is one: what follows goes on with what stands before it."""
    start, end = span
    after_comma = sentence[:start].rstrip().endswith(",")
    return _RELATIVE.search(sentence, max(0, start - 3) if after_comma else start, end) is not None


def _filled(span: tuple[int, int], keys: Sequence[Marked]) -> bool:
    return any(span[0] <= each.start < span[1] for each in keys)


def _focus(here: Sequence[Marked], noes: Sequence[tuple[int, str]], text: str) -> frozenset[str]:
    """What a no is about: what stands behind it, and the verb; behind "ohne" what stands next. Never a figure."""
    found: set[str] = set()
    for place, word in noes:
        behind = [each.key for each in here if each.start > place]
        if word in _BEFORE_NOUN:
            found |= set(behind[: _LISTED if _EITHER.search(text) else 1])
        else:
            found |= {*behind, *(each.key for each in here if each.predicate)}
    if noes and not found:
        found |= {each.key for each in here if each.start < noes[0][0]}
    named = frozenset(key for key in found if not key.startswith(FIGURES))
    return frozenset(key for key in named if not key.startswith(NAMES)) or named


def _spans(sentence: str, language: str) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """Where the clauses of a sentence stand, cut at its marks and conjunctions; and where a contrast begins.

    None is without a verb, but for what follows "sondern" and what is denied in passing ("…, 31 Prozent nicht").
    """
    words_here = tagged(sentence, language)
    verbs = [
        word.start
        for before, word in zip((None, *words_here), words_here, strict=False)
        if _is_verb(before, word, language)
    ]
    cuts = {found.end() for found in _CUTS.finditer(sentence)}
    cuts |= {
        word.start
        for word in words_here
        if word.text.casefold() in clause_words(language)
        and not (word.text in _INSIDE and _AMID.search(sentence, 0, word.start))
    }
    contrast = {word.start for word in words_here if word.text.casefold() in _NOT_BUT[language]}
    noes = _noes(sentence, 0, len(sentence), language)
    edges = sorted({0, len(sentence), *cuts})
    for start, end in itertools.pairwise(edges):
        if any(start <= place < end for place, _ in noes) and not any(
            start <= place < end for place in verbs
        ):
            contrast |= {start, end}
    spans: list[tuple[int, int]] = []
    start = 0
    for end in sorted({0, len(sentence), *cuts, *contrast})[1:]:
        has_verb = any(start <= place < end for place in verbs)
        rest = any(place >= end for place in (*verbs, *contrast))
        if end == len(sentence) or end in contrast or (has_verb and rest):
            spans.append((start, end))
            start = end
    return spans, frozenset(contrast)


def _is_verb(before: Word | None, word: Word, language: str) -> bool:
    """Whether a clause may rest on this word: a finite verb, or what may be one ("dass sie gewinnen", "dürfen")."""
    if word.kind in {"verb", "participle"}:
        return True
    infinitive = (before is not None and before.text.casefold() == "zu") or "zu" in word.text[2:-3]
    may_be = word.kind == "other" and word.text.islower() and word.text.endswith("n")
    return language == "de" and may_be and not infinitive


def _noes(sentence: str, start: int, end: int, language: str) -> list[tuple[int, str]]:
    """The words of a clause that say no, with their places; an answer's first word ("Nein, …") is none."""
    real = pattern("claims", "mock", language).sub(lambda found: " " * len(found[0]), sentence)
    noes = no_words(language)
    verbs = [
        (found.start(), found[0].casefold())
        for found in pattern("claims", "no_verb", language).finditer(real)
    ]
    return [each for each in verbs if start <= each[0] < end] + [
        (found.start(), found[0].casefold())
        for found in re.finditer(r"[^\W\d_]+", real)
        if start <= found.start() < end
        and found[0].casefold() in noes
        and not _ANSWER.match(real, found.start())
    ]


def _mocks(part: str, language: str) -> bool:
    """Whether a clause has a no word that says no no."""
    noes = no_words(language)
    return any(
        word.casefold() in noes
        for found in pattern("claims", "mock", language).finditer(part)
        for word in found[0].split()
    )


@functools.cache
def clause_words(language: str) -> frozenset[str]:
    """The words that a clause can begin with ("weil", "who")."""
    return frozenset(words("keys", "clauses", language))


def noes_in(text: str, language: str) -> int:
    """How many words of some words say no; what only looks like it ("nicht nur") is none."""
    return len(_noes(f"{text} it", 0, len(text), language))  # a "no" that no word follows would be an answer


def excuses(text: str, language: str) -> bool:
    """Whether a word is among some words that can mean a no ("scheitern")."""
    return bool(_hidden(text, 0, len(text), language))


@functools.cache
def _beginnings(table: str, language: str) -> re.Pattern[str]:
    return beginnings(words("claims", table, language), MIN_STEM if table == "hidden" else MAX_WORD)


def beginnings(listed: Sequence[str], least: int) -> re.Pattern[str]:
    """A pattern for words: of ``least`` letters they are beginnings; shorter ones and ``=``-marked ones stand whole."""
    entire = [word for word in listed if word[:1] == "=" or len(word) < least]
    begun = [word for word in listed if word not in entire]
    parts = (
        rf"\b(?:{'|'.join(re.escape(word.removeprefix('=')) for word in entire)})\b" if entire else "",
        rf"\b(?:{'|'.join(re.escape(word) for word in begun)})" if begun else "",
    )
    return re.compile("|".join(part for part in parts if part), re.IGNORECASE)


def _hidden(sentence: str, start: int, end: int, language: str) -> frozenset[str]:
    """Words of a clause that can mean a no, verbs with their particles ("lehnte … ab") included."""
    found = _beginnings("hidden", language).finditer(_wording(sentence, start, end, language))
    return frozenset(each[0].casefold() for each in found)


def _wording(sentence: str, start: int, end: int, language: str) -> str:
    """A clause as it stands, without what only looks like a no, and then its verbs with their particles."""
    real = pattern("claims", "mock", language).sub(" ", sentence[start:end])
    verbs = [
        lemma
        for word, lemma in lemmas(tagged(sentence, language), language)
        if start <= word.start < end and word.kind == "verb"
    ]
    return " ".join([real, "|", *verbs])


def keys_in(clauses: Iterable[Clause]) -> frozenset[str]:
    """The keys of clauses together."""
    return frozenset(key for clause in clauses for key in clause.keys)
