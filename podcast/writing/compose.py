"""One composition of a script: opening, segments, close, with the hosts as eager to ask as they are told."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from podcast.article import Article
from podcast.script import Script, Segment
from podcast.show import Show
from podcast.wording import Wording
from podcast.writing.beats import beats_of
from podcast.writing.dialogue import Exchange
from podcast.writing.frame import Frame
from podcast.writing.interview import interview_of
from podcast.writing.person import Person
from podcast.writing.plan import plan_of
from podcast.writing.roles import Roles
from podcast.writing.signs import is_question
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["compose"]


def _seed(article: Article) -> str:
    text = "\n".join([article.title, *(sentence.text for sentence in article.sentences)])
    return hashlib.sha256(text.encode()).hexdigest()


def compose(
    article: Article, show: Show, wording: Wording, parts: Sequence[str], *, person: Person | None, eager: int
) -> Script:
    """The script of an article; ``parts`` are those of its headings that only number it.

    ``person`` is whom it portrays, if anybody: of an article that is cut to a length, whom the whole of it portrays.
    ``eager`` (0 to 4) is how readily the hosts ask where the article itself gives little occasion.
    """
    asked = [sentence.text for sentence in article.sentences if is_question(sentence.text)]
    stock = Stock(wording, article.language, _seed(article), asked)
    interview = interview_of(article)
    person = person if interview is None else None
    exchange = Exchange(stock, eager, about=person.surname if person else "")
    frame = Frame(article, show, stock, exchange, person=person, eager=eager)
    if interview is not None:
        segments = Roles(
            article, interview, show, stock=stock, exchange=exchange, frame=frame, parts=parts
        ).segments()
    else:
        about = person.pronouns if person else frozenset[str]()
        segments = _segments(article, show, stock, exchange, frame, parts=parts, about=about)
    meta = {"title": article.title, "show": show.name, "language": article.language, "source": article.source}
    return Script(meta, tuple(segments))


def _segments(
    article: Article,
    show: Show,
    stock: Stock,
    exchange: Exchange,
    frame: Frame,
    *,
    parts: Sequence[str],
    about: frozenset[str],
) -> list[Segment]:
    plan = plan_of(article, article.language, about)
    names = (show.hosts[0].name, show.hosts[1].name)
    segments: list[Segment] = []

    talk = Talk(exchange.shares)
    frame.opening(talk, plan)
    sections = list(plan.sections)
    if sections and not sections[0].heading:
        exchange.hold(talk, beats_of(sections.pop(0).sentences, article.language), talk.other)
    segments.append(Segment(stock.heading("heading_opening"), talk.turns(names)))
    host = talk.other  # who did not speak last leads over

    for index, section in enumerate(sections):
        talk = Talk(exchange.shares)
        place = "last" if index == len(sections) - 1 > 0 else "next" if index else "first"
        beats = frame.transition(talk, section, host, "part" if section.heading in parts else place)
        exchange.go_on(talk, beats)
        segments.append(Segment(section.heading, talk.turns(names)))
        host = talk.other

    talk = Talk(exchange.shares)
    frame.close(talk, plan, host)
    segments.append(Segment(stock.heading("heading_close"), talk.turns(names)))
    return segments
