"""An episode of a given length: how long it is, what stays, what hangs together, what the front matter says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast import pipeline
from podcast import script as scripts
from podcast.article import Article, Section, Sentence
from podcast.pace import WordPace
from podcast.pacing import Pacing
from podcast.script import Script
from podcast.show import Show
from podcast.tools import ffmpeg
from podcast.wording import Wording
from podcast.writing import write_script
from podcast.writing.parts import in_parts
from podcast.writing.stock import Stock
from podcast.writing.ties import ties_of
from tests.writing.articles import SEEDS, article, seed

SHOW = Show()
BY_ESTIMATE = 0.04
IN_THE_MP3 = 0.10


def written(name: str, minutes: float) -> tuple[Article, Script, float]:
    """A seed, its script of that length, and how many minutes that is by estimate."""
    source = seed(name)
    pace = Pacing(SHOW, source.language)
    script = write_script(source, SHOW, minutes=minutes, pace=pace)
    return source, script, pace.script(script) / 60


def said(script: Script) -> set[int]:
    """The numbers of the sentences that somebody says."""
    return {number for turn in script.turns for number in turn.sentences}


def numbers(ranges: str) -> list[int]:
    """``s1-s3, s7`` as numbers."""
    found: list[int] = []
    for part in ranges.split(", ") if ranges else []:
        first, _, last = part.partition("-")
        found += range(int(first[1:]), int((last or first)[1:]) + 1)
    return found


LENGTHS = [
    ("filibuster.txt", 3), ("filibuster.txt", 5), ("filibuster.txt", 8), ("filibuster.txt", 12),
    ("marshall-plan.txt", 3), ("marshall-plan.txt", 6.5), ("interview-census.txt", 4), ("nasa-budget.md", 3),
    ("zeitzonen.txt", 3), ("swing-states.html", 4), ("supreme-court.txt", 3), ("mondspiegel.md", 5),
]  # fmt: skip


@pytest.mark.parametrize(("name", "minutes"), LENGTHS)
def test_a_script_has_the_minutes_and_nothing_that_hangs_together_is_torn(name: str, minutes: float) -> None:
    """Within 4 % by estimate; every sentence stands with what it leans on, and every question with its answer."""
    source, script, found = written(name, minutes)
    assert found == pytest.approx(minutes, rel=BY_ESTIMATE)
    kept, ties = said(script), ties_of(source)
    parts = in_parts(source, Stock(Wording([]), source.language, ""))
    firsts = {section.sentences[0].number for section in parts.sections}
    for place, sentence in enumerate(source.sentences):
        if sentence.number in kept:
            if ties.back[place] and sentence.number not in firsts:
                assert sentence.number - 1 in kept, sentence
            if ties.on[place] and sentence.number + 1 not in firsts:
                assert sentence.number + 1 in kept, sentence


@pytest.mark.parametrize(
    "name", ["filibuster.txt", "marshall-plan.txt", "wahlleute.md", "frances-kelsey.txt"]
)
def test_from_three_minutes_on_no_section_is_lost(name: str) -> None:
    """A section keeps at least a run of sentences; the script begins where the article does."""
    source, script, _ = written(name, 3)
    kept = said(script)
    assert "left out sections" not in script.meta
    assert 1 in kept
    for section in source.sections:
        words = sum(len(s.text.split()) for s in section.sentences if s.number in kept)
        assert words >= 12, section.heading


def test_where_there_is_no_room_whole_sections_go_and_are_named() -> None:
    source, script, found = written("filibuster.txt", 1.5)
    assert found == pytest.approx(1.5, rel=IN_THE_MP3)
    lost = script.meta["left out sections"].split("; ")
    headings = [section.heading for section in source.sections]
    assert lost
    assert headings[-1] not in lost
    assert [heading for heading in headings if heading in lost] == lost
    assert not set(lost) & {segment.heading for segment in script.segments}


def test_the_front_matter_says_what_was_left_out() -> None:
    source, script, _ = written("frances-kelsey.txt", 4)
    assert script.meta["minutes"] == "4"
    lost = numbers(script.meta["left out"])
    assert lost == [s.number for s in source.sentences if s.number not in said(script)]
    text = scripts.write(script)
    assert re.search(r"^left out: s\d+(-s\d+)?(, s\d+(-s\d+)?)*$", text, re.M)
    assert scripts.parse(text, ["Alana", "Ben"]) == script


def test_an_article_that_has_no_more_is_said_as_a_whole() -> None:
    """Then the script is the one that is written without a length, and only says the minutes asked for."""
    source, script, found = written("supreme-court.txt", 20)
    assert found < 8
    assert script.segments == write_script(source, SHOW).segments
    assert script.meta["minutes"] == "20"
    assert not [key for key in script.meta if key.startswith("left out")]


def test_a_heading_with_a_semicolon_or_a_quotation_mark_comes_back() -> None:
    """Headings are data: whatever stands in them, the front matter stays what it was."""
    number = iter(range(1, 1000))
    sections = tuple(
        Section(f'Teil {n}: "so"; und # anders', tuple(
            Sentence(next(number), f"Im Kreis {n} tagte der Rat Nummer {m} ohne Ergebnis bis tief in die Nacht.", n)
            for m in range(12)
        ))
        for n in range(1, 9)
    )  # fmt: skip
    script = write_script(Article("Titel", "de", "x", sections), SHOW, minutes=1, pace=WordPace(125))
    assert script.meta["left out sections"].count("Teil") >= 2
    assert scripts.parse(scripts.write(script), ["Alana", "Ben"]) == script


TIED = [
    ("de", "Thomas Jefferson hatte das Vorhaben verspottet.", "Er nannte es Wahnsinn."),
    ("de", "Warum gelang es trotzdem?", "Die Bauern hatten einen Vertrag."),
    ("de", "Die Bahn war schneller.", "Im Sommer hingegen durfte sie keine Fracht befördern."),
    ("de", "Der Senat tagte bis in die Nacht.", "Rund zwei Stunden später nahm der Senat es an."),
    ("de", "Ein Richter verurteilte 1700 Männer.", "Viele von ihnen sagten vor Gericht nichts."),
    ("de", "Auf den Simsen standen Menschen.", "Die Leitern der Feuerwehr reichten nicht bis zu ihnen hinauf."),
    ("de", "Der Bund habe kein Recht dazu.", "Die Verfassung gebe es nicht her, schrieb er."),
    ("de", "Der Erfolg war groß.", "Der Erfolg des einen hatte die anderen verführt."),
    ("de", "Unruhig war schon 1824.", "Gefährlicher war 1876."),
    ("de", "Der alte Zettel war bunt.", "Großbritannien übernahm es 1872."),
    ("en", "A agency in Bangor did something new.", "Its director was a former priest."),
    ("en", "The program was small.", "In 2021 it gave out eight billion dollars."),
    ("en", "Reagan proposed to halve it.", "Congress chose the opposite."),
    ("en", "Heat kills as surely as cold, they said.", "They were right."),
    ("en", "Economists compared the two.", "Two years later Congress paid for it."),
]  # fmt: skip
FREE = [
    ("de", "Der Kanal war tief.", "New York hatte zuerst in Washington um Hilfe gebeten."),
    ("de", "Der Kanal war tief.", "Die Zölle brachten mehr ein, als der Bau gekostet hatte."),
    ("de", "Der Kanal war tief.", "Wer oben steht, bekommt mehr Stimmen, nur weil er oben steht."),
    ("de", "Der Kanal war tief.", "Der Kanal gilt als Beweis dafür, dass der Staat große Dinge bauen kann."),
    ("en", "The canal was deep.", "Cold states have many senators."),
    ("en", "The canal was deep.", "Arab producers cut their shipments to the United States."),
    ("en", "The canal was deep.", "A sealed house stays sealed, whoever owns the furnace."),
]


@pytest.mark.parametrize(("language", "first", "second"), TIED)
def test_what_leans_on_the_sentence_before_is_tied_to_it(language: str, first: str, second: str) -> None:
    assert ties_of(article([first, second], language=language)).back[1]


@pytest.mark.parametrize(("language", "first", "second"), FREE)
def test_what_is_understood_alone_is_free(language: str, first: str, second: str) -> None:
    ties = ties_of(article([first, second], language=language))
    assert not ties.back[1]
    assert not ties.on[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Viele dachten, der Kanal sei am Ende.", "Sie irrten sich."),
        ("Dafür gab es zwei Gründe.", "Die Bauern hatten Verträge."),
        ("Der Rest sagte nur:", "Die Stadt zahlt."),
        ("Von 13 Sitzen hatten sie acht erwartet.", "Von diesen gewannen sie trotzdem nur vier."),
        ("Bis dahin lief der Handel nach Süden.", "Nun zeigte er nach Osten."),
        ("Wer bezahlt?", "Der Staat zahlte allein."),
    ],
)
def test_what_would_be_false_alone_calls_for_the_next_sentence(first: str, second: str) -> None:
    """An error without its correction, a question without its answer, a promise without what was promised."""
    assert ties_of(article([first, second])).on[0]


def test_a_list_and_a_long_quotation_stay_whole() -> None:
    ties = ties_of(
        article(
            [
                "Zum einen war die Hürde hoch.", "Sechzig Stimmen brauchte man dafür.",
                "Zum anderen fehlte der Wille.", "Der Senat vertagte sich.", "„Niemand wollte das.",
                "Alle haben es gewusst“, sagte Anna Beck.",
            ]
        )
    )  # fmt: skip
    assert ties.on[:2] == (True, True)
    assert ties.back[1:3] == (True, True)
    assert ties.on[4]
    assert ties.back[5]


def test_who_is_named_by_surname_was_introduced() -> None:
    """A surname needs the sentence with the full name, a day without a year the one with the year."""
    ties = ties_of(
        article(
            [
                "Gouverneur David Hill legte 1889 sein Veto ein.", "Die Stadt wartete auf ein Gesetz.",
                "Im März gab Hill nach.",
            ]
        )
    )  # fmt: skip
    assert ties.met == ((), (), (0,))


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.lists(st.integers(3, 30), min_size=1, max_size=7), min_size=1, max_size=9),
    st.sampled_from([1.0, 2.0, 3.0]),
)
def test_any_article_and_any_length_give_a_script(sizes: list[list[int]], minutes: float) -> None:
    """Nothing is said twice over, nothing new appears, and the article's beginning is kept."""
    texts = [[" ".join(["Rat", "tagt", *(["oft"] * size)]) + "." for size in part] for part in sizes]
    source = article(*texts)
    script = write_script(source, SHOW, minutes=minutes, pace=WordPace(125))
    kept = said(script)
    assert kept
    assert kept <= {sentence.number for sentence in source.sentences}
    assert min(kept) == 1
    assert scripts.parse(scripts.write(script), ["Alana", "Ben"]) == script


class _Nobody:
    def progress(self, stage: str, done: int, total: int) -> None:
        pass

    def note(self, line: str) -> None:
        pass


def test_a_finished_mp3_has_the_minutes(tmp_path: Path) -> None:
    """Counted in what a decoder makes of it; the show's own minutes count where none are asked for."""
    show = Show(minutes=3)
    made = pipeline.make(str(SEEDS / "supreme-court.txt"), show=show, output=tmp_path, watcher=_Nobody())
    command = [
        ffmpeg(),
        "-v",
        "error",
        "-i",
        str(made.mp3),
        "-f",
        "s16le",
        "-ac",
        "1",
        "-ar",
        "8000",
        "pipe:1",
    ]
    samples = len(subprocess.run(command, check=True, capture_output=True).stdout) / 2
    assert samples / 8000 / 60 == pytest.approx(3, rel=IN_THE_MP3)
