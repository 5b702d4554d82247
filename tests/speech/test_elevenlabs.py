"""The engine elevenlabs against a server on this machine with its protocol."""

from __future__ import annotations

from typing import Any

import pytest

from podcast.errors import CallError, OutageError
from podcast.speech.engines import get_engine
from podcast.speech.engines.base import Voice
from podcast.speech.engines.elevenlabs import ElevenLabs, ElevenLabsOptions
from tests.speech.services import TEXT, FakeTime, Service, says, serving, spoken

KEY = "xi-4711"
SARAH = Voice("EXAVITQu4vr4xnSDxMaL", "de", "")


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELEVENLABS_API_KEY", KEY)


def engine(service: Service, **options: Any) -> ElevenLabs:
    """The engine as it would ask the service."""
    options = {"base_url": service.url, **options}
    return ElevenLabs(ElevenLabsOptions(**options), waits_s=(1.0,), timing=FakeTime().timing())


def test_it_asks_as_the_protocol_says() -> None:
    with serving(spoken("mp3", 44100)) as service:
        made = engine(service, stability=0.4, similarity_boost=0.8, style=0.0, seed=7)
        clip = made.synthesize(TEXT, SARAH, before="Guten Tag.", after="Genau.")
    assert clip.seconds == pytest.approx(2.95, abs=0.1)
    assert (clip.rate, clip.channels, clip.width) == (44100, 1, 2)
    (asked,) = service.asked
    assert asked.path == "/v1/text-to-speech/EXAVITQu4vr4xnSDxMaL?output_format=mp3_44100_128"
    assert asked.headers["xi-api-key"] == KEY
    assert "authorization" not in asked.headers
    assert asked.body == {
        "text": TEXT,
        "model_id": "eleven_multilingual_v2",
        "voice_settings": {"stability": 0.4, "similarity_boost": 0.8, "style": 0.0},
        "seed": 7,
        "previous_text": "Guten Tag.",
        "next_text": "Genau.",
    }


def test_what_is_not_set_is_not_sent() -> None:
    with serving(spoken()) as service:
        engine(service).synthesize(TEXT, SARAH)
    assert set(service.asked[0].body) == {"text", "model_id"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({}, None),
        ({"model_id": "eleven_flash_v2_5"}, "de"),
        ({"model_id": "eleven_flash_v2_5", "language_code": "en"}, "en"),
        ({"language_code": "de"}, "de"),
    ],
)
def test_only_models_that_can_be_held_to_a_language_are(options: dict[str, str], code: str | None) -> None:
    with serving(spoken()) as service:
        engine(service, **options).synthesize(TEXT, SARAH)
    assert service.asked[0].body.get("language_code") == code


def test_a_model_that_takes_no_surroundings_gets_none() -> None:
    with serving(spoken()) as service:
        engine(service, model_id="eleven_v3").synthesize(TEXT, SARAH, before="Guten Tag.", after="Genau.")
    assert set(service.asked[0].body) == {"text", "model_id"}


def test_the_parts_of_a_long_text_know_of_each_other() -> None:
    text = "Die Kommission legte gestern einen Bericht vor. " * 60
    with serving(spoken()) as service:
        engine(service).synthesize(text, SARAH, before="Guten Tag.")
    first, second = (asked.body for asked in service.asked)
    assert first["previous_text"] == "Guten Tag."
    assert second["text"].startswith(first["next_text"][:400])
    assert first["text"].endswith(second["previous_text"][-400:])
    assert "next_text" not in second


@pytest.mark.parametrize(("speed", "asked_for"), [(1.1, 1.1), (0.5, 0.7), (1.8, 1.2)])
def test_a_speed_beyond_the_service_s_range_is_made_up_for_here(speed: float, asked_for: float) -> None:
    with serving(spoken()) as service:
        clip = engine(service).synthesize(TEXT, Voice(SARAH.id, "de", "", speed=speed))
    assert service.asked[0].body["voice_settings"] == {"speed": asked_for}
    assert clip.seconds == pytest.approx(2.95 * asked_for / speed, rel=0.05)


@pytest.mark.parametrize(("form", "rate"), [("pcm_24000", 24000), ("pcm_44100", 44100)])
def test_bare_pcm_is_brought_to_the_clip_s_rate(form: str, rate: int) -> None:
    with serving(spoken("pcm", rate)) as service:
        clip = engine(service, output_format=form).synthesize(TEXT, SARAH)
    assert service.asked[0].path.endswith(f"?output_format={form}")
    assert clip.rate == 44100
    assert clip.seconds == pytest.approx(2.95, abs=0.02)


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (401, "invalid_api_key", r"refuses the key \(invalid_api_key\): .*\$ELEVENLABS_API_KEY"),
        (401, "missing_permissions", r"refuses the key \(missing_permissions\)"),
        (401, "quota_exceeded", r"no credit left \(quota_exceeded\)"),
        (404, "voice_not_found", r"model 'eleven_multilingual_v2', voice 'EXAV.*' at .*\(voice_not_found\)"),
        (400, "voice_not_found", r"does not know .*\(voice_not_found\)"),
        (402, "payment_required", r"no credit left \(payment_required\)"),
    ],
)
def test_its_refusals_end_at_once(status: int, code: str, reason: str) -> None:
    body = f'{{"detail": {{"status": "{code}", "message": "see {KEY}"}}}}'.encode()
    with (
        serving(says(status, body)) as service,
        pytest.raises(OutageError, match=rf"^elevenlabs: .*{reason}") as caught,
    ):
        engine(service).synthesize(TEXT, SARAH)
    assert len(service.asked) == 1
    assert "4711" not in str(caught.value)


def test_too_many_at_once_is_retried() -> None:
    body = b'{"detail": {"status": "too_many_concurrent_requests", "message": "wait"}}'
    with serving(says(429, body), spoken()) as service:
        assert engine(service).synthesize(TEXT, SARAH).seconds > 2
    assert len(service.asked) == 2


def test_without_a_key_it_cannot_work_and_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    assert get_engine("elevenlabs").unavailable() is None
    monkeypatch.delenv("ELEVENLABS_API_KEY")
    assert get_engine("elevenlabs").unavailable() == "the key is missing; run: export ELEVENLABS_API_KEY=…"
    named = get_engine("elevenlabs", {"key_env": "OTHER"})
    assert named.unavailable() == "the key is missing; run: export OTHER=…"


@pytest.mark.parametrize("id_", ["", "Sarah", "../v1/user", "EXAVITQu4vr4xnSDxMaL?x=1"])
def test_what_can_be_no_id_is_named_and_gets_into_no_address(id_: str) -> None:
    with pytest.raises(CallError, match="letters and figures only"):
        get_engine("elevenlabs").voice(id_, "de")


def test_a_voice_of_the_account_may_be_named() -> None:
    assert get_engine("elevenlabs").voice("aB3dE6gH9jK2mN5pQ8sT", "de").id == "aB3dE6gH9jK2mN5pQ8sT"
    assert [voice.label.split(",")[0] for voice in get_engine("elevenlabs").pair("de")] == ["Sarah", "George"]


@pytest.mark.parametrize("address", ["api.elevenlabs.io", "ftp://x", "https://me:pw@x"])
def test_a_wrong_address_is_named_before_work_starts(address: str) -> None:
    why = get_engine("elevenlabs", {"base_url": address}).unavailable()
    assert why is not None
    assert "base_url" in why
