"""When an online service may be asked: how many at once, how many a minute, and how long to wait after a failure."""

from __future__ import annotations

import contextlib
import email.utils
import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["RETRY_AFTER_CAP_S", "EndedError", "Pace", "Timing", "retry_after_s"]

MINUTE_S = 60.0
RETRY_AFTER_CAP_S = 120.0
"""A service that asks for a longer wait is asked again after this one: nobody sits before a still bar for an hour."""
JITTER = 0.25
"""A wait is longer or shorter by up to this share, so that callers who failed together do not come back together."""


class EndedError(Exception):
    """The engine was closed while somebody waited."""


def _wait(closed: threading.Event, seconds: float) -> None:
    closed.wait(seconds)


@dataclass(frozen=True, slots=True)
class Timing:
    """Where time comes from; tests bring their own.

    ``clock`` gives monotonic seconds, ``wait`` lets so many seconds pass or returns as soon as the event is set,
    ``jitter`` gives a number from 0 to 1.
    """

    clock: Callable[[], float] = time.monotonic
    wait: Callable[[threading.Event, float], None] = _wait
    jitter: Callable[[], float] = field(default_factory=lambda: random.Random().random)  # noqa: S311 (no secret)


class Pace:
    """A service's places. At most ``parallel`` at once and ``per_minute`` in any 60 s (0: no limit)."""

    def __init__(self, parallel: int, per_minute: int, timing: Timing) -> None:
        self._parallel = parallel
        self._per_minute = per_minute
        self._timing = timing
        self._free = threading.Condition()
        self._busy = 0
        self._begun: deque[float] = deque(maxlen=per_minute or 1)
        self._not_before = 0.0
        self._closed = threading.Event()

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._closed.is_set()

    def close(self) -> None:
        """End all waits at once, those to come too: they raise ``EndedError``."""
        self._closed.set()
        with self._free:
            self._free.notify_all()

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        """Wait for a place and hold it. Raises ``EndedError``."""
        while (seconds := self._take()) > 0:
            self._timing.wait(self._closed, seconds)
        try:
            yield
        finally:
            with self._free:
                self._busy -= 1
                self._free.notify()

    def rest(self, seconds: float, asked_s: float = 0.0) -> None:
        """Wait ``seconds``, with jitter; ``asked_s`` holds for all who come next, too. Raises ``EndedError``."""
        if asked_s > 0:
            with self._free:
                until = self._timing.clock() + min(asked_s, RETRY_AFTER_CAP_S)
                self._not_before = max(self._not_before, until)
        self._timing.wait(self._closed, seconds * (1 + JITTER * (2 * self._timing.jitter() - 1)))
        if self.closed:
            raise EndedError

    def _take(self) -> float:
        """0 where a place was taken, else the seconds until it is worth asking again."""
        with self._free:
            while self._busy >= self._parallel and not self.closed:
                self._free.wait()
            if self.closed:
                raise EndedError
            now = self._timing.clock()
            ready = self._not_before
            if self._per_minute and len(self._begun) == self._per_minute:
                ready = max(ready, self._begun[0] + MINUTE_S)
            if ready > now:
                return ready - now
            self._busy += 1
            self._begun.append(now)
            return 0.0


def retry_after_s(value: str | None, date: str | None) -> float:
    """What a Retry-After header asks for, in seconds from now; 0 for none, for the past, and for nonsense.

    ``value`` is a number of seconds or an HTTP date (RFC 9110, 10.2.3); ``date`` the answer's Date header, so that a
    date is compared with the service's own clock and not with this machine's.
    """
    if not value:
        return 0.0
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        until = email.utils.parsedate_to_datetime(value).timestamp()
        now = email.utils.parsedate_to_datetime(date).timestamp() if date else time.time()
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return max(0.0, until - now)
