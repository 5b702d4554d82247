"""Which few words may stand between two beats: only a question that the next beat answers.

Most questions come from the joints inside sentences (``joints.py``), where grammar makes the answer; those here come
from what the next sentence shows. Where nothing shows, there is no bridge.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from podcast.writing.beats import Beat
from podcast.writing.signs import starts_with
from podcast.writing.stock import Stock
from podcast.writing.tiewords import FIRST_SIGHT

__all__ = ["Bridge", "Heard", "bridges_for"]

CONCRETE = {"ask_claim", "ask_number", "ask_example", "ask_echo", "doubt"}
"""Ben doubts and wants it concrete; Alana explains and orders."""

MOST_TOPIC_WORDS = 4
MOST_WHEN_WORDS = 3
EAGER_CLAIMS = 2
KNOWN = 2
"""So often a listener must have heard of somebody who is asked for."""

LEAST_EXPLANATION_WORDS = 7
AMOUNTS = ("prozent", "percent", "million", "milliard", "billion", "dollar", "euro", "%")
MEANING = ("bedeut", "heißt", "folge", "mean")
"""A sentence with one of these says what something means for somebody; a mere "wird" does not."""

AGAINST = {"trotzdem", "dennoch", "nevertheless", "still"}
RESULTS = (
    "die folge", "das ergebnis", "die konsequenz", "the result", "the consequence", "the effect", "as a result",
)  # fmt: skip
PLAIN_RESULTS = ("die folge", "die folgen", "the consequences", "the consequence")
AT_ONCE = {"dann", "daraufhin", "danach", "then"}
"""These go on with what was just told, in a new paragraph, too."""

SHORT_TERM = ("kurz", "in the short")
POINTING = ("dies", "jen", "selb", "dessen", "this", "that", "these", "the same")
SHE = {"er", "sie", "ihn", "ihm", "ihr", "he", "she", "him", "her"}
PROBABLY = ("vermutlich", "wahrscheinlich", "offenbar", "probably", "presumably")
DA = {"darauf", "darin", "darunter", "dort", "dabei", "daran", "davon", "dieser", "diese", "dieses"}
EXISTS = re.compile(
    r"\b(?:gibt|gab|gebe) es\b|\b[Ee]s (?:gibt|gab)\b|\bthere (?:is|was|are|were)\b", re.IGNORECASE
)
SOME = {"einige", "manche", "mehrere", "etliche", "some", "several"}
HAPPENED = re.compile(
    r"\b(?:geschah|passierte) (?:\w+ )?etwas [A-ZÄÖÜ]\w+es\b|\betwas [A-ZÄÖÜ]\w+es (?:geschah|passierte)\b"
    r"|\bsomething \w+ happened\b"
)
SOLUTION = re.compile(
    r"\b(?:eine|a|an) (?:[a-zäöüß]+ )?(?:Lösung|Antwort|Idee|solution|answer|idea)\b|\beinen (?:[a-zäöüß]+ )?Ausweg\b"
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What the listener has heard: nobody asks for who is being spoken of, nor for somebody unknown.

    ``counts``: how often each name and noun was said. ``recent``: those of the last two beats, and whom the article
    is about.
    """

    counts: Counter[str]
    recent: frozenset[str]


