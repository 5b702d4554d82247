"""Joints: commas at which the second half of a sentence answers a question by its grammar alone.

"Er verlor, weil das Gericht nicht zählte." – "Er verlor." – "Warum?" – "Weil das Gericht nicht zählte." No word is
changed, and the answer cannot miss the question. But a question takes the first half as a plain fact; so there is no
joint where the sentence denies, hedges or only reports it, or where the comma does something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from podcast.grammar import COPULA, Word

__all__ = ["JOINTS", "announced", "bare_joint_at", "joint_at"]

JOINTS = {
    "why": "ask_why",
    "purpose": "ask_purpose",
    "instead": "ask_instead",
    "namely": "ask_namely",
    "how": "ask_how",
}
"""The kinds of joints and the templates that ask there."""

LEAST_BEFORE, LEAST_AFTER = 2, 3
LEAST_INSTEAD = 5
"""Words on either side of a joint; behind "sondern" a whole phrase."""

NEGATIONS = {
    "de": {
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemand", "nichts", "weder",
        "kaum",
    },
    "en": {"not", "no", "never", "nobody", "nothing", "neither", "hardly"},
}  # fmt: skip
NOT_ONLY = {
    "nur",
    "allein",
    "bloß",
    "only",
    "just",
    "merely",
    "so",
    "zwar",
    "deshalb",
    "daher",
    "darum",
    "zu",
    "too",
}
# A reason may belong to one of these alone; and as a plain fact the first half would say more than it does.
HEDGES = {
    "de": {
        "selten", "meist", "meistens", "oft", "manchmal", "auch", "schon", "wohl", "angeblich", "offenbar",
        "vermutlich",
        "mutmaßlich", "offiziell", "gerade", "teils", "weniger", "vielleicht", "womöglich", "genug",
        "besonders", "mehr",
        "eher", "vor", "sogar", "erst", "fast", "wahrscheinlich", "scheinbar", "anscheinend",
    },
    "en": {
        "rarely", "supposedly", "reportedly", "mostly", "also", "partly", "often", "perhaps", "probably",
        "apparently",
        "allegedly", "enough", "even", "more", "less", "especially", "seldom", "usually",
    },
}  # fmt: skip
# Somebody's view would become the host's fact.
OPINION = {
    "de": {
        "nennen", "halten", "gelten", "vorwerfen", "werfen", "fürchten", "meinen", "kritisieren", "finden",
        "glauben",
        "reichen", "ausreichen", "bezeichnen", "loben", "warnen", "sehen", "betrachten", "sollen", "sagen",
        "erklären",
    },
    "en": {"call", "see", "fear", "think", "believe", "say", "regard", "consider", "criticise", "criticize", "argue"},
}  # fmt: skip
LATER = {"später", "wieder", "danach", "erneut", "ehrlich", "genau", "kurz"}
WHY = {"de": {"weil", "da"}, "en": {"because"}}


def joint_at(words: Sequence[Word], place: int, language: str) -> str:
    """The kind of joint at the comma ``words[place]``; ``""`` where there is none.

    The first half must be one main clause: one finite verb, and no clause in it that the second could belong to.
    """
    left, right = words[:place], words[place + 1 :]
    said = {word.text.lower() for word in left if word.kind != "mark"}
    if len(said) < LEAST_BEFORE or sum(word.kind != "mark" for word in right) < LEAST_AFTER:
        return ""
    if any(word.text in ";:–—" for word in right) or not _is_plain_fact(left, said, language):
        return ""
    if NEGATIONS[language] & said:
        return "instead" if language == "de" and _corrects(right) else ""
    opener = right[0].text.lower()
    if right[0].kind == "subordinator" and opener in WHY[language] and _is_whole_reason(right, language):
        return "why"
    if language == "de" and not {word.text.lower() for word in right} & LATER and not _has_year(right):
        infinitive = any(word.kind == "to" or word.text.lower() == "zu" for word in right)
        if (opener == "damit" and right[0].kind == "subordinator") or (opener == "um" and infinitive):
            return "purpose"
        if opener == "nämlich":
            return "namely"
        if opener == "indem" and not any(word.text == "," for word in right):
            return "how"
    return ""


BARE_LEAST_BEFORE = 4
NOT_BEFORE_BECAUSE = {
    "only",
    "just",
    "not",
    "partly",
    "largely",
    "mainly",
    "simply",
    "mostly",
    "and",
    "or",
    "but",
    "perhaps",
}


def bare_joint_at(words: Sequence[Word], place: int, language: str) -> str:
    """The same at a word: English gives its reasons without a comma ("They met at night because …")."""
    word = words[place]
    if language != "en" or word.text != "because" or words[place - 1].text.lower() in NOT_BEFORE_BECAUSE:
        return ""
    left, right = words[:place], words[place:]
    said = {word.text.lower() for word in left if word.kind != "mark"}
    if len(said) < BARE_LEAST_BEFORE or sum(word.kind != "mark" for word in right) < LEAST_AFTER:
        return ""
    if any(word.text in ";:–—" for word in right) or NEGATIONS["en"] & said or right[1].text.lower() == "of":
        return ""
    return "why" if _is_plain_fact(left, said, language) else ""


def _is_plain_fact(left: Sequence[Word], said: set[str], language: str) -> bool:
    verbs = [word for word in left if word.kind == "verb"]
    if len(verbs) != 1 or any(word.kind == "mark" and word.text not in {"'", "’"} for word in left):
        return False
    if left[0].kind in {"subordinator", "relative", "question", "conjunction", "verb"}:
        return False
    lemmas = {
        word.lemma
        for word, after in pairwise((*left, None))
        if word is not None
        and word.kind in {"verb", "participle", "particle"}
        and not (word.lemma == "call" and after is not None and after.kind == "particle")  # "called off"
    }
    return not (NOT_ONLY | HEDGES[language]) & said and not lemmas & OPINION[language]


def _corrects(right: Sequence[Word]) -> bool:
    """A "sondern" and a phrase of its own; a genitive ("sondern der Physik") hangs on the first half's noun."""
    plain = [word for word in right if word.kind != "mark"]
    if plain[0].text.lower() != "sondern" or len(plain) < LEAST_INSTEAD:
        return False
    return plain[1].text.lower() not in {"der", "des", "dem"}


