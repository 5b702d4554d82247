"""What stitching, mastering and encoding cost, beside the cost of encoding alone.

    python benchmarks/audio_room.py [MINUTES]

Clips are computed, so neither an article nor a voice is needed.
"""

from __future__ import annotations

import dataclasses
import resource
import sys
import tempfile
import time
from pathlib import Path

from podcast.audio import Take, produce
from podcast.audio.mp3 import QUALITY
from podcast.show import Show
from podcast.tools import ffmpeg, run
from tests.audio.sounds import speech, take, wav


def _measured(what: str, *, takes: list[Take], folder: Path) -> None:
    begun = time.perf_counter()
    made = produce(
        takes,
        [f"Part {n}" for n in range(len(takes))],
        show=Show(),
        cache=folder / "blocks",
        out=folder / "out.mp3",
    )
    took = time.perf_counter() - begun
    print(
        f"{what}: {took:.2f} s, {made.timeline.seconds / took:.0f} times faster than it is long; "
        f"{made.encoded} of {made.blocks} blocks encoded, {made.loudness_lufs:.2f} LUFS"
    )


def main(minutes: float) -> None:
    """Print seconds and megabytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips = [take(folder, n, ("Alana", "Ben")[n % 2], 3.0 + n % 9) for n in range(18)]
        takes: list[Take] = []
        seconds = 0.0
        while seconds < minutes * 60:
            number = len(takes)
            clip = clips[number % len(clips)]
            takes.append(dataclasses.replace(clip, turn=number, segment=number // 16, text=f"{number} words"))
            seconds += 3.3 + number % len(clips) % 9
        _measured(f"{minutes:g} minutes anew", takes=takes, folder=folder)
        changed = wav(folder / "new.wav", speech(5.5), 16_960)
        middle = len(takes) // 2
        takes[middle] = dataclasses.replace(takes[middle], clip=changed, text=f"{middle} words, edited")
        _measured("one turn edited", takes=takes, folder=folder)
        _measured("nothing edited", takes=takes, folder=folder)
        pcm = folder / "whole.wav"
        run([ffmpeg(), "-loglevel", "error", "-i", str(folder / "out.mp3"), str(pcm)])
        begun = time.perf_counter()
        encode = [
            "-c:a",
            "libmp3lame",
            "-b:a",
            "128k",
            "-compression_level",
            str(QUALITY),
            str(folder / "alone.mp3"),
        ]
        run([ffmpeg(), "-loglevel", "error", "-i", str(pcm), *encode])
        print(f"encoding alone, one process: {time.perf_counter() - begun:.2f} s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory peak of this process: {memory:.0f} MB")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 14.0)
