"""What to remember of an article, in its own words: statements that are understood alone.

What makes a sentence worth taking along: it says how things are rather than what happened, and it is pointed (it
corrects: "kein …, sondern …"; it speaks of everybody: "Wer …", "Was heute …"; it ends a paragraph).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from podcast.article import Section, Sentence
from podcast.grammar import Word, words_of
from podcast.writing.beats import Beat, tail, whole
from podcast.writing.centre import Centre
from podcast.writing.cuewords import REPORTING
from podcast.writing.signs import GENERIC, is_reported, points_back

__all__ = ["takeaways"]

LEAST_WORDS, MOST_WORDS = 6, 26
"""A sentence to remember is said in one breath."""

TOO_SIMILAR = 0.5
LATEST_VERB = 16
ANNOUNCING_WORDS = 2
ANNOUNCERS = {
    "antwort",
    "punkt",
    "paradox",
    "lehre",
    "fazit",
    "wahrheit",
    "kern",
    "answer",
    "point",
    "lesson",
    "truth",
}
"""Who announces one of these says the article's own conclusion behind the colon."""

RUN_UPS = ANNOUNCERS | {"erklärung", "frage", "geschichte", "question", "story", "explanation"}
"""A sentence about one of these only leads up to what is worth keeping."""

FREQUENT = 30
"""What to remember is about one of so many of the article's most frequent nouns and names."""

FRESH_SENTENCES = 12
"""What was said so few sentences ago is still in the listener's ear."""

LONG_ARTICLE_SENTENCES = 40

UNCLEAR = {
    "de": {
        "er", "sie", "es", "ihn", "ihm", "ihr", "ihre", "ihren", "ihrem", "ihrer", "sein", "seine", "seinen", "seinem",
        "seiner", "ihnen", "dies", "diese", "dieser", "dieses", "diesem", "diesen", "dabei", "damit", "dafür", "damals",
        "dort", "beide", "beides", "deshalb", "daher", "darum", "allerdings", "also", "übrigens", "schien", "scheint",
        "könnte", "wäre", "hätte", "würde", "könnten", "wären", "hätten", "würden", "danach", "zuvor", "dazwischen",
        "darunter", "dazu", "davon", "daran", "daraus", "nämlich", "anderen", "darin", "darauf", "darüber", "hierin",
        "solche", "solcher", "solches", "solchen", "solchem", "jene", "jener", "jenes", "jenen", "jenem", "zugleich",
        "gerade", "womöglich", "vielleicht", "auch", "wieder", "inzwischen", "seither", "später", "zunächst", "erste",
        "ersten", "zweite", "zweiten", "dritte", "dritten", "dann", "hier", "noch", "beiden", "andere", "anders",
        "aber", "doch", "trotzdem", "dennoch", "freilich", "unterdessen", "jedoch", "hingegen", "dagegen", "wiederum",
    },
    "en": {
        "he", "she", "it", "they", "him", "her", "his", "their", "its", "them", "this", "these", "those", "there",
        "both", "therefore", "however", "seemed", "would", "could", "might", "then", "later", "also", "that", "such",
        "so", "another", "other", "first", "second", "third", "again", "still", "yet", "now", "perhaps", "instead",
    },
}  # fmt: skip
INSIDE = {
    "de": {
        "sie",
        "er",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "ihrer",
        "sein",
        "seine",
        "seinen",
        "seinem",
        "seiner",
    },
    "en": {"he", "she", "they", "his", "her", "their", "its", "them"},
}
CLEAR_PRONOUNS = {"man", "niemand", "alle", "jeder", "nichts", "alles", "wer", "was", "etwas", "keiner"}
CLEAR_PRONOUNS |= {"nobody", "everybody", "nothing", "all", "anyone", "everyone", "we"}
CORRECTING = {"de": ("sondern", "statt"), "en": ("rather", "instead")}


def takeaways(
    sections: Sequence[Section], many: int, without: set[int], centre: Centre, language: str
) -> list[Beat]:
    """At most ``many`` beats to remember, each from another section, in the article's order.

    ``without`` are the numbers of sentences that are said at the close anyway. An article that only tells a story may
    have none: then it is better to name nothing than what happened on some day.
    """
    sentences = [sentence for section in sections for sentence in section.sentences]
    fresh = (
        {s.number for s in sentences[-FRESH_SENTENCES:]} if len(sentences) > LONG_ARTICLE_SENTENCES else set()
    )
    chosen: list[Beat] = []
    for passed_over in (without | fresh, without):
        found = [
            best
            for section in sections
            if (best := _best(section, passed_over, centre, language)) is not None
        ]
        chosen = []
        for _, beat in sorted(found, key=lambda pair: (-pair[0], pair[1].sentence.number)):
            if len(chosen) < many and all(centre.similar(beat.text, o.text) < TOO_SIMILAR for o in chosen):
                chosen.append(beat)
        if len(chosen) > 1:
            break
    return sorted(chosen, key=lambda beat: beat.sentence.number)


