"""Text for every engine and language: one spelling of each character, nothing that only an eye can read.

Pure functions, str to str. A sign that may carry meaning ("#", "→", "☆") is kept by ``clean`` for the language to
say, and dropped by ``tidy`` where no language has said it. Marks that stand for a pause become commas.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
import unicodedata

__all__ = ["clean", "tidy"]

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґёў",
        "a b w g d je sch s i j k l m n o p r s t u f ch z tsch sch schtsch  y  e ju ja i ji je g jo u".split(
            " "
        ),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a w g d e s i th i k l m n x o p r s s t i f ch ps o".split(),
        strict=True,
    )
)
_LETTERS = _CYRILLIC | _GREEK
_LETTERS |= {upper.upper(): low.capitalize() for upper, low in _LETTERS.items()}
"""Names in their own script, as a German newspaper would write them, roughly."""
_GREEK_NAMES = dict(
    zip(
        "αβγδεζηθικλμνξπρστφχψω",
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Jota Kappa Lambda My Ny Xi Pi Rho Sigma Tau Phi Chi Psi "
        "Omega".split(),
        strict=True,
    )
)
_GREEK_NAMES |= {letter.upper(): name for letter, name in _GREEK_NAMES.items()} | {"Ω": "Ohm"}
_LONE_GREEK = re.compile(r"(?<![^\W\d_])[α-ωΑ-Ω](?![^\W\d_])")
_MICRO = re.compile(r"(?<![^\W\d_])μ(?=[gmslVWA]\b)")

_QUOTES = '„“”«»‹›"‟〝〞'
_APOSTROPHES = "’‘‚‛ʼ`´"
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\x00-\x1f\x7f-\x9f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f]")
_COMPATIBLE = re.compile(
    "[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff\u2100-\u2115\u2117-\u211f\u2121\u2123-\u214f\u2160-\u217f"
    "\u2080-\u2089\u2460-\u249b‼⁇-⁉⁄∕﹪﹩]"
)
"""Ligatures, full-width, circled, lowered and mathematical characters: other shapes of plain ones."""
_SAME = str.maketrans(
    "․‥‽⁏、。‧・❓❔❗❕➕➖➗✖✕∕∶∖∣⟶⟹⟵➔➙➛➜➝➞➡⇨⇾⬆⇑⬇⇓⬅⇐⇦⁎∗",
    ".…?;,.··??!!+−÷××/:\\|→⇒←→→→→→→→→→↑↑↓↓←←←**",
)
"""Other shapes of the same sign."""
_TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,300}>")
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]|[†‡](?!\s?\d)")
_RAISED = re.compile(r"([^\W_]{0,12})([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})")
_POWER = re.compile(r"(?:\d{0,6}(?:[kcdm]?m|ft|mi)|mc|10|2|[a-zA-Z])\Z")
"""What a raised figure is a power of; behind anything else it is the number of a footnote."""
_SUFFIX = re.compile(r"(?<=[^\W\d_])\((innen|in|en|er|es|[enrs])\)")
_RANGE = re.compile(r"(?<![\d.,])(\d{1,6}) [–—-] (\d{1,6})(?![\d.,]\d|\d)")
_BULLETS = "•◦▪▫▸►●○■□◆◇‣⁃∙➤➢➣☞☛▶▷◀◁‖"
_LOST = frozenset({"So", "Sk", "Sm", "Sc", "Co", "Cn", "No", "Nl", "Po"})
_KEPT_AT_LAST = frozenset("°+−=$€£%&§/@'\".,;:!?‰")
"""Marks, and signs that an engine which gets them can read; where figures are spelled, the language has said them."""


def _characters(text: str) -> str:
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8"))
    text = text.replace("\u2116", "# ").translate(_SAME)
    text = _COMPATIBLE.sub(lambda m: unicodedata.normalize("NFKC", m[0]).replace("⁄", "/"), text)
    text = _INVISIBLE.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _MICRO.sub("µ", text)
    text = _LONE_GREEK.sub(lambda m: _GREEK_NAMES.get(m[0], m[0]), text)
    return "".join(_LETTERS.get(character, character) for character in text)


def _raised(match: re.Match[str]) -> str:
    return match[0] if _POWER.match(match[1]) else match[1]


def _eye_only(text: str) -> str:
    """Tags, footnote marks, Markdown's signs. A star or a line within a word, ``* 1946`` and ``~5`` stay."""
    text = _TAG.sub(" ", text)
    text = _RAISED.sub(_raised, _FOOTNOTE.sub("", text))
    text = re.sub(r"[*_~]{2,}|#{2,}|#(?=\s[^\W\d])|\\", " ", text)
    text = re.sub(r"(?<![^\W\d_])[*_](?!\s?\d{4})|[*_](?![^\W\d_]|\s?\d{4})", " ", text)
    return re.sub(r"~(?!\s?\d)|(?<!\w)\^|\^(?!\w)", " ", text)


def _pauses(text: str) -> str:
    """Quotation marks fall away; dashes between words, bullets and brackets become commas, dots a full stop."""
    text = "".join("'" if c in _APOSTROPHES else c for c in text if c not in _QUOTES)
    text = re.sub(r"\s*(?:\.\s?){2,}\.?|\s*…+", "… ", text)
    text = re.sub(r"…\s+(?=[a-zäöü])", ", ", text).replace("…", ".")
    text = _RANGE.sub(_range, text)
    text = re.sub(r"(?<=[%‰€$£°]) [–—-] (?=\d[\d.,]{0,12}\s?[%‰€$£°])", "–", text)
    text = re.sub(r"\s[–—‒―-]{1,3}(?=[\s,;:.!?])|[—―]", ", ", text)
    text = re.sub(rf"\s?[{_BULLETS}|¦¶]\s?|\s·\s(?!\d)|(?<!\d)\s·\s", ", ", text)
    text = re.sub(r"(?<=[^\W\d_])\(inn\)en\b", ":innen", text)
    text = _SUFFIX.sub(lambda m: f":{m[1]}" if m[1].startswith("in") else m[1], text)
    return re.sub(r"\s?[()\[\]{}]\s?", " , ", text)


def _range(match: re.Match[str]) -> str:
    """``10 – 12`` is a range, ``2018 – 24 Stunden später`` is a thought between dashes."""
    low, high = match[1], match[2]
    return f"{low}–{high}" if int(low) < int(high) and len(high) - len(low) < 2 else match[0]


def clean(text: str) -> str:
    """``text`` in NFC with plain spaces, without markup, quotation marks and control characters."""
    return " ".join(_pauses(_eye_only(_characters(text))).split())


def tidy(text: str) -> str:
    """Signs away that nobody has said; one space between words, none before a mark, of several marks the heaviest."""
    text = re.sub(r"[*_#~|\\^]|(?<!\w)'(?!\w)", " ", text)
    text = "".join(
        " " if unicodedata.category(c) in _LOST and c not in _KEPT_AT_LAST and not _fraction(c) else c
        for c in text
    )
    text = _SPACES.sub(" ", text)
    text = re.sub(r" ?[,;:.!?](?: ?[,;:.!?])+", _heaviest, text)
    text = re.sub(r" +(?=[,;:.!?])", "", text)
    return text.strip(" ,;")


def _fraction(character: str) -> bool:
    return "⁄" in unicodedata.normalize("NFKC", character) or character in "²³"


def _heaviest(match: re.Match[str]) -> str:
    marks = match[0]
    if marks[0] == "." and marks[1] in ",;:!?":  # the dot of an abbreviation
        marks = marks[1:]
    return next(mark for mark in "?!.:;," if mark in marks)
