"""What makes a sentence pointed: it corrects, it speaks of everybody, the article announces it as its own point."""

from __future__ import annotations

from collections.abc import Sequence

from podcast.grammar import Word
from podcast.writing.beats import Beat
from podcast.writing.cuewords import REPORTING
from podcast.writing.signs import GENERIC

__all__ = ["concludes", "corrects", "is_by_author", "is_generic"]

ANNOUNCING_WORDS = 2
ANNOUNCERS = {
    "antwort", "punkt", "paradox", "lehre", "fazit", "wahrheit", "kern", "answer", "point", "lesson", "truth",
}  # fmt: skip
"""Who announces one of these says the article's own conclusion behind the colon."""

THOUGHTS = {
    "gedanke", "idee", "satz", "these", "argument", "meinung", "begründung", "logik", "formel", "botschaft", "idea",
    "thought", "claim", "theory", "message", "logic",
}  # fmt: skip
"""Behind the colon stands somebody's thought, and the article only reports it."""

SAYS_SO = {("das", "ist"), ("das", "war"), ("dies", "ist"), ("that", "is"), ("this", "is"), ("that", "was")}

CORRECTING = {"de": ("sondern",), "en": ("rather",)}


def is_by_author(announcing: Sequence[Word], language: str) -> bool:
    """Whether the article itself speaks behind this colon; a longer announcement may quote somebody."""
    lemmas = {word.lemma for word in announcing}
    if lemmas & THOUGHTS:
        return False
    if {word.lemma for word in announcing[:2]} & ANNOUNCERS and not _belongs_to(announcing):
        return not {word.text.lower() for word in announcing} & REPORTING[language]
    if any(word.kind == "name" or word.text.lower() in REPORTING[language] for word in announcing):
        return False
    if len(announcing) > 1 and (announcing[0].text.lower(), announcing[1].text.lower()) in SAYS_SO:
        return True
    last = [word for word in announcing if word.kind != "mark"][-1]
    if last.kind == "verb":
        return True  # "und er wächst: Jedes Jahr …"
    return len(announcing) <= ANNOUNCING_WORDS + 1 or bool(lemmas & ANNOUNCERS)


def _belongs_to(announcing: Sequence[Word]) -> bool:
    """Whether somebody's answer is announced, and not the article's own ("Die Antwort Moskaus:")."""
    behind = announcing[2:3]
    return bool(behind) and (
        behind[0].kind == "name" or behind[0].text.lower() in {"der", "des", "from", "of", "von"}
    )


def corrects(beat: Beat, language: str) -> bool:
    """Whether a beat sets one thing against another ("kein …, sondern …", "leichter … als …")."""
    words = [word.text.lower() for word in beat.all_words]
    if any(word in CORRECTING[language] for word in words):
        return True
    compared = [
        n
        for n, word in enumerate(beat.all_words)
        if (
            words[n] in {"weniger", "eher", "less", "rather"}
            and words[n + 1 : n + 2] not in (["als"], ["than"])
        )
        or (word.kind == "adverb" and words[n].endswith("er") and word.lemma != words[n])
    ]
    if not compared or not any(word in {"als", "than"} for word in words[compared[0] :]):
        return False
    # "dünner als ein Haar" describes; "nicht sicherer als drei andere" corrects.
    at_once = words[compared[0] + 1 : compared[0] + 2] in (["als"], ["than"])
    return not at_once or any(word.kind == "not" or word.lemma == "kein" for word in beat.all_words)


def concludes(beat: Beat, language: str) -> bool:
    """Whether a beat is what a story came to: it stood behind "So" ("So the plan … drew a line through …")."""
    return language == "en" and beat.sentence.text.startswith("So ") and beat.start == len("So ")


def is_generic(beat: Beat, language: str) -> bool:
    """Whether it begins with who or what may be anybody: "Wer …", "Niemand …", "What …"."""
    return beat.all_words[0].text.lower() in GENERIC[language]
