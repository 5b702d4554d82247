"""Fetching pages: from a server on this machine."""

from __future__ import annotations

import gzip
import textwrap
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from podcast.errors import CallError, FetchError
from podcast.ingest import read_article
from podcast.ingest.addresses import is_public
from podcast.ingest.fetch import fetch
from tests.ingest.making import MIDDLE, OPENING, pdf, spoken

PAGE = (
    "<html><head><title>Der Hafen | Presse</title></head>"
    f"<body><article><p>{OPENING}</p><p>{MIDDLE}</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Each path is one way a server can be."""

    protocol_version = "HTTP/1.1"
    bodies: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/page": ("text/html; charset=utf-8", PAGE.encode()),
        "/latin": ("text/html; charset=ISO-8859-1", PAGE.encode("cp1252", "ignore")),
        "/text": ("text/plain", OPENING.encode()),
        "/pdf": ("application/pdf", pdf([textwrap.wrap(OPENING, 80)])),
        "/video": ("video/mp4", b"abc"),
        "/empty": ("text/html", b""),
    }

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def _send(self, status: int, headers: dict[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", headers.get("Content-Length", str(len(body))))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        """Answer by the path."""
        stop: threading.Event = self.server.stop  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        try:
            if path in self.bodies:
                kind, body = self.bodies[path]
                self._send(200, {"Content-Type": kind}, body)
            elif path == "/gzip":
                body = gzip.compress(PAGE.encode())
                self._send(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, body)
            elif path == "/bomb":
                body = gzip.compress(b" " * 5_000_000)
                self._send(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, body)
            elif path == "/to":
                self._send(302, {"Location": self.path.partition("?")[2]})
            elif path == "/loop":
                self._send(302, {"Location": "/loop"})
            elif path in ("/large", "/endless"):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                if path == "/large":
                    self.send_header("Content-Length", "99999999")
                self.end_headers()
                while not stop.is_set():
                    self.wfile.write(b"a" * 65536)
            elif path in ("/drip", "/drip-head"):
                if path == "/drip":
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html")
                    self.end_headers()
                else:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                while not stop.wait(0.05):
                    self.wfile.write(b"X-a: b\r\n" if path == "/drip-head" else b"a")
                    self.wfile.flush()
            elif path == "/rubbish":
                self.wfile.write(b"rubbish\r\n\r\n")
                self.close_connection = True
            elif path == "/short":
                self._send(200, {"Content-Type": "text/html", "Content-Length": "5000"}, b"<p>Zu kurz")
                self.close_connection = True
            else:
                self._send(404, {"Content-Type": "text/html"}, b"not here")
        except OSError:
            self.close_connection = True


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    httpd.stop = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.stop.set()  # type: ignore[attr-defined]
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/page", "/latin", "/gzip", "/to?/page", "/page?a=ä b#teil"])
def test_a_page_becomes_an_article(server: str, path: str) -> None:
    article = read_article(server + path, allow_private=True)
    assert article.source == server + path
    assert article.title == "Der Hafen"
    assert spoken(article).startswith("Der Hafen war leer, als die Fischer")


@pytest.mark.parametrize("path", ["/text", "/pdf"])
def test_texts_and_pdfs_can_be_fetched_too(server: str, path: str) -> None:
    assert spoken(read_article(server + path, allow_private=True)).startswith("Der Hafen war leer")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/nowhere", "404, there is no such page"),
        ("/video", "is video/mp4; a page, a text or a PDF is needed"),
        ("/loop", "more than 5 times"),
        ("/large", "larger than 1 MB"),
        ("/endless", "larger than 1 MB"),
        ("/bomb", "larger than 1 MB"),
        ("/short", "broke off"),
        ("/to?file:///etc/passwd", "sends on to"),
        ("/rubbish", "cannot be reached"),
        ("/to?ftp://127.0.0.1/x", "sends on to"),
    ],
)
def test_what_a_server_can_do_wrong_gets_one_clear_line(server: str, path: str, message: str) -> None:
    with pytest.raises(FetchError, match=message) as caught:
        fetch(server + path, allow_private=True, max_bytes=1_000_000, timeout_s=20)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_a_server_that_sends_a_byte_now_and_then_does_not_hold_us(server: str, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"took longer than 0\.5 s"):
        fetch(server + path, allow_private=True, timeout_s=0.5)
    assert time.monotonic() - start < 5


def test_an_address_inside_a_private_network_is_refused(server: str) -> None:
    port = server.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "127.1"):
        with pytest.raises(FetchError, match=r"private network.*--allow-private|cannot be found"):
            read_article(f"http://{host}:{port}/page")


def test_a_redirect_into_a_private_network_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first hop counts as public here, the second is checked by itself."""
    import podcast.ingest.addresses as addresses

    asked: list[str] = []

    def first_is_public(text: str) -> bool:
        asked.append(text)
        return len(asked) == 1

    monkeypatch.setattr(addresses, "is_public", first_is_public)
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{server}/to?{server}/page")
    assert len(asked) == 2


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch("http://127.0.0.1:1/x", allow_private=True)
    with pytest.raises(FetchError, match=r"no\.such\.host\.invalid cannot be found"):
        fetch("http://no.such.host.invalid/x")


@pytest.mark.parametrize(
    "url", ["http://", "https://", "http://[::1", "http://a:b@c.example/", "http://a:99999/"]
)
def test_what_is_no_address_is_the_callers_mistake(url: str) -> None:
    with pytest.raises(CallError):
        read_article(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "::127.0.0.1", "not an address",
    ],
)  # fmt: skip
def test_private_addresses_in_all_their_disguises_are_known(address: str) -> None:
    assert not is_public(address)


PUBLIC = ["8.8.8.8", "2606:2800:220:1::", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)
