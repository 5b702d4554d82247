"""An ID3v2.3 tag as bytes. Pure.

Written here and not by ffmpeg, which puts a comment into a TXXX frame that no player shows, writes no table of
contents in the versions that most systems have (before 7.1), and would copy the MP3 for it. Version 2.3
is what every player reads; 2.4 is not. Sources: https://id3.org/id3v2.3.0, https://id3.org/id3v2-chapters-1.0
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["chapter", "comment", "contents", "frame", "picture", "tag", "text", "user_text"]

LATIN, UTF16 = 0, 1
FRONT_COVER = 3
TOP_LEVEL_ORDERED = 3
NO_OFFSET = b"\xff" * 8
"""A chapter's place in bytes is not given: its times count."""
MAX_TAG_BYTES = 1 << 28


def frame(name: str, body: bytes) -> bytes:
    """One frame: its four letters, its size, no flags."""
    return name.encode("ascii") + len(body).to_bytes(4, "big") + b"\0\0" + body


def _encode(*values: str) -> tuple[int, list[bytes]]:
    """All values in one encoding: Latin-1 where that is enough, for readers that know no other."""
    values = tuple(" ".join(value.replace("\0", " ").split()) for value in values)
    try:
        return LATIN, [value.encode("latin-1") for value in values]
    except UnicodeEncodeError:
        return UTF16, [b"\xff\xfe" + value.encode("utf-16-le", "replace") for value in values]


def _end(encoding: int) -> bytes:
    return b"\0" if encoding == LATIN else b"\0\0"


def text(name: str, value: str) -> bytes:
    """A text frame (TIT2, TPE1, …); nothing where the value is empty."""
    encoding, (data,) = _encode(value)
    return frame(name, bytes([encoding]) + data) if value.strip() else b""


def user_text(key: str, value: str) -> bytes:
    """A TXXX frame: a key of our own and its value."""
    encoding, (name, data) = _encode(key, value)
    return frame("TXXX", bytes([encoding]) + name + _end(encoding) + data)


def comment(value: str, language: str) -> bytes:
    """A COMM frame; ``language`` is three letters of ISO 639-2. Nothing where the value is empty."""
    encoding, (name, data) = _encode("", value)
    body = bytes([encoding]) + language.encode("ascii") + name + _end(encoding) + data
    return frame("COMM", body) if value.strip() else b""


def picture(jpeg: bytes) -> bytes:
    """An APIC frame: the front cover, a JPEG."""
    return frame("APIC", b"\0image/jpeg\0" + bytes([FRONT_COVER]) + b"\0" + jpeg)


def _id(number: int) -> bytes:
    return f"ch{number}".encode() + b"\0"


def chapter(number: int, title: str, start_ms: int, end_ms: int) -> bytes:
    """A CHAP frame, its times in milliseconds."""
    times = start_ms.to_bytes(4, "big") + end_ms.to_bytes(4, "big")
    return frame("CHAP", _id(number) + times + NO_OFFSET + text("TIT2", title))


def contents(count: int) -> bytes:
    """The CTOC frame over chapters 0 to count - 1, in this order (255 at most: its counter is one byte)."""
    listed = min(count, 255)
    return frame("CTOC", b"toc\0" + bytes([TOP_LEVEL_ORDERED, listed]) + b"".join(map(_id, range(listed))))


def tag(frames: Sequence[bytes]) -> bytes:
    """The whole tag: header and frames, without padding. Raises ``ValueError`` above 256 MB."""
    body = b"".join(frames)
    if len(body) >= MAX_TAG_BYTES:
        raise ValueError(f"a tag of {len(body)} bytes")
    size = bytes((len(body) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body
