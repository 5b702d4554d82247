"""How the hosts talk: what an editor would stop at, and what is just talk."""

from __future__ import annotations

import pytest

from podcast.checks import broken, conversation, greetings, habits, questions
from tests.checks.talks import article, given, kinds, talk

LONG = "Der Rat hat lange beraten und am Ende doch nichts beschlossen außer einer Pause. "
SAID = "Das Land zahlt die Hälfte."


@pytest.mark.parametrize(
    "turn",
    [
        "Das Repräsentantenhaus stimmte mit mehr als",
        "Am Abend kam dann auch die Bürgermeisterin und",
        "Der Damm gehört niemandem, weil die Regierung.",
        "Das Land zahlt die Hälfte, obwohl der Rat.",
        "Der Rat stimmte für einen Antrag der.",
        "Die Gemeinde kämpft seit Jahren gegen den.",
        "Am Ende ging es um ein Gesetz mit einer.",
        "Die Bürgermeisterin sprach von einer Zumutung und.",
        "Sie sagte, dass.",
        "Das ist das Ende des.",
        "Der Antrag wurde.",
        "Die Gemeinde will weder zahlen.",
        "Die Bürgermeisterin sagte: „Das ist eine Zumutung.",
        "Der Damm (er ist vierzig Meter lang gehört niemandem.",
        "Der Rest sind immerhin,",
    ],
)
def test_a_turn_that_was_cut_in_half_must_not_go_on_air(turn: str) -> None:
    text = talk(SAID, turn, "## Danach", SAID)
    assert kinds(broken.findings, given(text)) == [("broken-off", "error", 2)]


@pytest.mark.parametrize(
    "turn",
    [
        "The House voted for it with more than",
        "The town has to pay, because the government.",
        "They voted for the.",
        "The council had more votes than.",
        "The price of.",
        'The mayor said: "This is an imposition.',
    ],
)
def test_so_must_an_english_one(turn: str) -> None:
    text = talk("The state pays half.", turn, "## After that", "Nobody knows.", language="en")
    assert kinds(broken.findings, given(text)) == [("broken-off", "error", 2)]


@pytest.mark.parametrize(
    "turns",
    [
        ("Kein Zufall.", "Nach zwei Jahren Gewinn."),
        ("Da machen wir nicht mit.", "Gestern gab er auf."),
        ("Das kommt auf die Zahlen an.", "Und wie geht ihr damit um?"),
        ("Das weiß nur der.", "Na und?"),
        ("Aber der Rat hat doch gesagt …", "… dass er zahlt. Ich weiß."),
        ("Moment –", "Nein, lass mich ausreden."),
        ("Zum einen zahlt das Land,", "und zum anderen die Gemeinde."),
        ("Und zwar:", "Das Land zahlt alles."),
        ("Weil?", "Weil es so im Gesetz steht."),
        ("Und der Senat?", "Sondern?"),
        ("Wer will, kann.", "Wer kann, der soll."),
        ("Ja, weil der Rat das so will.", "Er sagte: „Nein.“"),
        ("„Wir zahlen nicht“, sagt sie. „Nie.“", "Besser als nichts."),
        ("Weder das Land noch die Gemeinde.", "Hut ab."),
        ("eBay zahlt auch nicht.", "Das war es dann."),
        ("Was die Gemeinde wollte, wurde Gesetz.", "Das hatten die anderen auch."),
        ("Sie zahlen, obwohl verboten.", "Nicht, dass ich wüsste."),
        ("Was die Gegner sagen, und was die Anhänger.", "Wer regiert, und wer die Opposition."),
    ],
)
def test_phrases_interruptions_and_half_verbs_are_whole_turns(turns: tuple[str, str]) -> None:
    assert kinds(broken.findings, given(talk(*turns))) == []


def test_what_ends_as_the_article_ends_is_whole() -> None:
    source = article(("Was die Gegner", ["Es endete mit einem Streit des."]))
    text = talk("Und zuletzt: Was die Gegner.", "Es endete mit einem Streit des.", "Mit einem Streit des.")
    assert kinds(broken.findings, given(text, source)) == []
    assert kinds(broken.findings, given(talk(SAID, "Es endete mit einem des.", SAID), source)) == [
        ("broken-off", "error", 2)
    ]


@pytest.mark.parametrize(
    "turns",
    [
        ("What is it for?", "Something to think about."),
        ("This is what it was made of.", "He walked in."),
        ("Not that I know of.", "And then some."),
        ("He said he would.", "They have more votes than we do."),
    ],
)
def test_english_may_end_in_a_preposition(turns: tuple[str, str]) -> None:
    assert kinds(broken.findings, given(talk(*turns, language="en"))) == []


def test_one_word_without_a_mark_is_a_warning() -> None:
    assert kinds(broken.findings, given(talk(SAID, "Moment", SAID))) == [("broken-off", "warning", 2)]


