"""Figures and new things that a host may say back, in just the words of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.grammar import Word

__all__ = ["echo_of", "figure_of"]

QUANTIFIERS = {
    "de": {
        "über",
        "fast",
        "rund",
        "etwa",
        "knapp",
        "mehr",
        "als",
        "gut",
        "nur",
        "weniger",
        "mindestens",
        "bis",
        "zu",
    },
    "en": {
        "over",
        "almost",
        "about",
        "nearly",
        "more",
        "than",
        "only",
        "some",
        "at",
        "least",
        "fewer",
        "less",
    },
}
NOT_BEFORE_A_FIGURE = {
    "article",
    "determiner",
    "adjective",
    "number",
    "conjunction",
    "preposition",
    "not",
    "adverb",
}
"""After one of these the figure alone would say something else ("nicht einmal zehn", "neun von dreizehn")."""

UNITS = {
    "de": {"prozent", "millionen", "milliarden", "dollar", "euro", "stimmen", "million", "milliarde"},
    "en": {"percent", "million", "billion", "dollars", "votes", "trillion"},
}
OF_SOMETHING = {
    "weniger",
    "mehr",
    "höher",
    "niedriger",
    "länger",
    "less",
    "more",
    "fewer",
    "of",
    "higher",
    "lower",
}
"""Before one of these it is no figure of its own ("23 percent less water")."""

AMBIGUOUS = {"uhr", "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
             "november", "dezember", "january", "february", "march", "may", "june", "july", "october",
             "december"}  # fmt: skip


def figure_of(text: str, words: Sequence[Word], language: str, *, alone: bool = False) -> str | None:
    """A figure with its noun, exactly as it stands in ``text`` ("mehr als drei Stunden"); ``None`` without one.

    Years, dates and times of day are no figures in this sense. ``alone``: it may be said without the preposition
    before it ("mit bis zu 710 Dollar").
    """
    for index, word in enumerate(words):
        if (
            word.kind != "number"
            or index + 1 >= len(words)
            or not (word.text[0].isdigit() or len(word.text) > 3)
        ):
            continue
        end = index + 1
        while end < len(words) and (
            words[end].kind == "number"
            or words[end].lemma in UNITS[language]
            or (words[end].kind == "adjective" and end == index + 1)
        ):
            end += 1
        if end < len(words) and words[end].kind == "noun":
            end += 1
        if end + 1 < len(words) and words[end].kind == "conjunction" and words[end + 1].kind == "number":
            continue  # "14 Stunden und 13 Minuten": half of it would be another figure
        last = words[end - 1]
        if last.kind != "noun" or last.text.lower() in AMBIGUOUS or last.lemma in AMBIGUOUS:
            continue
        if word.end != words[index + 1].start - 1 or words[index - 1].text in {".", ","}:
            continue
        start = index
        while start > 0 and words[start - 1].text.lower() in QUANTIFIERS[language]:
            start -= 1
        cut = NOT_BEFORE_A_FIGURE - ({"preposition"} if alone else set())
        if start > 0 and words[start - 1].kind in cut:
            continue
        if end - start > 5 or (end < len(words) and words[end].text.lower() in OF_SOMETHING):
            continue
        return text[words[start].start : last.end]
    return None


ECHO_ARTICLES = {"de": {"ein", "eine", "einen", "einem", "einer"}, "en": {"a", "an"}}
MOST_BEHIND = 1
"""Words that may stand behind a phrase that ends a sentence: half of a German verb ("brachte eine Liste mit")."""

NOT_BEFORE_AN_ECHO = {"preposition", "conjunction", "comparison", "not", "adverb", "article"}

PER_TIME = re.compile(
    r" (?:am Tag|pro Tag|im Jahr|pro Jahr|im Monat|pro Monat|in der Stunde|a day|a year|an hour)$"
)


def echo_of(text: str, words: Sequence[Word], language: str) -> str | None:
    """What a sentence ends with and somebody may say back as a question: "Eine Liste?", "Bis zu 710 Dollar am Tag?".

    A figure with its noun, or something new with its adjective; in the case that it has, for so an echo is.
    """
    plain = [word for word in words if word.kind != "mark"]
    if len(plain) < 5 or not text.endswith("."):
        return None
    figure = figure_of(text, words, language, alone=True)
    if figure is not None and _is_last(text, figure):
        tail = text[text.rindex(figure) + len(figure) :].rstrip(".")
        return figure + tail if PER_TIME.match(tail) else figure
    behind = 0
    while behind <= MOST_BEHIND and plain[-1 - behind].kind != "noun":
        behind += 1
    if behind > MOST_BEHIND or (behind and plain[-1].kind not in {"particle", "participle", "verb"}):
        return None
    noun = len(plain) - 1 - behind
    start = noun - 1
    if plain[start].kind == "adjective":
        start -= 1
    exists = start > 0 and {word.text.lower() for word in plain[start - 1 : start + 1]} <= {
        "gibt",
        "gab",
        "es",
    }
    if exists and not behind:
        return text[plain[start + 1].start : plain[noun].end]
    if (
        plain[start].text.lower() not in ECHO_ARTICLES[language]
        or plain[start - 1].kind in NOT_BEFORE_AN_ECHO
    ):
        return None
    return text[plain[start].start : plain[noun].end]


def _is_last(text: str, figure: str) -> bool:
    """Whether a sentence ends with a figure, or with it and one word or a time."""
    tail = text[text.rindex(figure) + len(figure) :].rstrip(".")
    return len(tail.split()) <= MOST_BEHIND or bool(PER_TIME.fullmatch(tail))
