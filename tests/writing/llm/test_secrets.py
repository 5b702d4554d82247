"""The key is in no file, no message, no manifest; and it goes to nobody but its own server."""

from __future__ import annotations

import io
import logging
import traceback
from pathlib import Path

import msgspec
import pytest

from podcast.article import Article
from podcast.manifest import Draft, Manifest
from podcast.script import write
from podcast.writing.llm.failures import ModelError
from podcast.writing.llm.server import server_of
from tests.writing.llm.articles import Told, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, Raw, good, serving

KEY = "sk-test-4f9a8b7c6d5e"


@pytest.fixture
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_KEY", KEY)


def files(folder: Path) -> bytes:
    """Every byte of every file below a folder, and every name."""
    return b"".join(
        str(path).encode() + (path.read_bytes() if path.is_file() else b"") for path in folder.rglob("*")
    )


@pytest.mark.usefixtures("_key")
def test_the_key_goes_to_its_server_and_nowhere_else(
    german: Article, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = Told()
    with serving(good) as server:
        show = show_for(
            server.base_url.replace("//", "//user:pass-word@") + "?api=secret-one", key_env="NEWSROOM_KEY"
        )
        done = by_model(german, show, tmp_path / "answers", told=told)
        assert server.asked
    manifest = Manifest(Draft("1", "a", "b", done.use)).to_json().decode()
    out = capfd.readouterr()
    seen = [
        files(tmp_path).decode("utf-8", "replace"),
        manifest,
        write(done.script),
        out.out,
        out.err,
        str(told),
    ]
    for secret in (KEY, "pass-word", "secret-one"):
        assert not any(secret in text for text in seen), secret
    assert KEY not in caplog.text
    assert KEY not in repr(server_of(show))
    assert "pass-word" not in repr(server_of(show))
    assert done.use.base_url == server.base_url


@pytest.mark.usefixtures("_key")
def test_a_key_is_sent_as_the_server_wants_it(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        by_model(german, show_for(server.base_url, key_env="NEWSROOM_KEY"), tmp_path / "answers")
        assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}


@pytest.mark.usefixtures("_key")
def test_a_server_that_says_the_key_back_does_not_get_it_into_a_file(german: Article, tmp_path: Path) -> None:
    told = Told()
    with serving(lambda asked: good(asked).replace('"text": "', f'"text": "{KEY} ')) as server:
        done = by_model(
            german, show_for(server.base_url, key_env="NEWSROOM_KEY"), tmp_path / "answers", told=told
        )
    text = files(tmp_path).decode("utf-8", "replace") + write(done.script) + str(told) + str(done.use)
    assert KEY not in text
    assert "…" in text


@pytest.mark.usefixtures("_key")
@pytest.mark.parametrize(
    "answer",
    [
        Raw(401, f"wrong key {KEY} for http://user:pass-word@host".encode()),
        Raw(500, f'{{"error": {{"message": "cannot use {KEY} pass-word"}}}}'.encode()),
        Raw(400, f'{{"detail": [{{"input": "{KEY} pass-word"}}]}}'.encode()),
    ],
)
def test_no_error_shows_the_key(answer: Answer, german: Article, tmp_path: Path) -> None:
    """Not even the traceback of --debug."""

    def model(asked: Asked) -> Answer:
        return answer if asked.shape != "brief" else good(asked)

    with serving(model) as server:
        show = show_for(server.base_url.replace("//", "//user:pass-word@"), key_env="NEWSROOM_KEY")
        told = Told()
        shown = io.StringIO()
        try:
            done = by_model(german, show, tmp_path / "answers", told=told)
            shown.write(str(done.use) + str(told))
        except ModelError as error:
            traceback.print_exception(error, file=shown)
    assert shown.getvalue()
    assert KEY not in shown.getvalue()
    assert "pass-word" not in shown.getvalue()


def test_openais_key_is_not_sent_to_other_servers(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert {asked.headers["authorization"] for asked in server.asked} == {"Bearer none"}
        assert not any(KEY in str(dict(asked.headers)) for asked in server.asked)


def test_openais_key_goes_where_openais_own_variable_points(
    german: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(good) as server:
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        show = show_for("")
        by_model(german, show, tmp_path / "answers")
        assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert msgspec.to_builtins(show)["model"]["base_url"] == ""
