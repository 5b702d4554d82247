"""What stands around the segments: the opening with its scene, the bridges between chapters, the close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Article, Section, Sentence
from podcast.show import Show
from podcast.writing.beats import beats_of, is_question
from podcast.writing.centre import Centre
from podcast.writing.dialogue import Exchange
from podcast.writing.stock import Stock
from podcast.writing.takeaways import is_clear, takeaways
from podcast.writing.talk import Talk

__all__ = ["Frame", "Plan", "plan_of"]

SCENE_WORDS = 130
"""The opening scene is at most about a minute long: then the listener wants to know where they are."""

SCENE_LEAST_WORDS = 18
END_WORDS = 90
SHORT_ARTICLE_SENTENCES = 8
"""Below this an article has no sentences to spare for a scene and an end of their own."""

CALLBACK_WORDS = 16
NUMBERS = {
    "de": [
        "null",
        "eins",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ],
    "en": [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The article cut up for an episode: the scene, the sections between, the end."""

    scene: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    end: tuple[Sentence, ...]


def _leans(sentence: Sentence, language: str) -> bool:
    return beats_of([sentence], language)[0].leans


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def _scene(section: Section, language: str) -> int:
    """How many sentences of the first section open the episode.

    Up to the end of the first paragraph, or to a clean break; where the next sentence turns ("Doch …"), it belongs
    to the scene: a contradiction is the best reason to stay.
    """
    sentences = section.sentences
    best = 0
    for count in range(1, len(sentences)):
        words = _words(sentences[:count])
        if words > SCENE_WORDS and best:
            break
        after = sentences[count]
        asked = is_question(sentences[count - 1].text)
        if words >= SCENE_LEAST_WORDS and sentences[count - 1].paragraph != after.paragraph and not asked:
            turns = "turn" in beats_of([after], language)[0].does
            return count + 1 if turns and count + 1 < len(sentences) else count
        clean = not _leans(after, language) and not asked
        if clean and words >= SCENE_LEAST_WORDS and (not best or words <= SCENE_WORDS // 2):
            best = count
    return best or min(2, len(sentences))


def _end(section: Section, language: str) -> int:
    """How many sentences of the last section are kept for the close: its last paragraph, or its last few.

    An answer is never parted from its question.
    """
    sentences = section.sentences
    last = [s for s in sentences if s.paragraph == sentences[-1].paragraph]
    for count in (len(last), 2, 1, 3):
        while count < len(sentences) and is_question(sentences[-count - 1].text):
            count += 1  # noqa: PLW2901 (the question belongs to what follows it)
        fits = count < len(sentences) and _words(sentences[-count:]) <= END_WORDS
        if fits and (count >= len(last) or not _leans(sentences[-count], language)):
            return count
    return 0


def plan_of(article: Article, language: str) -> Plan:
    """Take the scene from the article's beginning and the end from its end; short articles keep both."""
    sections = list(article.sections)
    scene: tuple[Sentence, ...] = ()
    end: tuple[Sentence, ...] = ()
    if len(list(article.sentences)) >= SHORT_ARTICLE_SENTENCES:
        first = sections[0]
        count = _scene(first, language)
        scene = first.sentences[:count]
        sections[0] = Section(first.heading, first.sentences[count:])
        last = sections[-1]
        if len(last.sentences) > 2:
            count = _end(last, language)
            if count:
                end = last.sentences[-count:]
                sections[-1] = Section(last.heading, last.sentences[:-count])
    return Plan(scene, tuple(section for section in sections if section.sentences), end)


def _exchange(talk: Talk, line: str, host: int) -> int:
    """Say a wording whose parts ("||") alternate between the hosts; returns who spoke last."""
    for part in line.split("||"):
        talk.say_anew(host, part.strip())
        host = 1 - host
    return 1 - host


def _bare(heading: str) -> str:
    """A heading as it is said: a colon in it is a full stop, for there may be one before it already."""
    return ". ".join(
        part.strip()[:1].upper() + part.strip()[1:] for part in heading.rstrip(".:;,– ").split(": ")
    )


def _short(heading: str) -> str:
    """A heading's first part, for a list of headings."""
    return heading.split(": ", maxsplit=1)[0].rstrip(".:;,– ")


class Frame:
    """What the hosts say around the article's own words, for one episode."""

    def __init__(
        self, article: Article, show: Show, stock: Stock, exchange: Exchange, parts: Sequence[str] = ()
    ) -> None:
        self._article = article
        self._show = show
        self._stock = stock
        self._exchange = exchange
        self._parts = parts
        self._names = (show.hosts[0].name, show.hosts[1].name)

    def opening(self, talk: Talk, plan: Plan) -> None:
        """The scene, names and show, that the voices are artificial, the subject, what the listener will know."""
        stock, names = self._stock, self._names
        host = 0
        if plan.scene:
            self._exchange.hold(talk, beats_of(plan.scene, self._article.language), 0, telling=True)
            host = talk.other
        greeting = stock.must("greeting", show=self._show.name, me=names[host], you=names[1 - host])
        last = _exchange(talk, greeting, host)
        if self._show.disclosure:
            own = self._show.disclosure
            talk.say(last, own if isinstance(own, str) else stock.must("disclosure"))
        title = _bare(self._article.title)
        talk.say_anew(1 - last, stock.must("topic_question" if title.endswith("?") else "topic", title=title))
        talk.say(1 - last, self._promise(plan))
        if plan.scene:
            talk.say_anew(last, stock.must("back"))

    def _promise(self, plan: Plan) -> str:
        headings = [_short(s.heading) for s in plan.sections if s.heading and s.heading not in self._parts]
        numbers = NUMBERS[self._article.language]
        if not 2 <= len(headings) < len(numbers):
            return self._stock.must("promise_plain")
        count = numbers[len(headings)]
        return self._stock.must("promise", count=count, first=headings[0], last=headings[-1])

    def transition(self, talk: Talk, heading: str, before: str, host: int, *, last: bool) -> None:
        """One host leads over to a chapter by the words of its heading."""
        bare = _bare(heading)
        if not bare or heading in self._parts:
            talk.say_anew(host, self._stock.must("next_part"))
            return
        values = {"heading": bare, "last": "" if before.endswith("?") else _short(before)}
        move = "next_question" if bare.endswith("?") else "next_last" if last else "next_heading"
        talk.say_anew(host, self._stock.must(move, **values))

    def close(self, talk: Talk, plan: Plan, lead: int) -> None:
        """What to take along, the way back to the opening, the article's own end, good-bye."""
        host = lead
        if plan.end:
            centre = Centre(self._article)
            host = self._takeaways(talk, plan, centre, host)
            host = self._callback(talk, plan, 1 - host)
            beats = beats_of(plan.end, self._article.language)
            plain = "question" not in beats[0].does and beats[0].all_words[0].kind != "conjunction"
            talk.say_anew(host, self._stock.must("close_end" if plain else "close_end_open"))
            talk.say(host, beats[0])
            self._exchange.go_on(talk, beats, telling=True)
            host = talk.other
        names = self._names
        _exchange(
            talk, self._stock.must("bye", show=self._show.name, me=names[host], you=names[1 - host]), host
        )

    def _takeaways(self, talk: Talk, plan: Plan, centre: Centre, host: int) -> int:
        """Two or three sentences to remember; returns who spoke last."""
        used = {s.number for s in (*plan.scene, *plan.end)}
        many = 3 if len(plan.sections) > 3 else 2
        take = takeaways(plan.sections, many, used, centre, self._article.language)
        if len(take) < 2:
            return host
        talk.say_anew(host, self._stock.must("close_ask"))
        labels = ["close_first", *["close_second"] * (len(take) - 2), "close_last"]
        for label, beat in zip(labels, take, strict=True):
            host = 1 - host
            talk.say_anew(host, self._stock.must(label))
            talk.say(host, beat)
        return host

    def _callback(self, talk: Talk, plan: Plan, host: int) -> int:
        """A sentence of the opening scene once more; returns who is to speak next."""
        language = self._article.language
        scene = beats_of(plan.scene, language)
        back = [b for b in scene if b.words <= CALLBACK_WORDS and not b.cut and is_clear(b, language)]
        if not back:
            return host
        talk.say_anew(host, self._stock.must("close_back"))
        talk.say(host, back[-1])
        return 1 - host
