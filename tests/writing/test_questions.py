"""Which questions the hosts may ask: only one that the next words answer; and what is worth remembering."""

from __future__ import annotations

from collections import Counter

import pytest

from podcast.article import Article, Section, Sentence
from podcast.wording import Wording
from podcast.writing.asking import Asking
from podcast.writing.beats import beats_of
from podcast.writing.bridges import Bridge, Heard, bridges_for
from podcast.writing.centre import Centre
from podcast.writing.stock import Stock
from podcast.writing.takeaways import takeaways

MOST_EAGER = 4
STOCK = Stock(Wording(), "de", "test")


def moves(
    before: str,
    text: str,
    *,
    language: str = "de",
    paragraphs: tuple[int, int] = (1, 1),
    heard: str = "",
    eager: int = 4,
) -> list[str]:
    """What may be asked between two sentences; ``heard`` are names that the listener knows well."""
    one = beats_of([Sentence(1, "Davor.", 1), Sentence(2, before, paragraphs[0])], language)[-1]
    two = beats_of([Sentence(2, before, paragraphs[0]), Sentence(3, text, paragraphs[1])], language)
    beat = next(beat for beat in two if beat.sentence.number == 3)
    known = Heard(Counter(dict.fromkeys(heard.split(), 3)), one.names)
    return [bridge.move for bridge in bridges_for(one, beat, known, STOCK, MOST_EAGER)]


@pytest.mark.parametrize(
    ("before", "text", "move"),
    [
        ("Ihre Verteidiger nennen zwei Gründe.", "Zum einen zwinge sie zum Kompromiss.", "ask_which"),
        (
            "Die Sitzung ist für Montag geplant.",
            "Außerdem setzte das Parlament eine Kommission ein.",
            "ask_more",
        ),
        ("Seit dem 2. März gibt es Ersatz.", "An diesem Tag landete eine Sonde auf dem Mond.", "ask_echo"),
        ("Sie brachte eine Liste mit.", "Darauf standen ein Mindestlohn und eine Rente.", "ask_echo"),
        (
            "Die Beobachter kosten die Fischer bis zu 710 Dollar am Tag.",
            "Im Gesetz stand davon nichts.",
            "ask_echo",
        ),
        ("Die Prismen sind bei Vollmond schwach.", "Vermutlich liegt Staub auf dem Glas.", "ask_reason"),
        ("Der Zeuge schwieg.", "Dass niemand fragte, liegt an der Form der Sitzung.", "ask_what"),
        (
            "Ebenso scharf fiel der Widerspruch aus.",
            "Richterin Elena Kagan warf der Mehrheit vor, Macht zu wollen.",
            "ask_claim",
        ),
        (
            "Frühere Urteile bleiben bestehen.",
            "Neue Vorschriften hingegen stehen auf schwachem Grund.",
            "ask_actor",
        ),
        ("Einige Staaten suchen deshalb Umwege.", "Arizona verlangt seit 2022 mehr Namen.", "ask_instance"),
        (
            "Man könnte meinen, alle wollten das ändern.",
            "Aber wer im Saal sitzt, hat so gewonnen.",
            "doubt",
        ),
        (
            "Was nach einer Grenze klingt, ist in Wahrheit eine Drehtür.",
            "Er zeigt das jedes Mal, wenn ein Mitarbeiter die Seite wechselt.",
            "ask_claim",
        ),
    ],
)
def test_a_question_that_the_next_sentence_answers_may_be_asked(before: str, text: str, move: str) -> None:
    assert move in moves(before, text)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        # The noun behind "zwei" is a measure, nothing that is named one by one.
        ("Die Aufnahme dauert zwei Minuten.", "Zum einen spricht der Lotse."),
        # A way of doing, not a thing that there is.
        ("Es gibt viele Arten, eine Stimme zu verschwenden.", "Man packt die Wähler in wenige Kreise."),
        # A demonstrative in the time cannot be asked for.
        ("Im März 2025 war es so weit.", "An diesem Tag landete die Sonde auf dem Mond."),
        # What somebody is by trade asks for no proof.
        ("McLean war ein Bauernsohn.", "Er hatte eine Tankstelle gepachtet."),
        # The pluperfect explains; nobody asks for who is in it.
        ("In Michigan entschieden wenige Stimmen.", "Trump hatte Arbeiter gewonnen, deren Fabriken geschlossen waren."),
        # Nobody goes on from what was before it.
        ("Vorher hatten das alle gutgeheißen.", "Dann gingen Kinder im Dunkeln zur Schule."),
        # What is an answer needs no proof.
        ("Die Antwort ist alt.", "Er verweist auf eine Regel, die seit hundert Jahren gilt."),
        # All bodies fall alike: the earth is no second actor.
        ("Nach der Theorie fallen alle Körper gleich schnell.", "Die Erde hat einen großen Kern aus Eisen."),
    ],
)  # fmt: skip
def test_a_question_that_does_not_fit_is_not_asked(before: str, text: str) -> None:
    assert moves(before, text, heard="Trump erde") == []


