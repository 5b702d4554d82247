"""How long a voice takes to say words, without saying them: measured once for each engine and voice.

A voice reads letters faster where it is told to be fast; the rests that it makes at marks stay as they are, but
for ``size``: that lets the whole clip run faster or slower, and only the voice is asked to make up for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.speech.engines import Voice
from podcast.speech.turns import Piece

__all__ = ["MEASURES", "Measure", "counts", "seconds_of"]


@dataclass(frozen=True, slots=True)
class Measure:
    """Seconds for each letter, each word, each sentence's end and each comma inside a text, and for its edges."""

    letter: float
    word: float
    stop: float
    comma: float
    edge: float


# Fitted by least squares over all turns of seeds/ with the default settings (Piper: marshall-plan.txt):
# python benchmarks/minutes.py --fit --engine NAME
_PICO = {
    "de-DE": Measure(letter=0.0613, word=0.0383, stop=0.591, comma=0.284, edge=0.078),
    "en-US": Measure(letter=0.0538, word=0.0310, stop=0.773, comma=0.530, edge=0.311),
    "en-GB": Measure(letter=0.0580, word=0.0287, stop=0.663, comma=0.401, edge=0.079),
}
_ESPEAK = {
    "de+f2": Measure(letter=0.0522, word=0.0482, stop=0.329, comma=0.178, edge=0.082),
    "de+m3": Measure(letter=0.0528, word=0.0440, stop=0.300, comma=0.153, edge=0.036),
    "en-us+f2": Measure(letter=0.0509, word=0.0395, stop=0.457, comma=0.331, edge=0.180),
    "en-us+m3": Measure(letter=0.0502, word=0.0379, stop=0.425, comma=0.303, edge=0.127),
}
MEASURES: dict[str, dict[str, Measure]] = {
    "pico": _PICO,
    "espeak": _ESPEAK,
    "piper": {"en_US-joe-medium": Measure(letter=0.0411, word=0.0505, stop=1.005, comma=0.469, edge=0.314)},
    # Not a measure but the engine's formula: 62.5 ms a character (engines/tone.py).
    "tone": {
        "high": Measure(0.0625, 0.0625, 0.0625, 0.0625, 0.0),
        "low": Measure(0.0625, 0.0625, 0.0625, 0.0625, 0.0),
    },
}
ASSUMED = {"de": _PICO["de-DE"], "en": _PICO["en-US"]}
"""For voices that nobody has measured. gTTS needs the network and was never timed (SPEECH.md); that it reads as
fast as Pico is an assumption, and may be wrong by a fifth."""

_STOP = re.compile(r"[.!?](?=\s)")
_COMMA = re.compile(r"[,;:](?=\s)")
_MARKS = ".,;:!? "


def counts(text: str) -> tuple[int, int, int, int]:
    """Letters and figures, words, sentence ends and commas of a text as it is spoken; its last mark is none."""
    inner = text.rstrip(_MARKS)
    letters = sum(map(str.isalnum, text))
    return letters, len(text.split()), len(_STOP.findall(inner)), len(_COMMA.findall(inner))


def seconds_of(pieces: Sequence[Piece], engine: str, voice: Voice) -> float:
    """Seconds from the first sound of a turn's pieces (as ``turns.to_pieces`` gives them) to the last one."""
    measure = MEASURES.get(engine, {}).get(voice.id) or ASSUMED[voice.language]
    seconds = 0.0
    for kind, value, factor in pieces:
        if kind == "pause":
            seconds += float(value)
            continue
        letters, words, stops, commas = counts(str(value))
        seconds += (measure.letter * letters + measure.word * words) / (voice.speed * factor)
        seconds += (measure.stop * stops + measure.comma * commas + measure.edge) / voice.size
    return seconds
