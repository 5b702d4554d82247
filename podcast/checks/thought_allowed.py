"""What may be said again: questions, echoes, greetings, and in the close the opening and what is to be taken along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.checks.clauses import main_words
from podcast.checks.given import Given, Said
from podcast.checks.greetings import is_goodbye, is_greeting
from podcast.checks.talk import QUOTATION, is_question, squeezed, tokens

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
MOST_TURNS = 16
"""The opening is the first segment and the close the last one, but no more than so many turns; …"""
RETURN_TURNS = 8
"""… and it goes back to the opening in so many turns before the end, not while there is more to tell."""
MOST_SHARE = 4
"""Of a script without segments, the opening and the close are one turn in so many."""
TAKEAWAY_TURNS = 4
"""So many turns after the question what to take along, the answer may go on."""

_TAKEAWAY = re.compile(
    r"\b(?:merk(?:en|e|st|t)|mit(?:zu)?nehmen|mit(?= nach hause|\?)|behalte[nt]|hängen|fazit|lehre|unterm strich|"
    r"zusammengefasst|kurz gesagt|"
    r"bleibt (?:denn |also |am ende |jetzt )*(?:hängen|übrig|davon|\w*\?)|was (?:also )?bleibt|"
    r"(?:diesen|ein|einen|der|den|dieser) satz|in einem satz|nehm(?:en|t|e) (?:wir|ihr|ich|du)|fassen wir|"
    r"halten wir fest|fest(?:halten|zuhalten)|(?<!\bi )remember|worth (?:remembering|keeping)|keep in mind|"
    r"take[ -]?aways?|take (?:away|along|home|with)|(?:this|one|the) sentence|above all|sum (?:it |this )?up|to sum up|"
    r"in short|bottom line|in a nutshell|lesson|stick with|what stays)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:(?:zwei|drei|vier) (?:dinge|sachen|sätze|punkte|gedanken)|erstens|zum einen|"
    r"(?:two|three|four) (?:things|points|ideas|sentences|thoughts)|first of all|firstly|number one)\b",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"(?:und |and )?(?:dazu |noch |auch )?(?:diese[nrs]?|ein(?:en|er)?|this(?: one)?|one)\b[^.!?]{0,30}:|"
    r"(?:und |and )?(?:(?:zwei|drit|vier)tens|zum anderen|secondly|thirdly|"
    r"(?:als |das )?(?:zweite|dritte|vierte|letzte)s?|(?:the )?(?:second|third|fourth|last)|number (?:two|three|four)|"
    r"(?:und |and )(?:dass|that))\b",
    re.I,
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
        self._opening = {said.number for said in _end_of(turns)}
        self._close = {said.number for said in _end_of(turns[::-1])} - self._opening
        self._end = self._close & {said.number for said in turns[-RETURN_TURNS:]}
        self._takeaways = self._taken(turns)

    def _taken(self, turns: Sequence[Said]) -> set[int]:
        """The numbers of the turns in the close that say what to take along."""
        found: set[int] = set()
        since, several = TAKEAWAY_TURNS + 1, False
        for said in turns:
            if said.number not in self._close:
                continue
            since += 1
            going_on = since <= TAKEAWAY_TURNS
            asked = since == 1 and is_question(turns[said.number - 2].text)
            if _TAKEAWAY.search(said.text) or _COUNTED.search(said.text):
                several = (going_on and several) or _COUNTED.search(said.text) is not None
                since = 0
                found.add(said.number)
            elif asked or (going_on and (several or _ONWARD.match(said.text))):
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
        kinds = {word.kind for word in main_words(sentence, language)}
        return "verb" in kinds or (language == "en" and "participle" in kinds)

    def own(self, text: str) -> bool:
        """Do the hosts speak of themselves?"""
        return _OWN.search(QUOTATION.sub("…", text)) is not None

    def recap(self, said: Said, text: str) -> bool:
        """Is it what a close may say again, wherever it was said: what to take along, a few words, a quotation?"""
        if said.number not in self._close:
            return False
        if said.number in self._takeaways or len(tokens(text)) <= RECAP_WORDS:
            return True
        quoted = sum(len(tokens(found[0])) for found in QUOTATION.finditer(text))
        return quoted > len(tokens(text)) / 2

    def opens(self, said: Said) -> bool:
        """Is the turn one of the opening?"""
        return said.number in self._opening

    def returns(self, said: Said) -> bool:
        """Does it stand where the close may go back to the opening?"""
        return said.number in self._end


def _end_of(turns: Sequence[Said]) -> Sequence[Said]:
    """The turns of the segment that these begin with, as far as they are an opening; read from the end, a close."""
    if not turns:
        return turns
    one = all(said.segment == turns[0].segment for said in turns)
    most = min(MOST_TURNS, len(turns) // MOST_SHARE) if one else MOST_TURNS
    return [said for said in turns[:most] if said.segment == turns[0].segment]
