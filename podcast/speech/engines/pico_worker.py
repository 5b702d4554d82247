"""The process in which Pico lives: requests in on standard input, PCM out on standard output.

It is started by its path and imports nothing of this program, so that it is ready in 0.05 s. A request is one
line of JSON: text, voice, speed, pitch, volume, and ``limit``, the seconds after which the process ends itself
(Pico can hang while it holds the interpreter lock, so the watchdog is a C thread that needs no lock). An
answer is one byte (0: PCM follows, 1: a message follows), the length in four bytes, and the payload.
It ends with its standard input, thus with its parent, however that dies.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import json
import os
import sys
from pathlib import Path

M_PERTURB = -6
"""glibc: fill memory that is handed out. Pico reads memory that nobody set; so it always reads the same."""


def serve() -> None:
    """Answer requests until standard input ends."""
    nothing = Path(os.devnull).open("r+b")  # noqa: SIM115 (open as long as the process lives)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(nothing.fileno(), 1)  # whatever else writes to standard output must not get between answers
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(M_PERTURB, 255)
    import py_nanotts

    pico = py_nanotts.NanoTTS()
    for line in sys.stdin.buffer:
        request = json.loads(line)
        faulthandler.dump_traceback_later(request.pop("limit"), exit=True, file=nothing)
        try:
            status, payload = b"\0", pico.speak(**request)
        except Exception as error:  # noqa: BLE001 (it belongs to the one who asked)
            status, payload = b"\1", str(error).encode("utf-8", "replace")
        faulthandler.cancel_dump_traceback_later()
        answers.write(status + len(payload).to_bytes(4, "big") + payload)
        answers.flush()


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        serve()
