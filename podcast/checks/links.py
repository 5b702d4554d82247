"""Turns beside the sentences that they name: do these carry it, and which would?"""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given

__all__ = ["findings"]


def findings(given: Given) -> Iterator[Finding]:
    """Not yet built."""
    yield from ()
