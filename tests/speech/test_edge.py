"""The engine edge: edge-tts's own client against a websocket server on this machine of its protocol."""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

import edge_tts.communicate
import edge_tts.drm
import pytest
from aiohttp import WSMsgType, web

from podcast.clip import Clip
from podcast.errors import CallError, EngineError, OutageError
from podcast.show import Host, Show
from podcast.speech.casting import cast
from podcast.speech.engines.base import Voice
from podcast.speech.engines.edge import Edge
from podcast.speech.engines.online import OnlineOptions
from tests.speech.services import TEXT, FakeTime, encode, tone

KATJA = Voice("de-DE-KatjaNeural", "de", "")
SPEAK = "{http://www.w3.org/2001/10/synthesis}"


@dataclass(frozen=True)
class Said:
    """One request: what was to be spoken, how, and the address with the client's token."""

    text: str
    voice: str
    prosody: dict[str, str]
    query: dict[str, str]


Talk = Callable[[web.WebSocketResponse, Said], Awaitable[None]]


@dataclass
class Service:
    """The server: a status or a talk for each connection in their order, the last one for ever."""

    answers: list[Talk | int]
    said: list[Said] = field(default_factory=list)
    connections: int = 0
    date: str | None = None
    port: int = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One connection."""
        self.connections += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, int):
            headers = {"Retry-After": "9"} | ({"Date": self.date} if self.date else {})
            return web.Response(status=answer, headers=headers)
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        config = (await socket.receive(10)).data
        assert "Path:speech.config" in config
        assert "audio-24khz-48kbitrate-mono-mp3" in config
        head, _, ssml = (await socket.receive(10)).data.partition("\r\n\r\n")
        assert "Path:ssml" in head
        root = ET.fromstring(ssml)
        prosody = root.find(f"{SPEAK}voice/{SPEAK}prosody")
        voice = root.find(f"{SPEAK}voice")
        assert prosody is not None
        assert voice is not None
        said = Said(prosody.text or "", voice.get("name", ""), dict(prosody.attrib), dict(request.query))
        self.said.append(said)
        await answer(socket, said)
        return socket


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    made = Service([talk])
    loop = asyncio.new_event_loop()
    ready = threading.Event()
    stop = asyncio.Event()

    async def serve() -> None:
        app = web.Application()
        app.router.add_get("/edge/v1", made.handle)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        made.port = runner.addresses[0][1]
        ready.set()
        await stop.wait()
        await runner.cleanup()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    assert ready.wait(20)
    url = f"ws://127.0.0.1:{made.port}/edge/v1?TrustedClientToken=x"
    monkeypatch.setattr(edge_tts.communicate, "WSS_URL", url)
    monkeypatch.setattr(edge_tts.drm.DRM, "clock_skew_seconds", 0.0)
    yield made
    loop.call_soon_threadsafe(stop.set)
    thread.join(20)
    loop.close()


def frame(data: bytes, kind: str = "Content-Type:audio/mpeg\r\n") -> bytes:
    """A binary message: the length of its head, its head, sound."""
    head = f"X-RequestId:1\r\n{kind}Path:audio\r\n".encode()
    return len(head).to_bytes(2, "big") + head + data


async def begin(socket: web.WebSocketResponse) -> None:
    await socket.send_str("X-RequestId:1\r\nPath:turn.start\r\n\r\n{}")
    await socket.send_str("X-RequestId:1\r\nPath:response\r\n\r\n{}")


async def end(socket: web.WebSocketResponse) -> None:
    await socket.send_bytes(frame(b"", kind=""))
    await socket.send_str(
        "X-RequestId:1\r\nPath:audio.metadata\r\n\r\n"
        '{"Metadata":[{"Type":"SentenceBoundary","Data":{"Offset":1,"Duration":2,"text":{"Text":"x"}}}]}'
    )
    await socket.send_str("X-RequestId:1\r\nPath:turn.end\r\n\r\n{}")


def sends(sound: Callable[[str], bytes], *, whole: bool = True) -> Talk:
    """An answer with that sound in frames; without its end where it is not whole."""

    async def answer(socket: web.WebSocketResponse, said: Said) -> None:
        await begin(socket)
        data = sound(said.text)
        for at in range(0, len(data), 720):
            await socket.send_bytes(frame(data[at : at + 720]))
        if whole:
            await end(socket)
            await socket.receive()  # the client closes

    return answer


def mp3(text: str) -> bytes:
    return encode(tone(text))


talk = sends(mp3)


async def cut(socket: web.WebSocketResponse, said: Said) -> None:
    """The connection ends in the middle, politely."""
    await sends(lambda text: mp3(text)[:9000], whole=False)(socket, said)
    await socket.close()


async def torn(socket: web.WebSocketResponse, said: Said) -> None:
    """The connection ends in the middle, at once."""
    await sends(lambda text: mp3(text)[:9000], whole=False)(socket, said)
    transport = socket._req.transport if socket._req else None
    assert transport is not None
    transport.abort()


async def hang(socket: web.WebSocketResponse, said: Said) -> None:
    """Some sound, then nothing."""
    await sends(lambda text: mp3(text)[:2000], whole=False)(socket, said)
    while (await socket.receive()).type not in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR}:
        pass


async def strange(socket: web.WebSocketResponse, said: Said) -> None:
    """A message of a kind that the client does not know."""
    await socket.send_str("X-RequestId:1\r\nPath:new.thing\r\n\r\n{}")


async def endless(socket: web.WebSocketResponse, said: Said) -> None:
    """Sound without an end, until the client goes."""
    await begin(socket)
    block = frame(mp3(TEXT))
    with contextlib.suppress(ConnectionError):
        while not socket.closed:
            await socket.send_bytes(block)
            await asyncio.sleep(0)


FAULTS: dict[str, tuple[Talk | int, str, type[EngineError]]] = {
    "429": (429, r"asked too often \(429\)", OutageError),
    "500": (500, "answered 500", OutageError),
    "cut": (cut, "broke off", OutageError),
    "torn": (torn, "broke off", OutageError),
    "hangs": (hang, "too long to answer", OutageError),
    "no sound": (
        sends(lambda _: b""),
        r"no sound \(does it still have the voice de-DE-KatjaNeural",
        EngineError,
    ),
    "garbage": (sends(lambda _: bytes(range(7, 250)) * 60), "no speech", OutageError),
    "silence": (sends(lambda _: encode(Clip(bytes(96000), 16000))), "silence", EngineError),
    "too short": (sends(lambda _: mp3("Ja.")), "too short", EngineError),
    "something new": (strange, "not what it used to be", OutageError),
    "endless": (endless, "does not end", EngineError),
}


def engine(name: str = "", waits_s: tuple[float, ...] = (1.0, 2.0)) -> Edge:
    """The engine with a clock of its own; impatient only where the fault is that nothing comes."""
    options = OnlineOptions(timeout_s=1.0) if name == "hangs" else OnlineOptions()
    return Edge(options, waits_s=waits_s, timing=FakeTime().timing())


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_retried_and_then_an_error_that_says_why(name: str, service: Service) -> None:
    fault, reason, kind = FAULTS[name]
    service.answers = [fault]
    with pytest.raises(EngineError, match=rf"^edge: .*{reason}.*, 3 times; ") as caught:
        engine(name).synthesize(TEXT, KATJA)
    assert type(caught.value) is kind
    assert service.connections == 3
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_that_passes_does_no_harm(name: str, service: Service) -> None:
    mp3(TEXT)  # made before, not while the engine waits
    service.answers = [FAULTS[name][0], talk]
    clip = engine(name).synthesize(TEXT, KATJA)
    assert (clip.rate, clip.channels, clip.width) == (24000, 1, 2)
    assert clip.seconds == pytest.approx(2.95, abs=0.1)


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edge_tts.communicate, "WSS_URL", "ws://127.0.0.1:9/edge/v1?TrustedClientToken=x")
    with pytest.raises(OutageError, match=r"cannot be reached \(is there a network\?\), 3 times"):
        engine().synthesize(TEXT, KATJA)


def test_a_clock_that_is_wrong_is_set_by_the_service_s(service: Service) -> None:
    """edge-tts does so after a 403: its token is made of the time."""
    service.answers = [403, talk]
    service.date = "Mon, 02 Nov 2026 10:00:00 GMT"
    clip = engine(waits_s=()).synthesize(TEXT, KATJA)
    assert clip.seconds == pytest.approx(2.95, abs=0.1)
    assert service.connections == 2
    assert edge_tts.drm.DRM.clock_skew_seconds != 0
    token = edge_tts.drm.generate_sec_ms_gec_v2(1793613600.0)  # that date
    assert service.said[0].query["Sec-MS-GEC"] == token


def test_a_403_that_stays_ends_at_once_and_says_what_to_do(service: Service) -> None:
    service.answers = [403]
    with pytest.raises(
        OutageError, match=r"\(403\): set this machine's clock right, or run: pip install -U edge-tts"
    ):
        engine().synthesize(TEXT, KATJA)
    assert service.connections == 2


def test_it_asks_as_the_protocol_says(service: Service) -> None:
    engine().synthesize(TEXT, Voice(KATJA.id, "de", "", speed=1.15, pitch=0.9, volume=0.5))
    engine().synthesize(TEXT, Voice("de-DE-ConradNeural", "de", "", speed=0.85, pitch=1.1))
    katja, conrad = service.said
    assert katja.text == TEXT
    assert katja.voice == "Microsoft Server Speech Text to Speech Voice (de-DE, KatjaNeural)"
    assert katja.prosody == {"rate": "+15%", "pitch": "-21Hz", "volume": "-50%"}
    assert conrad.prosody == {"rate": "-15%", "pitch": "+12Hz", "volume": "+0%"}


@pytest.mark.parametrize(("speed", "rate"), [(0.4, "-50%"), (2.5, "+100%")])
def test_a_speed_beyond_the_service_s_range_is_made_up_for_here(
    speed: float, rate: str, service: Service
) -> None:
    served = min(max(speed, 0.5), 2.0)
    clip = engine().synthesize(TEXT, Voice(KATJA.id, "de", "", speed=speed))
    assert service.said[0].prosody["rate"] == rate
    assert clip.seconds == pytest.approx(2.95 * served / speed, rel=0.05)


def test_what_looks_like_markup_is_spoken_and_not_obeyed(service: Service) -> None:
    text = "A < B & <break time='9s'/> C > D, sagt er dazu."
    engine().synthesize(text, KATJA)
    assert service.said[0].text == text


def test_a_long_text_goes_in_pieces_and_comes_back_whole(service: Service) -> None:
    text = "Die Kommission legte gestern einen Bericht vor. " * 60
    clip = engine().synthesize(text, KATJA)
    texts = [said.text for said in service.said]
    assert len(texts) == 3
    assert " ".join(texts) == text.strip()
    assert clip.seconds == pytest.approx(sum(map(len, texts)) * 0.0625 + 2 * 0.6, abs=0.5)


def test_close_ends_a_request_under_way_at_once(service: Service) -> None:
    made = engine()
    service.answers = [hang]
    failures: list[EngineError] = []

    def speak() -> None:
        try:
            made.synthesize(TEXT, KATJA)
        except EngineError as error:
            failures.append(error)

    thread = threading.Thread(target=speak)
    thread.start()
    while not service.said:
        thread.join(0.01)
    made.close()
    thread.join(5)
    assert [str(error) for error in failures] == ["edge was ended"]


def test_the_hosts_are_a_woman_and_a_man(service: Service) -> None:
    show = Show(engine="edge")
    assert [cast(show, host, "de").label for host in show.hosts] == [
        "Katja, German woman",
        "Conrad, German man",
    ]
    labels = [cast(show, host, "en").label for host in show.hosts]
    assert [re.sub(r".*American (\w+).*", r"\1", label) for label in labels] == ["woman", "man"]


def test_every_known_voice_is_one_that_the_client_takes() -> None:
    for language in ("de", "en"):
        voices = Edge().voices(language)
        assert len({voice.id for voice in voices}) == len(voices) >= 10
        for voice in voices:
            assert voice.id.startswith(f"{language}-")
            assert "Microsoft Server" in edge_tts.Communicate("x", voice.id).tts_config.voice


def test_a_voice_that_came_later_may_be_named_where_it_speaks_the_language() -> None:
    made = Edge()
    assert made.voice("de-DE-NeueNeural", "de").id == "de-DE-NeueNeural"
    assert made.voice("fr-FR-VivienneMultilingualNeural", "de").language == "de"
    for wrong in ("fr-FR-DeniseNeural", "Katja", "de-DE-Katja", ""):
        with pytest.raises(CallError, match="choose one of de-DE-KatjaNeural"):
            made.voice(wrong, "de")


def test_a_setting_that_it_does_not_have_is_named() -> None:
    show = Show(engine="edge", hosts=(Host("Alana", size=0.9), Host("Ben")))
    with pytest.raises(CallError, match="edge cannot change size: it can change pitch, speed, volume"):
        cast(show, show.hosts[0], "de")


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "edge_tts" else find(name, *rest)
    )
    why = Edge().unavailable()
    assert why == "the package edge_tts is missing; run: pip install 'alana-ben[edge]'"


def test_the_version_is_the_package_s_too(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Edge().version
    real: Any = __import__("importlib.metadata").metadata.version
    monkeypatch.setattr(
        "importlib.metadata.version", lambda name: "9.9" if name == "edge-tts" else real(name)
    )
    assert Edge().version != before
