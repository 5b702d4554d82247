"""Choosing the title of an article that may not say what it is called."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.ingest.dates import DATELINE
from podcast.ingest.document import Block

__all__ = ["Titled", "best_heading", "choose_title", "shortened"]

MAX_TITLE = 100
"""Characters of a title made of a sentence: what podcast apps show of an episode's title."""
_STEM = 6
"""Letters by which two forms of a German word count as one (Gipfel, Gipfels, Gipfeltreffen)."""
# Behind these a sentence can end; behind any comma only where nothing better is there.
_MAIN_CLAUSE = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?:und|aber|doch|denn|sondern|and|but|yet|so)\s")
_CLAUSE = re.compile(r",\s")
_SMALL_WORDS = """
aber alle alles also auch beim bleibt bleiben bleib dann dass dein deine denn der des dem den die das dies
diese dieser doch durch eine einem einen einer eines einmal etwas euch fast gegen geht gibt habe haben hatte
heißt hier ihre ihrem ihren immer jede jeder jetzt kann kein keine kommt macht mehr mein meine mich muss
nach nicht nichts noch nun oder ohne schon sehr sein seine seinem seinen seiner sich sind soll über und uns
unter viel vom von vor wann warum was weil wenn wer werden wie wieder will wird wurde wurden zum zur
zwischen about after again against also been before being between both could does each from have here into
just more most much must only other over should some such than that their them then there these they this
those through under very were what when where which while will with would your comes stays remains left
"""
_STOP = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and the blocks without the line it stood in."""

    title: str
    blocks: tuple[Block, ...]


def _same(a: str, b: str) -> bool:
    def key(text: str) -> str:
        return re.sub(r"\W", "", text).casefold()

    return bool(key(a)) and key(a) == key(b)


def _stems(text: str) -> list[str]:
    return [w[:_STEM] for w in re.findall(r"[^\W\d_]{4,}", text.casefold()) if w not in _STOP]


_PRONOUN = re.compile(
    r"\b(?:er|sie|es|ihn|ihm|ihr|ihre[mnrs]?|sein|seine[mnrs]?|it|its|he|she|they|his|her|their)\b", re.I
)
_CLAUSE_ALONE = re.compile(
    r"^(?:was|wer|wen|wem|wenn|wie|wo|warum|weil|als|what|who|when|how|where|why)\b.*[^?]$", re.I
)
_SHORT, _HALF, _NAMELESS = 0.6, 0.7, 0.6


def _standing(heading: str) -> float:
    """How well a heading stands alone, up to 1: not with two words, as half a sentence, or with a pronoun for its noun.

    The factors are by ear, from titles that podcast apps would show.
    """
    value = _SHORT if len(heading.split()) < 3 else 1.0
    value *= _HALF if _CLAUSE_ALONE.match(heading) else 1.0
    return value * (_NAMELESS if _PRONOUN.search(heading) else 1.0)


def best_heading(blocks: Sequence[Block]) -> str:
    """The heading that is most about the whole article; ``""`` where there is none.

    For each of its content words: log(1 + how often the word's stem stands in the text) × the share of the
    sections in which it stands, so that the topic counts and not what one section is about. Divided by the
    square root of the number of words, so that a long heading does not win by its length. One that says little
    without its section counts less. Of equal ones, the first.
    """
    headings = [block.text for block in blocks if block.kind == "heading"]
    sections: list[Counter[str]] = [Counter()]
    for block in blocks:
        if block.kind == "heading":
            sections.append(Counter())
        else:
            sections[-1].update(_stems(block.text))
    sections = [section for section in sections if section]
    total: Counter[str] = sum(sections, Counter())
    best, score = "", -1.0
    for heading in headings:
        stems = dict.fromkeys(_stems(heading))
        worth = [
            math.log1p(total[s]) * sum(s in section for section in sections) / len(sections) for s in stems
        ]
        value = _standing(heading) * sum(worth) / math.sqrt(len(worth)) if worth else 0.0
        if value > score + 1e-9:
            best, score = heading, value
    return best


def shortened(sentence: str) -> str:
    """A sentence as a title: without its full stop, cut before a clause or a word where it is too long."""
    text = DATELINE.sub("", re.sub(r"[.:;,]+$", "", sentence.strip()))
    if len(text) <= MAX_TITLE:
        return text
    head = text[: MAX_TITLE + 6]
    for boundary in (_MAIN_CLAUSE, _CLAUSE):
        clauses = [m.start() for m in boundary.finditer(head) if MAX_TITLE // 3 <= m.start() <= MAX_TITLE]
        if clauses:
            return text[: clauses[-1]].rstrip(" ,;:–—-")
    cut = text[:MAX_TITLE].rsplit(" ", 1)[0] if " " in text[:MAX_TITLE] else text[:MAX_TITLE]
    return cut.rstrip(" ,;:–—-") + " …"


def _is_title_line(blocks: Sequence[Block], said: str, *, by_shape: bool) -> bool:
    """Whether the text begins with its title: a heading that the file calls so, or that outranks all others.

    Headings found by their shape all have one rank: there the first line of all is the title.
    """
    if not blocks or blocks[0].kind != "heading":
        return False
    outranks = all(b.level > blocks[0].level for b in blocks[1:] if b.kind == "heading")
    return _same(blocks[0].text, said) or by_shape or outranks


def choose_title(
    blocks: Sequence[Block], *, given: str | None, said: str, rough: str, by_shape: bool, first_sentence: str
) -> Titled:
    """Choose a title and take its line from the blocks; a section's heading that becomes the title stays there.

    The order: given, said by the file, a title line, ``rough`` (left-over properties), the best heading, the
    first sentence.

    ``by_shape``: the headings were found by their shape, so that their levels say nothing.
    """
    body = list(blocks)
    line = ""
    if _is_title_line(body, said, by_shape=by_shape):
        line = body.pop(0).text
    if said:
        # The page's title may stand below a kicker: it is no section either.
        body = [b for i, b in enumerate(body) if not (b.kind == "heading" and i < 4 and _same(b.text, said))]
    title = given or said or line or rough or best_heading(body) or shortened(first_sentence)
    return Titled(" ".join(title.split()), tuple(body))
