"""Stage directions, names of speakers and remnants of markup that a voice would read out."""

# ruff: noqa: SIM905 (tables of words read better as text)
from __future__ import annotations

import re
from collections.abc import Iterator

from podcast.checks.finding import Finding
from podcast.checks.given import Given, Said
from podcast.checks.talk import tagged
from podcast.script import comments

__all__ = ["findings"]

_DOES = (
    "lacht schmunzelt grinst kichert seufzt lächelt zögert flüstert hustet nickt klatscht stöhnt pausiert schnaubt "
    "gähnt murmelt räuspert atmet lachen seufzen schmunzeln flüstern "
    "laughs chuckles sighs pauses smiles nods whispers coughs gasps grins smirks giggles hesitates shrugs laugh"
).split()
_DOING = (
    "lachend schmunzelnd grinsend kichernd seufzend lächelnd zögernd flüsternd hustend nickend murmelnd "
    "laughing chuckling sighing smiling nodding whispering coughing grinning smirking giggling"
).split()
_HOW = (
    "nachdenklich leise ironisch sarkastisch ernst skeptisch überrascht begeistert erstaunt amüsiert trocken aufgeregt "
    "empört softly quietly sarcastically excitedly thoughtfully ironically surprised amused dryly seriously"
).split()
_SOUND = (
    "pause sprechpause kunstpause lachen gelächter applaus musik jingle stille seufzen räuspern soundeffekt titelmusik "
    "intro outro introjingle intromusik outromusik einspieler hintergrundmusik atmen beat music applause laughter "
    "silence sfx sound theme crosstalk inaudible"
).split()
_EXTRA = (
    "kurz kurze leise laut leicht tief herzlich beide sich den die der kopf ein aus durch auf lange lang alana ben "
    "wieder und im hintergrund setzt endet blendet fades in out up down short brief long both softly quietly lightly "
    "deeply a the theme intro outro music musik head his her throat clears shakes schüttelt ironically nervously nervös"
).split()
"""What may stand beside a stage word in its brackets: "(lacht leise)", "(music fades out)"."""

_ASIDES = frozenset("siehe heißt sagt meint ist war see is was says said".split())
"""Verbs of an aside, which is no direction: "(heißt es)"."""

_LABELS = (
    r"(?:(?:host|speaker|sprecher(?:in)?|moderator(?:in)?|stimme|voice|person|gast|guest) ?[1-9AB]"
    r"|sprecher(?:in)?|moderator(?:in)?|erzähler(?:in)?|narrator|voice ?over|regie)"
)
_SOUND_LABELS = (
    r"(?:musik|music|sound|soundeffekt|sfx|jingle|einspieler|pause|applaus|applause|lachen|laughter)"
)

_BRACKETED = re.compile(r"\(([^()\n]{3,60})\)")
_MARKED = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{3,40}?)(?<=\S)\1(?![\w*_])")
_DASHED = re.compile(
    r"(?:[—–-]{1,3}|…|\.\.\.)\s*((?:kurze |short |brief )?(?:pause|musik|music|beat|lachen))\s*(?:[—–-]{1,3}|…|\.\.\.)",
    re.I,
)
_START = r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][\"“”»«]\s)|(?<=\n))"
_REMNANT = re.compile(
    r"&(?:nbsp|amp|quot|lt|gt|apos|#\d{2,5});|\\[nrt](?![a-zäöü])|(?:^|\s)#{2,6}\s|```|\{\{|\}\}"
    r"|\"(?:host|text|turn|speaker|sentences)\"\s*:|</?(?:think|speak|break|voice|prosody)\b[^<>]*>"
    r"|(?<![\w.])\(?s\d{1,4}(?:\s?[-–]\s?s?\d{1,4})?(?:,\s?s\d{1,4})*\)?(?!\w)"
)
_BOLD_LABEL = r"(?:\*\*|__)\s*({names})\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)"


def findings(given: Given) -> Iterator[Finding]:
    """``stage-direction``: one a turn, with the words that would be spoken."""
    names = "|".join(re.escape(host.name) for host in given.show.hosts)
    labels = re.compile(rf"{_START}({names}|{_LABELS}|{_SOUND_LABELS})\s?:(?=\s|$)", re.I)
    bold = re.compile(_BOLD_LABEL.format(names=rf"{names}|{_LABELS}"), re.I)
    for said in given.said:
        if words := _found(said, labels, bold, given.language):
            text = f"“{words}” is not for listeners; directions stand in square brackets, like [pause 0.8s]"
            yield said.finding("stage-direction", "error", text, "aloud", words)


def _found(said: Said, labels: re.Pattern[str], bold: re.Pattern[str], language: str) -> str:
    body = _without_notes(said.turn.body)
    for pattern in (bold, _REMNANT):
        if match := pattern.search(body):
            return match[0].strip()
    if match := labels.search(said.text) or _DASHED.search(said.text):
        return match[0].strip()
    for match in _BRACKETED.finditer(said.text):
        if _directs(match[1], everywhere=True) or (_begins(said.text, match) and _acts(match[1], language)):
            return match[0]
    for match in _MARKED.finditer(body):
        told = match[2][:1].islower() and _begins(body, match)  # "*winkt ab* Lass liegen."
        if (told or _directs(match[2], everywhere=False)) and _stands_alone(body, match):
            return match[0]
    acts = "|".join((*_DOES, *_DOING))
    told = re.search(
        rf"{_START}(?:{acts})(?: (?:leise|laut|kurz|softly|quietly))?\s?[:.](?=\s|$)", said.text, re.I
    )
    return told[0] if told and told[0].casefold().rstrip(".: ") not in {"laugh", "lachen"} else ""


def _without_notes(body: str) -> str:
    out, at = [], 0
    for start, end in comments(body):
        out.append(body[at:start])
        at = end if end > 0 else len(body)
    return "".join(out) + body[at:]


def _directs(inside: str, *, everywhere: bool) -> bool:
    """Are these words nothing but a direction? ``everywhere``: "leise" alone is one, too."""
    words = [word.strip(".,:;!").casefold() for word in inside.split()]
    words = [word for word in words if word]
    core = {*_DOES, *_DOING, *_SOUND, *(_HOW if everywhere else ())}
    telling = "räuspert" in words or ("clears" in words and "throat" in words) or ("schüttelt" in words)
    known = all(word in core or word in _EXTRA for word in words)
    return 0 < len(words) <= 5 and known and (telling or any(word in core for word in words))


def _acts(inside: str, language: str) -> bool:
    """Does it begin with what somebody does ("verzieht das Gesicht")?"""
    words = tagged(inside, language)
    return inside[0].islower() and words[0].kind == "verb" and words[0].text.casefold() not in _ASIDES


def _begins(body: str, match: re.Match[str]) -> bool:
    """Does a sentence begin here? What is stressed there has a capital; a direction has none."""
    before = body[: match.start()].rstrip()
    return not before or before[-1] in ".!?…"


def _stands_alone(body: str, match: re.Match[str]) -> bool:
    """Is the emphasised word no part of the sentence around it? ("*lacht* Das …" is none, "Er *lacht* nur." is.)"""
    before, after = body[: match.start()].rstrip(), body[match.end() :].lstrip()
    opens = not before or before[-1] in '.!?…:–—"“”»«\n'
    closes = not after or not after[0].islower()
    return opens and closes
