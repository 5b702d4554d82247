"""Finished blocks on the disk.

A block is one file: the SHA-256 of all that follows, a line of JSON, the MP3 frames. It is written beside
its place and moved into it, and its hash is checked at every reading, so half a file, a damaged one or one
of another version is simply made anew.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.errors import AudioError

__all__ = ["BlockCache", "Entry", "writing"]

DIGEST_HEX = 64
STALE_S = 3600.0
"""A file being written that is older than this was left by a process that was killed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a finished block.

    ``frames`` is its length, ``cues`` and ``music`` the places of its turns and of its separator, all in PCM
    frames; ``energies`` (one for 100 ms) and ``peak`` (linear, true peak) were measured on the decoded MP3.
    """

    frames: int
    cues: tuple[tuple[int, int], ...]
    music: int | None
    energies: NDArray[np.float64]
    peak: float


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; moved to ``path`` at the end, removed after an error.

    Raises ``AudioError`` where the disk is full or does not let itself be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        yield beside
        beside.replace(path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise AudioError(
                f"the disk is full: {path} was not written; make room and start again"
            ) from error
        raise AudioError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


class BlockCache:
    """The blocks in one folder, which is made where it is missing; shared by all episodes of an output."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(".*.part"):
                with suppress(OSError):
                    if time.time() - left.stat().st_mtime > STALE_S:
                        left.unlink()
        except OSError as error:
            raise AudioError(f"{folder} cannot be used for finished blocks: {error.strerror}") from error

    @contextmanager
    def scratch(self, key: str) -> Iterator[Path]:
        """A path for the PCM on its way to and from ffmpeg; what lies there is removed at the end."""
        path = self._folder / f".{key}.{os.getpid()}-{threading.get_ident()}.pcm.part"
        try:
            yield path
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.block"

    def get(self, key: str) -> tuple[Entry, bytes] | None:
        """A block and its MP3 frames; None where there is none that is whole."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        digest, rest = data[:DIGEST_HEX], data[DIGEST_HEX:]
        if hashlib.sha256(rest).hexdigest().encode() != digest:
            return None
        head, _, mp3 = rest.partition(b"\n")
        known = json.loads(head)
        cues = tuple((int(a), int(b)) for a, b in known["cues"])
        energies = np.array(known["energies"], np.float64)
        return Entry(known["frames"], cues, known["music"], energies, known["peak"]), mp3

    def put(self, key: str, entry: Entry, mp3: bytes) -> None:
        """Keep a block. Raises ``AudioError`` where it cannot be written."""
        known = {
            "frames": entry.frames,
            "cues": entry.cues,
            "music": entry.music,
            "peak": entry.peak,
            "energies": entry.energies.tolist(),
        }
        rest = json.dumps(known).encode() + b"\n" + mp3
        with writing(self._path(key)) as path:
            path.write_bytes(hashlib.sha256(rest).hexdigest().encode() + rest)
