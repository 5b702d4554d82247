"""Alana & Ben: an article becomes a podcast episode in which two hosts talk it through."""

__version__ = "0.1.0"
