"""English: money, percent and units as they are said. Pure functions, str to str."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.numbers import cardinal_en

__all__ = ["foreign_money", "money", "percent", "units"]

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_DOLLARS = {
    "": "", "US": "U S ", "C": "Canadian ", "CA": "Canadian ", "A": "Australian ", "AU": "Australian ",
    "NZ": "New Zealand ", "HK": "Hong Kong ", "S": "Singapore ",
}  # fmt: skip
_SIGNS = {
    "$": ("dollar", "dollars", "cent", "cents"), "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"), "¥": ("yen", "yen", "", ""), "₹": ("rupee", "rupees", "", ""),
    "₩": ("won", "won", "", ""), "₪": ("shekel", "shekels", "", ""), "₽": ("ruble", "rubles", "", ""),
    "₴": ("hryvnia", "hryvnias", "", ""), "₺": ("lira", "lira", "", ""),
}  # fmt: skip
_SIGN = rf"(?:\b(?:US|CA|C|AU|A|NZ|HK|S))?[{''.join(_SIGNS)}]"
_SCALES = {
    "bn": "billion",
    "mn": "million",
    "tn": "trillion",
    "m": "million",
    "b": "billion",
    "k": "thousand",
}
_SCALES |= {
    "M": "million",
    "B": "billion",
    "K": "thousand",
    "T": "trillion",
    "t": "trillion",
    "mm": "million",
}
_SCALE = r"[\s-]?(?:million|billion|trillion|thousand|hundred)\b|\s?(?:[mbt]n|mm|[mbktMBKT])\b"
_MONEY = re.compile(
    rf"(?P<minus>(?<![\w.,)])[−-])?(?P<sign>{_SIGN})\s?(?P<a>{_AMOUNT})(?P<s>{_SCALE})?"
    rf"(?:\s?[–-]\s?(?P<sign2>{_SIGN})?(?P<b>{_AMOUNT})(?P<s2>{_SCALE})?)?"
    r"(?P<tail>(?:-[a-z]+){1,4})?(?!\w)"
)
_DETERMINER = re.compile(
    r"\b(an?|the|its|his|her|their|our|my|your|this|that|another|each|every|any|no|\w{1,20}'s) $", re.I
)
_NO_NOUN = frozenset(
    "a an the and or but nor for of in on at to from by with about over under than as per that which who he she it "
    "they we you i was were is are had has have will would could can may might more less each every last this next "
    "annually monthly daily yearly today ago spent raised paid owed if when while because after before into out up "
    "down so not only already still alone went goes came comes did does should must through between".split()
)
"""After one of these words the amount stands by itself: "the $50 he owed", but "the $50 fee"."""
_UNITS = {
    "mph": ("mile per hour", "miles per hour"), "km/h": ("kilometer per hour", "kilometers per hour"),
    "kph": ("kilometer per hour", "kilometers per hour"), "mpg": ("mile per gallon", "miles per gallon"),
    "m/s": ("meter per second", "meters per second"), "sq ft": ("square foot", "square feet"),
    "sq mi": ("square mile", "square miles"), "sq km": ("square kilometer", "square kilometers"),
    "km²": ("square kilometer", "square kilometers"), "m²": ("square meter", "square meters"),
    "ft²": ("square foot", "square feet"), "m³": ("cubic meter", "cubic meters"),
    "km": ("kilometer", "kilometers"), "cm": ("centimeter", "centimeters"), "mm": ("millimeter", "millimeters"),
    "mi": ("mile", "miles"), "ft": ("foot", "feet"), "yd": ("yard", "yards"), "kg": ("kilogram", "kilograms"),
    "mg": ("milligram", "milligrams"), "µg": ("microgram", "micrograms"), "g": ("gram", "grams"),
    "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"), "oz": ("ounce", "ounces"), "gal": ("gallon", "gallons"),
    "ml": ("milliliter", "milliliters"), "mL": ("milliliter", "milliliters"), "L": ("liter", "liters"),
    "W": ("watt", "watts"), "kW": ("kilowatt", "kilowatts"), "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"), "TW": ("terawatt", "terawatts"), "kWh": ("kilowatt hour", "kilowatt hours"),
    "MWh": ("megawatt hour", "megawatt hours"), "GWh": ("gigawatt hour", "gigawatt hours"),
    "TWh": ("terawatt hour", "terawatt hours"), "KB": ("kilobyte", "kilobytes"), "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"), "TB": ("terabyte", "terabytes"), "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"), "GHz": ("gigahertz", "gigahertz"),
    "ppm": ("part per million", "parts per million"), "ppb": ("part per billion", "parts per billion"),
    "bpd": ("barrel per day", "barrels per day"), "hr": ("hour", "hours"), "hrs": ("hour", "hours"),
    "min": ("minute", "minutes"), "mins": ("minute", "minutes"), "sec": ("second", "seconds"),
    "secs": ("second", "seconds"), "yr": ("year", "years"), "yrs": ("year", "years"), "mo": ("month", "months"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "dB": ("decibel", "decibels"), "kt": ("kiloton", "kilotons"), "ha": ("hectare", "hectares"),
}  # fmt: skip
_WINDS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_UNIT = re.compile(
    rf"(?:(?<![\w.,])|(?<=\dx))(?P<amount>{_AMOUNT})(?P<gap>\s|-)?"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _UNITS), key=lambda u: (-len(u), u)))})(?![\w/²³])(?P<dot>\.)?"
)
_PER = "second|minute|hour|day|night|week|month|year|gallon|liter|person|pound|barrel|ton|mile|household|share|kWh"
_GUNS = (
    "pistols?|handguns?|guns?|rifles?|rounds?|shells?|bullets?|ammunition|cannons?|howitzers?|mortars?|lens"
)
_METERS = "tall|high|wide|long|deep|dash|sprint|race|freestyle|butterfly|breaststroke|hurdles|relay|final|run|record"


def _alone(amount: str) -> str:
    """An amount in words: ``1,200`` and ``1200`` are never a year."""
    whole, _, decimals = amount.replace(",", "").partition(".")
    head = cardinal_en(int(whole or 0)) if len(whole) <= 15 else " ".join(cardinal_en(int(d)) for d in whole)
    head = head if whole else ""
    return (
        f"{head} point {' '.join(cardinal_en(int(d)) for d in decimals[:20])}".strip() if decimals else head
    )


def _scale(written: str | None) -> str:
    scale = (written or "").strip(" -\u00a0")
    return f" {_SCALES.get(scale, scale)}" if scale else ""


def _cents(amount: str, names: tuple[str, str, str, str]) -> str | None:
    whole, _, decimals = amount.replace(",", "").partition(".")
    if len(decimals) != 2 or not names[2] or len(whole) > 15:
        return None
    dollars, cents = int(whole or 0), int(decimals)
    first = f"{cardinal_en(dollars)} {names[dollars != 1]}" if dollars or not cents else ""
    second = f"{cardinal_en(cents)} {names[2 + (cents != 1)]}" if cents else ""
    return " and ".join(filter(None, (first, second)))


def _money(match: re.Match[str]) -> str:
    sign, amount, scale, second = match["sign"], match["a"], _scale(match["s"]), match["b"]
    kind, names = _DOLLARS[sign[:-1]], _SIGNS[sign[-1]]
    before = match.string[max(0, match.start() - 24) : match.start()]
    after = re.match(r" ([a-z]+)", match.string[match.end() : match.end() + 20])
    determiner = _DETERMINER.search(before)
    noun = bool(match["tail"]) or (match["s"] or "").startswith("-")
    noun = noun or bool(determiner and after and after[1] not in _NO_NOUN)
    minus = "minus " if match["minus"] else ""
    tail = (match["tail"] or "").replace("-", " ")
    cents = None if scale or second else _cents(amount, names)
    if cents and not kind:
        if noun and not tail:  # a two dollar and fifty cent fare
            cents = re.sub(
                rf"\b({names[1]}|{names[3]})\b", lambda m: names[0 if m[1] == names[1] else 2], cents
            )
        return minus + cents + tail
    words = _alone(amount) + scale
    if determiner and determiner[1].casefold() == "a" and amount in {"100", "1,000", "1000"}:
        words = words.removeprefix("one ")
    if second:
        words += f" to {_alone(second)}{_scale(match['s2'])}"
    one = noun or (words == "one" and not second)
    return f"{minus}{words} {kind}{names[0] if one else names[1]}{tail}"


def foreign_money(text: str) -> str:
    """``¥500 million`` becomes ``500 million yen``, ``5¢`` ``5 cents``: signs that no engine can be trusted with."""

    def spoken(match: re.Match[str]) -> str:
        one = match["amount"] == "1" and not match["scale"]
        return f"{match['amount']}{match['scale'] or ''} {_SIGNS[match['sign']][0 if one else 1]}"

    text = re.sub(rf"(?P<sign>[¥₹₩₪₽₴₺])\s?(?P<amount>{_AMOUNT})(?P<scale>{_SCALE})?", spoken, text)
    text = re.sub(r"\s?([¥₹₩₪₽₴₺])", lambda m: f" {_SIGNS[m[1]][1]}", text)
    text = re.sub(r"(?<![\w.,])1\s?¢", "1 cent", text)
    return re.sub(r"\s?¢", " cents", text)


def money(text: str) -> str:
    """``$1.2bn`` becomes ``one point two billion dollars``, ``a $100 bill`` ``a hundred dollar bill``."""
    text = re.sub(rf"(\d\w{{0,3}}(?: [a-z]{{1,12}})?)/({_PER})\b", r"\1 per \2", text)
    text = re.sub(r"\b(USD|EUR|GBP)\s?(?=\d)", lambda m: {"U": "US$", "E": "€", "G": "£"}[m[1][0]], text)
    text = re.sub(r"(€\s?\d+),(?=\d{1,2}\b(?!,))", r"\1.", text)  # as Europeans write it
    text = _MONEY.sub(_money, text)
    text = re.sub(rf"(?<=\d)\s?([{''.join(_SIGNS)}])", lambda m: f" {_SIGNS[m[1]][1]}", text)
    text = re.sub(rf"[{''.join(_SIGNS)}]", lambda m: f" {_SIGNS[m[0]][1]} ", text)
    text = re.sub(r"(?<=\d)\s?(bn|mn|tn)\b", lambda m: f" {_SCALES[m[1]]}", text)
    meters = re.sub(rf"(?<=\d)\s?m(?= (?:{_METERS})\b)", " meter", text)
    return re.sub(r"(?<=\d)([mM])\b|(?<=\d\.\d)([BT])\b", lambda m: f" {_SCALES[m[0]]}", meters)


def percent(text: str) -> str:
    """``0.5%`` becomes ``0.5 percent``, ``5%–10%`` ``5 percent to 10 percent``."""
    text = re.sub(r"(?<=[%‰])\s?[–-]\s?(?=[\d.])", " to ", text)
    text = re.sub(r"\s?%-?(?=[a-z])", " percent ", text)
    return re.sub(r"\s?‰", " per thousand", re.sub(r"\s?%", " percent", text))


def _unit(match: re.Match[str]) -> str:
    amount, names = match["amount"], _UNITS[match["unit"]]
    rest = match.string[match.end() : match.end() + 20]
    noun = match["gap"] == "-" or re.search(
        r"\b[Aa]n? $", match.string[max(0, match.start() - 4) : match.start()]
    )
    singular = (noun and re.match(r"[ -][a-z]", rest)) or re.match(rf" (?:{_GUNS})\b", rest)
    ends = match["dot"] and re.match(r"\s*$|\s[A-Z]", rest)
    return f"{_alone(amount)} {names[0] if singular or amount == '1' else names[1]}{'.' if ends else ''}"


def units(text: str) -> str:
    """``5 km`` becomes ``five kilometers``, ``a 5-km race`` ``a five kilometer race``, ``72°F`` degrees Fahrenheit."""
    text = re.sub(r"(?<=\d)\s?sq\.?\s?(ft|mi|km)\b", r" sq \1", text)
    text = re.sub(
        rf"(\b[Aa] )?(?<![\w.,])({_AMOUNT}) m\b(?!')",
        lambda m: f"{m[1] or ''}{_alone(m[2])} meter{'' if m[1] or m[2] == '1' else 's'}",
        text,
    )
    text = re.sub(r"(?<=\d)\s?ft\.? (\d{1,2}) in\b\.?", r" ft \1 inches", text)
    text = re.sub(r"(?<!\w)([3-9])'\s?(1?\d)(?:''|\b)(?!')", r"\1 foot \2", text)
    text = _UNIT.sub(_unit, text)
    text = re.sub(r"(?<![\w.,])1\s?°(?!\s?[CF]\b)", "1 degree", text)
    text = re.sub(r"(\b[Aa]n? \d+)\s?°(?= [a-z])", r"\1 degree", text)
    text = re.sub(
        r"\s?°\s?([CF])\b", lambda m: f" degrees {'Celsius' if m[1] == 'C' else 'Fahrenheit'}", text
    )
    text = re.sub(r"\s?°\s?([NSEW])\b", lambda m: f" degrees {_WINDS[m[1]]}", text)
    return re.sub(r"\s?°", " degrees", text)
