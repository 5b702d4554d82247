"""Whether a sentence is understood alone: said at the end of an episode, it has no sentence before it to lean on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from podcast.grammar import Word
from podcast.writing.beats import Beat
from podcast.writing.signs import is_reported, points_back

__all__ = ["PRONOUNS", "is_clear"]

LEAST_WORDS, MOST_WORDS = 6, 26
"""A sentence to remember is said in one breath."""

LATEST_VERB = 16
RUN_UPS = {
    "antwort", "punkt", "paradox", "lehre", "fazit", "wahrheit", "kern", "answer", "point", "lesson", "truth",
    "rechnung", "erklärung", "satz", "frage", "geschichte", "question", "story", "explanation", "issue",
}  # fmt: skip
"""A sentence about one of these only leads up to what is worth keeping."""

UNCLEAR = {
    "de": {
        "es", "ihnen", "dies", "diese", "dieser", "dieses", "diesem", "diesen", "dabei", "damit", "dafür", "damals",
        "dort", "beide", "beides", "deshalb", "daher", "darum", "allerdings", "also", "übrigens", "schien", "scheint",
        "könnte", "wäre", "hätte", "würde", "könnten", "wären", "hätten", "würden", "danach", "zuvor", "dazwischen",
        "darunter", "dazu", "davon", "daran", "daraus", "nämlich", "anderen", "darin", "darauf", "darüber", "hierin",
        "solche", "solcher", "solches", "solchen", "solchem", "jene", "jener", "jenes", "jenen", "jenem", "zugleich",
        "gerade", "womöglich", "vielleicht", "auch", "wieder", "inzwischen", "seither", "später", "zunächst", "erste",
        "ersten", "zweite", "zweiten", "dritte", "dritten", "dann", "hier", "noch", "beiden", "andere", "anders",
        "aber", "doch", "trotzdem", "dennoch", "freilich", "unterdessen", "jedoch", "hingegen", "dagegen", "wiederum",
        "dasselbe", "dieselbe", "derselbe", "demselben", "denselben", "derselben", "ebenso", "ebenfalls", "genauso",
        "einen", "daneben", "außerdem", "zudem", "bereits", "dahintersteht", "dahintersteckt", "zeitgleiche",
        "zeitgleichen", "gleichzeitig", "gleichzeitigen", "erneut", "ironischerweise", "diesmal", "da",
        "gemeint",
    },
    "en": {
        "it", "this", "these", "those", "there", "both", "therefore", "however", "seemed", "would", "could", "might",
        "here", "then", "later", "also", "that", "such", "so", "another", "other", "first", "second", "third", "again",
        "still", "yet", "now", "perhaps", "instead", "too", "either", "same", "already", "nevertheless",
    },
}  # fmt: skip
PRONOUNS = {
    "de": {"er", "sie", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer", "sein", "seine", "seinen", "seinem",
           "seiner"},
    "en": {"he", "she", "they", "his", "her", "him", "their", "its", "them"},
}  # fmt: skip
"""These may mean a noun of the sentence itself, or somebody who has been named just before."""

ARTICLE_EINEN = {"zum", "den"}
CLEAR_PRONOUNS = {"man", "niemand", "alle", "jeder", "nichts", "alles", "wer", "was", "etwas", "keiner"}
CLEAR_PRONOUNS |= {"nobody", "everybody", "nothing", "all", "anyone", "everyone", "we", "somebody", "anybody"}


def is_clear(beat: Beat, language: str, *, named: frozenset[str] = frozenset()) -> bool:
    """Whether a beat is a whole statement of the article that is understood alone.

    ``named`` are pronouns whose noun is said just before it (a portrait's person).
    """
    text = beat.text
    return (
        LEAST_WORDS <= beat.words <= MOST_WORDS
        and not _leans(beat, named)
        and not beat.does
        & {"question", "example", "next", "reason", "item", "fragment", "quote", "inside", "second"}
        and not is_reported(beat.all_words, language)
        and text.endswith(".")
        and not set('„“»«":()–') & set(text)
        and _has_verb_in_place(beat.all_words)
        and not _compares_with_nothing(beat.all_words)
        and not points_back(beat.all_words)
        and not {word.lemma for word in beat.all_words[:8]} & RUN_UPS
        and not _unclear_words(beat.all_words, language, named)
    )


def _compares_with_nothing(words: Sequence[Word]) -> bool:
    """Whether something is more so than what is not in the sentence: "Ernster ist …", "… sind ungleich größer."."""
    plain = [word for word in words if word.kind != "mark"]
    if plain[0].kind == "adverb" and plain[0].text.endswith("er"):
        return True
    last = plain[-1]
    more = (
        last.kind in {"adverb", "adjective"} and last.text.endswith("er") and last.lemma != last.text.lower()
    )
    return more and not any(word.text.lower() in {"als", "than", "denn", "immer"} for word in plain)


def _leans(beat: Beat, named: frozenset[str]) -> bool:
    only_pronoun = beat.all_words[0].text.lower() in named and not beat.does & {
        "turn", "second", "addition", "consequence", "conclusion", "contrast", "source"
    }  # fmt: skip
    return beat.leans and not only_pronoun


def _unclear_words(words: Sequence[Word], language: str, named: frozenset[str]) -> bool:
    """Whether a word points out of the sentence; a pronoun behind a noun of the sentence may mean that."""
    nouns = 0
    for before, word in pairwise((None, *words)):
        if word is None:
            continue
        text = word.text.lower()
        previous = before.text.lower() if before is not None else ""
        if text in {"es", "it"} and previous in {"dass", "that", "weil", "wenn"}:
            continue  # "dass es sich leichter kämpft": stands for nothing
        if text == "einen" and previous not in ARTICLE_EINEN:
            continue  # an article: only "zum einen" has another behind it
        if text in PRONOUNS[language]:
            if not nouns and text not in named:
                return True
            continue
        if text == "so" and previous == ",":
            continue
        if text == "that" and word.kind in {"relative", "subordinator"} and nouns:
            continue
        if text == "damals" and any(other.text.lower() == "heute" for other in words):
            continue  # "Was heute als Fessel gilt, war damals eine Befreiung."
        if text in UNCLEAR[language] or (word.kind == "pronoun" and text not in CLEAR_PRONOUNS):
            return True
        nouns += word.kind in {"noun", "name"}
    return False


def _has_verb_in_place(words: Sequence[Word]) -> bool:
    """A statement has its finite verb early, and does not begin with it or with a conjunction."""
    first = next((index for index, word in enumerate(words) if word.kind == "verb"), 0)
    if any(a.text == "," and b.kind == "conjunction" for a, b in pairwise(words[:first])):
        return False  # "Den Regierenden nicht, denn …": the verb is another clause's
    verbs = sum(word.kind == "verb" for word in words)
    if verbs == 1 and any(word.kind == "relative" or word.text == "that" for word in words[:first]):
        return False  # "Mostly to people who are old": the only verb is a relative clause's
    return 0 < first <= LATEST_VERB and words[0].kind not in {"conjunction", "subordinator"}
