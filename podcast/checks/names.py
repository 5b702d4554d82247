"""Every name, place and organisation of the script is looked up in the article."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given

__all__ = ["findings"]


def findings(given: Given) -> Iterator[Finding]:
    """Not yet built."""
    yield from ()
