"""German as it is written and as a newsreader says it, by hand: whole sentences of news, written after the program.

None of them was looked at while the rules were written: they measure how far the rules carry.
"""

from __future__ import annotations

__all__ = ["CASES"]

CASES: dict[str, dict[str, str]] = {
    "sentences of news": {
        "Am Mittwoch, 6. November 2024, stand das Ergebnis fest.": "Am Mittwoch, dem sechsten November "
        "zweitausendvierundzwanzig, stand das Ergebnis fest.",
        "Er gewann 312 zu 226 Wahlleute.": "Er gewann dreihundertzwölf zu "
        "zweihundertsechsundzwanzig Wahlleute.",
        "Die Inflation stieg von 2,4 auf 3,1 %.": "Die Inflation stieg von zwei Komma vier auf drei Komma eins "
        "Prozent.",
        "Der Dow Jones fiel um 1.175 Punkte (−4,6 %).": "Der Dow Jones fiel um tausendeinhundertfünfundsiebzig "
        "Punkte, "
        "minus vier Komma sechs Prozent.",
        "Die 117. Legislaturperiode endete am 3.1.2023.": "Die hundertsiebzehnte Legislaturperiode endete am dritten "
        "Januar zweitausenddreiundzwanzig.",
        "Rund 74 Mio. Menschen wählten ihn.": "Rund vierundsiebzig Millionen Menschen wählten ihn.",
        "Das Gesetz (H.R. 1) kostet 3,3 Bio. Dollar.": "Das Gesetz, H R eins, kostet drei Komma drei Billionen "
        "Dollar.",
        "Der 47-Jährige sprach 25 Stunden und 5 Minuten.": "Der Siebenundvierzigjährige sprach fünfundzwanzig "
        "Stunden "
        "und "
        "fünf Minuten.",
        "Mit 51 zu 50 Stimmen – Vance gab den Ausschlag – ging es durch.": "Mit einundfünfzig zu fünfzig "
        "Stimmen, Wänns "
        ""
        "gab den Ausschlag, ging es durch.",
        "Ab 1. August gelten 15 % Zoll.": "Ab ersten August gelten fünfzehn Prozent Zoll.",
        "Zum 1.1. steigt der CO₂-Preis auf 55 €/t.": "Zum ersten Januar steigt der C O zwei Preis auf "
        "fünfundfünfzig Euro "
        "pro Tonne.",
        "Seit 2017/18 sank die Zahl.": "Seit zweitausendsiebzehn achtzehn sank die Zahl.",
        "Von 2017 bis 2021 regierte er.": "Von zweitausendsiebzehn bis zweitausendeinundzwanzig regierte er.",
        "Das 1,9-Billionen-Dollar-Paket": "Das eins Komma neun Billionen Dollar Paket",
        "die 750-Mrd.-Euro-Marke": "die siebenhundertfünfzig Milliarden Euro Marke",
        "Er bekam 34 von 34 Punkten (100 %).": "Er bekam vierunddreißig von vierunddreißig Punkten, hundert Prozent.",
        "Das Urteil fiel mit 9:0.": "Das Urteil fiel mit neun zu null.",
        "Die 22-jährige Studentin und der 80-jährige Senator": "Die zweiundzwanzigjährige Studentin und der "
        "achtzigjährige "
        "Senator",
        "Am 11.9.2001 um 8.46 Uhr": "Am elften September zweitausendeins um acht Uhr sechsundvierzig",
        "In der Nacht zum 4. März 1933": "In der Nacht zum vierten März neunzehnhundertdreiunddreißig",
        "Die UNO zählte 1,2 Mio. Flüchtlinge.": "Die Uno zählte eins Komma zwei Millionen Flüchtlinge.",
        "Artikel 1 Absatz 1 des Grundgesetzes": "Artikel eins Absatz eins des Grundgesetzes",
        "Artikel I, Abschnitt 8": "Artikel eins, Abschnitt acht",
        "Im 1. Halbjahr 2025": "Im ersten Halbjahr zweitausendfünfundzwanzig",
        "Das BIP wuchs um 0,3 % ggü. dem Vorquartal.": "Das B I P wuchs um null Komma drei Prozent gegenüber dem "
        "Vorquartal.",
        "Abgeordnete der CDU/CSU-Fraktion": "Abgeordnete der C D U C S U Fraktion",
        "die US-Notenbank Fed": "die U S Notenbank Fed",
        "Die FDP kam auf 4,3 % (2021: 11,4 %).": "Die F D P kam auf vier Komma drei Prozent, "
        "zweitausendeinundzwanzig: elf Komma vier Prozent.",
        "Präsident Franklin D. Roosevelt (1882–1945)": "Präsident Franklin D Roosevelt, "
        "achtzehnhundertzweiundachtzig bis neunzehnhundertfünfundvierzig",
        "Rund 1/3 der Wähler:innen blieb zu Hause.": "Rund ein Drittel der Wähler innen blieb zu Hause.",
        "Der Ölpreis liegt bei 82,50 $ je Barrel.": "Der Ölpreis liegt bei zweiundachtzig Dollar fünfzig je Barrel.",
        "Der Flug MH370 verschwand.": "Der Flug M H dreihundertsiebzig verschwand.",
        "Die Resolution 1701 des UN-Sicherheitsrats": "Die Resolution siebzehnhunderteins des U N Sicherheitsrats",
        "Im 2-Plus-4-Vertrag": "Im zwei Plus vier Vertrag",
        "eine 2-Staaten-Lösung": "eine zwei Staaten Lösung",
        "Die A-10 und die C-130": "Die A zehn und die C hundertdreißig",
        "Rund 60 % der 18- bis 24-Jährigen": "Rund sechzig Prozent der Achtzehn- bis Vierundzwanzigjährigen",
        "Laut § 230 haften sie nicht.": "Laut Paragraf zweihundertdreißig haften sie nicht.",
        "Er wurde mit 2:1 Stimmen bestätigt.": "Er wurde mit zwei zu eins Stimmen bestätigt.",
        "Um 12 Uhr mittags schwor er den Eid.": "Um zwölf Uhr mittags schwor er den Eid.",
        "Der Haushalt 2026": "Der Haushalt zweitausendsechsundzwanzig",
        "Bei -40 °C": "Bei minus vierzig Grad Celsius",
        "Temperaturen zwischen −5 und +3 °C": "Temperaturen zwischen minus fünf und plus drei Grad Celsius",
        "1,6 Mio. km²": "eins Komma sechs Millionen Quadratkilometer",
        "auf 2.000 m Höhe": "auf zweitausend Meter Höhe",
        "die 3. Gewalt": "die dritte Gewalt",
        "der 2. Senat des BVerfG": "der zweite Senat des Bundesverfassungsgericht",
        "Band 3, Kap. 2, S. 17 f.": "Band drei, Kapitel zwei, Seite siebzehn folgende.",
        "Die Ampel (SPD, Grüne, FDP) zerbrach.": "Die Ampel, S P D, Grüne, F D P, zerbrach.",
        "Er war 1,93 m groß.": "Er war eins Komma neun drei Meter groß.",
        "um das 3,5-Fache": "um das drei Komma fünf Fache",
        "rund 10x mehr": "rund zehnmal mehr",
        "alle 4 Jahre": "alle vier Jahre",
        "jeder 5. Wähler": "jeder fünfte Wähler",
        "jede 3. Frau": "jede dritte Frau",
        "mit jedem 2. Satz": "mit jedem zweiten Satz",
        "Der US-Senator (D) sagte Nein.": "Der U S Senator, D, sagte Nein.",
        "Alexandria Ocasio-Cortez (D-NY)": "Alexandria Ocasio Cortez, D N Y",
        "der Milliardär George Soros (94)": "der Milliardär George Soros, vierundneunzig",
        "Er starb am 9. 4. 1865 in Washington, D. C.": "Er starb am neunten April "
        "achtzehnhundertfünfundsechzig in Woschingtn, Di Si.",
        "Die Nr. 2 im Staat, z. B. der Vize": "Die Nummer zwei im Staat, zum Beispiel der Vize",
        "Donald J. Trump vs. United States": "Donald J Tramp gegen United States",
        "Plessy v. Ferguson (1896)": "Plessy gegen Ferguson, achtzehnhundertsechsundneunzig",
        "Obergefell v. Hodges erlaubte die Ehe.": "Obergefell gegen Hodges erlaubte die Ehe.",
        "in Marbury v. Madison": "in Marbury gegen Madison",
        "am 14. Juli und am 4. Oktober": "am vierzehnten Juli und am vierten Oktober",
        "in den 1930er und 40er Jahren": "in den neunzehnhundertdreißiger und vierziger Jahren",
        "Anfang der 1970er": "Anfang der neunzehnhundertsiebziger",
        "die 68er-Bewegung": "die achtundsechziger Bewegung",
        "Ende der 90er": "Ende der neunziger",
        "ein 60-Milliarden-Loch": "ein sechzig Milliarden Loch",
        "0 bis 5 Jahre": "null bis fünf Jahre",
        "1 bis 2 Tage": "ein bis zwei Tage",
        "1–2 Tage": "ein bis zwei Tage",
        "1.000 € netto": "tausend Euro netto",
        "1,5 °C-Ziel": "eins Komma fünf Grad Celsius Ziel",
        "das 1,5-Grad-Ziel": "das eins Komma fünf Grad Ziel",
        "das 2%-Ziel der NATO": "das zwei Prozent Ziel der Nato",
        "G7, G20 und BRICS": "G sieben, G zwanzig und Brics",
        "WLAN und Wi-Fi": "W L A N und Wi Fi",
        "E-Mail an Ben": "E Mail an Benn",
        "2 x 3 m": "zwei mal drei Meter",
        "Fr., 13. Okt., 20:15 Uhr": "Freitag, dreizehnter Oktober, zwanzig Uhr fünfzehn",
        "Mo.-Fr. 8–18 Uhr": "Montag bis Freitag acht bis achtzehn Uhr",
        "Telefon 0211 / 4567-0": "Telefon null zwei eins eins, vier fünf sechs sieben, null",
        "Einwohner/km²": "Einwohner pro Quadratkilometer",
        "236 Einw./km²": "zweihundertsechsunddreißig Einwohner pro Quadratkilometer",
        "100 Mbit/s": "hundert Megabit pro Sekunde",
        "Kosten: 12,5 ct/kWh.": "Kosten: zwölf Komma fünf Cent pro Kilowattstunde.",
        "Er sagte: »Make America Great Again«.": "Er sagte: Make America Great Again.",
        "Johannes Paul II. und Benedikt XVI.": "Johannes Paul der Zweite und Benedikt der Sechzehnte",
        "Kaiser Wilhelm II. dankte ab.": "Kaiser Wilhelm der Zweite dankte ab.",
        "Kaiser Wilhelms II. Flotte": "Kaiser Wilhelms des Zweiten Flotte",
        "die Krönung Charles' III.": "die Krönung Charles' des Dritten",
        "die Ära Elizabeths II.": "die Ära Elizabeths der Zweiten",
        "Heinrich VIII. und seine 6 Frauen": "Heinrich der Achte und seine sechs Frauen",
        "Vgl. Art. 79 Abs. 3 GG.": "Vergleiche Artikel neunundsiebzig Absatz drei Grundgesetz.",
        "Kläger:innen und Zeug*innen": "Kläger innen und Zeug innen",
        "die Expert:innenkommission": "die Expert innenkommission",
        "ein:e Expert:in": "ein oder eine Expert in",
        "den Schüler:innen": "den Schüler innen",
        "Student(inn)en": "Student innen",
        "Leser(innen)": "Leser innen",
        "#Election2024": "Hashtag Election zweitausendvierundzwanzig",
        "@elonmusk postete 🤡.": "ätt elonmusk postete Clown.",
        "Mehr unter www.spiegel.de/politik.": "Mehr unter spiegel Punkt de Schrägstrich politik.",
        "CO2-neutral": "C O zwei neutral",
        "B2B": "B zwei B",
        "Typ-2-Diabetes": "Typ zwei Diabetes",
        "die 4-Tage-Woche": "die vier Tage Woche",
        "Mehr als 2.": "Mehr als zwei.",
        "Platz 1, Platz 2 und Platz 3": "Platz eins, Platz zwei und Platz drei",
        "24 h": "vierundzwanzig Stunden",
        "Gen Z und Generation Z": "Gen Z und Generation Z",
        "5.–7. Klasse": "fünfte bis siebte Klasse",
        "die 5. bis 7. Klasse": "die fünfte bis siebte Klasse",
        "ein 0:0": "ein null zu null",
        "der 20. Juli 1944": "der zwanzigste Juli neunzehnhundertvierundvierzig",
        "2.Weltkrieg": "zweiter Weltkrieg",
        "3D-Druck": "drei D Druck",
        "Die Quote: 12,0 %.": "Die Quote: zwölf Komma null Prozent.",
        "ISBN 3-16": "I S B N drei bis sechzehn",
        "10.000er-Marke": "zehntausender Marke",
        "Die 1. Lesung war am 2. Mai.": "Die erste Lesung war am zweiten Mai.",
        "im 3. OG": "im dritten Obergeschoss",
        "St. Louis, Missouri": "Säint Louis, Missouri",
        "1 zu 1": "eins zu eins",
        "alle 1000 Soldaten": "alle tausend Soldaten",
        "Um 6 p.m. war Schluss.": "Um achtzehn Uhr war Schluss.",
    },
}
