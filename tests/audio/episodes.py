"""Small episodes, spoken by an engine and rendered, for what can only be measured on speech."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from podcast.audio import Programme, Take, produce
from podcast.script import edges, parse, written
from podcast.show import Music, Show, Sound
from podcast.speech import Line, speak
from tests.audio.sounds import heard, tagged

__all__ = ["REACTIONS_S", "TALKS", "Rendered", "render"]

REACTIONS_S = 0.25

TALKS = {
    "de": """\
## Einstieg

**Alana:** Ein Damm von vierzig Metern hat im Frühjahr eine ganze Kleinstadt beschäftigt, und bis heute weiß \
niemand, wer ihn einmal bezahlen soll.

**Ben:** Genau.

**Alana:** Warum gerade dieser Damm?

**Ben:** Weil er seit sechzig Jahren niemandem mehr gehört. Das Wasser steigt, die Steine bröckeln, und im Amt \
liegt ein Brief, den keiner beantwortet hat.

**Alana:** Hm.

**Ben:** [overlap 0.3s] Psst! So etwas sagt man nicht laut. [pause 1s] Aber es stimmt.

## Wer zahlt

**Alana:** [slow] Das Land will die Hälfte übernehmen, die Gemeinde den Rest.

**Ben:** Der Rest, das sind immerhin zwei Millionen Euro, und die stehen in keinem Haushalt, weder in diesem \
Jahr noch im nächsten. [fast] Die Bürgermeisterin spricht von einer Zumutung.

**Alana:** Stimmt!

**Ben:** Und im Herbst?

**Alana:** Ja. Im Herbst soll der Rat entscheiden, ob der Damm bleibt.
""",
    "en": """\
## Opening

**Alana:** A dam of forty metres kept a whole town busy this spring, and to this day nobody knows who is going \
to pay for it.

**Ben:** Right.

**Alana:** Why this dam of all dams?

**Ben:** Because it has belonged to nobody for sixty years. The water rises, the stones crumble, and a letter \
lies in the office that nobody ever answered.

**Alana:** Mhm.

**Ben:** [overlap 0.3s] Shush! One does not say such things aloud. [pause 1s] But it is true.

## Who pays

**Alana:** [slow] The state wants to take over one half, the town the rest.

**Ben:** The rest is two million euros after all, and they stand in no budget, neither this year nor next. \
[fast] The mayor calls it an imposition.

**Alana:** That's right!

**Ben:** And in the autumn?

**Alana:** Yes. In the autumn the council is to decide whether the dam stays.
""",
}


@dataclass(frozen=True)
class Rendered:
    """A programme, what went into it, and what a player makes of it (frames by 2 channels, full scale 1)."""

    programme: Programme
    show: Show
    takes: list[Take]
    sound: NDArray[np.float64]


def render(folder: Path, language: str, engine: str, *, music: bool = False) -> Rendered:
    """The talk of that language by the hosts of that engine, reactions overlapping by ``REACTIONS_S``."""
    folder.mkdir(parents=True, exist_ok=True)
    quiet = Music(opening=music, between=music, closing=music)
    show = Show(engine=engine, music=quiet, sound=Sound(reactions_overlap_s=REACTIONS_S))
    script = parse(TALKS[language], tuple(host.name for host in show.hosts))
    lines = [Line(n, turn.line, turn.host, edges(turn)[1]) for n, turn in enumerate(script.turns)]
    spoken = speak(lines, show=show, language=language, cache=folder)
    places = [n for n, segment in enumerate(script.segments) for _ in segment.turns]
    takes: list[Take] = []
    for turn, segment, voice in zip(script.turns, places, spoken, strict=True):
        before, _, after = edges(turn)
        takes.append(
            Take(len(takes), segment, turn.host, written(turn.body), voice.clip, before=before, after=after)
        )
    headings = [segment.heading for segment in script.segments]
    made = produce(takes, headings, show=show, cache=folder, out=folder / "out.mp3")
    return Rendered(made, show, takes, heard(tagged(made.mp3)))
