"""What stands around the article: title, dateline, person, headings, end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from podcast.article import Article, Section, Sentence
from podcast.show import Show
from podcast.writing import write_script
from podcast.writing.datelines import Dateline, dateline_of
from podcast.writing.person import person_of
from podcast.writing.plan import plan_of
from podcast.writing.titles import as_said, bare, is_indirect, is_quoted, own_title
from tests.writing.articles import article, seed

FILLER = [
    f"Der Ausschuss Nummer {n} prüfte das Gesetz mit großer Sorgfalt und ohne Eile." for n in range(2, 14)
]


def spoken(source: Article) -> str:
    """All that is said."""
    return " ".join(turn.body for turn in write_script(source, Show(language=source.language)).turns)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Washington, 28. Juni 2024 – Der Senat tagt.", "Washington", "28. Juni 2024"),
        ("BALTIMORE, March 26, 2024 – A ship sank.", "Baltimore", "March 26, 2024"),
        ("NEW YORK (AP) — A ship sank.", "New York", ""),
        ("Berlin (dpa) – Der Bundestag tagt.", "Berlin", ""),
    ],
)
def test_a_dateline_is_read_and_not_said(text: str, place: str, day: str) -> None:
    found = dateline_of(text)
    assert found == Dateline(place, day, text.index("–" if "–" in text else "—") + 2)


@pytest.mark.parametrize(
    "text",
    [
        "Der Senat tagt – und niemand hört zu.",
        "Washington: eine Stadt.",
        "Am 3. Mai 2024 – Tage danach – kam er.",
    ],
)
def test_another_dash_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_place_and_day_of_a_dateline_are_said_in_a_sentence() -> None:
    text = spoken(article(["Kiel, 28. Juni 2024 – Der Hafen ist leer.", *FILLER]))
    assert "Kiel, 28. Juni" not in text
    assert "aus Kiel und ist vom 28. Juni 2024" in text


def test_a_title_that_the_first_sentence_says_is_not_said_again() -> None:
    source = replace(article(["Der Senat hat am Freitag ein Urteil aufgehoben, das alle kannten.", *FILLER]))
    same = replace(source, title="Der Senat hat am Freitag ein Urteil aufgehoben")
    assert own_title(same) == ""
    assert spoken(same).count("Der Senat hat am Freitag ein Urteil aufgehoben") == 1
    assert own_title(replace(source, title="Ein Urteil fällt")) == "Ein Urteil fällt"


def test_an_articles_own_title_is_said_even_where_a_question_opens() -> None:
    assert "Der Spiegel im Staub." in spoken(seed("mondspiegel.md"))


def test_titles_and_headings_are_said_without_their_signs() -> None:
    assert bare("Die 538: wie Amerika wählt") == "Die 538. Wie Amerika wählt"
    assert as_said("Was bleibt?") == "Was bleibt?"
    assert as_said("Ein Echo") == "Ein Echo."
    assert is_quoted("„Die Linie gewinnt“")
    assert not is_quoted("Die „Linie“ gewinnt")


def test_a_heading_that_quotes_is_said_to_quote() -> None:
    turns = [turn.body for turn in write_script(seed("nasa-budget.md"), Show(language="en")).turns]
    assert any("quote" in body and "I'm not that interested in space" in body for body in turns)


@pytest.mark.parametrize(
    ("heading", "language", "half"),
    [
        ("Warum sich nichts ändert", "de", True),
        ("Wo das Geld dunkel wird", "de", True),
        ("Was bleibt vom Gipfel", "de", False),
        ("Wenn eine Ankündigung genügt", "de", False),
        ("What the needle shows", "en", True),
        ("What is left", "en", False),
    ],
)
def test_a_heading_that_is_half_a_question_is_known(heading: str, language: str, *, half: bool) -> None:
    assert is_indirect(heading, language) is half


def test_a_heading_that_is_half_a_question_becomes_part_of_a_sentence() -> None:
    first = article(FILLER[:4]).sections[0]
    rest = tuple(Sentence(n, text, 2) for n, text in enumerate(FILLER[4:], 5))
    source = Article("Ein Titel", "de", "test", (first, Section("Warum sich nichts ändert", rest)))
    assert ", warum sich nichts ändert." in spoken(source)


def test_an_end_may_recall_the_beginning() -> None:
    """A last paragraph may speak of "jener Film"; none begins in its middle with a "sein" whose noun stands before."""
    film = [
        "Am Ende führt die Spur zu jenem Film, den kaum jemand sehen wollte.",
        "Im Kino lief er nie, und niemand fragte nach ihm.",
        "Gekostet hätte das zwei Millionen Dollar.",
    ]
    assert plan_of(article(FILLER, film), "de").end[0].text == film[0]
    photo = [
        "Auf den Fotos von jenem Tag sieht man King, wie er winkt.",
        "Man muss suchen, dann entdeckt man hinter seiner Schulter einen großen Mann mit Brille.",
    ]
    assert plan_of(article(FILLER, photo), "de").end[0].text == photo[0]


def test_a_portrait_may_end_with_a_paragraph_about_her() -> None:
    """Where no last words stand alone, those that begin with "she" do: it is she whom the episode is about."""
    last = ["Sie ging 1971 in den Ruhestand und sprach selten davon.", "Acht Jahre später kam das Buch über sie.",
            "Ein Krater trägt ihren Namen."]  # fmt: skip
    source = article(FILLER, last)
    assert plan_of(source, "de").end == ()
    assert plan_of(source, "de", frozenset({"sie", "ihr"})).end[0].text == last[0]


def test_what_goes_on_about_the_question_does_not_answer_it() -> None:
    lead = [*FILLER[:3], "Wem gehört das Land, wenn der Fluss die Grenze ist?", "Die Frage klingt nach Jura."]
    assert plan_of(article(lead, FILLER[3:]), "de").scene[-1].text == lead[3]


def test_a_portrait_is_known_by_its_person() -> None:
    found = person_of(seed("portraet-frances-perkins.txt"))
    assert found is not None
    assert (found.name, found.surname) == ("Frances Perkins", "Perkins")
    assert "sie" in found.pronouns
    english = person_of(seed("frances-kelsey.txt"))
    assert english is not None
    assert english.name == "Frances Kelsey"


@pytest.mark.parametrize(
    "name", ["filibuster.txt", "marshall-plan.txt", "nasa-budget.md", "supreme-court.txt", "zeitzonen.txt"]
)
def test_what_is_no_portrait_has_no_person(name: str) -> None:
    assert person_of(seed(name)) is None


def test_what_is_left_of_an_article_is_no_portrait_if_the_whole_is_none() -> None:
    told = [f"Trump sagte am {n}. Mai, er wolle das Gesetz ändern." for n in range(2, 7)]
    source = article(["Donald Trump kam nach Kiel.", *told], *[[text, *FILLER[:2]] for text in FILLER])
    for minutes in (None, 1, 2):
        text = " ".join(turn.body for turn in write_script(source, Show(), minutes=minutes).turns)
        assert "um Donald Trump" not in text
        assert "Geschichte von" not in text


def test_an_end_keeps_a_question_with_its_answer() -> None:
    """The close never begins with the answer to a question that was asked before it."""
    answer = [
        "Der Ausschuss schrieb es, und der Senat nahm es an einem Freitag an.",
        "Danach ging jeder nach Hause.",
    ]
    source = article(FILLER, ["Eine Frage bleibt.", "Wer hat das Gesetz am Ende geschrieben?"], answer)
    segments = write_script(source, Show()).segments
    where = next(n for n, s in enumerate(segments) if any("Wer hat das Gesetz" in t.body for t in s.turns))
    assert any("Der Ausschuss schrieb es" in turn.body for turn in segments[where].turns)


def test_the_first_heading_is_not_the_next_question() -> None:
    sections = (
        Section("", tuple(Sentence(n, text, 1) for n, text in enumerate(FILLER[:4], 1))),
        Section("Wer verliert?", tuple(Sentence(n, text, 2) for n, text in enumerate(FILLER[4:8], 5))),
        Section("Wer gewinnt?", tuple(Sentence(n, text, 3) for n, text in enumerate(FILLER[8:], 9))),
    )
    script = write_script(Article("Ein Titel", "de", "test", sections), Show())
    first = script.segments[1].turns[0].body
    assert first.endswith("Wer verliert?")
    assert "nächste" not in first


def test_who_says_i_is_named() -> None:
    """An author's "ich", read aloud, would seem to be the host's; an "ich" in a quotation is somebody's anyway."""
    told = article(["Ich war zwölf Tage im Norden.", "Dann zeigte man mir den Hafen.", *FILLER])
    assert "Wenn hier jemand „ich“ sagt, sind nicht wir gemeint" in spoken(told)
    assert "Wer hier „ich“ sagt, ist Paula Reinhardt." in spoken(replace(told, author="Paula Reinhardt"))
    quoted = ["„Ich war zwölf Tage im Norden“, sagte sie.", "„Ich habe nichts gesehen“, sagte er.", *FILLER]
    assert "„ich“ sagt" not in spoken(article(quoted))
