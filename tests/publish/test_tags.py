"""The tagged MP3, as mutagen and ffmpeg see it."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path
from typing import Any

import mutagen.id3
import mutagen.mp3
import pytest
from PIL import Image

from podcast.errors import AudioError
from podcast.publish.about import About
from podcast.publish.tags import tag
from podcast.timeline import Chapter, Timeline
from podcast.tools import ffmpeg, run

DISCLOSURE = "Die Stimmen in dieser Folge sind künstlich erzeugt."
ID3: Any = mutagen.id3.ID3  # without types
MP3: Any = mutagen.mp3.MP3


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (1400, 1400), "navy").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def made(bare: Path, tmp_path: Path, timeline: Timeline, words: About) -> Path:
    out = tmp_path / "episode.mp3"
    tag(bare, out, timeline=timeline, about=words, cover=jpeg())
    return out


def pcm(path: Path, *options: str) -> bytes:
    decode = ["-map", "0:a", "-f", "s16le", "-"]
    return run([ffmpeg(), "-v", "error", *options, "-i", str(path), *decode])[0]


def test_every_field_is_there(made: Path) -> None:
    tags = ID3(made)
    assert tags.version == (2, 3, 0)
    assert tags["TIT2"] == "Der letzte „Nachtzug“ & sein Ende"
    assert tags["TPE1"] == "Alana & Ben"
    assert tags["TALB"] == "US Politik Deep Dive"
    assert str(tags["TDRC"]) == "2025-08-16"
    assert tags["TLAN"] == "deu"
    assert tags["TCON"] == "Podcast"
    assert tags["COMM::deu"].text == [
        f"Im Dezember fuhr der letzte Zug. Danach kam *nichts* mehr. Zehn Jahre vergingen. {DISCLOSURE}"
    ]
    assert tags["TXXX:AI-Content"] == "true"
    assert tags["TXXX:AI-Disclosure"] == DISCLOSURE
    assert tags["APIC:"].mime == "image/jpeg"
    assert tags["APIC:"].type == 3
    assert tags["APIC:"].data == jpeg()


def test_chapters_follow_in_order_with_a_table_of_contents(made: Path) -> None:
    tags = ID3(made)
    assert tags["CTOC:toc"].child_element_ids == ["ch0", "ch1", "ch2"]
    chapters = [tags[f"CHAP:ch{n}"] for n in range(3)]
    assert [(c.start_time, c.end_time) for c in chapters] == [(0, 5500), (5500, 26500), (26500, 30000)]
    assert [str(c.sub_frames["TIT2"]) for c in chapters] == ["Einstieg", "Was blieb – später", "Bis bald."]
    raw = made.read_bytes()
    assert raw.index(b"CTOC") < raw.index(b"ch0\0\0") < raw.index(b"ch1\0\0") < raw.index(b"ch2\0\0")


def test_ffmpeg_sees_tags_chapters_cover_and_length_without_a_warning(made: Path) -> None:
    _, said = run([ffmpeg(), "-hide_banner", "-v", "info", "-i", str(made), "-map", "0:a", "-f", "null", "-"])
    text = said.decode()
    assert "Duration: 00:00:30.0" in text
    assert "Estimating" not in text
    assert re.search(r"date +: 2025-08-16", text)
    assert re.search(r"comment +: Im Dezember fuhr", text)
    assert text.index("Einstieg") < text.index("Was blieb") < text.index("Bis bald.")
    assert "1400x1400" in text
    assert "44100 Hz, stereo" in text


def test_the_length_is_that_of_the_sound(made: Path) -> None:
    info = MP3(made).info
    assert info.length == pytest.approx(30, abs=0.1)
    assert not info.sketchy
    assert info.bitrate == 128_000


def test_no_frame_of_sound_is_lost_or_changed(made: Path, bare: Path) -> None:
    assert made.read_bytes().endswith(bare.read_bytes())
    # A decoder that finds the Info header leaves out the 529 samples that every decoder adds.
    assert pcm(made) == pcm(bare)[529 * 4 :]


def test_the_header_says_what_ffmpegs_own_says(made: Path, bare: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.mp3"
    run([ffmpeg(), "-v", "error", "-i", str(bare), "-c", "copy", "-f", "mp3", str(other)])
    assert pcm(other) == pcm(made)
    ours, theirs = (MP3(path).info for path in (made, other))
    assert ours.length == theirs.length


def test_seeking_lands_where_it_should(made: Path) -> None:
    late = pcm(made, "-ss", "20")
    assert len(late) == pytest.approx(10 * 44_100 * 4, rel=0.01)


def test_the_same_input_gives_the_same_bytes(
    made: Path, bare: Path, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    again = tmp_path / "again.mp3"
    tag(bare, again, timeline=timeline, about=words, cover=jpeg())
    assert again.read_bytes() == made.read_bytes()


def test_what_is_not_known_is_not_written(
    bare: Path, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    out = tmp_path / "out.mp3"
    little = dataclasses.replace(words, date="", disclosure=None, teaser="", language="en")
    tag(bare, out, timeline=dataclasses.replace(timeline, chapters=()), about=little, cover=jpeg())
    names = {key.split(":")[0] for key in ID3(out)}
    assert names == {"TIT2", "TPE1", "TPE2", "TALB", "TLAN", "TCON", "TLEN", "APIC"}
    assert ID3(out)["TLAN"] == "eng"


@pytest.mark.parametrize(("date", "told"), [("2025", "2025"), ("2025-08", "2025"), ("gestern", None)])
def test_half_a_date_gives_the_year(
    date: str, told: str | None, bare: Path, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    out = tmp_path / "out.mp3"
    tag(bare, out, timeline=timeline, about=dataclasses.replace(words, date=date), cover=jpeg())
    assert (str(ID3(out)["TDRC"]) if told else ID3(out).get("TDRC")) == told


def test_more_chapters_than_the_table_can_hold(
    bare: Path, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    many = tuple(Chapter(f"Teil {n} ä – 日本", n * 100, n * 100 + 100) for n in range(300))
    out = tmp_path / "out.mp3"
    tag(bare, out, timeline=dataclasses.replace(timeline, chapters=many), about=words, cover=jpeg())
    assert len(ID3(out).getall("CHAP")) == 300
    assert len(ID3(out)["CTOC:toc"].child_element_ids) == 255


@pytest.mark.parametrize("cut", [b"", b"no MP3 at all, but some text", b"\xff\xfb\x90\x64" + bytes(100)])
def test_what_is_no_stream_of_frames_is_refused(
    cut: bytes, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    source = tmp_path / "bad.mp3"
    source.write_bytes(cut)
    with pytest.raises(AudioError, match="MP3"):
        tag(source, tmp_path / "out.mp3", timeline=timeline, about=words, cover=jpeg())


def test_a_stream_that_is_cut_off_is_refused(
    bare: Path, tmp_path: Path, timeline: Timeline, words: About
) -> None:
    source = tmp_path / "cut.mp3"
    source.write_bytes(bare.read_bytes()[:-100])
    with pytest.raises(AudioError, match="ends within a frame"):
        tag(source, tmp_path / "out.mp3", timeline=timeline, about=words, cover=jpeg())


def test_a_missing_stream_is_one_line(tmp_path: Path, timeline: Timeline, words: About) -> None:
    with pytest.raises(AudioError, match="No such file"):
        tag(tmp_path / "none.mp3", tmp_path / "out.mp3", timeline=timeline, about=words, cover=jpeg())
