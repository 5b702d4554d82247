"""German: addresses of the web and of mail, hashtags, names of users, for every engine."""

from __future__ import annotations

import re

__all__ = ["nets"]

_LONG_PATH = 40
"""Characters: nobody says a longer one; the site alone is named."""
_TOP = "de|com|org|net|gov|edu|eu|info"
_BARE = re.compile(
    rf"(?<![\w@./-])([\w-]{{2,60}}(?:\.[\w-]{{1,60}}){{0,3}}\.(?:{_TOP}))((?:/[\w/-]{{1,200}})?)(?![\w/@])"
)
_FULL = re.compile(r"\b(?:https?://|(?=www\.))([^\s,;]{3,2000}?)(?=[.,;:!?]*(?:\s|$))")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+")


def nets(text: str) -> str:
    """Addresses as they are said; ``#MeToo`` is "Hashtag Me Too", ``#1`` is "Nummer 1", ``@name`` "ätt name"."""
    text = _MAIL.sub(_mail, text)
    text = _FULL.sub(_address, text)
    text = _BARE.sub(lambda m: _site(m[1], m[2]), text)
    text = re.sub(r"(?<![\w&])#\s?(?=\d)", "Nummer ", text)
    text = re.sub(r"(?<![\w&])#([^\W\d_]\w{0,80})", lambda m: f"Hashtag {_apart(m[1])}", text)
    text = re.sub(r"(?<![\w.])@([A-Za-z]\w{0,40})", lambda m: f"ätt {_apart(m[1])}", text)
    return re.sub(r"\s?@\s?", " ätt ", text)


def _mail(match: re.Match[str]) -> str:
    return (
        match[0]
        .replace("@", " ätt ")
        .replace(".", " Punkt ")
        .replace("-", " minus ")
        .replace("_", " Unterstrich ")
    )


def _address(match: re.Match[str]) -> str:
    host, _, path = match[1].partition("/")
    return _site(host, path)


def _site(host: str, path: str) -> str:
    parts = [part for part in path.split("/") if part]
    if len(path) > _LONG_PATH or re.search(r"[^\w/.-]", path):
        parts = []
    name = re.sub(r"^www\.", "", host).replace(".", " Punkt ").replace("-", " ")
    return name + "".join(f" Schrägstrich {part.replace('-', ' ')}" for part in parts)


def _apart(name: str) -> str:
    """``realDonaldTrump`` and ``black_lives``: words of their own."""
    name = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[A-ZÄÖÜ])(?=[A-ZÄÖÜ][a-zäöüß])", " ", name)
    return name.replace("_", " ")
