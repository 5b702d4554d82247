"""What listeners get beside the sound: tags, chapters, transcripts, notes, cover.

``write_companions`` writes them all; each file of this room makes one of them.
"""

from __future__ import annotations

from podcast.publish.companions import write_companions

__all__ = ["write_companions"]