def test_a_comma_that_the_other_host_takes_up_with_a_capital_is_a_warning() -> None:
    text = talk("Zum einen zahlt das Land,", "Und die Brücke ist gesperrt.", SAID)
    assert kinds(broken.findings, given(text)) == [("broken-off", "warning", 1)]


def test_a_beginning_that_is_missing_is_a_warning() -> None:
    text = talk(SAID, "seit sechzig Jahren niemandem mehr.", SAID)
    assert kinds(broken.findings, given(text)) == [("broken-off", "warning", 2)]


@pytest.mark.parametrize(
    "turns",
    [
        ("## A", "Und wer zahlt das am Ende?", "## B", "Im Frühjahr kam das Wasser."),
        ("## A", "Wer zahlt das am Ende?", "Alana: Im Frühjahr kam das Wasser.", "Ja."),
        ("## A", SAID, "Wann kommt das Geld?", "Und woher?", "Und für wen?", "Im Herbst."),
        ("## A", SAID, "Aber was ist mit den Fischen?", "## B", "Das war US Politik Deep Dive.", "Tschüss!"),
        ("## A", SAID, "Sag mal, wer zahlt das am Ende? Im Frühjahr kam das Wasser.", "Die Brücke hielt."),
        ("## A", SAID, "Und die Fische?"),
    ],
)
def test_a_question_that_nobody_answers_is_named(turns: tuple[str, ...]) -> None:
    found = kinds(questions.findings, given(talk(*turns)))
    assert [kind for kind, _, _ in found] == ["unanswered-question"]


@pytest.mark.parametrize(
    "turns",
    [
        ("## A", "Wer zahlt das am Ende?", "Das Land."),
        ("## A", "Wer zahlt das am Ende?", "Alana: Das Ende ist offen: Das zahlt, wer verliert.", "Ja."),
        ("## A", "Wer zahlt das?", "Du meinst, am Ende?", "Genau.", "Das Land."),
        ("## A", "Wie konnte der Damm brechen?", "Ihr hört US Politik Deep Dive.", "Ich bin Ben."),
        ("## A", SAID, "Und was heißt das für die Brücke?", "## Die Brücke", "Sie hielt."),
        (
            "## A",
            SAID,
            "Und was meint ihr? Schreibt uns: Wollt ihr den Damm?",
            "## B",
            "Das war es von uns, tschüss!",
        ),
        ("## A", SAID, "Warum? Weil es so im Gesetz steht.", "Aha."),
    ],
)
def test_a_question_with_its_answer_or_for_the_listeners_is_not(turns: tuple[str, ...]) -> None:
    assert kinds(questions.findings, given(talk(*turns))) == []


def test_the_article_may_end_in_its_own_question() -> None:
    source = article(("", ["Das Land zahlt die Hälfte.", "Aber was wird aus den Fischen?"]))
    text = talk(
        SAID, "Aber was wird aus den Fischen? <!-- s2 -->", "Das war US Politik Deep Dive.", "Tschüss!"
    )
    assert kinds(questions.findings, given(text, source)) == []


@pytest.mark.parametrize(
    "turn",
    [
        "Hallo und willkommen zurück!",
        "Willkommen zurück bei US Politik Deep Dive.",
        "Ich bin Alana, und es geht um Geld.",
        "Ihr hört US Politik Deep Dive.",
        "Guten Abend, liebe Hörer.",
    ],
)
def test_nobody_greets_twice(turn: str) -> None:
    text = talk(
        "## A", "Hallo! Ich bin Alana.", "Und ich bin Ben.", *[SAID] * 6, "## B", turn, SAID, "## C", SAID
    )
    assert kinds(greetings.findings, given(text)) == [("greeting-again", "warning", 9)]


def test_a_good_bye_before_the_end_is_named() -> None:
    text = talk("## A", *[SAID] * 4, "Danke fürs Zuhören und bis zum nächsten Mal!", "## B", *[SAID] * 8)
    assert kinds(greetings.findings, given(text)) == [("early-goodbye", "warning", 5)]


def test_greeting_after_the_scene_and_good_bye_at_the_end_are_in_their_places() -> None:
    text = talk(
        "## Einstieg", SAID, "Hallo und willkommen bei US Politik Deep Dive. Ich bin Ben.", "Und ich bin Alana.",
        "## B", "„Hallo“, sagte er, „ich bin Ben.“", "Das war das Land mit der Hälfte.", *[SAID] * 8,
        "## Schluss", SAID, "Danke fürs Zuhören!", "Bis bald!",
    )  # fmt: skip
    assert kinds(greetings.findings, given(text)) == []


