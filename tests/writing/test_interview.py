"""An interview: one host asks, the other reads the answers, and it is clear whose answers these are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest

from podcast.article import Article
from podcast.show import Show
from podcast.writing import write_script
from podcast.writing.interview import interview_of
from tests.writing.articles import article, seed

ANSWER = "Das Haus steht seit hundert Jahren am Hafen, und niemand will es haben."
ASKED = [
    "Frau Doktor Berger, wem gehört das Haus?",
    "Wer wohnt darin?",
    "Was kostet es?",
    "Wird es verkauft?",
    "Was nun?",
]


def talk(question: str = "", answer: str = "") -> Article:
    """Five questions with their answers, each with a label."""
    paragraphs = [["Anna Berger kennt jedes Haus am Hafen."]]
    for n, asked in enumerate(ASKED):
        paragraphs += [
            [question + asked],
            [answer + ANSWER.replace("hundert", f"{n + 2}00"), f"Ich war {n + 3} Mal dort."],
        ]
    return article(*paragraphs)


def test_short_paragraphs_that_ask_make_an_interview_and_its_guest_has_a_name() -> None:
    found = interview_of(talk())
    assert found is not None
    assert [one.asked[0].text for one in found.exchanges] == ASKED
    assert (found.name, found.surname) == ("Anna Berger", "Berger")
    assert len(found.intro) == 1


def test_names_before_the_lines_tell_who_asks_and_are_not_said() -> None:
    source = talk("Die Warte: ", "Berger: ")
    found = interview_of(source)
    assert found is not None
    assert found.surname == "Berger"
    script = write_script(source, Show())
    spoken = " ".join(turn.body for turn in script.turns)
    assert "Die Warte" not in spoken
    assert ": Das Haus" in spoken or " Das Haus" in spoken
    assert {n for turn in script.turns for n in turn.sentences} == {s.number for s in source.sentences}


@pytest.mark.parametrize(
    "name", ["filibuster.txt", "zeitzonen.txt", "swing-states.html", "marshall-plan.txt"]
)
def test_an_article_that_asks_is_no_interview(name: str) -> None:
    assert interview_of(seed(name)) is None


@pytest.mark.parametrize("name", ["interview-format.txt", "interview-census.txt"])
def test_one_host_asks_and_the_other_answers_until_they_change_roles(name: str) -> None:
    """In each part all questions of the article are asked by one host and all answers read by the other."""
    source = seed(name)
    found = interview_of(source)
    assert found is not None
    asked = {sentence.number for one in found.exchanges for sentence in one.asked}
    answered = {sentence.number for one in found.exchanges for sentence in one.answered}
    parts = write_script(source, Show()).segments
    roles: list[str] = []
    for segment in parts[:-1]:
        asking = {turn.host for turn in segment.turns if set(turn.sentences) & asked}
        answering = {turn.host for turn in segment.turns if set(turn.sentences) & answered}
        assert len(asking) == len(answering) == 1
        assert asking != answering
        roles += asking
    assert all(a != b for a, b in pairwise(roles))
    said = Counter({turn.host: 0 for segment in parts for turn in segment.turns})
    for segment in parts:
        for turn in segment.turns:
            said[turn.host] += len(turn.body.split())
    assert min(said.values()) >= 0.35 * said.total()


@pytest.mark.parametrize("name", ["interview-format.txt", "interview-census.txt"])
def test_who_says_i_is_named_before(name: str) -> None:
    """An answer that says "ich" is given with the guest's name, in its turn or when the roles were assigned."""
    source = seed(name)
    found = interview_of(source)
    assert found is not None
    answered = {sentence.number for one in found.exchanges for sentence in one.answered}
    turns = list(write_script(source, Show()).turns)
    for n, turn in enumerate(turns):
        if set(turn.sentences) & answered and re.search(r"\b(?:ich|mein|I|my)\b", turn.body):
            assert any(found.surname in other.body for other in turns[max(0, n - 4) : n + 1]), turn.body


def test_what_the_interviewer_only_says_is_no_answer() -> None:
    paragraphs = [["Anna Berger kennt jedes Haus am Hafen."]]
    for asked in ASKED:
        paragraphs += [[asked], [ANSWER]]
    paragraphs[7:7] = [["Und niemand will es haben."], ["Oft will es einer, aber er hat kein Geld."]]
    found = interview_of(article(*paragraphs))
    assert found is not None
    asked_first = [one.asked[0].text for one in found.exchanges]
    assert asked_first == [*ASKED[:3], "Und niemand will es haben.", *ASKED[3:]]


def test_a_long_answer_is_asked_on() -> None:
    """Nobody reads more than a turn's length at once: the host who asks, asks for more."""
    long = [
        f"Das Haus Nummer {n} steht seit vielen Jahren am Hafen, und niemand hat es je haben wollen."
        for n in range(2, 9)
    ]
    paragraphs = [["Anna Berger kennt jedes Haus am Hafen."]]
    for asked in ASKED:
        paragraphs += [[asked], long if asked == ASKED[1] else [ANSWER]]
    turns = list(write_script(article(*paragraphs), Show()).turns)
    assert max(len(turn.body.split()) for turn in turns) <= 75
    assert any("Berger" in turn.body and turn.body.endswith("?") and not turn.sentences for turn in turns)
