"""A model's server that does what a test tells it, and a model that does its work well. No sleep, no network."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Asked", "ModelServer", "Raw", "completion", "good", "serving", "text_of"]


@dataclass
class Asked:
    """One request: its JSON and its headers (names in lower case). ``number`` counts from 1."""

    number: int
    body: dict[str, Any]
    headers: Mapping[str, str]

    @property
    def prompt(self) -> str:
        """The user's message."""
        return str(self.body["messages"][-1]["content"])

    @property
    def shape(self) -> str:
        """What is asked for: ``brief``, ``outline``, ``turns`` or ``repair``."""
        form = self.body.get("response_format") or {}
        if form.get("type") == "json_schema":
            return str(form["json_schema"]["name"])
        keys = {"core": "brief", "heading": "outline", "host": "turns", "number": "repair"}
        return next(name for key, name in keys.items() if f"- {key}:" in self.prompt)

    @property
    def form(self) -> str:
        """How it is asked for: ``schema``, ``loose``, ``object`` or ``lines``."""
        form = self.body.get("response_format") or {}
        if form.get("type") == "json_schema":
            return "schema" if "maxLength" in json.dumps(form) else "loose"
        return "object" if form.get("type") == "json_object" else "lines"

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """The article's sentences in the prompt."""
        inside = re.search(r"<(?:artikel|article)>\n(.*?)\n</", self.prompt, re.S)
        return [(int(n), text) for n, text in re.findall(r"(?m)^s(\d+): (.*)$", inside[1] if inside else "")]

    @property
    def words(self) -> int:
        """How many words are asked for."""
        found = re.search(r"(?:etwa|about|rund) (\d+)(?: W|\n| w)", self.prompt)
        return int(found[1]) if found else 0


@dataclass
class Raw:
    """An answer on the level of HTTP. ``hang`` answers nothing until the client is gone."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False
    cut: bool = False


Answer = str | dict[str, Any] | Raw
Model = Callable[[Asked], Answer]


def completion(text: str | None, finish: str = "stop", **message: Any) -> dict[str, Any]:
    """A chat completion as a server sends it."""
    return {
        "id": "c1",
        "object": "chat.completion",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }


class ModelServer:
    """What a test knows of the running server."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.asked: list[Asked] = []
        self.lock = threading.Lock()
        self.gone = threading.Event()
        self.base_url = ""

    def of(self, shape: str) -> list[Asked]:
        """The requests for one shape."""
        return [asked for asked in self.asked if asked.shape == shape]


@contextmanager
def serving(model: Model, port: int = 0) -> Iterator[ModelServer]:
    """A server on this machine, on a free port or that of one that is gone, answering with ``model``."""
    state = ModelServer(model)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with state.lock:
                asked = Asked(
                    len(state.asked) + 1, json.loads(data), {k.lower(): v for k, v in self.headers.items()}
                )
                state.asked.append(asked)
            answer = state.model(asked)
            if isinstance(answer, str):
                answer = completion(answer)
            if isinstance(answer, dict):
                answer = Raw(200, json.dumps(answer).encode(), {"Content-Type": "application/json"})
            if answer.hang:
                state.gone.wait(20)
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body) + (1000 if answer.cut else 0)))
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except OSError:  # the client has had enough
                self.close_connection = True
            if answer.cut:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    state.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.gone.set()
        server.shutdown()
        server.server_close()
        thread.join()


def text_of(value: object) -> str:
    """JSON as a model writes it."""
    return json.dumps(value, ensure_ascii=False)


def good(asked: Asked) -> str:
    """A model that says what stands in the sentences it is given, in turns, and invents nothing."""
    sentences = asked.sentences
    if asked.shape == "brief":
        first = sentences[0][1]
        return text_of({"core": first, "audience": first, "points": [first], "disputed": []})
    if asked.shape == "outline":
        return text_of({"segments": _segments(asked)})
    if asked.shape == "repair":
        return text_of({"turns": _mended(asked)})
    if own := re.search(r"- (?:Was in|What) s(\d+)(?:-s(\d+))? ", asked.prompt):
        ends = range(int(own[1]), int(own[2] or own[1]) + 1)
        sentences.sort(key=lambda sentence: sentence[0] not in ends)
    lead = re.search(r"- (Alana|Ben) (?:beginnt|begins|starts)", asked.prompt)
    first_host = lead[1] if lead else "Alana"
    hosts = [first_host, "Ben" if first_host == "Alana" else "Alana"]
    turns = [
        {"host": hosts[at % 2], "text": text, "sentences": [number]}
        for at, (number, text) in enumerate(sentences)
    ]
    if len(turns) == 1:
        number, text = sentences[0]
        words = text.split()
        half = len(words) // 2
        turns = [
            {"host": hosts[0], "text": " ".join(words[:half]) + " …", "sentences": [number]},
            {"host": hosts[1], "text": "… " + " ".join(words[half:]), "sentences": [number]},
        ]
    return text_of({"turns": turns})


def _segments(asked: Asked) -> list[dict[str, Any]]:
    taken = {
        n
        for a, b in re.findall(r"(?:Mit|opens with|closes with) s(\d+)(?:-s(\d+))?", asked.prompt)
        for n in range(int(a), int(b or a) + 1)
    }
    free = [number for number, _ in asked.sentences if number not in taken]
    many = int(found[1]) if (found := re.search(r"(?:höchstens|at most) (\d+)", asked.prompt)) else 1
    size = -(-len(free) // many)
    groups = [free[at : at + size] for at in range(0, len(free), size)]
    return [
        {
            "heading": f"Abschnitt {at}",
            "sentences": f"s{group[0]}-s{group[-1]}",
            "lead": ("Alana", "Ben")[at % 2],
            "words": 100,
            "tension": "Was folgt daraus?",
            "handover": "Und wie geht es weiter?",
        }
        for at, group in enumerate(groups)
    ]


def _mended(asked: Asked) -> list[dict[str, Any]]:
    """For a repair the sentences that are given, for the last pass the turns as they are."""
    wrong = [int(n) for n in re.findall(r"(?m)^- Turn (\d+) \(", asked.prompt)]
    if wrong:
        return [
            {"number": number, "text": asked.sentences[at % len(asked.sentences)][1],
             "sentences": [asked.sentences[at % len(asked.sentences)][0]]}
            for at, number in enumerate(dict.fromkeys(wrong))
        ]  # fmt: skip
    turns = re.findall(r"(?m)^(\d+) (?:Alana|Ben): (.*)$", asked.prompt)
    return [{"number": int(number), "text": text, "sentences": []} for number, text in turns]
