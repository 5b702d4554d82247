"""Texts that an article may have and no engine may come to grief over."""

from __future__ import annotations

__all__ = ["HOSTILE"]

HOSTILE = {
    "markup": "<speak><break time='90s'/><audio src='/etc/passwd'/>Hallo</speak>",
    "broken markup": "<<voice name='xx' <mark/> & &lt;spell&gt; Hallo",
    "phonemes": "Das ist [[h@'l@U]] und [[ nicht zu",
    "NUL": "Guten\0Tag",
    "emoji": "Hallo 😀👩‍🚀 Welt",
    "Chinese": "Xi heißt 习近平 dort",
    "surrogate": "Hallo \ud800 Welt",
    "combining": "a" + "\u0301" * 500 + " Hallo",
    "control characters": "".join(map(chr, range(32))) + "Hallo\x7f\x80",
    "dots": "." * 3000 + "Hallo",
    "one word": "Donaudampf" * 500,
    "nothing": "",
    "only marks": "… – „“ !!!",
}
