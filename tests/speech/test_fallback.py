"""Who speaks where an engine cannot: only whom show.toml names, and the manifest and the terminal say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.clip import Clip
from podcast.errors import CallError, EngineError, OutageError, SpeechError, UnavailableError
from podcast.show import Host, Show
from podcast.speech import Line, ready, speak
from podcast.speech.engines import gtts
from podcast.speech.engines.base import Voice
from podcast.speech.engines.gtts import Gtts
from podcast.speech.engines.tone import Tone

BOTH = (Host("Alana"), Host("Ben"))
FALLS_BACK = Show(engine="gtts", fallback=("tone",), hosts=BOTH, speech_prices={"gtts": 4.0})


def script(count: int) -> list[Line]:
    return [Line(n, 10 + 2 * n, ("Alana", "Ben")[n % 2], (f"Das ist Satz {'x' * n}.",)) for n in range(count)]


def gone(self: Gtts, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
    raise OutageError("the service is gone")


def test_nobody_is_replaced_unless_the_show_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gtts, "synthesize", gone)
    with pytest.raises(SpeechError, match="the service is gone"):
        speak(script(4), show=Show(engine="gtts", hosts=BOTH), language="de", cache=tmp_path)


def test_after_an_outage_the_fall_back_speaks_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, said = Tone.synthesize, list[str]()

    def at_first(self: Gtts, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        said.append(text)
        if len(said) > 2:
            raise OutageError("the service is gone")
        return real(Tone(), text, Voice("high", "de", ""))

    monkeypatch.setattr(Gtts, "synthesize", at_first)
    notes: list[str] = []
    spoken = speak(script(6), show=FALLS_BACK, language="de", cache=tmp_path, workers=1, note=notes.append)
    assert [each.engine for each in spoken] == ["gtts", "gtts", "tone", "tone", "tone", "tone"]
    assert [each.voice for each in spoken][2:] == ["high", "low", "high", "low"]
    assert all(each.clip.exists() for each in spoken)
    letters = sum(len(each.read) for each in spoken)
    assert notes[0] == f"{letters} characters go to gtts, about 0.00 USD"
    assert notes[1:] == [
        "2 turns: tone speaks for Alana instead (the service is gone)",
        "2 turns: tone speaks for Ben instead (the service is gone)",
    ]


def test_one_text_that_an_engine_refuses_goes_to_the_next_and_the_others_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Tone.synthesize

    def synthesize(self: Gtts, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        if "xx" in text:
            raise EngineError("it cannot say that")
        return real(Tone(), text, Voice("low", "de", ""))

    monkeypatch.setattr(Gtts, "synthesize", synthesize)
    spoken = speak(script(3), show=FALLS_BACK, language="de", cache=tmp_path)
    assert [each.engine for each in spoken] == ["gtts", "gtts", "tone"]


def test_equal_turns_of_a_text_that_failed_all_get_a_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gtts, "synthesize", gone)
    lines = [Line(n, 10 + n, "Alana", ("Genau.",)) for n in range(3)]
    spoken = speak(lines, show=FALLS_BACK, language="de", cache=tmp_path)
    assert [each.engine for each in spoken] == ["tone"] * 3
    assert all(each.clip.exists() for each in spoken)


def test_an_engine_that_is_not_there_is_replaced_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gtts, "unavailable", lambda _: "it is not installed; run: mend it")
    assert ready(FALLS_BACK, "de") == [
        f"{name}: the engine gtts cannot work here: it is not installed; run: mend it; a fall-back speaks"
        for name in ("Alana", "Ben")
    ]
    assert {each.engine for each in speak(script(2), show=FALLS_BACK, language="de", cache=tmp_path)} == {
        "tone"
    }


def test_an_engine_that_the_call_asks_for_has_no_fall_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Gtts, "unavailable", lambda _: "it is not installed; run: mend it")
    with pytest.raises(UnavailableError, match="run: mend it"):
        ready(FALLS_BACK, "de", "gtts")


def test_a_host_may_have_a_chain_of_their_own_or_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Gtts, "synthesize", gone)
    show = Show(engine="gtts", fallback=("tone",), hosts=(Host("Alana", fallback=()), Host("Ben")))
    with pytest.raises(SpeechError, match=r"turn 1 .*Alana\): the service is gone$"):
        speak(script(2), show=show, language="de", cache=tmp_path)


def test_everything_that_is_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gtts, "unavailable", lambda _: "it is not installed; run: mend it")
    show = Show(
        engine="gtts",
        hosts=(Host("Alana", engine="tone", voice="klaus"), Host("Ben")),
        engines={"tone": {"colour": "red"}},
    )
    with pytest.raises(CallError) as wrong:
        ready(show, "de")
    lines = str(wrong.value).splitlines()
    assert lines[0].startswith("[engines.tone] unknown key 'colour'")
    assert lines[1] == "the engine gtts cannot work here: it is not installed; run: mend it"
    with pytest.raises(
        CallError, match="Alana: the engine tone has no voice 'klaus' for 'de': choose one of high, low"
    ):
        ready(Show(hosts=show.hosts), "de")


def test_voices_are_looked_for_in_the_episode_s_language_not_the_show_s() -> None:
    class English(Tone):
        """Knows no German."""

        def voices(self, language: str) -> list[Voice]:
            """English ones only."""
            return super().voices(language) if language == "en" else []

    show = Show(engine="tone", language="de", hosts=BOTH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("podcast.speech.engines.tone.Tone", English)
        assert ready(show, None) == []
        assert ready(show, "en") == []
        with pytest.raises(CallError, match=r"Alana: .*'de'"):
            ready(show, "de")


def test_a_table_for_an_engine_that_there_is_none_of_is_a_wrong_call() -> None:
    show = Show(engines={"festival": {}}, pronunciation={"engine": {"festivel": {"Ben": "Benn"}}})
    with pytest.raises(CallError) as wrong:
        ready(show, "de", "tone")
    first, second = str(wrong.value).splitlines()
    assert first.startswith("[engines.festival]: unknown engine 'festival': choose one of pico, ")
    assert second.startswith("[pronunciation.engine.festivel]: unknown engine 'festivel'")


def test_what_is_said_around_a_turn_shapes_only_engines_that_ask_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, str, str]] = []
    real = Tone.synthesize

    def synthesize(self: Tone, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        heard.append((before, text, after))
        return real(self, text, voice)

    monkeypatch.setattr(Tone, "synthesize", synthesize)
    show = Show(engine="tone", hosts=BOTH)
    lines = [Line(n, n, ("Alana", "Ben")[n % 2], (f"Satz {word}.",)) for n, word in enumerate("abc")]
    speak(lines, show=show, language="de", cache=tmp_path / "one", workers=1)
    assert heard == [("", "Satz a.", ""), ("", "Satz b.", ""), ("", "Satz c.", "")]
    heard.clear()
    monkeypatch.setattr(Tone, "joins", True)
    first = speak(lines, show=show, language="de", cache=tmp_path / "two", workers=1)
    assert heard == [
        ("", "Satz a.", "Satz b."),
        ("Satz a.", "Satz b.", "Satz c."),
        ("Satz b.", "Satz c.", ""),
    ]
    lines[2] = Line(2, 2, "Alana", ("Satz d.",))
    again = speak(lines, show=show, language="de", cache=tmp_path / "two", workers=1)
    assert [one.key == other.key for one, other in zip(first, again, strict=True)] == [True, False, False]
    assert gtts.Gtts.joins is False
