"""Tables for what stands around an article's own sentences: teasers, credits, share lines, calls, bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "BYLINE",
    "CALLS",
    "CREDIT_END",
    "CREDIT_START",
    "DESK",
    "LABEL",
    "LOWER_NAMES",
    "PODCAST",
    "POINTER",
    "PROMOTED",
    "READING_TIME",
    "SHARE_SURE",
    "SHARE_WORDS",
    "TEASER",
    "WITH_TWO",
]  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(words)


_POINTING = (
    r"lesen sie (?:auch|hier|dazu|mehr)",
    r"lies auch",
    r"read more",
    r"read also",
    r"also read",
    r"see also\b",
    r"siehe auch\b",
    r"weiterlesen",
)
_LISTING = (
    r"(?:mehr|weitere\w*)(?: \w+)? zu(?:m|r)? (?:thema|artikel)",
    r"mehr dazu\W*$",
    r"zum thema\W*$",
    r"auch interessant\W",
    r"auch interessant$",
    r"das könnte (?:sie|dich) auch interessieren",
    r"empfohlener (?:redaktioneller )?(?:inhalt|artikel)",
    r"related(?: (?:articles?|stories|content|topics))?\W*$",
    r"more on this\W*$",
    r"more from [A-Z][^.!?]*$",
    r"you might also like",
    r"recommended (?:reading|stories|for you)\W*$",
    r"passend dazu\W*",
    r"meistgelesen",
    r"most read\W*$",
)
TEASER = re.compile(rf"^\W*(?:{_any(_POINTING)}|{_any(_LISTING)})", re.I)
"""The head of a line that points to another article, or of a list of such."""
POINTER = re.compile(rf"^\W*(?:{_any(_POINTING)})\b", re.I)
"""One that does so even as a full sentence: ``Lesen Sie hier, was …``"""

_PICTURE = (
    "fotos?|bild(?:er|quelle|nachweis)?|symbolbild|(?:info)?grafik|video|photos?|photograph|images?|picture|credits?"
    "|quellen?|sources?|copyright"
)
CREDIT_START = re.compile(rf"^\W*(?:(?:{_PICTURE})\s*(?::|©|/)|©)", re.I)
_AGENCY = (
    r"(?:dpa|afp|ap|reuters|getty(?: images)?|imago|apa|epa|picture[ -]alliance|shutterstock|istock|unsplash|pixabay"
    r"|keystone)"
)
CREDIT_END = re.compile(
    rf"(?:\b(?:{_PICTURE})\s*:\s*[A-ZÄÖÜa-z©][^.!?]{{0,80}}(?![.!?])$|©[^.!?]{{1,60}}|\bgetty images"
    rf"|\({_AGENCY}[^()]{{0,40}}\)"
    rf"|\b{_AGENCY}\s*/\s*\w[^.!?]{{0,50}})\W*$",
    re.I,
)

_SHARING = """
teilen share tweet twittern facebook whatsapp drucken print merken kopieren kommentare comments kommentieren e-mail
anhören vorlesen verschenken
"""
_BESIDE_SHARING = """
twitter x linkedin xing instagram telegram threads bluesky mastodon pocket flipboard pinterest reddit email
mail speichern
save copy link kommentar folgen follow like gefällt artikel article auf via per on this mir und and listen gift
"""
SHARE_SURE = frozenset(_SHARING.split())
"""A line of share words is one only with at least one of these in it."""
SHARE_WORDS = SHARE_SURE | frozenset(_BESIDE_SHARING.split())

_LABELS = (
    "anzeige", "werbung", "advertisement", r"sponsored(?: content)?", "nach oben", "zum seitenanfang", "back to top",
    "zurück", "menü", "menu", "suche", "abo", "plus", "exklusiv", r"kommentare? \(\d+\)", r"\d+ kommentare?",
    r"\d+ comments?", r"skip to (?:main )?content", "zum inhalt springen", "inhaltsverzeichnis", "table of contents",
    "bildergalerie", "alle rechte vorbehalten", "all rights reserved",
)  # fmt: skip
LABEL = re.compile(rf"^\W*(?:{_any(_LABELS)})\W*$", re.I)
READING_TIME = re.compile(
    r"^\W*(?:lesezeit|lesedauer|reading time)\b.{0,30}$"
    r"|^\W*\d{1,3}[ -]?(?:min\.?|minuten|minutes?)(?: (?:lesezeit|read|to read))?\W*$",
    re.I,
)

_CALLING = (
    "jetzt", "hier", "abonnieren", "melden sie sich", "melde dich", "registrieren", "bestellen", "hören sie",
    r"hört? rein", "folgen sie", "subscribe", "sign up", r"get (?:our|the|your)", r"listen (?:to|now)", "follow",
    "join", r"don[’']t miss", "verpassen sie", "unser", "unseren", "our", "zum", "zur", "newsletter", "podcast",
)  # fmt: skip
CALLS = re.compile(rf"^\W*(?:{_any(_CALLING)})\b", re.I)
PROMOTED = re.compile(
    r"newsletter|podcast|\babo(?:nnement)?\b|\binbox\b|postfach|whatsapp-kanal|push-nachricht", re.I
)
PODCAST = re.compile(r"podcast|deep dive", re.I)
WITH_TWO = re.compile(r"\b(?:mit|with)\s+[A-ZÄÖÜ][\w-]+\s*(?:&|und|and|\+)\s*[A-ZÄÖÜ][\w-]+")

LOWER_NAMES = ("von", "van", "de", "der", "del", "di", "zu", "al", "bin")
_WORD = r"[A-ZÄÖÜ][\w’'-]*\.?"
_NAME = rf"(?:(?:Dr|Prof)\. )*{_WORD}(?: (?:{_WORD}|{_any(LOWER_NAMES)}))* ?[A-ZÄÖÜ][\w’'-]+"
BYLINE = re.compile(
    rf"^(?P<by>von|by|text(?: von)?:|autor(?:in)?:|author:)\s+(?P<names>{_NAME}(?:(?:,| und| and| &)\s+{_NAME})*)"
    r"(?P<place>(?:,| in| aus| \||/| –| -)\s*[^.!?]{0,60})?$",
    re.I,
)
DESK = re.compile(
    r"^(?:von|by)\s+(?:(?:the|der|unserer|unserem)\s+)?(?P<names>[^.!?]{0,50}"
    r"\b(?:desk|staff|team|redaktion|editors|newsroom))"
    r"(?:,[^.!?]{0,40})?$",
    re.I,
)
"""A byline without a person in it: ``By the foreign desk, 3 May 2025``."""
