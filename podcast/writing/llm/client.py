"""One question to a server, and its answer: patience, limits, and errors that say what to do."""

from __future__ import annotations

import contextlib
import email.utils
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import random
from typing import TYPE_CHECKING, Any

from podcast.writing.llm.failures import DeniedError, OutageError, UnfitError, one_line
from podcast.writing.llm.server import Server
from podcast.writing.llm.wire import NoReplyError, Reply, WebPageError, message_in, reply_in

if TYPE_CHECKING:
    import openai

__all__ = ["Client", "NoClient", "Reply"]

WAITS_S = (1.0, 2.0, 4.0)
"""Before the second, third … attempt, where the server does not say how long."""
JITTER = 0.25
"""So much longer a wait may be, so that parallel requests do not all come back at once."""
MOST_WAIT_S = 60.0
"""A server that asks for more patience than this has no answer for us today."""
CONNECT_S = 10.0
MAX_BYTES = 4_000_000
"""The longest segment has some 20 kB; a server that sends megabytes is broken."""
ERROR_BYTES = 20_000
TRANSPORTS = {"httpx", "httpx2", "httpcore", "httpcore2", "h11", "zlib"}
"""Whose errors mean that an answer broke off; which of them openai uses, its version decides."""
OUTAGES = 2
"""After so many prompts in a row that were given up, the server is taken for dead."""

SHAPE_ATTEMPTS = SLOW_ATTEMPTS = 2
NO_KEY = "none"
"""Servers that want no key get this word: the client insists on one."""


