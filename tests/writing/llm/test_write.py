"""A model that works well: the script, the cache, the order, the manifest."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import msgspec
import pytest

from podcast.article import Article
from podcast.script import Script, parse, problems, write, written
from podcast.show import Host, Show
from tests.writing.llm.articles import ENGLISH, Told, article, same, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Asked, good, serving

HOSTS = ("Alana", "Ben")


def spoken(script: Script) -> str:
    """Everything that is said, on one line."""
    return " ".join(written(turn.body) for turn in script.turns)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_good_model_gives_a_script_that_parses_and_whose_turns_are_the_hosts(
    language: str, tmp_path: Path
) -> None:
    text = ENGLISH if language == "en" else None
    source = article(tmp_path, text) if text else article(tmp_path)
    with serving(good) as server:
        done = by_model(source, show_for(server.base_url), tmp_path / "answers")
    text = write(done.script)
    assert problems(text, HOSTS) == []
    assert parse(text, HOSTS) == done.script
    assert {turn.host for turn in done.script.turns} == set(HOSTS)
    assert done.script.meta["writer"] == "llm"
    assert done.script.meta["language"] == language
    assert done.use.fallbacks == []
    named = [n for turn in done.script.turns for n in turn.sentences]
    assert set(named) == {sentence.number for sentence in source.sentences}


def test_the_article_is_told_in_the_order_of_the_plan(german: Article, tmp_path: Path) -> None:
    """However the parallel answers come in: the later a segment, the sooner its answer."""
    first_waits = threading.Event()

    def model(asked: Asked) -> str:
        if "Abschnitt 1 von 2" in asked.prompt and asked.shape == "turns":
            assert first_waits.wait(10), "the segments were not asked for at the same time"
        elif "Abschnitt 2 von 2" in asked.prompt and asked.shape == "turns":
            first_waits.set()
        return good(asked)

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url, parallel=4), tmp_path / "answers")
    segments = [[n for turn in part.turns for n in turn.sentences] for part in done.script.segments[:-1]]
    told = [n for part in segments for n in part]
    assert told == sorted(told)
    assert len(segments) == 3


def test_a_second_run_asks_nothing_and_gives_the_same_bytes(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        show = show_for(server.base_url, price_in=2.0, price_out=10.0, currency="EUR")
        first = by_model(german, show, tmp_path / "answers")
        asked = len(server.asked)
        second = by_model(german, show, tmp_path / "answers")
        assert len(server.asked) == asked > 0
    assert same(first, second)
    assert (first.asked, first.cached) == (asked, 0)
    assert (second.asked, second.cached) == (0, asked)
    assert first.use.requests == asked
    assert (first.use.tokens_in, first.use.tokens_out) == (1000 * asked, 100 * asked)
    assert first.use.price == pytest.approx(asked * (1000 * 2 + 100 * 10) / 1e6)
    assert first.use.currency == "EUR"


def test_a_second_run_needs_no_server(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        show = show_for(server.base_url)
        first = by_model(german, show, tmp_path / "answers")
    assert same(first, by_model(german, show, tmp_path / "answers"))


@pytest.mark.parametrize("change", [{"name": "another"}, {"temperature": 0.1}])
def test_another_model_or_setting_is_asked_anew(
    change: dict[str, object], german: Article, tmp_path: Path
) -> None:
    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
        asked = len(server.asked)
        by_model(german, show_for(server.base_url, **change), tmp_path / "answers")
        assert len(server.asked) == 2 * asked


def test_a_damaged_answer_is_asked_for_again(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        show = show_for(server.base_url)
        first = by_model(german, show, tmp_path / "answers")
        files = sorted(
            path for path in (tmp_path / "answers").iterdir() if not path.name.startswith("server")
        )
        assert len(files) == len(server.asked)
        files[0].write_bytes(files[0].read_bytes()[:40])
        files[1].write_bytes(b"\xff\x00")
        asked = len(server.asked)
        assert same(first, by_model(german, show, tmp_path / "answers"))
        assert len(server.asked) == asked + 2


def test_answers_are_json_and_nothing_else_is_left(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers")
    for path in (tmp_path / "answers").iterdir():
        assert re.fullmatch(r"(server-)?[0-9a-f]+\.json", path.name)
        assert isinstance(msgspec.json.decode(path.read_bytes()), dict)


def test_the_program_says_greeting_disclosure_and_goodbye(german: Article, tmp_path: Path) -> None:
    """Once each, with names and show as they are, whatever the model does."""

    def model(asked: Asked) -> str:
        text = good(asked)
        if asked.shape == "turns":
            hello = "Hallo und willkommen bei Morgenrunde! Ich bin Alana. "
            text = text.replace('"text": "', f'"text": "{hello}').replace(
                '"}]', ' Danke fürs Zuhören, bis zum nächsten Mal!"}]'
            )
        return text

    with serving(model) as server:
        show = msgspec.structs.replace(
            show_for(server.base_url), name="Brückenfunk", disclosure="Wir sind künstlich."
        )
        done = by_model(german, show, tmp_path / "answers")
    text = spoken(done.script)
    assert "Morgenrunde" not in text
    assert text.count("Ich bin ") == 1
    assert text.count("Wir sind künstlich.") == 1
    assert 2 <= text.count("Brückenfunk") <= 3
    headings = [segment.heading for segment in done.script.segments]
    assert (headings[0], headings[-1]) == ("Einstieg", "Zum Schluss")


def test_no_disclosure_where_the_show_wants_none(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        show = msgspec.structs.replace(show_for(server.base_url), disclosure=False)
        assert "künstlich" not in spoken(by_model(german, show, tmp_path / "answers").script)


def test_prompts_carry_the_hosts_and_the_article_as_data(german: Article, tmp_path: Path) -> None:
    hosts = (Host("Mira", character="Sie rechnet alles nach."), Host("Jo", character="Er erzählt gern."))

    def model(asked: Asked) -> str:
        return good(asked).replace('"Alana"', '"Mira"').replace('"Ben"', '"Jo"')

    with serving(model) as server:
        show = msgspec.structs.replace(show_for(server.base_url), hosts=hosts)
        done = by_model(german, show, tmp_path / "answers")
        system = server.asked[0].body["messages"][0]["content"]
        assert "Mira: Sie rechnet alles nach." in system
        assert "Jo: Er erzählt gern." in system
        assert len(server.asked[0].sentences) == 23
    assert {turn.host for turn in done.script.turns} == {"Mira", "Jo"}


def test_one_at_a_time_every_part_knows_the_last_lines(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        by_model(german, show_for(server.base_url, parallel=1), tmp_path / "answers")
        second = next(asked for asked in server.of("turns") if "Abschnitt 2 von 2" in asked.prompt)
        assert "Unmittelbar davor wurde gesagt:" in second.prompt
    with serving(good) as server:
        by_model(german, show_for(server.base_url, parallel=4), tmp_path / "more")
        second = next(asked for asked in server.of("turns") if "Abschnitt 2 von 2" in asked.prompt)
        assert "Der Abschnitt davor endet mit diesem Gedanken:" in second.prompt


def test_no_more_requests_at_once_than_the_show_allows(german: Article, tmp_path: Path) -> None:
    running = 0
    most = 0
    lock = threading.Lock()

    def model(asked: Asked) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        answer = good(asked)
        with lock:
            running -= 1
        return answer

    with serving(model) as server:
        by_model(german, show_for(server.base_url, parallel=1), tmp_path / "answers")
    assert most == 1


def test_progress_counts_up_to_its_end(german: Article, tmp_path: Path) -> None:
    told = Told()
    with serving(good) as server:
        by_model(german, show_for(server.base_url), tmp_path / "answers", told=told)
    for stage in ("planning", "writing", "polishing"):
        steps = [(done, total) for name, done, total in told.steps if name == stage]
        assert [done for done, _ in steps] == list(range(steps[-1][1] + 1))
    assert told.notes == []


def test_the_last_pass_can_be_left_out(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        by_model(german, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        assert server.of("repair") == []


def test_the_show_of_the_house_is_not_ready_without_a_model() -> None:
    from podcast.errors import CallError
    from podcast.writing.llm import ready

    with pytest.raises(CallError, match=r"needs a model: write name .* under \[model\]"):
        ready(Show())


def test_an_answer_that_is_used_twice_is_paid_once(german: Article, tmp_path: Path) -> None:
    """The same turn with the same fault is asked about in the same words: the second answer is the first one."""

    def model(asked: Asked) -> str:
        if asked.shape == "turns" and "Abschnitt" in asked.prompt.splitlines()[0]:
            return good(asked).replace('"text": "', '"text": "Das sind 555 Millionen. ', 1)
        if asked.shape == "repair" and "Das ist zu ändern" in asked.prompt:
            return '{"turns": [{"number": 99, "text": "Nichts.", "sentences": []}]}'
        return good(asked)

    with serving(model) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
        assert done.use.requests == done.asked == len(server.asked)
    assert done.cached == 0
