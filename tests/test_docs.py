"""Documentation cannot drift: its examples are run, its tables are compared with the program."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import msgspec
import pytest

from podcast.show import Host, Model, Music, Show, Sound, load_show
from tests.reference import reference
from tests.running import podcast


def test_the_command_reference_is_what_the_program_says(root: Path) -> None:
    says = "make it anew: .venv/bin/python -m tests.reference > docs/cli.md"
    assert (root / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), says


def test_the_readme_examples_work_as_they_stand(root: Path, tmp_path: Path) -> None:
    """In their order, in one folder."""
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    shutil.copy(root / "show.toml", tmp_path)
    text = (root / "README.md").read_text(encoding="utf-8")
    calls = re.findall(r"^\$ podcast (.+)$", text, re.M)
    assert len(calls) >= 6
    for call in calls:
        done = podcast(*shlex.split(call), cwd=tmp_path)
        assert done.returncode == 0, (call, done.stderr)
        assert done.stdout, call


def test_the_readme_names_the_files_that_come_out(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "seeds" / "supreme-court.txt", tmp_path)
    done = podcast("make", "supreme-court.txt", "--minutes", "1", "--quiet", cwd=tmp_path)
    folder = (tmp_path / done.stdout.strip()).parent
    text = (root / "README.md").read_text(encoding="utf-8")
    table = text[text.index("| file |") : text.index("## Installing")]
    named = set(re.findall(r"`([a-z]+\.[a-z0-9]+)`", table))
    assert named == {path.name for path in folder.iterdir() if path.name[0] != "."}


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("The show", Show),
        ("`[[hosts]]`", Host),
        ("`[sound]`", Sound),
        ("`[music]`", Music),
        ("`[model]`", Model),
    ],
)
def test_show_md_has_every_key_with_its_default(heading: str, kind: type[msgspec.Struct], root: Path) -> None:
    text = (root / "docs" / "show.md").read_text(encoding="utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", section, re.M))
    fields = {field.name: field for field in msgspec.structs.fields(kind) if field.name != "folder"}
    assert list(rows) == list(fields)
    for name, cell in rows.items():
        if (default := re.match(r"`([^`]+)`$", cell)) and fields[name].default is not msgspec.NODEFAULT:
            assert tomllib.loads(f"x = {default[1]}")["x"] == fields[name].default, name


def test_the_example_in_show_md_and_the_show_of_the_house_can_be_read(root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "show.md").read_text(encoding="utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "show.toml").write_text(example, encoding="utf-8")
    assert load_show(tmp_path / "show.toml").hosts[1].pitch == 0.8
    assert load_show(root / "show.toml").hosts == Show().hosts


def test_every_link_in_the_docs_leads_somewhere(root: Path) -> None:
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"
