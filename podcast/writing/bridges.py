"""Which few words may stand between two beats: only a question that the next beat answers.

Most questions come from the joints inside sentences (``joints.py``), where grammar makes the answer; those here come
from what the next sentence shows. Where nothing shows, there is no bridge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from podcast.writing.beats import Beat
from podcast.writing.stock import Stock

__all__ = ["Bridge", "bridges_for"]

CONCRETE = {"ask_claim", "ask_number", "ask_example", "doubt"}
"""Ben doubts and wants it concrete; Alana explains and orders."""

MOST_TOPIC_WORDS = 4
MOST_WHEN_WORDS = 4
TIME_PASSED = {"jahren", "tagen", "wochen", "monaten", "stunden", "moment", "anfang", "ende", "zeit", "fall"}
TIME_PASSED |= {"years", "days", "weeks", "months", "hours", "time", "end", "beginning", "case", "way"}
LEAST_EXPLANATION_WORDS = 7
AMOUNTS = ("prozent", "percent", "million", "milliard", "billion", "dollar", "euro", "%")
MEANING = (
    "bedeut",
    "heißt",
    "heiß",
    "folge",
    "wachs",
    "wächst",
    "wuchs",
    "werden",
    "wird",
    "mean",
    "meant",
    "will",
)
AT_ONCE = ("in dies", "diesmal", "hier ", "dort ", "in this", "this time", "here ")


@dataclass(frozen=True, slots=True)
class Bridge:
    """A template of ``templates/dialogue`` and what it is filled with.

    ``keep``: the other host asks and the speaker goes on; else the speaker hands over with the question.
    """

    move: str
    keep: bool = True
    values: dict[str, object] = field(default_factory=dict)

    @property
    def concrete(self) -> bool:
        """Whether it is Ben's to ask."""
        return self.move in CONCRETE


def bridges_for(before: Beat, beat: Beat, heard: Counter[str], stock: Stock) -> list[Bridge]:
    """The bridges that fit between two beats of different sentences, the best first.

    ``heard`` counts the names that the listener has heard so far.
    """
    does = beat.does
    if does & {"conclusion", "item", "reported", "fragment", "source", "second", "addition"}:
        return []
    if "turn" in does:
        # A claim can be doubted; a story that takes a turn cannot.
        doubt = "claim" in before.does and stock.chance(f"doubt {beat.sentence.number}", 2)
        return [Bridge("doubt")] if doubt else []
    found = []
    if beat.what:
        found.append(Bridge("ask_what", values={"question": beat.what}))
    found += [Bridge(f"ask_{kind}") for kind in ("reason", "example", "consequence") if kind in does]
    if found:
        return found
    found += _topic(before, beat, heard)
    if "said" in does and "quote" not in before.does:
        found.append(Bridge("ask_quote"))
    if beat.figure and _is_amount(beat.figure) and "number" not in before.does:
        found.append(Bridge("ask_number"))
    if _explains(before, beat):
        found.append(Bridge("ask_claim"))
    return found


def _explains(before: Beat, beat: Beat) -> bool:
    """Whether ``beat`` goes on from a claim by saying what is meant by it."""
    return (
        "claim" in before.does
        and before.sentence.paragraph == beat.sentence.paragraph
        and not beat.does & {"next", "contrast", "quote", "number"}
        and (beat.topic is None or beat.topic.kind == "for")
        and beat.words >= LEAST_EXPLANATION_WORDS
        and not beat.text.lower().startswith(AT_ONCE)
        and beat.text.split()[0] != before.text.split()[0]
    )


def _topic(before: Beat, beat: Beat, heard: Counter[str]) -> list[Bridge]:
    """Bridges that ask for what the beat puts first, in its own words."""
    topic = beat.topic
    if topic is None or (beat.names & before.names and topic.kind in {"actor", "place"}):
        return []
    phrase = _short(topic.phrase)
    if phrase is None:
        return []
    values: dict[str, object] = {"phrase": phrase}
    contrast = "contrast" in beat.does
    if topic.kind == "actor":
        known = contrast or all(heard[name] >= 2 for name in beat.topic_names)
        return [Bridge("ask_actor", keep=contrast, values=values)] if known else []
    if topic.kind == "place":
        elsewhere = before.topic is not None and before.topic.kind == "place"
        return [Bridge("ask_topic", values=values)] if elsewhere or contrast else []
    if topic.kind == "time":
        return _time(before, beat, values)
    if topic.kind == "for":
        means = not contrast and any(word in beat.text.lower() for word in MEANING)
        return [Bridge("ask_for" if means else "ask_topic", keep=False, values=values)]
    moves = {"now": "ask_now", "future": "ask_topic", "next": "ask_next"}
    if topic.kind == "next" and beat.sentence.paragraph != before.sentence.paragraph:
        return []
    return [Bridge(moves[topic.kind], keep=False, values=values)]


def _time(before: Beat, beat: Beat, values: dict[str, object]) -> list[Bridge]:
    """A time after another time ("Und 2013?"); or, now and then, what happened then."""
    if before.topic is not None and before.topic.kind in {"time", "now"}:
        return [Bridge("ask_topic", values=values)]
    words = str(values["phrase"]).lower().split()
    dated = words[0] in {"im", "am", "in", "on"} and not TIME_PASSED & set(words)
    short = dated and len(words) <= MOST_WHEN_WORDS
    happened = beat.does & {"past"} and not beat.does & {"claim", "contrast"} and "dated" not in before.does
    return [Bridge("ask_when", values=values)] if short and happened else []


def _short(phrase: str) -> str | None:
    """A phrase that can be said back in one breath; of two things joined by "und" the first."""
    if len(phrase.split()) <= MOST_TOPIC_WORDS:
        return phrase
    for joined in (" und ", " and "):
        first, _, _ = phrase.partition(joined)
        if len(first.split()) <= MOST_TOPIC_WORDS:
            return first
    return None


def _is_amount(figure: str) -> bool:
    return any(unit in figure.lower() for unit in AMOUNTS)
