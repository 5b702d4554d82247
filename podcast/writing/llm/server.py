"""Which model, on which server, with which key: from show.toml and the environment. Sends nothing."""

from __future__ import annotations

import importlib.util
import os
import urllib.parse
from dataclasses import dataclass, field

from podcast.errors import CallError
from podcast.show import Show
from podcast.writing.llm.failures import ModelError

__all__ = ["Server", "ready", "server_of"]

OPENAI = "https://api.openai.com/v1"
HIDDEN = "…"
LEAST_SECRET_CHARS = 4
"""A "key" shorter than this ("x", for a server that wants none) is no secret, and hiding it would maim texts."""


@dataclass(frozen=True, slots=True)
class Server:
    """A model and where it is.

    ``base_url`` is what is called, ``shown`` the same without user, password and query: for people, manifests
    and cache keys. ``key`` is ``""`` for a server that wants none.
    """

    model: str
    base_url: str = field(repr=False)
    shown: str
    key: str = field(repr=False)

    def scrub(self, text: str) -> str:
        """``text`` without the key and without the address's password, should they stand in it."""
        parts = urllib.parse.urlsplit(self.base_url)
        secrets = [self.key, parts.password or "", urllib.parse.unquote(parts.password or ""), parts.query]
        for secret in secrets:
            if len(secret) >= LEAST_SECRET_CHARS:
                text = text.replace(secret, HIDDEN)
        return text


def server_of(show: Show) -> Server:
    """The model and its server.

    Raises ``CallError`` in one line where the model has no name, the address is none, or the key is missing.
    """
    model = os.environ.get("PODCAST_MODEL", "").strip() or show.model.name.strip()
    if not model:
        raise CallError(
            '--writer llm needs a model: write name = "…" under [model] in show.toml, or set $PODCAST_MODEL'
        )
    ours = os.environ.get("PODCAST_BASE_URL", "").strip() or show.model.base_url.strip()
    theirs = "" if ours else os.environ.get("OPENAI_BASE_URL", "").strip()
    base_url = (ours or theirs or OPENAI).rstrip("/")
    try:
        parts = urllib.parse.urlsplit(base_url)
        place = f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""
    except ValueError:
        place = ""
    if not place or parts.scheme not in {"http", "https"}:
        raise CallError("[model] base_url is no address: write it like http://localhost:11434/v1")
    shown = urllib.parse.urlunsplit((parts.scheme, place, parts.path, "", ""))
    official = bool(theirs) or parts.hostname == "api.openai.com"
    return Server(model, base_url, shown, _key(show, official=official))


def _key(show: Show, *, official: bool) -> str:
    """The key; OpenAI's own goes to no other server unless ``key_env`` says so."""
    name = show.model.key_env.strip()
    wanted = name or ("OPENAI_API_KEY" if official else "")
    if not wanted:
        return ""
    key = os.environ.get(wanted, "").strip()
    if not key:
        why = "[model] key_env names it" if name else "OpenAI wants a key"
        raise CallError(f"the environment variable {wanted} is not set ({why}): export {wanted}=…")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise CallError(f"what {wanted} holds is no key: it has spaces or letters that no key has")
    return key


def ready(show: Show) -> None:
    """Find out before any work whether a model can be asked at all. Sends nothing.

    Raises ``CallError`` (no model named, no key, no address) or ``ModelError`` (no package), each in one line
    with what mends it.
    """
    server_of(show)
    if importlib.util.find_spec("openai") is None:
        raise ModelError("--writer llm needs the package openai: pip install 'alana-ben[llm]'")
