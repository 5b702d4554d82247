"""English: web addresses, mail, hashtags and @names as they are said. Pure functions, str to str."""

from __future__ import annotations

import re

__all__ = ["handles", "urls"]

_ENDINGS = "com|org|net|gov|edu|mil|int|info|co|us|uk|eu|io|ai|tv|fm|app|dev|news|de|fr|ca|au|ru|ua|cn|ch|at"
"""Last parts by which an address is known without ``www.``; words of English ("in", "it", "me") are left out."""
_LETTERS = frozenset("us uk eu io ai tv fm".split())  # noqa: SIM905
_BARE = re.compile(
    rf"(?<![\w.@/-])(?P<rest>(?:[A-Za-z0-9][\w-]{{0,62}}\.){{1,6}}(?:{_ENDINGS})(?:/[^\s,;]{{0,2000}}?)?)"
    r"(?=[.,;:!?]*(?:\s|$)|'s\b)"
)
_FULL = re.compile(r"\b(?:https?://|(?=www\.))(?P<rest>[^\s,;]{3,2000}?)(?=[.,;:!?]*(?:\s|$))")
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]|\d+")


def _host(host: str) -> str:
    *names, last = re.sub(r"^www\.", "", host).split(".")
    last = " ".join(last.upper()) if names and last.casefold() in _LETTERS else last
    return " dot ".join([*names, last])


def _address(match: re.Match[str]) -> str:
    host, _, path = match["rest"].partition("/")
    path = path.strip("/")
    # A long path, or one with a query, is for machines: nobody reads it out.
    short = path and len(path) <= 30 and not set(path) & set("?=&%#")
    name = _host(host).replace("-", " dash ")
    return name + (" slash " + re.sub(r"[-_.]", " ", path).replace("/", " slash ") if short else "")


def _mail(match: re.Match[str]) -> str:
    user, _, host = match[0].partition("@")
    words = user.replace(".", " dot ").replace("+", " plus ").replace("_", " underscore ")
    return f"{words} at {_host(host)}".replace("-", " dash ")


def urls(text: str) -> str:
    """``nytimes.com/politics`` becomes ``nytimes dot com slash politics``; mail with ``at`` and ``dot``."""
    text = re.sub(r"(?<=\w)\.(?=(?:pdf|docx?|xlsx?|html?|js|txt|csv|mp3|mp4|jpe?g|png|exe)\b)", " dot ", text)
    return _BARE.sub(_address, _FULL.sub(_address, _MAIL.sub(_mail, text)))


def _split(name: str) -> str:
    return " ".join(_CAMEL.findall(name))


def handles(text: str) -> str:
    """``#MeToo`` becomes ``hashtag Me Too``, ``#1`` ``number 1``, ``@POTUS`` ``at POTUS``."""
    text = re.sub(r"(?<![\w&])#\s?(?=\d+\b)", "number ", text)
    text = re.sub(r"(?<![\w&])#(\w{1,100})", lambda m: f"hashtag {_split(m[1])}", text)
    return re.sub(r"(?<![\w.])@(\w{1,100})", lambda m: f"at {_split(m[1])}", text)
