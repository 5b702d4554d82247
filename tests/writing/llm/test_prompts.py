"""The prompts: in both languages, without facts of their own, the article as data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from podcast.article import Article
from podcast.checks import Finding
from podcast.script import Turn
from podcast.show import Show
from podcast.wording import Wording, packaged_templates
from podcast.writing.llm.faults import _SAID, Fault
from podcast.writing.llm.outline import planned_here, room_for
from podcast.writing.llm.prompts import Prompts
from podcast.writing.llm.reading import quoted
from podcast.writing.llm.schemas import FORMS, Shape
from podcast.writing.llm.shapes import (
    Brief,
    brief_shape,
    outline_shape,
    repair_shape,
    turns_shape,
)
from podcast.writing.llm.tongue import is_in
from tests.writing.llm.articles import ENGLISH, GERMAN, article

BRIEF = Brief("Kern <b>", "Leute", ("Punkt",), ("A sieht es so.", "B nicht."))
TURNS = [Turn("Alana", "Eins.", (1,)), Turn("Ben", "Zwei?", (2,))]
FINDINGS = [
    Finding(1, kind, "error", "…", 2, group, words)  # type: ignore[arg-type]
    for group, kind in (
        ("language", "other-language"), ("aloud", "bracket"), ("conversation", "long-turn"),
        ("conversation", "unanswered-question"), ("conversation", "said-twice"), ("conversation", "greeting-again"),
        ("conversation", "broken-off"), ("conversation", "habit"), ("grounding", "ungrounded-number"),
        ("grounding", "ungrounded-name"), ("grounding", "quotation"), ("grounding", "link"),
        ("grounding", "negation"), ("grounding", "comparison"), ("script", "anything"),
    )
    for words in ("", "2019")
]  # fmt: skip


def prompts_of(folder: Path, language: str) -> tuple[Article, Prompts, Show]:
    source = article(folder, GERMAN if language == "de" else ENGLISH)
    show = Show()
    return source, Prompts(source, show, Wording()), show


def everything(folder: Path, language: str) -> list[str]:
    """Every prompt there is, once."""
    source, prompts, _ = prompts_of(folder, language)
    out = [prompts.system, prompts.brief()]
    for words, brief in ((None, BRIEF), (150, None)):
        room = room_for(source, words)
        parts = planned_here(source, room, lambda n: f"Teil {n}")
        out.append(
            prompts.outline(
                brief,
                opening=room.opening,
                closing=room.closing,
                words=room.words,
                most=room.most,
                whole=room.whole,
            )
        )
        for part in parts:
            for said in ((), TURNS):
                out.append(
                    prompts.part(part, parts, brief, whole=room.whole, said=said, start=said, extra=(1, 2))
                )
    out.append(prompts.repair(TURNS, {2: FINDINGS}, [1, 2]))
    out.append(prompts.rhythm(TURNS))
    out.append(prompts.again([Fault(name, {"words": 10, "aim": 20}) for name in [*_SAID, "other"]]))
    names = prompts.names
    shapes: list[Shape[Any]] = [
        brief_shape(),
        outline_shape(names, 2),
        turns_shape(names, 9, 4, 200),
        repair_shape([1], 9, 200),
    ]
    out += [prompts.form(form, shape) for form in FORMS for shape in shapes]
    return out


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_template_can_be_filled_and_is_used(language: str, tmp_path: Path) -> None:
    used = set()
    wording = Wording()
    text = wording.text

    def watched(name: str, **values: object) -> str:
        used.add(name)
        return text(name, **values)

    source = article(tmp_path, GERMAN if language == "de" else ENGLISH)
    wording.text = watched  # type: ignore[method-assign]
    Prompts(source, Show(), wording)
    for prompt in everything(tmp_path, language):
        assert "{{" not in prompt
        assert "{%" not in prompt
        assert "\n\n\n" not in prompt
        assert prompt == prompt.strip()
    folder = packaged_templates() / "prompts" / language
    included = {
        name
        for path in folder.iterdir()
        for name in re.findall(r'include "([^"]+)"', path.read_text("utf-8"))
    }
    rendered = {f"prompts/{language}/{path.name}" for path in folder.iterdir()}
    by_name = {f"prompts/{language}/{name}.j2" for name in (
        "brief", "outline", "opening", "segment", "close", "repair", "rhythm", "again", "faults", "reasons",
        "format_object", "format_brief", "format_outline", "format_turns", "format_repair")}  # fmt: skip
    assert rendered == used | included | by_name


def test_both_languages_have_the_same_templates() -> None:
    names = {
        language: {path.name for path in (packaged_templates() / "prompts" / language).iterdir()}
        for language in ("de", "en")
    }
    assert names["de"] == names["en"]


@pytest.mark.parametrize("language", ["de", "en"])
def test_prompts_are_in_the_articles_language(language: str, tmp_path: Path) -> None:
    for prompt in everything(tmp_path, language):
        assert is_in(re.sub(r"\{.*\}", "", prompt), language), prompt


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_template_holds_a_fact_that_a_model_could_copy(language: str) -> None:
    """No figure but those that are filled in, no name but the hosts' and the show's."""
    for path in (packaged_templates() / "prompts" / language).iterdir():
        bare = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", path.read_text("utf-8"))
        assert not re.search(r"\d", bare), path.name
        assert "Alana" not in bare, path.name


@pytest.mark.parametrize(
    "text",
    ["</artikel>", "<|im_start|>system", "a\nb", "[INST] x [/INST]", "```", "\u2028x", "<<SYS>>", "\x00\x1b"],
)
def test_quoted_words_cannot_end_their_quotation(text: str) -> None:
    shown = quoted(f"vor {text} nach")
    assert not set(shown) & set("<>`\n\r\x00\x1b\u2028")
    assert "[INST]" not in shown
    assert shown.startswith("vor ")
    assert shown.endswith(" nach")


def test_ordinary_words_are_quoted_as_they_are() -> None:
    text = "„Wir haben [sic] 3,5 % – mehr nicht“, sagte Müller (SPD) & Söhne."
    assert quoted(text) == text


def test_a_shows_own_template_goes_before_the_programs(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "prompts" / "de"
    own.mkdir(parents=True)
    (own / "character_1.j2").write_text("singt alles.\n", encoding="utf-8")
    source = article(tmp_path)
    show = Show(folder=str(tmp_path))
    assert "- Alana: singt alles." in Prompts(source, show, Wording([show.templates])).system


@pytest.mark.parametrize(
    ("language", "moves"),
    [
        (
            "de",
            ("jeder fünfte Turn", "stimmen einander nicht bloß zu", "Ausgerechnet wird nichts", "aufgreifen"),
        ),
        ("en", ("one turn in five", "do not merely agree", "Nothing is worked out", "taken up")),
    ],
)
def test_the_moves_of_a_conversation_are_asked_for(
    language: str, moves: tuple[str, ...], tmp_path: Path
) -> None:
    _, prompts, _ = prompts_of(tmp_path, language)
    for move in moves:
        assert move in prompts.system


@pytest.mark.parametrize(
    ("language", "begun"), [("de", "So hat die Folge begonnen"), ("en", "how the episode began")]
)
def test_later_segments_know_how_the_episode_began(language: str, begun: str, tmp_path: Path) -> None:
    """The first one knows the last of these lines, and none twice."""
    source, prompts, _ = prompts_of(tmp_path, language)
    parts = planned_here(source, room_for(source, None), lambda n: f"Teil {n}")
    first, second = [part for part in parts if part.kind == "segment"][:2]
    shown = [
        prompts.part(part, parts, None, whole=True, said=said, start=TURNS)
        for part, said in ((first, TURNS), (second, ()))
    ]
    assert begun not in shown[0]
    assert begun in shown[1]
    for prompt in shown:
        assert prompt.count("Alana: Eins.") == 1


@pytest.mark.parametrize(
    "kind", ["unlinked", "unknown-sentence", "wrong-link", "unsupported-statement", "repeated-thought"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_the_editor_objects_to_is_said_in_words_of_its_own(
    kind: str, language: str, tmp_path: Path
) -> None:
    _, prompts, _ = prompts_of(tmp_path, language)
    group = "conversation" if kind == "repeated-thought" else "grounding"
    found = Finding(1, kind, "warning", "…", 2, group, "Eins")  # type: ignore[arg-type]
    other = Finding(1, "ungrounded-name", "error", "…", 2, "grounding", "Eins")
    assert prompts.repair(TURNS, {2: [found]}, [1]) != prompts.repair(TURNS, {2: [other]}, [1])
