"""Two who speak at once: when the second begins, who is turned down and by how much, and that both are heard.

The hosts are two steady tones, so that each can be measured while the other sounds.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from podcast.audio import Programme, Take, produce
from podcast.audio.mix import DUCK_DB, DUCK_RAMP_S
from podcast.script import Direction
from podcast.show import Music, Show, Sound
from tests.audio.clicks import MOST_DBFS, click_dbfs, high
from tests.audio.sounds import ebur128, heard, speech, tagged, wav

RATE = 44_100
QUIET = Show(music=Music(opening=False, between=False, closing=False))
HERTZ = {"Alana": 500.0, "Ben": 1300.0}
WINDOW = RATE // 100
"""10 ms: whole periods of both tones and of the 800 Hz between them, so neither leaks into the other."""


@dataclass(frozen=True)
class Heard:
    """What a player makes of a programme."""

    programme: Programme
    sound: NDArray[np.float64]

    def level(self, host: str) -> NDArray[np.float64]:
        """A host's tone over time: its size in both channels, for every frame."""
        turning = np.exp(-2j * np.pi * HERTZ[host] * np.arange(len(self.sound)) / RATE)
        low = [np.convolve(c * turning, np.full(WINDOW, 1 / WINDOW), "same") for c in self.sound.T]
        return np.asarray(2 * np.sqrt(np.sum(np.square(np.abs(low)), axis=0)))


def _tone(
    folder: Path, turn: int, host: str, seconds: float, *directions: Direction, soft: slice | None = None
) -> Take:
    """A turn that is one steady tone; ``soft`` is a stretch in it (at 16 kHz) of a third of the size."""
    rate = 16_000
    tone = 0.3 * np.sin(2 * np.pi * HERTZ[host] * np.arange(round(seconds * rate)) / rate)
    if soft:
        tone[soft] /= 3
    path = wav(folder / f"{turn}.wav", tone, rate)
    return Take(turn, 0, host, f"{turn} and so on and on.", path, before=directions)


def _heard(folder: Path, takes: list[Take], show: Show = QUIET) -> Heard:
    made = produce(takes, ["One"], show=show, cache=folder / "blocks", out=folder / "out.mp3")
    return Heard(made, heard(tagged(made.mp3)))


def _db(ratio: float) -> float:
    return float(20 * np.log10(ratio))


def _span(level: NDArray[np.float64]) -> tuple[int, int]:
    """First and last frame at which a tone has a quarter of its full size."""
    loud = np.flatnonzero(level > np.percentile(level[level > 0.01], 60) / 4)
    return int(loud[0]), int(loud[-1])


@pytest.mark.parametrize(("first", "second"), [("Alana", "Ben"), ("Ben", "Alana")])
@pytest.mark.parametrize("overlap", [0.2, 0.3, 0.8])
def test_the_second_begins_so_long_before_the_first_ends(
    first: str, second: str, overlap: float, tmp_path: Path
) -> None:
    takes = [_tone(tmp_path, 0, first, 3.0), _tone(tmp_path, 1, second, 2.0, Direction("overlap", overlap))]
    made = _heard(tmp_path, takes)
    (_, end), (onset, _) = _span(made.level(first)), _span(made.level(second))
    assert (end - onset) / RATE == pytest.approx(overlap, abs=0.015)
    assert made.programme.timeline.cues[0].end == pytest.approx(end, abs=0.01 * RATE)
    assert made.programme.timeline.cues[1].start == pytest.approx(onset, abs=0.01 * RATE)


