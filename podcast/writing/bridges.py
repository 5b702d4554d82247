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
MOST_WHEN_WORDS = 3
EAGER_CLAIMS, EAGER_DATES = 2, 4
KNOWN = 2
"""So often a listener must have heard of somebody who is asked for."""

LEAST_EXPLANATION_WORDS = 7
AMOUNTS = ("prozent", "percent", "million", "milliard", "billion", "dollar", "euro", "%")
MEANING = ("bedeut", "heißt", "folge", "mean")
"""A sentence with one of these says what something means for somebody; a mere "wird" does not."""

AGAINST = {"trotzdem", "dennoch", "nevertheless", "still"}
RESULTS = (
    "die folge",
    "das ergebnis",
    "die konsequenz",
    "the result",
    "the consequence",
    "the effect",
    "as a result",
)
QUANTITY = (
    "teuer", "hoch", "viel", "knapp", "groß", "steig", "wachs", "kosten", "mehrheit", "verlust", "wenig", "gewicht",
    "cost", "much", "grow", "rise", "large", "majority", "loss", "expensive",
)  # fmt: skip


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


def bridges_for(before: Beat, beat: Beat, heard: Counter[str], stock: Stock, eager: int) -> list[Bridge]:
    """The bridges that fit between two beats of different sentences, the best first.

    ``heard`` counts the names and nouns that the listener has heard so far; ``eager`` loosens what must be known.
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
    found += [Bridge(f"ask_{kind}") for kind in ("reason", "example") if kind in does]
    if "consequence" in does:
        found.append(Bridge("ask_result" if beat.text.lower().startswith(RESULTS) else "ask_meaning"))
    if found:
        return found
    found += _topic(before, beat, heard, eager)
    if _counts(before, beat):
        found.append(Bridge("ask_number"))
    if _explains(before, beat, eager):
        found.append(Bridge("ask_claim"))
    return found


def _explains(before: Beat, beat: Beat, eager: int) -> bool:
    """Whether ``beat`` goes on from a claim by saying what is meant by it: of the same subject, at some length."""
    first = beat.all_words[0]
    same = eager >= EAGER_CLAIMS and beat.topic is None and "dated" not in beat.does
    same = (
        same
        or first.text.lower() in {"er", "sie", "es", "he", "she", "it", "they"}
        or first.kind == "participle"
    )
    return (
        "claim" in before.does
        and same
        and before.sentence.paragraph == beat.sentence.paragraph
        and not beat.does & {"next", "contrast", "quote", "number"}
        and beat.words >= LEAST_EXPLANATION_WORDS
        and not {word.text.lower() for word in beat.all_words} & AGAINST
    )


def _counts(before: Beat, beat: Beat) -> bool:
    """Whether ``before`` says that something is much or little, and ``beat`` begins with how much."""
    if not beat.figure or not _is_amount(beat.figure) or "number" in before.does:
        return False
    early = " ".join(beat.text.split()[:8])
    measured = any(word.lemma.startswith(QUANTITY) for word in before.all_words)
    return measured and beat.figure.split()[-1] in early


def _topic(before: Beat, beat: Beat, heard: Counter[str], eager: int) -> list[Bridge]:
    """Bridges that ask for what the beat puts first, in its own words."""
    topic = beat.topic
    if topic is None or (beat.names & before.names and topic.kind in {"actor", "place"}):
        return []
    phrase = _short(topic.phrase)
    if phrase is None:
        return []
    values: dict[str, object] = {"phrase": phrase}
    contrast = "contrast" in beat.does
    if topic.kind == "group":
        lemma = beat.all_words[1].lemma
        fresh = lemma not in {word.lemma for word in before.all_words}
        known = eager > 0 and fresh and heard[lemma] >= KNOWN
        return [Bridge("ask_actor", values=values)] if known else []
    if topic.kind == "actor":
        known = contrast or all(heard[name] >= KNOWN - min(eager, 1) for name in beat.topic_names)
        return [Bridge("ask_actor", keep=contrast, values=values)] if known else []
    if topic.kind == "place":
        elsewhere = before.topic is not None and before.topic.kind == "place"
        return [Bridge("ask_topic", values=values)] if elsewhere or contrast else []
    if topic.kind == "time":
        after_another = before.topic is not None and before.topic.kind in {"time", "now"}
        short = len(phrase.split()) <= MOST_WHEN_WORDS
        after_another = after_another or (eager > 0 and short and "dated" in before.does)
        if after_another:
            return [Bridge("ask_topic", values=values)]
        date = phrase.split()[0] in {"im", "am", "in", "on"} and "number" in beat.does and "past" in beat.does
        return [Bridge("ask_when", values=values)] if short and date and eager >= EAGER_DATES else []
    if topic.kind == "for":
        if any(word.text.lower().startswith(("dies", "this", "that", "jene")) for word in beat.all_words[:3]):
            return []
        means = not contrast and any(word in beat.text.lower() for word in MEANING)
        return [Bridge("ask_for" if means else "ask_topic", keep=False, values=values)]
    moves = {"now": "ask_now", "future": "ask_topic", "next": "ask_next"}
    values["past"] = "past" in beat.does
    if topic.kind == "next" and beat.sentence.paragraph != before.sentence.paragraph:
        return []
    return [Bridge(moves[topic.kind], keep=False, values=values)]


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
