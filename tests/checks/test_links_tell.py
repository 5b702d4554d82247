"""What links give away: a turn that tells again what was told, who does what, a question that is dodged, inventions."""

from __future__ import annotations

import pytest

from podcast.checks import amounts, broken, links, names, questions, thoughts
from podcast.checks.given import Given
from tests.checks.talks import article, given, kinds, talk

BAKERS = article(
    (
        "Der Streit",
        [
            "Im Mai 1921 stritten in Lindau zwei Bäcker um den Marktplatz.",
            "Konrad Haller fürchtete um seine Kundschaft; Ludwig Brandt riet ihm zur Geduld.",
            "Der Bürgermeister entschied nach vier Wochen für beide.",
            "Haller zahlte der Stadt künftig 40 Mark im Monat.",
        ],
    ),
    (
        "Danach",
        [
            "Seit jenem Sommer stehen die Stände nebeneinander.",
            "Der Umsatz stieg von 14 Millionen Mark auf mehr als 36 Millionen.",
            "Warum blieb der Frieden?",
            "Weil keiner der beiden den anderen überlebte.",
        ],
    ),
)
OPENING = "Im Mai 1921 streiten in Lindau zwei Bäcker um den Marktplatz. <!-- s1 -->"
COUNCIL = "Nach vier Wochen hat der Bürgermeister für beide entschieden. <!-- s3 -->"
MONEY = "Haller musste der Stadt von da an 40 Mark im Monat zahlen. <!-- s4 -->"
STALLS = "Und die Stände stehen seit jenem Sommer nebeneinander. <!-- s5 -->"


def of(*turns: str) -> Given:
    return given(talk("## Vorab", "Guten Morgen, Ben.", "Guten Morgen.", "## Der Streit", *turns), BAKERS)


def test_a_turn_whose_sentences_were_all_told_says_them_again() -> None:
    again = "Das Rathaus gab nach einem Monat beiden recht, der Bürgermeister höchstselbst. <!-- s3 -->"
    told = of(OPENING, COUNCIL, MONEY, STALLS, again, "## Schluss", "Danke fürs Zuhören!", "Bis bald!")
    assert kinds(thoughts.findings, told) == [("repeated-thought", "warning", 7)]


@pytest.mark.parametrize(
    "after",
    [
        "Und zwar nicht nach vier Tagen, sondern nach vier Wochen! <!-- s3 -->",
        "Vier Wochen für so etwas? <!-- s3 -->",
        "Nach vier Wochen. <!-- s3 -->",
    ],
)
def test_an_echo_right_behind_it_is_no_repetition(after: str) -> None:
    told = of(OPENING, COUNCIL, after, MONEY, STALLS, "## Schluss", "Danke fürs Zuhören!", "Bis bald!")
    assert kinds(thoughts.findings, told) == []


def test_the_rest_of_a_sentence_told_later_is_none() -> None:
    told = of(
        OPENING,
        "Konrad Haller hatte Angst um seine Kundschaft. <!-- s2 -->",
        COUNCIL,
        MONEY,
        "Geduld, das war der Rat von Ludwig Brandt gewesen. <!-- s2 -->",
        STALLS,
        "## Schluss",
        "Danke fürs Zuhören!",
    )
    assert kinds(thoughts.findings, told) == []


def test_two_people_of_one_sentence_who_have_changed_places() -> None:
    told = of(OPENING, "Ludwig Brandt fürchtete um seine Kundschaft. <!-- s2 -->", COUNCIL)
    assert kinds(names.findings, told) == [("name-elsewhere", "warning", 4)]
    fine = of(OPENING, "Konrad Haller hatte Angst um seine Kundschaft, Brandt riet zur Geduld. <!-- s2 -->")
    assert kinds(names.findings, fine) == []


@pytest.mark.parametrize(
    "dodge", ["Darauf kommen wir noch.", "Da bin ich auch gespannt.", "Das fragen sich viele."]
)
def test_a_few_words_that_say_nothing_are_no_answer(dodge: str) -> None:
    told = of("Warum ist der Frieden denn geblieben? <!-- s7 -->", dodge, MONEY)
    assert kinds(questions.findings, told) == [("unanswered-question", "warning", 3)]


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        ("Weil keiner den anderen überlebt hat. <!-- s8 -->", MONEY),
        ("Rate mal.", "Weil der Frieden sich gelohnt hat?"),
        ("Moment, dazu komme ich.", "Gut, der Frieden hielt jedenfalls. <!-- s7-s8 -->"),
    ],
)
def test_an_answer_may_come_a_turn_later(answer: str, after: str) -> None:
    told = of("Warum ist der Frieden denn geblieben? <!-- s7 -->", answer, after, MONEY)
    assert kinds(questions.findings, told) == []


def test_an_invented_sentence_in_a_turn_with_numbers_is_named() -> None:
    told = of(
        OPENING, COUNCIL.replace(" <!--", " Gefeiert wurde mit Trompeten und einem Ochsen am Spieß. <!--")
    )
    assert kinds(links.findings, told) == [("unsupported-statement", "warning", 4)]


def test_a_unit_may_be_that_of_a_figure_said_before() -> None:
    told = of(
        "Der Umsatz lag erst bei 14 Millionen Mark. Im nächsten Sommer waren es mehr als 36. <!-- s6 -->"
    )
    assert kinds(amounts.findings, told) == []
    assert kinds(broken.findings, told) == []
    wrong = of(
        "Der Umsatz lag erst bei 14 Millionen Mark. Im nächsten Sommer waren es mehr als 63. <!-- s6 -->"
    )
    assert kinds(amounts.findings, wrong) == [("ungrounded-number", "error", 3)]


def test_a_feast_of_a_year_is_a_date() -> None:
    source = article(("", ["An Heiligabend 1973 unterschrieb der Präsident.", "Danach fuhr er heim."]))
    for day, found in (("Heiligabend", []), ("Neujahr", [("ungrounded-date", "error", 1)])):
        told = given(talk(f"Unterschrieben hat er es an {day} 1973. <!-- s1 -->"), source)
        assert kinds(amounts.findings, told) == found
