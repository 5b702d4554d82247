"""Cutting paragraphs into sentences."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.ingest.sentences import split_sentences
from tests.ingest.sentence_cases import ENGLISH, GERMAN

CASES = [("de", case) for case in GERMAN] + [("en", case) for case in ENGLISH]


@pytest.mark.parametrize(
    ("language", "sentences"), CASES, ids=[f"{code}: {' '.join(c)}" for code, c in CASES]
)
def test_a_paragraph_comes_apart_where_a_reader_would_stop(language: str, sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences), language) == sentences


def test_there_are_enough_cases_to_mean_something() -> None:
    assert len(GERMAN) >= 100
    assert len(ENGLISH) >= 60


@pytest.mark.parametrize("language", ["de", "en"])
def test_cases_read_in_one_go_come_apart_in_the_same_places(language: str) -> None:
    """Neighbours do not change where a sentence ends (those that end in a bare abbreviation aside)."""
    cases = GERMAN if language == "de" else ENGLISH
    wrong = []
    for first, second in itertools.pairwise(cases):
        if not re.search(r"\w\w[.!?]$", first[-1]) or not re.match(r"[A-ZÄÖÜ]\w", second[0]):
            continue
        if split_sentences(" ".join(first + second), language) != first + second:
            wrong.append(first + second)
    assert not wrong


@given(st.text(alphabet=st.sampled_from('abcÄöß ABZ.,!?…:;„“”"«»‚‘’()[]–-0123\n z.B.'), max_size=300))
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_and_nothing_added(text: str) -> None:
    for language in ("de", "en"):
        sentences = split_sentences(text, language)
        assert "".join("".join(sentences).split()) == "".join(text.split())
        assert all(sentence == " ".join(sentence.split()) and sentence for sentence in sentences)


@given(st.lists(st.sampled_from([s for case in GERMAN for s in case]), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_cut_never_falls_inside_a_word(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert " ".join(split_sentences(text, "de")) == text


@pytest.mark.parametrize(
    "text", ["z. B. " * 600, '"' * 500 + " x. " * 500, "A. " * 1000, "„" * 5000, "." * 5000]
)
def test_texts_made_to_be_slow_are_not(text: str) -> None:
    """choppa alone takes minutes for these."""
    start = time.perf_counter()
    split_sentences(text, "de")
    assert time.perf_counter() - start < 20