def _best(section: Section, without: set[int], centre: Centre, language: str) -> tuple[float, Beat] | None:
    able = []
    for index, sentence in enumerate(section.sentences):
        after = section.sentences[index + 1] if index + 1 < len(section.sentences) else None
        beat = _candidate(sentence, language)
        if beat is None or sentence.number in without or not _is_pointed(beat, language):
            continue
        if beat.does & {"dated", "number"} and ("past" in beat.does or not _corrects(beat, language)):
            continue
        concluded = beat.cut == "colon" or _corrects(beat, language) or _is_generic(beat, language)
        if not (concluded or centre.is_about(beat.text, FREQUENT)) or (
            after is not None and _pair(sentence.text, after.text)
        ):
            continue
        last = after is None or after.paragraph != sentence.paragraph
        able.append((_worth(beat, centre, language, last=last), beat))
    return max(able, key=lambda pair: (pair[0], -pair[1].sentence.number)) if able else None


def _candidate(sentence: Sentence, language: str) -> Beat | None:
    """The sentence, or what its author announces in it ("Die Antwort ist unbequem: …"), if that stands alone."""
    beat = whole(sentence, language)
    if ":" in sentence.text:
        start = sentence.text.index(":") + 1
        announcing = words_of(sentence.text[:start], language)
        # A longer announcement may quote somebody ("das Narrativ des Kreml: …").
        by_author = len(announcing) <= ANNOUNCING_WORDS + 1 or (
            {word.lemma for word in announcing} & ANNOUNCERS
            and not any(
                word.kind == "name" or word.text.lower() in REPORTING[language] for word in announcing
            )
        )
        if by_author:
            beat = tail(sentence, start + 1, language)
    return beat if _is_clear(beat, language) else None


def _is_clear(beat: Beat, language: str) -> bool:
    text = beat.text
    return (
        LEAST_WORDS <= beat.words <= MOST_WORDS
        and not beat.leans
        and not beat.does & {"question", "example", "next", "reason", "item", "fragment", "quote"}
        and not is_reported(beat.all_words, language)
        and text.endswith(".")
        and not set('„“»«":;()–') & set(text)
        and _has_verb_in_place(beat.all_words)
        and not (
            beat.all_words[0].kind == "adverb" and text.split()[0].endswith("er")
        )  # "Ernster ist …" than what?
        and not points_back(beat.all_words)
        and not {word.lemma for word in beat.all_words[:3]} & RUN_UPS
        and not _unclear_words(beat.all_words, language)
    )


def _unclear_words(words: Sequence[Word], language: str) -> bool:
    """Whether a word points out of the sentence; a pronoun behind a noun of the sentence may mean that."""
    nouns = 0
    for before, word in pairwise((None, *words)):
        if word is None:
            continue
        text = word.text.lower()
        if (
            text in {"es", "it"}
            and before is not None
            and before.text.lower() in {"dass", "that", "weil", "wenn"}
        ):
            continue  # "dass es sich leichter kämpft": stands for nothing
        if text in INSIDE[language] and nouns:
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
    return 0 < first <= LATEST_VERB and words[0].kind not in {"conjunction", "subordinator"}


def _is_pointed(beat: Beat, language: str) -> bool:
    return "past" not in beat.does or _corrects(beat, language) or _is_generic(beat, language)


def _corrects(beat: Beat, language: str) -> bool:
    """Whether a beat sets one thing against another ("kein …, sondern …", "leichter … als …")."""
    words = [word.text.lower() for word in beat.all_words]
    if any(word in CORRECTING[language] for word in words):
        return True
    compared = [
        n
        for n, word in enumerate(beat.all_words)
        if words[n] in {"weniger", "eher", "less", "rather"}
        or (word.kind == "adverb" and words[n].endswith("er") and word.lemma != words[n])
    ]
    return bool(compared) and any(word in {"als", "than"} for word in words[compared[0] :])


def _is_generic(beat: Beat, language: str) -> bool:
    return beat.all_words[0].text.lower() in GENERIC[language]


def _pair(one: str, other: str) -> bool:
    """Whether two sentences begin alike: one half of a couplet is no thought of its own."""
    return one.split()[:2] == other.split()[:2]


def _worth(beat: Beat, centre: Centre, language: str, *, last: bool) -> float:
    worth = centre.weight(beat.text)
    for sign, factor in (("claim", 1.3), ("dated", 0.6), ("past", 0.6), ("number", 0.5)):
        if sign in beat.does:
            worth *= factor
    if _corrects(beat, language):
        worth *= 1.8
    if beat.cut == "colon":
        worth *= 2.0
    if _is_generic(beat, language):
        worth *= 1.4
    return worth * (1.4 if last else 1.0)
