"""How the hosts talk: shares, long turns, monologues, questions; habits and manners stand in files of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from podcast.checks import broken, greetings, habits, questions
from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import shown, tokens

__all__ = ["findings"]

LONG_TURN_WORDS = 75
"""A longer turn is a lecture: half a minute without the other host."""

MONOLOGUE_S = 90.0
"""So long may one host speak without the other (seconds, from the issue); then listeners forget that there are two."""

LEAST_SHARE = 0.35
"""A host with less of the words is a cue-giver."""

LEAST_QUESTIONS = 1 / 6
"""So many turns at least should be questions, or nobody is asking."""

SHORT_TURN_WORDS = 3
PING_PONG_TURNS = 3
"""So many turns of so few words in a row are a game, no talk."""

ALONE_TURNS = 4
"""In a segment of so many turns both hosts have something to say."""


def findings(given: Given) -> Iterator[Finding]:
    """Everything about the talk as such, whatever it is about."""
    if not given.said:
        return
    yield from _shares(given)
    yield from _long_turns(given)
    yield from _monologues(given)
    yield from _alone(given)
    yield from _ping_pong(given)
    yield from questions.findings(given)
    yield from greetings.findings(given)
    yield from habits.findings(given)
    yield from broken.findings(given)


def _shares(given: Given) -> Iterator[Finding]:
    words = {host.name: 0 for host in given.show.hosts}
    for said in given.said:
        words[said.host] = words.get(said.host, 0) + len(said.text.split())
    total = max(sum(words.values()), 1)
    for name, count in words.items():
        if count / total < LEAST_SHARE:
            share = f"{count / total:.0%}"
            text = f"{name} has {share} of the words; below {LEAST_SHARE:.0%} a host only gives cues"
            yield Finding(0, "host-share", "warning", text, group="conversation")
    asking = sum("?" in said.text for said in given.said)
    if asking / len(given.said) < LEAST_QUESTIONS:
        text = f"{asking} of {len(given.said)} turns ask something; one in six keeps a talk going"
        yield Finding(0, "few-questions", "warning", text, group="conversation")


def _long_turns(given: Given) -> Iterator[Finding]:
    for said in given.said:
        if (count := len(said.text.split())) > LONG_TURN_WORDS:
            text = f"{count} words at a stretch; let the other host in"
            yield said.finding("long-turn", "warning", text, "conversation")


def _monologues(given: Given) -> Iterator[Finding]:
    for host, group in itertools.groupby(given.said, key=lambda said: said.host):
        turns = list(group)
        seconds = sum(given.pace.turn(said.turn) for said in turns)
        if seconds > MONOLOGUE_S:
            over = f" in {len(turns)} turns" if len(turns) > 1 else ""
            text = f"{host} speaks for {seconds:.0f} seconds{over} without the other; {MONOLOGUE_S:.0f} are the most"
            yield turns[0].finding("monologue", "warning", text, "conversation")


def _alone(given: Given) -> Iterator[Finding]:
    for segment in given.script.segments:
        hosts = {turn.host for turn in segment.turns}
        if len(segment.turns) >= ALONE_TURNS and len(hosts) == 1:
            silent = ", ".join(host.name for host in given.show.hosts if host.name not in hosts)
            text = f"{silent} never speaks in “{segment.heading}”, for {len(segment.turns)} turns"
            yield Finding(segment.line, "silent-host", "warning", text, group="conversation")


def _ping_pong(given: Given) -> Iterator[Finding]:
    def short(said: Said) -> bool:
        return len(tokens(said.text)) <= SHORT_TURN_WORDS

    for is_short, group in itertools.groupby(given.said, key=short):
        turns = list(group)
        if not is_short or len(turns) < PING_PONG_TURNS:
            continue
        if turns[-1] is given.said[-1] and any(greetings.is_goodbye(t.text, given.show) for t in turns):
            continue  # "Bis bald!" – "Tschüss!" – "Macht es gut!"
        heard = " – ".join(shown(said.text, SHORT_TURN_WORDS) for said in turns[:4])
        text = f"{len(turns)} turns of a word or three in a row ({heard})"
        yield turns[0].finding("ping-pong", "warning", text, "conversation")
