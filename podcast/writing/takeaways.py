"""What to remember of an article, in its own words: statements that are understood alone.

What makes a sentence worth taking along, in this order: it says what something is rather than what happened; it
corrects ("kein …, sondern …"); it is about the article's subject; it stands late in its section, where authors sum up.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from podcast.article import Section
from podcast.writing.beats import Beat, beats_of
from podcast.writing.centre import Centre
from podcast.writing.grammar import Word

__all__ = ["is_clear", "takeaways"]

LEAST_WORDS, MOST_WORDS = 8, 26
"""A sentence to remember is said in one breath."""

TOO_SIMILAR = 0.5
ANNOUNCING_WORDS = 2

UNCLEAR = {
    "de": {
        "er", "sie", "es", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer", "sein", "seine", "seinen", "seinem",
        "seiner", "ihnen", "dies", "diese", "dieser", "dieses", "diesem", "diesen", "dabei", "damit", "dafür", "damals",
        "dort", "beide", "beides", "deshalb", "daher", "darum", "allerdings", "also", "übrigens", "schien", "scheint",
        "könnte", "wäre", "hätte", "würde", "könnten", "wären", "hätten", "würden", "sei", "seien", "danach", "zuvor",
        "dazwischen", "darunter", "dazu", "davon", "daran", "daraus", "nämlich", "anderen",
    },
    "en": {
        "he", "she", "it", "they", "him", "her", "his", "their", "its", "them", "this", "these", "those", "there",
        "both", "therefore", "however", "seemed", "would", "could", "might", "then", "later", "also", "who",
    },
}  # fmt: skip
CLEAR_PRONOUNS = {"man", "niemand", "alle", "jeder", "nichts", "alles", "wer", "was"}
CLEAR_PRONOUNS |= {"nobody", "everybody", "nothing", "all"}
CORRECTING = {"de": "sondern", "en": "rather"}
PAST = {
    "de": {
        "war", "waren", "hatte", "hatten", "wurde", "wurden", "kam", "kamen", "ging", "gingen", "fiel", "fielen",
        "blieb", "blieben", "gab", "gaben", "ließ", "ließen", "stand", "standen", "trat", "traten", "lag", "lagen",
        "nahm", "nahmen",
        "hielt", "hielten", "bekam", "bekamen", "schrieb", "sprach", "riet", "rief", "trug", "schloss",
        "gewann", "verlor",
        "trafen", "traf", "galt", "galten", "entschied", "entschieden", "wuchs", "schwieg", "verließ", "stieg", "sank",
    },
    "en": {"was", "were", "had", "did"},
}  # fmt: skip


def is_clear(beat: Beat, language: str) -> bool:
    """Whether a beat is understood alone: a plain statement without a pronoun or a quotation."""
    text = beat.text
    return (
        not beat.leans
        and not beat.does & {"question", "example", "next", "reason", "item"}
        and (not beat.cut or _is_announced(beat))
        and text.endswith(".")
        and not set('„“»«":;()–') & set(text)
        and _has_verb_in_place(beat.all_words)
        and not _is_reported(beat.all_words, language)
        and not _points_back(beat.all_words)
        and not any(
            word.text.lower() in UNCLEAR[language]
            or (word.kind == "pronoun" and word.text.lower() not in CLEAR_PRONOUNS)
            for word in beat.all_words
        )
    )


def _is_announced(beat: Beat) -> bool:
    """Whether the author speaks behind the colon ("Sie zeigt: …").

    A longer announcement may quote somebody ("das Narrativ des Kreml: …"): then it is not the article that says it.
    """
    return beat.cut == "colon" and len(beat.sentence.text[: beat.start].split()) <= ANNOUNCING_WORDS


def _points_back(words: Sequence[Word]) -> bool:
    """A "das" that belongs to no noun points to the sentence before, whatever the tagger calls it."""
    kinds = {"noun", "adjective", "name", "number"}
    return any(
        word.text.lower() == "das" and word.kind != "relative" and after.kind not in kinds
        for word, after in pairwise(words)
    )


def _has_verb_in_place(words: Sequence[Word]) -> bool:
    """A statement has its finite verb early, and does not begin with it or with a conjunction."""
    verbs = [index for index, word in enumerate(words) if word.kind == "verb"]
    return bool(verbs) and 0 < verbs[0] <= 12 and words[0].kind not in {"conjunction", "subordinator"}


def _is_past(words: Sequence[Word], language: str) -> bool:
    verb = next((word for word in words if word.kind == "verb"), None)
    if verb is None:
        return False
    text = verb.text.lower()
    if language == "en":
        return text in PAST["en"] or (
            text != verb.lemma and not text.endswith("s") and text not in {"are", "am"}
        )
    return text in PAST["de"] or text.endswith(("te", "ten"))


def _is_reported(words: Sequence[Word], language: str) -> bool:
    """German reports what others say in the subjunctive ("bleibe aus"): that is their claim, not the article's."""
    verbs = [word.text.lower() for word in words if word.kind == "verb"]
    return language == "de" and any(verb.endswith("e") and not verb.endswith("te") for verb in verbs)


def _worth(beat: Beat, place: float, centre: Centre, language: str) -> float:
    """``place`` is where the beat stands in its section: 0 at its beginning, 1 at its end."""
    words = beat.all_words
    worth = centre.weight(beat.text) * (1 + 0.3 * place)
    if "claim" in beat.does:
        worth *= 1.3
    if any(word.text.lower() == CORRECTING[language] for word in words):
        worth *= 1.6
    if _is_past(words, language):
        worth *= 0.5
    if "dated" in beat.does:
        worth *= 0.7
    return float(worth * 0.75 ** sum(word.kind == "number" for word in words))


def takeaways(
    sections: Sequence[Section], many: int, without: set[int], centre: Centre, language: str
) -> list[Beat]:
    """At most ``many`` beats to remember, each from another section, in the article's order.

    ``without`` are the numbers of sentences that are said at the close anyway.
    """
    best: list[tuple[float, Beat]] = []
    for section in sections:
        beats = beats_of(section.sentences, language)
        able = [
            (_worth(beat, index / len(beats), centre, language), beat)
            for index, beat in enumerate(beats)
            if beat.sentence.number not in without
            and LEAST_WORDS <= beat.words <= MOST_WORDS
            and is_clear(beat, language)
        ]
        if able:
            best.append(max(able, key=lambda pair: (pair[0], -pair[1].sentence.number)))
    chosen: list[Beat] = []
    for _, beat in sorted(best, key=lambda pair: (-pair[0], pair[1].sentence.number)):
        if len(chosen) < many and all(
            centre.similar(beat.text, other.text) < TOO_SIMILAR for other in chosen
        ):
            chosen.append(beat)
    return sorted(chosen, key=lambda beat: beat.sentence.number)
