"""Plain texts: the show's way, wrapped ones, their headings, titles, and what is not the article."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.errors import ArticleError, CallError
from podcast.ingest.furniture import is_advertising
from tests.ingest.making import CLOSING, ENGLISH, MIDDLE, OPENING, SHOW, headings, read, spoken

SHOWS_WAY = f"""
{OPENING}
{MIDDLE}

US Politik Deep Dive: Der Podcast mit Alana & Ben
Die Verwaltung: Ein Spiel mit Papieren
{MIDDLE}
Der Brief der Fischer
{MIDDLE}
Was bleibt vom leeren Hafen?
{CLOSING}
{CLOSING}"""


def test_the_shows_own_format_has_its_headings_and_no_advertising() -> None:
    article = read(SHOWS_WAY, advertised=SHOW)
    assert headings(article) == [
        "",
        "Die Verwaltung: Ein Spiel mit Papieren",
        "Der Brief der Fischer",
        "Was bleibt vom leeren Hafen?",
    ]
    assert article.title == "Was bleibt vom leeren Hafen?"
    assert "Podcast" not in spoken(article)
    assert [s.number for s in article.sentences] == list(range(1, len(list(article.sentences)) + 1))
    assert [s.paragraph for s in article.sentences][-1] == 6
    assert (article.language, article.source, article.author, article.date) == ("de", "-", "", "")


def test_the_advertisement_is_known_by_its_shape_alone() -> None:
    assert "Podcast" not in spoken(read(SHOWS_WAY))


def test_wrapped_text_gives_the_same_sentences_as_long_lines() -> None:
    blocks = ["Der leere Hafen", OPENING, "Die Verwaltung", MIDDLE, MIDDLE, "Ein Brief", CLOSING]
    plain = read("\n".join(blocks))
    for width in (60, 72, 80, 100):
        wrapped = read("\n\n".join(textwrap.fill(block, width) for block in blocks))
        assert wrapped.title == plain.title == "Der leere Hafen"
        assert headings(wrapped) == headings(plain) == ["", "Die Verwaltung", "Ein Brief"]
        assert spoken(wrapped) == spoken(plain)


def test_a_heading_right_above_its_wrapped_paragraph_is_found() -> None:
    opening, middle, closing = (textwrap.fill(text, 72) for text in (OPENING, MIDDLE, CLOSING))
    text = f"{opening}\n\nDie Verwaltung\n{middle}\n\nEin Brief\n{closing}\n"
    assert headings(read(text)) == ["", "Die Verwaltung", "Ein Brief"]


def test_words_cut_at_the_end_of_a_line_are_made_whole() -> None:
    text = textwrap.fill(OPENING, 60).replace("Fischer am", "Fi-\nscher am", 1)
    assert "die Fischer am Morgen" in spoken(read(text))


def test_a_title_line_is_the_title_and_no_section() -> None:
    article = read(f"Der leere Hafen\n{OPENING}\nEin Brief\n{CLOSING}")
    assert article.title == "Der leere Hafen"
    assert headings(article) == ["", "Ein Brief"]


def test_the_title_is_chosen_in_the_order_option_front_matter_title_line() -> None:
    text = f"Der leere Hafen\n{OPENING}"
    assert read(text, title="Meiner").title == "Meiner"
    meta = f'---\ntitle: "Vorne: im Kopf"\nauthor: Eva Muster\ndate: 16. August 2025\n---\n{text}'
    article = read(meta)
    assert (article.title, article.author, article.date) == ("Vorne: im Kopf", "Eva Muster", "2025-08-16")
    assert read(meta, title="Meiner").title == "Meiner"


def test_without_any_heading_the_first_sentence_is_the_title() -> None:
    assert read(OPENING).title == "Der Hafen war leer, als die Fischer am Morgen an den Kai kamen"
    assert read("Der Hafen war leer. " + MIDDLE).title == "Der Hafen war leer"


@pytest.mark.parametrize(
    "line",
    [
        "Das ist ein Satz.",
        "„Wir haben nichts gewusst“",
        "- Erstens das Meer",
        "Er sagte:",
        "und dann kam der Wind",
        "Wer war das?",
    ],
)
def test_a_sentence_of_its_own_is_no_heading(line: str) -> None:
    article = read(f"{OPENING}\n{line}\n{MIDDLE}")
    assert headings(article) == [""]
    assert line.removeprefix("- ") in spoken(article)


def test_a_question_between_headings_is_one() -> None:
    article = read(f"{OPENING}\nDie Verwaltung\n{MIDDLE}\nWas bleibt vom Hafen?\n{CLOSING}")
    assert headings(article) == ["", "Die Verwaltung", "Was bleibt vom Hafen?"]


def test_a_heading_with_nothing_under_it_falls_away() -> None:
    article = read(f"{OPENING}\n\nDie Verwaltung\n{MIDDLE}\n\nMehr zum Thema")
    assert headings(article) == ["", "Die Verwaltung"]


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Der volle Hafen",
        "Lesen Sie hier, was die Stadt nun plant.",
        "Mehr zum Thema",
        "Read more: The full harbour",
        "Auch interessant",
        "Foto: dpa",
        "Bild: Eva Muster",
        "Fischer am Kai in der Frühe. Foto: Eva Muster/dpa",
        "Ein Schiff im Sturm © Getty Images",
        "Teilen",
        "Share on X",
        "Facebook Twitter WhatsApp E-Mail Drucken",
        "Anzeige",
        "Jetzt unseren Newsletter abonnieren",
        "Melden Sie sich hier für unseren Newsletter an.",
        "Hören Sie jetzt unseren Podcast!",
        "US Politik Deep Dive: Der Podcast mit Alana & Ben",
        "Podcast-Folge 12: Der Hafen mit Alana und Ben",
        "Stand: 15. August 2025, 14:32 Uhr",
        "Lesezeit: 5 Min.",
        "https://beispiel.example/hafen",
        "* * *",
    ],
)
def test_what_stands_around_the_article_is_not_spoken(line: str) -> None:
    article = read(f"{OPENING}\n\n{line}\n\n{MIDDLE}", advertised=SHOW)
    assert spoken(article) == spoken(read(f"{OPENING}\n\n{MIDDLE}"))
    assert headings(article) == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mehr dazu sagte er nicht.",
        "Teilen wollte sie nicht.",
        "Das Bild: ein leerer Hafen.",
        "Der Podcast mit Meier und Schulz war ein Erfolg.",
        "Die Anzeige wurde gedruckt.",
        "Auf dem Foto sind drei Schiffe.",
        "Lesen lernte er spät.",
        "Der Newsletter der Stadt kam gestern.",
        "Von Eva Muster hörte man nichts.",
    ],
)
def test_a_real_sentence_that_sounds_like_furniture_stays(sentence: str) -> None:
    assert sentence in spoken(read(f"{OPENING}\n\n{sentence}\n\n{MIDDLE}", advertised=SHOW))


def test_the_titles_below_a_teasers_label_go_with_it() -> None:
    article = read(f"{OPENING}\n\nLesen Sie auch\n- Der volle Hafen\n- Das Meer\n\n{MIDDLE}")
    assert spoken(article) == spoken(read(f"{OPENING}\n\n{MIDDLE}"))


def test_byline_and_date_line_become_author_and_date() -> None:
    article = read(
        f"Der leere Hafen\nVon Eva Muster und Max van Beispiel, Kiel\nStand: 15.08.2025\n\n{OPENING}"
    )
    assert (article.title, article.author, article.date) == (
        "Der leere Hafen",
        "Eva Muster, Max van Beispiel",
        "2025-08-15",
    )
    assert spoken(article) == spoken(read(OPENING))


def test_a_desk_can_be_the_author() -> None:
    article = read(f"The empty harbour\nBy the foreign desk, 3 May 2025\n\n{ENGLISH}")
    assert (article.author, article.date) == ("foreign desk", "2025-05-03")
    assert spoken(article) == spoken(read(ENGLISH))


def test_an_interview_keeps_its_questions_and_its_quoted_title() -> None:
    talk = "\n".join(
        f"Frage: {q}\nAntwort: {MIDDLE}" for q in ("Wo sind die Schiffe?", "Wer weiß es?", "Was nun?")
    )
    article = read(f"„Niemand wusste es“\n{OPENING}\n{talk}")
    assert article.title == "„Niemand wusste es“"
    assert headings(article) == [""]
    assert "Wer weiß es?" in spoken(article)
    assert "Frage:" not in " ".join(spoken(article))


def test_a_dateline_gives_the_date_and_is_no_part_of_a_title() -> None:
    article = read(f"Kiel, 28. Juni 2024 – {MIDDLE}")
    assert article.title == "Die Verwaltung des Hafens sagt, sie habe nichts gewusst"
    assert article.date == "2024-06-28"
    assert read(f"KIEL (dpa) – {MIDDLE}").title == article.title


def test_a_heading_that_begins_like_a_byline_stays() -> None:
    assert headings(
        read(f"{OPENING}\nVon Anfang bis Ende\n{MIDDLE}\nVon Menschen und Netzen\n{CLOSING}")
    ) == [
        "",
        "Von Anfang bis Ende",
        "Von Menschen und Netzen",
    ]


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Der Hafen[1] ist leer.[12]", "Der Hafen ist leer."),
        ("Der Hafen¹ ist leer.²", "Der Hafen ist leer."),
        ("Der Kai hat 300 m² und 5 km² Vorland.", "Der Kai hat 300 m² und 5 km² Vorland."),
        ("Der Hafen (https://a.example/x?y=1) ist leer.", "Der Hafen ist leer."),
        ("Der Plan ist unter https://a.example/x abrufbar.", "Der Plan ist abrufbar."),
        ("Der Hafen (Foto: dpa) ist leer.", "Der Hafen ist leer."),
        ("Der [Hafen](https://a.example) ist leer.", "Der Hafen ist leer."),
        ("Der Ha\u00adfen ist\u00a0leer, z.\u202fB. heute.", "Der Hafen ist leer, z. B. heute."),
        ("Der Ha\u200bfen ist u\u0308berall leer.", "Der Hafen ist überall leer."),
    ],
)
def test_marks_and_addresses_inside_a_sentence_are_not_spoken(written: str, heard: str) -> None:
    assert spoken(read(f"{OPENING}\n\n{written}")).split("\n")[-1] == heard


def test_a_table_in_a_text_is_not_spoken() -> None:
    table = "Jahr\tSchiffe\tFischer\n1990\t12\t40\n2020\t0\t7"
    assert spoken(read(f"{OPENING}\n\n{table}\n\n{MIDDLE}")) == spoken(read(f"{OPENING}\n\n{MIDDLE}"))


def test_the_language_is_heard_said_or_given() -> None:
    assert read(OPENING + " " + MIDDLE).language == "de"
    assert read(ENGLISH, default_language="de").language == "en"
    assert read(OPENING, language="en").language == "en"
    assert read(f"---\nlanguage: en-GB\n---\n{OPENING}").language == "en"
    assert read("Ja.", default_language="en").language == "en"


def test_an_article_in_another_language_is_refused_by_name() -> None:
    french = (
        "Le port était vide lorsque les pêcheurs sont arrivés au quai le matin, et personne ne savait où. "
        * 5
    )
    with pytest.raises(ArticleError, match=r"French.*--language"):
        read(french)
    assert read(french, language="de").language == "de"


def test_advertising_needs_more_than_one_hosts_name() -> None:
    assert not is_advertising("Ben und die Fischer", SHOW)
    assert not is_advertising("Der Podcast als Waffe", SHOW)
    assert is_advertising("Alana und Ben im Podcast", SHOW)


PIECES = st.sampled_from(
    [OPENING, MIDDLE, CLOSING, "Ein Brief", "Was bleibt?", "- Punkt", "Foto: dpa", "", "Von A B"]
)


@given(st.lists(PIECES, max_size=8), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=60, deadline=None)
def test_paragraphs_survive_whole_whatever_stands_between_them(pieces: list[str], between: str) -> None:
    try:
        article = read(between.join(pieces))
    except ArticleError:
        return
    heard = " ".join(spoken(article).split())
    for piece in pieces:
        if len(piece) > 100:
            assert piece in heard


def _one_line(error: ArticleError) -> None:
    assert "\n" not in str(error)


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_whatever_ends_in_anything_but_an_article_or_an_article_error(text: str) -> None:
    try:
        article = read(text.encode("utf-8", "replace"))
    except ArticleError as error:
        _one_line(error)
        return
    assert article.title
    assert all(section.sentences for section in article.sections)
    assert [s.number for s in article.sentences] == list(range(1, len(list(article.sentences)) + 1))


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_bytes_whatever_end_in_anything_but_an_article_or_an_article_error(data: bytes) -> None:
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"):
        try:
            read(head + data)
        except ArticleError as error:
            _one_line(error)


def test_headings_alone_are_no_article() -> None:
    with pytest.raises(ArticleError, match=r"only headings|no text"):
        read("Eine Überschrift\n\nNoch eine")


def test_a_date_that_is_given_wins_and_must_be_one() -> None:
    assert read(f"{OPENING}\n{MIDDLE}", date="22.11.2026").date == "2026-11-22"
    with pytest.raises(CallError, match=r"--date"):
        read(f"{OPENING}\n{MIDDLE}", date="gestern")


def test_the_best_heading_stands_alone() -> None:
    """A heading of two words, half a sentence, or one with a pronoun says little as a title."""
    for weak in ("Der Hafen", "Wenn der Hafen bleibt", "Wie ihn der Hafen verlor"):
        middle, last = (
            f"{weak}\n{MIDDLE} Der Hafen ist leer.",
            f"Ein Hafen ohne Netze\n{CLOSING} Der Hafen ist leer.",
        )
        texts = [OPENING, middle, last]
        assert read("\n\n".join(texts)).title == "Ein Hafen ohne Netze"
