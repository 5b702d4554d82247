"""What stands around the segments: the opening with its scene, the bridges between chapters, the close."""

from __future__ import annotations

import re
from collections.abc import Sequence

from podcast.article import Article, Section, Sentence
from podcast.grammar import words_of
from podcast.show import Show
from podcast.writing.beats import Beat, beats_of, whole
from podcast.writing.centre import Centre
from podcast.writing.dialogue import Exchange
from podcast.writing.plan import Plan
from podcast.writing.signs import is_question
from podcast.writing.stock import Stock
from podcast.writing.takeaways import takeaways
from podcast.writing.talk import Talk

__all__ = ["Frame"]

REMEMBERED = 3
"""At most so many sentences to take along; two where the article has few sections."""

SHARED_WORDS = 2
"""The end comes back to the beginning where they have so many names and nouns in common …"""

RARE_SECTIONS = 2
"""… that are not spoken of all the time in between."""

HEADING_QUESTIONS = 2
EAGER_HEADINGS = 3
ASKING = {"was", "wie", "wer", "wo", "warum", "wann", "wenn", "what", "how", "who", "where", "why", "when"}
GRAVE = re.compile(
    r"\b(starb|starben|tot|tote|toten|opfer|leichen?|brannte|getötet|erschossen|died|dead|killed|victims)\b",
    re.IGNORECASE,
)
AT_THE_END = ("am ende", "in the end", "zum schluss", "at the end")


YEAR_FIRST = re.compile(r"(?:1[5-9]|20)\d\d\b")


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
        self._heading_questions = 0
        self._names = (show.hosts[0].name, show.hosts[1].name)

    def opening(self, talk: Talk, plan: Plan) -> None:
        """The scene, names and show, that the voices are artificial, the subject, what the listener will know."""
        stock, names = self._stock, self._names
        host = 0
        if plan.scene:
            self._exchange.hold(talk, beats_of(plan.scene, self._article.language), 0, telling=True)
            host = talk.other
        grave = any(GRAVE.search(sentence.text) for sentence in plan.scene)
        values = {"show": self._show.name, "me": names[host], "you": names[1 - host], "grave": grave}
        greeting = stock.must("greeting", **values)
        last = _exchange(talk, greeting, host)
        if self._show.disclosure:
            own = self._show.disclosure
            talk.say(last, own if isinstance(own, str) else stock.must("disclosure"))
        questions = sum(is_question(sentence.text) for sentence in plan.scene)
        asked = bool(plan.scene) and is_question(plan.scene[-1].text)
        if (topic := self._topic()) is not None and not asked:
            talk.say_anew(1 - last, topic)
            talk.say(1 - last, stock.must("promise"))
        else:
            move = "promise_question" if asked else "promise_scene"
            talk.say_anew(1 - last, stock.must(move, many=questions > 1))

    def _topic(self) -> str | None:
        """The title, if it is the article's own: one taken from a section is said with that section."""
        title = _bare(self._article.title)
        if self._article.title in {section.heading for section in self._article.sections}:
            return None
        return self._stock.must("topic_question" if title.endswith("?") else "topic", title=title)

    def transition(self, talk: Talk, section: Section, host: int, place: str) -> list[Beat]:
        """One host leads over to a chapter by the words of its heading; returns the beats still to be said.

        ``place`` is ``first``, ``next``, ``last``, or ``part`` for a part without a heading of its own. Where the
        section begins with a question of the article, nothing else is asked here.
        """
        beats = beats_of(section.sentences, self._article.language)
        bare = _bare(section.heading)
        asks = "question" in beats[0].does
        if place == "part" or not bare:
            talk.say_anew(host, self._stock.must("next_part"))
        elif bare.endswith("?"):
            # Where both heading and first sentence ask, one host says both, and the other answers.
            talk.say_anew(host, bare if asks else self._stock.must("next_question", heading=bare))
            talk.say(host if asks else 1 - host, beats[0])
            return beats
        else:
            talk.say_anew(host, self._heading(section.heading, bare, place, asks=asks))
        talk.say_anew(1 - host, beats[0])
        return beats

    def _heading(self, heading: str, bare: str, place: str, *, asks: bool) -> str:
        """The words that lead over by a heading; the eager ask what it means, where the section does not ask itself."""
        year = YEAR_FIRST.match(heading)
        values = {"heading": bare, "year": year[0] if year else ""}
        most = HEADING_QUESTIONS if self._eager < EAGER_HEADINGS else 2 * HEADING_QUESTIONS
        late = place == "last" and self._eager <= EAGER_HEADINGS
        if self._eager and not asks and not late and self._heading_questions < most:
            words = words_of(heading, self._article.language)
            says = year or ":" in heading or any(word.kind in {"verb", "number"} for word in words)
            says = says and words[0].text.lower() not in ASKING
            move = "heading_ask" if says else "heading_about" if self._eager >= EAGER_HEADINGS else ""
            line = self._stock.pick(move, **values) if move else None
            if line is not None:
                self._heading_questions += 1
                return line
        return self._stock.must(f"heading_{place}", **values)

    def close(self, talk: Talk, plan: Plan, host: int) -> None:
        """What to take along, the article's own end, good-bye; ``host`` begins."""
        if plan.scene:
            host = self._remember(talk, plan, host)
        if plan.end:
            beats = beats_of(plan.end, self._article.language)
            if self._comes_back(plan):
                talk.say_anew(host, self._stock.must("close_back"))
            elif talk.drafts and not beats[0].text.lower().startswith(AT_THE_END):
                talk.say_anew(host, self._stock.must("close_end"))
            talk.say(host, beats[0])
            self._exchange.go_on(talk, beats, telling=True)
            host = talk.other
        names = self._names
        _exchange(
            talk, self._stock.must("bye", show=self._show.name, me=names[host], you=names[1 - host]), host
        )

    def _remember(self, talk: Talk, plan: Plan, host: int) -> int:
        """One to three sentences to take along; returns who is to speak next."""
        used = {s.number for s in (*plan.scene, *plan.end)}
        many = REMEMBERED if len(plan.sections) > REMEMBERED else REMEMBERED - 1
        take = takeaways(plan.sections, many, used, Centre(self._article), self._article.language)
        if not take:
            return host
        talk.say_anew(host, self._stock.must("close_ask"))
        for label, beat in zip(["close_first", *["close_next"] * (len(take) - 1)], take, strict=True):
            host = 1 - host
            talk.say_anew(host, self._stock.must(label))
            talk.say(host, beat)
        return 1 - host

    def _comes_back(self, plan: Plan) -> bool:
        """Whether the article's end takes up its beginning: by names or nouns that are rare in between."""
        language = self._article.language

        def lemmas(sentences: Sequence[Sentence], kind: str) -> set[str]:
            beats = [whole(sentence, language) for sentence in sentences]
            return {word.lemma for beat in beats for word in beat.all_words if word.kind == kind}

        def shared(kind: str) -> int:
            between = [lemmas(section.sentences, kind) for section in plan.sections]
            both = lemmas(plan.scene, kind) & lemmas(plan.end, kind)
            return sum(sum(lemma in section for section in between) <= RARE_SECTIONS for lemma in both)

        return shared("name") + shared("noun") >= SHARED_WORDS
