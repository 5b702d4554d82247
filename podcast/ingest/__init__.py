"""Reading an article: a file, a page, standard input → ``podcast.article.Article``."""

from podcast.ingest.read import read_article

__all__ = ["read_article"]
