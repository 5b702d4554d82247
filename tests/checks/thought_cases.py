"""Sentences put into talks about the articles in seeds/: what says again what was said, and what only sounds like it.

Each case: the article, the words of the article after which a host says it, and what the host says. A talk is the
article read out in turn, two sentences a turn, so that the first saying is the article's own.
"""

from __future__ import annotations

from podcast.article import Article
from tests.checks.talks import article

__all__ = ["AGAIN", "CLOSE", "DAM", "MISTAKEN", "NEW", "TOLD", "read_out"]

# ruff: noqa: E501 (a table reads better in lines)
AGAIN = (
    ("wahlleute.md", "Nur Maine und Nebraska", "Und Gore hatte landesweit über fünfhunderttausend Stimmen mehr als Bush."),
    ("wahlleute.md", "Der Kongress sollte den Präsidenten wählen", "Alle Staaten außer Maine und Nebraska geben ja sämtliche Wahlleute dem, der im Staat gewinnt."),
    ("wahlleute.md", "Fünfmal ist seither", "Ein Bauer aus Georgia hätte ja niemanden gekannt, der in Massachusetts Politik macht."),
    ("wahlleute.md", "So wurde der Republikaner", "Im Jahr 1800 hatten Jefferson und Burr dieselbe Zahl von Wahlstimmen, und im Repräsentantenhaus wurde 36-mal gewählt."),
    ("wahlleute.md", "Versucht wurde es oft", "Hayes hat 1876 mit nur einem Wahlmann Vorsprung gewonnen, 185 zu 184."),
    ("swing-states.html", "Zum einen ziehen Menschen um", "In Georgia machten 2020 also nicht einmal zwölftausend Stimmen den Unterschied, genau 11.779."),
    ("swing-states.html", "Zum einen ziehen Menschen um", "Missouri hatte ja ein Jahrhundert lang fast immer den gewählt, der am Ende gewann, von 1904 bis 2004."),
    ("swing-states.html", "Für die Kandidaten ist die Rechnung", "Und Florida hing im Jahr 2000 an 537 Stimmen."),
    ("swing-states.html", "Eine Umfrage hat eine Fehlerspanne", "In Kalifornien macht ja kaum einer Wahlkampf, obwohl dort mehr als ein Zehntel der Amerikaner wohnt."),
    ("filibuster.txt", "1964 kam es zur Entscheidung", "Huey Long hat 1935 über fünfzehn Stunden geredet und dabei vorgelesen, wie man Austern brät."),
    ("filibuster.txt", "Danach hätte der Filibuster", "Clair Engle konnte wegen seines Hirntumors nicht reden und hat zur Abstimmung auf das Auge gezeigt."),
    ("filibuster.txt", "Kalifornien hat rund 39 Millionen", "Die Regel, mit der man eine Debatte beendet, hatte der Senat 1806 ja einfach gestrichen, auf den Rat von Aaron Burr."),
    ("filibuster.txt", "Ihre Verteidiger nennen", "Gorsuch ist 2017 mit 54 zu 45 bestätigt worden, einen Tag nach der neuen Ausnahme."),
    ("supreme-court.txt", "Ebenso scharf fiel", "Die Beobachter auf den Booten sollten ja die Fischer selber zahlen, bis zu 710 Dollar pro Tag."),
    ("supreme-court.txt", "Frühere Entscheidungen", "Und Gorsuchs Mutter Anne war Chefin der Umweltbehörde, als deren Regel 1984 vor Gericht kam."),
    ("portraet-frances-perkins.txt", "Roosevelt stimmte zu", "Im Staat New York hatte sie unter Roosevelt als Gouverneur schon die Arbeitsbehörde geführt."),
    ("portraet-frances-perkins.txt", "Die Frau mit dem dreieckigen Hut", "Ein Richter am Supreme Court, Harlan Stone, hat ihr beim Tee den Tipp mit den Steuern gegeben."),
    ("portraet-frances-perkins.txt", "Doch beides gehört", "Aus New Jersey wollte einer sie des Amtes entheben, weil sie den Gewerkschafter Bridges nicht abschieben ließ."),
    ("mondspiegel.md", "Auf den Millimeter genau", "Lunochod 1 blieb fast vier Jahrzehnte verschwunden, keiner wusste, wo er stand."),
    ("mondspiegel.md", "Ewig halten auch Spiegel", "Der Mond rückt im Jahr um knapp vier Zentimeter von uns weg, 3,8 genau."),
    ("mondspiegel.md", "Seit dem 2. März 2025", "Als die Dinosaurier noch fern waren, vor 620 Millionen Jahren, hatte ein Tag nur ungefähr 22 Stunden."),
    ("marshall-plan.txt", "What did 13 billion dollars mean", "And it was Vandenberg, the Republican who chaired Foreign Relations, who had to get the law passed."),
    ("marshall-plan.txt", "Historians have argued", "A French farmer would pay for his American tractor in francs."),
    ("marshall-plan.txt", "Both chambers approved", "Stalin had called the Czechoslovak leaders to the Kremlin and made them pull out of the Paris meeting."),
    ("marshall-plan.txt", "Historians have argued", "The biggest share went to the British, by the way, over three billion dollars."),
    ("nasa-budget.md", "In January 1970 NASA cancelled", "Kennedy had told Webb in private that he wasn't that interested in space."),
    ("nasa-budget.md", "How much is that today", "Around four hundred thousand people had a job on Apollo at its peak, mostly in private firms and universities."),
    ("nasa-budget.md", "In January 1970 NASA cancelled", "Americans spent more on cigarettes and cigars every year than on the whole space programme."),
    ("nasa-budget.md", "Kennedy had warned", "NASA scrapped Apollo 20 in January 1970."),
    ("baltimore-bridge.txt", "How can a single blow", "The Dali had set out from Baltimore a little before half past twelve that night, on its way to Sri Lanka."),
    ("baltimore-bridge.txt", "Baltimore handles more cars", "The workers out there were fixing potholes, and they had come from Mexico and Central America, from Guatemala, Honduras and El Salvador."),
    ("baltimore-bridge.txt", "The owners of the Titanic", "Trucks with dangerous cargo used to cross on that bridge because they can't use the tunnels."),
    ("frances-kelsey.txt", "Then, in February 1961", "Geiling offered her the place straight away, and in his letter he took her for a Mr. Oldham."),
    ("frances-kelsey.txt", "In July 1962", "It was Widukind Lenz in Hamburg who found that nearly all of the mothers had swallowed the same pill."),
    ("frances-kelsey.txt", "Kelsey stayed with the agency", "Merrell's people had handed out over two and a half million tablets, and more than a thousand doctors got them."),
    ("frances-kelsey.txt", "Senator Estes Kefauver", "She had gone to a boys' school on Vancouver Island because there wasn't one for girls."),
)  # fmt: skip
"""Said again in other words: one finding, at this turn."""

