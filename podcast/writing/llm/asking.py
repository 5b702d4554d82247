"""Asking until the answer can be used: from the cache first, in the form the server holds, again with the reason."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from podcast.show import Model
from podcast.writing.llm.answers import Answers, Stored, digest
from podcast.writing.llm.client import Client, Reply
from podcast.writing.llm.failures import UnansweredError, UnfitError
from podcast.writing.llm.faults import Fault, said
from podcast.writing.llm.manners import Learner
from podcast.writing.llm.prompts import Prompts
from podcast.writing.llm.reading import find_json, without_thoughts
from podcast.writing.llm.schemas import FORMS, Shape, Unreadable, response_format, schema_of
from podcast.writing.llm.server import Server

__all__ = ["ATTEMPTS", "Asker", "Tally", "tokens_of"]

T = TypeVar("T")

ATTEMPTS = 3
"""Asked once, and again with the reason at most twice."""

CHARS_PER_TOKEN = {"de": 3.3, "en": 4.0}
"""Of the tokenizers of large models, on newspaper text; small models need up to half as many tokens more."""

THINKING_FACTOR, THINKING_TOKENS = 4, 4000
"""Models that take ``max_completion_tokens`` count their thinking into it."""


def tokens_of(text: str, language: str) -> int:
    """About so many tokens; an estimate."""
    return max(1, round(len(text) / CHARS_PER_TOKEN[language]))


@dataclass(slots=True)
class Tally:
    """The answers that a script was made from, and how many of them were asked for just now."""

    requests: int = 0
    asked: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: bool = False


class Asker:
    """One model, asked by several threads at once."""

    def __init__(
        self, server: Server, model: Model, client: Client, answers: Answers, prompts: Prompts
    ) -> None:
        self._server = server
        self._model = model
        self._client = client
        self._answers = answers
        self._prompts = prompts
        self._lock = threading.Lock()
        self._learner = Learner(answers)
        self._counted: set[str] = set()
        self.tally = Tally()

    @property
    def client(self) -> Client:
        """The connection."""
        return self._client

    def ask(
        self, prompt: str, shape: Shape[T], max_tokens: int, judge: Callable[[T], list[Fault]] = lambda _: []
    ) -> T:
        """Put a prompt until its answer has the shape and ``judge`` finds no fault.

        Where only soft faults are left at the end, the last such answer is taken. Raises ``UnansweredError`` naming
        what was wrong, ``OutageError`` where the server does not answer.
        """
        faults: list[Fault] = []
        fallback: T | None = None
        for attempt in range(ATTEMPTS):
            user = prompt if not faults else f"{prompt}\n\n{self._prompts.again(faults)}"
            name = digest(
                self._server.shown,
                self._server.model,
                self._model.temperature,
                max_tokens,
                self._prompts.system,
                user,
                schema_of(shape),
                attempt,
            )
            answer = self._answers.get(name) or self._fetched(name, user, shape, max_tokens)
            self._count(name, answer)
            value: T | None
            value, faults = self._read(answer, shape)
            if value is not None:
                faults = judge(value)
                if not faults:
                    return value
                if all(fault.soft for fault in faults):
                    fallback = value
        if fallback is not None:
            return fallback
        raise UnansweredError(f"the model gave {said(faults)}, {ATTEMPTS} times")

    def _count(self, name: str, answer: Stored) -> None:
        """Put down what an answer cost; one that is used twice was paid once."""
        with self._lock:
            if name in self._counted:
                return
            self._counted.add(name)
            self.tally.requests += 1
            self.tally.tokens_in += answer.tokens_in
            self.tally.tokens_out += answer.tokens_out
            self.tally.estimated |= answer.estimated

    def _read(self, answer: Stored, shape: Shape[Any]) -> tuple[Any, list[Fault]]:
        """The answer as a value, or what is wrong with it."""
        text = without_thoughts(answer.text)
        if answer.refused or answer.finish == "content_filter":
            return None, [Fault("refused")]
        cut = answer.finish == "length"
        if not text:
            return None, [Fault("cut" if cut else "empty")]
        try:
            value = shape.read(find_json(text))
        except Unreadable:
            if cut:
                return None, [Fault("cut")]
            try:
                if answer.form != FORMS[-1]:
                    raise
                value = shape.lines(text)
            except Unreadable:
                self._learner.unreadable(answer.form)
                return None, [Fault("unreadable")]
        self._learner.held(answer.form)
        return value, []

    def _fetched(self, name: str, user: str, shape: Shape[Any], max_tokens: int) -> Stored:
        """Ask the server, in the best form that it takes, and keep the answer."""
        self._answers.prepare()
        while True:
            manners, form, held = self._learner.now()
            wanted = "\n\n".join(filter(None, (user, self._prompts.form(form, shape))))
            messages = [
                {"role": "system", "content": self._prompts.system},
                {"role": "user", "content": wanted},
            ]
            settings: dict[str, object] = {}
            if manners.temperature:
                settings["temperature"] = self._model.temperature
            if manners.completion_tokens:
                settings["max_completion_tokens"] = THINKING_FACTOR * max_tokens + THINKING_TOKENS
            else:
                settings["max_tokens"] = max_tokens
            if wish := response_format(form, shape):
                settings["response_format"] = wish
            try:
                reply = self._client.send(messages, patient=held or form == FORMS[-1], **settings)
            except UnfitError as error:
                self._learner.refused(str(error), manners)
                continue
            answer = self._stored(form, self._prompts.system + wanted, reply)
            self._answers.put(name, answer)
            with self._lock:
                self.tally.asked += 1
            return answer

    def _stored(self, form: str, prompt: str, reply: Reply) -> Stored:
        """An answer for the cache; tokens that the server did not count are counted here."""
        language = self._prompts.language
        tokens_in, tokens_out = reply.tokens_in, reply.tokens_out
        return Stored(
            form=form,
            text=reply.text,
            finish=reply.finish,
            refused=reply.refused,
            tokens_in=tokens_of(prompt, language) if tokens_in is None else tokens_in,
            tokens_out=tokens_of(reply.text, language) if tokens_out is None else tokens_out,
            estimated=tokens_in is None or tokens_out is None,
        )
