"""Negations that the linked sentences do not have, or have and the turn has lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from podcast.article import Sentence
from podcast.checks.excuses import UNTIL, excused
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.keys import likeness
from podcast.checks.no_edits import edited_no
from podcast.checks.polarity import Clause, clauses_of, keys_in
from podcast.checks.tables import pattern
from podcast.checks.talk import QUOTATION, asks, sentences, shown, squeezed
from podcast.checks.weights import Weights, weights_of

__all__ = ["findings"]

LEAST_SHARE = 0.5
"""So much of a clause's worth must stand in the article's sentence before their yes and no are compared."""
LEAD = 1.15
"""So much better must the contrary clause fit than any that says the same."""
VERBATIM = 0.7
"""So much of a sentence must be the article's where the clause itself has but one key ("kehrt nicht zurück")."""
MOST_LINKS = 2
"""A turn of more sentences can have its "alle" from any of them."""

_YES = re.compile(r"(?:ja|doch|klar|natürlich|yes|yeah|sure|of course)\b", re.IGNORECASE)
_NO = re.compile(r"(?:nein|nee|nö|no)\b(?!\s\w)", re.IGNORECASE)
_WHICH = re.compile(
    r"(?:und |aber |and |but )?(?:w(?:er|en|em|as|ie|o|ann|arum|ieso|eshalb|elche\w*|ohin|oher|omit|oran|oraus|ozu)|"
    r"who|whom|what|how|where|when|why|which)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:ich|wir|uns|euch|i|we|us)\b(?!\.)", re.IGNORECASE)
"""Who speaks of the talk itself denies nothing of the article's."""
_SUBORDINATE = re.compile(
    r"(?:if|wenn|falls|wer|who|whoever|when|sobald|dass|that|weil|because)\b", re.IGNORECASE
)
"""What begins so may be denied by the clause behind it."""
_NEITHER = re.compile(r"\b(?:weder|neither)\b", re.IGNORECASE)
_ALREADY = re.compile(r"\b(?:schon|bereits|längst|already)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\bnoch (?:nicht|kein\w*|nie\w*)\b|\bnot\b.*\byet\b", re.IGNORECASE)
_NONE_OF = re.compile(r"\b(?:kein(?:e[nmrs]?)?|no)\s+\w", re.IGNORECASE)


def findings(given: Given) -> Iterator[Finding]:
    """``negation-dropped``, ``negation-added``."""
    article = given.article
    if article is None or article.language != given.language:
        return
    weights = weights_of(article)
    every = list(article.sentences)
    turns = [clauses_of(said.text, given.language) for said in given.said]
    for at, said in enumerate(given.said):
        carried = given.carried(said)
        if not carried:
            continue
        if edited := edited_no(said, carried, given.language):
            yield edited
            continue
        around = [clause for clauses in turns[max(0, at - 1) : at + 2] for clause in clauses]
        source = _Source(said, carried, every, given.language, weights)
        quoted = [squeezed(q[0]) for q in QUOTATION.finditer(said.text)]
        quoted = [words for words in quoted if words in squeezed(said.source)]
        for clause in (*_answers(given, at), *turns[at]):
            if any(squeezed(clause.text) in words for words in quoted):
                continue  # the article's own words, whole
            if quoted and clause.text.endswith(":"):
                continue  # only says whose they are
            if place := source.contrary(clause, turns[at], around):
                yield _finding(said, clause, place)
                break
        else:
            if flipped := _everybody(turns[at], source, given.language):
                yield _finding(said, *flipped)


def _finding(said: Said, clause: Clause, place: _Place) -> Finding:
    words = f"“{shown(clause.text, 10)}”"
    source = f"s{place.sentence.number}"
    if clause.no:
        text = f"{words} says no where {source} does not"
        return said.finding("negation-added", "warning", text, "grounding", clause.text)
    text = f"{words} lacks the no of {source}"
    return said.finding("negation-dropped", "warning", text, "grounding", clause.text)


def _everybody(turn: Sequence[Clause], source: _Source, language: str) -> tuple[Clause, _Place] | None:
    """All, or both, where the article says nobody: what else the clause says need not be the article's words."""
    nobody, every = pattern("claims", "nobody", language), pattern("claims", "everybody", language)
    if len(source.named) > MOST_LINKS or any(clause.no or clause.asks for clause in turn):
        return None
    all_of = next((c for c in turn if every.search(nobody.sub("", c.text)) and not c.hidden - {"nein"}), None)
    none_of = [place for place in source.linked if nobody.search(place.clause.text)]
    said_of_all = any(every.search(nobody.sub("", place.clause.text)) for place in source.linked)
    if all_of is None or not none_of or said_of_all:
        return None
    return all_of, none_of[0]


def _answers(given: Given, at: int) -> Iterator[Clause]:
    """What a yes or a no at a turn's beginning says: the other host's question, as a statement."""
    said, before = given.said[at], given.said[at - 1] if at else None
    if before is None or before.host == said.host or not asks(before.text):
        return
    yes, no = _YES.match(said.text), _NO.match(said.text)
    question = sentences(before.text)[-1]
    first = clauses_of(sentences(said.text)[0], given.language)
    if not (yes or no) or _WHICH.match(question) or (yes and any(c.no or c.hidden for c in first)):
        return
    for clause in clauses_of(question, given.language):
        if not clause.no and not clause.hidden:
            focus = clause.keys if no else frozenset[str]()
            text = sentences(said.text)[0]
            yield replace(clause, no=bool(no), focus=focus, always=True, asks=False, sentence=-1, text=text)


@dataclass(frozen=True, slots=True)
class _Place:
    sentence: Sentence
    clause: Clause
    linked: bool


