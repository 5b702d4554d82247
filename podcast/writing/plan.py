"""An article cut up for an episode: the scene that opens it, the sections between, the end that closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Article, Section, Sentence
from podcast.writing.beats import whole
from podcast.writing.signs import asks_itself, is_question, points_back, starts_with
from podcast.writing.ties import points
from podcast.writing.tiewords import POINTING as POINTING_BACK

__all__ = ["Plan", "opens", "plan_of"]

SCENE_WORDS = 190
"""The opening scene is at most about 90 seconds long: then the listener wants to know where they are."""

LEFT_WORDS = 45
"""What the end must leave of the last section, in words: else that would be over before it began."""

SCENE_SHARE = 0.3
"""… and at most this share of a short article."""

SCENE_LEAST_WORDS = 18
END_WORDS = 115
END_LEAST_WORDS = 15
"""A shorter end is the last breath of what was said before it, and stays there."""

SHORT_ARTICLE_SENTENCES = 8
"""Below this an article has no sentences to spare for a scene and an end of their own."""

POINTING = {
    "dafür", "damit", "dazu", "daran", "darin", "darauf", "davon", "daraus", "dabei", "dadurch", "beide",
    "beides", "dies",
    "deshalb", "daher", "darum", "deswegen", "ersterer", "letzterer", "er", "sie",
    "ihr", "ihm", "ihn", "ihnen", "that", "this", "these", "those", "both",
    "he", "she", "they",
}  # fmt: skip


DEFINITE = {"Der", "Die", "Das", "The"}
POSSESSIVE = re.compile(r"\b(?:sein|seine[mnrs]?|ihre[mnrs]?|his|her|their|its)\b", re.IGNORECASE)
LONG_TERM = ("langfristig", "auf lange sicht", "in the long run", "in the long term")
EARLY_POINTING = {"it", "its", "them", "their", "him", "his", "her"}
"""Further on in a sentence these mean something of the sentence itself."""

ABOUT_QUESTION = re.compile(r"(?:Die Frage|The question)\b(?! (?:ist|lautet|is)\b)")
"""What goes on about the question does not answer it."""

IN_QUESTIONS = {"damals", "dort", "das", "es", "ihre", "then", "it"}
"""A question with one of these asks about what was said just now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The article cut up for an episode: the scene, the sections between, the end."""

    scene: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    end: tuple[Sentence, ...]


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def _scene(section: Section, language: str, most: int, *, whole_too: bool) -> int:
    """How many sentences of the first section open the episode.

    Best up to the article's own question: greeting and names stand between it and its answer. Without one the
    scene ends with a paragraph, or where the next sentence does not lean on it. ``most`` is its limit in
    words; ``whole_too`` lets it be the whole section.
    """
    sentences = section.sentences
    within = [n for n in range(1, len(sentences) + whole_too) if _words(sentences[:n]) <= most]
    asked = [n for n in within if _leads(sentences, n)]
    if asked and _words(sentences[: asked[0]]) >= SCENE_LEAST_WORDS:
        return asked[0]
    if len(sentences) in within:
        return len(sentences)
    long_enough = [n for n in within if _words(sentences[:n]) >= SCENE_LEAST_WORDS]
    ends = [n for n in long_enough if sentences[n - 1].paragraph != sentences[n].paragraph]
    clean = [n for n in long_enough if opens(sentences[n], language)]
    for choice in ([n for n in ends if n in clean], clean, ends):
        if choice:
            return choice[-1]
    return min(2, len(sentences) - 1)


def _leads(sentences: Sequence[Sentence], count: int) -> bool:
    """Whether the first ``count`` sentences end with the article's question: what follows does not answer at once."""
    if not asks_itself(sentences[count - 1].text):
        return False
    if count == len(sentences):
        return True
    following = sentences[count]
    if is_question(following.text):
        return False
    return bool(
        following.paragraph != sentences[count - 1].paragraph
        or ABOUT_QUESTION.match(following.text)
        or "ntwort" in following.text
        or ("answer" in following.text)
    )


