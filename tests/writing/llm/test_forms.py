"""The form of an answer: a schema, any JSON, plain lines; what held is remembered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from podcast.article import Article
from podcast.script import Turn
from podcast.writing.llm.schemas import FORMS
from tests.writing.llm.articles import same, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, Raw, completion, good, serving

Server = Callable[[Asked], Answer]


def refusing(status: int, message: str, first: str) -> Server:
    """A server that takes only the forms from ``first`` on, and answers in plain lines where these are asked for."""

    def model(asked: Asked) -> Answer:
        if FORMS.index(asked.form) < FORMS.index(first):
            return Raw(status, json.dumps({"error": {"message": message}}).encode())
        return in_lines(asked) if asked.form == "lines" else good(asked)

    return model


def in_lines(asked: Asked) -> str:
    """The good model's answer by a model that knows no JSON."""
    value = json.loads(good(asked))
    if asked.shape == "brief":
        return str(value["core"])
    if asked.shape == "outline":
        rows = [(s["heading"], s["sentences"], s["lead"], s["tension"]) for s in value["segments"]]
        return "heading | sentences | lead | tension\n" + "\n".join(" | ".join(row) for row in rows)
    first = "number" if asked.shape == "repair" else "host"
    return "\n".join(
        f"**{turn[first]}:** {turn['text']} {[f's{n}' for n in turn['sentences']]}".replace("'", "")
        for turn in value["turns"]
    )


@pytest.mark.parametrize(
    ("first", "status"), [("loose", 400), ("object", 422), ("object", 500), ("lines", 501)]
)
def test_a_server_that_knows_no_schema_is_asked_in_a_simpler_form(
    first: str, status: int, german: Article, tmp_path: Path
) -> None:
    """Found out once, in the first question; llama-cpp-python says 500 to a schema."""
    with serving(refusing(status, "unsupported response_format", first)) as server:
        show = show_for(server.base_url, rhythm=False)
        done = by_model(german, show, tmp_path / "answers")
        forms = [asked.form for asked in server.asked]
        tries = forms[: forms.index(first)]
        assert list(dict.fromkeys(tries)) == list(FORMS[: FORMS.index(first)])
        assert {asked.shape for asked in server.asked[: len(tries)]} == {"brief"}
        assert set(forms[len(tries) :]) == {first}
        assert same(done, by_model(german, show, tmp_path / "answers"))
        assert len(server.asked) == len(forms)
    assert done.use.fallbacks == []
    with serving(good) as server:
        plain = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "plain")
    told: Callable[[Turn], tuple[object, ...]] = lambda turn: (turn.body, turn.sentences)  # noqa: E731
    assert sorted(map(told, done.script.turns)) == sorted(map(told, plain.script.turns))


@pytest.mark.parametrize("first", FORMS)
def test_what_held_is_remembered_for_other_articles(first: str, german: Article, tmp_path: Path) -> None:
    from tests.writing.llm.articles import ENGLISH, article

    with serving(refusing(400, "response_format", first)) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        before = len(server.asked)
        (tmp_path / "en").mkdir()
        by_model(article(tmp_path / "en", ENGLISH), show_for(server.base_url), tmp_path / "answers")
        assert {asked.form for asked in server.asked[before:]} == {first}


def test_a_server_that_ignores_the_schema_is_asked_in_a_simpler_form(german: Article, tmp_path: Path) -> None:
    def model(asked: Asked) -> Answer:
        return in_lines(asked)

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        assert server.asked[-1].form == "lines"
        assert all(asked.form == "lines" for asked in server.of("turns"))
    assert not [fallback for fallback in done.use.fallbacks if fallback.part not in {"the brief", "the plan"}]


def test_once_a_form_has_held_a_bad_answer_does_not_change_it(german: Article, tmp_path: Path) -> None:
    spoilt: list[int] = []

    def model(asked: Asked) -> Answer:
        if asked.shape == "turns" and not spoilt:
            spoilt.append(asked.number)
            return "keine Ahnung"
        return good(asked)

    with serving(model) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert {asked.form for asked in server.asked} == {"schema"}


def test_a_prompt_without_a_schema_says_which_form_is_wanted(german: Article, tmp_path: Path) -> None:
    with serving(refusing(400, "no", "object")) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        for asked in server.asked:
            if asked.form == "object":
                found = re.search(r"nach diesem Schema.*?\n(\{.*\})", asked.prompt)
                assert found
                assert json.loads(found[1])["type"] == "object"


@pytest.mark.parametrize(
    ("message", "setting"),
    [
        ("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
         "max_tokens"),
        ("Unsupported value: 'temperature' does not support 0.7 with this model.", "temperature"),
    ],
)  # fmt: skip
def test_a_setting_that_a_model_does_not_take_is_left_out(
    message: str, setting: str, german: Article, tmp_path: Path
) -> None:
    def model(asked: Asked) -> Answer:
        if setting in asked.body:
            return Raw(400, json.dumps({"error": {"message": message}}).encode())
        return good(asked)

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert [setting in asked.body for asked in server.asked].count(True) == 1
        assert {asked.form for asked in server.asked} == {"schema"}
        assert ("max_completion_tokens" in server.asked[-1].body) == (setting == "max_tokens")
    assert done.use.fallbacks == []


def test_nothing_is_sent_that_not_every_server_knows(german: Article, tmp_path: Path) -> None:
    """Mistral refuses a request with one unknown key."""
    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        for asked in server.asked:
            assert set(asked.body) == {"model", "messages", "temperature", "max_tokens", "response_format"}


def test_a_prompt_too_long_for_the_model_is_not_sent_four_times(german: Article, tmp_path: Path) -> None:
    """The brief needs the whole article; a small context does without brief and plan, and writes the segments."""
    too_long = Raw(
        400, json.dumps({"error": {"message": "the request exceeds the available context size"}}).encode()
    )

    def model(asked: Asked) -> Answer:
        return too_long if asked.shape in {"brief", "outline"} else good(asked)

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert len(server.of("brief")) == len(server.of("outline")) == 1
        assert server.of("turns")
    assert [fallback.part for fallback in done.use.fallbacks] == ["the brief", "the plan"]
    assert "too long for the model" in done.use.fallbacks[0].reason


def test_schemas_are_bounded_and_strict(german: Article, tmp_path: Path) -> None:
    def walk(value: object) -> None:
        if isinstance(value, dict):
            if value.get("type") == "object":
                assert value["additionalProperties"] is False
                assert value["required"] == list(value["properties"])
            if value.get("type") == "array":
                assert value["maxItems"] > 0
            if value.get("type") == "string":
                assert "enum" in value or value["maxLength"] <= 600
            assert "$ref" not in value
            for item in value.values():
                walk(item)

    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert {asked.shape for asked in server.asked} == {"brief", "outline", "turns", "repair"}
        for asked in server.asked:
            form = asked.body["response_format"]["json_schema"]
            assert form["strict"] is True
            walk(form["schema"])


def test_a_cut_answer_that_is_whole_nevertheless_is_taken(german: Article, tmp_path: Path) -> None:
    with serving(lambda asked: completion(good(asked), "length")) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert len(server.of("brief")) == 1
    assert done.use.fallbacks == []
