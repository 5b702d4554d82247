"""English tables: abbreviations, titles, states, units, acronyms, and words that an engine reads wrongly.

Add a word where it is missing; ``PREPARATION_VERSION`` in prepare.py is raised with every change.
"""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

__all__ = [
    "ABBREVIATIONS",
    "BEFORE_NUMBERS",
    "CLEAR_STATES",
    "COUNTED",
    "EMPHASISED",
    "LETTER_NOUNS",
    "LEXICON",
    "NUMERAL_NOUNS",
    "ROYAL",
    "SPECIAL_ACRONYMS",
    "SPELLED_ACRONYMS",
    "SPOKEN_ACRONYMS",
    "STARTERS",
    "STATES",
    "STATE_CODES",
    "TITLES",
    "ZONES",
]

STARTERS = frozenset(
    "A After All Also Although An And Another Any As At Because Before But By Critics Democrats During Each Even "
    "Every For From Given He Her Here His How However I If In Instead It Its Just Last Later Like Many Meanwhile "
    "More Most Much My Neither Next No Nobody None Nor Not Nothing Now Of On Once One Only Or Our Over Perhaps "
    "Republicans She Since So Some Still Such That The Their Then There These They This Those Though Through Thus "
    "To Today Tomorrow Under Until We Were What When Where Whether Which While Who Why With Without Yes Yesterday "
    "Yet You Your".split()
)
"""A capital word that hardly ever goes on a name: after an abbreviation's dot it begins a new sentence."""

TITLES = {
    "Dr": "Doctor", "Drs": "Doctors", "Prof": "Professor", "Mr": "Mister", "Mrs": "Missis", "Ms": "Miz",
    "Messrs": "Messers", "Sen": "Senator", "Sens": "Senators", "Rep": "Representative", "Reps": "Representatives",
    "Gov": "Governor", "Govs": "Governors", "Gen": "General", "Lt": "Lieutenant", "Col": "Colonel",
    "Maj": "Major", "Brig": "Brigadier", "Capt": "Captain", "Sgt": "Sergeant", "Cpl": "Corporal",
    "Pvt": "Private", "Adm": "Admiral", "Cmdr": "Commander", "Rev": "Reverend", "Hon": "Honorable",
    "Pres": "President", "Sec": "Secretary", "Atty": "Attorney", "Supt": "Superintendent", "Asst": "Assistant",
    "Treas": "Treasury", "Det": "Detective",
    "Msgr": "Monsignor", "Amb": "Ambassador", "Insp": "Inspector", "Mt": "Mount", "Ft": "Fort", "St": "Saint",
    "Ste": "Saint",
}  # fmt: skip
"""Before a name only, so their dot never ends a sentence."""

ABBREVIATIONS = {
    "e.g.": "for example", "i.e.": "that is", "etc.": "et cetera", "vs.": "versus", "approx.": "approximately",
    "et al.": "and others", "cf.": "compare", "a.k.a.": "ay K ay", "a.m.": "A M", "p.m.": "P M", "Ph.D.": "P H D",
    "Jr.": "Junior", "Sr.": "Senior", "Esq.": "Esquire", "Inc.": "Incorporated", "Co.": "Company",
    "Cos.": "Companies", "Corp.": "Corporation", "Ltd.": "Limited", "Bros.": "Brothers", "Dept.": "Department",
    "Assn.": "Association", "Univ.": "University", "Ave.": "Avenue", "Blvd.": "Boulevard", "Rd.": "Road",
    "Hwy.": "Highway", "Rte.": "Route", "est.": "established", "avg.": "average", "govt.": "government",
    "Govt.": "Government", "dept.": "department", "Depts.": "Departments", "incl.": "including",
    "misc.": "miscellaneous",
    "Mon.": "Monday", "Tue.": "Tuesday", "Tues.": "Tuesday", "Wed.": "Wednesday", "Thu.": "Thursday",
    "Thurs.": "Thursday", "Fri.": "Friday", "w/o": "without",
}  # fmt: skip
"""Their dot ends the sentence too where one of ``STARTERS`` or nothing follows."""

