"""Emphasis, speed and pauses reach the engine that can do them, and are never spoken by one that cannot."""

# ruff: noqa: SIM905 (a list of words reads better as text)
from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.clip import Clip
from podcast.script import Direction, Turn, pieces, voiced, written
from podcast.show import Show
from podcast.speech import Line, get_engine, list_engines, speak
from podcast.speech.engines import Engine, Voice
from podcast.speech.engines.pico import STRESS_PITCH, Pico
from podcast.speech.engines.tone import Tone
from podcast.speech.turns import FAST, SLOW, Piece, to_pieces, words_of
from tests.speech.measure import median_pitch


class Stressing(Tone):
    """The test engine, as if it could stress words."""

    emphasis: ClassVar[bool] = True


class Steady(Tone):
    """The test engine, as if it had one speed."""

    settings: ClassVar[frozenset[str]] = frozenset({"pitch"})


def heard(body: str, engine: Engine, language: str = "de") -> list[Piece]:
    """What an engine gets of a turn."""
    turn = voiced(Turn("Ben", body))
    return to_pieces(turn, language, {}, spelled=engine.spelled, engine=engine, host="Ben")


def texts(body: str, engine: Engine) -> Sequence[object]:
    return [value for _, value, _ in heard(body, engine)]


STRESSED = {
    "Das ist *so* gewollt.": ["Das ist *so* gewollt."],
    "Das ist _so_ **sehr** gewollt.": ["Das ist *so* *sehr* gewollt."],
    "*So*, sagte sie, *„nie!“*": ["*So*, sagte sie, *nie*!"],
    "*Un*sinn, *US*-Präsident": ["*Unsinn*, *U S* Präsident"],
    "*{Xi|Schi}* kam {am|*am*} Montag": ["*Schi* kam am Montag"],
    "*drei* von *3.000* am *3.* Oktober": ["*drei* von *dreitausend* am dritten Oktober"],
    "**das *hier* ist viel zu lang**": ["das *hier* ist viel zu lang"],
    "*ja [pause 0.3s] nein*": ["*ja*", 0.3, "*nein*"],
    "*ja [music] [overlap] nein*": ["*ja* *nein*"],
    r"und \*zwar\* so": ["und zwar so"],
    "*[pause 1s]* Ja": ["Ja"],
}


@pytest.mark.parametrize(("body", "wanted"), STRESSED.items(), ids=STRESSED)
def test_an_engine_with_emphasis_gets_stressed_words_between_stars(body: str, wanted: list[object]) -> None:
    assert texts(body, Stressing()) == wanted


WORDS = (
    "*so* **drei** *3.000* _nie_ *die* AfD {Xi|*Schi*} *1* Wagen [pause] am *3.* Oktober „*ja*“, *z. B.* [slow] *II.* "
    "Weltkrieg *F-22* 50 *%* *Un*sinn * ** *a b c* *Ben* – … *„Wort“*"
).split()
BODY = st.lists(st.sampled_from(WORDS), max_size=10).map(lambda words: " ".join(["Also", *words, "gut."]))


@given(BODY)
def test_a_stress_changes_no_word(body: str) -> None:
    """Every engine gets the same words; only the stars are more."""
    stressed, plain = heard(body, Stressing()), heard(body, Tone())
    assert words_of(stressed) == words_of(plain)
    assert [(kind, factor) for kind, _, factor in stressed] == [(kind, factor) for kind, _, factor in plain]
    for kind, value, _ in stressed:
        if kind == "say":
            assert str(value).count("*") % 2 == 0
    assert not any("*" in str(value) for _, value, _ in plain)


@pytest.mark.parametrize("name", list_engines())
def test_no_direction_and_no_star_is_spoken_by_any_engine(name: str) -> None:
    engine = get_engine(name)
    try:
        got = heard("[slow] Das *ist* so. [pause 0.4s] [fast] _Wirklich_ **so**. [music]", engine)
    finally:
        engine.close()
    said = " ".join(words_of(got))
    assert said == "Das ist so. Wirklich so."
    assert ("*" in "".join(str(value) for _, value, _ in got)) == engine.emphasis
    assert ("pause", 0.4, 0.0) in got
    speeds = [factor for kind, _, factor in got if kind == "say"]
    assert speeds == ([SLOW, FAST] if "speed" in engine.settings else [1.0, 1.0])


