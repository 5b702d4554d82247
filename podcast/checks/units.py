"""Units that a figure may have, German and English, and how they turn into each other. Pure tables."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

from fractions import Fraction

__all__ = [
    "COMPOUND_UNITS",
    "CURRENCIES",
    "MEASURES",
    "PERIODS",
    "SCALES",
    "SIGNS",
    "SUFFIXES_DE",
    "UNITS",
    "base",
]

MEASURES: dict[str, tuple[str, Fraction]] = {
    # time of the calendar and time of the clock do not divide evenly; both are held against each other in days
    "second": ("time", Fraction(1, 86_400)), "minute": ("time", Fraction(1, 1440)), "hour": ("time", Fraction(1, 24)),
    "day": ("time", Fraction(1)), "week": ("time", Fraction(7)), "month": ("time", Fraction(1461, 48)),
    "quarter": ("time", Fraction(1461, 16)), "year": ("time", Fraction(1461, 4)), "decade": ("time", Fraction(7305, 2)),
    "century": ("time", Fraction(36_525)), "millennium": ("time", Fraction(365_250)),
    # lengths in metres; international foot and mile
    "micrometre": ("length", Fraction(1, 10**6)), "nanometre": ("length", Fraction(1, 10**9)),
    "millimetre": ("length", Fraction(1, 1000)), "centimetre": ("length", Fraction(1, 100)),
    "metre": ("length", Fraction(1)), "kilometre": ("length", Fraction(1000)), "inch": ("length", Fraction("0.0254")),
    "foot": ("length", Fraction("0.3048")), "yard": ("length", Fraction("0.9144")),
    "mile": ("length", Fraction("1609.344")), "light year": ("length", Fraction(9_460_730_472_580_800)),
    # masses in kilograms
    "milligram": ("mass", Fraction(1, 10**6)), "microgram": ("mass", Fraction(1, 10**9)),
    "gram": ("mass", Fraction(1, 1000)), "kilogram": ("mass", Fraction(1)), "tonne": ("mass", Fraction(1000)),
    "pound": ("mass", Fraction("0.45359237")), "ounce": ("mass", Fraction("0.028349523")),
    # areas in square metres, volumes in litres
    "square metre": ("area", Fraction(1)), "hectare": ("area", Fraction(10_000)),
    "square kilometre": ("area", Fraction(1_000_000)), "square mile": ("area", Fraction("2589988.11")),
    "acre": ("area", Fraction("4046.856")), "square foot": ("area", Fraction("0.09290304")),
    "litre": ("volume", Fraction(1)), "cubic metre": ("volume", Fraction(1000)),
    "gallon": ("volume", Fraction("3.785")), "barrel": ("volume", Fraction("158.987")),
    # the rest stands for itself
    "km/h": ("speed", Fraction(1)), "mph": ("speed", Fraction("1.609344")),
    "watt": ("power", Fraction(1)), "kilowatt": ("power", Fraction(1000)), "megawatt": ("power", Fraction(10**6)),
    "gigawatt": ("power", Fraction(10**9)), "kilowatt hour": ("energy", Fraction(1)),
    "megawatt hour": ("energy", Fraction(1000)), "terawatt hour": ("energy", Fraction(10**9)),
    "degree": ("degree", Fraction(1)), "celsius": ("degree", Fraction(1)), "fahrenheit": ("fahrenheit", Fraction(1)),
}  # fmt: skip

CURRENCIES = frozenset(
    "dollar euro cent pound sterling franc yen rubel yuan mark crown lira peso rupee".split()
)

_DE = {
    "second": "Sekunde Sekunden", "minute": "Minute Minuten", "hour": "Stunde Stunden Std",
    "day": "Tag Tage Tagen Tages",
    "week": "Woche Wochen", "month": "Monat Monate Monaten Monats", "quarter": "Quartal Quartale Quartalen",
    "year": "Jahr Jahre Jahren Jahres", "decade": "Jahrzehnt Jahrzehnte Jahrzehnten Dekade Dekaden",
    "century": "Jahrhunderte Jahrhunderten", "millennium": "Jahrtausende Jahrtausenden",
    "millimetre": "Millimeter Millimetern mm", "centimetre": "Zentimeter Zentimetern cm",
    "metre": "Meter Metern m", "kilometre": "Kilometer Kilometern km", "inch": "Zoll", "foot": "Fuß",
    "yard": "Yard Yards", "mile": "Meile Meilen", "light year": "Lichtjahr Lichtjahre Lichtjahren",
    "milligram": "Milligramm mg", "microgram": "Mikrogramm", "micrometre": "Mikrometer Mikrometern",
    "nanometre": "Nanometer Nanometern",
    "gram": "Gramm", "kilogram": "Kilo Kilogramm kg", "tonne": "Tonne Tonnen", "ounce": "Unze Unzen",
    "square metre": "Quadratmeter Quadratmetern", "hectare": "Hektar", "square kilometre": "Quadratkilometer "
    "Quadratkilometern", "square mile": "Quadratmeile Quadratmeilen", "litre": "Liter Litern",
    "cubic metre": "Kubikmeter Kubikmetern", "gallon": "Gallone Gallonen", "barrel": "Barrel Fass",
    "km/h": "Stundenkilometer Stundenkilometern km/h", "watt": "Watt", "kilowatt": "Kilowatt kW",
    "megawatt": "Megawatt MW", "gigawatt": "Gigawatt GW", "kilowatt hour": "Kilowattstunde Kilowattstunden kWh",
    "megawatt hour": "Megawattstunde Megawattstunden", "terawatt hour": "Terawattstunde Terawattstunden",
    "degree": "Grad", "percent": "Prozent vH", "points": "Prozentpunkt Prozentpunkte Prozentpunkten",
    "dollar": "Dollar Dollars US-Dollar USD", "euro": "Euro Euros EUR", "cent": "Cent Cents",
    "sterling": "Pfund", "franc": "Franken Francs Franc", "yen": "Yen", "rubel": "Rubel", "yuan": "Yuan",
    "mark": "Reichsmark D-Mark", "crown": "Kronen", "lira": "Lira Lire", "peso": "Pesos Peso", "rupee": "Rupien",
}  # fmt: skip
_EN = {
    "second": "seconds", "minute": "minute minutes", "hour": "hour hours", "day": "day days", "week": "week weeks",
    "month": "month months", "quarter": "quarters", "year": "year years", "decade": "decade decades",
    "century": "century centuries", "millennium": "millennium millennia",
    "millimetre": "millimetre millimetres millimeter millimeters mm",
    "centimetre": "centimetre centimetres centimeter centimeters cm", "metre": "metre metres meter meters",
    "kilometre": "kilometre kilometres kilometer kilometers km", "inch": "inch inches", "foot": "foot feet ft",
    "yard": "yard yards", "mile": "mile miles", "light year": "light-year light-years",
    "milligram": "milligram milligrams mg", "microgram": "microgram micrograms",
    "micrometre": "micrometre micrometres micrometer micrometers",
    "nanometre": "nanometre nanometres nanometer nanometers",
    "gram": "gram grams", "kilogram": "kilo kilos kilogram kilograms kg", "tonne": "tonne tonnes ton tons",
    "pound": "pound pounds lb lbs", "ounce": "ounce ounces", "hectare": "hectare hectares", "acre": "acre acres",
    "litre": "litre litres liter liters", "gallon": "gallon gallons", "barrel": "barrel barrels", "mph": "mph",
    "km/h": "km/h kph", "watt": "watt watts", "kilowatt": "kilowatt kilowatts kW", "megawatt": "megawatt megawatts MW",
    "gigawatt": "gigawatt gigawatts GW", "kilowatt hour": "kilowatt-hour kilowatt-hours kWh",
    "degree": "degree degrees", "percent": "percent pct", "dollar": "dollar dollars buck bucks USD",
    "euro": "euro euros EUR", "cent": "cent cents", "sterling": "sterling", "franc": "francs franc", "yen": "yen",
    "rubel": "rubles roubles", "yuan": "yuan", "mark": "Reichsmarks Deutschmarks", "crown": "kronor kroner",
    "lira": "lire", "peso": "pesos", "rupee": "rupees",
}  # fmt: skip


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word.casefold(): unit for unit, words in table.items() for word in words.split()}


UNITS = {"de": _by_word(_DE), "en": _by_word(_EN)}
"""A unit's word, folded, to its name."""

