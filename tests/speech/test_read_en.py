"""English text as a newsreader says it: two tables by hand, and what holds for any text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.speech.numbers import cardinal_en, code_en, digits_en, plural_en, year_en
from podcast.speech.prepare import read
from tests.speech import cases_en, cases_en_2

TABLES = (cases_en.CASES, cases_en_2.CASES)
CASES = [
    pytest.param(written, spoken, id=f"{subject}: {written}")
    for table in TABLES
    for subject, group in table.items()
    for written, spoken in group.items()
]
WRITTEN = sorted(
    {piece for table in TABLES for group in table.values() for w in group for piece in w.split()}
)
PHRASES = sorted({written for table in TABLES for group in table.values() for written in group})
SPOKEN = sorted({spoken for table in TABLES for group in table.values() for spoken in group.values()})
SIGNS = "0123456789.,:;-–/'\"$£€¥%°§&+=±→~#@<>()[]½²  aABIVXdmkst"

NOT_SPELLED = {
    "3,000 F-22s cost $1.2bn on Aug. 15, 2025.": "3,000 F-22s cost $1.2bn on Aug. 15, 2025.",
    "a 5-4 decision in Roe v. Wade": "a 5 to 4 decision in Roe versus Wade",
    "The House voted 219–206.": "The House voted 219 to 206.",
    "a 50-50 Senate": "a 50-50 Senate",
    "Call 202-456-1111 or 555-1234.": "Call 202-456-1111 or 555-1234.",
    "on 2025-08-15 and 9/11": "on 2025-08-15 and 9/11",
    "a 10-year-old and 18-34-year-olds": "a 10-year-old and 18-34-year-olds",
    "a Boeing 737-800": "a Boeing 737-800",
    "Sen. Warren (D-Mass.) spoke.": "Sen. Warren, Democrat of Massachusetts, spoke.",
    "Tim Kaine (D) and Tim Scott (R)": "Tim Kaine, Democrat, and Tim Scott, Republican",
    "a 401(k) and Section 3(b)": "a 401 K and Section 3 B",
    "#MeToo, #1 and @POTUS": "hashtag Me Too, number 1 and at POTUS",
    "nytimes.com, bbc.co.uk": "nytimes dot com, bbc dot co dot U K",
    "max@example.org": "max at example dot org",
    "Rome → Paris": "Rome to Paris",
    "±3, ~5, ≥6, 5x and 4x4": "plus or minus 3, about 5, at least 6, 5 times and 4 by 4",
    "¥500 million, ₹90 and 5¢": "500 million yen, 90 rupees and 5 cents",
    "50% & $5, −2°C": "50% & $5, −2°C",
    "He said “yes” — twice (at least).": "He said yes, twice, at least.",
}


@pytest.mark.parametrize(("written", "spoken"), CASES)
def test_english_is_read_as_a_newsreader_would(written: str, spoken: str) -> None:
    assert read(written, "en") == spoken


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_was_read_is_read_again_as_it_is(spoken: str) -> None:
    assert read(spoken, "en") == spoken


@pytest.mark.parametrize(("written", "spoken"), NOT_SPELLED.items(), ids=NOT_SPELLED)
def test_an_engine_that_understands_keeps_its_figures(written: str, spoken: str) -> None:
    assert read(written, "en", spelled=False) == spoken


def _no_figure_is_left(spoken: str) -> None:
    assert not any(c.isdigit() or c in "%$€§£" for c in spoken), spoken
    assert "  " not in spoken
    assert spoken == spoken.strip()


@given(st.text(max_size=300))
def test_any_text_loses_its_figures(text: str) -> None:
    _no_figure_is_left(read(text, "en"))
    read(text, "en", spelled=False)


@given(st.text(alphabet=SIGNS, max_size=80))
def test_any_heap_of_signs_loses_its_figures(text: str) -> None:
    _no_figure_is_left(read(text, "en"))


@given(st.lists(st.sampled_from(WRITTEN), max_size=12))
def test_any_row_of_written_pieces_loses_its_figures(pieces: list[str]) -> None:
    _no_figure_is_left(read(" ".join(pieces), "en"))


@given(st.lists(st.sampled_from(PHRASES), max_size=6))
def test_any_row_of_phrases_is_read_again_as_it_is(phrases: list[str]) -> None:
    spoken = read("; ".join(phrases), "en")
    _no_figure_is_left(spoken)
    assert read(spoken, "en") == spoken


@given(st.lists(st.from_regex(r"[a-z]{2,12}", fullmatch=True), min_size=1, max_size=12))
def test_plain_words_stay(words: list[str]) -> None:
    text = f"{words[0].capitalize()} {', '.join(words)}."
    assert read(text, "en") == text
    assert read(text, "en", spelled=False) == text


@given(st.integers(0, 10**15 - 1))
def test_a_grouped_number_is_its_cardinal(number: int) -> None:
    assert read(f"They sold {number:,} of them.", "en") == f"They sold {cardinal_en(number)} of them."
    assert read(f"They spent {number:,} percent.", "en") == f"They spent {cardinal_en(number)} percent."


@given(st.integers(1010, 2099))
def test_four_figures_by_themselves_are_a_year(year: int) -> None:
    assert read(f"It was {year}, they say.", "en") == f"It was {year_en(year)}, they say."
    assert read(f"It had {year} people.", "en") == (
        f"It had {cardinal_en(year) if year % 100 else year_en(year)} people."
    )


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1900, 2099))
def test_one_date_is_read_alike_however_it_is_written(month: int, day: int, year: int) -> None:
    name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][month - 1]
    forms = (
        f"{name} {day}, {year}",
        f"{day} {name} {year}",
        f"{month}/{day}/{year}",
        f"{year}-{month:02}-{day:02}",
    )
    assert len({read(form, "en") for form in forms}) == 1


@pytest.mark.parametrize(
    "text",
    [
        piece * (20_000 // len(piece))
        for piece in (
            "1.", "a.", "(", "I", "a-", " –", "<a", "1-", "1,", "A.", "#", "@", "$", "1/", "1:", "A B", "AB ", " v. ",
            "/a", "a@", "St. ", "½", "(a)", "+", "9 ", "a.b/", "X. ", "'", "Jan. ", "No. ",
        )
    ],
    ids=lambda text: text[:4],
)  # fmt: skip
def test_long_nonsense_takes_no_time(text: str) -> None:
    began = time.process_time()
    read(text, "en")
    assert time.process_time() - began < 2


def test_numbers_of_sections_digits_and_plurals() -> None:
    assert [code_en(n) for n in (8, 100, 230, 702, 1001, 1500, 1983, 2000, 12345)] == [
        "eight", "one hundred", "two thirty", "seven O two", "ten O one", "fifteen hundred",
        "nineteen eighty three", "two thousand", "twelve thousand three hundred forty five",
    ]  # fmt: skip
    assert digits_en("202-5") == "two O two five"
    assert [plural_en(w) for w in ("sixty", "six", "nineteen hundred")] == [
        "sixties", "sixes", "nineteen hundreds",
    ]  # fmt: skip


def test_the_tables_say_what_they_shall() -> None:
    assert len(CASES) >= 200
    assert all(not re.search(r"\d|[%$€§]", spoken) for spoken in SPOKEN)
