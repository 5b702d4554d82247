"""The close of an episode: what to take along, the article's own end, good-bye."""

from __future__ import annotations

from collections.abc import Sequence

from podcast.article import Article, Sentence
from podcast.writing.beats import Beat, beats_of, whole
from podcast.writing.centre import Centre
from podcast.writing.clear import PRONOUNS
from podcast.writing.dialogue import Exchange
from podcast.writing.person import Person
from podcast.writing.plan import Plan
from podcast.writing.stock import Stock
from podcast.writing.takeaways import takeaways
from podcast.writing.talk import Talk

__all__ = ["comes_back", "end", "remember"]

REMEMBERED = 3
"""At most so many sentences to take along; two where the article has few sections."""

SHARED_WORDS = 2
"""The end comes back to the beginning where they have so many names and nouns in common …"""

RARE_SECTIONS = 2
"""… that are not spoken of all the time in between …"""

BACK_SENTENCES = 2
"""… and where it does so at once: "zurück zum Anfang" is said before it."""

LAST_WORDS = 75
"""So many words come "zum Schluss"; more are a part of the story."""

AHEAD_BEATS = 3
AHEAD = {
    "de": {"soll", "sollen", "wird", "werden", "geplant", "vorgesehen", "künftig", "demnächst"},
    "en": {"will", "expected", "planned", "plans", "scheduled", "due"},
}
UNCERTAIN = {"offen", "ungewiss", "unklar", "abzuwarten", "uncertain", "unclear"}
"""An end that begins so answers what comes next, whatever it tells then."""

AT_THE_END = ("am ende", "in the end", "zum schluss", "at the end", "eine letzte frage", "zuletzt", "finally")


def remember(
    talk: Talk,
    article: Article,
    plan: Plan,
    *,
    stock: Stock,
    host: int,
    person: Person | None = None,
    by: str = "",
) -> int:
    """Say one to three sentences to take along; returns who is to speak next.

    ``by`` is who said all of it, in an interview.
    """
    kept = {sentence.number for sentence in plan.end}
    many = REMEMBERED if len(plan.sections) > REMEMBERED else REMEMBERED - 1
    take = takeaways(article, plan.sections, many, kept, Centre(article), person=person, spoken=bool(by))
    if not take:
        return host
    story = all("past" in beat.does for beat in take)
    talk.say_anew(host, stock.must("close_ask", story=story))
    for label, beat in zip(["close_first", *["close_next"] * (len(take) - 1)], take, strict=True):
        host = 1 - host
        about = ""
        if person is not None and beat.all_words[0].text.lower() in PRONOUNS[article.language]:
            about = person.name
        talk.say_anew(host, stock.must(label, about=about, by=by, story=story))
        talk.say(host, beat)
    return 1 - host


def end(
    talk: Talk,
    article: Article,
    plan: Plan,
    *,
    stock: Stock,
    exchange: Exchange,
    host: int,
    ask: bool = False,
) -> None:
    """Say the article's own end; ``host`` begins, and may ``ask`` for what is to come."""
    beats = beats_of(plan.end, article.language)
    ahead = stock.pick("close_ahead") if ask and _looks_ahead(beats, article.language) else None
    if ahead is not None:
        talk.say_anew(host, ahead)
        host = 1 - host
    elif comes_back(plan, article.language):
        talk.say_anew(host, stock.must("close_back"))
    elif not beats[0].text.lower().startswith(AT_THE_END):
        long = sum(beat.words for beat in beats) > LAST_WORDS
        talk.say_anew(host, stock.must("close_rest" if long else "close_end"))
    exchange.say(talk, host, beats[0])
    exchange.go_on(talk, beats, ending=True)


def _looks_ahead(beats: Sequence[Beat], language: str) -> bool:
    """Whether the end says at once what comes next: the present, and a word for the future early on."""
    if {word.text.lower() for word in beats[0].all_words} & UNCERTAIN:
        return True
    first = beats[:AHEAD_BEATS]
    if any(beat.does & {"past", "before", "question"} for beat in first):
        return False
    return any(word.text.lower() in AHEAD[language] for beat in first for word in beat.all_words)


def comes_back(plan: Plan, language: str) -> bool:
    """Whether the article's end takes up its beginning at once: by names or nouns that are rare in between."""

    def lemmas(sentences: Sequence[Sentence], kind: str) -> set[str]:
        beats = [whole(sentence, language) for sentence in sentences]
        return {word.lemma for beat in beats for word in beat.all_words if word.kind == kind}

    def shared(kind: str) -> int:
        between = [lemmas(section.sentences, kind) for section in plan.sections]
        both = lemmas(plan.scene, kind) & lemmas(plan.end[:BACK_SENTENCES], kind)
        rare = min(RARE_SECTIONS, len(between) // 2)
        return sum(sum(lemma in section for section in between) <= rare for lemma in both)

    return shared("name") + shared("noun") >= SHARED_WORDS
