"""What the writer takes from a sentence: topics, figures, questions that it answers."""

from __future__ import annotations

import pytest

from podcast.article import Sentence
from podcast.writing.beats import Beat, beats_of


def beat(text: str, language: str = "de") -> Beat:
    """The first beat of a sentence."""
    return beats_of([Sentence(1, text, 1)], language)[0]


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("Für Europa und die Ukraine bedeutet das viel.", "for", "für Europa und die Ukraine"),
        ("Langfristig sind die Folgen offen.", "future", "langfristig"),
        ("Heute reicht eine Ankündigung.", "now", "heute"),
        ("Trump hingegen stand mit leeren Händen da.", "actor", "Trump"),
        ("Die Anleger flohen vor der Unsicherheit.", "group", "die Anleger"),
        ("Dann wurden die Namen aufgerufen.", "next", "dann"),
        ("In Helsinki ging es um Wahlen.", "place", "in Helsinki"),
        ("Im Jahr 2013 änderten die Demokraten die Regel.", "time", "im Jahr 2013"),
    ],
)
def test_what_a_sentence_puts_first_can_be_asked_for(text: str, kind: str, phrase: str) -> None:
    topic = beat(text).topic
    assert topic is not None
    assert (topic.kind, topic.phrase) == (kind, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "Für einen kurzen Moment schien alles möglich.",  # a time, not somebody
        "Selenskyjs Strategie war einfach.",  # a genitive: no name that can stand alone
        "Ein Gipfel hatte die Gefahr nicht gebannt.",
        "Den Kuchen aßen die Gäste.",  # no nominative
        "Als der Vorhang fiel, war die Bühne leer.",
        "Er wusste es.",
    ],
)
def test_what_cannot_be_asked_for_is_no_topic(text: str) -> None:
    assert beat(text).topic is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Sie kauften 42 gebrauchte Wagen.", "42 gebrauchte Wagen"),
        ("Gebraucht werden 60 Stimmen.", "60 Stimmen"),
        ("Es waren nicht einmal zehn Anträge.", None),
        ("Neun von dreizehn Staaten stimmten zu.", None),
        ("Das geschah am 8. März.", None),
        ("Er sprach 14 Stunden und 13 Minuten.", None),
        ("Das war 1957 so.", None),
    ],
)
def test_a_figure_is_said_back_only_whole_and_with_its_noun(text: str, figure: str | None) -> None:
    assert beat(text).figure == figure


def test_a_sentence_that_defines_answers_what() -> None:
    assert beat("Die Sorge ist, dass niemand mehr zuhört.").what == "Was ist die Sorge?"
    assert beat("Sein primäres Ziel war nicht, den Krieg zu beenden.").what == "Was war sein primäres Ziel?"
    assert beat("Her aim was to win time.", "en").what == "What was her aim?"
    assert beat("Die Frage ist, ob das reicht.").what is None
    assert beat("Der Präsident war müde.").what is None


def test_what_a_sentence_does_is_read_from_its_first_words() -> None:
    assert "turn" in beat("Doch das Gesetz kam trotzdem.").does
    assert "turn" not in beat("Dochten fehlt das Wachs.").does
    assert "question" in beat("Wie war das möglich?").does
    assert "second" in beat("Zum anderen fehlte das Geld.").does
    assert "claim" in beat("Sein Ansatz ist zutiefst persönlich.").does
    assert "leans" in beat("Sie zeigte ihnen die Fabrik.").does
    assert "reason" not in beat("Weil niemand kam, ging er.").does
