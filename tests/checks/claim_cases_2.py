"""More cases for the checks that compare a turn with its sentence: one no in two wordings, contrasts turned round.

Written by hand, for this table alone.
"""

from __future__ import annotations

from tests.checks.claim_cases import Case

MORE: tuple[Case, ...] = (
    # --- the same no in other words
    (
        "de",
        "Noch bevor der Deich fertig war, kam die Flut.",
        "Die Flut kam, als der Deich noch nicht fertig war.",
        "",
    ),
    (
        "en",
        "The ferry sank before the inquiry was finished.",
        "The ferry sank with the inquiry not yet finished.",
        "",
    ),
    ("en", "Nowhere did the harvest fail worse than in Salina.", "The harvest failed worst in Salina.", ""),
    (
        "de",
        "Nirgends war die Ernte schlechter als in Salina.",
        "Am schlechtesten war die Ernte in Salina.",
        "",
    ),
    ("de", "Die Grenze ist unsichtbar.", "Die Grenze kann man nicht sehen.", ""),
    ("de", "Der Bürgermeister war ein Parteiloser.", "Der Bürgermeister war ohne Partei.", ""),
    ("de", "Ganz allein war ihr Werk das nicht.", "Das war nicht ganz allein ihr Werk.", ""),
    (
        "de",
        "Die Krebse häuten sich nicht wie andere im Frühjahr, sondern im Herbst.",
        "Andere Krebse häuten sich im Frühjahr, diese im Herbst.",
        "",
    ),
    ("de", "Die Kanzlei prüfte den Vertrag.", "Den Vertrag prüfte die Kanzlei aber nicht.", "negation-added"),
    (
        "de",
        "Das Amt schloss einen Aufschub aus.",
        "Einen Aufschub hat das Amt nicht ausgeschlossen.",
        "negation-added",
    ),
    ("en", "No ladder was needed.", "It took a ladder.", "negation-dropped"),
    ("de", "Eine Leiter war keine nötig, ein Seil schon.", "Man brauchte ein Seil.", ""),
    (
        "en",
        "“The dam never failed us,” recalls Hanna Voss.",
        "Hanna Voss, who built it, recalls: “The dam never failed us.”",
        "",
    ),
    # --- contrasts
    (
        "en",
        "The dam, rather than the canal, saved the valley.",
        "It was not the dam that saved the valley, but the canal.",
        "comparison-turned",
    ),
    (
        "en",
        "The dam, rather than the canal, saved the valley.",
        "The dam saved the valley, not the canal.",
        "",
    ),
    (
        "de",
        "Gerettet hat das Tal nicht der Kanal, sondern der Damm.",
        "Nicht der Damm, sondern der Kanal hat das Tal gerettet.",
        "comparison-turned",
    ),
    (
        "de",
        "Gerettet hat das Tal nicht der Kanal, sondern der Damm.",
        "Der Damm war es, nicht der Kanal.",
        "",
    ),
    (
        "de",
        "Im Rat saßen mehr Bauern als Händler.",
        "Im Rat gab es mehr Händler als Bauern.",
        "comparison-turned",
    ),
    ("de", "Im Rat saßen mehr Bauern als Händler.", "Im Rat gab es weniger Händler als Bauern.", ""),
    (
        "en",
        "First came a weak rule, then a strict one.",
        "A strict rule came first, then a weak one.",
        "comparison-turned",
    ),
    ("en", "First came a weak rule, then a strict one.", "The rule was weak at first and strict later.", ""),
)
