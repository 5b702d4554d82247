"""German: names of American, Russian and Ukrainian politics, as an engine that reads letters must be given them.

Each was spoken by Pico as Alana and as Ben, in sentences, and heard by Whisper base beside other spellings and the
name as it is written: ``python benchmarks/heard_names.py`` (benchmarks/README.md has the figures,
benchmarks/names_de.txt what was tried). Here stands what was understood most often; where nothing was, what was
heard nearest to its sound.
Names that are understood as they are written (Rubio, Pelosi, Putin, Buttigieg, Pennsylvania …) must not stand here.

Looked up as all words are: whole words without regard to case, with or without a final s; a hyphen between two names
is a space by then.
"""

from __future__ import annotations

__all__ = ["NAMES"]

_AMERICANS = {
    "Amy Coney Barrett": "Ehmi Kohnie Barritt", "Bannon": "Bännen", "Barrett": "Barritt", "Bernie": "Börni",
    "Bessent": "Bässent", "Biden": "Beiden", "Brown Jackson": "Braun Dschäckson", "Bush": "Busch",
    "Carter": "Karter", "Cheney": "Tschäini", "Chuck": "Tschack", "Clarence": "Klarens", "Coney": "Kohnie",
    "Cory Booker": "Kori Buker", "Booker": "Buker", "Cortez": "Kortez", "DeSantis": "Desantis",
    "Eisenhower": "Eisenhauer", "Elizabeth": "Elisabeth", "Gabbard": "Gäbbard", "Gavin": "Gäwin",
    "George Bush": "Jordsch Busch", "Gorsuch": "Gorsatsch", "Graham": "Grehem", "Greene": "Grien",
    "Hakeem": "Hakiem", "Haley": "Hehli", "Hegseth": "Hägsäth", "J. D.": "Dschäi Di", "J D": "Dschäi Di",
    "Jeffries": "Dscheffris", "Jerome": "Dscherohm", "Jimmy": "Djimmi", "Kamala": "Kammala",
    "Kavanaugh": "Kawannoh", "Kennedy": "Kennedi", "Ketanji": "Ketandschi", "Lindsey": "Lindsi",
    "Lutnick": "Lattnick", "Marjorie": "Mardschorie", "McConnell": "Mekonnell", "Mike": "Meik", "Mitch": "Mitsch",
    "Musk": "Massk", "Nancy": "Nänzi", "Newsom": "Njuhßom", "Nikki": "Nicki", "Noem": "Nohm", "Ocasio": "Okassio",
    "Pam": "Päm", "Pence": "Penns", "Pete": "Piet", "Powell": "Pauell", "Richard Nixon": "Ritscherd Nixon",
    "Romney": "Romni", "Roosevelt": "Rusewelt", "Steve": "Stiev", "Susan": "Susen", "Susan Collins": "Susen Kollins",
    "Taylor Greene": "Tehlor Griehn", "Thune": "Thuhn", "Tim Walz": "Timm Walls", "Trump": "Tramp",
    "Vance": "Wänns", "Walz": "Walls", "Warren": "Worren", "Witkoff": "Wittkoff",
    "Zohran": "Sohran",
}  # fmt: skip
_AMERICA = {
    "Arkansas": "Arkännso", "Camp David": "Kämp Dehwid", "Capitol Hill": "Käppitoll Hill",
    "Connecticut": "Konnettikat", "Delaware": "Dellawähr", "Des Moines": "Demoin", "Guantanamo": "Guantahnamo",
    "Idaho": "Eidaho", "Illinois": "Illineu", "Iowa": "Eiowa", "Kentucky": "Kenntakki",
    "Los Angeles": "Los Ändscheles", "Maine": "Mehn", "Maryland": "Märiländ", "Massachusetts": "Massatschusetts",
    "Michigan": "Mischigän", "Missouri": "Missuri", "Nevada": "Newahda", "New Hampshire": "Nju Hämpschir",
    "New Jersey": "Nju Jersey", "New York": "Nju Jork", "New York Times": "Nju Jork Teims", "New Yorker": "Nju Jorker",
    "North Carolina": "Nors Kärolaina", "Ohio": "Ohheio", "Silicon Valley": "Sillikon Wälli",
    "South Carolina": "Saut Kärolaina", "Utah": "Jutah", "Washington": "Woschingtn",
    "Washington Post": "Woschingtn Post", "Wyoming": "Waioming",
}  # fmt: skip
_RUSSIANS = {
    "Beloussow": "Belussoff", "Dmitri": "Dmietri", "Gerassimow": "Gerassimoff", "Kadyrow": "Kadiroff",
    "Lawrow": "Lawroff", "Nawalny": "Nawallni", "Peskow": "Pesskoff", "Prigoschin": "Prigoschien",
    "Uschakow": "Uschakof",
}  # fmt: skip
_UKRAINE = {
    "Andrij": "Andri", "Budanow": "Budanoff", "Charkiw": "Harkiw", "Cherson": "Hehrsonn",
    "Dobropillja": "Dobropiljah", "Dobropillya": "Dobropiljah", "Donezk": "Donnetzk", "Jermak": "Järmak",
    "Kyjiw": "Kiew", "Luhansk": "Luhannsk", "Lwiw": "Lwief", "Mykolajiw": "Mikolajiw", "Saluschnyj": "Saluschni",
    "Saporischschja": "Sapporischia", "Schmyhal": "Schmihal", "Selenskij": "Sellenski", "Selensky": "Sellenski",
    "Selenskyj": "Sellenski", "Swyrydenko": "Swiridenko", "Sybiha": "Sibiha", "Syrskyj": "Sürski",
    "Umjerow": "Umjeroff", "Wolodymyr": "Wolodimir", "Zelensky": "Sellenski", "Zelenskyy": "Sellenski",
}  # fmt: skip
_OTHERS = {
    "Erdogan": "Erdowan", "Erdoğan": "Erdowan", "Macron": "Makrong", "Orbán": "Orbahn", "Xi Jinping": "Schi Dschinping",
}  # fmt: skip

NAMES = _AMERICANS | _AMERICA | _RUSSIANS | _UKRAINE | _OTHERS
"""Written → spoken."""
