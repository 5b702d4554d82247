"""Minutes that are asked for are kept: by asking again, and by what the offline writer can shorten or add."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from podcast.article import Article
from podcast.pace import WordPace
from podcast.script import Turn, problems, write, written
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.llm import Written
from podcast.writing.llm.asking import Asker
from podcast.writing.llm.author import NEED_SHORT, Author
from podcast.writing.llm.choosing import Chooser
from podcast.writing.llm.outline import Part
from podcast.writing.llm.prompts import Prompts
from tests.writing.articles import seed
from tests.writing.llm.articles import GERMAN, Told, article, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, good, serving, text_of

LONG = "wahlleute.md"
"""A German article with headings, long enough for several minutes."""


def minutes_of(done: Written) -> float:
    return WordPace(130).script(done.script) / 60


def trimmed(asked: Asked, share: float) -> str:
    """The good model, which keeps to ``share`` of the words that it is asked for, whole sentences only."""
    if asked.shape != "turns":
        return good(asked)
    turns = json.loads(good(asked))["turns"]
    kept: list[object] = []
    words = 0
    for turn in turns:
        size = len(turn["text"].split())
        if len(kept) >= 2 and words + size > asked.words * share:
            continue
        kept.append(turn)
        words += size
    return text_of({"turns": kept})


def always(share: float) -> Callable[[Asked], Answer]:
    """A model that never says as much as it is asked for, or always more."""
    return lambda asked: trimmed(asked, share)


@pytest.mark.parametrize("minutes", [3.0, 5.0])
@pytest.mark.parametrize("share", [1.0, 0.6, 1.9, 99.0], ids=["obedient", "short", "long", "all of it"])
def test_the_length_is_kept_within_ten_percent(share: float, minutes: float, tmp_path: Path) -> None:
    article = seed(LONG)
    told = Told()
    with serving(always(share)) as server:
        done = by_model(
            article, show_for(server.base_url, rhythm=False), tmp_path, minutes=minutes, told=told
        )
    assert minutes_of(done) == pytest.approx(minutes, rel=0.1), told.notes
    assert problems(write(done.script), ("Alana", "Ben")) == []


def test_no_section_is_lost(tmp_path: Path) -> None:
    article = seed(LONG)
    with serving(always(1.0)) as server:
        done = by_model(article, show_for(server.base_url, rhythm=False), tmp_path, minutes=3)
    named = {n for turn in done.script.turns for n in turn.sentences}
    for section in article.sections:
        assert named & {sentence.number for sentence in section.sentences}, section.heading
    assert "left out sections" not in done.script.meta


def test_the_front_matter_says_what_was_left_out(tmp_path: Path) -> None:
    article = seed(LONG)
    with serving(always(1.0)) as server:
        done = by_model(article, show_for(server.base_url, rhythm=False), tmp_path, minutes=3.5)
    assert done.script.meta["minutes"] == "3.5"
    left: set[int] = set()
    for part in done.script.meta["left out"].split(", "):
        first, _, last = part.replace("s", "").partition("-")
        left |= set(range(int(first), int(last or first) + 1))
    named = {n for turn in done.script.turns for n in turn.sentences}
    assert left == {sentence.number for sentence in article.sentences} - named
    assert "---\n" in write(done.script)


def test_without_minutes_nothing_is_said_of_them(german: Article, tmp_path: Path) -> None:
    with serving(good) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers")
    assert set(done.script.meta) == {"title", "show", "language", "source", "writer"}


def test_a_part_that_is_off_is_asked_for_again_with_its_measure(tmp_path: Path) -> None:
    """It obeys the second time, and nothing else has to be done."""

    def model(asked: Asked) -> Answer:
        if asked.shape != "turns":
            return good(asked)
        obeys = "Eine frühere Antwort" in asked.prompt
        return trimmed(asked, 1.0 if obeys else 1.6)

    with serving(model) as server:
        done = by_model(seed(LONG), show_for(server.base_url, rhythm=False), tmp_path, minutes=4)
        again = [asked for asked in server.of("turns") if "Wörtern zu lang. Es sollen etwa" in asked.prompt]
    assert len(again) >= 2
    assert done.use.fallbacks == []
    assert minutes_of(done) == pytest.approx(4, rel=0.1)


def test_more_minutes_than_the_article_has_are_not_filled_with_air(german: Article, tmp_path: Path) -> None:
    told = Told()
    with serving(good) as server:
        done = by_model(german, show_for(server.base_url), tmp_path / "answers", minutes=9, told=told)
    assert len(told.notes) == 1
    assert "minutes, not 9: the article has no more to say" in told.notes[0]
    assert done.use.fallbacks == []


def test_a_turn_that_others_lean_on_is_not_cut(tmp_path: Path) -> None:
    """What is left of a conversation that was cut to its length has no answer without its question."""
    with serving(always(99.0)) as server:
        done = by_model(seed(LONG), show_for(server.base_url, rhythm=False), tmp_path, minutes=5)
    turns = [turn for segment in done.script.segments[1:-1] for turn in segment.turns]
    whole = {number: sentence.text for number, sentence in ((s.number, s) for s in seed(LONG).sentences)}
    for before, turn in itertools.pairwise(turns):
        if not before.sentences or not turn.sentences:
            continue
        leans = written(turn.body).startswith(("Er ", "Sie ", "Dies", "Doch "))
        if leans and isinstance(before, Turn):
            gap = set(range(before.sentences[-1] + 1, turn.sentences[0]))
            assert not gap, [whole[n] for n in sorted(gap)]


def test_a_choice_of_sentences_comes_near_any_number_of_words() -> None:
    """Weighing them by price alone leaps by half a dozen at once: 21, then 28 of 29."""
    article = seed(LONG)
    chooser = Chooser(article)
    for section in article.sections:
        sizes = [len(sentence.text.split()) for sentence in section.sentences]
        for words in range(max(sizes), sum(sizes), 10):
            chosen = chooser.best(section.sentences, words)
            numbers = [sentence.number for sentence in chosen]
            assert numbers == sorted(set(numbers))
            assert abs(sum(len(s.text.split()) for s in chosen) - words) <= max(sizes)


@pytest.mark.parametrize("minutes", [1.6, 2.0, 2.4])
def test_an_article_without_headings_is_cut_to_its_length_where_the_model_says_nothing(
    minutes: float, tmp_path: Path
) -> None:
    text = "\n".join(line for line in GERMAN.splitlines() if not line.startswith("##"))
    with serving(lambda asked: "" if asked.shape == "turns" else good(asked)) as server:
        done = by_model(
            article(tmp_path, text * 2), show_for(server.base_url), tmp_path / "a", minutes=minutes
        )
    assert minutes_of(done) == pytest.approx(minutes, rel=0.05)


def test_a_part_need_not_say_more_sentences_than_it_has_room_for(tmp_path: Path) -> None:
    """Of forty sentences a hundred words can say five or six; to ask for a fifth of them is to refuse every answer."""
    source = seed(LONG)
    author = Author(cast(Asker, None), Prompts(source, Show(), Wording()), source)
    numbers = tuple(sentence.number for sentence in source.sentences)
    size = sum(len(sentence.text.split()) for sentence in source.sentences)
    few = author.judge(Part("segment", "Teil", numbers, size // 10), whole=False)
    many = author.judge(Part("segment", "Teil", numbers, size), whole=False)
    assert few.need * len(numbers) <= len(numbers) / 10
    assert many.need == NEED_SHORT
    assert author.judge(Part("segment", "Teil", numbers, size // 10), whole=True).need > NEED_SHORT
