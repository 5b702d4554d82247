"""The limiter holds its ceiling and leaves the rest alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.audio.limiter import limit
from tests.audio.sounds import speech


@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.floats(0.1, 3.0)), max_size=12),
    st.integers(1, 20_001),
    st.booleans(),
)
@settings(deadline=None, max_examples=60)
def test_nothing_is_above_the_ceiling_wherever_the_peaks_are(
    peaks: list[tuple[int, float]], length: int, stereo: bool
) -> None:
    audio = np.full(length, 0.1, np.float32)
    for at, height in peaks:
        if at < length:
            audio[at] = -height
    if stereo:
        audio = np.stack([audio, audio[::-1]], 1)
    limited = limit(audio, 0.5, 44_100)
    assert limited.shape == audio.shape
    assert np.abs(limited).max() <= 0.5
    assert (np.abs(limited) <= np.abs(audio) + 1e-6).all()


def test_what_never_was_too_loud_comes_back_as_it_was() -> None:
    audio = np.full(1000, 0.4, np.float32)
    assert limit(audio, 0.5, 44_100) is audio


def test_far_from_a_peak_nothing_changes_and_near_it_the_gain_moves_without_a_step() -> None:
    audio = np.full(20_000, 0.4, np.float32)
    audio[10_000] = 1.0
    limited = limit(audio, 0.5, 44_100)
    assert (limited[:8_500] == audio[:8_500]).all()
    assert (limited[11_500:] == audio[11_500:]).all()
    gain = limited / audio
    assert np.abs(np.diff(gain)).max() < 0.003
    assert gain[10_000] == np.float32(0.5)


def test_a_limited_voice_gets_no_click() -> None:
    audio = speech(3, rate=44_100, level=0.9).astype(np.float32)
    limited = limit(audio, 0.6, 44_100)
    assert np.abs(np.diff(limited)).max() <= np.abs(np.diff(audio)).max() * 1.02


def test_a_peak_above_the_ceiling_only_as_a_double_is_no_peak() -> None:
    """float32(0.9) is a little above 0.9."""
    audio = np.full((1000, 2), 0.9, np.float32)
    assert float(audio.max()) != 0.9
    for ceiling in (0.9, np.nextafter(float(audio.max()), 0)):
        assert np.array_equal(limit(audio, ceiling, 44_100), audio)
