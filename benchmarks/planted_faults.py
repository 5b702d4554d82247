"""Does ``podcast check`` find what is wrong? Faults planted in good scripts, and what is said about the good ones.

Run: python benchmarks/planted_faults.py [--set NAME]  (half a minute a set; no network; all nine without a name)

Exit 1 where fewer faults of a set are found than ``LEAST_FOUND`` wants of it, or where more than one turn in a
hundred of the untouched scripts is complained about. benchmarks/README.md says what counts, and where the aim of
95 % is missed.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from podcast.article import Article
from podcast.checks import Finding, check
from podcast.ingest import read_article
from podcast.pace import WordPace
from podcast.script import Script, parse
from podcast.show import Show

FAULTS = Path(__file__).parent / "faults"
LEAST_FOUND = {
    "seen": 0.95, "unseen": 0.95, "fresh": 0.9, "blind": 0.8, "later": 0.75, "sixth": 0.95,
    "seventh": 0.95, "eighth": 0.95, "ninth": 0.84,
}  # fmt: skip
"""By set, oldest first. The aim is 0.95; the younger a set, the less of it have those who build the checks seen."""
SETS = tuple(LEAST_FOUND)
MOST_ALARMS = 0.01
"""Errors and warnings with a turn number, per turn of the untouched scripts."""
WORDS_PER_MINUTE = {"de": 130.0, "en": 150.0}
"""Usual speed of a conversation; ../shared/MODELS.md, known measures of a script."""
SHOW = Show()
HOSTS = tuple(host.name for host in SHOW.hosts)


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fault, as the lists have it; README.md explains the keys."""

    script: str
    kind: str
    find: str
    replace: str | None = None
    then: str = ""
    until: str = ""
    at: tuple[str, ...] = ()
    says: str = ""

    def apply(self, text: str) -> str:
        """The script with this fault in it. Raises ``ValueError`` where its place is not there exactly once."""
        for words in (self.find, self.until, *self.at):
            if words and text.count(words) != 1:
                raise ValueError(f"{self.script}: {text.count(words)} times in the script: {words!r}")
        start = text.index(self.find)
        end = text.index(self.until) + len(self.until) if self.until else start + len(self.find)
        if self.then:
            end = text.index("\n", start)
            return f"{text[:end]}\n\n{self.then}{text[end:]}"
        if self.replace is None:
            raise ValueError(f"{self.script}: neither replace nor then: {self.find!r}")
        return text[:start] + self.replace + text[end:]


@dataclass(frozen=True)
class Kinds:
    """What a finding about a fault may be filed under."""

    turn: dict[str, list[str]]
    whole: dict[str, list[str]]


@dataclass(frozen=True)
class Result:
    """A fault and the findings that are new at its place, fitting or not."""

    fault: Fault
    found: bool
    new: tuple[Finding, ...]


@cache
def kinds() -> Kinds:
    """faults/kinds.toml."""
    return Kinds(**tomllib.loads((FAULTS / "kinds.toml").read_text(encoding="utf-8")))


def faults(of: str) -> tuple[Fault, ...]:
    """The faults of a set, in the order of its list."""
    listed = tomllib.loads((FAULTS / f"{of}.toml").read_text(encoding="utf-8"))
    return msgspec.convert(listed["fault"], tuple[Fault, ...])


def scripts(of: str) -> dict[str, str]:
    """The untouched scripts of a set: name to text."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((FAULTS / of).glob("*.md"))}


@cache
def article_of(of: str, name: str) -> Article:
    """The article that a script of a set was written for: the file that its front matter names."""
    return read_article(str(FAULTS / of / read(scripts(of)[name]).meta["source"]))


def read(text: str) -> Script:
    """A script's text, parsed for the hosts of the house."""
    return parse(text, HOSTS)


def findings(text: str, article: Article) -> list[Finding]:
    """All that the check says."""
    pace = WordPace(WORDS_PER_MINUTE[article.language])
    return check(text, SHOW, article, pace=pace).findings


def _severe(finding: Finding) -> bool:
    return finding.severity != "note"


def _key(finding: Finding) -> tuple[str, ...]:
    """What makes two findings the same one, wherever the lines have moved to."""
    return (finding.kind, finding.severity, finding.words or re.sub(r"\d+", "", finding.text))


