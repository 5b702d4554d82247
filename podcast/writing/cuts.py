"""Where a long sentence may be cut between two hosts, or by a question: at a main clause, never inside one.

A cut is a pair of places in the sentence: the first part ends at ``left``, the second begins at ``right``;
between them stand the marks and spaces that fall away when the parts are spoken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from podcast.grammar import Word, words_of
from podcast.writing.cuewords import REPORTING
from podcast.writing.joints import bare_joint_at, joint_at
from podcast.writing.signs import holds_report

__all__ = ["Cut", "cuts_of", "spoken_part"]

MIN_PART_WORDS = 4
"""A part of fewer words is an after-thought and stays with its sentence."""

MIN_ANNOUNCING_WORDS = 2
"""Before a colon fewer words are enough ("Sie zeigt: …")."""

JOINING = {
    "de": {"aber": "turn", "doch": "turn", "denn": "reason", "und": "and", "jedoch": "turn"},
    "en": {"but": "turn", "yet": "turn", "and": "and", "so": "so"},
}
OPENING, CLOSING = (
    '„“»«"‚‘([”',
    {"„": '“”"', "“": "”", "»": "«", "«": "»", '"': '"', "‚": "‘", "(": ")", "[": "]"},
)
FIRST_OF_A_CLAUSE = {"pronoun", "article", "name", "determiner", "noun", "adjective", "number", "adverb"}
WAITING = {"zwar", "sowohl", "einerseits", "weder", "neither", "either"}
MAX_BEFORE_VERB = 7
"""A finite verb later than this after "und" is more likely the end of a subordinate clause."""


@dataclass(frozen=True, slots=True)
class Cut:
    """``kind`` is ``colon``, ``semicolon``, ``dash``, ``turn``, ``reason``, ``and``, ``so``, ``comma`` or a joint's."""

    left: int
    right: int
    kind: str


def _protected(text: str) -> list[bool]:
    """For every character, whether it stands inside quotation marks or brackets."""
    inside = [False] * len(text)
    closers: list[str] = []
    for place, char in enumerate(text):
        if closers and char in closers[-1]:
            closers.pop()
            inside[place] = True
            continue
        if char in CLOSING and (char not in '“"' or not closers):
            closers.append(CLOSING[char])
        inside[place] = bool(closers)
    # A quotation that never closes protects nothing: better a cut than a turn of a hundred words.
    return inside if not closers else [False] * len(text)


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.kind == "verb" for word in words)


def _count(words: Sequence[Word]) -> int:
    return sum(word.kind != "mark" for word in words)


def _main_clause(words: Sequence[Word], language: str) -> bool:
    """Whether these words begin a main clause that has its own subject."""
    if not words or words[0].kind not in FIRST_OF_A_CLAUSE | ({"preposition"} if language == "de" else set()):
        return False
    before: list[Word] = []
    for word in words:
        if word.kind == "verb":
            break
        if word.kind in {"mark", "subordinator", "relative", "to", "question"}:
            return False
        before.append(word)
    else:
        return False
    after = words[len(before) + 1 :]
    if not 1 <= len(before) <= MAX_BEFORE_VERB or _count(after) < 2:
        return False
    if language == "en":
        return before[0].kind not in {"adverb"} or len(before) > 1
    # German: the verb stands second, so the first place holds one phrase only; a lone adverb needs a subject
    # behind the verb ("und heute genügt eine E-Mail").
    subject = {"pronoun", "article", "name", "noun", "determiner"}
    return any(word.kind in subject for word in (*before, *after[:3]))


def cuts_of(text: str, language: str) -> list[Cut]:
    """The places where the sentence may be cut, in their order. Each part has at least four words."""
    words = words_of(text, language)
    inside = _protected(text)
    found: list[Cut] = []
    said = {word.text.lower() for word in words}
    # Who reports what somebody said may not be cut off from it; "zwar" waits for its "aber".
    silent = bool(said & (REPORTING[language] | WAITING)) or holds_report(words, language) or ", so " in text
    dashes = [word for word in words if word.text in {"–", "—"} and not inside[word.start]]
    for index, word in enumerate(words):
        clause = _last_clause(words, found)
        if index > clause and clause >= 0 and not silent:
            joint = bare_joint_at(words[clause:], index - clause, language)
            if joint:
                found.append(Cut(words[index - 1].end, word.start, joint))
                continue
        if word.kind != "mark" or inside[word.start]:
            continue
        left, right = words[:index], words[index + 1 :]
        joint = ""
        if word.text == "," and clause >= 0 and not silent:
            joint = joint_at(words[clause:], index - clause, language)
        if joint and (clause == 0 or joint == "why"):
            found.append(Cut(word.start, right[0].start, joint))
            continue
        start = found[-1].right if found else 0
        least = MIN_ANNOUNCING_WORDS if word.text == ":" else MIN_PART_WORDS
        if _count([w for w in left if w.start >= start]) < least or _count(right) < MIN_PART_WORDS:
            continue
        if silent:
            continue
        if word.text == ";" and _has_verb(left) and _has_verb(right):
            found.append(Cut(word.start, right[0].start, "semicolon"))
        elif (
            word.text == ":"
            and _has_verb(left)
            and right[0].start > word.end
            and right[0].text not in '„“»"‚'
        ):
            found.append(Cut(word.start, right[0].start, "colon"))
        elif word.text in {"–", "—"} and len(dashes) == 1 and _has_verb(left):
            kind = JOINING[language].get(right[0].text.lower(), "")
            if _main_clause(right[1:] if kind else right, language):
                found.append(Cut(word.start, right[0].start, kind or "dash"))
        elif (
            word.text == ","
            and _has_verb(left)
            and right[0].text.lower() in JOINING[language]
            and _main_clause(right[1:], language)
        ):
            found.append(Cut(word.start, right[0].start, JOINING[language][right[0].text.lower()]))
    return found


def _last_clause(words: Sequence[Word], found: Sequence[Cut]) -> int:
    """Where the main clause begins that a joint may belong to: the sentence's first word, or that behind "…, und".

    -1 where the sentence has been parted in another way.
    """
    if not found:
        return 0
    if found[-1].kind != "and" or len(found) > 1:
        return -1
    return next(index for index, word in enumerate(words) if word.start == found[-1].right) + 1


def breaths_of(text: str, language: str) -> list[Cut]:
    """Where a sentence that no breath carries may be parted at the last.

    At semicolons, colons, and commas outside quotations behind which nothing begins that hangs on what is before it.
    """
    inside = _protected(text)
    words = words_of(text, language)
    kinds = {",": "comma", ";": "semicolon", ":": "colon"}
    hanging = {"subordinator", "relative", "question", "preposition"}
    return [
        Cut(word.start, after.start, kinds[word.text])
        for word, after in pairwise(words)
        if word.text in kinds
        and not inside[word.start]
        and after.start > word.end
        and not (word.text == "," and after.kind in hanging)
    ]


def spoken_part(text: str, start: int, end: int) -> str:
    """The part from ``start`` to ``end`` of a sentence as a sentence of its own.

    Every word stays; only a capital letter and a full stop are added where the cut, or a list, took them away.
    """
    part = text[start:end].strip()
    if start > 0:
        part = part[:1].upper() + part[1:]
    if end < len(text) or part[-1:].isalnum():
        part = part.rstrip(" ,;:–—") + "."
    return part
