"""What a sentence does, read from its words: it asks, turns, concludes, quotes, reports, explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from podcast.grammar import Word
from podcast.writing import cuewords
from podcast.writing.claims import is_claim
from podcast.writing.quotations import QUOTE_CHARACTERS, SOURCE

__all__ = [
    "LEANING",
    "asks_itself",
    "holds_report",
    "is_question",
    "is_reported",
    "points_back",
    "signs_of",
    "starts_with",
]

LEANING = frozenset(
    {"leans", "turn", "second", "addition", "consequence", "conclusion", "contrast", "source"}
)
"""A sentence that does one of these is not understood without the one before it."""

QUESTION = re.compile(r"\?[!?….]*[\"“”»«’‘)\]]*$")
QUOTED_WHOLE = re.compile(r"^[„»\"“][^“”«\"„»]*[“”«\"]$")
"""Somebody else's question: nobody asks it but who quotes it."""

QUOTE = re.compile(rf"[„»\"“]([^“”«\"„]{{{QUOTE_CHARACTERS},}})[“”«\"]")
UNREAL = {"müssten", "müsste", "könnten", "könnte", "hätten", "hätte", "wären", "wäre", "würden", "würde", "dürften",
          "dürfte", "sollten", "sollte", "kämen", "käme"}  # fmt: skip
"""The second subjunctive: behind reported speech it goes on reporting, alone it is somebody's thought."""

ARTICLES = ("das", "ein", "eine", "einer", "one")
NAMED = {"noun", "adjective", "name", "number", "adverb"}
"""Before one of these "das" is an article and does not point back."""

GENERIC = {
    "de": {"was", "wer", "niemand", "beide", "jede", "jeder", "jedes", "keine", "kein", "keiner", "alle"},
    "en": {"what", "who", "whoever", "nobody", "no", "every", "everybody", "all", "neither"},
}
# The second subjunctive ("wäre", "käme") and pasts in -e are no reported speech.
NOT_REPORTING = re.compile(r"(?:te|rde|äre|äme|ände|ieße|inge|iebe|ähe|öge|ünde|äbe|öffe|iefe|üsse)$")
SUBJUNCTIVES = {"sei", "seien", "müsse", "möge", "dürfe", "könne", "solle", "wolle", "werde", "habe"}

# What a sentence announces at its end, to be named one by one ("nennen zwei Gründe").
SEVERAL = {
    "de": re.compile(
        r"\b(?:zwei|drei|vier|fünf|mehrere|verschiedene)(?: \w+en?)? [A-ZÄÖÜ]\w+(?: \w{2,5})?[.:]$"
    ),
    "en": re.compile(r"\b(?:two|three|four|five|several)(?: \w+)? (?:\w{3,}s|things)[.:]$"),
}
MEASURES = {
    "meter",
    "kilometer",
    "meile",
    "euro",
    "dollar",
    "prozent",
    "grad",
    "mile",
    "foot",
    "degree",
    "percent",
    "time",
}
_SIMPLE = (
    ("first", cuewords.FIRST),
    ("more", cuewords.MORE),
    ("turn", cuewords.TURN),
    ("reason", cuewords.REASON),
    ("example", cuewords.EXAMPLE),
    ("consequence", cuewords.CONSEQUENCE),
    ("conclusion", cuewords.CONCLUSION),
    ("addition", cuewords.ADDITION),
    ("second", cuewords.SECOND),
    ("next", cuewords.NEXT),
)


def starts_with(text: str, openers: Sequence[str]) -> bool:
    """Whether the text begins with one of these words or groups of words (whole words, any case)."""
    low = text.lower().lstrip("„“»\"'‚([ ")
    for opener in openers:
        word = opener.rstrip()
        if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
            return True
    return False


def is_question(text: str) -> bool:
    """Whether a text asks; a quotation that asks and goes on does not."""
    return bool(QUESTION.search(text))


def asks_itself(text: str) -> bool:
    """Whether a text asks on its own account: a quotation at its end that asks does so for somebody else."""
    return is_question(text) and not re.search(r"\?[“”\"»«]$", text)


def _reporting(words: Sequence[Word], language: str) -> list[bool]:
    """For each finite verb in its order, whether it is in the subjunctive of reported speech ("bleibe aus", "sei")."""
    if language != "de" or any(word.text.lower() == "ich" for word in words):
        return []
    found = []
    for word in words:
        text = word.text.lower()
        if text in SUBJUNCTIVES:
            found.append(True)
        elif word.kind == "verb":
            subjunctive = text.endswith("e") and not NOT_REPORTING.search(text)
            found.append(subjunctive and word.lemma.startswith(text[:-1]))
    return found


def is_reported(words: Sequence[Word], language: str) -> bool:
    """German reports what others say in the subjunctive ("bleibe aus"): it is their claim, not the article's.

    What counts is the first finite verb; a "sei" further on has its own "sagte" before it. Where the first verb has no
    such form of its own ("müssten nun Fragen beantworten, für die ihnen das Wissen fehle"), the next one tells.
    """
    found = _reporting(words, language)
    return found[:1] == [True] or (_is_unreal(words, language) and any(found))


