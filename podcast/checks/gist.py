"""What a sentence says, clause by clause: the things it is about, and whether it says yes or no. Pure.

Two wordings of one thought rarely share their words, but mostly the stems of a few: names, figures, a noun, a verb.
These are its keys. "Angeklagt wurde Clinton nie" and "endeten ohne Anklage gegen Clinton" have the same two.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from podcast.checks.names import names_of
from podcast.checks.quantities import quantities_of
from podcast.checks.spelling import letters
from podcast.checks.tables import lines, pattern, words
from podcast.checks.talk import MAX_WORD, is_question, sentences, tagged
from podcast.grammar import Word

__all__ = [
    "MIN_STEM",
    "Clause",
    "beginnings",
    "clauses_of",
    "keys_in",
    "keys_of",
    "likeness",
    "stem",
    "strong",
]

MIN_STEM = 4
"""Letters that a stem keeps; shorter ones mean too many things."""
MIN_PART = 5
"""Letters of a word that may be a part of a compound ("Ausgleich" of "Inflationsausgleich")."""
PART_WORTH = 0.7
"""What it counts where one key is a part of the other, against 1 for the same key."""

_ENDINGS = {
    "de": (
        "ierungen ierung ungen ungs ung heiten heit keiten keit schaften schaft ieren lichen liche lich ischen ische "
        "isch baren bare bar samen sam haften haft innen eln ern en em er es e n s"
    ).split(),
    "en": (
        "ations ation itions ition ments ment ness ings ing ions ion ives ive able ible ities ity als al ers er ors or "
        "eds ed ly es e s y"
    ).split(),
}
_KINDS = frozenset({"noun", "name", "adjective", "verb", "participle", "other", "adverb"})
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_LIGHT = {
    "de": frozenset(
        stem
        for stem in "sein haben werden können müssen sollen wollen mögen machen geben gehen kommen sagen heißen bedeuten "  # noqa: SIM905
        "lassen tun bringen stehen liegen stellen finden sehen wissen meinen glauben nennen klingen halten nehmen bleiben "
        "ding sache mal jahr tag mensch leute frage antwort ende anfang beispiel teil art weise fall zeit uhr prozent "
        "million millionen milliarde milliarden billion dollar euro auch noch schon nur sogar eben halt ja doch mal denn "
        "also dann da so hier dort jetzt nun heute damals immer wieder sehr ganz gar etwa rund ungefähr fast knapp mehr "
        "weniger dazu dabei damit davon darauf dafür deshalb darum trotzdem jedoch allerdings aber zwar nämlich eigentlich "
        "einfach wirklich natürlich übrigens inzwischen mittlerweile später früher bisher bislang zuerst zunächst endlich "
        "erst vielleicht wohl offenbar genau ziemlich jedenfalls ständig stets oben unten tatsächlich angeblich immerhin danach seitdem vorher allein etwas deswegen darin daran darüber dagegen meistens meist irgendwann jemand viel viele wenig wenige groß klein gut neu alt ander anderer erste "
        "letzte ganze weit lang lange gleich selbst allein zusammen insgesamt überhaupt besonders vor allem vom zum".split()
    ),
    "en": frozenset(
        "be have do can could will would should may might must go come say get make mean take give put keep let know "  # noqa: SIM905
        "think see look call thing way lot bit kind sort part case time year day people man woman one also just even "
        "still yet only already very quite really rather so then there here now today again too much many more most "
        "less few little big small good new old other first last whole long same percent per cent million billion "
        "trillion dollar dollars euro about around almost nearly roughly well actually simply course maybe perhaps "
        "as well too before after though anyway however that these those what ago later earlier once ever never not no yes".split()
    ),
}
_CONTRACTED = re.compile(r"\b(\w+?)n['’]t\b")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_CUTS = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|\s*[()]\s*")
_AND = {
    "de": frozenset(
        [
            "und",
            "aber",
            "doch",
            "oder",
            "sondern",
            "sonst",
            "denn",
            "sowie",
            "während",
            "weil",
            "obwohl",
            "dass",
            "damit",
            "wenn",
            "als",
            "ohne",
        ]
    ),
    "en": frozenset(
        [
            "and",
            "but",
            "or",
            "so",
            "while",
            "because",
            "although",
            "that",
            "when",
            "if",
            "which",
            "who",
            "what",
            "whom",
            "whose",
            "without",
        ]
    ),
}
_FIGURES = ("#", "=")
_NO_STEMS = ("#", "=", "@")
"""Keys of figures, of dates and of names begin so."""
_VOTES = {"Ja": "zustimmen", "Nein": "ablehnen"}
"""Nouns; at the beginning of a sentence they are answers."""
_PREFIXES = frozenset(
    "ab an auf aus be bei durch ein ent er fest ge her hin los mit nach um unter ver vor weg zer zu zuruck zusammen uber".split()
)
_BEFORE_NOUN = frozenset({"ohne", "without"})
_ANSWER = re.compile(r"no(?!\s*\w)", re.IGNORECASE)
"""A "no" that no word follows: an answer."""
_NOT_BUT = {"de": frozenset({"sondern", "ohne"}), "en": frozenset({"but", "without"})}
"""Here a clause begins that has no verb."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: ``text`` as it stands, ``wording`` with its verbs put together, ``keys`` of what it is about.

    ``no`` whether it says no in so many words, and ``focus`` the keys of what that no is about; ``predicates`` are
    the keys of its verbs; ``hidden`` are words in it that can mean a no ("scheitern"); ``always`` whether it says the opposite of a no ("immer", "beide"), ``ever`` in the strongest way; ``asks`` whether its sentence is a question, and
    ``sentence`` that sentence's place in the text, from 0.
    """

    text: str
    wording: str
    keys: frozenset[str]
    focus: frozenset[str]
    predicates: frozenset[str]
    no: bool
    hidden: frozenset[str]
    always: bool
    ever: bool
    asks: bool
    sentence: int


@functools.lru_cache(maxsize=50_000)
def stem(lemma: str, language: str) -> str:
    """What a word and its relatives begin with: "Anklage", "anklagen" and "angeklagt" (lemma: anklagen) are "anklag"."""
    low = letters(lemma.casefold().translate(_UMLAUTS))
    ending = next((e for e in _ENDINGS[language] if low.endswith(e) and len(low) - len(e) >= MIN_STEM), "")
    return low.removesuffix(ending) if ending else low


@functools.cache
def _light(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _LIGHT[language])


@functools.cache
def _same(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines("claims", "same", language):
        stems = [stem(word, language) for word in line.split()]
        for each in stems:
            found.setdefault(each, stems[0])
    return found


def _plain(text: str, language: str) -> str:
    """English without contractions ("couldn't" is "could not")."""
    if language != "en":
        return text
    return _CONTRACTED.sub(lambda found: f"{_WHOLE.get(found[1].casefold(), found[1])} not", text)


@functools.lru_cache(maxsize=20_000)
def _marked(sentence: str, language: str) -> tuple[tuple[int, int, str, bool], ...]:
    """The keys of a sentence with their places, and whether each is of a verb or an adjective."""
    found: list[tuple[int, int, str, bool]] = []
    covered: list[tuple[int, int]] = []
    for quantity in quantities_of(sentence, language):
        kind = "=" if quantity.kind in {"date", "year", "decade"} else "#"
        found.append((quantity.start, quantity.end, f"{kind}{quantity.value}", False))
        covered.append((quantity.start, quantity.end))
    for name in names_of(sentence, language):
        if not any(start < name.end and name.start < end for start, end in covered):
            found.append((name.start, name.end, f"@{name.key}", False))
            covered.append((name.start, name.end))
    words_here = tagged(sentence, language)
    for at, (word, lemma) in enumerate(_lemmas(words_here, language)):
        if any(start <= word.start < end for start, end in covered) or word.kind not in _KINDS:
            continue
        key = _VOTES.get(word.text, "") if word.start else ""
        key = stem(key or lemma, language)
        if len(key) < 3 or key in _light(language) or word.text.casefold() in _no_words(language):
            continue
        key = _same(language).get(key, key)
        found.append((word.start, word.end, key, _predicate(words_here, at, language)))
    return tuple(sorted(found))


def _predicate(sentence: Sequence[Word], at: int, language: str) -> bool:
    """Whether a word is a verb, or an adjective that stands for itself."""
    kind = sentence[at].kind
    if kind == "adjective":
        behind = sentence[at + 1].kind if at + 1 < len(sentence) else "mark"
        return language == "en" and behind not in {"noun", "adjective", "name"}
    return kind in {"verb", "participle", "other", "adverb"}


def _lemmas(sentence: Sequence[Word], language: str) -> list[tuple[Word, str]]:
    """Words with their lemmas; a verb has its particle back: "kehrt … zurück" is "zurückkehren"."""
    verb: Word | None = None
    joined: dict[int, str] = {}
    for word in sentence:
        if word.kind == "verb":
            verb = word
        elif word.kind == "particle" and verb is not None and language == "de":
            joined[verb.start] = word.text.casefold() + verb.lemma
            verb = None
    return [(word, joined.get(word.start, word.lemma)) for word in sentence]


@functools.lru_cache(maxsize=20_000)
def keys_of(text: str, language: str) -> frozenset[str]:
    """The keys of a text."""
    plain = _plain(text, language)
    return frozenset(key for each in sentences(plain) for _, _, key, _ in _marked(each, language))


@functools.lru_cache(maxsize=20_000)
def clauses_of(text: str, language: str) -> tuple[Clause, ...]:
    """The clauses of a text (``"de"`` or ``"en"``), in their order."""
    found: list[Clause] = []
    for number, sentence in enumerate(sentences(_plain(text, language))):
        marked = _marked(sentence, language)
        spans, contrast = _spans(sentence, language)
        for start, end in _full(spans, marked, contrast):
            part = sentence[start:end]
            here = [each for each in marked if start <= each[0] < end]
            noes = _noes(sentence, start, end, language)
            found.append(
                Clause(
                    text=part.strip(),
                    wording=_wording(sentence, start, end, language),
                    keys=frozenset(key for _, _, key, _ in here),
                    focus=_focus(here, noes),
                    predicates=frozenset(key for _, _, key, predicate in here if predicate),
                    no=bool(noes),
                    hidden=_hidden(sentence, start, end, language),
                    always=_beginnings("always", language).search(part) is not None,
                    ever=_beginnings("ever", language).search(part) is not None,
                    asks=is_question(sentence),
                    sentence=number,
                )
            )
    return tuple(found)


def _full(
    spans: Sequence[tuple[int, int]], marked: Sequence[tuple[int, int, str, bool]], contrast: frozenset[int]
) -> list[tuple[int, int]]:
    """Spans without keys ("das gab es noch nie") go with the one before them; those that begin a contrast with the next."""
    full: list[tuple[int, int]] = []
    forward = False
    for start, end in spans:
        filled = _filled((start, end), marked)
        if full and (forward or not (_filled(full[-1], marked) and (filled or start in contrast))):
            full[-1] = (full[-1][0], end)
        else:
            full.append((start, end))
        forward = not filled and start in contrast and full[-1] == (start, end)
    return full


def _filled(span: tuple[int, int], marked: Sequence[tuple[int, int, str, bool]]) -> bool:
    return any(span[0] <= start < span[1] for start, _, _, _ in marked)


def _focus(here: Sequence[tuple[int, int, str, bool]], noes: Sequence[tuple[int, str]]) -> frozenset[str]:
    """What a no is about: what stands behind it, and the verb; behind "ohne" what stands next. Never a figure."""
    found: set[str] = set()
    for place, word in noes:
        behind = [key for start, _, key, _ in here if start > place]
        if word in _BEFORE_NOUN:
            found |= set(behind[:1])
        else:
            found |= {*behind, *(key for _, _, key, predicate in here if predicate)}
    if noes and not found:
        found |= {key for start, _, key, _ in here if start < noes[0][0]}
    named = frozenset(key for key in found if not key.startswith(_FIGURES))
    return frozenset(key for key in named if not key.startswith("@")) or named


def _spans(sentence: str, language: str) -> tuple[list[tuple[int, int]], frozenset[int]]:
    """Where the clauses of a sentence stand, cut at its marks and conjunctions; and where a contrast begins.

    None is without a verb, but for what follows "sondern" and what is denied in passing ("…, 31 Prozent nicht").
    """
    words_here = tagged(sentence, language)
    verbs = [
        word.start
        for before, word in zip((None, *words_here), words_here, strict=False)
        if _is_verb(before, word, language)
    ]
    cuts = {found.end() for found in _CUTS.finditer(sentence)}
    cuts |= {word.start for word in words_here if word.text.casefold() in _AND[language]}
    contrast = {word.start for word in words_here if word.text.casefold() in _NOT_BUT[language]}
    noes = _noes(sentence, 0, len(sentence), language)
    edges = sorted({0, len(sentence), *cuts})
    for start, end in itertools.pairwise(edges):
        if any(start <= place < end for place, _ in noes) and not any(
            start <= place < end for place in verbs
        ):
            contrast |= {start, end}
    spans: list[tuple[int, int]] = []
    start = 0
    for end in sorted({0, len(sentence), *cuts, *contrast})[1:]:
        has_verb = any(start <= place < end for place in verbs)
        rest = any(place >= end for place in (*verbs, *contrast))
        if end == len(sentence) or end in contrast or (has_verb and rest):
            spans.append((start, end))
            start = end
    return spans, frozenset(contrast)


def _is_verb(before: Word | None, word: Word, language: str) -> bool:
    """Whether a clause may rest on this word: a finite verb, or what may be one ("dass sie gewinnen", "dürfen")."""
    if word.kind in {"verb", "participle"}:
        return True
    infinitive = (before is not None and before.text.casefold() == "zu") or "zu" in word.text[2:-3]
    may_be = word.kind == "other" and word.text.islower() and word.text.endswith("n")
    return language == "de" and may_be and not infinitive


def _noes(sentence: str, start: int, end: int, language: str) -> list[tuple[int, str]]:
    """The words of a clause that say no, with their places; an answer's first word ("Nein, …") is none."""
    real = pattern("claims", "mock", language).sub(lambda found: " " * len(found[0]), sentence)
    noes = _no_words(language)
    verbs = [
        (found.start(), found[0].casefold())
        for found in pattern("claims", "no_verb", language).finditer(real)
    ]
    return [each for each in verbs if start <= each[0] < end] + [
        (found.start(), found[0].casefold())
        for found in re.finditer(r"[^\W\d_]+", real)
        if start <= found.start() < end
        and found[0].casefold() in noes
        and not _ANSWER.match(real, found.start())
    ]