def test_nobody_asks_for_who_was_named_just_now() -> None:
    text = "Bevin did not wait for a formal proposal."
    assert "ask_actor" in moves("Marshall said no more.", text, language="en", heard="Bevin")
    assert "ask_actor" not in moves("Bevin understood at once.", text, language="en", heard="Bevin")


def test_nobody_asks_for_whose_host_was_just_named() -> None:
    text = "Kennedy asked his ambassador what the country ought to do."
    assert "ask_actor" not in moves("Kennedy's host raised the matter.", text, language="en", heard="Kennedy")


def test_who_is_named_after_some_need_not_be_one_of_them() -> None:
    text = "Vaughan went to the public library in Hampton."
    assert "ask_instance" not in moves("Some hoped that the thing would break down.", text, language="en")
    assert "ask_instance" in moves("Some states look for a way.", "Arizona wants more names.", language="en")


def test_what_seemed_so_for_long_is_no_first_sight() -> None:
    text = "But by 1966 the lead had changed hands and the money was needed elsewhere."
    assert "doubt" not in moves("As long as Moscow seemed ahead, Congress paid.", text, language="en")
    assert "doubt" in moves("It is tempting to call it a victory of reason.", text, language="en")


def test_something_that_happened_is_asked_for() -> None:
    text = "Farmers on 99 square miles voted to pump less."
    assert "ask_happened" in moves("In 2013 something unusual happened there.", text, language="en")


def test_no_question_is_asked_twice_whatever_stands_before_it() -> None:
    stock = Stock(Wording(), "de", "test")
    values: dict[str, object] = {"year": "", "clause": False, "thing": True}
    asked: list[str] = []
    for move in ("heading_about", "heading_ask"):
        while (line := stock.pick(move, heading=f"Wagen {len(asked)}", **values)) is not None:
            asked.append(line.split(". ", 1)[1])
    assert len(asked) == len(set(asked)) > 4


def test_a_consequence_in_a_new_paragraph_is_asked_for_by_its_own_words() -> None:
    text = "Die Folgen reichen weit über den Fischfang hinaus."
    assert moves("Sie klagte.", text) == ["ask_result"]
    assert moves("Sie klagte.", text, paragraphs=(1, 2)) == ["ask_topic"]


def test_english_gives_its_reasons_without_a_comma() -> None:
    parts = beats_of([Sentence(2, "Farmers sold nothing at all because money bought nothing.", 1)], "en")
    assert [part.cut for part in parts] == [""]  # it denies: the reason may belong to the denial
    parts = beats_of([Sentence(2, "Farmers kept their crops because the money bought little.", 1)], "en")
    assert [part.text for part in parts] == ["Farmers kept their crops.", "Because the money bought little."]


