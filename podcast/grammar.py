"""Words and their parts of speech, German and English, from HanTa's models.

The two models name their tags differently (STTS in German, BNC C5 in English). Here they become one small set,
because the moves of a conversation need no more than: where is the finite verb, what is a name, what is a noun.
"""

from __future__ import annotations

import functools
import re
import warnings
from dataclasses import dataclass
from typing import Any

__all__ = ["Kind", "Word", "forget", "words_of"]

TOKEN = re.compile(r"\w+(?:[-'’.:,]\w+)*|[^\w\s]")

type_of: dict[str, dict[str, str]] = {
    "de": {
        "NN": "noun", "NNI": "noun", "NNA": "noun", "NE": "name", "ART": "article", "PPER": "pronoun",
        "PDS": "pronoun", "PIS": "pronoun", "PDAT": "determiner", "PIAT": "determiner", "PPOSAT": "determiner",
        "ADJ(A)": "adjective", "ADJ(D)": "adverb", "ADV": "adverb", "PROAV": "adverb", "CARD": "number",
        "APPR": "preposition", "APPRART": "preposition", "KON": "conjunction", "KOUS": "subordinator",
        "KOUI": "subordinator", "KOKOM": "comparison", "PRELS": "relative", "PRELAT": "relative",
        "PWS": "question", "PWAV": "question", "PWAT": "question", "PTKNEG": "not", "PTKVZ": "particle",
        "PTKZU": "to", "PRF": "reflexive",
        "VV(PP)": "participle", "VA(PP)": "participle", "VM(PP)": "participle",
        "VV(FIN)": "verb", "VA(FIN)": "verb", "VM(FIN)": "verb", "VV(IMP)": "verb", "VA(IMP)": "verb",
    },
    "en": {
        "NN0": "noun", "NN1": "noun", "NN2": "noun", "NP0": "name", "AT0": "article", "PNP": "pronoun",
        "PNI": "pronoun", "DT0": "determiner", "DPS": "determiner", "AJ0": "adjective", "AJC": "adjective",
        "AJS": "adjective", "AV0": "adverb", "AVP": "particle", "AVQ": "question", "CRD": "number",
        "ORD": "number", "PRP": "preposition", "PRF": "preposition", "CJC": "conjunction",
        "CJS": "subordinator", "CJT": "subordinator", "DTQ": "relative", "PNQ": "relative", "XX0": "not",
        "VVN": "participle", "TO0": "to", "PNX": "reflexive", "POS": "genitive", "EX0": "pronoun", "VM0": "verb",
        "VBB": "verb", "VBD": "verb", "VBZ": "verb", "VDB": "verb", "VDD": "verb", "VDZ": "verb",
        "VHB": "verb", "VHD": "verb", "VHZ": "verb", "VVB": "verb", "VVD": "verb", "VVZ": "verb",
    },
}  # fmt: skip

# The copula is what makes a claim of a sentence ("war kein Zufall", "was not a gift").
COPULA = {
    "de": {"ist", "sind", "war", "waren"},
    "en": {"is", "are", "was", "were"},
}

AUXILIARIES = {"be", "have", "get"}

Kind = str
MODELS = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a sentence, with its place (``start`` to ``end``, in characters).

    ``kind`` is one of the kinds of this module ("noun", "name", "verb" for a finite verb, …), "mark" for
    punctuation, "other" for the rest. ``lemma`` is lower case.
    """

    text: str
    lemma: str
    kind: Kind
    start: int
    end: int


@functools.cache
def _tagger(language: str) -> Any:  # noqa: ANN401 (HanTa brings no types)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from HanTa import HanoverTagger

        return HanoverTagger.HanoverTagger(MODELS[language])


@functools.lru_cache(maxsize=20_000)
def words_of(text: str, language: str) -> tuple[Word, ...]:
    """The words and marks of one sentence in ``"de"`` or ``"en"``, in their order."""
    places = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]
    if not places:
        return ()
    tagged = _tagger(language).tag_sent([token for token, _, _ in places])
    kinds = type_of[language]
    words: list[Word] = []
    for (token, start, end), (_, lemma, tag) in zip(places, tagged, strict=True):
        is_word = any(char.isalnum() for char in token)
        kind = kinds.get(tag, "other") if is_word else "mark"
        if is_word and token[0].isdigit():
            kind = "number"
        if tag == "VVN" and not any(word.lemma in AUXILIARIES for word in words[-3:]):
            kind = "verb"  # the model takes many a past tense ("doubled") for a participle
        words.append(Word(token, str(lemma).lower(), kind, start, end))
    return tuple(words)


def forget() -> None:
    """Let go of the models and of all words: some 40 MB that no later stage needs."""
    words_of.cache_clear()
    _tagger.cache_clear()