def _end(section: Section, language: str, about: frozenset[str]) -> int:
    """How many sentences of the last section are kept for the close: its last paragraph or two, or its last few.

    An answer is never parted from its question, nor a pronoun from its noun.
    """
    sentences = section.sentences
    counts = list(range(1, len(sentences)))
    new = [n for n in counts if sentences[-n].paragraph != sentences[-n - 1].paragraph]
    found = _first_end(section, language, END_WORDS, [*new, *counts])
    found = found or _first_end(section, language, 2 * END_WORDS, new)
    return found or _end_about(section, about) or _first_end(section, language, 2 * END_WORDS, counts)


def _first_end(section: Section, language: str, most: int, counts: Sequence[int]) -> int:
    """The first of ``counts`` with which an end of at most ``most`` words begins well; 0 where none does."""
    sentences = section.sentences
    for count in counts:
        if not END_LEAST_WORDS <= _words(sentences[-count:]) <= most:
            continue
        if _words(sentences[:-count]) < LEFT_WORDS:
            continue
        first = sentences[-count]
        new = first.paragraph != sentences[-count - 1].paragraph
        if not new and (first.text.split()[0] in DEFINITE or POSSESSIVE.search(first.text)):
            continue  # in the middle of a paragraph it means what was named just before
        if _asked(sentences[-count - 1], first):
            continue
        if opens(first, language) or (new and _looks_back(first, language)):
            return count
    return 0


def _end_about(section: Section, about: frozenset[str]) -> int:
    """The same for a portrait: a last paragraph that begins with "she" goes on about whom the listener knows."""
    sentences = section.sentences
    for count in range(1, len(sentences)):
        first, words = sentences[-count], _words(sentences[-count:])
        if first.paragraph != sentences[-count - 1].paragraph:
            fits = END_LEAST_WORDS <= words <= END_WORDS and _words(sentences[:-count]) >= LEFT_WORDS
            if fits and first.text.split()[0].lower() in about:
                return count
    return 0


def _asked(before: Sentence, sentence: Sentence) -> bool:
    """Whether ``before`` is a question that ``sentence`` answers."""
    return is_question(before.text) and not is_question(sentence.text)


def opens(sentence: Sentence, language: str) -> bool:
    """Whether a new thought may begin with this sentence: it leans on nothing before it."""
    beat = whole(sentence, language)
    if starts_with(sentence.text, LONG_TERM):
        return False  # "Langfristig …" answers "Kurzfristig …"
    words = [word.text.lower() for word in beat.all_words]
    pointing = POINTING | IN_QUESTIONS if "question" in beat.does else POINTING
    back = any(
        word in pointing or word.startswith(("jene", "diese", "solche")) or word == "such" for word in words
    )
    if "question" in beat.does and beat.does & {"turn", "addition"}:
        return False
    back = back or any(word in EARLY_POINTING for word in words[:5])
    if POINTING_BACK.search(sentence.text):
        return False  # "Eight years later …": than what?
    return not beat.leans and not back and not points_back(beat.all_words) and words[0] not in {"nur", "only"}


def _looks_back(sentence: Sentence, language: str) -> bool:
    """Whether a last paragraph recalls something of long ago ("zu jenem Film, den …") and is else understood alone."""
    beat = whole(sentence, language)
    if beat.leans or "question" in beat.does or starts_with(sentence.text, LONG_TERM):
        return False
    if POINTING_BACK.search(sentence.text):
        return False
    words = [word for word in beat.all_words if not word.text.lower().startswith("jene")]
    return not points_back(words) and not points(sentence.text, words, language)


def plan_of(article: Article, language: str, about: frozenset[str] = frozenset()) -> Plan:
    """Take the scene from the article's beginning and the end from its end; short articles keep both.

    ``about`` are the pronouns that mean whom the article portrays.
    """
    sections = list(article.sections)
    scene: tuple[Sentence, ...] = ()
    end: tuple[Sentence, ...] = ()
    if len(list(article.sentences)) >= SHORT_ARTICLE_SENTENCES:
        first = sections[0]
        whole_too = len(sections) > 1 and not first.heading
        count = _scene(
            first, language, min(SCENE_WORDS, int(article.words * SCENE_SHARE)), whole_too=whole_too
        )
        scene = first.sentences[:count]
        sections[0] = Section(first.heading, first.sentences[count:])
        last = sections[-1]
        if len(last.sentences) > 2:
            count = _end(last, language, about)
            if count:
                end = last.sentences[-count:]
                sections[-1] = Section(last.heading, last.sentences[:-count])
    return Plan(scene, tuple(section for section in sections if section.sentences), end)
