"""Scoring what was heard: what a listener would not call an error is none, what he would is one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from podcast.checks.spelling import Spellings


@pytest.fixture(scope="module")
def scoring(root: Path) -> ModuleType:
    """benchmarks/word_errors.py, which is a file beside scripts and not part of a package."""
    path = root / "benchmarks" / "word_errors.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their annotations up there
    spec.loader.exec_module(module)
    return module


# language, written, heard, written words, errors
TABLE = [
    # the same
    ("de", "Der Senat tagt.", "Der Senat tagt.", 3, 0),
    ("de", "„Nein!“ – sagte er …", "nein sagte er", 3, 0),
    ("de", "Die Straße ist groß.", "die strasse ist gross", 4, 0),
    ("de", "STIMMT, sagte Anna.", "stimmt sagte anna", 3, 0),
    # one, two, three errors of each kind
    ("de", "Der Senat tagt heute.", "Der Salat tagt heute.", 4, 1),
    ("de", "Der Senat tagt heute.", "Der tagt heute.", 4, 1),
    ("de", "Der Senat tagt heute.", "Der Senat tagt ja heute.", 4, 1),
    ("de", "Der Senat tagt heute.", "", 4, 4),
    ("de", "Er sah den Süden.", "Er sah den Suden.", 4, 1),
    ("de", "Der Senat tagt.", "Der Salat fragt noch", 3, 3),
    # where words begin and end
    ("de", "Der Kampfjet startet.", "Der Kampf Jet startet.", 3, 0),
    ("de", "Der Kampf Jet startet.", "Der Kampfjet startet.", 4, 0),
    ("de", "Das Außen-Ministerium schweigt.", "Das Außenministerium schweigt.", 4, 0),
    ("de", "Das ist ein Machtpoker im Senat.", "Das ist ein Macht Bocker im Senat.", 6, 1),
    ("de", "Das Repräsentanten Haus tagt.", "Das Repräsentantenhaut tagt.", 4, 1),
    ("de", "Die Mehrheit im Haus steht.", "Die Mehr heiter im Garten steht.", 5, 2),
    # figures, signs, abbreviations
    ("de", "Es dauerte 24 Stunden.", "Es dauerte vierundzwanzig Stunden.", 4, 0),
    ("de", "Es dauerte vierundzwanzig Stunden.", "Es dauerte 24 Stunden.", 4, 0),
    ("de", "Es dauerte 24 Stunden.", "Es dauerte 42 Stunden.", 4, 1),
    ("de", "Rund 50 % stimmten zu.", "Rund fünfzig Prozent stimmten zu.", 5, 0),
    ("de", "Im Jahr 1957 sprach er.", "Im Jahr neunzehnhundertsiebenundfünfzig sprach er.", 5, 0),
    ("de", "Am 3. Oktober kam er.", "Am dritten Oktober kam er.", 5, 0),
    ("de", "Am 3. Oktober kam er.", "Am dritter Oktober kam er.", 5, 1),
    ("de", "Es kostet 3,5 Mio. Euro.", "Es kostet drei Komma fünf Millionen Euro.", 7, 0),
    ("de", "Das meint z. B. Dr. Huber.", "Das meint zum Beispiel Doktor Huber.", 6, 0),
    ("de", "Der Haushalt der USA wuchs.", "Der Haushalt der U. S. A. wuchs.", 5, 0),
    ("de", "Der § 3 gilt.", "Der Paragraph drei gilt.", 4, 0),
    # names
    ("de", "Präsident Selenskyj sprach in Kiew.", "Präsident Selenski sprach in Kyjiw.", 5, 0),
    ("de", "Selenskyjs Rede war kurz.", "Zelenskys Rede war kurz.", 4, 0),
    ("de", "Wolodymyr Selenskyj schwieg.", "Volodymyrselenski schwieg.", 3, 0),
    ("de", "Mike Johnson und Dmitri Peskow schwiegen.", "Mike Jonson und Dmitri Peskoff schwiegen.", 6, 0),
    ("de", "Bachmut fiel, Boris Johnson schwieg.", "Bamut viel, Boris Jensen schwieg.", 5, 3),
    ("de", "Es war ein aufwändiger Albtraum.", "Es war ein aufwendiger Alptraum.", 5, 0),
    ("de", "Donald Trump kam nach Mar-a-Lago.", "Donald Trump kam nach Maralago.", 7, 0),
    ("de", "Donald Trump lachte.", "Donald Tramp lachte.", 3, 1),
    ("de", "Im Jahr 2018 siegte Trump 2 Mal.", "Im Jahr zweitausendachtzehn siegte Tramp zwei Mal.", 7, 1),
    ("de", "J. D. Vance aus Ohio schwieg.", "JD Wänns aus Oheio schwieg.", 5, 2),
    ("de", "Das war Deep Dive.", "Das war Diep Daif.", 4, 2),
    # English
    ("en", "He spoke for 24 hours.", "He spoke for twenty-four hours.", 6, 0),
    ("en", "The harbour was organised.", "The harbor was organized.", 4, 0),
    ("en", "It's Trump's house.", "Its Trumps house", 3, 0),
    ("en", "Alana thanks you.", "Alahna thanks you.", 3, 0),
    ("en", "Four of us saw the hour.", "For of us saw the our.", 6, 2),
    ("en", "It cost $5 million.", "It cost five million dollars.", 5, 0),
]


@pytest.mark.parametrize(("language", "written", "heard", "words", "errors"), TABLE)
def test_a_text_has_as_many_errors_as_a_listener_would_count(
    language: str, written: str, heard: str, words: int, errors: int, scoring: ModuleType
) -> None:
    """Hand-made pairs of what was written and what was heard."""
    found = scoring.score(written, heard, language)
    assert (found.words, found.errors) == (words, errors), found.pairs
    assert found.rate == errors / words


def test_the_words_of_names_are_counted_apart(scoring: ModuleType) -> None:
    """Of three words of names one is lost; the wrong verb is an error, but no name."""
    found = scoring.score("Donald Trump warnte Wladimir Putin.", "Donald Tramp wartete Wladimir Putin.", "de")
    assert (found.errors, found.names, found.lost) == (2, 4, 1)


def test_a_spelling_that_only_the_show_knows_counts_where_it_is_given(scoring: ModuleType) -> None:
    """``spellings`` in show.toml holds for what is heard, too."""
    written, heard = "Präsident Donald Trump sprach.", "Präsident Donald Tramp sprach."
    assert scoring.score(written, heard, "de").errors == 1
    assert scoring.score(written, heard, "de", Spellings({"Trump": ["Tramp"]})).errors == 0


def test_the_alignment_loses_no_word_and_keeps_the_order(scoring: ModuleType) -> None:
    """Both sides of the pairs, put together, are the two texts."""
    text = "die frage ist ob der senat das noch vor dem sommer schafft"
    said = "frage ist nun ob der se nat dass vor dem sommerschaft"
    written, heard = text.split(), said.split()
    pairs = scoring.align(written, heard)
    assert [word for pair in pairs for word in pair.written] == written
    assert [word for pair in pairs for word in pair.heard] == heard
    # "die" and "noch" are missing, "nun" is added, "das" and "schafft" are wrong
    assert sum(pair.errors for pair in pairs) == 5


def test_a_whole_episode_is_aligned_although_words_are_missing_in_it(scoring: ModuleType) -> None:
    """A gap of thirty words costs thirty errors, and what comes after it is still found."""
    written = [f"wort{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(400)]
    pairs = scoring.align(written, written[:200] + written[230:])
    assert sum(pair.errors for pair in pairs) == 30


def test_nothing_written_and_something_heard_is_wrong(scoring: ModuleType) -> None:
    """A rate needs words; without any, added ones are still an error."""
    assert scoring.score("…", "Vielen Dank", "de").rate == 1.0
    assert scoring.score("…", "", "de").rate == 0.0
