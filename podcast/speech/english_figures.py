"""English: figures that stand for a name (911, 24/7, 401(k)), telephones, sections of law, votes and fractions.

Pure functions, str to str. The brackets of ``401(k)`` arrive as the commas that clean.py makes of them.
"""

from __future__ import annotations

import re

from podcast.speech.numbers import cardinal_en, code_en, digits_en, ordinal_en, plural_en

__all__ = ["fixed", "fractions", "labels", "phones", "ranges", "subsections", "votes"]

_FIXED = (
    (r"(?<=[A-Za-z])[-–](?=9/11\b)", " "),
    (r"(?<![\w/.])9/11-(?=[a-z])", "nine eleven "),
    (r"\b0(\d)00(?= hours\b)", lambda m: f"oh {cardinal_en(int(m[1]))} hundred"),
    (r"\b0(\d)(\d\d)(?= hours\b)", lambda m: f"oh {cardinal_en(int(m[1]))} {cardinal_en(int(m[2]))}"),
    (
        r"(?<![\w.])\.(\d{2,3})[- ](?=(?:caliber|rifle|pistol|revolver|handgun|Magnum)\b)",
        lambda m: f"{code_en(int(m[1]))} ",
    ),
    (r"(?<![\w/.])9/11(?![\w/])|\b9-11(?= (?:Commission|attack|hijack|terror))", "nine eleven"),
    (r"(?<![\w/.])24/7(?![\w/])", "twenty four seven"),
    (r"(?<![\w/.-])50[/-]50(?![\w/-])", "fifty fifty"),
    (r"(?<![\w/.])20/20(?![\w/])", "twenty twenty"),
    (r"\b([Aa]gent )007\b", r"\1double oh seven"),
    (r"\b9-1-1\b|\b911(?= (?:calls?|caller|operator|dispatch))", "nine one one"),
    (r"\b7-Eleven\b", "seven Eleven"),
    (r"\b([Cc]all(?:ed|s|ing)?|[Dd]ial(?:ed|s|ing)?) ([2-9]11|988)\b", lambda m: f"{m[1]} {digits_en(m[2])}"),
    (r"\b(401|403|457|501|527) ?([A-Z]{1,2}\b)", lambda m: f"{code_en(int(m[1]))} {m[2]}"),
    (r"\b(ZIP [Cc]odes? )(\d{5})\b", lambda m: m[1] + digits_en(m[2])),
    (r"\b([A-Z][a-z]+, [A-Z]{2} )(\d{5})(?:-(\d{4}))?\b", lambda m: m[1] + digits_en(m[2] + (m[3] or ""))),
)
_SET = tuple((re.compile(pattern), words) for pattern, words in _FIXED)


def fixed(text: str) -> str:
    """``9/11`` becomes ``nine eleven``, ``24/7`` ``twenty four seven``, ``call 911`` ``call nine one one``."""
    for pattern, words in _SET:
        text = pattern.sub(words, text)
    return text


def _phone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    words = [cardinal_en(int(g)) if g in {"800", "900"} else digits_en(g) for g in groups]
    return ("plus " if match[0].startswith("+") else "") + ", ".join(words)


def phones(text: str) -> str:
    """``202-456-1111`` becomes ``two O two, four five six, one one one one``."""
    gap = r"(?:[-. ]| , )"
    text = re.sub(
        rf"(?<![\w.-])(?:\+?1{gap})?\d{{3}}{gap}\d{{3}}[-. ]\d{{4}}(?![\w-]|[.,]\d)",
        _phone,
        text,
    )
    return re.sub(r"(?<![\w.,$-])\d{3}-\d{4}(?![\w-]|[.,]\d)", _phone, text)


def subsections(text: str) -> str:
    """``3 , b ,`` (of ``3(b)``) becomes ``3 B``, ``501 , c , , 3 ,`` ``501 C 3``."""

    def joined(match: re.Match[str]) -> str:
        return match[1] + "".join(f" {part.upper()}" for part in re.findall(r"\w+", match[2]))

    return re.sub(
        r"(?<!\w)((?:401|403|457|501|527)|(?:[Ss]ections?|[Ss]ecs?\.|[Aa]rticle|[Rr]ule|§+) ?\d{1,5})"
        r"((?: , (?:[a-z]|\d{1,2}|[ivx]{1,4}|[A-Z]) ,){1,4})",
        joined,
        text,
    )


def votes(text: str) -> str:
    """``a 5-4 decision`` becomes ``a 5 to 4 decision``; a telephone, a date and ``50-50`` stay."""

    def spoken(match: re.Match[str]) -> str:
        return match[0] if match[1] == match[2] == "50" else f"{match[1]} to {match[2]}"

    return re.sub(
        r"(?<![\w.,/$€£¥:+-])(?<!Boeing )(?<!Airbus )(?!1-[89]00|9-11 [A-Z]|\d\d-\d\d-\d)(\d{1,3})[-–](\d{1,3})"
        r"(?![\w/:-]|[.,–]\d| , )",
        spoken,
        text,
    )


_LABEL = re.compile(
    r"(?<!\w)(?P<label>(?:[Ss]ections?|[Ff]lights?|[Rr]oute|[Hh]ighway|[Rr]ooms?|"
    r"Interstate|Boeing|Airbus|[Aa]rea [Cc]ode|U\.S\.C\.|C\.F\.R\.|USC|CFR)(?: [A-Z]{1,2})? ?)"
    r"(?P<number>\d{1,4})(?:-(?P<more>\d{1,3}))?(?P<point>\.\d{1,6})?(?![\w%]|,\d)"
)


