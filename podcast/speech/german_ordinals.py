"""German: ordinals with the ending that article, preposition and noun ask for, and Roman numerals.

It errs where only meaning decides: "der 2. Junge" (by the noun's ending), "Er wurde 80. Präsident Biden …".
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re

from podcast.speech.german_dates import MONTHS
from podcast.speech.numbers import ordinal_de, roman
from podcast.speech.words_de import ORDINAL_NOUNS, SENTENCE_STARTERS

__all__ = ["FEMININE", "ordinals", "romans"]

FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|zeit|anz|enz|ik|ur|e|liga|Armee|Nacht|Wahl|Macht|Stadt|Frau)n?$"
)
_NEUTER = re.compile(
    r"^(?:Jahr|Mal|Quartal|Halbjahr|Kapitel|Reich|Spiel|Buch|Semester|Amendment|Kind|Tor|Konzil|Urteil|Gebot|Gesetz|"
    r"Bataillon|Regiment|Korps|Vatikanische|Drittel|Viertel|Haus|Zimmer|Programm|Album|Treffen|Gipfeltreffen)"
)
_WEAK = frozenset(
    "dem den des im am zum zur vom beim ins ans einem einen eines einer seinem seinen seines seiner ihrem ihren "
    "ihres "
    "ihrer unserem unseren unserer diesem diesen dieses ab jedem jeden aller alle keinem keinen keiner "
    "deren meinem meinen meiner".split()
)
_E = frozenset("das die eine seine ihre unsere diese jede keine meine dies".split())
_ER = frozenset("ein sein ihr unser kein mein".split())
_DATIVE = frozenset("in mit von auf unter seit nach vor laut bei aus zu".split())
_ACCUSATIVE = frozenset("bis für gegen durch ohne um".split())
_DER = frozenset("der dieser jeder jener welcher".split())
"""Nominative before a masculine noun, dative or genitive before a feminine one."""
_KNOWN = "|".join((*MONTHS, *ORDINAL_NOUNS))
_DETERMINERS = "|".join(sorted(_WEAK | _E | _ER | _DER))
_PREPOSITIONS = "|".join(sorted(_DATIVE | _ACCUSATIVE | {"als"}))


_LABEL = re.compile(
    r"^(?:Platz|Band|Kapitel|Artikel|Seite|Rang|Regel|Teil|Nummer|Phase|Stufe|Absatz|Satz|Title|Liga) $"
)
_AGED = re.compile(r"^(?:wurde|war|ist|wird|werde|sei) $")


def _gender(noun: str) -> str:
    if noun in MONTHS:
        return "m"
    return "n" if _NEUTER.match(noun) else "f" if FEMININE.search(noun) else "m"


def _ending(before: str, noun: str) -> str:
    word = before.strip().casefold()
    gender = _gender(noun)
    if word in _WEAK or (word in _DER and noun[0].isupper() and gender == "f"):
        return "en"
    if word in _E or word in _DER:
        return "e"
    if word in _DATIVE:
        return {"m": "em", "n": "em", "f": "er"}[gender]
    if word in _ACCUSATIVE:
        return {"m": "en", "n": "es", "f": "e"}[gender]
    return {"m": "er", "n": "es", "f": "e"}[
        gender
    ]  # none, or one that ends in the noun's own case: "ein zweites"


def ordinals(text: str) -> str:
    """``am 3. Oktober`` is "am dritten Oktober", ``der 45. Präsident`` "der fünfundvierzigste Präsident"."""
    text = re.sub(r"\b(\d{1,3})(?:st|nd|rd|th) (?=[A-Z])", r"\1. ", text)
    text = re.sub(rf"\b((?i:{_DETERMINERS}) )(\d{{1,3}})\./(?=\d{{1,3}}\. )", r"\1\2. und ", text)
    starters = "|".join(sorted(SENTENCE_STARTERS))
    text = re.sub(
        rf"\b((?i:am|vom|zum|dem) )([12]?\d|3[01])\.(?=\s*$|\s+(?:{starters})\b)",
        lambda m: f"{m[1]}{ordinal_de(int(m[2]), 'en')}.",
        text,
    )
    chain = (
        rf"(?P<det>\b(?i:{_DETERMINERS}|{_PREPOSITIONS}) )?(?<![\d.,])\b(?P<first>\d{{1,3}})\."
        r"(?P<link>\s?[–-]\s?|/|,? (?:und|oder|bis|sowie)(?: zum| zur| dem| der| den| am| im)? )"
        r"(?P<second>\d{1,3})\. ?(?P<noun>[^\W\d_]\w*)"
    )
    text = re.sub(chain, _both, text)
    text = re.sub(
        rf"\b((?i:{_DETERMINERS}) )(\d{{1,3}})\.(\d{{3}})\. (?=([A-ZÄÖÜ]\w*))",
        lambda m: f"{m[1]}{ordinal_de(int(m[2] + m[3]), _ending(m[1], m[4]))} ",
        text,
    )
    after = rf"\b(?P<det>(?i:{_DETERMINERS}) )(?P<number>\d{{1,3}})\. (?P<noun>[^\W\d_]\w*)"
    text = re.sub(after, _one, text)
    # without an article only before nouns that are known to be counted
    return re.sub(
        rf"(?P<det>\b[^\W\d_]+,? )?(?<![\d.,])\b(?P<number>\d{{1,3}})\.\s?(?P<noun>(?:{_KNOWN})\w*)",
        _one,
        text,
    )


def _one(match: re.Match[str]) -> str:
    before, number, noun = match["det"] or "", int(match["number"]), match["noun"]
    if noun in SENTENCE_STARTERS:
        return match[0]  # "Zusammen sind das 535. Drei weitere …": the full stop ends a sentence
    if _LABEL.match(before):
        return match[0]  # "Sie kam auf Platz 2. Senat und Haus …"
    if _AGED.search(before) and noun in {"Präsident", "Senat", "Kongress", "Bundestag"}:
        following = match.string[match.end() : match.end() + 2]
        if following[1:].isupper():
            return match[0]  # "Er wurde 80. Präsident Biden …"
    return f"{before}{ordinal_de(number, _ending(_case(before, match), noun))} {noun}"


def _case(before: str, match: re.Match[str]) -> str:
    """An article behind "in der" is a dative's, whatever the noun's ending."""
    if before.strip() == "der" and re.search(
        r"\b(?:in|mit|von|auf|unter|seit|nach|vor|bei|aus|zu|an) $",
        match.string[max(0, match.start() - 8) : match.start()],
    ):
        return "zur"
    return before


def _both(match: re.Match[str]) -> str:
    before, link, noun = match["det"] or "", match["link"], match["noun"]
    known = re.match(rf"(?:{_KNOWN})", noun)
    own = link.split()[-1] if len(link.split()) > 1 else ""
    if noun in SENTENCE_STARTERS or not (known or match["det"]):
        return match[0]
    link = {"/": " und ", "–": " bis ", "-": " bis "}.get(link.strip(), link)
    first = ordinal_de(int(match["first"]), _ending(before, noun))
    second = ordinal_de(int(match["second"]), _ending(own or before, noun))
    return f"{before}{first}{link}{second} {noun}"


_ROYAL = frozenset(
    "Charles Elizabeth Elisabeth William Henry George Edward Eduard James Jakob Louis Karl Ludwig Friedrich "
    "Wilhelm Otto "
    "Heinrich Johannes Paul Benedikt Leo Pius Philipp Felipe Harald Margrethe Katharina Nikolaus Alexander Iwan "
    "Gustaf "
    "Gustav Georg Richard Leopold Joseph Franz Peter Albert Napoleon Ramses Gregor Urban Innozenz Konstantin "
    "Christian "
    "Franziskus Clemens Julius Kyrill Bartholomäus Maximilian Abdullah Mohammed Hassan Rama Beatrix Maria "
    "Isabella Victoria".split()
)
_QUEENS = frozenset(
    "Elisabeth Elizabeth Katharina Margrethe Victoria Viktoria Maria Isabella Beatrix Christina Anna Juliana "
    "Kleopatra "
    "Mary Anne Königin Zarin".split()
)
_NO_KINGS = frozenset(
    "Teil Band Kapitel Artikel Phase Generation Malcolm Formular Rocky Apollo Terminator Version Typ Klasse "
    "Gruppe Titel "
    "Stufe Akt Anhang Anlage Abschnitt Absatz Buch Liga Staffel Folge Mark Serie Modul Level Vitamin Szene "
    "Amendment".split()
)
_NUMBERED = (
    "Abs\\.|Art\\.|Kap\\.|Bd\\.|Nr\\.|Absatz|Kapitel|Teil|Artikel|Band|Akt|Phase|Stufe|Typ|Hartz|Amendment|"
    "Title|Apollo|Super Bowl|Wrestlemania|Anhang|"
    "Abschnitt|"
    "Buch|Klasse|Gruppe|Mark|Rocky|Titel|Anlage|Section|Formular|Gemini|Saturn"
)
_CASES = {"um": "en", "für": "en", "gegen": "en", "durch": "en", "ohne": "en"}
_KING = re.compile(
    r"\b(?P<prep>(?i:unter|mit|von|bei|nach|seit|zu|für|gegen|durch|ohne|um|dem|den) )?"
    r"(?P<title>(?:(?:dem|den|König|Königin|Papst|Kaiser|Kaiserin|Zar|Zarin|Prinz|Fürst|Sultan|"
    r"[A-ZÄÖÜ][a-zäöüß]{2,20}) ){0,3})"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]{1,20})(?P<own>'?) (?P<number>[IVX]{1,6})(?P<dot>\.?)(?=[\s,;:!?]|$)"
)


def romans(text: str) -> str:
    """``Ludwig XIV.`` is "Ludwig der Vierzehnte", ``Ludwigs XIV.`` "Ludwigs des …", ``II. Weltkrieg`` "2. …"."""
    nouns = "|".join(ORDINAL_NOUNS)
    text = re.sub(
        rf"\b({_NUMBERED})s? ([IVXL]{{1,7}})\b(?!\.\w)",
        lambda m: f"{m[1]} {roman(m[2]) or m[2]}",
        text,
    )
    text = _KING.sub(_king, text)
    text = re.sub(
        rf"\b([IVXL]{{1,7}})\.\s?((?:{nouns})\w*)", lambda m: f"{roman(m[1]) or m[1]}. {m[2]}", text
    )
    return re.sub(
        r"\b(II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XVI{1,3})\b", lambda m: str(roman(m[1])), text
    )


def _king(match: re.Match[str]) -> str:
    name, prep = match["name"], (match["prep"] or "").strip().casefold()
    number, dot = roman(match["number"]), match["dot"]
    rest = match.string[match.end() : match.end() + 32]
    following = re.match(r"\s+([^\W\d_]+)", rest)
    starts = bool(following and following[1] in SENTENCE_STARTERS)
    genitive = (
        name.endswith("s")
        and name not in _ROYAL
        and not prep
        and (name[:-1] in _ROYAL or (bool(dot) and not re.search(r"[aeiou]s$", name)))
    )
    genitive = genitive or (bool(match["own"]) and name in _ROYAL)
    royal = name in _ROYAL or genitive
    if name == "Malcolm" and dot and not starts:
        return match[0].removesuffix(".")
    if not number or name in _NO_KINGS or not (royal or dot):
        return match[0]
    if not royal and following and following[1].startswith(ORDINAL_NOUNS):
        return match[0]  # "Im II. Weltkrieg"
    if not royal and (len(match["number"]) == 1 or starts):
        return match[0]
    if len(match["number"]) == 1 and (not dot or (following and following[1][0].isupper() and not starts)):
        return match[0]  # "Philip V. Smith": a name between names
    bare = name.removesuffix("s") if genitive and not match["own"] else name
    queen = bare in _QUEENS or bool(_QUEENS & set(match["title"].split()))
    if genitive:
        article, ending = ("der" if queen else "des"), "en"
    elif prep in _CASES or prep == "den" or "den " in match["title"]:
        article, ending = ("die", "e") if queen else ("den", "en")
    elif prep or "dem " in match["title"]:
        article, ending = ("der" if queen else "dem"), "en"
    else:
        article, ending = ("die" if queen else "der"), "e"
    end = "." if dot and starts else ""
    before = f"{match['prep'] or ''}{match['title']}{name}{match['own']}"
    return f"{before} {article} {ordinal_de(number, ending).capitalize()}{end}"
