"""Seconds without speaking: against clips that were spoken, and programmes that were made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from podcast.audio import Take, produce
from podcast.audio.shape import _spoken
from podcast.pacing import Pacing
from podcast.script import Script, Turn, edges, parse, written
from podcast.show import Host, Music, Show, Sound
from podcast.speech import Line, cast, get_engine, speak
from podcast.speech.turns import speak_pieces, to_pieces

SILENT = Show(music=Music(opening=False, between=False, closing=False))
TEXTS = {
    "de": (
        "Am 3. Oktober 1990 um 0 Uhr trat die DDR der Bundesrepublik bei. Gefeiert wurde in Berlin, vor dem Reichstag.",
        "Warum ausgerechnet der Zoll?",
        "Der Haushalt wuchs um 3,5 Prozent, die Einnahmen dagegen blieben zurück; das Loch ist 17 Milliarden groß.",
        "Sie schwieg lange. Dann sagte sie, was alle dachten, und setzte sich wieder hin.",
    ),
    "en": (
        "On 14 August 1935 the President signed the bill. Nobody in the room, it seems, thought of the farmers.",
        "Why the customs office, of all places?",
        "The budget grew by 3.5 per cent, while revenue stayed behind; the gap is now 17 billion dollars wide.",
        "She was silent for a long time. Then she said what everybody thought, and sat down again.",
    ),
}


def script(*lines: str) -> Script:
    """A script of these lines of Markdown."""
    return parse("\n\n".join(lines) + "\n", ["Alana", "Ben"])


def one(text: str, host: str = "Alana", language: str = "de", show: Show = SILENT) -> float:
    """Seconds of one turn."""
    (turn,) = script(f"**{host}:** {text}").turns
    return Pacing(show, language).turn(turn)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("host", ["Alana", "Ben"])
@pytest.mark.parametrize("speed", [None, 1.2])
def test_turns_take_as_long_as_pico_takes(host: str, language: str, speed: float | None) -> None:
    """The sum of a few turns is off by 6 % at most, with the default settings and with others."""
    size = None if speed is None else 0.9
    show = Show(hosts=(Host("Alana", speed=speed, size=size), Host("Ben", speed=speed, size=size)))
    engine = get_engine("pico")
    try:
        voice = cast(show, show.host(host), language)
        spoken = 0.0
        for text in TEXTS[language]:
            clip = speak_pieces(to_pieces((text,), language, {}, spelled=True), engine, voice)
            places = _spoken(np.frombuffer(clip.pcm, "<i2"), clip.rate)
            assert places is not None
            spoken += (places[1] - places[0]) / clip.rate
    finally:
        engine.close()
    estimated = sum(one(text, host, language, show) for text in TEXTS[language])
    assert estimated == pytest.approx(spoken, rel=0.06)


def test_a_year_is_as_long_as_it_is_spoken() -> None:
    """What counts is "zweitausendachtzehn", not four figures."""
    assert one("Das war 2018.") == pytest.approx(one("Das war zweitausendachtzehn."))
    assert one("Das war 2018.") > one("Das war hier.") + 0.5


def test_directions_in_a_turn_are_counted() -> None:
    plain = one("Das ist so. Niemand hat es gemerkt.")
    assert one("Das ist so. [pause 2s] Niemand hat es gemerkt.") == pytest.approx(plain + 2, abs=0.7)
    assert one("[slow] Das ist so. Niemand hat es gemerkt.") > plain * 1.08
    assert one("[fast] Das ist so. Niemand hat es gemerkt.") < plain * 0.95
    assert one("{EU|Europäische Union} und NATO.") > one("{EU|Eh} und NATO.")


def test_a_show_s_pronunciation_is_counted() -> None:
    show = Show(pronunciation={"AfD": "A eff deh und noch einiges mehr"})
    assert one("Die AfD klagt.", show=show) > one("Die AfD klagt.") + 0.5


def test_a_faster_voice_needs_less_and_its_rests_stay() -> None:
    """Speed shortens the letters, not the rests at the marks."""
    text = "Ja, nein, doch, gut, so, sei, es. Gut. Ja."
    fast = Show(hosts=(Host("Alana", speed=2.0), Host("Ben")))
    assert one(text) / 2 < one(text, show=fast) < one(text)


def test_music_gaps_and_pauses_make_the_programme() -> None:
    """What stands between the turns is counted as the sound room makes it."""
    text = script(
        "## Eins", "**Alana:** Guten Tag.", "**Ben:** Guten Abend.", "## Zwei", "**Ben:** Gute Nacht."
    )
    turns = sum(map(Pacing(SILENT, "de").turn, text.turns))
    bare = Pacing(SILENT, "de").script(text)
    assert turns + 0.8 < bare < turns + 2.5
    assert Pacing(Show(), "de").script(text) > bare + 12
    wide = Show(music=SILENT.music, sound=Sound(gap_segment_s=5.0))
    assert Pacing(wide, "de").script(text) == pytest.approx(bare + 4.3, abs=0.6)
    longer = script("## Eins", "**Alana:** Guten Tag. [pause 3s]", "**Ben:** Guten Abend.")
    shorter = script("## Eins", "**Alana:** Guten Tag.", "**Ben:** Guten Abend.")
    pace = Pacing(SILENT, "de")
    assert pace.script(longer) == pytest.approx(pace.script(shorter) + 2.7, abs=0.2)


@pytest.mark.parametrize("show", [Show(engine="tone"), Show(engine="tone", music=SILENT.music)])
def test_a_programme_is_as_long_as_it_becomes(show: Show, tmp_path: Path) -> None:
    """With the engine whose clips are exact to the frame, the rest is off by less than 1 %."""
    text = script(
        "## Eins", "**Alana:** " + "Das Wasser steigt jedes Jahr ein wenig. " * 4, "**Ben:** Warum eigentlich?",
        "**Alana:** [overlap 0.2s] Weil niemand den Damm pflegt, und das seit sechzig Jahren.",
        "## Zwei", "**Alana:** Das Land will zahlen. [pause 1s] Vielleicht. [music]", "**Ben:** Und dann?",
    )  # fmt: skip
    lines = [Line(n, turn.line, turn.host, edges(turn)[1]) for n, turn in enumerate(text.turns)]
    clips = speak(lines, show=show, language="de", cache=tmp_path)
    segments = [n for n, segment in enumerate(text.segments) for _ in segment.turns]
    takes = []
    for n, (segment, turn, spoken) in enumerate(zip(segments, text.turns, clips, strict=True)):
        before, _, after = edges(turn)
        takes.append(Take(n, segment, turn.host, written(turn.body), spoken.clip, before=before, after=after))
    made = produce(takes, ["Eins", "Zwei"], show=show, cache=tmp_path, out=tmp_path / "out.mp3")
    assert Pacing(show, "de").script(text) == pytest.approx(made.timeline.seconds, rel=0.01)


def test_an_estimate_stops_nobody() -> None:
    """An unknown voice, a turn without words and an empty script are estimated, not refused."""
    show = Show(hosts=(Host("Alana", voice="nobody"), Host("Ben")))
    assert one("Guten Tag allerseits.", show=show) > 0.5
    assert Pacing(Show(), "de").turn(Turn("Alana", "…")) == 0.0
    assert Pacing(Show(), "de").script(Script({}, ())) == 0.0
    for engine in ("pico", "gtts", "tone"):
        (turn,) = script("**Ben:** Guten Tag allerseits.").turns
        assert 0.5 < Pacing(Show(), "de", engine).turn(turn) < 4
