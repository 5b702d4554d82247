"""A script in numbers."""

from __future__ import annotations

from podcast.checks.finding import Figures, HostFigures
from podcast.checks.given import Given

__all__ = ["figures_of"]


def figures_of(given: Given, unused: list[str]) -> Figures:
    """The figures; ``unused`` names the article's sentences that nobody speaks about."""
    turns = [(said, len(said.text.split())) for said in given.said]
    words = sum(count for _, count in turns)
    names = [host.name for host in given.show.hosts]
    by_host = {
        name: (sum(n for said, n in turns if said.host == name), sum(said.host == name for said, _ in turns))
        for name in names
    }
    questions = sum("?" in said.text for said, _ in turns)
    longest, most = max(turns, key=lambda pair: pair[1])
    return Figures(
        turns=len(turns),
        segments=len(given.script.segments),
        words=words,
        hosts={n: HostFigures(w, t, round(w / max(words, 1), 3)) for n, (w, t) in by_host.items()},
        questions=questions,
        question_share=round(questions / len(turns), 3),
        longest_turn_words=most,
        longest_turn_line=longest.line,
        sentences=sum(1 for _ in given.article.sentences) if given.article else 0,
        unused=unused,
        minutes=round(given.length / 60, 1),
        measured=given.seconds is not None,
    )
