"""What all online engines share, by an engine of the test's own against a service on this machine."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online import (
    Call,
    OnlineEngine,
    OnlineOptions,
    Piece,
    find_key,
    why_no_key,
)
from podcast.speech.engines.online_http import Request, post
from podcast.speech.engines.online_sound import largest_answer
from podcast.speech.engines.tone import EDGE_FRAMES
from tests.speech.measure import median_pitch
from tests.speech.services import (
    TEXT,
    Answer,
    FakeTime,
    Service,
    encode,
    faults,
    hold,
    says,
    send,
    serving,
    spoken,
    tone,
)

VOICE = Voice("anna", "de", "")
KEY = "sk-test-4711-secret"


class Plain(OnlineEngine):
    """An engine that adds nothing but its request."""

    name: ClassVar[str] = "plain"
    LIMIT: ClassVar[int] = 180

    def __init__(
        self, service: Service, *, time: FakeTime | None = None, variable: str = "", **options: Any
    ) -> None:
        self.time = time or FakeTime()
        waits_s = options.pop("waits_s", (1.0, 2.0))
        super().__init__(OnlineOptions(**options), waits_s=waits_s, timing=self.time.timing())
        self.url = service.url
        self.variable = variable
        self.pieces: list[Piece] = []

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """One request."""
        self.pieces.append(piece)
        options = self.online_options
        largest = largest_answer(piece.text, piece.voice.speed)
        key = find_key(self.variable)
        request = Request(
            self.name, self.url, {"text": piece.text}, key, "voice 'anna'", largest, options.read_timeout_s
        )
        return post(request, call.cancelled)


STOP = threading.Event()
FAULTS = faults(STOP)
HANGS = {"no answer", "drips"}


def _patience(name: str, seconds: float) -> dict[str, Any]:
    """Short only where the fault is that nothing comes, so that a busy machine makes no faults of its own."""
    return {"timeout_s": seconds, "read_timeout_s": seconds / 2} if name in HANGS else {}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_retried_and_then_an_error_that_says_why(name: str) -> None:
    fault, reason, outage = FAULTS[name]
    with serving(fault) as service:
        engine = Plain(service, **_patience(name, 0.4))
        with pytest.raises(EngineError, match=rf"^plain: .*{reason}.*, 3 times; ") as caught:
            engine.synthesize(TEXT, VOICE)
    assert isinstance(caught.value, OutageError) == outage
    assert "\n" not in str(caught.value)
    assert len(service.asked) == 3
    assert engine.time.waits == [1.0, 2.0]


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_that_passes_does_no_harm(name: str) -> None:
    fault = FAULTS[name][0]
    encode(tone(TEXT))  # made before, not while the engine waits
    with serving(fault, spoken()) as service:
        clip = Plain(service, **_patience(name, 2)).synthesize(TEXT, VOICE)
    assert (clip.rate, clip.channels, clip.width) == (24000, 1, 2)
    assert clip.seconds == pytest.approx(2.95, abs=0.1)


def test_a_service_that_is_not_there_is_an_outage() -> None:
    with serving(spoken()) as service:
        pass
    with pytest.raises(OutageError, match=r"cannot be reached \(is there a network\?\), 3 times"):
        Plain(service).synthesize(TEXT, VOICE)


REFUSALS = {
    "401": (
        says(401, b'{"error": {"code": "invalid_api_key"}}'),
        r"key \(invalid_api_key\): .*\$PLAIN_KEY",
        True,
    ),
    "403": (says(403), r"refuses the key \(403\): is the key in \$PLAIN_KEY", True),
    "402": (says(402), r"no credit left \(402\): top it up", True),
    "429 without credit": (
        says(429, b'{"error": {"type": "insufficient_quota", "code": "insufficient_quota", "message": "x"}}'),
        r"no credit left \(insufficient_quota\)",
        True,
    ),
    "401 without credit": (
        says(401, b'{"detail": {"status": "quota_exceeded", "message": "x"}}'),
        r"no credit left \(quota_exceeded\)",
        True,
    ),
    "404": (says(404), r"does not know voice 'anna' at http://.* \(404\): check voice, model", True),
    "400 for a voice": (
        says(400, b'{"detail": {"status": "voice_not_found", "message": "A voice"}}'),
        r"does not know voice 'anna' .*\(voice_not_found\)",
        True,
    ),
    "400": (
        says(400, b'{"error": {"message": "Input too\\nlong", "code": null}}'),
        r"does not take this text .*\(400: Input too long\): check the settings under \[engines.plain\]",
        False,
    ),
    "422": (says(422, b'{"detail": [{"msg": "speed must be less"}]}'), r"\(422: speed must be less\)", False),
    "a page": (says(400, b"<html>no</html>"), r"with voice 'anna' \(400\): check", False),
    "moved": (says(301, b"", Location="http://127.0.0.1:9/"), r"has moved \(301\): set base_url", True),
}


@pytest.mark.parametrize(("refusal", "reason", "outage"), REFUSALS.values(), ids=REFUSALS)
def test_what_a_retry_cannot_mend_ends_at_once(
    refusal: Answer, reason: str, outage: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAIN_KEY", KEY)
    with serving(refusal) as service:
        engine = Plain(service, variable="PLAIN_KEY")
        with pytest.raises(EngineError, match=rf"^plain: .*{reason}") as caught:
            engine.synthesize(TEXT, VOICE)
    assert len(service.asked) == 1
    assert not engine.time.waits
    assert isinstance(caught.value, OutageError) == outage
    assert "\n" not in str(caught.value)


def test_without_a_key_a_401_says_how_to_name_one() -> None:
    with (
        serving(says(401)) as service,
        pytest.raises(OutageError, match=r"as key_env under \[engines.plain\]"),
    ):
        Plain(service).synthesize(TEXT, VOICE)


@pytest.mark.parametrize(
    ("jitter", "waits"), [(0.5, [1.0, 2.0, 4.0]), (0.0, [0.75, 1.5, 3.0]), (1.0, [1.25, 2.5, 5.0])]
)
def test_the_waits_grow_and_jitter(jitter: float, waits: list[float]) -> None:
    with serving(says(500)) as service:
        engine = Plain(service, time=FakeTime(jitter), waits_s=(1.0, 2.0, 4.0))
        with pytest.raises(OutageError, match="4 times"):
            engine.synthesize(TEXT, VOICE)
    assert engine.time.waits == waits


NOW = {"Date": "Mon, 02 Nov 2026 10:00:00 GMT"}


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "7"}, 7),
        ({"Retry_After": "Mon, 02 Nov 2026 10:00:30 GMT", **NOW}, 30),
        ({"Retry_After": "Mon, 02 Nov 2026 09:00:00 GMT", **NOW}, 1),
        ({"Retry_After": "3600"}, 120),
        ({"Retry_After": "soon"}, 1),
        ({"Retry_After": "-5"}, 1),
        ({"Retry_After": "99999999999999999999"}, 120),
        ({}, 1),
    ],
    ids=str,
)
def test_retry_after_is_honoured_up_to_two_minutes(headers: dict[str, str], seconds: float) -> None:
    def refuse(handler: Any, _: object) -> None:
        handler.send_response_only(429)  # without a Date of this machine's
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    with serving(refuse, spoken()) as service:
        engine = Plain(service)
        engine.synthesize(TEXT, VOICE)
    assert sum(engine.time.waits) == pytest.approx(seconds)
    assert len(service.asked) == 2


def test_what_one_caller_was_told_to_wait_the_next_one_waits_too() -> None:
    with serving(says(429, b"", Retry_After="50"), spoken()) as service:
        engine = Plain(service, waits_s=())
        with pytest.raises(OutageError, match="once"):
            engine.synthesize(TEXT, VOICE)
        assert not engine.time.waits
        engine._pace.rest(0.0, 50.0)
        engine.synthesize(TEXT, VOICE)
    assert engine.time.waits[-1] == 50.0


def test_no_more_requests_a_minute_than_the_options_say() -> None:
    begun = []
    with serving(spoken()) as service:
        engine = Plain(service, per_minute=2)
        for _ in range(5):
            engine.synthesize(TEXT, VOICE)
            begun.append(engine.time.now - 1000)
    assert begun == [0, 0, 60, 60, 120]


def test_a_retry_counts_as_a_request_of_the_minute() -> None:
    with serving(says(500), spoken()) as service:
        engine = Plain(service, per_minute=1, waits_s=(1.0,))
        engine.synthesize(TEXT, VOICE)
    assert engine.time.waits == [1.0, 59.0]


def test_no_more_requests_at_once_than_the_options_say() -> None:
    """Each waits a moment for one more to come than may."""
    lock, third, inside, most = threading.Lock(), threading.Event(), 0, 0

    def answer(handler: Any, body: dict[str, Any]) -> None:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
            if inside > 2:
                third.set()
        third.wait(0.15)
        with lock:
            inside -= 1
        spoken()(handler, body)

    with serving(answer) as service, ThreadPoolExecutor(6) as pool:
        engine = Plain(service, parallel=2)
        clips = list(pool.map(engine.synthesize, [TEXT] * 6, [VOICE] * 6))
    assert len(clips) == 6
    assert most == 2


def test_close_ends_a_request_under_way_at_once() -> None:
    begun, stop = threading.Event(), threading.Event()
    with serving(hold(stop, begun)) as service, ThreadPoolExecutor(1) as pool:
        engine = Plain(service)
        result = pool.submit(engine.synthesize, TEXT, VOICE)
        assert begun.wait(10)
        closed_at = time.monotonic()
        engine.close()
        with pytest.raises(EngineError, match="plain was ended"):
            result.result(10)
        assert time.monotonic() - closed_at < 2
        with pytest.raises(EngineError, match="plain was ended"):
            engine.synthesize(TEXT, VOICE)
        stop.set()


def test_close_ends_those_who_wait_for_a_place() -> None:
    begun, stop = threading.Event(), threading.Event()
    with serving(hold(stop, begun)) as service, ThreadPoolExecutor(3) as pool:
        engine = Plain(service, parallel=1)
        results = [pool.submit(engine.synthesize, TEXT, VOICE) for _ in range(3)]
        assert begun.wait(10)
        engine.close()
        for result in results:
            with pytest.raises(EngineError, match="was ended"):
                result.result(10)
        stop.set()
    assert len(service.asked) == 1


LONG = (
    "Im Dezember stellte die Bahn ihren letzten Nachtzug ein, und niemand hat es gemerkt. "
    "Dr. Meier vom Verband sagt, das sei am 3. Oktober schon zu ahnen gewesen. "
    "Die Gewerkschaft sieht es anders! Sie fordert ein Gespräch. "
    "Und was sagt der Minister dazu? Er schweigt."
)


def test_a_long_text_is_cut_at_sentence_ends_and_each_part_knows_what_is_around_it() -> None:
    with serving(spoken()) as service:
        engine = Plain(service)
        engine.synthesize(LONG, VOICE, before="Guten Tag.", after="Genau.")
    first, second = engine.pieces
    assert first.text.endswith("zu ahnen gewesen.")
    assert second.text.startswith("Die Gewerkschaft")
    assert (first.before, first.after) == ("Guten Tag.", f"{second.text} Genau.")
    assert (second.before, second.after) == (f"Guten Tag. {first.text}", "Genau.")


def _joint(clip: Clip) -> tuple[int, int, np.ndarray[Any, Any]]:
    """Where the longest stretch of digital silence within a clip begins and ends, and the samples."""
    samples = np.frombuffer(clip.pcm, "<i2").astype(int)
    quiet = np.flatnonzero(np.diff(np.concatenate(([0], (samples == 0).astype(int), [0]))))
    begin, end = max(zip(quiet[::2], quiet[1::2], strict=True), key=lambda run: run[1] - run[0])
    return int(begin), int(end), samples


def test_the_parts_of_a_long_text_are_joined_without_a_seam() -> None:
    """A sentence's pause between them, however much silence the service sent, and no jump at its edges."""

    def softly(handler: Any, body: dict[str, Any]) -> None:
        buzz = np.frombuffer(tone(body["text"]).pcm, "<i2")[EDGE_FRAMES:-EDGE_FRAMES].astype(float)
        ramp = np.minimum(1, np.arange(len(buzz)) / 640)
        soft = np.round(buzz * ramp * ramp[::-1]).astype("<i2").tobytes()
        quiet = bytes(2 * 8000)
        send(handler, 200, Clip(quiet + soft + quiet, 16000).to_wav())

    with serving(softly) as service:
        engine = Plain(service)
        clip = engine.synthesize(LONG, VOICE)
    begin, end, samples = _joint(clip)
    length = sum(len(piece.text) for piece in engine.pieces) * 0.0625
    assert clip.seconds == pytest.approx(0.5 + length + 0.6 + 0.5, abs=0.1)
    assert (end - begin) / clip.rate == pytest.approx(0.6, abs=0.03)
    inside = np.abs(np.diff(samples[24000:72000])).max()
    for edge in (begin, end):
        assert np.abs(np.diff(samples[edge - 48 : edge + 48])).max() < 0.05 * inside


