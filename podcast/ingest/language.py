"""Which language an article is in: what its producer or file says, else what its words say."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from podcast.errors import ArticleError, CallError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["LANGUAGES", "choose_language"]

LANGUAGES = ("de", "en")
_NAMES = {
    "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "uk": "Ukrainian", "tr": "Turkish", "cs": "Czech", "sv": "Swedish", "da": "Danish",
    "no": "Norwegian", "hu": "Hungarian", "ro": "Romanian", "el": "Greek", "ar": "Arabic", "zh": "Chinese",
    "ja": "Japanese",
}  # fmt: skip

# Measured: 300 characters of German or English are never taken for another language with this probability;
# below that names and quotations in other languages weigh too much.
SURE = 0.99
MIN_LETTERS = 300
MIN_WORDS = 60
SAMPLE = 20_000


_SMALL_WORDS = {
    "de": "der die das und nicht ist ein eine einen mit sich auch auf für von dem den des wird sind es sie er im zu",
    "en": "the of and to in is that was for with on as by it he are not have from they has been his their which",
}
# Measured on articles of both languages: 0.25 to 0.45 of the words are small ones of their own language,
# 0.00 to 0.06 small ones of the other. The model, which takes a second to load, is for the rest.
CLEAR_SHARE = 0.2
CLEAR_RATIO = 3.0


def _by_small_words(text: str) -> str:
    """``"de"`` or ``"en"`` where the small words leave no doubt, else ``""``."""
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].casefold())
    shares = {
        code: sum(word in small for word in words) / max(len(words), 1)
        for code, small in ((code, frozenset(text.split())) for code, text in _SMALL_WORDS.items())
    }
    (most, best), (least, _) = sorted(((share, code) for code, share in shares.items()), reverse=True)
    return best if len(words) >= MIN_WORDS and most >= CLEAR_SHARE and most >= CLEAR_RATIO * least else ""


@functools.cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _guess(text: str) -> tuple[str, float, str]:
    """The likeliest language of all, its probability, and the likelier one of ours (``""`` if neither)."""
    ranked = [(str(code), float(p)) for code, p in _identifier().rank(text[:SAMPLE])]
    ours = [(p, code) for code, p in ranked if code in LANGUAGES]
    best, second = sorted(ours, reverse=True)
    return *ranked[0], best[1] if best[0] > 2 * second[0] else ""


def choose_language(text: str, *, given: str | None, found: str, sure: bool, default: str) -> str:
    """``"de"`` or ``"en"``: the given one, else a ``sure`` found one, else by the words, else the default.

    ``found`` is what the file says ("de-AT"); one that is not ``sure`` (a page's ``lang``, which page
    generators get wrong) gives way to words that clearly say otherwise. Raises ``CallError`` for a given
    language, ``ArticleError`` for an article's that is not ours.
    """
    if given:
        if _short(given) not in LANGUAGES:
            raise CallError(f"language {given!r} is not spoken here; choose one of: {', '.join(LANGUAGES)}")
        return _short(given)
    said = _short(found)
    if said and sure:
        if said not in LANGUAGES:
            raise _foreign(said)
        return said
    if clear := _by_small_words(text):
        return clear
    guess, probability, ours = _guess(text)
    letters = sum(c.isalpha() for c in text[:SAMPLE])
    if letters >= MIN_LETTERS and probability >= SURE:
        if guess not in LANGUAGES:
            raise _foreign(guess)
        return guess
    if said in LANGUAGES:
        return said
    return ours or _short(default)


def _short(language: str) -> str:
    return language.strip().replace("_", "-").split("-")[0].lower()


def _foreign(code: str) -> ArticleError:
    name = _NAMES.get(code, f"in the language {code!r}")
    return ArticleError(
        f"the article seems to be {name}, but only German and English are spoken here; "
        "if that is wrong, say --language de or --language en"
    )
