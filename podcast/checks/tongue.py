"""A turn in another language than the show's."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given

__all__ = ["findings"]


def findings(given: Given) -> Iterator[Finding]:
    """Not yet built."""
    yield from ()
