"""Pauses, overlaps and music, measured on what is heard."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from podcast.audio import Programme, Take, produce
from podcast.audio.loudness import loudness_of
from podcast.clip import Clip
from podcast.errors import ShowError
from podcast.script import Direction
from podcast.show import Music, Show, Sound
from tests.audio.sounds import heard, tagged, take

RATE = 44_100
QUIET = Music(opening=False, between=False, closing=False)


def _made(folder: Path, takes: list[Take], show: Show) -> tuple[Programme, np.ndarray]:
    headings = [f"Part {n}" for n in range(9)]
    made = produce(takes, headings, show=show, cache=folder / "blocks", out=folder / "out.mp3")
    return made, heard(tagged(made.mp3))


def _silence_around(sound: np.ndarray, frame: int) -> float:
    """Length in seconds of the silence that a frame lies in."""
    loud = np.flatnonzero(np.abs(sound).max(axis=1) > 0.01)
    after = np.searchsorted(loud, frame)
    return float(loud[after] - loud[after - 1]) / RATE


def test_pauses_are_as_long_as_the_show_says(tmp_path: Path) -> None:
    gaps = Sound(gap_other_host_s=0.3, gap_same_host_s=0.6, gap_after_question_s=0.9, gap_segment_s=1.4)
    takes = [
        take(tmp_path, 0, "Alana", 2.0, text="So it is."),
        take(tmp_path, 1, "Ben", 2.0, text="Is it?"),
        take(tmp_path, 2, "Alana", 2.0, text="It is."),
        take(tmp_path, 3, "Alana", 2.0, text="Really."),
        take(tmp_path, 4, "Ben", 2.0, text="Well.", segment=1),
    ]
    made, sound = _made(tmp_path, takes, Show(music=QUIET, sound=gaps))
    cues = made.timeline.cues
    for (before, after), expected in zip(itertools.pairwise(cues), [0.3, 0.9, 0.6, 1.4], strict=True):
        assert _silence_around(sound, (before.end + after.start) // 2) == pytest.approx(
            expected, rel=0.08, abs=0.05
        )


def test_a_written_pause_is_heard_as_long_as_it_was_written(tmp_path: Path) -> None:
    takes = [
        take(tmp_path, 0, "Alana", 2.0),
        take(tmp_path, 1, "Ben", 2.0, before=[Direction("pause", 2.0)]),
        take(tmp_path, 2, "Alana", 2.0, before=[Direction("pause", 0.05)]),
    ]
    made, sound = _made(tmp_path, takes, Show(music=QUIET))
    cues = made.timeline.cues
    assert _silence_around(sound, (cues[0].end + cues[1].start) // 2) == pytest.approx(2.0, abs=0.05)
    assert (cues[2].start - cues[1].end) / RATE == pytest.approx(0.05, abs=0.001)


def test_two_speak_at_once_and_it_does_not_get_too_loud(tmp_path: Path) -> None:
    takes = [
        take(tmp_path, 0, "Alana", 4.0),
        take(tmp_path, 1, "Ben", 3.0, before=[Direction("overlap", 0.8)]),
        take(tmp_path, 2, "Alana", 0.9, before=[Direction("overlap", 9.0)]),
        take(tmp_path, 3, "Ben", 2.0),
    ]
    made, _ = _made(tmp_path, takes, Show(music=QUIET))
    cues = made.timeline.cues
    assert (cues[0].end - cues[1].start) / RATE == pytest.approx(0.8, abs=0.01)
    # The short one would lie wholly inside the other: a part of both is always heard alone.
    assert (cues[1].end - cues[2].start) / RATE == pytest.approx(0.6, abs=0.02)
    assert [c.start for c in cues] == sorted(c.start for c in cues)
    assert [c.end for c in cues] == sorted(c.end for c in cues)
    assert made.true_peak_dbtp <= -1.0


def test_music_is_heard_where_the_script_asks_for_it(tmp_path: Path) -> None:
    takes = [
        take(tmp_path, 0, "Alana", 3.0),
        take(tmp_path, 1, "Ben", 3.0, before=[Direction("music")]),
        take(tmp_path, 2, "Alana", 3.0),
    ]
    made, sound = _made(tmp_path, takes, Show(music=QUIET))
    first, second, third = made.timeline.cues
    assert 1.5 < (second.start - first.end) / RATE < 3.0
    middle = sound[first.end + RATE : second.start - RATE // 4]
    assert np.abs(middle).max() > 0.02
    assert (third.start - second.end) / RATE < 0.5


def test_opening_and_closing_surround_the_words_at_the_level_of_the_show(tmp_path: Path) -> None:
    takes = [take(tmp_path, 0, "Alana", 8.0), take(tmp_path, 1, "Ben", 8.0)]
    made, sound = _made(tmp_path, takes, Show())
    first, last = made.timeline.cues
    assert 3.5 < first.start / RATE < 6.5
    assert 6.0 < (made.timeline.frames - last.end) / RATE < 10.0
    music = loudness_of(sound[: first.start - RATE // 2].astype(np.float32), RATE)
    words = loudness_of(sound[last.start : last.end].astype(np.float32), RATE)
    assert music - words == pytest.approx(Show().music.level_db, abs=1.5)
    assert np.abs(sound[-1000:]).max() < 0.001


def _own_file(path: Path, channels: int = 2) -> None:
    tone = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(RATE * 9) / RATE)
    pcm = np.rint(np.stack([tone] * channels, 1) * 32767).astype("<i2")
    path.write_bytes(Clip(bytes(2 * channels * RATE) + pcm.tobytes(), RATE, channels).to_wav())


@pytest.mark.parametrize("channels", [1, 2])
def test_the_show_s_own_file_replaces_the_theme(tmp_path: Path, channels: int) -> None:
    _own_file(tmp_path / "our jingle.wav", channels)
    show = Show(music=Music(file="our jingle.wav"), folder=str(tmp_path))
    made, sound = _made(tmp_path, [take(tmp_path, 0, "Alana", 4.0)], show)
    opening = sound[RATE // 2 : RATE // 2 + 4096 * 8].mean(axis=1)
    spectrum = np.abs(np.fft.rfft(opening * np.hanning(len(opening))))
    assert np.argmax(spectrum) * RATE / len(opening) == pytest.approx(1000, abs=3)
    assert np.abs(sound[: RATE // 10]).max() > 0.05  # the silence at the file's beginning is skipped
    assert made.true_peak_dbtp <= -1.0


def test_another_file_of_the_same_name_makes_the_blocks_with_music_anew(tmp_path: Path) -> None:
    _own_file(tmp_path / "a.wav")
    show = Show(music=Music(file="a.wav"), folder=str(tmp_path))
    takes = [take(tmp_path, n, "Alana", 16.0) for n in range(4)]
    first, _ = _made(tmp_path, takes, show)
    _own_file(tmp_path / "a.wav", 1)
    again, _ = _made(tmp_path, takes, show)
    assert first.blocks == 4
    assert again.encoded == 2


def test_a_missing_or_deaf_music_file_is_an_error_of_the_show(tmp_path: Path) -> None:
    takes = [take(tmp_path, 0, "Alana", 2.0)]
    with pytest.raises(ShowError, match=r"music\.file: .*none\.mp3 cannot be read: No such file"):
        _made(tmp_path, takes, Show(music=Music(file="none.mp3"), folder=str(tmp_path)))
    (tmp_path / "text.mp3").write_text("no sound at all")
    with pytest.raises(ShowError, match=r"text\.mp3 is no audio file"):
        _made(tmp_path, takes, Show(music=Music(file="text.mp3"), folder=str(tmp_path)))
    (tmp_path / "quiet.wav").write_bytes(Clip(bytes(40 * RATE), RATE).to_wav())
    with pytest.raises(ShowError, match=r"quiet\.wav begins with"):
        _made(tmp_path, takes, Show(music=Music(file="quiet.wav"), folder=str(tmp_path)))
    assert not (tmp_path / "out.mp3").exists()
