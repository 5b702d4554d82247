"""What all online engines share: places, retries, time-outs, the look at what came back, long texts in pieces.

An engine adds :meth:`OnlineEngine.fetch`, one request for one piece of text. Everything that may pass (no network,
too many requests, an error of the service's own, an answer that is not speech) is tried again after growing waits;
what will not pass by itself ends at once and says what to do.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError, ToolError
from podcast.speech.engines.base import BaseEngine, Voice
from podcast.speech.engines.online_http import AttemptError, Key
from podcast.speech.engines.online_pace import EndedError, Pace, Timing
from podcast.speech.engines.online_sound import NoSpeechError, Shape, decode, join
from podcast.speech.engines.online_text import split
from podcast.speech.engines.versions import installed
from podcast.tools import ffmpeg

__all__ = ["AttemptError", "Call", "OnlineEngine", "OnlineOptions", "Piece"]

WAITS_S = (1.0, 2.0, 4.0, 8.0)
"""Before the second, third … attempt; longer where the service asks for it."""
AROUND_CHARACTERS = 500
"""So much of what is said before and after is told to engines that want to know."""

Seconds = Annotated[float, msgspec.Meta(gt=0, le=3600)]


class OnlineOptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What show.toml can say of every online engine.

    ``parallel``: texts at once. ``per_minute``: requests in any 60 s, 0 for no limit. ``timeout_s``: how long one
    answer may take in all, ``read_timeout_s``: how long without a byte.
    """

    parallel: Annotated[int, msgspec.Meta(ge=1, le=32)] = 2
    per_minute: Annotated[int, msgspec.Meta(ge=0, le=10_000)] = 0
    timeout_s: Seconds = 180.0
    read_timeout_s: Seconds = 90.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that goes out in one request, with what is said around it."""

    text: str
    voice: Voice
    before: str = ""
    after: str = ""


class Call:
    """A request under way in a thread of its own, so that nobody has to wait for it longer than they want to."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._enders: list[Callable[[], object]] = []

    def cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled.is_set()

    def on_cancel(self, end: Callable[[], object]) -> None:
        """``end`` is called, from another thread, when nobody waits any more; at once where that is so already."""
        with self._lock:
            self._enders.append(end)
            late = self.cancelled()
        if late:
            end()

    def cancel(self) -> None:
        """Let nobody wait any more."""
        with self._lock:
            self._cancelled.set()
            enders = list(self._enders)
        for end in enders:
            end()
        self.over.set()


