"""Dates as articles write them → ISO 8601."""

from __future__ import annotations

import datetime
import re

__all__ = ["DATELINE", "DATE_LINE", "iso_date"]

_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mar": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_MONTH = r"(?P<month>(?:jan|jän|feb|mär|mar|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*)\.?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+{_MONTH}\s+(?P<year>\d{{4}})(?!\d)",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
        # An American date is taken for one only where the month cannot be a day.
        r"(?<!\d)(?P<number>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?!\d)",
    )
)
_ANY = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}(?:\.|st|nd|rd|th)?\s+[A-Za-zäÄ]{3,9}\.?\s+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4})"
)
DATE_LINE = re.compile(
    r"^\W*(?:(?:stand|datum|date|veröffentlicht|erschienen|publiziert|aktualisiert|zuletzt (?:aktualisiert|geändert)"
    r"|published|updated|last (?:updated|modified))\b[\s:]*(?:am|on|at)?\s*)?"
    r"(?:(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+(?:den\s+)?)?"
    rf"(?P<date>{_ANY})[\s,|–-]*(?:(?:um|at|,|T)?\s*\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:uhr|h|[ap]\.?m\.?|[A-Z]{{2,4}})?)?\W*$",
    re.I,
)
"""A line that is a date and nothing else: ``Stand: 15. August 2025, 14:32 Uhr``, ``Published May 3, 2025``."""

DATELINE = re.compile(
    rf"^[A-ZÄÖÜ][\w./ -]{{1,40}}?(?:,\s+(?:den\s+)?{_ANY}|(?:,\s+{_ANY})?\s+\([^()]{{2,30}}\))\s*(?:[–—-]+|:)\s+(?=\S)"
)
"""The place and the day, or the agency, before a report: ``Washington, 28. Juni 2024 – ``, ``Berlin (dpa) – ``."""


def iso_date(text: str) -> str:
    """``"15. August 2025"`` → ``"2025-08-15"``; ``""`` where there is no whole date, or one that never was."""
    for form in _FORMS:
        if found := form.search(text):
            parts = found.groupdict()
            month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"][:3].lower()]
            try:
                return datetime.date(int(parts["year"]), month, int(parts["day"])).isoformat()
            except ValueError:
                continue
    return ""
