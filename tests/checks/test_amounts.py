"""The figures of a turn are the article's, rounded as it says itself, or worked out openly."""

from __future__ import annotations

import pytest

from podcast.checks import amounts, rates
from podcast.checks.finding import Finding
from podcast.checks.given import Given
from tests.checks.amount_cases import ENGLISH, ENGLISH_SOURCE, GERMAN, GERMAN_SOURCE
from tests.checks.talks import article, given, talk

CASES = [("de", GERMAN_SOURCE, *case) for case in GERMAN] + [
    ("en", ENGLISH_SOURCE, *case) for case in ENGLISH
]


def told(turn: str, *source: str, language: str = "de", linked: bool = True) -> Given:
    """A turn about an article of these sentences, which it names where it is ``linked``."""
    names = f" <!-- {', '.join(f's{n}' for n in range(1, len(source) + 1))} -->" if linked else ""
    return given(talk(turn + names, language=language), article(("", source), language=language))


def short(findings: list[Finding]) -> list[str]:
    """Kind and severity."""
    return [f"{finding.kind} {finding.severity}" for finding in findings]


def found(of: Given) -> list[str]:
    """What is said about the figures."""
    return short(list(amounts.findings(of)))


@pytest.mark.parametrize(("language", "source", "turn", "expected"), CASES)
def test_a_figure_beside_the_article(
    language: str, source: tuple[str, ...], turn: str, expected: str
) -> None:
    assert found(told(turn, *source, language=language)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "source", "turn", "wrong"),
    [
        ("de", "Es fehlten 1,5 Millionen Dollar im Jahr.", "Es fehlten 1,5 Millionen Dollar im Jahr.", False),
        (
            "de",
            "Es fehlten 1,5 Millionen Dollar im Jahr.",
            "Es fehlten jährlich 1,5 Millionen Dollar.",
            False,
        ),
        ("de", "Es fehlten 1,5 Millionen Dollar im Jahr.", "Es fehlten 1,5 Millionen Dollar im Monat.", True),
        ("de", "Das kostet 0,13 Punkte in jeder Woche.", "Jede Woche hat 0,13 Punkte gekostet.", False),
        ("de", "Das kostet 0,13 Punkte in jeder Woche.", "Jeder Tag hat 0,13 Punkte gekostet.", True),
        ("en", "It lacked 1.5 million dollars a year.", "It lacked 1.5 million dollars every year.", False),
        ("en", "It lacked 1.5 million dollars a year.", "It lacked 1.5 million dollars a month.", True),
    ],
)
def test_an_amount_for_a_time_keeps_its_time(language: str, source: str, turn: str, wrong: bool) -> None:
    findings = list(rates.findings(told(turn, source, language=language)))
    assert short(findings) == (["unit-changed error"] if wrong else [])


def test_a_year_beside_an_amount_is_a_year() -> None:
    source = "Das erste Gutachten kam 2019 auf 1,40 Dollar, das zweite 2021 auf 2,10 Dollar."
    assert found(told("Das erste Gutachten, von 2019, kam auf 1,40 Dollar.", source)) == []
    assert found(told("Das erste Gutachten, von 2018, kam auf 1,40 Dollar.", source)) == [
        "ungrounded-date error"
    ]


def test_not_even_one_is_no_figure() -> None:
    source = ("In dem Jahr floss kein einziger Kubikmeter durch das Rohr.", "Die Firma bekam 1 Brief.")
    assert found(told("Niemand hat auch nur einen Kubikmeter gesehen.", *source)) == []


@pytest.mark.parametrize(
    ("language", "source", "turn"),
    [
        ("en", "Within weeks 2.68 million dimes had arrived.", "That's 268,000 dollars."),
        ("en", "They collected 4,000 quarters at the gate.", "So a thousand dollars at the gate."),
        ("en", "Of the 400 children 30 percent fell ill.", "A hundred and twenty children, then."),
        ("de", "Von 400 Kindern erkrankten 30 Prozent.", "Also hundertzwanzig Kinder."),
        ("de", "Die Hälfte zahlte 12 Cent, zusammen kamen 9000 Cent.", "Das macht 90 Dollar."),
    ],
)
def test_what_follows_by_a_factor_that_everybody_knows_is_only_noted(
    language: str, source: str, turn: str
) -> None:
    assert found(told(turn, source, language=language)) == ["computed-figure note"]


