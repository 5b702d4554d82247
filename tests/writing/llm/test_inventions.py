"""With the editor that the program has: no invented figure, name or quotation of the model's goes on air."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from podcast.article import Article
from podcast.checks import look
from podcast.pace import WordPace
from podcast.script import Script, written
from tests.writing.llm.articles import ENGLISH, article, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.scripted import Answer, Asked, good, serving, text_of

INVENTIONS = {
    "de": {
        "figure": "Allein die Planung kostet 48 Millionen Euro.",
        "name": "Das sagt auch der Bauunternehmer Torsten Wiebelitz.",
        "quotation": "Der Prüfer nannte das „ein Verbrechen an unseren Kindern und Enkeln“.",
    },
    "en": {
        "figure": "The planning alone costs 48 million dollars.",
        "name": "The builder Travis Wiebelitz says so, too.",
        "quotation": "The inspector called it “a crime against our children and grandchildren”.",
    },
}
WORDS = {"figure": "48", "name": "Wiebelitz", "quotation": "children"}


def texts(script: Script) -> str:
    return " ".join(written(turn.body) for turn in script.turns)


def inventing(sentence: str, *, stubborn: bool) -> Callable[[Asked], Answer]:
    """A model that adds a sentence to the third turn of every segment, and again when it is to mend it."""

    def model(asked: Asked) -> Answer:
        if asked.shape == "repair":
            wrong = dict.fromkeys(re.findall(r"(?m)^- Turn (\d+) \(", asked.prompt))
            if stubborn and wrong:
                first = asked.sentences[0]
                return text_of(
                    {"turns": [
                        {"number": int(n), "text": f"{first[1]} {sentence}", "sentences": [first[0]]} for n in wrong
                    ]}
                )  # fmt: skip
            return good(asked)
        if asked.shape != "turns":
            return good(asked)
        turns = json.loads(good(asked))["turns"]
        turns[-1]["text"] += " " + sentence
        return text_of({"turns": turns})

    return model


@pytest.mark.parametrize("stubborn", [False, True], ids=["mended", "stubborn"])
@pytest.mark.parametrize("kind", ["figure", "name", "quotation"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_the_article_does_not_say_is_not_said(
    language: str, kind: str, stubborn: bool, tmp_path: Path
) -> None:
    """Mended by a repair or, where the model insists, by the offline writer, which then is named."""
    source: Article = article(tmp_path, ENGLISH) if language == "en" else article(tmp_path)
    with serving(inventing(INVENTIONS[language][kind], stubborn=stubborn)) as server:
        show = show_for(server.base_url, rhythm=False)
        done = by_model(source, show, tmp_path / "answers")
        assert server.of("repair")
    said = texts(done.script)
    assert WORDS[kind] not in said
    assert "Kindern" not in said
    report = look(done.script, show, source, pace=WordPace(130))
    assert [f.text for f in report.findings if f.group == "grounding" and f.severity == "error"] == []
    assert bool(done.use.fallbacks) == stubborn


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_brief_passes_no_inventions_on(language: str, tmp_path: Path) -> None:
    source = article(tmp_path, ENGLISH) if language == "en" else article(tmp_path)
    figure = INVENTIONS[language]["figure"]

    def model(asked: Asked) -> Answer:
        if asked.shape == "brief":
            value = json.loads(good(asked))
            return text_of({**value, "points": [figure], "disputed": [figure]})
        if asked.shape == "outline":
            return good(asked).replace("Was folgt daraus?", figure)
        return good(asked)

    with serving(model) as server:
        by_model(source, show_for(server.base_url, rhythm=False), tmp_path / "answers")
        for asked in server.of("turns"):
            assert figure not in asked.prompt