BEFORE_NUMBERS = {
    "No.": "number", "no.": "number", "Nos.": "numbers", "nos.": "numbers", "p.": "page", "pp.": "pages",
    "Vol.": "Volume", "vol.": "volume", "Ch.": "Chapter", "ch.": "chapter", "Fig.": "Figure", "fig.": "figure",
    "Art.": "Article", "art.": "article", "Arts.": "Articles", "Sec.": "Section", "sec.": "section",
    "Secs.": "Sections", "secs.": "sections", "Apt.": "Apartment", "ext.": "extension", "c.": "circa",
    "ca.": "circa", "Prop.": "Proposition", "Res.": "Resolution",
    "Amend.": "Amendment", "Pt.": "Part",
}  # fmt: skip
"""Only where a figure or a Roman numeral follows: "No. He did not." is a sentence."""

STATES = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado",
    "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois",
    "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky", "La.": "Louisiana", "Mass.": "Massachusetts",
    "Md.": "Maryland", "Mich.": "Michigan", "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri",
    "Mont.": "Montana", "N.C.": "North Carolina", "N.D.": "North Dakota", "N.H.": "New Hampshire",
    "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Neb.": "Nebraska", "Nev.": "Nevada",
    "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island",
    "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn.": "Tennessee", "Tex.": "Texas", "Va.": "Virginia",
    "Vt.": "Vermont", "W.Va.": "West Virginia", "W. Va.": "West Virginia", "Wash.": "Washington",
    "Wis.": "Wisconsin", "Wyo.": "Wyoming",
}  # fmt: skip
"""As the Associated Press shortens them, after a town or a party."""

CLEAR_STATES = frozenset(
    "Ala. Ariz. Ark. Calif. Colo. Conn. Fla. Ky. Mich. Minn. Neb. Nev. Okla. Tenn. Wis. Wyo. W.Va.".split()
)
"""No word of another kind is written so: said wherever they stand."""

STATE_CODES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "IA": "Iowa",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan", "MN": "Minnesota",
    "MO": "Missouri", "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina", "ND": "North Dakota",
    "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NV": "Nevada",
    "NY": "New York", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VA": "Virginia", "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin",
    "WV": "West Virginia", "WY": "Wyoming",
}  # fmt: skip
"""As the post office shortens them."""

ZONES = {
    f"{letter}{kind}T": name + {"": " time", "S": " Standard Time", "D": " Daylight Time"}[kind]
    for letter, name in (("E", "Eastern"), ("C", "Central"), ("M", "Mountain"), ("P", "Pacific"))
    for kind in ("", "S", "D")
}

COUNTED = frozenset(
    "people troops soldiers voters votes jobs men women children students workers members points percent dollars "
    "dollar euros pounds tons acres miles kilometers meters feet yards square cubic days hours minutes seconds "
    "homes houses residents refugees migrants immigrants deaths cases times words pages calories degrees barrels "
    "gallons liters states countries senators lawmakers officials officers "
    "watts megawatts kilowatts guests delegates protesters employees drones missiles jets".split()
)
"""After one of these four figures are an amount ("2050 people"), not a year ("the 2050 goals")."""

NUMERAL_NOUNS = (
    "World War|Part|Chapter|Article|Title|Act|Volume|Phase|Type|Class|Section|Episode|Schedule|Level|Tier|Super Bowl|"
    "Saturn|Gemini|Category|Book|Block|Mark|Vatican|Apollo|Rocky|Rambo|Minuteman|Trident|Amendment|Figure|Table|Stage|Annex|"
    "Appendix|Round|Season|Division|Basel|Camp David|Grade"
)
"""Before a Roman numeral that is counted ("Part two"), not a name's ("Louis the fourteenth")."""

ROYAL = (
    "Henry|Charles|George|Edward|William|James|Richard|Louis|Philip|Felipe|Pius|Paul|Benedict|Leo|Gregory|Alexander|"
    "Nicholas|Peter|Elizabeth|Mary|Frederick|Napoleon|Ferdinand|Clement|Innocent|Urban|Gustav|Harald|Christian|"
    "Carlos|Alfonso|Ramses|Franz Joseph"
)
"""Names after which one letter, too, is a numeral: "Henry V", but "Malcolm X"."""

