"""Several questions at once: answers come in any order, and go out in that of the questions."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["in_parallel"]

T = TypeVar("T")


def in_parallel(tasks: Sequence[Callable[[], T]], most: int, done: Callable[[int], None]) -> list[T]:
    """Run ``tasks``, at most ``most`` at once; ``done`` is told in this thread how many have ended.

    The first error ends it: no further task begins. The threads are daemons, so that Ctrl-C need not wait for an
    answer that may take minutes; an executor's threads would be waited for.
    """
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in range(len(tasks)):
        waiting.put(index)
    ended: queue.SimpleQueue[tuple[int, T | None, BaseException | None]] = queue.SimpleQueue()
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            try:
                index = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                ended.put((index, tasks[index](), None))
            except BaseException as error:  # noqa: BLE001 (raised again in the thread that waits)
                stop.set()
                ended.put((index, None, error))

    for _ in range(min(most, len(tasks))):
        threading.Thread(target=work, daemon=True).start()
    results: dict[int, T] = {}
    try:
        for count in range(1, len(tasks) + 1):
            index, result, error = ended.get()
            if error is not None:
                raise error
            results[index] = result  # type: ignore[assignment]
            done(count)
    finally:
        stop.set()
    return [results[index] for index in range(len(tasks))]
