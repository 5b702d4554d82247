"""PCM to MP3 frames and back, through ffmpeg.

An MP3 stream can be put together from pieces that were encoded apart, if three things are kept:

* a new encoder starts with an empty bit reservoir, so the first frame of a piece refers to nothing before it;
* the encoder delays everything by 1105 samples (576 of its own, 529 of every decoder), so what a piece of n
  frames of PCM says must have ended some frames before its end: ``TAIL`` zeros are enough for the delay and
  for the overlap of the transform, and the frames after the n-th ("flush") are dropped;
* no Xing header in any piece.

Then the decoder hears exactly what it hears from the pieces alone, to the bit (tests/audio/test_mp3.py).
"""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.audio.model import RATE
from podcast.errors import AudioError, ToolError
from podcast.tools import ffmpeg, run

__all__ = ["DELAY", "FRAME", "LEVEL_LOSS_DB", "TAIL", "decode", "encode", "encoder", "split_frames"]

FRAME = 1152
"""Samples of a channel in one MP3 frame (MPEG-1, layer III)."""

TAIL = 3 * FRAME
"""So many zeros a piece must end with: 1105 for the delay, 1152 for the overlap, 512 for the filter bank."""

DELAY = 576
"""How much later than in the PCM a sample is heard. The encoder's own delay: publishing copies the frames
behind an Info header (as ffmpeg's muxer writes it without being asked), and players that find one skip the
decoder's 529 samples by themselves. A player that does not is 12 ms late, which nobody notices."""

LEVEL_LOSS_DB = 0.4455
"""libmp3lame at constant bit rates multiplies by 0.95 before it encodes; measured -0.4445 dB."""

BIT_RATE = 128_000
QUALITY = 7
"""LAME's -q: 7 (no noise shaping) takes 0.55 of the time of 5. It shapes noise where bits are short; speech
near mono has plenty at 128 kbit/s: measured up to 8 kHz, the noise is 1 to 8 dB lower than with 5."""

SLICE = 1 << 17

HEADER_MASK = 0xFFFEFC00
HEADER = 0xFFFA9000  # sync, MPEG-1 layer III, 128 kbit/s, 44.1 kHz; protection and padding vary


@functools.cache
def encoder() -> str:
    """What encodes here, with its version: part of every cache key."""
    told, _ = run([ffmpeg(), "-hide_banner", "-version"])
    return told.split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def encode(audio: NDArray[np.float32], scratch: Path) -> bytes:
    """MP3 frames of ``audio`` (frames by 2 channels, a multiple of 1152 frames long): one for every 1152.

    The PCM goes through the file ``scratch``: Python feeds a pipe 4 KiB at a time, which costs more than
    the encoding. Raises ``AudioError`` where this ffmpeg cannot encode MP3 or the file cannot be written,
    ``ToolError`` where ffmpeg fails otherwise.
    """
    if len(audio) % FRAME:
        raise ValueError(f"{len(audio)} samples are no whole MP3 frames")
    pcm = np.empty(audio.shape, "<i2")
    for at in range(0, len(audio), SLICE):  # a slice at a time: no second copy of the whole as floats
        pcm[at : at + SLICE] = np.rint(audio[at : at + SLICE] * np.float32(32767))
    try:
        # Not pcm.tofile(): it tells of a full disk without its errno.
        scratch.write_bytes(pcm.data)
    except OSError as error:
        raise AudioError(f"{scratch.parent}: the sound cannot be written there: {error.strerror}") from error
    source = ["-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", f"file:{scratch}"]
    target = ["-c:a", "libmp3lame", "-b:a", str(BIT_RATE), "-compression_level", str(QUALITY)]
    # Without flush_packets=0 every frame of 418 bytes is a write of its own, and a read here.
    bare = ["-write_xing", "0", "-id3v2_version", "0", "-flush_packets", "0", "-f", "mp3", "pipe:1"]
    command = [ffmpeg(), "-hide_banner", "-loglevel", "error", *source, "-threads", "1", *target, *bare]
    try:
        out, _ = run(command)
    except ToolError as error:
        if "libmp3lame" in str(error):
            raise AudioError(
                f"{ffmpeg()} was built without libmp3lame: install another ffmpeg "
                "or run: pip install imageio-ffmpeg"
            ) from error
        raise
    frames = split_frames(out)
    wanted = len(audio) // FRAME
    if len(frames) < wanted:
        raise AudioError(f"the encoder gave {len(frames)} MP3 frames instead of {wanted}")
    return b"".join(frames[:wanted])


def split_frames(stream: bytes) -> list[bytes]:
    """The frames of a bare stream as this room makes it. Raises ``AudioError`` where it is none."""
    frames, at = [], 0
    while at < len(stream):
        head = stream[at : at + 4]
        if len(head) < 4 or int.from_bytes(head, "big") & HEADER_MASK != HEADER:
            raise AudioError(f"the encoder's output is no MP3 stream at byte {at}")
        size = 144 * BIT_RATE // RATE + (head[2] >> 1 & 1)
        if at + size > len(stream):
            raise AudioError("the encoder's output ends within a frame")
        frames.append(stream[at : at + size])
        at += size
    return frames


def decode(stream: bytes, scratch: Path) -> NDArray[np.int16]:
    """PCM of a bare stream, frames by 2 channels, the delay of 1105 samples included.

    It comes back through the file ``scratch``. Raises ``ToolError`` where ffmpeg fails.
    """
    command = [ffmpeg(), "-hide_banner", "-loglevel", "error", "-f", "mp3", "-i", "pipe:0"]
    run([*command, "-f", "s16le", "-y", f"file:{scratch}"], data=stream)
    return np.frombuffer(scratch.read_bytes(), "<i2").reshape(-1, 2)
