"""Fetching one page: http and https only, with a limit on time and on size, and no way into a private network.

The connection goes to the very address that was checked, so a name that resolves otherwise a moment later (DNS
rebinding) leads nowhere else. Proxies named in the environment are not used: they would resolve names themselves.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from podcast.errors import CallError, FetchError
from podcast.ingest.addresses import reachable

__all__ = ["Fetched", "fetch"]

TIMEOUT_S = 30.0
"""For everything together: names, connections, redirects, reading. A slow news page takes about 5 s."""
MAX_BYTES = 20_000_000
MAX_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_TYPES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "text/x-markdown",
    "application/pdf",
    "application/epub+zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/octet-stream",
    "",
)
_HEADERS = {
    "User-Agent": "alana-ben/0.1 (podcast; reads one article for a person)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.1",
    "Accept-Language": "de,en;q=0.8",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: the bytes, their type (lower case, ``""`` unknown), their charset, the last address."""

    data: bytes
    content_type: str
    charset: str
    url: str


class _Deadline:
    """Ends a connection when the time for the whole fetch is over, even one that sends a byte a second."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._socket: socket.socket | None = None
        self.seconds = seconds
        self.over = False
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, sock: socket.socket) -> None:
        self._socket = sock
        if self.over:
            self._cut()

    def _cut(self) -> None:
        self.over = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it was closed already

    @property
    def left(self) -> float:
        """Seconds left, never 0: a socket takes that for "without limit"."""
        return max(0.01, self._end - time.monotonic())

    def stop(self) -> None:
        self._timer.cancel()


def _connect(addresses: list[str], port: int, deadline: _Deadline) -> socket.socket:
    last: OSError = OSError("no address")
    for address in addresses:
        try:
            sock = socket.create_connection((address, port), timeout=deadline.left)
        except OSError as error:
            last = error
            continue
        deadline.watch(sock)
        return sock
    raise last


def _tls(sock: socket.socket, host: str, deadline: _Deadline) -> socket.socket:
    context = ssl.create_default_context()
    try:
        import certifi  # where the system has no certificates (Python from python.org on a Mac)

        context.load_verify_locations(certifi.where())
    except ImportError:
        pass
    try:
        wrapped = context.wrap_socket(sock, server_hostname=host)
    except BaseException:
        sock.close()
        raise
    deadline.watch(wrapped)
    return wrapped


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise CallError(f"{url} is no address of a page") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CallError(f"{url} is no http or https address of a page")
    if parts.username or parts.password:
        raise CallError(f"{parts.hostname}: addresses with a user name or password in them are not fetched")
    return parts


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise CallError(f"{host} is no name of a host") from error


@contextlib.contextmanager
def _request(
    parts: SplitResult, deadline: _Deadline, *, allow_private: bool
) -> Iterator[http.client.HTTPResponse]:
    """Ask for the page; the connection is closed in the end, however it ends."""
    host = _host(parts)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = reachable(host, port, allow_private=allow_private)
    sock = _connect(addresses, port, deadline)
    try:
        if parts.scheme == "https":
            sock = _tls(sock, host, deadline)
        connection = http.client.HTTPConnection(host, port)
        connection.sock = sock
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
        named = f"[{host}]" if ":" in host else host
        headers = {**_HEADERS, "Host": named if parts.port is None else f"{named}:{port}"}
        connection.request("GET", path + query, headers=headers)
        with connection.getresponse() as response:
            yield response
    finally:
        sock.close()


def _body(response: http.client.HTTPResponse, url: str, deadline: _Deadline, max_bytes: int) -> bytes:
    """The page's bytes, unpacked, never more of them in memory than the limit."""
    if (announced := response.headers.get("Content-Length", "")).isdigit() and int(announced) > max_bytes:
        raise _too_large(url, max_bytes)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"{url} is packed as {encoding!r}, which was not asked for and cannot be read")
    unpack = None if encoding in ("", "identity") else zlib.decompressobj(zlib.MAX_WBITS | 32)
    parts: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        pending = chunk
        while pending:
            piece = pending if unpack is None else unpack.decompress(pending, _CHUNK)
            pending = b"" if unpack is None else unpack.unconsumed_tail
            parts.append(piece)
            size += len(piece)
            if size > max_bytes:
                raise _too_large(url, max_bytes)
        if deadline.over:
            break
    if announced.isdigit() and unpack is None and size < int(announced) and not deadline.over:
        raise FetchError(f"{url} broke off after {size} of {announced} bytes; try again")
    return b"".join(parts)


def _too_large(url: str, max_bytes: int) -> FetchError:
    return FetchError(f"{url} is larger than {max_bytes / 1_000_000:g} MB; that is no article")


def _status(url: str, response: http.client.HTTPResponse) -> FetchError:
    reasons = {401: "it asks for a password", 402: "it is to be paid for", 403: "it is refused to programs"}
    reasons |= {
        404: "there is no such page",
        410: "the page is gone",
        429: "too many requests, try again later",
    }
    reason = reasons.get(response.status, response.reason or "no reason given")
    return FetchError(f"{url} was not delivered: {response.status}, {reason}")


def _content_type(headers: Message, url: str) -> tuple[str, str]:
    kind = headers.get_content_type().lower() if headers.get("Content-Type") else ""
    if kind not in _TYPES:
        raise FetchError(f"{url} is {kind}; a page, a text or a PDF is needed")
    return kind, str(headers.get_param("charset") or "")


def fetch(
    url: str, *, allow_private: bool = False, timeout_s: float = TIMEOUT_S, max_bytes: int = MAX_BYTES
) -> Fetched:
    """Get a page. ``timeout_s`` is for all together; ``max_bytes`` for the page, unpacked.

    Raises ``CallError`` for what is no address, ``FetchError`` for all that a network can do.
    """
    parts = _split(url)
    deadline = _Deadline(timeout_s)
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with _request(parts, deadline, allow_private=allow_private) as response:
                here = parts.geturl()
                target = response.headers.get("Location")
                if response.status in _REDIRECTS and target:
                    parts = _redirected(here, target)
                    continue
                if response.status != 200:
                    raise _status(here, response)
                kind, charset = _content_type(response.headers, here)
                data = _body(response, here, deadline, max_bytes)
                if deadline.over:
                    raise _late(url, deadline)
                return Fetched(data, kind, charset, here)
        raise FetchError(f"{url} sends from one address to the next more than {MAX_REDIRECTS} times")
    except ssl.SSLError as error:
        if deadline.over:
            raise _late(url, deadline) from error
        raise FetchError(f"{url} has no certificate that can be trusted ({error.reason or error})") from error
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        if deadline.over or isinstance(error, TimeoutError):
            raise _late(url, deadline) from error
        what = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())[
            :200
        ]
        raise FetchError(f"{url} cannot be reached: {what}") from error
    finally:
        deadline.stop()


def _redirected(here: str, target: str) -> SplitResult:
    try:
        return _split(urljoin(here, target))
    except (CallError, ValueError) as error:
        raise FetchError(
            f"{here} sends on to {target[:200]!r}, which is no page that can be fetched"
        ) from error


def _late(url: str, deadline: _Deadline) -> FetchError:
    return FetchError(
        f"{url} took longer than {deadline.seconds:g} s; try again, or save the page and give the file"
    )
