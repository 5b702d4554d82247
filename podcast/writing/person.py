"""Whose portrait an article is, if it is one: a name that runs through it, and the pronouns that mean it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from podcast.article import Article
from podcast.grammar import Word, words_of

__all__ = ["Person", "person_of"]

COMPANIES = (
    "Company",
    "Corporation",
    "Inc",
    "AG",
    "GmbH",
    "Werke",
    "Institut",
    "Institute",
    "University",
    "Foundation",
)
LEAST_MENTIONS = 4
RIVAL = 1.3
"""Who is named so much more often than anybody else is the one the article is about; of two equals, neither."""

SHARE = 0.35
"""A portrait speaks of its person in so many of its sentences, by name or pronoun (seeds/: 0.38 and more)."""

WHERE = {"in", "aus", "nach", "across", "to", "from", "für", "of"}
PLACE_SHARE = 0.25

PRONOUNS = {
    "de": {
        "she": ("sie", "ihr", "ihre", "ihren", "ihrem", "ihrer"),
        "he": ("er", "ihn", "ihm", "sein", "seine", "seinen", "seinem", "seiner"),
    },
    "en": {"she": ("she", "her"), "he": ("he", "his", "him")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """``name`` is the full one ("Frances Perkins"), ``surname`` its last word; ``pronouns`` mean the person."""

    name: str
    surname: str
    pronouns: frozenset[str]


def _full_names(words: Sequence[Word]) -> Iterator[list[str]]:
    """Runs of two to four names ("John F. Kennedy") in their order."""
    run: list[str] = []
    for word in words:
        if word.kind == "name":
            run.append(word.text)
        elif word.text == "." and run and len(run[-1]) == 1:
            run[-1] += "."
        else:
            company = word.kind == "noun" and word.text[:1].isupper() and word.text.endswith(COMPANIES)
            if 1 < len(run) < 5 and not company:
                yield run
            run = []


def person_of(article: Article) -> Person | None:
    """The person that the article portrays; ``None`` where it is about something else."""
    language = article.language
    sentences = [words_of(sentence.text, language) for sentence in article.sentences]
    counts = Counter(
        word.text for words in sentences for word in words if word.kind == "name" and len(word.text) > 2
    )
    opening = [words_of(sentence.text, language) for sentence in article.sections[0].sentences]
    full = {run[-1]: run for words in reversed(opening) for run in _full_names(words)}
    said = [{word.text.lower() for word in words} for words in sentences]
    people = [name for name, _ in counts.most_common() if name in full and not _is_place(name, sentences)]
    if not people or counts[people[0]] < LEAST_MENTIONS:
        return None
    surname = people[0]
    if len(people) > 1 and counts[people[1]] * RIVAL > counts[surname]:
        return None
    best, share = frozenset[str](), 0.0
    for forms in PRONOUNS[language].values():
        mentioning = sum(bool({surname.lower(), surname.lower() + "s", *forms} & one) for one in said)
        if mentioning / len(said) > share:
            best, share = frozenset(forms), mentioning / len(said)
    return Person(" ".join(full[surname]), surname, best) if share >= SHARE else None


def _is_place(name: str, sentences: Sequence[Sequence[Word]]) -> bool:
    """Whether a name mostly stands behind "in", "nach", "to": where something is, not who."""
    places = [
        words[n - 1].text.lower() for words in sentences for n, w in enumerate(words) if n and w.text == name
    ]
    return sum(word in WHERE for word in places) > len(places) * PLACE_SHARE