@functools.cache
def _no_words(language: str) -> frozenset[str]:
    return frozenset(words("claims", "no", language))


@functools.cache
def _beginnings(table: str, language: str) -> re.Pattern[str]:
    return beginnings(words("claims", table, language), MIN_STEM if table == "hidden" else MAX_WORD)


def beginnings(listed: Sequence[str], least: int) -> re.Pattern[str]:
    """A pattern for words: those of ``least`` letters are beginnings, shorter ones and ``=``-marked ones stand whole."""
    entire = [word for word in listed if word[:1] == "=" or len(word) < least]
    begun = [word for word in listed if word not in entire]
    parts = (
        rf"\b(?:{'|'.join(re.escape(word.removeprefix('=')) for word in entire)})\b" if entire else "",
        rf"\b(?:{'|'.join(re.escape(word) for word in begun)})" if begun else "",
    )
    return re.compile("|".join(part for part in parts if part), re.IGNORECASE)


def _hidden(sentence: str, start: int, end: int, language: str) -> frozenset[str]:
    """Words of a clause that can mean a no, verbs with their particles ("lehnte … ab") included."""
    found = _beginnings("hidden", language).finditer(_wording(sentence, start, end, language))
    return frozenset(each[0].casefold() for each in found)


def _wording(sentence: str, start: int, end: int, language: str) -> str:
    """A clause as it stands, without what only looks like a no, and then its verbs with their particles."""
    real = pattern("claims", "mock", language).sub(" ", sentence[start:end])
    lemmas = [
        lemma
        for word, lemma in _lemmas(tagged(sentence, language), language)
        if start <= word.start < end and word.kind == "verb"
    ]
    return " ".join([real, "|", *lemmas])


def keys_in(clauses: Iterable[Clause]) -> frozenset[str]:
    """The keys of clauses together."""
    return frozenset(key for clause in clauses for key in clause.keys)


def likeness(one: str, other: str) -> float:
    """How far two keys mean the same: 1 for one key, less where one is a part of the other, else 0."""
    if one == other:
        return 1.0
    if one.startswith(_NO_STEMS) or other.startswith(_NO_STEMS):
        return 0.0
    short, long = sorted((one, other), key=len)
    if long.endswith(short) and long.removesuffix(short) in _PREFIXES:
        return PART_WORTH  # "anbieten", "bieten"
    if len(short) >= MIN_PART and (long.endswith(short) or long.startswith(short)):
        return PART_WORTH
    return 0.0


def strong(keys: Iterable[str]) -> bool:
    """Whether there are two keys, or one that is a name or a figure: enough to look for a place."""
    every = list(keys)
    return len(every) > 1 or any(key.startswith(_NO_STEMS) for key in every)