@pytest.mark.parametrize(("rate", "channels"), [(22050, 1), (44100, 2), (48000, 1), (8000, 1)])
def test_another_rate_is_brought_to_the_engine_s_own(rate: int, channels: int) -> None:
    with serving(spoken("wav", rate, channels)) as service:
        clip = Plain(service).synthesize(TEXT, VOICE)
    assert (clip.rate, clip.channels) == (24000, 1)
    assert clip.seconds == pytest.approx(2.95, abs=0.02)
    with serving(spoken("wav")) as service:
        assert median_pitch(clip) == pytest.approx(
            median_pitch(Plain(service).synthesize(TEXT, VOICE)), abs=2
        )


def test_a_text_without_words_is_not_asked_for() -> None:
    with serving(spoken()) as service, pytest.raises(EngineError, match="no words"):
        Plain(service).synthesize("… — !", VOICE)
    assert not service.asked


def test_a_fast_voice_may_be_shorter_and_a_slow_one_longer() -> None:
    short = spoken()
    with serving(lambda handler, body: short(handler, {"text": TEXT[:11]})) as service:
        engine = Plain(service, waits_s=())
        with pytest.raises(EngineError, match="too short"):
            engine.synthesize(TEXT, VOICE)
        assert engine.synthesize(TEXT, Voice("anna", "de", "", speed=2.0)).seconds < 1