NEW = (
    ("wahlleute.md", "Nur Maine und Nebraska", "Dann wäre Gore also mit dem System von Maine vielleicht Präsident geworden."),
    ("wahlleute.md", "Fünfmal ist seither", "Das waren dreizehn Jahre nach Philadelphia, und schon passte die Verfassung nicht mehr."),
    ("wahlleute.md", "Versucht wurde es oft", "Clinton hatte also fünfmal so viel Vorsprung wie Gore und hat genauso verloren."),
    ("wahlleute.md", "So wurde der Republikaner", "Acht zu sieben, das klingt nach Supreme Court im Jahr 2000."),
    ("swing-states.html", "Die Liste ist nicht in Stein", "Georgia ist damit so knapp wie früher nur Florida."),
    ("swing-states.html", "Zum einen ziehen Menschen um", "Ohio hat 2020 zum ersten Mal auf den Verlierer gesetzt, und Missouri kümmert schon lange keinen mehr."),
    ("swing-states.html", "Für die Kandidaten ist die Rechnung", "Umkämpft sind ja nur sieben von fünfzig, und trotzdem reden alle von ganz Amerika."),
    ("filibuster.txt", "1964 kam es zur Entscheidung", "Thurmond hat 1957 also ganz allein versucht, was 1964 eine ganze Gruppe versucht."),
    ("filibuster.txt", "Danach hätte der Filibuster", "Sieben Jahre nach Thurmonds Rede war die Mauer also weg."),
    ("filibuster.txt", "Kalifornien hat rund 39 Millionen", "Da wiegt ein Bürger aus Wyoming so viel wie fünfundsechzig Kalifornier."),
    ("filibuster.txt", "Ihre Verteidiger nennen", "Reid hat 2013 also die Tür geöffnet, durch die McConnell vier Jahre später gegangen ist."),
    ("supreme-court.txt", "Ebenso scharf fiel", "Der Sohn räumt also mit der Regel auf, die der Mutter geholfen hat."),
    ("supreme-court.txt", "Frühere Entscheidungen", "18.000-mal in vierzig Jahren, das ist mehr als einmal am Tag."),
    ("portraet-frances-perkins.txt", "Roosevelt stimmte zu", "Zweiundzwanzig Jahre nach dem Brand hatte sie damit die Zusage eines Präsidenten."),
    ("portraet-frances-perkins.txt", "Die Frau mit dem dreieckigen Hut", "Die Ärzte waren also stärker als die Arbeitsministerin."),
    ("portraet-frances-perkins.txt", "Perkins blieb im Amt", "Gegen ihre Amtsenthebung hat ihr Hut jedenfalls nicht geholfen."),
    ("mondspiegel.md", "Auf den Millimeter genau", "Da muss Murphy ja vor Freude im Kreis gesprungen sein."),
    ("mondspiegel.md", "Ewig halten auch Spiegel", "Einstein hat also recht, und ein paar Spiegel von Apollo haben es gezeigt."),
    ("mondspiegel.md", "Seit dem 2. März 2025", "Ein Zehntel von einem einzigen Photon, da bleibt nicht viel übrig."),
    ("marshall-plan.txt", "What did 13 billion dollars mean", "Vandenberg got his businessman, and Truman got his law in an election year."),
    ("marshall-plan.txt", "Historians have argued", "So the OECD is what is left of a plan that Stalin didn't like."),
    ("marshall-plan.txt", "Both chambers approved", "That was ten months after Harvard, and nobody there had heard a figure."),
    ("nasa-budget.md", "How much is that today", "Twelve men walked up there, and three more crews were ready to go."),
    ("nasa-budget.md", "Kennedy had warned", "Nixon signed off on the shuttle in the year when the last two men came home from the Moon."),
    ("baltimore-bridge.txt", "How can a single blow", "So the police had four minutes for the cars and none for the crew."),
    ("baltimore-bridge.txt", "Baltimore handles more cars", "Where do those thirty thousand drivers go from now on, I wonder, with only the tunnels left."),
    ("baltimore-bridge.txt", "The owners of the Titanic", "After the accident the Dali may not be worth very much."),
    ("frances-kelsey.txt", "Then, in February 1961", "Fifty contacts, and she had been there for less than a year."),
    ("frances-kelsey.txt", "In July 1962", "In Hamburg it was Lenz, in Washington it was Kelsey, and neither of them believed the company."),
    ("frances-kelsey.txt", "Kelsey stayed with the agency", "In 1937 it took a hundred deaths for a law, and this time it took a front page."),
    ("frances-kelsey.txt", "Senator Estes Kefauver", "Kennedy's medal came in August, and the law two months after it."),
)  # fmt: skip
"""About the same people and things, and something else: no finding at this turn."""

