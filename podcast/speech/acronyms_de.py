"""German tables: acronyms, spoken as a word, letter by letter, or otherwise."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

__all__ = ["ACRONYMS", "LETTERS_WITH_S", "SPOKEN_ACRONYMS"]

SPOKEN_ACRONYMS = frozenset(
    "NATO UNO UNESCO UNICEF NASA OPEC FIFA UEFA PISA COVID IKEA AIDS NAFTA ASEAN EURATOM HAMAS "
    "BAFIN LASER RADAR PIN START SALT SWIFT TÜV GAU DAX MDAX PEGIDA ELSTER FRONTEX INTERPOL EUROPOL NORAD DARPA CERN "
    "APEC SEATO SAFTA CITES EFTA BAMF SARS MERS SIM ECOWAS MINUSMA KFOR ISAF UNHAS SOFA AUKUS QUAD BRICS BRIC "
    "FLOTUS SPAM FRONTEX SPECTRE FORTRAN TASER ZIP".split()
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
    "BAföG": "Bafög",
    "MiG": "Mig",
    "CoV": "Kof",
    "ChatGPT": "Tschätt G P T",
    "mRNA": "M R N A",
    "dpa": "D P A",
    "epd": "E P D",
    "afp": "A F P",
    "Lkw": "L K W",
    "Pkw": "P K W",
    "GG": "Grundgesetz",
    "StGB": "S T G B",
    "StPO": "S T P O",
    "BVerfG": "Bundesverfassungsgericht",
    "BVerfGE": "Entscheidungen des Bundesverfassungsgerichts",
    "BGHZ": "B G H Z",
    "ppm": "P P M",
    "MdL": "M D L",
    "MdEP": "M D E P",
    "PhD": "Pi Ätsch Di",
    "TikTok": "Ticktock",
    "SUV": "S U V",
    "NRW": "N R W",
    "eSIM": "E Sim",
    "UvdL": "U V D L",
    "UdSSR": "U D S S R",
    "LGBTQIA": "L G B T Q I A",
    "PAC": "Päck",
    "KI": "K I",
}

LETTERS_WITH_S = {
    "A": "As", "B": "Behs", "C": "Zehs", "D": "Dehs", "E": "Ehs", "F": "Effs", "G": "Gehs", "H": "Hahs", "I": "Ihs",
    "J": "Jotts", "K": "Kahs", "L": "Ells", "M": "Emms", "N": "Enns", "O": "Ohs", "P": "Pehs", "Q": "Kuhs",
    "R": "Errs", "S": "Ess", "T": "Tehs", "U": "Uhs", "V": "Vaus", "W": "Wehs", "X": "Ixe", "Y": "Ypsilons",
    "Z": "Zetts",
}  # fmt: skip
"""The last letter of a plural: "die NGOs", "zwei Lkws"."""
