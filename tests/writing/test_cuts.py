"""Where sentences may be cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.article import Sentence
from podcast.writing.beats import beats_of
from podcast.writing.cuts import cuts_of


def parts(text: str, language: str = "de") -> list[str]:
    """The sentence as the texts that two hosts would say."""
    edges = [0, *(cut.right for cut in cuts_of(text, language))]
    ends = [*(cut.left for cut in cuts_of(text, language)), len(text)]
    return [text[start:end].strip() for start, end in zip(edges, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Langfristig sind die Folgen noch offen, aber die Umrisse zeichnen sich schon ab.",
            ["Langfristig sind die Folgen noch offen", "aber die Umrisse zeichnen sich schon ab."],
        ),
        (
            "In Genf ging es um Öl; in Wien ging es um den Frieden.",
            ["In Genf ging es um Öl", "in Wien ging es um den Frieden."],
        ),
        (
            "Die Antwort ist ernüchternd: Das Treffen war eine Bühne und sonst nichts.",
            ["Die Antwort ist ernüchternd", "Das Treffen war eine Bühne und sonst nichts."],
        ),
        # one subject for both verbs: no cut
        ("Sie verließ den Saal am späten Abend und kam nie zurück.", None),
        # a subordinate clause stays whole
        ("Er wusste, dass der Senat tagte, und dass er allein war.", None),
        # nothing inside a quotation
        ("„Wir werden gewinnen, aber wir werden teuer bezahlen“, rief er in den Saal.", None),
        # who says it stays with what is said
        ("Die Lage sei ernst, sagte sie, aber die Partei hat noch immer viele Freunde im Land.", None),
        ("Kagan spottete im Votum, sie sei froh, doch die Begründung stamme aus dem Nichts.", None),
        # a short after-thought stays
        ("Er wollte nur eines: Zeit.", None),
        ("Um 14:30 Uhr begann die Sitzung im Kapitol.", None),
    ],
)
def test_a_sentence_is_cut_at_main_clauses_only(text: str, expected: list[str] | None) -> None:
    assert parts(text) == (expected or [text])


def test_english_cuts_need_a_subject_of_their_own() -> None:
    assert parts("The budget doubled within five years, but most voters had lost interest in it.", "en") == [
        "The budget doubled within five years",
        "but most voters had lost interest in it.",
    ]
    whole = "The president signed the bill in April, and left for Texas on the same day."
    assert parts(whole, "en") == [whole]


@given(st.text(alphabet='aäbcde ,;:–.?!„“"()AB12', max_size=400), st.sampled_from(["de", "en"]))
def test_beats_hold_every_word_of_the_sentence(text: str, language: str) -> None:
    """Whatever a sentence looks like: its beats are its words, all of them, in their order."""
    text = " ".join(text.split()) or "x"
    beats = beats_of([Sentence(1, text, 1)], language)

    def letters(string: str) -> str:
        return "".join(char for char in string.lower() if char.isalnum())

    assert letters("".join(beat.text for beat in beats)) == letters(text)


def test_a_sentence_of_two_hundred_words_gives_no_beat_above_the_limit() -> None:
    text = "Und " + ", ".join(["weil der Senat an diesem Tag nicht tagte"] * 30) + "."
    assert all(beat.words <= 70 for beat in beats_of([Sentence(1, text, 1)], "de"))


def test_what_a_colon_announces_is_one_thing() -> None:
    """The reason is not over before its "but"."""
    text = "Most of these plans failed for the same reason: the goal was set, but the curve on the chart did not move."
    parts = beats_of([Sentence(2, text, 1)], "en")
    assert not any(part.text.startswith("But") for part in parts)
