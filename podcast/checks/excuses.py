"""Whether one clause says without a no what another says with one: "best" and "nowhere better". Pure."""

from __future__ import annotations

import re

from podcast.checks.polarity import Clause

__all__ = ["UNTIL", "excused"]

UNTIL = re.compile(r"\b(?:bis|bevor|ehe|solange|until|till|before|unless)\b", re.IGNORECASE)
"""With a no, these make a yes that comes later; "before it was settled" is "not yet settled"."""
_VOTED = re.compile(r"\b(?:said|says?|vot(?:ed?|ing)) no\b", re.IGNORECASE)
_NONE_BETTER = re.compile(
    r"\b(?:nirgends|nirgendwo|niemand|nie|niemals|nichts|kein\w*|nowhere|nobody|no|none|never|nothing)\b.*"
    r"\b(?:besser|mehr|weniger|so|ebenso|[a-zäöü]{3,}er(?:e[nrsm]?)?|better|worse|more|less|as)\b.*\b(?:als|wie|than|as)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEST = re.compile(
    r"\bam [a-zäöü]+sten\b|\b(?:beste|meiste|größte|höchste|[a-zäöü]{3,}ste)[nrsm]?\b|"
    r"\b(?:best|worst|most|least|[a-z]{3,}est)\b",
    re.IGNORECASE,
)
_PREFIXED = re.compile(
    r"\bun(?!ter)[a-zäöü]{3,}(?:bar|lich|ig|sam|haft|isch)(?:e[nrsm]?)?\b|\w{3,}los(?:e[nrsm]?)?\b|"
    r"\b(?:un(?!der)|in|im)[a-z]{3,}(?:able|ible)\b|\bunseen\b|\b[a-z]{3,}less\b",
    re.IGNORECASE,
)
"""Adjectives that say no of their stem: "unsichtbar", "ein Parteiloser", "unavoidable"."""
_UN = re.compile(r"\bun(?!ter|d\b|s\b)[a-zäöü]{3,}(?:bar|lich|ig|sam|haft|isch|able|ible)\b", re.IGNORECASE)
_INDEED = re.compile(r"\b(?:aber|doch|wohl) schon\b", re.IGNORECASE)
"""Says yes against a no before it: "Für den Einkauf nicht, für die Wissenschaft aber schon"."""
_LIKE_OTHERS = re.compile(r"\bnicht (?:so )?wie\b|\banders als\b|\b(?:unlike|not like)\b", re.IGNORECASE)
"""This no is about the comparison: "Sie fressen nicht wie andere totes Gewebe"."""


_NEVER = re.compile(r"\b(?:noch nie|nie zuvor|never before|never)\b", re.IGNORECASE)
"""With a superlative on the other side: "der größte Abriss", "noch nie in diesem Umfang"."""
_NOT_ONCE = re.compile(
    r"\bnot (?:even )?once\b|\bkein einziges mal\b|\bnicht ein(?: einziges )?mal\b", re.IGNORECASE
)
_ONCE = re.compile(r"\b(?:once|einmal|ein einziges mal)\b", re.IGNORECASE)
_GONE = re.compile(r"\bnicht mehr\b|\bno longer\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:auf(?:heb|gehob|hob)|abschaff|abgeschafft|aufgelöst|auflös|repeal|abolish|dissol)|"
    r"\b(?:hob|hoben|schafft\w*|löst\w*)\b.*\b(?:auf|ab)\b",
    re.IGNORECASE,
)
"""What was repealed exists no longer."""


def excused(clause: Clause, theirs: Clause, sentence: str) -> bool:
    """Whether something in one of them may stand for the no that only the other one says.

    ``clause`` is what a host says, ``theirs`` what the article has in its ``sentence``.
    """
    saying, other = (clause, theirs) if clause.no else (theirs, clause)
    if _NOT_ONCE.search(saying.text) and _ONCE.search(other.text):
        return False
    best = _BEST.search(other.text) is not None
    if other.mock or (best and any(pattern.search(saying.text) for pattern in (_NONE_BETTER, _NEVER))):
        return True
    if clause.no:
        if _GONE.search(clause.text) and _ENDED.search(sentence):
            return True
        if _UN.search(clause.text):
            return True  # "Ungefährlich war das nicht": two make a yes
        denied = clause.focus & clause.predicates & theirs.predicates
        own = clause.hidden - {"no", "nein"}
        hidden = bool(theirs.hidden) and not (own and denied)  # "schloss aus", "nicht ausgeschlossen"
        return hidden or any(pattern.search(theirs.text) for pattern in (UNTIL, _PREFIXED))
    if _LIKE_OTHERS.search(theirs.text) or _INDEED.search(clause.text):
        return True
    said = sentence.casefold()
    hidden = (
        any(word not in said for word in clause.hidden - theirs.hidden)
        or _PREFIXED.search(clause.text) is not None
    )
    return hidden or _VOTED.search(clause.text) is not None
