"""A section becomes an exchange: who says which beat, and the few words between (see docs/dialogue.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from podcast.writing.asking import Asking
from podcast.writing.beats import Beat
from podcast.writing.belongs import belongs
from podcast.writing.bridges import Bridge, Heard, bridges_for
from podcast.writing.joints import JOINTS, announced
from podcast.writing.quotations import LOOSELY
from podcast.writing.stock import Stock
from podcast.writing.talk import Talk

__all__ = ["Exchange"]

SHORT_TURN, LONG_TURN = 20, 52
"""Words that a turn aims at; which of the lengths between, the article decides."""

HARD_LIMIT_WORDS = 72
LONGER_IF_EAGER = 9
LONG_RUN_WORDS = 100
"""Somebody who has said so much answers no question: the other host takes over."""

MOST_SENTENCES = 3
MIN_BEFORE_HAND_OVER = 8
"""Words that a turn must have before a contrast or a short last line goes to the other host."""

MIN_BEFORE_JOINT = 2

PUNCH_WORDS = 8
"""A paragraph's last sentence up to this length is a line of its own."""


class Exchange:
    """The conversation of one segment after the other; knows what the listener has heard so far.

    ``eager`` (0 to 4) is how readily the hosts ask where the article itself gives little occasion. ``about`` is the
    surname of whom the article portrays: of her it speaks all the time, so nobody asks for her.
    """

    def __init__(self, stock: Stock, eager: int = 0, about: str = "") -> None:
        self._stock = stock
        self._about = about
        self._eager = eager
        self.shares = [0, 0]
        self._heard: Counter[str] = Counter()
        self._telling = False
        self._ending = False
        self._turns = 0
        self._asking = Asking(stock, eager)
        self._last: Beat | None = None
        self._recent: list[frozenset[str]] = []

    def say(self, talk: Talk, host: int, beat: Beat, *, anew: bool = False) -> None:
        """``host`` says a beat, in the running turn or in one of its own; a quotation is made audible."""
        same = not anew and bool(talk.drafts) and talk.speaker == host
        last = self._last
        if (
            same
            and last is not None
            and "long" in last.does
            and not beat.does & {"quote", "inside", "source"}
        ):
            end = self._stock.pick("quote_end")
            if end is not None:
                talk.say(host, end)
        if "opens" in beat.does:
            loosely = bool(LOOSELY.search(beat.sentence.text))
            self._say(talk, host, self._stock.must("quote_begin", loosely=loosely), anew=anew)
            anew = False
        self._say(talk, host, beat, anew=anew)
        self._last = beat

    @staticmethod
    def _say(talk: Talk, host: int, part: Beat | str, *, anew: bool) -> None:
        if anew:
            talk.say_anew(host, part)
        else:
            talk.say(host, part)

    def hold(self, talk: Talk, beats: Sequence[Beat], lead: int, *, telling: bool = False) -> None:
        """Let the hosts talk ``beats`` through; ``lead`` (0 or 1) begins. Adds to ``talk``.

        ``telling`` leaves out all bridges: a scene is told, not asked for.
        """
        if not beats:
            return
        self.say(talk, lead, beats[0])
        self.go_on(talk, beats, telling=telling)

    def go_on(
        self, talk: Talk, beats: Sequence[Beat], *, telling: bool = False, ending: bool = False
    ) -> None:
        """The same for beats whose first one has been said; an ``ending`` asks for nothing but what comes."""
        self._telling = telling
        self._ending = ending
        self._hear(beats[0])
        run = beats[0].words  # of the article, by one host without a break but a question
        for before, beat, following in zip(beats, beats[1:], [*beats[2:], None], strict=False):
            speaker = talk.speaker
            self._next(talk, before, beat, following, run)
            run = beat.words + (run if talk.speaker == speaker else 0)
            self._hear(beat)

    def _hear(self, beat: Beat) -> None:
        nouns = {word.lemma for word in beat.all_words if word.kind == "noun"}
        self._heard.update(beat.names)
        self._heard.update(nouns)
        self._recent = [*self._recent[-1:], beat.names | nouns]

    # -- one step ---------------------------------------------------------------------------------

    def _next(self, talk: Talk, before: Beat, beat: Beat, following: Beat | None, run: int) -> None:
        """Decide who says ``beat``, and what comes between."""
        if "inside" in beat.does:
            self._same_voice(talk, beat)
        elif "question" in beat.does:
            self._question(talk, before, beat)
        elif "question" in before.does:
            self._new_turn(talk, talk.other, beat)
        elif beat.cut:
            self._rest_of_sentence(talk, beat)
        elif belongs(before, beat):
            self._same_voice(talk, beat)
        elif self._bridge(talk, before, beat, run):
            pass
        elif self._is_answer_or_turn(talk, before, beat, following):
            self._new_turn(talk, talk.other, beat)
        elif self._goes_on(talk, before, beat, following):
            self.say(talk, talk.speaker, beat)
        else:
            self._new_turn(talk, talk.other, beat)

    def _new_turn(self, talk: Talk, host: int, beat: Beat) -> None:
        self.say(talk, host, beat, anew=True)
        talk.since_bridge += 1
        self._turns += 1

    def _same_voice(self, talk: Talk, beat: Beat) -> None:
        """The speaker goes on, in a turn of its own where the running one is full."""
        if talk.turn_words + beat.words <= HARD_LIMIT_WORDS:
            self.say(talk, talk.speaker, beat)
        else:
            self._new_turn(talk, talk.speaker, beat)

    @staticmethod
    def _is_answer_or_turn(talk: Talk, before: Beat, beat: Beat, following: Beat | None) -> bool:
        """Whether ``beat`` goes to the other host by what it does."""
        if beat.does & {"turn", "second", "conclusion"}:
            return True
        if "contrast" in beat.does and talk.turn_words >= MIN_BEFORE_HAND_OVER:
            return True
        # The last short line of a paragraph is its point.
        last = following is None or following.sentence.paragraph != beat.sentence.paragraph
        inside = before.sentence.paragraph == beat.sentence.paragraph
        return last and inside and beat.words <= PUNCH_WORDS and talk.turn_words >= MIN_BEFORE_HAND_OVER

    def _question(self, talk: Talk, before: Beat, beat: Beat) -> None:
        """The article's own question: the other host asks it; questions in a row stay together."""
        inside = before.sentence.paragraph == beat.sentence.paragraph
        if inside and "question" in before.does and talk.turn_words + beat.words <= HARD_LIMIT_WORDS:
            self.say(talk, talk.speaker, beat)
            return
        other = talk.other
        told = self._telling or self._ending
        if before.figure and not told and self._stock.chance(f"echo {beat.sentence.number}", 2):
            # The last figure, said back just as it stands, leads to the question.
            talk.say_anew(other, before.figure[:1].upper() + before.figure[1:] + ".")
            self.say(talk, other, beat)
        else:
            self._new_turn(talk, other, beat)
        talk.since_bridge = 0

    def _rest_of_sentence(self, talk: Talk, beat: Beat) -> None:
        """The second part of a cut sentence: asked for, completed by the other host, or simply said."""
        fits = talk.turn_words + beat.words <= LONG_TURN
        key = f"{beat.sentence.number}.{beat.start}"
        if beat.cut in JOINTS:
            if self._asks_at_joint(talk, beat, key):
                return
            fits = True
        elif beat.cut == "colon" and self._asks_at_colon(talk, beat, key):
            return
        if beat.cut == "turn" or (
            beat.cut == "semicolon" and (not fits or self._stock.chance(f"semi {key}", 2))
        ):
            self._new_turn(talk, talk.other, beat)
        elif beat.cut == "comma":
            self._same_voice(talk, beat)
        elif talk.turn_words + beat.words <= HARD_LIMIT_WORDS and (fits or beat.cut in {"colon", "dash"}):
            self.say(talk, talk.speaker, beat)
        else:
            self._new_turn(talk, talk.other, beat)

    def _asks_at_joint(self, talk: Talk, beat: Beat, key: str) -> bool:
        if self._telling or self._ending or talk.since_bridge < 1 or talk.turn_words < MIN_BEFORE_JOINT:
            return False
        if not self._eager and self._stock.chance(f"joint {key}", 3):
            return False
        return self._ask(talk, Bridge(JOINTS[beat.cut]), beat)

    def _asks_at_colon(self, talk: Talk, beat: Beat, key: str) -> bool:
        """After a colon stands what was announced, and "Nämlich?" asks for it."""
        first = beat.all_words[0]
        if (
            first.kind in {"name", "verb", "preposition"}
            or beat.words < 6
            or not self._may_bridge(talk, "colon")
        ):
            return False
        move = announced(beat.words_before)
        if not move or not (self._eager or self._stock.chance(f"colon {key}", 2)):
            return False
        return self._ask(talk, Bridge(move), beat)

    def _goes_on(self, talk: Talk, before: Beat, beat: Beat, following: Beat | None) -> bool:
        """Whether the speaker keeps the word for another beat, in the same turn."""
        words = talk.turn_words + beat.words
        if words > HARD_LIMIT_WORDS or talk.turn_sentences > MOST_SENTENCES:
            return False
        if beat.sentence.paragraph != before.sentence.paragraph:
            return False
        if beat.words <= 4 and following is not None and following.leans:
            return False  # what it opens is said by who opens it
        if "closes" in before.does:
            return False  # the other voice shows that the quotation is over
        aim = (
            SHORT_TURN + (LONG_TURN - SHORT_TURN) * self._stock.dice(f"length {beat.sentence.number}", 4) // 3
        )
        aim += LONGER_IF_EAGER * max(0, self._eager - 1)  # fewer hand-overs: the same questions weigh more
        if beat.leans:
            aim += 12
        if following is not None and following.does & {"turn", "question", "conclusion", "second"}:
            aim += 8  # the other host takes the next one anyway
        return words <= aim and talk.turn_sentences < MOST_SENTENCES

    # -- bridges ----------------------------------------------------------------------------------

    def _may_bridge(self, talk: Talk, move: str) -> bool:
        return not self._telling and self._asking.may(talk, move, self._turns, ending=self._ending)

    def _bridge(self, talk: Talk, before: Beat, beat: Beat, run: int) -> bool:
        """Make the first bridge that fits and has a wording left."""
        recent = frozenset({self._about}).union(*self._recent)
        heard = Heard(self._heard, recent)
        for bridge in bridges_for(before, beat, heard, self._stock, self._eager):
            if not self._may_bridge(talk, bridge.move):
                continue
            if not self._asking.suits(bridge, talk.other):
                continue
            # Nobody holds forth, asked or not.
            if bridge.keep and run + beat.words > LONG_RUN_WORDS:
                continue
            if self._ask(talk, bridge, beat):
                return True
        return False

    def _ask(self, talk: Talk, bridge: Bridge, beat: Beat) -> bool:
        """Say a bridge and the beat that answers it; false where no wording is left."""
        line = self._asking.line(bridge)
        if line is None:
            return False
        speaker, other = talk.speaker, talk.other
        # Who has said less answers, where either may.
        if bridge.keep or (talk.turn_words > LONG_TURN - 10) or talk.behind(speaker):
            talk.say_anew(other, line)
            self.say(talk, speaker, beat, anew=True)
            self._turns += 2
        else:
            talk.say(speaker, line)
            self.say(talk, other, beat, anew=True)
            self._turns += 1
        talk.since_bridge = 0
        return True
