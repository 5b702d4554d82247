"""Transcripts: what other programs read in them."""

from __future__ import annotations

import dataclasses
import html
import itertools
import json
import re
from typing import Any, cast

import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.publish.transcripts import CUE_S, LINE_CHARS, json_transcript, srt, vtt
from podcast.timeline import Cue, Timeline


def captions_in(text: str) -> list[Any]:
    return list(cast(Any, webvtt.from_string(text)))


def test_a_strict_reader_finds_all_words_of_all_hosts_in_order(timeline: Timeline) -> None:
    text = vtt(timeline, disclosure="Die Stimmen sind --> künstlich.")
    assert text.startswith("WEBVTT\n\nNOTE\nDie Stimmen sind → künstlich.\n\n")
    captions = captions_in(text)
    said: dict[str, list[str]] = {}
    for caption in captions:
        said.setdefault(caption.voice, []).append(html.unescape(caption.text).replace("\n", " "))
    for host in ("Alana", "Ben"):
        assert (
            " ".join(said[host]).split() == " ".join(c.text for c in timeline.cues if c.host == host).split()
        )


def test_without_a_disclosure_there_is_no_note(timeline: Timeline) -> None:
    assert "NOTE" not in vtt(timeline)


def test_a_cue_has_at_most_two_lines_of_65_characters_and_stands_seven_seconds(timeline: Timeline) -> None:
    captions = captions_in(vtt(timeline))
    assert len(captions) > len(timeline.cues)
    for caption in captions:
        assert len(caption.lines) <= 2
        assert all(len(html.unescape(re.sub(r"<.*?>", "", line))) <= LINE_CHARS for line in caption.lines)
        assert caption.end_in_seconds - caption.start_in_seconds <= CUE_S + 1


def test_two_lines_are_of_about_one_length(timeline: Timeline) -> None:
    text = "Im ganzen Land hingegen lag er um mehr als eine halbe Million Stimmen vorn."
    cue = Cue(0, 0, "Ben", text, 0, timeline.rate * 5)
    (caption,) = captions_in(vtt(dataclasses.replace(timeline, cues=(cue,))))
    first, second = caption.text.split("\n")
    assert abs(len(first) - len(second)) < 12


def test_a_cue_ends_with_a_sentence_where_that_can_be(timeline: Timeline) -> None:
    text = (
        "Am späten Abend endete die Wahl vor Gericht. Das Gericht stoppte die Zählung, und damit war es so."
    )
    cue = Cue(0, 0, "Ben", text, 0, timeline.rate * 10)
    captions = captions_in(vtt(dataclasses.replace(timeline, cues=(cue,))))
    assert [caption.text.replace("\n", " ") for caption in captions] == [
        "Am späten Abend endete die Wahl vor Gericht.",
        "Das Gericht stoppte die Zählung, und damit war es so.",
    ]


def test_cues_start_in_order_and_cover_their_turn(timeline: Timeline) -> None:
    captions = captions_in(vtt(timeline))
    starts = [caption.start for caption in captions]
    assert starts == sorted(starts)
    assert starts[0] == "00:00:01.000"
    long = [c for c in captions if "blieb" in c.text or "Zug" in c.text]
    assert (long[0].start, long[-1].end) == ("00:00:06.000", "00:00:26.000")
    assert all(a.end == b.start for a, b in itertools.pairwise(long))


def test_marks_in_the_words_do_not_become_markup(timeline: Timeline) -> None:
    assert "<v Ben>&lt;Moment&gt; &amp; warum? --&gt; Jetzt" in vtt(timeline)


def test_srt_names_the_host_once_a_turn(timeline: Timeline) -> None:
    text = srt(timeline)
    assert text.startswith("1\n00:00:01,000 --> 00:00:03,000\nAlana: Ein Bahnsteig, zwei Koffer.\n\n2\n")
    assert text.count("Alana: ") == 2
    assert text.count("Ben: ") == 2
    assert len(captions_in("WEBVTT\n\n" + text.replace(",", "."))) == text.count(" --> ")
    assert all(len(line) <= LINE_CHARS for line in text.split("\n"))


def test_the_json_transcript_has_one_segment_a_turn(timeline: Timeline) -> None:
    data = json.loads(json_transcript(timeline))
    assert data["version"] == "1.0.0"
    assert data["segments"][0] == {
        "speaker": "Alana",
        "startTime": 1.0,
        "endTime": 3.0,
        "body": "Ein Bahnsteig, zwei Koffer.",
    }
    assert len(data["segments"]) == len(timeline.cues)


words = st.lists(st.text("abäß.,?<&-", min_size=1, max_size=90), max_size=60).map(" ".join)


@settings(deadline=None)
@given(st.lists(st.tuples(words, st.integers(0, 2_000_000)), max_size=4))
def test_no_word_is_lost_whatever_is_said_and_however_fast(turns: list[tuple[str, int]]) -> None:
    cues, at = [], 0
    for number, (text, frames) in enumerate(turns):
        cues.append(Cue(number, 0, "Ben", text, at, at + frames))
        at += frames
    timeline = Timeline(44_100, at, tuple(cues), ())
    for text, host in ((vtt(timeline), "<v Ben>"), (srt(timeline), "Ben: ")):
        lines = [line.removeprefix(host) for line in text.split("\n")]
        body = [html.unescape(line) if host == "<v Ben>" else line for line in lines]
        joined = "".join("".join(line for line in body if "-->" not in line and not line.isdecimal()).split())
        assert joined.removeprefix("WEBVTT") == "".join("".join(t for t, _ in turns).split()).replace(
            "-->", "→"
        )
        assert all(len(line) <= LINE_CHARS for line in body)
    spans = [(caption.start_in_seconds, caption.end_in_seconds) for caption in captions_in(vtt(timeline))]
    assert spans == sorted(spans)
