"""The engine gtts against a server on this machine that misbehaves as Google's does. gTTS itself is real."""

from __future__ import annotations

import base64
import json
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest

from podcast.errors import EngineError, OutageError
from podcast.show import Show
from podcast.speech.casting import cast
from podcast.speech.engines.base import Voice
from podcast.speech.engines.gtts import Gtts
from podcast.tools import ffmpeg, run
from tests.speech.measure import median_pitch
from tests.speech.services import FakeTime

PLAIN = Voice("de", "de", "")
Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(scope="session")
def mp3() -> bytes:
    """Two seconds of a 200 Hz buzz as the service would send it: 24 kHz mono, 64 kbit/s."""
    time_s = np.arange(48000) / 24000
    samples = 6000 * np.sum([np.sin(2 * np.pi * 200 * n * time_s) / n for n in range(1, 9)], axis=0)
    args = ["-f", "s16le", "-ar", "24000", "-ac", "1", "-i", "pipe:0", "-b:a", "64k", "-f", "mp3", "pipe:1"]
    return run([ffmpeg(), "-v", "error", *args], data=samples.astype("<i2").tobytes())[0]


class Service:
    """The server: answers in their order, the last one for ever; what was asked, by text."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[tuple[str, str]] = []
        self.lock = threading.Lock()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                rpc = json.loads(urllib.parse.parse_qs(body)["f.req"][0])
                text, language = json.loads(rpc[0][0][1])[:2]
                with service.lock:
                    service.asked.append((text, language))
                    answer = service.answers.pop(0) if len(service.answers) > 1 else service.answers[0]
                answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server.server_port}/"


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    made = Service()
    monkeypatch.setattr("gtts.tts._translate_url", lambda tld="com", path="": made.url + path)
    yield made
    made.server.shutdown()
    made.server.server_close()


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def speech(mp3: bytes) -> Answer:
    line = '[["wrb.fr","jQ1olc","[\\"' + base64.b64encode(mp3).decode() + '\\"]",null]]'
    return lambda handler: send(handler, 200, f")]}}'\n\n{line}\n".encode())


def status(code: int) -> Answer:
    return lambda handler: send(handler, code, b"no")


def captcha(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, b"<html><body>Our systems have detected unusual traffic</body></html>")


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b")]}'\n")
    handler.close_connection = True


def too_slow(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(5)  # in a thread that nobody waits for


FAULTS = {
    "429": (status(429), "too often"),
    "500": (status(500), "answered 500"),
    "captcha": (captcha, "captcha"),
    "breaks off": (hang_up, "broke off"),
    "time-out": (too_slow, "too long"),
    "no speech in it": (lambda handler: send(handler, 200, b'"jQ1olc",null'), "without speech"),
    "no MP3": (speech(b"<html>sorry</html>"), "no speech"),
}


@pytest.mark.parametrize(("fault", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_retried_and_then_an_outage_that_says_why(
    fault: Answer, reason: str, service: Service
) -> None:
    service.answers = [fault]
    with pytest.raises(OutageError, match=rf"gtts: .*{reason}.*3 times; .*--engine pico") as caught:
        Gtts(waits_s=(0, 0), timeout_s=(1, 0.3)).synthesize("Guten Tag.", PLAIN)
    assert len(service.asked) == 3
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("fault", [fault for fault, _ in FAULTS.values()], ids=FAULTS)
def test_a_fault_that_passes_does_no_harm(fault: Answer, service: Service, mp3: bytes) -> None:
    service.answers = [fault, fault, speech(mp3)]
    clip = Gtts(waits_s=(0, 0), timeout_s=(1, 0.3)).synthesize("Guten Tag.", PLAIN)
    assert (clip.rate, clip.channels, clip.width) == (24000, 1, 2)
    assert clip.seconds == pytest.approx(2.0, abs=0.1)


def test_without_a_network_it_says_so(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gtts.tts._translate_url", lambda tld="com", path="": "http://127.0.0.1:9/" + path)
    with pytest.raises(OutageError, match=r"cannot be reached \(is there a network"):
        Gtts(waits_s=(0,)).synthesize("Guten Tag.", PLAIN)


def test_the_waits_grow_and_end_with_close(service: Service) -> None:
    service.answers = [status(429)]
    engine = Gtts(waits_s=(0.05, 0.1, 60))
    began = time.monotonic()
    threading.Timer(0.6, engine.close).start()
    with pytest.raises(EngineError, match="was ended"):
        engine.synthesize("Guten Tag.", PLAIN)
    assert 0.5 < time.monotonic() - began < 5
    assert len(service.asked) == 3


def test_size_makes_two_hosts_of_one_voice_and_keeps_the_length(service: Service, mp3: bytes) -> None:
    service.answers = [speech(mp3)]
    show = Show(engine="gtts")
    alana, ben = (Gtts().synthesize("Guten Tag.", cast(show, host, "de")) for host in show.hosts)
    assert median_pitch(alana) == pytest.approx(206, abs=3)
    assert median_pitch(ben) == pytest.approx(160, abs=3)
    assert ben.seconds == pytest.approx(alana.seconds, rel=0.03)


def test_a_long_text_goes_in_pieces_and_comes_back_whole(service: Service, mp3: bytes) -> None:
    service.answers = [speech(mp3)]
    text = "Im Dezember stellte die Bahn ihren letzten Nachtzug ein, und niemand hat es gemerkt. " * 3
    clip = Gtts().synthesize(text, PLAIN)
    assert all(len(part) <= 100 and language == "de" for part, language in service.asked)
    assert clip.seconds == pytest.approx(2.0 * len(service.asked), abs=0.5)


def test_a_text_without_words_is_not_asked_for(service: Service) -> None:
    with pytest.raises(EngineError, match="no words"):
        Gtts().synthesize("…", PLAIN)
    assert not service.asked


def test_a_part_that_comes_back_without_speech_does_not_shorten_the_text(
    service: Service, mp3: bytes
) -> None:
    """gTTS itself passes over such an answer and gives what the others had."""
    service.answers = [speech(mp3), captcha, speech(mp3)]
    text = "Im Dezember stellte die Bahn ihren letzten Nachtzug ein, und niemand hat es gemerkt. " * 2
    clip = Gtts(waits_s=(0,)).synthesize(text, PLAIN)
    assert len(service.asked) == 8
    assert clip.seconds == pytest.approx(8.0, abs=0.5)
    service.answers = [speech(mp3), captcha]
    with pytest.raises(OutageError, match="a page instead of speech"):
        Gtts(waits_s=()).synthesize(text, PLAIN)


def test_a_wait_that_the_service_asks_for_is_kept(service: Service, mp3: bytes) -> None:
    def refuse(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(429)
        handler.send_header("Retry-After", "40")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    time_ = FakeTime()
    service.answers = [refuse, speech(mp3)]
    Gtts(timing=time_.timing()).synthesize("Guten Tag.", PLAIN)
    assert time_.now - 1000 == pytest.approx(40)
