"""``podcast voices --say`` and ``--read``: a turn as script.md may have it, heard or read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from podcast import tools
from podcast.clip import Clip
from podcast.errors import ToolError
from tests.running import podcast

SHOW = '[pronunciation]\nMerkowitz = "Merkowitsch"\n[pronunciation.host.Ben]\nMerkowitz = "Merko"\n'
SAY = ("voices", "--engine", "tone", "--say")


def player(folder: Path, name: str, script: str) -> None:
    """A program that pretends to be a player; ``$1`` … are what it is given."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


posix = pytest.mark.skipif(sys.platform == "win32", reason="the players are shell scripts here")


@posix
def test_a_sample_is_played_to_its_end_and_nothing_is_left(tmp_path: Path) -> None:
    player(tmp_path / "bin", "pw-play", "exit 1")  # there, but no sound server
    player(tmp_path / "bin", "aplay", f'/bin/cp "$2" {tmp_path}/heard; echo noise; echo noise >&2')
    player(tmp_path / "bin", "ffplay", "exit 1")
    done = podcast(*SAY, "Ja. [pause 2s] Gut.", cwd=tmp_path, env={"PATH": str(tmp_path / "bin")})
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr == "Alana (tone high) reads: Ja. Gut.\n"
    assert 2.0 < Clip.from_wav((tmp_path / "heard").read_bytes()).seconds < 3.5
    assert {path.name for path in tmp_path.iterdir()} == {"bin", "heard"}


def test_where_nothing_can_play_the_sample_is_a_file_that_overwrites_none(tmp_path: Path) -> None:
    for name in ("sample.wav", "sample-2.wav", "sample-3.wav"):
        done = podcast(*SAY, "Ja.", cwd=tmp_path, env={"PATH": ""})
        assert done.returncode == 0, done.stderr
        assert done.stdout == f"{name}\n"
        assert re.search(r"^nothing here plays sound", done.stderr, re.M)
        assert Clip.from_wav((tmp_path / name).read_bytes()).frames


def test_out_is_written_and_quiet_is_quiet(tmp_path: Path) -> None:
    done = podcast(*SAY, "Ja.", "--out", "a.wav", "--quiet", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("a.wav\n", "")
    assert {path.name for path in tmp_path.iterdir()} == {"a.wav"}


@pytest.mark.parametrize(
    ("options", "reads"),
    [
        (("--host", "alana"), "Alana (tone high) reads: Merkowitsch und Ju Es, drei. Ja."),
        (("--host", "BEN"), "Ben (tone low) reads: Merko und Ju Es, drei. Ja."),
        (("--language", "en"), "Alana (tone high) reads: Merkowitsch und Ju Es, three. Ja."),
        (("--engine", "pico"), "Alana (pico de-DE) reads: Merkowitsch und Ju Es, drei. Ja."),
    ],
)
def test_a_sample_is_read_as_the_show_the_host_and_the_turn_have_it(
    options: tuple[str, ...], reads: str, tmp_path: Path
) -> None:
    (tmp_path / "show.toml").write_text(SHOW, encoding="utf-8")
    text = "[slow] Merkowitz und {USA|Ju Es}, *3*. [pause 0.4s] [fast] Ja. <!-- Notiz -->"
    done = podcast(*SAY, text, "--out", "a.wav", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == f"{reads}\n"
    read = podcast("voices", "--engine", "tone", "--read", text, *options, cwd=tmp_path)
    assert read.stdout == reads.partition("reads: ")[2] + "\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ja [lacht] nein", r"--say: unknown direction \[lacht\]: known are pause"),
        ("Ja {a|b", r"--say: a \{ without its \}"),
        ("[pause] …", "--say: there are no words in it"),
    ],
)
def test_what_no_script_could_have_is_one_line_and_no_file(text: str, says: str, tmp_path: Path) -> None:
    done = podcast(*SAY, text, cwd=tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(rf"podcast: {says}.*\n", done.stderr)
    assert done.stdout == ""
    assert not list(tmp_path.iterdir())


def test_out_without_say_is_a_wrong_call(tmp_path: Path) -> None:
    done = podcast("voices", "--out", "a.wav", cwd=tmp_path)
    assert done.returncode == 2
    assert "--out belongs to --say" in done.stderr


@pytest.mark.parametrize("text", ["Er [Trump] sagte {nichts", "Er [lacht] sagte {nichts|etwas}"])
def test_any_text_can_be_read_even_one_that_is_no_turn(text: str, tmp_path: Path) -> None:
    done = podcast("voices", "--read", text, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "nichts" in done.stdout


def test_windows_plays_through_powershell_with_its_quotes_doubled(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []

    def run(args: list[str], *, timeout: float) -> None:
        calls.append(args)

    monkeypatch.setattr("shutil.which", lambda name: f"C:/{name}.exe" if name == "powershell" else None)
    monkeypatch.setattr(tools, "run", run)
    assert tools.play(Path("it's.wav"), 1.0)
    ((program, *_, command),) = calls
    assert program == "C:/powershell.exe"
    assert command == "(New-Object Media.SoundPlayer 'it''s.wav').PlaySync()"


def test_a_player_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[float] = []

    def run(args: list[str], *, timeout: float) -> None:
        limits.append(timeout)
        raise ToolError(f"{args[0]} took longer")

    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr(tools, "run", run)
    assert not tools.play(Path("a.wav"), 3.0)
    assert limits == [3.0 + tools.PATIENCE_S] * len(tools.PLAYERS)
