"""No clip of a programme clicks where it begins or ends: measured on what is heard, overlaps included."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from podcast.audio import Take
from podcast.audio.mix import mix
from podcast.audio.music import Jukebox
from podcast.audio.plan import Source, plan
from podcast.audio.shape import _pydub, shape
from podcast.show import Music, Show
from tests.audio.clicks import MOST_DBFS, click_dbfs, edges, high, step_ratio
from tests.audio.episodes import Rendered, render
from tests.audio.sounds import speech, wav

RATE = 44_100
SOFT = 0.1
"""Measured: at most 0.036, for full sound from the first sample on; 0.22 to 1.6 where the fades are taken away."""
LEVEL, CEILING = -16.0, 0.85
QUIET = Show(music=Music(opening=False, between=False, closing=False))


@pytest.fixture(scope="module", params=["pico-de", "pico-en", "tone-en"])
def rendered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    engine, language = request.param.split("-")
    return render(tmp_path_factory.mktemp(request.param), language, engine)


def _clicks(rendered: Rendered, sound: np.ndarray) -> list[int]:
    """The turns at whose edges there is a click."""
    sharp = high(sound)
    found = [click_dbfs(sharp, *stretch) > MOST_DBFS for stretch in edges(rendered.programme.timeline)]
    return [number // 2 for number, click in enumerate(found) if click]


def test_no_clip_of_an_episode_clicks_at_its_edge(rendered: Rendered) -> None:
    assert len(edges(rendered.programme.timeline)) == 2 * len(rendered.takes)
    assert _clicks(rendered, rendered.sound) == []


@pytest.mark.parametrize("step", [0.002, -0.01])
@pytest.mark.parametrize("place", ["onset", "clip's first", "end", "clip's last"])
def test_a_planted_click_is_found_where_it_is(rendered: Rendered, place: str, step: float) -> None:
    cue = rendered.programme.timeline.cues[3]
    frame = {
        "onset": cue.start,
        "clip's first": cue.start - round(0.025 * RATE),
        "end": cue.end,
        "clip's last": cue.end + round(0.060 * RATE),
    }[place]
    sound = rendered.sound.copy()
    sound[frame : frame + 4000] += step * np.linspace(1, 0, 4000)[:, None]
    assert _clicks(rendered, sound) == [3]


def _block_edges(takes: list[Take], show: Show) -> dict[int, tuple[float, float]]:
    """By turn, ``step_ratio`` of every clip before encoding that nobody else speaks over."""
    out = {}
    sources = [Source(hashlib.sha256(t.clip.read_bytes()).hexdigest(), 3.0) for t in takes]
    for block in plan(takes, sources, show):
        mixed = mix(block, show, Jukebox(show), loudness_lufs=LEVEL, ceiling=CEILING)
        clips = [shape(i.take.clip.read_bytes(), loudness_lufs=LEVEL, ceiling=CEILING) for i in block.items]
        places = [
            (cue[0] - clip.onset, cue[0] - clip.onset + len(clip.audio))
            for cue, clip in zip(mixed.cues, clips, strict=True)
        ]
        for n, (item, place) in enumerate(zip(block.items, places, strict=True)):
            others = places[:n] + places[n + 1 :]
            if all(end + 50 < place[0] or place[1] + 50 < begin for begin, end in others):
                out[item.take.turn] = step_ratio(mixed.audio, *place)
    return out


def test_every_clip_of_an_episode_begins_and_ends_softly(rendered: Rendered) -> None:
    found = _block_edges(rendered.takes, rendered.show)
    assert len(found) >= 4
    assert max(max(ratios) for ratios in found.values()) < SOFT


@pytest.mark.parametrize("silence", [0.0, 0.010, 0.15])
def test_a_clip_that_an_engine_cut_off_hard_is_softened(silence: float, tmp_path: Path) -> None:
    takes = _cut_hard(tmp_path, silence)
    found = _block_edges(takes, QUIET)
    assert set(found) == {0, 1}
    assert max(max(ratios) for ratios in found.values()) < SOFT


def test_without_its_fades_a_clip_that_was_cut_off_hard_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_pydub(), "fade_in", lambda self, _: self)
    first = _block_edges(_cut_hard(tmp_path), QUIET)
    assert all(ratios[0] > 2 * SOFT and ratios[1] < SOFT for ratios in first.values())
    monkeypatch.setattr(_pydub(), "fade_out", lambda self, _: self)
    both = _block_edges(_cut_hard(tmp_path), QUIET)
    assert all(min(ratios) > 2 * SOFT for ratios in both.values())


def _cut_hard(folder: Path, silence: float = 0.0) -> list[Take]:
    """Two turns with full sound from the first sample to the last."""
    takes = []
    for turn in range(2):
        path = wav(folder / f"{turn}.wav", speech(2.0 + turn, level=0.5), 16_960, lead=silence, trail=silence)
        takes.append(Take(turn, 0, ("Alana", "Ben")[turn], f"{turn} and so on.", path))
    return takes
