"""A no more or less in a sentence that is the article's, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Sentence
from podcast.checks.excuses import UNTIL
from podcast.checks.finding import Finding
from podcast.checks.given import Said
from podcast.checks.keys import keys_of, plain
from podcast.checks.polarity import excuses, noes_in
from podcast.checks.talk import shown
from podcast.checks.verbatim import Edit, Telling, tellings

__all__ = ["edited_no"]

NEARLY = 0.8
"""Where so much of a sentence is the article's, no other word of it ("scheitern") stands for the no."""
_NEVER = re.compile(r"\b(?:nie|niemals|never)\b", re.IGNORECASE)
_LATER = re.compile(
    r"(?:erst|nur|only)?\s*(?:später|danach|selten|manchmal|later|rarely|sometimes)", re.IGNORECASE
)
"""What is said of something that happened: no other word for "never"."""
_INDEED = re.compile(r"\bschon\b", re.IGNORECASE)
_WITHOUT, _WITH = re.compile(r"\b(?:ohne|without)\b", re.IGNORECASE), re.compile(r"mit|with", re.IGNORECASE)


def edited_no(said: Said, carried: Sequence[Sentence], language: str) -> Finding | None:
    """A no more or less in a sentence that is the article's, word by word."""
    for telling in tellings(said.text, carried, language):
        changed = [
            (edit, noes_in(edit.new, language) - noes_in(edit.old, language)) for edit in telling.edits
        ]
        changed = [(edit, count) for edit, count in changed if count]
        same = _noes(telling.said, language) == _noes(telling.sentence.text, language) > 0
        if telling.asks or same or sum(count for _, count in changed) % 2 == 0:
            continue
        edit, count = changed[0]
        if _INDEED.search(edit.new) and _noes(said.text, language):
            continue  # "Für den Einkauf spielt das keine Rolle, für die Wissenschaft aber schon"
        if not edit.small or (edit.apart and not (edit.old and edit.new)):
            continue
        if not _only_no(edit, telling, language, added=count > 0):
            continue
        kind = "negation-added" if count > 0 else "negation-dropped"
        source = f"s{telling.sentence.number}"
        if edit.old and edit.new:
            text = f"“{edit.new}” stands where {source} has “{edit.old}”"
        else:
            text = (
                f"“{edit.new}” is not in {source}" if edit.new else f"the “{edit.old}” of {source} is missing"
            )
        return said.finding(
            kind, "warning", f"{text}: “{shown(telling.said, 10)}”", "grounding", telling.said
        )
    return None


def _noes(text: str, language: str) -> int:
    return noes_in(plain(text, language), language)


def _only_no(edit: Edit, telling: Telling, language: str, *, added: bool) -> bool:
    """Whether a change is about the no alone, and not another wording that says no, or yes, with other words."""
    denied, other = (edit.new, edit.old) if added else (edit.old, edit.new)
    if not other:
        return True
    if _WITHOUT.search(denied) and not _WITH.fullmatch(other):
        return False
    if _NEVER.search(denied) and not _NEVER.search(other) and _LATER.fullmatch(other):
        return True
    if keys_of(other, language) or UNTIL.search(telling.sentence.text if added else telling.said):
        return False
    return telling.share >= NEARLY or not excuses(telling.sentence.text if added else telling.said, language)
