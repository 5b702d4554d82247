"""German tables: what each sign is called that an article of a newspaper can have.

Every sign of the blocks that a newspaper uses is in one of the tables, is a pause, or is named in ``DECORATION`` or
``RARE``: those ``clean.tidy`` drops. A test goes through them all.
"""

from __future__ import annotations

__all__ = ["CURRENCIES", "DECORATION", "EMOJI", "RARE", "RELATIONS", "SIGNS"]

CURRENCIES = {
    "$": "Dollar", "€": "Euro", "£": "Pfund", "¥": "Yen", "¢": "Cent", "₽": "Rubel", "₴": "Hrywnja", "₺": "Lira",
    "₹": "Rupien", "₪": "Schekel", "₩": "Won", "₿": "Bitcoin", "₫": "Dong", "₦": "Naira", "₱": "Peso", "₡": "Colón",
    "₲": "Guaraní", "₵": "Cedi", "₸": "Tenge", "₼": "Manat", "₾": "Lari", "₭": "Kip", "₮": "Tugrik", "฿": "Baht",
    "₠": "Ecu", "₣": "Franc", "₤": "Lira", "₧": "Peseten", "₨": "Rupien", "₯": "Drachmen", "₰": "Pfennig",
    "₳": "Austral", "₥": "Mill", "₢": "Cruzeiro", "₶": "Livre", "₷": "Spesmilo", "₻": "Mark", "¤": "Währung",
    "֏": "Dram", "৳": "Taka", "៛": "Riel", "﷼": "Rial", "؋": "Afghani", "⃀": "Som",
}  # fmt: skip

RELATIONS = {
    "≠": "ungleich", "≡": "gleich", "≙": "entspricht", "≅": "etwa gleich", "∝": "proportional zu", "∈": "aus",
    "∉": "nicht aus", "⊂": "Teil von", "∪": "vereinigt mit", "∩": "geschnitten mit", "∧": "und", "∨": "oder",
    "¬": "nicht", "×": "mal", "⋅": "mal", "÷": "geteilt durch", "±": "plus minus", "∓": "minus plus",
    "√": "Wurzel aus", "∛": "dritte Wurzel aus", "∞": "unendlich", "∑": "Summe", "∏": "Produkt", "∫": "Integral",
    "∂": "d", "∆": "Delta", "∇": "Nabla", "∅": "leer", "∀": "für alle", "∃": "es gibt", "∴": "also",
    "∵": "denn", "≪": "viel kleiner als", "≫": "viel größer als", "≢": "nicht gleich",
    "∬": "Integral", "⊃": "enthält", "⊆": "Teil von", "∌": "ohne",
    "⊥": "senkrecht zu", "∥": "parallel zu", "∠": "Winkel",
}  # fmt: skip
"""Said where they stand."""

SIGNS = {
    "©": "Copyright", "♀": "weiblich", "♂": "männlich", "⚧": "divers", "✓": "ja,", "✔": "ja,", "✅": "ja,",
    "☑": "ja,",
    "✗": "nein,", "✘": "nein,", "❌": "nein,", "☒": "nein,", "⚠": "Achtung,", "☎": "Telefon", "📞": "Telefon",
    "✉": "E-Mail", "📧": "E-Mail", "↑": "steigt", "⬆": "steigt", "↗": "steigt", "↓": "fällt", "⬇": "fällt",
    "↘": "fällt", "↔": "gegen", "↕": "schwankt", "↖": "steigt", "↙": "fällt", "⇆": "gegen",
    "⇔": "genau dann, wenn", "⇄": "gegen", "←": "von", "℅": "bei", "⌀": "Durchmesser",
    "‱": "Basispunkte",
}  # fmt: skip

EMOJI = {
    "👍": "Daumen hoch", "👎": "Daumen runter", "❤": "Herz", "♥": "Herz", "💔": "gebrochenes Herz",
    "💙": "blaues Herz",
    "💛": "gelbes Herz", "😂": "Lachgesicht", "🤣": "Lachgesicht", "😀": "Lachgesicht", "😃": "Lachgesicht",
    "😄": "Lachgesicht", "😊": "Lächeln", "🙂": "Lächeln", "😉": "Zwinkern", "😍": "verliebtes Gesicht",
    "😢": "weinendes Gesicht",
    "😭": "weinendes Gesicht", "😡": "wütendes Gesicht", "🤬": "wütendes Gesicht", "😱": "erschrockenes Gesicht",
    "🤔": "nachdenkliches Gesicht", "🙄": "Augenrollen", "😎": "Sonnenbrille", "🤡": "Clown",
    "💩": "Kothaufen", "🔥": "Feuer",
    "🎉": "Konfetti", "🚀": "Rakete", "💪": "starker Arm", "👏": "Applaus", "🙏": "gefaltete Hände",
    "🤝": "Händedruck",
    "✊": "Faust", "👊": "Faust", "✌": "Victory-Zeichen", "👀": "Augen", "💀": "Totenkopf", "☠": "Totenkopf",
    "🐐": "Ziege", "🐘": "Elefant", "🦅": "Adler", "🍑": "Pfirsich", "🌊": "Welle", "🌹": "Rose", "🕊": "Taube",
    "☮": "Friedenszeichen",
    "🌈": "Regenbogen", "⭐": "Stern", "👑": "Krone", "💰": "Geldsack", "💯": "hundert", "🚨": "Blaulicht",
    "🧊": "Eiswürfel",
}  # fmt: skip
"""Said where a picture stands in the place of a word ("mit 👍."); elsewhere it decorates and is left out."""

DECORATION = frozenset('"*\\®™℠℗℮¡¿‗″‴‵‶‷‸※‾⁁⁂⁊⁋⁌⁍⁎⁑⁕⁜〃')
"""Of no meaning to an ear: marks of law, of Spanish questions, of footnotes, of the printer; the backslash of
Markdown; double primes without a degree before them."""

RARE = (
    (0x2050, 0x205E, "marks of old manuscripts"),
    (0x2100, 0x214F, "signs of pharmacists and mathematicians"),
    (0x2190, 0x21FF, "arrows of diagrams and keys"),
    (0x2200, 0x22FF, "mathematics beyond school"),
    (0x2300, 0x23FF, "signs on machines and in APL"),
    (0x25A0, 0x25FF, "shapes: bullets are pauses"),
    (0x2600, 0x27BF, "pictures: in the place of a word they are said"),
    (0x3000, 0x303F, "East Asian marks"),
)
"""First and last code point, and why nobody misses those that are in no table."""
