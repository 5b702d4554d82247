"""Whole scripts, measured as a listener would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast import script as scripts
from podcast.article import Article
from podcast.script import Script
from podcast.show import Host, Show
from podcast.writing import write_script
from tests.writing.articles import NAMES, article, seed

SHOW = Show()


def words(text: str) -> list[str]:
    """Words without marks, lower case."""
    return re.findall(r"\w+", text.lower())


def said(script: Script) -> list[str]:
    """All words of the script in their order."""
    return [word for turn in script.turns for word in words(turn.body)]


def own_lines(script: Script) -> list[str]:
    """What the hosts say of their own: turns that name no sentence."""
    return [turn.body for turn in script.turns if not turn.sentences]


def contains(all_words: list[str], part: list[str]) -> bool:
    """Whether a sentence's words are said in their order without a gap of more than a short bridge."""
    joined = " " + " ".join(all_words) + " "
    return " " + " ".join(part) + " " in joined


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_used_and_linked(name: str) -> None:
    """Nothing is left out unless a length is asked for, and every sentence is linked to the turn that says it."""
    source = seed(name)
    script = write_script(source, SHOW)
    linked = {number for turn in script.turns for number in turn.sentences}
    assert linked == {sentence.number for sentence in source.sentences}
    spoken = Counter(said(script))
    for sentence in source.sentences:
        assert all(spoken[word] for word in words(sentence.text)), sentence


@pytest.mark.parametrize("name", NAMES)
def test_a_linked_turn_carries_its_sentences(name: str) -> None:
    """A turn's links name just the sentences whose words it says."""
    source = seed(name)
    texts = {sentence.number: words(sentence.text) for sentence in source.sentences}
    for turn in write_script(source, SHOW).turns:
        spoken = set(words(turn.body))
        for number in turn.sentences:
            overlap = len(spoken & set(texts[number])) / len(set(texts[number]))
            assert overlap > 0.15, (turn, number)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_conversation(name: str) -> None:
    """Both hosts carry it, they ask, nobody holds forth, and nothing of their own is said twice."""
    script = write_script(seed(name), SHOW)
    turns = list(script.turns)
    share = Counter({host.name: 0 for host in SHOW.hosts})
    for turn in turns:
        share[turn.host] += len(turn.body.split())
    assert min(share.values()) / sum(share.values()) >= 0.35
    questions = sum("?" in turn.body for turn in turns) / len(turns)
    assert questions >= 1 / 6
    assert max(len(turn.body.split()) for turn in turns) <= 75
    lines = own_lines(script)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", NAMES)
def test_bridges_are_not_heaped(name: str) -> None:
    """Nobody asks twice in a row, and fewer than two turns in five are the hosts' own."""
    script = write_script(seed(name), SHOW)
    for segment in script.segments[1:-1]:
        own = [not turn.sentences for turn in segment.turns]
        assert not any(a and b for a, b in pairwise(own[1:])), segment.heading
    assert len(own_lines(script)) < 0.4 * len(list(script.turns))


@pytest.mark.parametrize("name", NAMES)
def test_no_host_speaks_twice_in_a_row(name: str) -> None:
    """The hosts take turns, across the chapters, too; only a long report stays with its voice."""
    turns = list(write_script(seed(name), SHOW).turns)
    assert sum(a.host == b.host for a, b in pairwise(turns)) <= 1


def test_a_reason_is_asked_for_at_its_joint_and_given_word_for_word() -> None:
    """Where a sentence gives a reason behind a comma, the other host asks for it; not a word is changed."""
    reasons = [
        ("Er landete auf dem falschen Konto", "weil jemand zwei Ziffern vertauscht hatte"),
        ("Der Zeuge schwieg an diesem Tag", "weil sein Anwalt ihm dazu geraten hatte"),
        ("Das Gesetz scheiterte am späten Abend", "weil zwei Senatoren den Saal verlassen hatten"),
        ("Die Zeitung druckte den Brief", "weil die Leser ein Recht darauf hatten"),
    ]
    text = []
    for number, (fact, reason) in enumerate(reasons):
        text += [f"Der Ausschuss tagte am {number + 2}. Mai in Washington.", f"{fact}, {reason}."]
        text += [
            f"Die Sitzung Nummer {number + 20} dauerte bis tief in die Nacht hinein.",
            "Danach war der Saal leer.",
        ]
    turns = [turn.body for turn in write_script(article(text), SHOW).turns]
    asked = [
        (before, question, answer)
        for before, question, answer in zip(turns, turns[1:], turns[2:], strict=False)
        if any(answer.startswith("W" + reason[1:] + ".") for _, reason in reasons)
    ]
    assert asked
    for before, question, _ in asked:
        assert question.endswith("?")
        assert any(before.endswith(fact + ".") for fact, _ in reasons)


