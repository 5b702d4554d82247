"""Bad input gets one clear line, the right exit code, and leaves everything as it was."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from podcast.episode import Episode
from tests.running import ARTICLE, NO_MUSIC, SCRIPT, episode, podcast, tree


@dataclass(frozen=True)
class Case:
    """Files to lay down, a call, and what must come of it."""

    says: str
    args: tuple[str, ...]
    code: int = 1
    files: tuple[tuple[str, str | bytes], ...] = ()


SHOW = (("damm.txt", ARTICLE),)
CASES = {
    "missing file": Case("nix.txt.*no such file", ("make", "nix.txt"), 2),
    "directory": Case("folder", ("make", "."), 2),
    "empty file": Case("empty|nothing", ("make", "a.txt"), files=(("a.txt", ""),)),
    "only white space": Case("empty|nothing|no ", ("make", "a.txt"), files=(("a.txt", " \n\n "),)),
    "binary": Case("a.txt", ("make", "a.txt"), files=(("a.txt", bytes(range(256)) * 20),)),
    "no sentences": Case("sentence|nothing", ("make", "a.txt"), files=(("a.txt", "…\n\n———\n\n* * *\n"),)),
    "50 MB": Case("larger than", ("make", "a.txt"), files=(("a.txt", b"Ein Satz. " * 5_000_000),)),
    "unknown encoding": Case(
        "encoding|UTF-8|characters", ("make", "a.txt"), files=(("a.txt", "Größe ".encode("utf-32-le") * 99),)
    ),
    "broken HTML": Case("a.html", ("make", "a.html"), files=(("a.html", "<html><<<p <nav></p"),)),
    "broken PDF": Case("PDF", ("make", "a.pdf"), files=(("a.pdf", b"%PDF-1.7\n%broken\n" + b"\0" * 99),)),
    "broken DOCX": Case("a.docx", ("make", "a.docx"), files=(("a.docx", b"PK\x03\x04 broken"),)),
    "broken EPUB": Case("a.epub", ("make", "a.epub"), files=(("a.epub", b"PK\x03\x04 broken"),)),
    "refused address": Case("127.0.0.1", ("make", "http://127.0.0.1:9/x")),
    "no such protocol": Case("http", ("make", "gopher://example.org/x"), 2),
    "unknown engine": Case(
        "pico, .*edge, gtts, openai, elevenlabs, tone", ("make", "damm.txt", "--engine", "picco"), 2, SHOW
    ),
    "unknown engine in show.toml": Case(
        "pico, .*edge, gtts, openai, elevenlabs, tone",
        ("make", "damm.txt"),
        2,
        (*SHOW, ("show.toml", 'engine = "picco"')),
    ),
    "unknown voice": Case(
        "high, low",
        ("make", "damm.txt"),
        2,
        (*SHOW, ("show.toml", 'engine="tone"\n[[hosts]]\nname="A"\nvoice="x"\n[[hosts]]\nname="B"')),
    ),
    "unknown key": Case(
        "unknown key 'nam'.*'name'", ("make", "damm.txt"), 2, (*SHOW, ("show.toml", 'nam = "x"'))
    ),
    "wrong type": Case(
        "sound.loudness_lufs", ("check", "x"), 2, (("show.toml", '[sound]\nloudness_lufs="x"'),)
    ),
    "not TOML": Case("not TOML", ("doctor",), 2, (("show.toml", "= ="),)),
    "no show.toml": Case("no such file", ("doctor", "--show", "nix.toml"), 2),
    "unknown language": Case("'de', 'en'", ("make", "damm.txt", "--language", "fr"), 2, SHOW),
    "not a number": Case("minutes", ("make", "damm.txt", "--minutes", "nan"), 2, SHOW),
    "unknown command": Case("No such command 'mkae'", ("mkae",), 2),
    "unknown option": Case("No such option", ("make", "--nope", "damm.txt"), 2, SHOW),
    "no article": Case("Missing argument", ("make",), 2),
    "no episode": Case("there is none yet", ("render", "nix"), 2),
    "near episode": Case(
        "did you mean der-kleine-damm",
        ("render", "der-kleine-dam"),
        2,
        (("output/der-kleine-damm/script.md", SCRIPT),),
    ),
    "output names nothing": Case("--output names nothing", ("make", "damm.txt", "--output", ""), 2, SHOW),
    "episode names nothing": Case("EPISODE names nothing", ("check", ""), 2),
    "one sentence of 20,000 characters": Case(
        "one sentence has",
        ("make", "a.txt"),
        1,
        (("a.txt", "Ein Satz. " + "und es geht weiter, " * 1000 + "bis er endet."),),
    ),
    "unreachable page": Case("refused", ("make", "http://127.0.0.1:9/x", "--allow-private")),
    "folder is none": Case("not an episode", ("check", "."), 2),
    "output is a file": Case(
        "output", ("make", "damm.txt", "--engine", "tone"), 1, (*SHOW, ("output", "a file"))
    ),
    "output cannot be written": Case(
        "/proc/x", ("make", "damm.txt", "--engine", "tone", "--output", "/proc/x"), 1, SHOW
    ),
    "script is not UTF-8": Case(
        "line 2.*UTF-8", ("render", "x"), 1, (("output/x/script.md", b"\nGr\xf6\xdfe"),)
    ),
    "script is empty": Case("script.md", ("render", "x"), 1, (("output/x/script.md", ""),)),
    "damaged manifest": Case(
        "episode.json is damaged",
        ("render", "x"),
        1,
        (("output/x/script.md", SCRIPT), ("output/x/episode.json", "{")),
    ),
    "unknown host": Case(
        "unknown host 'Carl'", ("voices", "--say", "x", "--out", "x.wav", "--host", "Carl"), 2
    ),
}


def lay(folder: Path, files: tuple[tuple[str, str | bytes], ...]) -> None:
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_bad_input_gets_one_clear_line(case: Case, tmp_path: Path) -> None:
    lay(tmp_path, case.files)
    before = tree(tmp_path)
    done = podcast(*case.args, "--quiet" if case.args[0] != "mkae" else "x", cwd=tmp_path)
    assert done.returncode == case.code, done.stderr
    assert re.search(case.says, done.stderr), done.stderr
    assert re.fullmatch(r"podcast: .+\n", done.stderr), done.stderr
    assert done.stdout == ""
    assert tree(tmp_path) == before


def test_all_errors_of_a_script_are_listed_with_their_lines(tmp_path: Path) -> None:
    bad = SCRIPT.replace("**Ben:** Warum", "**Bne:** Warum").replace("[pause 0.4s]", "[puase 0.4s]")
    episode(tmp_path / "output", bad)
    before = tree(tmp_path)
    done = podcast("render", "der-kleine-damm", "--engine", "tone", "--quiet", cwd=tmp_path)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert re.match(r"podcast: output/der-kleine-damm/script.md, line 12: .*Bne.*Ben", first)
    assert re.match(r"podcast: output/der-kleine-damm/script.md, line 18: .*puase.*pause", second)
    assert tree(tmp_path) == before


def test_no_ffmpeg_is_known_before_any_work(tmp_path: Path) -> None:
    lay(tmp_path, SHOW)
    before = tree(tmp_path)
    env = {"PODCAST_FFMPEG": "/nonexistent"}
    done = podcast("make", "damm.txt", "--engine", "tone", "--quiet", cwd=tmp_path, env=env)
    assert done.returncode == 1
    assert re.fullmatch(r"podcast: .*PODCAST_FFMPEG.*/nonexistent.*\n", done.stderr)
    assert tree(tmp_path) == before


def test_a_full_disk_leaves_the_old_episode(tmp_path: Path) -> None:
    """No file may grow beyond 100 kB: what a full disk does, without filling one."""
    (tmp_path / "show.toml").write_text(NO_MUSIC)
    folder = episode(tmp_path / "output")
    assert podcast("render", "der-kleine-damm", "--engine", "tone", cwd=tmp_path).returncode == 0
    before = tree(tmp_path)
    script = SCRIPT.replace("immerhin zwei Millionen Euro", "zwei Millionen Euro, und das ist viel Geld " * 4)
    (folder / "script.md").write_text(script, encoding="utf-8")
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    done = podcast("render", "der-kleine-damm", "--engine", "tone", "--quiet", cwd=tmp_path, before=limit)
    assert done.returncode == 1
    assert re.fullmatch(r"podcast: .+\n", done.stderr), done.stderr
    assert "mistake in podcast" not in done.stderr
    (folder / "script.md").write_text(SCRIPT, encoding="utf-8")
    assert tree(tmp_path) == before


def test_second_process_in_an_episode_is_told_who_is_there(tmp_path: Path) -> None:
    folder = episode(tmp_path / "output")
    before = tree(tmp_path)
    with Episode(folder).lock():
        done = podcast("render", "der-kleine-damm", "--engine", "tone", "--quiet", cwd=tmp_path)
    assert done.returncode == 1
    assert re.fullmatch(r"podcast: another podcast process \(pid \d+\) is working on .*\n", done.stderr)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_stopped_by_hand_is_one_line_and_the_same_command_goes_on(name: str, tmp_path: Path) -> None:
    (tmp_path / "show.toml").write_text(NO_MUSIC)
    folder = episode(tmp_path / "output")
    hook = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background ignores it
        "def stop(event, args):\n"
        f" if event == 'os.rename': os.kill(os.getpid(), signal.{name})\n"
        "sys.addaudithook(stop)"
    )
    args = ("render", "der-kleine-damm", "--engine", "tone", "--quiet")
    done = podcast(*args, cwd=tmp_path, before=hook)
    assert done.returncode == 1
    assert re.fullmatch(r"podcast: stopped; .*\n", done.stderr), done.stderr
    assert list(tree(folder)) == ["script.md"]
    assert podcast(*args, cwd=tmp_path).returncode == 0


def test_one_article_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "show.toml").write_text(NO_MUSIC)
    lay(tmp_path, (*SHOW, ("empty.txt", "")))
    done = podcast("make", "empty.txt", "nix.txt", "damm.txt", "--engine", "tone", cwd=tmp_path)
    assert done.returncode == 1
    assert len([line for line in done.stderr.splitlines() if line.startswith("podcast: ")]) == 2
    assert re.fullmatch(r"output/.*/episode\.mp3\n", done.stdout)


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = podcast("make", "nix.txt", "--debug", cwd=tmp_path)
    assert "Traceback" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("podcast: nix.txt")


def test_a_mistake_of_ours_is_one_line_too(tmp_path: Path) -> None:
    broken = "import podcast.show\ndef broken(path): raise ZeroDivisionError('oh')\npodcast.show.load_show = broken"
    done = podcast("doctor", cwd=tmp_path, before=broken)
    assert done.returncode == 1
    assert re.fullmatch(
        r"podcast: this is a mistake in podcast itself \(ZeroDivisionError: oh\).*\n", done.stderr
    )


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    code = "from podcast.cli import main\nimport sys\nsys.exit(main(['voices']))"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        assert done.stderr.read() == b""
