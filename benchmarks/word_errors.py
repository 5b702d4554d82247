"""How many of the written words were heard: the scoring of intelligibility.py. It needs no recogniser.

The word error rate is (wrong + missing + added words) / written words, over the cheapest alignment. Tolerated, because
no listener would notice it or because it is a habit of the recogniser's spelling and not of the voice's sound:

- case, punctuation, hyphens, apostrophes, ß for ss; nothing else of the letters ("Süden" is not "Suden");
- where words begin and end: up to five written words may be heard as up to five others if their letters, joined, are
  the same ("Kampf Jet" is "Kampfjet", "Mar-a-Lago" is "Maralago"). Where they are not, the letters tell which of the
  written words are wrong: "Machtpoker" heard as "Macht Bocker" is one wrong word and not two;
- figures and signs for words ("24" is "vierundzwanzig", "3. Oktober" is "dritter Oktober" only where its ending is
  right, "%" is "Prozent"): both sides are read by ``podcast.speech.read``, what was heard as well as what was written;
- acronyms: "FBI" is "F. B. I."; "harbour" is "harbor", "organised" is "organized", "Paragraph" is "Paragraf";
- the spelling of a name where the check of the script takes it for the same name (podcast/checks/spelling.py and
  ``spellings`` in show.toml): "Selenskyj" is "Selenski"; and where two spellings of a name sound alike: an h that
  nobody speaks ("Jonson" for "Johnson"), f, v and w at its end ("Peskoff"). "Trump" heard as "Tramp" is wrong;
- two spellings that the dictionary allows: "aufwändig", "aufwendig". But "viel" for "fiel" is wrong, although it sounds
  the same: a recogniser that writes it has not understood the sentence.

Names count like any word. They are compared with what was written, never with the respelling that an engine was
given: the words of the pronunciation tables are kept from ``read`` on both sides.

Not ``jiwer``: it knows no compounds, and in German half of its errors would be spaces.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from podcast.checks.name_keys import names_of
from podcast.checks.spelling import SPELLINGS, Spellings, genitives
from podcast.speech import read

__all__ = ["Pair", "Score", "align", "name_words", "sameness", "score", "words"]

JOIN = 5
"""Words at most on each side that may be one: "2.025" is read "zweitausend fünf und zwanzig" by some."""
LIKE = 0.4
"""Share of the letters that may differ in words with other boundaries that still are each other's mishearing."""
MIN_NAME = 3
"""Shorter words inside a name ("a" in "Mar-a-Lago") need not be names themselves."""
BAND = 40
"""Words by which the two texts may drift apart, beyond their difference in length."""