@pytest.mark.parametrize(("first", "second"), [("Alana", "Ben"), ("Ben", "Alana")])
def test_the_louder_of_two_is_turned_down_only_as_long_as_both_speak(
    first: str, second: str, tmp_path: Path
) -> None:
    """A sentence that fades out is not covered, nor is a reaction that is said softly."""
    for number, soft in enumerate(("end", "beginning")):
        folder = tmp_path / str(number)
        folder.mkdir()
        quiet, half = slice(0, 12_800), slice(-12_800, None)  # 0.8 s
        takes = [
            _tone(folder, 0, first, 3.0, soft=half if soft == "end" else None),
            _tone(folder, 1, second, 3.0, Direction("overlap", 0.5), soft=None if soft == "end" else quiet),
        ]
        made = _heard(folder, takes)
        before, after = made.programme.timeline.cues
        ramp = round(DUCK_RAMP_S * RATE) + WINDOW
        inside = slice(after.start + WINDOW, before.end - ramp)
        ahead = slice(after.start - RATE // 5, after.start - ramp)
        behind = slice(before.end + WINDOW, before.end + RATE // 5)
        ends, comes = made.level(first), made.level(second)
        changes = (
            _db(np.median(ends[inside]) / np.median(ends[ahead])),
            _db(np.median(comes[inside]) / np.median(comes[behind])),
        )
        assert changes == pytest.approx((0.0, DUCK_DB) if soft == "end" else (DUCK_DB, 0.0), abs=0.3)
        # Both are there, all the time, and neither is lost below the other (9.5 dB softer before).
        assert np.ptp(ends[inside]) < 0.1 * np.median(ends[inside])
        assert np.ptp(comes[inside]) < 0.1 * np.median(comes[inside])
        assert abs(_db(np.median(comes[inside]) / np.median(ends[inside]))) < 6


@pytest.mark.parametrize(("seconds", "most"), [(0.3, 0.15), (0.5, 0.25), (0.9, 0.6), (2.0, 1.7)])
def test_an_overlap_is_shorter_than_the_shorter_turn(seconds: float, most: float, tmp_path: Path) -> None:
    """However long it was written, a part of both is heard alone."""
    for number, lengths in enumerate([(3.0, seconds), (seconds, 3.0)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        takes = [
            _tone(folder, 0, "Alana", lengths[0]),
            _tone(folder, 1, "Ben", lengths[1], Direction("overlap", 3.0)),
        ]
        first, second = _heard(folder, takes).programme.timeline.cues
        assert (first.end - second.start) / RATE == pytest.approx(most, abs=0.02)
        assert first.start < second.start < first.end < second.end


def test_never_three_at_once_and_nobody_with_herself(tmp_path: Path) -> None:
    deep = Direction("overlap", 3.0)
    takes = [
        _tone(tmp_path, 0, "Alana", 3.0),
        *(_tone(tmp_path, n, ("Alana", "Ben")[n % 2], 0.9, deep) for n in range(1, 6)),
        _tone(tmp_path, 6, "Alana", 2.0, deep),
    ]
    cues = _heard(tmp_path, takes).programme.timeline.cues
    for one, between, two in zip(cues, cues[1:], cues[2:], strict=False):
        alone = min(0.3 * RATE, (between.end - between.start) / 2)
        assert two.start - one.end >= alone - 2
    assert all(one.start < two.start <= one.end < two.end for one, two in itertools.pairwise(cues))


def test_one_host_cannot_come_in_on_herself_but_does_not_wait(tmp_path: Path) -> None:
    takes = [_tone(tmp_path, 0, "Ben", 2.0), _tone(tmp_path, 1, "Ben", 2.0, Direction("overlap", 0.5))]
    first, second = _heard(tmp_path, takes).programme.timeline.cues
    assert second.start == first.end


def test_two_loud_voices_at_once_stay_below_the_peak_and_do_not_click(tmp_path: Path) -> None:
    show = Show(music=QUIET.music, sound=Sound(loudness_lufs=-12.0))
    takes = []
    for turn in range(6):
        host, hertz = (("Alana", 185.0), ("Ben", 112.0))[turn % 2]
        path = wav(tmp_path / f"{turn}.wav", speech(4.0, hertz=hertz, level=0.9), 16_960)
        before = (Direction("overlap", 0.3 * turn),) if turn else ()
        takes.append(Take(turn, 0, host, "And so on and on.", path, before=before))
    made = _heard(tmp_path, takes, show)
    assert np.abs(made.sound).max() < 10 ** (-1.0 / 20)
    assert ebur128(made.programme.mp3)[1] <= -1.0
    sharp = high(made.sound)
    for one, two in itertools.pairwise(made.programme.timeline.cues):
        assert click_dbfs(sharp, two.start - RATE // 20, one.end + RATE // 10) < MOST_DBFS
