"""Turns beside the sentences that they name: do these carry it, and which would?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from podcast.checks.coverage import ranges
from podcast.checks.finding import Finding, Severity
from podcast.checks.given import Given, Said
from podcast.checks.greetings import is_goodbye, is_greeting
from podcast.checks.keys import keys_of
from podcast.checks.links_past import states
from podcast.checks.places import Places, places_of
from podcast.checks.talk import is_question, sentences, shown, squeezed

__all__ = ["findings"]

CARRIES = 0.2
"""A turn that shares less of its worth with the sentences it names is carried by others, if there are any …"""
CARRIED = 0.4
"""… that share so much."""
SUPPORTED = 0.6
"""So much of a statement's worth in the article means that the article says it, or something near."""
MOSTLY = 0.4
"""Where so many of the turns name sentences (share), one that does not and tells a fact has been put in later."""
WEIGHTY = 3
"""Keys of a sentence that could hardly all be the hosts' own way of putting it."""
REACH = 2
"""So many sentences around those that a turn names may carry it, too: links are set by eye."""
_CORRECTS = re.compile(
    r"(?:(?:nein|nee|nö|nicht|kein\w*|eben nicht|falsch|im gegenteil|von wegen|leider|schön wär|fast|beinahe|irrtum|"
    r"no|not|nope|wrong|on the contrary|quite the opposite|far from it|almost|nearly|"
    r"(?:he|she|they|it) didn)\b|"
    r"(?:\w+ ){1,4}(?:gar |überhaupt )?(?:nicht|nichts|nie|kein\w*|never|nothing)\b)",
    re.IGNORECASE,
)


def findings(given: Given) -> Iterator[Finding]:
    """``wrong-link``, ``unknown-sentence``, ``unlinked``, ``unsupported-statement``."""
    article = given.article
    if article is None:
        return
    known = {sentence.number for sentence in article.sentences}
    for said in given.said:
        for number in said.turn.sentences:
            if number not in known:
                text = f"the article has no sentence s{number}; it ends with s{max(known, default=0)}"
                yield said.finding("unknown-sentence", "warning", text, "grounding")
    if article.language != given.language:
        return
    places = places_of(article)
    lines = [line for line in map(squeezed, given.own_words.splitlines()) if " " in line]
    headings = [keys_of(line, given.language) for line in given.own_words.splitlines()]
    named = sum(1 for said in given.said if said.turn.sentences)
    linked = named >= MOSTLY * len(given.said)
    for at, said in enumerate(given.said):
        if said.sentences:
            wrong = list(_wrong(said, places))
            yield from wrong or _untold(said, places)
        elif at + 1 < len(given.said) and _CORRECTS.match(given.said[at + 1].text):
            continue  # a guess that the other host puts right
        elif (
            not said.vouched
            and not said.turn.sentences
            and not is_greeting(said.text, given.show)
            and not is_goodbye(said.text, given.show)
        ):
            yield from _unlinked(given, said, places, lines, headings, linked=linked)


def _around(said: Said) -> set[int]:
    """The numbers of the sentences that a turn names, and of those around them."""
    return {sentence.number + d for sentence in said.sentences for d in range(-REACH, REACH + 1)}


def _unsupported(said: Said, sentence: str, severity: Severity) -> Finding:
    text = f"“{shown(sentence, 8)}” is told as a fact; nothing in the article says it"
    return said.finding("unsupported-statement", severity, text, "grounding", sentence)


def _wrong(said: Said, places: Places) -> Iterator[Finding]:
    keys = keys_of(said.text, places.language)
    if len(keys) < 2 or all(is_question(sentence) for sentence in sentences(said.text)):
        return
    around = _around(said)
    if places.share(keys, around) >= CARRIES:
        return
    best = places.best(keys)
    if best.share >= CARRIED and best.met > 1:
        named_ids, others = (
            ranges([each.number for each in found]) for found in (said.sentences, best.sentences)
        )
        text = f"{named_ids} does not carry this; {others} would"
        yield said.finding("wrong-link", "warning", text, "grounding")


def _untold(said: Said, places: Places) -> Iterator[Finding]:
    """A sentence of some weight of which nothing stands in the sentences that the turn names, nor around them."""
    around = _around(said)
    for sentence in sentences(said.text):
        keys = keys_of(sentence, places.language)
        if len(keys) < WEIGHTY or not states(sentence, places.language):
            continue
        if not places.share(keys, around) and places.best(keys).share < SUPPORTED:
            yield _unsupported(said, sentence, "warning")


def _unlinked(
    given: Given,
    said: Said,
    places: Places,
    lines: Sequence[str],
    headings: Sequence[frozenset[str]],
    *,
    linked: bool,
) -> Iterator[Finding]:
    told = [each for each in sentences(said.text) if not any(line in squeezed(each) for line in lines)]
    if len(told) < len(sentences(said.text)) and not any(states(each, given.language) for each in told):
        return  # it says nothing but the title or a heading
    if likely := given.likely(said):
        text = (
            f"names no sentence of the article; {ranges([each.number for each in likely])} is the likeliest"
        )
        yield said.finding("unlinked", "note", text, "grounding")
    for sentence in sentences(said.text):
        keys = keys_of(sentence, given.language)
        if any(len(heading) > 1 and heading <= keys for heading in headings):
            continue  # announces a section by its heading
        if not keys or not states(sentence, given.language):
            continue
        if places.best(keys).share < SUPPORTED:
            yield _unsupported(said, sentence, "warning" if linked else "note")
