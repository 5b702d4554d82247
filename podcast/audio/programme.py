"""All blocks become one MP3 and its timeline.

Loudness without a pass over the whole: every clip is brought to the same loudness by itself
(shape.py), so a programme's loudness is known beforehand but for what pauses and music do to the gating.
All blocks are made at a level that suits an ordinary dialogue, the programme's loudness is put together from
what was measured on their decoded MP3s, and only where it is more than ``TOLERANCE_LU`` off, all are made
again some whole ``STEP_DB`` louder or softer. So the level is a function of the script alone, and hardly
ever changes with an edit: what is not edited comes from the cache.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import math
import os
import wave
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import numpy as np

from podcast.audio.cache import BlockCache, Entry, writing
from podcast.audio.limiter import limit
from podcast.audio.loudness import gated_loudness, hop_energies, true_peak
from podcast.audio.mix import mix, pan_gains
from podcast.audio.model import RATE, Programme, Take
from podcast.audio.mp3 import DELAY, LEVEL_LOSS_DB, decode, encode, encoder
from podcast.audio.music import Jukebox
from podcast.audio.plan import Block, Source, plan
from podcast.errors import AudioError
from podcast.show import Show
from podcast.timeline import Chapter, Cue, Timeline

__all__ = ["produce"]

FORMAT = 5
"""Part of every block's key: to be raised with every change of this room that can be heard."""

CLIPS_ABOVE_PROGRAMME_LU = 0.25
"""Pauses inside the gating take so much from a dialogue of clips that all have the same loudness (measured:
0.1 to 0.4 with Pico)."""
STEP_DB = 0.5
TOLERANCE_LU = 0.3
LEVEL_ROUNDS = 4

ENCODING_OVERSHOOT_DB = 0.3
"""So far may peaks grow by encoding before a block has to be limited again (measured: 0.0 to 0.3)."""
PEAK_MARGIN_DB = 0.1
"""Meters differ by their interpolation filter; ours and ffmpeg's by 0.05 dB."""
PEAK_ROUNDS = 8

DECODER_SKIPS = 529
"""Samples that a decoder leaves out at the beginning when it finds an Info header (see mp3.DELAY)."""


def _nobody(done: int, total: int) -> None:
    """Nobody wants to know."""


def _linear(db: float) -> float:
    return float(10 ** (db / 20))


def _processors() -> int:
    """How many processors this process may use; not every system tells (macOS)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@functools.cache
def _made_with() -> list[str]:
    """The programs and libraries that shape the bytes, with their versions."""
    return [encoder(), *(f"{name} {importlib.metadata.version(name)}" for name in ("numpy", "pydub", "soxr"))]


def _source(take: Take) -> Source:
    where = f"turn {take.turn + 1} ({take.host}): {take.clip}"
    try:
        with take.clip.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            with wave.open(file, "rb") as clip:
                return Source(digest, clip.getnframes() / clip.getframerate())
    except OSError as error:
        raise AudioError(f"{where} cannot be read: {error.strerror}") from error
    except (wave.Error, EOFError, ZeroDivisionError) as error:
        raise AudioError(f"{where} is no WAVE file: delete it and render again") from error


class _Maker:
    """Makes the blocks of one programme, or takes them from the cache."""

    def __init__(self, show: Show, cache: BlockCache, workers: int) -> None:
        self._show, self._cache, self._workers = show, cache, workers
        self._jukebox = Jukebox(show)
        self.made: set[int] = set()

    def key(self, block: Block, step: int) -> str:
        """The hash of everything that shapes a block's bytes."""
        sound = self._show.sound
        shaped_by = [
            [FORMAT, *_made_with(), step, sound.loudness_lufs, sound.true_peak_dbtp],
            [
                block.music,
                block.tail,
                block.closing,
                self._jukebox.key if block.music or block.closing else "",
            ],
            [[i.digest, i.gap, *pan_gains(self._show.host(i.take.host).pan)] for i in block.items],
        ]
        return hashlib.sha256(json.dumps(shaped_by).encode()).hexdigest()

    def all(self, blocks: Sequence[Block], step: int, report: Callable[[int], None]) -> list[Entry]:
        """All blocks at a level, as many at a time as there are workers, in order."""
        entries: list[Entry | None] = [None] * len(blocks)
        pool = ThreadPoolExecutor(self._workers, "block")
        try:
            jobs = {pool.submit(self._one, block, step): i for i, block in enumerate(blocks)}
            for done, job in enumerate(as_completed(jobs), 1):
                entries[jobs[job]], made = job.result()
                if made:
                    self.made.add(jobs[job])
                report(done)
        finally:
            pool.shutdown(cancel_futures=True)
        return [entry for entry in entries if entry is not None]

    def _one(self, block: Block, step: int) -> tuple[Entry, bool]:
        key = self.key(block, step)
        if found := self._cache.get(key):
            return found[0], False
        with self._cache.scratch(key) as scratch:
            entry, mp3 = self._make(block, step, scratch)
        self._cache.put(key, entry, mp3)
        return entry, True

    def _make(self, block: Block, step: int, scratch: Path) -> tuple[Entry, bytes]:
        sound = self._show.sound
        loudness = sound.loudness_lufs + LEVEL_LOSS_DB + CLIPS_ABOVE_PROGRAMME_LU + step * STEP_DB
        ceiling_db = sound.true_peak_dbtp + LEVEL_LOSS_DB - ENCODING_OVERSHOOT_DB
        mixed = mix(block, self._show, self._jukebox, loudness_lufs=loudness, ceiling=_linear(ceiling_db))
        audio = mixed.audio
        for again in range(PEAK_ROUNDS):
            mp3 = encode(audio, scratch)
            heard = decode(mp3, scratch)
            peak = true_peak(heard)
            above_db = 20 * math.log10(max(peak, 1e-9)) + PEAK_MARGIN_DB - sound.true_peak_dbtp
            if above_db <= 0:
                energies = hop_energies(heard, RATE)
                return Entry(len(audio), mixed.cues, mixed.music, energies, peak), mp3
            # A peak between samples, or one that the encoder makes, may not follow the ceiling at once: twice as far
            # down each time.
            ceiling_db -= above_db + PEAK_MARGIN_DB * 2**again
            audio = limit(audio, _linear(ceiling_db), RATE)
        names = ", ".join(str(item.take.turn + 1) for item in block.items)
        raise AudioError(
            f"turns {names}: the true peak stays above {sound.true_peak_dbtp} dBTP after encoding"
        )

    def write(self, blocks: Sequence[Block], step: int, out: Path) -> None:
        """Put the blocks' frames behind each other."""
        with writing(out) as path, path.open("wb") as file:
            for block in blocks:
                found = self._cache.get(self.key(block, step))
                if found is None:
                    raise AudioError("a finished block has vanished from the cache: start again")
                file.write(found[1])