class OnlineEngine(BaseEngine):
    """The base of the online engines.

    ``LIMIT`` is how many characters one request takes at most, ``RATE_HZ`` the rate of all its clips, ``SOUND`` the
    options that shape the sound, ``PACKAGE`` the Python package that it needs (its import, its name for pip).
    ``waits_s`` are the pauses between attempts in seconds, ``timing`` where time comes from.
    """

    online: ClassVar[bool] = True
    LIMIT: ClassVar[int]
    RATE_HZ: ClassVar[int] = 24000
    REVISION: ClassVar[int] = 1
    SOUND: ClassVar[tuple[str, ...]] = ()
    PACKAGE: ClassVar[tuple[str, str]] = ("requests", "requests")
    Options: ClassVar[type[msgspec.Struct]] = OnlineOptions

    def __init__(
        self,
        options: msgspec.Struct | None = None,
        *,
        waits_s: Sequence[float] = WAITS_S,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(options)
        assert isinstance(self.options, OnlineOptions)  # noqa: S101 (for the type checker; get_engine sees to it)
        self.online_options: OnlineOptions = self.options
        self._waits_s = tuple(waits_s)
        self._pace = Pace(self.online_options.parallel, self.online_options.per_minute, timing or Timing())
        self._calls: set[Call] = set()
        self._lock = threading.Lock()

    @property
    def parallel(self) -> int:
        """As the options say."""
        return self.online_options.parallel

    @property
    def version(self) -> str:
        """The engine's revision and a hash of the options that shape the sound; the package's where it needs one."""
        parts = [str(self.REVISION)]
        if self.PACKAGE[0] != "requests":
            parts.insert(0, installed(self.PACKAGE[1].partition("[")[0]))
        if self.SOUND:
            told = json.dumps([[name, getattr(self.options, name)] for name in self.SOUND])
            parts.append(hashlib.sha256(told.encode()).hexdigest()[:12])
        return "+".join(parts)

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        module, package = self.PACKAGE
        if importlib.util.find_spec(module) is None:
            return f"the package {module} is missing; run: pip install {package}"
        try:
            ffmpeg()
        except ToolError as error:
            return str(error)
        return None

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """One request: the answer's bytes. Raises ``AttemptError`` for what may pass, ``EngineError`` for what not."""
        raise NotImplementedError

    def shape(self, voice: Voice) -> Shape:
        """What the clip of a piece must be."""
        return Shape(self.RATE_HZ, speed=voice.speed)

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at ``RATE_HZ * size`` Hz, 16 bit mono; in several requests where it is long.

        Raises ``OutageError`` where the service did not answer after all attempts or takes no text at all, and
        ``EngineError`` where it does not speak this one.
        """
        if not any(c.isalnum() for c in text):
            raise EngineError("there are no words in it that could be spoken")
        pieces = split(text, self.LIMIT)
        clips = []
        for index, piece in enumerate(pieces):
            ahead = " ".join([before, *pieces[:index]]).strip()[-AROUND_CHARACTERS:]
            behind = " ".join([*pieces[index + 1 :], after]).strip()[:AROUND_CHARACTERS]
            clips.append(self._speak(Piece(piece, voice, ahead, behind)))
        return join(clips, pieces)

    def close(self) -> None:
        """End all waits and all that is under way, at once."""
        self._pace.close()
        with self._lock:
            calls = list(self._calls)
        for call in calls:
            call.cancel()

    def _speak(self, piece: Piece) -> Clip:
        try:
            for wait_s in (*self._waits_s, None):
                try:
                    with self._pace.place():
                        data = self._run(piece)
                    return decode(data, piece.text, self.shape(piece.voice))
                except AttemptError as error:
                    failure: AttemptError | NoSpeechError = error
                    asked_s = error.retry_after_s
                except NoSpeechError as error:
                    failure, asked_s = error, 0.0
                if wait_s is None:
                    break
                self._pace.rest(wait_s, asked_s)
        except EndedError:
            raise EngineError(f"{self.name} was ended") from None
        times = f"{len(self._waits_s) + 1} times" if self._waits_s else "once"
        if failure.other:
            raise EngineError(f"{self.name}: {failure}, {times}; word it differently") from failure
        raise OutageError(
            f"{self.name}: {failure}, {times}; try again later, or use --engine pico, which is offline"
        ) from failure

    def _run(self, piece: Piece) -> bytes:
        """:meth:`fetch` in a thread that is left alone when it takes too long or the engine is closed."""
        call = Call()
        answer: list[bytes | BaseException] = []

        def work() -> None:
            try:
                answer.append(self.fetch(piece, call))
            except BaseException as error:  # noqa: BLE001 (raised again in the thread that waits)
                answer.append(error)
            call.over.set()

        with self._lock:
            self._calls.add(call)
        try:
            if self._pace.closed:
                raise EndedError
            threading.Thread(target=work, daemon=True, name=f"{self.name} request").start()
            call.over.wait(self.online_options.timeout_s)
        finally:
            with self._lock:
                self._calls.discard(call)
        if self._pace.closed:
            raise EndedError
        if not answer:
            call.cancel()
            raise AttemptError("the service took too long to answer")
        if isinstance(answer[0], BaseException):
            raise answer[0]
        return answer[0]


_KEY = re.compile(r"[\x21-\x7e]+")
"""What can stand in a header. Anything else, requests would name in its error: the key must not get that far."""


def find_key(variable: str, *, header: str = "Authorization", before: str = "Bearer ") -> Key | None:
    """The key in an environment variable, ``None`` where there is none that could be one."""
    value = os.environ.get(variable, "").strip() if variable else ""
    return Key(variable, value, header, before) if _KEY.fullmatch(value) else None


def why_no_key(variable: str) -> str | None:
    """What is wrong with the variable that should hold a key, and what to do; ``None`` where nothing is."""
    if find_key(variable):
        return None
    if os.environ.get(variable, "").strip():
        return f"${variable} holds signs that no key has; set it anew: export {variable}=…"
    return f"the key is missing; run: export {variable}=…"
