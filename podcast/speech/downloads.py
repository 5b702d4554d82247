"""Large files from the web: whole and with the right hash, or not there. What was cut off is gone on with."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import re
import shutil
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from podcast.errors import CallError, EngineError, OutageError

__all__ = ["TIMEOUT_S", "RemoteFile", "Watch", "download", "holds", "read_small"]

TIMEOUT_S = 30.0
"""To connect, and without a byte: a line that is only slow may take as long as it likes."""
ATTEMPTS = 3
"""Each goes on where the one before it was cut off."""
CHUNK_BYTES = 1 << 18
SPARE_BYTES = 50_000_000
"""To be left on the disk."""
SMALL_BYTES = 5_000_000
MB = 1_000_000

Watch = Callable[[int, int], None]
"""Is told the bytes that are there and the bytes that there will be."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file in the web: its address, its size in bytes, the algorithm and hex digest of its hash."""

    url: str
    size: int
    algorithm: str
    digest: str


class _CutError(Exception):
    """The connexion failed or ended too soon; its text is the reason."""


def holds(path: Path, remote: RemoteFile) -> bool:
    """Whether ``path`` is that file, by size and hash. ``False`` where it is not there."""
    try:
        return path.stat().st_size == remote.size and _hash(path, remote.algorithm) == remote.digest
    except OSError:
        return False


def download(remote: RemoteFile, place: Path, watch: Watch, timeout_s: float = TIMEOUT_S) -> None:
    """Fetch a file into ``place``, whose folder exists.

    What has arrived of it lies beside it as ``.part`` until size and hash are right; the next call goes on there.
    Raises ``OutageError`` where the line or the server fails, ``EngineError`` where the file is not the one that was
    announced, is not there, or has no room on the disk.
    """
    part = place.with_name(place.name + ".part")
    try:
        _room(remote, part)
        why = ""
        for _ in range(ATTEMPTS):
            try:
                _append(remote, part, watch, timeout_s)
            except _CutError as error:
                why = str(error)
                continue
            break
        else:
            raise OutageError(f"{remote.url}: {why}; the same command goes on from where it stopped")
        if not holds(part, remote):
            part.unlink()
            raise EngineError(
                f"{remote.url} is not the file that was announced (its {remote.algorithm} hash differs); "
                "it was deleted. Try again, or another mirror"
            )
        part.replace(place)
    except OSError as error:
        raise EngineError(f"cannot write {part}: {error.strerror}") from error


def read_small(url: str, timeout_s: float = TIMEOUT_S) -> bytes:
    """A small file, at most 5 MB. Raises ``OutageError`` or ``EngineError``."""
    why = ""
    for _ in range(ATTEMPTS):
        try:
            with _opened(url, {}, timeout_s) as answer, _line():
                data = answer.read(SMALL_BYTES + 1)
        except _CutError as error:
            why = str(error)
            continue
        if len(data) > SMALL_BYTES:
            raise EngineError(f"{url} is larger than {SMALL_BYTES // MB} MB: not what it should be")
        return data
    raise OutageError(f"{url}: {why}")


def _append(remote: RemoteFile, part: Path, watch: Watch, timeout_s: float) -> None:
    """Fetch what is missing of a file. Raises ``_CutError`` where not all of it came."""
    there = part.stat().st_size if part.exists() else 0
    if there > remote.size:
        part.unlink()
        there = 0
    if there == remote.size:
        return
    with _opened(remote.url, {"Range": f"bytes={there}-"} if there else {}, timeout_s) as answer:
        begins = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range") or "")
        goes_on = answer.status == http.client.PARTIAL_CONTENT and begins and int(begins[1]) == there
        if not goes_on:
            there = 0  # the server gave all of it
        with part.open("ab" if goes_on else "wb") as file:
            watch(there, remote.size)
            while there <= remote.size:
                with _line():
                    data = answer.read1(CHUNK_BYTES)
                if not data:
                    break
                file.write(data)
                there += len(data)
                watch(min(there, remote.size), remote.size)
    if there < remote.size:
        raise _CutError(f"the connexion ended after {there} of {remote.size} bytes")


@contextlib.contextmanager
def _line() -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise _CutError("nothing came for too long") from error
    except (OSError, http.client.HTTPException) as error:
        raise _CutError(f"the connexion broke ({error or type(error).__name__})") from error


@contextlib.contextmanager
def _opened(url: str, headers: dict[str, str], timeout_s: float) -> Iterator[http.client.HTTPResponse]:
    """The answer to a request. Raises ``_CutError``, ``EngineError``, ``CallError`` for an address that is none."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise CallError(f"{url} is no address that can be fetched: it has to begin with https://")
    request = urllib.request.Request(url, headers={"User-Agent": "alana-ben", **headers})  # noqa: S310 (checked)
    try:
        with _line():
            opened = urllib.request.urlopen(request, timeout=timeout_s, context=_trust())  # noqa: S310
    except _CutError as error:
        refused = error.__cause__
        if not isinstance(refused, urllib.error.HTTPError):
            if isinstance(refused, urllib.error.URLError):
                raise _CutError(f"the server cannot be reached ({refused.reason})") from error
            raise
        with refused:
            if refused.code == http.client.NOT_FOUND:
                raise EngineError(f"{url} does not exist (404)") from None
            if refused.code in {http.client.TOO_MANY_REQUESTS, http.client.REQUESTED_RANGE_NOT_SATISFIABLE}:
                raise _CutError(f"the server answered {refused.code}") from None
            if refused.code < http.client.INTERNAL_SERVER_ERROR:
                raise EngineError(f"{url}: the server refuses ({refused.code} {refused.reason})") from None
            raise _CutError(f"the server answered {refused.code}") from None
    with cast(http.client.HTTPResponse, opened) as answer:
        yield answer


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    with contextlib.suppress(ImportError, OSError):
        import certifi  # where the system has no certificates (Python from python.org on a Mac)

        context.load_verify_locations(certifi.where())
    return context


def _room(remote: RemoteFile, part: Path) -> None:
    wanted = remote.size - (part.stat().st_size if part.exists() else 0) + SPARE_BYTES
    free = shutil.disk_usage(part.parent).free
    if free < wanted:
        raise EngineError(
            f"{part.parent} has {free // MB} MB of room and {wanted // MB} MB are needed: make room, or set "
            "$XDG_DATA_HOME to a folder on another disk"
        )


def _hash(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.new(algorithm, usedforsecurity=False)).hexdigest()
