"""What stands around the segments: the opening with its scene, the bridges between chapters, the close."""

from __future__ import annotations

import re

from podcast.article import Article, Section
from podcast.grammar import words_of
from podcast.show import Show
from podcast.writing.beats import Beat, beats_of
from podcast.writing.closing import end, remember
from podcast.writing.datelines import dateline_of
from podcast.writing.dialogue import Exchange
from podcast.writing.interview import interview_of
from podcast.writing.person import Person
from podcast.writing.plan import Plan
from podcast.writing.signs import asks_itself, is_question
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk
from podcast.writing.titles import (
    as_said,
    bare,
    is_clause,
    is_indirect,
    is_quoted,
    names_a_thing,
    own_title,
)

__all__ = ["Frame"]

HEADING_QUESTIONS = 2
EAGER_HEADINGS = 3
ASKING = {"was", "wie", "wer", "wo", "warum", "wann", "wenn", "what", "how", "who", "where", "why", "when"}
GRAVE = re.compile(
    r"\b(starb|starben|tot|tote|toten|opfer|leichen?|brannte|getötet|erschossen|died|dead|killed|victims)\b",
    re.IGNORECASE,
)

QUOTED_WORDS = re.compile(r"[„“»«\"][^„“”»«\"]*[“”»«\"]?")
FIRST_PERSON = {
    "de": re.compile(r"\b(?:[Ii]ch|mich|mir|[Mm]eine?[mnrs]?)\b"),
    "en": re.compile(r"\bI\b(?!\.)|\b(?:[Mm]y|me)\b"),
}
FIRST_PERSON_SENTENCES = 2
YEAR_FIRST = re.compile(r"(?:1[5-9]|20)\d\d\b")


def _says_i(article: Article) -> bool:
    """Whether the author speaks as "I", outside quotations: whoever reads that aloud would seem to mean themselves."""
    if interview_of(article) is not None:
        return False
    texts = (QUOTED_WORDS.sub("", sentence.text) for sentence in article.sentences)
    return sum(bool(FIRST_PERSON[article.language].search(text)) for text in texts) >= FIRST_PERSON_SENTENCES


