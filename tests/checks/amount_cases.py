"""Figures of a turn beside those of an article: what passes, and what is said about the rest.

A case is the turn, and the finding: its kind and severity, or "" for none. Every turn names the article's sentences.
"""

from __future__ import annotations

GERMAN_SOURCE = (
    "Die Kammer zählte 50.400 Stimmen, das waren 12,4 Prozent.",
    "Am 3. Mai 1964 fehlten der Kasse 1,5 Millionen Dollar im Jahr.",
    "Der Anteil sank von acht auf fünf Prozentpunkte.",
)

GERMAN: tuple[tuple[str, str], ...] = (
    # digits and words
    ("Es waren 50.400 Stimmen.", ""),
    ("Es waren fünfzigtausendvierhundert Stimmen.", ""),
    ("Es waren 55.400 Stimmen.", "ungrounded-number error"),
    ("Es waren fünfundfünfzigtausendvierhundert Stimmen.", "ungrounded-number error"),
    ("Wegen der zwölf Komma vier Prozent?", ""),
    # inflection
    ("Das ging mit den anderthalb Millionen Dollar los.", ""),
    ("Es fehlten eineinhalb Millionen Dollar.", ""),
    ("Nach dem dritten Mai 1964 war Schluss.", ""),
    # rounding, said and unsaid
    ("Es waren gut 50.000 Stimmen.", ""),
    ("Es waren rund 50.000 Stimmen.", ""),
    ("Es waren über fünfzigtausend Stimmen.", ""),
    ("Es waren 50.000 Stimmen.", "rounded-unsaid warning"),
    ("Es waren genau 50.000 Stimmen.", "rounded-unsaid warning"),
    ("Es waren exakt 50.000 Stimmen.", "rounded-unsaid warning"),
    ("Es waren knapp 50.000 Stimmen.", "rounded-wrong warning"),
    ("Es waren fast fünfzigtausend Stimmen.", "rounded-wrong warning"),
    ("Es waren rund 60.000 Stimmen.", "ungrounded-number error"),
    ("Gut zwölf Prozent waren das.", ""),
    # compounds
    ("Da klaffte ein 1,5-Millionen-Dollar-Loch.", ""),
    ("Da klaffte ein 2,5-Millionen-Dollar-Loch.", "ungrounded-amount error"),
    ("Das war dann der Fünfprozentpunkterest.", ""),
    ("Das war dann der Fünfprozentrest.", "unit-changed error"),
    # dates
    ("Das war am 3. Mai 1964.", ""),
    ("Das war im Mai 1964.", ""),
    ("Das war am vierten Mai 1964.", "ungrounded-date error"),
    ("Das war am 3. Juni 1964.", "ungrounded-date error"),
    ("Das war 1946.", "ungrounded-date error"),
    # units
    ("Das waren 12,4 Prozentpunkte.", "unit-changed error"),
    ("Es fehlten 1,5 Millionen Euro.", "unit-changed error"),
    ("Am Ende waren es fünf Prozent.", "unit-changed error"),
)

ENGLISH_SOURCE = (
    "The chamber counted 50,400 votes, which was 12.4 percent.",
    "On May 3, 1964 its till lacked 1.5 million dollars a year.",
)

ENGLISH: tuple[tuple[str, str], ...] = (
    # digits and words
    ("It was 50,400 votes.", ""),
    ("It was fifty thousand four hundred votes.", ""),
    ("It was 55,400 votes.", "ungrounded-number error"),
    ("It was fifty-five thousand four hundred votes.", "ungrounded-number error"),
    ("Twelve point four percent, then.", ""),
    ("They lacked one and a half million dollars.", ""),
    # rounding, said and unsaid
    ("It was just over 50,000 votes.", ""),
    ("It was about fifty thousand votes.", ""),
    ("It was 50,000 votes.", "rounded-unsaid warning"),
    ("It was exactly 50,000 votes.", "rounded-unsaid warning"),
    ("It was almost 50,000 votes.", "rounded-wrong warning"),
    ("It was about 60,000 votes.", "ungrounded-number error"),
    # compounds
    ("There was a 1.5-million-dollar hole.", ""),
    ("There was a 2.5-million-dollar hole.", "ungrounded-amount error"),
    # dates
    ("It was the third of May 1964.", ""),
    ("It was May 4, 1964.", "ungrounded-date error"),
    ("It was 1946.", "ungrounded-date error"),
    # units
    ("That was 12.4 percentage points.", "unit-changed error"),
    ("They lacked 1.5 million euros.", "unit-changed error"),
)
