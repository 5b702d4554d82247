"""Names that the article does not have, and words that are none."""

from __future__ import annotations

import time

import pytest

from podcast.checks import names
from podcast.checks.given import Given
from podcast.checks.name_keys import names_of
from podcast.grammar import words_of
from podcast.show import Show
from tests.checks.talks import article, given, talk
from tests.checks.told import ALASKA, short, told, told_en


def found(of: Given) -> list[tuple[str, str, str]]:
    """Kind, severity and words of all that the check finds."""
    return [short(finding) for finding in names.findings(of)]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("Im Senat warb Lisa Murkowski drei Stunden lang dafür.", "Lisa Murkowski"),
        ("Senatorin Murkowski hat das ganz anders gesehen.", "Murkowski"),
        ("Und dann kommt Halvorsen ins Spiel, der alte Fuchs.", "Halvorsen"),
        ("Das hat Tobias Reinfeld schon damals geahnt.", "Tobias Reinfeld"),
        ("Der Historiker Peter Steinhauer sieht das kritischer.", "Peter Steinhauer"),
        ("Mit Ridgeways Rede war die Sache entschieden.", "Ridgeways"),
        ("Sandberg siegte am Ende, und zwar haushoch.", "Sandberg"),
        ("Am Ende wehte die Fahne in Honolulu.", "Honolulu"),
        ("Das ist ungefähr so groß wie Ohio.", "Ohio"),
        ("Die Lage in Venezuela war eine andere.", "Venezuela"),
        ("Das Pentagon hatte längst Pläne in der Schublade.", "Pentagon"),
        ("Ein Pentagonsprecher wollte das nicht bestätigen.", "Pentagon"),
        ("Die CIA hat das Papier erst Jahrzehnte später freigegeben.", "CIA"),
        ("Das Brookings-Institut hat das einmal nachgerechnet.", "Brookings-Institut"),
        ("Laut einer Studie der Heritage Foundation war das ein Schnäppchen.", "Heritage Foundation"),
        ("Human Rights Watch hat davor gewarnt.", "Human Rights Watch"),
        ("Der Supreme Court musste darüber gar nicht befinden.", "Supreme Court"),
        ("Die FAZ nannte es einen Geniestreich.", "FAZ"),
        ("Vellmar hat ihm daraufhin die Hand gegeben.", "Vellmar"),
        ("Präsident Lincoln war da schon tot.", "Lincoln"),
    ],
)
def test_a_name_that_the_article_does_not_have_must_not_go_on_air(turn: str, words: str) -> None:
    assert found(told(turn)) == [("ungrounded-name", "error", words)]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("In the Senate Lisa Murkowski fought it for weeks.", "Lisa Murkowski"),
        ("Then Senator Thune stood up and went home.", "Thune"),
        ("And that is where Halvorsen comes in.", "Halvorsen"),
        ("Tobias Reinfeld saw it coming from a mile away.", "Tobias Reinfeld"),
        ("The Pentagon had a plan for that as well.", "Pentagon"),
        ("Scholars at the Heritage Foundation still quarrel about it.", "Heritage Foundation"),
        ("The gunboat lay off Havana all night.", "Havana"),
        ("It was a short trip from Nebraska, all things considered.", "Nebraska"),
        ("Ostrander's locks were finished first.", "Ostrander's"),
        ("The CIA would later call it a model.", "CIA"),
    ],
)
def test_so_in_english(turn: str, words: str) -> None:
    assert found(told_en(turn)) == [("ungrounded-name", "error", words)]


@pytest.mark.parametrize(
    ("turn", "words", "right"),
    [
        ("Charles Seward saß gerade beim Kartenspiel.", "Charles Seward", "William Seward"),
        ("Der Abgeordnete Robert Washburn warnte davor.", "Robert Washburn", "Cadwallader Washburn"),
        ("Gouverneur Mike Donnelly hielt eine Rede.", "Mike Donnelly", "Mike Dunleavy"),
        (
            "Horace Brandauer machte sich darüber lustig.",
            "Horace Brandauer",
            "Horace Greeley",
        ),
        ("Und Dunlevy schwieg.", "Dunlevy", "Dunleavy"),
    ],
)
def test_a_name_that_is_nearly_the_articles_is_shown_beside_it(turn: str, words: str, right: str) -> None:
    (finding,) = names.findings(told(turn))
    assert short(finding) == ("name-differs", "error", words)
    assert right in finding.text


