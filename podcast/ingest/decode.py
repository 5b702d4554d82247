"""Bytes → text: UTF-8, UTF-16 and UTF-32 with a mark, Windows-1252. Anything else is an error, never "?"."""

from __future__ import annotations

import codecs
import re
import unicodedata

from podcast.errors import ArticleError

__all__ = ["clean", "decode", "decode_html"]

# The longer marks first: UTF-32 little-endian begins like UTF-16 little-endian.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Two-byte UTF-8 of Latin letters, or three-byte UTF-8 of quotation marks and dashes.
_UTF8_PAIR = re.compile(rb"[\xc3\xc4\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
# Windows-1252 has these signs where DOS and Mac code pages have umlauts; no text has them inside words.
_MISREAD = re.compile(r"[A-Za-z][€‚ƒ„†‡ˆ‰‹“”•˜™›¤¦§¨¬¯±¶¸¹º»¼½¾¿×÷][a-z]")
# … or capitals in the middle of a word.
_MISREAD_CAPITAL = re.compile(r"[a-z][ŠŸŽŒÀ-ÖØ-Þ][a-z]|\b[A-Z][ŠŸŽŒÀ-ÖØ-Þ][a-z]")
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)

# Other languages' Latin letters are rare in German and English: more than this share is another code page.
MAX_FOREIGN_SHARE = 0.3

_INVISIBLE = dict.fromkeys(
    [
        0xAD,
        0x34F,
        0x61C,
        0x180E,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ]
)
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029], "\n")
_TABLE = {**_INVISIBLE, **_SPACES, **_BREAKS}
_CONTROL_TABLE = dict.fromkeys([*range(9), *range(14, 32), *range(127, 160)])


def clean(text: str) -> str:
    """NFC; all spaces plain ones, all line ends line feeds; soft hyphens, zero-width and control signs away."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE).translate(_CONTROL_TABLE)
    # Lone surrogates (a broken \ud800 of an HTML or JSON escape) can be written to no file.
    text = "".join(c for c in text if not "\ud800" <= c <= "\udfff") if not text.isascii() else text
    return unicodedata.normalize("NFC", text)


def _binary(name: str) -> ArticleError:
    return ArticleError(
        f"{name} is not text (it has control characters); save it as UTF-8 text and try again"
    )


def _checked(text: str, name: str) -> str:
    if _CONTROL.search(text):
        raise _binary(name)
    return text


def _windows(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name} is neither UTF-8 nor Windows-1252 (byte {error.start + 1} is {data[error.start]:#04x}); "
            "save it as UTF-8 and try again"
        ) from error
    letters = sum(c.isalpha() for c in text)
    misread = len(_MISREAD.findall(text)) + len(_MISREAD_CAPITAL.findall(text))
    foreign = sum(c.isalpha() and not c.isascii() for c in text)
    if (foreign > 3 and foreign > MAX_FOREIGN_SHARE * letters) or misread > 1:
        raise ArticleError(
            f"{name} is neither UTF-8 nor Windows-1252 (its letters make no words); save it as UTF-8 and try again"
        )
    return text


def decode(data: bytes, name: str) -> str:
    """The text of a file. ``name`` is how the message calls it. Raises ``ArticleError``."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise ArticleError(
                    f"{name} is damaged: it says it is {codec.upper()}, but byte {error.start + 1} is none"
                ) from error
    try:
        return _checked(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        if _CONTROL.search(data.decode("latin-1")):
            raise _binary(name) from error
        # Read as Windows-1252, a UTF-8 file with one broken byte would turn every umlaut into two signs.
        if _UTF8_PAIR.search(data):
            raise ArticleError(
                f"{name} is damaged: it is UTF-8, but not at byte {error.start + 1}; save it again as UTF-8"
            ) from error
    return _checked(_windows(data, name), name)


def decode_html(data: bytes, name: str, charset: str = "") -> str:
    """The text of a page: by its mark, by ``charset`` (the server's word), by its own ``<meta>``, else ``decode``.

    Bytes that do not fit what was announced are read as any other file is. Raises ``ArticleError``.
    """
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return decode(data, name)
    announced = [charset]
    if found := _CHARSET.search(data[:4096]):
        announced.append(found[1].decode("ascii", "replace"))
    for label in announced:
        try:
            codec = codecs.lookup(label.strip("\"' ")).name if label else ""
            if not codec or codec in ("utf-8", "ascii") or codec.startswith("utf-16"):
                continue
            # Browsers read "ISO-8859-1" as Windows-1252, and so do pages mean it.
            return data.decode("cp1252" if codec in ("iso8859-1", "latin-1") else codec)
        except (LookupError, UnicodeError):
            continue
    return decode(data, name)
