"""Words and turns of phrase that show what a sentence hangs on: the tables of ties.py.

They are grammar, not wording: what the hosts say is in templates/dialogue/.
"""

from __future__ import annotations

import re

__all__ = [
    "AGAINST",
    "AHEAD",
    "COMPARING",
    "COUNTED",
    "DEFINITE",
    "DESPITE",
    "FIRSTS",
    "FIRST_SIGHT",
    "INDEFINITE",
    "MONTH",
    "OBJECT",
    "OBJECTS",
    "POINTERS",
    "POINTING",
    "PRONOUNS",
    "SECONDS",
    "SEEMED",
    "UNTIL",
    "YEAR",
]

PRONOUNS = {
    "de": {"er", "sie", "ihn", "ihm", "ihnen", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres", "sein", "seine",
           "seinen", "seinem", "seiner", "seines", "deren", "dessen"},
    "en": {"he", "she", "him", "her", "his", "hers", "they", "them", "their", "its"},
}  # fmt: skip
"""They may mean a noun of their own sentence; without one before them they mean one of the sentence before."""

POINTERS = {
    "de": {
        "dies", "diese", "dieser", "dieses", "diesem", "diesen", "jene", "jener", "jenes", "jenem", "jenen", "solche",
        "solcher", "solches", "solchen", "solchem", "beide", "beiden", "beides", "letztere", "letzterer", "ersterer",
        "erstere", "derselbe", "dieselbe", "dasselbe", "ebenfalls", "außerdem", "zudem", "überdies", "nämlich", "also",
        "daher", "darum", "deswegen", "somit", "folglich", "demnach", "stattdessen", "umgekehrt", "andererseits",
        "dort", "damals", "danach", "davor", "zuvor", "daraufhin", "seither", "seitdem", "nun", "übrigens", "eben",
        "ebenso", "genauso", "dahin", "dazwischen", "darunter", "darin", "darauf", "daran", "daraus", "darüber",
        "davon", "dazu", "dadurch", "dabei", "dafür", "damit", "dahinter", "daneben", "hinzu", "insofern", "nächste",
        "nächsten", "folgende", "folgenden",
    },
    "en": {
        "this", "these", "those", "such", "both", "former", "latter", "too", "also", "therefore", "thus", "hence",
        "moreover", "furthermore", "accordingly", "consequently", "otherwise", "likewise", "similarly", "meanwhile",
        "afterwards", "thereafter", "indeed", "same", "next", "following",
    },
}  # fmt: skip
"""They point out of the sentence, where they stand among its first words."""

AGAINST = {
    "de": {
        "allerdings", "freilich", "hingegen", "dagegen", "wiederum", "jedoch", "trotzdem", "dennoch", "deshalb",
    },
    "en": {"however", "instead", "nevertheless", "nonetheless", "still", "yet"},
}  # fmt: skip
"""They set the whole sentence against the one before, as far as its first comma."""

COMPARING = re.compile(r"\w{3,}er(?:e[nrs]?)?$|More$|Less$|Worse$|Better$")
"""A first word like "Gefährlicher" or "Worse": than what?"""

DESPITE = {"trotzdem", "dennoch", "gleichwohl", "hingegen", "nevertheless", "nonetheless"}
"""Wherever one of these stands, the sentence before means little without it."""

AHEAD = re.compile(r"\s*,?\s*(?:dass|ob|wie|wer|was|wo|wann|warum|wenn|zu|that|to|of|who|whom|which|as)\b")
"""Behind a "dafür" or a "those": what it means comes only now."""

