"""The parts that online engines are made of: cutting a text, looking at a sound, options and versions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.clip import Clip
from podcast.errors import CallError
from podcast.speech.engines import get_engine, online_sound
from podcast.speech.engines.online_pace import retry_after_s
from podcast.speech.engines.online_sound import NoSpeechError, Shape, decode, join, longest_s
from podcast.speech.engines.online_text import pause_after_s, split
from podcast.tools import run
from tests.speech.measure import median_pitch
from tests.speech.services import TEXT, encode, tone


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("Kurz.", 100, ["Kurz."]),
        ("Ein Satz hier. Noch ein Satz.", 20, ["Ein Satz hier.", "Noch ein Satz."]),
        ("Er kam mit Dr. Meier. Dann ging er.", 30, ["Er kam mit Dr. Meier.", "Dann ging er."]),
        ("Wir sahen z. B. Dr. Meier und andere.", 30, ["Wir sahen z. B. Dr.", "Meier und andere."]),
        ("„Nein.“ Er ging. „Doch!“ Sie blieb.", 20, ["„Nein.“ Er ging.", "„Doch!“ Sie blieb."]),
        ("eins, zwei, drei und vier", 12, ["eins, zwei,", "drei und", "vier"]),
        ("Erstens: ja; zweitens: nein", 14, ["Erstens: ja;", "zweitens: nein"]),
        ("Donaudampfschiff", 8, ["Donaudam", "pfschiff"]),
        ("Genau zehn. Ja", 11, ["Genau zehn.", "Ja"]),
        ("Ende. … – !", 6, ["Ende."]),
    ],
)
def test_a_text_is_cut_at_the_best_place(text: str, limit: int, pieces: list[str]) -> None:
    assert split(text, limit) == pieces


@given(st.text("aB.,!? äß3„“\n…", max_size=200), st.integers(5, 60))
def test_cutting_loses_no_word_and_keeps_the_limit(text: str, limit: int) -> None:
    pieces = split(text, limit)
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert all(any(c.isalnum() for c in piece) for piece in pieces)

    def words(t: str) -> str:
        return "".join(c for c in t if c.isalnum())

    assert words("".join(pieces)) == words(text)


def test_the_pause_after_a_sentence_is_longer_than_after_a_comma_or_a_word() -> None:
    assert pause_after_s("Ja.") == pause_after_s("Ja!“") > pause_after_s("Ja,") > pause_after_s("Ja")


def _speech(seconds: float, edge_s: float = 0.3, rate: int = 24000) -> Clip:
    """A loud tone that begins and ends at full swing, with silence around it."""
    time_s = np.arange(round(seconds * rate)) / rate
    loud = np.round(12000 * np.cos(2 * np.pi * 200 * time_s)).astype("<i2").tobytes()
    quiet = bytes(2 * round(edge_s * rate))
    return Clip(quiet + loud + quiet, rate)


def test_joining_keeps_the_outer_silence_and_makes_the_inner_one_anew() -> None:
    whole = join([_speech(1), _speech(1)], ["Eins.", "Zwei."])
    samples = np.frombuffer(whole.pcm, "<i2").astype(int)
    assert whole.rate == 24000
    assert whole.seconds == pytest.approx(0.3 + 1 + 0.6 + 1 + 0.3, abs=0.06)
    assert not samples[: round(0.29 * 24000)].any()
    assert not samples[-round(0.29 * 24000) :].any()


def test_joining_speech_that_has_no_silence_at_its_ends_makes_no_click() -> None:
    whole = join([_speech(1, 0), _speech(1, 0)], ["Eins.", "Zwei."])
    samples = np.frombuffer(whole.pcm, "<i2").astype(int)
    steepest = 12000 * 2 * np.pi * 200 / 24000  # of the tone itself
    assert np.abs(np.diff(samples)).max() < 1.1 * steepest


def test_a_streamed_wav_that_does_not_know_its_length_is_whole() -> None:
    wav = bytearray(encode(tone(TEXT), "wav"))
    at = wav.index(b"data") + 4
    for size in (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f"):
        wav[at : at + 4] = size
        wav[4:8] = size
        assert decode(bytes(wav), TEXT, Shape(24000)).seconds == pytest.approx(2.95, abs=0.01)


def test_a_wav_that_lacks_what_its_header_promises_is_refused() -> None:
    wav = tone(TEXT).to_wav()
    assert decode(wav, TEXT, Shape(24000)).seconds == pytest.approx(2.95, abs=0.01)
    with pytest.raises(NoSpeechError, match="broke off"):
        decode(wav[: len(wav) - 1000], TEXT, Shape(24000))


def test_a_playlist_is_not_read_although_ffmpeg_could() -> None:
    playlist = b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"
    with pytest.raises(NoSpeechError, match="no speech"):
        decode(playlist, TEXT, Shape(24000))


def test_bare_pcm_is_taken_only_where_it_was_asked_for() -> None:
    pcm = encode(tone(TEXT), "pcm")
    assert decode(pcm, TEXT, Shape(24000, pcm_rate=24000)).seconds == pytest.approx(2.95, abs=0.01)
    assert decode(pcm + b"\x00", TEXT, Shape(24000, pcm_rate=24000)).frames == len(pcm) // 2
    with pytest.raises(NoSpeechError, match="no speech"):
        decode(pcm, TEXT, Shape(24000))


def test_a_page_is_not_taken_for_pcm() -> None:
    page = b'{"error": {"message": "this is a message and no sound, of some length"}}' * 2000
    with pytest.raises(NoSpeechError, match="a page or a message"):
        decode(page, TEXT, Shape(24000, pcm_rate=24000))


def test_an_answer_of_hours_is_not_decoded_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour is 14 MB of MP3 and 170 MB of PCM; what may be right is not a hundredth of that."""
    decoded: list[int] = []

    def watched(args: list[str], **more: Any) -> tuple[bytes, bytes]:
        out = run(args, **more)
        decoded.append(len(out[0]))
        return out

    hour = encode(Clip(tone(TEXT).pcm * 20, 16000)) * 60
    monkeypatch.setattr(online_sound, "run", watched)
    with pytest.raises(NoSpeechError, match="too long for the text"):
        decode(hour, TEXT, Shape(24000))
    assert decoded[0] <= 2 * 24000 * (longest_s(TEXT, 1.0) + 1)


