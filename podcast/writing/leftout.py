"""What the front matter of a script says of its length: how many minutes were asked for, what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from podcast.article import Article
from podcast.script import Script

__all__ = ["LEFT_OUT", "LEFT_OUT_SECTIONS", "MINUTES", "told"]

MINUTES, LEFT_OUT, LEFT_OUT_SECTIONS = "minutes", "left out", "left out sections"
"""The keys of the front matter."""


def told(script: Script, article: Article, minutes: float) -> Script:
    """The script, saying the ``minutes`` asked for, the sentences that no turn names, and sections lost as a whole.

    The last two are not there where nothing was left out.
    """
    said = {number for turn in script.turns for number in turn.sentences}
    lost = [sentence.number for sentence in article.sentences if sentence.number not in said]
    headings = [
        section.heading
        for section in article.sections
        if section.heading and not any(sentence.number in said for sentence in section.sentences)
    ]
    meta = {**script.meta, MINUTES: f"{minutes:g}"}
    if lost:
        meta[LEFT_OUT] = _ranges(lost)
    if headings:
        meta[LEFT_OUT_SECTIONS] = "; ".join(" ".join(heading.split()) for heading in headings)
    return replace(script, meta=meta)


def _ranges(numbers: Iterable[int]) -> str:
    """Sentence numbers as they stand behind a turn: ``s1-s3, s7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"s{first}" if first == last else f"s{first}-s{last}" for first, last in runs)