POINTING = re.compile(
    r"^(?:\w+\s+){0,3}(?:später|darauf|zuvor|vorher|danach|later|earlier|before|afterwards)\b"  # than what?
    r"|^(?:Zum (?:ersten|zweiten|dritten|letzten) Mal|For the (?:first|second|last) time|Once again|Once more)\b"
    r"|\b[Dd](?:er|ie|as|en|em|es) (?:einen?|anderen?|beiden)\b(?!\s+(?:\w+\s+)?[A-ZÄÖÜ])"  # die anderen (was?)
    r"|\b(?:the (?:two|other|others|opposite)|all the same|even so|das Gegenteil|dem Gegenteil|as well)(?=[.,;:])"
    r"|^(?:Viele|Manche|Einige|Wenige|Andere|Alle|Many|Most|Some|Others|A few|Few|All|None)\s+(?:of them|davon|"
    r"von ihnen|unter ihnen|[a-zäöü]+(?:te|ten|en|ed|t|d)\b|could|would|had|were|was|did|do)"  # (viele) wovon?
    r"|\b(?:of|on|with|for|in|to|at|about) (?:it|them)[.?!]$"
    r"|\b(?:da(?:für|gegen|von|mit|zu|bei|nach|vor|raus|ran|rauf|rin|rüber|rum))[.!?]$"
    r"|,\s\w+\s(?:er|sie)(?=\s*[.,:])|[,”\"]\s(?:he|she|they)\s\w+(?=[,.:])"  # …, schrieb er
)
"""Turns of phrase that are not understood without the sentence before."""

OBJECT = (["noun"], ["name"], ["noun", "verb"], ["name", "verb"])
"""What stands before an "es" that is no mere filler ("nahm der Senat es an", "England übernahm es")."""

OBJECTS = {"ihn", "ihm", "ihnen", "him", "them"}
"""Behind the main verb they do not mean its subject, whatever else stands before it."""

UNTIL = re.compile(
    r"^(?:Bis dahin|Bislang|Bisher|Früher|Zunächst|Zuerst|Anfangs|Until then|At first|Initially|Once)\b"
)
"""What was so until then, or at first, was different afterwards."""

FIRST_SIGHT = re.compile(
    r"\b(?:[Mm]an könnte (?:meinen|glauben|denken)|zunächst (?:ein|gut|richtig|vernünftig)|[Aa]uf den ersten Blick|"
    r"should have been|hätten? [^.,:]{0,60} (?:können|sollen|müssen)(?=\.$)|"
    r"[Oo]ne might (?:think|suppose|expect)|tempting to|[Aa]t first (?:sight|glance))\b"
)
"""What might be thought, or ought to have come: a "But" behind it is to be expected."""

SEEMED = re.compile(
    r"\b(?:schien(?:en)?|sah (?:es )?(?:so |danach )?aus|dachten|glaubten viele|hätte (?:man )?glauben können|"
    r"seemed|looked as (?:if|though)|many (?:thought|believed|expected)|ought to have)\b"
)
"""What seemed so is told to be corrected."""

FIRSTS = re.compile(
    r"^(?:Zum einen|Erstens|Einerseits|Zunächst|Zuerst|Anfangs|Der erste|Die erste|Das erste|Die eine|Der eine|"
    r"Das eine|First|Firstly|At first|On the one hand|The first|One (?:is|was|of them|reason)|To begin with)\b"
)
SECONDS = re.compile(
    r"^(?:Zum anderen|Zweitens|Drittens|Viertens|Andererseits|Dann|Später|Der zweite|Die zweite|Das zweite|"
    r"Der dritte|Die dritte|Das dritte|Der andere|Die andere|Das andere|Second|Secondly|Third|Thirdly|Finally|"
    r"On the other hand|The second|The third|The other|Another|Then|Later)\b"
)
COUNTED = re.compile(
    r"\b(?:zwei|drei|vier|fünf|zweierlei|dreierlei|two|three|four|five)\s+(?:\w+\s+)?(?:Gründe?n?|Techniken|Wege?n?|"
    r"Dinge?n?|Lehren|Folgen|Fragen|Antworten|Arten|Seiten|Teilen?|Möglichkeiten|Bedingungen|Vorteile|Nachteile|"
    r"reasons|ways|things|lessons|kinds|questions|answers|parts|conditions|steps|sides)[.:]?$",
    re.IGNORECASE,
)
"""Announces what the next sentence begins to tell."""

YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
MONTH = re.compile(
    r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|"
    r"May|June|July|October|December|Frühjahr|Sommer|Herbst|Winter|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|"
    r"Samstag|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
INDEFINITE = {"ein", "eine", "einen", "einem", "einer", "eines", "a", "an"}
DEFINITE = {"der", "die", "das", "den", "dem", "des", "the"}
