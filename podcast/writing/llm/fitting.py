"""A script of the length that was asked for: by what the offline writer can shorten, add or take over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from podcast.article import Article
from podcast.pace import Pace
from podcast.script import Script, Segment, Turn, plain, written
from podcast.writing.centre import Centre
from podcast.writing.llm.compose import Composer, Piece
from podcast.writing.llm.sparing import spare

__all__ = ["LENGTH_KEPT", "Fitter", "speech_rate"]

AIM = 0.03
"""How near to the length the fitting goes; the rest of the promised 10 % is for voices unlike their measure."""
LENGTH_KEPT = 0.1
"""The length that is asked for is kept within this share, where the article has enough to say."""
WORTH = 0.01
"""A part of the model's is given up for no less than this share of the length."""
SAMPLE_SENTENCES = 12
ROUNDS = 8
LEAST_WORDS = 20
"""An offline part is not shortened below this."""


def speech_rate(article: Article, names: Sequence[str], pace: Pace) -> float:
    """Seconds for each word of a conversation about the article, pauses between turns included."""
    sentences = list(article.sentences)
    step = max(1, len(sentences) // SAMPLE_SENTENCES)
    turns = [
        Turn(names[at % 2], plain(sentence.text))
        for at, sentence in enumerate(sentences[::step][:SAMPLE_SENTENCES])
    ]
    one = pace.script(Script({}, (Segment("", tuple(turns[:1])),)))
    all_of_them = pace.script(Script({}, (Segment("", tuple(turns)),)))
    words = sum(len(written(turn.body).split()) for turn in turns)
    if len(turns) > 1:
        return (all_of_them - one) / max(1, words - len(written(turns[0].body).split()))
    return pace.turn(turns[0]) / max(1, words)


class Fitter:
    """Brings pieces to a length. ``seconds`` is what was asked for, ``rate`` the seconds for a word."""

    def __init__(self, composer: Composer, article: Article, pace: Pace, seconds: float, rate: float) -> None:
        self._composer = composer
        self._article = article
        self._pace = pace
        self._seconds = seconds
        self._rate = rate
        self._centre = Centre(article)
        self._by_number = {sentence.number: sentence for sentence in article.sentences}

    def off(self, pieces: Sequence[Piece]) -> float:
        """Seconds above (or, negative, below) what was asked for."""
        return self._pace.script(self._composer.script(pieces)) - self._seconds

    def near(self, off: float) -> bool:
        """Whether so many seconds off is near enough."""
        return abs(off) <= AIM * self._seconds

    def fit(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces, as near to the length as they go."""
        best = self._composer.complete(pieces)
        for change in (self._offline, self._shorter, self._longer):
            if self.near(self.off(best)):
                return best
            found = change(best)
            if abs(self.off(found)) < abs(self.off(best)):
                best = found
        for _ in pieces if self._within_reach(best) else ():
            off = abs(self.off(best))
            found = self._handed_over(best)
            if off - abs(self.off(found)) < WORTH * self._seconds:  # the model's words are worth more
                break
            best = found
        return best

    def _within_reach(self, pieces: Sequence[Piece]) -> bool:
        """Whether the offline writer could fill the length with all of the article."""
        if self.off(pieces) > 0:
            return True
        everything = [
            replace(piece, turns=None, words=None) if piece.part.kind == "segment" else piece
            for piece in pieces
        ]
        return self.off(everything) > -LENGTH_KEPT * self._seconds

    def _offline(self, pieces: list[Piece]) -> list[Piece]:
        """Offline parts with fewer or more of their sentences."""
        best, now = pieces, pieces
        least = abs(self.off(pieces))
        for _ in range(ROUNDS):
            off = self.off(now)
            if abs(off) < least:
                best, least = now, abs(off)
            if self.near(off):
                break
            sizes = {at: self._size(piece) for at, piece in enumerate(now) if piece.turns is None}
            total = sum(sizes.values())
            if not total:
                break
            share = (total - off / self._rate) / total
            changed = [
                replace(piece, words=max(LEAST_WORDS, round(sizes[at] * share))) if at in sizes else piece
                for at, piece in enumerate(now)
            ]
            if changed == now:
                break
            now = changed
        return best

    def _size(self, piece: Piece) -> int:
        """Words that an offline piece aims at now."""
        own = sum(len(self._by_number[n].text.split()) for n in piece.part.numbers)
        return own if piece.words is None else min(piece.words, own)

    def _shorter(self, pieces: list[Piece]) -> list[Piece]:
        """Without what was added, then without those of the model's turns that can best be spared."""
        now = pieces
        if self.off(pieces) > 0:
            now = self._composer.complete([replace(piece, extra=()) for piece in pieces])
        while (off := self.off(now)) > AIM * self._seconds:
            sections = self._composer.sections_of(now)
            choices = [
                (weight, at, turn)
                for at, piece in enumerate(now)
                for turn, weight in self._spare(piece, sections)
                if self._pace.turn((piece.turns or ())[turn]) <= off + AIM * self._seconds
            ]
            if not choices:
                break
            _, at, turn = min(choices)
            turns = now[at].turns or ()
            now = [*now[:at], replace(now[at], turns=turns[:turn] + turns[turn + 1 :]), *now[at + 1 :]]
        return now

    def _spare(self, piece: Piece, sections: Sequence[int]) -> list[tuple[int, float]]:
        """Turns that nothing leans on, with their weight: no question, no answer, and the next one stands alone."""
        turns = piece.turns or ()
        out = []
        for at, turn in enumerate(turns):
            own = {self._composer.section_of(n) for n in turn.sentences}
            last = any(sections.count(section) == 1 for section in own)
            if turn.sentences and not last and spare(turns, at, self._article.language):
                out.append((at, self._centre.weight(written(turn.body))))
        return out

    def _longer(self, pieces: list[Piece]) -> list[Piece]:
        """With sentences that nobody speaks of yet, each in its own part."""
        now = list(pieces)
        for at, piece in enumerate(now):
            off = self.off(now)
            if self.near(off) or off > 0:
                break
            if piece.turns is None or piece.part.kind != "segment":
                continue
            named = {n for turn in piece.turns for n in turn.sentences} | set(piece.extra)
            left = [n for n in piece.part.numbers if n not in named]
            more = self._composer.chooser.more(left, round(-off / self._rate))
            if more:
                longer = [
                    *now[:at],
                    replace(piece, extra=tuple(sorted({*piece.extra, *more}))),
                    *now[at + 1 :],
                ]
                if abs(self.off(longer)) < abs(off):
                    now = longer
        return now

    def _handed_over(self, pieces: list[Piece]) -> list[Piece]:
        """The part that is farthest from its length becomes the offline writer's, which can be cut to measure."""
        off = self.off(pieces)
        own = [
            (self._seconds_of(piece) - piece.part.words * self._rate, at)
            for at, piece in enumerate(pieces)
            if piece.turns is not None and piece.part.kind == "segment"
        ]
        if not own or abs(off) <= 3 * AIM * self._seconds:
            return pieces
        _, at = max(own) if off > 0 else min(own)
        reason = "its length could not be kept"
        taken = replace(pieces[at], turns=None, extra=(), words=pieces[at].part.words, reason=reason)
        return self._offline([*pieces[:at], taken, *pieces[at + 1 :]])

    def _seconds_of(self, piece: Piece) -> float:
        return sum(self._pace.turn(turn) for turn in piece.turns or ())
