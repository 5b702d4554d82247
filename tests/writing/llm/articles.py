"""Articles and shows for the language-model writer's tests."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import msgspec

from podcast.article import Article
from podcast.ingest import read_article
from podcast.pace import WordPace
from podcast.show import Model, Show
from podcast.writing.llm import Written, write

__all__ = ["GERMAN", "Told", "article", "show_for", "written"]

GERMAN = """\
# Der Streit um die Rheinbrücke

Seit März ist die Rheinbrücke bei Kestenfeld für Lastwagen gesperrt. Ein Prüfer hatte Risse in 14 von 60 Trägern \
gefunden. Wer von Kestenfeld nach Ohmbach will, fährt jetzt 38 Kilometer Umweg. Warum hat das niemand kommen sehen?

Die Brücke stammt aus dem Jahr 1967. Damals rechneten die Ingenieure mit 9000 Fahrzeugen am Tag. Heute sind es 41.000. \
Doch die Stadt hat die Brücke zwölf Jahre lang nicht geprüft.

## Was eine neue Brücke kostet

Das Land schätzt die Kosten auf 220 Millionen Euro. Der Bund will davon die Hälfte bezahlen. Den Rest müssen Stadt und \
Land unter sich aufteilen. Die Stadtkämmerin Ruth Adler hält das für unmöglich. „Wir haben dieses Geld nicht“, sagt sie.

Allerdings würde auch das Warten teuer. Jeder Monat Sperrung kostet die Betriebe rund drei Millionen Euro. Deshalb hat \
die Handelskammer eine Fähre vorgeschlagen. Sie könnte 300 Lastwagen am Tag übersetzen.

## Wer entscheidet

Im Oktober stimmt der Landtag über den Plan ab. Die Opposition verlangt vorher ein zweites Gutachten. Das würde den \
Bau um ein Jahr verzögern. Die Verkehrsministerin Jana Voss lehnt es ab. Am Ende hängt alles an vier Abgeordneten aus \
dem Süden. Sie haben sich noch nicht festgelegt.
"""

ENGLISH = """\
# The bridge nobody checked

Since March, trucks have been banned from the river bridge at Kestenfield. An inspector had found cracks in 14 of its \
60 girders. Drivers now take a detour of 38 kilometers. Why did nobody see it coming?

The bridge dates from 1967. Its engineers reckoned with 9,000 vehicles a day. Today there are 41,000. But the city had \
not inspected the bridge for twelve years.

## What a new bridge costs

The state puts the cost at 220 million dollars. The federal government wants to pay half of it. City and state have to \
share the rest. The city treasurer, Ruth Adler, calls that impossible. "We do not have this money," she says.

But waiting would be expensive, too. Every month of the ban costs local companies about three million dollars. That is \
why the chamber of commerce has proposed a ferry. It could carry 300 trucks a day.

## Who decides

In October the state parliament votes on the plan. The opposition demands a second report first. That would delay the \
work by a year. The transport secretary, Jana Voss, rejects it. In the end everything depends on four members from the \
south. They have not made up their minds.
"""


def article(folder: Path, text: str = GERMAN) -> Article:
    """The text as the reader of articles gives it."""
    path = folder / "artikel.md"
    path.write_text(text, encoding="utf-8")
    return dataclasses.replace(read_article(str(path)), source="artikel.md")


def show_for(base_url: str, **model: Any) -> Show:
    """The show of the house with a model on that server."""
    return Show(model=Model(**{"name": "test-model", "base_url": base_url, "timeout_s": 10.0, **model}))


@dataclasses.dataclass
class Told:
    """What was reported while a script was written."""

    notes: list[str] = dataclasses.field(default_factory=list)
    steps: list[tuple[str, int, int]] = dataclasses.field(default_factory=list)


def written(
    article: Article, show: Show, answers: Path, *, minutes: float | None = None, told: Told | None = None
) -> Written:
    """The script of an article by the model of a show."""
    told = told or Told()
    return write(
        article,
        show,
        minutes=minutes,
        pace=WordPace(130),
        answers=answers,
        report=lambda *step: told.steps.append(step),
        note=told.notes.append,
    )


def same(one: Written, other: Written) -> bool:
    """Whether two runs gave the same script and the same bytes for the manifest."""
    return one.script == other.script and msgspec.json.encode(one.use) == msgspec.json.encode(other.use)
