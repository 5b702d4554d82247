"""Is what the hosts say understood? A recogniser writes down an episode, and its words are compared with the script's.

    .venv/bin/python benchmarks/intelligibility.py [EPISODE or ARTICLE…] [--minutes 5] [--mp3]

An episode is a folder under output/; of an article one is made with the show's own voices in a temporary folder. Prints
for each host the word error rate (word_errors.py says what is tolerated) and how many of the words of names were lost,
the ten worst turns (written, read, heard), and the words most often lost. Fails where a host is above 0.12.

Each turn's own clip is heard, not the whole: a word can then only be counted for the turn and the host that said it,
nothing must be found again by its time, and a clip is heard once, whichever episode it stands in. It is a little
hard on short turns, which the recogniser hears without what was said before. ``--mp3`` hears the finished MP3 beside
it, as a listener does, with music, mastering and the encoder's losses.

The recogniser lives in an environment of its own, .venv-hearing; where it is missing, the error says what to run.
Another Python that has it: ``--recogniser PYTHON``. ``--keep FOLDER`` keeps the episodes and what was heard, for the
next run.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearing import ENVIRONMENT, SETTINGS, MissingRecogniserError, Recogniser
from word_errors import Score, score

from podcast.checks.spelling import Spellings
from podcast.manifest import Made, Manifest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ("filibuster.txt", "portraet-frances-perkins.txt", "supreme-court.txt", "marshall-plan.txt")
AT_MOST = 0.12
"""Word error rate of a host, of issue 4."""
WORST = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: what was written, what the engine was given, what was heard, and how these compare."""

    number: int
    host: str
    written: str
    read: str
    heard: str
    score: Score


class Ears:
    """The recogniser, started when it is first needed; what it has heard is kept in a file."""

    def __init__(self, python: str, notes: Path) -> None:
        self._python = python
        self._notes = notes
        self._heard: dict[str, str] = json.loads(notes.read_text(encoding="utf-8")) if notes.exists() else {}
        self._recogniser: Recogniser | None = None
        self._open = contextlib.ExitStack()

    def __enter__(self) -> Ears:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def hear(self, file: Path, language: str, *, whole: bool = False) -> str:
        """The words of ``file``. Raises ``MissingRecogniserError``."""
        with file.open("rb") as opened:
            key = f"{SETTINGS} {language} {hashlib.file_digest(opened, 'sha256').hexdigest()}"
        if key not in self._heard:
            if self._recogniser is None:
                self._recogniser = self._open.enter_context(Recogniser(self._python))
            self._heard[key] = self._recogniser.hear(file, language, whole=whole)
            self._notes.write_text(json.dumps(self._heard, ensure_ascii=False, indent=0), encoding="utf-8")
        return self._heard[key]


def recogniser_python() -> str:
    """The interpreter of .venv-hearing where it is there, else this one."""
    places = (ROOT / ENVIRONMENT / "bin" / "python", ROOT / ENVIRONMENT / "Scripts" / "python.exe")
    return next((str(place) for place in places if place.exists()), sys.executable)


def episode_of(source: Path, work: Path, options: Sequence[str]) -> Path:
    """The episode's folder: ``source`` itself, or that of the episode that is made of it in ``work``."""
    if source.is_dir():
        return source
    command = [sys.executable, "-m", "podcast", "make", str(source.resolve()), "--quiet", *options]
    done = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr.strip())
    return (work / done.stdout.strip()).parent


def made_of(episode: Path) -> Made:
    """The manifest's part about the sound. Ends the program where there is none."""
    file = episode / "episode.json"
    made = Manifest.from_json(file.read_bytes()).made if file.exists() else None
    if made is None:
        raise SystemExit(f"{episode}: no sound has been made of it; run: podcast render {episode}")
    return made


def turns_of(episode: Path, made: Made, ears: Ears) -> Iterator[Turn]:
    """Every turn, heard."""
    spellings = Spellings(made.show.get("spellings"))
    written = {cue.turn: cue.text for cue in made.timeline.cues}
    for turn in made.turns:
        clip = episode.parent / ".clips" / turn.clip[:2] / f"{turn.clip}.wav"
        if not clip.exists():
            raise SystemExit(f"{clip}: the clip is gone; run: podcast render {episode}")
        heard = ears.hear(clip, made.language)
        compared = score(written[turn.turn], heard, made.language, spellings)
        yield Turn(turn.turn, turn.host, written[turn.turn], turn.read, heard, compared)