LETTER_NOUNS = frozenset(
    "plan vitamin hepatitis grade section exhibit class type category team group part option school title "
    "influenza appendix schedule level model".split()
)
"""After one of these a single letter is a name, and the dot behind it ends the sentence."""

SPOKEN_ACRONYMS = frozenset(
    "NATO UNESCO UNICEF NASA OPEC FIFA UEFA AIDS COVID MAGA POTUS SCOTUS FLOTUS VPOTUS NAFTA RADAR LASER FEMA OSHA "
    "FISA DACA ICE SWAT RICO ASEAN SARS MERS PAC SALT START DOGE AWOL NASCAR NASDAQ BRICS LIDAR AUKUS NORAD DARPA "
    "FICA ERISA COBRA CENTCOM SNAP MIG GIF PIN SIM RAM ZIP TASER SEAL SEALS SCUBA INTERPOL CAPTCHA QANON GITMO HUD "
    "MOMA NIMBY YIMBY TARP STEM PETA AIPAC WASP DREAM CARES CHIPS HEROES ACORN ISIS ISIL IMAX SPAN".split()
)
SPELLED_ACRONYMS = frozenset(
    "US USA UK EU UN FBI CIA NSA DOJ DOD IRS EPA GOP DHS CDC NIH FDA SEC FCC FTC DNC RNC AI TV JFK MLK FDR LBJ AOC DC "
    "LA NYC CEO CFO LGBT LGBTQ ACLU AARP USPS CBO OMB ATF DEA TSA CBP NRA AFL CIO UAW ABC NBC CBS CNN BBC PBS".split()
)
"""Spelled also in a line of capitals; elsewhere every short word in capitals is."""
SPECIAL_ACRONYMS = {
    "NAACP": "N double ay C P", "NCAA": "N C double ay", "AAA": "triple ay", "OK": "okay", "NOAA": "Noah",
    "HIPAA": "Hippa", "USAID": "U S aid", "JPEG": "jay peg", "LGBTQIA": "L G B T Q I ay", "PhD": "P H D",
    "MiG": "Mig", "WWII": "World War two", "WWI": "World War one", "YMCA": "Y M C ay", "YWCA": "Y W C ay",
}  # fmt: skip
EMPHASISED = frozenset(
    "AGAIN ALL ALWAYS AND ANY ARE BAD BIG BUT CAN CANNOT DO DOES DONE DONT EVER EVERY FAKE FALSE FOR FREE FROM FULL "
    "GO GOOD GREAT HAD HAS HATE HAVE HE HER HERE HIS HOW HUGE IF IN IS JUST KNOW LAW LIE LIES LIKE LOVE MADE MAKE "
    "MAY MORE MOST MUCH MUST MY NEED NEVER NEW NEWS NO NONE NOT NOTHING NOW OF OFF ON ONE ONLY OR OUR OUT OVER OWN "
    "PEACE PLEASE REAL RIGHT RIGGED SAD SHE SO SOME SORRY STILL STOP STRONG SURE TELL THAT THE THEIR THEM THEN "
    "THERE THESE THEY THIS TIME TO TODAY TOO TRUE TRUMP TRUTH UP VERY VOTE VOTES WAR WAS WE WELL WERE WHAT WHEN "
    "WHERE WHY WILL WIN WITH WON WORST WOULD WRONG YES YOU YOUR".split()
)
"""Words in capitals for weight, not acronyms."""

LEXICON = {
    "Alana": "Alahna", "Selenskyj": "Zelensky", "Zelenskyy": "Zelensky", "Zelenskyj": "Zelensky",
    "twos": "tooz", "Dobropillya": "Dobropilya", "Kyiv": "Keev", "Xi Jinping": "Shee Jinping",
}  # fmt: skip
"""Words that Pico reads wrongly with a spelling that it reads right; the rooms write the letter A as "ay" (a lone A
is an article to it: "E P A" was heard as "EP", "A I" as "I") and the zero of a section as "O". docs/voices.md."""
