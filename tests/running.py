"""Running the command as a user does, in a folder of its own, and small episodes to run it on."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["ARTICLE", "NO_MUSIC", "SCRIPT", "digest", "episode", "podcast", "tree"]

NO_MUSIC = "[music]\nopening = false\nbetween = false\nclosing = false\n"
"""A show.toml for tests that render often and listen to nothing: making the theme takes most of the time."""

SCRIPT = """\
---
title: Der kleine Damm
show: US Politik Deep Dive
language: de
source: damm.txt
---

## Einstieg

**Alana:** Ein Damm von vierzig Metern hat im Frühjahr eine ganze Kleinstadt beschäftigt. <!-- s1 -->

**Ben:** Warum gerade dieser Damm? <!-- s2 -->

**Alana:** Weil er seit sechzig Jahren niemandem mehr gehört. <!-- s3 -->

## Wer zahlt

**Ben:** [pause 0.4s] Und wer zahlt nun die Reparatur?

**Alana:** Das Land will die Hälfte übernehmen, die Gemeinde den Rest. <!-- s4 -->

**Ben:** Der Rest sind immerhin zwei Millionen Euro. <!-- s5 -->
"""

ARTICLE = """\
Ein Damm von vierzig Metern hat im Frühjahr eine ganze Kleinstadt beschäftigt. Warum gerade dieser Damm? \
Weil er seit sechzig Jahren niemandem mehr gehört. Doch das Wasser steigt jedes Jahr ein wenig höher.

Wer zahlt

Das Land will die Hälfte übernehmen, die Gemeinde den Rest. Der Rest sind immerhin zwei Millionen Euro. \
Die Bürgermeisterin spricht von einer Zumutung. Im Herbst soll der Rat entscheiden, ob der Damm bleibt.
"""


def podcast(
    *args: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    before: str = "",
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run ``podcast …`` in ``cwd``; ``before`` is Python that is run first in the same process."""
    code = f"{before}\nimport sys\nfrom podcast.cli import main\nsys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, args)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        timeout=timeout,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def episode(output: Path, script: str = SCRIPT, slug: str = "der-kleine-damm") -> Path:
    """A folder with a script that someone wrote by hand."""
    folder = output / slug
    folder.mkdir(parents=True)
    (folder / "script.md").write_text(script, encoding="utf-8")
    return folder


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder with its hash, locks and the clip cache left out."""
    return {
        str(path.relative_to(folder)): digest(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".lock") and ".clips" not in path.parts
    }
