"""Joints: commas at which the second half of a sentence answers a question by its grammar alone.

"Er verlor, weil das Gericht nicht zählte." – "Er verlor." – "Warum?" – "Weil das Gericht nicht zählte." No word is
changed, and the answer cannot miss the question.
"""

from __future__ import annotations

from collections.abc import Sequence

from podcast.writing.grammar import Word

__all__ = ["JOINTS", "joint_at"]

JOINTS = {"why": "ask_why", "purpose": "ask_purpose", "instead": "ask_instead", "namely": "ask_namely"}
"""The kinds of joints and the templates that ask there."""

LEAST_BEFORE, LEAST_AFTER = 2, 3
"""Words on either side of a joint."""

NEGATIONS = {
    "de": {
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemand", "nichts", "weder", "kaum",
    },
    "en": {"not", "no", "never", "nobody", "nothing", "neither", "hardly"},
}  # fmt: skip
NOT_ONLY = {"nur", "allein", "bloß", "only", "just", "merely", "so", "zwar", "deshalb", "daher", "darum"}
WHY = {"de": {"weil", "da"}, "en": {"because"}}


def joint_at(words: Sequence[Word], place: int, language: str) -> str:
    """The kind of joint at the comma ``words[place]``; ``""`` where there is none.

    The first half must be one main clause: one finite verb, and no clause in it that the second could belong to.
    Where it says "nicht", a reason or a purpose could belong to the "nicht", so there is no joint.
    """
    left, right = words[:place], words[place + 1 :]
    said = [word.text.lower() for word in left if word.kind != "mark"]
    if len(said) < LEAST_BEFORE or sum(word.kind != "mark" for word in right) < LEAST_AFTER:
        return ""
    if sum(word.kind == "verb" for word in left) != 1 or any(word.kind == "mark" for word in left):
        return ""
    if left[0].kind in {"subordinator", "relative", "question", "conjunction", "verb"} or NOT_ONLY & set(
        said
    ):
        return ""
    denied = bool(NEGATIONS[language] & set(said))
    opener = right[0].text.lower()
    ends = any(word.text in ";:–—" for word in right)
    if ends:
        return ""
    if denied:
        return "instead" if language == "de" and opener == "sondern" else ""
    if (
        opener in WHY[language]
        and right[0].kind != "preposition"
        and (len(right) < 2 or right[1].text.lower() != "of")
    ):
        return "why"
    if language == "de":
        infinitive = any(word.text.lower() == "zu" or word.kind == "to" for word in right)
        if opener == "damit" and right[0].kind == "subordinator":
            return "purpose"
        if opener == "um" and infinitive:
            return "purpose"
        if opener == "nämlich":
            return "namely"
    return ""
