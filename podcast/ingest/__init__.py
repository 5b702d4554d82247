"""A file, a page, standard input become an Article."""
