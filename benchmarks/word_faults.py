"""One word of a faithful script is other: is it named? Faults that a program plants, in scripts of the offline writer.

Run: python benchmarks/word_faults.py  (about a minute; no network)

Every "nicht", "kein", "never" … is taken out or turned into its opposite, one is put in behind the first helping
verb, every figure becomes another, and every longer turn is cut in its middle, once with a full stop put behind.
planted_faults.py measures what people think of; this one measures what a slip of the hand does.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

import planted_faults as planted

SCRIPTS = (
    ("unseen", "autostreik-offline"),
    ("later", "kabel-offline"),
    ("seen", "amendment-offline"),
    ("later", "ohio-offline"),
)
LEAST_FOUND = 0.95
LONG = 16
"""Words of a turn that is cut in its middle."""
_NO = {
    "de": (
        (r"\bnicht\b ?", ""),
        (r"\bkein(?=e?[nmrs]?\b)", "ein"),
        (r"\bnie\b", "immer"),
        (r"\bnichts\b", "alles"),
    ),
    "en": ((r"\bnot\b ?", ""), (r"\bnever\b ?", ""), (r"\bno(?= \w)", "a"), (r"\bnobody\b", "everybody")),
}
_HELPING = {
    "de": re.compile(r"\b(?:ist|war|hat|hatte|wurde|kann|konnte|wird)\b(?=[^.?!]{15,}[.?!])"),
    "en": re.compile(r"\b(?:is|was|were|are|could|will|would|had|has)\b(?= )"),
}
_HAS_NO = re.compile(r"\b(?:nicht|kein\w*|nie|nichts|niemand|not|no|never|nobody)\b|n't\b", re.IGNORECASE)
_FIGURE = re.compile(r"\b[2-9]\d{1,3}\b(?![.,]\d)")


def faulty(body: str, language: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The faults of one turn's text: kind, the text with it, and the groups that may name it."""
    facts = frozenset({"grounding"})
    for pattern, instead in _NO[language]:
        for found in re.finditer(pattern, body):
            yield "no taken out", body[: found.start()] + instead + body[found.end() :], facts
    helping = _HELPING[language].search(body)
    if helping and not _HAS_NO.search(body) and "?" not in body:
        at = helping.end()
        if language == "de":  # "Er wurde … nicht gewählt": before the last word of the clause
            end = at + len(re.split(r"[.,;:?!]", body[at:])[0])
            at = body.rindex(" ", 0, end)
        yield "no put in", f"{body[:at]} {'nicht' if language == 'de' else 'not'}{body[at:]}", facts
    for found in _FIGURE.finditer(body):
        other = str(int(found[0]) + 7)
        yield "figure", body[: found.start()] + other + body[found.end() :], facts
    words = body.split()
    if len(words) >= LONG:
        half = " ".join(words[: len(words) // 2])
        if half[-1] not in ".?!":
            cut = frozenset({"conversation", "grounding"})
            yield "cut", half, cut
            if half[-1].isalnum():
                yield "cut, full stop", f"{half}.", cut


def measure(of: str, name: str) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many faults of each kind there are in a script, how many are found, and the turns of the others."""
    text, article = planted.scripts(of)[name], planted.article_of(of, name)
    lines = text.split("\n")
    before = {(each.kind, each.words) for each in planted.findings(text, article)}
    count, found, missed = Counter[str](), Counter[str](), list[str]()
    for at, line in enumerate(lines):
        said = re.fullmatch(r"(\*\*\w+:\*\* )(.*?)( <!-- s[^>]* -->)", line)
        if not said:
            continue
        for kind, body, groups in faulty(said[2], article.language):
            changed = "\n".join([*lines[:at], f"{said[1]}{body}{said[3]}", *lines[at + 1 :]])
            named = any(
                each.line == at + 1
                and each.severity != "note"
                and each.group in groups
                and (each.kind, each.words) not in before
                for each in planted.findings(changed, article)
            )
            count[kind] += 1
            found[kind] += named
            missed += [] if named else [f"{name}.md:{at + 1}: {kind}: {body}"]
    return count, found, missed


def main() -> int:
    """Print what is found; 1 where it is too little."""
    count, found = Counter[str](), Counter[str]()
    for of, name in SCRIPTS:
        there, named, missed = measure(of, name)
        count += there
        found += named
        print("\n".join(missed))
    for kind, number in count.items():
        print(f"{kind:16} {found[kind]:4} of {number:4}")
    print(f"{'all':16} {found.total():4} of {count.total():4} ({found.total() / count.total():.1%})")
    return int(found.total() < LEAST_FOUND * count.total())


if __name__ == "__main__":
    sys.exit(main())
