"""Speech services on this machine: what they send, how they misbehave, and a clock that only they move."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from podcast.clip import Clip
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online_pace import Timing
from podcast.speech.engines.tone import Tone
from podcast.tools import ffmpeg, run

__all__ = [
    "Answer",
    "Asked",
    "FakeTime",
    "Service",
    "encode",
    "faults",
    "hold",
    "says",
    "send",
    "serving",
    "spoken",
    "tone",
]

TEXT = "Der Gipfel endete gestern ohne ein Ergebnis."
"""What is spoken in most tests; the tone engine takes 2.95 s for it."""


class FakeTime:
    """Seconds that pass only when somebody waits; ``waits`` is how long each wait was."""

    def __init__(self, jitter: float = 0.5) -> None:
        self.now = 1000.0
        self.waits: list[float] = []
        self._jitter = jitter
        self._lock = threading.Lock()

    def timing(self) -> Timing:
        """As an engine takes it."""
        return Timing(clock=lambda: self.now, wait=self._wait, jitter=lambda: self._jitter)

    def _wait(self, closed: threading.Event, seconds: float) -> None:
        with self._lock:
            self.now += seconds
            self.waits.append(round(seconds, 6))


@dataclass(frozen=True)
class Asked:
    """One request: its path, its headers with names in small letters, its JSON."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


Answer = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@dataclass
class Service:
    """A service: its answers in their order, the last one for ever; what it was asked."""

    answers: list[Answer]
    asked: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Read the request and answer it."""
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        with self.lock:
            self.asked.append(Asked(handler.path, {k.lower(): v for k, v in handler.headers.items()}, body))
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        answer(handler, body)


@contextmanager
def serving(*answers: Answer) -> Iterator[Service]:
    """A service that answers so, for as long as the block lasts."""
    service = Service(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            service.answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """A client that hangs up is no error of the service's."""

    server = Server(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


@functools.cache
def tone(text: str) -> Clip:
    """The tone engine's clip of a text: as long as a voice would take."""
    return Tone().synthesize(text, Voice("high", "de", ""))


@functools.cache
def encode(clip: Clip, form: str = "mp3", rate: int = 24000, channels: int = 1) -> bytes:
    """A clip (16 bit mono) as a service would send it: mp3, wav or pcm, at ``rate`` Hz."""
    reading = ["-f", "s16le", "-ar", str(clip.rate), "-ac", "1", "-i", "pipe:0"]
    kind = {"mp3": ["-b:a", "64k", "-f", "mp3"], "wav": ["-f", "wav"], "pcm": ["-f", "s16le"]}[form]
    args = [ffmpeg(), "-v", "error", *reading, "-ar", str(rate), "-ac", str(channels), *kind, "pipe:1"]
    return run(args, data=clip.pcm)[0]


def send(
    handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str] | None = None
) -> None:
    """An answer with its length."""
    handler.send_response(status)
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def spoken(form: str = "mp3", rate: int = 24000, channels: int = 1) -> Answer:
    """Speech of the text that was asked for, whatever its field is called."""
    return lambda handler, body: send(
        handler, 200, encode(tone(str(body.get("input") or body.get("text"))), form, rate, channels)
    )


def says(status: int, body: bytes = b"no", **headers: str) -> Answer:
    """A status with a body; ``Retry_After="7"`` is a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, _: send(handler, status, body, named)


def hold(until: threading.Event, begun: threading.Event | None = None) -> Answer:
    """Say nothing until the event comes (20 s at most, in a thread that nobody waits for)."""

    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        if begun:
            begun.set()
        until.wait(20)

    return answer


def _cut(handler: BaseHTTPRequestHandler, _: object) -> None:
    whole = encode(tone(TEXT))
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(whole)))
    handler.end_headers()
    handler.wfile.write(whole[: len(whole) // 2])
    handler.close_connection = True


def _cut_in_chunks(handler: BaseHTTPRequestHandler, _: object) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    part = encode(tone(TEXT))[:4000]
    handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
    handler.close_connection = True


def _cut_wav(handler: BaseHTTPRequestHandler, _: object) -> None:
    """No length is told, and the connection ends within the file: only its header knows."""
    handler.send_response(200)
    handler.end_headers()
    whole = encode(Clip(tone(TEXT).pcm, 16000), "wav")
    handler.wfile.write(tone(TEXT).to_wav()[: len(whole) // 2])
    handler.close_connection = True


def _endless(handler: BaseHTTPRequestHandler, _: object) -> None:
    handler.send_response(200)
    handler.end_headers()
    block = encode(tone(TEXT))
    while True:  # until the client hangs up, which raises here
        handler.wfile.write(block)


def _drip(stop: threading.Event) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, _: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not stop.wait(0.05):
            handler.wfile.write(b"\xff")

    return answer


def _noise(handler: BaseHTTPRequestHandler, _: object) -> None:
    send(handler, 200, bytes((7 * n * n + 13 * n + 1) % 251 for n in range(40_000)))


def _long() -> bytes:
    clip = tone(TEXT)
    return encode(Clip(clip.pcm * 12, clip.rate))


def faults(stop: threading.Event) -> dict[str, tuple[Answer, str, bool]]:
    """What can go wrong and pass again: how, the reason that is told, and whether other texts would fail likewise."""
    page = b"<!DOCTYPE html><html><head><title>502</title></head><body>Bad gateway, try later</body></html>"
    silence = encode(Clip(bytes(2 * 48000), 16000))
    return {
        "429": (says(429), r"asked too often \(429\)", True),
        "500": (says(500), "answered 500", True),
        "503 with a page": (says(503, page), "answered 503", True),
        "no answer": (hold(stop), "too long to answer", True),
        "drips": (_drip(stop), "too long to answer", True),
        "cut": (_cut, "broke off", True),
        "cut in chunks": (_cut_in_chunks, "broke off", True),
        "cut WAV": (_cut_wav, "broke off", False),
        "endless": (_endless, "does not end", False),
        "page": (says(200, page), "no speech", True),
        "JSON": (says(200, json.dumps({"audio": "x" * 80}).encode()), "no speech", True),
        "empty": (says(200, b""), "no length", True),
        "silence": (says(200, silence), "silence", False),
        "too short": (says(200, encode(tone("Ja."))), "too short for the text", False),
        "too long": (says(200, _long()), "too long for the text", False),
        "no MP3": (_noise, "no speech", True),
    }
