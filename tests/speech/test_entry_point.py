"""An engine of another package, installed for one run: a folder on the path with the package and its metadata."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from podcast.clip import Clip
from tests.running import podcast

GOOD = """
    from podcast.clip import Clip
    from podcast.speech.engines import BaseEngine, Voice

    class Beeper(BaseEngine):
        name = "beeper"
        summary = "a beep for each word"

        def voices(self, language):
            return [Voice("beep", language, "a beep"), Voice("boop", language, "a boop")]

        def synthesize(self, text, voice, *, before="", after=""):
            wave = b"\\x00\\x20" * 20 + b"\\x00\\xe0" * 20
            return Clip(wave * 50 * len(text.split()), 8000)
"""


def install(folder: Path, name: str, code: str, entry: str) -> dict[str, str]:
    """What pip would leave behind for a package with one engine; returns the environment that finds it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}_voices.py").write_text(textwrap.dedent(code), encoding="utf-8")
    metadata = folder / f"{name}_voices-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-voices\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text(f"[podcast.engines]\n{name} = {entry}\n")
    return {"PYTHONPATH": str(folder)}


@pytest.fixture
def beeper(tmp_path: Path) -> dict[str, str]:
    return install(tmp_path / "site", "beeper", GOOD, "beeper_voices:Beeper")


def test_it_is_listed_with_its_voices_and_the_hosts_that_take_them(
    beeper: dict[str, str], tmp_path: Path
) -> None:
    done = podcast("voices", "--engine", "beeper", "--language", "de", cwd=tmp_path, env=beeper)
    assert done.returncode == 0, done.stderr
    head, first, second = done.stdout.splitlines()
    assert head.split(maxsplit=1) == ["beeper", "a beep for each word"]
    assert first.split() == ["de", "beep", "a", "beep", "Alana"]
    assert second.split() == ["de", "boop", "a", "boop", "Ben"]


def test_it_speaks(beeper: dict[str, str], tmp_path: Path) -> None:
    call = ("voices", "--say", "Guten Abend liebe Leute", "--out", "a.wav", "--engine", "beeper")
    done = podcast(*call, cwd=tmp_path, env=beeper)
    assert done.returncode == 0, done.stderr
    clip = Clip.from_wav((tmp_path / "a.wav").read_bytes())
    assert clip.rate == 8000
    assert clip.frames == 4 * 50 * 40


def test_without_the_package_its_name_is_unknown(tmp_path: Path) -> None:
    done = podcast("voices", "--engine", "beeper", cwd=tmp_path)
    assert done.returncode == 2
    assert "unknown engine 'beeper'" in done.stderr


BROKEN = {
    "import": ("import no_such_module\n", "cannot be loaded: No module named 'no_such_module'"),
    "no class": ("x = 1\n", "cannot be loaded"),
    "no method": (GOOD.replace("def synthesize", "def speak"), "has no synthesize"),
    "its own idea": ("class Beeper:\n    def synthesize(self): ...\n", "has no name"),
    "start": (
        GOOD + "\n        def __init__(self, options=None):\n            raise OSError('no sound card')\n",
        "cannot be started: no sound card",
    ),
    "voices": (GOOD.replace("return [Voice", "raise KeyError('list'); return [Voice"), "KeyError: 'list'"),
    "unavailable": (
        GOOD + "\n        def unavailable(self):\n            return 1 / 0\n",
        "ZeroDivisionError: division by zero",
    ),
}


@pytest.mark.parametrize(("code", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_one_has_its_reason_and_leaves_the_others_alone(
    code: str, reason: str, tmp_path: Path
) -> None:
    env = install(tmp_path / "site", "beeper", code, "beeper_voices:Beeper")
    done = podcast("voices", "--language", "en", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    (line,) = (line for line in lines if line.startswith("beeper "))
    assert reason in line
    assert any(line.startswith("pico ") and "not here" not in line for line in lines)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("fault", ["import", "no method", "unavailable"])
def test_doctor_lists_a_broken_one_and_finds_the_rest_well(fault: str, tmp_path: Path) -> None:
    code, reason = BROKEN[fault]
    env = install(tmp_path / "site", "beeper", code, "beeper_voices:Beeper")
    done = podcast("doctor", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    (line,) = (line for line in done.stdout.splitlines() if "engine beeper" in line)
    assert line.startswith("no ")
    assert reason in line


def test_a_broken_one_that_is_asked_for_fails_in_one_line(tmp_path: Path) -> None:
    env = install(tmp_path / "site", "beeper", BROKEN["import"][0], "beeper_voices:Beeper")
    done = podcast("voices", "--say", "Hallo", "--out", "a.wav", "--engine", "beeper", cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert "beeper-voices" in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_cannot_take_the_name_of_one_of_ours(tmp_path: Path) -> None:
    env = install(tmp_path / "site", "pico", GOOD, "pico_voices:Beeper")
    done = podcast("voices", "--engine", "pico", cwd=tmp_path, env=env)
    assert "SVOX Pico" in done.stdout


def test_no_engines_package_is_imported_before_it_is_used(tmp_path: Path) -> None:
    """Listing engines and voices and looking after them loads none of their libraries."""
    after = (
        "import atexit, sys\n"
        "heavy = {'piper', 'onnxruntime', 'espeakng_loader', 'py_nanotts', 'gtts', 'edge_tts', 'openai'}\n"
        "atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
    )
    for command in ("voices", "doctor"):
        done = podcast(command, cwd=tmp_path, before=after)
        assert done.stderr.strip().endswith("[]"), done.stderr
