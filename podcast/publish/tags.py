"""The episode's MP3: tag, an Info header that tells its length, and the frames as they were encoded."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import BinaryIO

from podcast.errors import AudioError
from podcast.publish import id3
from podcast.publish.about import About
from podcast.publish.chapters import titles
from podcast.timeline import Timeline

__all__ = ["tag"]

ISO_639_2 = {"de": "deu", "en": "eng"}
BLOCK = 1 << 20

# MPEG audio, layer III (ISO 11172-3, 13818-3): kbit/s and Hz by the header's fields.
RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
HERTZ = (44100, 48000, 32000, 0)


def _frame_bytes(header: bytes) -> int:
    """Length of the frame that this header starts; 0 where it starts none."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2 or header[1] & 0x18 == 0x08:
        return 0
    version_1 = header[1] & 0x18 == 0x18
    kbit = (RATES_1 if version_1 else RATES_2)[header[2] >> 4]
    hertz = HERTZ[header[2] >> 2 & 3] // {0x18: 1, 0x10: 2, 0x00: 4}[header[1] & 0x18]
    if not kbit or not hertz:
        return 0
    return (144_000 if version_1 else 72_000) * kbit // hertz + (header[2] >> 1 & 1)


def _crc(data: bytes) -> int:
    """CRC-16 as LAME's tag has it (polynomial 0x8005, reflected)."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0xA001 if value & 1 else 0)
    return value


def _info(header: bytes, frames: int, size: int) -> bytes:
    """The Info frame (Xing's header for constant bit rates) in front of ``frames`` frames of ``size`` bytes.

    It says no delay and no padding, as ffmpeg's does for a copied stream: the timeline counts so. Layout:
    Xing's "Info" and the extension of http://gabriel.mp3-tech.org/mp3infotag.html
    """
    if not _frame_bytes(header):
        raise AudioError("the MP3 does not begin with a frame; render the episode again")
    head = bytes([header[0], header[1] | 1, header[2] & ~2, header[3]])  # no checksum, no padding
    length = _frame_bytes(head)
    mono = head[3] >> 6 == 3
    side = (17 if mono else 32) if head[1] & 0x18 == 0x18 else (9 if mono else 17)
    seek = bytes(n * 256 // 100 for n in range(100))
    # flags: frames, bytes, seek table, quality
    xing = (
        b"Info\0\0\0\x0f" + frames.to_bytes(4, "big") + (size + length).to_bytes(4, "big") + seek + bytes(4)
    )
    # method 1: constant bit rate; 12 + 12 bits of delay and padding (0) stand at byte 21
    lame = b"Lavf\0\0\0\0\0" + b"\x01" + bytes(10) + bytes([min(RATES_1[head[2] >> 4], 255)]) + bytes(7)
    lame += (size + length).to_bytes(4, "big") + bytes(2)
    body = head + bytes(side) + xing + lame
    body += _crc(body).to_bytes(2, "big")
    if len(body) > length:
        raise AudioError(f"frames of {length} bytes are too short for the MP3's header")
    return body.ljust(length, b"\0")


def _copy(source: BinaryIO, out: BinaryIO, name: str) -> tuple[bytes, int, int]:
    """Copy all MP3 frames; gives the first header, their number and bytes. Raises ``AudioError``."""
    first, frames, size, rest = b"", 0, 0, b""
    while block := source.read(BLOCK):
        out.write(block)
        data, at = rest + block, 0
        first = first or data[:4]
        while at + 4 <= len(data):
            length = _frame_bytes(data[at : at + 4])
            if not length:
                raise AudioError(f"{name}: no MP3 frame at byte {size + at}; render the episode again")
            if at + length > len(data):
                break
            at += length
            frames += 1
        size += at
        rest = data[at:]
    if rest or not frames:
        raise AudioError(f"{name}: the MP3 ends within a frame; render the episode again")
    return first, frames, size


def _date(iso: str) -> list[bytes]:
    """Year and day. Version 2.3 has no other; every reader joins them again."""
    try:
        day = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return [id3.text("TYER", iso[:4])] if iso[:4].isdecimal() and len(iso[:4]) == 4 else []
    return [id3.text("TYER", f"{day.year:04}"), id3.text("TDAT", f"{day.day:02}{day.month:02}")]


def _frames(timeline: Timeline, about: About, cover: bytes) -> list[bytes]:
    language = ISO_639_2[about.language]
    out = [
        id3.text("TIT2", about.title),
        id3.text("TPE1", about.artist),
        id3.text("TPE2", about.artist),
        id3.text("TALB", about.show),
        *_date(about.date),
        id3.text("TLAN", language),
        id3.text("TCON", "Podcast"),
        id3.text("TLEN", str(round(timeline.seconds * 1000))),
        id3.comment(f"{about.teaser} {about.disclosure or ''}", language),
    ]
    if about.disclosure:
        out += [id3.user_text("AI-Content", "true"), id3.user_text("AI-Disclosure", about.disclosure)]
    if timeline.chapters:
        out.append(id3.contents(len(timeline.chapters)))
    for number, (chapter, title) in enumerate(zip(timeline.chapters, titles(timeline), strict=True)):
        start, end = (round(frame * 1000 / timeline.rate) for frame in (chapter.start, chapter.end))
        out.append(id3.chapter(number, title, start, end))
    return [*out, id3.picture(cover)]


def tag(mp3: Path, out: Path, *, timeline: Timeline, about: About, cover: bytes) -> None:
    """Write ``out``: the MP3 with its tag, chapters and cover (a JPEG), every frame of sound as it was.

    ``mp3`` is a bare stream of MP3 frames at a constant bit rate, without tag and Xing header. Memory does
    not grow with it. The same input gives the same bytes. Raises ``AudioError`` where ``mp3`` is no such
    stream or a file cannot be read or written.
    """
    head = id3.tag(_frames(timeline, about, cover))
    try:
        with mp3.open("rb") as source, out.open("wb") as target:
            # The Info header counts what follows it, so its place is kept and filled in at the end.
            room = len(_info(source.read(4), 0, 0))
            source.seek(0)
            target.write(head + bytes(room))
            first, frames, size = _copy(source, target, mp3.name)
            target.seek(len(head))
            target.write(_info(first, frames, size))
    except OSError as error:
        raise AudioError(f"{error.filename or out}: {error.strerror or error}") from error
