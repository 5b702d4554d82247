"""The engine pico: what it does with good, hostile and deadly text."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from podcast.clip import Clip
from podcast.errors import EngineError
from podcast.show import Show
from podcast.speech.casting import cast
from podcast.speech.engines.base import Voice
from podcast.speech.engines.pico import Pico
from podcast.speech.engines.worker import Worker
from podcast.speech.prepare import read
from tests.speech.measure import alive, gone, loudest, median_pitch

ALANA = Voice("de-DE", "de", "", pitch=1.06, size=1.06, volume=0.35)
SENTENCE = "Im Dezember stellte die Bahn ihren letzten Nachtzug ein, und niemand hat es gemerkt."
REQUEST: dict[str, object] = {
    "text": "Guten Tag.",
    "voice": "de-DE",
    "speed": 1.0,
    "pitch": 1.0,
    "volume": 0.35,
}


@pytest.fixture
def pico() -> Iterator[Pico]:
    engine = Pico()
    yield engine
    engine.close()


def test_a_sentence_becomes_16_bit_mono_of_a_plausible_length(pico: Pico) -> None:
    clip = pico.synthesize(SENTENCE, ALANA)
    assert (clip.rate, clip.channels, clip.width) == (16960, 1, 2)
    assert 4.0 < clip.seconds < 8.0
    assert loudest(clip) < 32767


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_hosts_are_told_apart_by_at_least_50_hertz(pico: Pico, language: str) -> None:
    show = Show()
    text = (
        SENTENCE
        if language == "de"
        else "In December they cancelled the last night train, and nobody noticed."
    )
    high, low = (median_pitch(pico.synthesize(text, cast(show, host, language))) for host in show.hosts)
    assert high - low >= 50


@pytest.mark.parametrize("size", [0.8, 1.25])
def test_size_changes_the_rate_and_hardly_the_length(pico: Pico, size: float) -> None:
    plain = pico.synthesize(SENTENCE, Voice("de-DE", "de", ""))
    sized = pico.synthesize(SENTENCE, Voice("de-DE", "de", "", size=size))
    assert sized.rate == round(16000 * size)
    assert sized.seconds == pytest.approx(plain.seconds, rel=0.06)


def test_two_processes_give_the_same_bytes_whatever_they_said_before() -> None:
    first, second = Pico(), Pico()
    try:
        for text in ("Etwas ganz anderes!", "Eins, zwei, drei."):
            second.synthesize(text, ALANA)
        assert first.synthesize(SENTENCE, ALANA).pcm == second.synthesize(SENTENCE, ALANA).pcm
    finally:
        first.close()
        second.close()


HOSTILE = {
    "writes a file": '<genfile file="{}/evil.wav">Hallo</genfile>',
    "spells, which crashes": "<spell>Hallo</spell>",
    "broken markup": "<<genfile file='{}/evil.wav' <spell> & &lt;spell&gt; Hallo",
    "NUL": "Guten\0Tag",
    "hangs": "ä" * 300,
    "half an hour of dots": "." * 3000 + "Hallo",
    "one word": "Donaudampf" * 2000,
    "digits": "9" * 500,
    "emoji": "Hallo 😀👩‍🚀 Welt",
    "Chinese": "Xi heißt 习近平 dort",
    "surrogate": "Hallo \ud800 Welt",
    "combining": "a" + "\u0301" * 500 + " Hallo",
    "directions": "\u202eHallo\u202c",
    "control characters": "".join(map(chr, range(32))) + "Hallo\x7f\x80",
    "nothing": "",
    "only marks": "… – „“ !!!",
    "quotes": "'" * 400 + "Hallo",
    "hyphens": "-".join("a" * 400),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("prepared", [True, False], ids=["prepared", "raw"])
def test_hostile_text_ends_in_speech_or_a_clear_error_and_writes_nothing(
    text: str, prepared: bool, pico: Pico, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = text.replace("{}", str(tmp_path))
    message, seconds = "", 1.0
    try:
        seconds = pico.synthesize(read(text, "de") if prepared else text, ALANA).seconds
    except EngineError as error:
        message = str(error)
    assert seconds > 0.1
    assert "\n" not in message
    assert len(message) < 300
    assert list(tmp_path.iterdir()) == []


def test_a_hang_is_ended_by_the_worker_itself_and_a_new_one_speaks() -> None:
    worker = Worker("pico")
    with pytest.raises(EOFError):
        worker.ask({**REQUEST, "text": "ä" * 300}, limit=0.5)
    assert gone(worker.pid)
    worker.close()
    fresh = Worker("pico")
    assert fresh.ask(REQUEST, limit=10)
    fresh.close()


def test_a_crash_is_noticed() -> None:
    worker = Worker("pico")
    with pytest.raises(EOFError):
        worker.ask({**REQUEST, "text": "<spell>Hallo</spell>"}, limit=10)
    worker.close()


def test_pico_survives_the_death_of_its_worker(pico: Pico) -> None:
    before = pico.synthesize(SENTENCE, ALANA)
    for pid in pico._pool.pids:
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
    assert pico.synthesize(SENTENCE, ALANA) == before


def test_a_text_that_kills_two_workers_is_an_error_that_names_it(
    pico: Pico, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("podcast.speech.engines.pico.chunks", lambda *_: ["<spell>Hallo</spell>"])
    with pytest.raises(EngineError, match=r"hangs or crashes on .*Hallo"):
        pico.synthesize("Hallo", ALANA)
    assert not pico._pool.pids


def test_close_ends_calls_under_way(pico: Pico, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("podcast.speech.engines.pico.chunks", lambda *_: ["ä" * 300])
    caught: list[BaseException] = []

    def call() -> None:
        try:
            pico.synthesize("hangs", ALANA)
        except EngineError as error:
            caught.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    while not (pids := pico._pool.pids):
        time.sleep(0.01)
    pico.close()
    thread.join(5)
    assert len(caught) == 1
    assert not any(alive(pid) for pid in pids)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
@pytest.mark.parametrize("text", ["Guten Tag.", "ä" * 300], ids=["idle", "hanging"])
def test_workers_end_when_their_parent_is_killed(text: str, root: Path) -> None:
    code = f"""
        from podcast.speech.engines.worker import Worker
        worker = Worker("pico")
        print(worker.pid, flush=True)
        worker.ask({{**{REQUEST!r}, "text": {text!r}}}, limit=2)
        input()
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
    )  # fmt: skip
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert gone(pid)


def test_the_worker_imports_nothing_heavy(root: Path) -> None:
    """It is ready fast because neither this program nor numpy is loaded."""
    folder = root / "podcast" / "speech" / "engines"
    source = (folder / "worker_main.py").read_text() + (folder / "pico_worker.py").read_text()
    assert "podcast" not in [
        line.split()[1].split(".")[0] for line in source.splitlines() if "import " in line[:20]
    ]
    assert "numpy" not in source


def test_a_very_long_text_is_cut_into_pieces_and_stays_whole(pico: Pico) -> None:
    one = pico.synthesize(SENTENCE, ALANA)
    many = pico.synthesize(" ".join([SENTENCE] * 12), ALANA)
    assert isinstance(many, Clip)
    assert many.seconds == pytest.approx(12 * one.seconds, rel=0.05)