@pytest.mark.parametrize(("speed", "size"), [(0.5, 2.0), (2.0, 0.5), (1.2, 0.8)])
def test_speed_and_size_reach_their_limits(speed: float, size: float) -> None:
    clip = decode(encode(tone(TEXT)), TEXT, Shape(24000, speed=speed, tempo=speed, size=size))
    assert clip.rate == round(24000 * size)
    assert clip.seconds == pytest.approx(2.95 / speed, rel=0.06)
    assert median_pitch(clip, 60, 480) == pytest.approx(190 * size, rel=0.05)


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        (None, None, 0),
        ("", None, 0),
        ("12", None, 12),
        ("Sun, 06 Nov 1994 08:49:47 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 10),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:47 GMT", 0),
        ("Sun, 06 Nov 1994 08:49:37 GMT", "yesterday", 0),
        ("1.5e3", None, 0),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str | None, date: str | None, seconds: float) -> None:
    assert retry_after_s(value, date) == seconds


ONLINE = ("edge", "gtts", "openai", "elevenlabs")


@pytest.mark.parametrize("name", ONLINE)
def test_options_are_read_and_wrong_ones_named(name: str) -> None:
    engine = get_engine(name, {"parallel": 7, "per_minute": 30, "timeout_s": 12})
    assert engine.parallel == 7
    for options, reason in (
        ({"parallel": 0}, "parallel: "),
        ({"per_minute": -1}, "per_minute: "),
        ({"timeout_s": "long"}, "timeout_s: "),
        ({"key": "sk-4711"}, "unknown key 'key'"),
    ):
        with pytest.raises(CallError, match=rf"\[engines.{name}\] {reason}") as caught:
            get_engine(name, options)
        assert "4711" not in str(caught.value)


@pytest.mark.parametrize("name", ONLINE)
def test_what_shapes_no_sound_is_not_in_the_version(name: str) -> None:
    options = {"parallel": 7, "per_minute": 30, "timeout_s": 12, "read_timeout_s": 3}
    assert get_engine(name, options).version == get_engine(name).version


@pytest.mark.parametrize(
    ("name", "option", "value"),
    [
        ("openai", "base_url", "http://127.0.0.1:8880/v1"),
        ("openai", "model", "tts-1"),
        ("openai", "instructions", "Sprich ruhig."),
        ("openai", "format", "mp3"),
        ("openai", "rate", 16000),
        ("elevenlabs", "model_id", "eleven_v3"),
        ("elevenlabs", "stability", 0.4),
        ("elevenlabs", "similarity_boost", 0.9),
        ("elevenlabs", "style", 0.1),
        ("elevenlabs", "seed", 7),
        ("elevenlabs", "language_code", "de"),
        ("elevenlabs", "output_format", "pcm_24000"),
    ],
)
def test_what_shapes_the_sound_is_in_the_version(name: str, option: str, value: object) -> None:
    assert get_engine(name, {option: value}).version != get_engine(name).version


@pytest.mark.parametrize("name", ["openai", "elevenlabs"])
def test_the_variable_with_the_key_is_not_in_the_version(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", "sk-4711")
    assert get_engine(name, {"key_env": "MY_KEY"}).version == get_engine(name).version


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize("language", ["de", "en"])
def test_each_has_two_voices_of_its_own_for_the_hosts(name: str, language: str) -> None:
    engine = get_engine(name)
    first, second = engine.pair(language)
    assert first != second
    assert {first.language, second.language} == {language}
    assert engine.voice(first.id, language).id == first.id


@pytest.mark.parametrize("name", ONLINE)
def test_voices_md_has_every_option_with_its_default(name: str, root: Path) -> None:
    text = (root / "docs" / "voices.md").read_text(encoding="utf-8")
    shared, own = (
        text.partition(f"### {heading}\n")[2].partition("\n##")[0]
        for heading in ("What every online engine can be told", f"`{name}`")
    )
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", shared + own, re.M))
    fields = msgspec.structs.fields(get_engine(name).Options)  # type: ignore[attr-defined]
    assert rows == {
        field.name: "none" if field.default is None else f"`{json.dumps(field.default)}`" for field in fields
    }
