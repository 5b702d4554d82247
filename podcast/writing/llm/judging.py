"""Whether a conversation that the model wrote will do, before any editor looks at it; and its lines as turns. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from podcast.article import Sentence
from podcast.script import Turn, plain, written
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.reading import quoted, sayable, stems
from podcast.writing.llm.shapes import Line
from podcast.writing.llm.tongue import is_in
from podcast.writing.llm.turns import words_of_turns

__all__ = ["STATEMENT_WORDS", "Judge", "rambles"]

SHORTEST, LONGEST = 0.4, 2.2
"""An answer outside these shares of the words that were asked for is asked for again."""
LEAST_REPEATED, LEAST_ECHO, LEAST_STEMS = 4, 6, 3
"""Fewer words than these may come back as they were, or in others: a figure that is taken up is no repetition."""
SAME_THOUGHT = 0.8
"""A turn says again what another said where so many of its longer words were in that."""
_LEAD = re.compile(r"^(?:\w+ ){0,4}\w+: ")
"""What leads to words that follow: "Noch einmal: …"."""
REPEATED = 1 / 3
INVENTED = 1 / 2
"""So much of an answer may be repetition, or its sentence numbers invented, before it is asked for again."""

STATEMENT_WORDS = 8
RELATED = 1 / 2
"""So many of the statements must have a word in common with the sentences they are about."""
SAME_WORDS = 1 / 2
"""A sentence counts as said where a turn names it, or so many of its words are said."""

RAMBLING_WORDS, RAMBLING_SHARE, LONGEST_WORD = 12, 0.6, 60
"""A text in which fewer than this share of all groups of three words differ goes round in circles."""


def rambles(text: str) -> bool:
    """Whether a text goes round in circles, as small models do: the same words again and again, or one without end."""
    words = text.casefold().split()
    groups = list(zip(words, words[1:], words[2:], strict=False))
    if any(len(word) > LONGEST_WORD for word in words):
        return True
    return len(words) >= RAMBLING_WORDS and len(set(groups)) < RAMBLING_SHARE * len(groups)


def _once(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns without those that say again what one before them has said; an answer to a question stays."""
    out: list[Turn] = []
    for turn in turns:
        asked = bool(out) and written(out[-1].body).rstrip().endswith("?")
        if not any(_again(turn, before, asked=asked) for before in out):
            out.append(turn)
    return tuple(out)


def _again(turn: Turn, before: Turn, *, asked: bool) -> bool:
    """Whether a turn says nothing but what an earlier one said: its words, or its sentences in about its words."""
    text, old = written(turn.body), written(before.body)
    if text == old and len(text.split()) >= LEAST_REPEATED:
        return True
    said = _LEAD.sub("", text)
    own = stems(said)
    short = len(said.split()) < LEAST_ECHO or len(own) < LEAST_STEMS
    if asked or short or "?" in text or not set(turn.sentences) <= set(before.sentences):
        return False
    new_figures = set(re.findall(r"\d+", text)) - set(re.findall(r"\d+", old))
    return not new_figures and len(own & stems(old)) >= SAME_THOUGHT * len(own)


@dataclass(frozen=True)
class Judge:
    """Knows what a part has to be: who speaks, in which language, in about how many words, about which sentences.

    ``own`` are those it is about, of which it must say the share ``need``; ``extra`` may be spoken of as well.
    ``sections`` are the headings that they stand under, with their numbers: of each something must be said.
    """

    names: tuple[str, str]
    language: str
    words: int
    own: tuple[Sentence, ...]
    extra: tuple[Sentence, ...]
    need: float
    sections: tuple[tuple[str, frozenset[int]], ...] = ()

    @cached_property
    def allowed(self) -> frozenset[int]:
        """The numbers of the sentences that turns may rest on."""
        return frozenset(sentence.number for sentence in (*self.own, *self.extra))

    @cached_property
    def _stems(self) -> set[str]:
        return {stem for sentence in (*self.own, *self.extra) for stem in stems(sentence.text)}

    def turns(self, lines: Sequence[Line]) -> tuple[Turn, ...]:
        """The lines that can be said, as turns: known hosts, known sentences, no stage business, nothing twice."""
        return _once(self._said_by_hosts(lines))

    def _said_by_hosts(self, lines: Sequence[Line]) -> list[Turn]:
        known = {name.casefold(): name for name in self.names}
        turns = []
        for line in lines:
            host = known.get(line.host.strip(" *_:").casefold())
            text = sayable(line.text, self.names, self.language)
            if host is not None and any(map(str.isalnum, text)):
                numbers = tuple(n for n in dict.fromkeys(line.numbers) if n in self.allowed)
                turns.append(Turn(host, plain(text), numbers))
        return turns

    def faults(self, lines: Sequence[Line]) -> list[Fault]:
        """What is wrong with an answer."""
        turns = self.turns(lines)
        if not turns:
            return [Fault("empty")]
        faults = []
        known = {name.casefold() for name in self.names}
        if any(line.host.strip(" *_:").casefold() not in known for line in lines):
            faults.append(Fault("hosts"))
        if not is_in(" ".join(written(turn.body) for turn in turns), self.language):
            faults.append(Fault("language"))
        if len({turn.host for turn in turns}) < 2:
            faults.append(Fault("alone"))
        texts = [line.text.strip() for line in lines if len(line.text.split()) >= 4]
        if len(set(texts)) < len(texts) * (1 - REPEATED) or any(map(rambles, texts)):
            faults.append(Fault("repeats"))
        elif not self._related(turns):
            faults.append(Fault("unrelated"))
        elif not self.covered(turns):
            faults.append(Fault("uncovered"))
        elif missing := self.missing(turns):
            faults.append(Fault("missing", {"sections": " – ".join(map(quoted, missing))}))
        numbers = [n for line in lines for n in line.numbers]
        if sum(n not in self.allowed for n in numbers) > len(numbers) * INVENTED:
            faults.append(Fault("numbers"))
        count = words_of_turns(turns)
        if not SHORTEST * self.words <= count <= LONGEST * self.words:
            name = "short" if count < self.words else "long"
            faults.append(Fault(name, {"words": count, "aim": self.words}))
        return faults

    def _related(self, turns: Sequence[Turn]) -> bool:
        """Whether the statements have to do with the sentences at all."""
        texts = [written(turn.body) for turn in turns]
        statements = [t for t in texts if len(t.split()) >= STATEMENT_WORDS and not t.endswith("?")]
        return sum(bool(stems(t) & self._stems) for t in statements) >= RELATED * len(statements)

    def _said(self, turns: Sequence[Turn]) -> set[int]:
        """The numbers of the sentences that are said."""
        named = {n for turn in turns for n in turn.sentences}
        spoken = stems(" ".join(written(turn.body) for turn in turns))
        out = set()
        for sentence in self.own:
            own = stems(sentence.text)
            if sentence.number in named or (own and len(own & spoken) >= SAME_WORDS * len(own)):
                out.add(sentence.number)
        return out

    def covered(self, turns: Sequence[Turn]) -> bool:
        """Whether enough of the sentences is said."""
        return len(self._said(turns)) >= self.need * len(self.own)

    def missing(self, turns: Sequence[Turn]) -> list[str]:
        """The headings under which nothing is said."""
        said = self._said(turns)
        return [heading for heading, numbers in self.sections if not numbers & said]
