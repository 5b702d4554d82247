"""How often the hosts ask: never twice at once, never too much of one kind, never three times with the same word."""

from __future__ import annotations

from podcast.writing.bridges import Bridge
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["Asking"]

MIN_BEFORE = 8
"""Words that a turn must have before the other host breaks in with a question."""

SOON = {"ask_what": 4, "ask_claim": 4, "ask_echo": 4, "ask_more": 4, "ask_which": 3}
"""Where the question is about these very words, fewer are enough."""

APART = 4
"""Turns between two questions of one kind."""

IN_THE_END = {"ask_topic", "ask_now"}
"""What may be asked in the article's last words."""

ANYBODY_ASKS = 3
"""So eager, Alana wants it concrete, too."""

SHARE = 3
"""At most one turn in three is a bridge; at the beginning, and where the hosts are eager, a few more."""

MOST_OF_A_KIND = {"ask_topic": 5, "ask_for": 3, "ask_actor": 3, "ask_claim": 4, "ask_echo": 1, "ask_more": 1}
"""Bridges of one shape in an episode; one more for each degree of eagerness."""


class Asking:
    """The questions of one episode. ``eager`` (0 to 4) is how readily the hosts ask."""

    def __init__(self, stock: Stock, eager: int) -> None:
        self._stock = stock
        self._eager = eager
        self._asked: list[str] = []

    def may(self, talk: Talk, move: str, turns: int, *, ending: bool) -> bool:
        """Whether ``move`` may be asked now, after ``turns`` turns; ``ending``: these are the article's last words."""
        if talk.turn_words < SOON.get(move, MIN_BEFORE) or talk.since_bridge < 1:
            return False
        if ending and move not in IN_THE_END:
            return False
        if (len(self._asked) + 1) * SHARE > turns + 4 + 4 * min(self._eager, 2):
            return False
        most = MOST_OF_A_KIND.get(move)
        if most is not None and self._asked.count(move) >= most + self._eager:
            return False
        return self._asked[-1:] != [move] or talk.since_bridge >= APART

    def suits(self, bridge: Bridge, host: int) -> bool:
        """Whether it is in ``host``'s character to ask that: Ben (1) wants it concrete."""
        return not bridge.concrete or host == 1 or self._eager >= ANYBODY_ASKS

    def line(self, bridge: Bridge) -> str | None:
        """The words of a question, which counts as asked; ``None`` where none are left that begin in another way."""
        line = self._stock.pick(bridge.move, self._stock.worn, **bridge.values)
        if line is not None:
            self._asked.append(bridge.move)
        return line
