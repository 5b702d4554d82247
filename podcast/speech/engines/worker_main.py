"""The process in which a speech library lives: requests in on standard input, PCM out on standard output.

It is started by its path, with the path of a backend (NAME_worker.py) whose ``start()`` loads the library and returns
what answers a request: a function from a dictionary to bytes. Neither imports anything of this program, so that Pico
is ready in 0.05 s. A request is one line of JSON with ``limit``, the seconds after which the process ends itself: a
library can hang while it holds the interpreter lock, so the watchdog is a C thread that needs no lock. An answer is
one byte (0: the result follows, 1: a message follows), the length in four bytes, and the payload.
The process ends with its standard input, thus with its parent, however that dies.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib.util
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path


def load(backend: Path) -> Callable[[dict[str, object]], bytes]:
    """What answers the requests of a backend."""
    spec = importlib.util.spec_from_file_location(backend.stem, backend)
    if spec is None or spec.loader is None:
        raise ImportError(f"{backend} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    answer: Callable[[dict[str, object]], bytes] = module.start()
    return answer


def serve(backend: Path) -> None:
    """Answer requests until standard input ends."""
    nothing = Path(os.devnull).open("r+b")  # noqa: SIM115 (open as long as the process lives)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(nothing.fileno(), 1)  # whatever else writes to standard output must not get between answers
    answer = None
    for line in sys.stdin.buffer:
        request = json.loads(line)
        faulthandler.dump_traceback_later(request.pop("limit"), exit=True, file=nothing)
        try:
            answer = answer or load(backend)
            status, payload = b"\0", answer(request)
        except Exception as error:  # noqa: BLE001 (it belongs to the one who asked)
            status, payload = b"\1", (str(error) or type(error).__name__).encode("utf-8", "replace")
        faulthandler.cancel_dump_traceback_later()
        answers.write(status + len(payload).to_bytes(4, "big") + payload)
        answers.flush()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        serve(Path(sys.argv[1]))
