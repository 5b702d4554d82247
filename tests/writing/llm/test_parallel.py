"""Several tasks at once: in their order, no more than allowed, and no waiting after an interrupt."""

from __future__ import annotations

import threading
import time

import pytest

from podcast.writing.llm.parallel import in_parallel


def test_results_come_in_the_order_of_the_tasks() -> None:
    second = threading.Event()

    def slow() -> str:
        assert second.wait(10)
        return "first"

    def fast() -> str:
        second.set()
        return "second"

    counts: list[int] = []
    assert in_parallel([slow, fast], 2, counts.append) == ["first", "second"]
    assert counts == [1, 2]


def test_the_first_error_ends_it_and_begins_nothing_more() -> None:
    begun = []

    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        in_parallel([fail, *(lambda n=n: begun.append(n) for n in range(50))], 1, lambda _: None)
    assert len(begun) < 50


def test_an_interrupt_does_not_wait_for_answers_under_way() -> None:
    never = threading.Event()

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        in_parallel([lambda: None, lambda: never.wait(60)], 2, interrupt)
    assert time.monotonic() - begun < 10
    never.set()


def test_no_tasks_no_threads() -> None:
    assert in_parallel([], 4, lambda _: None) == []
