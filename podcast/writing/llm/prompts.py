"""What the model is asked, from templates/prompts/ in the article's language. The article is quoted in it as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from podcast.article import Article, Sentence
from podcast.checks import Finding
from podcast.script import Turn, written
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.outline import Part
from podcast.writing.llm.reading import quoted
from podcast.writing.llm.schemas import Shape, schema_of
from podcast.writing.llm.shapes import Brief

__all__ = ["Prompts", "turns_for"]

WORDS_PER_TURN = 24
"""Of a conversation that is not a reading: measured on the offline writer's scripts, 18 to 30."""
CONTEXT = 2
"""Sentences before a segment's own, so that a pronoun in its first one is understood."""
LAST_LINES = 3


class Prompts:
    """The prompts for one article. ``wording`` finds the templates, the show's own before the program's."""

    def __init__(self, article: Article, show: Show, wording: Wording) -> None:
        self._article = article
        self._wording = wording
        self.names = (show.hosts[0].name, show.hosts[1].name)
        self.language = article.language
        self._headings = {section.sentences[0].number: section.heading for section in article.sections}
        characters = [
            quoted(host.character) or self._text(f"character_{number}")
            for number, host in enumerate(show.hosts, 1)
        ]
        self.system = self._text("system", show=quoted(show.name), names=self.names, characters=characters)

    def _text(self, name: str, **values: object) -> str:
        text = self._wording.text(f"prompts/{self.language}/{name}.j2", **values)
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def _sentences(self, sentences: Iterable[Sentence], *, headings: bool = True) -> list[dict[str, str]]:
        return [
            {
                "id": sentence.id,
                "text": quoted(sentence.text),
                "heading": quoted(self._headings.get(sentence.number, "")) if headings else "",
            }
            for sentence in sentences
        ]

    def _common(self, sentences: Iterable[Sentence]) -> dict[str, object]:
        return {
            "names": self.names,
            "title": quoted(self._article.title),
            "sentences": self._sentences(sentences),
        }

    def brief(self) -> str:
        """What matters, for whom, what is disputed."""
        return self._text("brief", **self._common(self._article.sentences))

    def outline(
        self,
        brief: Brief | None,
        *,
        opening: Sequence[int],
        closing: Sequence[int],
        words: int,
        most: int,
        whole: bool,
    ) -> str:
        """The plan: ``words`` in at most ``most`` segments; ``whole``: without leaving anything out."""
        numbers = [sentence.number for sentence in self._article.sentences]
        free = [n for n in numbers if n not in {*opening, *closing}] or numbers
        return self._text(
            "outline",
            **self._common(self._article.sentences),
            brief=_quoted_brief(brief),
            opening=_range(opening),
            closing=_range(closing),
            first=free[0],
            last=free[-1],
            words=words,
            most=most,
            all=whole,
        )

    def part(
        self,
        part: Part,
        parts: Sequence[Part],
        brief: Brief | None,
        *,
        whole: bool,
        said: Sequence[Turn] = (),
        start: Sequence[Turn] = (),
        extra: Sequence[int] = (),
    ) -> str:
        """The conversation of one part.

        ``said`` are the turns before it where they are known, ``start`` those of the opening, ``extra`` sentences of
        other parts that it may speak of as well. ``whole``: nothing is to be left out.
        """
        by_number = {sentence.number: sentence for sentence in self._article.sentences}
        own = [by_number[n] for n in sorted({*part.numbers, *extra})]
        first = min(part.numbers, default=1)
        segments = [other for other in parts if other.kind == "segment"]
        at = segments.index(part) if part in segments else -1
        before = segments[at - 1].handover if at > 0 else ""
        turns = turns_for(part.words)
        return self._text(
            part.kind,
            **self._common(own),
            brief=_quoted_brief(brief),
            outline=[
                {"number": n, "heading": quoted(other.heading), "tension": quoted(other.tension)}
                for n, other in enumerate(segments, 1)
            ],
            current=at + 1,
            count=len(segments),
            heading=quoted(part.heading),
            lead=self.names[part.lead],
            other=self.names[1 - part.lead],
            tension=quoted(part.tension),
            own=_range(part.numbers),
            said=self.lines(said[-LAST_LINES:]),
            start=self.lines(start),
            before=quoted(before),
            handover=quoted(part.handover) if at + 1 < len(segments) else "",
            context=self._sentences(
                [by_number[n] for n in range(first - CONTEXT, first) if n in by_number], headings=False
            ),
            all=whole,
            words=part.words,
            least=max(2, turns // 2),
            most=turns,
        )

    def repair(
        self, turns: Sequence[Turn], wrong: Mapping[int, Sequence[Finding]], numbers: Sequence[int]
    ) -> str:
        """The turns of a part, of which those of the numbers (from 1) in ``wrong`` are to be written anew."""
        by_number = {sentence.number: sentence for sentence in self._article.sentences}
        return self._text(
            "repair",
            **self._common(by_number[n] for n in sorted(set(numbers)) if n in by_number),
            turns=self._numbered(turns),
            wrong=[
                {
                    "number": number,
                    "host": turns[number - 1].host,
                    "reasons": list(dict.fromkeys(self._reason(finding) for finding in findings)),
                }
                for number, findings in sorted(wrong.items())
            ],
        )

    def rhythm(self, turns: Sequence[Turn]) -> str:
        """The turns of a part, to be made easier to speak."""
        return self._text("rhythm", names=self.names, turns=self._numbered(turns))

    def again(self, faults: Sequence[Fault]) -> str:
        """What was wrong with the last answer."""
        names = " & ".join(self.names)
        values: dict[str, object] = {"words": 0, "aim": 0, "names": names, "sections": ""}
        lines = [self._text("faults", **{**values, **fault.values, "fault": fault.name}) for fault in faults]
        return self._text("again", faults=list(dict.fromkeys(lines)))

    def form(self, form: str, shape: Shape[Any]) -> str:
        """What has to be said about the answer's form; nothing where the server holds a schema."""
        if form == "object":
            return self._text("format_object", schema=msgspec.json.encode(schema_of(shape)).decode())
        return self._text(f"format_{shape.name}", names=self.names) if form == "lines" else ""

    def lines(self, turns: Iterable[Turn]) -> list[str]:
        """Turns as they are shown in a prompt."""
        return [f"{turn.host}: {quoted(written(turn.body))}" for turn in turns]

    def _numbered(self, turns: Sequence[Turn]) -> list[dict[str, object]]:
        return [
            {"number": number, "host": turn.host, "text": quoted(written(turn.body))}
            for number, turn in enumerate(turns, 1)
        ]

    def _reason(self, finding: Finding) -> str:
        return self._text("reasons", group=finding.group, kind=finding.kind, words=quoted(finding.words))


def turns_for(words: int) -> int:
    """At most so many turns for a number of words."""
    return max(3, round(words / WORDS_PER_TURN) + 2)


def _range(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return f"s{first}" if first == last else f"s{first}-s{last}"


def _quoted_brief(brief: Brief | None) -> Brief | None:
    if brief is None:
        return None
    return Brief(
        quoted(brief.core),
        quoted(brief.audience),
        tuple(map(quoted, brief.points)),
        tuple(map(quoted, brief.disputed)),
    )
