"""German tables: words that Pico reads wrongly with a spelling that it reads right; nouns that are counted.

The spellings were checked by ear and by a recogniser (docs/voices.md says how), but for those that say so. Add a
word where it is missing: the left side is looked up without regard to case, as a whole word, with or without a final s.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.names_de import NAMES

__all__ = ["LEXICON", "ORDINAL_NOUNS", "SENTENCE_STARTERS"]

ORDINAL_NOUNS = (
    "Weltkrieg", "Jahrhundert", "Jahrtausend", "Jahrestag", "Geburtstag", "Todestag", "Mal", "Präsident", "Amtszeit",
    "Verfassungszusatz", "Zusatzartikel", "Kongress", "Armee", "Division", "Brigade", "Flotte", "Platz", "Stock",
    "Quartal", "Halbjahr", "Wahlperiode", "Legislaturperiode", "Runde", "Etage", "Auflage", "Klasse", "Kapitel",
    "Golfkrieg", "Hälfte", "Tag", "Woche", "Staffel", "Folge", "Vatikanische", "Reich", "Republik", "Wahlgang",
    "FC", "Bundesliga", "Liga", "Amendment", "Instanz", "Generation", "Senat", "Bundestag", "Infanterie",
    "Etappe", "Spieltag",
    "Lebensjahr", "Satz", "Teil", "Akt", "Rang", "Grad", "Stufe", "Phase", "Ausgabe", "Sitzung", "Verhandlungstag",
    "Gebot", "Bezirk", "Arrondissement", "Minute", "Sekunde", "Stunde", "Halbzeit", "Gang", "Anlauf",
    "Versuch", "Prozesstag",
)  # fmt: skip

SENTENCE_STARTERS = frozenset(
    "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses "
    "Diesen Diesem Jeder Jede Jedes Kein Keine Sein Seine Ihre Unser Unsere Alle Beide Viele Manche Einige "
    "Andere Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn In Im Auf Am An Bei Beim Mit Nach Von Vom Vor Für "
    "Über Unter Aus Seit Zu Zum Zur Um Durch Gegen Ohne Bis Doch Aber Und Oder Denn Wenn Als Weil Obwohl "
    "Während Nachdem Bevor Da Damit Dann Danach Dabei Dort Hier Heute Damals Später Jetzt Nun So Auch Nur Noch "
    "Schon Sogar Selbst Insgesamt Zusammen Außerdem Zudem Wer Was Wie Wo Warum Welche Welcher Nicht Mehr "
    "Weniger Rund Etwa Fast Ganz Davon Dazu Daran Darauf Dagegen Daher Deshalb Trotzdem Allerdings Jedoch "
    "Zuvor Zuletzt Gleichzeitig Inzwischen Mittlerweile Seitdem Damals Dennoch Zwar Sowohl Weder Entweder".split()
)
"""With one of these after it, a full stop behind a number ends a sentence and makes no ordinal."""

# Names of people and places stand in names_de.py.
# Pico knows Team, Job, Boom, Deal, Comeback, Statement, Mainstream, Timing, Business, Image, Interview, Podcast,
# Supreme Court, Wall Street, Donald, Elon, Clinton, Johnson, Georgia by itself; a spelling made them worse.
_WORDS = {
    # the hosts and the show
    "Ben": "Benn",
    "Deep Dive": "Diep Daif",
    # English words of politics and media
    "The Beast": "De Biest",
    "Dealmaker": "Diel Mejker",
    "Dealmakers": "Diel Mejkers",
    "Show": "Schoh",
    "Shows": "Schohs",
    "Reality": "Riäliti",
    "Jet": "Dschett",
    "Jets": "Dschetts",
    "Kampfjet": "Kampf Dschett",
    "Kampfjets": "Kampf Dschetts",
    "Tweet": "Twiet",
    "Tweets": "Twiets",
    "Fake News": "Fejk Njus",
    "News": "Njuhs",
    "Shutdown": "Schattdaunn",
    "Swing State": "Swing Steht",
    "Swing States": "Swing Stehts",
    "Midterms": "Midtörms",
    "Filibuster": "Fillibuster",
    "Gerrymandering": "Dscherrimändering",
    "White House": "Weit Haus",
    "Deep State": "Diep Steht",
    "Super Tuesday": "Super Tjuhsdeh",
    "Running Mate": "Ranning Meht",
    "Leader": "Lieder",
    "Insider": "Inseider",
    "Timeline": "Teimlein",
    "live": "leif",
    "Truth Social": "Truhß Sohschel",
    "Machtpoker": "Macht Poker",
    "Cloture": "Klohtscher",
    "Reconciliation": "Rekonziliation",
    # not heard yet: as English sounds in German letters
    "Air Force One": "Ähr Fors Wann",
    "Super Bowl": "Super Bohl",
    "Title": "Teitel",
    "Me Too": "Mi Tuh",
    "Black Lives Matter": "Black Laifs Mätter",
}
_FOLDED = {key.casefold(): spoken for key, spoken in (_WORDS | NAMES).items()}

LEXICON = (
    re.compile(
        r"(?<!\w)("
        + "|".join(re.escape(key) for key in sorted(_FOLDED, key=lambda k: (-len(k), k)))
        + r")('?s)?(?!\w)",
        re.IGNORECASE,
    ),
    _FOLDED,
)
