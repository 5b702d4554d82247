"""An interview: which of its paragraphs ask and which answer, and who the answers are by.

The reader drops "Frage:" and "Antwort:" (layout, which nobody says aloud); names before the lines ("Allmers: …") stay.
So the form is known by names that take turns, or by short paragraphs that end with a question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from podcast.article import Article, Sentence
from podcast.grammar import Word, words_of
from podcast.writing.signs import is_question

__all__ = ["Exchanged", "Interview", "interview_of"]

LEAST_QUESTIONS = 4
QUESTION_SHARE = 0.3
"""So many of an interview's paragraphs are questions (seeds/: 0.45 and more; an essay with questions: below 0.15)."""

QUESTION_WORDS = 45
"""A longer paragraph that ends with a question is an article's own."""

STATEMENT_WORDS = 12
"""What an interviewer only says, and does not ask, is no longer than this."""

LABEL = re.compile(r"^(?P<name>[A-ZÄÖÜ][\w.\- ]{0,30}?):\s+(?=\S)")
LEAST_LABELS = 3
TITLES = r"(?:Prof(?:essor(?:in)?|\.)?|Dr\.?|Doktor|Senator(?:in)?|Minister(?:in)?|General)"
ADDRESSED = re.compile(
    rf"\b(?:Frau|Herr|Mr\.?|Mrs\.?|Ms\.?|{TITLES})(?: {TITLES})* (?P<name>[A-ZÄÖÜ][\w-]+)(?=[,?!])"
    rf"|^(?P<first>[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][\w-]+), (?=[a-zäöüß])"
)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One question (a statement may be one) with its answer, as sentences; either may be empty at the edges."""

    asked: tuple[Sentence, ...]
    answered: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Interview:
    """``intro`` stands before the first question. ``name`` is who answers, ``surname`` its last word; both may be "".

    ``heads`` are, by a sentence's number, the characters of the speaker's name before it, which nobody says.
    """

    intro: tuple[Sentence, ...]
    exchanges: tuple[Exchanged, ...]
    name: str
    surname: str
    heads: Mapping[int, int]


def interview_of(article: Article) -> Interview | None:
    """The article as an interview; ``None`` where it is none. Headings in it are passed over."""
    paragraphs = [tuple(group) for _, group in groupby(article.sentences, key=lambda s: s.paragraph)]
    labels = [_label(paragraph[0].text) for paragraph in paragraphs]
    askers = _askers(paragraphs, labels)
    if askers is not None:
        asks = _by_labels(paragraphs, labels, askers)
    elif _is_interview(paragraphs):
        asks = _with_statements(paragraphs, [_asks(paragraph) for paragraph in paragraphs])
    else:
        return None
    first = asks.index(True)
    intro = tuple(sentence for paragraph in paragraphs[:first] for sentence in paragraph)
    heads = {}
    if askers is not None:
        heads = {
            paragraph[0].number: len(label) + _gap(paragraph[0].text, label)
            for paragraph, label in zip(paragraphs, labels, strict=True)
            if label
        }
    answering = [label for label in labels if label and askers is not None and label not in askers]
    surname = Counter(answering).most_common(1)[0][0] if answering else _addressed(paragraphs, asks)
    name = _full_name(surname, intro, article.language)
    return Interview(
        intro,
        _exchanges(paragraphs[first:], asks[first:]),
        name,
        surname.split()[-1] if surname else "",
        heads,
    )


def _gap(text: str, label: str) -> int:
    """The colon and the space behind a speaker's name, in characters."""
    rest = text[len(label) + 1 :]
    return 1 + len(rest) - len(rest.lstrip())


def _label(text: str) -> str:
    found = LABEL.match(text)
    return found["name"] if found else ""


def _asks(paragraph: Sequence[Sentence]) -> bool:
    words = sum(len(sentence.text.split()) for sentence in paragraph)
    return words <= QUESTION_WORDS and is_question(paragraph[-1].text)


