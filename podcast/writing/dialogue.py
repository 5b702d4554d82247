"""A section becomes an exchange: who says which beat, and the few words between (see docs/dialogue.md).

The rule behind every bridge: it may only ask what the next beat answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from podcast.writing.beats import Beat
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["Exchange"]

SHORT_TURN, LONG_TURN = 20, 52
"""Words that a turn aims at; which of the lengths between, the article decides."""

HARD_LIMIT_WORDS = 72
MOST_BEATS = 3
MIN_BEFORE_BRIDGE = 8
"""Words that a turn must have before the other host breaks in with a question."""

REACTION_EVERY = 24
"""Turns between two reactions ("Verstehe."), at least."""

BRIDGE_SHARE = 3
"""At most one turn in three is a bridge."""


class Exchange:
    """The conversation of one segment after the other; knows what the listener has heard so far.

    ``eager`` (0 to 3) is how readily the hosts ask where the article itself gives little occasion.
    """

    def __init__(self, stock: Stock, eager: int = 0) -> None:
        self._stock = stock
        self._eager = eager
        self.shares = [0, 0]
        self._heard: Counter[str] = Counter()
        self._telling = False
        self._turns = 0
        self._bridges = 0
        self._reactions = 0
        self._bridge_kinds: list[str] = []

    def hold(self, talk: Talk, beats: Sequence[Beat], lead: int, *, telling: bool = False) -> None:
        """Let the hosts talk ``beats`` through; ``lead`` (0 or 1) begins. Adds to ``talk``.

        ``telling`` leaves out all bridges: a scene is told, not asked for.
        """
        if not beats:
            return
        if "question" in beats[0].does and talk.drafts and talk.speaker == lead:
            lead = 1 - lead
        talk.say(lead, beats[0])
        self.go_on(talk, beats, telling=telling)

    def go_on(self, talk: Talk, beats: Sequence[Beat], *, telling: bool = False) -> None:
        """The same for beats whose first one has been said."""
        self._telling = telling
        self._heard.update(beats[0].names)
        run = 0  # turns of the article in a row by one host
        for before, beat, following in zip(beats, beats[1:], [*beats[2:], None], strict=False):
            speaker = talk.speaker
            self._next(talk, before, beat, following, run)
            run = run + 1 if talk.speaker == speaker else 0
            self._heard.update(beat.names)

    # -- one step ---------------------------------------------------------------------------------

    def _next(self, talk: Talk, before: Beat, beat: Beat, following: Beat | None, run: int) -> None:
        """Decide who says ``beat``, and what comes between."""
        if "question" in beat.does:
            self._question(talk, before, beat)
        elif "question" in before.does:
            self._new_turn(talk, talk.other, beat)
        elif beat.cut:
            self._rest_of_sentence(talk, beat)
        elif (
            "quote" in before.does
            and beat.text[0] in '„“»"'
            and talk.turn_words + beat.words <= HARD_LIMIT_WORDS
        ):
            talk.say(talk.speaker, beat)  # a quotation goes on: one voice reads it
        elif self._bridge(talk, before, beat, run):
            pass
        elif beat.does & {"turn", "second", "conclusion"} or (
            "contrast" in beat.does and talk.turn_words >= 6
        ):
            self._new_turn(talk, talk.other, beat)
        elif self._goes_on(talk, before, beat, following):
            talk.say(talk.speaker, beat)
        else:
            self._hand_over(talk, beat)

    def _hand_over(self, talk: Talk, beat: Beat) -> None:
        """The other host goes on; or, now and then, only shows that they listen."""
        speaker, other = talk.speaker, talk.other
        rare = self._turns >= REACTION_EVERY * (self._reactions + 1) and talk.since_bridge >= 2
        if rare and not self._telling and talk.turn_words >= 20 and talk.behind(speaker):
            line = self._stock.pick("react")
            if line is not None:
                talk.say_anew(other, line)
                talk.say_anew(speaker, beat)
                self._reactions += 1
                self._turns += 2
                talk.since_bridge = 0
                return
        self._new_turn(talk, other, beat)

    def _new_turn(self, talk: Talk, host: int, beat: Beat) -> None:
        talk.say_anew(host, beat)
        talk.since_bridge += 1
        self._turns += 1

    def _question(self, talk: Talk, before: Beat, beat: Beat) -> None:
        """The article's own question: the other host asks it; questions in a row stay together."""
        if "question" in before.does and talk.turn_words + beat.words <= HARD_LIMIT_WORDS:
            talk.say(talk.speaker, beat)
        else:
            other = talk.other
            if before.figure and self._stock.chance(f"echo {beat.sentence.number}", 2):
                # The last figure, said back just as it stands, leads to the question.
                talk.say_anew(other, before.figure[:1].upper() + before.figure[1:] + ".")
                talk.say(other, beat)
            else:
                self._new_turn(talk, other, beat)
            talk.since_bridge = 0

    def _rest_of_sentence(self, talk: Talk, beat: Beat) -> None:
        """The second part of a cut sentence: completed by the other host, asked for, or simply said."""
        fits = talk.turn_words + beat.words <= LONG_TURN
        key = f"{beat.sentence.number}.{beat.start}"
        if beat.cut == "colon":
            # After a colon stands what was announced; a name or a call is not asked for with "Nämlich?".
            asked_for = beat.all_words[0].kind not in {"name", "verb"}
            ask = asked_for and beat.words >= 6 and self._may_bridge(talk, "colon")
            if ask and (not fits or self._stock.chance(f"colon {key}", 3)):
                clause = any(word.kind == "verb" for word in beat.all_words[:9])
                if self._ask(talk, "ask_colon_clause" if clause else "ask_colon_rest", beat, keep=True):
                    return
        if beat.cut == "turn" or (
            beat.cut == "semicolon" and (not fits or self._stock.chance(f"semi {key}", 2))
        ):
            self._new_turn(talk, talk.other, beat)
        elif talk.turn_words + beat.words <= HARD_LIMIT_WORDS and (
            fits or beat.cut in {"comma", "colon", "dash"}
        ):
            talk.say(talk.speaker, beat)
        else:
            self._new_turn(talk, talk.other, beat)

    def _goes_on(self, talk: Talk, before: Beat, beat: Beat, following: Beat | None) -> bool:
        """Whether the speaker keeps the word for another beat, in the same turn."""
        words = talk.turn_words + beat.words
        if "item" in beat.does and "item" in before.does:
            return words <= HARD_LIMIT_WORDS
        if words > HARD_LIMIT_WORDS or talk.turn_beats >= MOST_BEATS + 1:
            return False
        aim = (
            SHORT_TURN + (LONG_TURN - SHORT_TURN) * self._stock.dice(f"length {beat.sentence.number}", 4) // 3
        )
        if beat.sentence.paragraph != before.sentence.paragraph:
            return words <= SHORT_TURN
        if "leans" in beat.does:
            aim += 12
        if following is not None and ("turn" in following.does or "question" in following.does):
            aim += 8  # the other host takes the next one anyway
        return words <= aim and talk.turn_beats < MOST_BEATS

    # -- bridges ----------------------------------------------------------------------------------

    def _may_bridge(self, talk: Talk, kind: str) -> bool:
        if self._telling or talk.turn_words < MIN_BEFORE_BRIDGE or talk.since_bridge < 1:
            return False
        if (self._bridges + 1) * BRIDGE_SHARE > self._turns + 4 + 4 * self._eager:
            return False
        return self._eager > 2 or self._bridge_kinds[-2:] != [kind, kind]

    def _ask(self, talk: Talk, move: str, beat: Beat, *, keep: bool, **values: object) -> bool:
        """A bridge: the other host asks and the speaker goes on (``keep``), or the speaker hands over asking."""
        line = self._stock.pick(move, **values)
        if line is None:
            return False
        speaker, other = talk.speaker, talk.other
        if keep:
            talk.say_anew(other, line)
            talk.say_anew(speaker, beat)
            self._turns += 2
        else:
            talk.say(speaker, line)
            talk.say_anew(other, beat)
            self._turns += 1
        self._bridges += 1
        self._bridge_kinds.append(move)
        talk.since_bridge = 0
        return True

    def _bridge(self, talk: Talk, before: Beat, beat: Beat, run: int) -> bool:
        """Try the moves that fit what the next beat shows; the first that has a wording left is made."""
        # Who has said less gets the next beat; nobody holds forth for more than three turns.
        keep = run < 2 and not (
            talk.behind(talk.other) and self._stock.chance(f"keep {beat.sentence.number}", 2)
        )
        for move, values in self._moves(before, beat):
            if not self._may_bridge(talk, move):
                continue
            if not keep and talk.turn_words > LONG_TURN:
                return False
            if self._ask(talk, move, beat, keep=keep or move in {"ask_claim", "doubt"}, **values):
                return True
        return False

    def _moves(self, before: Beat, beat: Beat) -> list[tuple[str, dict[str, object]]]:
        does, moves = beat.does, list[tuple[str, dict[str, object]]]()
        same_paragraph = before.sentence.paragraph == beat.sentence.paragraph
        if does & {"turn", "conclusion", "item"}:
            # A claim can be doubted; a story that takes a turn cannot.
            if (
                "turn" in does
                and "claim" in before.does
                and self._stock.chance(f"doubt {beat.sentence.number}", 2)
            ):
                moves.append(("doubt", {}))
            return moves
        if beat.what:
            moves.append(("ask_what", {"question": beat.what}))
        for kind in ("reason", "example", "consequence"):
            if kind in does:
                moves.append((f"ask_{kind}", {}))
        if moves:
            return moves
        moves += self._topic_moves(before, beat)
        if "quote" in does and "quote" not in before.does and beat.words >= 10:
            moves.append(("ask_quote", {}))
        if (beat.figure and _is_amount(beat.figure)) and not before.figure:
            moves.append(("ask_number", {}))
        plain = not does & {"next", "second", "addition", "contrast", "question"} and beat.topic is None
        if "claim" in before.does and same_paragraph and plain:
            moves.append(("ask_claim", {}))
        if self._eager and before.figure and plain and "leans" not in does:
            moves.append(("ask_really", {}))
        chance = self._eager == 1 and self._stock.chance(f"more {beat.sentence.number}", 2)
        open_place = not same_paragraph or self._eager > 1 or chance
        if plain and not beat.leans and open_place and ("dated" not in does or self._eager > 2):
            moves.append(("ask_more", {}))
        return moves

    def _topic_moves(self, before: Beat, beat: Beat) -> list[tuple[str, dict[str, object]]]:
        topic = beat.topic
        if topic is None or (beat.names & before.names and topic.kind in {"actor", "place"}):
            return []
        values: dict[str, object] = {"phrase": topic.phrase}
        if topic.kind == "actor":
            known = all(self._heard[name] >= 2 for name in beat.topic_names) or "contrast" in beat.does
            return [("ask_actor", values)] if known else []
        if topic.kind == "place":
            elsewhere = before.topic is not None and before.topic.kind == "place"
            return [("ask_topic", values)] if elsewhere or "contrast" in beat.does else []
        if topic.kind == "time":
            both = before.topic is not None and before.topic.kind in {"time", "now"}
            return [("ask_topic", values)] if both else []
        move = {"for": "ask_for", "now": "ask_topic", "future": "ask_topic", "next": "ask_next"}[topic.kind]
        return [(move, values)]


AMOUNTS = ("prozent", "percent", "million", "milliard", "billion", "dollar", "euro", "%")


def _is_amount(figure: str) -> bool:
    return any(unit in figure.lower() for unit in AMOUNTS)
