"""What of the article nobody speaks about."""

from __future__ import annotations

import pytest

from podcast.article import Article
from podcast.checks import coverage
from podcast.checks.coverage import unused
from tests.checks.talks import article, given, talk

SOURCE = article(
    (
        "",
        [
            "Ein Damm von vierzig Metern beschäftigt die Kleinstadt.",
            "Er gehört seit sechzig Jahren niemandem.",
        ],
    ),
    (
        "Wer zahlt",
        [
            "Das Land will die Hälfte der Reparatur übernehmen, die Gemeinde den Rest.",
            "Die Bürgermeisterin Anna Kessler nennt das eine Zumutung für ihre kleine Gemeinde.",
        ],
    ),
    (
        "Was kommt",
        [
            "Im Herbst soll der Rat entscheiden, ob der Damm bleibt oder abgerissen wird.",
            "Die Fischer aus Laboe hoffen auf freie Bahn für Lachse und Forellen.",
        ],
    ),
)


def texts(of: str, source: Article = SOURCE) -> dict[str, str]:
    """What is found, by kind."""
    return {finding.kind: finding.text for finding in coverage.findings(given(of, source))}


def test_a_section_that_nobody_speaks_about_is_a_warning() -> None:
    text = talk("Ein Damm. <!-- s1-s2 -->", "Das Land zahlt die Hälfte. <!-- s3-s4 -->")
    found = texts(text)
    assert found["unspoken-section"] == "nobody speaks about the section “Was kommt” (s5-s6)"
    assert found["unused-sentences"] == "2 sentences of the article in no turn: s5-s6"


@pytest.mark.parametrize(
    "said", ["left-out: s5-s6", "left out: s5, s6", "left out sections: Was kommt", "left out: s5-s6"]
)
def test_what_the_front_matter_says_was_left_out_is_not_missed(said: str) -> None:
    text = talk("Ein Damm. <!-- s1-s2 -->", "Das Land zahlt. <!-- s3-s4 -->", meta=f"{said}\n")
    assert not {"unspoken-section", "unused-sentences"} & texts(text).keys()


def test_a_sentence_counts_as_spoken_by_its_words_without_a_link() -> None:
    text = talk(
        "Ein Damm beschäftigt die Kleinstadt, vierzig Meter lang.",
        "Und er gehört niemandem, seit sechzig Jahren schon.",
    )
    assert unused(given(text, SOURCE)) == ["s3", "s4", "s5", "s6"]


def test_words_in_two_turns_after_each_other_count_too() -> None:
    text = talk("Das Land übernimmt die Hälfte der Reparatur.", "Und die Gemeinde den Rest.")
    assert "s3" not in unused(given(text, SOURCE))


def test_most_of_a_section_in_one_gap_is_a_warning() -> None:
    sentences = [f"Der Rat beschloss in seiner Sitzung Nummer {at} eine Sache {at}." for at in range(1, 9)]
    source = article(("Der Rat", sentences))
    found = texts(talk("Er tagte. <!-- s1-s2 -->", "Und am Ende auch. <!-- s8 -->"), source)
    assert found["unspoken-section"] == "nobody speaks about most of the section “Der Rat” (s3-s7)"


def test_figures_and_names_that_nobody_says_are_notes() -> None:
    text = talk(
        "Ein Damm. <!-- s1-s2 -->", "Das Land zahlt die Hälfte. <!-- s3-s4 -->", "Der Rat. <!-- s5-s6 -->"
    )
    findings = list(coverage.findings(given(text, SOURCE)))
    assert [(finding.kind, finding.severity) for finding in findings] == [
        ("lost-figures", "note"),
        ("lost-names", "note"),
    ]
    assert findings[0].text == "2 figures of the article in no turn: vierzig Metern (s1), sechzig Jahren (s2)"
    assert "Anna Kessler (s4)" in findings[1].text


@pytest.mark.parametrize(
    ("article_says", "host_says", "lost"),
    [
        ("Es kamen 47 Fischer.", "Siebenundvierzig waren es.", False),
        ("Es kamen 47 Fischer.", "Rund fünfzig waren es.", False),
        ("Es kamen 47 Fischer.", "Fünfzig waren es.", True),
        ("Die Hälfte zahlt das Land.", "Fünfzig Prozent also.", False),
        ("Am 3. Mai 1957 brach der Damm.", "Das war 1957.", False),
        ("Am 3. Mai 1957 brach der Damm.", "Das war 1958.", True),
        ("Zwei Fischer kamen um 9 Uhr.", "Sie kamen.", False),
    ],
)
def test_a_figure_is_kept_in_words_rounded_as_a_share_or_by_its_year(
    article_says: str, host_says: str, lost: bool
) -> None:
    found = texts(talk(f"{host_says} <!-- s1 -->"), article(("", [article_says])))
    assert ("lost-figures" in found) == lost


def test_a_script_without_an_article_misses_nothing() -> None:
    assert list(coverage.findings(given(talk("Ein Damm.")))) == []
    assert unused(given(talk("Ein Damm."))) == []


def lost_names(turn: str, *sentences: str, language: str = "de") -> str:
    """What is said of names that nobody says."""
    of = given(talk(turn, language=language), article(("", sentences), language=language))
    return next((f.text for f in coverage.findings(of) if f.kind == "lost-names"), "")


@pytest.mark.parametrize(
    ("turn", "sentence"),
    [
        ("Whitlock lehnte ab.", "Die Gouverneurin, Dana Whitlock, lehnte ab."),
        ("Aber Whitlock lehnte ab.", "Die Gouverneurin, Thessaly Whitlock, lehnte ab."),
        ("Die Gouverneurin, Dana Whitlock, war dagegen.", "Die Gouverneurin, Dana Whitlock, lehnte ab."),
    ],
)
def test_who_is_said_by_the_surname_is_not_lost(turn: str, sentence: str) -> None:
    assert not lost_names(turn, sentence)
    assert "Whitlock" in lost_names("Sie lehnte ab.", sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Washington (AP) – Es schneit."),
        ("de", "New York/Boston (dpa) - Es schneit."),
        ("en", "WASHINGTON (AP) — It is snowing."),
    ],
)
def test_nobody_misses_a_dateline(language: str, sentence: str) -> None:
    assert not lost_names("Schnee! " if language == "de" else "Snow!", sentence, language=language)


def test_a_place_in_brackets_is_no_dateline() -> None:
    assert "Ohio" in lost_names("Er sprach.", "Aus Toledo (Ohio) kam er dann nach Washington.")
