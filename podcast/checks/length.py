"""The programme's length against the one that was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given

__all__ = ["findings"]

TOLERANCE = 0.10
"""So far off may a programme be (share of the minutes that were asked for, from the issue)."""


def findings(given: Given) -> Iterator[Finding]:
    """``length``: more than a tenth off, measured where the script was rendered, else by the pace of the voices."""
    if not given.minutes:
        return
    minutes = given.length / 60
    off = minutes / given.minutes - 1
    if abs(off) > TOLERANCE:
        how = "is" if given.seconds is not None else "will be about"
        text = (
            f"the episode {how} {minutes:.1f} minutes, {abs(off):.0%} {'longer' if off > 0 else 'shorter'} "
            f"than the {given.minutes:g} asked for"
        )
        yield Finding(0, "length", "warning", text, group="length")