def alarms(of: str) -> Iterator[tuple[str, Finding]]:
    """Errors and warnings about turns of the untouched scripts: all of them false, for the scripts are good."""
    for name, text in scripts(of).items():
        for finding in findings(text, article_of(of, name)):
            if _severe(finding) and finding.turn is not None:
                yield name, finding


def turns_in(of: str) -> int:
    """Turns of all untouched scripts."""
    return sum(1 for text in scripts(of).values() for _ in read(text).turns)


def _touched(fault: Fault, before: Script, after: Script) -> dict[int, set[int]]:
    """Numbers (from 1) of the turns where a finding may stand, each with those that stood there before."""
    old, new = (
        [(turn.host, turn.body, turn.sentences) for turn in script.turns] for script in (before, after)
    )
    touched: dict[int, set[int]] = {}
    same: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            same.update(zip(range(j, j_end), range(i, i_end), strict=True))
        for number in range(j, j_end) if tag != "equal" else ():
            touched[number + 1] = {n + 1 for n in range(i, i_end)}
    for words in fault.at:
        for number, (_, body, _) in enumerate(new):
            if words in body:
                touched[number + 1] = {same[number] + 1} if number in same else set()
    return touched


def results(of: str) -> Iterator[Result]:
    """Each fault of a set, planted alone in its script."""
    originals = scripts(of)
    untouched = {name: findings(text, article_of(of, name)) for name, text in originals.items()}
    for fault in faults(of):
        text = fault.apply(originals[fault.script])
        after = findings(text, article_of(of, fault.script))
        before = untouched[fault.script]
        if groups := kinds().whole.get(fault.kind):
            said = {_key(finding) for finding in before}
            new = [f for f in after if f.group in groups and _key(f) not in said]
            found = any(fault.says in f.text for f in new)
        else:
            groups = kinds().turn[fault.kind]
            touched = _touched(fault, read(originals[fault.script]), read(text))
            new = []
            for number, stood in touched.items():
                said = {_key(f) for f in before if f.turn in stood}
                new += [f for f in after if f.turn == number and _key(f) not in said]
            found = any(_severe(f) and f.group in groups for f in new)
        yield Result(fault, found, tuple(new))


def _shown(fault: Fault) -> str:
    def short(text: str) -> str:
        text = " ".join(text.split())
        return text if len(text) <= 150 else f"{text[:74]} … {text[-74:]}"

    if fault.then:
        return f"after “{short(fault.find)}”: “{short(fault.then)}”"
    if fault.until:
        return f"from “{short(fault.find)}” to “{short(fault.until)}”"
    return f"“{short(fault.find)}” became “{short(fault.replace or '')}”"


def measure(of: str) -> tuple[int, int, int, int]:
    """Print what the check makes of a set. Returns faults, found ones, turns, alarms."""
    count, found = Counter[str](), Counter[str]()
    missed: list[Result] = []
    for result in results(of):
        count[result.fault.kind] += 1
        found[result.fault.kind] += result.found
        missed += [] if result.found else [result]
    print(f"\n{of}: {found.total()} of {count.total()} faults found")
    for kind, number in count.items():
        print(f"  {kind:28} {found[kind]:3} of {number:3}")
    for result in missed:
        print(f"  missed: {result.fault.script}: {result.fault.kind}: {_shown(result.fault)}")
        for finding in result.new:
            print(f"          but: [{finding.group} {finding.kind}, {finding.severity}] {finding.text}")
    false, turns = list(alarms(of)), turns_in(of)
    print(
        f"{of}: {len(false)} false alarms on {turns} untouched turns, {100 * len(false) / turns:.1f} per 100"
    )
    for name, finding in false:
        print(
            f"  {name}.md:{finding.line}: [{finding.group} {finding.kind}, {finding.severity}] {finding.text}"
        )
    return count.total(), found.total(), turns, len(false)


def main() -> int:
    """Print it all; 1 where a set misses the aim."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    chosen: str = parser.parse_args().set
    good = True
    for of in SETS if chosen == "all" else (chosen,):
        total, found, turns, false = measure(of)
        good &= found >= LEAST_FOUND[of] * total and false <= MOST_ALARMS * turns
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
