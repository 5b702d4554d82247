"""What to remember of an article, in its own words: statements that are understood alone.

What makes a sentence worth taking along: it says how things are rather than what happened, and it is pointed (it
corrects: "kein …, sondern …"; it speaks of everybody: "Wer …", "Was heute …"; it ends a paragraph). A story has no
such sentence; of it a listener may keep what happened for the first time, or never.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Article, Section, Sentence
from podcast.grammar import words_of
from podcast.writing.beats import Beat, tail, whole
from podcast.writing.centre import Centre
from podcast.writing.clear import PRONOUNS, is_clear
from podcast.writing.cuewords import REPORTING
from podcast.writing.person import Person
from podcast.writing.pointed import concludes, corrects, is_by_author, is_generic
from podcast.writing.signs import GENERIC

__all__ = ["takeaways"]

TOO_SIMILAR = 0.5
OPINIONS = {"meinen", "finden", "hofft", "hoffte", "thinks", "think", "hopes", "hoped"}

LINKS = {
    "de": {"doch", "aber", "und", "denn"},
    "en": {"but", "yet", "and", "so"},
}
"""A sentence may drop one of these from its front: German keeps the place behind it for the sentence itself."""

PARTIAL = {
    "de": (
        "zum einen",
        "zum anderen",
        "z. b.",
        "zum beispiel",
        "beispielsweise",
        "einerseits",
        "andererseits",
        "etwa",
        "erstens",
        "zweitens",
        "drittens",
    ),
    "en": (
        "for example",
        "for instance",
        "such as",
        "on the one hand",
        "on the other",
        "firstly",
        "secondly",
        "thirdly",
    ),
}
"""Half of a list, or one case of many, is no thought to keep."""

FREQUENT = 30
"""What to remember is about one of so many of the article's most frequent nouns and names …"""

CENTRAL = 10
"""… and one that has a figure in it, or tells, about one of so many."""

FRESH_SHARE, FRESH_SENTENCES = 0.25, 12
"""What was said in the article's last quarter, at most so many sentences ago, is still in the listener's ear."""

JUST_SAID, JUST_ANSWERED = 8, 4
"""The last sentences before the close are never repeated in it; in an interview a question stands between."""

LASTING = {
    "de": {"erste", "ersten", "erster", "erstes", "nie", "niemand", "kein", "keine", "keiner", "keinen", "einzige",
           "einzigen", "einziger", "einziges", "niemals", "nichts"},
    "en": {"first", "never", "nobody", "no", "only", "none", "nothing", "longest"},
}  # fmt: skip
"""What a story tells is worth keeping where it says one of these."""

LEAST_TOLD = 9
"""Words of what happened that is worth keeping; fewer need what was told around them."""

NOT_ONE = re.compile(r"\b(?:kein\w* einzig|not (?:a single|once))", re.IGNORECASE)
"""Only a stronger "no": "er erschien an keinem einzigen Tag"."""

ANYBODY = {"man", "you", "one"}
"""Who begins so explains how something is done."""

LEAST_OF_BEST = 0.6
"""What is worth less than this share of the best is not named beside it."""

ENOUGH = 2
"""With so many nothing that was said a moment ago is repeated."""

LEAST_WORTH = 1.0
"""Of a sentence without a noun ("We have never counted everybody"), on the scale of ``Centre.weight``."""


def takeaways(
    article: Article,
    sections: Sequence[Section],
    many: int,
    end: set[int],
    centre: Centre,
    *,
    person: Person | None = None,
    spoken: bool = False,
) -> list[Beat]:
    """At most ``many`` beats to remember, each from another of the ``sections``, in the article's order.

    ``end`` are the numbers of sentences that are said at the close anyway. Of a ``person`` the article may speak as
    "she": whoever names her before makes that clear. ``spoken``: all of it was said by one person, who is named.
    Empty where no sentence stands alone: better none than half of one.
    """
    sentences = [sentence for section in sections for sentence in section.sentences]
    numbers = [sentence.number for sentence in sentences]
    least = JUST_ANSWERED if spoken else JUST_SAID
    count = max(least, min(FRESH_SENTENCES, int(len(sentences) * FRESH_SHARE)))
    fresh, just_said = end | set(numbers[-count:]), end | set(numbers[-least:])
    choice = _Choice(article, centre, person, spoken=spoken)
    chosen: list[Beat] = []
    best = 0.0
    for passed_over, telling in ((fresh, False), (just_said, False), (fresh, True)):
        if len(chosen) >= min(many, ENOUGH) or (telling and chosen):
            break
        used = {beat.sentence.number for beat in chosen}
        found = [
            one
            for section in sections
            if not used & {sentence.number for sentence in section.sentences}
            and (one := choice.best(section, passed_over, telling=telling)) is not None
        ]
        best = max([best, *(worth for worth, _ in found)])
        for worth, beat in sorted(found, key=lambda pair: (-pair[0], pair[1].sentence.number)):
            most = 1 if telling else many
            if worth < best * LEAST_OF_BEST:
                break
            if len(chosen) < most and all(centre.similar(beat.text, o.text) < TOO_SIMILAR for o in chosen):
                chosen.append(beat)
    return sorted(chosen, key=lambda beat: beat.sentence.number)


