"""Rendering again: after an edit, after a crash, after damage; and what goes wrong with files."""

from __future__ import annotations

import dataclasses
import errno
import subprocess
import sys
from pathlib import Path

import pytest

from podcast.audio import Programme, Take, produce
from podcast.audio.cache import BlockCache, writing
from podcast.errors import AudioError
from podcast.show import Music, Show
from tests.audio.sounds import dialogue, speech, wav

HEADINGS = ["One", "Two", "Three"]


@pytest.fixture
def takes(tmp_path: Path) -> list[Take]:
    return dialogue(tmp_path / "clips", turns=15)


def _render(folder: Path, takes: list[Take]) -> Programme:
    return produce(takes, HEADINGS, show=Show(), cache=folder / "blocks", out=folder / "out.mp3")


def test_one_edited_turn_makes_one_or_two_blocks_anew(tmp_path: Path, takes: list[Take]) -> None:
    _render(tmp_path, takes)
    clip = wav(tmp_path / "new.wav", speech(4.4), 16_960)
    edited = [dataclasses.replace(t, clip=clip, text=t.text + " More.") if t.turn == 6 else t for t in takes]
    again = _render(tmp_path, edited)
    assert 1 <= again.encoded <= 2
    fresh = produce(edited, HEADINGS, show=Show(), cache=tmp_path / "other", out=tmp_path / "other.mp3")
    assert fresh.encoded == fresh.blocks
    assert (tmp_path / "other.mp3").read_bytes() == again.mp3.read_bytes()
    assert fresh.timeline == again.timeline


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "text"])
def test_a_damaged_block_is_noticed_and_made_anew(tmp_path: Path, takes: list[Take], damage: str) -> None:
    before = _render(tmp_path, takes).mp3.read_bytes()
    block = sorted((tmp_path / "blocks").glob("*.block"))[2]
    data = block.read_bytes()
    flipped = data[:5000] + bytes([data[5000] ^ 1]) + data[5001:]
    block.write_bytes({"cut": data[:-417], "flip": flipped, "empty": b"", "text": b"hello"}[damage])
    again = _render(tmp_path, takes)
    assert again.encoded == 1
    assert again.mp3.read_bytes() == before


def test_stopped_in_the_middle_it_goes_on_and_ends_with_the_same_bytes(
    tmp_path: Path, takes: list[Take]
) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise StoppedError

    show = Show(music=Music(opening=False, between=False, closing=False))
    cache, out = tmp_path / "a", tmp_path / "a.mp3"
    with pytest.raises(StoppedError):
        produce(takes, HEADINGS, show=show, cache=cache, out=out, report=stop, workers=1)
    assert not (tmp_path / "a.mp3").exists()
    went_on = produce(takes, HEADINGS, show=show, cache=cache, out=out)
    assert went_on.encoded <= went_on.blocks - 3
    whole = produce(takes, HEADINGS, show=show, cache=tmp_path / "b", out=tmp_path / "b.mp3")
    assert out.read_bytes() == whole.mp3.read_bytes()


def test_without_turns_there_is_no_programme(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="nothing to stitch"):
        _render(tmp_path, [])


def test_a_clip_that_is_missing_silent_or_broken_is_named_with_its_turn(
    tmp_path: Path, takes: list[Take]
) -> None:
    for name, data, said in [
        ("missing", None, r"turn 5 \(Alana\): .*missing\.wav cannot be read: No such file"),
        ("broken", b"RIFF", r"turn 5 \(Alana\): .*broken\.wav is no WAVE file"),
        ("silent", wav(tmp_path / "s.wav", speech(1.0) * 0, 16_960).read_bytes(), "turn 5 .*only silence"),
    ]:
        path = tmp_path / f"{name}.wav"
        if data is not None:
            path.write_bytes(data)
        changed = [dataclasses.replace(t, clip=path) if t.turn == 4 else t for t in takes]
        with pytest.raises(AudioError, match=said) as error:
            _render(tmp_path, changed)
        assert "\n" not in str(error.value)
    assert not (tmp_path / "out.mp3").exists()


def test_an_error_leaves_the_old_programme_as_it_was(tmp_path: Path, takes: list[Take]) -> None:
    before = _render(tmp_path, takes).mp3.read_bytes()
    with pytest.raises(AudioError):
        _render(tmp_path, [*takes[:5], dataclasses.replace(takes[5], clip=tmp_path / "none.wav")])
    assert (tmp_path / "out.mp3").read_bytes() == before
    assert list(tmp_path.glob(".*")) == []


def test_a_full_disk_is_said_in_one_line_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "out.mp3").write_bytes(b"old")
    with pytest.raises(AudioError, match=r"the disk is full: .*out\.mp3 was not written"):  # noqa: PT012, SIM117
        with writing(tmp_path / "out.mp3") as path:
            path.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")
    assert [p.name for p in tmp_path.iterdir()] == ["out.mp3"]
    assert (tmp_path / "out.mp3").read_bytes() == b"old"


def test_a_cache_or_a_target_that_cannot_be_written_is_one_line(tmp_path: Path, takes: list[Take]) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(AudioError, match="cannot be used for finished blocks"):
        BlockCache(tmp_path / "file" / "blocks")
    with pytest.raises(AudioError, match=r"nowhere.out\.mp3 cannot be written"):
        produce(takes[:1], HEADINGS, show=Show(), cache=tmp_path / "b", out=tmp_path / "nowhere" / "out.mp3")


MEASURED = """
import sys
from pathlib import Path
from podcast.audio import Take, produce
from podcast.show import Music, Show
clips, turns, folder = sorted(Path(sys.argv[1]).glob("*.wav")), int(sys.argv[2]), Path(sys.argv[3])
takes = [Take(n, n // 20, ("Alana", "Ben")[n % 2], f"{n} words", clips[n % len(clips)]) for n in range(turns)]
headings = [f"{n}" for n in range(turns)]
produce(takes, headings, show=Show(), cache=folder / "blocks", out=folder / "out.mp3", workers=2)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def test_memory_does_not_grow_with_the_length(tmp_path: Path, takes: list[Take]) -> None:
    """One minute and twelve: less than 200 MB, and nearly the same.

    Not ru_maxrss: a child begins with its parent's.
    """
    if not Path("/proc/self/status").exists():
        pytest.skip("this system does not tell the peak of a process's memory")
    assert takes
    peaks = []
    for turns in (12, 140):
        folder = tmp_path / str(turns)
        folder.mkdir()
        command = [sys.executable, "-c", MEASURED, str(tmp_path / "clips"), str(turns), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout) / 1024)
    assert max(peaks) < 200
    assert peaks[1] < peaks[0] * 1.25
