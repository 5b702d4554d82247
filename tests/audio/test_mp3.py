"""MP3 streams put together from pieces that were encoded apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from podcast.audio.mp3 import DELAY, FRAME, LEVEL_LOSS_DB, TAIL, decode, encode, split_frames
from podcast.errors import AudioError
from podcast.tools import run
from tests.audio.sounds import heard, speech, tagged

DECODER_DELAY = 529


def _block(seconds: float, hertz: float, tail: int = TAIL) -> np.ndarray:
    voice = speech(seconds, hertz=hertz, rate=44_100, level=0.8)
    length = -(-(len(voice) + tail) // FRAME) * FRAME
    audio = np.zeros((length, 2), np.float32)
    audio[: len(voice), 0], audio[: len(voice), 1] = 0.8 * voice, 0.6 * voice
    return audio


@pytest.fixture(scope="module")
def blocks() -> list[np.ndarray]:
    return [_block(1.5 + n * 0.37, 110 + 40 * n) for n in range(5)]


@pytest.fixture(scope="module")
def pieces(blocks: list[np.ndarray], tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    scratch = tmp_path_factory.mktemp("pcm") / "pcm"
    return [encode(block, scratch) for block in blocks]


def test_a_piece_has_exactly_one_frame_for_1152_samples(
    blocks: list[np.ndarray], pieces: list[bytes]
) -> None:
    for block, piece in zip(blocks, pieces, strict=True):
        assert len(split_frames(piece)) == len(block) // FRAME


def test_the_decoder_hears_the_joined_stream_exactly_as_it_hears_the_pieces(
    pieces: list[bytes], tmp_path: Path
) -> None:
    apart = np.concatenate([decode(piece, tmp_path / "a") for piece in pieces])
    joined = decode(b"".join(pieces), tmp_path / "b")
    assert joined.shape == apart.shape
    assert (joined == apart).all()


def test_at_every_join_there_is_silence(
    blocks: list[np.ndarray], pieces: list[bytes], tmp_path: Path
) -> None:
    joined = decode(b"".join(pieces), tmp_path / "a")
    for end in np.cumsum([len(block) for block in blocks]):
        assert np.abs(joined[end - FRAME : end].astype(int)).max() <= 1


def test_no_word_of_a_piece_is_lost_at_its_end(
    blocks: list[np.ndarray], pieces: list[bytes], tmp_path: Path
) -> None:
    gain = 10 ** (LEVEL_LOSS_DB / 20)
    for block, piece in zip(blocks, pieces, strict=True):
        sound = decode(piece, tmp_path / "a")[DELAY + DECODER_DELAY :] / 32768 * gain
        told = block[: len(sound)]
        assert np.sqrt(np.mean((sound - told) ** 2)) < 0.06 * np.sqrt(np.mean(told**2))


def test_mp3val_finds_nothing_wrong(
    pieces: list[bytes], tmp_path: Path, needs_program: Callable[[str], str]
) -> None:
    path = tmp_path / "joined.mp3"
    path.write_bytes(b"".join(pieces))
    said, _ = run([needs_program("mp3val"), str(path)])
    problems = [line for line in said.decode().splitlines() if line.startswith(("WARNING", "ERROR"))]
    assert [line for line in problems if "No supported tags" not in line] == []


def test_published_behind_a_header_the_sound_is_576_samples_late(
    blocks: list[np.ndarray], pieces: list[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"".join(pieces))
    sound, told = heard(tagged(path))[:60_000, 0], blocks[0][:60_000, 0]
    best = max(range(1500), key=lambda late: float(np.dot(sound[late:50_000], told[: 50_000 - late])))
    assert best == DELAY


def test_what_is_no_stream_of_ours_is_refused(pieces: list[bytes]) -> None:
    for stream in (b"ID3" + pieces[0], pieces[0][:-1], b"\xff\xfb"):
        with pytest.raises(AudioError):
            split_frames(stream)
