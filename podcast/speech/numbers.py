"""Numbers as words, German and English. Pure; whole numbers from 0 to below 10**15."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

__all__ = [
    "cardinal_de",
    "cardinal_en",
    "code_en",
    "digits_en",
    "ordinal_de",
    "ordinal_en",
    "plural_en",
    "roman",
    "year_de",
    "year_en",
]

_ONES_DE = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_TENS_DE = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_ONES_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS_EN = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_LARGE_DE = (
    (10**12, "Billion", "Billionen"),
    (10**9, "Milliarde", "Milliarden"),
    (10**6, "Million", "Millionen"),
)
_LARGE_EN = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def _below_hundred_de(number: int) -> str:
    if number < 20:
        return _ONES_DE[number]
    tens, ones = divmod(number, 10)
    return (f"{_ONES_DE[ones]}und" if ones else "") + _TENS_DE[tens]


def _below_million_de(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    hundreds, ones = divmod(rest, 100)
    head = f"{_below_million_de(thousands) if thousands > 1 else ''}tausend" if thousands else ""
    middle = f"{_ONES_DE[hundreds] if hundreds > 1 or head else ''}hundert" if hundreds else ""
    return head + middle + (_below_hundred_de(ones) if ones or not number else "")


def cardinal_de(number: int) -> str:
    """3000 is ``"dreitausend"``, 100 is ``"hundert"``, 1 is ``"eins"``, 2_000_000 is ``"zwei Millionen"``."""
    words = []
    for size, one, many in _LARGE_DE:
        count, number = divmod(number, size)
        if count:
            words.append(f"eine {one}" if count == 1 else f"{_below_million_de(count)} {many}")
    if number or not words:
        last = _below_million_de(number)
        words.append(last + "s" if last.endswith("ein") else last)
    return " ".join(words)


def year_de(number: int) -> str:
    """1968 is ``"neunzehnhundertachtundsechzig"``; outside 1100 to 1999 like any number."""
    if 1100 <= number < 2000:
        hundreds, ones = divmod(number, 100)
        return f"{_below_hundred_de(hundreds)}hundert{cardinal_de(ones) if ones else ''}"
    return cardinal_de(number)


def ordinal_de(number: int, ending: str) -> str:
    """The ordinal with its ending (``"e"``, ``"en"``, ``"er"`` …): 3, ``"en"`` is ``"dritten"``. Below a million."""
    stems = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    ones = number % 100
    if ones in stems:
        head = _below_million_de(number - ones) if number > ones else ""
        return head + stems[ones] + ending
    return _below_million_de(number) + ("t" if 0 < ones < 20 else "st") + ending


def _below_thousand_en(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [_ONES_EN[hundreds], "hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        words.append(_TENS_EN[tens] + (f" {_ONES_EN[ones]}" if ones else ""))
    elif rest or not words:
        words.append(_ONES_EN[rest])
    return " ".join(words)


def cardinal_en(number: int) -> str:
    """3000 is ``"three thousand"``."""
    words = []
    for size, name in _LARGE_EN:
        count, number = divmod(number, size)
        if count:
            words.append(f"{_below_thousand_en(count)} {name}")
    if number or not words:
        words.append(_below_thousand_en(number))
    return " ".join(words)


def year_en(number: int) -> str:
    """1968 is ``"nineteen sixty eight"``, 2025 ``"twenty twenty five"``; outside 1010 to 2099 like any number."""
    if not 1010 <= number < 2100 or 2000 <= number < 2010:
        return cardinal_en(number)
    return _pairs_en(number, "oh")


def _pairs_en(number: int, zero: str) -> str:
    century, rest = divmod(number, 100)
    if not rest:
        return f"{cardinal_en(century)} hundred"
    return f"{cardinal_en(century)} {zero + ' ' if rest < 10 else ''}{cardinal_en(rest)}"


def code_en(number: int) -> str:
    """The number of a section or a flight: 230 is ``"two thirty"``, 702 ``"seven O two"``, 1001 ``"ten O one"``.

    Below 100, from 10000 and for whole hundreds and thousands like any number (1500: ``"fifteen hundred"``).
    Pico reads "oh" before "one" and "two" as "R" or "A"; "O" was heard right.
    """
    if not 100 < number < 10000 or not number % 1000 or (number < 1000 and not number % 100):
        return cardinal_en(number)
    return _pairs_en(number, "O")


def digits_en(text: str) -> str:
    """Each digit by itself, a zero as ``"O"``: ``"202"`` is ``"two O two"``. Other characters are left out."""
    return " ".join("O" if c == "0" else _ONES_EN[int(c)] for c in text if c.isdecimal())


def plural_en(words: str) -> str:
    """``"sixty"`` becomes ``"sixties"``, ``"six"`` ``"sixes"``, ``"nineteen hundred"`` ``"nineteen hundreds"``."""
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith("x") else "s")


def ordinal_en(number: int) -> str:
    """47 is ``"forty seventh"``."""
    irregular = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"}
    irregular |= {"nine": "ninth", "twelve": "twelfth"}
    *head, last = cardinal_en(number).split()
    last = irregular.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return " ".join([*head, last])


def roman(text: str) -> int:
    """``"XIV"`` is 14; 0 where it is no Roman numeral below 100 in its usual form."""
    forms = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    for tens, head in enumerate(["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]):
        for ones, form in enumerate(forms):
            if text and head + form == text:
                return 10 * tens + ones
    return 0
