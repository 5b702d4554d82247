"""The voices of Microsoft Edge's read-aloud through PyPI ``edge-tts`` (LGPL-3, an extra): online, no key.

The service is Microsoft's for its own browser; nobody promises that it will be there tomorrow, and it refuses a
client whose clock is wrong. edge-tts's own client talks to it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from podcast.errors import EngineError, OutageError
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online import AttemptError, Call, OnlineEngine, Piece
from podcast.speech.engines.online_http import CONNECT_TIMEOUT_S
from podcast.speech.engines.online_pace import retry_after_s
from podcast.speech.engines.online_sound import Shape, largest_answer

if TYPE_CHECKING:
    import aiohttp
    from edge_tts import Communicate

__all__ = ["Edge"]

_WOMEN = """
de-DE-KatjaNeural de-DE-AmalaNeural de-DE-SeraphinaMultilingualNeural de-AT-IngridNeural de-CH-LeniNeural
en-US-EmmaMultilingualNeural en-US-AvaMultilingualNeural en-US-AriaNeural en-US-JennyNeural en-US-MichelleNeural
en-GB-SoniaNeural en-GB-LibbyNeural en-AU-NatashaNeural en-CA-ClaraNeural en-IE-EmilyNeural
""".split()  # noqa: SIM905 (a table of names reads better as text)
_MEN = """
de-DE-ConradNeural de-DE-KillianNeural de-DE-FlorianMultilingualNeural de-AT-JonasNeural de-CH-JanNeural
en-US-AndrewMultilingualNeural en-US-BrianMultilingualNeural en-US-GuyNeural en-US-ChristopherNeural
en-US-EricNeural en-US-RogerNeural en-US-SteffanNeural en-GB-RyanNeural en-GB-ThomasNeural en-CA-LiamNeural
en-IE-ConnorNeural
""".split()  # noqa: SIM905
_PLACES = {
    "de-DE": "German",
    "de-AT": "Austrian",
    "de-CH": "Swiss",
    "en-US": "American",
    "en-GB": "British",
    "en-AU": "Australian",
    "en-CA": "Canadian",
    "en-IE": "Irish",
}
_ID = re.compile(r"([a-z]{2,3})-[A-Z]{2}-(?:[A-Za-z]+-)?[A-Za-z]+Neural")
WOMAN_HZ, MAN_HZ = 207.0, 119.0
"""The service takes a pitch as Hz more or less than the voice has; these are the mean speaking pitches of women and
men in European languages (Traunmüller and Eriksson 1995), so a factor is kept roughly."""
SLOWEST, FASTEST = 0.5, 2.0
"""Asked of the service as a rate: as far as Azure's own voices are said to go; not tried. ffmpeg does the rest."""


@dataclass(frozen=True, slots=True)
class _Prosody:
    """What is asked for, as edge-tts wants it."""

    rate: str
    pitch: str
    volume: str


