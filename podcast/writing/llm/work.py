"""What all steps of one script share: the article, the show, the model's hand, the measure, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from podcast.article import Article
from podcast.checks import Report, look
from podcast.manifest import Fallback
from podcast.pace import Pace
from podcast.script import Script
from podcast.show import Show
from podcast.writing.llm.asking import Asker
from podcast.writing.llm.author import Author
from podcast.writing.llm.compose import Composer, Piece
from podcast.writing.llm.failures import OutageError, UnansweredError
from podcast.writing.llm.fitting import Fitter, speech_rate
from podcast.writing.llm.judging import Judge
from podcast.writing.llm.outline import Part, Room, room_for
from podcast.writing.llm.parallel import in_parallel
from podcast.writing.llm.prompts import Prompts

__all__ = ["Work"]

T = TypeVar("T")


@dataclass
class Work:
    """One script in the making.

    ``minutes`` is the length that is asked for, ``None`` for all of the article. ``failure`` is the last question that
    the server did not answer. ``fallbacks`` are what the offline writer had to take.
    """

    article: Article
    show: Show
    asker: Asker
    prompts: Prompts
    composer: Composer
    pace: Pace
    minutes: float | None
    report: Callable[[str, int, int], None]
    read: Callable[[str], str] | None
    failure: OutageError | None = None
    fallbacks: list[Fallback] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether the server is taken for dead: nothing more is asked then."""
        return self.asker.client.down is not None

    @cached_property
    def author(self) -> Author:
        """Who puts the questions."""
        return Author(self.asker, self.prompts, self.article)

    @cached_property
    def rate(self) -> float:
        """Seconds for a word."""
        return speech_rate(self.article, self.prompts.names, self.pace)

    @cached_property
    def room(self) -> Room:
        """What is fixed before anything is planned."""
        if self.minutes is None:
            return room_for(self.article, None)
        around = self.pace.script(self.composer.script(()))
        return room_for(self.article, round(max(0.0, 60 * self.minutes - around) / self.rate))

    @cached_property
    def fitter(self) -> Fitter | None:
        """What brings pieces to the length; ``None`` where none is asked for."""
        if self.minutes is None:
            return None
        return Fitter(self.composer, self.article, self.pace, 60 * self.minutes, self.rate)

    def look(self, script: Script) -> Report:
        """What an editor finds."""
        return look(script, self.show, self.article, pace=self.pace, minutes=self.minutes, read=self.read)

    def judge(self, part: Part) -> Judge:
        """Who says whether a part's conversation will do."""
        return self.author.judge(part, whole=self.room.whole)

    def offline(self, part: Part, reason: str) -> Piece:
        """The part, for the offline writer."""
        return Piece(part, None, words=None if self.minutes is None else part.words, reason=reason)

    def tried(self, task: Callable[[], T]) -> T | None:
        """What a task gives; ``None`` where the model gives nothing that can be used, or its server is gone."""
        try:
            return task()
        except UnansweredError:
            return None
        except OutageError as error:
            self.failure = error
            return None

    def all_of(self, stage: str, tasks: Sequence[Callable[[], T]]) -> list[T | None]:
        """Several tasks at once, told as ``stage``; see :meth:`tried`."""
        self.report(stage, 0, len(tasks))
        return in_parallel(
            [lambda task=task: self.tried(task) for task in tasks],  # type: ignore[misc]
            self.show.model.parallel,
            lambda count: self.report(stage, count, len(tasks)),
        )
