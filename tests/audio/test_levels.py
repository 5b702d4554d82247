"""Both hosts are equally loud over an episode, and no turn falls out of it: measured on what is heard.

A turn counts from 1.5 s on. Loudness is gated over blocks of 400 ms (BS.1770-5): a shorter turn has a handful of
them, most of which reach into the silence around it, so the meter says more about its length than about its
level; and reactions are meant to be softer. Those are only held not to jump out.
"""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from podcast.audio.loudness import loudness_of
from podcast.clip import Clip
from podcast.timeline import Cue, Timeline
from podcast.tools import ffmpeg, run
from tests.audio.episodes import Rendered, render

RATE = 44_100
HOSTS = ("Alana", "Ben")
LONG_S = 1.5
HOSTS_LU, TURN_LU = 0.5, 3.0

Sound = NDArray[np.float64]


@pytest.fixture(scope="module", params=["pico-de", "pico-en", "tone-de"])
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    engine, language = request.param.split("-")
    return render(tmp_path_factory.mktemp(request.param), language, engine)


def _meter(sound: Sound, scratch: Path) -> float:
    """Integrated loudness in LUFS, by ffmpeg."""
    scratch.write_bytes(Clip(np.rint(sound * 32767).astype("<i2").tobytes(), RATE, 2).to_wav())
    command = [
        ffmpeg(),
        "-hide_banner",
        "-i",
        str(scratch),
        "-af",
        "ebur128=framelog=quiet",
        "-f",
        "null",
        "-",
    ]
    found = re.search(r"I:\s+(\S+) LUFS", run(command)[1].decode().rsplit("Summary:", 1)[1])
    assert found
    return float(found[1])


def _hosts_apart(sound: Sound, timeline: Timeline, scratch: Path) -> float:
    """Difference of the hosts over the whole programme in LU: all stretches of each, one behind the other."""
    first, second = (
        _meter(np.concatenate([sound[c.start : c.end] for c in timeline.cues if c.host == host]), scratch)
        for host in HOSTS
    )
    return abs(first - second)


def _off(sound: Sound, timeline: Timeline) -> list[tuple[Cue, float]]:
    """Every turn with its distance in LU from the median of its host's long turns."""
    level = {c.turn: loudness_of(sound[c.start : c.end].astype(np.float32), RATE) for c in timeline.cues}
    out = []
    for host in HOSTS:
        mine = [c for c in timeline.cues if c.host == host]
        middle = statistics.median(level[c.turn] for c in mine if _is_long(c))
        out += [(c, level[c.turn] - middle) for c in mine]
    return out


def _is_long(cue: Cue) -> bool:
    return cue.end - cue.start >= LONG_S * RATE


def test_both_hosts_are_equally_loud_over_the_episode(rendered: Rendered, tmp_path: Path) -> None:
    assert _hosts_apart(rendered.sound, rendered.programme.timeline, tmp_path / "a.wav") <= HOSTS_LU


def test_no_turn_is_far_from_its_host_s_median(rendered: Rendered) -> None:
    found = _off(rendered.sound, rendered.programme.timeline)
    assert sum(_is_long(cue) for cue, _ in found) >= 5
    for cue, off in found:
        assert abs(off) <= TURN_LU if _is_long(cue) else off <= TURN_LU, (cue.text, off)


def test_the_measures_find_a_host_that_is_softer_and_a_turn_that_falls_out(
    rendered: Rendered, tmp_path: Path
) -> None:
    timeline = rendered.programme.timeline
    sound = rendered.sound.copy()
    for cue in timeline.cues:
        if cue.host == "Ben":
            sound[cue.start : cue.end] *= 10 ** (-0.9 / 20)
    assert _hosts_apart(sound, timeline, tmp_path / "a.wav") > HOSTS_LU
    sound = rendered.sound.copy()
    fallen = next(cue for cue in timeline.cues[2:] if _is_long(cue))
    sound[fallen.start : fallen.end] *= 10 ** (-3.5 / 20)
    assert [cue for cue, off in _off(sound, timeline) if _is_long(cue) and abs(off) > TURN_LU] == [fallen]
