"""The clips that were spoken before, by the hash of all that shapes them. WAVE files; nothing is pickled."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from podcast.clip import Clip
from podcast.errors import SpeechError
from podcast.speech.engines.base import Voice

__all__ = ["ClipCache", "clip_key"]

CACHE_FORMAT = 1
"""Raised when the files or the joining of pieces change."""


def clip_key(engine: str, version: str, voice: Voice, pieces: object, preparation: int) -> str:
    """SHA-256 in hex over everything that shapes a clip's bytes.

    ``pieces`` are the words as they will be spoken and the pauses between them, as JSON can write them. What
    people call the voice (``label``) shapes nothing.
    """
    settings = asdict(voice)
    del settings["label"]
    everything = [CACHE_FORMAT, engine, version, preparation, settings, pieces]
    text = json.dumps(everything, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


class ClipCache:
    """A folder of clips. It is made when the first clip is put into it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        """Where the clip of that key is, or would be."""
        return self._folder / key[:2] / f"{key}.wav"

    def has(self, key: str) -> bool:
        """Whether there is a whole clip; a damaged file counts as none."""
        try:
            return Clip.from_wav(self.path(key).read_bytes()).frames > 0
        except (OSError, ValueError):
            return False

    def put(self, key: str, clip: Clip) -> None:
        """Write a clip beside its place and move it there. Raises ``SpeechError`` where that fails."""
        place = self.path(key)
        part = None
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(prefix=f"{key[:8]}-", suffix=".part", dir=place.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(clip.to_wav())
            os.replace(part, place)  # noqa: PTH105 (a str from mkstemp)
            part = None
        except OSError as error:
            raise SpeechError(f"cannot write into the clip cache {self._folder}: {error.strerror}") from error
        finally:
            if part is not None:
                with contextlib.suppress(OSError):
                    os.unlink(part)  # noqa: PTH108
