"""The engine espeak: real speech from its worker process, and phonemes for Kokoro."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from podcast.errors import EngineError
from podcast.speech.engines import get_engine
from podcast.speech.engines.base import Voice
from podcast.speech.engines.espeak import Espeak
from podcast.speech.engines.worker import Pool
from podcast.speech.prepare import read
from tests.speech.hostile import HOSTILE
from tests.speech.measure import loudest, median_pitch, needs_package

SENTENCE = "Im Dezember stellte die Bahn ihren letzten Nachtzug ein, und niemand hat es gemerkt."
PLAIN = Voice("de", "de", "")

pytestmark = needs_package("espeakng_loader")


@pytest.fixture
def espeak() -> Iterator[Espeak]:
    engine = Espeak()
    yield engine
    engine.close()


def test_a_sentence_becomes_speech_of_a_plausible_length(espeak: Espeak) -> None:
    clip = espeak.synthesize(SENTENCE, PLAIN)
    assert (clip.rate, clip.channels, clip.width) == (22050, 1, 2)
    assert 3.5 < clip.seconds < 6
    assert 10_000 < loudest(clip) < 32767


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_voice_that_is_listed_speaks(language: str, espeak: Espeak) -> None:
    voices = espeak.voices(language)
    spoken = {espeak.synthesize("Eins, zwei.", voice).pcm for voice in voices}
    assert len(spoken) == len(voices) >= 9


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_hosts_are_told_apart_by_at_least_50_hertz(language: str, espeak: Espeak) -> None:
    high, low = (median_pitch(espeak.synthesize(SENTENCE, voice)) for voice in espeak.pair(language))
    assert high - low >= 50


def test_the_same_text_is_the_same_bytes_whatever_was_said_before_and_by_two_at_once(espeak: Espeak) -> None:
    """The library alone gives other bytes on each call: the test fails where it is not loaded anew."""
    first = espeak.synthesize(SENTENCE, PLAIN)
    espeak.synthesize("Etwas ganz anderes!", espeak.pair("de")[0])
    with ThreadPoolExecutor(2) as pool:
        clips = list(pool.map(lambda _: espeak.synthesize(SENTENCE, PLAIN), range(4)))
    assert all(clip == first for clip in clips)
    other = Espeak()
    assert other.synthesize(SENTENCE, PLAIN) == first
    other.close()


@pytest.mark.parametrize(("factor", "ratio"), [(0.75, 0.75), (1.4, 1.4)])
def test_pitch_is_a_factor_of_the_pitch(factor: float, ratio: float, espeak: Espeak) -> None:
    plain = median_pitch(espeak.synthesize(SENTENCE, PLAIN))
    moved = median_pitch(espeak.synthesize(SENTENCE, Voice("de", "de", "", pitch=factor)))
    assert moved / plain == pytest.approx(ratio, rel=0.06)


@pytest.mark.parametrize("factor", [0.7, 1.4])
def test_speed_changes_the_length_and_size_only_the_rate(factor: float, espeak: Espeak) -> None:
    plain = espeak.synthesize(SENTENCE, PLAIN)
    fast = espeak.synthesize(SENTENCE, Voice("de", "de", "", speed=factor))
    sized = espeak.synthesize(SENTENCE, Voice("de", "de", "", size=factor))
    assert fast.seconds == pytest.approx(plain.seconds / factor, rel=0.08)
    assert sized.rate == round(22050 * factor)
    assert sized.seconds == pytest.approx(plain.seconds, rel=0.08)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("prepared", [True, False], ids=["prepared", "raw"])
def test_hostile_text_ends_in_speech_or_a_clear_error(
    text: str, prepared: bool, espeak: Espeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    message, seconds = "", 1.0
    try:
        seconds = espeak.synthesize(read(text, "de") if prepared else text, PLAIN).seconds
    except EngineError as error:
        message = str(error)
    assert seconds > 0.1
    assert "\n" not in message
    assert len(message) < 300
    assert list(tmp_path.iterdir()) == []


def test_markup_and_phoneme_brackets_are_read_as_the_words_in_them(espeak: Espeak) -> None:
    plain = espeak.synthesize("Hallo Welt", PLAIN)
    assert espeak.synthesize("[[Hallo]] <voice name='en'>Welt".replace("voice name='en'", ""), PLAIN) == plain


def test_a_long_text_stays_whole(espeak: Espeak) -> None:
    one = espeak.synthesize(SENTENCE, PLAIN)
    many = espeak.synthesize(" ".join([SENTENCE] * 60), PLAIN)
    assert many.seconds == pytest.approx(60 * one.seconds, rel=0.1)


def test_a_killed_worker_is_replaced(espeak: Espeak) -> None:
    before = espeak.synthesize(SENTENCE, PLAIN)
    (pid,) = espeak._pool.pids
    os.kill(pid, signal.SIGKILL)
    assert espeak.synthesize(SENTENCE, PLAIN) == before
    assert espeak._pool.pids != [pid]


def test_a_voice_that_it_lacks_is_an_error_and_costs_no_worker() -> None:
    pool = Pool("espeak")
    request = {"what": "phonemes", "text": "x", "texts": ["Hello there", "", "it's 3"], "voice": "xx"}
    with pytest.raises(EngineError, match="no voice xx"):
        pool.ask(request, 10)
    (pid,) = pool.pids
    found = json.loads(pool.ask({**request, "voice": "en-us"}, 10))
    assert found == ["həlˈoʊ ðˈɛɹ", "", "ɪts θɹˈiː"]
    assert pool.pids == [pid]
    pool.close()


def test_without_the_package_the_engine_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    engine = get_engine("espeak")
    assert "pip install espeakng-loader" in str(engine.unavailable())
    engine.close()
