"""English: abbreviations, titles, places, initials, Roman numerals and acronyms. Pure functions over tables.

It errs where only meaning decides: "St." and "Dr." by the words around them, a word in capitals by its length.
"""

from __future__ import annotations

import re

from podcast.speech.numbers import cardinal_en, ordinal_en, roman
from podcast.speech.words_en import (
    ABBREVIATIONS,
    BEFORE_NUMBERS,
    CLEAR_STATES,
    EMPHASISED,
    LETTER_NOUNS,
    NUMERAL_NOUNS,
    ROYAL,
    SPECIAL_ACRONYMS,
    SPELLED_ACRONYMS,
    SPOKEN_ACRONYMS,
    STARTERS,
    STATE_CODES,
    STATES,
    TITLES,
)

__all__ = ["abbreviations", "acronyms", "cases", "initials", "parties", "romans"]


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]


_END = rf"(?P<end>(?=\s*$|\s(?:{_any(STARTERS)})\b))?"
"""Matches, empty, where the dot before it ends the sentence too."""
_SHORT = re.compile(rf"(?<![\w.])(?P<word>{_any(ABBREVIATIONS)}){_END}")
_NUMBERED = re.compile(rf"(?<![\w.])({_any(BEFORE_NUMBERS)})\s?(?=(?:[A-Z]?\d|[IVXL]+\b))")
_TITLE = re.compile(rf"(?<![\w.])({_any(TITLES)})\.(?:(?P<gap>\s?)(?=[A-Z\d])|(?=[,-]))")
_STREET = re.compile(
    rf"(?P<name>(?:\b[A-Z][\w']*|\d(?:st|nd|rd|th))(?<!\bIn)(?<!\bThe)(?<!\bEast)(?<!\bPort)) (?P<kind>St|Dr)\."
    rf"(?! (?!(?:{_any(STARTERS)})\b)[A-Z]){_END}"
)
_TOWN = re.compile(rf"(?<=[a-z]), (?:(?P<state>{_any(STATES)})|(?P<code>{_any(STATE_CODES)})(?![\w.])){_END}")
_STATE = re.compile(
    rf"(?<![\w.])(?P<state>(?:{_any(CLEAR_STATES)})|(?:{_any(STATES)})(?= (?:Gov|Sen|Rep|Atty|Lt|Sens|Reps)\.)){_END}"
)
_NO_CODE = frozenset({"IN", "OK", "OR", "HI", "ME"})
"""Words in capitals as often as states."""
_PARTY = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_STATE_NAMES = frozenset(STATE_CODES.values())
_AFFILIATION = re.compile(
    rf"(?<![\w-])([DRI])-({_any(STATES)}|(?:{_any(STATE_CODES)})(?!\w)|(?:{_any(_STATE_NAMES)})(?!\w))"
)


def _ended(spoken: str, match: re.Match[str]) -> str:
    return spoken + ("." if match["end"] is not None else "")


def _spelled(letters: str) -> str:
    """Letter by letter; a lone A would be an article ("E P A sued" was heard as "EP sued")."""
    return " ".join("ay" if letter == "A" else letter for letter in letters)


def cases(text: str) -> str:
    """``Roe v. Wade`` becomes ``Roe versus Wade``."""
    text = re.sub(r"(?<=[\w.,']) v\. (?=[A-Z])", " versus ", text)
    return re.sub(r"(\b[A-Z][\w']{1,40}) v (?=[A-Z][a-z])", r"\1 versus ", text)


def parties(text: str) -> str:
    """``R-Ky.`` becomes ``Republican of Kentucky``."""

    def spoken(match: re.Match[str]) -> str:
        state = match[2]
        return f"{_PARTY[match[1]]} of {STATES.get(state) or STATE_CODES.get(state, state)}"

    text = re.sub(r"(?<=[a-z]) , ([DR]) (?=,)", lambda m: f" , {_PARTY[m[1]]} ", text)
    return _AFFILIATION.sub(spoken, text)


def abbreviations(text: str) -> str:
    """``Sen. Smith, e.g., left No. 10`` becomes ``Senator Smith, for example, left number 10``."""

    def town(match: re.Match[str]) -> str:
        if match["code"] in _NO_CODE:
            return match[0]
        name = STATES.get(match["state"] or "") or STATE_CODES[match["code"]]
        return f", {name}{'.' if match['state'] and match['end'] is not None else ''}"

    text = re.sub(r"\bWall St\. (?=Journal)", "Wall Street ", text)
    text = _STREET.sub(lambda m: _ended(f"{m['name']} {'Street' if m['kind'] == 'St' else 'Drive'}", m), text)
    text = _TOWN.sub(town, text)
    text = _STATE.sub(lambda m: _ended(STATES[m["state"]], m), text)
    text = _NUMBERED.sub(lambda m: BEFORE_NUMBERS[m[1]] + " ", text)
    text = re.sub(r"\bAtty\. Gen\.(?= )", "Attorney General", text)
    text = _TITLE.sub(lambda m: TITLES[m[1]] + ("" if m["gap"] is None else " "), text)
    text = _SHORT.sub(_short, text)
    return re.sub(rf"(?<![\w.])({_any(TITLES)})\.(?=\s?$|\s[a-z])", lambda m: TITLES[m[1]], text)


def _short(match: re.Match[str]) -> str:
    word = match["word"]
    return _ended(ABBREVIATIONS[word], match) if word.endswith(".") else ABBREVIATIONS[word]


