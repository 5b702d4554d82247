"""German tables: what is written short with a dot, and what it is short for."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

__all__ = [
    "AFTER_A_DAY",
    "BEFORE_A_NUMBER",
    "BEHIND_A_NAME",
    "ENDS_A_SENTENCE",
    "FEMALE",
    "OFFICES",
    "SHORT",
    "WEEKDAYS",
]

SHORT = {
    "z. B.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "unter anderem", "u. Ä.": "und Ähnliches",
    "o. Ä.": "oder Ähnliches", "i. d. R.": "in der Regel", "v. a.": "vor allem", "s. o.": "siehe oben",
    "s. u.": "siehe unten", "s. a.": "siehe auch", "u. U.": "unter Umständen", "z. T.": "zum Teil",
    "i. V.": "in Vertretung", "i. A.": "im Auftrag", "e. V.": "eingetragener Verein", "a. D.": "außer Dienst",
    "v. Chr.": "vor Christus", "n. Chr.": "nach Christus", "i. V. m.": "in Verbindung mit",
    "i. H. v.": "in Höhe von", "i. S. v.": "im Sinne von", "m. E.": "meines Erachtens", "p. a.": "pro Jahr",
    "o. g.": "oben genannte", "o. J.": "ohne Jahr", "s. g.": "so genannte", "u. v. m.": "und vieles mehr",
    "u. v. a.": "und viele andere", "u. s. w.": "und so weiter", "z. Zt.": "zurzeit", "z. Z.": "zurzeit",
    "z. Hd.": "zu Händen", "d. J.": "des Jahres", "d. M.": "des Monats", "d. Ä.": "der Ältere",
    "m. a. W.": "mit anderen Worten", "b. a. W.": "bis auf Weiteres", "hg. v.": "herausgegeben von",
    "n. a.": "nicht angegeben", "k. o.": "K O", "o. k.": "okee", "a. M.": "am Main", "a. d.": "an der",
    "i. e.": "das heißt", "bzw.": "beziehungsweise", "ca.": "circa", "evtl.": "eventuell", "evt.": "eventuell",
    "ggf.": "gegebenenfalls", "inkl.": "inklusive", "exkl.": "exklusive", "einschl.": "einschließlich",
    "max.": "maximal", "min.": "minimal", "mind.": "mindestens", "usw.": "und so weiter", "usf.": "und so fort",
    "uvm.": "und vieles mehr", "etc.": "et cetera", "vgl.": "vergleiche", "gest.": "gestorben",
    "bspw.": "beispielsweise", "lt.": "laut", "gem.": "gemäß", "ggü.": "gegenüber", "rd.": "rund",
    "resp.": "respektive",
    "entspr.": "entsprechend", "zzgl.": "zuzüglich", "abzgl.": "abzüglich", "allg.": "allgemein",
    "durchschn.": "durchschnittlich",
    "tägl.": "täglich", "mtl.": "monatlich", "jährl.": "jährlich", "verh.": "verheiratet", "gegr.": "gegründet",
    "stv.": "stellvertretend", "vorm.": "vormals", "insb.": "insbesondere", "insbes.": "insbesondere",
    "zit.": "zitiert",
    "Mr.": "Mister", "Mrs.": "Missis", "Ms.": "Miss", "Dr.": "Doktor", "Prof.": "Professor", "Dipl.": "Diplom",
    "Ing.": "Ingenieur", "Hr.": "Herr", "Hrn.": "Herrn", "Fr.": "Frau", "St.": "Sankt", "Nr.": "Nummer",
    "Nrn.": "Nummern", "No.": "Nummer", "Art.": "Artikel", "Abs.": "Absatz", "Kap.": "Kapitel",
    "Ziff.": "Ziffer", "lit.": "Buchstabe",
    "Rn.": "Randnummer", "Az.": "Aktenzeichen", "Sec.": "Section", "Abb.": "Abbildung", "Tab.": "Tabelle",
    "Anm.": "Anmerkung", "Bd.": "Band", "Bde.": "Bände", "Aufl.": "Auflage", "Hrsg.": "Herausgeber",
    "Hg.": "Herausgeber",
    "Verf.": "Verfasser", "Red.": "Redaktion", "Übers.": "Übersetzung", "Ausg.": "Ausgabe", "Jg.": "Jahrgang",
    "Jh.": "Jahrhundert", "Jhd.": "Jahrhundert", "Jhdt.": "Jahrhundert", "Str.": "Straße", "Pl.": "Platz",
    "Tel.": "Telefon",
    "Einw.": "Einwohner", "wg.": "wegen", "Bsp.": "Beispiel", "Fig.": "Figur", "Bgm.": "Bürgermeister",
    "Drs.": "Drucksache",
    "geschl.": "geschlossen", "stellv.": "stellvertretend", "verst.": "verstorben", "ausf.": "ausführlich",
    "Mitgl.": "Mitglied",
    "v. l. n. r.": "von links nach rechts", "v. r. n. l.": "von rechts nach links",
    "n. V.": "nach Verlängerung", "i. E.": "im Elfmeterschießen", "u. a. m.": "und anderes mehr",
    "u. E.": "unseres Erachtens",
    "i. e. S.": "im engeren Sinne", "i. w. S.": "im weiteren Sinne",
    "Mwst.": "Mehrwertsteuer", "MwSt.": "Mehrwertsteuer", "Jr.": "Junior", "jr.": "junior", "Sr.": "Senior",
    "sen.": "senior",
    "vs.": "gegen", "Inc.": "Ink", "Ltd.": "Limited", "Corp.": "Korporäischn", "Co.": "Co", "Bros.": "Brothers",
    "Gen.": "General", "Lt.": "Leutnant", "Col.": "Colonel", "Capt.": "Captain", "Sgt.": "Sergeant",
    "Adm.": "Admiral",
    "Maj.": "Major", "Rev.": "Reverend", "Hl.": "Heilige", "hl.": "heilige", "Präs.": "Präsident", "Vors.": "Vorsitz",
    "Mo.": "Montag", "Di.": "Dienstag", "Mi.": "Mittwoch", "Do.": "Donnerstag", "Sa.": "Samstag", "So.": "Sonntag",
    "Jan.": "Januar", "Feb.": "Februar", "Febr.": "Februar", "Apr.": "April", "Aug.": "August",
    "Sept.": "September", "Sep.": "September",
    "Okt.": "Oktober", "Nov.": "November", "Dez.": "Dezember",
}  # fmt: skip

OFFICES = {
    "Sen.": ("Senator", "Senatorin"),
    "Rep.": ("Repräsentant", "Repräsentantin"),
    "Gov.": ("Gouverneur", "Gouverneurin"),
    "Abg.": ("Abgeordneter", "Abgeordnete"),
    "Amb.": ("Botschafter", "Botschafterin"),
}
"""For a man, for a woman: the first name after it decides (FEMALE)."""

ENDS_A_SENTENCE = frozenset(
    {"usw.", "usf.", "uvm.", "etc.", "a. D.", "v. Chr.", "n. Chr.", "o. Ä.", "u. Ä.", "e. V.", "Jr.", "Sr."}
    | {"u. v. m.", "u. s. w.", "u. v. a.", "p. a.", "d. J.", "d. M.", "Inc.", "Ltd.", "Corp."}
)
"""Often the last of their sentence: before a capital letter the dot is a full stop, too."""
BEHIND_A_NAME = frozenset({"a. D.", "e. V.", "Jr.", "Sr.", "Inc.", "Ltd.", "Corp."})
"""Of these, only before a word that begins sentences: "Präsident a. D. Köhler"."""
BEFORE_A_NUMBER = frozenset(
    "Art. Abs. Kap. Nr. Nrn. No. Ziff. lit. Rn. Sec. Abb. Tab. Bd. Bde. Tel. Jg. Pl. Str.".split()
)
AFTER_A_DAY = frozenset("Jan. Feb. Febr. Apr. Aug. Sept. Sep. Okt. Nov. Dez.".split())
WEEKDAYS = frozenset("Mo. Di. Mi. Do. Sa. So.".split())

FEMALE = frozenset(
    "Alexandria Alice Amy Angela Ann Anna Anne Annie Barbara Beth Betty Brenda Carol Caroline Catherine Cindy Claire "
    "Claudia Condoleezza Cori Cynthia Debbie Deb Debra Diana Diane Dianne Dina Donna Doris Dorothy Elaine Elise "
    "Elizabeth Ellen Elissa Emily Eva Frances Gabrielle Grace Gretchen Hannah Heidi Helen Hillary Ilhan Iris "
    "Jacky Jan "
    "Jane Janet Jasmine Jeanne Jeannette Jen Jennifer Jessica Jill Joni Joyce Judy Julia Kamala Karen Karoline "
    "Kate Katherine Kathy "
    "Katie Kay Kelly Kim Kirsten Kristi Kyrsten Laura Lauren Linda Lisa Liz Lori Lucy Madeleine Maggie Maria Marie "
    "Marjorie Marsha Martha Mary Maura Maxine Mazie Melania Melissa Michelle Nancy Nikki Nydia Olympia Pam "
    "Pamela Patricia "
    "Patty Pramila Rachel Rashida Rosa Ruth Sally Sandra Sara Sarah Sharice Sheila Shelley Shirley Sonia Sonja "
    "Stacey "
    "Stephanie Summer Susan Suzanne Tammy Tina Tulsi Ursula Val Valerie Veronica Victoria Virginia Yvette Zoe".split()
)
"""First names of women in American and German politics."""
