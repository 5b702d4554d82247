"""Cases for the checks that compare a turn with its sentence: language, sentence, turn, kind that is found or "".

Written by hand, for this table alone.
"""

from __future__ import annotations

Case = tuple[str, str, str, str]

CASES: tuple[Case, ...] = (
    # --- a no that is gone
    (
        "de",
        "Der Gouverneur unterschrieb das Gesetz nicht.",
        "Der Gouverneur hat das Gesetz unterschrieben.",
        "negation-dropped",
    ),
    (
        "de",
        "Die Brücke wurde nie fertig gebaut.",
        "Die Brücke hat man dann fertig gebaut.",
        "negation-dropped",
    ),
    (
        "de",
        "Für den Umbau gab es keine Genehmigung.",
        "Für den Umbau gab es eine Genehmigung.",
        "negation-dropped",
    ),
    (
        "de",
        "Der Zeuge erschien ohne Anwalt.",
        "Der Zeuge ist mit einem Anwalt erschienen.",
        "negation-dropped",
    ),
    (
        "de",
        "Weder die Polizei noch die Feuerwehr war informiert.",
        "Die Polizei war informiert, die Feuerwehr auch.",
        "negation-dropped",
    ),
    (
        "de",
        "Niemand im Ausschuss stimmte dem Antrag zu.",
        "Alle im Ausschuss stimmten dem Antrag zu.",
        "negation-dropped",
    ),
    (
        "de",
        "Die Kanzlei darf die Akten nicht herausgeben.",
        "Die Kanzlei darf die Akten herausgeben.",
        "negation-dropped",
    ),
    ("en", "The mayor did not sign the contract.", "The mayor signed the contract.", "negation-dropped"),
    ("en", "The bridge was never inspected.", "The bridge had been inspected.", "negation-dropped"),
    (
        "en",
        "The committee found no evidence of fraud.",
        "The committee found evidence of fraud.",
        "negation-dropped",
    ),
    (
        "en",
        "The company refused to publish the report.",
        "The company published the report.",
        "negation-dropped",
    ),
    (
        "en",
        "The crew left the harbor without a pilot.",
        "The crew left the harbor with a pilot.",
        "negation-dropped",
    ),
    # --- a no that is new
    (
        "de",
        "Der Gouverneur unterschrieb das Gesetz im Mai.",
        "Der Gouverneur hat das Gesetz nicht unterschrieben.",
        "negation-added",
    ),
    (
        "de",
        "Das Gericht gab der Klage der Stadt statt.",
        "Das Gericht hat der Klage der Stadt nicht stattgegeben.",
        "negation-added",
    ),
    (
        "de",
        "Die Werft bezahlte ihre Arbeiter jeden Freitag.",
        "Ihre Arbeiter hat die Werft am Freitag nie bezahlt.",
        "negation-added",
    ),
    ("en", "The mayor signed the contract in May.", "The mayor never signed the contract.", "negation-added"),
    ("en", "The senator supported the bill.", "The senator didn't support the bill.", "negation-added"),
    # --- said otherwise, and right
    (
        "de",
        "Der Gouverneur unterschrieb das Gesetz nicht.",
        "Der Gouverneur hat sich geweigert, das Gesetz zu unterschreiben.",
        "",
    ),
    ("de", "Der Antrag wurde nicht angenommen.", "Der Antrag ist durchgefallen.", ""),
    ("de", "Für den Umbau gab es keine Genehmigung.", "Den Umbau hat nie jemand genehmigt.", ""),
    ("de", "Die Brücke wurde nie fertig gebaut.", "Und die Brücke? Die ist bis heute ein Torso.", ""),
    (
        "de",
        "Die Werft war nicht nur alt, sondern auch zu klein.",
        "Die Werft war alt, und zu klein war sie auch.",
        "",
    ),
    ("de", "Kein anderer Hafen ist so tief.", "Der Hafen ist tiefer als alle anderen.", ""),
    ("de", "Der Bericht erschien erst 1999.", "Vor 1999 ist der Bericht nicht erschienen.", ""),
    (
        "de",
        "Die Stadt zahlt nicht, bevor das Gutachten vorliegt.",
        "Die Stadt zahlt erst, wenn das Gutachten da ist.",
        "",
    ),
    (
        "de",
        "54 Prozent würden zahlen, 31 Prozent nicht.",
        "54 Prozent würden zahlen, 31 Prozent würden das nicht tun.",
        "",
    ),
    ("en", "The mayor did not sign the contract.", "The mayor refused to sign the contract.", ""),
    ("en", "The bridge was never inspected.", "Nobody had ever inspected the bridge.", ""),
    (
        "en",
        "Not only the harbor but the airport was closed.",
        "The harbor was closed, and so was the airport.",
        "",
    ),
    (
        "en",
        'They signed a form that said "maybe", not "yes".',
        'They signed a form, and it said "maybe".',
        "",
    ),
    ("en", "No ship left the harbor until June.", "The first ship left the harbor in June.", ""),
    # --- more for less, up for down
    (
        "de",
        "Die Mieten in der Altstadt stiegen deutlich.",
        "Die Mieten in der Altstadt sind deutlich gesunken.",
        "comparison-turned",
    ),
    (
        "de",
        "Der neue Tunnel ist länger als der alte.",
        "Der neue Tunnel ist kürzer als der alte.",
        "comparison-turned",
    ),
    (
        "de",
        "Die Regierung erlaubte den Export von Weizen.",
        "Die Regierung hat den Export von Weizen verboten.",
        "comparison-turned",
    ),
    (
        "de",
        "Das Werk stellte im Herbst Schlosser ein.",
        "Das Werk hat im Herbst Schlosser entlassen.",
        "comparison-turned",
    ),
    ("en", "The rents in the old town rose.", "The rents in the old town fell.", "comparison-turned"),
    (
        "en",
        "The new tunnel is cheaper than the ferry.",
        "The new tunnel is more expensive than the ferry.",
        "comparison-turned",
    ),
    (
        "en",
        "The court upheld the law on wheat.",
        "The court overturned the law on wheat.",
        "comparison-turned",
    ),
    (
        "de",
        "Die Mieten in der Altstadt stiegen deutlich.",
        "Die Mieten in der Altstadt sind nach oben geklettert.",
        "",
    ),
    ("de", "Ford verlor die Wahl gegen Carter.", "Carter hat die Wahl gewonnen.", ""),
    ("en", "The rents in the old town rose.", "In the old town, rents went up.", ""),
    # --- before and after, each and a year
    (
        "de",
        "Die Zahl der Schulen fiel von 40 auf 25.",
        "Früher waren es 25 Schulen, jetzt sind es 40.",
        "figures-swapped",
    ),
    ("de", "Die Zahl der Schulen fiel von 40 auf 25.", "Früher waren es 40 Schulen, jetzt sind es 25.", ""),
    (
        "de",
        "Der Betrieb kostet drei Millionen Dollar im Jahr.",
        "Drei Millionen Dollar im Monat kostet der Betrieb.",
        "unit-changed",
    ),
    (
        "de",
        "Der Betrieb kostet drei Millionen Dollar im Jahr.",
        "Drei Millionen Dollar kostet der Betrieb, jedes Jahr.",
        "",
    ),
    ("en", "The lease is 400 dollars a week.", "They pay 400 dollars a month for the lease.", "unit-changed"),
    ("en", "The lease is 400 dollars a week.", "They pay 400 dollars per week for the lease.", ""),
    # --- bodies
    (
        "de",
        "Sie leitet den Geschäftsordnungsausschuss des Senats.",
        "Sie leitet im Senat den Haushaltsausschuss.",
        "ungrounded-name",
    ),
    (
        "de",
        "Sie leitet den Geschäftsordnungsausschuss des Senats.",
        "Der Geschäftsordnungsausschuss im Senat, den leitet sie.",
        "",
    ),
)
