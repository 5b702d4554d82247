"""An interview as two hosts give it: one asks, the other reads the answers, and they say whose answers these are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from podcast.article import Article, Section, Sentence
from podcast.script import Segment
from podcast.show import Show
from podcast.writing.beats import Beat, beats_of
from podcast.writing.closing import AT_THE_END, remember
from podcast.writing.dialogue import Exchange
from podcast.writing.frame import Frame
from podcast.writing.interview import Exchanged, Interview
from podcast.writing.plan import Plan, opens
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk
from podcast.writing.titles import bare, is_quoted

__all__ = ["Roles"]

PART_WORDS = 190
"""The hosts change roles about so often, in words: every other minute, so that each of them has a fair share."""

HARD_LIMIT_WORDS = 72
BREAK_AFTER = 24
"""An answer that is too long for one turn is broken by a question for more, behind so many words at the earliest."""

LEAST_REST = 14
LEAST_EXCHANGES = 2
"""Of so few questions none is kept for the close."""

SAID_AGAIN = 3
"""At the latest every third answer somebody says whose it is."""

FIRST_PERSON = {
    "de": {
        "ich",
        "mir",
        "mich",
        "mein",
        "meine",
        "meinem",
        "meinen",
        "meiner",
        "wir",
        "uns",
        "unser",
        "unsere",
    },
    "en": {"i", "me", "my", "we", "us", "our"},
}
HANGING = {
    "turn",
    "reason",
    "second",
    "inside",
    "reported",
    "source",
    "fragment",
    "quote",
    "conclusion",
    "item",
}


class Roles:
    """The segments of one interview."""

    def __init__(
        self,
        article: Article,
        interview: Interview,
        show: Show,
        *,
        stock: Stock,
        exchange: Exchange,
        frame: Frame,
        parts: Sequence[str] = (),
    ) -> None:
        self._article = article
        self._interview = interview
        self._stock = stock
        self._exchange = exchange
        self._frame = frame
        self._parts = parts
        self._swaps = 0
        self._names = (show.hosts[0].name, show.hosts[1].name)
        self._since_said = 0
        self._named = 0

    def segments(self) -> list[Segment]:
        """Opening, parts, close, in their order."""
        interview, stock = self._interview, self._stock
        exchanges = interview.exchanges
        last = exchanges[-1:] if len(exchanges) > LEAST_EXCHANGES else ()
        groups = self._groups(exchanges[: len(exchanges) - len(last)])

        talk = Talk(self._exchange.shares)
        plan = Plan(interview.intro, (), ())
        host = self._frame.opening(talk, plan)
        asker = host
        self._assign(talk, asker, "interview_roles", anew=False)
        self._hold(talk, groups[0][1], asker)
        segments = [Segment(stock.heading("heading_opening"), talk.turns(self._names))]
        for heading, exchanges in groups[1:]:
            talk = Talk(self._exchange.shares)
            if heading:
                move = "heading_quote" if is_quoted(heading) else "heading_next"
                talk.say_anew(asker, stock.must(move, heading=bare(heading), clause=True))
            self._assign(talk, asker, "interview_swap", anew=not heading)
            asker = 1 - asker
            self._hold(talk, exchanges, asker)
            name = heading or stock.heading("heading_part", number=len(segments) + 1)
            segments.append(Segment(name, talk.turns(self._names)))

        talk = Talk(self._exchange.shares)
        self._close(talk, groups, last, asker)
        segments.append(Segment(stock.heading("heading_close"), talk.turns(self._names)))
        return segments

    def _groups(self, exchanges: Sequence[Exchanged]) -> list[tuple[str, tuple[Exchanged, ...]]]:
        """The exchanges by the article's headings, else in parts of about equal length, with the name of each."""
        headings = {
            sentence.number: "" if section.heading in self._parts else section.heading
            for section in self._article.sections
            for sentence in section.sentences
        }
        if len(set(headings.values())) > 1:
            grouped = groupby(exchanges, key=lambda one: headings[one.asked[0].number])
            return [(heading, tuple(group)) for heading, group in grouped]
        sizes = [_words(one.asked) + _words(one.answered) for one in exchanges]
        count = max(1, round(sum(sizes) / PART_WORDS))
        groups: list[list[Exchanged]] = [[]]
        said = 0
        for one, size in zip(exchanges, sizes, strict=True):
            full = said >= sum(sizes) * len(groups) / count - PART_WORDS / 4
            head = self._interview.heads.get(one.asked[0].number, 0)
            asked = replace(one.asked[0], text=one.asked[0].text[head:])
            if groups[-1] and full and len(groups) < count and opens(asked, self._article.language):
                groups.append([])
            groups[-1].append(one)
            said += size
        return [("", tuple(group)) for group in groups]

    def _assign(self, talk: Talk, host: int, move: str, *, anew: bool) -> None:
        """Say who asks and who reads the answers, ``host`` first; ``anew`` in a turn of its own."""
        line = self._stock.must(move, who=self._interview.name, again=self._swaps > 1)
        self._swaps += 1
        mine, _, yours = line.partition("||")
        if anew:
            talk.say_anew(host, mine.strip())
        else:
            talk.say(host, mine.strip())
        talk.say_anew(1 - host, yours.strip())
        self._since_said = 0

    def _hold(self, talk: Talk, exchanges: Sequence[Exchanged], asker: int) -> None:
        """All questions and answers of one part; who has just taken over the questions asks in the same turn."""
        for one in exchanges:
            for beat in self._beats(one.asked):
                fits = talk.speaker == asker and talk.turn_words + beat.words <= HARD_LIMIT_WORDS
                self._exchange.say(talk, asker, beat, anew=not fits)
            if one.answered:
                self._answer(talk, self._beats(one.answered), asker)

    def _beats(self, sentences: Sequence[Sentence]) -> list[Beat]:
        return beats_of(sentences, self._article.language, self._interview.heads)

    def _answer(self, talk: Talk, beats: Sequence[Beat], asker: int) -> None:
        """The other host reads an answer; where it is long, the asker asks for more."""
        host = 1 - asker
        rest = sum(beat.words for beat in beats)
        label = self._says(beats)
        long = rest + (len(label.split()) if label else 0) > HARD_LIMIT_WORDS
        if label is not None:
            talk.say_anew(host, label)
        self._exchange.say(talk, host, beats[0], anew=label is None)
        pauses = self._pauses(beats, talk.turn_words) if long else set()
        for n, beat in enumerate(beats[1:], 1):
            full = talk.turn_words + beat.words > HARD_LIMIT_WORDS
            asks = n in pauses or (full and not beat.cut)
            more = self._stock.pick("answer_more", who=self._name()) if asks else None
            if more is not None:
                talk.say_anew(asker, more)
            self._exchange.say(talk, host, beat, anew=full or more is not None)

    def _pauses(self, beats: Sequence[Beat], begun: int) -> set[int]:
        """Where the asker asks on: the answer is cut into parts of about equal length, best where a thought begins.

        ``begun`` are the words of the turn up to the first beat's end.
        """
        said = [begun]
        for beat in beats[1:]:
            said.append(said[-1] + beat.words)
        parts = -(-said[-1] // HARD_LIMIT_WORDS)
        found: set[int] = set()
        for part in range(1, parts):
            aim = said[-1] * part / parts
            last = said[max(found) - 1] if found else 0
            able = [
                n
                for n in range(1, len(beats))
                if BREAK_AFTER <= said[n - 1] - last <= HARD_LIMIT_WORDS
                and said[-1] - said[n - 1] >= LEAST_REST
                and not (beats[n].cut or beats[n].does & HANGING)
            ]
            clean = [n for n in able if opens(beats[n].sentence, self._article.language)]
            best = min(
                clean or [n for n in able if not beats[n].leans],
                key=lambda n: abs(said[n - 1] - aim),
                default=None,
            )
            if best is not None:
                found.add(best)
        return found

    def _says(self, beats: Sequence[Beat]) -> str | None:
        """The words that say whose answer begins: where it says "I", and every few answers."""
        first_person = FIRST_PERSON[self._article.language]
        personal = any(word.text.lower() in first_person for beat in beats for word in beat.all_words)
        self._since_said += 1
        if self._since_said == 1 or (self._since_said < SAID_AGAIN and not personal):
            return None
        line = self._stock.pick("answer_says", who=self._name())
        if line is not None:
            self._since_said = 1
        return line

    def _name(self) -> str:
        """The full name and the surname by turns."""
        self._named += 1
        return self._interview.name if self._named % 2 else self._interview.surname

    def _close(
        self,
        talk: Talk,
        groups: Sequence[tuple[str, tuple[Exchanged, ...]]],
        last: tuple[Exchanged, ...],
        asker: int,
    ) -> None:
        """What to take along, the last question with its answer, good-bye."""
        sections = tuple(
            Section(heading, answered)
            for heading, exchanges in groups
            if (answered := tuple(sentence for one in exchanges for sentence in one.answered))
        )
        plan = Plan(self._interview.intro, sections, ())
        host = remember(talk, self._article, plan, stock=self._stock, host=asker, by=self._interview.name)
        if last:
            first = last[0].asked[0].text.lower()
            if not first.startswith(AT_THE_END):
                talk.say_anew(host, self._stock.must("close_end"))
            self._since_said = 0
            for index, beat in enumerate(self._beats(last[0].asked)):
                self._exchange.say(talk, host, beat, anew=not index and not talk.drafts)
            if last[0].answered:
                self._since_said = SAID_AGAIN
                self._answer(talk, self._beats(last[0].answered), host)
            host = 1 - talk.speaker
        self._frame.bye(talk, host)


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)
