"""Which sentences hang together: cut apart, a pronoun loses its noun, a question its answer, a "Doch" its contrast.

Errs on the side of keeping together: a sentence too many costs seconds, a "Sie irrten sich" whose error is gone
costs the listener's trust.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Article, Sentence
from podcast.grammar import Word
from podcast.writing.beats import Beat, whole
from podcast.writing.signs import is_question, points_back
from podcast.writing.tiewords import (
    AGAINST,
    AHEAD,
    COMPARING,
    COUNTED,
    DEFINITE,
    DESPITE,
    FIRST_SIGHT,
    FIRSTS,
    INDEFINITE,
    MONTH,
    OBJECT,
    OBJECTS,
    POINTERS,
    POINTING,
    PRONOUNS,
    SECONDS,
    SEEMED,
    UNTIL,
    YEAR,
)

__all__ = ["Ties", "points", "ties_of"]

EARLY = 6
"""Words of a sentence among which a pointer points back; further on it may mean something of its own sentence."""

LIST_SENTENCES = 7
"""So far apart may the first and the second thing of a list stand."""

PUNCH_WORDS = 7
"""A leaning sentence up to this length is the point of the one before it ("Sie irrten sich.")."""

INTRODUCED_WITHIN = 6
"""Sentences: "der Richter" is the one who was "ein Richter" so shortly before."""


@dataclass(frozen=True, slots=True)
class Ties:
    """How the sentences of an article hang together; by their place in it, from 0.

    ``back[n]``: n is not understood without n - 1. ``on[n]``: n says something false, or nothing, without n + 1.
    ``met[n]``: the places of the sentences where somebody or something was introduced that n takes as known.
    """

    back: tuple[bool, ...]
    on: tuple[bool, ...]
    met: tuple[tuple[int, ...], ...]


def ties_of(article: Article) -> Ties:
    """Look at all sentences of an article, headings not counted."""
    sentences = list(article.sentences)
    beats = [whole(sentence, article.language) for sentence in sentences]
    back = [n > 0 and _leans(beats[n - 1], beats[n], article.language) for n in range(len(beats))]
    on = [n + 1 < len(beats) and _calls(beats[n], beats[n + 1], leans=back[n + 1]) for n in range(len(beats))]
    for first, last in [*_lists(sentences), *_quotations(sentences)]:
        for n in range(first, last):
            on[n] = back[n + 1] = True
    for n in _answers(sentences):
        back[n] = True
    return Ties(tuple(back), tuple(on), _met(article, beats))


def _leans(before: Beat, beat: Beat, language: str) -> bool:
    """Whether ``beat`` is not understood without ``before``."""
    if is_question(before.sentence.text):
        return True
    if beat.leans or beat.does & {"reported", "fragment", "source", "next", "reason", "example"}:
        return True
    if before.sentence.text.rstrip().endswith(":"):
        return True
    words = [word for word in beat.all_words if word.kind != "mark"]
    same = before.sentence.paragraph == beat.sentence.paragraph
    if words and words[0].kind == "adverb" and COMPARING.match(words[0].text):
        return True
    verbless = not any(word.kind in {"verb", "participle"} for word in words)
    if verbless and (same or "question" in beat.does):
        return True
    if POINTING.search(beat.sentence.text) or points_back(beat.all_words):
        return True
    return points(beat.sentence.text, beat.all_words, language)


def points(text: str, words: Sequence[Word], language: str) -> bool:
    """Whether a pronoun or a pointer means something that is not in the sentence."""
    if not words:
        return False
    nouns = commas = 0
    placed = words[0].kind == "preposition"  # what "In Alabama it …" means is not Alabama
    for at, (word, after) in enumerate(zip(words, [*words[1:], None], strict=True)):
        low, known = word.text.lower(), nouns > 0
        commas += word.text == ","
        placed = placed and word.kind != "verb" and not commas
        if word.kind in {"noun", "name"}:
            nouns += not placed
            if language == "en" and after is not None and after.text in {"he", "she", "they", "it", "we"}:
                return True  # "The agency he led": who?
        before = [w.kind for w in words[max(0, at - 2) : at]]
        if low == "es" and (before[-1:] in OBJECT or (not placed and before in OBJECT)):
            return True
        if low in PRONOUNS[language] and before[-1:] == ["preposition"] and not commas:
            return True  # "bis zu ihnen hinauf": to whom?
        main = sum(w.kind == "verb" for w in words[:at]) == 1
        if low in OBJECTS and main and before in (["verb", "preposition"], ["noun", "verb"]):
            return True  # "Die Feier mit Gästen, Wein und Tanz war für ihn …": not the feast
        if low in PRONOUNS[language] and not known and word.kind != "relative":
            return True
        if low == "it" and not known and after is not None and after.lemma not in {"be", "seem", "take"}:
            return True
        if low == "that" and word.kind == "determiner" and after is not None and after.kind == "noun":
            return True
        if language == "de" and at and low.startswith(("dies", "jene")):
            return True
        if word.kind in {"relative", "subordinator"}:
            continue
        if low in AGAINST[language] and not commas:
            return True
        if low in POINTERS[language] and at < EARLY and not AHEAD.match(text[word.end :]):
            return True
    return False


def _calls(beat: Beat, after: Beat, *, leans: bool) -> bool:
    """Whether ``beat`` must not be left without ``after``: its answer, its contradiction, its point."""
    text = beat.sentence.text
    if is_question(text) or text.rstrip().endswith(":") or COUNTED.search(text.rstrip(".")):
        return True
    if SEEMED.search(text) or FIRST_SIGHT.search(text):
        return True
    if beat.sentence.paragraph != after.sentence.paragraph:
        return False
    if after.does & {"turn", "contrast"} or any(word.text.lower() in DESPITE for word in after.all_words):
        return True
    if leans and UNTIL.match(text):
        return True
    return leans and after.words <= PUNCH_WORDS and "question" not in after.does


def _lists(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Places of the first and the last sentence of each "Zum einen … Zum anderen …"."""
    found: list[tuple[int, int]] = []
    for n, sentence in enumerate(sentences):
        if not FIRSTS.match(sentence.text):
            continue
        seconds = [
            m
            for m in range(n + 1, min(n + 1 + LIST_SENTENCES, len(sentences)))
            if SECONDS.match(sentences[m].text)
        ]
        if seconds:
            found.append((n, seconds[0]))
    return found


