"""What is written becomes what a newsreader would say."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.errors import CallError, EngineError
from podcast.speech.bounds import CHUNK_CHARACTERS, chunks
from podcast.speech.numbers import cardinal_de, cardinal_en, ordinal_de, ordinal_en, roman, year_de, year_en
from podcast.speech.prepare import read

GERMAN = {
    "Er sah F-22-Kampfjets": "Er sah F zweiundzwanzig Kampf Dschetts",
    "ein B-2-Tarnkappenbomber": "ein B zwei Tarnkappenbomber",
    "die AfD und die GmbH": "die A F D und die G M B H",
    "die NATO, die EU und die USA": "die Nato, die E U und die U S A",
    "US-Sanktionen": "U S Sanktionen",
    "mit 3.000 von 100.000 Menschen": "mit dreitausend von hunderttausend Menschen",
    "1.234,56": "tausendzweihundertvierunddreißig Komma fünf sechs",
    "Es stand 2:1.": "Es stand zwei zu eins.",
    "um 14:30 Uhr": "um vierzehn Uhr dreißig",
    "um 1 Uhr": "um ein Uhr",
    "seit dem II. Weltkrieg": "seit dem zweiten Weltkrieg",
    "der II. Weltkrieg": "der zweite Weltkrieg",
    "Papst Johannes Paul II. kam": "Papst Johannes Paul der Zweite kam",
    "unter Karl III.": "unter Karl dem Dritten",
    "am 15. August 2025": "am fünfzehnten August zweitausendfünfundzwanzig",
    "der 3. Oktober": "der dritte Oktober",
    "15.08.2025": "fünfzehnter August zweitausendfünfundzwanzig",
    "2/3 der Zeit, 9/11, 24/7": "zwei Drittel der Zeit, neun elf, vierundzwanzig sieben",
    "15 min. vor acht, min. zwei": "fünfzehn Minuten vor acht, minimal zwei",
    "Am 3.10. kam sie.": "Am dritten Oktober kam sie.",
    "im Jahr 1968": "im Jahr neunzehnhundertachtundsechzig",
    "in den 1990er Jahren": "in den neunzehnhundertneunziger Jahren",
    "Zusammen sind das 535. Drei weitere folgen.": "Zusammen sind das fünfhundertfünfunddreißig. Drei weitere folgen.",
    "der 47. Präsident": "der siebenundvierzigste Präsident",
    "in der 2. Amtszeit": "in der zweiten Amtszeit",
    "Es waren 24. Danach ging er.": "Es waren vierundzwanzig. Danach ging er.",
    "50 % und 3,5 Mio. €": "fünfzig Prozent und drei Komma fünf Millionen Euro",
    "$5 Mrd., 1 Mio. Euro": "fünf Milliarden Dollar, eine Million Euro",
    "1 Jahr, 1 Stunde": "ein Jahr, eine Stunde",
    "3.5 %–4 % in São Paulo (−2 °C)": "drei Punkt fünf Prozent bis vier Prozent in São Paulo, minus zwei Grad Celsius",
    "10–12 Leute": "zehn bis zwölf Leute",
    "z. B. heute, d. h. bald": "zum Beispiel heute, das heißt bald",
    "Wagen usw. Danach kam er.": "Wagen und so weiter. Danach kam er.",
    "ca. 5 km bzw. 3 km/h": "circa fünf Kilometer beziehungsweise drei Kilometer pro Stunde",
    "Alana & Ben": "Alana und Benn",
    "Bens Frage": "Benns Frage",
    "Alana/Ben": "Alana Benn",
    "https://www.example.com/": "example Punkt com",
    "max@example.de": "max ätt example Punkt de",
    "§ 3, §§ 4 und 5": "Paragraf drei, Paragrafen vier und fünf",
    "Selenskyjs Plan": "Sellenskis Plan",
    "Frieden – oder nicht?": "Frieden, oder nicht?",
    "Er wollte – so hieß es –, dass sie geht.": "Er wollte, so hieß es, dass sie geht.",
    "Er kam (spät) an.": "Er kam, spät, an.",
    "Ein Satz. (Noch einer.) Ende.": "Ein Satz. Noch einer. Ende.",
    "Nun … ja.": "Nun, ja.",
    "Und dann … Nichts.": "Und dann. Nichts.",
    "Wirklich?!": "Wirklich?",
    "Militär- und Finanzhilfe": "Militär- und Finanzhilfe",
    "Donau\u00addampf\u200bschiff": "Donaudampfschiff",
    "**fett** und _kursiv_": "fett und kursiv",
    "007": "null null sieben",
    "DER GIPFEL IN ALASKA": "Der Gipfel In Alaska",
    "Москва": "Moskwa",
    "": "",
}
ENGLISH = {
    "On August 15, 2025, at 9:05 a.m., I met.": "On August fifteenth, twenty twenty five, at nine oh five A M, I met.",
    "3,000 F-22 jets cost $3.5 million": "three thousand F twenty two jets cost three point five million dollars",
    "The 47th president": "The forty seventh president",
    "in 1968 and the 1990s": "in nineteen sixty eight and the nineteen nineties",
    "50% of the U.S.": "fifty percent of the U S.",
    "World War II": "World War two",
    "lost 2:1": "lost two to one",
    "the FBI & NATO": "the F B I and Nato",
    "King Charles III spoke": "King Charles the third spoke",
    "Dr. Smith, e.g., left": "Doctor Smith, for example, left",
}


@pytest.mark.parametrize(("written", "spoken"), GERMAN.items(), ids=GERMAN)
def test_german(written: str, spoken: str) -> None:
    assert read(written, "de") == spoken
    assert read(unicodedata.normalize("NFD", written), "de") == spoken


@pytest.mark.parametrize(("written", "spoken"), ENGLISH.items(), ids=ENGLISH)
def test_english(written: str, spoken: str) -> None:
    assert read(written, "en") == spoken


def test_the_shows_own_words_come_first_and_take_a_genitives_s() -> None:
    table = {"Merkowitz": "Merkowitsch", "AfD": "Alternative", "Ben": "Bän"}
    assert read("Merkowitz’ und Merkowitzs AfD, Ben, Bens, Benno", "de", table) == (
        "Merkowitsch' und Merkowitschs Alternative, Bän, Bäns, Benno"
    )


def test_an_engine_that_understands_gets_numbers_and_words_as_they_are() -> None:
    text = "Selenskyj nannte – laut „Welt“ – 3.000 F-22, z. B. am 3. Oktober."
    assert read(text, "de", spelled=False) == (
        "Selenskyj nannte, laut Welt, 3.000 F-22, z. B. am 3. Oktober."
    )


def test_an_unknown_language_lists_the_choices() -> None:
    with pytest.raises(CallError, match="'fr': choose one of de, en"):
        read("Bonjour", "fr")


@given(st.text(max_size=400), st.sampled_from(["de", "en"]))
def test_any_text_is_read_without_an_accident(text: str, language: str) -> None:
    spoken = read(text, language)
    assert not {"\n", "\0", "\u00ad", "  "} & set(spoken)
    assert spoken == spoken.strip()


@given(st.text(alphabet="12.,:-–%€$ IVXMabÄß'()…/&@§<>", max_size=120), st.sampled_from(["de", "en"]))
def test_any_heap_of_figures_and_signs_is_read_without_an_accident(text: str, language: str) -> None:
    assert not any(c in "0123456789%€$§&<>" for c in read(text, language))


@given(st.text(max_size=2000))
def test_nothing_dangerous_gets_past_the_wall(text: str) -> None:
    try:
        pieces = chunks(text)
    except EngineError:
        return
    for piece in pieces:
        assert len(piece) <= CHUNK_CHARACTERS
        assert not set(piece) & set('<>&"\\\0\n[]{}')
        assert max(map(len, piece.split())) <= 80


def test_the_wall_keeps_every_word() -> None:
    text = " ".join(f"Wort{'en' * (n % 5)}, und noch eins." for n in range(300))
    assert " ".join(chunks(text)) == text


@pytest.mark.parametrize(
    "text", ["1." * 20000, "a." * 20000, "(" * 40000, "I" * 40000, "a-" * 20000, " –" * 20000, "<a" * 20000]
)
def test_long_nonsense_takes_no_time(text: str) -> None:
    began = time.process_time()
    read(text, "de")
    assert time.process_time() - began < 3


@given(st.integers(0, 10**15 - 1))
def test_numbers_are_words(number: int) -> None:
    for words in (cardinal_de(number), cardinal_en(number), year_de(number), year_en(number)):
        assert words.replace(" ", "").isalpha()


def test_numbers_are_said_as_people_say_them() -> None:
    assert [cardinal_de(n) for n in (0, 1, 16, 21, 101, 1001, 21_000_000)] == [
        "null", "eins", "sechzehn", "einundzwanzig", "hunderteins", "tausendeins", "einundzwanzig Millionen",
    ]  # fmt: skip
    assert [ordinal_de(n, "e") for n in (1, 3, 7, 8, 12, 20, 101)] == [
        "erste", "dritte", "siebte", "achte", "zwölfte", "zwanzigste", "hunderterste",
    ]  # fmt: skip
    assert [ordinal_en(n) for n in (1, 2, 3, 5, 12, 20, 121)] == [
        "first", "second", "third", "fifth", "twelfth", "twentieth", "one hundred twenty first",
    ]  # fmt: skip
    assert [year_en(n) for n in (1900, 1905, 2000, 2005, 2010)] == [
        "nineteen hundred", "nineteen oh five", "two thousand", "two thousand five", "twenty ten",
    ]  # fmt: skip
    assert [roman(t) for t in ("I", "IV", "XIV", "XXXIX", "IIII", "", "VX")] == [1, 4, 14, 39, 0, 0, 0]
