"""German: money, millions and units in words; the figures stay for german_numbers.py."""

from __future__ import annotations

import re

from podcast.speech.german_short import stop
from podcast.speech.signs_de import CURRENCIES
from podcast.speech.units_de import PER, UNITS

__all__ = ["money", "scales", "units"]

_SIGNS = "[" + re.escape("".join(CURRENCIES)) + "]"
_CODES = {
    "USD": "US-Dollar", "EUR": "Euro", "GBP": "Pfund", "CHF": "Schweizer Franken", "JPY": "Yen", "RUB": "Rubel",
    "UAH": "Hrywnja", "CNY": "Yuan", "RMB": "Yuan", "PLN": "Złoty", "CAD": "kanadische Dollar",
    "AUD": "australische Dollar",
    "SEK": "schwedische Kronen", "NOK": "norwegische Kronen", "DKK": "dänische Kronen", "BTC": "Bitcoin",
    "DM": "D-Mark",
}  # fmt: skip
_AMOUNT = r"\d[\d.,]*\d|\d"
_ENGLISH_SCALES = {
    "k": "Tsd.",
    "K": "Tsd.",
    "m": "Mio.",
    "mn": "Mio.",
    "M": "Mio.",
    "million": "Mio.",
    "bn": "Mrd.",
    "b": "Mrd.",
}
_ENGLISH_SCALES |= {"B": "Mrd.", "billion": "Mrd.", "tn": "Bio.", "trillion": "Bio.", "thousand": "Tsd."}
_SCALE = r"(?:Mio\.?|Mrd\.?|Bio\.?|Tsd\.?|Million(?:en)?|Milliarden?|Billion(?:en)?|Tausend)(?!\w)"
_SCALED = rf"(?:\s?(?P<scale>{_SCALE}|(?:million|billion|trillion|thousand|bn|mn|tn|[kmbKMB])\b))?"
_CENTS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*|\d{1,9}),(\d\d|[–-]{1,2}) "
    r"(Euro|US-Dollar|Dollar|Schweizer Franken|Franken|Pfund)\b"
)
_SCALES = {
    "Mio": ("Million", "Millionen"),
    "Mrd": ("Milliarde", "Milliarden"),
    "Bio": ("Billion", "Billionen"),
}


def money(text: str) -> str:
    """``$ 1.2bn`` is "1,2 Mrd. Dollar", ``1,99 €`` "1 Euro 99", ``USD 5`` "5 US-Dollar"."""
    text = re.sub(r"(?<=[€$£])\s?[–-]\s?(?=\d)", " bis ", text)
    text = re.sub(r"\bUS-?\s?\$", "USD", text)
    codes = "|".join(_CODES)
    text = re.sub(
        rf"(?<!\w)({codes}|{_SIGNS})\s?(?P<amount>{_AMOUNT}){_SCALED}",
        lambda m: f"{_decimal(m['amount'], m['scale'])}{_scale(m['scale'])} {_name(m[1])}",
        text,
    )
    text = re.sub(rf"(?<=\d)-({codes}|{_SIGNS})(?=-)", lambda m: f"-{_name(m[1])}", text)
    text = re.sub(rf"(?<=[\d–-])\s?({codes}|{_SIGNS})(?!\w)", lambda m: f" {_name(m[1])}", text)
    text = re.sub(rf"(?<=\d)(\s?{_SCALE}) ({codes})\b", lambda m: f"{m[1]} {_name(m[2])}", text)
    text = re.sub(r"\bUSD\b", "US-Dollar", text)
    text = re.sub(rf"\s?({_SIGNS})(/)?", lambda m: f" {_name(m[1])}{m[2] or ''}", text)
    text = _CENTS.sub(_cents, text)
    return re.sub(
        r"(?<=\d) (Euro(?: \d\d?)?|Dollar(?: \d\d?)?|Cent)/(\w+[²³]?)",
        lambda m: f" {m[1]} {_per(m[2])}",
        text,
    )


def _name(sign: str) -> str:
    return _CODES.get(sign) or CURRENCIES[sign]


