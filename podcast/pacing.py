"""How long a script will last: by the measured speed of each host's voice, and the sound room's own rules.

The writer aims with it and the check measures with it; nothing is spoken.
"""

from __future__ import annotations

from pathlib import Path

from podcast.audio.model import RATE, Take
from podcast.audio.mp3 import FRAME, TAIL
from podcast.audio.music import FILE_CUTS
from podcast.audio.plan import LEAD_IN, Block, Source, plan
from podcast.audio.shape import KEEP_AFTER_S
from podcast.audio.theme import SCORES
from podcast.errors import CallError, EngineError
from podcast.script import Script, Turn, edges, voiced, written
from podcast.show import Show
from podcast.speech.casting import cast, engine_name
from podcast.speech.engines import Voice
from podcast.speech.pace import seconds_of
from podcast.speech.turns import to_pieces

__all__ = ["Pacing"]

LAST_BREATH = round(KEEP_AFTER_S * RATE) + TAIL
"""Frames that a block keeps behind its last word at least."""


class Pacing:
    """A :class:`podcast.pace.Pace` of one show, in ``"de"`` or ``"en"``; ``engine`` speaks instead of the show's.

    A host whom the show gives an unknown voice is taken to speak at an ordinary speed: an estimate stops nobody.
    """

    def __init__(self, show: Show, language: str, engine: str | None = None) -> None:
        self._show = show
        self._language = language
        self._voices: dict[str, tuple[str, Voice]] = {}
        for host in show.hosts:
            try:
                voice = cast(show, host, language, engine)
            except CallError:
                voice = Voice("", language, "")
            self._voices[host.name] = (engine_name(show, host, engine), voice)
        self._known: dict[tuple[str, str], float] = {}

    def turn(self, turn: Turn) -> float:
        """Seconds of one turn's speech, pauses inside it included; 0 where nothing in it can be spoken."""
        key = (turn.host, turn.body)
        if key not in self._known:
            self._known[key] = self._spoken(turn)
        return self._known[key]

    def _spoken(self, turn: Turn) -> float:
        engine, voice = self._voices.get(turn.host) or next(iter(self._voices.values()))
        try:
            pieces = to_pieces(
                voiced(turn), self._language, self._show.pronunciation, spelled=True, host=turn.host
            )
        except EngineError:
            return 0.0
        return seconds_of(pieces, engine, voice)

    def script(self, script: Script) -> float:
        """Seconds of the finished programme: all turns, the gaps between them, music; 0 without a turn."""
        takes: list[Take] = []
        for segment, part in enumerate(script.segments):
            for turn in part.turns:
                before, _, after = edges(turn)
                takes.append(
                    Take(
                        len(takes), segment, turn.host, written(turn.body), Path(), before=before, after=after
                    )
                )
        if not takes:
            return 0.0
        sources = [Source("", self.turn(turn)) for turn in script.turns]
        return sum(self._frames(block, sources) for block in plan(takes, sources, self._show)) / RATE

    def _frames(self, block: Block, sources: list[Source]) -> int:
        """The frames of a block, as the mix (audio/mix.py) lays it out."""
        at = self._music(block.music)[1] if block.music else LEAD_IN
        for item in block.items:
            at += item.gap + round(sources[item.take.turn].seconds * RATE)
        length = max(at + block.tail, at + LAST_BREATH)
        if block.music:
            length = max(length, self._music(block.music)[0] + TAIL)
        if block.closing:
            length = max(length, at + block.tail + self._music("closing")[0] + TAIL)
        return -(-length // FRAME) * FRAME

    def _music(self, name: str) -> tuple[int, int]:
        """Length of a piece and where one may speak in it, in frames; a show's own file is taken to be long enough."""
        seconds, cue = FILE_CUTS[name][:2] if self._show.music.file else SCORES[name][2:4]
        return round(seconds * RATE), round(cue * RATE)
