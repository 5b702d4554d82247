"""The line before a report that says where and when: "Washington, 28. Juni 2024 –". Nobody says it aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Dateline", "dateline_of"]

_DAY = (
    r"(?:\d{1,2}\.\s?(?:[A-ZÄ][a-zä]+|\d{1,2}\.)\s?\d{4}"
    r"|[A-Z][a-z]+\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]+\s\d{4})"
)
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÄÖÜ][\w./ -]{1,40}?)"
    rf"(?:,\s+(?:den\s+)?(?P<day>{_DAY}))?(?P<agency>\s+\([^()]{{2,30}}\))?\s*(?:[–—-]+|:)\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``place`` ("Washington") and ``day`` as the article writes it ("28. Juni 2024"; "" where it names none).

    ``end`` is where the report itself begins, in characters.
    """

    place: str
    day: str
    end: int


def dateline_of(text: str) -> Dateline | None:
    """The dateline at a report's beginning, with its day or its agency; ``None`` where there is none."""
    found = _DATELINE.match(text)
    if found is None or not (found["day"] or found["agency"]):
        return None
    place = found["place"].strip()
    if place.isupper():
        place = "-".join(part.capitalize() for part in place.split("-"))
        place = " ".join(part[:1].upper() + part[1:] for part in place.split())
    return Dateline(place, (found["day"] or "").strip(), found.end())
