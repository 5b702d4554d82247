"""A number as it stands in running text, and the scales behind it. Pure; what both languages share."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from podcast.checks.number_tokens import Token, at, joined
from podcast.checks.units import SCALES

__all__ = ["Phrase", "with_scales"]


class Phrase(NamedTuple):
    """A number, and the index after its last token.

    ``form`` is "cardinal", "ordinal", "times", "fraction", "compound", "magnitude", "year", "decade" or "article"
    (ein, a: a number only beside a unit). ``plain`` is true for digits without a separator; ``scale`` is that of its
    last word (Million, dozen), 1 for none.
    """

    value: Fraction
    after: int
    form: str = "cardinal"
    unit: str = ""
    noun: str = ""
    plain: bool = False
    scale: int = 1


def with_scales(tokens: Sequence[Token], phrase: Phrase, language: str) -> Phrase:
    """With the scales that follow: ``2,9 Millionen``, ``two dozen``, ``a million and a half``."""
    value, after, scale, last = phrase.value, phrase.after, 1, 1
    while True:
        here = joined(tokens, after)  # also "ein 2,5-Millionen-Dollar-Loch"
        token = at(tokens, here)
        size = SCALES[language].get(token.low)
        if token.kind != "word" or size is None or (token.low == "k" and not token.glued):
            break
        if (
            language == "de"
            and not token.text[:1].isupper()
            and token.low not in {"tausend", "hundert", "tsd"}
        ):
            break
        if size <= last:
            break  # eine Million tausend
        value, after, scale, last = value * size, here + 1, scale * size, size
        if language == "de" and at(tokens, after).text == "." and token.low in {"mio", "mrd", "bio", "tsd"}:
            after += 1
        part = {"half": 2, "quarter": 4}.get(at(tokens, after + 2).low)
        if language == "en" and at(tokens, after).low == "and" and at(tokens, after + 1).low == "a" and part:
            value, after = value + Fraction(size, part), after + 3
            break
    return phrase._replace(
        value=value, after=after, plain=phrase.plain and scale == 1, scale=max(scale, phrase.scale)
    )
