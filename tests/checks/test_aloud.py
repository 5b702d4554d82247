"""What a voice would make of the letters."""

from __future__ import annotations

import pytest

from podcast.checks import aloud
from podcast.show import Show
from tests.checks.talks import given, kinds, talk


def found(turn: str, language: str = "de") -> list[tuple[str, str]]:
    """Kind and severity of what is said about one turn."""
    return [
        (kind, severity) for kind, severity, _ in kinds(aloud.findings, given(talk(turn, language=language)))
    ]


@pytest.mark.parametrize(
    "turn",
    [
        "(lacht) Das war nicht geplant.",
        "Das war nicht geplant. (lacht leise)",
        "(leise) Das glaube ich nicht.",
        "*seufzt* Und dann kam das Wasser.",
        "_lachend_ Und dann kam das Wasser.",
        "Lacht: Und dann kam das Wasser.",
        "Das war es. Seufzt. Und nun?",
        "Musik: Das Thema wird lauter.",
        "Und dann – Pause – kam das Wasser.",
        "Host 1: Und dann kam das Wasser.",
        "Moderatorin: Und dann kam das Wasser.",
        "Und dann kam das Wasser. Ben: Wirklich?",
        "Das Wasser kam. **Ben:** Wirklich?",
        "Das steht so in s12 und s14.",
        "Das Land zahlt die Hälfte (s4-s6).",
        "Das&nbsp;Land zahlt die Hälfte.",
        r"Das Land zahlt.\n Die Gemeinde auch.",
        "<think>Ich brauche eine Frage.</think> Wer zahlt?",
    ],
)
def test_a_direction_that_would_be_spoken_must_not_go_on_air(turn: str) -> None:
    assert ("stage-direction", "error") in found(turn)


@pytest.mark.parametrize(
    "turn", ["(laughs) That was close.", "*sighs* And then it rained.", "Speaker 2: So it rained."]
)
def test_so_must_an_english_one(turn: str) -> None:
    assert ("stage-direction", "error") in found(turn, "en")


@pytest.mark.parametrize(
    "turn",
    [
        "[pause 0.8s] Das war nicht geplant. [music]",
        "Er *lacht* nur darüber.",
        "Das ist *zwar* richtig, aber nicht alles.",
        "Das ist mein Punkt, Ben: Das Geld ist weg.",
        "Niemand lacht. Musik ist das keine.",
        "Die Pause dauerte zwei Wochen – danach ging es weiter.",
        "Ein Moderator: jung, laut, ohne Plan.",
        "Das Thema: Musik in Schulen.",
        "Das war ~~nicht~~ geplant. <!-- lacht -->",
        "Im Protokoll steht, dass alle gelacht haben.",
    ],
)
def test_talk_about_laughing_and_directions_as_they_should_be_are_fine(turn: str) -> None:
    assert found(turn) == []


@pytest.mark.parametrize(
    ("turn", "kind", "severity"),
    [
        ("Mehr unter https://example.org/damm im Netz.", "address", "error"),
        ("Mehr unter www.example.org im Netz.", "address", "error"),
        ("Schreibt an post@example.org, wir lesen alles.", "address", "error"),
        ("Mehr dazu steht auf example.org im Netz.", "address", "warning"),
        ("Das Land (die Hälfte) und die Gemeinde (der Rest) zahlen.", "brackets", "note"),
        ("Es waren ⊕ 5 Prozent.", "unspoken-sign", "warning"),
        ("Von A ⊢ B fährt nichts.", "unspoken-sign", "warning"),
        ("Es waren ⋈5 Prozent.", "unspoken-sign", "warning"),
        ("Der Rat und/oder das Land.", "unspoken-sign", "note"),
        ("Das zeigt Ktzl. 3 im Bericht.", "unspoken-abbreviation", "warning"),
        ("Das ist nchtl. Bericht falsch.", "unspoken-abbreviation", "warning"),
        ("Zinsen von 3 Prozent q.b. zahlt das Land.", "unspoken-abbreviation", "warning"),
        ("Auf dem Schild stand 東京 und sonst nichts.", "foreign-script", "warning"),
        ("Die Behörde heißt FEMA und kommt immer zu spät.", "capitals", "note"),
        ("Der Backlash kam sofort.", "foreign-word", "note"),
        ("Das war basically alles.", "foreign-word", "note"),
    ],
)
def test_what_cannot_be_spoken_is_named(turn: str, kind: str, severity: str) -> None:
    assert found(turn) == [(kind, severity)]


@pytest.mark.parametrize(
    "turn",
    [
        "Das sind 60 % von 5 Mio. €, z. B. in § 5 Abs. 2, also 20 °C & mehr.",
        "Am 3. Mai um 9:30 Uhr kam Dr. Meier mit J. D. Vance.",
        "Die NATO, die EU, die USA und die CDU waren dabei.",
        "Das Team, der Deal, der Boykott und der Kongress.",
        "Der Shutdown und der Filibuster sind Sache der Swing States.",
        "Der {Backlash|Bäckläsch} kam sofort.",
        "Moskau heißt auf Russisch Москва.",
        "Er kam. dann ging er wieder.",
        "Der Supreme Court und das Momentum.",
        "Ein Team von 20-Jährigen in der 2. Runde der AfD.",
    ],
)
def test_what_the_voices_know_is_not(turn: str) -> None:
    assert found(turn) == []


def test_the_shows_own_pronunciation_settles_a_word() -> None:
    show = Show(pronunciation={"Backlash": "Bäckläsch", "FEMA": "Fiema", "≈": "ungefähr"})
    text = talk("Der Backlash bei FEMA kam sofort.")
    assert kinds(aloud.findings, given(text, show=show)) == []


def test_where_nothing_is_known_of_the_voices_nothing_is_said_about_them() -> None:
    assert kinds(aloud.findings, given(talk("Es waren ≈ 5 Prozent Backlash."), reading=False)) == []


def test_a_foreign_word_is_named_where_it_first_stands() -> None:
    text = talk("Der Backlash kam.", "Welcher Backlash?", "Der eine Backlash.")
    assert kinds(aloud.findings, given(text)) == [("foreign-word", "note", 1)]


@pytest.mark.parametrize(("words", "severities"), [(30, []), (31, ["note"]), (41, ["warning"])])
def test_sentences_over_30_words_are_long_and_over_40_too_long(words: int, severities: list[str]) -> None:
    turn = "Es " + "war " * (words - 2) + "so."
    assert [severity for kind, severity in found(turn) if kind == "long-sentence"] == severities


def test_an_abbreviation_inside_does_not_end_a_sentence() -> None:
    turn = "Am 3. Mai kam Dr. Meier " + "und noch einer " * 8 + "z. B. mit Harry S. Truman."
    assert ("long-sentence", "note") in found(turn)
