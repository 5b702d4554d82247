"""Questions that nobody answers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.greetings import is_goodbye, is_greeting
from podcast.checks.keys import keys_of
from podcast.checks.places import places_of
from podcast.checks.talk import asks, content, is_question, sentences, shown, squeezed, tokens

__all__ = ["findings"]

DODGE_WORDS = 14
"""What is longer than so many words says something, if only in its own words."""
MANY = 3
"""So many turns in a row that only ask are a quiz without answers."""

_ANSWERS = re.compile(
    r"(?:weil|um|damit|ja|nein|doch|kaum|eben|genau|das heißt|nämlich|und zwar|indem|also|klar|natürlich|gar nicht|"
    r"nicht|because|to|yes|no|so that|that is|namely|by|well|hardly|exactly|of course|sure|not)\b",
    re.I,
)
_TO_LISTENERS = re.compile(r"\b(?:ihr|euch|eure[rmns]?|schreibt|erzählt|you|your)\b", re.I)
_PROPOSES = re.compile(
    r"\b(?:shall|should|can|may) we\b|\b(?:sollen|wollen|können|dürfen) wir\b|\bfangen wir\b", re.I
)
"""Nobody waits for an answer to these: "Shall we start at the beginning?"."""
_TELL = re.compile(
    r"(?:aber |und |nun |but |so |and )?(?:sag(?:['’]?s?e?)? ?(?:mal|mir|uns)|erzähl[et]?|erklär[et]?|verrat[et]?|"
    r"tell (?:me|us)|explain (?:to )?(?:me|us)|help (?:me|us) understand)\b",
    re.I,
)
"""Such a question is meant for the other host, wherever in a turn it stands."""


def findings(given: Given) -> Iterator[Finding]:
    """``unanswered-question``: the next words are somebody else's business.

    A question is answered where the other host goes on with a statement: whether it is the right one, only a
    reader can say. What is looked at are the places where nobody can have answered: the asker goes on, the
    segment or the episode ends, questions follow upon questions, or a few words that say nothing are all the answer.
    """
    turns = given.said
    run = 0
    for at, said in enumerate(turns):
        run = run + 1 if _only_asks(said) else 0
        if run == MANY:
            first = turns[at - MANY + 1]
            text = f"{MANY} turns in a row only ask; {_quoted(first)} gets no answer"
            yield first.finding("unanswered-question", "warning", text, "conversation", _question(first))
        if run >= MANY:
            continue
        if not asks(said.text):
            yield from _talked_over(given, at)
            continue
        if why := _unanswered(given, at):
            text = f"{_quoted(said)} gets no answer: {why}"
            yield said.finding("unanswered-question", "warning", text, "conversation", _question(said))


def _talked_over(given: Given, at: int) -> Iterator[Finding]:
    """A question put to the other host in so many words, after which the same one goes on with something else."""
    said = given.said[at]
    parts = sentences(said.text)
    after = given.said[at + 1].text if at + 1 < len(given.said) else ""
    for sentence, following in itertools.pairwise(parts):
        if not is_question(sentence) or not _TELL.match(sentence) or is_question(following):
            continue
        about = content(sentence, given.language)
        answered = any(
            _ANSWERS.match(text) or content(text, given.language) & about for text in (following, after)
        )
        if not answered:
            text = f"“{shown(sentence)}” gets no answer: {said.host} goes on with something else"
            yield said.finding("unanswered-question", "warning", text, "conversation", sentence)


def _question(said: Said) -> str:
    return sentences(said.text)[-1]


def _quoted(said: Said) -> str:
    return f"“{shown(_question(said))}”"


def _only_asks(said: Said) -> bool:
    return all(is_question(sentence) for sentence in sentences(said.text))


def _unanswered(given: Given, at: int) -> str:
    """Why nobody can have answered the question at the end of this turn; "" where somebody may have."""
    said = given.said[at]
    if at + 1 == len(given.said):
        return "" if _own(given, said) or _TO_LISTENERS.search(_question(said)) else "the episode ends here"
    after = given.said[at + 1]
    first = said.segment == 0
    if first and any(is_greeting(turn.text, given.show) for turn in given.said[at + 1 : at + 4]):
        return ""  # the question that the episode is about
    last = after.segment == given.said[-1].segment
    if last and is_goodbye(after.text, given.show) and not asks(after.text):
        open_end = _own(given, said) or _TO_LISTENERS.search(_question(said))
        return "" if open_end or _takes_up(given, said, after) else "the good-bye follows"
    if _PROPOSES.search(_question(said)):
        return ""
    if after.segment != said.segment:
        near = (after, given.said[at + 2]) if at + 2 < len(given.said) else (after,)
        heading = given.script.segments[after.segment].heading
        known = _own(given, said) or any(_takes_up(given, said, turn) for turn in near)
        return (
            "" if known or content(heading, given.language) & _about(given, said) else "the segment ends here"
        )
    if after.host == said.host:
        known = _takes_up(given, said, after) or _own(given, said)
        return "" if known else f"{said.host} goes on with something else"
    return f"{after.host} only says “{shown(after.text)}”" if _dodged(given, at) else ""


def _dodged(given: Given, at: int) -> bool:
    """Does the other host say nothing of the article ("Da bin ich auch gespannt."), and nobody comes back to it?"""
    said, after = given.said[at], given.said[at + 1]
    if after.turn.sentences or given.article is None or asks(after.text):
        return False
    if is_greeting(after.text, given.show) or is_goodbye(after.text, given.show):
        return False
    if len(tokens(after.text)) > DODGE_WORDS or _ANSWERS.match(after.text):
        return False
    places = places_of(given.article)
    if places.best(keys_of(after.text, given.language)).met:
        return False
    later = given.said[at + 2] if at + 2 < len(given.said) else None
    if later is None or later.segment != said.segment:
        return True
    return later.host == said.host and not asks(later.text) and not _takes_up(given, said, later)


def _about(given: Given, said: Said) -> frozenset[str]:
    return content(said.text, given.language)


def _takes_up(given: Given, said: Said, after: Said) -> bool:
    """Does a turn begin as an answer does, or speak of the same things?"""
    return bool(_ANSWERS.match(after.text) or content(after.text, given.language) & _about(given, said))


def _own(given: Given, said: Said) -> bool:
    """Is it the article's own question? It may stay open, as it does there."""
    asked = squeezed(_question(said))
    if any(is_question(sentence.text) for sentence in said.sentences):
        return True
    return any(asked in squeezed(s.text) for s in said.sentences) or (
        len(asked.split()) > 2 and asked in given.squeezed_article
    )
