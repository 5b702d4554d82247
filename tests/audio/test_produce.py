"""A whole programme, measured on what a player hears."""

from __future__ import annotations

import hashlib
import itertools
import json
import statistics
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from podcast.audio import Programme, Take, produce
from podcast.audio.loudness import loudness_of
from podcast.show import Music, Show
from podcast.tools import ffmpeg, run
from tests.audio.sounds import dialogue, ebur128, heard, tagged

HEADINGS = ["Einstieg", "Mitte", "Schluss"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("programme")


@pytest.fixture(scope="module")
def takes(folder: Path) -> list[Take]:
    return dialogue(folder / "clips")


@pytest.fixture(scope="module")
def programme(folder: Path, takes: list[Take]) -> Programme:
    return produce(takes, HEADINGS, show=Show(), cache=folder / "blocks", out=folder / "out.mp3", workers=2)


@pytest.fixture(scope="module")
def published(programme: Programme) -> Path:
    return tagged(programme.mp3)


@pytest.fixture(scope="module")
def sound(published: Path) -> np.ndarray:
    return heard(published)


def test_loudness_and_true_peak_are_what_directories_ask_for(published: Path, programme: Programme) -> None:
    loudness, peak = ebur128(published)
    assert -16.5 <= loudness <= -15.5
    assert peak <= -1.0
    assert programme.loudness_lufs == pytest.approx(loudness, abs=0.11)  # ffmpeg tells one digit
    assert programme.true_peak_dbtp == pytest.approx(peak, abs=0.16)


def test_it_is_44100_hz_stereo_128_kbit_and_plays_without_a_warning(published: Path) -> None:
    _, said = run([ffmpeg(), "-hide_banner", "-i", str(published), "-f", "null", "-"])
    assert "mp3" in said.decode()
    assert "44100 Hz, stereo" in said.decode()
    assert "128 kb/s" in said.decode()
    run(
        [
            ffmpeg(),
            "-v",
            "error",
            "-xerror",
            "-err_detect",
            "explode",
            "-i",
            str(published),
            "-f",
            "null",
            "-",
        ]
    )


def test_mp3val_finds_nothing_wrong(published: Path, needs_program: Callable[[str], str]) -> None:
    said, _ = run([needs_program("mp3val"), str(published)])
    assert [line for line in said.decode().splitlines() if line.startswith(("WARNING", "ERROR"))] == []


def test_the_timeline_is_as_long_as_the_sound(programme: Programme, sound: np.ndarray) -> None:
    assert programme.timeline.frames == len(sound)


def test_every_cue_is_where_the_turn_is_heard(programme: Programme, sound: np.ndarray) -> None:
    """Onset and end within 30 ms: silence before, speech behind, and the other way round."""
    rate, mono = programme.timeline.rate, np.abs(sound).max(axis=1)
    window, limit = round(0.03 * rate), 0.015
    first_of_segment = {0, 8, 16}
    for cue in programme.timeline.cues:
        assert mono[cue.start : cue.start + window].max() > limit, cue
        assert mono[cue.end - window : cue.end].max() > limit, cue
        if cue.turn not in first_of_segment:
            assert mono[cue.start - 2 * window : cue.start - window].max() < limit, cue
        if cue.turn < len(programme.timeline.cues) - 1:
            assert mono[cue.end + window : cue.end + 2 * window].max() < limit, cue


def test_cues_say_who_said_what_in_order(programme: Programme, takes: list[Take]) -> None:
    told = [(c.turn, c.segment, c.host, c.text) for c in programme.timeline.cues]
    assert told == [(t.turn, t.segment, t.host, t.text) for t in takes]


def test_chapters_follow_each_other_without_a_gap_from_start_to_end(programme: Programme) -> None:
    chapters, cues = programme.timeline.chapters, programme.timeline.cues
    assert [chapter.title for chapter in chapters] == HEADINGS
    assert chapters[0].start == 0
    assert chapters[-1].end == programme.timeline.frames
    assert [c.start for c in chapters[1:]] == [c.end for c in chapters[:-1]]
    for number, chapter in enumerate(chapters[1:], 1):
        last = max(c.end for c in cues if c.segment == number - 1)
        assert last < chapter.start < min(c.start for c in cues if c.segment == number)


def _levels(programme: Programme, sound: np.ndarray, host: str) -> list[float]:
    return [
        loudness_of(sound[c.start : c.end].astype(np.float32), 44_100)
        for c in programme.timeline.cues
        if c.host == host
    ]


def test_both_hosts_are_equally_loud_and_no_turn_falls_out(programme: Programme, sound: np.ndarray) -> None:
    alana, ben = _levels(programme, sound, "Alana"), _levels(programme, sound, "Ben")
    assert statistics.median(alana) == pytest.approx(statistics.median(ben), abs=0.5)
    for levels in (alana, ben):
        assert all(abs(level - statistics.median(levels)) < 3 for level in levels)


def test_alana_stands_left_ben_right_and_mono_loses_nothing(programme: Programme, sound: np.ndarray) -> None:
    for host, lower in (("Alana", 1), ("Ben", 0)):
        cue = next(c for c in programme.timeline.cues if c.host == host and c.turn > 1)
        power = np.mean(sound[cue.start : cue.end] ** 2, axis=0)
        assert 1.0 < 10 * np.log10(power[1 - lower] / power[lower]) < 3.5
        assert np.mean(sound[cue.start : cue.end].mean(axis=1) ** 2) > 0.95 * power.mean()


def test_there_is_no_click_at_a_cut(programme: Programme, sound: np.ndarray) -> None:
    """In the pauses between turns, where blocks meet, nothing jumps."""
    for before, after in itertools.pairwise(programme.timeline.cues):
        if before.segment == after.segment:
            pause = sound[before.end + 1500 : after.start - 1500]
            assert np.abs(np.diff(pause, axis=0)).max() < 0.004, after


def test_a_second_run_takes_everything_from_the_cache(
    programme: Programme, takes: list[Take], folder: Path
) -> None:
    again = produce(takes, HEADINGS, show=Show(), cache=folder / "blocks", out=folder / "again.mp3")
    assert again.encoded == 0
    assert again.blocks == programme.blocks == programme.encoded
    assert again.timeline == programme.timeline
    assert (folder / "again.mp3").read_bytes() == programme.mp3.read_bytes()


def test_one_worker_or_four_another_folder_the_same_bytes(
    programme: Programme, takes: list[Take], tmp_path: Path
) -> None:
    for workers in (1, 4):
        cache, out = tmp_path / str(workers), tmp_path / f"{workers}.mp3"
        produce(takes, HEADINGS, show=Show(), cache=cache, out=out, workers=workers)
        assert (
            hashlib.sha256(out.read_bytes()).digest() == hashlib.sha256(programme.mp3.read_bytes()).digest()
        )
        assert [path.name for path in cache.glob(".*")] == []


def test_nothing_in_the_cache_is_a_pickle_or_waits_half_written(programme: Programme, folder: Path) -> None:
    blocks = sorted((folder / "blocks").iterdir())
    assert len(blocks) >= programme.blocks
    for block in blocks:
        assert json.loads(block.read_bytes()[64:].split(b"\n", 1)[0])["frames"] % 1152 == 0


def test_progress_is_told_up_to_the_end(programme: Programme, takes: list[Take], folder: Path) -> None:
    told: list[tuple[int, int]] = []
    produce(
        takes,
        HEADINGS,
        show=Show(),
        cache=folder / "blocks",
        out=folder / "again.mp3",
        report=lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (programme.blocks, programme.blocks)
    assert [done for done, _ in told] == list(range(1, programme.blocks + 1))


@pytest.mark.parametrize("target", [-19.0, -14.0])
def test_a_show_can_ask_for_another_loudness(takes: list[Take], tmp_path: Path, target: float) -> None:
    sound = Show().sound.__class__(loudness_lufs=target, true_peak_dbtp=-2.0)
    show = Show(sound=sound, music=Music(opening=False, between=False))
    made = produce(takes[:9], HEADINGS, show=show, cache=tmp_path / "blocks", out=tmp_path / "out.mp3")
    loudness, peak = ebur128(made.mp3)
    assert loudness == pytest.approx(target, abs=0.5)
    assert peak <= -2.0
