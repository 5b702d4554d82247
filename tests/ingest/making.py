"""Articles and files made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from podcast.article import Article
from podcast.ingest import read_article

SHOW = ("US Politik Deep Dive", "Der Podcast mit Alana & Ben", "Alana", "Ben")

OPENING = (
    "Der Hafen war leer, als die Fischer am Morgen an den Kai kamen, und niemand wusste, wohin die Schiffe gefahren "
    "waren. In der Nacht hatte der Wind gedreht. Am Ende blieb den Leuten nichts als das Warten auf eine Nachricht."
)
MIDDLE = (
    "Die Verwaltung des Hafens sagt, sie habe nichts gewusst. Das ist möglich, aber es ist nicht wahrscheinlich, denn "
    "die Papiere der Schiffe lagen seit Tagen auf dem Tisch. Wer sie las, der wusste Bescheid. Der Hafen schwieg."
)
CLOSING = (
    "Was aus dem Hafen wird, ist offen. Die Fischer haben einen Brief geschrieben, und die Stadt will ihn lesen. Bis "
    "dahin bleibt der Kai leer, und die Netze trocknen in der Sonne. Das ist alles, was man heute sagen kann."
)
ENGLISH = (
    "The harbour was empty when the fishermen came to the quay in the morning, and nobody knew where the ships had "
    "gone. The wind had turned in the night. In the end there was nothing for the people to do but "
    "to wait for the news."
)


def read(data: bytes | str, **options: object) -> Article:
    """Read an article from standard input."""
    raw = data.encode() if isinstance(data, str) else data
    return read_article("-", stdin=io.BytesIO(raw), **options)  # type: ignore[arg-type]


def headings(article: Article) -> list[str]:
    return [section.heading for section in article.sections]


def spoken(article: Article) -> str:
    """All that would be spoken, one sentence a line."""
    return "\n".join(sentence.text for sentence in article.sentences)


def epub(
    chapters: Sequence[str], *, title: str = "Der leere Hafen", order: Sequence[int] | None = None
) -> bytes:
    """An EPUB; ``order`` is the spine's, where it is not that of the files."""
    order = range(len(chapters)) if order is None else order
    items = "".join(
        f'<item id="c{i}" href="text/c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in order
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in order)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        packed.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{title}</dc:title><dc:creator>Eva Muster</dc:creator><dc:language>de</dc:language>"
            f"<dc:date>2025-08-16</dc:date></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for number, chapter in enumerate(chapters):
            packed.writestr(
                f"OEBPS/text/c{number}.xhtml",
                '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
                f"<title>x</title></head><body>{chapter}</body></html>",
            )
    return buffer.getvalue()


def pdf(pages: Sequence[Sequence[str]], *, title: str = "") -> bytes:
    """A PDF by hand: one line of Helvetica under the other, an empty line for a gap."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b""]
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    kids = []
    for page in pages:
        stream = b"BT /F1 11 Tf 14 TL 60 780 Td "
        for line in page:
            raw = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            stream += b"(" + raw + b") Tj T* " if line else b"T* "
        stream += b"ET"
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[" + b" ".join(kids) + b"]/Count %d>>" % len(kids)
    objects.append(b"<</Title(" + title.encode("cp1252") + b")>>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>" % (len(objects) + 1, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        trailer,
        len(out),
    )
