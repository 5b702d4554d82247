"""Are names understood? Each is spoken in sentences by both hosts and heard by a recogniser, beside other spellings.

    .venv/bin/python benchmarks/heard_names.py [FILE] [--all] [--once]

A file has a line for each name, ``Hegseth: Hegset | Heckseth``, under headings ``# person``, ``# place`` or ``# thing``
that choose the sentences; without one it is names_de.txt, with what was tried for podcast/speech/names_de.py. Compared
are the name as it is written and as the program reads it; with ``--all`` the spellings of the file, too. What was
understood most often is printed first, the written one where that is as good. ``--once``: one sentence instead of two.

A name counts as understood where every word of it is right by the rules of word_errors.py. Several sentences share one
sound file (the recogniser always hears 30 seconds, however short a file is), and two spellings of one name never do.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearing import MissingRecogniserError
from intelligibility import Ears, recogniser_python
from word_errors import align, sameness, words

from podcast.clip import Clip
from podcast.show import Show
from podcast.speech import cast, get_engine, read

CARRIERS = {
    "person": (
        "In Washington sagte {}, das Gesetz sei ein Fehler.",
        "Nach der Rede im Senat wollte {} keine Fragen beantworten.",
    ),
    "place": (
        "Am Freitag kommt sie nach {} und bleibt dort drei Tage.",
        "Aus {} gibt es heute neue Nachrichten.",
    ),
    "thing": ("Heute reden wir über {} und die Folgen.", "Viele sagen, {} sei wichtig für das Land."),
}
NAMES = Path(__file__).with_name("names_de.txt")
SECONDS = 26.0
"""Of one sound file: the recogniser's window is 30."""
PAUSE_S = 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence: the name as it is written, the spelling that is spoken, the sentence's number, the host's."""

    kind: str
    name: str
    spoken: str
    carrier: int
    host: int

    @property
    def order(self) -> bytes:
        """A place that depends on nothing else: spellings of one name come to lie far apart."""
        return hashlib.sha256(repr(self).encode()).digest()

    def sentence(self, name: str) -> str:
        """The sentence with ``name`` in it, however that is spelled."""
        return CARRIERS[self.kind][self.carrier].format(name)


def parse(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Kind, name and spellings of each line; the first spelling is the name itself."""
    kind = "person"
    for line in text.splitlines():
        if line.startswith("#"):
            kind = line.strip("# ")
        elif line.strip():
            name, _, others = line.partition(":")
            found = [name.strip(), *(other.strip() for other in others.split("|"))]
            yield kind, name.strip(), [spelling for spelling in dict.fromkeys(found) if spelling]


def files(items: Sequence[Item], folder: Path) -> Iterator[tuple[list[Item], Path]]:
    """The sentences spoken, several in one file, which the next one overwrites: which they are, and the file."""
    show = Show()
    engine = get_engine("pico")
    try:
        for number, host in enumerate(show.hosts):
            voice = cast(show, host, "de", "pico")
            batch: list[Item] = []
            sounds: list[Clip] = []
            mine = sorted((item for item in items if item.host == number), key=lambda item: item.order)
            for item in [*mine, None]:
                sound = engine.synthesize(item.sentence(item.spoken), voice) if item else None
                full = sum(s.seconds + PAUSE_S for s in sounds) + (sound.seconds if sound else SECONDS)
                again = item and any(item.name in b.name or b.name in item.name for b in batch)
                if sounds and (full > SECONDS or again):
                    silence = bytes(2 * round(PAUSE_S * sounds[0].rate))
                    whole = Clip(silence.join(s.pcm for s in sounds), sounds[0].rate)
                    file = folder / "sentences.wav"
                    file.write_bytes(whole.to_wav())
                    yield batch, file
                    batch, sounds = [], []
                if item and sound:
                    batch.append(item)
                    sounds.append(sound)
    finally:
        engine.close()


def understood(batch: Sequence[Item], heard: str) -> Iterator[tuple[Item, bool, str]]:
    """Each sentence of one file: whether its name was understood, and what was heard for it."""
    written: list[str] = []
    owner: list[int | None] = []
    names: set[str] = set()
    for number, item in enumerate(batch):
        before, _, after = CARRIERS[item.kind][item.carrier].partition("{}")
        for text, owned in ((before, None), (item.name, number), (after, None)):
            found = words(text, "de")
            written += found
            owner += [owned] * len(found)
            names.update(found if owned is not None else ())
    wrong: dict[int, int] = defaultdict(int)
    said: dict[int, list[str]] = defaultdict(list)
    at = 0
    for pair in align(written, words(heard, "de"), sameness(names)):
        for number in {n for n in owner[at : at + len(pair.written)] if n is not None}:
            wrong[number] += pair.errors
            said[number] += pair.heard
        at += len(pair.written)
    for number, item in enumerate(batch):
        yield item, not wrong[number], " ".join(said[number])


def measure(
    asked: Sequence[tuple[str, str, list[str]]], ears: Ears, folder: Path, sentences: int
) -> dict[tuple[str, str], tuple[int, int, list[str]]]:
    """For each name and spelling: understood so often, of so many, and what was heard otherwise."""
    items = [
        Item(kind, name, spoken, carrier, host)
        for kind, name, spellings in asked
        for spoken in spellings
        for carrier in range(sentences)
        for host in range(2)
    ]
    found: dict[tuple[str, str], tuple[int, int, list[str]]] = {}
    for batch, file in files(items, folder):
        for item, right, said in understood(batch, ears.hear(file, "de")):
            good, of, others = found.get((item.name, item.spoken), (0, 0, []))
            found[item.name, item.spoken] = (good + right, of + 1, others if right else [*others, said])
    return found


def main() -> int:
    """Measure and print; 2 where there is no recogniser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, default=NAMES, help="names with spellings")
    parser.add_argument("--all", action="store_true", help="compare all spellings of the file")
    parser.add_argument("--once", action="store_true", help="one sentence for each")
    parser.add_argument("--recogniser", default=recogniser_python(), help="a Python that has faster-whisper")
    parser.add_argument("--keep", type=Path, help="a folder for what was heard")
    options = parser.parse_args()
    asked = [
        (kind, name, list(dict.fromkeys((name, read(name, "de"), *(spellings if options.all else ())))))
        for kind, name, spellings in parse(options.file.read_text(encoding="utf-8"))
    ]
    with tempfile.TemporaryDirectory(prefix="podcast-hear-") as folder:
        notes = (options.keep or Path(folder)) / "names.json"
        notes.parent.mkdir(parents=True, exist_ok=True)
        try:
            with Ears(options.recogniser, notes) as ears:
                found = measure(asked, ears, Path(folder), 1 if options.once else 2)
        except MissingRecogniserError as error:
            print(error, file=sys.stderr)
            return 2
    for _, name, spellings in asked:
        ranked = sorted(spellings, key=lambda spoken: -found[name, spoken][0])
        shown = (
            f"{spoken} {good}/{of} ({', '.join(others)})"
            for spoken in ranked
            for good, of, others in [found[name, spoken]]
        )
        print(f"{name}: {' | '.join(shown)}")
    of = sum(found[name, name][1] for _, name, _ in asked)
    written = sum(found[name, name][0] for _, name, _ in asked)
    now = sum(found[name, read(name, "de")][0] for _, name, _ in asked)
    print(f"{len(asked)} names, {of} sentences; understood as written: {written}, as they are read: {now}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
