"""Reading what a model wrote: pure functions, hostile input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.script import Script, Segment, Turn, parse, plain, write
from podcast.writing.llm.reading import (
    find_json,
    named_lines,
    numbers_in,
    references,
    sayable,
    without_thoughts,
)
from podcast.writing.llm.tongue import is_in

NAMES = ("Alana", "Ben")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('Gern:\n```json\n{"a": [1]}\n```\nFertig.', {"a": [1]}),
        ('<think>{"a": 0}</think>{"a": 1}', {"a": 1}),
        ('noch am Denken …</think>{"a": 1}', {"a": 1}),
        ('\ufeff{"a": "x\ny"}', {"a": "x\ny"}),
        ("{kein JSON} [1, 2]", [1, 2]),
        ("nichts", None),
        ("", None),
        ('{"a": 1', None),
        ("[" * 100_000, None),
    ],
)
def test_json_is_found_wherever_it_stands(text: str, value: object) -> None:
    assert find_json(text) == value


def test_a_megabyte_of_brackets_is_given_up_quickly() -> None:
    begun = time.process_time()
    assert find_json("{" * 1_000_000) is None
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ([1, 2, 2], [1, 2]),
        (["s1", "s3-s5"], [1, 3, 4, 5]),
        ("s1-s3, s7", [1, 2, 3, 7]),
        ("Sätze 4 und 5", [4, 5]),
        (7, [7]),
        (7.0, [7]),
        (True, []),
        (None, []),
        ({"a": 3}, [3]),
        ("s9-s2", []),
        (float("inf"), []),
        (-3, []),
    ],
)
def test_sentence_numbers_in_any_form(value: object, numbers: list[int]) -> None:
    assert numbers_in(value) == numbers


def test_a_range_without_end_is_cut() -> None:
    assert len(numbers_in("s1-s999999")) <= 401


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("Das ist der Plan.", "Das ist der Plan."),
        ("**Alana:** Das ist *der* Plan. [s3]", "Das ist der Plan."),
        ("(lacht) Das ist der Plan (seit 2019).", "Das ist der Plan (seit 2019)."),
        ("*seufzt* Das ist der Plan.", "Das ist der Plan."),
        ("Er wurde *gestrichen*. [Pause] Ganz.", "Er wurde gestrichen. Ganz."),
        ("- Erstens.\n- Zweitens.", "Erstens. Zweitens."),
        ("### Teil\nDas ist der Plan.", "Teil Das ist der Plan."),
        ("Hallo und willkommen bei Funk! Das ist der Plan.", "Das ist der Plan."),
        ("Ich bin Ben. Das ist der Plan. Danke fürs Zuhören!", "Das ist der Plan."),
        ("Ich bin Bens Meinung, und zwar ganz.", "Ich bin Bens Meinung, und zwar ganz."),
        ("Er sagte: Hallo-Wach-Effekt.", "Er sagte: Hallo-Wach-Effekt."),
        ("„Hallo Europa“, sagt er. Das ist der Plan.", "„Hallo Europa“, sagt er. Das ist der Plan."),
        (
            "Schönen guten Tag, liebe Hörerinnen und Hörer, heute geht es um einen Plan, der das Tal verändern kann.",
            "Heute geht es um einen Plan, der das Tal verändern kann.",
        ),
        (
            "Hallo zusammen und herzlich willkommen zu unserer Folge, in der es um einen Plan geht, den keiner mag.",
            "In der es um einen Plan geht, den keiner mag.",
        ),
        ("Das ist <!-- s3 --> der Plan. (s3-s5)", "Das ist der Plan."),
        ("Das ist der Plan.</s><|im_end|>", "Das ist der Plan."),
        ("   ", ""),
        ("[lacht]", ""),
    ],
)
def test_what_is_to_be_spoken(said: str, spoken: str) -> None:
    assert sayable(said, NAMES, "de") == spoken


def test_english_greetings_go_too() -> None:
    text = "Welcome to the show! I'm Ben. The bridge is closed. Thanks for listening."
    assert sayable(text, NAMES, "en") == "The bridge is closed."


def test_lines_with_names() -> None:
    text = "Hier das Gespräch:\n\n**Alana:** Eins. [s1]\nund weiter\n- BEN: Zwei: drei.\n```\nErzähler: nein"
    assert named_lines(text, NAMES) == [
        ("Alana", "Eins. [s1] und weiter"),
        ("BEN", "Zwei: drei. Erzähler: nein"),
    ]
    assert references("Eins. [s1, s3-s4] <!-- s9 -->") == [1, 3, 4, 9]


def test_thoughts_are_left_out_even_where_they_never_end() -> None:
    assert without_thoughts("<think>erst dies, dann das") == ""
    assert without_thoughts("<thinking>hm</thinking>\nJa.") == "Ja."


@given(st.text(max_size=300))
def test_whatever_a_model_writes_a_turn_of_it_can_be_written_and_read_back(text: str) -> None:
    spoken = sayable(text, NAMES, "de")
    if any(map(str.isalnum, spoken)):
        script = Script({}, (Segment("Teil", (Turn("Ben", plain(spoken)),)),))
        assert parse(write(script), NAMES) == script


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_long_answer_in_another_language_is_known(language: str) -> None:
    french = (
        "Le pont est fermé depuis le mois de mars et les camions doivent faire un grand détour par la vallée. "
        * 3
    )
    assert not is_in(french, language)
    assert is_in("Kestenfeld Ohmbach 1967 Adler", language)
