"""The plan of an episode: its parts, each with its sentences. The model proposes, the program makes it whole."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from podcast.article import Article, Sentence
from podcast.writing.centre import Centre
from podcast.writing.llm.reading import stems
from podcast.writing.llm.shapes import Planned
from podcast.writing.plan import plan_of

__all__ = ["Part", "Room", "mended", "planned_here", "room_for"]

SEGMENT_WORDS = 200
"""A segment of a conversation: a minute and a half. Longer ones are wearing, and models lose the thread in them."""
SHORT_WORDS = 100
"""Of an article's sections each gets a segment of its own while it has so many words."""
MOST_SEGMENTS = 14
OPENING_SHARE, CLOSE_SHARE = 0.14, 0.12
OPENING_WORDS, CLOSE_WORDS = 90, 90
LEAST_CLOSE_WORDS = 45
LEAST_FOR_OPENING, LEAST_FOR_CLOSE = 150, 180
"""An episode of fewer words has no room for a scene before the greeting, or for what to take along."""
LEAST_PART_WORDS = 40
STRETCHED = 1.25
"""A conversation may have so many times the article's words; beyond that somebody would have to invent."""
COVERED = 0.5
"""A plan that is to hold all of the article and leaves out more than this is no plan."""
STRAY = 2.0
"""A segment may have so many times more or fewer words than its sentences' share."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the episode: what is said in it, and how.

    ``numbers`` are its sentences in the order they are talked about, ``words`` what it may have, ``lead`` (0 or 1)
    who begins. ``tension`` carries it, ``handover`` is the thought it ends with.
    """

    kind: Literal["opening", "segment", "close"]
    heading: str
    numbers: tuple[int, ...]
    words: int
    lead: int = 0
    tension: str = ""
    handover: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What is fixed before anything is planned: sentences of opening and close, and words for everything.

    ``words`` are those of the segments together; ``whole``: nothing of the article is to be left out.
    """

    opening: tuple[int, ...]
    closing: tuple[int, ...]
    opening_words: int
    close_words: int
    words: int
    most: int
    whole: bool


def room_for(article: Article, words: int | None) -> Room:
    """Share out ``words`` to be spoken, greeting and good-bye not counted; ``None`` is as many as the article has."""
    plan = plan_of(article, article.language)
    total = article.words if words is None else min(words, round(article.words * STRETCHED))
    opening = plan.scene if total >= LEAST_FOR_OPENING else ()
    closing = plan.end if total >= LEAST_FOR_CLOSE else ()
    whole = words is None or words >= article.words
    opening_words = close_words = 0
    if opening:
        opening_words = max(_words(opening), LEAST_PART_WORDS)
        opening_words = (
            opening_words if whole else min(OPENING_WORDS, opening_words, round(total * OPENING_SHARE))
        )
    if total >= LEAST_FOR_CLOSE:
        close_words = max(LEAST_CLOSE_WORDS, round(total * CLOSE_SHARE))
        close_words = LEAST_CLOSE_WORDS + _words(closing) if whole else min(CLOSE_WORDS, close_words)
    rest = max(LEAST_PART_WORDS, total - opening_words - close_words)
    free = len(list(article.sentences)) - len(opening) - len(closing)
    headed = sum(bool(section.heading) for section in article.sections)
    most = max(round(rest / SEGMENT_WORDS), headed if whole else min(headed, round(rest / SHORT_WORDS)), 1)
    return Room(
        tuple(sentence.number for sentence in opening),
        tuple(sentence.number for sentence in closing),
        opening_words,
        close_words,
        rest,
        min(most, MOST_SEGMENTS, max(1, free)),
        whole,
    )


def planned_here(article: Article, room: Room, part_heading: Callable[[int], str]) -> list[Part]:
    """A plan without a model: the article's sections, or its paragraphs in parts of equal length."""
    groups = _sections(article, room)
    while len(groups) > room.most:
        sizes = [_words(one[1]) + _words(two[1]) for one, two in itertools.pairwise(groups)]
        at = sizes.index(min(sizes))
        longer = max(groups[at : at + 2], key=lambda group: _words(group[1]))
        groups[at : at + 2] = [(longer[0], groups[at][1] + groups[at + 1][1])]
    if len(groups) == 1 and not groups[0][0] and room.most > 1:
        groups = _in_parts(groups[0][1], room.most)
    total = sum(_words(sentences) for _, sentences in groups)
    segments = [
        Part(
            "segment",
            heading or (part_heading(number) if len(groups) > 1 else article.title),
            tuple(sentence.number for sentence in sentences),
            max(LEAST_PART_WORDS, round(room.words * _words(sentences) / max(1, total))),
            lead=(number - 1) % 2,
        )
        for number, (heading, sentences) in enumerate(groups, 1)
    ]
    return _framed(segments, article, room)


