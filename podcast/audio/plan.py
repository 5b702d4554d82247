"""From takes to blocks: pauses, overlaps, music, and where the programme is cut. Pure; lengths in frames.

A block is what is mixed, mastered, encoded and cached as one. It should be short, so that an edit costs
little, and an edit of one turn must not move the cuts elsewhere. So nothing is counted from the start:
whether there is a cut before a turn is decided by that turn and those next to it alone.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from podcast.audio.model import RATE, Take
from podcast.audio.mp3 import TAIL
from podcast.audio.reactions import asks, is_reaction
from podcast.audio.shape import KEEP_AFTER_S, KEEP_BEFORE_S
from podcast.show import Show, Sound

__all__ = ["Block", "Item", "Source", "plan"]

JITTER = 0.08
"""Pauses differ by up to so much (a hash of the words before decides), as between people."""

BEFORE_MUSIC_S = 0.35
AFTER_LAST_S = 0.50
LONG_S = 30.0
"""Two neighbouring turns that last longer than this together are always cut apart."""
LONGEST_S = 40.0
"""A block that is longer is cut again, so that no block needs much memory."""
WORDS_LOOKED_AT = 24
"""So many characters of a turn decide about the cut before it: most edits leave them alone."""

LEAD_IN = round(KEEP_BEFORE_S * RATE)
"""Where the first word of a block begins: its clip has so much silence left before it."""
SMALLEST_CUT = LEAD_IN + round(KEEP_AFTER_S * RATE) + TAIL
"""A pause that can be cut: the encoder needs silence at a block's end (see mp3.py)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a take's clip: the SHA-256 of the file, and its length."""

    digest: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Item:
    """A take in its block. ``gap`` is the silence before its first word; below 0 it overlaps so far."""

    take: Take
    digest: str
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """``music`` (``opening`` or ``between``) first, then the takes, then ``tail`` frames of silence.

    ``closing`` says that the closing music stands at the end of that silence.
    """

    items: tuple[Item, ...]
    music: str | None = None
    tail: int = 0
    closing: bool = False


@dataclass(slots=True)
class _Join:
    """What is between a take and the one before it."""

    gap: int
    music: bool
    segment: bool
    cut: bool = field(default=False)

    @property
    def can_cut(self) -> bool:
        return self.music or self.gap >= SMALLEST_CUT


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def _gap_s(before: Take, after: Take, sound: Sound) -> float:
    """The pause between two takes without directions, by what follows."""
    if before.segment != after.segment:
        gap = sound.gap_segment_s
    elif before.host == after.host:
        gap = sound.gap_same_host_s
    elif asks(before.text):
        gap = sound.gap_after_question_s
    else:
        gap = sound.gap_other_host_s
    return gap * (1 + JITTER * (_hash(before.text) / 2**63 - 1))


def _join(before: Take, after: Take, show: Show) -> _Join:
    directions = (*before.after, *after.before)
    segment = before.segment != after.segment
    pauses = [d.seconds for d in directions if d.kind == "pause"]
    overlaps = [d.seconds for d in directions if d.kind == "overlap"]
    music = any(d.kind == "music" for d in directions) or (segment and show.music.between)
    if pauses:
        seconds = sum(pauses)
    elif music:
        seconds = BEFORE_MUSIC_S
    elif overlaps:
        # Nobody can come in before herself has ended: of one host's overlap there is left that she does not wait.
        seconds = -max(overlaps) if before.host != after.host else 0.0
    elif show.sound.reactions_overlap_s > 0 and is_reaction(before, after):
        seconds = -show.sound.reactions_overlap_s
    else:
        seconds = _gap_s(before, after, show.sound)
    return _Join(round(seconds * RATE), music, segment)


def _set_cuts(joins: Sequence[_Join], takes: Sequence[Take], sources: Sequence[Source]) -> None:
    """Cut at music, at segments, between two long turns, and at the hash of a turn's words.

    A turn whose hash is lower than its two neighbours' begins a block: about every third, wherever it stands.
    """
    never = 2**64
    ranks = [
        _hash(f"{t.host} {t.text[:WORDS_LOOKED_AT]}") if j.can_cut else never
        for j, t in zip(joins, takes[1:], strict=True)
    ]
    for i, join in enumerate(joins):
        around = (ranks[i - 1] if i else never, ranks[i + 1] if i + 1 < len(ranks) else never)
        long = sources[i].seconds + sources[i + 1].seconds > LONG_S
        join.cut = join.music or (join.can_cut and (join.segment or long or ranks[i] < min(around)))
    begin = 0
    for end in [*(i for i, join in enumerate(joins) if join.cut), len(joins)]:
        _cut_again(joins, ranks, sources, begin, end)
        begin = end + 1


def _cut_again(
    joins: Sequence[_Join], ranks: Sequence[int], sources: Sequence[Source], a: int, z: int
) -> None:
    """Halve the block of the takes ``a`` to ``z`` at its lowest hash until no part is too long."""
    if a >= z or sum(source.seconds for source in sources[a : z + 1]) <= LONGEST_S:
        return
    lowest = min(range(a, z), key=lambda i: ranks[i])
    if joins[lowest].can_cut:
        joins[lowest].cut = True
        _cut_again(joins, ranks, sources, a, lowest)
        _cut_again(joins, ranks, sources, lowest + 1, z)


def plan(takes: Sequence[Take], sources: Sequence[Source], show: Show) -> list[Block]:
    """The blocks of a programme; ``sources`` has one entry for every take. ``takes`` must not be empty."""
    joins = [_join(a, b, show) for a, b in itertools.pairwise(takes)]
    _set_cuts(joins, takes, sources)
    blocks = []
    music: str | None = "opening" if show.music.opening else None
    if music is None and any(d.kind == "music" for d in takes[0].before):
        music = "between"
    items = [Item(takes[0], sources[0].digest)]
    for join, take, source in zip(joins, takes[1:], sources[1:], strict=True):
        if join.cut:
            tail = join.gap if join.music else join.gap - LEAD_IN
            blocks.append(Block(tuple(items), music, _tail(tail)))
            music = "between" if join.music else None
            items = []
        items.append(Item(take, source.digest, join.gap if items else 0))
    closing = show.music.closing or any(d.kind == "music" for d in takes[-1].after)
    last = sum(d.seconds for d in takes[-1].after if d.kind == "pause") or (
        BEFORE_MUSIC_S if closing else AFTER_LAST_S
    )
    blocks.append(Block(tuple(items), music, _tail(round(last * RATE)), closing))
    return blocks


def _tail(frames: int) -> int:
    return max(frames, SMALLEST_CUT - LEAD_IN)
