"""Answers on the disk, by the hash of all that was asked: a second run is free, a broken one goes on.

Files are JSON, written beside their place and moved into it. One that is damaged, or of another version, is asked
for anew. Nothing but models' answers and what their servers can do is in them: no key, no prompt.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from pathlib import Path
from typing import TypeVar

import msgspec

from podcast.jsontext import json_bytes
from podcast.writing.llm.failures import ModelError
from podcast.writing.llm.server import Server

__all__ = ["Answers", "Manners", "Stored", "digest"]

T = TypeVar("T")

VERSION = 1
"""Raise it where answers mean something else than before."""


class Stored(msgspec.Struct, frozen=True):
    """One answer as the model gave it.

    ``form`` is how it was asked for (see ``forms.py``), ``finish`` the server's reason to stop. Tokens are the
    server's count or, where ``estimated``, ours.
    """

    form: str
    text: str
    finish: str
    refused: bool
    tokens_in: int
    tokens_out: int
    estimated: bool


class Manners(msgspec.Struct, frozen=True):
    """What is known of one model on one server: the form that held, and the settings that it does not take."""

    form: str = ""
    completion_tokens: bool = False
    temperature: bool = True


def digest(*parts: object) -> str:
    """The name of an answer: SHA-256 of everything that shapes it."""
    return hashlib.sha256(msgspec.json.encode([VERSION, *parts])).hexdigest()


class Answers:
    """The answers in one folder, which is made when the first one comes; without ``keep`` they are only read."""

    def __init__(self, folder: Path, server: Server, *, keep: bool = True) -> None:
        self._folder = folder
        self._keep = keep
        self._manners = f"server-{digest(server.shown, server.model)[:32]}"
        self._lock = threading.Lock()
        self._ready = False

    def prepare(self) -> None:
        """Make sure, before an answer is paid for, that it can be kept. Raises ``ModelError``."""
        with self._lock:
            if self._ready or not self._keep:
                return
            made = not self._folder.exists()
            probe = f"probe-{os.getpid()}"
            try:
                self._write(probe, None)
                (self._folder / f"{probe}.json").unlink()
            except OSError as error:
                raise ModelError(
                    f"{self._folder}: answers cannot be kept there ({os.strerror(error.errno or 0)}): "
                    "delete it, make it writable, or choose another folder with --output"
                ) from error
            if made:  # a run without an answer leaves nothing
                with contextlib.suppress(OSError):
                    self._folder.rmdir()
            self._ready = True

    def get(self, name: str) -> Stored | None:
        """An answer, ``None`` where there is none."""
        return self._read(name, Stored)

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer. Raises ``OSError`` where the folder cannot be written."""
        self._write(name, answer)

    @property
    def manners(self) -> Manners:
        """What earlier runs learned of this model and server."""
        return self._read(self._manners, Manners) or Manners()

    @manners.setter
    def manners(self, manners: Manners) -> None:
        if not self._keep:
            return
        with contextlib.suppress(OSError):  # a hint for the next run, which finds out by itself as well
            self._write(self._manners, manners)

    def _read(self, name: str, kind: type[T]) -> T | None:
        with contextlib.suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return msgspec.json.decode((self._folder / f"{name}.json").read_bytes(), type=kind)
        return None

    def _write(self, name: str, value: object) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.json"
        beside = path.with_name(f".{name}.{os.getpid()}-{threading.get_ident()}.part")
        try:
            beside.write_bytes(json_bytes(value))
            beside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
