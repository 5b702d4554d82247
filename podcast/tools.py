"""Finding and running external programs. No other file of this program starts one."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from podcast.errors import ToolError

__all__ = ["ffmpeg", "play", "run", "start"]

TIMEOUT_S = 600.0
"""No single call of ours takes longer: encoding two hours of speech takes about a minute."""

PATIENCE_S = 20.0
"""So much longer than its sound a player may take: a sound server that wakes up takes a few seconds."""

PLAYERS = (
    ("afplay", "{file}"),  # macOS
    ("pw-play", "{file}"),  # Linux: PipeWire, PulseAudio, ALSA
    ("paplay", "{file}"),
    ("aplay", "-q", "{file}"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error", "{file}"),
    ("powershell", "-NoProfile", "-Command", "(New-Object Media.SoundPlayer '{file}').PlaySync()"),  # Windows
)
"""Programs that play a WAVE file and end with it, the system's own first."""

STDERR_TAIL = 400
"""So many characters from the end of a program's messages go into the error."""


@functools.cache
def ffmpeg() -> str:
    """Path of an ffmpeg: ``$PODCAST_FFMPEG``, else the one on PATH, else the one that imageio-ffmpeg brings.

    Raises ``ToolError`` with the command that mends it where there is none.
    """
    if named := os.environ.get("PODCAST_FFMPEG"):
        if not os.access(named, os.X_OK):
            raise ToolError(f"$PODCAST_FFMPEG names {named}, which is not a program that can be run")
        return named
    if found := shutil.which("ffmpeg"):
        return found
    try:
        import imageio_ffmpeg

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError, OSError) as error:
        raise ToolError(
            "no ffmpeg found: install it (apt install ffmpeg, brew install ffmpeg) "
            "or run: pip install imageio-ffmpeg"
        ) from error


def _failed(args: Sequence[str], code: int, stderr: bytes) -> ToolError:
    tail = " ".join(stderr.decode("utf-8", "replace").split())[-STDERR_TAIL:]
    return ToolError(f"{Path(args[0]).name} ended with code {code}: {tail or 'it said nothing'}")


def run(args: Sequence[str], *, data: bytes | None = None, timeout: float = TIMEOUT_S) -> tuple[bytes, bytes]:
    """Run a program to its end; give it ``data`` on standard input (closed where there is none).

    Returns standard output and standard error. Raises ``ToolError`` where the program cannot be started,
    ends with another code than 0 or takes longer than ``timeout`` seconds.
    """
    try:
        done = subprocess.run(  # noqa: S603 (an argument list, no shell)
            list(args),
            input=data,
            stdin=subprocess.DEVNULL if data is None else None,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except OSError as error:
        raise ToolError(f"{args[0]} cannot be started: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise ToolError(f"{Path(args[0]).name} took longer than {timeout:g} s and was ended") from error
    if done.returncode:
        raise _failed(args, done.returncode, done.stderr)
    return done.stdout, done.stderr


def play(file: Path, seconds: float) -> bool:
    """Play a WAVE file of so many seconds to its end; ``False`` where this machine has nothing that can."""
    for program, *options in PLAYERS:
        if not (found := shutil.which(program)):
            continue
        name = str(file).replace("'", "''")  # PowerShell's way inside single quotes
        args = [
            option.replace("{file}", name if program == "powershell" else str(file)) for option in options
        ]
        with contextlib.suppress(ToolError):  # no sound card, no sound server: perhaps the next one
            run([found, *args], timeout=seconds + PATIENCE_S)
            return True
    return False


def start(args: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a helper that is talked to over its standard input and output; its messages are dropped.

    The helper must end when its standard input ends, so that none outlives this program. A Ctrl-C on the
    terminal does not reach it: whoever starts it ends it. Raises ``ToolError`` where it cannot be started.
    """
    try:
        return subprocess.Popen(  # noqa: S603 (an argument list, no shell)
            list(args),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ToolError(f"{args[0]} cannot be started: {error.strerror}") from error
