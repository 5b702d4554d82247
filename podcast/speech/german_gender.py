"""German: gender forms, for every engine.

"Politiker:innen" is spoken as the newsreaders do who use the form: with a tiny break before "innen". A space is
that break for every engine, because a German word that begins with a vowel begins with a glottal stop. The other
way, "Politikerinnen und Politiker", would change what the author chose to say, and needs the plural of the noun.
"""

from __future__ import annotations

import re

__all__ = ["gender"]

_NOUN = re.compile(
    r"\b([A-ZÄÖÜ][^\W\d_]{1,40})(?:[:*_·]|/-?)(?:(innen)([^\W\d_]{0,30})|(in)(?![^\W\d_]))", re.I
)
_CAPITAL = re.compile(
    r"\b([A-ZÄÖÜ][a-zäöüß-]{2,40}?(?:er|or|ist|ent|ant|eur|at|oge|ärzt|kolleg|bauer|[a-zäöü]))Innen(?![A-ZÄÖÜ])|"
    r"\b([A-ZÄÖÜ][a-zäöüß-]{1,40}?(?:er|or|ist|ent|ant|eur|oge))In\b"
)
_PAIRS = (
    r"der[:*_/]die|die[:*_/]der|den[:*_/]die|die[:*_/]den|dem[:*_/]der|der[:*_/]dem|des[:*_/]der|der[:*_/]des|"
    r"er[:*_/]sie|sie[:*_/]er|ihm[:*_/]ihr|ihr[:*_/]ihm|ihn[:*_/]sie|sie[:*_/]ihn|"
    r"sein[:*_/]ihr|ihr[:*_/]sein|seine[:*_/]ihre|ihre[:*_/]seine"
)
_ARTICLES = re.compile(rf"\b({_PAIRS})\b", re.I)
_ENDING = re.compile(r"\b([^\W\d_]{1,30}e)(?:[:*_·]|/-?)([rns])\b")
_SHORT = re.compile(r"\b((?:k|s|m|d)?ein|ihr|unser|euer)(?:[:*_·]|/-?)(e[nrsm]?)\b", re.I)


def gender(text: str) -> str:
    """Colon, star, line, slash and capital I before "in" and "innen"; articles and endings given twice."""
    text = re.sub(r"\bm\s?/\s?w\s?/\s?(?:d|x)\b", "männlich, weiblich, divers", text)
    text = _ARTICLES.sub(lambda m: " oder ".join(re.split(r"[:*_/]", m[1])), text)
    text = _NOUN.sub(_noun, text)
    text = _CAPITAL.sub(lambda m: f"{m[1]} innen" if m[1] else f"{m[2]} in", text)
    text = _SHORT.sub(lambda m: f"{m[1]} oder {m[1]}{m[2].lower()}", text)
    return _ENDING.sub(lambda m: f"{m[1]} oder {m[1]}{m[2]}", text)


def _noun(match: re.Match[str]) -> str:
    if not match[1][0].isupper():  # a verb and a colon without its space: "Er sagt:innen ist es warm"
        return match[0].replace(":", ": ")
    return f"{match[1]} {'innen' + match[3] if match[2] else 'in'}"
