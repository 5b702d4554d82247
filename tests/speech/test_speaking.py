"""Turns are spoken in order, once, into the cache."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from podcast.clip import Clip
from podcast.errors import CallError, EngineError, OutageError, PodcastError, SpeechError
from podcast.script import Direction
from podcast.show import Host, Show
from podcast.speech import Line, get_engine, list_engines, speak
from podcast.speech.casting import cast
from podcast.speech.engines.base import Voice
from podcast.speech.engines.tone import EDGE_FRAMES, FRAMES_PER_CHARACTER, Tone
from podcast.speech.turns import FAST, SLOW
from tests.speech.measure import median_pitch

SHOW = Show()
TONE = Show(engine="tone")


def line(number: int, *pieces: Direction | str, host: str = "Alana") -> Line:
    return Line(number, 10 + 2 * number, host, pieces)


def script(count: int) -> list[Line]:
    words = ["Ein", "Satz", "über", "den", "Zug,", "Nummer"]
    return [
        line(n, " ".join([*words[n % 3 :], f"{n}."]), host="Alana" if n % 2 else "Ben") for n in range(count)
    ]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_tone_is_as_long_as_its_text_to_the_frame() -> None:
    clip = Tone().synthesize("abcdefg", Voice("high", "de", "", size=1.1))
    assert clip.frames == 7 * FRAMES_PER_CHARACTER + 2 * EDGE_FRAMES
    assert clip.rate == 17600
    assert not any(clip.pcm[: 2 * EDGE_FRAMES])
    assert not any(clip.pcm[-2 * EDGE_FRAMES :])


def test_the_tones_of_the_hosts_have_their_pitches() -> None:
    high, low = Tone().voices("de")
    text = "Ein Text von einiger Länge"
    assert median_pitch(Tone().synthesize(text, high)) == pytest.approx(190, rel=0.05)
    assert median_pitch(Tone().synthesize(text, low)) == pytest.approx(110, rel=0.05)


def test_turns_come_in_order_with_what_was_read(tmp_path: Path) -> None:
    spoken = speak(
        [line(0, "Sie hat 24 Wagen."), line(1, "Wirklich?", host="Ben")],
        show=TONE,
        language="de",
        cache=tmp_path,
    )
    assert [(s.turn, s.host, s.engine, s.voice) for s in spoken] == [
        (0, "Alana", "tone", "high"),
        (1, "Ben", "tone", "low"),
    ]
    assert spoken[0].read == "Sie hat vierundzwanzig Wagen."
    clip = Clip.from_wav(spoken[0].clip.read_bytes())
    assert clip.frames == len(spoken[0].read) * FRAMES_PER_CHARACTER + 2 * EDGE_FRAMES
    assert (clip.channels, clip.width) == (1, 2)


def test_a_pause_is_as_long_as_it_says(tmp_path: Path) -> None:
    (one,) = speak(
        [line(0, "abc", Direction("pause", 0.8), "defg")], show=TONE, language="de", cache=tmp_path
    )
    samples = memoryview(Clip.from_wav(one.clip.read_bytes()).pcm).cast("h").tolist()
    silence = max(len(run) for run in "".join("s" if abs(x) <= 60 else "x" for x in samples).split("x"))
    assert silence == pytest.approx(0.8 * 16000, abs=60)


def test_slow_and_fast_hold_to_the_end_of_the_turn(tmp_path: Path) -> None:
    pieces = ("aaaa", Direction("slow"), "bbbb", Direction("pause", 0.1), "cccc", Direction("fast"), "dddd")
    (one,) = speak([line(0, *pieces)], show=TONE, language="de", cache=tmp_path)
    letters = 4 * (
        FRAMES_PER_CHARACTER + 2 * round(FRAMES_PER_CHARACTER / SLOW) + round(FRAMES_PER_CHARACTER / FAST)
    )
    silence = 6 * EDGE_FRAMES + 1600  # the two edges at the pause are cut away
    assert Clip.from_wav(one.clip.read_bytes()).frames == pytest.approx(letters + silence, abs=80)


def test_a_second_run_speaks_nothing_and_a_changed_turn_once(tmp_path: Path) -> None:
    lines = script(8)
    first = speak(lines, show=TONE, language="de", cache=tmp_path)
    before = bytes_of(tmp_path)
    second = speak(lines, show=TONE, language="de", cache=tmp_path)
    lines[3] = line(3, "Ganz anders.")
    third = speak(lines, show=TONE, language="de", cache=tmp_path)
    assert [s.cached for s in first] == [False] * 8
    assert [s.cached for s in second] == [True] * 8
    assert [s.cached for s in third] == [n != 3 for n in range(8)]
    assert before.items() < bytes_of(tmp_path).items()
    assert [replace(s, cached=True) for s in first] == second


def test_two_equal_turns_are_spoken_once(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    twice = speak(
        [line(0, "Und dann?"), line(1, "Und dann?"), line(2, "Und dann?", host="Ben")],
        show=TONE, language="de", cache=tmp_path, report=lambda done, total: calls.append((done, total)),
    )  # fmt: skip
    assert [s.cached for s in twice] == [False, True, False]
    assert twice[0].key == twice[1].key != twice[2].key
    assert calls[0] == (1, 3)
    assert calls[-1] == (3, 3)


@pytest.mark.parametrize("damage", [b"", b"RIFF", b"cut", b"nothing"])
def test_a_damaged_clip_is_spoken_anew(damage: bytes, tmp_path: Path) -> None:
    (one,) = speak([line(0, "Guten Tag.")], show=TONE, language="de", cache=tmp_path)
    whole = one.clip.read_bytes()
    one.clip.write_bytes(
        whole[:-100] if damage == b"cut" else Clip(b"", 16000).to_wav() if damage == b"nothing" else damage
    )
    (again,) = speak([line(0, "Guten Tag.")], show=TONE, language="de", cache=tmp_path)
    assert not again.cached
    assert again.clip.read_bytes() == whole


def test_everything_that_shapes_a_clip_is_in_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def key(show: Show = TONE, *pieces: Direction | str, language: str = "de") -> str:
        (one,) = speak([line(0, *(pieces or ("Guten Tag",)))], show=show, language=language, cache=tmp_path)
        return one.key

    ben = TONE.hosts[1]
    keys = [
        key(),
        key(TONE, "Guten Tag", Direction("pause", 0.2)),
        key(TONE, "Guten Tag", Direction("pause", 0.3)),
        key(TONE, Direction("slow"), "Guten Tag"),
        key(Show(engine="tone", hosts=(Host("Alana", pitch=1.1), ben))),
        key(Show(engine="tone", hosts=(Host("Alana", size=1.1), ben))),
        key(Show(engine="tone", hosts=(Host("Alana", voice="low"), ben))),
        key(Show(engine="tone", pronunciation={"Tag": "Tach"})),
        key(SHOW),
    ]
    monkeypatch.setattr("podcast.speech.planning.PREPARATION_VERSION", 10**6)
    keys.append(key())
    monkeypatch.setattr(Tone, "version", "other")
    keys.append(key())
    assert len(set(keys)) == len(keys)


def test_pico_gives_the_same_files_for_any_number_of_workers(tmp_path: Path) -> None:
    for workers in (1, 3):
        speak(script(12), show=SHOW, language="de", cache=tmp_path / str(workers), workers=workers)
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "3")


def test_one_failed_turn_names_itself_and_the_others_stay(tmp_path: Path) -> None:
    lines = script(6)
    lines[2], lines[4] = line(2, "Sie sagte 习近平.", host="Ben"), line(4, "…")
    with pytest.raises(SpeechError, match=r"^turn 3 \(script\.md line 14, Ben\): .*习.*\(also turn 5\)$"):
        speak(lines, show=SHOW, language="de", cache=tmp_path)
    lines[2], lines[4] = script(6)[2], script(6)[4]
    again = speak(lines, show=SHOW, language="de", cache=tmp_path)
    assert [s.cached for s in again] == [True, True, False, True, False, True]


def test_an_outage_stops_the_turns_not_yet_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    real = Tone.synthesize

    def synthesize(self: Tone, text: str, voice: Voice) -> Clip:
        said.append(text)
        if len(said) > 2:
            raise OutageError("the service is gone")
        return real(self, text, voice)

    monkeypatch.setattr(Tone, "synthesize", synthesize)
    with pytest.raises(SpeechError, match=r"turn 3 .*line 14.*the service is gone$"):
        speak(script(20), show=TONE, language="de", cache=tmp_path)
    assert len(said) == 3
    assert len(bytes_of(tmp_path)) == 2


def test_an_engine_that_cannot_work_here_says_why_unless_all_is_cached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(script(2), show=TONE, language="de", cache=tmp_path)
    monkeypatch.setattr(Tone, "unavailable", lambda _: "it is broken; run: mend it")
    assert all(s.cached for s in speak(script(2), show=TONE, language="de", cache=tmp_path))
    with pytest.raises(EngineError, match="run: mend it"):
        speak(script(3), show=TONE, language="de", cache=tmp_path)


def test_unknown_names_list_the_choices(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=f"'festival': choose one of {', '.join(list_engines())}"):
        get_engine("festival")
    with pytest.raises(CallError, match=r"Alana: the engine pico has no voice 'klaus' .* de-DE"):
        speak(
            script(1),
            show=Show(hosts=(Host("Alana", voice="klaus"), Host("Ben"))),
            language="de",
            cache=tmp_path,
        )
    with pytest.raises(CallError, match="gtts cannot change pitch: it can change speed, size"):
        speak(
            script(1),
            show=Show(engine="gtts", hosts=(Host("Alana", pitch=2), Host("Ben"))),
            language="de",
            cache=tmp_path,
        )
    with pytest.raises(SpeechError, match=r"line 10, Bob\): .*only Alana and Ben"):
        speak([line(0, "Ja.", host="Bob")], show=SHOW, language="de", cache=tmp_path)


def test_what_show_toml_says_of_a_voice_belongs_to_its_engine() -> None:
    show = Show(hosts=(Host("Alana", voice="de-DE", pitch=1.2), Host("Ben", engine="tone", voice="high")))
    assert cast(show, show.hosts[0], "de").pitch == 1.2
    assert cast(show, show.hosts[0], "de", "tone") == cast(TONE, TONE.hosts[0], "de")
    assert cast(show, show.hosts[1], "de").id == "high"


def test_a_host_may_have_an_engine_of_their_own(tmp_path: Path) -> None:
    show = Show(hosts=(Host("Alana"), Host("Ben", engine="tone")))
    assert [s.engine for s in speak(script(2), show=show, language="de", cache=tmp_path)] == ["tone", "pico"]


def test_a_cache_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SpeechError, match=r"cannot write into the clip cache .*file"):
        speak(script(2), show=TONE, language="de", cache=tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT is POSIX")
def test_ctrl_c_ends_at_once_and_leaves_neither_workers_nor_half_a_file(root: Path, tmp_path: Path) -> None:
    code = f"""
        import signal
        from pathlib import Path
        from podcast.show import Show
        from podcast.speech import Line, speak
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
        lines = [Line(n, n, "Ben", (f"Ein langer Satz über viele Dinge, Nummer {{n}}. " * 8,)) for n in range(600)]
        def report(done, total):
            if done == 3:
                print("now", flush=True)
        try:
            speak(lines, show=Show(), language="de", cache=Path({str(tmp_path)!r}), report=report)
        except KeyboardInterrupt:
            print("interrupted", flush=True)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    pids = [int(pid) for pid in children.read_text().split()] if children.exists() else []
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=20)[0] == "interrupted\n"
    assert time.monotonic() - began < 5
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    files = bytes_of(tmp_path)
    assert len(files) >= 3
    assert all(Clip.from_wav(data).frames for data in files.values())


def test_two_runs_at_once_in_one_cache_do_not_disturb_each_other(tmp_path: Path) -> None:
    errors: list[PodcastError] = []

    def run() -> None:
        try:
            speak(script(20), show=TONE, language="de", cache=tmp_path)
        except PodcastError as error:
            errors.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len(bytes_of(tmp_path)) == 20