class _Choice:
    """Chooses from the sections of one article."""

    def __init__(self, article: Article, centre: Centre, person: Person | None, *, spoken: bool) -> None:
        self._spoken = spoken
        self._language = article.language
        self._centre = centre
        self._person = person
        title = words_of(article.title, article.language)
        self._title = {word.lemma for word in title if word.kind in {"noun", "name"}}

    def best(self, section: Section, without: set[int], *, telling: bool) -> tuple[float, Beat] | None:
        """The section's best sentence with its worth; ``telling`` looks for what happened instead of how things are."""
        able = []
        for index, sentence in enumerate(section.sentences):
            after = section.sentences[index + 1] if index + 1 < len(section.sentences) else None
            before = section.sentences[index - 1] if index else None
            if sentence.number in without:
                continue
            beat = self._candidate(sentence, before)
            last = after is None or after.paragraph != sentence.paragraph
            if beat is None or not (self._lasts(beat) if telling else self._is_thought(beat, last=last)):
                continue
            if any(other is not None and _pair(sentence.text, other.text) for other in (before, after)):
                continue
            able.append((self._worth(beat, last=last), beat))
        return max(able, key=lambda pair: (pair[0], -pair[1].sentence.number)) if able else None

    def _candidate(self, sentence: Sentence, before: Sentence | None) -> Beat | None:
        """The sentence without what links it, or what its author announces in it, if that stands alone."""
        language = self._language
        low = sentence.text.lower()
        if any(partial in low for partial in PARTIAL[language]):
            return None
        if not self._spoken and set(re.findall(r"\w+", low)) & (REPORTING[language] | OPINIONS):
            return None
        beat = whole(sentence, language)
        if ":" in sentence.text:
            start = sentence.text.index(":") + 1
            announcing = words_of(sentence.text[:start], language)
            if self._spoken or is_by_author(announcing, language):
                beat = tail(sentence, start + 1, language)
        elif sentence.text.split()[0].lower() in LINKS[language]:
            rest = tail(sentence, len(sentence.text.split()[0]) + 1, language)
            if rest.all_words[0].kind not in {"verb", "adverb"}:
                beat = rest
        named = self._named(sentence, before)
        return beat if is_clear(beat, language, named=named) else None

    def _named(self, sentence: Sentence, before: Sentence | None) -> frozenset[str]:
        """The pronouns that mean the article's person here: nobody else is spoken of."""
        if self._person is None:
            return frozenset()
        around = (before.text if before else "") + " " + sentence.text
        others = {
            word.text
            for word in words_of(around, self._language)
            if word.kind in {"name", "noun"} and word.text not in self._person.name
        }
        nearest = self._person.surname in (before.text if before else "")
        first = words_of(before.text, self._language)[0].text.lower() if before else ""
        alone = nearest or first in self._person.pronouns
        return self._person.pronouns if alone and len(others) < 8 else frozenset()

    def _is_thought(self, beat: Beat, *, last: bool) -> bool:
        """Whether a beat says how things are, and about what the article is about."""
        generic, correcting = is_generic(beat, self._language), corrects(beat, self._language)
        perfect = "past" in beat.does or any(word.kind == "participle" for word in beat.all_words[-2:])
        concluded = concludes(beat, self._language) and last
        if perfect and not (
            generic or correcting or concluded or (self._says_all(beat) and "past" not in beat.does)
        ):
            return False
        if "dated" in beat.does and ("past" in beat.does or not correcting):
            return False
        concluded = concluded or beat.cut == "colon" or correcting or generic
        if "number" in beat.does:
            return concluded and not perfect and self._centre.is_about(beat.text, CENTRAL)
        if self._spoken and self._says_all(beat):
            return True
        pointed = last or "claim" in beat.does or self._says_all(beat) or self._names_subject(beat)
        pointed = pointed or self._denies(beat)
        return concluded or (pointed and self._centre.is_about(beat.text, FREQUENT))

    def _denies(self, beat: Beat) -> bool:
        """Whether a beat says what is not so of what the article is most about."""
        denies = any(word.kind == "not" or word.lemma == "kein" for word in beat.all_words)
        return denies and self._centre.is_about(beat.text, CENTRAL)

    def _names_subject(self, beat: Beat) -> bool:
        return bool(self._title & {word.lemma for word in beat.all_words})

    def _says_all(self, beat: Beat) -> bool:
        return bool({word.text.lower() for word in beat.all_words} & LASTING[self._language])

    def _lasts(self, beat: Beat) -> bool:
        """Whether what a beat tells happened for the first time, or never, and to whom the article is about."""
        words = {word.text.lower() for word in beat.all_words}
        if not self._says_all(beat) or beat.does & {"before", "contrast"}:
            return False
        if beat.words < LEAST_TOLD or NOT_ONE.search(beat.text):
            return False
        about = self._person is not None and bool(
            words & (self._person.pronouns | {self._person.surname.lower()})
        )
        return about or self._centre.is_about(beat.text, CENTRAL)

    def _worth(self, beat: Beat, *, last: bool) -> float:
        worth = max(self._centre.weight(beat.text), LEAST_WORTH)
        for sign, factor in (("claim", 1.3), ("dated", 0.6), ("past", 0.6), ("number", 0.7)):
            if sign in beat.does:
                worth *= factor
        if corrects(beat, self._language):
            worth *= 1.8
        if beat.cut == "colon":
            worth *= 1.5
        if is_generic(beat, self._language):
            worth *= 1.4
        if self._names_subject(beat):
            worth *= 1.3
        if self._says_all(beat):
            worth *= 1.5
        if beat.all_words[0].text.lower() in ANYBODY:
            worth *= 0.5
        if any(word.text.lower() in PRONOUNS[self._language] for word in beat.all_words):
            worth *= 0.8
        return worth * (1.4 if last else 1.0)


def _pair(one: str, other: str) -> bool:
    """Whether two sentences begin alike: one half of a couplet is no thought of its own."""
    first, second = one.split()[:2], other.split()[:2]
    return first == second or (first[0] == second[0] and first[0].lower() in GENERIC["de"] | GENERIC["en"])