class Edge(OnlineEngine):
    """Edge's voices. ``LIMIT`` keeps a request below the 4096 bytes at which edge-tts cuts a text at any space."""

    name: ClassVar[str] = "edge"
    summary: ClassVar[str] = "Microsoft Edge's read-aloud voices through edge-tts"
    needs: ClassVar[str] = "a network and the extra edge"
    settings: ClassVar[frozenset[str]] = frozenset({"speed", "pitch", "volume"})
    LIMIT: ClassVar[int] = 1200
    RATE_HZ: ClassVar[int] = 24000  # edge-tts asks for audio-24khz-48kbitrate-mono-mp3
    PACKAGE: ClassVar[tuple[str, str]] = ("edge_tts", "edge-tts")

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        reason = super().unavailable()
        return reason.replace("pip install edge-tts", "pip install 'alana-ben[edge]'") if reason else None

    def voices(self, language: str) -> list[Voice]:
        """The known voices of a language, women and men in turn, the default pair first."""
        women = [_voice(each, "woman") for each in _WOMEN if each.startswith(language)]
        men = [_voice(each, "man") for each in _MEN if each.startswith(language)]
        pairs = [voice for two in zip(women, men, strict=False) for voice in two]
        shorter = min(len(women), len(men))
        return pairs + women[shorter:] + men[shorter:]

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002
        """A known voice, or one that the service may have by now: of this language, or multilingual."""
        if (match := _ID.fullmatch(id)) and (match[1] == language or "Multilingual" in id):
            return next(
                (v for v in self.voices(language) if v.id == id), Voice(id, language, "not listed here")
            )
        return super().voice(id, language)

    def shape(self, voice: Voice) -> Shape:
        """Speed is the service's work as far as it goes."""
        return Shape(self.RATE_HZ, voice.speed, voice.speed / _served(voice.speed))

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """MP3, by edge-tts's client in an event loop of this thread's own."""
        return asyncio.run(self._fetch(piece, call))

    async def _fetch(self, piece: Piece, call: Call) -> bytes:
        import aiohttp
        import edge_tts.exceptions

        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None  # noqa: S101 (asyncio.run made one)
        call.on_cancel(lambda: _cancel(loop, task))
        try:
            return await _collect(self._client(piece), largest_answer(piece.text, piece.voice.speed))
        except asyncio.CancelledError:
            raise AttemptError("the service took too long to answer") from None
        except aiohttp.ClientResponseError as error:
            _refused(error)
        except edge_tts.exceptions.NoAudioReceived as error:
            raise AttemptError(
                f"the service sent no sound (does it still have the voice {piece.voice.id}?)", other=True
            ) from error
        except edge_tts.exceptions.SkewAdjustmentError as error:
            raise OutageError(f"edge: {_CLOCK}") from error
        except TimeoutError as error:
            raise AttemptError("the service took too long to answer") from error
        except (aiohttp.ClientConnectorError, OSError) as error:
            raise AttemptError("the service cannot be reached (is there a network?)") from error
        except (aiohttp.ClientError, edge_tts.exceptions.EdgeTTSException, ValueError) as error:
            raise AttemptError("the service's answer broke off or is not what it used to be") from error

    def _client(self, piece: Piece) -> Communicate:
        import edge_tts

        asked = _prosody(piece.voice)
        read_s = max(1, round(self.online_options.read_timeout_s))
        try:
            return edge_tts.Communicate(
                piece.text,
                piece.voice.id,
                rate=asked.rate,
                pitch=asked.pitch,
                volume=asked.volume,
                connect_timeout=min(int(CONNECT_TIMEOUT_S), read_s),
                receive_timeout=read_s,
            )
        except ValueError as error:
            raise EngineError(f"edge: {piece.voice.id} is no name of a voice") from error


_CLOCK = (
    "the service refuses this client (403): set this machine's clock right, or run: pip install -U edge-tts"
)


def _cancel(loop: asyncio.AbstractEventLoop, task: asyncio.Task[Any]) -> None:
    if not loop.is_closed():
        try:
            loop.call_soon_threadsafe(task.cancel)
        except RuntimeError:  # it was closed just now
            return


async def _collect(client: Communicate, largest: int) -> bytes:
    """All of the answer's sound.

    edge-tts takes a connection that was cut for the end; its count of what finished turns brought
    (``cumulative_audio_bytes``) then lacks what came last.
    """
    out = bytearray()
    async with contextlib.aclosing(client.stream()) as chunks:
        async for chunk in chunks:
            if chunk["type"] == "audio":
                out += chunk["data"]
            if len(out) > largest:
                raise AttemptError(f"the answer does not end (over {largest / 1e6:.1f} MB)", other=True)
    if client.state["cumulative_audio_bytes"] != len(out):
        raise AttemptError("the service's answer broke off")
    return bytes(out)


def _refused(error: aiohttp.ClientResponseError) -> NoReturn:
    """No connection was made. After a 403 edge-tts has set its clock by the service's and tried once more."""
    headers: Mapping[str, str] = error.headers or {}
    if error.status == 403:
        raise OutageError(f"edge: {_CLOCK}") from error
    if error.status == 429:
        wait = retry_after_s(headers.get("Retry-After"), headers.get("Date"))
        raise AttemptError("the service refuses because it was asked too often (429)", retry_after_s=wait)
    raise AttemptError(f"the service answered {error.status}") from error


def _voice(id: str, who: str) -> Voice:  # noqa: A002 (as the field)
    place, _, name = id.rpartition("-")
    many = ", many languages" if "Multilingual" in name else ""
    return Voice(
        id,
        id[:2],
        f"{name.removesuffix('Neural').removesuffix('Multilingual')}, {_PLACES[place]} {who}{many}",
    )


def _prosody(voice: Voice) -> _Prosody:
    base = MAN_HZ if voice.id in _MEN else WOMAN_HZ
    return _Prosody(
        rate=f"{round(100 * (_served(voice.speed) - 1)):+d}%",
        pitch=f"{round(base * (voice.pitch - 1)):+d}Hz",
        volume=f"{round(100 * (voice.volume - 1)):+d}%",
    )


def _served(speed: float) -> float:
    return min(max(speed, SLOWEST), FASTEST)
