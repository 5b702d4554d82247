"""A turn beside its sentence: a lost or a new "nicht", more for less, before for after, a month for a year."""

from __future__ import annotations

from types import ModuleType

import pytest

from podcast.checks import bodies, claims, contrasts, links, rates, sooner, turned, ways
from podcast.checks.given import Given
from tests.checks.claim_cases import CASES, Case
from tests.checks.claim_cases_2 import MORE
from tests.checks.talks import article, given, talk

CHECKS = (claims, turned, contrasts, sooner, rates, bodies, ways)
AROUND = {
    "de": ("Am Rand der Stadt liegt ein See.", "Im Winter friert er zu."),
    "en": ("There is a lake at the edge of town.", "It freezes in winter."),
}


def of(case: Case, link: str = " <!-- s2 -->") -> Given:
    language, sentence, turn, _ = case
    before, after = AROUND[language]
    source = article(("", [before, sentence, after]), language=language)
    return given(talk(f"{turn}{link}", language=language), source)


def kinds(of: Given) -> list[str]:
    return [found.kind for check in CHECKS for found in check.findings(of) if found.severity != "note"]


@pytest.mark.parametrize("case", CASES + MORE, ids=lambda case: f"{case[3] or 'fine'}: {case[2]}")
def test_what_a_turn_says_is_compared_with_its_sentence(case: Case) -> None:
    found = kinds(of(case))
    assert (case[3] in found) if case[3] else not found, found


@pytest.mark.parametrize(
    "case", [case for case in CASES + MORE if case[3].startswith("negation")], ids=lambda case: case[2]
)
def test_a_question_denies_nothing(case: Case) -> None:
    language, sentence, turn, kind = case
    assert not kinds(of((language, sentence, f"{turn.rstrip('.')}?", kind)))


def test_a_turn_without_numbers_is_compared_with_the_likeliest_sentence() -> None:
    case = (
        "de",
        "Der Gouverneur unterschrieb das Gesetz nicht.",
        "Der Gouverneur unterschrieb das Gesetz.",
        "",
    )
    assert kinds(of(case, link="")) == ["negation-dropped"]


def test_what_a_host_answers_for_is_a_note() -> None:
    case = CASES[0]
    found = [
        f for check in CHECKS for f in check.findings(of(case, " <!-- s2 --> <!-- ok: im Archiv gesehen -->"))
    ]
    assert [one.severity for one in found] == ["note"]


@pytest.mark.parametrize("check", [*CHECKS, links], ids=lambda check: check.__name__)
def test_a_number_that_the_article_does_not_have_stops_no_check(check: ModuleType) -> None:
    found = list(check.findings(of(CASES[0], " <!-- s99 -->")))
    assert [one.kind for one in found] == (["unknown-sentence"] if check is links else [])


def test_a_turn_whose_numbers_lead_elsewhere_is_told_where_it_belongs() -> None:
    source = article(
        ("", ["Am Rand der Stadt liegt ein See.", "Im Winter friert er zu.", "Im Mai kommen die Segler."]),
        (
            "",
            [
                "Der Bürgermeister heißt Otto Brandt.",
                "1974 baute sein Großvater die Sternwarte auf dem Hügel.",
            ],
        ),
    )
    turn = "Die Sternwarte auf dem Hügel hat 1974 der Großvater gebaut."
    right, wrong, none = (
        list(links.findings(given(talk(f"{turn}{link}"), source)))
        for link in (" <!-- s5 -->", " <!-- s1 -->", "")
    )
    assert not right
    assert [(one.kind, one.severity) for one in wrong] == [("wrong-link", "warning")]
    assert "s5" in wrong[0].text
    assert [(one.kind, one.severity) for one in none] == [("unlinked", "note")]
    assert "s5" in none[0].text


def test_a_statement_put_in_without_numbers_is_named_where_the_others_have_them() -> None:
    source = article(("", ["Am Rand der Stadt liegt ein See.", "1974 baute Otto Brandt die Sternwarte."]))
    turns = (
        "Am Rand der Stadt liegt ein See. <!-- s1 -->",
        "Dann hat Otto Brandt 1974 die Sternwarte gebaut. <!-- s2 -->",
    )
    invented = "Seine Tochter hat später ein Hotel in Rom gekauft."
    joke = "Da hätte ich mein Fernrohr mitgebracht."
    found = [f.kind for f in links.findings(given(talk(*turns, invented), source)) if f.severity == "warning"]
    assert found == ["unsupported-statement"]
    assert not [f for f in links.findings(given(talk(*turns, joke), source)) if f.severity == "warning"]
