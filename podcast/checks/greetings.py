"""Greetings, introductions and good-byes: each once, and in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import sentences, shown, squeezed, unquoted
from podcast.show import Show

__all__ = ["findings", "is_goodbye", "is_greeting"]

OPENING_TURNS = 12
"""A scene of so many turns may stand before the greeting."""
GREETING_TURNS = 4
"""The greeting, the names and the reply to them: so many turns from the first on."""
GOODBYE_TURNS = 6
"""So many turns before the end the hosts may begin to say good-bye."""

_GREETING = re.compile(
    r"(?:hallo|hi|hey|servus|moin|grüß (?:gott|euch)|guten (?:tag|morgen|abend)|hello|"
    r"good (?:morning|evening|afternoon))"
    r"(?=[,!]|[.\s]*(?:$|und (?:herzlich )?willkommen|"
    r"and (?:a (?:very )?warm )?welcome|zusammen|ihr|liebe|an alle|everyone|everybody|listeners|there))"
    r"|(?:herzlich )?willkommen(?=[!.]| zurück| bei | zu (?:einer|dieser|unserer|unserem)| zum podcast| im podcast)"
    r"|welcome(?=[!.]| back| to (?:the show|the podcast|this|another|our))"
    r"|schön, dass (?:ihr|sie) (?:dabei(?! wart)|wieder|zuhör)|good to have you|thanks for (?:tuning in|joining us)",
    re.I,
)
_GOODBYE = re.compile(
    r"(?:danke|vielen dank) (?:fürs|für das|für euer) (?:zuhören|zuhörn|interesse)|"
    r"(?:danke|schön), dass ihr (?:dabei wart|dabei gewesen|zugehört)|danke, dass ihr dabei|"
    r"(?:macht(?:['’]s| es) gut|bis (?:zum nächsten mal|zur nächsten (?:folge|woche)|bald|dann|nächste woche))"
    r"(?=[!.,… ]*$)|"
    r"tschüss|auf wieder(?:hören|sehen)|das war(?:['’]s| es)(?: auch schon)? (?:für heute|von uns|mit)|"
    r"thanks? (?:you )?for (?:listening|being with us)|see you (?:next|in the next|soon)|good-?bye|bye(?:-bye)?[!.]|"
    r"that(?:['’]s| is) (?:it|all) for (?:today|this)|until next (?:time|week)",
    re.I,
)


def is_greeting(text: str, show: Show) -> bool:
    """Does the turn greet the listeners, or does a host say who they are or what this is?"""
    return any(_greets(sentence, show) for sentence in sentences(unquoted(text)))


def is_goodbye(text: str, show: Show) -> bool:
    """Does the turn take leave of the listeners?"""
    return any(_leaves(sentence, show) for sentence in sentences(unquoted(text)))


def _greets(sentence: str, show: Show) -> bool:
    names = "|".join(re.escape(host.name) for host in show.hosts)
    name = re.escape(show.name)
    known = rf"(?:und |and )?(?:ich bin|mein name ist|i['’]m|i am|my name is) (?:{names})(?!\w)"
    here = rf"(?:ihr hört|hier ist|you['’]re listening to|this is|welcome to|willkommen bei) {name}(?!\w)"
    return bool(_GREETING.match(sentence) or re.match(f"(?:{known}|{here})", sentence, re.I))


def _leaves(sentence: str, show: Show) -> bool:
    name = re.escape(show.name)
    return bool(
        _GOODBYE.search(sentence) or re.match(rf"(?:das war|that was|this was) {name}(?!\w)", sentence, re.I)
    )


def findings(given: Given) -> Iterator[Finding]:
    """``greeting-again`` and ``early-goodbye``."""
    yield from _greetings(given)
    last = given.said[-1]
    for said in given.said:
        near = said.segment == last.segment or last.number - said.number < GOODBYE_TURNS
        heading = squeezed(given.script.segments[said.segment].heading)
        if " " in heading and heading in squeezed(said.text):
            continue  # it announces a section that is called "Bis zum nächsten Mal"
        if not near and is_goodbye(said.text, given.show):
            text = f"“{shown(said.text)}” says good-bye, and the episode goes on"
            yield said.finding("early-goodbye", "warning", text, "conversation")


def _greetings(given: Given) -> Iterator[Finding]:
    greeting = [said for said in given.said if is_greeting(said.text, given.show)]
    if not greeting:
        return
    first = greeting[0]
    in_place = first.segment == 0 or first.number <= OPENING_TURNS
    introduced: set[str] = set()
    for said in greeting:
        again = not in_place or said.number - first.number > GREETING_TURNS
        name = _introduced(said)
        if again or (name and name in introduced):
            text = f"“{shown(said.text)}” greets or introduces once more; listeners have met the hosts"
            if not in_place and said is first:
                text = f"“{shown(said.text)}” greets in the middle of the episode"
            yield said.finding("greeting-again", "warning", text, "conversation")
        introduced |= {name} if name else set()


def _introduced(said: Said) -> str:
    """The host who says their own name here; "" where nobody does."""
    pattern = rf"(?:ich bin|mein name ist|i['’]m|i am|my name is) ({re.escape(said.host)})(?!\w)"
    found = re.search(pattern, unquoted(said.text), re.I)
    return found[1].casefold() if found else ""
