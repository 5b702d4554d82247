"""Clips become a programme: stitched, placed, levelled, encoded.

``produce`` is the whole of it. How it is built, lowest first::

    model.py      Take, Programme                       what goes in and comes out
    loudness.py   BS.1770 loudness and true peak        numbers only
    limiter.py    look-ahead peak limiter               numbers only
    mp3.py        PCM → MP3 frames → PCM                through ffmpeg
    theme.py      the program's own music               numbers only
    music.py      the theme or the show's own file, cut and levelled
    shape.py      one clip: trimmed, faded, resampled, levelled (pydub holds it)
    reactions.py  which turns may come in early by themselves
    plan.py       takes → blocks: pauses, overlaps, where to cut
    mix.py        one block → stereo PCM and the places of its turns
    cache.py      finished blocks on the disk
    programme.py  all blocks → one MP3 and its timeline
"""

from podcast.audio.model import Programme, Take
from podcast.audio.programme import produce

__all__ = ["Programme", "Take", "produce"]
