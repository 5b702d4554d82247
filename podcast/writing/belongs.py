"""Which beat must be said by whoever said the one before it: a report, a quotation, a message goes on."""

from __future__ import annotations

from podcast.writing.beats import Beat
from podcast.writing.cuewords import REPORTING

__all__ = ["belongs"]

REASONS = ("Denn ", "For ")
ATTRIBUTION_WORDS = 9
ASKED = {
    "fragte",
    "fragt",
    "rief",
    "antwortete",
    "wollte",
    "soll",
    "asked",
    "replied",
    "answered",
    "cried",
    "shouted",
}
"""Beside the words of ``REPORTING``: who put what was just quoted ("Kennedy is said to have asked.")."""

ADDRESSED = {
    "ihr", "euch", "euer", "eure", "euren", "eurem", "eurer", "du", "dich", "dir", "dein", "deine", "deinen", "you",
    "your", "yours",
}  # fmt: skip
SPEAKING = {
    "wir", "uns", "unser", "unsere", "unseren", "ich", "mir", "mich", "mein", "meine", "we", "us", "our", "i", "my",
    "seht", "hört", "wisst", "look", "listen",
}  # fmt: skip


def belongs(before: Beat, beat: Beat) -> bool:
    """Whether ``beat`` goes on with what somebody else says in ``before``: in another voice it would be the host's."""
    if "quote" in before.does and beat.text[0] in '„“»"':
        return True
    if beat.text[0] in '„“»"' and _reports(before) and before.sentence.paragraph == beat.sentence.paragraph:
        return True  # "Sie sei müde, sagt Weber. „Aber …“"
    if beat.text.startswith(REASONS):
        return True  # who states it knows the reason
    if "item" in before.does and "item" in beat.does:
        return True
    if "reported" in before.does and "unreal" in beat.does:
        return True
    if _says_whose(before, beat) or _goes_on_speaking(before, beat):
        return True
    return bool(beat.does & {"reported", "fragment", "source"})


def _reports(beat: Beat) -> bool:
    """Whether a beat says what somebody says, or that they say it."""
    words = {word.text.lower() for word in beat.all_words}
    return bool(words & (REPORTING["de"] | REPORTING["en"]))


def _says_whose(before: Beat, beat: Beat) -> bool:
    """Whether ``beat`` only says whose the quotation was that ``before`` ends with ("„Warum?“ Das fragte auch er.")."""
    if before.text[-1] not in '“”«"' or beat.words > ATTRIBUTION_WORDS or beat.text[0] in '„“»"':
        return False
    words = {word.text.lower() for word in beat.all_words}
    return bool(words & (ASKED | REPORTING["de"] | REPORTING["en"])) and "," not in beat.text


def _goes_on_speaking(before: Beat, beat: Beat) -> bool:
    """Whether a message behind a colon goes on ("Seht her, wir können das. Die Frage ist, ob ihr es könnt."):

    In the other host's mouth "ihr" would be the listeners.
    """
    addressed = any(
        word.text.lower() in ADDRESSED and not (word.text.lower() == "ihr" and word.kind != "pronoun")
        for word in beat.all_words
    )
    speaking = {word.text.lower() for word in before.all_words} & (SPEAKING | ADDRESSED)
    return addressed and bool(speaking) and (before.cut == "colon" or ":" in before.sentence.text)
