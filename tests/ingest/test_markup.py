"""Markdown and HTML pages."""

from __future__ import annotations

import pytest

from podcast.errors import ArticleError
from podcast.ingest.page import without_site
from tests.ingest.making import CLOSING, MIDDLE, OPENING, SHOW, headings, read, spoken

MARKDOWN = f"""---
title: "Der leere Hafen"
author: [Eva Muster]
date: 2025-08-16
language: de
---

{OPENING.replace("Hafen", "**Hafen**", 1)}

![Ein Bild vom Hafen](hafen.jpg)

## Die *Verwaltung*: ein Spiel

{MIDDLE.replace("Hafens", "[Hafens](https://a.example/x)", 1)}[^1]

| Jahr | Schiffe |
|------|---------|
| 1990 | 12      |

- Erstens das Meer.
- Zweitens der Wind.

```python
print("Code")
```

> „Wir warten“, sagt ein Fischer.

US Politik Deep Dive: Der Podcast mit Alana & Ben

## Was bleibt?

{CLOSING}<sup>2</sup>

<!-- eine Notiz -->

[^1]: Eine Fußnote,
    die zwei Zeilen hat.
"""

PAGE = f"""<!doctype html><html lang="de-DE"><head><meta charset="utf-8"><title>Der leere Hafen - Der Standard</title>
<meta property="og:site_name" content="Der Standard"><meta name="author" content="Eva Muster">
<meta property="article:published_time" content="2025-08-16T10:00:00+02:00"><script>var a = "Skript";</script></head>
<body><nav><a href="/">Startseite</a> <a href="/politik">Politik</a></nav><main><article><h1>Der leere Hafen</h1>
<p class="byline">Von Eva Muster</p><div class="share">Teilen Drucken</div>
<p>{OPENING}<sup><a href="#f1">1</a></sup></p>
<figure><img src="a.jpg"><figcaption>Ein Kai. Foto: dpa</figcaption></figure>
<h2>Die Verwaltung: ein Spiel</h2><p>{MIDDLE.replace("Hafens", '<a href="https://a.example">Hafens</a>', 1)}</p>
<table><tr><td>1990</td><td>Tabelle</td></tr></table><ul><li>Erstens das Meer.</li><li>Zweitens der Wind.</li></ul>
<aside class="related"><h3>Mehr zum Thema</h3><a href="/x">Der volle Hafen</a></aside>
<p>Lesen Sie auch: <a href="/y">Das Meer</a></p><p><strong>Was bleibt</strong></p><p>{CLOSING}</p>
<div class="newsletter"><p>Abonnieren Sie unseren Newsletter.</p></div></article></main>
<footer>Impressum Datenschutz</footer></body></html>"""


def test_markdown_keeps_words_and_headings_and_drops_what_is_not_for_the_ear() -> None:
    article = read(MARKDOWN, advertised=SHOW)
    assert headings(article) == ["", "Die Verwaltung: ein Spiel", "Was bleibt?"]
    assert (article.title, article.author, article.date) == ("Der leere Hafen", "Eva Muster", "2025-08-16")
    heard = spoken(article)
    for gone in (
        "Bild",
        "1990",
        "Schiffe |",
        "print",
        "Fußnote",
        "Notiz",
        "http",
        "**",
        "Podcast",
        "sup",
        "2.",
    ):
        assert gone not in heard
    for kept in (
        "Der Hafen war leer",
        "Die Verwaltung des Hafens sagt",
        "Zweitens der Wind.",
        "„Wir warten“, sagt",
    ):
        assert kept in heard


def test_the_first_heading_of_markdown_is_its_title() -> None:
    article = read(f"# Der leere Hafen\n\n{OPENING}\n\n## Ein Brief\n\n{CLOSING}")
    assert article.title == "Der leere Hafen"
    assert headings(article) == ["", "Ein Brief"]