_WORD = re.compile(r"[^\W\d_]+")
_KEPT = "qq"
"""Behind a word while ``read`` works: no table knows it then. No German or English word ends so."""
_ROMAN = re.compile(r"[IVX]+")
_INITIALS = re.compile(r"\b(?:[A-ZÄÖÜ]\.\s?){2,}")
_SCALES = frozenset({"mio", "mrd", "bio", "tsd"})
_VARIANTS = {
    "paragraph": "paragraf",
    "paragraphen": "paragrafen",
    "okay": "ok",
    "mister": "mr",
    "missis": "mrs",
}
_VARYING = re.compile(r"aufwend(?=ig)|alp(?=t?r[aä]um)|potenti(?=al|ell)")
_VARIED = {"aufwend": "aufwänd", "alp": "alb", "potenti": "potenzi"}
"""Two spellings of one word, neither of them wrong."""
_SILENT = re.compile(r"(?<=[aeiouyäöü])h(?![aeiouyäöü])|(?<=^w)h")
_BRITISH = re.compile(r"(?<=...)(?:our|is)(?=(?:e?[sd]?|ing|ation)$)")
"""The endings in which British and American spelling differ: "harbour", "organised"."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What was written, what was heard for it, and how many errors that is. Either side may be empty."""

    written: tuple[str, ...]
    heard: tuple[str, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of words: ``words`` written, ``errors`` of all kinds, ``names`` among the written, ``lost`` of these."""

    words: int
    errors: int
    names: int
    lost: int
    pairs: tuple[Pair, ...]

    @property
    def rate(self) -> float:
        """The word error rate; above 1 where more was added than written."""
        return self.errors / self.words if self.words else float(self.errors > 0)


@functools.lru_cache(maxsize=20_000)
def _letters_of(text: str, language: str) -> str:
    return "".join(_WORD.findall(read(text, language).casefold()))


def _left_to_read(word: str, after: str, language: str) -> bool:
    """Whether a word is an abbreviation or a Roman numeral, which ``read`` must see; names of the tables are not."""
    if len(word) == 1 or _ROMAN.fullmatch(word) or word.casefold() in _SCALES:
        return True
    as_it_is = _letters_of(word, language) == word.casefold()
    return (
        as_it_is
        and after == "."
        and _letters_of(f"{word}. 1", language) != _letters_of(f"{word} 1", language)
    )


def _kept(text: str, language: str) -> str:
    """``text`` with a mark behind each word that is no number, no abbreviation and beside no number."""
    text = _INITIALS.sub(lambda m: re.sub(r"[.\s]", "", m[0]) + " ", text)
    tokens = text.split()
    figures = [bool(re.search(r"\d|[§%€$£½¼¾]|^\W*[IVX]{2,}\W*$", token)) for token in tokens]
    out = []
    for place, token in enumerate(tokens):
        beside = any(figures[max(0, place - 1) : place + 2])

        def mark(match: re.Match[str], token: str = token, *, beside: bool = beside) -> str:
            word = match[0]
            if _left_to_read(word, token[match.end() : match.end() + 1], language):
                return word
            if beside and _letters_of(word, language) == word.casefold():
                return word
            return word + _KEPT

        out.append(token if re.search(r"[@/]|www\.", token) else _WORD.sub(mark, token))
    return " ".join(out)


def words(text: str, language: str) -> list[str]:
    """``text`` as its spoken words, in small letters: what is compared."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"(?<=\w)['’](?=\w)", "", text)
    said = read(_kept(text, language), language).replace(_KEPT, "")
    found = re.findall(r"[^\W_]+", said.casefold().replace("ß", "ss"))
    if language == "en":
        found = [_BRITISH.sub(lambda m: m[0].replace("ou", "o").replace("is", "iz"), word) for word in found]
    return [_VARIANTS.get(word, _VARYING.sub(lambda m: _VARIED[m[0]], word)) for word in found]


def _edits(one: str, other: str) -> list[int]:
    """For each letter of ``one`` and the place behind it: how many edits make ``other`` of it there."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row, last = [i], rows[-1]
        for j, b in enumerate(other, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b)))
        rows.append(row)
    edits, i, j = [0] * (len(one) + 1), len(one), len(other)
    while i or j:
        here = rows[i][j]
        if i and j and here == rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]):
            i, j = i - 1, j - 1
            edits[i] += one[i] != other[j]
        elif i and here == rows[i - 1][j] + 1:
            i -= 1
            edits[i] += 1
        else:
            j -= 1
            edits[max(i - 1, 0)] += 1
    return edits


def _group(
    written: Sequence[str], heard: Sequence[str], same: Callable[[tuple[str, ...], tuple[str, ...]], bool]
) -> int | None:
    """Errors where ``written`` was heard with other boundaries; ``None`` where they are not alike."""
    if same(tuple(written), tuple(heard)):
        return 0
    one, other = "".join(written), "".join(heard)
    if min(len(written), len(heard)) > 1 or abs(len(one) - len(other)) > LIKE * len(one):
        return None
    if one[:2] != other[:2] and one[-2:] != other[-2:]:
        return None
    edits = _edits(one, other)
    if sum(edits) > LIKE * len(one):
        return None
    wrong = at = 0
    for word in written:
        wrong += any(edits[at : at + len(word)])
        at += len(word)
    return wrong


def _same(written: tuple[str, ...], heard: tuple[str, ...]) -> bool:
    return "".join(written) == "".join(heard)


def align(
    written: Sequence[str],
    heard: Sequence[str],
    same: Callable[[tuple[str, ...], tuple[str, ...]], bool] = _same,
) -> list[Pair]:
    """The cheapest pairing of two lists of words, in their order; ``same`` says whether words on both sides are one."""
    n, m = len(written), len(heard)
    band = BAND + abs(n - m)
    far = n + m + 1
    cost = [[far] * (m + 1) for _ in range(n + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    cost[0][0] = 0
    for i in range(n + 1):
        middle = round(i * m / n) if n else 0
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            best, how = cost[i][j], step[i][j]
            if i and j:
                price = cost[i - 1][j - 1] + (not same((written[i - 1],), (heard[j - 1],)))
                if price < best:
                    best, how = price, (1, 1)
            if i and cost[i - 1][j] + 1 < best:
                best, how = cost[i - 1][j] + 1, (1, 0)
            if j and cost[i][j - 1] + 1 < best:
                best, how = cost[i][j - 1] + 1, (0, 1)
            for a in range(1, min(JOIN, i) + 1):
                for b in range(1, min(JOIN, j) + 1):
                    if a == b == 1 or cost[i - a][j - b] >= best:
                        continue
                    errors = _group(written[i - a : i], heard[j - b : j], same)
                    if errors is not None and cost[i - a][j - b] + errors < best:
                        best, how = cost[i - a][j - b] + errors, (a, b)
            cost[i][j], step[i][j] = best, how
    pairs = []
    i, j = n, m
    while i or j:
        a, b = step[i][j]
        errors = cost[i][j] - cost[i - a][j - b]
        pairs.append(Pair(tuple(written[i - a : i]), tuple(heard[j - b : j]), errors))
        i, j = i - a, j - b
    return pairs[::-1]


def name_words(text: str, language: str) -> frozenset[str]:
    """The words of the names in a text, as ``words`` gives them; small words in them ("von") are none."""
    return frozenset(
        word
        for name in names_of(text, language)
        for piece in re.findall(r"[\w'’]+", name.words)
        if piece[:1].isupper() and not _ROMAN.fullmatch(piece)
        for word in words(piece, language)
    )


def sameness(
    names: Set[str], spellings: Spellings = SPELLINGS
) -> Callable[[tuple[str, ...], tuple[str, ...]], bool]:
    """Whether heard words are the written ones: the same letters, or another spelling where these are ``names``."""

    def sound(word: str) -> str:
        return re.sub(r"(?:f|v)$", "f", spellings.key(_SILENT.sub("", word)))

    @functools.cache
    def named(one: str, other: str) -> bool:
        pairs = zip(genitives(one), genitives(other), strict=False)
        return any(spellings.key(a) == spellings.key(b) or sound(a) == sound(b) for a, b in pairs)

    def same(written: tuple[str, ...], heard: tuple[str, ...]) -> bool:
        if _same(written, heard):
            return True
        if not all(word in names or len(word) < MIN_NAME for word in written) or names.isdisjoint(written):
            return False
        return named("".join(written), "".join(heard))

    return same


def score(written: str, heard: str, language: str, spellings: Spellings = SPELLINGS) -> Score:
    """What was written against what was heard; ``language`` is "de" or "en"."""
    names = name_words(written, language)
    pairs = align(words(written, language), words(heard, language), sameness(names, spellings))
    named = [pair for pair in pairs if names.intersection(pair.written)]
    return Score(
        words=sum(len(pair.written) for pair in pairs),
        errors=sum(pair.errors for pair in pairs),
        names=sum(word in names for pair in named for word in pair.written),
        lost=sum(
            min(pair.errors, sum(word in names for word in pair.written)) for pair in named if pair.errors
        ),
        pairs=tuple(pairs),
    )