MISTAKEN = (
    (
        "nasa-budget.md",
        "In January 1970 NASA cancelled",
        "The White House had the tape, and Congress had the bill.",
    ),
)
"""Something else, taken for the same: all of its words stood together, and made another sentence."""


DAM = article(
    (
        "Der Damm",
        (
            "1931 baute der Ingenieur Otto Hagemann bei Lindau einen Damm aus 40.000 Säcken Zement.",
            "Die Gemeinde zahlte dafür 90.000 Mark, und das Land gab nichts dazu.",
            "Im Winter 1947 brach der Damm an drei Stellen.",
            "Elf Menschen ertranken, die meisten davon in der Mühlgasse.",
            "Der Bürgermeister Karl Ebner trat am nächsten Tag zurück.",
            "Das Gutachten der Universität Graz nannte als Ursache den Frost.",
            "Heute steht an seiner Stelle eine Mauer aus Beton.",
            "Sie wird alle fünf Jahre von Tauchern geprüft.",
            "Die Kinder von Lindau nennen sie die Burg.",
        ),
    ),
    title="Ein Damm aus Zement und Geduld",
)
"""A short article …"""

TOLD = (
    "## Vorab",
    "1931 hat Otto Hagemann bei Lindau einen Damm gebaut, aus 40.000 Säcken Zement. <!-- s1 -->",
    "Und wer hat das bezahlt?",
    "Die Gemeinde, 90.000 Mark. Vom Land kam nichts. <!-- s2 -->",
    "Herzlich willkommen bei US Politik Deep Dive! Ich bin Ben.",
    "Und ich bin Alana.",
    "## Der Bruch",
    "Was ist im Winter 1947 passiert?",
    "Der Damm ist an drei Stellen gebrochen. Elf Menschen sind ertrunken, die meisten in der Mühlgasse. <!-- s3-s4 -->",
    "Und der Bürgermeister?",
    "Karl Ebner ist am Tag danach zurückgetreten. <!-- s5 -->",
    "Lag es an ihm?",
    "Nein, am Frost. So steht es im Gutachten der Universität Graz. <!-- s6 -->",
)
"""… a talk about it …"""

CLOSE = (
    "## Zum Schluss",
    "Heute steht da eine Mauer aus Beton. <!-- s7 -->",
    "Und alle fünf Jahre tauchen welche hinunter und sehen nach. <!-- s8 -->",
)
"""… and its last segment."""


def read_out(article: Article, after: str, says: str) -> tuple[str, int]:
    """A script that reads the article out, and the number of the turn put in after the one with the words ``after``."""
    lines = [f"---\nlanguage: {article.language}\ntitle: {article.title}\nsource: test\n---"]
    number = place = 0
    for section in article.sections:
        lines.append(f"## {section.heading or 'Vorab'}")
        for at in range(0, len(section.sentences), 2):
            pair = section.sentences[at : at + 2]
            text = " ".join(sentence.text for sentence in pair)
            number += 1
            lines.append(
                f"**{_host(number)}:** {text} <!-- {', '.join(sentence.id for sentence in pair)} -->"
            )
            if after in text and not place:
                number += 1
                place = number
                lines.append(f"**{_host(number)}:** {says}")
    if not place:
        raise ValueError(f"nowhere in {article.source}: {after}")
    lines += ["## Ende", "**Alana:** Das war es.", "**Ben:** Bye!"]
    return "\n\n".join(lines) + "\n", place


def _host(number: int) -> str:
    return ("Alana", "Ben")[number % 2]
