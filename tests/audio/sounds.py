"""Sounds for the tests, computed, and what ffmpeg measures on the results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.audio import Take
from podcast.clip import Clip
from podcast.script import Direction
from podcast.show import Show
from podcast.tools import ffmpeg, run

RATES = {"Alana": 16_960, "Ben": 14_400}
LEAD_S, TRAIL_S = 0.15, 0.60
SHOW = Show()


def speech(
    seconds: float, *, hertz: float = 185.0, rate: int = 16_960, level: float = 0.3
) -> NDArray[np.float64]:
    """Something like speech: a gliding tone with overtones in syllables, pauses between phrases.

    It begins and ends with full sound, so that its ends can be measured.
    """
    time = np.arange(round(seconds * rate)) / rate
    phase = 2 * np.pi * hertz * (time + 0.03 * np.sin(2 * np.pi * 0.6 * time))
    wave = sum(np.sin(n * phase + n * n) / n for n in range(1, 20) if n * hertz * 1.2 < rate / 2.2)
    syllables = 0.35 + 0.65 * np.abs(np.sin(2 * np.pi * 2.1 * time + 1.2))
    phrases = np.where((time % 2.6 < 2.2) | (seconds - time < 0.4), 1.0, 0.0)
    loud = np.asarray(wave * syllables * np.convolve(phrases, np.full(200, 1 / 200), "same"))
    loud *= level / np.abs(loud).max()
    return loud


def wav(
    path: Path, samples: NDArray[np.float64], rate: int, *, lead: float = LEAD_S, trail: float = TRAIL_S
) -> Path:
    """A clip with silence around it."""
    quiet = [np.zeros(round(s * rate)) for s in (lead, trail)]
    pcm = np.rint(np.concatenate([quiet[0], samples, quiet[1]]) * 32767).astype("<i2")
    path.write_bytes(Clip(pcm.tobytes(), rate).to_wav())
    return path


def take(
    folder: Path,
    turn: int,
    host: str,
    seconds: float,
    *,
    segment: int = 0,
    text: str | None = None,
    before: Sequence[Direction] = (),
    after: Sequence[Direction] = (),
    level: float = 0.3,
) -> Take:
    """A turn of that length in that host's voice."""
    rate, hertz = RATES[host], 185.0 if host == "Alana" else 112.0
    path = wav(folder / f"{turn:03}.wav", speech(seconds, hertz=hertz, rate=rate, level=level), rate)
    said = f"{turn} is what I say here." if text is None else text
    return Take(turn, segment, host, said, path, tuple(before), tuple(after))


def dialogue(folder: Path, turns: int = 24, segments: int = 3) -> list[Take]:
    """A dialogue of turns that last 1 to 9 seconds, the hosts differently loud."""
    folder.mkdir(parents=True, exist_ok=True)
    takes = []
    for turn in range(turns):
        host = ("Alana", "Ben")[turn % 2]
        level = 0.5 if host == "Alana" else 0.12
        seconds = 1 + (turn * 5 % 9)
        takes.append(take(folder, turn, host, seconds, segment=turn * segments // turns, level=level))
    return takes


def tagged(mp3: Path) -> Path:
    """The stream as it is published: copied behind a header, as publishing does."""
    out = mp3.with_suffix(".tagged.mp3")
    run(
        [ffmpeg(), "-y", "-loglevel", "error", "-i", str(mp3), "-c", "copy", "-metadata", "title=x", str(out)]
    )
    return out


def heard(mp3: Path) -> NDArray[np.float64]:
    """What a player makes of a file: frames by 2 channels."""
    out, said = run([ffmpeg(), "-loglevel", "warning", "-i", str(mp3), "-f", "f32le", "-"])
    assert said.strip() == b"" or b"Estimating duration" in said, said
    return np.frombuffer(out, "<f4").reshape(-1, 2).astype(np.float64)


def ebur128(mp3: Path) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP, measured by ffmpeg."""
    command = [ffmpeg(), "-hide_banner", "-i", str(mp3), "-af", "ebur128=peak=true:framelog=quiet"]
    _, said = run([*command, "-f", "null", "-"])
    summary = said.decode().rsplit("Summary:", 1)[1]
    loudness, peak = re.search(r"I:\s+(\S+) LUFS", summary), re.search(r"Peak:\s+(\S+) dBFS", summary)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])
