"""A section as beats: the smallest pieces that one host says without a break, and what each of them does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from podcast.article import Sentence
from podcast.writing import cuewords
from podcast.writing.cuts import Cut, commas_of, cuts_of, spoken_part
from podcast.writing.grammar import COPULA, Word, words_of
from podcast.writing.phrases import Topic, figure_of, topic_of, what_question

__all__ = ["Beat", "beats_of", "is_question", "starts_with"]

LEANING = frozenset({"leans", "turn", "second", "addition", "consequence", "conclusion", "contrast"})
"""A sentence that does one of these is not understood without the one before it."""


LONG_SENTENCE_WORDS = 26
"""A sentence up to this length is said in one breath and is cut only at a colon or a semicolon."""

MAX_BEAT_WORDS = 70
"""Above this a beat is cut at a comma: no turn may have more than 75 words."""

CLAIM_WORDS = 20
QUESTION = re.compile(r"\?[!?….]*[\"“”»«’‘)\]]*$")
QUOTE = re.compile(r"[„»\"“]([^“”«\"„]{25,})[“”«\"]")


@dataclass(frozen=True, slots=True)
class Beat:
    """A piece of a sentence: characters ``start`` to ``end`` of ``sentence.text``.

    ``cut`` is how it hangs on the piece before it in the same sentence ("" for the first). ``does`` holds what
    its words show: ``question``, ``turn``, ``reason``, ``example``, ``consequence``, ``addition``, ``second``,
    ``next``, ``contrast``, ``claim``, ``quote``, ``leans`` (on the sentence before it).
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
    all_words: tuple[Word, ...] = field(default=(), repr=False)

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


def starts_with(text: str, openers: Sequence[str]) -> bool:
    """Whether the text begins with one of these words or groups of words (whole words, any case)."""
    low = text.lower().lstrip("„“»\"'‚([ ")
    for opener in openers:
        word = opener.rstrip()
        if low.startswith(word) and not low[len(word) : len(word) + 1].isalnum():
            return True
    return False


def is_question(text: str) -> bool:
    """Whether a text asks; a quotation that asks and goes on does not."""
    return bool(QUESTION.search(text))


def _is_claim(words: Sequence[Word], language: str) -> bool:
    """A short sentence that says what something is like: what follows explains it."""
    if not words or len(words) > CLAIM_WORDS or words[-1].text in "?:":
        return False
    if words[0].lemma in {"es", "it", "there"} or words[0].kind in {"subordinator", "number"}:
        return False
    verbs = [index for index, word in enumerate(words) if word.kind == "verb"]
    if not verbs or words[verbs[0]].text.lower() not in COPULA[language]:
        return False
    if any(word.text in {",", ":"} for word in words[: verbs[0]]) or len(verbs) > 1:
        return False
    rest = words[verbs[0] + 1 :]
    return any(
        word.kind in {"adverb", "adjective"} or word.text.lower() in _JUDGING[language] for word in rest
    )


_JUDGING = {
    "de": {"ein", "eine", "einen", "kein", "keine", "nichts", "alles"},
    "en": {"a", "an", "no", "nothing", "never"},
}
_SIMPLE = (
    ("turn", cuewords.TURN),
    ("reason", cuewords.REASON),
    ("example", cuewords.EXAMPLE),
    ("consequence", cuewords.CONSEQUENCE),
    ("conclusion", cuewords.CONCLUSION),
    ("addition", cuewords.ADDITION),
    ("second", cuewords.SECOND),
    ("next", cuewords.NEXT),
)


def _does(text: str, words: Sequence[Word], language: str) -> set[str]:
    does = {name for name, table in _SIMPLE if starts_with(text, table[language])}
    first = [word.text.lower() for word in words if word.kind != "mark"][:6]
    if first and (
        first[0] in cuewords.ANAPHORA[language] or " ".join(first[:2]) in cuewords.ANAPHORA[language]
    ):
        does.add("leans")
    if any(word in first[1:] for word in cuewords.CONTRAST_INSIDE[language]):
        does.add("contrast")
    # "Weil … , …" answers nothing: the reason stands in the sentence itself.
    if does & {"reason"} and first[:1] in (["weil"], ["denn"]):
        does.discard("reason")
    if is_question(text):
        does.add("question")
    if any(word.lemma in cuewords.TIME_NOUNS[language] or _is_year(word) for word in words[:7]):
        does.add("dated")
    if QUOTE.search(text):
        does.add("quote")
    if _is_claim(words, language):
        does.add("claim")
    return does


def _is_year(word: Word) -> bool:
    return word.kind == "number" and len(word.text) == 4 and word.text.isdigit()


def _bare_name(name: str) -> str:
    """A name without a genitive's s, so that "Putins" and "Putin" are one."""
    return name[:-1] if name.endswith("s") else name


def _names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(_bare_name(word.text) for word in words if word.kind == "name")


def _beat(sentence: Sentence, start: int, end: int, cut: str, language: str) -> Beat:
    text = spoken_part(sentence.text, start, end)
    words = words_of(text, language)
    does = _does(text, words, language)
    if cut in {"turn", "reason"}:
        does.add("turn" if cut == "turn" else "joined")
    return Beat(
        sentence=sentence,
        start=start,
        end=end,
        cut=cut,
        words=len(text.split()),
        does=frozenset(does | ({"item"} if sentence.text[-1].isalnum() else set())),
        names=_names(words),
        topic=topic_of(words, language) if not cut else None,
        figure=figure_of(text, words, language),
        what=what_question(text, words, language) if not cut else None,
        all_words=words,
    )


def _wanted(text: str, cuts: Sequence[Cut]) -> list[Cut]:
    """Of the possible cuts those that help: all colons and semicolons, the others only in long sentences."""
    long = len(text.split()) > LONG_SENTENCE_WORDS
    return [
        cut
        for cut in cuts
        if cut.kind in {"colon", "semicolon", "turn"}
        or (long and cut.kind in {"and", "so", "reason", "dash"})
    ]


def _split(sentence: Sentence, language: str) -> list[tuple[int, int, str]]:
    cuts = _wanted(sentence.text, cuts_of(sentence.text, language))
    edges = [0, *(cut.right for cut in cuts)]
    ends = [*(cut.left for cut in cuts), len(sentence.text)]
    kinds = ["", *(cut.kind for cut in cuts)]
    parts: list[tuple[int, int, str]] = []
    for start, end, kind in zip(edges, ends, kinds, strict=True):
        parts += _shorter(sentence.text, start, end, kind, language)
    return parts


def _shorter(text: str, start: int, end: int, kind: str, language: str) -> list[tuple[int, int, str]]:
    """A part above the limit in halves, at the comma nearest to its middle (at a space where there is none)."""
    if len(text[start:end].split()) <= MAX_BEAT_WORDS:
        return [(start, end, kind)]
    middle = (start + end) // 2
    commas = [cut for cut in commas_of(text, language) if start + 20 < cut.left < end - 20]
    if commas:
        best = min(commas, key=lambda cut: abs(cut.left - middle))
    else:
        space = text.rfind(" ", start, middle)
        best = Cut(space, space + 1, "comma")
    return [
        *_shorter(text, start, best.left, kind, language),
        *_shorter(text, best.right, end, best.kind, language),
    ]


def beats_of(sentences: Sequence[Sentence], language: str) -> list[Beat]:
    """The beats of these sentences in their order; together they hold every word of them."""
    return [
        _beat(sentence, start, end, kind, language)
        for sentence in sentences
        for start, end, kind in _split(sentence, language)
    ]
