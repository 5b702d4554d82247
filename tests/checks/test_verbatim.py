"""A turn in the article's own words: one word other, or the end missing."""

from __future__ import annotations

import pytest

from podcast.article import Article
from podcast.checks import broken, claims, turned, ways
from podcast.checks.verbatim import tellings
from tests.checks.talks import article, given, talk

ARTICLE = {
    "de": (
        "Kein einziger Senator stimmte am Abend gegen das Gesetz.",
        "Der Präsident unterschrieb es noch in derselben Nacht im Licht einer Taschenlampe.",
        "Danach stiegen die Mieten in der Hauptstadt drei Jahre lang.",
        "Die Senatoren hatten nichts davon gewusst, denn die Zahlen lagen in einem Tresor.",
        "Die Züge fuhren nun ohne Halt von Boston nach Albany.",
    ),
    "en": (
        "Not a single senator voted against the bill that evening.",
        "The president signed it the same night by the light of a pocket torch.",
        "After that rents in the capital rose for three years in a row.",
        "The senators had known nothing of it, for the figures lay in a safe.",
        "The trains now ran without a stop from Boston to Albany.",
    ),
}


def source(language: str) -> Article:
    return article(("", list(ARTICLE[language])), language=language)


def kinds(language: str, turn: str, link: str) -> list[str]:
    of = given(talk(f"{turn} <!-- {link} -->", language=language), source(language))
    checks = (claims, turned, ways, broken)
    return [found.kind for check in checks for found in check.findings(of) if found.severity != "note"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_articles_own_sentences_are_no_mistake(language: str) -> None:
    for number, sentence in enumerate(ARTICLE[language], 1):
        assert kinds(language, sentence, f"s{number}") == []


@pytest.mark.parametrize(
    ("language", "turn", "link", "kind"),
    [
        ("de", "Jeder einzige Senator stimmte am Abend gegen das Gesetz.", "s1", "negation-dropped"),
        (
            "de",
            "Der Präsident unterschrieb es nicht in derselben Nacht im Licht einer Taschenlampe.",
            "s2",
            "negation-added",
        ),
        ("de", "Danach sanken die Mieten in der Hauptstadt drei Jahre lang.", "s3", "comparison-turned"),
        ("de", "Danach stiegen die Mieten in der Hauptstadt nicht drei Jahre lang.", "s3", "negation-added"),
        ("de", "Die Senatoren hatten alles davon gewusst.", "s4", "negation-dropped"),
        ("de", "Die Züge fuhren nun ohne Halt von Albany nach Boston.", "s5", "direction-swapped"),
        ("de", "Die Züge fuhren nun mit Halt von Boston nach Albany.", "s5", "negation-dropped"),
        ("de", "Der Präsident unterschrieb es noch in derselben Nacht im Licht.", "s2", "broken-off"),
        ("de", "Das war es. Danach stiegen.", "s3", "broken-off"),
        ("de", "Danach stiegen die Mieten in der Hauptstadt drei Jahre lang.", "s3-s4", "broken-off"),
        ("en", "Every single senator voted against the bill that evening.", "s1", "negation-dropped"),
        (
            "en",
            "The president never signed it the same night by the light of a pocket torch.",
            "s2",
            "negation-added",
        ),
        ("en", "After that rents in the capital fell for three years in a row.", "s3", "comparison-turned"),
        ("en", "The senators had known everything of it.", "s4", "negation-dropped"),
        ("en", "The trains now ran without a stop from Albany to Boston.", "s5", "direction-swapped"),
        ("en", "The president signed it the same night by the light.", "s2", "broken-off"),
    ],
)
def test_one_word_that_is_other_is_named(language: str, turn: str, link: str, kind: str) -> None:
    assert kinds(language, turn, link) == [kind]


@pytest.mark.parametrize(
    ("language", "turn", "link"),
    [
        ("de", "Stimmte wirklich kein einziger Senator am Abend gegen das Gesetz?", "s1"),
        ("de", "Die Senatoren hatten nichts davon gewusst.", "s4"),
        ("de", "Die Senatoren hatten davon gar nichts gewusst.", "s4"),
        ("de", "Die Züge fuhren nun von Boston aus, ohne Halt.", "s5"),
        ("de", "In derselben Nacht unterschrieb der Präsident.", "s2"),
        ("en", "The senators had known nothing of it.", "s4"),
        ("en", "That evening not a single senator voted against it.", "s1"),
    ],
)
def test_other_ways_to_say_the_same_are_fine(language: str, turn: str, link: str) -> None:
    assert kinds(language, turn, link) == []


def test_the_other_host_may_say_the_rest() -> None:
    first = "**Alana:** Der Präsident unterschrieb es noch in derselben Nacht. <!-- s2 -->"
    second = "**Ben:** Im Licht einer Taschenlampe, stell dir vor! <!-- s2 -->"
    of = given(talk(first, second), source("de"))
    assert not list(broken.findings(of))


def test_a_telling_names_its_sentence_and_what_is_other() -> None:
    said = "Danach stiegen die Preise in der Hauptstadt drei Jahre lang."
    (telling,) = tellings(said, list(source("de").sentences), "de")
    assert telling.sentence.number == 3
    assert [(edit.old, edit.new) for edit in telling.edits] == [("Mieten", "Preise")]
    assert telling.rest == ""
