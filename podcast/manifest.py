"""episode.json: what an episode was made from, and with what. Pure: it reads and writes no file.

Nothing in it depends on the run: no clock, no host name, no path of this machine, not what lay in a cache.
The same script, show and voices give the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from podcast.checks import Finding
from podcast.errors import EpisodeError
from podcast.jsontext import json_bytes
from podcast.show import Show
from podcast.timeline import Timeline

__all__ = ["Draft", "Fallback", "Made", "Manifest", "ModelUse", "TurnMade", "sha256", "show_settings"]


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def show_settings(show: Show) -> dict[str, Any]:
    """A show's settings as plain values, without the folder it was read from."""
    values: dict[str, Any] = msgspec.to_builtins(show)
    del values["folder"]
    return values


class Fallback(msgspec.Struct, frozen=True):
    """A part of the script that the offline writer took from a language model: which one, and why."""

    part: str
    reason: str


class ModelUse(msgspec.Struct, frozen=True):
    """What a language model had to do with a draft.

    ``requests`` and tokens count the answers that the script was made from, at what they cost when they were
    given; whether they were given now or came from the cache is not said, so that a second run gives the same
    bytes. ``estimated``: a server that did not count its tokens had them counted for it. ``price`` is in
    ``currency``, ``None`` where show.toml names no prices. ``base_url`` is without user, password and query.
    """

    model: str
    base_url: str
    requests: int
    tokens_in: int
    tokens_out: int
    estimated: bool
    price: float | None
    currency: str
    fallbacks: list[Fallback]


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the program drafted: the version that wrote, and SHA-256 of article.json and of script.md.

    Where script.md has another hash by now, a host has edited it. ``model`` is there where one has written.
    """

    program: str
    article: str
    script: str
    model: ModelUse | None = None


class TurnMade(msgspec.Struct, frozen=True):
    """How one turn was spoken: ``turn`` counts from 0, ``read`` are the words as they were read out.

    ``clip`` is the name of the clip in the cache: the hash of everything that shaped it.
    """

    turn: int
    host: str
    engine: str
    voice: str
    read: str
    clip: str


class Made(msgspec.Struct, frozen=True):
    """What a render made. Hashes are SHA-256; times in the timeline are frames.

    ``checks`` are the findings of ``podcast check``, as in its ``--json``.
    """

    program: str
    ffmpeg: str
    script: str
    article: str | None
    language: str
    disclosure: bool
    show: dict[str, Any]
    loudness_lufs: float
    true_peak_dbtp: float
    seconds: float
    files: dict[str, str]
    checks: list[Finding]
    turns: list[TurnMade]
    timeline: Timeline


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """episode.json. A part is missing where that step has not been taken."""

    draft: Draft | None = None
    made: Made | None = None

    def to_json(self) -> bytes:
        """UTF-8, indented, the same bytes for the same manifest."""
        return json_bytes(self)

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """Read episode.json. Raises ``EpisodeError`` naming the field that is wrong."""
        try:
            return msgspec.json.decode(data, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise EpisodeError(f"episode.json is damaged ({error}); delete it and render again") from error