def mended(
    planned: Sequence[Planned],
    article: Article,
    room: Room,
    names: Sequence[str],
    *,
    carried: Callable[[Sequence[str]], list[bool]],
    part_heading: Callable[[int], str],
) -> list[Part] | None:
    """The model's plan made whole: every sentence in one place, no section lost, words that add up.

    ``carried`` says which headings stand on the article. ``None`` where too much of the article is missing.
    """
    taken = {*room.opening, *room.closing}
    free = [sentence for sentence in article.sentences if sentence.number not in taken]
    known = {sentence.number for sentence in free}
    rows: list[tuple[Planned, list[int]]] = []
    for segment in planned[: room.most]:
        numbers = [n for n in segment.numbers if n in known]
        known -= set(numbers)
        if numbers:
            rows.append((segment, numbers))
    missing = [sentence for sentence in free if sentence.number in known]
    share = 1 - _words(missing) / max(1, _words(free))
    if not rows or (room.whole and share < COVERED):
        return None
    for sentence in missing if room.whole else _lost(article, missing, known):
        _nearest(rows, sentence.number).append(sentence.number)
    by_number = {sentence.number: sentence for sentence in free}
    headings = _headings(article, rows, carried, part_heading)
    sizes = [_words([by_number[n] for n in numbers]) for _, numbers in rows]
    wishes = [
        _wish(row[0].words, size, sizes, [r[0].words for r in rows])
        for row, size in zip(rows, sizes, strict=True)
    ]
    keys = [name.casefold() for name in names]
    segments = []
    for at, ((segment, numbers), heading, wish) in enumerate(zip(rows, headings, wishes, strict=True)):
        lead = segment.lead.casefold().strip()
        segments.append(
            Part(
                "segment",
                heading,
                tuple(dict.fromkeys(numbers)),
                max(LEAST_PART_WORDS, round(room.words * wish / sum(wishes))),
                lead=keys.index(lead) if lead in keys else at % 2,
                tension=segment.tension,
                handover=segment.handover,
            )
        )
    return _framed(segments, article, room)


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def _sections(article: Article, room: Room) -> list[tuple[str, tuple[Sentence, ...]]]:
    taken = {*room.opening, *room.closing}
    groups = [
        (section.heading, tuple(s for s in section.sentences if s.number not in taken))
        for section in article.sections
    ]
    kept = [(heading, sentences) for heading, sentences in groups if sentences]
    return kept or [("", tuple(article.sentences))]


def _in_parts(sentences: Sequence[Sentence], count: int) -> list[tuple[str, tuple[Sentence, ...]]]:
    """Sentences in ``count`` parts of about the same length, cut at paragraphs where there are any."""
    goal = _words(sentences) / count
    parts: list[list[Sentence]] = [[]]
    for index, sentence in enumerate(sentences):
        full = _words(parts[-1]) >= goal
        begins = index > 0 and sentence.paragraph != sentences[index - 1].paragraph
        over = _words(parts[-1]) >= 1.5 * goal
        if parts[-1] and len(parts) < count and ((full and begins) or over):
            parts.append([])
        parts[-1].append(sentence)
    return [("", tuple(part)) for part in parts]


def _framed(segments: list[Part], article: Article, room: Room) -> list[Part]:
    """Segments with opening and close around them. Who did not lead the first segment opens."""
    parts = list(segments)
    if room.opening:
        parts.insert(0, Part("opening", "", room.opening, room.opening_words, lead=1 - segments[0].lead))
    if room.close_words:
        parts.append(Part("close", "", room.closing, room.close_words, lead=1 - segments[-1].lead))
    return parts


def _lost(article: Article, missing: Sequence[Sentence], left: set[int]) -> list[Sentence]:
    """The best sentence of every section that would be lost whole."""
    centre = Centre(article)
    gone = {sentence.number for sentence in missing}
    out = []
    for section in article.sections:
        own = [s for s in section.sentences if s.number in gone]
        if own and all(s.number in left for s in section.sentences):
            out.append(max(own, key=lambda s: (centre.weight(s.text), -s.number)))
    return out


def _nearest(rows: Sequence[tuple[Planned, list[int]]], number: int) -> list[int]:
    """The sentences of the segment in which the one before ``number`` stands, or the one nearest to it."""
    return min(
        (numbers for _, numbers in rows),
        key=lambda numbers: min((abs(number - n), n > number) for n in numbers),
    )


def _wish(words: int, size: int, sizes: Sequence[int], wanted: Sequence[int]) -> float:
    """A segment's weight: what the model gives it, within bounds around what its sentences weigh."""
    fair = size / max(1, sum(sizes))
    if not words or not all(wanted):
        return fair
    return min(max(words / sum(wanted), fair / STRAY), fair * STRAY)


def _headings(
    article: Article,
    rows: Sequence[tuple[Planned, list[int]]],
    carried: Callable[[Sequence[str]], list[bool]],
    part_heading: Callable[[int], str],
) -> list[str]:
    """For each segment the article's heading where most of it stands under one, else the model's, else a number."""
    over = {
        sentence.number: section.heading for section in article.sections for sentence in section.sentences
    }
    texts = {sentence.number: sentence.text for sentence in article.sentences}
    own = [" ".join(segment.heading.split()).strip(" .:#*") for segment, _ in rows]
    if len(rows) == 1:
        return [over[rows[0][1][0]] or article.title]
    used: set[str] = set()
    for at, ((_, numbers), heading, good) in enumerate(zip(rows, list(own), carried(own), strict=True)):
        most, count = Counter(over[n] for n in numbers).most_common(1)[0]
        if most and most not in used and 2 * count > len(numbers):
            own[at] = most
        elif not good or heading in used or not stems(heading) & stems(" ".join(texts[n] for n in numbers)):
            own[at] = part_heading(at + 1)
        used.add(own[at])
    return own
