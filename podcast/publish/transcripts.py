"""Transcripts from the timeline: WebVTT, SRT, and the JSON of the podcast namespace. Pure.

The rules are those of https://github.com/Podcastindex-org/podcast-namespace (transcripts) and of PSP-1:
lines of at most 65 characters, two lines at a time.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.jsontext import json_bytes
from podcast.timeline import Cue, Timeline

__all__ = ["json_transcript", "srt", "vtt"]

LINE_CHARS = 65
LINES = 2
CUE_S = 7.0
"""A subtitle stands no longer than about seven seconds (BBC subtitle guidelines; Netflix timed text style guide)."""

_SENTENCE_END = re.compile(r"[.!?…:][\"'”“»«)\]]*$")
_CLAUSE_END = re.compile(r"[,;–—][\"'”“»«)\]]*$")


@dataclass(frozen=True, slots=True)
class _Part:
    """What is shown at a time: a piece of a cue, in milliseconds; ``first`` is a turn's first."""

    host: str
    lines: tuple[str, ...]
    start: int
    end: int
    first: bool


def _first_width(name_chars: int) -> int:
    """Room in the line that a name stands in front of."""
    return max(LINE_CHARS - name_chars, LINE_CHARS // 2)


def _words(text: str, width: int) -> list[str]:
    """The words; one that is longer than a line is cut."""
    return [word[at : at + width] for word in text.split() for at in range(0, len(word), width)]


def _wrap(words: list[str], first_width: int, width: int = LINE_CHARS) -> list[str]:
    lines: list[str] = []
    for word in words:
        room = first_width if len(lines) <= 1 else width
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _balanced(words: list[str], first_width: int) -> list[str]:
    """The same number of lines, but of about one length: no single word in the second."""
    lines = _wrap(words, first_width)
    longest = max(map(len, words))
    for less in range(1, first_width - longest):
        narrow = _wrap(words, first_width - less, LINE_CHARS - less)
        if len(narrow) > len(lines):
            break
        lines = narrow
    return lines


def _cost(words: list[str], wanted: float, *, last: bool) -> float:
    """How bad a part is: far from the wanted length, or ending in the middle of a clause."""
    off = (len(" ".join(words)) - wanted) / wanted
    if last or _SENTENCE_END.search(words[-1]):
        return off * off
    return off * off + (0.1 if _CLAUSE_END.search(words[-1]) else 0.6)


def _parts_of(text: str, seconds: float, name_chars: int) -> list[list[str]]:
    """Cut a turn's text into parts of at most two lines and about seven seconds, best at the ends of clauses."""
    first_width = _first_width(name_chars)
    words = _words(text, first_width)
    if not words:
        return []
    total = len(" ".join(words))
    most = max(min(LINES * LINE_CHARS, CUE_S * total / seconds if seconds > 0 else total), 1.0)
    wanted = total / -(-total // most)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        choices: list[tuple[float, int]] = []
        for start in range(end - 1, -1, -1):
            part = words[start:end]
            fits = len(_wrap(part, first_width)) <= LINES and len(" ".join(part)) <= most
            if not fits and start < end - 1:
                break
            choices.append((best[start][0] + _cost(part, wanted, last=end == len(words)), start))
        best.append(min(choices))
    cuts = [len(words)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return [words[a:b] for a, b in itertools.pairwise(cuts)]


def _ms(frame: float, rate: int) -> int:
    return round(frame * 1000 / rate)


def _cut(cue: Cue, timeline: Timeline, name_chars: int) -> Iterator[_Part]:
    length = cue.end - cue.start
    parts = _parts_of(cue.text, length / timeline.rate, name_chars)
    total = sum(len(" ".join(part)) for part in parts)
    said = 0
    for number, part in enumerate(parts):
        start = _ms(cue.start + length * said / total, timeline.rate)
        said += len(" ".join(part))
        end = _ms(cue.start + length * said / total, timeline.rate)
        width = _first_width(name_chars) if number == 0 else LINE_CHARS
        # A cue that ends where it starts is an error to strict readers.
        yield _Part(cue.host, tuple(_balanced(part, width)), start, max(end, start + 1), number == 0)


def _parts(timeline: Timeline, *, named: bool) -> list[_Part]:
    """All parts by their start; where hosts overlap, so do their parts."""
    parts = [
        part
        for cue in timeline.cues
        for part in _cut(cue, timeline, len(cue.host) + 2 if named else 0)
        if part.lines
    ]
    return sorted(parts, key=lambda part: part.start)


def _clock(ms: int, point: str) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{ms:03}"


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def vtt(timeline: Timeline, *, disclosure: str | None = None) -> str:
    """episode.vtt: WebVTT with ``<v Name>``; ``disclosure`` (voices are artificial) becomes its NOTE."""
    out = ["WEBVTT\n"]
    if disclosure:
        out.append(f"NOTE\n{' '.join(disclosure.split()).replace('-->', '→')}\n")
    for part in _parts(timeline, named=False):
        name = " ".join(_escape(part.host).split())
        text = "\n".join(_escape(line) for line in part.lines)
        out.append(f"{_clock(part.start, '.')} --> {_clock(part.end, '.')}\n<v {name}>{text}\n")
    return "\n".join(out)


def srt(timeline: Timeline) -> str:
    """episode.srt: numbered subtitles; a turn's first begins with ``Name: ``."""
    out = []
    for number, part in enumerate(_parts(timeline, named=True), 1):
        text = "\n".join(part.lines).replace("-->", "→")
        name = f"{part.host}: " if part.first else ""
        out.append(f"{number}\n{_clock(part.start, ',')} --> {_clock(part.end, ',')}\n{name}{text}\n")
    return "\n".join(out)


def json_transcript(timeline: Timeline) -> bytes:
    """transcript.json: one segment a turn, times in seconds."""
    segments = [
        {
            "speaker": cue.host,
            "startTime": round(timeline.at(cue.start), 3),
            "endTime": round(timeline.at(cue.end), 3),
            "body": cue.text,
        }
        for cue in timeline.cues
    ]
    return json_bytes({"version": "1.0.0", "segments": segments})
