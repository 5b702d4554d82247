"""From a text to the numbers that Kokoro speaks: phonemes of eSpeak NG, in Kokoro's alphabet, in runs it can bear."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["RUN", "VOCABULARY", "clauses", "numbers", "runs", "spell"]

RUN = 510
"""Phonemes in one run at most: Kokoro's context of 512 less the 0 at either end."""
FULL = 400
"""Phonemes from which on Kokoro begins to rush (its makers' VOICES.md): no further sentence is added."""

_RUNS = {
    1: ";:,.!?",
    9: '—…"()“” \u0303ʣʥʦʨᵝꭧAI',
    31: "O",
    33: "Q",
    35: "ST",
    39: "W",
    41: "Yᵊabcdef",
    50: "hijklmnopqrstuvwxyzɑɐɒæ",
    75: "βɔɕç",
    80: "ɖðʤə",
    85: "ɚɛɜ",
    90: "ɟ",
    92: "ɡ",
    99: "ɥ",
    101: "ɨɪʝ",
    110: "ɯɰŋɳɲɴø",
    118: "ɸθœ",
    123: "ɹ",
    125: "ɾɻ",
    128: "ʁɽʂʃʈʧ",
    135: "ʊʋ",
    138: "ʌɣɤ",
    142: "χʎ",
    147: "ʒʔ",
    156: "ˈˌː",
    162: "ʰ",
    164: "ʲ",
    169: "↓",
    171: "→↗↘",
    177: "ᵻ",
}
VOCABULARY = {sign: first + place for first, signs in _RUNS.items() for place, sign in enumerate(signs)}
"""Kokoro-82M's signs and their numbers (``vocab`` in the model's config.json, Apache-2.0), by runs without a gap."""

_SPELLING = {
    "en": {
        "tʃ": "ʧ", "dʒ": "ʤ", "eɪ": "A", "aɪ": "I", "ɔɪ": "Y", "oʊ": "O", "əʊ": "Q", "aʊ": "W", "ɚ": "əɹ",
        "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "oːɹ": "ɔɹ", "ɐ": "ə", "ɬ": "l", "r": "ɹ", "ː": "",
    },
    "de": {
        "ʏ": "y", "ts": "ʦ", "tʃ": "ʧ", "n̩": "ən", "l̩": "əl", "m̩": "əm", "ɜ": "ɐ", "r": "ʁ", "ɾ": "ʁ",
    },
}  # fmt: skip
"""eSpeak's signs for what Kokoro has another sign for. English: the alphabet it was trained on (misaki's EN_PHONES.md).
German, on which it was not trained: the nearest that it has."""
_SPELLING["en-gb"] = {**_SPELLING["en"], "ɜː": "ɜː", "oːɹ": "ɔːɹ", "ː": "ː"}

_CLAUSE = re.compile(r"(.*?)([.,;:!?]*)(?:(?<=[.,;:!?])\s+|\s*$)", re.DOTALL)
_SYLLABIC = re.compile(r"əl(?![ˈˌaeiouæɐɑɒɔəɚɛɜɪʊʌᵻ])")
"""As in "cancelled" and at the end of "national", not as in "hello"."""
_FOREIGN = re.compile(r"\([a-z-]+\)")
"""How eSpeak marks where it changes the language inside a text."""


def clauses(text: str) -> list[tuple[str, str]]:
    """A text in parts at its marks, each with its mark: eSpeak's phonemes have none, and Kokoro reads them."""
    return [(m[1], m[2][:1]) for m in _CLAUSE.finditer(text) if m[1].strip()]


def spell(ipa: str, language: str) -> str:
    """eSpeak's phonemes in Kokoro's alphabet, what it lacks left out; ``language``: ``de``, ``en-us`` or ``en-gb``."""
    ipa = _FOREIGN.sub("", ipa)
    if language != "de":
        ipa = _SYLLABIC.sub("ᵊl", ipa)
    table = _SPELLING.get(language) or _SPELLING[language[:2]]
    for theirs, ours in table.items():
        ipa = ipa.replace(theirs, ours)
    return "".join(sign for sign in ipa if sign in VOCABULARY)


def runs(spoken: Sequence[tuple[str, str]]) -> list[str]:
    """Parts and their marks as runs of at most 400 signs, cut at sentences' ends.

    A longer sentence is cut below 510 signs: at a mark, else at a space.
    """
    found: list[str] = []
    sentence = run = ""
    for words, mark in spoken:
        sentence = f"{sentence} {words}{mark}".strip()
        if mark in {".", "!", "?"}:
            run, sentence = _put(found, run, sentence), ""
    run = _put(found, run, sentence)
    return [each for each in (*found, run) if each]


def _put(found: list[str], run: str, sentence: str) -> str:
    """The run with a sentence more; what is full before goes to ``found``."""
    if len(run) + 1 + len(sentence) <= FULL:
        return f"{run} {sentence}".strip()
    if run:
        found.append(run)
    while len(sentence) > RUN:
        head = sentence[: RUN + 1]
        cut = max(head.rfind(", "), head.rfind("; "), head.rfind(": ")) + 1 or head.rfind(" ")
        cut = cut if 0 < cut <= RUN else RUN
        found.append(sentence[:cut].strip())
        sentence = sentence[cut:].strip()
    return sentence


def numbers(run: str) -> list[int]:
    """A run as Kokoro takes it: a 0 at either end."""
    return [0, *(VOCABULARY[sign] for sign in run), 0]