def test_a_first_name_of_somebody_else_is_noticed_in_english_too() -> None:
    (finding,) = names.findings(told_en("Jane Hay signed before anybody was there."))
    assert short(finding) == ("name-differs", "error", "Jane Hay")
    assert "John Hay" in finding.text


@pytest.mark.parametrize(
    "turn",
    [
        # inflected, with and without a first name, a title, a nickname, an initial
        "Sewards Nachbarn hielten das für eine Schnapsidee.",
        "Die Sewards dieser Welt sind selten.",
        "Außenminister Seward legt die Karten weg.",
        "Bill Seward, sagen wir es salopp, hatte ein gutes Blatt.",
        "William H. Seward war kein Mann für halbe Sachen.",
        "Johnson kämpfte um sein Amt, und Stoeckl um jeden Dollar.",
        # spellings
        "Zelensky wird gelobt, Putin nicht.",
        "Selenski und Vladimir Putin stehen in derselben Rede.",
        "Herr Stöckel klopft an, spät am Abend.",
        # compounds and hyphens
        "Die Putin-Frage blieb außen vor.",
        "Das Alaska-Geschäft war nach einer Nacht in trockenen Tüchern.",
        "Der NATO-Tisch steht heute in Anchorage.",
        "Der Seward-Kritiker Greeley hatte seine Freude.",
        # abbreviations, long forms, adjectives and peoples
        "Die USA haben zugegriffen, die Vereinigten Staaten also.",
        "Amerika wuchs über Nacht, und die Amerikaner lachten.",
        "Russland brauchte Geld, und die Russen wussten das.",
        "Aus ukrainischer Sicht ist das ein Lob, und die Ukraine hört so etwas gern.",
        "Moskau war damals weit weg, der Kreml auch.",
        "In Kiew wird man die Rede gelesen haben.",
        "Das Nordatlantische Bündnis redet mit, und Alaskas Gouverneur freut sich.",
        # the show's own names
        "Ihr hört US Politik Deep Dive, ich bin Alana, und das ist Ben.",
    ],
)
def test_a_name_of_the_article_may_be_said_in_any_form(turn: str) -> None:
    assert found(told(turn)) == []


@pytest.mark.parametrize(
    "turn",
    [
        "Hay's signature was dry before the envoys arrived.",
        "Teddy Roosevelt never minded a harsh word.",
        "The Panamanian envoys came too late, and the Colombians were furious.",
        "America got its canal, and the U.S. paid in gold and silver.",
        "The United States kept the keys, Carter gave them back.",
        "Bunau-Varilla had a pen, a hotel room and no shame.",
        "Senator Morgan and President Reagan would have got along.",
        "The Canal Commission hired, and Gorgas' men drained.",
        "Europeans had other worries by then.",
        "This is US Politik Deep Dive, I'm Alana, and that is Ben.",
    ],
)
def test_so_it_may_in_english(turn: str) -> None:
    assert found(told_en(turn)) == []


