"""Tables for cutting sentences: what LanguageTool's rules (through choppa) get wrong in German and English news."""

from __future__ import annotations

import re

__all__ = ["JOINS", "MAX_QUOTED", "QUOTED", "SPLITS"]

MAX_QUOTED = 160
"""A quotation of at most so many characters (some 25 words) stays in one sentence, full stops inside or not."""

# Words that stand with a capital only at the head of a sentence: behind a full stop that could be an
# abbreviation's, they decide. No nouns, and no articles of newspapers' names behind "z. B.".
_STARTERS_DE = (
    "Aber|Alle|Als|Am|An|Auch|Auf|Aus|Außerdem|Bei|Beide|Bis|Da|Dabei|Dafür|Dagegen|Damit|Danach|Dann|Daran|Darum|Das|Dass"
    "|Davon|Dazu|Dem|Den|Denn|Der|Deren|Derzeit|Deshalb|Die|Dies|Diese|Dieser|Dieses|Doch|Dort|Durch|Ein|Eine|Einer|Er|Erst"
    "|Es|Für|Gegen|Heute|Hier|Ich|Ihm|Ihn|Ihr|Ihre|Im|Immer|In|Ist|Jede|Jeder|Jedes|Jetzt|Kein|Keine|Man|Mit|Nach|Nicht"
    "|Nichts|Niemand|Noch|Nun|Nur|Ob|Obwohl|Oder|Ohne|Schon|Sein|Seine|Seit|Seitdem|Sie|So|Sondern|Statt|Trotzdem|Über|Um"
    "|Und|Unter|Viele|Vielleicht|Vom|Von|Vor|Warum|Was|Weil|Wenn|Wer|Wie|Wir|Wo|Während|Zu|Zum|Zur|Zwar"
    "|Allein|Allerdings|Andere|Davor|Dennoch|Ebenso|Einige|Etwa|Fast|Gestern|Gleichzeitig|Hinzu|Insgesamt|Inzwischen"
    "|Jedoch|Künftig|Kurzfristig|Langfristig|Manche|Mittlerweile|Rund|Schließlich|Sogar|Später|Trotz|Wegen|Weitere|Zudem"
    "|Zuerst|Zugleich|Zuvor|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|Zehn|Elf|Zwölf"
)
_STARTERS_EN = (
    "A|After|All|Also|An|And|As|At|Because|Before|Both|But|By|Each|Even|Every|For|From|He|Her|Here|His|How|However|I|If|In"
    "|Instead|It|Its|It['’]s|Later|Many|Meanwhile|Most|My|Neither|No|Nobody|Not|Nothing|Now|On|Once|One|Only|Or|Our|Perhaps"
    "|She|Since|So|Some|Still|That|The|Their|Then|There|These|They|This|Those|Though|To|Today|Under|Until|We|What|When"
    "|Where|Whether|While|Who|Why|With|Yet|You|Your"
)
# Abbreviations that can end a sentence; behind all others a capital is a name.
_ENDING = (
    r"usw|etc|u\. ?s\. ?w|u\. ?v\. ?m|u\. ?a\. ?m|[uo]\. ?Ä|Chr|Min|Std|Sek|Stck|Jh|Jhd|Jhdt|Str|"
    r"Tsd|Mio|Mrd|Bio|Brd|Trd"
    r"|[a-zäöüß]str|Co|Inc|Ltd|Corp|Bros|Jr|Sr|U\. ?S|U\. ?K|U\. ?N|E\. ?U|D\. ?C|U\. ?S\. ?A|[ap]\. ?m|[AP]M"
    r"|a\. ?D|i\. ?R|e\. ?V|Ph\. ?D|M\. ?D|ff|f|Aufl|Bd"
    r"|Jan|Feb|Aug|Sept|Okt|Oct|Nov|Dez|Dec"
)
_ARTICLES = (
    "der|die|das|den|dem|des|im|am|zum|vom|beim|ins|zur|ab|seit|bis|und|oder|ein|eine|einen|einem|einer|eines"
    "|jeder|jedes|jeden"
)
_COUNTED = (
    r"str|Str|Abb|Abs|Abschn|Anm|Art|Aufl|Bd|Bde|Bl|ca|Fig|Jg|Kap|Lfg|Nr|Nrn|No|Nos|Par|Pkt|Rn|Rz|S|Sp|Tab|Taf|Tel"
    r"|Vol|Vols|Ziff|Z|ch|chap|sec|p|pp|art|fig|cf|approx|max|min|Max|Min|rd|bzw|vgl|Vgl|etwa|inkl"
    r"|exkl|zzgl|mind|Mind|geb|gest|gegr|ggf|evtl|z\. ?B|d\. ?h"
)
_OPENING = r"[\"'„“‚‘«»›‹(\[]*"

