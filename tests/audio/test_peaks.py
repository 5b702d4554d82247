"""Peaks that lie between the samples: the true peak is kept where no single sample is near it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from podcast.audio import Take, produce, programme
from podcast.audio.mix import Mixed, mix
from podcast.audio.model import RATE
from podcast.audio.mp3 import FRAME
from podcast.show import Music, Show
from tests.audio.sounds import dialogue, ebur128, tagged


@pytest.mark.parametrize("above_db", [0.45, 0.5, 0.6, 2.0])
def test_the_true_peak_is_kept_where_no_sample_reaches_the_ceiling(
    above_db: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tone at a quarter of the rate, begun between two samples: its samples stay 3 dB below its peak."""
    takes: list[Take] = dialogue(tmp_path / "clips")[:1]

    def with_a_burst(*args: object, **kwargs: float) -> Mixed:
        mixed = mix(*args, **kwargs)  # type: ignore[arg-type]
        audio = mixed.audio.copy()
        size = 40 * FRAME
        burst = np.sin(2 * np.pi * (RATE / 4) * np.arange(size) / RATE + np.pi / 4)
        fade = np.minimum(1.0, np.minimum(np.arange(size), np.arange(size)[::-1]) / FRAME)
        level = 10 ** ((-1.0 + above_db) / 20)
        audio[FRAME : FRAME + size] = (level * burst * fade)[:, None].astype(np.float32)
        return Mixed(audio, mixed.cues, mixed.music)

    monkeypatch.setattr(programme, "mix", with_a_burst)
    show = Show(music=Music(opening=False, between=False, closing=False))
    done = produce(takes, ["Einstieg"], show=show, cache=tmp_path / "blocks", out=tmp_path / "out.mp3")
    assert done.true_peak_dbtp <= -1.0
    assert ebur128(tagged(done.mp3))[1] <= -1.0