def whole(episode: Path, made: Made, ears: Ears) -> Score:
    """The finished MP3 against the whole script."""
    heard = ears.hear(episode / "episode.mp3", made.language, whole=True)
    script = "\n".join(cue.text for cue in made.timeline.cues)
    return score(script, heard, made.language, Spellings(made.show.get("spellings")))


def line(label: str, scores: Sequence[Score]) -> tuple[str, float]:
    """A line of the table, and the word error rate."""
    words, errors = sum(s.words for s in scores), sum(s.errors for s in scores)
    names, lost = sum(s.names for s in scores), sum(s.lost for s in scores)
    rate = errors / max(1, words)
    return f"{label:<44} {rate:6.3f}  {errors:4} of {words:5} words   names lost: {lost:3} of {names:3}", rate


def worst(turns: Sequence[Turn]) -> Iterator[str]:
    """The turns with the most errors, as a text with the three versions beneath each other."""
    for turn in sorted(turns, key=lambda t: (-t.score.errors, -t.score.rate, t.number))[:WORST]:
        if turn.score.errors:
            yield f"turn {turn.number + 1}, {turn.host}: {turn.score.errors} of {turn.score.words} words"
            yield f"  written  {turn.written}"
            yield f"  read     {turn.read}"
            yield f"  heard    {turn.heard}"
            wrong = (
                f"{' '.join(p.written) or '–'} → {' '.join(p.heard) or '–'}"
                for p in turn.score.pairs
                if p.errors
            )
            yield f"  wrong    {'; '.join(wrong)}"


def often(turns: Sequence[Turn]) -> str:
    """The words most often lost, with what was heard for them."""
    lost = Counter((p.written, p.heard) for t in turns for p in t.score.pairs if p.errors and p.written)
    ranked = sorted(lost.items(), key=lambda item: (-item[1], item[0]))[: 3 * WORST]
    return "; ".join(f"{' '.join(w)} → {' '.join(h) or '–'} {n}×" for (w, h), n in ranked if n > 1)


def report(source: Path, work: Path, ears: Ears, options: argparse.Namespace) -> bool:
    """Print what was understood of one episode. Whether every host is at or below ``AT_MOST``."""
    wishes = [f"--minutes={options.minutes:g}"] if options.minutes else []
    wishes += [f"--engine={options.engine}"] if options.engine else []
    episode = episode_of(source, work, wishes)
    made = made_of(episode)
    turns = list(turns_of(episode, made, ears))
    good = True
    print(f"\n{source.name}, {made.language}, {made.seconds / 60:.1f} min")
    for host in dict.fromkeys(turn.host for turn in turns):
        voice = next(f"{t.engine} {t.voice}" for t in made.turns if t.host == host)
        text, rate = line(f"{host} ({voice})", [turn.score for turn in turns if turn.host == host])
        good &= rate <= AT_MOST
        print(text)
    if options.mp3:
        print(line("the finished MP3, both", [whole(episode, made, ears)])[0])
    print(*worst(turns), sep="\n")
    if repeated := often(turns):
        print(f"more than once: {repeated}")
    sys.stdout.flush()
    return good


def main() -> int:
    """Measure and print; 1 where a host is not understood well enough, 2 where there is no recogniser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, help="folders of episodes, or articles")
    parser.add_argument("--minutes", type=float, help="length of the episodes that are made")
    parser.add_argument("--engine", help="engine of the episodes that are made")
    parser.add_argument("--mp3", action="store_true", help="hear the finished MP3, too")
    parser.add_argument("--recogniser", default=recogniser_python(), help="a Python that has faster-whisper")
    parser.add_argument("--keep", type=Path, help="a folder for the episodes and what was heard")
    options = parser.parse_args()
    sources = options.sources or [ROOT / "seeds" / name for name in SAMPLES]
    if missing := [source for source in sources if not source.exists()]:
        parser.error(f"{missing[0]}: there is no such file or folder")
    good = True
    with tempfile.TemporaryDirectory(prefix="podcast-hear-") as name:
        work = (options.keep or Path(name)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        try:
            with Ears(options.recogniser, work / "heard.json") as ears:
                for source in sources:
                    good &= report(source, work, ears, options)
        except MissingRecogniserError as error:
            print(error, file=sys.stderr)
            return 2
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
