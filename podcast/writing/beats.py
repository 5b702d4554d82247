"""A section as beats: the smallest pieces that one host says without a break, and what each of them does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from podcast.article import Sentence
from podcast.grammar import Word, words_of
from podcast.writing.cuts import Cut, breaths_of, cuts_of, spoken_part
from podcast.writing.datelines import dateline_of
from podcast.writing.figures import echo_of, figure_of
from podcast.writing.joints import JOINTS
from podcast.writing.phrases import Topic, topic_of, what_question
from podcast.writing.quotations import Quotation, quotations_of
from podcast.writing.signs import LEANING, signs_of

__all__ = ["Beat", "beats_of", "tail", "whole"]


NO_HEADS: Mapping[int, int] = {}

LONG_SENTENCE_WORDS = 26
"""A sentence up to this length is said in one breath and is cut only at a colon or a semicolon."""

MAX_BEAT_WORDS = 70
"""Above this a beat is cut at a comma: no turn may have more than 75 words."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A piece of a sentence: characters ``start`` to ``end`` of ``sentence.text``.

    ``cut`` is how it hangs on the piece before it in the same sentence ("" for the first): a kind of
    :class:`podcast.writing.cuts.Cut`. ``does`` holds what its words show: ``question``, ``turn``, ``reason``,
    ``example``, ``consequence``, ``conclusion``, ``addition``, ``second``, ``next``, ``contrast``, ``claim``,
    ``quote``, ``source`` (says whose words the last ones were), ``inside`` (of a quotation that an earlier sentence
    began), ``opens`` (with a quotation that nothing announces), ``closes`` (with one that nothing ends), ``long`` (and
    that one is long), ``reported``, ``unreal`` ("müssten"), ``fragment``, ``number``, ``dated``, ``past``, ``before``
    (the pluperfect), ``several`` (announces some things), ``first`` (of them), ``more``, ``item`` (of a list),
    ``leans`` (on the sentence before it).
    """

    sentence: Sentence
    start: int
    end: int
    cut: str
    words: int
    does: frozenset[str]
    names: frozenset[str]
    topic: Topic | None = None
    figure: str | None = None
    what: str | None = None
    echo: str | None = None
    all_words: tuple[Word, ...] = field(default=(), repr=False)
    words_before: tuple[Word, ...] = field(default=(), repr=False)

    @property
    def leans(self) -> bool:
        """Whether the beat is not understood without the one before it."""
        return bool(self.does & LEANING)

    @property
    def topic_names(self) -> list[str]:
        """The last of the names that the beat puts first ("Donald Trump" is heard of as "Trump")."""
        return [_bare_name(self.topic.phrase.split()[-1])] if self.topic else []

    @property
    def text(self) -> str:
        """The piece as it is said alone."""
        return spoken_part(self.sentence.text, self.start, self.end)


def _bare_name(name: str) -> str:
    """A name without a genitive's s, so that "Putins" and "Putin" are one."""
    name = re.sub(r"['’]s?$", "", name)
    return name[:-1] if name.endswith("s") else name


def _names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(_bare_name(word.text) for word in words if word.kind == "name")


def _marks(quotation: Quotation, *, first: bool, last: bool) -> set[str]:
    """The signs of a quotation that a sentence's first or last beat bears."""
    marks = {"inside"} if quotation.inside else set[str]()
    marks |= {"opens"} if quotation.opens and first else set()
    if last and quotation.closes:
        marks |= {"closes", "long"} if quotation.long else {"closes"}
    return marks


def _beat(
    sentence: Sentence, start: int, end: int, cut: str, language: str, *, marks: set[str] | None = None
) -> Beat:
    text = spoken_part(sentence.text, start, end)
    words = words_of(text, language)
    does = signs_of(text, words, language)
    if cut:
        does.discard("claim")
    if cut == "turn":
        does.add("turn")
    return Beat(
        sentence=sentence,
        start=start,
        end=end,
        cut=cut,
        words=len(text.split()),
        does=frozenset(does | (marks or set()) | ({"item"} if sentence.text[-1].isalnum() else set())),
        names=_names(words),
        topic=topic_of(words, language) if not cut else None,
        figure=figure_of(text, words, language),
        what=what_question(text, words, language) if not cut else None,
        echo=echo_of(text, words, language) if end == len(sentence.text) else None,
        all_words=words,
        words_before=words_of(sentence.text[:start], language) if cut else (),
    )


