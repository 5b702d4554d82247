"""A script out of its parts: what the model wrote, what the offline writer takes, and the show's own lines around it.

Greeting, the line that the voices are artificial, and good-bye come from templates/dialogue, as in an offline script;
so they are always right, and nobody greets twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from podcast.article import Article, Section, Sentence
from podcast.script import Script, Segment, Turn, parse, write, written
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.beats import Beat, beats_of
from podcast.writing.dialogue import Exchange
from podcast.writing.frame import Frame
from podcast.writing.interview import interview_of
from podcast.writing.llm.choosing import Chooser
from podcast.writing.llm.outline import Part
from podcast.writing.llm.sparing import place_for
from podcast.writing.person import person_of
from podcast.writing.plan import Plan, plan_of
from podcast.writing.signs import is_question
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["Composed", "Composer", "Piece"]

EAGER = 1
"""How readily the hosts ask in an offline segment: see ``Exchange``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part and who wrote it.

    ``turns`` are the model's; ``None`` means the offline writer, in at most ``words`` words where they are given.
    ``extra`` are sentences that the offline writer adds to the model's turns. ``reason`` says why it had to.
    """

    part: Part
    turns: tuple[Turn, ...] | None = None
    words: int | None = None
    extra: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A script, read back as a host will read it.

    ``owners`` has for each turn the number of its piece and, where the model wrote it, its number within (from 0).
    """

    script: Script
    owners: tuple[tuple[int, int | None], ...]


class _Told(Exchange):
    """An exchange in which the model's turns stand where the offline writer would tell the scene."""

    def __init__(self, stock: Stock, turns: Sequence[Turn], names: tuple[str, str]) -> None:
        super().__init__(stock, EAGER)
        self._turns_told = turns
        self._names = names

    def hold(self, talk: Talk, beats: Sequence[Beat], lead: int, *, telling: bool = False) -> None:
        for turn in self._turns_told:
            talk.say_anew(self._names.index(turn.host), turn.body)


