"""Two articles for the checks of names and quotations; what people say in them is made up for the tests."""

from __future__ import annotations

from podcast.checks.finding import Finding
from podcast.checks.given import Given
from podcast.show import Show
from tests.checks.talks import article, given, talk

ALASKA = article(
    (
        "",
        (
            "Im März 1867 klopfte der russische Gesandte Eduard von Stoeckl spät am Abend bei William Seward an.",
            "Der Außenminister saß in Washington beim Kartenspiel und legte die Karten sofort weg.",
            "Zar Alexander wollte Alaska verkaufen, denn seine Kasse war nach dem Krieg auf der Krim leer.",
            "Noch in derselben Nacht einigten sich die beiden Männer auf einen Preis von 7,2 Millionen Dollar.",
        ),
    ),
    (
        "Spott in New York",
        (
            "Im Senat warb Charles Sumner aus Massachusetts drei Stunden lang für den Vertrag.",
            "„Wir kaufen kein Eis, wir kaufen eine Küste am Rand der Welt“, rief er den Zweiflern zu.",
            "Horace Greeley verhöhnte das Geschäft in seiner „Tribune“ als Sewards Eisschrank.",
            "Das Repräsentantenhaus ließ sich mit dem Geld Zeit, weil Präsident Andrew Johnson um sein Amt kämpfte.",
            "„Dieser Handel wird uns noch leidtun“, warnte der Abgeordnete Cadwallader Washburn.",
            "Er stand mit seiner Meinung nicht allein.",
        ),
    ),
    (
        "Was daraus wurde",
        (
            "In Sitka wehte seit dem Oktober 1867 die amerikanische Fahne.",
            "Hundert Jahre später förderte BP Öl an der Prudhoe Bay, und niemand lachte mehr.",
            "Wenn in Anchorage über die Arktis gesprochen wird, sitzt heute die NATO mit am Tisch.",
            "In seiner Rede zum Jahrestag erwähnte Gouverneur Mike Dunleavy Wladimir Putin mit keinem Wort.",
            "Den ukrainischen Präsidenten Wolodymyr Selenskyj hingegen lobte er als „tapferen Nachbarn im Geiste“.",
        ),
    ),
    title="Das Geschäft einer Nacht",
)

CANAL = article(
    (
        "",
        (
            "In November 1903 Philippe Bunau-Varilla took a hotel room and wrote a constitution for a country to come.",
            "Three days later Panama declared itself independent of Colombia, and an American gunboat lay off Colón.",
            "John Hay signed the treaty before the envoys from Panama City had even reached Washington.",
            '"We shall have to sign tonight or never," he told his visitor.',
        ),
    ),
    (
        "A fight over a ditch",
        (
            "In the Senate John Tyler Morgan of Alabama fought the bargain for weeks.",
            '"This is a theft with a ribbon around it," Morgan said.',
            "Theodore Roosevelt did not mind the word, and the Isthmian Canal Commission went to work.",
            "Mosquitoes killed more men than accidents until William Gorgas drained the swamps.",
            "George Goethals, an engineer of the army, finished the locks in 1914, while Europe went to war.",
            "Workers from Barbados were paid in silver, Americans in gold.",
        ),
    ),
    (
        "The long way back",
        (
            "In 1977 Jimmy Carter agreed to hand the canal over, and Ronald Reagan campaigned against it.",
            '"We built it, we paid for it, it is ours," Reagan told every crowd.',
        ),
    ),
    language="en",
    title="The bargain of the isthmus",
)

SHOW = Show(spellings={"Stoeckl": ["Stöckel", "Stekl"]})


def told(turn: str, *before: str) -> Given:
    """A German turn about the sale of Alaska, after others."""
    return given(talk(*before, turn), ALASKA, show=SHOW)


def told_en(turn: str, *before: str) -> Given:
    """An English turn about the canal, after others."""
    return given(talk(*before, turn, language="en"), CANAL, show=SHOW)


def short(found: Finding) -> tuple[str, str, str]:
    """Kind, severity and words."""
    return found.kind, found.severity, found.words
