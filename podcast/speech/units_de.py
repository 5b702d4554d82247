"""German tables: units of measure, one and many of each, and what stands behind "per"."""

from __future__ import annotations

__all__ = ["PER", "UNITS"]

_SAME = {
    "km": "Kilometer", "m": "Meter", "dm": "Dezimeter", "cm": "Zentimeter", "mm": "Millimeter", "µm": "Mikrometer",
    "nm": "Nanometer", "km²": "Quadratkilometer", "m²": "Quadratmeter", "cm²": "Quadratzentimeter",
    "mm²": "Quadratmillimeter",
    "qkm": "Quadratkilometer", "qm": "Quadratmeter", "m³": "Kubikmeter", "cm³": "Kubikzentimeter",
    "km³": "Kubikkilometer",
    "cbm": "Kubikmeter", "ccm": "Kubikzentimeter", "ha": "Hektar", "l": "Liter", "ml": "Milliliter",
    "dl": "Deziliter",
    "cl": "Zentiliter", "hl": "Hektoliter", "kg": "Kilogramm", "g": "Gramm", "mg": "Milligramm", "µg": "Mikrogramm",
    "ng": "Nanogramm", "lb": "Pfund", "lbs": "Pfund", "ft": "Fuß", "sq ft": "Quadratfuß", "kW": "Kilowatt",
    "W": "Watt", "MW": "Megawatt", "GW": "Gigawatt", "TW": "Terawatt", "V": "Volt", "kV": "Kilovolt",
    "mA": "Milliampere",
    "Hz": "Hertz", "kHz": "Kilohertz", "MHz": "Megahertz", "GHz": "Gigahertz", "Pa": "Pascal", "hPa": "Hektopascal",
    "kPa": "Kilopascal", "mbar": "Millibar", "J": "Joule", "kJ": "Kilojoule", "MJ": "Megajoule",
    "PJ": "Petajoule", "dB": "Dezibel",
    "B": "Byte", "kB": "Kilobyte", "KB": "Kilobyte", "MB": "Megabyte", "GB": "Gigabyte", "TB": "Terabyte",
    "PB": "Petabyte",
    "kbit": "Kilobit", "Mbit": "Megabit", "Gbit": "Gigabit", "kn": "Knoten", "mSv": "Millisievert",
    "µSv": "Mikrosievert",
    "Bq": "Becquerel", "mol": "Mol", "kcal": "Kilokalorien", "ct": "Cent", "Ct": "Cent", "€": "Euro",
    "Euro": "Euro", "Dollar": "Dollar", "dt": "Dezitonnen",
}  # fmt: skip

UNITS: dict[str, tuple[str, str]] = {unit: (name, name) for unit, name in _SAME.items()} | {
    "t": ("Tonne", "Tonnen"),
    "kt": ("Kilotonne", "Kilotonnen"),
    "Mt": ("Megatonne", "Megatonnen"),
    "Gt": ("Gigatonne", "Gigatonnen"),
    "Wh": ("Wattstunde", "Wattstunden"),
    "kWh": ("Kilowattstunde", "Kilowattstunden"),
    "MWh": ("Megawattstunde", "Megawattstunden"),
    "GWh": ("Gigawattstunde", "Gigawattstunden"),
    "TWh": ("Terawattstunde", "Terawattstunden"),
    "h": ("Stunde", "Stunden"),
    "s": ("Sekunde", "Sekunden"),
    "ms": ("Millisekunde", "Millisekunden"),
    "mi": ("Meile", "Meilen"),
    "sq mi": ("Quadratmeile", "Quadratmeilen"),
    "nmi": ("Seemeile", "Seemeilen"),
    "sm": ("Seemeile", "Seemeilen"),
    "oz": ("Unze", "Unzen"),
    "yd": ("Yard", "Yards"),
    "gal": ("Gallone", "Gallonen"),
    "mph": ("Meile pro Stunde", "Meilen pro Stunde"),
}

PER = {
    "h": "pro Stunde", "s": "pro Sekunde", "min": "pro Minute", "km": "pro Kilometer", "m": "pro Meter",
    "m²": "pro Quadratmeter", "qm": "pro Quadratmeter", "m³": "pro Kubikmeter", "km²": "pro Quadratkilometer",
    "kWh": "pro Kilowattstunde", "MWh": "pro Megawattstunde", "l": "pro Liter", "kg": "pro Kilogramm",
    "t": "pro Tonne",
    "ha": "pro Hektar", "100 km": "auf hundert Kilometer", "s²": "pro Sekunde zum Quadrat", "dl": "pro Deziliter",
    "ml": "pro Milliliter", "Jahr": "pro Jahr", "Monat": "pro Monat", "Tag": "pro Tag", "Stunde": "pro Stunde",
    "Woche": "pro Woche", "Kopf": "pro Kopf", "Barrel": "pro Barrel",
}  # fmt: skip
