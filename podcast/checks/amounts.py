"""Every number, date and amount of the script is looked up in the article.

First in the sentences that the turn names, then in the whole article, each under its unit. What is equal, rounded and
said to be rounded, or worked out from the figures around it, passes; the rest is named with the nearest figure of the
article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from podcast.checks.finding import Finding, Severity
from podcast.checks.given import Given, Said
from podcast.checks.quantities import quantities_of
from podcast.checks.quantity import Quantity
from podcast.checks.quantity_context import around, clause, closer, is_single, other_share, rival, shared
from podcast.checks.quantity_index import Known, feasts_in, figures_in, years_in
from podcast.checks.quantity_match import DATED, Fit, fit, same_noun
from podcast.checks.quantity_nearest import nearest
from podcast.checks.quantity_spans import Sources
from podcast.checks.quantity_sums import worked_out
from podcast.checks.quantity_swaps import swaps
from podcast.checks.quantity_talk import claims_count, counts_people, counts_talk, is_loose, is_small, is_talk

__all__ = ["findings"]

_SCALES = (10**3, 10**6, 10**9, 10**12)
_AROUND = 2
"""A figure may be worked out from those of so many sentences before the named ones, and of so many turns before."""

_FAR = 3
"""Figures between "14 billion" and the "36" that are billions, too ("in the summer of 2025")."""


def findings(given: Given) -> Iterator[Finding]:
    """``ungrounded-number``, ``-date``, ``-amount``, ``unit-changed``, ``figure-elsewhere`` and others."""
    if given.article is None:
        return
    known = figures_in(given.article, given.own_words)
    texts = {sentence.number: sentence.text for sentence in given.article.sentences}
    heard: list[tuple[Quantity, ...]] = []
    for said in given.said:
        figures = (*quantities_of(said.text, given.language), *feasts_in(said.text, dated=True))
        if figures:
            turn = _Turn.of(said, figures, known, texts, heard[-_AROUND:])
            yield from _Editor(turn, known, texts).findings()
        heard.append(figures)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn, its figures, those of the sentences that it names, and those shortly before either."""

    said: Said
    figures: tuple[Quantity, ...]
    linked: tuple[Known, ...]
    before: tuple[Known, ...]
    source: str

    @classmethod
    def of(
        cls,
        said: Said,
        figures: tuple[Quantity, ...],
        known: tuple[Known, ...],
        texts: dict[int, str],
        heard: list[tuple[Quantity, ...]],
    ) -> _Turn:
        """``known`` are the article's figures, ``texts`` its sentences, ``heard`` the figures of the turns before."""
        numbers = {sentence.number for sentence in said.sentences}
        near = {number - back for number in numbers for back in range(_AROUND + 1)}
        linked = tuple(each for each in known if each.number in numbers)
        heard_just_now = [Known(each, 0) for turn in heard for each in turn]
        before = [each for each in known if each.number in near - numbers]
        source = " ".join(texts[number] for number in sorted(near) if number in texts)
        return cls(said, figures, linked, (*before, *heard_just_now), source)


