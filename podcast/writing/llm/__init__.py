"""The language-model writer: an article becomes a script by a model on any server that speaks OpenAI's completions."""

from podcast.writing.llm.forecast import Estimate, estimate
from podcast.writing.llm.server import ready
from podcast.writing.llm.writer import Written, write

__all__ = ["Estimate", "Written", "estimate", "ready", "write"]