def whole(sentence: Sentence, language: str) -> Beat:
    """A sentence as one beat, uncut."""
    return _beat(sentence, 0, len(sentence.text), "", language)


def tail(sentence: Sentence, start: int, language: str) -> Beat:
    """What stands from ``start`` behind a colon to the sentence's end, as one beat."""
    return _beat(sentence, start, len(sentence.text), "colon", language)


def _wanted(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Of the possible cuts those that help: all colons and semicolons, the others only in long sentences."""
    long = len(text.split()) > LONG_SENTENCE_WORDS
    colons = [cut.left for cut in cuts if cut.kind == "colon"]
    return [
        cut
        for cut in cuts
        # What a colon announces is one thing: "for the same reason: the goal was set, but nobody paid".
        if not (cut.kind in {"turn", "and", "so"} and colons and cut.left > colons[0])
        if cut.kind in {"colon", "semicolon", "turn"} | JOINTS.keys()
        or (long and cut.kind in {"and", "so", "reason", "dash"})
    ]


def _split(sentence: Sentence, begin: int, quotation: Quotation, language: str) -> list[tuple[int, int, str]]:
    """The parts of a sentence from ``begin`` on: where they start and end, and how each is cut off."""
    quoting = quotation.inside or quotation.unfinished
    cuts = [] if quoting else _wanted(sentence.text, cuts_of(sentence.text, language))
    cuts = [cut for cut in cuts if cut.left > begin]
    edges = [begin, *(cut.right for cut in cuts)]
    ends = [*(cut.left for cut in cuts), len(sentence.text)]
    kinds = ["", *(cut.kind for cut in cuts)]
    parts: list[tuple[int, int, str]] = []
    for start, end, kind in zip(edges, ends, kinds, strict=True):
        parts += _shorter(sentence.text, start, end, kind, language)
    return parts


def _shorter(text: str, start: int, end: int, kind: str, language: str) -> list[tuple[int, int, str]]:
    """A part above the limit in halves: at a semicolon or colon, else at the comma nearest to its middle."""
    if len(text[start:end].split()) <= MAX_BEAT_WORDS:
        return [(start, end, kind)]
    middle = (start + end) // 2
    places = [cut for cut in breaths_of(text, language) if start + 20 < cut.left < end - 20]
    strongest = [cut for cut in places if cut.kind != "comma"] or places
    if strongest:
        best = min(strongest, key=lambda cut: abs(cut.left - middle))
    else:
        space = text.rfind(" ", start, middle)
        best = Cut(space, space + 1, "comma")
    return [
        *_shorter(text, start, best.left, kind, language),
        *_shorter(text, best.right, end, best.kind, language),
    ]


def beats_of(sentences: Sequence[Sentence], language: str, heads: Mapping[int, int] = NO_HEADS) -> list[Beat]:
    """The beats of these sentences in their order; together they hold every word of them.

    ``heads`` are, by a sentence's number, the characters at its beginning that nobody says: the name of who speaks
    in an interview. A dateline is not said either.
    """
    beats = []
    for sentence, quotation in zip(sentences, quotations_of(sentences), strict=True):
        dateline = dateline_of(sentence.text) if sentence.number == 1 else None
        begin = dateline.end if dateline else heads.get(sentence.number, 0)
        parts = _split(sentence, begin, quotation, language)
        for index, (start, end, kind) in enumerate(parts):
            marks = _marks(quotation, first=not index, last=index == len(parts) - 1)
            beats.append(_beat(sentence, start, end, kind, language, marks=marks))
    return beats