def test_a_negation_keeps_its_reason() -> None:
    """A "nicht, weil" may deny the reason: nobody asks there."""
    text = ["Er sprach an diesem Abend nicht, weil er Angst vor den Folgen hatte."] * 1
    text += [f"Die Sitzung Nummer {n} dauerte bis tief in die Nacht hinein." for n in range(2, 12)]
    assert any("nicht, weil er Angst" in turn.body for turn in write_script(article(text), SHOW).turns)


def test_reported_speech_stays_with_who_reports_it() -> None:
    text = [f"Die Sitzung Nummer {n} dauerte bis tief in die Nacht hinein." for n in range(2, 8)]
    text += [
        "Ein Text bedeutet nach dieser Lehre das, was er immer bedeutet hat.",
        "Alles andere sei Politik.",
    ]
    text += [f"Der Zeuge Nummer {n} kam aus dem Norden des Landes angereist." for n in range(2, 8)]
    turn = next(turn for turn in write_script(article(text), SHOW).turns if "Alles andere sei" in turn.body)
    assert "nach dieser Lehre" in turn.body


@pytest.mark.parametrize("name", NAMES)
def test_sections_become_segments(name: str) -> None:
    """Every heading of the article is a segment's, in their order, between opening and close."""
    source = seed(name)
    headings = [section.heading for section in source.sections if section.heading]
    segments = [segment.heading for segment in write_script(source, SHOW).segments]
    assert [heading for heading in segments if heading in headings] == headings
    assert len(segments) >= len(headings) + 2


@pytest.mark.parametrize("name", NAMES)
def test_opening_and_close(name: str) -> None:
    """The opening names show, hosts and artificial voices; the close names the show again."""
    script = write_script(seed(name), SHOW)
    opening = " ".join(turn.body for turn in script.segments[0].turns)
    close = " ".join(turn.body for turn in script.segments[-1].turns)
    assert SHOW.name in opening
    assert "Alana" in opening
    assert "Ben" in opening
    assert re.search(r"künstlich|artificial|computer", opening)
    assert SHOW.name in close
    greetings = re.compile(
        r"willkommen|welcome|Ihr hört|Hier ist US|This is US|listening to US", re.IGNORECASE
    )
    assert not any(greetings.search(turn.body) for segment in script.segments[1:] for turn in segment.turns)


@pytest.mark.parametrize("name", NAMES)
def test_the_script_survives_its_file(name: str) -> None:
    """Writing script.md and reading it gives the same script."""
    script = write_script(seed(name), SHOW)
    assert scripts.parse(scripts.write(script), [host.name for host in SHOW.hosts]) == script


def test_the_same_article_gives_the_same_script_and_another_gives_other_words() -> None:
    first = write_script(seed("filibuster.txt"), SHOW)
    assert first == write_script(seed("filibuster.txt"), SHOW)
    other = write_script(seed("wahlleute.md"), SHOW)
    greeting = [line for line in own_lines(first) if "US Politik" in line]
    assert greeting != [line for line in own_lines(other) if "US Politik" in line]


def test_two_processes_write_the_same_script() -> None:
    """No order of a set, which hangs on the process, gets into a script."""
    code = (
        "import sys, hashlib; from podcast import script; from podcast.show import Show;"
        "from podcast.writing import write_script; from tests.writing.articles import seed;"
        "texts = [script.write(write_script(seed('filibuster.txt'), Show(), minutes=m)) for m in (None, 4)];"
        "print(hashlib.sha256(''.join(texts).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": number},
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for number in ("1", "2", "3")
    }
    assert len(said) == 1


def test_the_lead_changes_from_segment_to_segment() -> None:
    """The first turn with content belongs to each host in turn."""
    script = write_script(seed("filibuster.txt"), SHOW)
    leads = [next(t.host for t in segment.turns if t.sentences) for segment in script.segments[1:-1]]
    assert set(leads) == {"Alana", "Ben"}


def test_the_articles_own_question_is_asked_by_the_other_host_and_answered_at_once() -> None:
    script = write_script(seed("filibuster.txt"), SHOW)
    for segment in script.segments:
        turns = list(segment.turns)
        for before, asked, answer in zip(turns, turns[1:], turns[2:], strict=False):
            if asked.sentences and asked.body.endswith("?") and before.sentences:
                assert before.host != asked.host
                assert answer.host != asked.host


def test_a_quotation_is_read_by_one_voice() -> None:
    text = ["Der Senator wartete lange auf diesen einen Moment im Saal.",
            "„Ich bin nicht wegen seiner Rede hierher gekommen“, sagte er.", "„Ich bin trotz seiner Rede hier.“",
            "Danach ging er."]  # fmt: skip
    script = write_script(article(text), SHOW)
    turn = next(turn for turn in script.turns if "wegen" in turn.body)
    assert "trotz" in turn.body