def _decimal(amount: str, scale: str | None) -> str:
    """An amount behind its sign, or with an English scale, may have an English decimal point."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?", amount):
        return amount.translate(str.maketrans(".,", ",."))
    return amount.replace(".", ",") if scale and re.fullmatch(r"\d{1,3}\.\d{1,2}", amount) else amount


def _scale(scale: str | None) -> str:
    return f" {_ENGLISH_SCALES.get(scale, scale)}" if scale else ""


def _cents(match: re.Match[str]) -> str:
    whole, cents, name = match[1], match[2], match[3]
    if not cents.isdecimal() or int(cents) == 0:
        return f"{whole} {name}"
    if int(whole.replace(".", "")) == 0 and name in {"Euro", "Dollar"}:
        return f"{int(cents)} Cent"
    return f"{whole} {name} {int(cents)}"


def scales(text: str) -> str:
    """``3 Mio.`` is "3 Millionen", ``1 Mrd.`` "1 Milliarde", ``500 Tsd.`` "500.000"."""

    def spoken(match: re.Match[str]) -> str:
        one, many = _SCALES[match[2]]
        end = stop(match.string[match.end() : match.end() + 9]) if match[0].endswith(".") else ""
        return (f"{match[1]} {one if match[1] == '1' else many}") + end

    text = re.sub(r"(?<![\d.,])(\d[\d.,]*)\s?(Mio|Mrd|Bio)\b\.?", spoken, text)
    text = re.sub(r"\b(Mio|Mrd|Bio)\b\.?", lambda m: _SCALES[m[1]][1], text)
    text = re.sub(r"(?<![\d.,])(\d{1,3})\s?(?:Tsd\b\.?|Tausend\b)", r"\1.000", text)
    return re.sub(r"(?<=\d)\s?Tsd\b\.?", " tausend", text)


def _per(unit: str) -> str:
    return PER.get(unit) or f"pro {unit}"


_NAMES = "|".join(sorted(map(re.escape, UNITS), key=lambda unit: (-len(unit), unit)))
_BEHIND = "|".join(sorted(map(re.escape, PER), key=lambda unit: (-len(unit), unit)))
_UNIT = re.compile(
    rf"(?<![\w.,])(?P<number>\d[\d.,]{{0,24}})(?P<gap>\s?|-)(?P<unit>{_NAMES})(?!(?<=J)\.)(?:/(?P<per>{_BEHIND}))?"
    r"(?:(?P<joint>-(?=[A-ZÄÖÜ]))|(?![\w²³/]))"
)
_BARE = re.compile(rf"(?<=[a-zäöü(] )(km|kWh|µg|ct|g|l|m)/({_BEHIND})(?![\w²³/])")
_MANY = re.compile(rf"(?:(?<=Millionen )|(?<=Milliarden )|(?<=tausend ))({_NAMES})(?![\w²³/])")


def units(text: str) -> str:
    """``1 t`` is "1 Tonne", ``5 km/h`` "5 Kilometer pro Stunde"."""
    text = re.sub(r"\bCO2(?!\d)-?(?=[a-zäöü])", "C O 2 ", text)
    text = re.sub(r"\bCO2(?!\d)", "C O 2", text)
    text = re.sub(r"\bH2O\b", "H 2 O", text)
    text = _UNIT.sub(_unit, text)
    text = _MANY.sub(lambda m: UNITS[m[1]][1], text)
    text = re.sub(r"(?<=[a-zäöüß%])/(km²|m²|m³|kWh|Kopf|Jahr|Monat)(?!\w)", lambda m: f" {PER[m[1]]}", text)
    return _BARE.sub(lambda m: f"{UNITS[m[1]][1]} {PER[m[2]]}", text)


def _unit(match: re.Match[str]) -> str:
    number, unit = match["number"], match["unit"]
    if unit == "s" and match["gap"] != " ":  # "1990s" is English
        return match[0]
    one, many = UNITS[unit]
    per = f" {PER[match['per']]}" if match["per"] else ""
    if match["gap"] == "-" or match["joint"]:
        return f"{number} {many}{per} "
    return f"{number} {one if number == '1' else many}{per}"
