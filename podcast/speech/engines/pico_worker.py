"""Pico in a worker process (worker_main.py). A request: text, voice, speed, pitch, volume; the answer: PCM, 16 kHz."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable

M_PERTURB = -6
"""glibc: fill memory that is handed out. Pico reads memory that nobody set; so it always reads the same."""


def start() -> Callable[[dict[str, object]], bytes]:
    """Load Pico."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(M_PERTURB, 255)
    import py_nanotts

    pico = py_nanotts.NanoTTS()

    def speak(request: dict[str, object]) -> bytes:
        pcm: bytes = pico.speak(**request)
        return pcm

    return speak
