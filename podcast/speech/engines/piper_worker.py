"""Piper in a worker process (worker_main.py).

A request: texts (a list), model (a path), speaker (a number or null), length (a factor), volume (of full scale); the
answer: PCM at the rate of the model, with a pause between sentences.

A voice sounds natural because its model draws random numbers, for the sound and for the lengths. They come from a
generator inside onnxruntime's session that can be set only when the session is made; so each request gets a session
of its own, all with the same seed. Without preparing the graph that takes 0.1 s, and the speech no longer.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

SEED = 1
"""Any number will do, as long as it is always the same."""
PAUSE_S = 0.3
"""Between sentences, which Piper joins without one."""
KEPT = 2
"""Models in memory, about 60 MB each: the voices of two hosts."""


def start() -> Callable[[dict[str, Any]], bytes]:
    """Load Piper."""
    import onnxruntime
    from piper import PiperVoice, SynthesisConfig
    from piper.config import PiperConfig

    onnxruntime.set_seed(SEED)
    onnxruntime.set_default_logger_severity(3)
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1  # there are as many workers as cores
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    settings.add_session_config_entry("session.disable_prepacking", "1")
    models: OrderedDict[str, tuple[bytes, PiperConfig]] = OrderedDict()

    def model(path: str) -> tuple[bytes, PiperConfig]:
        if path not in models:
            config = json.loads(Path(path + ".json").read_text(encoding="utf-8"))
            models[path] = Path(path).read_bytes(), PiperConfig.from_dict(config)
            if len(models) > KEPT:
                models.popitem(last=False)
        models.move_to_end(path)
        return models[path]

    def speak(request: dict[str, Any]) -> bytes:
        data, config = model(request["model"])
        session = onnxruntime.InferenceSession(data, settings, providers=["CPUExecutionProvider"])
        wishes = SynthesisConfig(
            speaker_id=request["speaker"],
            length_scale=config.length_scale * request["length"],
            volume=request["volume"],
        )
        voice = PiperVoice(session, config)
        parts = [
            sentence.audio_int16_bytes
            for text in request["texts"]
            for sentence in voice.synthesize(text, wishes)
        ]
        return bytes(2 * round(PAUSE_S * config.sample_rate)).join(parts)

    return speak