def bridges_for(before: Beat, beat: Beat, heard: Heard, stock: Stock, eager: int) -> list[Bridge]:
    """The bridges that fit between two beats of different sentences, the best first.

    ``heard`` is what the listener has heard so far; ``eager`` loosens what must be known.
    """
    does = beat.does
    if "more" in does and "question" not in before.does:
        return [Bridge("ask_more")]
    if "first" in does and "several" in before.does:
        return [Bridge("ask_which")]
    if does & {"conclusion", "item", "reported", "fragment", "source", "second", "addition", "inside"}:
        return []
    if "turn" in does:
        # A claim can be doubted; a story that takes a turn cannot.
        doubt = "claim" in before.does and stock.chance(f"doubt {beat.sentence.number}", 2)
        doubt = doubt or bool(FIRST_SIGHT.search(before.text))
        return [Bridge("doubt")] if doubt else []
    found = []
    if beat.what:
        found.append(Bridge("ask_what", values={"question": beat.what}))
    found += [Bridge(f"ask_{kind}") for kind in ("reason", "example") if kind in does]
    if "claim" in before.does and starts_with(beat.text, PROBABLY):
        found.append(Bridge("ask_reason"))
    if "consequence" in does:
        found += _consequence(before, beat)
    if found:
        return found
    if before.sentence.paragraph == beat.sentence.paragraph:
        tells = beat.all_words[0].kind == "pronoun" and bool(SOLUTION.search(before.text))
        found += [Bridge("ask_namely")] * tells
        found += [Bridge("ask_happened")] * bool(HAPPENED.search(before.text))
        found += [Bridge("ask_instance")] * _is_one_of(before, beat)
    found += _topic(before, beat, heard, eager)
    if _counts(before, beat):
        found.append(Bridge("ask_number"))
    if _explains(before, beat, eager):
        found.append(Bridge("ask_claim"))
    if before.echo and _takes_up(before, beat, heard):
        echo = before.echo[:1].upper() + before.echo[1:]
        found.append(Bridge("ask_echo", values={"phrase": echo}))
    return found


def _consequence(before: Beat, beat: Beat) -> list[Bridge]:
    """What asks for a consequence: of the sentence before it, or, in a new paragraph, of the whole matter."""
    low = beat.text.lower()
    if before.sentence.paragraph == beat.sentence.paragraph:
        return [Bridge("ask_result" if low.startswith(RESULTS) else "ask_meaning")]
    first = " ".join(beat.text.split()[:2])
    phrase = first[:1].lower() + first[1:]
    values: dict[str, object] = {"phrase": phrase, "adverbial": False, "past": False}
    return [Bridge("ask_topic", values=values)] if phrase.lower() in PLAIN_RESULTS else []


def _is_one_of(before: Beat, beat: Beat) -> bool:
    """Whether ``before`` speaks of some and ``beat`` of one of them: "Einige Staaten …", "Arizona …"."""
    if before.all_words[0].text.lower() not in SOME or beat.does & {"contrast", "quote"}:
        return False
    there = beat.all_words[0].text in {"In", "At"}
    if not there and before.all_words[1].kind not in {"noun", "adjective"}:
        return False  # "Some hoped. Vaughan went to the library.": she was none of them
    named = beat.all_words[1 if there else 0]
    return named.kind == "name" and not beat.names & before.names


def _takes_up(before: Beat, beat: Beat, heard: Heard) -> bool:
    """Whether ``beat`` goes on about what ``before`` ends with, so that the echo as a question has its answer."""
    echo = before.echo or ""
    if before.sentence.paragraph != beat.sentence.paragraph or before.does & {"quote", "reported", "inside"}:
        return False
    if beat.does & {"turn", "second", "addition", "contrast"}:
        return False
    if (exists := EXISTS.search(before.text)) and not re.search(r" (?:to|zu) ", before.text[exists.end() :]):
        return not beat.does & {"next", "claim"}
    if echo[0].isdigit() or echo == before.figure or "number" in before.does:
        known = {word.lemma for word in before.all_words if word.kind in {"noun", "name"}}
        same = any(word.lemma in known or word.text.lower() in DA for word in beat.all_words)
        fresh = not beat.does & {"number", "dated", "contrast", "next", "quote", "claim"}
        return fresh and same and _is_amount_of_things(echo)
    first = beat.all_words[0].text.lower()
    article, noun = echo.lower().split()[0], echo.split()[-1]
    if any(word.text == noun and heard.counts[word.lemma] > 1 for word in before.all_words):
        return False
    pronouns = {"eine": "sie", "einen": "er", "ein": "es", "a": "it", "an": "it"}
    return first in DA or first == pronouns.get(article)


