"""How much faster than its length an episode is made, and in how much memory; encoding alone beside it.

``python benchmarks/speed.py [MINUTES…]`` makes articles of about 10 minutes and of 2 hours into episodes with the
show's own voices, in a fresh folder, by the whole command. Linux: memory is read from /proc.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS_PER_MINUTE = 100
"""Of the article: the hosts add words and pauses of their own."""
FASTER_AT_LEAST = 40
MEMORY_AT_MOST_MB = 300
SAMPLE_EVERY_S = 0.1


@dataclass(frozen=True)
class Run:
    """One run of a command: wall-clock seconds, the largest sum of resident memory of all its processes."""

    seconds: float
    cpu_seconds: float
    memory_mb: float
    output: str


def article(words: int) -> str:
    """A long article of sentences that all differ: those of a sample, numbered."""
    text = (ROOT / "seeds" / "filibuster.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    out: list[str] = []
    count = number = 0
    while count < words:
        for line in lines:
            if len(line) < 100:
                out.append(f"{line.rstrip('.')} {number}" if number else line)
                continue
            sentences = re.split(r"(?<=[.?!]) (?=[A-ZÄÖÜ„])", line)
            if count:
                sentences = [f"Punkt {number + n}: {sentence}" for n, sentence in enumerate(sentences)]
            number += len(sentences)
            out.append(" ".join(sentences))
            count += len(out[-1].split())
            if count >= words:
                break
    return "\n\n".join(out) + "\n"


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _resident_mb(pids: list[int]) -> float:
    """Proportional set size: memory that two processes share is counted once.

    A child that is about to become another program (vfork) still is its parent's memory and does not count.
    """
    total = 0
    seen: set[bytes] = set()
    for pid in pids:
        try:
            name = Path(f"/proc/{pid}/cmdline").read_bytes()
            if name in seen and b"podcast" in name and b"make" in name:
                continue
            seen.add(name)
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1])  # type: ignore[index]
    return total / 1024


def measure(args: list[str], cwd: Path) -> Run:
    """Run a command to its end. Raises ``RuntimeError`` where it fails."""
    begun = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(args, cwd=cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        peak = 0.0
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            peak = max(peak, _resident_mb(_tree(process.pid)))
            time.sleep(SAMPLE_EVERY_S)
        seconds = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            raise RuntimeError(err.read().decode())
        return Run(seconds, usage.ru_utime + usage.ru_stime, peak, out.read().decode().strip())


def encoding_alone(mp3: Path, folder: Path) -> float:
    """Seconds that ffmpeg takes to encode the same programme from a WAVE file, with one thread."""
    from podcast.tools import ffmpeg

    wav = folder / "programme.wav"
    subprocess.run([ffmpeg(), "-loglevel", "error", "-y", "-i", mp3, "-map", "0:a", wav], check=True)
    encode = [ffmpeg(), "-loglevel", "error", "-y", "-i", str(wav), "-b:a", "128k", str(folder / "again.mp3")]
    run = measure(encode, folder)
    wav.unlink()
    return run.seconds


def episode_seconds(mp3: Path) -> float:
    """The length that the manifest tells."""
    from podcast.manifest import Manifest

    made = Manifest.from_json((mp3.parent / "episode.json").read_bytes()).made
    if made is None:
        raise RuntimeError("nothing was made")
    return made.seconds


def main() -> int:
    """Measure, print a table, fail where a target is missed."""
    lengths = [float(m) for m in sys.argv[1:]] or [10, 120]
    good = True
    print(f"{os.cpu_count()} cores; targets: {FASTER_AT_LEAST} times faster, {MEMORY_AT_MOST_MB} MB")
    print("episode     whole command        CPU     memory   again (all cached)   encoding alone")
    for minutes in lengths:
        with tempfile.TemporaryDirectory(prefix="podcast-bench-") as name:
            folder = Path(name)
            (folder / "article.txt").write_text(article(round(minutes * WORDS_PER_MINUTE)), encoding="utf-8")
            command = [sys.executable, "-m", "podcast", "make", "article.txt", "--quiet"]
            first = measure(command, folder)
            mp3 = folder / first.output
            again = measure(command, folder)
            length = episode_seconds(mp3)
            alone = encoding_alone(mp3, folder)
            factor = length / first.seconds
            good &= factor >= FASTER_AT_LEAST and first.memory_mb <= MEMORY_AT_MOST_MB
            print(
                f"{length / 60:5.1f} min  {first.seconds:6.1f} s = {factor:5.1f} ×  {first.cpu_seconds:6.1f} s  "
                f"{first.memory_mb:6.0f} MB  {again.seconds:6.1f} s = {length / again.seconds:5.1f} ×"
                f"  {alone:6.1f} s = {length / alone:5.1f} ×",
                flush=True,
            )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
