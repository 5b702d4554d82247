"""Short sentences that claim something: whoever hears one may ask in what way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.grammar import COPULA, Word
from podcast.writing import cuewords

__all__ = ["is_claim"]

CLAIM_WORDS = 20
JUDGING = {
    "de": {"kein", "keine", "nichts", "alles"},
    "en": {"no", "nothing", "never"},
}
HEDGED = {
    "de": {
        "selten",
        "kaum",
        "nie",
        "oft",
        "meist",
        "lange",
        "einst",
        "meistens",
        "manchmal",
        "häufig",
        "nicht",
    },
    "en": {"rarely", "hardly", "never", "often", "mostly", "once", "sometimes", "usually", "not"},
}
UNMASKS = re.compile(r"\b(?:ist|sind|war|waren|is|are|was|were) in (?:Wahrheit|Wirklichkeit|truth|reality)\b")


def is_claim(text: str, words: Sequence[Word], language: str) -> bool:
    """Whether a sentence says what something is like, or what it is in truth: what follows explains it."""
    unmasks = bool(UNMASKS.search(text)) and len(words) <= CLAIM_WORDS
    return unmasks or _says_what_like(words, language)


def _says_what_like(words: Sequence[Word], language: str) -> bool:
    """A short sentence that says what something is like: what follows explains it."""
    if not words or len(words) > CLAIM_WORDS or words[-1].text in "?:":
        return False
    if words[0].lemma in {"es", "it", "there"} or words[0].kind == "subordinator":
        return False
    if words[0].kind in {"article", "preposition"} and words[1].lemma in cuewords.ANSWERS:
        return False  # "The answer is an old rule": it answers, and says in what way
    if any(word.kind == "number" for word in words):
        return False  # it measures: nobody asks in what way
    verbs = [index for index, word in enumerate(words) if word.kind == "verb"]
    if len(verbs) != 1:
        return False
    verb = words[verbs[0]].text.lower()
    looks = verb not in COPULA[language]
    if looks and not _looks(words, verbs[0], language):
        return False
    if language == "en" and any(word.text.endswith("ing") for word in words[verbs[0] + 1 : verbs[0] + 3]):
        return False  # "they were sitting": they did something
    if any(word.text in {",", ":"} for word in words[: verbs[0]]):
        return False
    rest = [word for word in words[verbs[0] + 1 :] if word.kind != "mark"]
    if any(word.text.lower() in HEDGED[language] for word in rest) or (
        rest and rest[-1].kind == "participle"
    ):
        return False
    return (
        looks
        or _is_mere_noun(rest, language)
        or any(
            word.kind in {"adverb", "adjective"} or word.text.lower() in JUDGING[language] for word in rest
        )
    )


def _is_mere_noun(rest: Sequence[Word], language: str) -> bool:
    """Whether something is said to be a thing without an article ("was competence"), which nobody is by trade."""
    mere = language == "en" and len(rest) == 1 and rest[0].kind == "noun"
    return mere and not rest[0].text.endswith(("or", "er", "ent", "man", "ary", "s"))


LINKING = {
    "de": {"klingt", "klang", "wirkt", "wirkte", "blieb", "bleibt"},
    "en": {"sounds", "sounded", "looks", "looked", "seemed", "remained", "felt"},
}
LOOKING = {("fällt", "aus"), ("fiel", "aus"), ("sieht", "aus"), ("sah", "aus")}


def _looks(words: Sequence[Word], verb: int, language: str) -> bool:
    """Whether a verb other than "to be" says what something is like: "fiel scharf aus", "sounds simple"."""
    plain = [word.text.lower() for word in words if word.kind != "mark"]
    text = words[verb].text.lower()
    following = words[verb + 1].kind if verb + 1 < len(words) else ""
    if text in LINKING[language]:
        return following in {"adverb", "adjective"} or words[0].kind in {"adverb", "adjective"}
    return (text, plain[-1]) in LOOKING
