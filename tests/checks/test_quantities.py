"""Every figure of a text is read: digits, words, dates, units, in German and English."""

from __future__ import annotations

import itertools
import time
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity
from podcast.speech.numbers import cardinal_de, cardinal_en, ordinal_de, ordinal_en, year_de, year_en
from tests.checks.quantity_cases import ENGLISH, GERMAN

HEDGES = {"~": "about", "<": "under", ">": "over"}
CASES = [("de", *case) for case in GERMAN] + [("en", *case) for case in ENGLISH]


def read(expected: str) -> list[tuple[Fraction, str, str]]:
    """The table's notation: value, unit or kind, hedge."""
    found = []
    for each in filter(None, expected.split(", ")):
        value, _, name = each.partition(" ")
        found.append((Fraction(value.lstrip("~<>")), name, HEDGES.get(value[0], "")))
    return found


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_the_quantities_of_a_text(language: str, text: str, expected: str) -> None:
    found = [
        (quantity.value, quantity.unit or quantity.kind, quantity.approximate)
        for quantity in quantities_of(text, language)
    ]
    assert found == read(expected)


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in CASES])
def test_a_quantity_says_where_it_stands_and_they_do_not_overlap(language: str, text: str) -> None:
    found = quantities_of(text, language)
    assert all(text[quantity.start : quantity.end] == quantity.words for quantity in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("language", "text", "nouns"),
    [
        ("de", "241 amerikanische Soldaten", ["Soldaten"]),
        ("de", "88 Ja-Stimmen", ["Stimmen"]),
        ("de", "mit 60 gegen 15 Stimmen", ["Stimmen", "Stimmen"]),
        ("de", "Sechs von ihnen starben", [""]),
        ("de", "der 14. Verfassungszusatz", ["Verfassungszusatz"]),
        ("de", "zwei Drittel der Senatoren", [""]),
        ("de", "48 Stunden", [""]),
        ("en", "seven states ratified", ["states"]),
        ("en", "six brave young senators", ["senators"]),
        ("en", "twelve of them", [""]),
        ("en", "the 38th state", [""]),
    ],
)
def test_what_is_counted_is_known_where_it_stands_beside_the_number(
    language: str, text: str, nouns: list[str]
) -> None:
    assert [quantity.noun for quantity in quantities_of(text, language)] == nouns


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("de", "am 15. August 2025", (2025, 8, 15)),
        ("de", "im Juni 1942", (1942, 6, 0)),
        ("de", "am dritten Mai", (0, 5, 3)),
        ("en", "on May 6", (0, 5, 6)),
        ("en", "In 1989", (1989, 0, 0)),
        ("en", "for 12 dollars", (0, 0, 0)),
    ],
)
def test_a_date_has_a_year_a_month_and_a_day_as_far_as_they_are_said(
    language: str, text: str, date: tuple[int, int, int]
) -> None:
    assert [quantity.date for quantity in quantities_of(text, language)] == [date]


def only(text: str, language: str) -> Quantity:
    """The one quantity that covers a text from its first letter to its last."""
    (found,) = quantities_of(text, language)
    assert found.words == text
    return found


numbers = st.one_of(st.integers(2, 1_000_000), st.integers(2, 3000))


@given(numbers)
@settings(max_examples=400, deadline=None)
def test_a_number_in_german_words_is_read_as_itself(number: int) -> None:
    assert only(cardinal_de(number), "de").value == number


@given(st.integers(10**6, 10**15 - 1).filter(lambda n: n % 10**6 == 0 or n % 10**6 >= 1000))
@settings(max_examples=200, deadline=None)
def test_a_large_number_in_german_words_is_read_as_itself(number: int) -> None:
    assert only(cardinal_de(number), "de").value == number


@given(numbers)
@settings(max_examples=400, deadline=None)
def test_a_number_in_english_words_is_read_as_itself(number: int) -> None:
    assert only(cardinal_en(number), "en").value == number


@given(numbers.filter(lambda number: number < 1_000_000), st.sampled_from(("e", "en", "er", "es", "em")))
@settings(max_examples=300, deadline=None)
def test_a_german_ordinal_with_any_ending_is_read_as_itself(number: int, ending: str) -> None:
    (found,) = quantities_of(f"der {ordinal_de(number, ending)} Versuch", "de")
    assert (int(found.value), str(found.kind)) == (number, "ordinal")


@given(numbers.filter(lambda number: number % 10 != 2 or number < 20))
@settings(max_examples=200, deadline=None)
def test_an_english_ordinal_is_read_as_itself(number: int) -> None:
    (found,) = quantities_of(f"the {ordinal_en(number)} attempt", "en")
    assert (int(found.value), str(found.kind)) == (number, "ordinal")


@given(st.integers(1101, 2099).filter(lambda year: year % 100))
@settings(max_examples=300, deadline=None)
def test_a_year_in_words_is_read_as_a_year(year: int) -> None:
    (german,) = quantities_of(f"im Jahr {year_de(year)}", "de")
    assert (int(german.value), str(german.kind)) == (year, "year")
    (english,) = quantities_of(f"in {year_en(year)}", "en")
    assert (int(english.value), str(english.kind)) == (year, "year")


@given(st.integers(2, 10**12))
@settings(max_examples=200, deadline=None)
def test_digits_in_groups_are_read_as_one_number(number: int) -> None:
    for language, sign in (("de", "."), ("en", ","), ("de", " "), ("en", "\u202f")):
        text = f"{number:,}".replace(",", sign)
        assert [quantity.value for quantity in quantities_of(text, language)] == [number]


@given(st.integers(0, 9999), st.integers(1, 99), st.sampled_from(("Millionen", "Mio.", "Milliarden")))
@settings(max_examples=200, deadline=None)
def test_a_decimal_with_a_scale_is_exact(whole: int, part: int, scale: str) -> None:
    size = 10**9 if scale == "Milliarden" else 10**6
    (found,) = quantities_of(f"{whole},{part:02} {scale} Euro", "de")
    assert found.value == (Fraction(whole) + Fraction(part, 100)) * size
    assert found.unit == "euro"


@given(st.text(max_size=80), st.sampled_from(("de", "en")))
@settings(max_examples=500, deadline=None)
def test_no_text_makes_it_fail(text: str, language: str) -> None:
    for quantity in quantities_of(text, language):
        assert text[quantity.start : quantity.end] == quantity.words


PIECES = (  # noqa: SIM905
    "zwei Drittel Millionen . , - : / 12 1.5 3,5 '89 1990er der 14 am Mai May August Uhr halb $ % ½ und bis zu von "
    "to and a half hundred one nineteen oh five thirds of twenty-first Prozent Dollar null none IV Artikel "
    "24-jährig ein eine"
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(("de", "en")))
@settings(max_examples=1000, deadline=None)
def test_no_row_of_number_words_makes_it_fail(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found = quantities_of(text, language)
    assert all(text[quantity.start : quantity.end] == quantity.words for quantity in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_two_thousand_words_are_read_in_a_quarter_of_a_second() -> None:
    text = (
        "Am 28. August 1957 stimmten 60 gegen 15 Senatoren für 2,9 Milliarden Dollar, rund zwei Drittel. "
        * 125
    )
    begin = time.process_time()
    assert len(quantities_of(text, "de")) == 5 * 125
    assert time.process_time() - begin < 0.25
