"""Plan and conversation: the parts of an episode, asked for one after the other or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from podcast.manifest import Fallback
from podcast.script import Script, Segment, Turn, plain
from podcast.writing.llm.compose import Piece
from podcast.writing.llm.failures import ModelError, OutageError, UnansweredError
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.judging import Judge
from podcast.writing.llm.outline import Part, planned_here
from podcast.writing.llm.parallel import in_parallel
from podcast.writing.llm.shapes import Brief
from podcast.writing.llm.turns import linked, words_of_turns
from podcast.writing.llm.work import Work

__all__ = ["Talker"]

LENGTH_ROUNDS = 2
LENGTH_OFF = 0.05
"""Up to this share off, the length is left to fitting; beyond, what is too long or short is asked for again."""
PART_OFF = 0.15


class Talker:
    """Has one episode planned and its parts written."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._brief: Brief | None = None
        self._parts: list[Part] = []
        self._pieces: dict[int, Piece] = {}
        self._prompts: dict[int, str] = {}
        self._known: dict[str, bool] = {}

    def plan(self) -> None:
        """Brief and plan. Without an answer that can be used the program plans; without a server nothing begins.

        Raises ``ModelError``.
        """
        work = self._work
        work.report("planning", 0, 2)
        try:
            try:
                self._brief = self._honest(work.author.brief())
            except UnansweredError as error:
                work.fallbacks.append(Fallback("the brief", str(error)))
            work.report("planning", 1, 2)
            heading = work.composer.part_heading
            try:
                self._parts = self._honest_plan(
                    work.author.outline(self._brief, work.room, self._carried, heading)
                )
            except UnansweredError as error:
                work.fallbacks.append(Fallback("the plan", str(error)))
                self._parts = planned_here(work.article, work.room, heading)
        except OutageError as error:
            raise ModelError(f"{error}; --writer offline needs no model") from error
        work.report("planning", 2, 2)

    def _honest(self, brief: Brief) -> Brief:
        """The brief without what the article does not carry: it would come back in every segment."""
        texts = [brief.core, brief.audience, *brief.points, *brief.disputed]
        core, audience, *rest = self._if_carried(texts)
        points, disputed = rest[: len(brief.points)], rest[len(brief.points) :]
        return Brief(core, audience, tuple(filter(None, points)), tuple(filter(None, disputed)))

    def _honest_plan(self, parts: Sequence[Part]) -> list[Part]:
        """The plan without thoughts that the article does not carry."""
        texts = self._if_carried([text for part in parts for text in (part.tension, part.handover)])
        return [
            replace(part, tension=tension, handover=handover)
            for part, tension, handover in zip(parts, texts[::2], texts[1::2], strict=True)
        ]

    def _if_carried(self, texts: Sequence[str]) -> list[str]:
        carried = self._carried(texts)
        return [text if good else "" for text, good in zip(texts, carried, strict=True)]

    def _carried(self, texts: Sequence[str]) -> list[bool]:
        """Whether words of the model's stand on the article: whether a host could say them."""
        sayable = [text for text in dict.fromkeys(texts) if any(map(str.isalnum, text))]
        if new := [text for text in sayable if text not in self._known]:
            turns = tuple(Turn(self._work.prompts.names[at % 2], plain(text)) for at, text in enumerate(new))
            script = Script({"language": self._work.article.language}, (Segment("", turns),))
            findings = self._work.look(script).findings
            wrong = {f.turn for f in findings if f.group == "grounding" and f.severity != "note"}
            self._known.update({text: number not in wrong for number, text in enumerate(new, 1)})
        return [self._known.get(text, False) for text in texts]

    def talk(self) -> list[Piece]:
        """The conversation of every part: the opening, then the segments, as many at once as may be, then the close.

        A part that the model cannot do is the offline writer's. Raises ``ModelError`` where that is all of them
        because the server is gone.
        """
        work, parts = self._work, self._parts
        work.report("writing", 0, len(parts))
        work.author.central()  # before there are threads
        for numbers in self._rounds():
            start = (self._pieces[0].turns or ()) if parts[0].kind == "opening" and 0 in self._pieces else ()
            for at in numbers:
                self._prompts[at] = work.author.prompt(
                    parts[at],
                    parts,
                    self._brief,
                    whole=work.room.whole,
                    said=self._said_before(at),
                    start=start,
                )
            done = len(self._pieces)
            found = in_parallel(
                [partial(self._part, parts[at], self._prompts[at], work.judge(parts[at])) for at in numbers],
                work.show.model.parallel,
                lambda count, done=done: work.report("writing", done + count, len(parts)),  # type: ignore[misc]
            )
            for at, piece in zip(numbers, found, strict=True):
                self._pieces[at] = self._linked(piece)
        pieces = [self._pieces[at] for at in range(len(parts))]
        if work.failure is not None and all(piece.turns is None for piece in pieces):
            raise ModelError(f"{work.failure}; --writer offline needs no model") from work.failure
        return pieces

    def _rounds(self) -> list[list[int]]:
        """Which parts are asked for at once: the segments, unless only one request may be under way."""
        rounds: list[list[int]] = []
        for at, part in enumerate(self._parts):
            together = rounds and part.kind == self._parts[rounds[-1][-1]].kind == "segment"
            if together and self._work.show.model.parallel > 1:
                rounds[-1].append(at)
            else:
                rounds.append([at])
        return rounds

    def _said_before(self, at: int) -> Sequence[Turn]:
        """The turns before a part, where they are known when it is asked for."""
        return (self._pieces[at - 1].turns or ()) if at - 1 in self._pieces else ()

    def _part(self, part: Part, prompt: str, judge: Judge) -> Piece:
        """A part by the model or, with the reason, for the offline writer. Runs in a thread of its own."""
        try:
            return Piece(part, self._work.author.talk(part, prompt, judge))
        except UnansweredError as error:
            return self._work.offline(part, str(error))
        except OutageError as error:
            self._work.failure = error
            return self._work.offline(part, str(error))

    def _linked(self, piece: Piece) -> Piece:
        if piece.turns is None:
            return piece
        return replace(
            piece, turns=linked(piece.turns, self._work.article, self._work.judge(piece.part).allowed)
        )

    def to_length(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces; those that are too long or too short were asked for again, with what they measured."""
        work = self._work
        measured = [_words(piece) for piece in pieces]
        for _ in range(LENGTH_ROUNDS):
            if work.minutes is None or work.fitter is None or work.over:
                break
            off = work.fitter.off(pieces)
            wrong = [at for at in range(len(pieces)) if self._wrong(pieces[at], off)]
            if not wrong or abs(off) <= LENGTH_OFF * 60 * work.minutes:
                break
            faults = [_too(measured[at], pieces[at].part.words) for at in wrong]
            tasks = [
                partial(
                    work.author.talk, pieces[at].part, self._prompts[at], work.judge(pieces[at].part), [fault]
                )
                for at, fault in zip(wrong, faults, strict=True)
            ]
            before = list(measured)
            for at, turns in zip(wrong, work.all_of("fitting", tasks), strict=True):
                if turns is None:
                    continue
                anew = self._linked(replace(pieces[at], turns=turns))
                measured[at] = _words(anew)
                if abs(_words(anew) - anew.part.words) < abs(_words(pieces[at]) - anew.part.words):
                    pieces[at] = anew
            if measured == before:  # the same question would get the same answer
                break
        return pieces

    @staticmethod
    def _wrong(piece: Piece, off: float) -> bool:
        """Whether the model's piece has its part in so many seconds too many or (negative) too few."""
        more = _words(piece) - piece.part.words
        return piece.turns is not None and more * off > 0 and abs(more) > PART_OFF * piece.part.words


def _words(piece: Piece) -> int:
    return words_of_turns(piece.turns or ())


def _too(words: int, aim: int) -> Fault:
    return Fault("long" if words > aim else "short", {"words": words, "aim": aim})