# (before the place, after it): a cut there is none. Both are matched against the text up to and from the place.
JOINS: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "de": (
        # Im 3. Quartal, der II. Weltkrieg: an ordinal with its article, and no word that begins a sentence.
        (
            re.compile(rf"(?:^|\b)(?:{_ARTICLES}) (?:\d{{1,4}}|[IVXLC]+)\.$", re.I),
            re.compile(rf"(?!(?:{_STARTERS_DE})\b)\w"),
        ),
        # zwischen dem 3. und 4. Mai; a month is a month.
        (
            re.compile(r"\d\.$"),
            re.compile(r"(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*\b|Jahrhundert|Jahrestag"),
        ),
        # "37 Bio. Dollar": choppa knows Mio. and Mrd., but not these.
        (re.compile(r"\d\s?(?:Bio|Brd|Trd)\.$"), re.compile(rf"(?!(?:{_STARTERS_DE})\b)[A-ZÄÖÜ]")),
    ),
    "en": (
        (
            re.compile(r"\b[ap]\.m\.$"),
            re.compile(r"(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\b|[A-Z]{2,3}\b"),
        ),
    ),
    "": (
        (re.compile(rf"(?:\b(?:{_COUNTED})|[a-zäöüß]str)\.$"), re.compile(r"[(§]?[\d½¼]")),
        # J. + D. Vance; A. + Müller at the head of a sentence.
        (re.compile(r"(?:^|[\s.(„“\"])[A-ZÄÖÜ]\.$"), re.compile(r"[A-ZÄÖÜ]\.")),
        (re.compile(rf"^{_OPENING}[A-ZÄÖÜ]\.(?: ?[A-ZÄÖÜ]\.)*$"), re.compile(r"[A-ZÄÖÜa-zäöü]")),
        # 1. Der Präsident: the number of a list.
        (re.compile(r"^\(?(?:\d{1,2}|[IVX]{1,4}|[a-z])[.)]$"), re.compile(r"\S")),
        # Names with a mark in them, and companies.
        (re.compile(r"[A-Za-z][!?]$"), re.compile(r"(?:Inc|Corp|Ltd|Co|AG|GmbH|SE|Plc|LLC)\b")),
        # A mark in mid-sentence: nothing begins with a small letter, a comma or a closing mark.
        (re.compile(r"[.!?…][\"'“”‘’«»›‹)\]]*$"), re.compile(r"[,;:)\]”’]|[–—-] ?[a-zäöüß]")),
        (re.compile(r"[!?…][\"“”‘’«»›‹)\]]*$"), re.compile(r"[a-zäöüß]")),
        (
            re.compile(
                r"\b(?:Dr|Prof|Hr|Hrn|Fr|Frl|Mr|Mrs|Ms|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Pres|Präs|Abg|Mag|Ing|St"
                r"|Rev|Hon|Mt|Ft"
                r"|Dipl|Frhr|Sekr|Ges|Kard|Bf|Bgm|sog|bzw|ggf|evtl|vgl|Vgl|dt|engl|frz|russ|amerik|ukr|europ|ehem|stellv"
                r"|insb|insbes|bes"
                r"|z\. ?B|d\. ?h|i\. ?e|e\. ?g|u\. ?a|v\. ?a|o\. ?g|s\. ?o|s\. ?u|m\. ?E|i\. ?d\. ?R|z\. ?T|z\. ?Z"
                r"|h\. ?c|vs|v|cf|Hl|hl"
                r"|röm|kath|ev|Fa|Tel|Hrsg|Hg|Red|Anm|gez|geb|gest|verh|Ew|Gebr)\.$"
            ),
            # Someone or something is named next.
            re.compile(r"[A-ZÄÖÜa-zäöüß]"),
        ),
    ),
}

# (before, after): a cut there is one, although choppa makes none. Between the two stands one space.
SPLITS: dict[str, tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]] = {
    "de": (
        (re.compile(rf"\S (?:\S* )?(?:{_ENDING})\.$"), re.compile(rf"{_OPENING}(?:{_STARTERS_DE})\b")),
        (
            re.compile(r"\w[“”\"«»)]?(?: ?…|\.\.\.)[“”\"«»)]?$"),
            re.compile(rf"{_OPENING}(?:{_STARTERS_DE})\b"),
        ),
        (re.compile(r"\S (?:\S+ )?\d{1,4}\.$"), re.compile(rf"{_OPENING}(?:{_STARTERS_DE})\b")),
        (
            re.compile(r"\w (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,3})\.$"),
            re.compile(rf"{_OPENING}(?:{_STARTERS_DE})\b"),
        ),
    ),
    "en": (
        (
            re.compile(rf"\S (?:\S* )?(?:{_ENDING}|St|Ave|Dept|Blvd)\.$"),
            re.compile(rf"{_OPENING}(?:{_STARTERS_EN})\b(?!\.)"),
        ),
        (re.compile(r"\w[”\"]?(?: ?…|\.\.\.)[”\"]?$"), re.compile(rf"{_OPENING}(?:{_STARTERS_EN})\b(?!\.)")),
    ),
    "": (
        # ‚…‘ ends like a word with an apostrophe: choppa goes on behind it.
        (re.compile(r"[.!?…][‘’]$"), re.compile(rf"{_OPENING}(?:{_STARTERS_DE}|{_STARTERS_EN})\b")),
        # A bracket that holds a whole sentence is one.
        (re.compile(r"(?:^|[.!?] )\([^()]+[.!?…][“”\"«»]?\)$"), re.compile(r"[\"„“»«(]?[A-ZÄÖÜ]")),
    ),
}

_BEFORE = r"(?:(?<=^)|(?<=[\s(\[–—-]))"
_AFTER = r"(?=$|[\s.,;:!?…)\]–—-])"
# Quotations, shortest first; an opening mark has a space before it, a closing one none.
QUOTED: dict[str, tuple[re.Pattern[str], ...]] = {
    "de": (re.compile(rf"„[^„“”]{{1,{MAX_QUOTED}}}[“”]"),),
    "en": (re.compile(rf"“[^“”]{{1,{MAX_QUOTED}}}”"),),
    "": (
        re.compile(rf"{_BEFORE}»(?=\S)[^«»]{{1,{MAX_QUOTED}}}(?<=\S)«{_AFTER}"),
        re.compile(rf"{_BEFORE}«(?=\S)[^«»]{{1,{MAX_QUOTED}}}(?<=\S)»{_AFTER}"),
        re.compile(rf"{_BEFORE}\"(?=\S)[^\"]{{1,{MAX_QUOTED}}}(?<=\S)\"{_AFTER}"),
    ),
}
