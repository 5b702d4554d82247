"""Quotations that the article does not have, has otherwise, or gives to somebody else."""

from __future__ import annotations

import time

import pytest

from podcast.checks import quotes
from podcast.checks.given import Given
from podcast.checks.quote_marks import quotations
from tests.checks.talks import article, given, talk
from tests.checks.told import ALASKA, short, told, told_en


def found(of: Given) -> list[tuple[str, str]]:
    """Kind and severity of all that the check finds."""
    return [short(finding)[:2] for finding in quotes.findings(of)]


@pytest.mark.parametrize(
    "turn",
    [
        "Sumner sagte: „Wir werden dieses Land noch segnen.“",
        'Washburn polterte: "Der Kaiser soll seinen Schnee behalten!"',
        "»Das ist die größte Dummheit meines Lebens«, stöhnte Seward.",
        "Und Johnson? „Mir bleibt keine andere Wahl mehr“, sagte er.",
        "Er sagte wörtlich ‚das kostet uns Kopf und Kragen‘ und ging.",
        "Zitat: Das Eis gehört uns allen. Mehr sagte er nicht.",
        "Das sei, Zitat, eine Schande für die ganze Nation, Zitat Ende.",
        "Ich zitiere: Nie wieder kaufen wir einen Gletscher.",
        "Seward sprach von einem „Jahrhundertgeschäft für unsere Kinder“.",
    ],
)
def test_an_invented_quotation_must_not_go_on_air(turn: str) -> None:
    assert found(told(turn)) == [("ungrounded-quotation", "error")]


@pytest.mark.parametrize(
    "turn",
    [
        'Morgan said, "Nobody in this chamber has read a map."',
        "Hay whispered: “I would rather resign than wait for them.”",
        "Carter put it like this: 'A promise between friends is worth keeping.'",
        "Roosevelt said, quote, I took the isthmus and slept well, unquote.",
        "Quote: The swamp always wins in the end. That is Gorgas.",
        'Reagan told them: "A nation that gives away a canal gives away itself."',
    ],
)
def test_so_in_english(turn: str) -> None:
    assert found(told_en(turn)) == [("ungrounded-quotation", "error")]


@pytest.mark.parametrize(
    ("turn", "right"),
    [
        (
            "Sumner rief: „Wir kaufen kein Eis, wir kaufen ein Paradies am Rand der Welt“.",
            "eine Küste am Rand",
        ),
        ("„Dieser Handel wird uns noch freuen“, warnte Washburn.", "noch leidtun"),
        ("„Dieser Handel wird uns nicht noch leidtun“, warnte Washburn.", "noch leidtun"),
        ("Zitat: Dieser Handel wird euch noch leidtun.", "Dieser Handel wird uns"),
        ("Er sei ein „tapferer Feind im Geiste“.", "tapferen Nachbarn im Geiste"),
    ],
)
def test_an_altered_quotation_is_shown_beside_the_articles_wording(turn: str, right: str) -> None:
    (finding,) = quotes.findings(told(turn))
    assert short(finding)[:2] == ("quotation-altered", "error")
    assert right in finding.text


@pytest.mark.parametrize(
    ("turn", "right"),
    [
        (
            '"We shall have to sign tonight or tomorrow," Hay said.',
            "s4 has “We shall have to sign tonight or never”",
        ),
        ('Morgan called it "a gift with a ribbon around it".', "s6 has"),
        ('Reagan: "We built it, we never paid for it, it is ours."', "s12 has"),
    ],
)
def test_so_it_is_in_english(turn: str, right: str) -> None:
    (finding,) = quotes.findings(told_en(turn))
    assert short(finding)[:2] == ("quotation-altered", "error")
    assert right in finding.text