def test_no_three_questions_in_a_row_begin_alike() -> None:
    """After two of "Und …?" a third is asked in another way, or not at all."""
    asking = Asking(Stock(Wording(), "de", "test"), 0)
    actors = [
        asking.line(Bridge("ask_actor", values={"phrase": name})) for name in ("Meyer", "Schulz", "Krause")
    ]
    assert actors == ["Und Meyer?", "Und Schulz?", None]
    values: dict[str, object] = {"phrase": "langfristig", "adverbial": True, "past": False}
    assert asking.line(Bridge("ask_topic", values=values)) == "Wie sieht es langfristig aus?"
    assert asking.line(Bridge("ask_actor", values={"phrase": "Krause"})) == "Und Krause?"


def remembered(*sentences: str, language: str = "de") -> list[str]:
    """What is taken along from an article of these sentences, with others around them."""
    filler = {
        "de": [
            f"Der Ausschuss Nummer {n} prüfte das Gesetz mit großer Sorgfalt und ohne Eile."
            for n in range(2, 12)
        ],
        "en": [
            f"Committee number {n} looked at the law with great care and without haste." for n in range(2, 12)
        ],
    }[language]
    texts = [*filler, *sentences, *filler]
    numbered = tuple(Sentence(n, text, n) for n, text in enumerate(texts, 1))
    source = Article("Der Hafen", language, "test", (Section("", numbered),))
    return [beat.text for beat in takeaways(source, source.sections, 2, set(), Centre(source))]


def test_what_to_remember_may_lose_the_word_that_links_it() -> None:
    assert remembered("Doch ein Name allein macht noch kein Gesetz.") == []  # "noch" leans
    assert remembered("Doch ein Gesetz ist kein Geschenk des Ausschusses.") == [
        "Ein Gesetz ist kein Geschenk des Ausschusses."
    ]
    assert remembered("But a name does not pass a law.", language="en") == ["A name does not pass a law."]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Gesetz ist kein Geschenk, sagt er, sondern Arbeit.",  # somebody's view
        "Betroffen sind zum einen Ausschüsse, nicht Gesetze, sondern Sorgfalt.",  # half of a list
        "Jeder Ausschuss nutzt dasselbe Gesetz.",  # the same as what?
        "Erstens: Ein Gesetz ist kein Geschenk, sondern Arbeit.",  # the first of two
        "Der Kern des Urteils ist ein Gedanke: Ein Gesetz ist kein Geschenk, sondern Arbeit.",  # the judges' own
        "Ein Gesetz ist kein Geschenk, sondern eher schlimmer.",  # than what?
        "Auch die zeitgleichen Gesetze sind kein Geschenk, sondern Arbeit.",  # as what?
        "Für den Ausschuss ist die Rechnung einfach.",  # only leads up
        "Der Ausschuss Nummer 99 hat 4.000 Gesetze.",  # a figure without a point
    ],
)
def test_what_is_not_understood_alone_is_not_remembered(text: str) -> None:
    assert remembered(text) == []


def test_half_a_sentence_is_not_remembered() -> None:
    assert remembered("Mostly to a committee that makes the laws of nobody else.", language="en") == []


def test_an_answer_that_the_article_announces_is_its_own() -> None:
    text = "Die Antwort, die sich in Kiel zeigt, ist einfach: Ein Gesetz ist kein Geschenk, sondern Arbeit."
    assert remembered(text) == ["Ein Gesetz ist kein Geschenk, sondern Arbeit."]


def test_what_was_just_said_is_not_repeated() -> None:
    text = [
        f"Der Ausschuss Nummer {n} prüfte das Gesetz mit großer Sorgfalt und ohne Eile." for n in range(2, 14)
    ]
    point = "Ein Gesetz ist kein Geschenk, sondern Arbeit."
    numbered = tuple(Sentence(n, one, 1) for n, one in enumerate([*text, point], 1))
    source = Article("Der Hafen", "de", "test", (Section("", numbered),))
    assert takeaways(source, source.sections, 2, set(), Centre(source)) == []