def _timeline(blocks: Sequence[Block], entries: Sequence[Entry], headings: Sequence[str]) -> Timeline:
    """Times are those of a decoder that knows the stream's delay (see mp3.DELAY)."""
    cues: list[Cue] = []
    begins: dict[int, int] = {}  # of the segments
    at = DELAY
    for block, entry in zip(blocks, entries, strict=True):
        for number, (item, (start, end)) in enumerate(zip(block.items, entry.cues, strict=True)):
            take = item.take
            if take.segment not in begins:
                begin = at + start
                if number == 0 and entry.music is not None:
                    begin = at + entry.music
                elif cues and cues[-1].end < begin:
                    begin = (cues[-1].end + begin) // 2
                begins[take.segment] = begin if cues else 0
            cues.append(Cue(take.turn, take.segment, take.host, take.text, at + start, at + end))
        at += entry.frames
    length = at - DELAY - DECODER_SKIPS
    ends = [*list(begins.values())[1:], length]
    chapters = tuple(
        Chapter(headings[segment], begin, end)
        for (segment, begin), end in zip(begins.items(), ends, strict=True)
    )
    return Timeline(RATE, length, tuple(cues), chapters)


def produce(
    takes: Sequence[Take],
    headings: Sequence[str],
    *,
    show: Show,
    cache: Path,
    out: Path,
    report: Callable[[int, int], None] = _nobody,
    workers: int | None = None,
) -> Programme:
    """Make the programme of ``takes`` at ``out`` (a bare MP3 stream); the same takes give the same bytes.

    ``headings`` are the segments' titles by number. ``cache`` keeps finished blocks. ``report`` is called
    with the number of blocks that are ready and of those that are wanted; ``workers`` defaults to the number
    of processors. Raises ``AudioError`` naming the turn, ``ShowError`` for the show's music, ``ToolError``
    for ffmpeg; ``out`` then stays as it was.
    """
    if not takes:
        raise AudioError("there is nothing to stitch: the script has no turns")
    maker = _Maker(show, BlockCache(cache), workers or _processors())
    blocks = plan(takes, [_source(take) for take in takes], show)
    target, step, rounds = show.sound.loudness_lufs, 0, 0
    while True:
        before, total = rounds * len(blocks), (rounds + 1) * len(blocks)
        entries = maker.all(blocks, step, lambda done: report(before + done, total))  # noqa: B023
        loudness = gated_loudness(np.concatenate([entry.energies for entry in entries]))
        rounds += 1
        if abs(target - loudness) <= TOLERANCE_LU or rounds == LEVEL_ROUNDS:
            break
        step += round((target - loudness) / STEP_DB)
    maker.write(blocks, step, out)
    return Programme(
        mp3=out,
        timeline=_timeline(blocks, entries, headings),
        loudness_lufs=loudness,
        true_peak_dbtp=20 * math.log10(max(entry.peak for entry in entries)),
        blocks=len(blocks),
        encoded=len(maker.made),
    )
