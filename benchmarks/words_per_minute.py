"""How many words of a script the default voices say in a minute of the finished episode, pauses and music included.

Run: python benchmarks/words_per_minute.py  (makes all of seeds/ into a temporary folder; about three minutes)
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from podcast import pipeline
from podcast.script import parse, written
from podcast.show import Show

SEEDS = Path(__file__).parents[1] / "seeds"


class _Silent:
    def progress(self, stage: str, done: int, total: int) -> None:
        pass

    def note(self, line: str) -> None:
        print(line)


def main() -> None:
    """Print a line an article and the mean a language."""
    show = Show()
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(SEEDS.iterdir()):
            if path.stem == "README" or path.suffix not in {".txt", ".md", ".html"}:
                continue
            made = pipeline.make(str(path), show=show, output=Path(folder), watcher=_Silent())
            script = parse(
                (made.mp3.parent / "script.md").read_text(encoding="utf-8"),
                [host.name for host in show.hosts],
            )
            words = sum(len(written(turn.body).split()) for turn in script.turns)
            language = script.meta["language"]
            totals[language][0] += words
            totals[language][1] += made.seconds / 60
            pace = 60 * words / made.seconds
            print(f"{path.name:32} {language} {words:5} words {made.seconds / 60:6.2f} min {pace:6.1f}")
    for language, (spoken, minutes) in sorted(totals.items()):
        print(f"{language}: {spoken / minutes:.1f} words a minute")


if __name__ == "__main__":
    main()
