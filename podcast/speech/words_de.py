"""German tables: abbreviations, acronyms, and words that Pico reads wrongly with a spelling that it reads right.

The spellings were checked by ear and by a recogniser (docs/voices.md says how). Add a word where it is missing:
the left side is looked up without regard to case, as a whole word, with or without a final s.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

__all__ = [
    "ABBREVIATIONS",
    "ACRONYMS",
    "LEXICON",
    "ORDINAL_NOUNS",
    "SENTENCE_STARTERS",
    "SPOKEN_ACRONYMS",
    "UNITS",
]

_SHORT = {
    "z. B.": "zum Beispiel",
    "Z. B.": "Zum Beispiel",
    "d. h.": "das heißt",
    "D. h.": "Das heißt",
    "u. a.": "unter anderem",
    "U. a.": "Unter anderem",
    "u. Ä.": "und Ähnliches",
    "o. Ä.": "oder Ähnliches",
    "i. d. R.": "in der Regel",
    "v. a.": "vor allem",
    "s. o.": "siehe oben",
    "s. u.": "siehe unten",
    "u. U.": "unter Umständen",
    "z. T.": "zum Teil",
    "i. V.": "in Vertretung",
    "e. V.": "eingetragener Verein",
    "a. D.": "außer Dienst",
    "v. Chr.": "vor Christus",
    "n. Chr.": "nach Christus",
    "bzw.": "beziehungsweise",
    "ca.": "circa",
    "Ca.": "Circa",
    "evtl.": "eventuell",
    "ggf.": "gegebenenfalls",
    "inkl.": "inklusive",
    "exkl.": "exklusive",
    "max.": "maximal",
    "min.": "minimal",
    "mind.": "mindestens",
    "usw.": "und so weiter",
    "etc.": "et cetera",
    "vgl.": "vergleiche",
    "sog.": "sogenannte",
    "geb.": "geborene",
    "gest.": "gestorben",
    "Mr.": "Mister",
    "Mrs.": "Missis",
    "Dr.": "Doktor",
    "Prof.": "Professor",
    "Hr.": "Herr",
    "Fr.": "Frau",
    "St.": "Sankt",
    "Nr.": "Nummer",
    "Art.": "Artikel",
    "Abs.": "Absatz",
    "Kap.": "Kapitel",
    "Jh.": "Jahrhundert",
    "Jhd.": "Jahrhundert",
    "Str.": "Straße",
    "Tel.": "Telefon",
    "Std.": "Stunden",
    "Sen.": "Senator",
    "Gov.": "Gouverneur",
    "Rep.": "Repräsentant",
    "Jr.": "Junior",
    "vs.": "gegen",
    "Jan.": "Januar",
    "Feb.": "Februar",
    "Apr.": "April",
    "Aug.": "August",
    "Sept.": "September",
    "Sep.": "September",
    "Okt.": "Oktober",
    "Nov.": "November",
    "Dez.": "Dezember",
}
_ENDS_A_SENTENCE = frozenset(
    {"usw.", "etc.", "a. D.", "v. Chr.", "n. Chr.", "o. Ä.", "u. Ä.", "e. V.", "Jr."}
)
_BEFORE_A_NUMBER = frozenset({"Art.", "Abs.", "Kap.", "Nr."})
_AFTER_A_DAY = frozenset({"Jan.", "Feb.", "Apr.", "Aug.", "Sept.", "Sep.", "Okt.", "Nov.", "Dez."})


def _short(written: str, spoken: str) -> tuple[re.Pattern[str], str]:
    body = r"\s?".join(re.escape(part) for part in written.split(" "))
    if written in _ENDS_A_SENTENCE:
        return re.compile(rf"(?<!\w){body[:-2]}(?:(?P<end>\.)(?=\s+[A-ZÄÖÜ]|\s*$)|\.)"), spoken
    ahead = r"(?=\s?\d)" if written in _BEFORE_A_NUMBER else ""
    behind = r"(?<=\d\.\s)" if written in _AFTER_A_DAY else ""
    return re.compile(rf"(?<!\w){behind}{body}{ahead}"), spoken


ABBREVIATIONS = [
    (re.compile(r"(?<!\w)S\.(?=\s?\d)"), "Seite"),
    (re.compile(r"(?<=\d)\s?[Mm]in\b\.?"), " Minuten"),
    (re.compile(r"(?<=\d)\s?[Ss]ek\b\.?"), " Sekunden"),
    *(_short(written, spoken) for written, spoken in sorted(_SHORT.items(), key=lambda item: -len(item[0]))),
]

ORDINAL_NOUNS = (
    "Weltkrieg", "Jahrhundert", "Jahrtausend", "Jahrestag", "Geburtstag", "Todestag", "Mal", "Präsident", "Amtszeit",
    "Verfassungszusatz", "Zusatzartikel", "Kongress", "Armee", "Division", "Brigade", "Flotte", "Platz", "Stock",
    "Quartal", "Halbjahr", "Wahlperiode", "Legislaturperiode", "Runde", "Etage", "Auflage", "Klasse", "Kapitel",
    "Golfkrieg", "Hälfte", "Tag", "Woche", "Staffel", "Folge", "Vatikanische", "Reich", "Republik", "Wahlgang",
)  # fmt: skip

SENTENCE_STARTERS = frozenset(
    "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Dies Diese Dieser Dieses "
    "Diesen Diesem Jeder Jede Jedes Kein Keine Sein Seine Ihre Unser Unsere Alle Beide Viele Manche Einige "
    "Andere Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn In Im Auf Am An Bei Beim Mit Nach Von Vom Vor Für "
    "Über Unter Aus Seit Zu Zum Zur Um Durch Gegen Ohne Bis Doch Aber Und Oder Denn Wenn Als Weil Obwohl "
    "Während Nachdem Bevor Da Damit Dann Danach Dabei Dort Hier Heute Damals Später Jetzt Nun So Auch Nur Noch "
    "Schon Sogar Selbst Insgesamt Zusammen Außerdem Zudem Wer Was Wie Wo Warum Welche Welcher Nicht Mehr "
    "Weniger Rund Etwa Fast Ganz".split()
)
"""With one of these after it, a full stop behind a number ends a sentence and makes no ordinal."""

SPOKEN_ACRONYMS = frozenset(
    "NATO UNO UNESCO UNICEF NASA OPEC FIFA UEFA PISA COVID IKEA AIDS NAFTA ASEAN EURATOM HAMAS "
    "BAFIN LASER RADAR PIN START SALT SWIFT TÜV".split()
)
"""Read as words; all others of two to five capitals letter by letter."""

ACRONYMS = {
    "AfD": "A F D",
    "GmbH": "G M B H",
    "KfW": "K F W",
    "DiD": "Di Ai Di",
    "MdB": "M D B",
    "EuGH": "E U G H",
    "BGH": "B G H",
    "CIA": "Sie Ei Äi",
    "FBI": "Eff Bie Ei",
    "NSA": "N S A",
    "MAGA": "Mäga",
    "GOP": "Dschi Oh Pi",
    "DHS": "D H S",
    "ICE": "Eis",
    "DOGE": "Dosch",
    "POTUS": "Potus",
    "SCOTUS": "Skotus",
    "CEO": "Si Ih Oh",
    "OK": "Okee",
    "IT": "Ei Tie",
    "PR": "Peh Err",
    "BBC": "Bi Bi Si",
    "CNN": "Si Enn Enn",
    "PDF": "P D F",
    "BIP": "B I P",
    "ATACMS": "Ätäkkems",
    "HIMARS": "Haimars",
}

UNITS = (
    re.compile(r"(\d)\s?(km/h|km²|m²|m³|km|cm|mm|kg|mg|kWh|MWh|GWh|TWh|kW|MW|GW|GHz|MHz|GB|MB|TB|ha|m)(?![\w²³/])"),
    {
        "km/h": "Kilometer pro Stunde", "km²": "Quadratkilometer", "m²": "Quadratmeter", "m³": "Kubikmeter",
        "km": "Kilometer", "cm": "Zentimeter", "mm": "Millimeter", "kg": "Kilogramm", "mg": "Milligramm",
        "kWh": "Kilowattstunden", "MWh": "Megawattstunden", "GWh": "Gigawattstunden", "TWh": "Terawattstunden",
        "kW": "Kilowatt", "MW": "Megawatt", "GW": "Gigawatt", "GHz": "Gigahertz", "MHz": "Megahertz",
        "GB": "Gigabyte", "MB": "Megabyte", "TB": "Terabyte", "ha": "Hektar", "m": "Meter",
    },
)  # fmt: skip

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
    "Filibuster": "Fillibaster",
    "Gerrymandering": "Dscherrimändering",
    "White House": "Weit Haus",
    "Deep State": "Diep Steht",
    "Super Tuesday": "Super Tjuhsdeh",
    "Running Mate": "Ranning Meht",
    "Leader": "Lieder",
    "Insider": "Inseider",
    "Timeline": "Teimlein",
    "live": "leif",
    "Truth Social": "Truhs Soschel",
    "Machtpoker": "Macht Poker",
    "New York": "Nju Jork",
    "New Yorker": "Nju Jorker",
    "New York Times": "Nju Jork Teims",
    "Washington": "Woschingtn",
    "Washington Post": "Woschingtn Pohst",
    "Silicon Valley": "Sillikon Wälli",
    "Los Angeles": "Los Ändscheles",
    "New Jersey": "Nju Dschörsi",
    "New Hampshire": "Nju Hämpschir",
    "South Carolina": "Saut Kärolaina",
    "North Carolina": "Nort Kärolaina",
    "Connecticut": "Konnettikat",
    "Wyoming": "Weioming",
    "Cloture": "Klohtscher",
    "Reconciliation": "Rekonziliation",
    "Ohio": "Oheio",
    "Iowa": "Eiowa",
    "Michigan": "Mischigän",
    "Maine": "Mehn",
    "Utah": "Juta",
    "Idaho": "Eidaho",
    "Illinois": "Illineu",
    "Capitol Hill": "Käppitoll Hill",
    # names
    "J. D.": "Dschäi Di",
    "JD Vance": "Dschäi Di Wänns",
    "Trump": "Tramp",
    "Biden": "Beiden",
    "Joe": "Dscho",
    "Vance": "Wänns",
    "Harris": "Härris",
    "Kamala": "Kammala",
    "Musk": "Massk",
    "Newsom": "Njusom",
    "Gavin": "Gäwin",
    "Bush": "Busch",
    "Reagan": "Reegen",
    "McConnell": "Mekonnell",
    "Schumer": "Schuhmer",
    "Pete": "Piet",
    "Hegseth": "Hegset",
    "Steve": "Stief",
    "Mike": "Meik",
    "DeSantis": "De Santis",
    "Kennedy": "Kennedi",
    "Jeffries": "Dscheffris",
    "Selenskyj": "Selenski",
    "Selenskij": "Selenski",
    "Selensky": "Selenski",
    "Zelensky": "Selenski",
    "Zelenskyy": "Selenski",
    "Dobropillya": "Dobropiljah",
    "Dobropillja": "Dobropiljah",
    "Charkiw": "Charkiff",
    "Kyjiw": "Kiew",
    "Lawrow": "Lawroff",
    "Xi Jinping": "Schi Dschinping",
    "Macron": "Makrong",
    "Orbán": "Orbahn",
    "Erdoğan": "Erdowan",
    "Erdogan": "Erdowan",
}
_FOLDED = {key.casefold(): spoken for key, spoken in _WORDS.items()}

LEXICON = (
    re.compile(
        r"(?<!\w)("
        + "|".join(re.escape(key) for key in sorted(_FOLDED, key=lambda k: (-len(k), k)))
        + r")('?s)?(?!\w)",
        re.IGNORECASE,
    ),
    _FOLDED,
)
