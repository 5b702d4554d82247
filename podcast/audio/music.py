"""The music of a show: its own file or the program's theme, cut to length and brought to its level."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.audio import theme
from podcast.audio.limiter import limit
from podcast.audio.loudness import loudness_of
from podcast.audio.model import RATE
from podcast.errors import ShowError, ToolError
from podcast.show import Show
from podcast.tools import ffmpeg, run

__all__ = ["Jukebox"]

DUCK_DB, DUCK_S = -9.0, 0.5
"""So far down goes what still rings while somebody speaks, and so long the way takes."""

# seconds of the show's own file: length, where one may speak, length of the last fade
FILE_CUTS = {"opening": (7.0, 5.0, 2.5), "between": (2.6, 1.8, 1.2), "closing": (8.0, 8.0, 3.0)}
FADE_IN_S = 0.02
SILENT = 0.003  # -50 dBFS: what a file begins with below this is skipped
LONGEST_SILENCE_S = 10.0


class Jukebox:
    """The pieces of one show. ``key`` stands for everything that shapes them, except the loudness.

    Raises ``ShowError`` where the show names a file that is missing; one that is no audio is noticed when
    its first piece is asked for. Thread-safe.
    """

    def __init__(self, show: Show) -> None:
        self._level_db = show.music.level_db
        self._lock = threading.Lock()
        self._pieces: dict[tuple[str, float, float], theme.Piece] = {}
        self._file: Path | None = None
        source = f"theme {theme.VERSION}"
        if show.music.file is not None:
            self._file = Path(show.folder) / show.music.file
            try:
                with self._file.open("rb") as file:
                    source = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise ShowError(
                    f"music.file: {self._file} cannot be read: {error.strerror} "
                    "(the path is relative to show.toml)"
                ) from error
        self.key = f"{source} {self._level_db} {DUCK_DB} {DUCK_S} {FILE_CUTS}"

    def piece(self, name: str, loudness_lufs: float, ceiling: float) -> theme.Piece:
        """``opening``, ``between`` or ``closing`` for speech of that loudness, no sample above ``ceiling``."""
        with self._lock:
            wanted = (name, loudness_lufs, ceiling)
            if wanted not in self._pieces:
                made = theme.piece(name) if self._file is None else self._cut(name, self._file)
                gain = 10 ** ((loudness_lufs + self._level_db - loudness_of(made.audio, RATE)) / 20)
                audio = limit(made.audio * np.float32(gain), ceiling, RATE)
                self._pieces[wanted] = theme.Piece(_duck(audio, made.cue), made.cue)
            return self._pieces[wanted]

    def _cut(self, name: str, path: Path) -> theme.Piece:
        seconds, cue_s, fade_s = FILE_CUTS[name]
        command = [ffmpeg(), "-hide_banner", "-loglevel", "error", "-i", f"file:{path}", "-vn"]
        cut = ["-t", str(seconds + LONGEST_SILENCE_S), "-ac", "2", "-ar", str(RATE), "-f", "f32le", "pipe:1"]
        try:
            out, _ = run([*command, *cut])
        except ToolError as error:
            raise ShowError(f"music.file: {path} is no audio file that ffmpeg can read") from error
        audio = np.frombuffer(out, "<f4").reshape(-1, 2)
        loud = np.flatnonzero(np.abs(audio).max(axis=1) > SILENT) if len(audio) else np.zeros(0)
        if not len(loud):
            raise ShowError(f"music.file: {path} begins with more than {LONGEST_SILENCE_S:g} s of silence")
        audio = audio[int(loud[0]) :][: round(seconds * RATE)].copy()
        into, last = min(round(FADE_IN_S * RATE), len(audio)), min(round(fade_s * RATE), len(audio))
        audio[:into] *= (np.arange(into, dtype=np.float32) / into)[:, None]
        audio[-last:] *= (np.cos(np.pi / 2 * np.arange(1, last + 1, dtype=np.float32) / last) ** 2)[:, None]
        return theme.Piece(audio, min(round(cue_s * RATE), len(audio)))


def _duck(audio: NDArray[np.float32], cue: int) -> NDArray[np.float32]:
    """The music turned down around ``cue``, so that the words are understood."""
    low = 10 ** (DUCK_DB / 20)
    at = np.array([cue - 0.6 * DUCK_S * RATE, cue + 0.4 * DUCK_S * RATE])
    gain = np.interp(np.arange(len(audio)), at, [1.0, low]) if cue < len(audio) else np.ones(len(audio))
    return (audio * gain[:, None]).astype(np.float32)
