"""Figures that are a way of speaking: "zwei Dinge", "hundert Prozent", "in den nächsten zehn Minuten". Pure."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.checks.quantity import Quantity
from podcast.checks.quantity_match import stem

__all__ = ["claims_count", "counts_people", "counts_talk", "is_loose", "is_small", "is_talk"]

SMALL = 12
"""Up to here a number is written as a word and is often no figure ("die zwei", "drei Mal")."""
FRAME_MINUTES = 120
"""Up to here a time in a turn about nothing of the article is the programme's own ("in zwanzig Minuten")."""

_LABELS = frozenset(
    "folge episode ausgabe staffel season nummer number no nr punkt point kapitel teil part".split()
)
_TALK_NOUNS = frozenset(
    stem(word)
    for word in (
        "Ding Dinge Dingen Sache Sachen Grund Gründe Gründen Punkt Punkte Punkten Frage Fragen Antwort Antworten "
        "Satz Sätze Sätzen Wort Worte Worten Beispiel Beispiele Beispielen Gedanke Gedanken Seite Seiten Schritt "
        "Schritte Schritten Weg Wege Wegen Möglichkeit Möglichkeiten Einwand Einwände Lehre Lehren These Thesen "
        "Lager Welten Mal Male Zahlen Zahl Hälften Teile Teilen Herzen Minuten Sekunden Stichworte Geschichten "
        "Ebenen Varianten Richtungen Probleme Folgen Argumente Hosts Stimmen Meinungen Lesarten Rollen Hand "
        "Augen thing things reason reasons point points question questions answer answers word words example "
        "examples side sides step steps way ways part parts lesson lessons halves sentence sentences camps story "
        "stories cents minds problems guesses arguments voices choices options worlds sorts kinds hands eyes "
        "pieces cases"
    ).split()
)
_PEOPLE = frozenset("leute leuten menschen personen people men women persons guys".split())
_ROUND = frozenset((100, 1000, 10_000, 100_000, 10**6))
_IDIOMS = re.compile(
    r"fifty[- ]fifty|eins zu eins|one[- ]to[- ]one|zehn zu eins|ten to one|hundert(?:\s+|-)?prozentig|tausend dank|"
    r"(?:fünf|kurz) vor zwölf|a thousand times|a million times|one in a million|eleventh hour|nine to five|"
    r"hundert(?:tausend)?mal|tausendmal|rund um die uhr|null komma nichts|second to none|at sixes and sevens|"
    r"unter vier augen|auf allen vieren|zwei paar schuhe|ein und dasselbe|million dollar question|"
    r"million-dollar question|second thoughts?|third party|third parties|der lachende dritte|zum x-ten",
    re.IGNORECASE,
)
_REACH = 12
"""Characters around a figure in which an idiom may begin."""
_COUNTED = re.compile(
    r"\b(?:waren|sind|wurden|blieben) es(?: \w+)? $|\b(?:there (?:were|are)|it was|they were)(?: \w+)? $",
    re.IGNORECASE,
)
_LEAST_COUNT = 4
"""From here on "waren es elf" says how many there were; "sind es drei" may count what has just been said."""


def is_talk(said: Quantity, text: str, *, linked: bool) -> bool:
    """Is this never a figure to look up? ``linked``: the turn names sentences of the article."""
    before = re.findall(r"\w+", text[: said.start].casefold())[-1:]
    if before and before[0] in _LABELS and said.kind in {"number", "ordinal"}:
        return not linked or said.value <= SMALL
    if said.value == 0 and said.kind != "score":
        return True
    if said.kind in {"number", "times", "ordinal", "score"} and said.value == 1:
        return True
    if said.kind == "percent" and said.value == 100:
        return True
    if said.kind == "times" and said.value in _ROUND:
        return True
    if not linked and said.kind == "measure" and said.unit in {"second", "minute", "hour"}:
        minutes = said.value * {"second": 1, "minute": 1, "hour": 60}[said.unit]
        return minutes <= FRAME_MINUTES
    if not linked and (said.kind in {"weekday", "season", "time"} or _is_month(said)):
        return True
    around = text[max(0, said.start - _REACH) : said.end + _REACH]
    return any(
        match.start() < said.end - max(0, said.start - _REACH) and match.end() > min(_REACH, said.start)
        for match in _IDIOMS.finditer(around)
    )


def _is_month(said: Quantity) -> bool:
    year, month, day = said.date
    return said.kind == "date" and bool(month) and not year and not day


def is_small(said: Quantity) -> bool:
    """May this number be a word of the conversation rather than a figure ("die zwei", "der dritte")?"""
    whole = said.value.denominator == 1  # nobody says 3.69 as a way of speaking
    return said.kind in {"number", "times", "ordinal"} and not said.unit and whole and said.value <= SMALL


def counts_talk(said: Quantity) -> bool:
    """Does it count what hosts count ("drei Gründe", "two things")?"""
    return bool(said.noun) and stem(said.noun) in _TALK_NOUNS


def claims_count(said: Quantity, text: str) -> bool:
    """Does a sentence end in how many there were: "Beim letzten Streik waren es elf."?"""
    if said.kind != "number" or said.noun or said.value < _LEAST_COUNT:
        return False
    return bool(_COUNTED.search(text[: said.start])) and bool(
        re.match(r"\W*(?:[.!?,;…]|$)", text[said.end :])
    )


def counts_people(said: Quantity) -> bool:
    """Does it count people by a word that fits any of them?"""
    return said.noun.casefold() in _PEOPLE


def is_loose(said: Quantity) -> bool:
    """A round number without a unit, in words, that people say for "many": hundert, a thousand, zwanzig."""
    if said.kind not in {"number", "times"} and not (
        said.kind == "measure" and said.unit in {"day", "week", "year"}
    ):
        return False
    if said.value > 1000 and said.value not in _ROUND:
        return False
    digits = str(int(said.value)).rstrip("0") if said.value.denominator == 1 else "99"
    return len(digits) <= 1 and not any(char.isdigit() for char in said.words)
