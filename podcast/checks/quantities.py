"""The quantities of a text: every number, amount, date and time, in digits or words, German or English. Pure.

It errs on the side of silence: "ein" and "one" are numbers only before a scale, a unit or a fraction; F-22 and G7 are
names; a number grown into a noun counts where the noun is one of measure (Zehnjahresvertrag).
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from podcast.checks.dates import YEARS, date_at, year_at
from podcast.checks.decades import NUMBERED, decade_at, roman_at
from podcast.checks.number_pairs import Pair, pair_at
from podcast.checks.number_phrases import Phrase, phrase_at
from podcast.checks.number_tokens import Token, at, tokens_of
from podcast.checks.number_words_de import spelled
from podcast.checks.quantity import Approximate, Kind, Quantity
from podcast.checks.quantity_tails import behind_old, part_kind, part_of, with_cents
from podcast.checks.quantity_units import hedge_before, noun_at, unit_behind, unit_in
from podcast.checks.times import time_at
from podcast.checks.units import CURRENCIES, SIGNS

__all__ = ["Quantity", "quantities_of"]

_ORDINAL_NOUNS = re.compile(
    r"(?:Jahrhundert|Verfassungszusatz|Verfassungszusätz|Zusatzartikel|Artikel|Kongress|Präsident|Geburtstag|"
    r"Jahrestag|Todestag|Platz|Stock|Amtszeit|Mal|Weltkrieg|Staat|Tag|Woche|Monat|Jahr|Stunde|Minute|Kapitel|Armee|"
    r"Legislaturperiode)\w*"
)
_STARTERS = frozenset(
    "der die das den dem ein eine einen einem er sie es wir ich ihr man und aber doch denn so da dann damit danach "
    "im in am an auf bei nach vor seit mit von zu zum zur für aus als wie wenn was wer wo wann warum auch nur noch "
    "schon dort hier jetzt heute nun alle alles beide beides das dies diese dieser dieses jeder jede nicht kein "
    "keine".split()
)
_BEFORE_ORDINAL = frozenset(
    "der die das dem den des am im zum zur vom beim seit jeder jede jedes ihr ihre sein seine seinem ihrem ein einen "
    "einem dieser diese dieses jener".split()
)
_BEFORE_YEAR = {
    "de": frozenset(
        "in im seit bis von vom ab um vor nach jahr jahre jahren jahres sommer herbst frühjahr frühling winter ende "
        "anfang mitte und noch schon erst bereits spätestens oder ( januar februar märz april mai juni juli august "
        "september oktober november dezember".split()
    ),
    "en": frozenset(
        "in since until till by from of year years around about before after and or early late mid to (".split()
    ),
}
_CENTURY_TURNS = 30
"""'89 is 1989 and '25 is 2025: from here on it is the century before."""
_FEW_ONES = frozenset("one".split())
_PERIODS = frozenset("second minute hour day week month year decade".split())
"""With these, "ein" and "a" are no figures."""
_NOT_ONE = ("auch", "nur")
"""Before "ein Kubikmeter" they make "none at all" of it: "niemand hat auch nur einen gesehen"."""
_SAME: dict[str, Kind] = {
    "times": "times", "fraction": "fraction", "magnitude": "magnitude", "decade": "decade",
}  # fmt: skip
_NEAR_TIME = {"um": {"year", "decade"}, "gegen": {"year", "decade", "time", "date"}}
"""Prepositions that hedge only a time: "um 1870" is about then, "um 9 Uhr" is not."""
_COUNTED: frozenset[Kind] = frozenset({"number", "money", "measure", "percent", "points", "magnitude"})
_PART_SIZES = {"hundertstel": 100, "tausendstel": 1000, "millionstel": 10**6, "milliardstel": 10**9}
_PARTS = re.compile("|".join(_PART_SIZES))
_UNITLESS_HALF = Fraction(1, 2)


@functools.lru_cache(maxsize=20_000)
def quantities_of(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in ``"de"`` or ``"en"``, in their order, not overlapping. Raises nothing."""
    return _Reader(text, tokens_of(text, language), language).read()