def initials(text: str) -> str:
    """``U.S.`` becomes ``U S``, ``George W. Bush`` ``George W Bush``; "So did I. Then" stays."""

    def letters(match: re.Match[str]) -> str:
        return _ended(_spelled(match[1].replace(".", "")), match)

    def single(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 20) : match.start()].split()
        noun = before and before[-1].casefold() in LETTER_NOUNS
        return match[0] if noun or match[2] in STARTERS else f"{_spelled(match[1])} "

    text = re.sub(
        r"(?<![\w.])((?:[A-Z]\.){2,10})(?=-\w)", lambda m: _spelled(m[1].replace(".", "")) + " ", text
    )
    text = re.sub(r"(?<= [A-Z]) -(?=\w)", " ", text)
    text = re.sub(rf"\b((?i:{'|'.join(sorted(LETTER_NOUNS))}) )A\b(?!['’])", r"\1ay", text)
    text = re.sub(rf"(?<![\w.])((?:[A-Z]\.){{2,10}}){_END}", letters, text)
    return re.sub(r"(?<![\w.'])([A-HJ-Z]|I(?=\. [A-Z]\. [A-Z][a-z]))\. (?=([A-Z][\w']*))", single, text)


def romans(text: str) -> str:
    """``World War II`` becomes ``World War two``, ``Louis XIV`` ``Louis the fourteenth``; ``Malcolm X`` stays."""
    numeral = r"([IVXL]{1,7})"
    verbs = "am|was|have|had|read|wrote|think|said|did|do|will|would|can|could|like|liked|saw|know|never|love"

    def counted(match: re.Match[str]) -> str:
        number = roman(match[2])
        return f"{match[1]} {cardinal_en(number)}" if number else match[0]

    def alone(match: re.Match[str]) -> str:
        return cardinal_en(roman(match[0])) if roman(match[0]) else match[0]

    def named(match: re.Match[str]) -> str:
        number = roman(match[2])
        return f"{match[1]} the {ordinal_en(number)}" if number else match[0]

    rows = rf"\b((?:{NUMERAL_NOUNS})s )((?:[IVXL]{{1,7}}, )*[IVXL]{{1,7}},? (?:and|or|to|through) [IVXL]{{1,7}})\b"
    text = re.sub(rows, lambda m: m[1] + re.sub(r"[IVXL]+", alone, m[2]), text)
    text = re.sub(rf"\b({NUMERAL_NOUNS}|[A-Z]{{3,}}) {numeral}\b(?! (?:{verbs})\b)(?!\.\w)", counted, text)
    crowned = (
        r"(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Prince|Shah) [A-Z]\w+(?: [A-Z]\w+)?"
    )
    text = re.sub(rf"\b({crowned}) {numeral}\b", named, text)
    text = re.sub(rf"\b({ROYAL}) ([VX]|I(?='s))\b(?!\.\s?[A-Z])", named, text)
    text = re.sub(r"\b([A-Z][a-z]{2,}(?: [A-Z][a-z]+)?) ([IVXL]{2,7})\b", named, text)
    return re.sub(
        r"\b(?:II|III|VII|VIII|XI{1,3}|XIV|XVI{1,3}|XIX)\b", alone, text
    )  # IV and XXX are no numbers


_SHOUT = re.compile(r"\b(?:[AI] )?[A-Z]{2,}(?:[ ,-]{1,3}(?:[AI] )?[A-Z]{2,})+\b")
_ACRONYM = re.compile(r"(?<![\w'])(-)?(PhD|MiG|[A-Z]{2,})((?:'?s'?)?)(?!\w)(-(?=\w))?")


def _shout(match: re.Match[str]) -> str:
    """A line in capitals, or two words of which one is no acronym, are words, but for the acronyms that we know."""
    words = re.findall(r"[A-Z]+", match[0])
    if len(words) < 4 and not EMPHASISED & set(words):
        return match[0]

    def lowered(word: re.Match[str]) -> str:
        known = word[0] in SPELLED_ACRONYMS or word[0] in SPECIAL_ACRONYMS
        short = len(words) < 4 and (len(word[0]) < 4 or not re.search("[AEIOUY]", word[0]))
        return word[0] if known or short else word[0].capitalize()

    return re.sub(r"[A-Z]{2,}", lowered, match[0])


def _acronym(match: re.Match[str]) -> str:
    word, ending = match[2], match[3]
    before, after = match[1] or "", match[4] or ""
    if word in EMPHASISED:
        return f"{before}{word.lower()}{ending}{after}"
    if word not in SPECIAL_ACRONYMS and (
        word in SPOKEN_ACRONYMS or (len(word) > 5 and re.search("[AEIOUY]", word))
    ):
        return f"{before}{word.capitalize()}{ending}{after}"
    spoken = SPECIAL_ACRONYMS.get(word) or _spelled(word)
    if ending in {"s", "s'"} and len(spoken.split()[-1]) == 1:
        ending = "'s"
    return f"{before and ' '}{spoken}{ending}{after and ' '}"


def acronyms(text: str) -> str:
    """``FBI`` letter by letter, ``NATO`` as a word, ``CEOs`` as ``C E O's``, a line in capitals as words."""
    text = _SHOUT.sub(_shout, text)
    return re.sub(r"(?<=[a-z])-(?= ?(?:ay|[A-Z]) (?:ay|[A-Z])\b)", " ", _ACRONYM.sub(_acronym, text))
