"""Our meter against ffmpeg's."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from podcast.audio.loudness import gated_loudness, hop_energies, loudness_of, true_peak
from podcast.clip import Clip
from tests.audio.sounds import ebur128, speech


def _pair(seconds: float, rate: int) -> np.ndarray:
    left = speech(seconds, rate=rate)
    return np.stack([left, 0.6 * speech(seconds, hertz=112, rate=rate)], 1).astype(np.float32)


@pytest.mark.parametrize("rate", [14_400, 24_000, 44_100, 48_000])
def test_loudness_is_what_ffmpeg_measures(tmp_path: Path, rate: int) -> None:
    audio = _pair(20, rate) * np.repeat([1.0, 0.05, 0.6, 0.0], 5 * rate)[:, None].astype(np.float32)
    path = tmp_path / "a.wav"
    path.write_bytes(Clip(np.rint(audio * 32767).astype("<i2").tobytes(), rate, 2).to_wav())
    assert loudness_of(audio, rate) == pytest.approx(ebur128(path)[0], abs=0.06)  # it tells one digit


def test_a_full_scale_sine_of_997_hz_in_one_channel_is_minus_3_lufs() -> None:
    """The check that BS.1770 itself names."""
    sine = np.sin(2 * np.pi * 997 * np.arange(48_000 * 5) / 48_000).astype(np.float32)
    assert loudness_of(sine, 48_000) == pytest.approx(-3.01, abs=0.02)


def test_pieces_measured_apart_and_joined_are_as_loud_as_the_whole() -> None:
    pieces = []
    for number in range(8):
        quiet = np.zeros((9000 + 1777 * number, 2), np.float32)
        pieces.append(np.concatenate([_pair(3 + number, 44_100) * np.float32(0.5 + 0.05 * number), quiet]))
    joined = gated_loudness(np.concatenate([hop_energies(piece, 44_100) for piece in pieces]))
    # Moving the hops of the whole by 50 ms changes this sound by 0.1 already; an episode differs by 0.004.
    assert joined == pytest.approx(loudness_of(np.concatenate(pieces), 44_100), abs=0.15)


def test_integers_and_floats_of_the_same_sound_measure_the_same() -> None:
    audio = _pair(4, 44_100)
    whole = np.rint(audio * 32768).astype(np.int16)
    assert loudness_of(whole, 44_100) == pytest.approx(loudness_of(audio, 44_100), abs=0.001)
    assert true_peak(whole) == pytest.approx(true_peak(audio), rel=0.001)


def test_silence_has_no_loudness_and_no_peak() -> None:
    assert loudness_of(np.zeros((44_100, 2), np.float32), 44_100) == -math.inf
    assert true_peak(np.zeros((44_100, 2), np.float32)) == 0.0
    assert loudness_of(np.zeros(10, np.float32), 44_100) == -math.inf


def test_a_peak_between_two_samples_is_found() -> None:
    """A sine of a quarter of the rate, sampled 45 degrees beside its tops, is 3 dB higher than its samples."""
    sine = np.sin(np.pi / 2 * np.arange(4000) + np.pi / 4)
    sine *= np.hanning(4000)
    assert np.abs(sine).max() == pytest.approx(0.707, abs=0.001)
    assert true_peak(sine) == pytest.approx(1.0, abs=0.01)


def test_true_peak_is_what_ffmpeg_measures(tmp_path: Path) -> None:
    audio = _pair(6, 44_100)
    path = tmp_path / "a.wav"
    path.write_bytes(Clip(np.rint(audio * 32767).astype("<i2").tobytes(), 44_100, 2).to_wav())
    assert 20 * math.log10(true_peak(audio)) == pytest.approx(ebur128(path)[1], abs=0.1)
