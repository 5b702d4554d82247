"""A server that is slow, busy, broken, gone, wrong, or greedy."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from podcast.article import Article
from podcast.errors import CallError
from podcast.script import problems, write
from podcast.writing.llm import client, ready
from podcast.writing.llm.failures import ModelError
from tests.writing.llm.articles import Told, same, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, Raw, good, serving
from tests.writing.llm.test_faults import heading_of

HOSTS = ("Alana", "Ben")


def failing(answer: Answer, times: int, shape: str = "brief") -> Callable[[Asked], Answer]:
    """The good model behind a server whose first ``times`` answers for a shape are ``answer``."""
    seen: list[Asked] = []

    def model(asked: Asked) -> Answer:
        if asked.shape == shape and len(seen) < times:
            seen.append(asked)
            return answer
        return good(asked)

    return model


def error(status: int, message: str = "", **headers: str) -> Raw:
    body = json.dumps({"error": {"message": message, "type": "server_error"}}).encode() if message else b""
    return Raw(status, body, {"Content-Type": "application/json", **headers})


PASSING: dict[str, Answer] = {
    "asked too often": error(429, "Rate limit reached", **{"Retry-After": "0"}),
    "an error": error(500),
    "overloaded": error(503, "model is loading"),
    "a gateway's page": Raw(502, b"<html><body>Bad gateway</body></html>", {"Content-Type": "text/html"}),
    "an answer that breaks off": Raw(200, b'{"choices": [', {"Content-Type": "application/json"}, cut=True),
    "an error with status 200": {"error": {"message": "upstream failed"}},
    "no choices": {"choices": []},
    "half of its JSON": Raw(200, b'{"choices": [{"message"', {"Content-Type": "application/json"}),
}  # fmt: skip


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_waited_out(name: str, german: Article, tmp_path: Path) -> None:
    told = Told()
    with serving(failing(PASSING[name], 1, "turns" if "error" in name else "brief")) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers", told=told)
        assert all(asked.form == "schema" for asked in server.asked)
    assert done.use.fallbacks == []
    assert told.notes == []


def test_a_server_says_how_long_to_wait_and_is_heeded(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not less than it asks for, and a little more at most."""
    monkeypatch.setattr(client, "WAITS_S", (30.0, 30.0, 30.0))
    begun = time.monotonic()
    busy = error(429, "slow down", **{"retry-after-ms": "300"})
    with serving(failing(busy, 1)) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
    assert 0.3 <= time.monotonic() - begun < 15


@pytest.mark.parametrize(
    "after", ["3600", "Wed, 21 Oct 2099 07:28:00 GMT", "1e300", "inf"], ids=["seconds", "date", "huge", "inf"]
)
def test_a_server_that_asks_for_an_hour_is_not_waited_for(
    after: str, german: Article, tmp_path: Path
) -> None:
    busy = error(429, "Daily limit reached", **{"Retry-After": after})
    with serving(lambda _: busy) as server:
        with pytest.raises(ModelError, match=r"is asked too often .*Daily limit reached.* asks to wait"):
            by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert len(server.asked) == 1


