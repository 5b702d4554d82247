"""What of the article nobody speaks about: sections, sentences, figures, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from podcast.article import Section, Sentence
from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.checks.losses import losses
from podcast.checks.talk import content, shown

__all__ = ["findings", "ranges", "unused"]

SAID_SHARE = 0.6
"""A sentence with so many of its content words in one turn, or in two that follow each other, is spoken about."""
SAID_LEAST = 3
"""With fewer content words all of them must be there."""

SECTION_SHARE = 0.2
"""Below so many of its words spoken about, a section is not spoken about: a name dropped elsewhere does not save it."""
GAP_SHARE = 0.5
GAP_SENTENCES = 5
"""So large a gap at one place of a section (share of its words, sentences in a row) is half an argument."""
SECTION_WORDS = 20
"""A shorter section (a note on the author, a caption) is no section that anybody would miss."""

LEFT_OUT = re.compile(r"left[ -]out(?: (?:sections|sentences))?", re.I)
_RANGE = re.compile(r"\bs(\d+)(?:\s*[-–]\s*s?(\d+))?", re.I)


def findings(given: Given) -> Iterator[Finding]:
    """``unspoken-section``, ``unused-sentences``, ``lost-figures``, ``lost-names``.

    What the script's front matter says was left out is not missed.
    """
    if given.article is None:
        return
    missing = {int(each[1:]) for each in unused(given)}
    meant = _left_out(given)
    for section in given.article.sections:
        gap = _gap(section, missing - meant)
        if _unspoken(section, missing) and gap:
            text = f"nobody speaks about {_name(section)} ({ranges(sorted(_numbers(section)))})"
        elif _large(section, gap):
            text = f"nobody speaks about most of {_name(section)} ({ranges(gap)})"
        else:
            continue
        yield Finding(0, "unspoken-section", "warning", text, group="coverage")
    if lost := sorted(missing - meant):
        sentences = "one sentence" if len(lost) == 1 else f"{len(lost)} sentences"
        text = f"{sentences} of the article in no turn: {ranges(lost)}"
        yield Finding(0, "unused-sentences", "note", text, group="coverage")
    yield from losses(given, meant)


def unused(given: Given) -> list[str]:
    """The ids of the article's sentences that nobody speaks about: no turn names them or has their words."""
    if given.article is None:
        return []
    named = {number for turn in given.script.turns for number in turn.sentences}
    heard = _heard(given)
    return [
        sentence.id
        for sentence in given.article.sentences
        if sentence.number not in named and not _said(sentence, heard, given.language)
    ]


def _heard(given: Given) -> list[frozenset[str]]:
    """The content words of each turn and the one after it; none where the article is in another language."""
    if given.article is None or given.article.language != given.language:
        return []
    turns = [content(said.text, given.language) for said in given.said]
    return [turn | after for turn, after in zip(turns, [*turns[1:], frozenset()], strict=True)]


def _said(sentence: Sentence, heard: Sequence[frozenset[str]], language: str) -> bool:
    """Are the sentence's content words in one turn, or in two after each other?"""
    words = content(sentence.text, language) if heard else frozenset()
    need = len(words) if len(words) < SAID_LEAST else SAID_SHARE * len(words)
    return bool(words) and any(len(words & each) >= need for each in heard)


def _left_out(given: Given) -> set[int]:
    """The numbers of the sentences that the script's front matter says were left out."""
    said = " ".join(value for key, value in given.script.meta.items() if LEFT_OUT.fullmatch(key.strip()))
    numbers: set[int] = set()
    for first, last in _RANGE.findall(said):
        numbers |= set(range(int(first), int(last or first) + 1)) if int(last or first) < 100_000 else set()
    for section in given.article.sections if given.article else ():
        if section.heading and section.heading.casefold() in said.casefold():
            numbers |= _numbers(section)
    return numbers


def _numbers(section: Section) -> set[int]:
    return {sentence.number for sentence in section.sentences}


def _unspoken(section: Section, missing: set[int]) -> bool:
    every = sum(len(s.text.split()) for s in section.sentences)
    spoken = sum(len(s.text.split()) for s in section.sentences if s.number not in missing)
    return every >= SECTION_WORDS and spoken < SECTION_SHARE * every


def _gap(section: Section, missing: set[int]) -> list[int]:
    """The longest run of the section's sentences that are missing."""
    best: list[int] = []
    run: list[int] = []
    for sentence in section.sentences:
        run = [*run, sentence.number] if sentence.number in missing else []
        best = max(best, run, key=len)
    return best


def _large(section: Section, gap: Sequence[int]) -> bool:
    every = sum(len(s.text.split()) for s in section.sentences)
    lost = sum(len(s.text.split()) for s in section.sentences if s.number in gap)
    return len(gap) >= GAP_SENTENCES and lost >= GAP_SHARE * every


def _name(section: Section) -> str:
    if section.heading:
        return f"the section “{section.heading}”"
    return f"the section that begins with “{shown(section.sentences[0].text)}”"


def ranges(numbers: Sequence[int]) -> str:
    """``s1-s3, s7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(f"s{first}" if first == last else f"s{first}-s{last}" for first, last in runs)
