"""The whole way: the same bytes again, only what changed is spoken, and a killed run goes on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from podcast.manifest import Manifest
from tests.running import ARTICLE, NO_MUSIC, SCRIPT, digest, episode, podcast, tree

RENDER = ("render", "der-kleine-damm", "--engine", "tone")
FILES = {
    "article.json", "chapters.json", "cover.jpg", "episode.json", "episode.mp3", "episode.srt", "episode.vtt",
    "notes.md", "script.md", "transcript.json",
}  # fmt: skip


@pytest.fixture
def no_music(tmp_path: Path) -> None:
    """A show without a theme, for tests that render often."""
    (tmp_path / "show.toml").write_text(NO_MUSIC)


def test_make_leaves_everything_that_design_names(tmp_path: Path) -> None:
    (tmp_path / "damm.txt").write_text(ARTICLE, encoding="utf-8")
    done = podcast("make", "damm.txt", "--engine", "tone", "--title", "Der kleine Damm", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "output/der-kleine-damm/episode.mp3\n"
    assert set(tree(tmp_path / "output" / "der-kleine-damm")) == FILES
    assert re.search(r"^\d+ spoken, \d+ cached$", done.stderr, re.M)
    assert not any(line.startswith("podcast:") for line in done.stderr.splitlines())


@pytest.mark.usefixtures("no_music")
def test_draft_then_render_is_make(tmp_path: Path) -> None:
    (tmp_path / "damm.txt").write_text(ARTICLE, encoding="utf-8")
    drafted = podcast("draft", "damm.txt", "--output", "a", "--quiet", cwd=tmp_path)
    assert re.fullmatch(r"a/[a-z-]+/script\.md\n", drafted.stdout), drafted.stderr
    folder = Path(drafted.stdout.strip()).parent
    podcast("render", folder, "--engine", "tone", "--output", "a", cwd=tmp_path)
    made = podcast("make", "damm.txt", "--engine", "tone", "--output", "b", "--quiet", cwd=tmp_path)
    assert made.stderr == ""
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    results = []
    for name in ("one", "two/deeper"):
        folder = episode(tmp_path / name / "output")
        assert podcast(*RENDER, cwd=tmp_path / name).returncode == 0
        results.append(tree(folder))
    assert results[0] == results[1]
    assert "episode.mp3" in results[0]


@pytest.mark.usefixtures("no_music")
def test_one_edited_turn_is_spoken_alone(tmp_path: Path) -> None:
    folder = episode(tmp_path / "output")
    first = podcast(*RENDER, cwd=tmp_path)
    assert "6 spoken, 0 cached" in first.stderr.splitlines()
    before = digest(folder / "episode.mp3")
    (folder / "script.md").write_text(SCRIPT.replace("seit sechzig Jahren", "seit Jahren"), encoding="utf-8")
    second = podcast(*RENDER, cwd=tmp_path)
    assert "1 spoken, 5 cached" in second.stderr.splitlines()
    assert digest(folder / "episode.mp3") != before
    (folder / "script.md").write_text(SCRIPT, encoding="utf-8")
    third = podcast(*RENDER, cwd=tmp_path)
    assert "0 spoken, 6 cached" in third.stderr.splitlines()
    assert digest(folder / "episode.mp3") == before


@pytest.mark.usefixtures("no_music")
def test_manifest_says_what_was_made_from_what(tmp_path: Path) -> None:
    folder = episode(tmp_path / "output")
    podcast(*RENDER, cwd=tmp_path)
    made = Manifest.from_json((folder / "episode.json").read_bytes()).made
    assert made
    assert made.script == digest(folder / "script.md")
    assert made.files == {n: h for n, h in tree(folder).items() if n not in {"script.md", "episode.json"}}
    assert [turn.engine for turn in made.turns] == ["tone"] * 6
    assert [turn.host for turn in made.turns] == ["Alana", "Ben"] + ["Alana", "Ben"] * 2
    assert all((tmp_path / "output" / ".clips").rglob(f"{turn.clip}*") for turn in made.turns)
    assert len(made.timeline.cues) == 6
    assert [chapter.title for chapter in made.timeline.chapters] == ["Einstieg", "Wer zahlt"]
    assert -16.5 <= made.loudness_lufs <= -15.5
    assert made.true_peak_dbtp <= -1.0
    assert str(tmp_path) not in (folder / "episode.json").read_text(encoding="utf-8")


def test_an_edited_script_stays_until_redraft(tmp_path: Path) -> None:
    (tmp_path / "damm.txt").write_text(ARTICLE, encoding="utf-8")
    drafted = podcast("draft", "damm.txt", "--quiet", cwd=tmp_path)
    script = tmp_path / drafted.stdout.strip()
    written = script.read_text(encoding="utf-8")
    script.write_text(written + "\n**Ben:** Ein Nachsatz.\n", encoding="utf-8")
    again = podcast("draft", "damm.txt", cwd=tmp_path)
    assert again.returncode == 0
    assert "was edited and stays as it is; --redraft writes it anew" in again.stderr
    assert script.read_text(encoding="utf-8").endswith("Ein Nachsatz.\n")
    anew = podcast("draft", "damm.txt", "--redraft", cwd=tmp_path)
    assert "the edited script is kept as" in anew.stderr
    assert script.read_text(encoding="utf-8") == written
    assert script.with_name("script.old.md").read_text(encoding="utf-8").endswith("Ein Nachsatz.\n")


def test_an_untouched_draft_follows_its_article(tmp_path: Path) -> None:
    source = tmp_path / "damm.txt"
    source.write_text(ARTICLE, encoding="utf-8")
    script = (
        tmp_path / podcast("draft", "damm.txt", "--title", "Damm", "--quiet", cwd=tmp_path).stdout.strip()
    )
    source.write_text(ARTICLE.replace("sechzig", "siebzig"), encoding="utf-8")
    podcast("draft", "damm.txt", "--title", "Damm", "--quiet", cwd=tmp_path)
    assert "siebzig" in script.read_text(encoding="utf-8")


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = podcast("draft", "-", "--title", "Der Damm", "--quiet", cwd=tmp_path, stdin=ARTICLE.encode())
    assert done.stdout == "output/der-damm/script.md\n", done.stderr


# Counts what changes files or starts programs, and dies in the middle of one of them, as kill -9 would.
KILL = """
import os, signal, sys
count, deadly = 0, {at}
def watch(event, args):
    global count
    if event in ("os.rename", "subprocess.Popen") or (event == "open" and args[1] in ("wb", "w", "xb")):
        count += 1
        if count == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
