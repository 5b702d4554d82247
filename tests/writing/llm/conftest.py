"""Fixtures of the language-model writer's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from podcast.article import Article
from podcast.writing.llm import client, writer
from tests.writing.llm.articles import article


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between attempts nobody waits, unless a test or the server says how long; no key of the developer's counts."""
    monkeypatch.setattr(client, "WAITS_S", (0.0, 0.0, 0.0))
    monkeypatch.setattr(writer, "forget", lambda: None)  # the grammar's models take half a second to load
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_LOG", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def german(tmp_path: Path) -> Article:
    """A small German article with headings, figures, names and a quotation."""
    return article(tmp_path)
