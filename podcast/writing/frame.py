"""What stands around the segments: the opening with its scene, the bridges between chapters, the close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from podcast.article import Article, Section, Sentence
from podcast.show import Show
from podcast.writing.beats import Beat, beats_of, whole
from podcast.writing.centre import Centre
from podcast.writing.dialogue import Exchange
from podcast.writing.signs import is_question, points_back
from podcast.writing.stock import Stock
from podcast.writing.takeaways import takeaways
from podcast.writing.talk import Talk

__all__ = ["Frame", "Plan", "plan_of"]

SCENE_WORDS = 190
"""The opening scene is at most about 90 seconds long: then the listener wants to know where they are."""

SCENE_SHARE = 0.3
"""… and at most this share of a short article."""

SCENE_LEAST_WORDS = 18
END_WORDS = 100
SHORT_ARTICLE_SENTENCES = 8
"""Below this an article has no sentences to spare for a scene and an end of their own."""

REMEMBERED = 3
"""At most so many sentences to take along; two where the article has few sections."""

SHARED_NOUNS = 2
"""The end comes back to the beginning where they have a name in common, or so many nouns."""


YEAR_FIRST = re.compile(r"(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Plan:
    """The article cut up for an episode: the scene, the sections between, the end."""

    scene: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    end: tuple[Sentence, ...]


def _leans(sentence: Sentence, language: str) -> bool:
    return whole(sentence, language).leans


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


def _scene(section: Section, language: str, most: int) -> int:
    """How many sentences of the first section open the episode.

    Best up to the article's own question: greeting and names stand between it and its answer. Without one the
    scene ends with a paragraph, or where the next sentence does not lean on it. ``most`` is its limit in words.
    """
    sentences = section.sentences
    within = [n for n in range(1, len(sentences)) if _words(sentences[:n]) <= most]
    asked = [n for n in within if is_question(sentences[n - 1].text) and not is_question(sentences[n].text)]
    if asked and _words(sentences[: asked[0]]) >= SCENE_LEAST_WORDS:
        return asked[0]
    long_enough = [n for n in within if _words(sentences[:n]) >= SCENE_LEAST_WORDS]
    ends = [n for n in long_enough if sentences[n - 1].paragraph != sentences[n].paragraph]
    clean = [n for n in long_enough if not _leans(sentences[n], language)]
    for choice in ([n for n in ends if n in clean], ends, clean):
        if choice:
            return choice[-1]
    return min(2, len(sentences))


def _end(section: Section, language: str) -> int:
    """How many sentences of the last section are kept for the close: its last paragraph, or its last few.

    An answer is never parted from its question, nor a pronoun from its noun.
    """
    sentences = section.sentences
    last = [s for s in sentences if s.paragraph == sentences[-1].paragraph]
    for count in (len(last), 2, 1, 3, 4, 5):
        while count < len(sentences) and _asked(sentences[-count - 1], sentences[-count]):
            count += 1  # noqa: PLW2901 (the question belongs to what follows it)
        if (
            count < len(sentences)
            and _words(sentences[-count:]) <= END_WORDS
            and _opens(sentences[-count], language)
        ):
            return count
    return 0


def _asked(before: Sentence, sentence: Sentence) -> bool:
    """Whether ``before`` is a question that ``sentence`` answers."""
    return is_question(before.text) and not is_question(sentence.text)


def _opens(sentence: Sentence, language: str) -> bool:
    """Whether the close may begin with this sentence."""
    early = whole(sentence, language).all_words[:6]
    back = {word.text.lower() for word in early} & {"dies", "darin", "davon", "that", "this"}
    return not _leans(sentence, language) and not back and not points_back(early)


def plan_of(article: Article, language: str) -> Plan:
    """Take the scene from the article's beginning and the end from its end; short articles keep both."""
    sections = list(article.sections)
    scene: tuple[Sentence, ...] = ()
    end: tuple[Sentence, ...] = ()
    if len(list(article.sentences)) >= SHORT_ARTICLE_SENTENCES:
        first = sections[0]
        count = _scene(first, language, min(SCENE_WORDS, int(article.words * SCENE_SHARE)))
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
        self, article: Article, show: Show, stock: Stock, exchange: Exchange, eager: int = 0
    ) -> None:
        self._article = article
        self._show = show
        self._stock = stock
        self._exchange = exchange
        self._eager = eager
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
        asked = bool(plan.scene) and is_question(plan.scene[-1].text)
        if (topic := self._topic()) is not None and not asked:
            talk.say_anew(1 - last, topic)
            talk.say(1 - last, stock.must("promise"))
        else:
            talk.say_anew(1 - last, stock.must("promise_question" if asked else "promise_scene"))

    def _topic(self) -> str | None:
        """The title, if it is the article's own: one taken from a section is said with that section."""
        title = _bare(self._article.title)
        if self._article.title in {section.heading for section in self._article.sections}:
            return None
        return self._stock.must("topic_question" if title.endswith("?") else "topic", title=title)

    def transition(self, talk: Talk, section: Section, host: int, *, last: bool, part: bool) -> list[Beat]:
        """One host leads over to a chapter by the words of its heading; returns the beats still to be said.

        Where both heading and first sentence ask, one host says both, and the other answers.
        """
        beats = beats_of(section.sentences, self._article.language)
        bare = _bare(section.heading)
        asks = "question" in beats[0].does
        if part or not bare:
            talk.say_anew(host, self._stock.must("next_part"))
        elif bare.endswith("?"):
            talk.say_anew(host, bare if asks else self._stock.must("next_question", heading=bare))
        else:
            year = YEAR_FIRST.match(section.heading)
            values = {"heading": bare, "short": _short(section.heading), "year": year[0] if year else ""}
            move = "next_heading_ask" if self._eager else "next_last" if last else "next_heading"
            talk.say_anew(
                host, self._stock.pick(move, **values) or self._stock.must("next_heading", **values)
            )
        talk.say(host if asks else 1 - host, beats[0])
        return beats

    def close(self, talk: Talk, plan: Plan, host: int) -> None:
        """What to take along, the article's own end, good-bye; ``host`` begins."""
        if plan.end:
            host = self._remember(talk, plan, host)
            beats = beats_of(plan.end, self._article.language)
            talk.say_anew(host, self._stock.must("close_back" if self._comes_back(plan) else "close_end"))
            talk.say(host, beats[0])
            self._exchange.go_on(talk, beats, telling=True)
            host = talk.other
        names = self._names
        _exchange(
            talk, self._stock.must("bye", show=self._show.name, me=names[host], you=names[1 - host]), host
        )

    def _remember(self, talk: Talk, plan: Plan, host: int) -> int:
        """Two or three sentences to take along; returns who is to speak next."""
        used = {s.number for s in (*plan.scene, *plan.end)}
        many = REMEMBERED if len(plan.sections) > REMEMBERED else REMEMBERED - 1
        take = takeaways(plan.sections, many, used, Centre(self._article), self._article.language)
        if len(take) < 2:
            return host
        talk.say_anew(host, self._stock.must("close_ask"))
        for label, beat in zip(["close_first", *["close_next"] * (len(take) - 1)], take, strict=True):
            host = 1 - host
            talk.say_anew(host, self._stock.must(label))
            talk.say(host, beat)
        return 1 - host

    def _comes_back(self, plan: Plan) -> bool:
        """Whether the article's end takes up its beginning: by a name, or by two nouns."""
        language = self._article.language

        def words(sentences: Sequence[Sentence], kind: str) -> set[str]:
            beats = [whole(sentence, language) for sentence in sentences]
            return {word.lemma for beat in beats for word in beat.all_words if word.kind == kind}

        names = words(plan.scene, "name") & words(plan.end, "name")
        return bool(names) or len(words(plan.scene, "noun") & words(plan.end, "noun")) >= SHARED_NOUNS
