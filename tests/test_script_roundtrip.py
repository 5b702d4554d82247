"""Properties of the parser and the writer, on generated scripts."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podcast.errors import ScriptError
from podcast.script import (
    Script,
    Segment,
    Turn,
    edges,
    parse,
    pieces,
    plain,
    problems,
    write,
    written,
)

HOSTS = ("Alana", "Ben")

WORDS = [
    "ja",
    "Größe",
    "über",
    "2018",
    "z. B.",
    "„so“",
    "*betont*",
    "**sehr**",
    "{Xi|Schi}",
    "[pause 0.4s]",
    "a_b",
    "–",
]
WORDS += [
    "Sicher:",
    "<!-- Notiz -->",
    r"\[laut\]",
    "5 %",
    "Ü",
    "\xa0",
    "~~weg~~",
    "[slow]",
    "[Link](https://a.de)",
]
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\U0010f000"), max_size=60)
bodies = st.lists(st.sampled_from(WORDS), max_size=12).map(
    lambda words: " ".join(["Also", *words, "gut."]).strip()
)
paragraphs = st.lists(bodies, min_size=1, max_size=3).map("\n\n".join)
numbers = st.lists(st.integers(1, 500), max_size=6).map(tuple)
turns = st.builds(Turn, st.sampled_from(HOSTS), paragraphs, numbers)
headings = st.one_of(st.sampled_from(["Einstieg", "C#", "Über *alles*", "1. Teil", "#", "[x]"]), texts).map(
    lambda text: " ".join(text.split())
)
segments = st.builds(Segment, headings, st.lists(turns, min_size=1, max_size=4).map(tuple))
metas = st.dictionaries(st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True), texts, max_size=4)
scripts = st.builds(Script, metas, st.lists(segments, min_size=1, max_size=4).map(tuple))


@settings(deadline=None)
@given(scripts)
def test_a_script_that_is_written_and_parsed_is_the_same_and_its_text_too(script: Script) -> None:
    text = write(script)
    again = parse(text, HOSTS)
    assert again == script
    assert list(again.meta) == list(script.meta)
    assert write(again) == text


MANGLINGS = [
    lambda t: t.replace("\n", "\r\n"),
    lambda t: re.sub(r"\n\n(?=\*\*)", "\n", t),
    lambda t: t.replace("\n\n", "\n\n\n"),
    lambda t: re.sub(r"^\*\*(Alana|Ben):\*\*", r"\1:", t, flags=re.M),
    lambda t: re.sub(r"^\*\*(Alana|Ben):\*\*", r"__\1:__", t, flags=re.M),
    lambda t: re.sub(r"^\*\*(Alana|Ben):\*\*", r"**\1**:", t, flags=re.M),
    lambda t: re.sub(r"^\*\*Ben:\*\*", "**BEN:**", t, flags=re.M),
    lambda t: re.sub(r"^\*\*Alana:\*\*", "alana:", t, flags=re.M),
    lambda t: re.sub(r"^(?=\*\*(Alana|Ben))", "  ", t, flags=re.M),
    lambda t: "\ufeff" + t.removeprefix("\ufeff"),
    lambda t: unicodedata.normalize("NFD", t),
    lambda t: re.sub(r"(?=\r?\n)", "  ", t),
    lambda t: t.rstrip(),
    lambda t: re.sub(r"^(#+ [^\r\n]*)", r"\1 (neu)", t, flags=re.M),
    lambda t: re.sub(r" <!-- s.*?-->", "", t),
]
plain_scripts = st.builds(
    Script,
    st.just({"title": "Über", "language": "de"}),
    st.lists(
        st.builds(
            Segment, st.sampled_from(["Eins", "Zwei ä"]), st.lists(turns, min_size=1, max_size=3).map(tuple)
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
)


@settings(deadline=None)
@given(plain_scripts, st.lists(st.sampled_from(MANGLINGS), max_size=4))
def test_what_editors_do_to_a_script_loses_no_turn_no_word_and_no_byte(
    script: Script, mangle: list[Callable[[str], str]]
) -> None:
    text = write(script)
    for edit in mangle:
        text = edit(text)
    again = parse(text, HOSTS)

    def said(one: Script) -> list[tuple[str, str]]:
        return [(t.host, unicodedata.normalize("NFC", written(t.body))) for t in one.turns]

    assert said(again) == said(script)
    assert len(again.segments) == len(script.segments)
    assert unicodedata.normalize("NFC", again.meta["title"]) == "Über"
    assert write(again) == text


@settings(deadline=None)
@given(plain_scripts, st.data())
def test_an_edited_turn_changes_no_line_of_the_others(script: Script, data: st.DataObject) -> None:
    text = write(script).replace("\n\n**", "\n**").replace("\n", data.draw(st.sampled_from(["\n", "\r\n"])))
    parsed = parse(text, HOSTS)
    at = data.draw(st.integers(0, len(parsed.segments) - 1))
    segment = parsed.segments[at]
    which = data.draw(st.integers(0, len(segment.turns) - 1))
    body, link = data.draw(bodies), data.draw(numbers)
    new = [*segment.turns]
    new[which] = new[which].edited(body=body, sentences=link)
    edited = dataclasses.replace(
        parsed,
        segments=(
            *parsed.segments[:at],
            dataclasses.replace(segment, turns=tuple(new)),
            *parsed.segments[at + 1 :],
        ),
    )
    result = write(edited)
    assert parse(result, HOSTS) == edited
    for turn in parsed.turns:
        if turn is not segment.turns[which]:
            assert (turn.source or "?") in result


MARKS = [
    "**Alana:** ",
    "Ben: ",
    "\n",
    "\n\n",
    "\r\n",
    "## ",
    "# ",
    "---\n",
    "<!-- ",
    " -->",
    "s1-s3",
    "[pause",
]
MARKS += [
    "ja ",
    "]",
    "[music]",
    "{",
    "|",
    "}",
    "**",
    "_",
    "*",
    "\\",
    "a: b\n",
    "\ufeff",
    "- ",
    "1. ",
    "> ",
    "~~",
    "Bne: ",
]
noise = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=6)), max_size=40).map("".join)


@settings(deadline=None)
@given(noise)
def test_any_text_is_a_script_or_a_list_of_errors_and_never_a_crash(text: str) -> None:
    found = problems(text, HOSTS)
    assert [error.line for error in found] == sorted(error.line for error in found)
    pieces(text)
    written(text)
    if found:
        with pytest.raises(ScriptError) as caught:
            parse(text, HOSTS)
        assert str(caught.value) == str(found[0])
        return
    script = parse(text, HOSTS)
    assert write(script) == text
    for turn in script.turns:
        _, middle, _ = edges(turn)
        assert middle
    bare = [
        dataclasses.replace(
            segment,
            source=None,
            turns=tuple(dataclasses.replace(turn, source=None) for turn in segment.turns),
        )
        for segment in script.segments
    ]
    canonical = Script(script.meta, tuple(bare))
    assert parse(write(canonical), HOSTS) == canonical


@settings(deadline=None)
@given(texts)
def test_any_sentence_of_an_article_becomes_a_body_that_says_it(text: str) -> None:
    flat = " ".join(text.split())
    assert written(plain(text)) == flat
    assert pieces(plain(text)) == ((flat,) if flat else ())
    if any(map(str.isalnum, flat)):
        script = Script({}, (Segment("X", (Turn("Ben", plain(text)),)),))
        assert parse(write(script), HOSTS) == script


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "[",
        "{a|",
        "* ",
        "*a ",
        "_a_",
        " ",
        "**Ben:",
        "[a](",
        "# ",
        "~~a",
        "\n ",
        "1. a\n",
        "Bne:\n",
        "Ben: a\n",
    ],
)
def test_a_hostile_script_is_read_in_linear_time(unit: str) -> None:
    text = "Ben: ja " + unit * (200_000 // len(unit))
    assert isinstance(problems(text, HOSTS), list)
    assert isinstance(problems(unit * (200_000 // len(unit)), HOSTS), list)


@pytest.mark.parametrize(
    "body", ["", "…", "Ja.\n\n## Nein", "Ja.\n**Alana:** Nein.", "Ja.\nAlana: Nein.", "[x]", "a <!-- s3 -->"]
)
def test_a_turn_that_would_not_come_back_is_not_written(body: str) -> None:
    with pytest.raises(ScriptError, match="turn 1 of Ben cannot be written"):
        write(Script({}, (Segment("X", (Turn("Ben", body), Turn("Alana", "Ja."))),)))


def test_front_matter_keeps_comments_unknown_keys_and_order_when_one_value_changes() -> None:
    text = "---\n# Notiz\nzeta: 1\ntitle: 'Alt'\nalpha:   x  # y\n---\n\nBen: Ja.\n"
    script = parse(text, HOSTS)
    assert script.meta == {"zeta": "1", "title": "Alt", "alpha": "x  # y"}
    result = write(
        dataclasses.replace(script, meta={**script.meta, "title": "Neu: jetzt", "date": "2026-01-01"})
    )
    assert result == text.replace("'Alt'", '"Neu: jetzt"').replace("# y\n", "# y\ndate: 2026-01-01\n")


def test_a_renamed_segment_keeps_its_notes() -> None:
    text = "## Alt\n\n<!-- Notiz -->\n\nBen: Ja.\n"
    script = parse(text, HOSTS)
    (segment,) = script.segments
    renamed = dataclasses.replace(script, segments=(dataclasses.replace(segment, heading="Neu"),))
    assert write(renamed) == text.replace("Alt", "Neu")
