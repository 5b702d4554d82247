"""German: a politician's party and state as American papers put them behind the name: "(R-Texas)", "(D-Mass.)"."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.abbreviations_de import FEMALE
from podcast.speech.words_en import STATES

__all__ = ["parties"]

_PARTY = {
    "R": ("Republikaner", "Republikanerin"),
    "D": ("Demokrat", "Demokratin"),
    "I": ("unabhängig", "unabhängig"),
}
_GERMAN = {"California": "Kalifornien", "Calif.": "Kalifornien", "CA": "Kalifornien"}
_POSTAL = dict(
    pair.split("=")
    for pair in (
        "AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CO=Colorado CT=Connecticut DE=Delaware FL=Florida GA=Georgia "
        "HI=Hawaii ID=Idaho IL=Illinois IN=Indiana IA=Iowa KS=Kansas KY=Kentucky LA=Louisiana ME=Maine MD=Maryland "
        "MA=Massachusetts MI=Michigan MN=Minnesota MS=Mississippi MO=Missouri MT=Montana NE=Nebraska NV=Nevada "
        "NH=New_Hampshire NJ=New_Jersey NM=New_Mexico NY=New_York NC=North_Carolina ND=North_Dakota OH=Ohio "
        "OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode_Island SC=South_Carolina SD=South_Dakota TN=Tennessee "
        "TX=Texas UT=Utah VT=Vermont VA=Virginia WA=Washington WV=West_Virginia WI=Wisconsin WY=Wyoming"
    ).split()
)
"""As the US Postal Service has them."""
_MARK = re.compile(r",?\s,\s([RDI])[-–]\s?([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)?)(?=\s?,|\s?$)")
"""Brackets have become commas by then."""
_BEFORE = 40
"""Characters in which the name stands."""


def parties(text: str) -> str:
    """``Ted Cruz (R-Texas)`` is "Ted Cruz, Republikaner aus Texas"; a woman by her title or her first name."""
    return _MARK.sub(_spoken, text)


def _spoken(match: re.Match[str]) -> str:
    before = re.findall(r"\w+", match.string[max(0, match.start() - _BEFORE) : match.start()])[-3:]
    woman = any(word in FEMALE or re.search(r"[a-z](?:orin|eurin|nerin|atin)$", word) for word in before)
    state = match[2]
    state = _GERMAN.get(state) or STATES.get(state) or _POSTAL.get(state, state).replace("_", " ")
    return f", {_PARTY[match[1]][woman]} aus {state}"
