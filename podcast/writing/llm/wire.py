"""A server's JSON as an answer, or as the reason why there is none. Servers differ in what they leave out. Pure."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import msgspec

__all__ = ["NoReplyError", "Reply", "WebPageError", "message_in", "reply_in"]

MESSAGE_BYTES = 20_000


class WebPageError(Exception):
    """What came is a page for a browser."""


class NoReplyError(Exception):
    """What came holds no answer; the text is the server's reason, where it gives one."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered. ``finish`` is the server's reason to stop ("stop", "length", …).

    Tokens are the server's count, ``None`` where it does not count.
    """

    text: str
    finish: str
    refused: bool
    tokens_in: int | None
    tokens_out: int | None


def reply_in(data: bytes) -> Reply:
    """The answer in a chat completion. Raises ``WebPageError``, ``NoReplyError``."""
    try:
        value: object = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if data[:200].lstrip().startswith(b"<"):
            raise WebPageError from error
        raise NoReplyError("something that is no JSON") from error
    choice = _at(value, "choices", 0)
    message = _at(choice, "message")
    if not isinstance(message, dict):
        raise NoReplyError(message_in(data))
    refusal = message.get("refusal")
    usage = _at(value, "usage")
    return Reply(
        text=_text(message.get("content")),
        finish=str(_at(choice, "finish_reason") or ""),
        refused=isinstance(refusal, str) and bool(refusal.strip()),
        tokens_in=_count(_at(usage, "prompt_tokens")),
        tokens_out=_count(_at(usage, "completion_tokens")),
    )


def _at(value: object, *path: str | int) -> object:
    """What stands in nested JSON, ``None`` where there is nothing."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and len(value) > step:
            value = value[step]
        else:
            return None
    return value


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _text(content: object) -> str:
    """A message's words; some servers send a list of parts, thoughts among them."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = [
            part.get("text") for part in content if isinstance(part, dict) and part.get("type") == "text"
        ]
        return "".join(part for part in parts if isinstance(part, str))
    return ""


def message_in(body: bytes) -> str:
    """The reason in an error's body, whatever form the server gives it."""
    text = body[:MESSAGE_BYTES].decode("utf-8", "replace")
    try:
        value: object = msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        bare = re.sub(r"(?s)<(script|style).*?</\1>|<[^>]*>", " ", text)
        return html.unescape(bare).strip()
    for path in (("error", "message"), ("error",), ("message",), ("detail",)):
        found = _at(value, *path)
        if isinstance(found, str):
            return found
        if found:
            return msgspec.json.encode(found).decode()
    return ""
