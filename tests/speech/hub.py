"""A hub of voices on this machine, with the faults that a real one may have."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

__all__ = ["Hub", "serving"]


@dataclass
class Hub:
    """A server of files; ``cuts`` is after how many bytes the next answers for the model break off."""

    files: dict[str, bytes]
    cuts: list[int] = field(default_factory=list)
    ranges: bool = True
    stall: bool = False
    status: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""


class _Handler(BaseHTTPRequestHandler):
    hub: Hub

    def do_GET(self) -> None:
        hub, wanted = self.hub, self.headers.get("Range") or ""
        path = self.path.lstrip("/")
        hub.asked.append((path, wanted))
        if path in hub.status or path not in hub.files:
            self.send_response(hub.status.get(path, 404))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        data, start = hub.files[path], 0
        if wanted and hub.ranges:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        end = len(data)
        if path.endswith((".onnx", ".tgz")):
            if hub.stall:
                self.wfile.write(data[start : start + 1000])
                self.wfile.flush()
                hub.over.wait(30)
                return
            end = start + hub.cuts.pop(0) if hub.cuts else end
        self.wfile.write(data[start:end])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


@contextlib.contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Hub]:
    """A hub that serves these files."""
    made = Hub(files)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": made}))
    server.daemon_threads = True
    made.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        made.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