@pytest.mark.parametrize(
    "turn",
    [
        "„Wir kaufen kein Eis, wir kaufen eine Küste am Rand der Welt“, rief Sumner.",
        'Sumner rief: "Wir kaufen kein Eis", und weiter: "wir kaufen eine Küste am Rand der Welt"!',
        "»wir kaufen kein eis – wir kaufen eine küste«, so Sumner.",
        "„Wir kaufen kein Eis … am Rand der Welt“, sagte Sumner.",
        "Zitat: Dieser Handel wird uns noch leidtun. So sah es Washburn.",
        "Dieser Handel, Zitat, wird uns noch leidtun, Zitat Ende. Tja.",
        "Washburn sagte: „Dieser {Handel|Händel} wird uns noch leidtun“.",
        "Er ist für ihn ein „tapferer Nachbar im Geiste“.",
        "Mit „keinem Wort“ erwähnte er Putin, das ist die Pointe.",
        "Im Text heißt es: „Er stand mit seiner Meinung nicht allein.“",
        "Die „Tribune“ machte daraus „Sewards Eisschrank“.",
        "Die Überschrift lautet „Das Geschäft einer Nacht“.",
        "Willkommen bei „US Politik Deep Dive“, schön, dass ihr da seid.",
        "Nach dem Motto „Augen zu und durch bis Sitka“ ging es weiter.",
        "Da könnte man sagen: „Na bitte, es geht doch auch so.“",
        "Das berühmte Zitat kennt jeder, das Zitat vom Eis und der Küste.",
        "Stellt euch vor, einer fragt: „Wer hat hier eigentlich das Licht ausgemacht?“",
        "Das Wort „Schnäppchen“ fällt im Text übrigens nie.",
        "Der „Vertrag“ war in einer Nacht fertig, der „Gouverneur“ freute sich.",
    ],
)
def test_the_articles_own_words_may_be_quoted_and_a_motto_needs_no_source(turn: str) -> None:
    assert [one for one in found(told(turn)) if one[1] != "note"] == []


@pytest.mark.parametrize(
    "turn",
    [
        '"We shall have to sign tonight or never," Hay told his visitor.',
        "Hay said: “we shall have to sign … or never”.",
        'Morgan called it a "theft with a ribbon around it".',
        "He said, quote, this is a theft with a ribbon around it, unquote. Ouch.",
        "Reagan's line was ‘We built it, we paid for it, it is ours’.",
        "The workers' wages, the nation's pride, and the engineers' \"locks\".",
        'It was as if somebody had said: "Let us simply take it and go home."',
        "That famous quote is still printed on mugs, in 1977 and today.",
        "It's the '77 treaty, and it wasn't the senators' idea.",
    ],
)
def test_so_may_they_in_english(turn: str) -> None:
    assert [one for one in found(told_en(turn)) if one[1] != "note"] == []


@pytest.mark.parametrize(
    ("turn", "severity"),
    [
        ("Greeley hielt das Ganze für einen „Witz“.", "warning"),
        ("Ein echtes „Himmelfahrtskommando“ also.", "warning"),
        ("Der „große Bär“ hatte kein Geld.", "warning"),
        ("Für ihn war es „ein schlechter Scherz“.", "warning"),
        ("Unter dem Motto „Augen zu und durch bis Sitka“.", "note"),
    ],
)
def test_a_short_term_in_marks_is_doubtful_and_a_motto_a_note(turn: str, severity: str) -> None:
    assert found(told(turn)) == [("ungrounded-quotation", severity)]


@pytest.mark.parametrize(
    ("turn", "right"),
    [
        ("„Dieser Handel wird uns noch leidtun“, warnte Horace Greeley.", "Cadwallader Washburn"),
        ("Andrew Johnson sagte: „Dieser Handel wird uns noch leidtun“.", "Cadwallader Washburn"),
        ("Dunleavy rief: „Wir kaufen kein Eis, wir kaufen eine Küste am Rand der Welt“!", "Charles Sumner"),
    ],
)
def test_a_quotation_given_to_somebody_else_is_named_with_its_speaker(turn: str, right: str) -> None:
    (finding,) = quotes.findings(told(turn))
    assert finding.kind == "quotation-speaker"
    assert finding.severity in {"error", "warning"}
    assert right in finding.text


