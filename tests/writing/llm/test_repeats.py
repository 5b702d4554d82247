"""What is said twice goes: within one answer without a word, in the whole script where the editor names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from podcast.article import Article
from podcast.checks import Finding, Report
from podcast.script import Script, Turn, plain, written
from podcast.writing.llm import work
from podcast.writing.llm.judging import Judge
from podcast.writing.llm.shapes import Line
from podcast.writing.llm.sparing import place_for, spare
from tests.writing.llm.articles import show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Asked, good, serving, text_of

COST = "Das Land schätzt die Kosten der neuen Brücke auf 220 Millionen Euro."
SHARE = "Der Bund will davon die Hälfte bezahlen, den Rest müssen Stadt und Land aufteilen."
LATER = "Im Oktober stimmt der Landtag über den Plan ab, vorher verlangt die Opposition ein Gutachten."


def judge_for(article: Article) -> Judge:
    return Judge(("Alana", "Ben"), "de", 40, tuple(article.sentences), (), 0.0)


def line(host: str, text: str, *numbers: int) -> Line:
    return Line(host, text, numbers)


def test_the_same_thought_in_the_same_words_is_said_once(german: Article) -> None:
    lines = [
        line("Alana", COST, 9),
        line("Ben", SHARE, 10, 11),
        line("Alana", "Noch einmal: " + COST, 9),
        line("Ben", "Wie gesagt: " + SHARE, 10),
        line("Alana", LATER, 17),
        line("Ben", "220 Millionen Euro.", 9),
    ]
    judge = judge_for(german)
    assert [written(turn.body) for turn in judge.turns(lines)] == [COST, SHARE, LATER, "220 Millionen Euro."]


def test_an_answer_another_figure_and_another_sentence_are_no_repetition(german: Article) -> None:
    lines = [
        line("Alana", COST, 9),
        line("Ben", "Und was kostet das?"),
        line("Alana", COST.replace("neuen ", ""), 9),
        line("Ben", COST.replace("220", "300"), 9),
        line("Alana", "So ist es: " + COST, 12),
    ]
    assert len(judge_for(german).turns(lines)) == len(lines)


def repeating(script: Script, *_: object, **__: object) -> Report:
    """An editor who names every turn with this word as said before."""
    found = [
        Finding(
            turn.line, "repeated-thought", "warning", "said before", n, "conversation", written(turn.body)
        )
        for n, turn in enumerate(script.turns, 1)
        if "abermals" in written(turn.body)
    ]
    return Report(found, None)


def test_a_turn_that_only_says_again_what_was_said_goes_without_a_request(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "look", repeating)

    def model(asked: Asked) -> str:
        if asked.shape != "turns" or "Abschnitt" not in asked.prompt.splitlines()[0]:
            return good(asked)
        turns = json.loads(good(asked))["turns"]
        more = {"host": "Alana", "text": "Das alles ist abermals zu erwähnen.", "sentences": []}
        return text_of({"turns": [*turns[:2], more, *turns[2:]]})

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        assert len(server.of("repair")) < 2  # of two; the other leaves a turn that leans on it
    assert not any("abermals" in written(turn.body) for turn in done.script.turns)
    assert done.use.fallbacks == []


def test_the_close_may_say_again_what_to_take_along(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "look", repeating)

    def model(asked: Asked) -> str:
        if asked.shape != "turns" or not asked.prompt.startswith("Schreib den Schluss"):
            return good(asked)
        return good(asked).replace('"text": "', '"text": "Und abermals: ')

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        assert server.of("repair") == []
    assert any("abermals" in written(turn.body) for turn in done.script.turns)
    assert done.use.fallbacks == []


def turns(*texts: tuple[str, str, tuple[int, ...]]) -> list[Turn]:
    return [Turn(host, plain(text), numbers) for host, text, numbers in texts]


def test_what_is_put_in_stands_where_the_article_has_it_and_splits_no_question_from_its_answer() -> None:
    talk = turns(
        ("Alana", "Die Brücke ist alt.", (1,)),
        ("Ben", "Die Stadt hat kein Geld.", (4,)),
        ("Alana", "Was zahlt das Land?", ()),
        ("Ben", "Das Land zahlt die Hälfte.", (7,)),
        ("Alana", "Die Ministerin lehnt das Gutachten ab.", (9,)),
    )
    assert place_for(talk, 2, "de") == 0
    assert place_for(talk, 5, "de") == 1
    assert place_for(talk, 8, "de") == 3
    assert place_for(talk, 12, "de") == 4
    assert not spare(talk, 3, "de")
    assert not spare(talk, 2, "de")
    assert not spare(talk, 0, "de")
    assert not spare(talk, 4, "de")
    assert spare(talk, 1, "de")
