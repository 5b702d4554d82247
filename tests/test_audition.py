"""`podcast audition`: every voice says the same lines; one MP3 with chapters, one page with a player for each."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import mutagen.id3
import pytest

from podcast import audition as room
from podcast.audition import audition
from podcast.errors import CallError, SpeechError
from podcast.show import Host, Show
from podcast.speech.engines.gtts import Gtts
from podcast.speech.engines.pico import Pico
from podcast.speech.engines.tone import Tone
from tests.browser import opened
from tests.running import podcast


class Nobody:
    """A watcher who wants to hear nothing."""

    def progress(self, stage: str, done: int, total: int) -> None:
        """Steps are counted up."""
        assert 0 <= done <= total, stage

    def note(self, line: str) -> None:
        """Nothing to say."""
        raise AssertionError(line)


def chapters(mp3: Path) -> list[tuple[str, int, int]]:
    """Title, start and end in milliseconds."""
    frames = mutagen.id3.ID3(str(mp3)).getall("CHAP")  # type: ignore[no-untyped-call]
    return sorted(
        ((str(f.sub_frames["TIT2"]), f.start_time, f.end_time) for f in frames), key=lambda each: each[1]
    )


def test_the_command_prints_the_sound_and_the_page(tmp_path: Path) -> None:
    done = podcast("audition", "--engine", "tone", "--engine", "pico", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "output/audition/audition.mp3\noutput/audition/index.html\n"
    assert "4 voices" in done.stderr
    folder = tmp_path / "output" / "audition"
    assert sorted(path.name for path in folder.iterdir()) == ["audition.mp3", "index.html"]
    marks = chapters(folder / "audition.mp3")
    assert [title for title, _, _ in marks] == [
        "1. tone: high",
        "2. tone: low",
        "3. pico: de-DE",
        "4. pico: de-DE",
    ]
    page = lxml.html.document_fromstring((folder / "index.html").read_text("utf-8"))
    players = [str(player.get("src")) for player in page.iter("audio")]
    for player, (_, start, end) in zip(players, marks, strict=True):
        found = re.fullmatch(r"audition\.mp3#t=([\d.]+),([\d.]+)", player)
        assert found
        assert [float(found[1]), float(found[2])] == pytest.approx([start / 1000, end / 1000], abs=0.01)
    assert sum(1 for quote in page.iter("blockquote") for _ in quote.iter("p")) == 3
    text = " ".join("".join(str(part) for part in page.itertext()).split())
    assert "so spricht Ben" in text
    assert 'engine = "pico", voice = "de-DE", pitch = 0.8, size = 0.92' in text


def test_in_a_browser_one_voice_is_heard_at_a_time_and_stops_where_the_next_begins(tmp_path: Path) -> None:
    done = audition(Show(), language="de", output=tmp_path, watcher=Nobody(), engines=("tone",))
    (_, start, end), (_, second, _) = chapters(done.mp3)
    state = "each => each.map(player => [player.currentTime, player.paused, player.error?.message ?? ''])"
    with opened(done.page.as_uri()) as page:
        players = page.locator("audio")
        assert players.count() == 2

        def press_play(at: int) -> None:
            box = players.nth(at).bounding_box()
            assert box
            page.mouse.click(box["x"] + 25, box["y"] + box["height"] / 2)

        def wait_until(condition: str) -> list[list[object]]:
            page.wait_for_function(
                f"() => {{ const p = document.querySelectorAll('audio'); return {condition} }}"
            )
            return list(players.evaluate_all(state))

        press_play(1)
        now = wait_until(f"!p[1].paused && p[1].currentTime > {second / 1000 + 0.2}")
        assert now[0] == [0, True, ""]
        press_play(0)
        now = wait_until(f"!p[0].paused && p[0].currentTime > {start / 1000 + 0.2}")
        assert now[1][1:] == [True, ""]
        players.nth(0).evaluate(f"player => {{ player.currentTime = {end / 1000 - 0.3} }}")
        now = wait_until("p[0].paused")
        assert now[0][0] == pytest.approx(end / 1000, abs=0.3)


def test_english_voices_say_english_lines(tmp_path: Path) -> None:
    done = audition(Show(), language="en", output=tmp_path, watcher=Nobody(), engines=("tone",))
    html = done.page.read_text("utf-8")
    assert '<html lang="en">' in html
    assert "House of Representatives" in html
    assert not re.search(r"Stimmprobe|spricht", html)


def test_those_who_cannot_be_heard_are_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "list_engines", lambda: ["pico", "gtts", "tone"])
    monkeypatch.setattr(Pico, "unavailable", lambda _: "it is <broken>; run: mend it")
    with pytest.raises(
        SpeechError, match=r"^pico: it is <broken>; run: mend it\ngtts: needs a network; .*--online"
    ):
        audition(Show(), language="de", output=tmp_path, watcher=Nobody())
    assert not (tmp_path / "audition").exists()
    done = audition(Show(), language="de", output=tmp_path, watcher=Nobody(), engines=("pico", "tone"))
    assert done.silent == ("pico: it is <broken>; run: mend it",)
    assert "it is &lt;broken&gt;" in done.page.read_text("utf-8")


def test_a_voice_that_fails_does_not_take_the_others_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def synthesize(*_: object, **__: object) -> None:
        raise AssertionError("asked although it costs money")

    monkeypatch.setattr(Gtts, "synthesize", synthesize)
    monkeypatch.setattr(room, "list_engines", lambda: ["gtts", "festival", "tone"])
    real = Tone.synthesize

    def low_is_gone(self: Tone, text: str, voice: object, **around: str) -> object:
        if getattr(voice, "id", "") == "low":
            raise SpeechError("hoarse")
        return real(self, text, voice, **around)  # type: ignore[arg-type]

    monkeypatch.setattr(Tone, "synthesize", low_is_gone)
    done = audition(Show(), language="de", output=tmp_path, watcher=Nobody(), engines=("tone",))
    assert done.voices == 1
    assert done.silent == ("tone: low: hoarse",)


def test_an_unknown_engine_that_was_asked_for_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="unknown engine 'festival'"):
        audition(Show(), language="de", output=tmp_path, watcher=Nobody(), engines=("festival",))


def test_the_show_s_own_settings_of_a_host_do_not_colour_the_audition(tmp_path: Path) -> None:
    plain = audition(Show(), language="de", output=tmp_path, watcher=Nobody(), engines=("tone",))
    first = plain.mp3.read_bytes()
    hosts = (Host("Alana", pitch=1.3, engine="tone"), Host("Ben", pan=0.5))
    again = audition(Show(hosts=hosts), language="de", output=tmp_path, watcher=Nobody(), engines=("tone",))
    assert again.mp3.read_bytes() == first