def _quotations(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Places of the first and the last sentence of each quotation that runs over several."""
    found: list[tuple[int, int]] = []
    begun: int | None = None
    for n, sentence in enumerate(sentences):
        depth = sum(sentence.text.count(mark) for mark in "„«") - sum(
            sentence.text.count(mark) for mark in "“»"
        )
        straight = sentence.text.count('"') % 2 == 1
        if begun is None and (depth > 0 or straight):
            begun = n
        elif begun is not None and (depth < 0 or straight):
            if n - begun <= LIST_SENTENCES:
                found.append((begun, n))
            begun = None
    return found


def _answers(sentences: Sequence[Sentence]) -> list[int]:
    """Places of the sentences of an interview's answers: none is understood without the question's paragraph."""
    last: dict[int, Sentence] = {}
    for sentence in sentences:
        last[sentence.paragraph] = sentence
    asking = {number for number, sentence in last.items() if is_question(sentence.text)}
    if len(asking) * 3 < len(last):
        return []  # no interview
    return [n for n, sentence in enumerate(sentences) if n and sentence.paragraph - 1 in asking]


def _met(article: Article, beats: Sequence[Beat]) -> tuple[tuple[int, ...], ...]:
    """For each sentence the places where it was said who "Hill" or which "der Richter" is.

    In another section only what tells who somebody is ("Gouverneur David Hill"): a mere full name is no help there.
    """
    sections = [n for n, section in enumerate(article.sections) for _ in section.sentences]
    full: dict[
        str, tuple[int, bool]
    ] = {}  # the last of a run of names; where it stood first, and whether it tells who
    things: dict[str, int] = {}  # a noun that stood behind "ein" when it was first spoken of, and where
    heard: set[str] = set()
    found: list[tuple[int, ...]] = []
    years = _dated(list(article.sentences), sections)
    for n, beat in enumerate(beats):
        needs = [year for year in years[n : n + 1] if year is not None]
        for before, word, after in _threes(beat.all_words):
            if word.kind == "name" and (after is None or after.kind != "name"):
                bare = _bare(word.text, full)
                if before is not None and before.kind == "name":
                    full.setdefault(bare, (n, _tells_who(beat.all_words, word)))
                elif bare in full and full[bare][0] != n:
                    place, told = full[bare]
                    if told or sections[place] == sections[n]:
                        needs.append(place)
            elif word.kind == "noun":
                opener = _opener(beat.all_words, word)
                if opener in DEFINITE and 0 < n - things.get(word.lemma, n) <= INTRODUCED_WITHIN:
                    needs.append(things[word.lemma])
                if opener in INDEFINITE and word.lemma not in heard:
                    things[word.lemma] = n
                heard.add(word.lemma)
        found.append(tuple(dict.fromkeys(needs)))
    return tuple(found)


def _dated(sentences: Sequence[Sentence], sections: Sequence[int]) -> list[int | None]:
    """For each sentence with a day or a month and no year, the place of the one that last named the year."""
    found: list[int | None] = []
    last: int | None = None
    for n, sentence in enumerate(sentences):
        if n and sections[n] != sections[n - 1]:
            last = None
        year = YEAR.search(sentence.text)
        found.append(last if not year and MONTH.search(sentence.text) else None)
        last = n if year else last
    return found


def _threes(words: Sequence[Word]) -> Iterator[tuple[Word | None, Word, Word | None]]:
    """Each word with its neighbours; initials ("B.") are passed over."""
    whole: list[Word] = []
    for word in words:
        if word.text == "." and whole and len(whole[-1].text) == 1 and whole[-1].text.isupper():
            whole.pop()
        else:
            whole.append(word)
    return zip([None, *whole[:-1]], whole, [*whole[1:], None], strict=True)


def _bare(name: str, known: Container[str]) -> str:
    """A name without a genitive's s, where it is known so."""
    for end in ("'s", "’s", "s"):
        if name.endswith(end) and name.removesuffix(end) in known:
            return name.removesuffix(end)
    return name


def _tells_who(words: Sequence[Word], last: Word) -> bool:
    """Whether a run of names that ends with ``last`` stands behind a noun or before ", ein …", "aus …"."""
    end = words.index(last)
    begin = end
    while begin and (words[begin - 1].kind == "name" or words[begin - 1].text == "."):
        begin -= 1
    role = begin > 0 and words[begin - 1].kind in {"noun", "adjective"}
    behind = [word.text.lower() for word in words[end + 1 : end + 3]]
    return role or behind[:1] in (["aus"], ["from"]) or (behind[:1] == [","] and behind[1:2] != ["und"])


def _opener(words: Sequence[Word], noun: Word) -> str:
    """The word that opens the group of a noun, lower case: its article, where it has one."""
    at = words.index(noun) - 1
    while at > 0 and words[at].kind in {"adjective", "participle"}:
        at -= 1
    return words[at].text.lower() if at >= 0 else ""
