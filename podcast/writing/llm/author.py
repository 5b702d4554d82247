"""The model's part of the work: brief, plan, and the conversation of each part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from podcast.article import Article
from podcast.script import Turn
from podcast.writing.centre import Centre
from podcast.writing.llm.asking import Asker
from podcast.writing.llm.failures import UnansweredError
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.judging import Judge
from podcast.writing.llm.outline import Part, Room, mended
from podcast.writing.llm.prompts import Prompts, turns_for
from podcast.writing.llm.reading import stems
from podcast.writing.llm.shapes import Brief, Planned, brief_shape, outline_shape
from podcast.writing.llm.tongue import is_in
from podcast.writing.llm.turns import TOKENS_PER_WORD, shape_of, tokens_for

__all__ = ["Author"]

BRIEF_TOKENS, LEAST_BRIEF_TOKENS = 1200, 300
LEAST_IN_COMMON = 3
"""So many longer words a brief must have in common with its article."""
OUTLINE_TOKENS, OUTLINE_TOKENS_EACH = 300, 260
NEED_SCENE, NEED_WHOLE, NEED_SHORT = 0.3, 0.6, 0.2
"""So much of its sentences a part must say: an opening, a segment of the whole article, one of a shorter episode."""
NEED_OF_ROOM = 0.5
"""And of a shorter episode no more than this share of the sentences that its words have room for."""
REMEMBERED = 8
"""Sentences beside the article's end that the close may choose from."""


class Author:
    """Asks the model for what the episode of one article needs."""

    def __init__(self, asker: Asker, prompts: Prompts, article: Article) -> None:
        self._asker = asker
        self._prompts = prompts
        self._article = article
        self._last = max(sentence.number for sentence in article.sentences)
        self._central: tuple[int, ...] | None = None

    def brief(self) -> Brief:
        """What matters, for whom, what is disputed."""
        prompt = self._prompts.brief()
        most = min(BRIEF_TOKENS, LEAST_BRIEF_TOKENS + TOKENS_PER_WORD * self._article.words)
        return self._asker.ask(prompt, brief_shape(), most, self._said_something)

    def _said_something(self, brief: Brief) -> list[Fault]:
        """What is wrong with a brief: nothing in it, in another language, or about something else."""
        text = " ".join((brief.core, brief.audience, *brief.points))
        if not is_in(text, self._prompts.language):
            return [Fault("language")]
        article = stems(" ".join(sentence.text for sentence in self._article.sentences))
        return [] if len(stems(text) & article) >= LEAST_IN_COMMON else [Fault("unrelated")]

    def outline(
        self,
        brief: Brief | None,
        room: Room,
        carried: Callable[[Sequence[str]], list[bool]],
        part_heading: Callable[[int], str],
    ) -> list[Part]:
        """The plan, made whole. Raises ``UnansweredError`` where the model has none that can be used."""

        def whole(planned: list[Planned]) -> list[Part] | None:
            return mended(
                planned,
                self._article,
                room,
                self._prompts.names,
                carried=carried,
                part_heading=part_heading,
            )

        prompt = self._prompts.outline(
            brief,
            opening=room.opening,
            closing=room.closing,
            words=room.words,
            most=room.most,
            whole=room.whole,
        )
        planned = self._asker.ask(
            prompt,
            outline_shape(self._prompts.names, room.most),
            OUTLINE_TOKENS + OUTLINE_TOKENS_EACH * room.most,
            lambda answer: [] if whole(answer) else [Fault("uncovered")],
        )
        parts = whole(planned)
        if parts is None:
            raise UnansweredError("the model gave no plan")
        return parts

    def prompt(
        self,
        part: Part,
        parts: Sequence[Part],
        brief: Brief | None,
        *,
        whole: bool,
        said: Sequence[Turn] = (),
        start: Sequence[Turn] = (),
    ) -> str:
        """What the model is asked for a part."""
        extra = self.central() if part.kind == "close" else ()
        return self._prompts.part(part, parts, brief, whole=whole, said=said, start=start, extra=extra)

    def talk(self, part: Part, prompt: str, judge: Judge, faults: Sequence[Fault] = ()) -> tuple[Turn, ...]:
        """The conversation of a part; ``faults`` are what is wrong with the one there is already."""
        if faults:
            prompt = f"{prompt}\n\n{self._prompts.again(faults)}"
        lines = self._asker.ask(
            prompt,
            shape_of(part, self._prompts.names, self._last),
            tokens_for(part.words, turns_for(part.words)),
            judge.faults,
        )
        return judge.turns(lines)

    def judge(self, part: Part, *, whole: bool) -> Judge:
        """Who says whether a part's conversation will do; ``whole``: nothing was to be left out."""
        extra = set(self.central()) - set(part.numbers) if part.kind == "close" else set()
        by_number = {sentence.number: sentence for sentence in self._article.sentences}
        need = NEED_SCENE if part.kind == "opening" else NEED_WHOLE if whole else NEED_SHORT
        if not whole:  # nobody says more of them than there is room for
            size = sum(len(by_number[n].text.split()) for n in part.numbers)
            need = min(need, NEED_OF_ROOM * part.words / max(1, size))
        sections = [
            (section.heading, frozenset(s.number for s in section.sentences if s.number in part.numbers))
            for section in self._article.sections
        ]
        return Judge(
            self._prompts.names,
            self._prompts.language,
            part.words,
            tuple(by_number[n] for n in part.numbers),
            tuple(by_number[n] for n in sorted(extra)),
            need,
            tuple((heading, numbers) for heading, numbers in sections if heading and numbers),
        )

    def central(self) -> tuple[int, ...]:
        """The numbers of the sentences that carry the article most."""
        if self._central is None:
            centre = Centre(self._article)
            ranked = sorted(self._article.sentences, key=lambda s: (-centre.weight(s.text), s.number))
            self._central = tuple(sorted(sentence.number for sentence in ranked[:REMEMBERED]))
        return self._central
