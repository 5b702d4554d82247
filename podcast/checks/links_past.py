"""Does a sentence tell something as a fact that happened? By its tense, its mood and who it is about. Pure."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.checks.talk import is_question, tagged

__all__ = ["states"]

_PERSONAL = {
    "de": re.compile(
        r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*|du|dir|dich|dein\w*|ihr|euch|eu(?:er|re)\w*|man|jemand|niemand|"
        r"keiner|wer|alle|hier|heute|folge|sendung|episode|klingt|hätte\w*|wäre\w*|würde\w*|könnte\w*|müsste\w*|sollte\w*|dürfte\w*|muss|mag|soll|"
        r"wohl|vielleicht|bestimmt|sicher|vermutlich|wahrscheinlich|offenbar|anscheinend|hoffentlich|angeblich|wenn|falls)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:i|i['’]\w+|me|my|we|we['’]\w+|us|our|you|you['’]\w+|your|somebody|someone|nobody|anyone|who|everybody|"
        r"here|today|episode|would|could|should|might|must|may|probably|perhaps|maybe|surely|apparently|presumably|hopefully|"
        r"if|sounds|seems|['’]d)\b",
        re.IGNORECASE,
    ),
}
"""Who speaks of these speaks of the talk, or supposes: no statement about what happened."""
_THEREFORE = re.compile(
    r"(?:so|also|da|dann|that means|das heißt|in other words|mit anderen worten|kurz|sprich)\b|"
    r"(?:what|how|why|was|wie|warum)\b|"
    r"(?:\w+ ){0,3}\w+[,:] (?:what|how|why|was|wie|warum)\b",
    re.IGNORECASE,
)
"""What is concluded or announced is no news."""
_PAST = {
    "de": frozenset("hat haben hatte hatten ist sind war waren wurde wurden".split()),
    "en": frozenset("had has have was were".split()),
}
_ENGLISH_PAST = re.compile(r"(?:ed|ew|ove|ote|ade|ook|aid|old|ought|aught|ept|ent|elt|ost|ame|ave|an)$")
_MIN_WORDS = 5
_MODAL = frozenset("können müssen sollen wollen dürfen mögen werden can will shall may must".split())


_PRESENT = frozenset("ist sind bin seid kann darf mag will soll muss weiß tut".split())
"""Forms of the present that lack the infinitive's vowel and an ending."""


def states(sentence: str, language: str) -> bool:
    """Whether a sentence says of somebody or something else than the hosts that it did or was something."""
    if is_question(sentence) or _THEREFORE.match(sentence) or _PERSONAL[language].search(sentence):
        return False
    words = [word for word in tagged(sentence, language) if word.kind != "mark"]
    if len(words) < _MIN_WORDS or not any(word.kind in {"noun", "name"} for word in words):
        return False
    finite = [word for word in words if word.kind == "verb"]
    participle = any(word.kind == "participle" for word in words)
    passive = {"wurde", "wurden", "wird", "werden"} if participle else set()
    if any(word.lemma in _MODAL and word.text.casefold() not in passive for word in finite):
        return False
    if passive & {word.text.casefold() for word in finite}:
        return True
    if participle and any(word.text.casefold() in _PAST[language] for word in words):
        return True
    if language == "en":
        return any(
            _ENGLISH_PAST.search(word.text.casefold())
            for word in finite
            if word.text.casefold() != word.lemma
        )
    return any(
        word.text.casefold() in {"war", "waren", "hatte", "hatten"} or _preterite(word.text, word.lemma)
        for word in finite
    )


def _preterite(text: str, lemma: str) -> bool:
    """Whether a German verb form is in the past: "-te", or another vowel than the infinitive's."""
    low = text.casefold()
    root = lemma.removesuffix("en").removesuffix("n")
    if low.endswith(("te", "ten", "test", "tet")) and low.startswith(root) and not root.endswith("t"):
        return True
    strong = low.removesuffix("en").removesuffix("n")
    return (
        not low.endswith(("t", "ß", "e"))
        and low not in _PRESENT
        and not strong.startswith(root[:2] + root[2:3])
    )