def test_three_of_six_turns_with_the_same_opening_are_heard() -> None:
    text = talk("Und dann kam Wasser.", "Ja.", "Und dann kam Schlamm.", "Aha.", "Und dann kam nichts.")
    assert kinds(habits.findings, given(text)) == [("same-opening", "warning", 5)]


def test_the_articles_own_repetition_is_its_style() -> None:
    source = article(("", ["Und dann kam Wasser.", "Und dann kam Schlamm.", "Und dann kam nichts."]))
    text = talk("Und dann kam Wasser.", "Ja.", "Und dann kam Schlamm.", "Aha.", "Und dann kam nichts.")
    assert kinds(habits.findings, given(text, source)) == []


def test_a_bridge_for_the_third_time_is_named() -> None:
    turns = [
        turn for _ in range(3) for turn in ("Und was heißt das konkret?", SAID + " Wirklich.", "Gut so.")
    ]
    found = [finding for finding in habits.findings(given(talk(*turns))) if "konkret" in finding.words]
    assert [(finding.kind, finding.severity, finding.turn) for finding in found] == [
        ("same-bridge", "warning", 7)
    ]


def test_why_may_be_asked_as_often_as_one_likes() -> None:
    turns = ["Warum?", "Weil es regnet.", "Warum?", "Wegen des Geldes.", "Warum?", "Das weiß niemand."]
    assert kinds(habits.findings, given(talk(*turns))) == []


@pytest.mark.parametrize(
    "filler", ["Spannend.", "Genau.", "Absolut!", "Wow, das ist viel.", "Das ist interessant."]
)
def test_a_filler_is_a_habit_from_the_third_time_on(filler: str) -> None:
    turns = [turn for at in range(3) for turn in (filler, f"Es waren {at + 2} Jahre.")]
    found = [kind for kind in kinds(habits.findings, given(talk(*turns))) if kind[0] == "filler"]
    assert found == [("filler", "warning", 5)]


def test_exactly_in_a_sentence_is_no_filler() -> None:
    turns = ["Genau darum geht es.", "Ja.", "Genau das meine ich.", "Nein.", "Genau so war es.", "Aha."]
    assert kinds(habits.findings, given(talk(*turns))) == []


@pytest.mark.parametrize(
    ("turn", "language"),
    [
        ("Gute Frage!", "de"),
        ("Das ist eine sehr gute Frage, Ben.", "de"),
        ("Ja, spannende Frage.", "de"),
        ("Great question!", "en"),
        ("That's a really good question, Alana.", "en"),
    ],
)
def test_nobody_praises_the_others_question(turn: str, language: str) -> None:
    found = kinds(habits.findings, given(talk(SAID, turn, language=language)))
    assert found == [("praise", "warning", 2)]


@pytest.mark.parametrize(
    "turn", ["Die gute Frage ist, wer zahlt.", "Das ist die wichtige Frage für das Land."]
)
def test_speaking_of_a_question_is_no_praise(turn: str) -> None:
    assert kinds(habits.findings, given(talk(SAID, turn))) == []


def test_shares_long_turns_and_questions() -> None:
    """80 words at a stretch, a host with an eighth of the words, nobody who asks."""
    found = kinds(
        conversation.findings, given(talk(LONG * 6 + "Ende.", "Ja, das ist so, ich war dabei.", LONG))
    )
    assert ("host-share", "warning", None) in found
    assert ("few-questions", "warning", None) in found
    assert ("long-turn", "warning", 1) in found


def test_one_host_over_90_seconds_is_a_monologue_in_however_many_turns() -> None:
    turn = " ".join([LONG] * 5)  # 65 words, half a minute
    text = talk(turn, f"Alana: {turn}", f"Alana: {turn}", f"Alana: {turn}", SAID)
    assert ("monologue", "warning", 1) in kinds(conversation.findings, given(text))
    text = talk(turn, turn, f"Ben: {turn}", SAID)
    assert "monologue" not in [kind for kind, _, _ in kinds(conversation.findings, given(text))]


def test_one_word_turns_in_a_row_are_ping_pong_but_not_the_good_bye() -> None:
    found = kinds(
        conversation.findings, given(talk(SAID, "Wirklich?", "Wirklich.", "Nein!", SAID, "Und wann?"))
    )
    assert ("ping-pong", "warning", 2) in found
    found = kinds(conversation.findings, given(talk(SAID, "Bis bald!", "Tschüss!", "Macht es gut!")))
    assert "ping-pong" not in [kind for kind, _, _ in found]


def test_a_host_who_never_speaks_in_a_long_segment_is_missed() -> None:
    text = talk(
        "## A", SAID, "Ja?", "## B", *[f"Alana: {SAID} Nummer {at}." for at in range(4)], "## C", "Ja."
    )
    found = [f for f in conversation.findings(given(text)) if f.kind == "silent-host"]
    assert [(f.severity, f.text) for f in found] == [("warning", "Ben never speaks in “B”, for 4 turns")]
