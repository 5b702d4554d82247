"""Quotations are audible: somebody says that one begins, whose it is, and that it is over."""

from __future__ import annotations

import pytest

from podcast.article import Sentence
from podcast.show import Show
from podcast.writing import write_script
from podcast.writing.quotations import Quotation, quotations_of
from tests.writing.articles import article

FILLER = [f"Der Ausschuss Nummer {n} prüfte das Gesetz mit großer Sorgfalt." for n in range(2, 9)]


def quoted(*texts: str) -> list[Quotation]:
    """What sentences of one paragraph have to do with quotations."""
    return quotations_of([Sentence(n, text, 1) for n, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    ("before", "text", "opens"),
    [
        ("Sie trat vor.", "„Wir haben den Leuten ein Versprechen gegeben und es nicht gehalten“, sagte sie.", True),
        ("Sie trat ans Pult.", "„Ich bin nicht wegen seiner Rede hier“, sagte sie.", False),  # said soon enough
        ("Sie trat ans Pult.", "Sie sagte: „Wir haben diesen Menschen ein Versprechen gegeben.“", False),
        ("Sie trat ans Pult und sagte:", "„Wir haben diesen Menschen ein Versprechen gegeben.“", False),
        ("Sie trat ans Pult.", "„Wir haben diesen Menschen ein Versprechen gegeben und es nicht gehalten.“", True),
        ("„Nein“, sagte sie.", "„Wir haben diesen Menschen ein Versprechen gegeben und es nicht gehalten.“", False),
        ("Sie trat ans Pult.", "Das nannte sie ein „Versprechen“ an alle.", False),
    ],
)  # fmt: skip
def test_a_quotation_that_nothing_announces_opens(before: str, text: str, *, opens: bool) -> None:
    assert quoted(before, text)[1].opens is opens


def test_a_quotation_over_sentences_is_one() -> None:
    found = quoted(
        "Er blieb.", "„Das sind wir schuldig.", "Vor allem sind wir es denen schuldig“, rief er.", "Er ging."
    )
    assert [one.inside for one in found] == [False, False, True, False]
    assert [one.unfinished for one in found] == [False, True, False, False]
    assert not any(one.closes for one in found)


def test_a_quotation_never_closed_is_none() -> None:
    assert quoted("Er sagte: „Das sind wir den Soldaten schuldig.", "Dann ging er.")[1] == Quotation()


def test_one_that_ends_a_sentence_needs_an_end_that_is_heard() -> None:
    text = "Sie sagte: „Wir haben diesen Menschen vor zwanzig Jahren ein Versprechen gegeben und es nicht gehalten.“"
    found = quoted(text, "Danach war es still.")
    assert found[0].closes
    assert found[0].long
    assert not quoted(text, "Das sagte sie in Berlin.")[0].closes


def test_one_set_apart_is_opened_where_its_source_follows() -> None:
    sentences = [
        Sentence(1, "Hamilton war zufrieden:", 1),
        Sentence(2, "Wenn das Verfahren nicht vollkommen ist, so ist es doch ausgezeichnet.", 2),
        Sentence(3, "Das schrieb er 1788.", 3),
    ]
    assert [one.opens for one in quotations_of(sentences)] == [False, True, False]


@pytest.mark.parametrize(
    ("language", "says"),
    [("de", ("Zitat:", "zitiere:", "örtlich:")), ("en", ("uote:", "words:", "for word:"))],
)
def test_who_reads_it_says_that_it_is_a_quotation(language: str, says: tuple[str, ...]) -> None:
    quote = {
        "de": "„Wir haben diesen Menschen ein Versprechen gegeben und es nicht gehalten“, so die Richterin.",
        "en": "“We gave these people a promise long ago and we have never kept it since,” as the judge put it.",
    }[language]
    assert read_out(quote, language).rstrip().endswith(says)


def test_where_it_can_be_said_the_speaker_comes_first() -> None:
    quote = "„Wir haben diesen Menschen ein Versprechen gegeben und es nicht gehalten“, sagte die Richterin."
    assert read_out(quote, "de").endswith("Die Richterin sagte: ")


def read_out(quote: str, language: str) -> str:
    """What the host who reads a quotation says before it."""
    filler = (
        FILLER if language == "de" else ["The committee met again and nothing was decided on that day."] * 7
    )
    source = article([*filler[:3], quote, *filler[3:]], language=language)
    turn = next(t for t in write_script(source, Show(language=language)).turns if quote[:20] in t.body)
    return turn.body[: turn.body.index(quote[:20])]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("sagte er sinngemäß.", "Er sagte sinngemäß: „Wir haben"),
        ("so hat er es sinngemäß gesagt.", "so: „Wir haben"),
    ],
)
def test_what_the_article_gives_loosely_is_not_announced_as_literal(source: str, said: str) -> None:
    quote = f"„Wir haben den Leuten ein Versprechen gegeben und es nicht gehalten“, {source}"
    turns = write_script(article([*FILLER[:3], quote, *FILLER[3:]]), Show()).turns
    turn = next(turn for turn in turns if "Versprechen" in turn.body)
    assert said in turn.body


@pytest.mark.parametrize(
    "told",
    [
        ["„Warum geben wir es nicht zurück?“", "Das soll Kennedy gefragt haben."],
        [
            "Die Angriffe waren eine Botschaft: Seht her, wir können noch lange.",
            "Die Frage ist, ob ihr es könnt.",
        ],
    ],
)
def test_what_somebody_else_says_is_not_handed_over(told: list[str]) -> None:
    """Who asked what was quoted is said by who quoted it; an "ihr" in a message does not mean the listeners."""
    turns = write_script(article([*FILLER[:3], *told, *FILLER[3:]]), Show()).turns
    turn = next(turn for turn in turns if told[0].split(": ")[-1] in turn.body)
    assert told[1] in turn.body


def test_a_quotation_over_sentences_stays_with_one_voice_even_where_it_asks() -> None:
    quote = ["„Wer hat das gewusst?", "Niemand hat es gewusst, und niemand hat gefragt“, sagte der Zeuge."]
    turns = list(write_script(article([*FILLER[:3], *quote, *FILLER[3:]]), Show()).turns)
    turn = next(turn for turn in turns if "Wer hat das gewusst?" in turn.body)
    assert "sagte der Zeuge" in turn.body
