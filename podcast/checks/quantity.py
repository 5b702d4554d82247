"""A quantity: a number, an amount or a date as a text has it. Pure data; ``quantities_of`` finds them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

__all__ = ["Approximate", "Kind", "Quantity"]

Kind = Literal[
    "number",  # 435, vierundzwanzig, a dozen; also the number of a rule or a rocket
    "score",  # one side of 52:48, sieben zu zwei
    "ordinal",  # der 14., the forty-fifth, World War II
    "times",  # dreimal, 18.000-mal, threefold
    "percent",  # value 47.6 for 47.6 percent
    "points",  # percentage points
    "fraction",  # zwei Drittel, jeder vierte, three out of four: value 2/3, 1/4, 3/4
    "money",  # unit is the currency
    "measure",  # unit is a unit of time, length, mass …
    "year",  # 1998
    "decade",  # value 1990; 90 where the century is not said
    "date",  # a day or a month: value yyyymmdd, zeros for what is not said
    "weekday",  # Monday is 1
    "season",  # spring is 1
    "time",  # minutes since midnight
    "magnitude",  # Tausende, several hundred: value 1000, 100
]

Approximate = Literal["", "about", "under", "over"]
"""How a figure is hedged: ``under``: the true one is smaller (knapp, fast, weniger als, bis zu); ``over``: larger."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a text. ``text[start:end] == words``.

    ``value`` is exact and has its scale in it: 2.9 Millionen is 2_900_000, zwei Drittel is 2/3. For the kinds that
    are no plain amount see :data:`Kind`. ``unit`` is English, singular and lower case, "dollar", "percent", "hour",
    "foot", and "" where there is none that is known. ``noun`` is what is counted, as it stands ("Stimmen"), or "".
    ``approximate`` is true for any hedge; which one it is, it says itself.
    """

    value: Fraction
    unit: str
    kind: Kind
    start: int
    end: int
    words: str
    approximate: Approximate = ""
    noun: str = ""

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month and day of a date, each 0 where it is not said; a year is (1998, 0, 0)."""
        if self.kind == "year":
            return int(self.value), 0, 0
        if self.kind != "date":
            return 0, 0, 0
        rest, day = divmod(int(self.value), 100)
        year, month = divmod(rest, 100)
        return year, month, day
