"""The terminal: progress and notes on standard error, and errors as one line with an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
import traceback
from typing import TYPE_CHECKING, TextIO

from podcast.errors import PodcastError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Terminal", "explain"]

PLAIN_EVERY_S = 10.0
"""Where standard error is no terminal, a long stage says so often how far it is."""

SURROUNDINGS = {
    errno.ENOSPC: "the disk is full; make room, and the same command goes on",
    errno.EDQUOT: "your share of the disk is used up; make room, and the same command goes on",
    errno.EFBIG: "the file would become too large for this place",
    errno.EROFS: "it lies on a disk that can only be read; choose another folder with --output",
    errno.EACCES: "you may not write or read it; choose another folder with --output",
    errno.EPERM: "you may not write or read it; choose another folder with --output",
    errno.EMFILE: "too many files are open; raise the limit with: ulimit -n 4096",
}
"""What the machine may refuse anywhere; not our mistake, and people can do something about it."""


class Terminal:
    """Where a command reports to. A bar with the time left on a terminal, plain lines elsewhere.

    With ``quiet`` only errors are said. Use as a context manager: at the end the bar is taken away.
    """

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""
        self._begun = self._said = 0.0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._end_bar()
        self._stage = ""

    def note(self, line: str) -> None:
        """A line for people about what was done or left."""
        if not self.quiet:
            self._end_bar()
            self._say(line)

    def progress(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of a stage are finished; a new name begins a new stage."""
        if self.quiet:
            return
        if self.stream.isatty():
            self._draw(stage, done, total)
        else:
            self._line(stage, done, total)

    def _say(self, line: str) -> None:
        with contextlib.suppress(BrokenPipeError):
            print(line, file=self.stream, flush=True)

    def _line(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._begun, self._said = stage, now, now
            self._say(f"{stage} …")
        elif 0 < done < total and now - self._said >= PLAIN_EVERY_S:
            self._said = now
            left = (now - self._begun) / done * (total - done)
            self._say(f"{stage}: {done} of {total}, about {left:.0f} s left")

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                TextColumn("{task.description:<18}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(file=self.stream),
                transient=True,
            )
            self._bar.start()
        if stage != self._stage or self._task is None:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._stage = stage
            self._task = self._bar.add_task(stage, total=total)
        self._bar.update(self._task, completed=done, total=total)

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.stop()
        self._bar = self._task = None

    def error(self, failure: BaseException, *, debug: bool = False) -> int:
        """Say what failed, one line each; returns the exit code. ``debug`` shows the traceback before."""
        self._end_bar()
        if debug:
            self._say("".join(traceback.format_exception(failure)).rstrip())
        message, code = explain(failure)
        for line in message.splitlines():
            self._say(f"podcast: {line}")
        return code


def explain(failure: BaseException) -> tuple[str, int]:
    """A failure as a message for people and an exit code: 1 the work failed, 2 the call was wrong."""
    if isinstance(failure, PodcastError):
        return str(failure), failure.exit_code
    if isinstance(failure, KeyboardInterrupt):
        return "stopped; what is finished is kept, and the same command goes on from there", 1
    if isinstance(failure, MemoryError):
        return "there is not enough memory for this", 1
    if isinstance(failure, OSError) and failure.errno in SURROUNDINGS:
        place = os.fsdecode(failure.filename) if failure.filename else "the episode"
        return f"{place}: {os.strerror(failure.errno)}: {SURROUNDINGS[failure.errno]}", 1
    kind, text = type(failure).__name__, " ".join(str(failure).split())[:300]
    return f"this is a mistake in podcast itself ({kind}: {text}); --debug shows where it happened", 1