def _is_unreal(words: Sequence[Word], language: str) -> bool:
    verb = next((word for word in words if word.kind == "verb"), None)
    return language == "de" and verb is not None and verb.text.lower() in UNREAL


def holds_report(words: Sequence[Word], language: str) -> bool:
    """Whether anything in a sentence is reported speech: then no half of it may be said without the other."""
    return any(_reporting(words, language))


def points_back(words: Sequence[Word]) -> bool:
    """Whether there is a "das" that belongs to no noun: it means the sentence before, whatever the tagger calls it."""
    kinds = {"noun", "adjective", "name", "number"}
    return any(
        word.text.lower() == "das" and word.kind != "relative" and after.kind not in kinds
        for word, after in pairwise(words)
    )


def _is_fragment(words: Sequence[Word], language: str) -> bool:
    """No finite verb but in a relative clause: "Ein Theater, in dem …". It belongs to the sentence before."""
    verbs = [index for index, word in enumerate(words) if word.kind == "verb"]
    if not verbs or words[0].kind in {"subordinator", "question", "relative"}:
        return False
    if language == "en" and len(verbs) > 1:
        return False
    before = words[: verbs[0]]
    opened = any(word.kind in {"relative", "subordinator"} for word in before) and any(
        w.text == "," for w in before
    )
    return opened and not any(a.text == "," and b.kind == "verb" for a, b in pairwise(words))


def _is_past(words: Sequence[Word], language: str) -> bool:
    """Whether the first finite verb is in the past tense, by its form against its lemma."""
    verb = next((word for word in words if word.kind == "verb"), None)
    if verb is None:
        return False
    text = verb.text.lower()
    if text in cuewords.PRESENT[language] or text == verb.lemma:
        return False
    if language == "en":
        return text == "was" or not text.endswith("s")
    return text in cuewords.PAST_IN_T or not text.endswith("t")


def _is_before(words: Sequence[Word], language: str) -> bool:
    """Whether a sentence goes back behind what was told: "hatte Arbeiter gewonnen", "had warned"."""
    verb = next((index for index, word in enumerate(words) if word.kind == "verb"), None)
    if verb is None or words[verb].text.lower() not in {"hatte", "hatten", "had"}:
        return False
    return any(word.kind == "participle" for word in words[verb + 1 :])


def _is_year(word: Word) -> bool:
    return word.kind == "number" and len(word.text) == 4 and word.text.isdigit()


def signs_of(text: str, words: Sequence[Word], language: str) -> set[str]:
    """The signs of a text: names as in :class:`podcast.writing.beats.Beat`."""
    signs = {name for name, table in _SIMPLE if starts_with(text, table[language])}
    plain = [word.text.lower() for word in words if word.kind != "mark"]
    first = plain[:6]
    anaphora = cuewords.ANAPHORA[language]
    article = first[:1] in ([word] for word in ARTICLES) and len(words) > 1 and words[1].kind in NAMED
    if first and not article and (first[0] in anaphora or " ".join(first[:2]) in anaphora):
        signs.add("leans")
    if any(word in first[1:] for word in cuewords.CONTRAST_INSIDE[language]):
        signs.add("contrast")
    if first[:1] == ["nur"] and len(words) > 1 and words[1].kind == "verb":
        signs.add("turn")  # "Nur hatte niemand gefragt": else it only counts
    # "Weil … , …" answers nothing: the reason stands in the sentence itself.
    if first[:1] in (["weil"], ["denn"]):
        signs.discard("reason")
    if first[:1] == ["etwa"] and len(words) > 1 and words[1].kind == "number":
        signs.discard("example")
    # "Instead of a speech, …" turns nothing; "Damit sie …" is a purpose.
    if first[:2] == ["instead", "of"]:
        signs.discard("turn")
    if first[:1] == ["damit"] and not any(word.kind == "verb" for word in words[1:3]):
        signs.discard("conclusion")
    if is_question(text) and not QUOTED_WHOLE.match(text):
        signs.add("question")
    if any(word.lemma in cuewords.TIME_NOUNS[language] or _is_year(word) for word in words[:7]):
        signs.add("dated")
    if QUOTE.search(text):
        signs.add("quote")
    elif is_claim(text, words, language):
        signs.add("claim")
    if SOURCE.match(text):
        signs.add("source")
    tagged = any(word in cuewords.REPORTING[language] for word in plain) or ", so " in text
    if is_reported(words, language) and not tagged:
        signs.add("reported")
    if _is_unreal(words, language):
        signs.add("unreal")
    announced = words[-2].lemma if len(words) > 1 else ""
    if SEVERAL[language].search(text) and announced not in cuewords.TIME_NOUNS[language] | MEASURES:
        signs.add("several")
    if _is_fragment(words, language):
        signs.add("fragment")
    if any(word.kind == "number" for word in words):
        signs.add("number")
    if _is_past(words, language):
        signs.add("past")
    if _is_before(words, language):
        signs.add("before")
    return signs
