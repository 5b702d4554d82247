"""Names beside their titles, in short sentences and lists; and participles, which are no names."""

from __future__ import annotations

import pytest

from podcast.checks import names
from podcast.checks.given import Given
from tests.checks.talks import article, given, talk
from tests.checks.told import short, told


def found(of: Given) -> list[tuple[str, str, str]]:
    """Kind, severity and words of all that the check finds."""
    return [short(finding) for finding in names.findings(of)]


@pytest.mark.parametrize(
    "turn",
    [
        "Eingedeicht hat man das Land erst später.",
        "Entsalzt wurde das Wasser schon damals.",
        "Ausgebüxt ist am Ende keiner.",
        "Rübergeschippert haben sie alles in einer Nacht.",
        "Verklappt wurde der Rest im Meer.",
    ],
)
def test_a_participle_that_begins_a_sentence_is_no_name(turn: str) -> None:
    assert found(told(turn)) == []


@pytest.mark.parametrize("turn", ["Entwistle hat das anders gesehen.", "Ramstedt wurde später Richter."])
def test_a_name_that_begins_like_a_participle_is_one(turn: str) -> None:
    assert [kind for kind, _, _ in found(told(turn))] == ["ungrounded-name"]


DUKES = article(
    (
        "",
        (
            "Grand Duke Konstantin, a brother of Alexander II, wanted to sell.",
            "The Tsar listened to Judge Barlow.",
            "Old Mercer, a judge himself, said nothing.",
        ),
    ),
    language="en",
)
GRAND_DUKES = article(
    (
        "",
        (
            "Großfürst Konstantin, ein Bruder von Zar Alexander, wollte verkaufen.",
            "Richter Barlow war dagegen.",
            "Mercer, selbst Richter, schwieg.",
        ),
    )
)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("The Tsar's brother, Grand Duke Alexander, wanted to sell. <!-- s1 -->", "Grand Duke Alexander"),
        ("The Tsar's brother, Grand Duke Konstantin, wanted to sell. <!-- s1 -->", ""),
        ("His brother Alexander was not asked by Grand Duke Konstantin. <!-- s1 -->", ""),
        ("And he had Judge Mercer to listen to. <!-- s2 -->", ""),
    ],
)
def test_a_title_goes_with_its_own_name(turn: str, words: str) -> None:
    elsewhere = [
        named for kind, _, named in found(given(talk(turn, language="en"), DUKES)) if kind == "name-elsewhere"
    ]
    assert elsewhere == ([words] if words else [])


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("Großfürst Alexander wollte nämlich verkaufen. <!-- s1 -->", "Alexander"),
        ("Großfürst Konstantin wollte nämlich verkaufen. <!-- s1 -->", ""),
        ("Zar Alexander wusste davon. <!-- s1 -->", ""),
        ("Aber Richter Mercer war auch noch da. <!-- s2-s3 -->", ""),
    ],
)
def test_a_german_title_goes_with_its_own_name(turn: str, words: str) -> None:
    elsewhere = [
        named for kind, _, named in found(given(talk(turn), GRAND_DUKES)) if kind == "name-elsewhere"
    ]
    assert elsewhere == ([words] if words else [])


@pytest.mark.parametrize(
    ("sentence", "turn"),
    [
        ("Roosevelt stimmte zu.", "Frances Perkins stimmte zu. <!-- s1 -->"),
        (
            "Drei liegen im Norden: Pennsylvania, Michigan und Ohio.",
            "Drei im Norden: Pennsylvania, Michigan und Georgia. <!-- s1 -->",
        ),
    ],
)
def test_a_name_in_anothers_place_is_found_in_a_short_sentence_and_a_list(sentence: str, turn: str) -> None:
    source = article(
        ("", (sentence, "Frances Perkins kam aus Georgia.", "Sie schwieg.", "Er ging.", "Roosevelt auch."))
    )
    assert [kind for kind, _, _ in found(given(talk(turn), source))] == ["name-elsewhere"]


def test_a_word_of_a_compound_is_no_strange_name() -> None:
    source = article(("", ("Er arbeitete in einer Fabrik für Jutesäcke.",)))
    assert found(given(talk("Die Säcke waren aus Jute. <!-- s1 -->"), source)) == []
