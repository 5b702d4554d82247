"""A title with the wrong name behind it: "Grand Duke Alexander" where the article has "Grand Duke Konstantin".

Both names may be the article's: what is wrong is that the title goes with the other one. Only turns that name their
sentences can be judged, and only where the article never has this name near that title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from podcast.article import Sentence
from podcast.checks.gazetteer import first_names
from podcast.checks.given import Given, Said
from podcast.checks.name_finding import Mention, mentions
from podcast.checks.name_index import NameIndex
from podcast.checks.spelling import PIECE, SPELLINGS, bare

__all__ = ["wrong_titles"]

_TITLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß’'-]+(?= $)")
"""A word with a capital right before a name: "Duke", "Großfürst"."""
_BETWEEN = 2
"""So many words may stand between a title and the name whose title it is ("Präsident Bill Clinton")."""


def wrong_titles(
    given: Given, said: Said, found: Sequence[Mention], index: NameIndex
) -> Iterator[tuple[Mention, Mention, Sentence]]:
    """The names of a turn that stand behind another's title, each with that one and its sentence."""
    if given.article is None or not said.sentences:
        return
    mine = [(title, mention) for mention in found if (title := _title(mention, said.text))]
    if not mine:
        return
    known, language = frozenset(index.names), given.article.language
    heard = index.keys_in(said.text)
    for sentence in said.sentences:
        for other in mentions(sentence.text, language, known):
            title = _title(other, sentence.text)
            if not title or index.keys(_name(other)) & heard:
                continue  # the turn has this one as well
            for own, mention in mine:
                if own == title and not _ever(title, _name(mention), given, index):
                    yield mention, other, sentence


def _title(mention: Mention, text: str) -> str:
    """The word of a title that a name has, in small letters: a part of it, or right before it; "" for none."""
    if mention.entries or not mention.sure:
        return ""
    before: list[str] = [*_TITLE.findall(text[: mention.start])[-1:], *mention.parts[:-1]]
    if not before or any(_first(word) for word in before):
        return ""
    return before[-1].casefold()


def _name(mention: Mention) -> Mention:
    """The name without its title."""
    return Mention(mention.parts[-1], mention.start, mention.end, mention.kind, mention.parts[-1:])


def _first(word: str) -> bool:
    return SPELLINGS.exact(bare(word)) in first_names()


def _ever(title: str, name: Mention, given: Given, index: NameIndex) -> bool:
    """Whether the article has a title close before this name, or anywhere behind it in the sentence."""
    keys = index.keys(name)
    texts = [sentence.text for sentence in given.article.sentences] if given.article else []
    for text in (*texts, *given.own_words.split("\n")):
        pieces = PIECE.findall(text)
        named = [at for at, piece in enumerate(pieces) if index.keys_in(piece) & keys]
        titled = [at for at, piece in enumerate(pieces) if piece.casefold().endswith(title)]
        if any(at - _BETWEEN - 1 <= one or at < one for at in named for one in titled if at != one):
            return True
    return False
