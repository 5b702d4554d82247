"""The engine openai against a server on this machine with OpenAI's protocol."""

from __future__ import annotations

from typing import Any

import pytest

from podcast.errors import CallError, EngineError, OutageError
from podcast.show import Host, Show
from podcast.speech.casting import cast
from podcast.speech.engines import get_engine
from podcast.speech.engines.base import Voice
from podcast.speech.engines.openai import OpenAI, OpenAIOptions
from tests.speech.services import TEXT, FakeTime, Service, says, send, serving, spoken

KEY = "sk-proj-4711"


def engine(service: Service, **options: Any) -> OpenAI:
    """The engine as it would ask the service."""
    options = {"base_url": f"{service.url}/v1", **options}
    return OpenAI(OpenAIOptions(**options), waits_s=(1.0,), timing=FakeTime().timing())


@pytest.mark.parametrize("form", ["wav", "mp3", "pcm"])
def test_it_asks_as_the_protocol_says(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUSE_KEY", KEY)
    with serving(spoken(form)) as service:
        made = engine(service, format=form, key_env="HOUSE_KEY", instructions="Sprich ruhig.")
        clip = made.synthesize(TEXT, Voice("nova", "de", "", speed=1.25))
    assert clip.seconds == pytest.approx(2.95, abs=0.1)
    assert (clip.rate, clip.channels, clip.width) == (24000, 1, 2)
    (asked,) = service.asked
    assert asked.path == "/v1/audio/speech"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.headers["content-type"] == "application/json"
    assert asked.body == {
        "model": "gpt-4o-mini-tts",
        "voice": "nova",
        "input": TEXT,
        "response_format": form,
        "speed": 1.25,
        "instructions": "Sprich ruhig.",
    }


def test_what_is_not_set_is_not_sent() -> None:
    """Servers other than OpenAI's refuse fields that they do not know."""
    with serving(spoken("wav")) as service:
        engine(service, model="kokoro").synthesize(TEXT, Voice("af_bella", "en", ""))
    (asked,) = service.asked
    assert set(asked.body) == {"model", "voice", "input", "response_format"}
    assert "authorization" not in asked.headers


def test_a_server_that_sends_another_format_than_it_was_asked_for_is_understood() -> None:
    with serving(spoken("wav", 44100, 2)) as service:
        clip = engine(service, format="pcm").synthesize(TEXT, Voice("x", "de", ""))
    assert clip.seconds == pytest.approx(2.95, abs=0.05)


def test_pcm_of_another_rate_than_told_is_noticed_by_its_length() -> None:
    with serving(spoken("pcm", 8000)) as service:
        made = engine(service, format="pcm", rate=48000)
        with pytest.raises(EngineError, match="too short for the text, 2 times"):
            made.synthesize(TEXT, Voice("x", "de", ""))


def test_the_rate_of_the_clips_can_be_set() -> None:
    with serving(spoken("wav", 44100)) as service:
        clip = engine(service, rate=44100).synthesize(TEXT, Voice("x", "de", ""))
    assert clip.rate == 44100
    assert clip.seconds == pytest.approx(2.95, abs=0.02)


def test_the_own_service_wants_a_key_and_others_do_not_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert OpenAI().unavailable() == "the key is missing; run: export OPENAI_API_KEY=…"
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert OpenAI().unavailable() is None
    with serving(spoken("wav")) as service:
        made = engine(service)
        assert made.unavailable() is None
        made.synthesize(TEXT, Voice("x", "de", ""))
    assert "authorization" not in service.asked[0].headers


def test_a_variable_that_is_named_must_hold_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOUSE_KEY", raising=False)
    made = get_engine("openai", {"base_url": "http://127.0.0.1:1/v1", "key_env": "HOUSE_KEY"})
    assert made.unavailable() == "the key is missing; run: export HOUSE_KEY=…"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://x/v1", "no address"),
        ("api.openai.com", "no address"),
        ("http://x:port/v1", "no address"),
        ("http://me:4711@x/v1", "holds a password"),
    ],
)
def test_a_wrong_address_is_named_before_work_starts(address: str, reason: str) -> None:
    why = get_engine("openai", {"base_url": address}).unavailable()
    assert why is not None
    assert reason in why
    assert "4711" not in why


def test_any_voice_may_be_named_and_openai_s_are_known() -> None:
    made = OpenAI()
    assert [voice.id for voice in made.pair("de")] == ["nova", "onyx"]
    assert made.voice("af_bella+af_sky", "de").id == "af_bella+af_sky"
    with pytest.raises(CallError, match="no voice ''"):
        made.voice("  ", "de")


def test_another_server_s_voices_must_be_named() -> None:
    options: dict[str, str | int | float | bool] = {"base_url": "http://127.0.0.1:8880/v1"}
    show = Show(engine="openai", engines={"openai": options})
    with pytest.raises(
        CallError, match="Alana: the engine openai has no voice for 'de': name one for each host"
    ):
        cast(show, show.hosts[0], "de")
    hosts = (Host("A", voice="f1"), Host("B", voice="m1"))
    show = Show(engine="openai", engines={"openai": options}, hosts=hosts)
    assert [cast(show, host, "de").id for host in show.hosts] == ["f1", "m1"]


def test_a_model_that_is_not_there_ends_at_once_and_names_it() -> None:
    body = (
        b'{"error": {"message": "no such model", "type": "invalid_request_error", "code": "model_not_found"}}'
    )
    reason = r"model 'tts-9', voice 'nova' at http.*\(model_not_found\): check"
    with serving(says(404, body)) as service, pytest.raises(OutageError, match=reason):
        engine(service, model="tts-9").synthesize(TEXT, Voice("nova", "de", ""))
    assert len(service.asked) == 1


def test_a_json_answer_instead_of_sound_is_no_speech() -> None:
    with (
        serving(lambda handler, _: send(handler, 200, b'{"audio": "' + b"A" * 50_000 + b'"}')) as service,
        pytest.raises(OutageError, match=r"openai: .*no speech, 2 times; .*--engine pico"),
    ):
        engine(service, format="pcm").synthesize(TEXT, Voice("nova", "de", ""))


def test_a_long_text_stays_below_the_limit() -> None:
    text = "Die Kommission legte gestern einen Bericht vor. " * 90
    with serving(spoken("wav")) as service:
        clip = engine(service).synthesize(text, Voice("nova", "de", ""))
    lengths = [len(asked.body["input"]) for asked in service.asked]
    assert len(lengths) == 3
    assert max(lengths) <= 2000
    assert clip.seconds == pytest.approx(sum(lengths) * 0.0625 + 2 * 0.6, abs=0.5)
