"""What the parser takes from a script, and what it says about one that is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from podcast.errors import ScriptError
from podcast.script import Direction, edges, parse, pieces, plain, problems, write, written

HOSTS = ("Alana", "Ben")
DOCS = Path(__file__).resolve().parent.parent / "docs" / "script-format.md"

SCRIPT = """\
---
title: Der letzte Nachtzug
language: de
---

## Einstieg

**Alana:** Ein Bahnsteig, zwei Koffer, und kein Zug. <!-- s1-s3 -->

**Ben:** [pause 0.4s] Moment. Wirklich gar keiner? <!-- s7 -->

## Über Größe

**Alana:** Müller käme übermorgen.

**Ben:** Doch.
"""


def hosts_of(text: str) -> list[str]:
    return [turn.host for turn in parse(text, HOSTS).turns]


def test_a_script_gives_its_meta_segments_turns_and_sentences() -> None:
    script = parse(SCRIPT, HOSTS)
    assert script.meta == {"title": "Der letzte Nachtzug", "language": "de"}
    assert [segment.heading for segment in script.segments] == ["Einstieg", "Über Größe"]
    assert [segment.line for segment in script.segments] == [6, 12]
    first, second, *_ = script.turns
    assert (first.host, first.body) == ("Alana", "Ein Bahnsteig, zwei Koffer, und kein Zug.")
    assert first.sentences == (1, 2, 3)
    assert second.sentences == (7,)
    assert [turn.line for turn in script.turns] == [8, 10, 14, 16]


EDITS = {
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "old Mac line ends": lambda t: t.replace("\n", "\r"),
    "no blank lines": lambda t: re.sub(r"\n\n+", "\n", t),
    "three blank lines": lambda t: t.replace("\n\n", "\n\n\n\n"),
    "no asterisks": lambda t: t.replace("**", ""),
    "colon outside": lambda t: t.replace(":** ", "**: "),
    "colon outside, space before it": lambda t: t.replace(":** ", "** : "),
    "underscores": lambda t: t.replace("**", "__"),
    "one asterisk": lambda t: t.replace("**", "*"),
    "escaped asterisks": lambda t: t.replace("**", r"\*\*"),
    "capitals": lambda t: t.replace("Alana:", "ALANA:").replace("Ben:", "BEN:"),
    "small letters": lambda t: t.replace("Alana:", "alana:").replace("Ben:", "ben:"),
    "spaces inside the asterisks": lambda t: t.replace("**Ben:**", "** Ben : **"),
    "no space after the name": lambda t: t.replace(":** ", ":**"),
    "decomposed umlauts": lambda t: unicodedata.normalize("NFD", t),
    "byte-order mark": lambda t: "\ufeff" + t,
    "trailing spaces": lambda t: t.replace("\n", "  \n"),
    "tabs": lambda t: t.replace(":** ", ":**\t"),
    "no-break spaces": lambda t: t.replace(":** ", ":**\xa0"),
    "indented": lambda t: re.sub(r"^\*\*", "   **", t, flags=re.M),
    "indented by no-break spaces": lambda t: re.sub(r"^\*\*", "\xa0\xa0**", t, flags=re.M),
    "quoted": lambda t: re.sub(r"^\*\*", "> **", t, flags=re.M),
    "turns as a list": lambda t: re.sub(r"^\*\*", "- **", t, flags=re.M),
    "text on a line of its own": lambda t: t.replace(":** ", ":**\n"),
    "text in a paragraph of its own": lambda t: t.replace(":** ", ":**\n\n"),
    "links deleted": lambda t: re.sub(r" <!--.*?-->", "", t),
    "no end of line at the end": lambda t: t.rstrip("\n"),
    "one heading level deeper": lambda t: t.replace("## ", "### "),
    "one heading level higher": lambda t: t.replace("## ", "# "),
    "closed headings": lambda t: re.sub(r"^(## .*)$", r"\1 ##", t, flags=re.M),
    "no space in headings": lambda t: t.replace("## ", "##"),
    "a rule between turns": lambda t: t.replace("\n\n**Ben", "\n\n---\n\n**Ben"),
    "a note between turns": lambda t: t.replace("\n\n**Ben", "\n\n<!-- kürzer? -->\n\n**Ben"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_that_hosts_or_their_editors_make_loses_no_turn_and_no_byte(
    edit: Callable[[str], str],
) -> None:
    text = edit(SCRIPT)
    script = parse(text, HOSTS)
    said = [written(turn.body) for turn in script.turns]
    assert [unicodedata.normalize("NFC", one) for one in said] == [
        written(t.body) for t in parse(SCRIPT, HOSTS).turns
    ]
    assert [turn.host for turn in script.turns] == ["Alana", "Ben", "Alana", "Ben"]
    assert len(script.segments) == 2
    assert script.meta["language"] == "de"
    assert write(script) == text


def test_two_turns_of_one_host_in_a_row_stay_two() -> None:
    assert hosts_of("**Ben:** Eins.\n\n**Ben:** Zwei.\n**Ben:** Drei.") == ["Ben", "Ben", "Ben"]


def test_a_renamed_heading_renames_the_segment() -> None:
    assert parse(SCRIPT.replace("Einstieg", "Der *Anfang*"), HOSTS).segments[0].heading == "Der Anfang"


def test_a_turn_runs_over_paragraphs_and_lists() -> None:
    turn, after = parse("Ben: Erstens:\n\n- Kohle\n- Gas\n\nUnd *das* war\nalles.\n\nAlana: So.", HOSTS).turns
    assert pieces(turn.body) == ("Erstens:\nKohle\nGas\nUnd das war alles.",)
    assert written(turn.body) == "Erstens: Kohle Gas Und das war alles."
    assert after.host == "Alana"


@pytest.mark.parametrize(
    "line",
    [
        "Sicher: das ist so.",
        "Am Ende gilt: nichts.",
        "Merke: Geld.",
        "Eben: nein.",
        "Also: ja.",
        "Den: x",
        "https://a.de",
    ],
)
def test_a_plain_line_with_a_colon_is_no_host(line: str) -> None:
    (turn,) = parse(f"**Alana:** Hört zu.\n{line}\n", HOSTS).turns
    assert written(turn.body) == f"Hört zu. {line}"


def test_an_escaped_colon_starts_no_turn() -> None:
    (turn,) = parse("**Alana:** Er sagte\nBen\\: du irrst.", HOSTS).turns
    assert written(turn.body) == "Er sagte Ben: du irrst."


def test_a_turn_inside_a_note_is_not_spoken() -> None:
    (turn,) = parse("**Alana:** Ja.\n<!--\n**Ben:** Nein.\n## Weg\n-->\n", HOSTS).turns
    assert pieces(turn.body) == ("Ja.",)


def test_turns_before_the_first_heading_are_a_segment_without_one() -> None:
    script = parse("Ben: Ja.\n## Neu\nAlana: Nein.", HOSTS)
    assert [segment.heading for segment in script.segments] == ["", "Neu"]


def test_a_title_above_the_first_segment_is_no_segment() -> None:
    text = "# Titel\n\n<!-- Notiz -->\n\n## Eins\n\nBen: Ja.\n"
    script = parse(text, HOSTS)
    assert [segment.heading for segment in script.segments] == ["Eins"]
    assert write(script) == text


@pytest.mark.parametrize(
    ("link", "sentences"),
    [
        ("s1-s3, s7", (1, 2, 3, 7)),
        ("s1–s3", (1, 2, 3)),
        ("S1 - 3; s9", (1, 2, 3, 9)),
        ("s4", (4,)),
        ("s9, s1", (9, 1)),
        ("s4 ist falsch", ()),
        ("Quelle: s4", ()),
        ("", ()),
    ],
)
def test_a_comment_names_sentences_or_is_a_note(link: str, sentences: tuple[int, ...]) -> None:
    (turn,) = parse(f"Ben: Ja. <!-- {link} -->", HOSTS).turns
    assert turn.sentences == sentences


ERRORS = [
    ("**Bne:** Ja.", 1, "unknown host 'Bne': did you mean 'Ben'?"),
    ("Alana: Ja.\nBne: Nein.", 2, "unknown host 'Bne': did you mean 'Ben'?"),
    ("Alana: Ja.\nAlna: Nein.", 2, "unknown host 'Alna': did you mean 'Alana'?"),
    ("Alana: Ja.\n\n**Kevin:** Nein.", 3, "unknown host 'Kevin': known are Alana, Ben"),
    ("Ben: Ja [paus 0.4s] nein.", 1, "unknown direction [paus 0.4s]: did you mean [pause]?"),
    ("Ben: Ja.\n\nNein [lacht].", 3, "unknown direction [lacht]: known are"),
    ("Ben: [pause 11s] Ja.", 1, "at most 10 s"),
    ("Ben: [pause 0s] Ja.", 1, "more than 0 s"),
    ("Ben: [pause bald] Ja.", 1, "no such length"),
    ("Ben: [overlap 4s] Ja.", 1, "at most 3 s"),
    ("Ben: [slow 2s] Ja.", 1, "[slow] takes nothing"),
    ("Ben: Ja [overlap] nein.", 1, "before a turn's first word"),
    ("Ben: Ja [music] nein.", 1, "before the first or after the last word"),
    ("Ben: Ja [pause", 1, "a [ without its ]"),
    ("Ben: Ja {a", 1, "a { without its }"),
    ("Ben: Ja {a}", 1, "{written|spoken}"),
    ("Ben: Ja {a|b|c}", 1, "{written|spoken}"),
    ("Ben: Ja\n<!-- nie zu", 2, "never closed"),
    ("Ben: Ja\nnein -->", 2, "--> without its <!--"),
    ("Ben: Ja. <!-- s5-s2 -->", 1, "no range of sentences"),
    ("Ben: Ja. <!-- s0 -->", 1, "no range of sentences"),
    ("Ben: Ja. <!-- s1, x2 -->", 1, "'x2' names no sentence"),
    ("Ben: Ja.\nAlana:\nBen: Nein.", 2, "Alana says nothing"),
    ("Ben: Ja.\nAlana: [pause] … <!-- s1 -->", 2, "Alana says nothing"),
    ("## Eins\n## Zwei\nBen: Ja.", 1, "'Eins' has no turns"),
    ("Ben: Ja.\n## Zwei\n", 2, "'Zwei' has no turns"),
    ("## Eins\nHallo.\nBen: Ja.", 2, "'Hallo.' stands before the first turn"),
    ("## Eins\n[music]\nBen: Ja.", 2, "put the direction behind the host's name"),
    ("Hallo.\n## Eins\nBen: Ja.", 1, "stands before the first turn"),
    ("## Eins [music]\nBen: Ja.", 1, "not into a heading"),
    ("---\ntitle: X\nBen: Ja.", 1, "never ends"),
    ("---\ntitle: X\n\n## Eins\n\nBen: Ja.", 1, "never ends"),
    ("---\ntitle\n---\nBen: Ja.", 2, "'key: value'"),
    ("---\ntitle: 'X\n---\nBen: Ja.", 2, "'key: value'"),
    ("---\na: X\na: Y\n---\nBen: Ja.", 3, "twice"),
    ("", 0, "no turn"),
    ("---\na: X\n---\n", 0, "no turn"),
]


@pytest.mark.parametrize(("text", "line", "message"), ERRORS)
def test_an_error_says_what_is_wrong_and_in_which_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ScriptError) as caught:
        parse(text, HOSTS)
    assert message in str(caught.value)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)
    with pytest.raises(ScriptError) as again:
        parse(text.replace("\n", "\r\n"), HOSTS)
    assert again.value.line == line


def test_problems_gives_all_errors_by_line_and_none_for_a_good_script() -> None:
    found = problems("Ben: [a]\n\nBne: x\n\nAlana: {b <!-- s9-s1 -->", HOSTS)
    assert [error.line for error in found] == [1, 1, 3, 5, 5]
    assert problems(SCRIPT, HOSTS) == []


@pytest.mark.parametrize(
    ("mark", "direction"),
    [
        ("[pause 0.4s]", Direction("pause", 0.4)),
        ("[pause 0,4s]", Direction("pause", 0.4)),
        ("[Pause: 400 ms]", Direction("pause", 0.4)),
        ("[ pause  2 ]", Direction("pause", 2.0)),
        ("[pause]", Direction("pause", 0.6)),
        ("[overlap]", Direction("overlap", 0.3)),
        ("[MUSIC]", Direction("music")),
        ("[slow]", Direction("slow")),
    ],
)
def test_a_direction_is_read_in_the_forms_that_people_write(mark: str, direction: Direction) -> None:
    (turn,) = parse(f"Ben: {mark} Ja.", HOSTS).turns
    assert pieces(turn.body) == (direction, "Ja.")
    assert pieces(direction.mark) == (direction,)


@pytest.mark.parametrize(
    ("body", "spoken"),
    [
        ("*so* und __so__ und ***so***", ("so und so und so",)),
        ("2 * 3 * 4 und a_b_c", ("2 * 3 * 4 und a_b_c",)),
        ("{Selenskyj|Selénskij} kam", ("Selénskij kam",)),
        (r"\[laut\] \*nein\*", ("[laut] *nein*",)),
        ("[Zeitung](https://a.de/b_(c)) las", ("Zeitung las",)),
        ("da ![Bild](a.png) war", ("da war",)),
        ("~~weg~~ da", ("da",)),
        ("`x` y", ("x y",)),
        ("1. Eins\n2. Zwei", ("Eins\nZwei",)),
        ("Am\n15. August kam er.", ("Am 15. August kam er.",)),
        ("*ja [pause] nein*", ("ja", Direction("pause", 0.6), "nein")),
        ("**ja", ("ja",)),
        ("a <!-- n --> b", ("a b",)),
        ("> zitiert", ("zitiert",)),
    ],
)
def test_what_is_spoken_has_no_marks(body: str, spoken: tuple[Direction | str, ...]) -> None:
    assert pieces(body) == spoken


def test_edges_parts_the_directions_around_a_turn_from_those_inside() -> None:
    (turn,) = parse("Ben: [overlap 0.2s] [slow] Ja [pause 1s] gut. [music]", HOSTS).turns
    before, middle, after = edges(turn)
    assert before == (Direction("overlap", 0.2), Direction("slow"))
    assert middle == ("Ja", Direction("pause", 1.0), "gut.")
    assert after == (Direction("music"),)


def test_written_takes_the_written_half() -> None:
    assert written("{Selenskyj|Selénskij} [pause] *kam* <!-- x -->") == "Selenskyj kam"


@pytest.mark.parametrize(
    "text", ["[a] {b|c} *d* <!-- e --> ~~f~~", "- g", "1) h", "> i", "===", r"\*", "15. August"]
)
def test_plain_makes_a_body_that_says_just_that(text: str) -> None:
    assert written(plain(text)) == text
    assert pieces(plain(text)) == (text,)


def test_every_example_in_the_documentation_is_a_good_script() -> None:
    examples = re.findall(r"^```markdown\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.M | re.S)
    assert len(examples) >= 5
    for example in examples:
        assert problems(example, HOSTS) == []
        assert write(parse(example, HOSTS)) == example