def test_sections_of_one_rank_leave_none_for_a_title() -> None:
    article = read(f"## Der Hafen\n\n{OPENING}\n\n## Ein Brief\n\n{CLOSING}")
    assert headings(article) == ["Der Hafen", "Ein Brief"]
    assert article.title == "Der Hafen"


def test_the_shows_own_format_in_a_markdown_file_is_understood() -> None:
    article = read(f"---\ntitle: Ein Titel\n---\n{OPENING}\nDie Verwaltung\n{MIDDLE}\nEin Brief\n{CLOSING}")
    assert headings(article) == ["", "Die Verwaltung", "Ein Brief"]


def test_a_page_gives_its_article_and_nothing_around_it() -> None:
    article = read(PAGE)
    assert (article.title, article.author, article.date, article.language) == (
        "Der leere Hafen",
        "Eva Muster",
        "2025-08-16",
        "de",
    )
    assert headings(article) == ["", "Die Verwaltung: ein Spiel", "Was bleibt"]
    heard = spoken(article)
    for sentence in (*OPENING.split(". "), *MIDDLE.split(". "), *CLOSING.split(". "), "Erstens das Meer."):
        assert sentence in heard
    for gone in (
        "Start",
        "Teilen",
        "Foto",
        "Tabelle",
        "volle",
        "Lesen",
        "Newsletter",
        "Impressum",
        "Skript",
        "1",
    ):
        assert gone not in heard


def test_a_page_with_hardly_any_markup_is_read_too() -> None:
    assert spoken(read(f"<html><body><p>{OPENING}</p></body></html>")) == spoken(read(OPENING))
    assert "Ein Satz." in spoken(
        read("<html><body>Ein Satz. Noch einer.<br><br>Und ein dritter.</body></html>")
    )


@pytest.mark.parametrize(
    "page",
    [
        "<html>",
        "<html><body></body></html>",
        "<!doctype html><html><head><title>T</title></head><body><h1>T</h1></html>",
    ],
)
def test_a_page_without_sentences_is_an_error(page: str) -> None:
    with pytest.raises(ArticleError):
        read(page)


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    broken = PAGE.replace("</p>", "").replace("</div>", "")[:-200] + "<p <b>"
    assert "Der Hafen war leer" in spoken(read(broken))
    assert "Ein Satz." in spoken(read("<html>" + "<div>" * 200 + "Ein Satz." + "</div>" * 10))


def test_square_metres_stay_and_footnotes_go() -> None:
    page = (
        f"<html><body><p>{OPENING}</p><p>Der Kai hat 300 m<sup>2</sup> Platz<sup>3</sup>.</p></body></html>"
    )
    assert "Der Kai hat 300 m² Platz." in spoken(read(page))


def test_a_page_in_another_language_than_it_says_is_heard() -> None:
    assert read(PAGE.replace('lang="de-DE"', 'lang="en-US"')).language == "de"


@pytest.mark.parametrize(
    ("title", "site", "host", "expected"),
    [
        ("Der Gipfel - Der Standard", "Der Standard", "", "Der Gipfel"),
        ("Der Gipfel | Zeitung", "", "", "Der Gipfel"),
        ("Der Gipfel – eine Bilanz", "", "", "Der Gipfel – eine Bilanz"),
        ("Der Gipfel – eine Bilanz | ZEIT ONLINE", "", "", "Der Gipfel – eine Bilanz"),
        ("Der Gipfel - Politik - Neue Presse", "", "", "Der Gipfel - Politik"),
        ("Der Gipfel - beispiel.de", "", "www.beispiel.de", "Der Gipfel"),
        ("Deep Dive: Der Gipfel", "", "", "Deep Dive: Der Gipfel"),
        ("Der Standard", "Der Standard", "", "Der Standard"),
        ("US-Politik", "", "", "US-Politik"),
    ],
)
def test_the_houses_name_is_no_part_of_a_title(title: str, site: str, host: str, expected: str) -> None:
    assert without_site(title, site, host) == expected
