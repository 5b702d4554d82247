"""Phrases that a host may take out of a sentence and say back, in just the form that the sentence gives them.

German inflects: a name put into a new sentence may need another case. So nothing here is put together; a phrase
is the article's own, from its first to its last word, and stands alone in the question ("Und für Europa?").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.grammar import COPULA, Word
from podcast.writing import cuewords

__all__ = ["Topic", "topic_of", "what_question"]

MAX_TOPIC_WORDS = 7
IN_A_TOPIC = {"preposition", "article", "adjective", "noun", "name", "number", "determiner", "adverb"}
GENERAL_PLACES = {"in", "im", "auf", "bei", "unter", "aus", "on", "at", "among", "within", "across"}


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence puts first.

    ``kind``: ``actor`` (a name), ``group`` (an article and a noun), ``for`` (for whom), ``now``, ``future``,
    ``next``, ``time``, ``place``.
    ``phrase`` begins lower case unless it begins with a noun, a name or a figure.
    """

    kind: str
    phrase: str


def _phrase(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words).replace(" .", ".")
    return text if words[0].kind in {"noun", "name", "number"} else text[:1].lower() + text[1:]


def _first_place(words: Sequence[Word], language: str) -> list[Word]:
    """The words before the finite verb (German) or before the first comma or the verb (English)."""
    found: list[Word] = []
    for word in words:
        if word.kind == "verb" or (language == "en" and word.text == ","):
            break
        is_and = word.kind == "conjunction" and found and word.text.lower() in {"und", "and"}
        if word.text == "." and found and found[-1].kind == "number":
            found.append(word)
            continue
        if word.kind not in IN_A_TOPIC and not is_and:
            return []
        found.append(word)
    else:
        return []
    while found and found[-1].text.lower() in cuewords.CONTRAST_INSIDE[language]:
        found.pop()
    return found if len(found) <= MAX_TOPIC_WORDS else []


def topic_of(words: Sequence[Word], language: str) -> Topic | None:
    """What the sentence puts first, where a host may ask for it; ``None`` where it may not be asked."""
    first = _first_place(words, language)
    if not first:
        return None
    phrase = _phrase(first)
    low = phrase.lower()
    for kind, table in (("now", cuewords.NOW), ("future", cuewords.FUTURE), ("next", cuewords.NEXT)):
        if low in table[language]:
            return Topic(kind, phrase)
    if all(word.kind == "name" for word in first):
        own = language == "de" and any(word.text.endswith(("s", "'", "’")) for word in first[-1:])
        return None if own or len(first) > 3 else Topic("actor", phrase)
    if (
        language == "de"
        and len(first) == 2
        and low.split()[0] in {"der", "die", "das"}
        and first[1].kind == "noun"
    ):
        return Topic("group", phrase)
    if _is_bare_plural(words, first, language):
        return Topic("group", phrase)
    if first[0].kind != "preposition":
        return None
    nouns = [word for word in first if word.kind in {"noun", "name"}]
    if language == "en" and not _english_phrase_ends(words, first):
        return None
    if first[0].text.lower() == cuewords.FOR[language]:
        timed = any(word.lemma in cuewords.TIME_NOUNS[language] for word in nouns)
        return Topic("for", phrase) if nouns and not timed else None
    year = any(word.kind == "number" and len(word.text) == 4 for word in first)
    if year or any(word.lemma in cuewords.TIME_NOUNS[language] for word in nouns):
        return Topic("time", phrase)
    if first[0].text.lower() in GENERAL_PLACES and any(word.kind == "name" for word in nouns):
        return Topic("place", phrase)
    return None


def _is_bare_plural(words: Sequence[Word], first: Sequence[Word], language: str) -> bool:
    """Whether things stand first, without an article ("Neue Vorschriften stehen …"): no case can be wrong there."""
    if (
        first[-1].kind != "noun"
        or any(word.kind not in {"adjective", "noun"} for word in first)
        or len(first) > 2
    ):
        return False
    verb = next((word for word in words if word.kind == "verb"), None)
    last = first[-1]
    if language == "en":
        return last.text.endswith("s") and last.text.lower() != last.lemma
    plural = verb is not None and verb.text.lower().endswith(("en", "sind", "ten"))
    return plural and last.text.lower() != last.lemma and not last.text[0].isdigit()


def _english_phrase_ends(words: Sequence[Word], first: Sequence[Word]) -> bool:
    """English does not turn the verb round: only a comma shows that the opening phrase is over."""
    return len(words) > len(first) and words[len(first)].text == ","


CAUSED = re.compile(
    r"Dass (?P<what>[^,:;]+), (?P<verb>liegt|lag) (?:vor allem |auch |nur )?(?:am|an|daran)\b"
)
MOST_CAUSED_WORDS = 8


def what_question(text: str, words: Sequence[Word], language: str) -> str | None:
    """The question that a sentence of the form "X ist, dass …" answers: ``"Was ist X?"``; else ``None``.

    X stays in the case that it has, which is the nominative on both sides. "Dass Y, liegt an …" answers "Woran liegt
    es, dass Y?".
    """
    if (
        language == "de"
        and (caused := CAUSED.match(text))
        and len(caused["what"].split()) <= MOST_CAUSED_WORDS
    ):
        return f"Woran {caused['verb']} es, dass {caused['what']}?"
    verb = next((index for index, word in enumerate(words) if word.kind == "verb"), 0)
    subject = words[:verb]
    if not 2 <= len(subject) <= 5 or words[verb].text.lower() not in COPULA[language] | {"lautet", "lautete"}:
        return None
    if subject[0].kind not in {"article", "determiner"} or subject[-1].kind != "noun":
        return None
    if any(word.kind not in {"article", "determiner", "adjective", "noun", "name"} for word in subject):
        return None
    if subject[0].text.lower() in {
        "ein",
        "eine",
        "kein",
        "keine",
        "jeder",
        "jede",
        "jedes",
        "a",
        "an",
        "no",
        "every",
    }:
        return None
    if subject[-1].text.lower() in {"frage", "antwort", "question", "answer"}:
        return None
    rest = text[words[verb].end :].lstrip()
    if language == "de":
        answers = rest.startswith((", dass", ", zu ", ":", "nicht, ", "nur, ", "es, "))
        return f"Was {words[verb].text.lower()} {_phrase(subject)}?" if answers else None
    answers = rest.startswith(("that ", "to ", ": ", "not to ", "not that "))
    return f"What {words[verb].text.lower()} {_phrase(subject)}?" if answers else None
