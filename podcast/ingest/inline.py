"""What is cut out of a running text: marks of footnotes, addresses of links, credits in brackets."""

from __future__ import annotations

import re

__all__ = ["tidy"]

_MARKS = re.compile(r"\s?\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|\*+|Anm\.? ?\d{1,3})\](?!\()")
# Raised figures behind a word of three letters, a mark or a bracket: not those of km² and 10³.
_RAISED = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?…)\]\"“”‘’«»]))[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_URL = r"(?:https?://|www\.)[^\s<>\"„“”«»]+?(?=[.,;:!?…)\]]*(?:\s|$|[<>\"„“”«»]))"
_IN_BRACKETS = re.compile(rf"\s*[(\[<]\s*(?:(?:siehe|see|s\.|vgl\.|via|link)?:?\s*){_URL}\s*[)\]>]", re.I)
_LEADING = re.compile(
    rf"(?:\s*\b(?:unter|auf|via|siehe|see|at|under|hier|here|link)\b:?)?\s*<?{_URL}>?", re.I
)
_CREDIT = re.compile(
    r"\s*[(\[](?:Foto|Fotos|Bild|Bilder|Grafik|Photo|Image|Credit|Quelle|Source)s?\s*:[^()\[\]]{1,80}[)\]]"
)
_MARKUP = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:https?:|/|#)[^()\s]*\)")
# A sentence that is nothing but a pointer to an address, once that is gone: "More at", "Quelle:".
_EMPTY = re.compile(
    r"^(?:\W|\b(?:mehr|dazu|infos?|quellen?|link|more|source|siehe|see|weitere|details|info)\b)*$", re.I
)


def tidy(text: str) -> str:
    """A paragraph without marks, addresses and credits; ``""`` where nothing else was in it."""
    text = _MARKUP.sub(r"\1", text)
    text = _RAISED.sub("", _MARKS.sub("", _CREDIT.sub("", text)))
    if "://" in text or "www." in text:
        shorter = _LEADING.sub("", _IN_BRACKETS.sub("", text))
        if _EMPTY.match(shorter):
            return ""
        text = re.sub(r"\s+([.,;:!?…)\]])", r"\1", shorter) if shorter != text else text
    return " ".join(text.split())
