"""Check, repair, rhythm: what an editor finds is mended or goes; nothing is added for the ear's sake.

The editor here is one whose findings are known: a turn with 555 in it must not go on air, one with "Zorn" is weak.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from podcast.article import Article
from podcast.checks import Finding, Report
from podcast.script import Script, Turn, written
from podcast.writing.llm import work
from podcast.writing.llm.mending import adds_nothing
from tests.writing.llm.articles import Told, same, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, good, serving, text_of

INVENTED, WEAK = "Es kostet 555 Millionen.", "Der Zorn ist groß."


def editor(script: Script, *_: object, **__: object) -> Report:
    """An editor with two rules."""
    found = []
    for number, turn in enumerate(script.turns, 1):
        text = written(turn.body)
        if "555" in text:
            found.append(
                Finding(
                    turn.line,
                    "ungrounded-number",
                    "error",
                    "555 is not in the article",
                    number,
                    "grounding",
                    "555",
                )
            )
        if "Zorn" in text:
            found.append(Finding(turn.line, "habit", "warning", "“Zorn”", number, "conversation", "Zorn"))
    return Report(found, None)


@pytest.fixture(autouse=True)
def _known_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "look", editor)


def texts(script: Script) -> str:
    return " ".join(written(turn.body) for turn in script.turns)


def is_repair(asked: Asked) -> bool:
    """Whether this is a repair, and not the last pass, which has the same shape."""
    return asked.shape == "repair" and "Das ist zu ändern" in asked.prompt


def inventing(sentence: str, repair: Callable[[Asked], str] = good) -> Callable[[Asked], Answer]:
    """A model that adds a sentence to the second turn of every segment."""

    def model(asked: Asked) -> Answer:
        if is_repair(asked):
            return repair(asked)
        if asked.shape != "turns" or "Abschnitt" not in asked.prompt.splitlines()[0]:
            return good(asked)
        turns = json.loads(good(asked))["turns"]
        turns[1]["text"] += " " + sentence
        return text_of({"turns": turns})

    return model


def test_only_the_turns_that_the_editor_names_are_written_anew(german: Article, tmp_path: Path) -> None:
    with serving(inventing(INVENTED)) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        repairs = server.of("repair")
        asked = len(server.asked)
        assert same(done, by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers"))
        assert len(server.asked) == asked
    assert len(repairs) == 2
    for repair in repairs:
        assert re.findall(r"(?m)^- Turn (\d+) \(", repair.prompt) == ["2"]
        assert "„555“ steht so nicht im Artikel." in repair.prompt
        assert len(repair.sentences) >= 3
        schema = repair.body["response_format"]["json_schema"]["schema"]
        assert schema["properties"]["turns"]["items"]["properties"]["number"]["enum"] == [2]
    assert "555" not in texts(done.script)
    assert done.use.fallbacks == []


def test_what_is_invented_after_two_repairs_is_the_offline_writers(german: Article, tmp_path: Path) -> None:
    def stubborn(asked: Asked) -> str:
        numbers = dict.fromkeys(re.findall(r"(?m)^- Turn (\d+) \(", asked.prompt))
        return text_of(
            {
                "turns": [
                    {"number": int(n), "text": f"Nun {asked.number}: {INVENTED}", "sentences": [9]}
                    for n in numbers
                ]
            }
        )

    told = Told()
    with serving(inventing(INVENTED, stubborn)) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers", told=told)
        assert len(server.of("repair")) == 4
    assert "555" not in texts(done.script)
    assert len(done.use.fallbacks) == 2
    assert all("555 is not in the article" in fallback.reason for fallback in done.use.fallbacks)
    assert "555 is not in the article" in told.notes[0]
    named = {n for turn in done.script.turns for n in turn.sentences}
    assert named == {sentence.number for sentence in german.sentences}


def test_a_warning_that_no_repair_mends_stays_the_models(german: Article, tmp_path: Path) -> None:
    def stubborn(asked: Asked) -> str:
        return text_of({"turns": [{"number": 2, "text": WEAK, "sentences": []}]})

    with serving(inventing(WEAK, stubborn)) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
    assert done.use.fallbacks == []
    assert "Zorn" in texts(done.script)


def test_a_repair_that_makes_it_worse_is_not_taken(german: Article, tmp_path: Path) -> None:
    def worse(asked: Asked) -> str:
        return text_of({"turns": [{"number": 2, "text": INVENTED, "sentences": []}]})

    with serving(inventing(WEAK, worse)) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
    assert "555" not in texts(done.script)
    assert done.use.fallbacks == []


def test_a_repair_of_turns_that_nobody_asked_for_changes_nothing(german: Article, tmp_path: Path) -> None:
    def eager(asked: Asked) -> str:
        turns = json.loads(good(asked))["turns"]
        return text_of({"turns": [*turns, {"number": 1, "text": "Ganz anders.", "sentences": []},
                                  {"number": 99, "text": "Noch einer.", "sentences": []}]})  # fmt: skip

    with serving(inventing(INVENTED, eager)) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
    assert "Ganz anders" not in texts(done.script)
    assert "Noch einer" not in texts(done.script)


def polishing(change: Callable[[str], str]) -> Callable[[Asked], Answer]:
    """The good model, which changes every turn in the last pass."""

    def model(asked: Asked) -> Answer:
        if asked.shape != "repair" or is_repair(asked):
            return good(asked)
        turns: list[dict[str, Any]] = json.loads(good(asked))["turns"]
        return text_of({"turns": [{**turn, "text": change(turn["text"])} for turn in turns]})

    return model


def test_the_last_pass_may_put_words_another_way(german: Article, tmp_path: Path) -> None:
    with serving(
        polishing(lambda text: text.replace("schätzt die Kosten auf", "rechnet mit Kosten von"))
    ) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
    turn = next(turn for turn in done.script.turns if 9 in turn.sentences)
    assert written(turn.body) == "Das Land rechnet mit Kosten von 220 Millionen Euro."
    assert turn.sentences == (9,)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("220", "250"),
        lambda text: text.replace("Ruth Adler", "Ruth Falke"),
        lambda text: text.replace("nicht", "sehr wohl"),
        lambda text: text[:-1] + ", und das ist in ganz Europa so.",
        lambda text: text.replace(".", "?"),
        lambda text: text.replace(" am Tag", ""),
        lambda text: text + " Der Zorn wächst.",
        lambda _: "",
    ],
)
def test_the_last_pass_may_not_say_more_or_less(
    change: Callable[[str], str], german: Article, tmp_path: Path
) -> None:
    with serving(good) as server:
        before = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "before")
    with serving(polishing(change)) as server:
        after = by_model(german, show_for(server.base_url), tmp_path / "after")
    facts = ("250", "Falke", "sehr wohl", "Europa", "Euro?", "Zorn")
    assert not any(fact in texts(after.script) for fact in facts)
    assert len(list(after.script.turns)) == len(list(before.script.turns))


@pytest.mark.parametrize(
    ("old", "new", "same_facts"),
    [
        ("Jana Voss lehnt das ab.", "Das lehnt Jana Voss ab.", True),
        ("Das lehnt Voss ab, sagt Putins Sprecher.", "Putins Sprecher sagt: Das lehnt Voss ab.", True),
        ("Das lehnt Voss ab.", "Das lehnt Adler ab.", False),
        ("Es sind 14 von 60.", "Von 60 sind es 14.", True),
        ("Es sind 14 von 60.", "Es sind 40 von 60.", False),
        ("Er kommt nicht.", "Er kommt.", False),
        ("Sie sagt, es reicht.", "„Es reicht“, sagt sie.", False),
        ("Wer zahlt das?", "Das zahlt wer.", False),
    ],
)
def test_what_adds_nothing(old: str, new: str, same_facts: bool) -> None:
    assert adds_nothing(Turn("Ben", old), Turn("Ben", new), "de") is same_facts
