"""German: hundreds of phrases are read as a newsreader would read them, and no text at all is an accident."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.speech.acronyms_de import ACRONYMS
from podcast.speech.clean import clean, tidy
from podcast.speech.prepare import read
from podcast.speech.signs_de import CURRENCIES, DECORATION, EMOJI, RARE, RELATIONS, SIGNS
from podcast.speech.words_de import LEXICON
from tests.speech import cases_de, cases_de_2, cases_de_3, cases_de_4, cases_de_5

ALL = cases_de.CASES | cases_de_2.CASES | cases_de_3.CASES | cases_de_4.CASES | cases_de_5.CASES
TABLE = [
    pytest.param(written, spoken, id=f"{subject}: {written}")
    for subject, phrases in ALL.items()
    for written, spoken in phrases.items()
]


@pytest.mark.parametrize(("written", "spoken"), TABLE)
def test_a_phrase_is_read_as_a_newsreader_reads_it(written: str, spoken: str) -> None:
    assert read(written, "de") == spoken
    assert read(unicodedata.normalize("NFD", written), "de") == spoken


def test_the_table_is_as_large_as_was_asked_and_says_everything_once() -> None:
    assert len(TABLE) >= 400
    assert len({written for phrases in ALL.values() for written in phrases}) == len(TABLE)


FOR_ENGINES_THAT_UNDERSTAND = {
    "Er sah F-22, z. B. am 3. Oktober 2025 um 14:30 Uhr.": "Er sah F-22, z. B. am 3. Oktober 2025 um 14:30 Uhr.",
    "3,5 Mio. € und 50 % von 3.000": "3,5 Mio. € und 50 % von 3.000",
    "Die NATO, die EU und die AfD": "Die NATO, die EU und die AfD",
    "Selenskyj und die Show": "Selenskyj und die Show",
    "das 6:3-Urteil": "das 6 zu 3 Urteil",
    "Es stand 2:1.": "Es stand 2 zu 1.",
    "§ 3 Abs. 2": "Paragraf 3 Abs. 2",
    "Politiker:innen und Bürger*innen": "Politiker innen und Bürger innen",
    "jede:r": "jede oder jeder",
    "#MeToo auf www.example.com": "Hashtag Me Too auf example Punkt com",
    "@POTUS, #1": "ätt POTUS, Nummer 1",
    "Er sagte („laut“): ja": "Er sagte, laut: ja",
    "≥ 18 → 20": "mindestens 18 auf 20",
    "Er kam [1]. 🎉": "Er kam.",
    "Das ist **wichtig**.": "Das ist wichtig.",
}


@pytest.mark.parametrize(("written", "spoken"), FOR_ENGINES_THAT_UNDERSTAND.items())
def test_an_engine_that_understands_gets_figures_as_they_are_and_signs_as_words(
    written: str, spoken: str
) -> None:
    assert read(written, "de", spelled=False) == spoken


PLACES = ("Wert {} 5", "5 {} 6", "a {} b", "5{}", "{}", " 5{}6", "Wort{}Wort", "mit {}.")
PAUSES = frozenset(".,;:!?")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _is_heard(sign: str) -> bool:
    return any(_words(read(p.format(sign), "de")) != _words(read(p.format(" "), "de")) for p in PLACES)


def _is_a_pause(sign: str) -> bool:
    return any(
        PAUSES & set(read(p.format(sign), "de")) for p in ("Wort {} Wort", "Wort{} Wort", "Wort{}Wort")
    )


SIGNS_OF_NEWSPAPERS = [
    chr(code)
    for first, last in ((0x21, 0xFF), (0x2010, 0x205E), (0x20A0, 0x20C0), *((a, b) for a, b, _ in RARE[1:]))
    for code in range(first, last + 1)
    if unicodedata.category(chr(code)) in {"Sm", "Sc", "So", "Po"}
]


def test_every_sign_is_heard_or_is_a_pause_or_is_named_as_decoration() -> None:
    lost = [
        sign
        for sign in SIGNS_OF_NEWSPAPERS
        if sign not in DECORATION
        and not any(first <= ord(sign) <= last for first, last, _ in RARE)
        and not _is_heard(sign)
        and not _is_a_pause(sign)
    ]
    assert not lost


def test_every_sign_that_has_a_name_is_said() -> None:
    silent = [sign for sign in (*CURRENCIES, *RELATIONS, *SIGNS, *EMOJI) if not _is_heard(sign)]
    assert not silent


def test_no_sign_is_left_for_a_voice_that_skips_it() -> None:
    for sign in SIGNS_OF_NEWSPAPERS:
        for place in PLACES:
            left = set(read(place.format(sign), "de")) - PAUSES - set("'-−")
            assert not {
                c for c in left if unicodedata.category(c)[0] == "S" or unicodedata.category(c) == "Po"
            }


def test_a_spelling_is_not_spelled_again() -> None:
    for spoken in (*LEXICON[1].values(), *ACRONYMS.values()):
        assert read(spoken, "de") == spoken


PLAIN_WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüß", min_size=2, max_size=12)


@settings(deadline=None)  # other work on the machine is no fault of the text
@given(st.lists(st.one_of(PLAIN_WORD, PLAIN_WORD.map(str.capitalize)), max_size=12))
def test_a_text_that_was_read_is_read_as_it_stands(words: list[str]) -> None:
    once = read(" ".join(words), "de")
    assert read(once, "de") == once


@pytest.mark.parametrize("phrases", ALL.values(), ids=ALL)
def test_what_has_no_figures_and_no_signs_left_is_read_as_it_stands(phrases: dict[str, str]) -> None:
    for written in phrases:
        once = read(written, "de")
        assert read(once, "de") == once


SIGNS_AND_FIGURES = st.text(
    alphabet="0123456789.,:;-–−/%‰€$£§&@#°²³½⅔⁶₂×x±=+<>~→*_()[]'\"„“…!? IVXLMabcÄßkmhtgUhr☆★👍\u00a0",
    max_size=80,
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), SIGNS_AND_FIGURES))
def test_no_figure_and_no_sign_is_left_where_figures_are_spelled(text: str) -> None:
    spoken = read(text, "de")
    assert not any(c.isdigit() or c in "%‰$€£§&@#<>=+*_~→" for c in spoken)
    assert spoken == " ".join(spoken.split())


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), SIGNS_AND_FIGURES))
def test_any_text_is_read_for_engines_that_understand(text: str) -> None:
    spoken = read(text, "de", spelled=False)
    assert spoken == " ".join(spoken.split())
    assert not any(c in "§#@*_~→" for c in spoken)


@pytest.mark.parametrize(
    "text",
    [
        "0800 1" * 7000,
        "$1" * 20000,
        "Aa:in" * 8000,
        "A. " * 13000,
        "der 1. " * 5000,
        "Karl II. " * 4000,
        "1:1 " * 9000,
        "5 km/h" * 6000,
        "mit 👍👍 " * 6000,
        "1 000 " * 6000,
        "www." * 10000,
        "10⁶" * 13000,
    ],
)
def test_long_heaps_of_what_is_looked_for_take_no_time(text: str) -> None:
    began = time.process_time()
    read(text, "de")
    assert time.process_time() - began < 5


def test_clean_and_tidy_lose_nothing_of_plain_words() -> None:
    text = "Er kam, sah und siegte; dann: ging er. Wirklich? Ja!"
    assert clean(text) == tidy(text) == text