import atexit
atexit.register(lambda: print(f"events {{count}}", file=sys.stderr))
"""


@pytest.mark.usefixtures("no_music")
def test_killed_at_any_moment_render_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    whole = episode(tmp_path / "whole")
    counted = podcast(*RENDER, "--output", "whole", cwd=tmp_path, before=KILL.format(at=0))
    events = int(re.findall(r"events (\d+)", counted.stderr)[-1])
    assert events > 15, "clips, companions and the moves into place are seen"
    moments = sorted({1, events // 4, events // 2, 3 * events // 4, events - 6, events - 2, events})
    for at in moments:
        folder = episode(tmp_path / f"at-{at}")
        args = (*RENDER, "--output", f"at-{at}", "--quiet")
        killed = podcast(*args, cwd=tmp_path, before=KILL.format(at=at))
        assert killed.returncode == -9, (at, killed.stderr)
        assert podcast(*args, cwd=tmp_path).returncode == 0
        assert tree(folder) == tree(whole), at


@pytest.mark.usefixtures("no_music")
def test_killed_between_the_moves_the_next_command_finishes_them(tmp_path: Path) -> None:
    """A mixture of old and new companions is never what a later command sees."""
    folder = episode(tmp_path / "output")
    podcast(*RENDER, cwd=tmp_path)
    (folder / "script.md").write_text(SCRIPT.replace("sechzig", "siebzig"), encoding="utf-8")
    hook = (
        "import os, signal, sys\n"
        "def watch(event, args):\n"
        "  if event == 'os.rename' and str(args[1]).endswith('episode.mp3'): os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(watch)"
    )
    assert podcast(*RENDER, cwd=tmp_path, before=hook).returncode == -9
    (folder / "script.md").write_text(SCRIPT, encoding="utf-8")
    bad = podcast(
        "render", "der-kleine-damm", "--engine", "gtts", cwd=tmp_path, env={"PODCAST_FFMPEG": "/nonexistent"}
    )
    assert bad.returncode == 1
    podcast(*RENDER, cwd=tmp_path)
    made = Manifest.from_json((folder / "episode.json").read_bytes()).made
    assert made
    assert made.files == {n: h for n, h in tree(folder).items() if n not in {"script.md", "episode.json"}}


def test_check_finds_what_is_weak_and_counts(tmp_path: Path) -> None:
    weak = SCRIPT.replace("Warum gerade dieser Damm?", "Wort " * 79 + "Ende.").replace(
        "<!-- s5 -->", "<!-- s99 -->"
    )
    (tmp_path / "damm.txt").write_text(ARTICLE, encoding="utf-8")
    drafted = podcast("draft", "damm.txt", "--title", "Der kleine Damm", "--quiet", cwd=tmp_path)
    (tmp_path / drafted.stdout.strip()).write_text(weak, encoding="utf-8")
    done = podcast("check", "der-kleine-damm", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    kinds = {finding["kind"]: finding for finding in report["findings"]}
    assert kinds["long-turn"]["line"] == 12
    assert kinds["long-turn"]["turn"] == 2
    assert kinds["unknown-sentence"]["text"].startswith("the article has no sentence s99")
    assert kinds["unused-sentences"]["severity"] == "note"
    figures = report["figures"]
    assert figures["turns"] == 6
    assert figures["longest_turn_words"] == 80
    assert abs(sum(host["share"] for host in figures["hosts"].values()) - 1) < 0.01
    assert figures["measured"] is False
    text = podcast("check", "der-kleine-damm", cwd=tmp_path).stdout
    assert re.search(r"^output/der-kleine-damm/script\.md:12: warning: 80 words", text, re.M)


def test_check_lists_errors_and_fails(tmp_path: Path) -> None:
    episode(tmp_path / "output", SCRIPT.replace("[pause 0.4s]", "[puase]"))
    done = podcast("check", "der-kleine-damm", "--json", cwd=tmp_path)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert [(f["line"], f["severity"]) for f in report["findings"]] == [(18, "error")]
    assert report["figures"] is None


@pytest.mark.usefixtures("no_music")
def test_check_after_render_gives_the_measured_length(tmp_path: Path) -> None:
    episode(tmp_path / "output")
    podcast(*RENDER, cwd=tmp_path)
    figures = json.loads(podcast("check", "der-kleine-damm", "--json", cwd=tmp_path).stdout)["figures"]
    assert figures["measured"] is True


@pytest.mark.parametrize(
    ("language", "written", "read"), [("de", "3 Ideen", "drei"), ("en", "3 ideas", "three")]
)
def test_voices_reads_without_speaking(language: str, written: str, read: str, tmp_path: Path) -> None:
    done = podcast("voices", "--read", written, "--language", language, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert read in done.stdout
    assert done.stdout.count("\n") == 1


def test_voices_lists_every_engine_and_who_takes_what(tmp_path: Path) -> None:
    done = podcast("voices", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("pico", "gtts", "tone"):
        assert re.search(rf"^{name} ", done.stdout, re.M)
    assert re.search(r"high .*Alana", done.stdout)
    assert re.search(r"low .*Ben", done.stdout)


def test_voices_says_a_sample(tmp_path: Path) -> None:
    done = podcast(
        "voices", "--say", "Guten Tag.", "--out", "a.wav", "--engine", "tone", "--host", "ben", cwd=tmp_path
    )
    assert done.stdout == "a.wav\n", done.stderr
    assert (tmp_path / "a.wav").read_bytes()[:4] == b"RIFF"


def test_doctor_is_content_here(tmp_path: Path) -> None:
    done = podcast("doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("Python", "ffmpeg", "templates", "engine pico", "output", "free disk"):
        assert re.search(rf"^ok +{name} ", done.stdout, re.M), name


def test_doctor_names_what_mends_a_missing_ffmpeg(tmp_path: Path) -> None:
    done = podcast("doctor", cwd=tmp_path, env={"PODCAST_FFMPEG": "/nonexistent"})
    assert done.returncode == 1
    assert re.search(r"^MISSING +ffmpeg .*PODCAST_FFMPEG", done.stdout, re.M)


def test_help_answers_at_once(tmp_path: Path) -> None:
    """No room is imported: what would be slow is named."""
    heavy = (
        "import atexit, sys\n"
        "names = ('numpy', 'scipy', 'lxml', 'jinja2', 'rich', 'podcast.pipeline')\n"
        "atexit.register(lambda: print(*[n for n in names if n in sys.modules], file=sys.stderr))"
    )
    done = podcast("--help", cwd=tmp_path, before=heavy)
    assert done.returncode == 0
    assert done.stderr.strip() == ""
