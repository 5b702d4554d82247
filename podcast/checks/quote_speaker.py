"""Who says a quotation in a turn, and who says it in the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from podcast.checks.finding import Severity
from podcast.checks.given import Given, Said
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex
from podcast.checks.quote_marks import Quotation, quotations
from podcast.checks.quote_text import Place
from podcast.checks.tables import pattern

__all__ = ["Speakers", "Wrong"]

_BEHIND = 40
"""Characters behind a quotation in which a verb of saying and its speaker may stand ("…", klagte Wilson)."""
_BACK = 3
"""Sentences before a quotation in which its speaker is named when it only says "he"."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Who says a quotation in the turn, who in the article, and how sure that is."""

    mine: str
    theirs: str
    severity: Severity


class Speakers:
    """Compares the speakers of quotations."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._language = given.article.language if given.article else given.language
        self._hosts = {host.name.casefold() for host in given.show.hosts}
        self._saying = pattern("quotes", "saying", given.language)
        self._texts = {s.number: s.text for s in given.article.sentences} if given.article else {}

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._given)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._index.names)

    def wrong(self, said: Said, quotation: Quotation, place: Place) -> Wrong | None:
        """Who says it here and who there, where that differs."""
        mine = self.named(said, quotation)
        if mine is None or not place.first:
            return None
        sentences = range(place.first, place.last + 1)
        inside = [person for number in sentences for person in self._speakers(number)]
        reported = any(self._reports(number) for number in sentences)
        if self._has(mine, inside):
            return None
        if inside and reported:
            return Wrong(mine.words, inside[0].words, "error")
        around = list(range(place.first - 1, place.first - _BACK - 1, -1))
        if not reported:
            around.append(place.last + 1)  # "…", and only the next sentence says whose it was
        near = [person for number in around for person in self._people(self._texts.get(number, ""))[:1]]
        named = self._people(" ".join(self._texts[number] for number in sentences))
        if self._has(mine, [*near, *named]):
            return None
        before, after = self._speakers(place.first - 1), self._speakers(place.last + 1)
        beside = inside or (before or after if reported else after or before) or near
        return Wrong(mine.words, beside[0].words if beside else "the article itself", "warning")

    def _has(self, mine: Mention, people: list[Mention]) -> bool:
        return any(self._index.share(mine, person) for person in people)

    def _speakers(self, number: int) -> list[Mention]:
        """The people whom a sentence of the article names outside its quotation marks."""
        return self._people(self._outside(number))

    def _reports(self, number: int) -> bool:
        """Whether a sentence of the article says that somebody said something."""
        return bool(self._saying.search(self._outside(number)))

    def _outside(self, number: int) -> str:
        text = self._texts.get(number, "")
        for quotation in reversed(quotations(text, self._language)):
            text = f"{text[: quotation.start]}…{text[quotation.end :]}"
        return text

    def _people(self, text: str) -> list[Mention]:
        return [m for m in mentions(text, self._language, self._known) if m.sure and self._index.person(m)]

    def named(self, said: Said, quotation: Quotation) -> Mention | None:
        """The person whose words a turn says these are; ``None`` where it names nobody or more than one."""
        text = said.text
        before = re.split(r"(?<=[.!?…])\s", text[: quotation.start])[-1]
        start = quotation.start - len(before)
        after = re.split(r"(?<!\b[A-Z])[.!?;]", text[quotation.end : quotation.end + _BEHIND])[0]
        for begin, part in ((quotation.end, after), (start, before)):
            if not self._saying.search(part) and not part.rstrip().endswith(":"):
                continue
            people = [
                mention
                for mention in mentions(text, self._given.language, self._known)
                if mention.sure
                and self._index.person(mention)
                and begin <= mention.start < begin + len(part)
                and mention.words.casefold() not in self._hosts
            ]
            if len({self._index.surname(mention) for mention in people}) == 1:
                return people[0]
        return None