def _label(match: re.Match[str]) -> str:
    more = f" {code_en(int(match['more']))}" if match["more"] else ""
    point = "".join(f" {cardinal_en(int(digit))}" for digit in (match["point"] or ".")[1:])
    return match["label"] + code_en(int(match["number"])) + more + (" point" + point if point else "")


def _letter(letters: str) -> str:
    return "ay" if letters == "A" else letters  # "A ten" would be "a ten"


def labels(text: str) -> str:
    """``§ 230`` and ``Section 230`` become ``section two thirty``, ``Boeing 737`` ``Boeing seven thirty seven``."""
    text = re.sub(
        r"(?<![\w.])(H\.\s?R\.|S\.) (\d{1,4})\b(?![,.]\d)",
        lambda m: f"{m[1].replace('.', ' ')}{code_en(int(m[2]))}",
        text,
    )
    for short, word in (("ec", "ection"), ("te", "oute"), ("wy", "ighway")):
        text = re.sub(rf"\b([SRHsrh]){short}\. ?(?=\d)", rf"\1{word} ", text)
    text = re.sub(r"§§+\s?", "sections ", text)
    text = re.sub(r"(?<=\w)\s?§\s?|§\s?", " section ", text)
    text = re.sub(
        r"((?:[Ss]ections?|[Aa]rticle|[Rr]ule) ?\d{1,5}(?: [B-Z])?) A(?![\w'])(?! [A-Z])", r"\1 ay", text
    )
    text = _LABEL.sub(_label, text)
    aircraft = r"(?<![\w-])([A-Z]{1,3})-?([1-9]\d{2,3})(?!\d|[.,]\d|%)"
    return re.sub(
        aircraft, lambda m: m[0] if m[1] == "FY" else f"{_letter(m[1])} {code_en(int(m[2]))} ", text
    )


_PARTS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
}
_PARTS |= {
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_PARTS |= {"⅑": (1, 9), "⅒": (1, 10), "↉": (0, 3)}


def _fraction(above: int, below: int, one: str = "one", *, noun: bool = False) -> str:
    """``noun``: in front of one ("a three quarter inch bolt")."""
    name = {2: "half", 4: "quarter"}.get(below) or ordinal_en(below)
    if above == 1:
        return f"{one} {name}"
    if noun:
        return f"{cardinal_en(above)} {name}"
    return f"{cardinal_en(above)} {'halves' if below == 2 else plural_en(name)}"


def _slashed(match: re.Match[str]) -> str:
    above, below, whole = int(match["a"]), int(match["b"]), match["w"]
    noun = bool(match["noun"])
    after = " " if noun else ""
    if below < 2 or (below > 20 and below != 100) or (whole and above >= below):
        return match[0].replace("/", " over ")
    if below in {10, 100} and above > 1 and not whole:
        return f"{cardinal_en(above)} out of {cardinal_en(below)}{after}"
    words = _fraction(above, below, "a" if whole else "one", noun=noun)
    return f"{whole} and {words}{after}" if whole else words + after


def fractions(text: str) -> str:
    """``2½`` becomes ``2 and a half``, ``3/4`` ``three quarters``, ``8/10`` ``eight out of ten``."""
    signs = "".join(_PARTS)
    text = re.sub(rf"(?<=[{signs}])-(?=[a-z])", "  ", text)  # a noun of its own: "a ⅝-inch bolt"
    text = re.sub(
        rf"(\d)\s?([{signs}])(  )?",
        lambda m: f"{m[1]} and {_fraction(*_PARTS[m[2]], 'a', noun=bool(m[3]))} ",
        text,
    )
    text = re.sub(
        rf"(\b[Aa] )?([{signs}])(  )?",
        lambda m: f" {m[1] or ''}{_fraction(*_PARTS[m[2]], '' if m[1] else 'a', noun=bool(m[3])).strip()} ",
        text,
    )
    return re.sub(
        r"(?<![\w/.,-])(?:(?P<w>\d{1,3})[ -])?(?P<a>\d{1,3})/(?P<b>\d{1,3})(?:ths?|rds?|nds?)?(?![\w/]|[.,]\d)"
        r"(?P<noun>-(?=[a-z]))?",
        _slashed,
        text,
    )


def ranges(text: str) -> str:
    """``10–12`` becomes ``10 to 12``, ``10- to 12-hour`` ``10 to 12 hour``; ``F-22`` and ``mid-1990s`` two words."""
    text = re.sub(r"(?<![\w/.-])(\d{1,3})-(\d{1,3})-(\d{1,3})(?![\w/-])", r"\1 \2 \3", text)
    text = re.sub(r"(?<=\ds)[–-](?=\d)|(?:(?<=BC)|(?<=BCE)|(?<=B C))[–-](?=[A\d])", " to ", text)
    text = re.sub(r"(?<=\d)- (?=(?:to|and|or) \d)", " ", text)
    text = re.sub(r"(?<=\d)\s?[–-]\s?(?=\.?\d)", " to ", text)
    text = re.sub(
        r"(?<![^\W\d])A[-–]?(?=\d)|(?<=\d )A(?= \d|[.,;]|$| [A-Z]\b)|(?<=\d)A(?![\w'])", " ay ", text
    )
    text = re.sub(r"(?<=[A-Za-z])[-–](?=\.?\d)", " ", text)
    text = re.sub(
        r"(?<=\d)s?[-–]([a-z]+(?:-[a-z]+)*)", lambda m: m[0].replace("-", " ").replace("–", " "), text
    )
    text = re.sub(r"(?<=\d)[-–](?=[A-Za-z])", " ", text)
    text = re.sub(r"(?<=\d[A-Z])-(?=[a-z])|(?<=\d)/(?=\d)", " ", text)
    return re.sub(r"(?<=[^\W\d_])(?=\d)", " ", text)