@pytest.mark.parametrize(
    "turn",
    [
        "Das klingt nach Hinterzimmer, Zigarrenrauch und Whisky.",
        "Ein Schnäppchen, ein Coup, ein Husarenstück, such dir was aus.",
        "Mit Verlaub, das ist doch Kaffeesatzleserei.",
        "Podcast, Newsletter, Timeline: Heute wäre das ein Shitstorm geworden.",
        "Framing, Spin und Storytelling gab es damals schon.",
        "Da kommt der Dominoeffekt ins Rollen, ein echter Lackmustest.",
        "Wie ein David gegen Goliath, nur mit Pelzmütze.",
        "Das ist russisches Roulette mit der Staatskasse.",
        "Klaro, die Zeche zahlt der Steuerzahler.",
        "Tja, Eigentor. Nächste Frage!",
        "Der Präsident hatte Angst, und dem Minister Recht zu geben fiel ihm schwer.",
        "Als Senator Karriere zu machen, war auch damals kein Zuckerschlecken.",
        "Ernst wird es erst, wenn Strom und Heizung ausfallen.",
        "Am Montag im Oktober, kurz nach Weihnachten, fängt der Ärger an.",
        "Er ist der Advocatus Diaboli, ein Enfant terrible des Parlaments.",
        "Auf Deutsch gesagt: Pustekuchen.",
        "In Deutschland gäbe es dafür drei Ausschüsse.",
        "Ein CEO würde das heute per E-Mail machen, vom Homeoffice aus.",
        "Zugegeben, Hellseher war der Mann keiner, eher Zocker.",
        "Schachmatt in drei Zügen, Bauernopfer inklusive.",
        "Stichwort Lieferketten, Engpässe, Rohstoffe, Batterien.",
        "Käme so etwas heute durch? Wohl kaum.",
        "Kurzum: Haifischbecken, Nervenkrieg, Zitterpartie.",
        "Vierhundertsechzehn zu null, das nenne ich deutlich.",
        "Autokraten-Bingo am Verhandlungstisch, wenn du mich fragst.",
        "Gibt Charles Hoffnung, und dem Zaren Geld.",
        "Ein Präsident im Weißen Haus will eben auch mal einkaufen.",
    ],
)
def test_a_common_noun_is_no_name(turn: str) -> None:
    assert found(told(turn)) == []


@pytest.mark.parametrize(
    "turn",
    [
        "Honestly, grab some popcorn, this one's a rollercoaster.",
        "It's the Swiss army knife of excuses, a real Catch-22.",
        "On Monday it's a scandal, by Christmas it's folklore.",
        "The President, the Senate and the whole Cabinet blinked.",
        "A David and Goliath story, only David brought a lawyer.",
        "God knows why. Fine, let's move on.",
        "Step One: panic. Plan B: more panic.",
        "Mosquitoes, mud, malaria. Lovely place for a holiday.",
        "Spoiler alert: the ditch gets dug. Cue the violins.",
        "OK, but who pays? TV didn't exist, so nobody knew.",
        "He'd have laughed. Didn't Hay see that coming? They'll never learn.",
        "Give the plan an F. They did.",
    ],
)
def test_so_in_english_even_with_a_capital(turn: str) -> None:
    assert found(told_en(turn)) == []


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("Im Senat warb Horace Greeley drei Stunden lang für den Vertrag. <!-- s5 -->", "Horace Greeley"),
        ("In Anchorage wehte seit dem Oktober 1867 die amerikanische Fahne. <!-- s11 -->", "Anchorage"),
        (
            "Zar Alexander wollte Sitka verkaufen, denn seine Kasse war leer. <!-- s3 -->",
            "Sitka",
        ),
        ("Putin hat das Geschäft in seiner Zeitung verhöhnt. <!-- s7 -->", "Putin"),
    ],
)
def test_a_name_in_anothers_place_is_named(turn: str, words: str) -> None:
    assert found(told(turn)) == [("name-elsewhere", "warning", words)]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        ("Da war Cadwallader Washburn, der kam aus Massachusetts.", "Cadwallader Washburn"),
        ("Sumner aus Alaska hielt eine lange Rede.", "Alaska"),
    ],
)
def test_a_person_from_another_place_is_named(turn: str, words: str) -> None:
    assert found(told(turn)) == [("name-elsewhere", "warning", words)]


def test_so_in_english_with_the_name_that_belongs_there() -> None:
    turn = "Mosquitoes killed more men than accidents until Jimmy Carter drained the swamps. <!-- s8 -->"
    (finding,) = names.findings(told_en(turn))
    assert short(finding) == ("name-elsewhere", "warning", "Jimmy Carter")
    assert "William Gorgas" in finding.text