def _is_whole_reason(right: Sequence[Word], language: str) -> bool:
    """The rest of the sentence is the reason and nothing else: no source, no main clause that goes on behind it."""
    if language == "en":
        return not any(word.text.lower() == "of" for word in right[1:2])
    plain = [word for word in right if word.kind != "mark"]
    verbs = [index for index, word in enumerate(plain) if word.kind == "verb"]
    if not verbs or verbs[0] <= 1 or any(plain[index].lemma in OPINION["de"] for index in verbs):
        return False
    ends_with_verb = plain[-1].kind in {"verb", "participle"}
    first_clause_whole = not any(word.kind == "conjunction" for word in plain[verbs[0] :])
    return ends_with_verb and first_clause_whole


def _has_year(words: Sequence[Word]) -> bool:
    return any(word.kind == "number" and len(word.text) == 4 and word.text.isdigit() for word in words)


ANNOUNCING = {
    "zwei", "drei", "vier", "dreierlei", "zweierlei", "satz", "regel", "maßstab", "frage", "lehre", "grund",
    "ding", "folge",
    "plan", "ziel", "idee", "antwort", "problem", "unterschied", "weg", "mittel", "bedingung", "vorteil",
    "nachteil", "tausch", "kompromiss", "vorschlag", "angebot", "ausweg", "einwand",
    "two", "three", "four", "sentence", "rule", "question", "lesson", "reason", "thing", "aim", "idea",
    "condition", "change", "difference", "bargain", "offer", "compromise", "proposal", "catch",
}  # fmt: skip
"""Nouns (and their numbers) that promise something: it stands behind the colon."""


def announced(words: Sequence[Word]) -> str:
    """The template that asks behind a colon: for what was counted or named, for what something is like; or ``""``."""
    plain = [word for word in words if word.kind != "mark"]
    if not plain or plain[-1].text.lower() in {"genug", "enough"}:
        return ""
    lemmas = {word.lemma for word in plain[-4:]} | {word.text.lower() for word in plain[-4:]}
    noun = (
        plain[-2] if len(plain) > 1 and plain[-1].kind == "particle" else plain[-1]
    )  # "boten einen Tausch an"
    if noun.kind == "noun" and lemmas & ANNOUNCING:
        return "ask_colon_noun"
    copula = any(word.text.lower() in COPULA["de"] | COPULA["en"] for word in plain)
    return "ask_colon_how" if copula and plain[-1].kind == "adverb" else ""