def test_an_engine_with_one_speed_gets_its_sentences_whole() -> None:
    body = "Das [slow] ist so [fast] und bleibt so."
    assert texts(body, Steady()) == ["Das ist so und bleibt so."]
    assert texts(body, Tone()) == ["Das", "ist so", "und bleibt so."]
    assert texts("[slow] Das [slow] ist so.", Tone()) == ["Das ist so."]


def test_slow_before_the_first_word_slows_the_turn(tmp_path: Path) -> None:
    show = Show(engine="tone")
    lines = [
        Line(n, n, "Ben", voiced(Turn("Ben", body))) for n, body in enumerate(["Ja gut", "[slow] Ja gut"])
    ]
    plain, slow = (
        Clip.from_wav(one.clip.read_bytes()) for one in speak(lines, show=show, language="de", cache=tmp_path)
    )
    assert slow.frames > plain.frames * 1.1


def test_readers_see_no_stars_and_programs_no_marks() -> None:
    body = "Das ist *so* {Xi|Schi}, [pause] **ja**."
    assert written(body) == "Das ist so Xi, ja."
    assert pieces(body) == ("Das ist so Schi,", Direction("pause", 0.6), "ja.")


def test_a_stress_is_in_the_key_of_an_engine_that_has_it_and_of_no_other(tmp_path: Path) -> None:
    def keys(engine: str) -> list[str]:
        bodies = ("Das ist so.", "Das ist *so*.")
        lines = [Line(n, n, "Ben", voiced(Turn("Ben", body))) for n, body in enumerate(bodies)]
        done = speak(lines, show=Show(engine=engine), language="de", cache=tmp_path)
        assert [one.read for one in done] == ["Das ist so.", "Das ist so."]
        return [one.key for one in done]

    assert len(set(keys("tone"))) == 1
    assert len(set(keys("pico"))) == 2


@pytest.mark.parametrize("place", [0, 1])
def test_pico_raises_a_stressed_word_and_goes_on_as_before(place: int) -> None:
    pico = Pico()
    voice: Voice = pico.pair("de")[place]
    try:
        high, plain = (pico.synthesize(text, voice) for text in ("*Alle wollen mehr.*", "Alle wollen mehr."))
        ahead, before = (
            pico.synthesize(f"{first}, das war gestern noch ganz anders gemeint.", voice)
            for first in ("*Nein*", "Nein")
        )
    finally:
        pico.close()
    assert median_pitch(high) / median_pitch(plain) == pytest.approx(STRESS_PITCH, abs=0.06)
    assert 1.03 < high.frames / plain.frames < 1.25

    def end(clip: Clip) -> Clip:
        return Clip(clip.pcm[-2 * clip.rate :], clip.rate)

    assert median_pitch(end(ahead)) == pytest.approx(median_pitch(end(before)), rel=0.03)


def _longest_rest_s(clip: Clip) -> float:
    quiet = [abs(sample) < 300 for sample in memoryview(clip.pcm).cast("h").tolist()]
    inner = [sum(1 for _ in run) for still, run in groupby(quiet) if still][1:-1]
    return max(inner, default=0) / clip.rate


@pytest.mark.parametrize("mark", [" –", " …", "…", " —"])
def test_pico_rests_at_a_dash_and_at_dots(mark: str) -> None:
    pico = Pico()
    try:
        (one,) = heard(f"Sie wollte kommen{mark} und blieb dann doch.", pico)
        (other,) = heard("Sie wollte kommen und blieb dann doch.", pico)
        voice = pico.pair("de")[0]
        rests = [_longest_rest_s(pico.synthesize(str(piece[1]), voice)) for piece in (one, other)]
    finally:
        pico.close()
    assert rests[0] > rests[1] + 0.1
