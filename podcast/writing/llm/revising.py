"""Check, repair, rhythm, and the rule that no error stays: what happens to a conversation after it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from podcast.checks import Finding
from podcast.writing.llm.compose import Piece
from podcast.writing.llm.mending import Editor, Faulty, adds_nothing
from podcast.writing.llm.sparing import spare
from podcast.writing.llm.turns import words_of_turns
from podcast.writing.llm.work import Work

__all__ = ["Reviser"]

REPAIRS = 2
GRAVE_GROUPS = {"grounding", "language", "aloud", "conversation"}
"""Groups whose warnings are worth a request; coverage and length have their own ways."""
REPEATED, MOSTLY = "repeated-thought", 0.7
"""A turn of which so much has been said before is one too many."""


def grave(finding: Finding) -> bool:
    """Whether a finding is worth a repair."""
    return finding.group in GRAVE_GROUPS and finding.severity in {"error", "warning"}


def repeated(finding: Finding) -> bool:
    """Whether a thought is said again."""
    return finding.kind == REPEATED


def fatal(finding: Finding) -> bool:
    """Whether a turn with this finding must not stay."""
    return finding.severity == "error"


class Reviser:
    """Looks after the pieces of one episode."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._editor = Editor(work.asker, work.prompts, work.composer, work.article, work.look)

    def repair(self, pieces: list[Piece]) -> list[Piece]:
        """Only the turns that the check names are written anew, at most twice; what gets worse stays as it was."""
        for _ in range(REPAIRS):
            pieces = self._without_repeats(pieces)
            faulty = self._found(pieces, grave)
            if not faulty or self._work.over:
                break
            tasks = [partial(self._editor.repaired, pieces[at], turns) for at, turns in faulty.items()]
            anew = list(pieces)
            for at, piece in zip(faulty, self._work.all_of("repairing", tasks), strict=True):
                anew[at] = piece or pieces[at]
            pieces = self._not_worse(pieces, anew)
        return self._without_repeats(pieces)

    def _found(self, pieces: Sequence[Piece], wanted: Callable[[Finding], bool]) -> Faulty:
        """The findings about the model's turns. That the close says again what to take along is its purpose."""
        found: Faulty = {}
        for at, turns in self._editor.findings(self._work.composer.compose(pieces), wanted).items():
            for number, findings in turns.items():
                recap = pieces[at].part.kind == "close"
                if left := [finding for finding in findings if not (recap and repeated(finding))]:
                    found.setdefault(at, {})[number] = left
        return found

    def _without_repeats(self, pieces: list[Piece]) -> list[Piece]:
        """Without turns that only say again what was said, where nothing leans on them. That needs no request."""
        faulty = self._found(pieces, repeated)
        anew = list(pieces)
        for at, found in faulty.items():
            turns = list(pieces[at].turns or ())
            for number in sorted(found, reverse=True):
                said = sum(len(finding.words.split()) for finding in found[number])
                most = words_of_turns(turns[number : number + 1]) * MOSTLY
                if said >= most and spare(turns, number, self._work.article.language):
                    del turns[number]
            anew[at] = replace(pieces[at], turns=tuple(turns))
        return self._not_worse(pieces, anew)

    def polish(self, pieces: list[Piece]) -> list[Piece]:
        """A last pass for spoken rhythm. A turn that says more or less than before stays as it was."""
        if not self._work.show.model.rhythm or self._work.over:
            return pieces
        mine = [at for at, piece in enumerate(pieces) if piece.turns]
        if not mine:
            return pieces
        tasks = [partial(self._editor.polished, pieces[at]) for at in mine]
        anew = list(pieces)
        for at, turns in zip(mine, self._work.all_of("polishing", tasks), strict=True):
            kept = tuple(
                new if adds_nothing(old, new, self._work.article.language) else old
                for old, new in zip(pieces[at].turns or (), turns or pieces[at].turns or (), strict=True)
            )
            anew[at] = replace(pieces[at], turns=kept)
        return self._not_worse(pieces, anew)

    def secure(self, pieces: list[Piece]) -> list[Piece]:
        """No error stays: a part that still has one is the offline writer's. And the length is kept."""
        for _ in range(2 * len(pieces) + 1):
            pieces = self._work.composer.complete(pieces)
            if self._work.fitter:
                pieces = self._work.fitter.fit(pieces)
            faulty = self._found(pieces, fatal)
            if not faulty:
                break
            for at, turns in faulty.items():
                finding = turns[min(turns)][0]
                pieces[at] = self._work.offline(
                    pieces[at].part, f"what the check found in it was not mended: {finding.text}"
                )
        return pieces

    def _not_worse(self, before: Sequence[Piece], after: Sequence[Piece]) -> list[Piece]:
        """The new pieces, but the old one where the new one has more or graver findings, or says too little."""
        if list(before) == list(after):
            return list(before)
        old, new = self._weights(before), self._weights(after)
        none = (0, 0)
        return [
            anew if new.get(at, none) <= old.get(at, none) and self._says_enough(anew, was) else was
            for at, (was, anew) in enumerate(zip(before, after, strict=True))
        ]

    def _says_enough(self, anew: Piece, was: Piece) -> bool:
        """Whether a piece in other words still says what it has to."""
        judge = self._work.judge(anew.part)
        return judge.covered(anew.turns or ()) or not judge.covered(was.turns or ())

    def _weights(self, pieces: Sequence[Piece]) -> dict[int, tuple[int, int]]:
        """For each piece its errors and its other findings that matter."""
        out = {}
        for at, turns in self._found(pieces, grave).items():
            found = [finding for findings in turns.values() for finding in findings]
            errors = sum(finding.severity == "error" for finding in found)
            out[at] = (errors, len(found) - errors)
        return out
