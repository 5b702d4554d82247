"""Word files, PDFs and EPUBs; files that are none; files that are too much."""

from __future__ import annotations

import io
import os
import re
import textwrap
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest

from podcast.errors import ArticleError, CallError
from podcast.ingest import read_article
from podcast.ingest.source import MAX_BYTES
from tests.ingest.making import CLOSING, MIDDLE, OPENING, epub, headings, pdf, read, spoken


def words(text: str) -> str:
    return " ".join(text.split())


def word_file(path: Path, *, styles: bool = True) -> Path:
    file = docx.Document()
    if styles:
        file.add_paragraph("Der leere Hafen", style="Title")
    paragraph = file.add_paragraph(OPENING)
    mark = paragraph.add_run("1")
    mark.font.superscript = True
    for heading, text in (("Die Verwaltung", MIDDLE), ("Was bleibt?", CLOSING)):
        if styles:
            file.add_heading(heading, level=1)
        else:
            file.add_paragraph().add_run(heading).bold = True
        file.add_paragraph(text)
    table = file.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Tabelle 1990"
    file.add_paragraph("Erstens das Meer.", style="List Bullet")
    file.save(str(path))
    return path


@pytest.mark.parametrize("styles", [True, False])
def test_a_word_file_gives_its_headings_by_style_or_by_being_bold(tmp_path: Path, styles: bool) -> None:
    path = word_file(tmp_path / "hafen.docx", styles=styles)
    article = read_article(str(path))
    assert headings(article) == ["", "Die Verwaltung", "Was bleibt?"]
    assert article.title == ("Der leere Hafen" if styles else "Die Verwaltung")
    assert words(spoken(article)) == words(f"{OPENING} {MIDDLE} {CLOSING} Erstens das Meer.")
    assert (article.source, article.language, article.author) == (str(path), "de", "")


def test_an_epub_is_read_in_the_order_of_its_spine() -> None:
    chapters = [f"<h2>Ein Brief</h2><p>{CLOSING}</p>", f"<h1>Der leere Hafen</h1><p>{OPENING}</p>"]
    article = read(epub(chapters, order=[1, 0]))
    assert (article.title, article.author, article.date) == ("Der leere Hafen", "Eva Muster", "2025-08-16")
    assert headings(article) == ["", "Ein Brief"]
    assert words(spoken(article)) == words(f"{OPENING} {CLOSING}")


def test_an_epub_that_unpacks_without_end_is_refused() -> None:
    bomb = epub(["<p>" + "a " * 6_000_000 + "</p>"])
    assert len(bomb) < 100_000
    with pytest.raises(ArticleError, match="larger than 10 MB"):
        read(bomb)


def test_an_epub_cannot_name_a_file_outside_itself() -> None:
    packed = io.BytesIO(epub([f"<p>{OPENING}</p>"]))
    with zipfile.ZipFile(packed) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    entries["OEBPS/book.opf"] = entries["OEBPS/book.opf"].replace(b"text/c0.xhtml", b"../../../etc/passwd")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in entries.items():
            new.writestr(name, data)
    with pytest.raises(ArticleError, match="damaged or protected"):
        read(out.getvalue())


def test_an_epub_reads_no_file_through_an_entity() -> None:
    evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    packed = epub([f"<p>{OPENING} &e;</p>"]).replace(b"x", b"x")
    assert "root:" not in spoken(read(packed))
    assert "root:" not in spoken(read(f"{evil}<html><body><p>{OPENING} &e;</p></body></html>"))


def pages() -> list[list[str]]:
    body = [
        "Der leere Hafen",
        "",
        *textwrap.wrap(OPENING, 70),
        "",
        "Die Verwaltung",
        "",
        *textwrap.wrap(MIDDLE.replace("Papiere", "Pa- piere"), 70),
        "",
        "Was bleibt vom Hafen",
        "",
        *textwrap.wrap(CLOSING, 70),
    ]
    joined = "\n".join(body).replace("Pa- piere", "Pa-\npiere").split("\n")
    parts = [joined[:5], joined[5:9], joined[9:]]
    return [["Neue Presse 16. August", "", *part, "", f"Seite {n} von 3"] for n, part in enumerate(parts, 1)]


def test_a_pdf_gives_whole_paragraphs_without_running_heads_and_page_numbers() -> None:
    article = read(pdf(pages()))
    assert article.title == "Der leere Hafen"
    assert headings(article) == ["", "Die Verwaltung", "Was bleibt vom Hafen"]
    assert words(spoken(article)) == words(f"{OPENING} {MIDDLE} {CLOSING}")


def test_a_scanned_pdf_says_that_it_is_one() -> None:
    with pytest.raises(ArticleError, match=r"no text in it, only pictures .*OCR"):
        read(pdf([[], []]))


def test_a_locked_pdf_says_that_it_is_locked() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(pages())))
    writer.encrypt("geheim", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(ArticleError, match=r"locked|damaged"):
        read(locked.getvalue())


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".epub", ".html", ".md", ".txt"])
@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"\x00\x01\x02" * 50, b"%PDF-1.7\ngarbage", b"PK\x03\x04garbage"]
)
def test_files_that_are_no_article_get_one_clear_line(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=re.escape(str(path))) as caught:
        read_article(str(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_half_a_file_is_an_error_or_what_is_left_of_it(tmp_path: Path, cut: float) -> None:
    whole = [word_file(tmp_path / "a.docx").read_bytes(), epub([f"<p>{OPENING}</p>"]), pdf(pages())]
    for data in whole:
        try:
            assert spoken(read(data[: int(len(data) * cut)]))
        except ArticleError:
            continue


def test_a_packed_file_of_another_kind_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("a.txt", OPENING)
    with pytest.raises(ArticleError, match="neither DOCX nor EPUB"):
        read_article(str(tmp_path / "a.zip"))


def test_what_is_not_there_is_the_callers_mistake(tmp_path: Path) -> None:
    for source, message in (
        (str(tmp_path / "no.txt"), "no such file"),
        (str(tmp_path), "is a folder"),
        ("ftp://beispiel.example/a", "no http or https"),
        ("a\x00b", "cannot be read"),
    ):
        with pytest.raises(CallError, match=message):
            read_article(source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_the_callers_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(OPENING)
    path.chmod(0)
    with pytest.raises(CallError, match="cannot be read"):
        read_article(str(path))


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ArticleError, match="larger than 20 MB"):
        read_article(str(path))

    class Endless(io.RawIOBase):
        served = 0

        def read(self, size: int = -1, /) -> bytes:
            assert 0 < size <= MAX_BYTES + 1
            self.served += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(ArticleError, match="standard input is larger"):
        read_article("-", stdin=stream)  # type: ignore[arg-type]
    assert stream.served == MAX_BYTES + 1


def test_a_books_worth_of_text_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"more than 1,000,000 characters"):
        read((OPENING + "\n") * 5_000)


def test_a_sentence_of_twenty_thousand_characters_is_named() -> None:
    with pytest.raises(ArticleError, match=r"one sentence has 20,\d+ characters \(it begins 'Und dann"):
        read(f"{OPENING}\n\nUnd dann {'immer weiter ' * 1540}.")


@pytest.mark.parametrize(
    "text", ["Nur eine Überschrift", "# Eins\n\n## Zwei\n", "1 2 3", "---\ntitle: T\n---\n", "!!!"]
)
def test_an_article_without_sentences_is_an_error_or_one_line(text: str) -> None:
    try:
        assert spoken(read(text)) == "Nur eine Überschrift"
    except ArticleError as error:
        assert "an article needs sentences" in str(error)  # noqa: PT017 (either of two outcomes)
