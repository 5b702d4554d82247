"""An episode that nobody has spoken: its timeline, its words, and a sine in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import Article, Section, Sentence
from podcast.publish.about import About, about
from podcast.script import Script, parse
from podcast.show import Show
from podcast.timeline import Chapter, Cue, Timeline
from podcast.tools import ffmpeg, run
from podcast.wording import Wording

RATE = 44_100
SECONDS = 30

SCRIPT = """\
---
title: Der letzte „Nachtzug“ & sein Ende
---

## Einstieg

**Alana:** Ein Bahnsteig, zwei Koffer.

**Ben:** <Moment> & warum?

## Was {blieb|bleib} – später

**Alana:** Übrig blieb nichts.

## Schluss

**Ben:** Bis bald.
"""


@pytest.fixture
def script() -> Script:
    return parse(SCRIPT, ("Alana", "Ben"))


@pytest.fixture
def article() -> Article:
    texts = ["Im Dezember fuhr der letzte Zug.", "Danach kam *nichts* mehr.", "Zehn Jahre vergingen."]
    sentences = tuple(Sentence(n, text, 1) for n, text in enumerate(texts, 1))
    return Article(
        "Das Ende der Nachtzüge",
        "de",
        "https://example.org/nachtzug",
        (Section("", sentences),),
        "Erika Muster",
        "2025-08-16",
    )


@pytest.fixture
def timeline() -> Timeline:
    def at(seconds: float) -> int:
        return round(seconds * RATE)

    long = "Übrig blieb nichts, und das über viele Jahre: kein Zug, kein Fahrplan, kein Personal. " * 4
    cues = (
        Cue(0, 0, "Alana", "Ein Bahnsteig, zwei Koffer.", at(1), at(3)),
        Cue(1, 0, "Ben", "<Moment> & warum? --> Jetzt", at(2.8), at(5)),
        Cue(2, 1, "Alana", long.strip(), at(6), at(26)),
        Cue(3, 2, "Ben", "Bis bald.", at(27), at(28)),
    )
    chapters = (
        Chapter("Einstieg", 0, at(5.5)),
        Chapter("Was blieb – später", at(5.5), at(26.5)),
        Chapter("", at(26.5), at(SECONDS)),
    )
    return Timeline(RATE, at(SECONDS), cues, chapters)


@pytest.fixture
def words(script: Script, article: Article) -> About:
    return about(script, article, show=Show(), language="de", wording=Wording())


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare stream of MP3 frames, as the sound's room hands it over."""
    path = tmp_path_factory.mktemp("sine") / "bare.mp3"
    sine = f"sine=440:duration={SECONDS}:sample_rate={RATE}"
    args = ["-ac", "2", "-c:a", "libmp3lame", "-b:a", "128k", "-write_xing", "0", "-id3v2_version", "0"]
    run([ffmpeg(), "-v", "error", "-f", "lavfi", "-i", sine, *args, "-f", "mp3", str(path)])
    return path
