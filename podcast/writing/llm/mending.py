"""Check → repair of only the turns that the check names; then the last pass for the ear, which may add nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from podcast.article import Article
from podcast.checks import Finding, Report
from podcast.grammar import words_of
from podcast.script import Script, Turn, plain, written
from podcast.writing.llm.asking import Asker
from podcast.writing.llm.compose import Composed, Composer, Piece
from podcast.writing.llm.faults import Fault
from podcast.writing.llm.judging import STATEMENT_WORDS, rambles
from podcast.writing.llm.prompts import Prompts
from podcast.writing.llm.reading import sayable
from podcast.writing.llm.shapes import Line, repair_shape
from podcast.writing.llm.tongue import is_in
from podcast.writing.llm.turns import TURN_CHARS, tokens_for, words_of_turns

__all__ = ["Editor", "Faulty", "adds_nothing"]

LENGTH_KEPT = 0.25
"""The last pass may change a turn's length by this share at most."""
_BEGINS = set('.!?…:„“»"')
"""What a capital may follow without being that of a name or a noun."""
_DENIALS = re.compile(
    r"\b(?:nicht|nichts|nie|niemals|niemand\w*|kein\w*|ohne|kaum|weder|not|never|nobody|nothing|no|none|without|neither)\b|n['’]t\b",
    re.IGNORECASE,
)

Faulty = dict[int, dict[int, list[Finding]]]
"""For each piece its turns (from 0) with the findings about them."""


@dataclass(frozen=True)
class Editor:
    """Has the script checked, and the model mend what was found."""

    asker: Asker
    prompts: Prompts
    composer: Composer
    article: Article
    look: Callable[[Script], Report]

    def findings(self, composed: Composed, wanted: Callable[[Finding], bool]) -> Faulty:
        """The findings that are wanted, about turns that the model wrote."""
        faulty: Faulty = {}
        for finding in self.look(composed.script).findings:
            if finding.turn is None or not wanted(finding):
                continue
            piece, turn = composed.owners[finding.turn - 1]
            if turn is not None:
                faulty.setdefault(piece, {}).setdefault(turn, []).append(finding)
        return faulty

    def repaired(self, piece: Piece, faults: Mapping[int, Sequence[Finding]]) -> Piece:
        """The piece with the turns of these numbers (from 0) written anew.

        Raises ``UnansweredError`` and ``OutageError``.
        """
        turns = piece.turns or ()
        sources = {n for at in faults for n in self._sources(turns, at)} | set(piece.part.numbers)
        last = max(sentence.number for sentence in self.article.sentences)
        numbers = [at + 1 for at in sorted(faults)]
        lines = self.asker.ask(
            self.prompts.repair(turns, {at + 1: found for at, found in faults.items()}, sorted(sources)),
            repair_shape(numbers, last, TURN_CHARS),
            tokens_for(TURN_CHARS // 7 * len(numbers), len(numbers)),
            lambda answer: self._judged(answer, numbers),
        )
        return self._with(piece, [line for line in lines if self._rests(line, sources)], numbers, sources)

    def polished(self, piece: Piece) -> tuple[Turn, ...]:
        """The piece's turns as they would be easier to speak. Raises ``UnansweredError`` and ``OutageError``."""
        turns = piece.turns or ()
        last = max(sentence.number for sentence in self.article.sentences)
        numbers = list(range(1, len(turns) + 1))
        lines = self.asker.ask(
            self.prompts.rhythm(turns),
            repair_shape(numbers, last, TURN_CHARS, least=0),
            tokens_for(words_of_turns(turns), len(turns)),
        )
        spoken = self._with(piece, lines, numbers, set()).turns or ()
        return tuple(
            old if new.body == old.body else new.edited(sentences=old.sentences)
            for new, old in zip(spoken, turns, strict=True)
        )

    def _sources(self, turns: Sequence[Turn], at: int) -> set[int]:
        """The sentences of a turn and of its neighbours."""
        return {n for turn in turns[max(0, at - 1) : at + 2] for n in turn.sentences}

    def _rests(self, line: Line, sources: set[int]) -> bool:
        """Whether new words rest on the article: statements name a sentence of it, and go round in no circles."""
        text = sayable(line.text, self.prompts.names, self.prompts.language)
        short = len(text.split()) < STATEMENT_WORDS or text.endswith("?")
        return not rambles(text) and (short or any(n in sources for n in line.numbers))

    def _judged(self, lines: Sequence[Line], numbers: Sequence[int]) -> list[Fault]:
        language = self.prompts.language
        texts = [sayable(line.text, self.prompts.names, language) for line in lines if line.number in numbers]
        if not any(any(map(str.isalnum, text)) for text in texts):
            return [Fault("empty")]
        return [] if is_in(" ".join(texts), language) else [Fault("language")]

    def _with(self, piece: Piece, lines: Sequence[Line], numbers: Sequence[int], allowed: set[int]) -> Piece:
        """The piece with new words for the turns of these numbers (from 1); who speaks stays."""
        turns = list(piece.turns or ())
        for line in lines:
            text = sayable(line.text, self.prompts.names, self.prompts.language)
            if line.number in numbers and any(map(str.isalnum, text)):
                links = tuple(n for n in dict.fromkeys(line.numbers) if n in allowed)
                turns[line.number - 1] = turns[line.number - 1].edited(body=plain(text), sentences=links)
        return replace(piece, turns=tuple(turns))


def adds_nothing(before: Turn, after: Turn, language: str) -> bool:
    """Whether a turn in other words says the same: figures, names, quotations, denials; and a question still asks."""
    old, new = written(before.body), written(after.body)
    if abs(len(new.split()) - len(old.split())) > max(2, len(old.split()) * LENGTH_KEPT):
        return False
    if old.rstrip().endswith("?") != new.rstrip().endswith("?"):
        return False
    (kept, things), (said, more) = _facts(old, language), _facts(new, language)
    return kept == said and more <= things


def _facts(text: str, language: str) -> tuple[list[str], set[str]]:
    """What may not change: figures, names, quotation marks, denials; and nouns and names, of which none may come."""
    words = words_of(text, language)
    fixed = set(re.findall(r"\d+(?:[.,]\d+)*", text))
    fixed |= {_bare(word.lemma) for word in words if word.kind in {"name", "number"}}
    marks = re.findall(r"[„“”«»\"‚‘]", text)
    denials = ["not"] * len(_DENIALS.findall(text))
    things = {
        _bare(word.lemma)
        for before, word in zip([None, *words], words, strict=False)
        if word.kind in {"noun", "name"}
        or (word.text[:1].isupper() and before is not None and before.text not in _BEGINS)
    }
    return [*sorted(fixed), *marks, *denials], things


def _bare(lemma: str) -> str:
    return lemma.rstrip("s")
