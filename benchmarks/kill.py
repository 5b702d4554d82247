"""kill -9 at twenty random moments of a render, each followed by a render: the same bytes as undisturbed.

``python benchmarks/kill.py [TIMES]``. The moments come from a fixed seed, so that a failure can be looked at again.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "supreme-court.txt"
SEED = 1


def _podcast(*args: str | Path) -> list[str]:
    return [sys.executable, "-m", "podcast", *map(str, args), "--quiet"]


def _run(*args: str | Path) -> str:
    return subprocess.run(_podcast(*args), check=True, capture_output=True, text=True).stdout.strip()


def _digest(mp3: Path) -> str:
    return hashlib.sha256(mp3.read_bytes()).hexdigest()


def main() -> int:
    """Kill, go on, compare; fails where one differs."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="podcast-kill-") as name:
        folder = Path(name)
        script = Path(_run("draft", ARTICLE, "--output", folder / "whole"))
        begun = time.monotonic()
        whole = _digest(Path(_run("render", script.parent, "--output", folder / "whole")))
        takes = time.monotonic() - begun
        print(f"undisturbed: {takes:.1f} s, {whole[:16]}…")
        wrong = 0
        for number in range(times):
            output = folder / f"run-{number}"
            episode = output / script.parent.name
            episode.mkdir(parents=True)
            for file in ("script.md", "article.json"):
                shutil.copy(script.parent / file, episode)
            after = chance.uniform(0.02, 1.0) * takes
            process = subprocess.Popen(
                _podcast("render", episode), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
            killed = process.wait() == -signal.SIGKILL
            clips = sum(1 for _ in (output / ".clips").rglob("*.wav"))
            same = _digest(Path(_run("render", episode))) == whole
            wrong += not same
            state = f"killed after {after:5.2f} s with {clips:3} clips" if killed else "was done before"
            print(f"{number + 1:2}: {state}: {'the same' if same else 'DIFFERENT'}", flush=True)
            shutil.rmtree(output)
    print(f"{times - wrong} of {times} the same")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
