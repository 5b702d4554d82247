"""SVOX Pico (PyPI ``py-nanotts``): offline, German and English, about 240 times faster than speech on one core.

Pico obeys markup in its text, hangs and crashes on some, holds the interpreter lock and reads memory that
nobody set (measured in November 2026). So it lives in worker processes (pico_worker.py) that get clean text
in short chunks, a time limit for each, and are replaced when they die.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import importlib.util
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import ClassVar

from podcast.clip import Clip
from podcast.errors import EngineError, ToolError
from podcast.speech.bounds import chunks
from podcast.speech.engines.base import BaseEngine, Voice
from podcast.tools import start

__all__ = ["Pico", "Worker"]

RATE_HZ = 16000
REVISION = 1
"""Raised with every change here or in bounds.py that changes the bytes."""
LIMIT_S = 8.0
LIMIT_PER_CHARACTER_S = 0.04
"""A chunk takes about 0.3 ms a character on one core: a hundred times that is a hang, not a busy machine."""
ATTEMPTS = 2
VOLUME = 0.35
"""At a volume of 1 Pico clips (0.9 % of its samples stand at full scale), at 0.5 it still touches."""
SPEED_RANGE = (0.2, 5.0)
PITCH_RANGE = (0.5, 2.0)


class Worker:
    """One process with Pico in it. For one caller at a time, but ``close`` may come from any thread."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("pico_worker.py")
        # -P: the worker's own folder stays off the path, its neighbours have names like gtts.py.
        self._process: subprocess.Popen[bytes] = start([sys.executable, "-P", str(script)])

    def ask(self, request: dict[str, object], limit: float) -> bytes:
        """The PCM for a request. Raises ``EngineError`` with Pico's message, ``EOFError`` where the process died."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:  # never: tools.start gives both
            raise EOFError
        try:
            stdin.write(json.dumps({**request, "limit": limit}).encode("ascii") + b"\n")
            stdin.flush()
            head = stdout.read(5)
            payload = stdout.read(int.from_bytes(head[1:], "big")) if len(head) == 5 else b""
        except (OSError, ValueError) as error:
            raise EOFError from error
        if len(head) < 5 or len(payload) != int.from_bytes(head[1:], "big"):
            raise EOFError
        if head[0]:
            raise EngineError(f"pico: {payload.decode('utf-8', 'replace')}")
        return payload

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def kill(self) -> None:
        """End the process; a caller that waits in ``ask`` gets ``EOFError``."""
        self._process.kill()

    def close(self) -> None:
        """End the process and leave no zombie and no open pipe."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class Pico(BaseEngine):
    """Pico in as many processes as there are threads that call ``synthesize``."""

    name: ClassVar[str] = "pico"
    summary: ClassVar[str] = "SVOX Pico: offline, German and English, the default"
    online: ClassVar[bool] = False
    settings: ClassVar[frozenset[str]] = frozenset({"pitch", "speed", "size"})
    spelled: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._closed = False

    @property
    def parallel(self) -> int:
        """As many as there are cores: each worker is a process."""
        return 0

    @property
    def version(self) -> str:
        """The package's version and this file's."""
        try:
            return f"{importlib.metadata.version('py-nanotts')}+{REVISION}"
        except importlib.metadata.PackageNotFoundError:
            return f"?+{REVISION}"

    def voices(self, language: str) -> list[Voice]:
        """The voices for a language, the default one first."""
        if language == "de":
            return [Voice("de-DE", "de", "German woman")]
        return [Voice("en-US", "en", "American woman"), Voice("en-GB", "en", "British woman")]

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """A woman and a man.

        Measured (SPEECH.md): medians of 185 Hz and 112 Hz, word error rates 0.072 and 0.074.
        """
        if language == "de":
            return (
                Voice("de-DE", "de", "German woman", pitch=1.06, size=1.06, volume=VOLUME),
                Voice("de-DE", "de", "German woman", pitch=0.75, size=0.90, volume=VOLUME),
            )
        return (
            Voice("en-US", "en", "American woman", size=1.04, volume=VOLUME),
            Voice("en-GB", "en", "British woman", pitch=0.75, size=0.88, volume=VOLUME),
        )

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        if importlib.util.find_spec("py_nanotts") is not None:
            return None
        hint = " (builds from source on macOS: it needs a C compiler)" if sys.platform == "darwin" else ""
        return f"the package py-nanotts is missing; run: pip install py-nanotts==0.1.1{hint}"

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at 16000 * size Hz. Raises ``EngineError`` naming the words that Pico gave up on."""
        request = {
            "voice": voice.id,
            # The rate declared below makes it faster by size again: the length stays.
            "speed": min(max(voice.speed / voice.size, SPEED_RANGE[0]), SPEED_RANGE[1]),
            "pitch": min(max(voice.pitch, PITCH_RANGE[0]), PITCH_RANGE[1]),
            "volume": voice.volume,
        }
        pcm = b"".join(self._speak({**request, "text": chunk}) for chunk in chunks(text))
        return Clip(pcm, round(RATE_HZ * voice.size))

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.close()

    def _speak(self, request: dict[str, object]) -> bytes:
        text = str(request["text"])
        limit = LIMIT_S + LIMIT_PER_CHARACTER_S * len(text)
        for _ in range(ATTEMPTS):
            worker = self._take()
            try:
                pcm = worker.ask(request, limit)
            except EOFError:
                self._drop(worker)
                if self._closed:
                    raise EngineError("pico was ended") from None
            except BaseException:
                self._drop(worker)
                raise
            else:
                self._give_back(worker)
                return pcm
        raise EngineError(f"pico hangs or crashes on “{_short(text)}”; reword it")

    def _take(self) -> Worker:
        with self._lock:
            if self._closed:
                raise EngineError("pico was ended")
            if self._idle:
                return self._idle.pop()
            try:
                worker = Worker()
            except ToolError as error:
                raise EngineError(f"pico: {error}") from error
            self._all.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(worker)

    def _drop(self, worker: Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.close()


def _short(text: str, characters: int = 60) -> str:
    return text if len(text) <= characters else text[:characters] + "…"
