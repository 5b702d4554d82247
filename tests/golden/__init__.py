"""Whole scripts of the offline writer, kept as files: what it says today, for people to read and compare.

``python -m tests.golden`` writes them anew.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from podcast import script as scripts
from podcast.article import Article
from podcast.show import Show
from podcast.writing import write_script
from tests.writing.articles import seed

__all__ = ["GOLDEN", "HOSTS", "article", "made", "path"]

GOLDEN = {
    "analysis-de": "filibuster.txt",
    "analysis-en": "marshall-plan.txt",
    "essay-de": "zeitzonen.txt",
    "interview-de": "interview-format.txt",
    "interview-en": "interview-census.txt",
    "news-de": "supreme-court.txt",
    "news-en": "baltimore-bridge.txt",
    "portrait-de": "portraet-frances-perkins.txt",
    "portrait-en": "frances-kelsey.txt",
    "science-de": "mondspiegel.md",
}
"""The name of each script and the article in seeds/ that it was made of: one of each kind, German and English."""

SHOW = Show()
HOSTS = tuple(host.name for host in SHOW.hosts)
HERE = Path(__file__).parent


def path(name: str) -> Path:
    """The file of a script."""
    return HERE / f"{name}.md"


def article(name: str) -> Article:
    """The article of a script; its source does not depend on where the checkout lies."""
    return replace(seed(GOLDEN[name]), source=f"seeds/{GOLDEN[name]}")


def made(name: str) -> str:
    """The script as the writer writes it now, as Markdown."""
    return scripts.write(write_script(article(name), SHOW))