@pytest.mark.parametrize(
    "turn",
    [
        "Seward saß beim Kartenspiel und legte die Karten weg. <!-- s2 -->",
        "Washington saß beim Kartenspiel, so kann man es sagen. <!-- s2 -->",
        "Stoeckl klopfte spät am Abend bei Seward an. <!-- s1 -->",
        "Seward bekam spät am Abend Besuch von Stoeckl. <!-- s1 -->",
        "Der Abgeordnete hieß Washburn, und er warnte davor. <!-- s9-s10 -->",
        "In Sitka wehte die Fahne, und das Geschäft von Washington war perfekt. <!-- s4, s11 -->",
    ],
)
def test_a_name_that_the_neighbours_have_is_in_its_place(turn: str) -> None:
    assert found(told(turn)) == []


def test_a_name_from_the_turn_before_may_come_up_again() -> None:
    before = "Erinnert ihr euch an Dunleavy? <!-- s14 -->"
    assert found(told("Im Senat warb ein Mann, der wie Dunleavy keine Eile hatte. <!-- s5 -->", before)) == []


def test_what_a_host_vouches_for_is_a_note() -> None:
    turn = "Lincoln war da schon tot. <!-- ok: weiß jeder -->"
    assert found(told(turn)) == [("ungrounded-name", "note", "Lincoln")]


def test_a_country_may_be_named_by_its_president_but_not_a_capital_for_another() -> None:
    source = article(("", ("Emmanuel Macron sprach am Abend mit Friedrich Merz.",)))
    assert found(given(talk("Frankreich und die Franzosen warten ab."), source)) == []
    assert found(given(talk("Und in Rom schaut man zu."), source)) == [("ungrounded-name", "error", "Rom")]


def test_a_capital_is_doubtful_where_only_its_country_is_named() -> None:
    source = article(("", ("Frankreich und Großbritannien verhandelten eine ganze Woche lang.",)))
    assert found(given(talk("In Paris war man verstimmt."), source)) == [
        ("ungrounded-name", "warning", "Paris")
    ]


def test_the_shows_spellings_may_have_several_words() -> None:
    source = article(("", ("Die Grand Old Party stimmte am Abend geschlossen dagegen.",)))
    show = Show(spellings={"Grand Old Party": ["Vellmar Castellane"]})
    turn = "Vellmar Castellane stimmte dagegen, sagen wir es mal so."
    assert found(given(talk(turn), source, show=show)) == []
    assert found(given(talk(turn), source)) == [("ungrounded-name", "error", "Vellmar Castellane")]


def test_without_an_article_nothing_is_looked_up() -> None:
    assert found(given(talk("Lisa Murkowski war in Ohio."))) == []


def test_names_of_a_text_stand_in_their_order_with_one_key_for_all_forms() -> None:
    text = "Putins Reise nach Kiew, die USA und der ukrainische Präsident Wolodymyr Selenskyj: ein Rückblick."
    assert [(name.words, name.kind) for name in names_of(text, "de")] == [
        ("Putins", "person"),
        ("Kiew", "place"),
        ("USA", "place"),
        ("ukrainische", "origin"),
        ("Wolodymyr Selenskyj", "person"),
    ]
    other = "Vladimir Putin, Zelensky, Kyjiw, die Ukrainer und die Vereinigten Staaten."
    assert {name.key for name in names_of(text, "de")} == {name.key for name in names_of(other, "de")}
    assert all(text[name.start : name.end] == name.words for name in names_of(text, "de"))


def test_names_of_an_english_text() -> None:
    text = "Congress heard George C. Marshall, Halvorsen and the Washington Post in New York."
    assert [name.words for name in names_of(text, "en")] == [
        "Congress",
        "George C. Marshall",
        "Halvorsen",
        "Washington Post",
        "New York",
    ]


def test_a_long_script_is_looked_through_in_a_second() -> None:
    """150 turns over an article of 2,000 words, beyond the tagger's own time."""
    sentences = [sentence.text for sentence in ALASKA.sentences] * 9
    source = article(("", sentences), title="Lang")
    turns = [f"{text} Und das war erst der Anfang. <!-- s{at + 1} -->" for at, text in enumerate(sentences)]
    of = given(talk(*turns[:150]), source)
    for text in [*sentences, *(said.text for said in of.said)]:
        words_of(text, "de")
    begun = time.process_time()
    assert list(names.findings(of)) == []
    assert time.process_time() - begun < 1.0
