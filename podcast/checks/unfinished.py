"""Does a sentence that has its full stop lack its end? "…, weil die Regierung." does; "Kein Zufall." does not.

Only what no German or English sentence can end in counts; a phrase without a verb is common in talk and fine.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.checks.talk import tagged
from podcast.grammar import Word

__all__ = ["lack"]

_NEVER_LAST = {
    "de": frozenset(
        "des im vom zum zur beim ins ans aufs fürs ums übers unters durchs hinters sowie sondern weil dass als obwohl "
        "während sodass sofern indem sobald für von wegen trotz zwischen seit bis in innerhalb außerhalb aufgrund "
        "mithilfe anstatt pro per kein sowohl weder entweder beziehungsweise und oder gegen am".split()
    ),
    "en": frozenset(
        "the a an and or but nor because although unless whereas than its their our my every whose per among despite "
        "amid via during towards toward upon if".split()
    ),
}
"""No statement ends in one of these; "Und?" and "Weil?" as prompts are another matter."""

_IDIOMS = {
    "de": re.compile(
        r"\b(?:na|ach) und$|\bdas im und$|\bFür und Wider$|\bje nachdem$|\boder$(?<=ja oder)", re.I
    ),
    "en": re.compile(r"\b(?:as if|even if|what if|no ifs?, ands? or buts?|and then some)$", re.I),
}

_INDEFINITE = frozenset("ein eine einen einem einer eines".split())
_DEFINITE = frozenset("der die das den dem".split())
"""After a preposition or a noun, at the end, articles without their noun; elsewhere pronouns ("Das weiß nur der.")."""
_POSSESSIVE = frozenset("seinen seinem ihrem meinen meinem unseren unserem".split())
_ALONE = frozenset(
    "anderen anderer beiden meisten einzelnen ersten zweiten letzten vielen wenigen einen".split()
)
"""Adjectives that stand for a noun ("die Sache der anderen")."""

_HALF_VERBS = frozenset("an auf aus mit nach vor zu um über unter bei durch ab hinter neben".split())
"""Prepositions that also end a sentence as half of a verb ("Er gab auf.")."""
_HELPERS = frozenset(
    "hat haben habe hatte hatten wird werden wurde wurden würde würden soll sollen sollte sollten muss müssen musste "
    "mussten kann können konnte konnten will wollen wollte wollten darf dürfen durfte durften".split()
)
"""With one of these as its only verb, a sentence does not end in half of a verb ("Sie mussten vor.")."""
_WAITING = frozenset(
    "hat hatte hatten wurde wurden wird musste mussten konnte konnten sollte sollten".split()
)
"""At the end of a main clause these wait for their other half ("Der Satz wurde.")."""

_SUBORDINATORS = {
    "de": frozenset(
        "weil dass obwohl nachdem sodass wenn falls sobald indem warum weshalb wieso was wer".split()
    ),
    "en": frozenset("because although unless whereas".split()),
}
_WITHOUT_VERB = {
    "de": re.compile(
        r"\b(?:weil|obwohl) (?:eben|halt|nun mal|zu|so|nicht|auch)\b|\bohne dass\b|\b(?:was|wer) (?:für|auch|sonst)\b|"
        r"\bwenn (?:auch|nicht|überhaupt|schon|nur|möglich|nötig|gar)\b|\b(?:etwas|irgend)was\b",
        re.I,
    ),
    "en": re.compile(r"\bbecause of\b|\balthough not\b", re.I),
}
_VERBAL = frozenset({"verb", "participle"})
_SUBJECTS = frozenset({"article", "pronoun", "name"})
_OPENS_CLAUSE = frozenset({"subordinator", "relative", "question", "comparison"})

_PAIRS = {
    "de": (("sowohl", r"\bals\b|\bwie\b"), ("weder", r"\bnoch\b"), ("entweder", r"\boder\b")),
    "en": (("either", r"\bor\b"), ("neither", r"\bnor\b")),
}

_STRANDED = re.compile(
    r"\b(?:what|which|who|whom|whose|where|that|to|there|how|nothing|something|anything|all)\b", re.I
)
_PREPOSITIONS_EN = frozenset("of for with from into at by".split())


def lack(sentence: str, language: str) -> str:
    """What the end of the sentence waits for, as words to be named ("" where it is whole).

    ``sentence`` ends in a mark; questions are asked only for articles and prepositions without a noun.
    """
    words = [word for word in tagged(sentence, language) if word.kind != "mark" or word.text in ",:;"]
    if not words:
        return ""
    if words[-1].text in ",;":
        return words[-1].text
    spoken = [word for word in words if word.kind != "mark"]
    if len(spoken) < 3 or _IDIOMS[language].search(sentence.rstrip(".!?… ")):
        return ""
    question = sentence.rstrip(' "“”»«').endswith("?")
    return (
        _last_word(spoken, language, question=question)
        or ("" if question else _clause(words, language))
        or ("" if question else _pair(spoken, language))
    )


def _last_word(words: Sequence[Word], language: str, *, question: bool) -> str:
    last, before = words[-1], words[-2]
    if last.text in _NEVER_LAST[language]:
        return "" if question and last.kind not in {"article", "preposition"} else last.text
    if language == "de":
        return _last_german(words, question=question)
    if last.text == "his" and before.kind == "verb" and before.lemma != "be" and not question:
        return last.text  # "and pays his."
    if last.text in _PREPOSITIONS_EN and not question:
        if not any(word.kind in _VERBAL for word in words):
            return last.text
        noun = before.kind in {"noun", "adjective", "number", "name"}
        if noun and not _STRANDED.search(" ".join(word.text for word in words[:-1])):
            return last.text
    return ""


def _last_german(words: Sequence[Word], *, question: bool) -> str:
    last, before = words[-1], words[-2]
    if before.kind == "preposition" and last.text in _INDEFINITE | _DEFINITE:
        return f"{before.text} {last.text}"
    if before.kind in {"verb", "preposition"} and last.text in _POSSESSIVE and not question:
        return f"{before.text} {last.text}"
    if (
        before.kind in {"noun", "number"}
        and last.kind == "article"
        and last.text in _INDEFINITE | {"der", "dem"}
    ):
        return last.text
    if len(words) > 3 and last.kind == "adjective" and last.text.endswith("en") and last.text not in _ALONE:
        genitive = before.text in {"der", "des", "einer", "eines"}
        if genitive and words[-3].kind == "noun":
            return f"{before.text} {last.text}"
    if last.text in _HALF_VERBS and not question:
        verbs = [word.text.lower() for word in words if word.kind in _VERBAL or _infinite(word, "de")]
        if last.kind == "preposition" or (len(verbs) == 1 and verbs[0] in _HELPERS):
            return last.text
        if not verbs and len(words) > 3:
            return last.text
    return ""


def _clause(words: Sequence[Word], language: str) -> str:
    """The subordinate clause at the end, where it has somebody in it and no verb at all."""
    at = max((n for n, word in enumerate(words) if word.text.lower() in _SUBORDINATORS[language]), default=-1)
    rest = [word for word in words[at + 1 :] if word.kind != "mark"] if at >= 0 else []
    clause = " ".join(word.text for word in words[at:])
    if not rest or _WITHOUT_VERB[language].search(clause):
        return _waiting(words) if language == "de" else ""
    opener = words[at].text.lower()
    if any(word.text.lower() == opener for word in words[:at]):
        return ""  # one verb for two clauses: "was die Gegner sagen, und was die Anhänger"
    bare = not any(word.kind in _VERBAL or _infinite(word, language) for word in rest)
    return clause if bare and any(word.kind in _SUBJECTS for word in rest) else ""


def _waiting(words: Sequence[Word]) -> str:
    """The helper at the end of a main clause that has no other verb: "Wer blockieren wollte, musste."."""
    last, before = words[-1], words[-2]
    if last.text not in _WAITING:
        return ""
    if before.text == ",":
        return last.text
    simple = not any(word.kind in _OPENS_CLAUSE | {"mark"} for word in words)
    others = [word for word in words[:-1] if word.kind in _VERBAL or _infinite(word, "de")]
    return last.text if simple and not others else ""


def _infinite(word: Word, language: str) -> bool:
    """May this be an infinitive or an "-ing", which the grammar does not name?"""
    if word.kind not in {"other", "adverb", "adjective"}:
        return False
    return word.text.endswith(("n", "t")) if language == "de" else True


def _pair(words: Sequence[Word], language: str) -> str:
    """The first half of "weder … noch" where the second is missing."""
    text = " ".join(word.text for word in words)
    for first, second in _PAIRS[language]:
        found = re.search(rf"\b{first}\b", text, re.I)
        if found and language == "de" and not re.search(second, text[found.end() :]):
            return found[0]
    return ""
