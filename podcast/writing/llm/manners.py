"""What a server takes: the form of an answer and the settings, found out by asking and remembered."""

from __future__ import annotations

import threading

import msgspec

from podcast.writing.llm.answers import Answers, Manners
from podcast.writing.llm.failures import UnansweredError
from podcast.writing.llm.schemas import FORMS

__all__ = ["Learner"]


class Learner:
    """The manners of one model on one server, while several threads ask it."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._lock = threading.Lock()
        self._now = answers.manners
        if self._now.form not in FORMS:
            self._now = msgspec.structs.replace(self._now, form="")
        self._held = bool(self._now.form)

    def now(self) -> tuple[Manners, str, bool]:
        """What to ask with: the settings, the form, and whether that form has held before."""
        with self._lock:
            return self._now, self._now.form or FORMS[0], self._held

    def refused(self, reason: str, seen: Manners) -> None:
        """The server did not take a request made with ``seen``: leave out what it names, or go on to the next form.

        Raises ``UnansweredError`` where nothing is left to give in on.
        """
        words = reason.lower()
        with self._lock:
            if self._now != seen:
                return  # another thread has met the same and has given in already
            if "max_completion_tokens" in words and not seen.completion_tokens:
                self._now = msgspec.structs.replace(seen, completion_tokens=True)
            elif "temperature" in words and seen.temperature:
                self._now = msgspec.structs.replace(seen, temperature=False)
            elif "context" in words and any(word in words for word in ("length", "size", "exceed", "window")):
                raise UnansweredError(f"the prompt is too long for the model ({reason})")
            elif not self._next_form(seen.form or FORMS[0]):
                raise UnansweredError(f"the server does not take the request ({reason})")

    def unreadable(self, form: str) -> None:
        """An answer asked for in ``form`` cannot be read: unless the form has held before, try the next one."""
        with self._lock:
            if not self._held and form == (self._now.form or FORMS[0]):
                self._next_form(form)

    def held(self, form: str) -> None:
        """An answer asked for in ``form`` could be read: keep to it, in later runs too."""
        with self._lock:
            if form == (self._now.form or FORMS[0]) and not self._held:
                self._held = True
                self._now = msgspec.structs.replace(self._now, form=form)
                self._answers.manners = self._now

    def _next_form(self, form: str) -> bool:
        at = FORMS.index(form)
        if at + 1 == len(FORMS):
            return False
        self._now = msgspec.structs.replace(self._now, form=FORMS[at + 1])
        self._held = False
        return True
