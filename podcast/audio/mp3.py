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
QUALITY = 5
"""LAME's -q: 5 takes 0.7 of the time of its default 3; 7 half of that again, but without noise shaping."""

HEADER_MASK = b"\xff\xfe\xfc\x00"
HEADER = b"\xff\xfa\x90\x00"  # sync, MPEG-1 layer III, 128 kbit/s, 44.1 kHz; protection and padding vary


@functools.cache
def encoder() -> str:
    """What encodes here, with its version: part of every cache key."""
    told, _ = run([ffmpeg(), "-hide_banner", "-version"])
    return told.split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def encode(pcm: NDArray[np.int16]) -> bytes:
    """MP3 frames of ``pcm`` (frames by 2 channels, a multiple of 1152 frames long): one for every 1152.

    Raises ``AudioError`` where this ffmpeg cannot encode MP3, ``ToolError`` where it fails otherwise.
    """
    if len(pcm) % FRAME:
        raise ValueError(f"{len(pcm)} samples are no whole MP3 frames")
    source = ["-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", "pipe:0"]
    target = ["-c:a", "libmp3lame", "-b:a", str(BIT_RATE), "-compression_level", str(QUALITY)]
    bare = ["-write_xing", "0", "-id3v2_version", "0", "-f", "mp3", "pipe:1"]
    command = [ffmpeg(), "-hide_banner", "-loglevel", "error", *source, "-threads", "1", *target, *bare]
    try:
        out, _ = run(command, data=pcm.astype("<i2", copy=False).tobytes())
    except ToolError as error:
        if "libmp3lame" in str(error):
            raise AudioError(
                f"{ffmpeg()} was built without libmp3lame: install another ffmpeg "
                "or run: pip install imageio-ffmpeg"
            ) from error
        raise
    frames = split_frames(out)
    wanted = len(pcm) // FRAME
    if len(frames) < wanted:
        raise AudioError(f"the encoder gave {len(frames)} MP3 frames instead of {wanted}")
    return b"".join(frames[:wanted])


def split_frames(stream: bytes) -> list[bytes]:
    """The frames of a bare stream as this room makes it. Raises ``AudioError`` where it is none."""
    frames, at = [], 0
    while at < len(stream):
        head = stream[at : at + 4]
        if len(head) < 4 or any(h & m != w for h, m, w in zip(head, HEADER_MASK, HEADER, strict=True)):
            raise AudioError(f"the encoder's output is no MP3 stream at byte {at}")
        size = 144 * BIT_RATE // RATE + (head[2] >> 1 & 1)
        if at + size > len(stream):
            raise AudioError("the encoder's output ends within a frame")
        frames.append(stream[at : at + size])
        at += size
    return frames


def decode(stream: bytes) -> NDArray[np.float32]:
    """PCM of a bare stream, frames by 2 channels, full scale 1.0, the delay of 1105 samples included."""
    command = [ffmpeg(), "-hide_banner", "-loglevel", "error", "-f", "mp3", "-i", "pipe:0"]
    out, _ = run([*command, "-f", "f32le", "pipe:1"], data=stream)
    return np.frombuffer(out, "<f4").reshape(-1, 2)
