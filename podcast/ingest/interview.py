"""Interviews: the labels before questions and answers are layout, and nobody says them aloud."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from podcast.ingest.document import Block

__all__ = ["without_labels"]

_QUESTION = re.compile(r"^(?:Frage|Question|Q|F):\s+(?=\S)")
_ANSWER = re.compile(r"^(?:Antwort|Answer|A):\s+(?=\S)")
LEAST = 2
"""So many questions and answers make an interview; a single ``Frage:`` may belong to a sentence."""


def without_labels(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks without ``Frage:`` and ``Antwort:`` (``Q:``, ``A:``) where they mark an interview.

    A speaker's name stays: who speaks would be lost with it.
    """
    for label in (_QUESTION, _ANSWER):
        if sum(bool(label.match(block.text)) for block in blocks) < LEAST:
            return list(blocks)
    return [replace(block, text=_ANSWER.sub("", _QUESTION.sub("", block.text))) for block in blocks]