def test_what_to_remember_is_never_somebodys_claim_behind_a_colon() -> None:
    """What the Kremlin spreads ("Russland ist keine …") must not become the article's own statement."""
    claim = "Die Regierung des Landes ist keine Gefahr, sondern ein Garant der Freiheit."
    filler = [
        f"Der Ausschuss Nummer {n} prüfte das Gesetz mit großer Sorgfalt und ohne Eile." for n in range(12)
    ]
    source = article(
        [*filler[:6], f"Die Propaganda des Regimes verbreitet seit Jahren diesen Satz: {claim}"], filler[6:]
    )
    close = write_script(source, SHOW).segments[-1]
    assert not any(claim in turn.body for turn in close.turns)


@pytest.mark.parametrize("minutes", [3, 5, 8])
def test_a_length_keeps_the_best_and_never_a_pronoun_without_its_noun(minutes: float) -> None:
    source = seed("filibuster.txt")
    script = write_script(source, SHOW, minutes=minutes)
    used = {number for turn in script.turns for number in turn.sentences}
    total = sum(len(turn.body.split()) for turn in script.turns)
    assert total <= minutes * 126 * 1.1
    assert total >= minutes * 126 * 0.8
    by_number = {sentence.number: sentence for sentence in source.sentences}
    for number in used:
        if re.match(r"(Er|Sie|Es|Dies|Diese[rs]?) ", by_number[number].text):
            assert number - 1 in used, by_number[number]
    headings = {segment.heading for segment in script.segments}
    assert {section.heading for section in source.sections if section.heading} <= headings


def test_hosts_and_disclosure_come_from_the_show() -> None:
    show = Show(name="Morgenlage", hosts=(Host("Mia"), Host("Jo")), disclosure="Wir sind zwei Automaten.")
    script = write_script(seed("supreme-court.txt"), show)
    text = " ".join(turn.body for turn in script.turns)
    assert {turn.host for turn in script.turns} == {"Mia", "Jo"}
    assert "Wir sind zwei Automaten." in text
    assert "Alana" not in text
    silent = write_script(seed("supreme-court.txt"), Show(disclosure=False))
    assert "künstlich" not in " ".join(turn.body for turn in silent.turns)


def test_a_shows_own_template_replaces_one_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "templates" / "dialogue" / "de"
    folder.mkdir(parents=True)
    (folder / "bye.j2").write_text("Tschüss von {{ me }}. || Und von {{ you }}.\n", encoding="utf-8")
    script = write_script(seed("supreme-court.txt"), Show(folder=str(tmp_path)))
    assert [turn.body for turn in script.segments[-1].turns][-1].startswith("Und von ")
    assert len(script.segments[0].turns) > 3


def test_a_short_article_gets_a_greeting_its_sentences_and_a_good_bye() -> None:
    script = write_script(article(["Der Senat hat getagt.", "Er hat nichts beschlossen."]), SHOW)
    text = " ".join(turn.body for turn in script.turns)
    assert "Der Senat hat getagt." in text
    assert "Er hat nichts beschlossen." in text


WORDS = [
    "Doch",
    "Trump",
    "Putin",
    "sagte",
    "ist",
    "war",
    "ein",
    "kein",
    "der",
    "Senat",
    "Gesetz",
    "heute",
    "Für",
]
WORDS += ["Europa", "weil", "und", "aber", "60", "Stimmen"]


def test_markup_in_an_article_is_spoken_and_does_nothing() -> None:
    """Brackets, braces, comments and asterisks in an article are words, no directions of ours."""
    text = [
        "Der Senat [sic] tagt {heute|gestern} <!-- s9 --> in *Washington* [pause 9s].",
        "**Ben:** Das ist kein Turn.",
        "Der Rest ist still [music].",
    ]
    script = write_script(article(text, heading="Titel [overlap 2s]: {a|b}"), SHOW)
    again = scripts.parse(scripts.write(script), ["Alana", "Ben"])
    assert again == script
    spoken = " ".join(scripts.written(turn.body) for turn in again.turns)
    for sentence_text in text:
        for word in words(sentence_text):
            assert word in spoken.lower()
    assert not any(not isinstance(piece, str) for turn in again.turns for piece in scripts.pieces(turn.body))


sentence = st.lists(
    st.sampled_from(WORDS),
    min_size=1,
    max_size=30,
).map(" ".join)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.tuples(sentence, st.sampled_from(".?!:…")), min_size=1, max_size=6),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["de", "en"]),
)
def test_any_article_becomes_a_script_that_uses_it_all(
    paragraphs: list[list[tuple[str, str]]], language: str
) -> None:
    source: Article = article(
        *[[text + mark for text, mark in paragraph] for paragraph in paragraphs], language=language
    )
    script = write_script(source, SHOW)
    assert {n for turn in script.turns for n in turn.sentences} == {s.number for s in source.sentences}
    assert all(turn.body.strip() for turn in script.turns)
    assert scripts.parse(scripts.write(script), ["Alana", "Ben"]) == script
