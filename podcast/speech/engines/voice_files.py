"""Voices that are files: where they lie, and what makes one differ from another of the same name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from podcast.speech.engines.base import Voice

__all__ = ["FileVoice", "fingerprint", "voice_folder"]

SAMPLES = 64
SAMPLE_BYTES = 4096
"""Read of a large file for its fingerprint. Two trained models differ nearly everywhere."""


@dataclass(frozen=True, slots=True)
class FileVoice(Voice):
    """A voice whose sound depends on files. ``files`` is their fingerprint, so that a clip's key has it too."""

    files: str = ""


def voice_folder(engine: str) -> Path:
    """Where an engine's downloaded voices lie for this user; may not exist. ``$XDG_DATA_HOME`` moves it on Linux."""
    import platformdirs

    return platformdirs.user_data_path("alana-ben", appauthor=False) / engine


def fingerprint(*paths: Path) -> str:
    """A hash in hex over the files' sizes and 64 samples of each, in milliseconds. Raises ``OSError``."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            total.update(size.to_bytes(8, "big"))
            for part in range(SAMPLES):
                file.seek(size * part // SAMPLES)
                total.update(file.read(SAMPLE_BYTES))
    return total.hexdigest()[:16]
