"""Turns in another language than the show's."""

from __future__ import annotations

import pytest

from podcast.checks import tongue
from tests.checks.talks import article, given, kinds, talk


@pytest.mark.parametrize(
    ("turn", "language"),
    [
        ("And that is exactly why the Senate changed its rules.", "de"),
        ("Well, the president said no.", "de"),
        ("So what happened next, Ben?", "de"),
        ("That's a great point, Alana.", "de"),
        ("Der Senat änderte die Regel. And that is exactly why nothing has moved since then.", "de"),
        ("Le président n'est pas venu parce qu'il est malade.", "de"),
        ("Президент не приехал на саммит.", "de"),
        ("Und genau deshalb hat der Senat die Regel geändert.", "en"),
        ("Was heißt das konkret für uns?", "en"),
        ("Wer zahlt am Ende die Rechnung?", "en"),
    ],
)
def test_a_turn_in_another_language_must_not_go_on_air(turn: str, language: str) -> None:
    assert kinds(tongue.findings, given(talk(turn, language=language))) == [("other-language", "error", 1)]


@pytest.mark.parametrize(
    ("turn", "language"),
    [
        ("Make America Great Again.", "de"),
        ("„Make America Great Again“, das war der Slogan.", "de"),
        ("„I have a dream that my four little children will one day live in a nation.“ Das war King.", "de"),
        ("Trump, Vance, Hegseth und Rubio flogen nach Alaska.", "de"),
        ("Supreme Court, Wall Street, Capitol Hill und Silicon Valley.", "de"),
        ("The Art of the Deal.", "de"),
        ("One Big Beautiful Bill Act, von Joe Manchin und Chuck Schumer.", "de"),
        ("Okay, sorry, das war unfair.", "de"),
        ("Der Slogan lautete Yes We Can.", "de"),
        ("The Bundestag, the Bundesrat and the Bundesverfassungsgericht agreed.", "en"),
        ('"Wir schaffen das", she said, and nobody knew how.', "en"),
        ("Der Spiegel, Die Zeit, Süddeutsche Zeitung.", "en"),
    ],
)
def test_names_titles_slogans_and_quotations_may_be_in_any_language(turn: str, language: str) -> None:
    assert kinds(tongue.findings, given(talk(turn, language=language))) == []


def test_what_a_german_article_says_in_english_may_be_said() -> None:
    words = "The only thing we have to fear is fear itself."
    text = talk(words)
    assert kinds(tongue.findings, given(text, article(("", [words])))) == []
    assert kinds(tongue.findings, given(text, article(("", [words]), language="en"))) != []
