"""One HTTP request for speech, with all its limits; what a service's refusal means for the person at the keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from podcast.errors import EngineError, OutageError
from podcast.speech.engines.online_pace import retry_after_s

if TYPE_CHECKING:
    from collections.abc import Callable

    import requests

__all__ = ["CONNECT_TIMEOUT_S", "AttemptError", "Key", "Request", "post"]

CONNECT_TIMEOUT_S = 10.0
CHUNK = 1024
"""Bytes read at a time: small, so that an answer that drips is noticed to be late."""
MESSAGE_BYTES = 10_000
MESSAGE_CHARACTERS = 160
PASSING = frozenset({408, 409, 425, 429})
"""Besides 5xx: refusals that may be over in a moment."""
NO_CREDIT = re.compile(r"insufficient_quota|quota_exceeded|billing|payment_required")
NO_SUCH = re.compile(r"voice_not_found|model_not_found|invalid_voice|voice_does_not_exist")


class AttemptError(Exception):
    """One attempt that failed and may be repeated; its text is the reason.

    ``retry_after_s`` is what the service asked to wait. ``other`` says that another text may well be spoken.
    """

    def __init__(self, reason: str, *, retry_after_s: float = 0.0, other: bool = False) -> None:
        super().__init__(reason)
        self.retry_after_s = retry_after_s
        self.other = other


@dataclass(frozen=True)
class Key:
    """A service's key: the variable it comes from, the header it goes into, and what stands before it there.

    ``value`` is kept out of every text: it is not in the ``repr``.
    """

    variable: str
    value: str
    header: str = "Authorization"
    before: str = "Bearer "

    def __repr__(self) -> str:
        return f"Key({self.variable})"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of whom. ``engine`` and ``what`` ("model 'x', voice 'y'") are for messages; ``key`` may be none.

    ``largest`` is in bytes, ``silent_s`` the seconds without a byte after which the answer is given up.
    """

    engine: str
    url: str
    body: Mapping[str, object]
    key: Key | None
    what: str
    largest: int
    silent_s: float


def post(request: Request, cancelled: Callable[[], bool]) -> bytes:
    """The answer's body.

    Environment proxies are used; redirects are not followed and a ``.netrc`` is not read: the key goes to the address
    that show.toml names and nowhere else.

    Raises ``AttemptError`` for what may pass, ``OutageError`` and ``EngineError`` for what will not.
    """
    import requests

    headers = {"Accept-Encoding": "identity", "Content-Type": "application/json", "User-Agent": "alana-ben"}
    try:
        with (
            requests.Session() as session,
            session.post(
                request.url,
                data=json.dumps(request.body).encode(),
                headers=headers,
                auth=_auth(request.key),
                timeout=(min(CONNECT_TIMEOUT_S, request.silent_s), request.silent_s),
                stream=True,
                allow_redirects=False,
            ) as response,
        ):
            if response.status_code != 200:
                _refused(request, response)
            return _body(request, response, cancelled)
    except requests.exceptions.Timeout as error:
        raise AttemptError("the service took too long to answer") from error
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
        raise AttemptError("the service's answer broke off") from error
    except requests.exceptions.ConnectionError as error:
        if "Read timed out" in str(error):  # while the body was being read
            raise AttemptError("the service took too long to answer") from error
        raise AttemptError("the service cannot be reached (is there a network?)") from error
    except (requests.exceptions.RequestException, UnicodeError) as error:
        raise OutageError(
            f"{request.engine}: {request.url} cannot be asked: check base_url in show.toml"
        ) from error


def _auth(key: Key | None) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    def add(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        if key:
            prepared.headers[key.header] = key.before + key.value
        return prepared

    return add


def _body(request: Request, response: requests.Response, cancelled: Callable[[], bool]) -> bytes:
    out = bytearray()
    for chunk in response.iter_content(CHUNK):
        out += chunk
        if len(out) > request.largest:
            raise AttemptError(f"the answer does not end (over {request.largest / 1e6:.1f} MB)", other=True)
        if cancelled():
            raise AttemptError("the service took too long to answer")
    return bytes(out)


def _refused(request: Request, response: requests.Response) -> NoReturn:
    """Raise what a status other than 200 means."""
    status, name = response.status_code, request.engine
    code, message = _message(request, response)
    key = f"${request.key.variable}" if request.key else ""
    if status < 400:
        raise OutageError(
            f"{name}: {request.url} has moved ({status}): set base_url in show.toml to its new address"
        )
    if status == 402 or NO_CREDIT.search(code):
        raise OutageError(f"{name}: the account has no credit left ({code or status}): top it up")
    if status in PASSING or status >= 500:
        wait = retry_after_s(response.headers.get("Retry-After"), response.headers.get("Date"))
        reason = "refuses because it was asked too often (429)" if status == 429 else f"answered {status}"
        raise AttemptError(f"the service {reason}", retry_after_s=wait)
    if status in {401, 403}:
        way = f"is the key in {key} a valid one for speech?" if key else _no_key(name)
        raise OutageError(f"{name}: the service refuses the key ({code or status}): {way}")
    if status == 404 or NO_SUCH.search(code):
        raise OutageError(
            f"{name}: the service does not know {request.what} at {request.url} ({code or status}): "
            "check voice, model and base_url in show.toml"
        )
    raise EngineError(
        f"{name}: the service does not take this text with {request.what} ({status}"
        f"{': ' + message if message else ''}): check the settings under [engines.{name}] in show.toml"
    )


def _no_key(name: str) -> str:
    return f"name the variable that holds one, as key_env under [engines.{name}] in show.toml"


def _message(request: Request, response: requests.Response) -> tuple[str, str]:
    """The code and the message of a refusal, "" where there is none, in one line and without the key.

    OpenAI's ``{"error": {"code", "type", "message"}}``, ElevenLabs' ``{"detail": {"status", "message"}}``, FastAPI's
    ``{"detail": "…"}`` and ``{"detail": [{"msg"}]}``.
    """
    raw = next(response.iter_content(MESSAGE_BYTES), b"")
    try:
        said = json.loads(raw)
    except ValueError:
        return "", ""
    found = said.get("error") or said.get("detail") or said if isinstance(said, dict) else said
    if isinstance(found, list):
        found = found[0] if found else ""
    if not isinstance(found, dict):
        return "", _line(str(found), request.key)
    codes = (str(found.get(field) or "") for field in ("code", "status", "type"))
    code = next((each for each in codes if re.fullmatch(r"[a-z][a-z_]{2,60}", each)), "")
    return code, _line(str(found.get("message") or found.get("msg") or ""), request.key)


def _line(text: str, key: Key | None) -> str:
    if key:
        text = text.replace(key.value, "…")
    text = re.sub(r"\b(sk|xi)[-_][\w*-]{4,}", "…", text)
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain[:MESSAGE_CHARACTERS]