class _Source:
    """The clauses of the sentences that a turn names, and of those around them."""

    def __init__(
        self,
        said: Said,
        carried: Sequence[Sentence],
        every: Sequence[Sentence],
        language: str,
        weights: Weights,
    ) -> None:
        named = {sentence.number for sentence in carried}
        self.named = tuple(carried)
        near = {n + d for n in named for d in (-1, 0, 1)}
        self._weights = weights
        self._sure = bool(said.turn.sentences)
        self._places = [
            _Place(sentence, clause, sentence.number in named)
            for sentence in every
            if sentence.number in near
            for clause in clauses_of(sentence.text, language)
        ]

    @property
    def linked(self) -> list[_Place]:
        """The clauses of the sentences that the turn names."""
        return [place for place in self._places if place.linked]

    def contrary(self, clause: Clause, turn: Sequence[Clause], around: Sequence[Clause]) -> _Place | None:
        """Where the article says no and the clause does not, or the other way round.

        ``turn`` are the clauses of its turn, ``around`` those of the turns beside it as well.
        """
        if clause.asks or not clause.keys or (clause.no and _OURS.search(clause.text)):
            return None
        found = [(fit, place) for place in self._places if (fit := self._fit(place, clause, turn, around))]
        return max(found, key=lambda one: one[0])[1] if found else None

    def _fit(self, place: _Place, clause: Clause, turn: Sequence[Clause], around: Sequence[Clause]) -> float:
        """How well a place fits that says the contrary; 0 where it does not."""
        theirs = place.clause
        if (
            not place.linked
            or theirs.no == clause.no
            or theirs.asks
            or excused(clause, theirs, place.sentence.text)
        ):
            return 0.0
        sentence = self._sentence(place)
        whole = keys_in([each for each in turn if each.sentence == clause.sentence]) or clause.keys
        keys = whole if clause.ever and theirs.no else clause.keys
        shared = self._weights.shared(keys, sentence)
        met = _met(clause, theirs)
        if not met or shared < LEAST_SHARE * self._weights.total(keys):
            return 0.0
        here = shared if theirs.keys == theirs.focus else self._weights.shared(keys, theirs.keys)
        if self._same(clause, met) * LEAD >= here:
            return 0.0
        verbatim = len(whole) > 2 and self._weights.shared(whole, sentence) >= VERBATIM * self._weights.total(
            whole
        )
        if not (verbatim or self._sure):
            return 0.0  # the sentence is only a guess
        if theirs.no:
            return 0.0 if self._said(place, clause, met, turn, around) else shared
        noes = sum(1 for each in self._places if each.sentence is place.sentence and each.clause.no)
        if noes >= sum(1 for each in turn if each.sentence == clause.sentence and each.no):
            return 0.0  # the article's sentence has a no of its own, in another clause
        hidden = any(each.clause.hidden for each in self._places if each.sentence is place.sentence)
        # "kehrt nicht zurück", or a sentence in which something else may be denied: only in the article's own words
        yet = _NOT_YET.search(clause.text) and _ALREADY.search(theirs.text)
        return shared if verbatim or yet or (len(clause.keys) > 1 and not hidden) else 0.0

    def _sentence(self, place: _Place) -> frozenset[str]:
        return keys_in([each.clause for each in self._places if each.sentence is place.sentence])

    def _same(self, clause: Clause, met: frozenset[str]) -> float:
        """How well the best clause of the article fits that says the same of what the no is about."""
        return max(
            (
                self._weights.shared(clause.keys, each.clause.keys)
                for each in self._places
                if each.clause.no == clause.no and self._weights.shared(met, each.clause.keys)
            ),
            default=0.0,
        )

    def _said(
        self,
        place: _Place,
        clause: Clause,
        met: frozenset[str],
        turn: Sequence[Clause],
        around: Sequence[Clause],
    ) -> bool:
        """Whether the hosts say the article's no near, in another clause that fits it as well or better."""
        theirs, sentence, shared = place.clause, self._sentence(place), self._weights.shared
        mine = shared(theirs.keys, clause.keys)
        until = UNTIL.search(theirs.text) is not None
        neither = _NEITHER.search(theirs.text) is not None
        for each in around:
            if each is clause or each.asks or not (each.no or each.hidden - theirs.hidden):
                continue
            with_it = each.sentence == clause.sentence and any(each is other for other in turn)
            if neither and not shared(met, each.keys):
                continue  # "weder giftig noch brennbar": that it does not burn says nothing of the poison
            if with_it and (until or (_SUBORDINATE.match(clause.text) and shared(each.keys, sentence))):
                return True
            if with_it and shared(theirs.focus, each.focus):
                return True
            if shared(met, each.keys) or shared(theirs.keys, each.keys) > mine:
                return True
            if with_it and len(each.keys) < 2 and not shared(each.keys, sentence):
                return True  # "…, das gab es noch nie"
        return False


def _met(clause: Clause, theirs: Clause) -> frozenset[str]:
    """What the no of one of them is about and the other speaks of as well, in the keys of the one that says no."""
    saying, other = (clause, theirs) if clause.no else (theirs, clause)
    focus = saying.focus
    if theirs.no and clause.ever:
        return focus
    if theirs.no and clause.always and not clause.predicates:
        focus = saying.keys  # "Die Deserteure auch."
        return frozenset(key for key in focus if any(likeness(key, each) for each in other.keys))
    met = frozenset(key for key in focus if any(likeness(key, each) for each in other.keys))
    if theirs.no and clause.keys <= met and _NONE_OF.search(theirs.text):
        return met  # "No sanction was needed": "It took sanctions" says the contrary with whatever verb
    acts = focus & saying.predicates
    return met if not acts or met & acts else frozenset()
