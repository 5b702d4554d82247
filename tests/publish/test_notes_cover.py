"""Chapters, notes and cover."""

from __future__ import annotations

import dataclasses
import io
import json
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from podcast.article import Article
from podcast.errors import ShowError
from podcast.publish.about import About, about
from podcast.publish.chapters import json_chapters
from podcast.publish.cover import SIDE, cover
from podcast.publish.notes import notes
from podcast.script import Script, parse
from podcast.show import Show
from podcast.timeline import Timeline
from podcast.wording import Wording


def picture(size: tuple[int, int] = (1400, 1400), mode: str = "RGB", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0).save(out, kind)
    return out.getvalue()


def test_chapters_have_times_in_seconds_and_a_title_each(timeline: Timeline) -> None:
    assert json.loads(json_chapters(timeline)) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0.0, "title": "Einstieg"},
            {"startTime": 5.5, "title": "Was blieb – später"},
            {"startTime": 26.5, "title": "Bis bald."},
        ],
    }


def test_notes_say_what_the_episode_is_in_the_articles_words(timeline: Timeline, words: About) -> None:
    text = notes(timeline, words, Wording())
    assert text.startswith("# Der letzte „Nachtzug“ & sein Ende\n\nIm Dezember fuhr der letzte Zug.")
    assert "\n00:00:00 Einstieg  \n00:00:05 Was blieb – später  \n00:00:26 Bis bald.  \n" in text
    assert "Alana und Ben" in text
    assert (
        "„Das Ende der Nachtzüge“ von Erika Muster, 16. August 2025. <https://example.org/nachtzug>" in text
    )
    assert text.endswith("Die Stimmen in dieser Folge sind künstlich erzeugt.\n")
    assert r"Danach kam \*nichts\* mehr." in text


def test_notes_are_in_english_where_the_episode_is(
    timeline: Timeline, script: Script, article: Article
) -> None:
    english = about(script, article, show=Show(), language="en", wording=Wording())
    text = notes(timeline, english, Wording())
    assert "## Chapters" in text
    assert "by Erika Muster, August 16, 2025." in text
    assert "artificially generated" in text


def test_notes_without_article_and_disclosure_say_nothing_of_them(timeline: Timeline, script: Script) -> None:
    words = about(script, None, show=Show(disclosure=False), language="de", wording=Wording())
    text = notes(timeline, words, Wording())
    assert "Grundlage" not in text
    assert "künstlich" not in text
    assert "\n\n\n" not in text


def test_a_show_words_its_own_disclosure_and_notes(
    timeline: Timeline, script: Script, tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "de.md").write_text("{{ title }}: {{ disclosure }}", encoding="utf-8")
    wording = Wording([tmp_path])
    words = about(script, None, show=Show(disclosure="Wir sind\nRechner."), language="de", wording=wording)
    assert notes(timeline, words, wording).endswith("Wir sind Rechner.\n")


def test_a_path_of_the_producers_machine_is_not_published(script: Script, article: Article) -> None:
    local = dataclasses.replace(article, source="/home/erika/artikel.md")
    assert about(script, local, show=Show(), language="de", wording=Wording()).link == ""


def test_a_title_is_found_without_front_matter_and_article() -> None:
    bare = parse("## Der Anfang\n\nBen: Ja.", ("Ben",))
    assert about(bare, None, show=Show(), language="de", wording=Wording()).title == "Der Anfang"
    barer = parse("Ben: Ja.", ("Ben",))
    assert about(barer, None, show=Show(), language="de", wording=Wording()).title == Show().name


def test_the_teaser_ends_with_a_sentence_or_says_that_it_does_not(article: Article, script: Script) -> None:
    (section,) = article.sections
    long = dataclasses.replace(section.sentences[0], text="Wort " * 1000)
    endless = dataclasses.replace(article, sections=(dataclasses.replace(section, sentences=(long,)),))
    teaser = about(script, endless, show=Show(), language="de", wording=Wording()).teaser
    assert teaser.endswith("Wort …")
    assert len(teaser) < 700


TITLES = [
    "Ja",
    "Der Gipfel der leeren Gesten",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "x" * 400,
    "Straßenbahn-Haltestellen-Umbenennungs-Verfahrens-Ordnung",
    "Ein Titel, der nicht enden will, " * 20,
    "",
]


@pytest.mark.parametrize("title", TITLES)
def test_the_cover_is_a_square_that_directories_take_and_nothing_leaves_it(title: str, words: About) -> None:
    data = cover(Show(), dataclasses.replace(words, title=title))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (SIDE, SIDE))
    assert len(data) < 500_000
    # The margins around the title, and the strip between it and the bubbles, stay empty.
    for box in ((0, 30, 90, 950), (1310, 30, 1400, 950), (0, 905, 1400, 955)):
        extrema = cast("tuple[tuple[int, int], ...]", image.crop(box).getextrema())
        assert all(high - low < 24 for low, high in extrema)


def test_umlauts_on_the_cover_are_letters_and_no_boxes(words: About) -> None:
    shown = {cover(Show(), dataclasses.replace(words, title=letter)) for letter in "äßŁ"}
    assert len(shown) == 3


def test_the_same_words_give_the_same_cover(words: About) -> None:
    assert cover(Show(), words) == cover(Show(), words)


def test_the_shows_own_cover_is_taken_as_it_is(words: About, tmp_path: Path) -> None:
    (tmp_path / "c.jpg").write_bytes(picture())
    assert cover(Show(cover="c.jpg", folder=str(tmp_path)), words) == picture()


def test_a_png_becomes_a_jpeg(words: About, tmp_path: Path) -> None:
    (tmp_path / "c.png").write_bytes(picture((3000, 3000), kind="PNG"))
    image = Image.open(io.BytesIO(cover(Show(cover="c.png", folder=str(tmp_path)), words)))
    assert (image.format, image.size) == ("JPEG", (3000, 3000))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (picture((1400, 1401)), "1400 x 1401 pixels; take a square"),
        (picture((1000, 1000)), "1000 x 1000"),
        (picture((3001, 3001)), "3001 x 3001"),
        (picture(mode="L"), "colours L"),
        (picture(mode="CMYK"), "colours CMYK"),
        (picture(mode="RGBA", kind="PNG"), "colours RGBA"),
        (picture(kind="GIF"), "is GIF"),
        (picture()[:3000], "no picture"),
        (b"", "no picture"),
        (b"text", "no picture"),
    ],
)
def test_a_cover_that_will_not_do_is_one_clear_line(
    data: bytes, message: str, words: About, tmp_path: Path
) -> None:
    (tmp_path / "c.jpg").write_bytes(data)
    with pytest.raises(ShowError, match=message) as caught:
        cover(Show(cover="c.jpg", folder=str(tmp_path)), words)
    assert "\n" not in str(caught.value)


def test_a_cover_that_is_not_there_is_one_clear_line(words: About, tmp_path: Path) -> None:
    with pytest.raises(ShowError, match="No such file"):
        cover(Show(cover="c.jpg", folder=str(tmp_path)), words)
