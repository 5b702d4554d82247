"""A place of the talk where something like what is said now was said."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MOST_MASS", "Place"]

MOST_MASS = 2.5
"""Weight of words in common (three or four rare ones) beyond which more of them prove nothing more."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something like it was said. ``at`` is the index of the turn that has most of it.

    ``share`` (0 to 1) of the weight of what is said now was said or meant there, words of weight ``mass`` outright;
    ``news`` is the share that the article's sentences have which the later turn names, and that was not said there.
    ``span`` is the first of its sentences and the one behind the last. ``source``: 2 where the later turn names
    sentences and all of them were named there, 1 where both tell one sentence of the article, -1 where they tell
    different ones, 0 where that is not known.
    """

    at: int
    share: float
    mass: float
    news: float
    source: int
    span: tuple[int, int]

    @property
    def strength(self) -> float:
        """How surely it is the same: the share of what is said now that was said there, times the weight of it."""
        share = self.share if self.source == 2 else max(0.0, self.share - self.news)
        return share * min(self.mass, MOST_MASS)
