"""Speech libraries in processes of their own, which can be killed and replaced (worker_main.py is the other end).

Some libraries hang, crash, hold the interpreter lock, or have one state for the whole process. In a process each,
such a fault costs one text, and as many texts are spoken at once as there are threads that ask.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import msgspec

from podcast.errors import EngineError, ToolError
from podcast.speech.engines.base import BaseEngine
from podcast.tools import start

__all__ = ["Pool", "PooledEngine", "Worker"]

ATTEMPTS = 2
"""The second time by a fresh process: one that had nothing to do may have died without the text's help."""
SHOWN_CHARACTERS = 60
"""So much of a text that cannot be spoken stands in the message."""


class Worker:
    """One process with a library in it. For one caller at a time, but ``close`` may come from any thread.

    ``engine`` is its name in messages and that of the backend beside this file: ``ENGINE_worker.py``.
    """

    def __init__(self, engine: str) -> None:
        self._engine = engine
        here = Path(__file__).parent
        main, backend = here / "worker_main.py", here / f"{engine}_worker.py"
        # -P: the worker's own folder stays off the path, its neighbours have names like gtts.py.
        self._process: subprocess.Popen[bytes] = start([sys.executable, "-P", str(main), str(backend)])

    def ask(self, request: Mapping[str, object], limit: float) -> bytes:
        """The answer to a request, within ``limit`` seconds.

        Raises ``EngineError`` with the library's message, ``EOFError`` where the process died.
        """
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
            raise EngineError(f"{self._engine}: {' '.join(payload.decode('utf-8', 'replace').split())}")
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


class Pool:
    """As many workers as there are threads that ask at once; one that died is replaced."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._closed = False

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that live now."""
        with self._lock:
            return [worker.pid for worker in self._all]

    def ask(self, request: Mapping[str, object], limit: float) -> bytes:
        """The answer to a request with a ``text``, within ``limit`` seconds each time it is tried.

        Raises ``EngineError`` with the library's message, or naming the text where it killed two workers.
        """
        for attempt in range(ATTEMPTS):
            worker = self._take(fresh=attempt > 0)
            try:
                answer = worker.ask(request, limit)
            except EOFError:
                self._drop(worker)
                if self._closed:
                    raise EngineError(f"{self._engine} was ended") from None
            except EngineError:  # the library said no; its process is well
                self._give_back(worker)
                raise
            except BaseException:
                self._drop(worker)
                raise
            else:
                self._give_back(worker)
                return answer
        text = str(request["text"])
        shown = text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
        raise EngineError(f"{self._engine} hangs or crashes on “{shown}”; reword it")

    def close(self) -> None:
        """End all processes; callers that wait get ``EngineError``."""
        with self._lock:
            self._closed = True
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.close()

    def _take(self, *, fresh: bool) -> Worker:
        with self._lock:
            if self._closed:
                raise EngineError(f"{self._engine} was ended")
            if self._idle and not fresh:
                return self._idle.pop()
            try:
                worker = Worker(self._engine)
            except ToolError as error:
                raise EngineError(f"{self._engine}: {error}") from error
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


class PooledEngine(BaseEngine):
    """An engine in as many processes as there are threads that call ``synthesize``."""

    def __init__(self, options: msgspec.Struct | None = None) -> None:
        super().__init__(options)
        self._pool = Pool(self.name)

    @property
    def parallel(self) -> int:
        """As many as there are cores: each worker is a process."""
        return 0

    def close(self) -> None:
        """End all processes."""
        self._pool.close()