PERIODS = {
    "tag": "day", "tages": "day", "tage": "day", "woche": "week", "monat": "month", "monats": "month",
    "jahr": "year", "jahres": "year", "jahrzehnt": "decade", "jahrhundert": "century", "stunde": "hour",
    "minute": "minute", "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade",
    "century": "century", "hour": "hour",
}  # fmt: skip
"""A single stretch of time, as it stands behind "ein" or "a"."""

SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "sterling", "¥": "yen", "°": "degree"}

SCALES = {
    "de": {
        "tausend": 10**3, "tsd": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9,
        "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12, "bio": 10**12, "billiarde": 10**15,
        "billiarden": 10**15, "trillion": 10**18, "trillionen": 10**18, "dutzend": 12, "hundert": 100,
        "hunderttausend": 10**5, "zehntausend": 10**4,
    },
    "en": {
        "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "quadrillion": 10**15, "bn": 10**9, "mn": 10**6, "tn": 10**12, "dozen": 12, "grand": 10**3, "k": 10**3,
    },
}  # fmt: skip

COMPOUND_UNITS = {
    "jahres": "year", "jahre": "year", "jahr": "year", "tages": "day", "tage": "day", "tag": "day", "wochen": "week",
    "monats": "month", "stunden": "hour", "stunde": "hour", "minuten": "minute", "minute": "minute",
    "sekunden": "second", "prozent": "percent", "prozentpunkte": "points",
    "meter": "metre", "kilometer": "kilometre", "meilen": "mile",
    "dollar": "dollar", "euro": "euro", "cent": "cent", "tonnen": "tonne",
    "stimmen": "", "sitze": "", "staaten": "", "parteien": "", "punkte": "", "personen": "", "mann": "", "frau": "",
    "kammer": "", "ehe": "", "seiten": "", "zimmer": "", "köpfe": "",
}  # fmt: skip
"""What a number may be grown together with in one German word, and the unit that it gives ("" for none)."""


SUFFIXES_DE = {
    "jährig": "year", "tägig": "day", "stündig": "hour", "wöchig": "week", "monatig": "month",
    "minütig": "minute", "sekündig": "second", "prozentig": "percent",
}  # fmt: skip
"""How a unit ends an adjective ("24-stündig"), without the ending of its case."""


def base(value: Fraction, unit: str) -> tuple[str, Fraction]:
    """The dimension of a unit and the value in that dimension's first unit; other units are their own dimension."""
    if unit not in MEASURES:
        return unit, value
    dimension, factor = MEASURES[unit]
    return dimension, value * factor
