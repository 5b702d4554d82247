"""Two hosts of one engine are two people: pitch and formants, measured on what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from podcast.clip import Clip
from podcast.show import Show
from podcast.speech import Line, get_engine, list_engines, speak
from podcast.speech.engines.base import Voice
from podcast.speech.engines.pico import Pico
from tests.speech.formants import formant_ratio
from tests.speech.measure import median_pitch

LEAST_HZ = 50.0
LEAST_RATIO = 1.05
"""Listeners notice that one speaker is larger from about 5 % on (Ives, Smith and Patterson 2005); the formants of men
and women differ by some 17 % (Peterson and Barney 1952)."""
TEXTS = {
    "de": "Am Abend saßen die alten Leute noch lange vor dem Haus und redeten über den Regen, die Ernte und die "
    "neue Straße. Er hatte das Boot schon früher den Fluss hinunter fahren sehen, und sie fragte ihn, wer "
    "für all das bezahlen würde.",
    "en": "In the evening the old people sat in front of the house for a long time and talked about the rain, the "
    "harvest and the new road. He had seen the boat go down the river before, and she asked him who would "
    "pay for all of this. We are here, you know, and more of them may come each year.",
}
BUZZES = {"tone"}
"""Engines that have no vocal tract at all: only their pitch can differ."""

Say = Callable[..., Clip]


@pytest.fixture(scope="module")
def say() -> Iterator[Say]:
    """Pico says a text with one setting changed."""
    engine = Pico()

    def one(text: str, **settings: float) -> Clip:
        return engine.synthesize(text, Voice("de-DE", "de", "", volume=0.35, **settings))

    yield one
    engine.close()


def _both(engine: str, language: str, folder: Path) -> tuple[Clip, Clip]:
    """The two hosts' own voices of an engine, as a show without settings gets them."""
    found = get_engine(engine)
    try:
        if found.online:
            pytest.skip(f"{engine} needs a network")
        if reason := found.unavailable():
            pytest.skip(f"{engine} cannot work here: {reason}")
        if not found.voices(language):
            pytest.skip(f"{engine} has no voice for {language}")
    finally:
        found.close()
    show = Show(engine=engine)
    lines = [Line(n, n + 1, host.name, (TEXTS[language],)) for n, host in enumerate(show.hosts)]
    spoken = speak(lines, show=show, language=language, cache=folder)
    first, second = (Clip.from_wav(each.clip.read_bytes()) for each in spoken)
    return first, second


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("engine", list_engines())
def test_the_hosts_of_one_engine_are_a_higher_and_a_lower_voice(
    engine: str, language: str, tmp_path: Path
) -> None:
    alana, ben = _both(engine, language, tmp_path)
    assert median_pitch(alana) - median_pitch(ben) >= LEAST_HZ
    if engine not in BUZZES:
        assert formant_ratio(alana, ben) >= LEAST_RATIO


@pytest.mark.parametrize(("large", "small"), [(0.9, 1.06), (0.8, 1.06), (0.9, 1.0)])
def test_the_measure_finds_a_known_size(say: Say, large: float, small: float) -> None:
    high, low = say(TEXTS["de"], size=small), say(TEXTS["de"], size=large)
    assert formant_ratio(high, low) == pytest.approx(small / large, rel=0.035)
    assert formant_ratio(low, high) == pytest.approx(large / small, rel=0.035)


def test_the_measure_does_not_take_a_lower_pitch_for_a_larger_speaker(say: Say) -> None:
    high, low = say(TEXTS["de"], pitch=1.1), say(TEXTS["de"], pitch=0.75)
    assert median_pitch(high) - median_pitch(low) >= LEAST_HZ
    assert formant_ratio(high, low) < LEAST_RATIO
