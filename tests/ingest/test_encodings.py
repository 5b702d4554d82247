"""Bytes to text: what is read, and what is refused instead of guessed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.errors import ArticleError
from podcast.ingest.decode import clean, decode, decode_html
from tests.ingest.making import OPENING, read, spoken

WORDS = "Für „Größe“ – 3 € … Straße"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("cp1252"),
    ],
)
def test_the_known_encodings_give_the_same_words(data: bytes) -> None:
    assert decode(data, "x.txt") == WORDS
    assert spoken(read(codecs.BOM_UTF8 + OPENING.encode())) == spoken(read(OPENING.encode("cp1252")))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Ein Text mit \x00 darin", "not text"),
        (b"\x7fELF\x02\x01\x01" + bytes(20), "not text"),
        (b"F\xfcr Gr\xf6\xdfe \x81 und \x9d", "neither UTF-8 nor Windows-1252"),
        ("Größe und Maße ".encode() + b"\xff\xe4", "damaged: it is UTF-8"),
        ("Привет, как дела, мой друг".encode("koi8-r"), "neither UTF-8 nor"),
        ("Für schöne Träume über Öl".encode("mac-roman"), "neither UTF-8 nor"),
        ("Über schöne Träume für später".encode("cp850"), "neither UTF-8 nor"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "damaged"),
        ("Größe".encode("utf-16-le"), "not text"),
    ],
)
def test_what_is_none_of_them_is_an_error_and_never_question_marks(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError, match=rf"x\.txt is .*{message}"):
        decode(data, "x.txt")


def test_a_page_is_read_as_its_server_or_itself_says() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert "Łódź" in decode_html(page.encode("iso-8859-2"), "x")
    assert decode_html("Łódź".encode("iso-8859-2"), "x", "ISO-8859-2") == "Łódź"
    assert decode_html("„Größe“".encode("cp1252"), "x", "ISO-8859-1") == "„Größe“"
    assert decode_html("Größe".encode(), "x", "no-such-charset") == "Größe"


def test_a_lost_letter_in_the_text_is_an_error_that_says_where() -> None:
    with pytest.raises(ArticleError, match="letters are lost near 'Der H"):
        read(f"{OPENING}\n\nDer H\ufffdfen ist leer.")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"])))
def test_whatever_is_read_is_read_right(text: str) -> None:
    """A UTF-8 text is itself; nothing is ever replaced."""
    assert decode(text.encode(), "x") == text.removeprefix("\ufeff")
