"""The program's own music."""

from __future__ import annotations

import numpy as np
import pytest

from podcast.audio.model import RATE
from podcast.audio.theme import SCORES, piece


@pytest.mark.parametrize("name", list(SCORES))
def test_a_piece_sounds_the_same_every_time_without_click_or_clipping(name: str) -> None:
    made = piece(name)
    assert (made.audio == piece(name).audio).all()
    assert np.abs(made.audio).max() <= 1.0
    assert np.abs(made.audio[0]).max() < 0.001
    assert np.abs(made.audio[-1]).max() < 0.001
    assert np.abs(np.diff(made.audio, axis=0)).max() < 0.12
    assert np.abs(made.audio.mean(axis=0)).max() < 0.005


@pytest.mark.parametrize(
    ("name", "least", "most"), [("opening", 5, 7.5), ("between", 1.5, 2.6), ("closing", 6, 8.5)]
)
def test_a_piece_has_its_length_and_rings_out(name: str, least: float, most: float) -> None:
    made = piece(name)
    assert least <= len(made.audio) / RATE <= most
    assert made.cue <= len(made.audio)
    tenth = RATE // 10
    levels = [
        float(np.sqrt(np.mean(made.audio[at : at + tenth] ** 2))) for at in range(0, len(made.audio), tenth)
    ]
    assert levels[-1] < 0.02 * max(levels)


def test_both_channels_are_heard_and_mono_loses_little() -> None:
    made = piece("opening").audio
    power = np.mean(made**2, axis=0)
    assert 0.5 < power[0] / power[1] < 2.0
    assert np.mean(made.mean(axis=1) ** 2) > 0.7 * power.mean()
