"""A whole episode by online engines, one for each host, from services on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.manifest import Manifest
from tests.running import NO_MUSIC, episode, podcast
from tests.speech.services import Answer, says, serving, spoken

KEYS = {"OPENAI_API_KEY": "", "HOUSE_KEY": "sk-house-4711", "ELEVENLABS_API_KEY": "xi-4711"}
SHOW = (
    NO_MUSIC
    + """
[[hosts]]
name = "Alana"
engine = "openai"
voice = "af_bella"
[[hosts]]
name = "Ben"
engine = "elevenlabs"
[engines.openai]
base_url = "{url}/v1"
key_env = "HOUSE_KEY"
[engines.elevenlabs]
base_url = "{url}"
"""
)


def render(folder: Path, *answers: Answer, times: int = 1, debug: bool = False) -> tuple[int, str, list[str]]:
    """Render the small episode: the last exit code, all that was said, and the voices that were asked for."""
    said = ""
    more = ("--debug",) if debug else ()
    with serving(*answers) as service:
        episode(folder / "output")
        (folder / "show.toml").write_text(SHOW.format(url=service.url), encoding="utf-8")
        for _ in range(times):
            done = podcast("render", "der-kleine-damm", *more, cwd=folder, env=KEYS)
            said += done.stdout + done.stderr
    asked = [
        str(asked.body.get("voice") or asked.path.split("/")[3].split("?")[0]) for asked in service.asked
    ]
    return done.returncode, said, asked


def everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_two_services_speak_an_episode_and_no_key_is_left_behind(tmp_path: Path) -> None:
    """The second time nothing is asked for: all turns lie in the cache."""
    code, said, asked = render(tmp_path, spoken("wav"), times=2, debug=True)
    assert code == 0, said
    assert sorted(asked) == ["JBFqnCBsd6RMkjVDRZzb"] * 3 + ["af_bella"] * 3
    made = Manifest.from_json((tmp_path / "output" / "der-kleine-damm" / "episode.json").read_bytes()).made
    assert made
    assert b"4711" not in everything(tmp_path)
    assert "4711" not in said


@pytest.mark.parametrize("debug", [False, True])
def test_a_key_that_is_refused_ends_the_work_and_is_not_told(debug: bool, tmp_path: Path) -> None:
    code, said, _ = render(tmp_path, says(401, b'{"error": {"message": "no: sk-house-4711"}}'), debug=debug)
    assert code == 1
    assert "refuses the key" in said
    assert "4711" not in said
    assert b"4711" not in everything(tmp_path)
