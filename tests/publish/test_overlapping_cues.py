"""Where hosts overlap, by direction or by themselves, all that names times stays valid: read as others read it."""

from __future__ import annotations

import html
import itertools
import json
import re
from pathlib import Path
from typing import Any, cast

import mutagen.id3
import pytest
import webvtt

from podcast.manifest import Made, Manifest
from tests.running import NO_MUSIC, episode, podcast

SCRIPT = """\
---
title: Der kleine Damm
language: de
---

## Einstieg

**Alana:** Ein Damm von vierzig Metern hat im Frühjahr eine ganze Kleinstadt beschäftigt.

**Ben:** Genau.

**Alana:** Niemand weiß, wem er gehört, und im Amt liegt ein Brief, den keiner beantwortet hat.

**Ben:** [overlap 0.5s] Moment, den Brief gab es wirklich?

**Alana:** Ja.

## Wer zahlt

**Ben:** [overlap 0.3s] Und wer zahlt nun die Reparatur?

**Alana:** Das Land will die Hälfte übernehmen, die Gemeinde den Rest.

**Ben:** Stimmt!
"""
OVERLAPS_S = {1: 0.25, 3: 0.5, 5: 0.15, 7: 0.25}
"""By turn; "Ja." lasts about 0.3 s, and half of it is heard alone."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The episode, rendered with reactions that come in by themselves."""
    place = tmp_path_factory.mktemp("overlap")
    (place / "show.toml").write_text(f"[sound]\nreactions_overlap_s = 0.25\n\n{NO_MUSIC}", encoding="utf-8")
    made = episode(place / "output", SCRIPT)
    done = podcast("render", made.name, "--quiet", cwd=place)
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def made(folder: Path) -> Made:
    found = Manifest.from_json((folder / "episode.json").read_bytes()).made
    assert found is not None
    return found


def test_the_manifest_shows_who_comes_in_before_the_other_has_ended(made: Made) -> None:
    cues = made.timeline.cues
    found = {
        two.turn: (one.end - two.start) / made.timeline.rate
        for one, two in itertools.pairwise(cues)
        if two.start < one.end
    }
    assert found == pytest.approx(OVERLAPS_S, abs=0.06)
    assert [cue.turn for cue in cues] == list(range(8))
    assert made.show["sound"]["reactions_overlap_s"] == 0.25


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _captions(text: str) -> list[Any]:
    return list(cast(Any, webvtt.from_string(text)))


@pytest.mark.parametrize("suffix", ["vtt", "srt"])
def test_transcripts_are_read_whole_with_their_overlaps(folder: Path, made: Made, suffix: str) -> None:
    text = (folder / f"episode.{suffix}").read_text(encoding="utf-8")
    captions = _captions(text if suffix == "vtt" else "WEBVTT\n\n" + text.replace(",", "."))
    assert len(captions) == text.count(" --> ")
    spans = [(_seconds(c.start), _seconds(c.end)) for c in captions]
    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)
    said = " ".join(html.unescape(re.sub(r"<.*?>|^(Alana|Ben): ", "", c.text)) for c in captions)
    assert re.findall(r"\w+", said) == re.findall(r"\w+", " ".join(c.text for c in made.timeline.cues))
    if suffix == "srt":
        numbers = re.findall(r"^(\d+)\n\d\d:", text, re.M)
        assert numbers == [str(n) for n in range(1, len(captions) + 1)]
    for cue in made.timeline.cues:
        assert min(abs(start - made.timeline.at(cue.start)) for start, _ in spans) < 0.002


def test_the_json_transcript_tells_the_overlaps_to_the_millisecond(folder: Path, made: Made) -> None:
    segments = json.loads((folder / "transcript.json").read_bytes())["segments"]
    assert [s["speaker"] for s in segments] == [cue.host for cue in made.timeline.cues]
    for number, seconds in OVERLAPS_S.items():
        assert segments[number - 1]["endTime"] - segments[number]["startTime"] == pytest.approx(
            seconds, abs=0.06
        )
    assert all(
        a["startTime"] < b["startTime"] and a["endTime"] < b["endTime"]
        for a, b in itertools.pairwise(segments)
    )
    assert all(s["startTime"] < s["endTime"] for s in segments)


def test_chapters_follow_each_other_although_the_hosts_do_not(folder: Path, made: Made) -> None:
    """A segment whose first turn comes in early begins where that turn does."""
    one, two = made.timeline.chapters
    assert (one.start, one.end, two.end) == (0, two.start, made.timeline.frames)
    assert two.start == made.timeline.cues[5].start < made.timeline.cues[4].end
    told = json.loads((folder / "chapters.json").read_bytes())["chapters"]
    assert [c["startTime"] for c in told] == [0, pytest.approx(made.timeline.at(two.start), abs=0.001)]
    tags = mutagen.id3.ID3(folder / "episode.mp3")  # type: ignore[no-untyped-call]
    frames = sorted((frame.start_time, frame.end_time) for frame in cast(Any, tags).getall("CHAP"))
    assert frames[0][1] == frames[1][0] == pytest.approx(1000 * made.timeline.at(two.start), abs=1)


def test_a_second_run_gives_the_same_bytes(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = podcast("render", folder.name, "--quiet", cwd=folder.parent.parent)
    assert done.returncode == 0, done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
