"""An episode's folder: names, places, the lock, and writing that is never half done."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.article import Article, Section, Sentence
from podcast.episode import READY, TEMPORARY, Episode, episodes, find, place, slug_of, write_atomically
from podcast.errors import CallError, EpisodeError
from podcast.manifest import Draft, Manifest, sha256


def article(title: str = "Der Gipfel", source: str = "a.txt", text: str = "Ein Satz.") -> Article:
    return Article(title, "de", source, (Section("", (Sentence(1, text, 1),)),))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Der Gipfel der leeren Gesten", "der-gipfel-der-leeren-gesten"),
        ("Größe, Übermut & Ärger: Öl", "groesse-uebermut-aerger-oel"),
        ("U\u0308ber", "ueber"),
        ("São Paulo — 3,5 %", "sao-paulo-3-5"),
        ("../../etc/passwd", "etc-passwd"),
        ("Site", "site-episode"),
        ("CON", "con-episode"),
        ("a" * 200, "a" * 60),
        ("wort " * 40, "-".join(["wort"] * 12)),
    ],
)
def test_slug_is_readable_and_safe(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text())
def test_slug_of_anything_is_a_short_safe_name(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]{0,66}[a-z0-9])?", slug_of(title))


def test_titles_without_latin_letters_differ() -> None:
    assert slug_of("Саммит") != slug_of("Встреча")


def put(output: Path, one: Article) -> str:
    with place(output, one) as episode:
        episode.article.write_bytes(one.to_json())
        return episode.slug


def test_same_source_is_the_same_episode_and_another_gets_a_number(tmp_path: Path) -> None:
    assert put(tmp_path, article(text="Eins.")) == "der-gipfel"
    assert put(tmp_path, article(text="Neu gefasst.", source="./a.txt")) == "der-gipfel"
    assert put(tmp_path, article(text="Zwei.", source="b.txt")) == "der-gipfel-2"
    assert put(tmp_path, article(text="Drei.", source="c.txt")) == "der-gipfel-3"
    assert put(tmp_path, article(text="Zwei.", source="elsewhere/b.txt")) == "der-gipfel-2"


def test_standard_input_is_the_same_only_with_the_same_text(tmp_path: Path) -> None:
    assert put(tmp_path, article(source="-", text="Eins.")) == "der-gipfel"
    assert put(tmp_path, article(source="-", text="Eins.")) == "der-gipfel"
    assert put(tmp_path, article(source="-", text="Zwei.")) == "der-gipfel-2"


def test_a_script_that_someone_put_there_is_never_taken_over(tmp_path: Path) -> None:
    (tmp_path / "der-gipfel").mkdir()
    (tmp_path / "der-gipfel" / "script.md").write_text("mine")
    assert put(tmp_path, article()) == "der-gipfel-2"


def test_a_failed_first_run_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), place(tmp_path, article()):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_second_process_is_told_who_is_at_work(tmp_path: Path) -> None:
    episode = Episode(tmp_path / "folge")
    code = (
        "import sys, pathlib\nfrom podcast.episode import Episode\n"
        "with Episode(pathlib.Path(sys.argv[1])).lock():\n print('locked', flush=True)\n sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(episode.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdin
    assert other.stdout
    assert other.stdout.readline() == b"locked\n"
    with (
        pytest.raises(EpisodeError, match=rf"another podcast process \(pid {other.pid}\) is working on"),
        episode.lock(),
    ):
        pass
    other.kill()
    other.communicate()
    with episode.lock():
        pass


def test_results_move_in_together(tmp_path: Path) -> None:
    episode = Episode(tmp_path / "folge")
    with episode.lock():
        with episode.results() as work:
            (work / "notes.md").write_text("neu")
            (work / "episode.json").write_bytes(b"{}")
            assert not (episode.folder / "notes.md").exists()
        assert (episode.folder / "notes.md").read_text() == "neu"
        with pytest.raises(RuntimeError), episode.results() as work:  # noqa: PT012 (the manager is tried)
            (work / "notes.md").write_text("halb")
            raise RuntimeError
    assert (episode.folder / "notes.md").read_text() == "neu"
    assert sorted(p.name for p in episode.folder.iterdir()) == [".lock", "episode.json", "notes.md"]


def test_what_a_killed_run_left_is_finished_or_removed(tmp_path: Path) -> None:
    """Killed between two moves: the rest of the ready set moves in; an unready one goes."""
    episode = Episode(tmp_path / "folge")
    (episode.folder / READY).mkdir(parents=True)
    (episode.folder / READY / "notes.md").write_text("neu")
    (episode.folder / "notes.md").write_text("alt")
    (episode.folder / f"{TEMPORARY}xyz").mkdir()
    (episode.folder / f"{TEMPORARY}xyz" / "stream.mp3").write_bytes(b"half")
    (episode.folder / f"{TEMPORARY}abc").write_bytes(b"half")
    with episode.lock():
        assert (episode.folder / "notes.md").read_text() == "neu"
    assert sorted(p.name for p in episode.folder.iterdir()) == [".lock", "notes.md"]


def test_edited_is_what_differs_from_the_draft(tmp_path: Path) -> None:
    episode = Episode(tmp_path)
    assert not episode.edited()
    episode.script.write_bytes(b"draft")
    assert episode.edited(), "nobody knows where this script comes from: it may be a host's"
    episode.manifest.write_bytes(Manifest(draft=Draft("0", "", sha256(b"draft"))).to_json())
    assert not episode.edited()
    episode.script.write_bytes(b"draft, edited")
    assert episode.edited()


def test_an_old_script_never_replaces_an_older_one(tmp_path: Path) -> None:
    episode = Episode(tmp_path)
    for text in ("one", "two"):
        episode.script.write_text(text)
        episode.keep_old_script()
    assert (tmp_path / "script.old.md").read_text() == "one"
    assert (tmp_path / "script.old-2.md").read_text() == "two"


def test_a_damaged_manifest_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "episode.json").write_bytes(b'{"draft": 3}')
    with pytest.raises(EpisodeError, match="damaged"):
        Episode(tmp_path).read_manifest()


def test_find_by_folder_slug_and_script(tmp_path: Path) -> None:
    folder = tmp_path / "der-gipfel"
    folder.mkdir()
    (folder / "script.md").write_text("x")
    for name in ("der-gipfel", str(folder), str(folder / "script.md")):
        assert find(tmp_path, name).folder.resolve() == folder
    assert [episode.slug for episode in episodes(tmp_path)] == ["der-gipfel"]


@pytest.mark.parametrize(
    ("name", "says"), [("der-gipfl", "did you mean der-gipfel"), ("xyz", "there are der-gipfel")]
)
def test_find_suggests(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "der-gipfel").mkdir()
    (tmp_path / "der-gipfel" / "script.md").write_text("x")
    with pytest.raises(CallError, match=says):
        find(tmp_path, name)


def test_find_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="there is none yet"):
        find(tmp_path / "nowhere", "x")
    with pytest.raises(CallError, match="is not an episode"):
        find(tmp_path, str(tmp_path))


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(EpisodeError, match="cannot be written"):
        write_atomically(target, b"x")
    assert list(tmp_path.iterdir()) == [target]
