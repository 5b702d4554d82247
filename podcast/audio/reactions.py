"""Short reactions ("Genau.", "Right.") that come in before the other host has ended, by themselves. Pure.

Decided by a turn and the one before it alone, so that an edit elsewhere changes nothing (see plan.py).
"""

from __future__ import annotations

import re

from podcast.audio.model import Take

__all__ = ["asks", "is_reaction"]

REACTION_WORDS = 3
"""So many words at most: "Ja, das stimmt.", "Oh, really?" says more than agreement from about the fourth on."""
CLOSING_MARKS = "\"'”“’‘»«)]*_ "  # may stand behind a sentence's last mark
QUESTION_MARKS = ("?", "？")
ENDS = (".", "!")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def asks(text: str) -> bool:
    """Whether a turn's text ends with a question."""
    return text.rstrip(CLOSING_MARKS).endswith(QUESTION_MARKS)


def _is_short(text: str) -> bool:
    return len(_WORD.findall(text)) <= REACTION_WORDS


def is_reaction(before: Take, after: Take) -> bool:
    """Whether ``after`` is only a sign of listening to ``before``, and may be heard while that one still ends.

    It is of the other host in the same segment, has at most ``REACTION_WORDS`` words and no figure, ends with
    ``.`` or ``!`` and neither asks nor answers a question. It has no direction of its own: where a host has set
    the time, it stays (a pause that stands behind ``before`` goes first in plan.py). What it follows is itself
    longer than a reaction: two short words at once ("Nein!" "Doch!") are not to be understood.
    """
    said = after.text.rstrip(CLOSING_MARKS)
    return (
        before.host != after.host
        and before.segment == after.segment
        and not (after.before or after.after)
        and said.endswith(ENDS)
        and not said.endswith("...")  # hesitating, not agreeing
        and not any(mark in said for mark in QUESTION_MARKS)
        and not any(map(str.isdigit, said))
        and _is_short(said)
        and not _is_short(before.text)
        and not asks(before.text)
    )
