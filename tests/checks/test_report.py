"""How a report reads for people and for programs."""

from __future__ import annotations

import ast
import itertools
import json
import re
from pathlib import Path

import pytest

from podcast.checks import Finding, Report, aloud, conversation, length, look
from podcast.pace import WordPace
from podcast.report import as_json, as_text
from podcast.report import look as how_to_print
from podcast.script import parse
from podcast.show import Show
from tests.checks.talks import HOSTS, PACE, talk

TEXT = talk("Ein Damm von vierzig Metern.", "(lacht) Wem gehört er denn?", "Niemandem, seit sechzig Jahren.")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A script.md."""
    path = tmp_path / "script.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def report(*findings: Finding) -> Report:
    """These findings with the figures of the script."""
    figures = look(parse(TEXT, HOSTS), Show(), None, pace=WordPace(PACE)).figures
    return Report(list(findings), figures)


def lines(of: Report, script: Path, *, width: int | None = None, colour: bool = False) -> list[str]:
    """The report's lines, the script's path shortened to its name."""
    return [
        line.replace(str(script), "script.md") for line in as_text(of, script, width=width, colour=colour)
    ]


def note(line: int, words: str = "Wort", kind: str = "foreign-word") -> Finding:
    """A note about the turn in a line."""
    return Finding(line, kind, "note", f"“{words}” is English", 1, "aloud", words)


ERROR = Finding(9, "stage-direction", "error", "“(lacht)” is not for listeners", 2, "aloud", "(lacht)")
WARNING = Finding(0, "few-questions", "warning", "1 of 3 turns ask", group="conversation")


def test_errors_come_first_then_the_groups_then_figures_then_a_verdict(script: Path) -> None:
    said = lines(report(ERROR, note(7), WARNING), script)
    titles = [line for line in said if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*", line)]
    assert titles == ["Must not go on air", "Conversation", "Reading aloud", "Figures"]
    assert "script.md:9: error: “(lacht)” is not for listeners [stage-direction]" in said
    assert "script.md: warning: 1 of 3 turns ask [few-questions]" in said
    assert any(re.match(r"length +0\.1 minutes \(estimated\)$", line) for line in said)
    assert said[-1] == "1 error, 1 warning, 1 note"


def test_the_turn_is_quoted_with_its_host(script: Path) -> None:
    said = lines(report(ERROR), script)
    assert said[2] == "    Ben: (lacht) Wem gehört er denn?"


def test_a_long_turn_is_quoted_around_the_words_in_question(tmp_path: Path) -> None:
    path = tmp_path / "script.md"
    path.write_text(
        talk("eins zwei drei vier fünf sechs sieben " * 3 + "Treffer " + "und so weiter " * 9), "utf-8"
    )
    said = lines(report(Finding(7, "x", "warning", "!", 1, "aloud", "Treffer")), path)
    assert said[2].startswith("    Alana: … vier fünf sechs sieben Treffer und so")
    assert said[2].endswith(" …")


def test_nothing_found_is_said_in_so_many_words(script: Path) -> None:
    said = lines(report(), script)
    assert said[0] == "Figures"
    assert said[-1] == "nothing to mend"


def test_many_notes_of_one_kind_are_one_line_that_names_them(script: Path) -> None:
    said = lines(report(*[note(7, f"Wort{at}") for at in range(14)]), script)
    listed = [line for line in said if line.startswith("script.md")]
    assert len(listed) == 1
    assert "“Wort0” is English [foreign-word] Also: Wort1 (line 7), Wort2 (line 7)," in listed[0]
    assert listed[0].endswith("Wort8 (line 7), and 5 more (--json has them all)")
    assert said[-1] == "14 notes"


def test_a_few_notes_and_all_warnings_are_listed_one_by_one(script: Path) -> None:
    warnings = [Finding(7, "long-turn", "warning", "long", 1, "conversation")] * 20
    said = lines(report(*warnings, note(7), note(9), note(11)), script)
    assert len([line for line in said if line.startswith("script.md")]) == 23


def test_on_a_terminal_lines_are_wrapped_at_words_and_places_stay_whole(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(script.parent)
    long = Finding(9, "address", "error", "wort " * 60, 2, "aloud")
    said = lines(report(long), Path("script.md"), width=60)
    assert said[1].startswith("script.md:9: error: wort wort")
    assert all(len(line) <= 60 for line in said)
    assert said[2].startswith("    wort")


def test_colours_only_where_they_are_asked_for(script: Path) -> None:
    plain, coloured = lines(report(ERROR), script), lines(report(ERROR), script, colour=True)
    assert not any("\x1b" in line for line in plain)
    assert any("\x1b[31m" in line for line in coloured)
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in coloured] == plain


@pytest.mark.parametrize(
    ("terminal", "environment", "wraps", "colours"),
    [
        (False, {}, False, False),
        (True, {}, True, True),
        (True, {"NO_COLOR": "1"}, True, False),
        (True, {"TERM": "dumb"}, True, False),
    ],
)
def test_a_terminal_is_wrapped_for_and_coloured_unless_it_says_no(
    terminal: bool, environment: dict[str, str], wraps: bool, colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    width, colour = how_to_print()
    assert (width is not None, colour) == (wraps, colours)


def test_what_a_script_says_cannot_command_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "script.md"
    path.write_text(talk("Ein Damm\x1b]0;weg\x07 und \u202ekein Ende."), encoding="utf-8")
    wrong = Finding(7, "x", "error", "“\x1b[2J” is wrong", 1, "aloud", "\x1b[2J")
    said = "\n".join(lines(report(wrong), path))
    assert not {"\x1b", "\x07", "\u202e"} & set(said)
    assert "“�[2J” is wrong" in said


def test_a_script_that_cannot_be_read_has_no_figures(script: Path) -> None:
    wrong = Report([Finding(3, "script", "error", "unknown direction [puase]")], None)
    assert lines(wrong, script) == [
        "The script cannot be read",
        "script.md:3: error: unknown direction [puase] [script]",
        "",
        "1 error",
    ]


def test_json_has_findings_and_figures() -> None:
    data = json.loads("\n".join(as_json(report(ERROR))))
    assert data["findings"] == [
        {
            "line": 9,
            "kind": "stage-direction",
            "severity": "error",
            "text": "“(lacht)” is not for listeners",
            "turn": 2,
            "group": "aloud",
            "words": "(lacht)",
        }
    ]
    assert data["figures"]["turns"] == 3


SEVERITIES = {"error", "warning", "note"}


def _names_severity(node: ast.expr) -> bool:
    """May this expression be a severity? ("note", a choice between two, a variable of that name.)"""
    if isinstance(node, ast.Constant):
        return node.value in SEVERITIES
    if isinstance(node, ast.IfExp):
        return _names_severity(node.body) or _names_severity(node.orelse)
    return (isinstance(node, ast.Name) and node.id == "severity") or (
        isinstance(node, ast.Attribute) and node.attr == "severity"
    )


def kinds_of_the_program(root: Path) -> set[str]:
    """Every kind of finding: in the source of the checks, the text that stands before a severity.

    One that is put together ("ungrounded-" and what it is of) comes as its beginning, with a star.
    """
    kinds = set()
    for path in sorted((root / "podcast" / "checks").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.args if isinstance(node, ast.Call) else getattr(node, "elts", [])
            for kind, severity in itertools.pairwise(parts):
                made = isinstance(kind, ast.JoinedStr)
                first = kind.values[0] if isinstance(kind, ast.JoinedStr) else kind
                text = first.value if isinstance(first, ast.Constant) else None
                if isinstance(text, str) and (_names_severity(severity) or (made and text == "ungrounded-")):
                    kinds.add(text + "*" * made)
    return kinds - SEVERITIES


def test_the_guide_has_every_kind_that_the_program_can_find(root: Path) -> None:
    page = (root / "docs" / "check.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \| ", page, re.M)
    assert len(listed) == len(set(listed))
    found = kinds_of_the_program(root)
    plain = {kind for kind in found if not kind.endswith("*")}
    made = tuple(kind.rstrip("*") for kind in found - plain)
    assert plain <= set(listed)
    assert all(kind.startswith(made) for kind in set(listed) - plain)
    assert all(any(kind.startswith(start) for kind in set(listed) - plain) for start in made)


def test_the_guide_names_the_numbers_that_the_checks_hold_to(root: Path) -> None:
    page = (root / "docs" / "check.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*)$", page, re.M))
    for kind, number in {
        "host-share": f"{conversation.LEAST_SHARE:.0%}".replace("%", " %"),
        "long-turn": f"{conversation.LONG_TURN_WORDS} words",
        "monologue": f"{conversation.MONOLOGUE_S:.0f} seconds",
        "long-sentence": f"{aloud.LONG_SENTENCE_WORDS} words: a note; more than {aloud.HARD_SENTENCE_WORDS}:",
        "length": f"{length.TOLERANCE:.0%}".replace("%", " %"),
    }.items():
        assert number in rows[kind], kind
