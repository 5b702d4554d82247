"""Who is quoted is said first, where the words can change places without becoming others."""

from __future__ import annotations

import pytest

from podcast.article import Article, Section, Sentence
from podcast.writing.speaker_first import speaker_first

DE = "Der Damm hält noch, aber niemand weiß, wie lange er das noch tun wird"
EN = "The dam still holds, but nobody knows how long it will go on holding"


def told(text: str, language: str) -> str:
    before = {"de": "Am Montag kam der Regen.", "en": "On Monday the rain came."}[language]
    sentences = (Sentence(1, before, 1), Sentence(2, text, 2))
    article = Article("", language, "-", (Section("", sentences),))
    return list(speaker_first(article).sentences)[1].text


@pytest.mark.parametrize(
    ("behind", "before"),
    [
        (", sagt die Ingenieurin Hanna Voss aus Kiel.", "Die Ingenieurin Hanna Voss aus Kiel sagt"),
        (", sagt er.", "Er sagt"),
        (", sagte sie gern.", "Sie sagte gern"),
        (", schrieb Voss 1922 an ihren Bruder.", "Voss schrieb 1922 an ihren Bruder"),
        (
            ", erzählt Hanna Voss, eine Ingenieurin aus Kiel.",
            "Hanna Voss, eine Ingenieurin aus Kiel, erzählt",
        ),
        (", erzählt Hanna Voss, die dort wohnt.", "Hanna Voss, die dort wohnt, erzählt"),
        (", klagt der heute 84 Jahre alte Deichgraf.", "Der heute 84 Jahre alte Deichgraf klagt"),
        (", heißt es in dem Bericht.", "In dem Bericht heißt es"),
    ],
)
def test_german_speakers_come_first(behind: str, before: str) -> None:
    assert told(f"„{DE}“{behind}", "de") == f"{before}: „{DE}.“"


@pytest.mark.parametrize(
    ("behind", "before"),
    [
        ("says Hanna Voss, who lives there.", "Hanna Voss, who lives there, says"),
        ("says Hanna Voss, a clerk who lives there.", "Hanna Voss, a clerk who lives there, says"),
        ("she says.", "She says"),
        ("she told him.", "She told him"),
        ("the mayor of Kiel said in March.", "The mayor of Kiel said in March"),
    ],
)
def test_english_speakers_come_first(behind: str, before: str) -> None:
    assert told(f"“{EN},” {behind}", "en") == f"{before}: “{EN}.”"


def test_a_quotation_in_two_halves_becomes_one() -> None:
    first, rest = "Der Damm hält nach so vielen Jahren im Wind noch immer", "aber niemand weiß, wie lange"
    assert told(f"„{first}“, sagt Voss, „{rest}.“", "de") == f"Voss sagt: „{first}, {rest}.“"
    first, rest = "The dam still holds after so many years in the wind", "but nobody knows how long it will"
    assert told(f"“{first},” she says, “{rest}.”", "en") == f"She says: “{first}, {rest}.”"


@pytest.mark.parametrize(
    "behind",
    [
        ", klagte er, habe niemand hören wollen.",
        ", sagte sie, während sie auf den Deich stieg.",
        ", antwortete Voss, denn sie war müde.",
        " steht auf dem Schild am Deich.",
        ", so hat sie es gesagt.",
        ", sagte Voss und ging nach Hause.",
        ", heißt es darin.",
    ],
)
def test_where_grammar_is_not_sure_nothing_changes(behind: str) -> None:
    text = f"„{DE}“{behind}"
    assert told(text, "de") == text


def test_a_short_one_stays_as_it_is() -> None:
    assert (
        told("„Der Damm hält noch ein Jahr“, sagt sie.", "de") == "„Der Damm hält noch ein Jahr“, sagt sie."
    )