def _is_amount_of_things(echo: str) -> bool:
    """A share or a score ("acht Prozent") is no surprise; a number of things may be."""
    return not any(
        unit in echo.lower() for unit in ("prozent", "percent", "jahr", "year", "stimmen", "votes")
    )


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
        and not beat.does
        & ({"next", "contrast", "quote", "before"} | ({"number"} if eager < EAGER_CLAIMS else set()))
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


def _topic(before: Beat, beat: Beat, heard: Heard, eager: int) -> list[Bridge]:
    """Bridges that ask for what the beat puts first, in its own words."""
    topic = beat.topic
    if topic is None or (topic.kind in {"actor", "place"} and _is_named_before(before, beat)):
        return []
    phrase = _short(topic.phrase)
    if phrase is None:
        return []
    adverbial = topic.kind in {"time", "place", "future"}
    values: dict[str, object] = {"phrase": phrase, "adverbial": adverbial, "past": "past" in beat.does}
    contrast = "contrast" in beat.does
    last = topic.phrase.rsplit(maxsplit=1)[-1]
    spoken_of = heard.counts[next((word.lemma for word in beat.all_words if word.text == last), "")]
    if topic.kind in {"group", "actor"}:
        if not _may_ask_for(before, beat, heard.recent):
            return []
        if topic.kind == "group":
            known = spoken_of >= KNOWN and eager > 0
            return [Bridge("ask_actor", values=values)] if known or contrast else []
        known = contrast or all(heard.counts[name] >= KNOWN - min(eager, 1) for name in beat.topic_names)
        return [Bridge("ask_actor", keep=contrast, values=values)] if known else []
    if topic.kind == "place":
        elsewhere = before.topic is not None and before.topic.kind == "place"
        return [Bridge("ask_topic", values=values)] if elsewhere or contrast else []
    if topic.kind == "time":
        if any(word.startswith(POINTING) for word in phrase.lower().split()):
            return []
        after_another = before.topic is not None and before.topic.kind in {"time", "now"}
        short = len(phrase.split()) <= MOST_WHEN_WORDS
        after_another = after_another or (eager > 0 and short and "dated" in before.does)
        return [Bridge("ask_topic", values=values)] if after_another else []
    if topic.kind == "for":
        if any(word.text.lower().startswith(("dies", "this", "that", "jene")) for word in beat.all_words[:3]):
            return []
        if not contrast and not spoken_of:
            return []  # "Und für die Durchführung?"
        means = not contrast and any(word in beat.text.lower() for word in MEANING)
        return [Bridge("ask_for" if means else "ask_topic", keep=False, values=values)]
    moves = {"now": "ask_now", "future": "ask_topic", "next": "ask_next"}
    inside = beat.sentence.paragraph == before.sentence.paragraph or phrase in AT_ONCE
    if topic.kind == "next" and (contrast or not inside or "before" in before.does):
        return []
    if topic.kind == "now" and ("past" in beat.does or not before.does & {"past", "dated"}):
        return []
    if topic.kind == "future" and phrase.lower().startswith(SHORT_TERM):
        return []
    return [Bridge(moves[topic.kind], keep=False, values=values)]


def _is_named_before(before: Beat, beat: Beat) -> bool:
    """Whether ``before`` speaks of the same, if only as "Kennedy's host"."""
    return bool(beat.names & before.names) or any(
        re.search(rf"\b{re.escape(name)}\b", before.text) for name in beat.topic_names
    )


def _may_ask_for(before: Beat, beat: Beat, recent: frozenset[str]) -> bool:
    """Whether "Und Trump?" fits: another was spoken of just now, and the sentence goes on instead of explaining."""
    lemmas = {word.lemma for word in beat.all_words[:2]} | set(beat.topic_names)
    if lemmas & recent or beat.does & {"before", "quote"}:
        return False
    if "contrast" in beat.does:
        return True
    if beat.topic is not None and beat.topic.kind == "group":
        return before.topic is not None and before.topic.kind in {"group", "actor"}
    others = before.names or {word.text.lower() for word in before.all_words} & SHE
    return bool(others) and "question" not in before.does


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
