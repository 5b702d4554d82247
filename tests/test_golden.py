"""The offline writer's scripts against the golden ones, and what a listener would notice in these."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from podcast import script as scripts
from podcast.checks import look
from podcast.grammar import words_of
from podcast.pace import WordPace
from podcast.script import Script, Turn
from podcast.show import Show
from podcast.wording import packaged_templates
from podcast.writing.speaker_first import speaker_first
from tests.golden import GOLDEN, HERE, HOSTS, article, made, path

LEAST_QUESTIONS = 1 / 6
SHOWN_LINES = 60
"""Of a difference: enough to see what it is."""

QUOTE = re.compile(r"[„“\"]([^„“”\"]{40,})[“”\"](?P<behind>[^.!?]*)")
SAYS_SO = re.compile(
    r"zitat|zitiere|wörtlich|wortlaut|quote|word for word|in these words|titel|title|named after|name",
    re.IGNORECASE,
)


@cache
def golden(name: str) -> Script:
    return scripts.parse(path(name).read_text(encoding="utf-8"), list(HOSTS))


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def own_words(name: str, turn: Turn) -> list[str]:
    """What of a turn is the hosts' own: the words before, between and behind those of its sentences."""
    said = tokens(scripts.written(turn.body))
    texts = {sentence.number: sentence.text for sentence in article(name).sentences}
    given = tokens(" ".join(texts[number] for number in turn.sentences))
    if not given:
        return [scripts.written(turn.body)]
    ends = [0]
    for block in difflib.SequenceMatcher(None, said, given, autojunk=False).get_matching_blocks():
        ends += [block.a, block.a + block.size]
    ends.append(len(said))
    return [" ".join(said[a:b]) for a, b in zip(ends[::2], ends[1::2], strict=True) if a < b]


@pytest.mark.parametrize("name", GOLDEN)
def test_the_writer_still_says_what_it_said(name: str) -> None:
    """A change of the writer shows here as a difference that somebody has to read."""
    old, new = path(name).read_text(encoding="utf-8"), made(name)
    if old == new:
        return
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "golden", "now", lineterm="", n=1))
    rest = f"\n… and {len(lines) - SHOWN_LINES} lines more" if len(lines) > SHOWN_LINES else ""
    pytest.fail(
        f"tests/golden/{name}.md differs from what the writer says now. Read the difference aloud; if it is better, "
        "remake all of them with: python -m tests.golden\n\n" + "\n".join(lines[:SHOWN_LINES]) + rest,
        pytrace=False,
    )


def test_every_golden_script_has_an_article() -> None:
    assert {file.stem for file in HERE.glob("*.md")} == set(GOLDEN)


@pytest.mark.parametrize("name", GOLDEN)
def test_every_sentence_is_said_whole(name: str) -> None:
    """All words of a sentence are said, in their order, by the turns that name it; a dateline and a title aside.

    Where somebody is quoted, they are named first.
    """
    script = golden(name)
    for sentence in speaker_first(article(name)).sentences:
        turns = [turn for turn in script.turns if sentence.number in turn.sentences]
        assert turns, sentence
        words = tokens(sentence.text)
        if sentence.number == 1 and name.startswith("news"):
            words = words[words.index("der" if name == "news-de" else "a") :]
        spoken = iter(tokens(" ".join(scripts.written(turn.body) for turn in turns)))
        assert all(word in spoken for word in words), sentence


@pytest.mark.parametrize("name", GOLDEN)
def test_both_hosts_are_heard_in_every_part(name: str) -> None:
    for segment in golden(name).segments:
        if len(segment.turns) >= 4:
            assert {turn.host for turn in segment.turns} == set(HOSTS), segment.heading


@pytest.mark.parametrize("name", GOLDEN)
def test_one_turn_in_six_asks(name: str) -> None:
    turns = list(golden(name).turns)
    assert sum("?" in turn.body for turn in turns) >= LEAST_QUESTIONS * len(turns)


@pytest.mark.parametrize("name", GOLDEN)
def test_nothing_of_the_hosts_own_is_said_twice(name: str) -> None:
    said = Counter(line for turn in golden(name).turns for line in own_words(name, turn))
    assert [line for line, count in said.items() if count > 1] == []


@pytest.mark.parametrize("name", GOLDEN)
def test_no_three_questions_of_one_pattern_in_a_row(name: str) -> None:
    """Of the hosts' own questions no three that follow each other begin alike."""
    asked = [
        tokens(turn.body)[0] for turn in golden(name).turns if not turn.sentences and turn.body.endswith("?")
    ]
    assert not any(len(set(three)) == 1 for three in zip(asked, asked[1:], asked[2:], strict=False))


def spoken_turns(name: str) -> Iterator[tuple[str, str]]:
    """Each turn that says something of the article, after the one before it that does."""
    texts = [
        scripts.written(turn.body)
        for segment in golden(name).segments
        for turn in segment.turns
        if turn.sentences or not turn.body.endswith("?")
    ]
    yield from pairwise(texts)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_pronoun_has_its_noun_in_the_ear(name: str) -> None:
    """A turn that begins with "er" or "she" follows a turn with a name or a noun that it can mean."""
    language = "de" if name.endswith("-de") else "en"
    for before, text in spoken_turns(name):
        if tokens(text)[0] in {"er", "sie", "ihm", "ihn", "he", "she", "they"}:
            kinds = {word.kind for word in words_of(before, language)}
            assert kinds & {"name", "noun"}, (before, text)


@pytest.mark.parametrize("name", GOLDEN)
def test_a_long_quotation_is_announced_before_it_is_read(name: str) -> None:
    """Who only listens knows that somebody else's words come: from words before them in the turn, or soon behind."""
    previous = ""
    for turn in golden(name).turns:
        text = scripts.written(turn.body)
        for found in QUOTE.finditer(text):
            ahead = text[: found.start()].rstrip()
            announced = SAYS_SO.search(ahead) or ahead.endswith((":", ",")) or previous.endswith(":")
            carried = re.search(r"[“”\"]", ahead)
            soon = found["behind"].strip(" ,") and len(found[1].split()) <= 9
            assert announced or carried or soon or ahead[-1:].isalpha(), text
        previous = text


@pytest.mark.parametrize("name", GOLDEN)
def test_the_title_is_not_said_twice_at_once(name: str) -> None:
    """Neither is a title repeated that the first sentence says, nor one that a heading says right behind it."""
    turns = [tokens(scripts.written(turn.body)) for turn in golden(name).turns]
    title = tokens(str(golden(name).meta["title"]))
    saying = [
        n
        for n, turn in enumerate(turns)
        if " ".join(title) and f" {' '.join(title)} " in f" {' '.join(turn)} "
    ]
    assert not any(b - a < 4 for a, b in pairwise(saying)), saying


@pytest.mark.parametrize("name", GOLDEN)
def test_the_editor_has_nothing_to_object(name: str) -> None:
    """``podcast check`` finds neither an error nor a warning."""
    source = article(name)
    pace = WordPace(125 if source.language == "de" else 148)
    report = look(golden(name), Show(), source, pace=pace)
    assert [finding for finding in report.findings if finding.severity != "note"] == []


def test_every_wording_that_asks_ends_with_its_question_mark() -> None:
    """A question without its mark would be spoken as a statement."""
    for file in sorted(packaged_templates().glob("dialogue/*/ask_*.j2")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("{%", "{#")) and line != "{{ question }}":
                assert line.endswith("?"), (file, line)