class _StatusError(Exception):
    """An HTTP status that is an error, with the beginning of what came with it."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.headers = headers
        self.body = body


class _AgainError(Exception):
    """An attempt that failed and may be repeated.

    ``wait_s`` is what the server asks for. ``shape``: it may be the request's shape that the server stumbles over;
    ``slow``: another attempt may take as long.
    """

    def __init__(
        self, why: str, wait_s: float | None = None, *, shape: bool = False, slow: bool = False
    ) -> None:
        super().__init__(why)
        self.wait_s = wait_s
        self.shape = shape
        self.slow = slow


def _stop_at_errors(response: Any) -> None:  # noqa: ANN401 (httpx or httpx2, as the installed openai has it)
    """Read no more of an error than is worth showing; openai itself would read all of it."""
    if response.status_code >= 400:
        raise _StatusError(
            response.status_code, dict(response.headers), b"".join(_upto(response.iter_bytes(), ERROR_BYTES))
        )


def _upto(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        yield chunk
        total += len(chunk)
        if total > limit:
            return


class Client:
    """The connection to one server. May be used by several threads at once."""

    def __init__(self, server: Server, timeout_s: float) -> None:
        self._server = server
        self._timeout_s = timeout_s
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._openai: openai.OpenAI | None = None
        self._given_up = 0
        self._down: OutageError | None = None

    def close(self) -> None:
        """End all waits and let go of the connections."""
        self._closed.set()
        with self._lock, contextlib.suppress(Exception):
            if self._openai is not None:
                self._openai.close()

    @property
    def down(self) -> OutageError | None:
        """Why the server is taken for dead; ``None`` while it is not."""
        return self._down

    def send(
        self, messages: Sequence[Mapping[str, str]], *, patient: bool = True, **settings: object
    ) -> Reply:
        """Ask. ``settings`` go into the request as they are.

        With ``patient`` a server's error 500 is waited out; without it, two in a row are taken for its word on this
        request's shape: llama-cpp-python says 500 to a schema.
        Raises ``OutageError``, ``DeniedError``, ``UnfitError``.
        """
        if self._down:
            raise self._down
        try:
            reply = self._with_patience(messages, settings, patient=patient)
        except UnfitError:
            raise
        except OutageError as error:
            with self._lock:
                self._given_up += 1
                if isinstance(error, DeniedError) or self._given_up >= OUTAGES:
                    self._down = error
            raise
        with self._lock:
            self._given_up = 0
        return reply

    def _with_patience(
        self, messages: Sequence[Mapping[str, str]], settings: Mapping[str, object], *, patient: bool
    ) -> Reply:
        why = ""
        for attempt, wait_s in enumerate((*WAITS_S, None), 1):
            try:
                return self._once(messages, settings)
            except _AgainError as error:
                why = str(error)
                if error.shape and not patient and attempt >= SHAPE_ATTEMPTS:
                    raise UnfitError(why) from error
                if wait_s is None or (error.slow and attempt >= SLOW_ATTEMPTS):
                    break
                asked = error.wait_s
                if asked is not None and asked > MOST_WAIT_S:
                    raise OutageError(
                        f"{self._server.shown} {why}, and asks to wait {asked:.0f} s"
                    ) from error
                if self._closed.wait((wait_s if asked is None else asked) * (1 + JITTER * random())):  # noqa: S311
                    raise OutageError("the work was ended") from error
        raise OutageError(f"{self._server.shown} {why}, {attempt} times")

    def _once(self, messages: Sequence[Mapping[str, str]], settings: Mapping[str, object]) -> Reply:
        import openai

        try:
            data = self._fetch(messages, settings)
        except _StatusError as error:
            raise self._meant(error) from error
        except openai.APITimeoutError as error:
            raise _AgainError(f"did not answer within {self._timeout_s:g} s", slow=True) from error
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, _StatusError):
                raise self._meant(error.__cause__) from error
            raise _AgainError(f"cannot be reached ({self._said(str(error.__cause__ or error))})") from error
        except openai.OpenAIError as error:
            raise OutageError(f"{self._server.shown}: {self._said(str(error))}") from error
        return self._read(data)

    def _fetch(self, messages: Sequence[Mapping[str, str]], settings: Mapping[str, object]) -> bytes:
        """The bytes of an answer, no more than ``MAX_BYTES`` and no longer than the time limit."""
        import openai

        request: Any = {"model": self._server.model, "messages": list(messages), **settings}
        try:
            with self._connected().chat.completions.with_streaming_response.create(**request) as response:
                return self._limited(response.iter_bytes(65_536))
        except openai.OpenAIError:
            raise
        except Exception as error:
            if not isinstance(error, OSError) and type(error).__module__.partition(".")[0] not in TRANSPORTS:
                raise
            why = self._said(str(error) or type(error).__name__)
            raise _AgainError(f"broke off its answer ({why})") from error

    def _limited(self, chunks: Iterator[bytes]) -> bytes:
        begun = time.monotonic()
        data: list[bytes] = []
        size = 0
        for chunk in chunks:
            data.append(chunk)
            size += len(chunk)
            if size > MAX_BYTES:
                raise OutageError(
                    f"{self._server.shown} sends an answer of more than {MAX_BYTES // 1_000_000} MB: "
                    "that is no answer to what was asked"
                )
            if time.monotonic() - begun > self._timeout_s:
                raise _AgainError(f"did not end its answer within {self._timeout_s:g} s", slow=True)
        return b"".join(data)

    def _connected(self) -> openai.OpenAI:
        with self._lock:
            if self._openai is None:
                import openai

                self._openai = openai.OpenAI(
                    api_key=self._server.key or NO_KEY,
                    base_url=self._server.base_url,
                    max_retries=0,
                    timeout=openai.Timeout(self._timeout_s, connect=min(CONNECT_S, self._timeout_s)),
                    http_client=openai.DefaultHttpxClient(event_hooks={"response": [_stop_at_errors]}),
                )
            return self._openai

    def _said(self, text: str) -> str:
        return one_line(self._server.scrub(text))

    def _meant(self, error: _StatusError) -> Exception:
        """What a status means for the work."""
        shown, status = self._server.shown, error.status
        text = self._said(message_in(error.body))
        said = f": {text}" if text else ""
        if status in {401, 403}:
            hint = "" if self._server.key else "; name the variable with your key: key_env under [model]"
            return DeniedError(f"{shown} does not let us in (HTTP {status}{said}){hint}")
        if status == 404:
            return DeniedError(
                f"{shown} knows no model {self._server.model!r}, or base_url does not end where it should, "
                f"usually in /v1 (HTTP 404{said})"
            )
        if status == 402 or (status == 429 and "quota" in text.lower()):
            return DeniedError(f"{shown} wants to be paid first (HTTP {status}{said})")
        if status in {408, 409, 425, 429} or (status >= 500 and status != 501):
            kind = "is asked too often" if status == 429 else "fails"
            return _AgainError(
                f"{kind} (HTTP {status}{said})", _retry_after(error.headers), shape=status >= 500
            )
        return UnfitError(text or f"HTTP {status}")

    def _read(self, data: bytes) -> Reply:
        """The answer in the server's JSON, without the key, should the server say it back."""
        try:
            reply = reply_in(data)
        except WebPageError as error:
            raise OutageError(
                f"{self._server.shown} answers with a web page: base_url is not that of a model's server "
                "(it usually ends in /v1)"
            ) from error
        except NoReplyError as error:
            why = self._said(str(error))
            raise _AgainError(f"sends no answer{f' ({why})' if why else ''}") from error
        return replace(reply, text=self._server.scrub(reply.text))


class NoClient(Client):
    """The connection of a rehearsal: whatever is asked, nobody answers and nothing goes out."""

    def send(
        self, messages: Sequence[Mapping[str, str]], *, patient: bool = True, **settings: object
    ) -> Reply:
        """Answer nothing. Raises ``DeniedError``."""
        self._down = DeniedError("nothing is sent")
        raise self._down


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to wait: ``retry-after-ms``, ``retry-after`` in seconds or as a date."""
    for name, divisor in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        with contextlib.suppress(KeyError, ValueError):
            seconds = float(headers[name]) / divisor
            if seconds >= 0:
                return seconds
    with contextlib.suppress(KeyError, ValueError, TypeError):
        return max(0.0, email.utils.parsedate_to_datetime(headers["retry-after"]).timestamp() - time.time())
    return None
