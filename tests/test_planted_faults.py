"""What `podcast check` is for: it finds the faults of benchmarks/faults and is silent on the scripts without them."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from podcast.script import problems

pytestmark = pytest.mark.timeout(900)
"""A set is some 150 scripts, a second each on a free core."""

SETS = ("seen", "unseen", "fresh", "blind", "later", "sixth", "seventh", "eighth", "ninth")
EMPHASISED = {
    "figures": ("figure changed", "date changed", "unit changed"),
    "names": ("name swapped", "name invented", "place swapped", "place invented", "organisation invented"),
    "quotes": ("quotation invented", "quotation altered", "quotation given to another"),
    "negations": ("negation dropped", "negation added"),
    "repetitions": ("thought repeated",),
    "cut turns": ("turn cut",),
}


@pytest.fixture(scope="module")
def planted(root: Path) -> ModuleType:
    """benchmarks/planted_faults.py, which is a script and not part of a package."""
    return _script(root / "benchmarks" / "planted_faults.py")


@pytest.fixture(scope="module")
def words(root: Path, planted: ModuleType) -> ModuleType:
    """benchmarks/word_faults.py."""
    assert planted  # which it imports
    return _script(root / "benchmarks" / "word_faults.py")


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its structs look their annotations up there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("of", SETS)
def test_as_many_planted_faults_are_found_as_the_set_wants(of: str, planted: ModuleType) -> None:
    results = list(planted.results(of))
    missed = [result.fault for result in results if not result.found]
    assert len(missed) <= (1 - planted.LEAST_FOUND[of]) * len(results), missed


@pytest.mark.parametrize("of", SETS)
def test_of_a_hundred_turns_of_a_good_script_at_most_one_is_complained_about(
    of: str, planted: ModuleType
) -> None:
    alarms = list(planted.alarms(of))
    assert len(alarms) <= planted.MOST_ALARMS * planted.turns_in(of), alarms


@pytest.mark.parametrize("of", SETS)
def test_every_fault_can_be_planted_and_leaves_a_script_that_can_be_read(
    of: str, planted: ModuleType
) -> None:
    scripts = planted.scripts(of)
    for fault in planted.faults(of):
        changed = fault.apply(scripts[fault.script])
        assert changed != scripts[fault.script], fault
        assert not list(problems(changed, planted.HOSTS)), fault


@pytest.mark.parametrize("of", SETS)
def test_every_fault_is_of_a_kind_that_the_table_of_groups_has(of: str, planted: ModuleType) -> None:
    known = {*planted.kinds().turn, *planted.kinds().whole}
    assert {fault.kind for fault in planted.faults(of)} <= known
    assert all(fault.says for fault in planted.faults(of) if fault.kind in planted.kinds().whole)


@pytest.mark.parametrize("of", SETS)
def test_a_set_has_sixty_faults_several_of_each_kind_that_matters_most_in_both_languages(
    of: str, planted: ModuleType
) -> None:
    faults = planted.faults(of)
    kinds = Counter(fault.kind for fault in faults)
    assert len(faults) >= 60
    least = 5 if of == "blind" else 8
    for name, group in EMPHASISED.items():
        assert sum(kinds[kind] for kind in group) >= least, name
    languages = {planted.article_of(of, fault.script).language for fault in faults}
    assert languages == {"de", "en"}


@pytest.mark.parametrize("of", SETS)
def test_the_untouched_scripts_name_only_sentences_that_their_articles_have(
    of: str, planted: ModuleType
) -> None:
    for name, text in planted.scripts(of).items():
        numbers = {sentence.number for sentence in planted.article_of(of, name).sentences}
        named = {number for turn in planted.read(text).turns for number in turn.sentences}
        assert named, name
        assert named <= numbers, name
        assert not list(problems(text, planted.HOSTS)), name


@pytest.mark.parametrize(("of", "name"), [("unseen", "autostreik-offline"), ("later", "ohio-offline")])
def test_one_other_word_in_a_script_of_the_offline_writer_is_named(
    of: str, name: str, words: ModuleType
) -> None:
    count, found, missed = words.measure(of, name)
    assert min(count.values()) >= 3
    assert found.total() >= words.LEAST_FOUND * count.total(), missed


def test_the_sets_share_no_article_and_no_script(planted: ModuleType) -> None:
    every = [
        path.read_bytes()
        for of in SETS
        for path in sorted((planted.FAULTS / of).iterdir())
        if path.suffix in {".txt", ".md"}
    ]
    assert len(every) >= 6 * len(SETS)
    assert len(set(every)) == len(every)


def test_a_fault_whose_place_is_there_twice_or_never_is_refused(planted: ModuleType) -> None:
    text = "**Ben:** Ja, ja.\n"
    with pytest.raises(ValueError, match="2 times"):
        planted.Fault("x", "figure changed", "a", "b").apply(text)
    with pytest.raises(ValueError, match="0 times"):
        planted.Fault("x", "figure changed", "Nein", "Doch").apply(text)
    assert planted.Fault("x", "figure changed", "Ja", "Na").apply(text) == "**Ben:** Na, ja.\n"
    after = planted.Fault("x", "ping-pong", "Ja,", then="**Alana:** Doch.").apply(text)
    assert after == "**Ben:** Ja, ja.\n\n**Alana:** Doch.\n"
