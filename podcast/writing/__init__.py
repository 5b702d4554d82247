"""An Article becomes a Script."""

from podcast.writing.offline import write_script

__all__ = ["write_script"]