def _is_interview(paragraphs: Sequence[Sequence[Sentence]]) -> bool:
    """Whether so many short paragraphs end with a question that somebody must be answering."""
    asks = [_asks(paragraph) for paragraph in paragraphs]
    return sum(asks) >= LEAST_QUESTIONS and sum(asks) >= QUESTION_SHARE * len(paragraphs) and not asks[-1]


def _with_statements(paragraphs: Sequence[Sequence[Sentence]], asks: Sequence[bool]) -> list[bool]:
    """With what the interviewer puts as a statement ("Und sie sind hineingegangen.").

    Where one paragraph answers each question, and three stand together, a short one in the middle is no answer.
    """
    found = list(asks)
    runs: list[range] = []
    for n in range(found.index(True), len(asks)):
        if not asks[n]:
            runs.append(range(runs.pop().start if runs and runs[-1].stop == n else n, n + 1))
    if sum(len(run) == 1 for run in runs) <= len(runs) / 2:
        return found
    for run in runs:
        inner = run[1::2]
        short = [
            len(paragraphs[n]) == 1 and len(paragraphs[n][0].text.split()) <= STATEMENT_WORDS for n in inner
        ]
        if len(run) % 2 and all(short):
            for n in inner:
                found[n] = True
    return found


def _askers(paragraphs: Sequence[Sequence[Sentence]], labels: Sequence[str]) -> set[str] | None:
    """The names before paragraphs that mostly ask, where names before paragraphs take turns; else ``None``."""
    counts = Counter(label for label in labels if label)
    speakers = [label for label, count in counts.items() if count >= LEAST_LABELS]
    if len(speakers) < 2:
        return None
    asking = Counter(
        label
        for paragraph, label in zip(paragraphs, labels, strict=True)
        if label and is_question(paragraph[-1].text)
    )
    askers = {label for label in speakers if asking[label] * 2 > counts[label]}
    return askers if askers and len(askers) < len(speakers) else None


def _by_labels(
    paragraphs: Sequence[Sequence[Sentence]], labels: Sequence[str], askers: set[str]
) -> list[bool]:
    """Whether each paragraph asks; one without a name belongs to the one before it."""
    asks: list[bool] = []
    for _, label in zip(paragraphs, labels, strict=True):
        asks.append(label in askers if label else bool(asks) and asks[-1])
    return asks


def _exchanges(paragraphs: Sequence[Sequence[Sentence]], asks: Sequence[bool]) -> tuple[Exchanged, ...]:
    found: list[Exchanged] = []
    for paragraph, asking in zip(paragraphs, asks, strict=True):
        last = found[-1] if found else None
        if asking and (last is None or last.answered):
            found.append(Exchanged(tuple(paragraph), ()))
        elif asking and last is not None:
            found[-1] = Exchanged((*last.asked, *paragraph), ())
        elif last is not None:
            found[-1] = Exchanged(last.asked, (*last.answered, *paragraph))
    return tuple(found)


def _addressed(paragraphs: Sequence[Sequence[Sentence]], asks: Sequence[bool]) -> str:
    """Whom the questions address: "Frau Professor Allmers, woher kommt …"."""
    for paragraph, asking in zip(paragraphs, asks, strict=True):
        if asking:
            for sentence in paragraph:
                if found := ADDRESSED.search(sentence.text):
                    return str(found["name"] or found["first"])
    return ""


def _full_name(surname: str, intro: Sequence[Sentence], language: str) -> str:
    """The name with the first names that the introduction gives ("Henrike Allmers"); else as it is."""
    last = surname.rsplit(maxsplit=1)[-1] if surname else ""
    for sentence in intro:
        run: list[Word] = []
        for word in words_of(sentence.text, language):
            if word.kind == "name" or (word.text[:1].isupper() and word.text == last):
                run.append(word)
            else:
                run = []
            if run and word.text == last:
                names = [other.text for other in run if not re.fullmatch(TITLES, other.text)]
                return " ".join(names)
    return surname