@pytest.mark.parametrize("after", ["-5", "nan", "soon", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_a_wait_that_makes_no_sense_is_none(after: str, german: Article, tmp_path: Path) -> None:
    with serving(failing(error(429, "busy", **{"Retry-After": after}), 1)) as server:
        assert by_model(german, show_for(server.base_url), tmp_path / "answers").use.fallbacks == []


FINAL: dict[str, tuple[Answer, str, int]] = {
    "a wrong key": (error(401, "Incorrect API key provided"), "does not let us in .*key_env", 1),
    "not allowed": (error(403, "no access"), "does not let us in", 1),
    "an unknown model": (error(404, "model 'test-model' not found"), "knows no model 'test-model'.*/v1", 1),
    "no money": (error(429, "You exceeded your current quota"), "wants to be paid", 1),
    "a web page": (Raw(200, b"<html>hello</html>", {"Content-Type": "text/html"}), "web page", 1),
    "fifty megabytes": (Raw(200, b"x" * 50_000_000), "more than 4 MB", 1),
    "busy for ever": (error(429, "busy", **{"Retry-After": "0"}), "is asked too often .*4 times", 4),
}


@pytest.mark.parametrize("name", FINAL)
def test_without_an_answer_at_all_the_work_fails_in_one_line(
    name: str, german: Article, tmp_path: Path
) -> None:
    answer, message, requests = FINAL[name]
    with serving(lambda _: answer) as server:
        with pytest.raises(ModelError, match=message) as caught:
            by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert len(server.asked) == requests
    assert "\n" not in str(caught.value)
    assert "--writer offline" in str(caught.value)
    assert caught.value.exit_code == 1
    assert not (tmp_path / "answers").exists()


def test_an_error_of_fifty_megabytes_is_not_read(german: Article, tmp_path: Path) -> None:
    with serving(lambda _: Raw(401, b"y" * 50_000_000)) as server, pytest.raises(ModelError) as caught:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
    assert len(str(caught.value)) < 600


def test_what_a_server_says_is_shown_on_one_line_without_control_characters(
    german: Article, tmp_path: Path
) -> None:
    with (
        serving(lambda _: error(401, "no\x1b[31m\nkey\r\u202e")) as server,
        pytest.raises(ModelError) as caught,
    ):
        by_model(german, show_for(server.base_url), tmp_path / "answers")
    assert "no [31m key" in str(caught.value)
    assert str(caught.value).isprintable()


def test_no_server_is_said_in_one_line(german: Article, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ModelError, match=rf"http://127.0.0.1:{port}/v1 cannot be reached .*4 times"):
        by_model(german, show_for(f"http://127.0.0.1:{port}/v1"), tmp_path / "answers")


def test_a_server_that_never_answers_is_given_up(german: Article, tmp_path: Path) -> None:
    with (
        serving(lambda _: Raw(hang=True)) as server,
        pytest.raises(ModelError, match=r"did not answer within 0\.2 s, 2 times"),
    ):
        by_model(german, show_for(server.base_url, timeout_s=0.2), tmp_path / "answers")


def test_a_server_that_dies_in_the_middle_costs_nothing_that_was_written(
    german: Article, tmp_path: Path
) -> None:
    """What is missing is the offline writer's and said to be; the next run asks for just that."""

    def dying(asked: Asked) -> Answer:
        dead = asked.shape == "turns" and "Abschnitt 2 von 2" in asked.prompt
        return error(500, "CUDA out of memory") if dead or asked.shape == "repair" else good(asked)

    told = Told()
    with serving(dying) as server:
        done = by_model(german, show_for(server.base_url, parallel=1), tmp_path / "answers", told=told)
        assert len(server.of("turns")) >= 3
        url = server.base_url
        second = next(heading_of(a) for a in server.of("turns") if "Abschnitt 2 von 2" in a.prompt)
    assert problems(write(done.script), HOSTS) == []
    named = {n for turn in done.script.turns for n in turn.sentences}
    assert named == {sentence.number for sentence in german.sentences}
    assert [fallback.part for fallback in done.use.fallbacks] == [second]
    assert "CUDA out of memory" in done.use.fallbacks[0].reason
    assert "CUDA out of memory" in told.notes[0]
    assert told.notes[1] == "what the model has written is kept; the same command asks for the rest"

    port = int(url.rpartition(":")[2].partition("/")[0])
    kept = len(list((tmp_path / "answers").glob("[0-9a-f]*.json")))
    assert kept >= 4
    with serving(good, port) as server:
        later = by_model(german, show_for(url, parallel=1), tmp_path / "answers")
        missing = [asked.shape for asked in server.asked]
        assert "brief" not in missing
        assert "outline" not in missing
        assert missing.count("turns") <= 2  # the segment, and the close that knows its last lines
    assert later.use.fallbacks == []


def test_one_part_that_takes_too_long_leaves_the_others_their_repairs(
    german: Article, tmp_path: Path
) -> None:
    """The server lives, so the work goes on; the next run asks for that part again."""

    def slow(asked: Asked) -> Answer:
        return Raw(hang=True) if "Abschnitt 1 von 2" in asked.prompt.splitlines()[0] else good(asked)

    told = Told()
    with serving(slow) as server:
        show = show_for(server.base_url, timeout_s=1.0, parallel=1)
        done = by_model(german, show, tmp_path / "answers", told=told)
        assert server.of("repair")
    assert len(done.use.fallbacks) == 1
    assert "did not answer within 1 s, 2 times" in done.use.fallbacks[0].reason
    assert told.notes[-1] == "what the model has written is kept; the same command asks for the rest"


def test_a_server_that_is_dead_is_not_asked_for_every_part(german: Article, tmp_path: Path) -> None:
    def dying(asked: Asked) -> Answer:
        return good(asked) if asked.shape in {"brief", "outline"} else error(401, "key revoked")

    with serving(dying) as server:
        with pytest.raises(ModelError, match="key revoked"):
            by_model(german, show_for(server.base_url, parallel=1), tmp_path / "answers")
        assert len(server.of("turns")) == 1


def test_what_is_written_before_an_outage_in_the_last_pass_stays(german: Article, tmp_path: Path) -> None:
    told = Told()
    with serving(lambda asked: error(401, "over") if asked.shape == "repair" else good(asked)) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers", told=told)
    assert done.use.fallbacks == []
    assert told.notes[0].startswith("the model has not looked over all of it again, because http://127.0.0.1")
    assert "over" in told.notes[0]
    assert told.notes[1:] == ["what the model has written is kept; the same command asks for the rest"]


# -- settings ---------------------------------------------------------------------------------------


def test_settings_come_from_the_environment_too(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(good) as server:
        monkeypatch.setenv("PODCAST_MODEL", "from-outside")
        monkeypatch.setenv("PODCAST_BASE_URL", server.base_url)
        done = by_model(german, show_for("http://127.0.0.1:1/v1"), tmp_path / "answers")
        assert {asked.body["model"] for asked in server.asked} == {"from-outside"}
    assert done.use.model == "from-outside"


@pytest.mark.parametrize(
    ("settings", "environment", "message"),
    [
        ({"name": ""}, {}, "needs a model"),
        ({"base_url": "localhost:11434"}, {}, "base_url is no address"),
        ({"base_url": "ftp://localhost/v1"}, {}, "base_url is no address"),
        ({"base_url": "http://[::1/v1"}, {}, "base_url is no address"),
        ({"base_url": ""}, {}, r"OPENAI_API_KEY is not set \(OpenAI wants a key\): export OPENAI_API_KEY="),
        ({"key_env": "MISTRAL_API_KEY"}, {}, r"MISTRAL_API_KEY is not set \(\[model\] key_env names it\)"),
        ({"key_env": "MY_KEY"}, {"MY_KEY": "two words"}, "what MY_KEY holds is no key"),
        ({"key_env": "MY_KEY"}, {"MY_KEY": "schlüssel"}, "what MY_KEY holds is no key"),
    ],
)
def test_what_is_missing_is_said_before_anything_is_done(
    settings: dict[str, str], environment: dict[str, str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(CallError, match=message) as caught:
        ready(show_for(**{"base_url": "http://127.0.0.1:1/v1", **settings}))
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_missing_package_is_said_with_the_line_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelError, match=r"pip install 'alana-ben\[llm\]'"):
        ready(show_for("http://127.0.0.1:1/v1"))


def test_a_run_that_was_cached_gives_the_same_whatever_the_server_now_says(
    german: Article, tmp_path: Path
) -> None:
    with serving(good) as server:
        first = by_model(german, show_for(server.base_url), tmp_path / "answers")
        server.model = lambda _: error(500)
        assert same(first, by_model(german, show_for(server.base_url), tmp_path / "answers"))


def test_where_answers_cannot_be_kept_none_is_paid_for(german: Article, tmp_path: Path) -> None:
    """And where all of them lie there already, nothing has to be written."""
    (tmp_path / "taken").write_text("no folder")
    with serving(good) as server:
        with pytest.raises(ModelError, match="answers cannot be kept there") as caught:
            by_model(german, show_for(server.base_url), tmp_path / "taken")
        assert "\n" not in str(caught.value)
        assert server.asked == []
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert not [path for path in (tmp_path / "answers").iterdir() if "probe" in path.name]