@pytest.mark.parametrize(
    ("language", "source", "turn"),
    [
        ("en", "Within weeks 2.68 million dimes had arrived.", "That's 286,000 dollars."),
        ("en", "Of the 400 children 30 percent fell ill.", "A hundred and sixty children, then."),
        # the difference from a figure that hardly counts beside it is that same figure, told wrong
        (
            "de",
            "Es hing an rund 43.000 Stimmen in sieben Staaten.",
            "Am Ende blieben rund 48.000 Stimmen mehr.",
        ),
        ("en", "It had about 4,700 containers and eight men.", "About 4,200 containers were left."),
        (
            "en",
            "More than 15,000 people work there, with 30,000 cars.",
            "More than 13,000 people work there.",
        ),
    ],
)
def test_what_does_not_follow_is_an_error(language: str, source: str, turn: str) -> None:
    assert [f.split()[1] for f in found(told(turn, source, language=language))] == ["error"]


def test_a_difference_that_is_one_is_worked_out() -> None:
    source = "Die Republikaner gewannen 234 Sitze, die Demokraten 201."
    assert found(told("Das sind dreiunddreißig Sitze mehr.", source)) == ["computed-figure note"]


VOTES = "Bei der Wahl bekamen die Föderalisten 51.766 Stimmen und Gerrys Partei nur 50.164."


def test_rounded_figures_stay_with_those_who_have_them() -> None:
    good = "Die Föderalisten holten knapp 52.000 Stimmen, Gerrys Leute nur gut 50.000."
    wrong = "Gerrys Leute holten knapp 52.000 Stimmen, die Föderalisten nur gut 50.000."
    assert found(told(good, VOTES)) == []
    (finding,) = amounts.findings(told(wrong, VOTES))
    assert finding.text.count("changed places") == 1
    assert (finding.kind, finding.severity) == ("figures-swapped", "warning")


def test_figures_of_other_sizes_are_not_exchanged() -> None:
    source = (VOTES, "Im Senat saßen danach elf Föderalisten und 29 Leute von Gerrys Partei.")
    turn = "Gerrys Leute holten nur gut 50.000 Stimmen. Im Senat stand es elf zu neunundzwanzig."
    assert found(told(turn, *source)) == []


def test_a_year_does_not_take_another_ones_place() -> None:
    source = ("In 1961 the young agency spent little.", "Its budget grew sixfold in 1966.")
    good = "In 1961 the young agency spent little. Its budget grew sixfold in 1966."
    wrong = "In 1966 the young agency spent little. Its budget grew sixfold in 1966."
    assert found(told(good, *source, language="en")) == []
    assert found(told(wrong, *source, language="en")) == ["figures-swapped warning"]


def test_a_share_that_the_article_has_elsewhere_is_not_the_half_of_this_sentence() -> None:
    source = article(
        (
            "",
            (
                "Zehn Prozent des Personals fehlten.",
                "Das war im Januar.",
                "Anfangs hatten sie mit der Hälfte gerechnet.",
            ),
        )
    )
    turn = "Am Anfang hatten sie nicht einmal {} davon erwartet. <!-- s3 -->"
    assert found(given(talk(turn.format("ein Zehntel")), source)) == ["figure-elsewhere warning"]
    assert found(given(talk(turn.format("die Hälfte")), source)) == []


def test_how_many_there_were_is_a_figure_even_where_no_sentence_is_named() -> None:
    source = "Angefangen hat es mit drei Werken in Michigan."
    assert found(told("Beim letzten großen Streik waren es elf.", source, linked=False)) == [
        "ungrounded-number warning"
    ]
    assert found(told("Am Anfang waren es drei.", source, linked=False)) == []
    assert found(told("Nenn mir fünf Gründe.", source, linked=False)) == []


def test_a_small_figure_with_decimals_is_a_figure() -> None:
    source = "2014 waren es 1,42 Cent, 2024 schon 3,69."
    assert found(told("Und 2024 waren es schon 3,69.", source)) == []
    assert [f.split()[1] for f in found(told("Und 2024 waren es schon 3,64.", source))] == ["error"]


def test_a_percentage_to_the_tenth_is_no_rough_ratio() -> None:
    source = "Von 400 Abgeordneten stimmten 390 zu, das waren 97,5 Prozent."
    assert found(told("Und 97,5 Prozent stimmten zu.", source)) == []
    assert found(told("Und 97,3 Prozent stimmten zu.", source)) == ["ungrounded-number error"]


def test_a_figure_is_not_told_instead_of_itself() -> None:
    source = "Neue erreichen den vollen Lohn nach drei Jahren statt nach acht."
    assert found(told("Voller Lohn nach drei Jahren statt nach acht!", source)) == []
    assert found(told("Voller Lohn nach acht Jahren statt nach acht!", source)) == ["figures-swapped warning"]


def test_a_feast_may_be_named_by_its_date() -> None:
    source = "Sie starb am Neujahrstag 2005 in Florida."
    assert found(told("Gestorben ist sie am 1. Januar 2005.", source)) == []
    assert found(told("Gestorben ist sie am 2. Januar 2005.", source)) == ["ungrounded-date error"]
    source = "She died on Christmas Eve 1955."
    assert found(told("She died on December 24, 1955.", source, language="en")) == []
