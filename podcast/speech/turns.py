"""One turn: its pieces as they will be spoken, and their sounds joined into one clip."""

from __future__ import annotations

import array
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from podcast.clip import Clip
from podcast.errors import EngineError
from podcast.script import Direction
from podcast.speech.engines.base import Engine, Voice
from podcast.speech.prepare import read

__all__ = ["FAST", "SLOW", "Piece", "speak_pieces", "to_pieces", "words_of"]

SLOW = 0.85
FAST = 1.15
"""``[slow]`` and ``[fast]``: factors of the voice's speed. Within a fifth, speech still sounds unforced."""
SPEEDS = {"slow": SLOW, "fast": FAST}
MAX_PAUSE_S = 30.0
SILENCE = 60
"""Samples up to this are silence (of 32767; -55 dBFS): Pico's silence is digital, gTTS's is MP3's noise."""

Piece = tuple[str, str | float, float]
"""``("say", words, speed factor)`` or ``("pause", seconds, 0.0)``."""


def to_pieces(
    pieces: Sequence[Direction | str],
    language: str,
    pronunciation: Mapping[str, object],
    *,
    spelled: bool,
    engine: Engine | None = None,
    host: str = "",
) -> list[Piece]:
    """The turn's words as they will be spoken, cut only where a pause or another speed begins.

    ``pronunciation`` is show.toml's; of its tables those of ``language``, ``engine`` and ``host`` count. What
    ``engine`` cannot do (another speed, a stress) is left out; without an engine, stress is. ``overlap`` and ``music``
    are not heard inside a turn. Raises ``EngineError`` where no words are left.
    """
    paced = engine is None or "speed" in engine.settings
    out: list[Piece] = []
    words: list[str] = []
    speed = 1.0

    def flush() -> None:
        text = read(
            " ".join(words),
            language,
            pronunciation,
            spelled=spelled,
            engine=engine.name if engine else "",
            host=host,
            emphasis=engine is not None and engine.emphasis,
        )
        words.clear()
        if any(c.isalnum() for c in text):
            out.append(("say", text, speed))

    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
        elif piece.kind == "pause":
            flush()
            out.append(("pause", min(max(piece.seconds, 0.0), MAX_PAUSE_S), 0.0))
        elif piece.kind in SPEEDS and paced and speed != SPEEDS[piece.kind]:
            flush()
            speed = SPEEDS[piece.kind]
    flush()
    if all(kind != "say" for kind, _, _ in out):
        raise EngineError("there are no words in it that could be spoken")
    return out


def words_of(pieces: Sequence[Piece]) -> list[str]:
    """The words of a turn's pieces, without the stars of a stress."""
    return [str(value).replace("*", "") for kind, value, _ in pieces if kind == "say"]


def _samples(pcm: bytes) -> array.array[int]:
    samples = array.array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _without_silence(clip: Clip, *, front: bool, back: bool) -> Clip:
    """Cut silence at the asked ends (16 bit mono): a written pause is then as long as it says."""
    samples = _samples(clip.pcm)
    start, end = 0, len(samples)
    while front and start < end and abs(samples[start]) <= SILENCE:
        start += 1
    while back and end > start and abs(samples[end - 1]) <= SILENCE:
        end -= 1
    return replace(clip, pcm=clip.pcm[2 * start : 2 * end])


def speak_pieces(
    pieces: Sequence[Piece], engine: Engine, voice: Voice, before: str = "", after: str = ""
) -> Clip:
    """Speak the pieces of one turn and join them. Raises ``EngineError``.

    ``before`` and ``after`` are what is said around the turn, for an engine that wants to know.
    """
    said = [before, *(str(value) for kind, value, _ in pieces if kind == "say"), after]
    number = 0
    parts: list[Clip | float] = []
    for index, (kind, value, factor) in enumerate(pieces):
        if kind == "pause":
            parts.append(float(value))
            continue
        number += 1
        around = {"before": said[number - 1], "after": said[number + 1]} if engine.joins else {}
        clip = engine.synthesize(str(value), replace(voice, speed=voice.speed * factor), **around)
        if clip.channels != 1 or clip.width != 2:
            raise EngineError(
                f"{engine.name} gave {clip.channels} channels of {8 * clip.width} bit, not one of 16"
            )
        front = index > 0 and pieces[index - 1][0] == "pause"
        back = index + 1 < len(pieces) and pieces[index + 1][0] == "pause"
        parts.append(_without_silence(clip, front=front, back=back))
    rate = next(part.rate for part in parts if isinstance(part, Clip))
    pcm = b"".join(p.pcm if isinstance(p, Clip) else bytes(2 * round(p * rate)) for p in parts)
    if not pcm:
        raise EngineError(f"{engine.name} gave no sound for it")
    return Clip(pcm, rate)
