"""What may be said again: questions, echoes, greetings, and at the end what listeners are to take along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.checks.clauses import main_clause
from podcast.checks.given import Given, Said
from podcast.checks.greetings import is_goodbye, is_greeting
from podcast.checks.talk import QUOTATION, is_question, squeezed, tagged, tokens

__all__ = ["Allowed", "is_title", "without_lead"]

LEAST_WORDS = 5
"""A shorter sentence is a reminder, no statement."""
PREMISE_WORDS = 8
"""So many words at most may come again right before a question that they lead to."""
RECAP_WORDS = 9
"""So many words at most may come again in the last segment, without more ado."""
LEAD_WORDS = 6
LEAST_TITLE = 3
"""Words of a title that no sentence has by chance."""
LAST_TURNS = 16
"""The close is the last segment, and no more than so many turns."""
TAKEAWAY_TURNS = 4
"""So many turns after the question what to take along, the answer may go on."""

_TAKEAWAY = re.compile(
    r"\b(?:merken|mitnehmen|mit(?= nach hause|\?)|behalten|hängen|fazit|lehre|unterm strich|zusammengefasst|"
    r"kurz gesagt|"
    r"bleibt (?:denn |also |am ende |jetzt )*(?:hängen|übrig|davon|\w*\?)|was (?:also )?bleibt|"
    r"(?:diesen|ein|einen|der|den|dieser) satz|in einem satz|nehm(?:en|t|e) (?:wir|ihr|ich|du)|fassen wir|"
    r"halten wir fest|fest(?:halten|zuhalten)|worth (?:remembering|keeping)|keep in mind|take[ -]?aways?|"
    r"take (?:away|along|home|with)|(?:this|one|the) sentence|above all|sum (?:it |this )?up|to sum up|in short|"
    r"bottom line|in a nutshell|lesson|stick with|what stays)\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"(?:und |and )?(?:dazu |noch |auch )?(?:diese[nrs]?|ein(?:en|er)?|this(?: one)?|one)\b[^.!?]{0,30}:",
    re.I,
)
_BACK = re.compile(
    r"\b(?:(?:am|zum|an den|vom) anfang|kreis|(?:begonnen|angefangen) haben wir|"
    r"(?:back to|at) the (?:beginning|start)|where we (?:started|began)|full circle|we (?:began|started|opened))\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:ich|wir|mir|uns|unsere?[rnms]?|I|I['’](?:ll|m|ve|d)|we|us|our|mine|let['’]s)\b")
_LEAD = re.compile(r"^[^:.!?]{1,60}:\s+(?=\S)")


def without_lead(text: str) -> str:
    """A sentence without the few words before its colon: "This, above all: …", "Allmers antwortet: …"."""
    found = _LEAD.match(text)
    return text[found.end() :] if found and len(tokens(found[0])) <= LEAD_WORDS else text


def is_title(sentence: str, said: Said, given: Given) -> bool:
    """Is the title of the episode or the segment read out here, or a part of it? It announces what is to be told."""
    words = squeezed(without_lead(sentence))
    titles = (given.script.segments[said.segment].heading, given.script.meta.get("title", ""))
    wordings = [squeezed(title) for title in titles if len(tokens(title)) >= LEAST_TITLE]
    return any(words in title or title in words for title in wordings)


class Allowed:
    """What of one script may be said again."""

    def __init__(self, given: Given) -> None:
        self.given = given
        turns = given.said
        self._close = {
            said.number for said in turns[-LAST_TURNS:] if said.segment == turns[-1].segment and said.segment
        }
        self._takeaways = self._taken(turns)

    def _taken(self, turns: Sequence[Said]) -> set[int]:
        """The numbers of the turns in the close that say what to take along."""
        found: set[int] = set()
        since = TAKEAWAY_TURNS + 1
        for said in turns:
            if said.number not in self._close:
                continue
            since += 1
            if _TAKEAWAY.search(said.text):
                since = 0
                found.add(said.number)
            elif (since == 1 and is_question(turns[said.number - 2].text)) or (
                since <= TAKEAWAY_TURNS and _ONWARD.match(said.text)
            ):
                found.add(said.number)
        return found

    def states(self, said: Said, parts: Sequence[str], start: int, count: int) -> bool:
        """Do these sentences of a turn state something, on the hosts' account or the article's?"""
        chosen = parts[start : start + count]
        text = " ".join(chosen)
        words = len(tokens(text))
        if any(is_question(part) for part in chosen) or words < LEAST_WORDS:
            return False
        after = parts[start + count : start + count + 1]
        if words <= PREMISE_WORDS and after and is_question(after[0]):
            return False
        show = self.given.show
        if show.name in text or any(is_greeting(part, show) or is_goodbye(part, show) for part in chosen):
            return False
        if text.endswith("…") or any(is_title(part, said, self.given) for part in chosen):
            return False
        return any(self._has_verb(part) for part in chosen)

    def _has_verb(self, sentence: str) -> bool:
        language = self.given.language
        kinds = {word.kind for word in tagged(main_clause(sentence, language), language)}
        return "verb" in kinds or (language == "en" and "participle" in kinds)

    def own(self, text: str) -> bool:
        """Do the hosts speak of themselves?"""
        return _OWN.search(QUOTATION.sub("…", text)) is not None

    def recap(self, said: Said, text: str, first: Said) -> bool:
        """Is it what a close may say again?"""
        if said.number not in self._close:
            return False
        if said.number in self._takeaways or len(tokens(text)) <= RECAP_WORDS:
            return True
        quoted = sum(len(tokens(found[0])) for found in QUOTATION.finditer(text))
        if quoted > len(tokens(text)) / 2:
            return True
        return first.segment == 0 and _BACK.search(said.text) is not None
