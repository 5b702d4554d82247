"""Words that go to a model and come from it: quoted as data, found as JSON or plain lines, freed of stage business.

Everything here is pure, and nothing here is trusted: a model's answer is data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

__all__ = [
    "find_json",
    "named_lines",
    "numbers_in",
    "quoted",
    "references",
    "sayable",
    "stems",
    "without_thoughts",
]

_THOUGHTS = re.compile(
    r"(?is)^.*?</think(?:ing)?>|<think(?:ing)?>.*\Z|<\|(?:channel|start)\|>analysis.*?<\|end\|>"
)
_FENCE = re.compile(r"(?m)^\s*(?:```|~~~)[\w-]*\s*$")
_SPECIAL = re.compile(r"<\|[^|<>]{1,40}\|>|</?s>|\[/?INST\]")
_COMMENT = re.compile(r"(?s)<!--.*?(?:-->|\Z)")
_NUMBERS = re.compile(r"\b[sS]?(\d{1,6})(?:\s*[-–—]\s*[sS]?(\d{1,6}))?\b")
_REFERENCE = re.compile(
    r"\s*[\[(]\s*(?:(?:sätze?|sentences?|s)\.?\s*)?[sS]?\d{1,6}(?:\s*(?:[-–—,;]|und|and)\s*[sS]?\d{1,6})*\s*\]"
    r"|\s*\(\s*[sS]\d{1,6}(?:\s*(?:[-–—,;]|und|and)\s*[sS]?\d{1,6})*\s*\)",
    re.IGNORECASE,
)
"""Numbers in square brackets, and sentence numbers with their s in round ones: "[3, 4]", "(s3-s5)". No "(2019)"."""
_BRACKET = re.compile(r"\s*\[[^\[\]\n]{0,80}\]")
_ACTED = re.compile(
    r"(?:^|(?<=[.!?…]))\s*(?:[*_]{1,2}\(?[^*_\n.!?]{1,40}\)?[*_]{1,2}(?=\s*(?:$|[A-ZÄÖÜ„\"(]))|\((?!\d)[^()\n\d]{1,40}\))\s*"
)
"""A remark between sentences, in stars or round brackets ("*seufzt*", "(lacht)"). "Er wurde *gestrichen*." is none."""
_LIST_MARK = re.compile(r"(?m)^\s*(?:[-*+•]|#{1,6})\s+")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|`+)(?=\S)(.+?)(?<=\S)\1")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
STEM, STEM_FROM = 5, 5
"""Words of so many letters are compared by so many: "Brücke" and "Brücken" are one."""

GREETING_WORDS = 14
"""A sentence up to this length that greets or takes leave does nothing else."""
_GREETINGS = {
    "de": r"^[\s*_–-]*(?:hallo|hallöchen|guten (?:tag|morgen|abend)|auf wiederhören|tschüss|macht(?: es|'s) gut)\b"
    r"(?!-)|\bwillkommen (?:bei|zu|zurück|im)\b|\bmein name ist\b|\bich bin (?:{names})\b|\bbis zum nächsten mal\b"
    r"|\bbis zur nächsten (?:folge|ausgabe|episode)\b|\bdanke? fürs (?:zuhören|einschalten|dabeisein)\b"
    r"|\bschön, dass ihr (?:dabei|wieder|zuhört|da)\b",
    "en": r"^[\s*_–—-]*(?:hello|hi|hey|good (?:morning|evening)|goodbye|bye(?:-bye)?)\b(?!-)"
    r"|\bwelcome (?:to|back)\b|\bmy name is\b|\b(?:i'm|i am) (?:{names})\b|\buntil next time\b|\bsee you next\b"
    r"|\bthank(?:s| you) for (?:listening|joining|tuning)\b",
}


_HAILS = {
    "de": r"^(?:(?:hallo|servus|moin|(?:einen )?(?:(?:wunder)?schönen )?guten (?:tag|morgen|abend))(?: zusammen)?"
    r"(?:,? (?:und )?(?:herzlich )?willkommen[^,.!?:]{0,60})?|(?:herzlich )?willkommen[^,.!?:]{0,60})"
    r"(?:,? (?:liebe|meine lieben|sehr geehrte)\b[^,.!?:]{0,50})?[,!:]\s*",
    "en": r"^(?:(?:hello|hi|hey|good (?:morning|afternoon|evening))(?: everyone| everybody| there| again)?"
    r"(?:,? (?:and )?welcome[^,.!?:]{0,60})?|welcome (?:to|back)[^,.!?:]{0,60})"
    r"(?:,? (?:dear|ladies)\b[^,.!?:]{0,50})?[,!:]\s*",
}
"""What greets at the beginning of a sentence that then says something: cut off, and the rest stays."""


_UNSAFE = str.maketrans({"<": "‹", ">": "›", "`": "'"})
_TEMPLATE_MARKS = re.compile(r"\[(/?[A-Z][A-Z_]{2,})\]")


def quoted(text: str) -> str:
    """Somebody else's words for a prompt: on one line, and nothing in them can end the quotation.

    Angle brackets would close the delimiters (and stand in most models' own control marks, with "[INST]"), a line
    break would begin something new.
    """
    shown = "".join(char if char.isprintable() else " " for char in text)
    return _TEMPLATE_MARKS.sub(r"(\1)", " ".join(shown.split()).translate(_UNSAFE))


def without_thoughts(text: str) -> str:
    """An answer without the thinking some models write before it, and without a template's own marks."""
    return _SPECIAL.sub("", _THOUGHTS.sub("", text.replace("\ufeff", ""))).strip()


def find_json(text: str) -> object:
    """The first JSON object or list in an answer, fences and words around it or not; ``None`` without one."""
    text = _FENCE.sub("", without_thoughts(text))
    decoder = json.JSONDecoder(strict=False)
    for found in re.finditer(r"[{\[]", text):
        try:
            value: object = decoder.raw_decode(text, found.start())[0]
            return value  # noqa: TRY300
        except (ValueError, RecursionError):
            if found.start() > 2000:
                return None
    return None


def named_lines(text: str, names: Sequence[str]) -> list[tuple[str, str]]:
    """Lines of ``Name: text``, as a model writes them that knows no JSON; a line without a name goes on the last."""
    start = re.compile(
        rf"^\W*({'|'.join(re.escape(name) for name in names)})\W{{0,3}}[:：]\W{{0,3}}?(?=\S)", re.IGNORECASE
    )
    turns: list[tuple[str, str]] = []
    for line in without_thoughts(text).splitlines():
        if _FENCE.match(line) or not line.strip():
            continue
        if found := start.match(line):
            turns.append((found[1], line[found.end() :].lstrip("*_ ")))
        elif turns:
            turns[-1] = (turns[-1][0], f"{turns[-1][1]} {line.strip()}")
    return turns


def numbers_in(value: object, most: int = 400) -> list[int]:
    """Sentence numbers in whatever form a model gives them: ``[1, 2]``, ``["s1"]``, ``"s1-s3, s7"``."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int | float):
        return [int(value)] if 0 < value < 1_000_000 and value == int(value) else []
    if isinstance(value, list):
        return list(dict.fromkeys(n for item in value[:most] for n in numbers_in(item)))[:most]
    out: list[int] = []
    for found in _NUMBERS.finditer(str(value)[:4000]):
        first, last = int(found[1]), int(found[2] or found[1])
        out += range(first, min(last, first + most) + 1)
    return list(dict.fromkeys(out))[:most]


def references(text: str) -> list[int]:
    """The sentence numbers that a model wrote into the spoken words."""
    marks = [found[0] for found in _REFERENCE.finditer(text)] + _COMMENT.findall(text)
    return numbers_in(" ".join(marks))


def sayable(text: str, names: Sequence[str], language: str) -> str:
    """What is to be spoken of a model's words for one turn.

    Stage directions, notes, sentence numbers, Markdown, the speaker's own name in front, greetings and good-byes
    (the program says those) are taken away; the words between stay as they are.
    """
    text = without_thoughts(text)
    text = _BRACKET.sub("", _REFERENCE.sub("", _COMMENT.sub("", text)))
    for name in names:
        text = re.sub(rf"^\W*{re.escape(name)}\W{{0,3}}[:：][*_]{{0,3}}\s*", "", text, flags=re.IGNORECASE)
    text = _LIST_MARK.sub("", _EMPHASIS.sub(r"\2", _ACTED.sub(" ", text)))
    text = " ".join(text.split()).strip("*_` ")
    greets = re.compile(_GREETINGS[language].format(names="|".join(map(re.escape, names))), re.IGNORECASE)
    kept = [
        sentence
        for sentence in _SENTENCES.split(text)
        if not (greets.search(sentence) and len(sentence.split()) <= GREETING_WORDS)
    ]
    return " ".join(filter(None, (_without_hail(sentence, language) for sentence in kept)))


def _without_hail(sentence: str, language: str) -> str:
    rest = re.sub(_HAILS[language], "", sentence, flags=re.IGNORECASE)
    return rest if rest == sentence else rest[:1].upper() + rest[1:]


def stems(text: str) -> set[str]:
    """The longer words of a text, cut to their beginnings."""
    return {word[:STEM] for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= STEM_FROM}
