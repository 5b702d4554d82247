"""Articles for the writer's tests: the seeds as the reader gives them, and small ones made by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from podcast.article import Article, Section, Sentence
from podcast.ingest import read_article

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(
    path.name for path in SEEDS.iterdir() if path.suffix in {".txt", ".md", ".html"} and path.stem != "README"
)


@cache
def seed(name: str) -> Article:
    """One of the sample articles in seeds/."""
    return read_article(str(SEEDS / name))


def article(*paragraphs: list[str], language: str = "de", heading: str = "") -> Article:
    """An article of one section: paragraphs of sentences."""
    sentences = []
    for number, paragraph in enumerate(paragraphs, 1):
        sentences += [(text, number) for text in paragraph]
    numbered = tuple(Sentence(n, text, paragraph) for n, (text, paragraph) in enumerate(sentences, 1))
    return Article("Ein Titel", language, "test", (Section(heading, numbered),))
