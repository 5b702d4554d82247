"""German: acronyms letter by letter or as words, and the words that a German voice does not know."""

from __future__ import annotations

import re

from podcast.speech.acronyms_de import ACRONYMS, LETTERS_WITH_S, SPOKEN_ACRONYMS
from podcast.speech.words_de import LEXICON

__all__ = ["acronyms", "lexicon"]

_NAMED = re.compile(
    r"(?<!\w)("
    + "|".join(re.escape(name) for name in sorted(ACRONYMS, key=lambda name: (-len(name), name)))
    + r")(s)?(?!\w)"
)
_SMALL_WORDS = re.compile(
    r"\b(?:DER|DIE|DAS|DEN|DEM|DES|UND|IN|IM|AM|AUF|MIT|FÜR|VON|ZU|EIN|EINE|IST|NICHT|THE|OF|AND)\b"
)
_LONG = re.compile(r"[A-ZÄÖÜ]{6}")


def acronyms(text: str) -> str:
    """``AfD`` and ``CDU`` letter by letter, ``NATO`` as a word, a line in capitals as words."""
    text = re.sub(r"\b[A-ZÄÖÜ]{2,}(?:[ ,-]+[A-ZÄÖÜ]{2,}){3,}\b", _shouted, text)
    text = _NAMED.sub(_named, text)
    text = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ]{3,}\b)", " ", text)  # "BuzzTV" stays, "OpenGPT" does not
    text = re.sub(r"\b([A-ZÄÖÜ]{2,})(s)?\b", _letters, text)
    return re.sub(r"(?<=\b[A-ZÄÖÜ])-(?=[a-zäöü]{2})", " ", text)  # "EU-weit"


def _shouted(match: re.Match[str]) -> str:
    words = match[0]
    return words.title() if _SMALL_WORDS.search(words) or _LONG.search(words) else words


def _named(match: re.Match[str]) -> str:
    spoken = ACRONYMS[match[1]]
    return _plural(spoken) if match[2] else spoken


def _letters(match: re.Match[str]) -> str:
    word, plural = match[1], match[2] or ""
    if word in SPOKEN_ACRONYMS or len(word) > 5:
        return word.capitalize() + plural
    return _plural(" ".join(word)) if plural else " ".join(word)


def _plural(spoken: str) -> str:
    last = spoken.rsplit(maxsplit=1)[-1]
    return spoken.removesuffix(last) + LETTERS_WITH_S.get(last, f"{last}s")


def lexicon(text: str) -> str:
    """Words as they sound; compounds with a hyphen in their parts; no sign left that a voice would stumble over."""
    text = re.sub(r"(?<=[A-Za-zäöüß])-(?=[A-ZÄÖÜ])", " ", text)
    text = LEXICON[0].sub(lambda m: LEXICON[1].get(m[1].casefold(), m[1]) + (m[2] or ""), text)
    text = re.sub(r"(?<=\w)\+|(?<!\w)\+", " plus ", text)
    return re.sub(r"[<>%€$£§&/@=°²³]", " ", text)