class Frame:
    """What the hosts say around the article's own words, for one episode."""

    def __init__(
        self,
        article: Article,
        show: Show,
        stock: Stock,
        exchange: Exchange,
        *,
        person: Person | None = None,
        eager: int = 0,
    ) -> None:
        self._article = article
        self._show = show
        self._stock = stock
        self._exchange = exchange
        self._person = person
        self._eager = eager
        self._heading_questions = 0
        self._announced = True
        self._names = (show.hosts[0].name, show.hosts[1].name)

    def opening(self, talk: Talk, plan: Plan) -> int:
        """The scene, names and show, that the voices are artificial, the subject, what the listener will know.

        Returns who spoke last.
        """
        stock, names = self._stock, self._names
        host = 0
        if plan.scene:
            self._exchange.hold(talk, beats_of(plan.scene, self._article.language), 0, telling=True)
            host = talk.other
        grave = any(GRAVE.search(sentence.text) for sentence in plan.scene)
        values = {"show": self._show.name, "me": names[host], "you": names[1 - host], "grave": grave}
        greeting = stock.must("greeting", **values)
        last = talk.alternate(host, greeting)
        if self._show.disclosure:
            own = self._show.disclosure
            talk.say(last, own if isinstance(own, str) else stock.must("disclosure"))
        self._subject(talk, plan, 1 - last)
        return 1 - last

    def _subject(self, talk: Talk, plan: Plan, host: int) -> None:
        """What the episode is about: the scene's question or the title, whose story it is, and from when."""
        stock = self._stock
        asked = bool(plan.scene) and asks_itself(plan.scene[-1].text)
        title = own_title(self._article)
        said = bare(title) if title.endswith("?") else as_said(title)
        if asked:
            questions = sum(is_question(sentence.text) for sentence in plan.scene)
            talk.say_anew(host, stock.must("promise_question", many=questions > 1))
            if title and not is_question(title):
                talk.say(host, stock.must("title_named", title=said))
        elif title:
            move = "topic_quote" if is_quoted(title) else "topic_question" if title.endswith("?") else "topic"
            clause = is_clause(title, self._article.language)
            talk.say_anew(host, stock.must(move, title=said, clause=clause))
            talk.say(host, stock.must("promise", ask=self._eager > 0))
        else:
            talk.say_anew(host, stock.must("promise_scene", ask=self._eager > 0))
        heard = " ".join((title, *(sentence.text for sentence in plan.scene)))
        if self._person is not None and self._person.surname not in heard:
            talk.say(host, stock.must("about_person", person=self._person.name))
        if _says_i(self._article):
            talk.say(host, stock.must("first_person", author=self._article.author))
        dateline = dateline_of(next(self._article.sentences).text)
        if dateline is not None:
            talk.say(host, stock.must("dateline", place=dateline.place, day=dateline.day))

    def transition(self, talk: Talk, section: Section, host: int, place: str) -> list[Beat]:
        """One host leads over to a chapter by the words of its heading; returns the beats still to be said.

        ``place`` is ``first``, ``next``, ``last``, or ``part`` for a part without a heading of its own. Where the
        section begins with a question of the article, nothing else is asked here.
        """
        beats = beats_of(section.sentences, self._article.language)
        said = bare(section.heading)
        asks = "question" in beats[0].does
        tells = "past" in beats[0].does and not beats[0].does & {"before", "turn", "quote"}
        if place == "part" or not said:
            more = self._stock.pick("part_ask", past=tells) if self._eager and not asks else None
            talk.say_anew(host, more or self._stock.must("next_part"))
        elif said.endswith("?"):
            # Where both heading and first sentence ask, one host says both, and the other answers.
            talk.say_anew(
                host,
                said if asks else self._stock.must("next_question", heading=said, first=place == "first"),
            )
            self._exchange.say(talk, host if asks else 1 - host, beats[0])
            return beats
        elif place == "next" and tells and self._tells_on(section, asks=asks):
            talk.say_anew(host, self._stock.must("part_ask", past=True))
        else:
            past = "past" in beats[0].does
            talk.say_anew(host, self._heading(section.heading, said, place, asks=asks, past=past))
        if talk.drafts[-1].asks:
            talk.since_bridge = 0  # this was a question: the answer comes first
        self._exchange.say(talk, 1 - host, beats[0], anew=True)
        return beats

    def _tells_on(self, section: Section, *, asks: bool) -> bool:
        """Whether the story goes on without its heading: each other time at most, and never where that says a lot."""
        self._announced = not self._announced
        plain = not is_quoted(section.heading) and not is_indirect(section.heading, self._article.language)
        return bool(self._eager) and not asks and plain and not self._announced

    def _heading(self, heading: str, said: str, place: str, *, asks: bool, past: bool) -> str:
        """The words that lead over by a heading; the eager ask what it means, where the section does not ask itself."""
        year = YEAR_FIRST.match(heading)
        clause = is_clause(heading, self._article.language)
        values: dict[str, object] = {
            "heading": said,
            "year": year[0] if year else "",
            "clause": clause,
            "past": past,
        }
        if is_quoted(heading):
            return self._stock.must("heading_quote", **values)
        if is_indirect(heading, self._article.language):
            line = self._stock.pick("heading_indirect", heading=said[:1].lower() + said[1:], place=place)
            if line is not None:
                return line
        most = HEADING_QUESTIONS if self._eager < EAGER_HEADINGS else 2 * HEADING_QUESTIONS
        late = place == "last" and self._eager <= EAGER_HEADINGS
        if self._eager and not asks and not late and self._heading_questions < most:
            words = words_of(heading, self._article.language)
            values["thing"] = words[0].kind == "article"
            thing = values["thing"] and names_a_thing(words)
            says = not thing and (
                year or ":" in heading or any(word.kind in {"verb", "number"} for word in words)
            )
            question = words[0].text.lower() in ASKING
            about = (thing or self._eager >= EAGER_HEADINGS) and not question
            move = "heading_ask" if says and not question else "heading_about" if about else ""
            line = self._stock.pick(move, **values) if move else None
            if line is not None:
                self._heading_questions += 1
                return line
        return self._stock.must(f"heading_{place}", **values)

    def close(self, talk: Talk, plan: Plan, host: int) -> None:
        """What to take along, the article's own end, good-bye; ``host`` begins."""
        if plan.scene:
            host = remember(talk, self._article, plan, stock=self._stock, host=host, person=self._person)
        if plan.end:
            end(
                talk,
                self._article,
                plan,
                stock=self._stock,
                exchange=self._exchange,
                host=host,
                ask=self._eager > 0,
            )
            host = talk.other
        self.bye(talk, host)

    def bye(self, talk: Talk, host: int) -> None:
        """Good-bye; ``host`` begins."""
        names = self._names
        bye = self._stock.must("bye", show=self._show.name, me=names[host], you=names[1 - host])
        talk.alternate(host, bye)