class Composer:
    """Puts the pieces of one article's episode together, always the same way."""

    def __init__(self, article: Article, show: Show, wording: Wording) -> None:
        self._article = article
        self._show = show
        self._wording = wording
        self._names = (show.hosts[0].name, show.hosts[1].name)
        self._asked = [sentence.text for sentence in article.sentences if is_question(sentence.text)]
        text = "\n".join([article.title, *(sentence.text for sentence in article.sentences)])
        self.chooser = Chooser(article)
        interview = interview_of(article)
        self._heads = interview.heads if interview else {}
        self._person = None if interview else person_of(article)
        self._sentences = {s.number: self._without_name(s) for s in article.sentences}
        self._seed = hashlib.sha256(text.encode()).hexdigest()

    def _without_name(self, sentence: Sentence) -> Sentence:
        """A sentence as it is said: without the speaker's name before a line of an interview."""
        return replace(sentence, text=sentence.text[self._heads.get(sentence.number, 0) :])

    def part_heading(self, number: int) -> str:
        """What a segment is called that has no heading of its own."""
        return Stock(self._wording, self._article.language, "").heading("heading_part", number=number)

    def compose(self, pieces: Sequence[Piece]) -> Composed:
        """The script of these pieces, with the lines it will have, and whose each turn is."""
        script, owners = self._put_together(pieces)
        return Composed(parse(write(script), self._names), owners)

    def script(self, pieces: Sequence[Piece]) -> Script:
        """The script of these pieces as it is measured: its turns have no lines."""
        return self._put_together(pieces)[0]

    def _put_together(self, pieces: Sequence[Piece]) -> tuple[Script, tuple[tuple[int, int | None], ...]]:
        stock = Stock(self._wording, self._article.language, self._seed, self._asked)
        exchange = Exchange(stock, EAGER, about=self._person.surname if self._person else "")
        frame = self._frame(stock, exchange)
        segments: list[Segment] = []
        owners: list[tuple[int, int | None]] = []
        last = self._names[1]

        def add(heading: str, turns: Sequence[Turn], piece: int, own: Sequence[Turn] | None) -> None:
            nonlocal last
            segments.append(Segment(heading, tuple(turns)))
            places = {id(turn): number for number, turn in enumerate(own or ())}
            owners.extend((piece, places.get(id(turn))) for turn in turns)
            last = turns[-1].host

        opens = pieces[0] if pieces and pieces[0].part.kind == "opening" else None
        closes = pieces[-1] if pieces and pieces[-1].part.kind == "close" else None
        own = opens.turns if opens else None
        add(stock.heading("heading_opening"), self._opening(stock, exchange, opens), 0 if opens else -1, own)
        places = [number for number, piece in enumerate(pieces) if piece.part.kind == "segment"]
        for number in places:
            piece = pieces[number]
            place = "first" if number == places[0] else "last" if number == places[-1] else "next"
            turns = self._segment(piece, exchange, frame, place, last)
            add(piece.part.heading, turns, number, piece.turns)
        turns = self._close(frame, exchange, closes, last)
        own = closes.turns if closes else None
        add(stock.heading("heading_close"), turns, len(pieces) - 1 if closes else -1, own)
        article = self._article
        meta = {
            "title": article.title,
            "show": self._show.name,
            "language": article.language,
            "source": article.source,
        }
        return Script({**meta, "writer": "llm"}, tuple(segments)), tuple(owners)

    def _frame(self, stock: Stock, exchange: Exchange) -> Frame:
        return Frame(self._article, self._show, stock, exchange, person=self._person, eager=EAGER)

    def _opening(self, stock: Stock, exchange: Exchange, piece: Piece | None) -> tuple[Turn, ...]:
        """The scene, then greeting, disclosure and promise."""
        talk = Talk(exchange.shares)
        if piece is None or piece.turns is None:
            scene = tuple(self._chosen(piece)) if piece else ()
            self._frame(stock, exchange).opening(talk, Plan(scene, (), ()))
            return talk.turns(self._names)
        told = _Told(stock, piece.turns, self._names)
        scene = tuple(Sentence(n, written(turn.body), 1) for n, turn in enumerate(piece.turns, 1))
        self._frame(stock, told).opening(talk, Plan(scene, (), ()))
        return (*piece.turns, *talk.turns(self._names)[len(piece.turns) :])

    def _segment(
        self, piece: Piece, exchange: Exchange, frame: Frame, place: str, last: str
    ) -> tuple[Turn, ...]:
        talk = Talk(exchange.shares)
        language = self._article.language
        if piece.turns is None:
            section = Section(piece.part.heading, tuple(self._chosen(piece)))
            host = 1 - self._names.index(last)
            named = section.heading in {section.heading for section in self._article.sections}
            if place == "first" and not named:  # it goes on where the opening ended
                exchange.hold(talk, beats_of(section.sentences, language), host)
                return talk.turns(self._names)
            beats = frame.transition(talk, section, host, place if named else "part")
            exchange.go_on(talk, beats)
            return talk.turns(self._names)
        return self._woven(piece, exchange)

    def _woven(self, piece: Piece, exchange: Exchange) -> tuple[Turn, ...]:
        """The model's turns, and among them what it left out and somebody should not miss: each in its place."""
        turns = piece.turns or ()
        groups: dict[int, list[Sentence]] = {}
        for number in piece.extra:
            groups.setdefault(place_for(turns, number, self._article.language), []).append(
                self._sentences[number]
            )
        out: list[Turn] = []
        for at, turn in enumerate(turns):
            out.append(turn)
            if at in groups:
                talk = Talk(exchange.shares)
                beats = beats_of(groups[at], self._article.language)
                exchange.hold(talk, beats, 1 - self._names.index(turn.host), telling=True)
                out += talk.turns(self._names)
        return tuple(out)

    def _add(self, talk: Talk, piece: Piece, exchange: Exchange) -> None:
        """Say what the model left out and somebody should not miss, after its turns."""
        if piece.extra and piece.turns:
            beats = beats_of([self._sentences[n] for n in piece.extra], self._article.language)
            exchange.hold(talk, beats, 1 - self._names.index(piece.turns[-1].host), telling=True)

    def _close(self, frame: Frame, exchange: Exchange, piece: Piece | None, last: str) -> tuple[Turn, ...]:
        """What to take along and the end, then good-bye."""
        talk = Talk([0, 0])
        host = 1 - self._names.index(last)
        if piece is None or piece.turns is None:
            frame.close(talk, self._end(piece), host)
            return talk.turns(self._names)
        self._add(talk, piece, exchange)
        spoke = talk.speaker if talk.drafts else self._names.index(piece.turns[-1].host)
        frame.bye(talk, 1 - spoke)
        return (*piece.turns, *talk.turns(self._names))

    def _end(self, piece: Piece | None) -> Plan:
        """What an offline close has to say: all that it usually says, or within its words the article's own end."""
        plan = plan_of(self._article, self._article.language)
        if piece is not None and piece.words is None:
            return plan
        return Plan((), (), tuple(self._chosen(piece)) if piece is not None and piece.part.numbers else ())

    def _chosen(self, piece: Piece) -> list[Sentence]:
        """The sentences of an offline piece: all of its part's, or the best of them within its words."""
        own = [self._sentences[n] for n in sorted(piece.part.numbers)]
        if piece.words is None:
            return own
        best = {sentence.number for sentence in self.chooser.best(own, piece.words)} | set(piece.extra)
        return [sentence for sentence in own if sentence.number in best]

    def complete(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces; of a section that nobody speaks of, what stands for it is added where it belongs."""
        now = list(pieces)
        said = set(self.sections_of(now))
        for number, section in enumerate(self._article.sections):
            if number in said or not section.heading:
                continue
            core = self.chooser.core(number)
            for at, piece in enumerate(now):
                own = set(core) & set(piece.part.numbers)
                if own and piece.part.kind != "opening":
                    now[at] = replace(piece, extra=tuple(sorted({*piece.extra, *own})))
        return now

    def section_of(self, number: int) -> int:
        """The number of the article's section (from 0) in which a sentence stands."""
        for at, section in enumerate(self._article.sections):
            if section.sentences[0].number <= number <= section.sentences[-1].number:
                return at
        return -1

    def sections_of(self, pieces: Sequence[Piece]) -> list[int]:
        """For every turn of the script the sections that it speaks of; each as often as a turn does."""
        turns = self.script(pieces).turns
        return [at for turn in turns for at in {self.section_of(n) for n in turn.sentences}]