class _Editor:
    """Looks up the figures of one turn."""

    def __init__(self, turn: _Turn, known: tuple[Known, ...], texts: dict[int, str]) -> None:
        self.turn = turn
        self.known = known
        self.texts = texts
        self.carried = {at: _best(figure, turn.linked) for at, figure in enumerate(turn.figures)}
        self.used = [hit for fitted, hit in self.carried.values() if hit and fitted <= Fit.UNSAID]

    def findings(self) -> Iterator[Finding]:
        """In the order of the figures."""
        text, linked = self.turn.said.text, bool(self.turn.said.sentences)
        for at, figure in enumerate(self.turn.figures):
            if not is_talk(figure, text, linked=linked):
                yield from self._figure(at, figure)
        for first, second, source in swaps(self.turn.figures, text, self.turn.linked, self.texts):
            words = f"“{first.words}” and “{second.words}”"
            yield self._found(first, "figures-swapped", "warning", f"{words} {source}")

    def _figure(self, at: int, figure: Quantity) -> Iterator[Finding]:
        fitted, hit = self.carried[at]
        if fitted <= Fit.ROUNDED and hit:
            yield from self._other_noun(figure, hit)
            return
        if fitted in {Fit.WRONG_WAY, Fit.UNSAID} and hit:
            yield self._rounded(figure, fitted, hit)
            return
        if self._is_elliptical(at, figure) or is_single(figure, self.turn.said.source):
            return
        fitted, other = _best(figure, self.known)
        if fitted <= Fit.ROUNDED and other:
            if not self._worked_out(at, figure):
                yield from self._elsewhere(figure, other)
            return
        if is_small(figure):
            yield from self._small(at, figure)
            return
        if self._is_soft(figure):
            return
        how = self._worked_out(at, figure)
        if how:
            yield self._found(
                figure, "computed-figure", "note", f"“{figure.words}” is worked out from the article ({how})"
            )
        elif fitted in {Fit.WRONG_WAY, Fit.UNSAID} and other:
            yield self._rounded(figure, fitted, other)
        else:
            yield self._missing(figure)

    def _is_soft(self, figure: Quantity) -> bool:
        """Halves and sizes are looked at only where the named sentences have another one."""
        soft = figure.kind == "magnitude" or (figure.kind in {"fraction", "season", "decade"})
        if not soft:
            return False
        return self._rival(figure) is None and not (
            figure.kind == "fraction" and other_share(figure, self.turn.linked, self.used, self.turn.source)
        )

    def _worked_out(self, at: int, figure: Quantity) -> str:
        turn = self.turn
        others = [Known(each, 0) for n, each in enumerate(turn.figures) if n != at and self._is_carried(n)]
        years = sorted({year for each in self.known for year in years_in((each.quantity,))})
        sources = Sources((*turn.linked, *others), turn.before, turn.source, tuple(years))
        return worked_out(figure, turn.said.text, sources)

    def _is_elliptical(self, at: int, figure: Quantity) -> bool:
        """``150 billion, maybe 250``: the scale and the unit are those of a figure shortly before, or behind."""
        if figure.kind != "number" or figure.unit or figure.value >= min(_SCALES):
            return False
        for beside in self.turn.figures[max(0, at - _FAR) : at + 2]:
            scale = max((scale for scale in _SCALES if beside.value >= scale), default=None)
            if scale and beside is not figure:
                whole = replace(figure, value=figure.value * scale, unit=beside.unit, kind=beside.kind)
                if _best(whole, self.turn.linked or self.known)[0] <= Fit.ROUNDED:
                    return True
        return False

    def _is_carried(self, at: int) -> bool:
        return (
            self.carried[at][0] <= Fit.ROUNDED or _best(self.turn.figures[at], self.known)[0] <= Fit.ROUNDED
        )

    def _other_noun(self, figure: Quantity, hit: Known) -> Iterator[Finding]:
        """``sechs Uhren`` where the article has three clocks and six times: right beside another noun."""
        if not (is_small(figure) and hit.quantity.noun) or same_noun(figure.noun, hit.quantity.noun):
            return
        same = [each for each in self.turn.linked if same_noun(figure.noun, each.quantity.noun)]
        if any(fit(figure, each.quantity) <= Fit.ROUNDED for each in same):
            return
        free = next((each for each in same if is_small(each.quantity) and each not in self.used), None)
        if free:
            text = f"“{figure.words}” is said of something else; {free.where} says “{free.quantity.words}”"
            yield self._found(figure, "figures-swapped", "warning", text)

    def _elsewhere(self, figure: Quantity, other: Known) -> Iterator[Finding]:
        """The article has it, but not where the turn says."""
        turn = self.turn
        if not turn.said.sentences or not (other.number or is_small(figure)):
            return
        stray = not shared(around(turn.said.text, figure), self.texts.get(other.number, ""))
        instead = self._rival(figure, any_size=stray)
        if instead is None and figure.kind == "fraction":
            yield from self._other_share(figure, other)
        if instead is None or (is_small(figure) and not self._counts_same(figure, instead)):
            return
        one, two = self.texts.get(other.number, ""), self.texts.get(instead.number, "")
        if closer(figure, turn.said.text, one, two):
            return
        text = (
            f"“{figure.words}” is not in the sentences that this turn names ({instead.where} says "
            f"“{instead.quantity.words}”); {other.where} has “{other.quantity.words}”"
        )
        yield self._found(figure, "figure-elsewhere", "warning", text)

    def _other_share(self, figure: Quantity, other: Known) -> Iterator[Finding]:
        """``ein Zehntel`` where the named sentences have "die Hälfte", which is no figure of its own."""
        if other_share(figure, self.turn.linked, self.used, self.turn.said.source):
            text = f"“{figure.words}” is not in the sentences that this turn names"
            text += f"; {other.where} has “{other.quantity.words}”"
            yield self._found(figure, "figure-elsewhere", "warning", text)

    def _rival(self, figure: Quantity, *, any_size: bool = False) -> Known | None:
        """The figure of the named sentences that may have been meant."""
        free = self.turn.linked
        if figure.kind == "year":  # "June 1792" is free for a wrong year although "June" was said
            said = years_in(self.turn.figures)
            return next((each for each in free if each.quantity.date[0] not in {0, *said}), None)
        return rival(figure, free, self.used, any_size=any_size)

    def _small(self, at: int, figure: Quantity) -> Iterator[Finding]:
        """A small number is a figure where the named sentences count the same, otherwise."""
        instead = self._rival(figure)
        if instead is None:
            heard = _best(figure, self.turn.before)[0] <= Fit.ROUNDED
            if claims_count(figure, self.turn.said.text) and not heard and not self._worked_out(at, figure):
                yield self._found(
                    figure, "ungrounded-number", "warning", f"“{figure.words}” is not in the article"
                )
            return
        same = same_noun(figure.noun, instead.quantity.noun)
        alike = self._counts_same(figure, instead)
        if alike or (figure.noun and not counts_talk(figure) and is_small(instead.quantity)):
            text = f"“{figure.words}” is not in the article; {instead.where} says “{instead.quantity.words}”"
            yield self._found(figure, "ungrounded-number", "error" if same else "warning", text)

    def _counts_same(self, figure: Quantity, other: Known) -> bool:
        """The same noun, or both "times", or, where one has no noun, a word in common beside the number."""
        noun, known = figure.noun, other.quantity
        if figure.kind == known.kind == "times" or same_noun(noun, known.noun):
            return True
        if not is_small(known) or counts_talk(figure):
            return False
        if counts_people(figure) or (figure.words[:1].isdigit() and known.words[:1].isdigit()):
            return True  # what is written in digits is no way of speaking
        text, source = self.turn.said.text, self.texts.get(other.number, "")
        there = clause(source, known.start, known.end)
        if noun:
            return not known.noun and shared(noun, there) > 0
        return shared(clause(text, figure.start, figure.end), there) > 0

    def _rounded(self, figure: Quantity, fitted: Fit, hit: Known) -> Finding:
        says = f"{hit.where} says “{hit.quantity.words}”"
        if fitted is Fit.UNSAID:
            return self._found(
                figure, "rounded-unsaid", "warning", f"“{figure.words}” is rounded without saying so; {says}"
            )
        way = {"under": "less than that", "over": "more than that"}[figure.approximate or "over"]
        text = f"“{figure.words}” is said as if it were {way}; {says}"
        return self._found(figure, "rounded-wrong", "warning", text)

    def _missing(self, figure: Quantity) -> Finding:
        turn = self.turn
        fitted, other = _best(figure, turn.linked or self.known)
        if (
            fitted is Fit.UNIT
            and other
            and (figure.unit or other.quantity.kind in {"percent", "points", "money"})
        ):
            text = f"“{figure.words}” has another unit in the article; {other.where} says “{other.quantity.words}”"
            return self._found(figure, "unit-changed", "error", text)
        near = nearest(figure, turn.linked, self.known)
        says = f"; {near.where} says “{near.quantity.words}”" if near else ""
        kind = "number"
        if figure.kind in DATED:
            kind = "date"
        elif figure.kind in {"money", "measure"}:
            kind = "amount"
        text = f"“{figure.words}” is not in the article{says}"
        return self._found(figure, f"ungrounded-{kind}", self._severity(figure), text)

    def _severity(self, figure: Quantity) -> Severity:
        """What nobody can hear as a figure of the article is only noted."""
        if not is_loose(figure):
            return "error"
        return "warning" if self.turn.said.sentences else "note"

    def _found(self, figure: Quantity, kind: str, severity: Severity, text: str) -> Finding:
        return self.turn.said.finding(kind, severity, text, "grounding", figure.words)


def _best(figure: Quantity, known: tuple[Known, ...]) -> tuple[Fit, Known | None]:
    """The figure of the article that carries this one best; of equals the one of its kind, then the first."""
    best: tuple[Fit, bool, Known | None] = (Fit.NONE, True, None)
    for each in known:
        fitted = fit(figure, each.quantity, each.years)
        other_kind = each.quantity.kind != figure.kind or each.quantity.noun != figure.noun
        if (fitted, other_kind) < best[:2]:
            best = (fitted, other_kind, each)
            if fitted is Fit.SAME and not other_kind:
                break
    return best[0], best[2]