class _Reader:
    """One pass over a text."""

    def __init__(self, text: str, tokens: Sequence[Token], language: str) -> None:
        self.text = text
        self.tokens = tokens
        self.language = language

    def read(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        index = 0
        while index < len(self.tokens):
            quantities, after = self._at(index)
            found += quantities
            index = max(after, index + 1)
        return tuple(found)

    def _at(self, index: int) -> tuple[list[Quantity], int]:
        """The quantities that begin at a token, and the index after them; an empty list for none."""
        tokens, language = self.tokens, self.language
        if tokens[index].kind == "mark":
            return self._from_mark(index)
        dated = date_at(tokens, index, language)
        if dated:
            return [self._made(index, dated.after, Fraction(dated.value), dated.kind)], dated.after
        time = time_at(tokens, index, language)
        if time:
            return [self._made(index, time.after, Fraction(time.value), "time")], time.after
        if tokens[index].kind == "clock":
            return self._result(index), index + 1
        decade = decade_at(tokens, index, language)
        if decade:
            return [self._made(index, decade[1], Fraction(decade[0]), "decade")], decade[1]
        roman = roman_at(tokens, index)
        if roman:
            made = self._made(index, index + 1, Fraction(roman), "ordinal")
            return [replace(made, noun=at(tokens, index - 1).text)], index + 1
        phrase = phrase_at(tokens, index, language)
        if phrase is None:
            return [], index + 1
        pair = pair_at(tokens, index, phrase, language)
        return self._both(index, pair) if pair else self._amount(index, phrase)

    def _made(self, index: int, after: int, value: Fraction, kind: Kind) -> Quantity:
        start, end = self.tokens[index].start, self.tokens[after - 1].end
        hedge = hedge_before(self.tokens, index, after, self.language)
        before = at(self.tokens, index - 1).low
        if hedge == "about" and before in _NEAR_TIME and kind not in _NEAR_TIME[before]:
            hedge = ""
        words = self.text[start:end]
        if not hedge and self.language == "de" and after > index + 1:
            hedge = _hedge_inside(words.casefold())
        return Quantity(value, "", kind, start, end, words, hedge)

    def _from_mark(self, index: int) -> tuple[list[Quantity], int]:
        """``$5``, ``'89``, ``-5 Grad``."""
        tokens, text = self.tokens, self.tokens[index].text
        following = at(tokens, index + 1)
        if text in {"'", "’", "‘"} and following.glued and following.plain and len(following.text) == 2:
            return self._short_year(index, int(following.value or 0))
        if SIGNS.get(text) in CURRENCIES and following.kind == "number":
            phrase = phrase_at(tokens, index + 1, self.language)
            if phrase and phrase.form == "cardinal":
                return self._amount(index, phrase, SIGNS[text])
        if text in {"-", "−"} and following.glued and following.kind == "number" and not tokens[index].glued:
            quantities, after = self._at(index + 1)
            if quantities and quantities[0].kind in {"number", "percent", "measure", "money", "points"}:
                first, start = quantities[0], tokens[index].start
                words = self.text[start : first.end]
                minus = replace(first, value=-first.value, start=start, words=words)
                return [minus, *quantities[1:]], after
        return [], index + 1

    def _short_year(self, index: int, short: int) -> tuple[list[Quantity], int]:
        suffix = at(self.tokens, index + 2)
        if suffix.glued and suffix.low in {"s", "er", "ern"}:
            return [self._made(index, index + 3, Fraction(short), "decade")], index + 3
        if suffix.glued and suffix.kind == "word":
            return [], index + 1
        year = short + (1900 if short >= _CENTURY_TURNS else 2000)
        return [self._made(index, index + 2, Fraction(year), "year")], index + 2

    def _result(self, index: int) -> list[Quantity]:
        """``52:48``: the two sides of a result."""
        token = self.tokens[index]
        left, _, right = token.text.partition(":")
        middle = token.start + len(left)
        noun = noun_at(self.tokens, index + 1, self.language)[0]
        return [
            Quantity(Fraction(int(left)), "", "score", token.start, middle, left, "", noun),
            Quantity(Fraction(int(right)), "", "score", middle + 1, token.end, right, "", noun),
        ]

    def _both(self, index: int, pair: Pair) -> tuple[list[Quantity], int]:
        """Two numbers that share what stands behind the second one."""
        first = self._made(index, pair.first.after, pair.first.value, "number")
        if pair.score:
            noun = noun_at(self.tokens, pair.second.after, self.language)[0]
            second = self._made(pair.second_at, pair.second.after, pair.second.value, "score")
            return [replace(each, kind="score", noun=noun) for each in (first, second)], pair.second.after
        rest, after = self._amount(pair.second_at, pair.second)
        if not rest or rest[0].kind not in {"number", "percent", "points", "money", "measure"}:
            return self._amount(index, pair.first)
        second = rest[0]
        return [replace(first, kind=second.kind, unit=second.unit, noun=second.noun), *rest], after

    def _amount(self, index: int, phrase: Phrase, currency: str = "") -> tuple[list[Quantity], int]:
        """One number with its unit and what it counts."""
        tokens, language, after = self.tokens, self.language, phrase.after
        unit = currency or phrase.unit
        ranked = self._ranked(index, phrase)
        found = None if unit or ranked else unit_behind(tokens, after, language)
        if found:
            unit = found[0]
        if phrase.form == "article" or (tokens[index].low in _FEW_ONES and phrase.value == 1):
            return self._one(index, phrase, found)
        noun, noun_end, adjacent = noun_at(tokens, after + ranked, language)
        kind: Kind | None = "ordinal" if ranked else self._form(index, phrase, unit, noun)
        if kind is None or (kind in {"number", "year"} and phrase.value == _UNITLESS_HALF):
            return [], phrase.after
        if kind == "decade":
            years = at(tokens, after).low in {"jahre", "jahren"}
            return [self._made(index, after + years, phrase.value, kind)], after + years
        if kind == "fraction" and at(tokens, index - 1).low in {"paar", "few"}:
            return [], after
        if kind == "fraction":
            part = part_of(tokens, after, language)
            if part:
                made = self._made(index, part[1], phrase.value, part_kind(part[0]))
                return [replace(made, unit=part[0])], part[1]
        if kind not in _COUNTED:
            counted = "" if kind == "year" else noun
            end = noun_end if adjacent and kind == "fraction" else after
            return [replace(self._made(index, end, phrase.value, kind), noun=counted)], end
        if found:
            after = behind_old(tokens, found[1], language)
            phrase, after = with_cents(tokens, phrase, unit, after, language)
        end = noun_end if adjacent and not unit else after
        counted = phrase.noun or ("" if unit else noun)
        before = at(tokens, index - 1)
        if not unit and not noun and before.low in NUMBERED and before.text[:1].isupper():
            counted = before.text  # Artikel eins, Rule 22
        if not unit and kind == "number" and language == "de" and unit_in(noun):
            unit, counted = unit_in(noun), noun
            kind, small = _kind(unit), _PARTS.match(noun.casefold())
            if small:
                phrase = phrase._replace(value=phrase.value / _PART_SIZES[small[0]])
        return [replace(self._made(index, end, phrase.value, kind), unit=unit, noun=counted)], end

    def _one(self, index: int, phrase: Phrase, found: tuple[str, int] | None) -> tuple[list[Quantity], int]:
        """``ein Prozent``, ``a year and a half``; "ein Jahr" and "a mile" are no figures."""
        if found is None:
            return [], phrase.after
        unit, after = found
        if self.language == "en":
            behind = [at(self.tokens, after + n).low for n in range(3)]
            if behind == ["and", "a", "half"]:
                value = phrase.value + _UNITLESS_HALF
                return [replace(self._made(index, after + 3, value, _kind(unit)), unit=unit)], after + 3
        if unit in _PERIODS or (self.language == "en" and unit != "percent"):
            return [], index + 1
        if unit != "percent" and tuple(at(self.tokens, index - n).low for n in (2, 1)) == _NOT_ONE:
            return [], index + 1
        return [replace(self._made(index, after, phrase.value, _kind(unit)), unit=unit)], after

    def _form(self, index: int, phrase: Phrase, unit: str, noun: str) -> Kind | None:
        """What kind of quantity a phrase is; ``None`` for none."""
        before = at(self.tokens, index - 1).low
        usual = before in _BEFORE_YEAR[self.language]
        if phrase.form in _SAME:
            return None if phrase.form == "times" and phrase.value == 1 else _SAME[phrase.form]
        match phrase.form:
            case "ordinal":
                return "ordinal" if self._is_rank(index, before) else None
            case _ if unit:
                return _kind(unit)
            case "year":
                return "year" if usual or not noun else "number"
            case _ if phrase.value not in YEARS or phrase.value.denominator > 1:
                return "number"
        year = year_at(self.tokens, index, self.language)
        if year is None or year[1] != phrase.after:
            return "number"
        round_number = phrase.value % 100 == 0
        if not phrase.plain and (round_number or phrase.value < 2000):
            return "number"
        return "number" if noun and not usual and round_number else "year"

    def _is_rank(self, index: int, before: str) -> bool:
        """``achten`` is a verb without an article; "a second look" and "split second" are none."""
        low = self.tokens[index].low
        if self.language == "de":
            return low not in {"achten", "achte", "achtet"} or before in _BEFORE_ORDINAL
        return low != "second" or before not in {"a", "split", "per", "every", "any", "this"}

    def _ranked(self, index: int, phrase: Phrase) -> bool:
        """``der 14. Zusatzartikel``: a number, its point, and a noun or an article that wants an ordinal."""
        point, following = at(self.tokens, phrase.after), at(self.tokens, phrase.after + 1)
        if self.language != "de" or not phrase.plain or point.text != "." or not point.glued:
            return False
        if following.kind != "word" or phrase.value > 1000:
            return False
        if following.low in _STARTERS or (following.text[:1].isupper() and spelled(following.text)):
            return False  # the point ends a sentence
        before = at(self.tokens, index - 1).low
        return before in _BEFORE_ORDINAL or bool(_ORDINAL_NOUNS.fullmatch(following.text))


def _kind(unit: str) -> Kind:
    if unit == "percent":
        return "percent"
    if unit == "points":
        return "points"
    return "money" if unit in CURRENCIES else "measure" if unit else "number"


def _hedge_inside(words: str) -> Approximate:
    """``ein knappes Dutzend``, ``ein gutes Drittel``."""
    if re.search(r"\bknappe[nsr]?\b", words):
        return "under"
    return "over" if re.search(r"\bgute[nsr]?\b", words) else ""