@pytest.mark.parametrize("key", [KEY, "9f4711aa"])
def test_the_key_is_sent_and_told_nobody(
    key: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PLAIN_KEY", key)
    echo = b'{"error": {"message": "Your key KEY is not for this"}}'.replace(b"KEY", key.encode())
    told = []
    with (
        serving(says(400, echo), says(401, echo), says(500, echo)) as service,
        caplog.at_level(logging.DEBUG),
    ):
        engine = Plain(service, variable="PLAIN_KEY", waits_s=())
        for _ in range(3):
            with pytest.raises(EngineError) as caught:
                engine.synthesize(TEXT, VOICE)
            told.append("".join(traceback.format_exception(caught.value)))
    assert [asked.headers["authorization"] for asked in service.asked] == [f"Bearer {key}"] * 3
    assert "Your key … is not for this" in told[0]
    for text in (*told, caplog.text, engine.version, repr(find_key("PLAIN_KEY")), str(find_key("PLAIN_KEY"))):
        assert "4711" not in text


@pytest.mark.parametrize("value", ["", "  ", "sk-47\n11", "sk 4711", "schlüssel4711"])
def test_what_can_be_no_key_is_neither_sent_nor_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAIN_KEY", value)
    assert find_key("PLAIN_KEY") is None
    why = why_no_key("PLAIN_KEY")
    assert why is not None
    assert "export PLAIN_KEY=" in why
    assert "4711" not in why


def test_the_key_goes_to_no_other_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAIN_KEY", KEY)
    with serving(spoken()) as other, serving(says(307, b"", Location=other.url)) as service:
        with pytest.raises(OutageError, match="has moved"):
            Plain(service, variable="PLAIN_KEY").synthesize(TEXT, VOICE)
        assert not other.asked


def test_a_netrc_puts_nothing_in_the_key_s_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(spoken()) as service:
        Plain(service).synthesize(TEXT, VOICE)
    assert "authorization" not in service.asked[0].headers