def test_so_it_is_in_english_too() -> None:
    (finding,) = quotes.findings(told_en('"This is a theft with a ribbon around it," Ronald Reagan said.'))
    assert short(finding)[:2] == ("quotation-speaker", "error")
    assert "Morgan" in finding.text


def test_what_the_article_says_itself_is_nobodys_quotation() -> None:
    (finding,) = quotes.findings(told("Dunleavy sagte: „Er stand mit seiner Meinung nicht allein.“"))
    assert short(finding)[:2] == ("quotation-speaker", "warning")


@pytest.mark.parametrize(
    "turn",
    [
        "„Dieser Handel wird uns noch leidtun“, warnte Washburn.",
        "Cadwallader Washburn hat es geahnt: „Dieser Handel wird uns noch leidtun“.",
        "Und Sumner rief den Zweiflern zu: „Wir kaufen kein Eis, wir kaufen eine Küste am Rand der Welt.“",
        "Er sagte: „Dieser Handel wird uns noch leidtun“, und Seward lachte.",
    ],
)
def test_the_right_speaker_and_a_pronoun_are_left_alone(turn: str) -> None:
    assert found(told(turn)) == []


def test_a_host_may_quote_the_other_host() -> None:
    before = "Ich bleibe dabei, das war ein Kuhhandel mit Ansage."
    assert found(told("Du sagst „ein Kuhhandel mit Ansage“, ich sage Weitsicht.", before)) == []


def test_what_a_host_vouches_for_is_a_note() -> None:
    turn = "Sumner sagte: „Wir werden dieses Land noch segnen.“ <!-- ok: aus den Sitzungsprotokollen -->"
    assert found(told(turn)) == [("ungrounded-quotation", "note")]


def test_a_translated_quotation_is_doubtful_only() -> None:
    source = article(("", ('"We shall have to sign tonight or never," Hay said.',)), language="en")
    turn = "Hay sagte: „Wir müssen heute Nacht unterschreiben oder nie.“"
    assert found(given(talk(turn), source)) == [("ungrounded-quotation", "warning")]


def test_without_an_article_nothing_is_looked_up() -> None:
    assert found(given(talk("Er sagte: „Wir werden dieses Land noch segnen.“"))) == []


@pytest.mark.parametrize(
    ("text", "language", "quoted"),
    [
        ("Er sagte „so ist es“ und „anders nicht“.", "de", ["so ist es", "anders nicht"]),
        ("»So ist es«, sagte er, «so nicht».", "de", ["So ist es", "so nicht"]),
        ("„Er nannte es ‚klug‘, mehr nicht“, sagte sie.", "de", ["Er nannte es ‚klug‘, mehr nicht"]),
        ("Zitat: So war es. Danach nicht mehr.", "de", ["So war es."]),
        ("Das Zitat ist alt, sein Zitat: geschenkt.", "de", []),
        ("It's a 5\" pipe, the hosts' own.", "en", []),
        ("He said ‘it’s the senators’ turn’ and left.", "en", ["it’s the senators’ turn"]),
        ("Call it, quote, a mess, unquote, and go.", "en", ["a mess"]),
    ],
)
def test_quotations_are_found_between_all_marks_and_behind_the_word(
    text: str, language: str, quoted: list[str]
) -> None:
    assert [one.text for one in quotations(text, language)] == quoted
    assert all(text[one.start : one.end] == one.text for one in quotations(text, language))


def test_a_long_script_is_looked_through_in_a_second() -> None:
    """150 turns with quotations that are not there, over an article of 2,000 words."""
    sentences = [sentence.text for sentence in ALASKA.sentences] * 9
    source = article(("", sentences), title="Lang")
    turns = [
        f"Er sagte: „Nummer {at} wird dieses Land am Ende noch teuer bezahlen müssen.“" for at in range(150)
    ]
    of = given(talk(*turns), source)
    begun = time.process_time()
    assert len(list(quotes.findings(of))) == 150
    assert time.process_time() - begun < 1.0
