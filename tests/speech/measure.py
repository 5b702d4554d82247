"""What the tests of this room measure with."""

from __future__ import annotations

import importlib.util
import os
import time
from pathlib import Path

import numpy as np
import pytest

from podcast.clip import Clip
from tests.conftest import REQUIRE_ALL

FRAME_S = 0.04


def median_pitch(clip: Clip, low_hz: float = 60.0, high_hz: float = 400.0) -> float:
    """Median of the voiced frames' pitch in Hz, by autocorrelation (voiced: its peak is over 0.6)."""
    samples = np.frombuffer(clip.pcm, "<i2").astype(float)
    size = int(FRAME_S * clip.rate)
    pitches = []
    for start in range(0, len(samples) - 2 * size, size // 2):
        frame = samples[start : start + size] - samples[start : start + size].mean()
        if np.sqrt((frame**2).mean()) < 300:
            continue
        spectrum = np.fft.rfft(frame, 4 * size)
        auto = np.fft.irfft(np.abs(spectrum) ** 2)[:size]
        auto /= auto[0] * (1 - np.arange(size) / size) + 1e-9
        first, last = int(clip.rate / high_hz), min(int(clip.rate / low_hz), int(0.8 * size))
        best = first + int(np.argmax(auto[first:last]))
        if auto[best] > 0.6:
            pitches.append(clip.rate / best)
    return float(np.median(pitches))


def loudest(clip: Clip) -> int:
    """The largest sample, without its sign."""
    return int(np.abs(np.frombuffer(clip.pcm, "<i2").astype(int)).max())


def needs_package(*names: str) -> pytest.MarkDecorator:
    """A mark that skips without one of these packages; where ``PODCAST_TEST_REQUIRE_ALL`` is set, its tests fail."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    return pytest.mark.skipif(
        bool(missing) and not os.environ.get(REQUIRE_ALL), reason=f"{', '.join(missing)} not installed"
    )


def alive(pid: int) -> bool:
    """Whether a process lives; a zombie does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z" if Path("/proc").is_dir() else True


def gone(pid: int, seconds: float = 10.0) -> bool:
    """Whether a process has ended after so many seconds at most."""
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)
