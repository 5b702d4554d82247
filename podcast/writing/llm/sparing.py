"""Where a conversation can be cut, and where something can be put in: nothing may hang in the air then. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from podcast.article import Sentence
from podcast.script import Turn, written
from podcast.writing.beats import whole
from podcast.writing.signs import points_back

__all__ = ["place_for", "spare", "stands"]


def stands(text: str, language: str) -> bool:
    """Whether a turn is understood without the one before it."""
    beat = whole(Sentence(0, text, 0), language)
    return not beat.leans and not points_back(beat.all_words)


def spare(turns: Sequence[Turn], at: int, language: str) -> bool:
    """Whether a part can do without its turn ``at`` (from 0): no question, no answer, neither first nor last."""
    if not 0 < at < len(turns) - 1 or "?" in written(turns[at].body):
        return False
    asked = written(turns[at - 1].body).rstrip().endswith("?")
    return not asked and stands(written(turns[at + 1].body), language)


def place_for(turns: Sequence[Turn], number: int, language: str) -> int:
    """The turn (from 0) after which a sentence of the article can be said: near those that go before it there."""
    texts = [written(turn.body).rstrip() for turn in turns]
    before = [
        (min(t.sentences), at) for at, t in enumerate(turns) if t.sentences and min(t.sentences) <= number
    ]
    wanted = max(before)[1] if before else 0
    last = len(turns) - 1
    open_to = [
        at
        for at in range(len(turns))
        if at == last or (not texts[at].endswith("?") and stands(texts[at + 1], language))
    ]
    return min(open_to, key=lambda at: (abs(at - wanted), at))
