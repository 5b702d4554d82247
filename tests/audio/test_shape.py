"""One clip: trimmed, faded, levelled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from podcast.audio.loudness import loudness_of
from podcast.audio.model import RATE
from podcast.audio.shape import Shaped, shape
from podcast.clip import Clip
from podcast.errors import AudioError
from tests.audio.sounds import speech, wav

TARGET = -16.0


def _shaped(path: Path, samples: np.ndarray, rate: int, **silence: float) -> Shaped:
    return shape(
        wav(path / "a.wav", samples, rate, **silence).read_bytes(), loudness_lufs=TARGET, ceiling=0.9
    )


@pytest.mark.parametrize("rate", [14_400, 16_000, 16_960, 22_050, 24_000, 44_100])
def test_silence_at_the_ends_goes_and_the_speech_keeps_its_length(tmp_path: Path, rate: int) -> None:
    shaped = _shaped(tmp_path, speech(3.0, rate=rate), rate, lead=0.4, trail=0.9)
    assert (shaped.end - shaped.onset) / RATE == pytest.approx(3.0, abs=0.012)
    assert shaped.onset / RATE == pytest.approx(0.025, abs=0.006)
    assert (len(shaped.audio) - shaped.end) / RATE == pytest.approx(0.060, abs=0.006)


def test_a_soft_onset_is_kept(tmp_path: Path) -> None:
    """An [f] is some 30 dB below the vowel behind it and must be heard whole."""
    rate = 16_960
    hiss = 0.01 * np.sign(np.sin(2 * np.pi * 5000 * np.arange(rate // 8) / rate))
    shaped = _shaped(tmp_path, np.concatenate([hiss, speech(2.0, rate=rate, level=0.4)]), rate)
    assert (shaped.end - shaped.onset) / RATE == pytest.approx(2.125, abs=0.012)


@pytest.mark.parametrize("level", [0.02, 0.1, 0.4, 0.9])
def test_every_clip_gets_the_same_loudness_however_loud_it_was(tmp_path: Path, level: float) -> None:
    shaped = _shaped(tmp_path, speech(4.0, level=level), 16_960)
    assert loudness_of(shaped.audio, RATE) == pytest.approx(TARGET, abs=0.25)
    assert np.abs(shaped.audio).max() <= 0.9


def test_what_the_limiter_takes_is_given_back(tmp_path: Path) -> None:
    rate = 16_960
    peaks = speech(4.0, rate=rate, level=0.1)
    peaks[:: rate // 3] = 0.8
    shaped = _shaped(tmp_path, peaks, rate)
    assert np.abs(shaped.audio).max() <= 0.9
    assert loudness_of(shaped.audio, RATE) == pytest.approx(TARGET, abs=0.5)


def test_a_short_reaction_is_not_blown_up(tmp_path: Path) -> None:
    shaped = _shaped(tmp_path, speech(0.45, level=0.2), 16_960)
    assert TARGET - 1.6 < loudness_of(shaped.audio, RATE) <= TARGET - 0.5


def test_the_ends_are_faded_to_nothing(tmp_path: Path) -> None:
    """Even where the engine cuts hard into the sound there is no click."""
    shaped = _shaped(tmp_path, speech(1.0, level=0.9), 16_960, lead=0.0, trail=0.0)
    assert abs(shaped.audio[0]) < 0.01
    assert abs(shaped.audio[-1]) < 0.01
    assert shaped.onset == 0


def test_a_stereo_clip_becomes_mono(tmp_path: Path) -> None:
    voice = np.rint(speech(2.0, rate=24_000) * 32767).astype("<i2")
    clip = Clip(np.stack([voice, voice], 1).tobytes(), 24_000, 2)
    shaped = shape(clip.to_wav(), loudness_lufs=TARGET, ceiling=0.9)
    assert shaped.audio.ndim == 1
    assert len(shaped.audio) == pytest.approx(2.0 * RATE, abs=RATE / 50)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a WAVE file"),
        (b"RIFF0000", "not a WAVE file"),
        (Clip(bytes(32_000), 16_000).to_wav(), "only silence"),
        (Clip(b"", 16_000).to_wav(), "only silence"),
        (Clip(bytes(32_000), 16_000).to_wav()[:-9000], "cut off"),
    ],
)
def test_a_clip_that_is_none_is_an_error(data: bytes, said: str) -> None:
    with pytest.raises(AudioError, match=said):
        shape(data, loudness_lufs=TARGET, ceiling=0.9)
