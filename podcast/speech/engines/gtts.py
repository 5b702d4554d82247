"""Google Translate's voice through PyPI ``gTTS``: online, no key, one voice a language.

Two hosts come out of the one voice as with Pico: ffmpeg's ``atempo`` makes the speech shorter or longer, and
another declared rate brings the length back and moves pitch and formants together. The service is not meant
for this use: it answers 429 or a page with a captcha when asked too often, so few texts are asked at once
and failures are retried with growing waits.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import io
import threading
from collections.abc import Sequence
from typing import ClassVar

from podcast.clip import Clip
from podcast.errors import EngineError, OutageError, ToolError
from podcast.speech.engines.base import BaseEngine, Voice
from podcast.tools import ffmpeg, run

__all__ = ["Gtts"]

RATE_HZ = 24000
"""That of the service's MP3 files; another one would be resampled to it."""
REVISION = 1
WAITS_S = (1.0, 2.0, 4.0, 8.0)
"""Before the second, third … attempt. Not random: at most two callers wait at a time."""
TIMEOUT_S = (5.0, 20.0)
"""To connect, to read, for each 100 characters."""
DECODE_TIMEOUT_S = 60.0


class Gtts(BaseEngine):
    """Google Translate's voice.

    ``waits_s`` are the pauses between attempts, in seconds; ``timeout_s`` is for connecting and for reading.
    """

    name: ClassVar[str] = "gtts"
    summary: ClassVar[str] = "Google Translate's voice through gTTS: needs a network"
    online: ClassVar[bool] = True
    settings: ClassVar[frozenset[str]] = frozenset({"speed", "size"})
    spelled: ClassVar[bool] = False
    needs: ClassVar[str] = "a network"

    def __init__(
        self, waits_s: Sequence[float] = WAITS_S, timeout_s: tuple[float, float] = TIMEOUT_S
    ) -> None:
        self._waits_s = tuple(waits_s)
        self._timeout_s = timeout_s
        self._closed = threading.Event()

    @property
    def parallel(self) -> int:
        """Two: the service counts the calls."""
        return 2

    @property
    def version(self) -> str:
        """The package's version and this file's."""
        try:
            return f"{importlib.metadata.version('gTTS')}+{REVISION}"
        except importlib.metadata.PackageNotFoundError:
            return f"?+{REVISION}"

    def voices(self, language: str) -> list[Voice]:
        """The voices for a language, the default one first."""
        if language == "de":
            return [Voice("de", "de", "German woman")]
        return [
            Voice("en-com", "en", "American woman"),
            Voice("en-co.uk", "en", "British woman"),
            Voice("en-com.au", "en", "Australian woman"),
        ]

    def pair(self, language: str) -> tuple[Voice, Voice]:
        """One German voice as two speakers; two English ones."""
        if language == "de":
            return Voice("de", "de", "German woman", size=1.03), Voice("de", "de", "German woman", size=0.80)
        return (
            Voice("en-com", "en", "American woman", size=1.03),
            Voice("en-co.uk", "en", "British woman", size=0.80),
        )

    def unavailable(self) -> str | None:
        """What is missing, or ``None``."""
        if importlib.util.find_spec("gtts") is None:
            return "the package gTTS is missing; run: pip install gTTS"
        try:
            ffmpeg()
        except ToolError as error:
            return str(error)
        return None

    def synthesize(self, text: str, voice: Voice, *, before: str = "", after: str = "") -> Clip:
        """Speak ``text`` at 24000 * size Hz.

        Raises ``OutageError`` where the service did not answer with speech after all attempts.
        """
        if not any(c.isalnum() for c in text):
            raise EngineError("there are no words in it that could be spoken")
        why = ""
        for wait in (0.0, *self._waits_s):
            if self._closed.wait(wait):
                raise EngineError("gtts was ended")
            try:
                return self._decode(self._fetch(text, voice), voice)
            except _AttemptError as error:
                why = str(error)
        raise OutageError(
            f"gtts: {why}, {len(self._waits_s) + 1} times; try again later, or use --engine pico, which is offline"
        )

    def close(self) -> None:
        """End the waits; an answer under way is not waited for."""
        self._closed.set()

    def _fetch(self, text: str, voice: Voice) -> bytes:
        import binascii

        import gtts
        import requests

        lang, _, tld = voice.id.partition("-")
        out = io.BytesIO()
        try:
            gtts.gTTS(
                text, lang=lang, tld=tld or "com", lang_check=False, timeout=self._timeout_s
            ).write_to_fp(out)
        except gtts.gTTSError as error:
            raise _AttemptError(_reason(error)) from error
        except (requests.RequestException, OSError) as error:  # while the answer was being read
            raise _AttemptError("the service's answer broke off") from error
        except (binascii.Error, UnicodeError) as error:
            raise _AttemptError("the answer is not what it used to be") from error
        except AssertionError as error:  # gTTS found nothing to say
            raise EngineError("there are no words in it that could be spoken") from error
        if not out.getvalue():
            raise _AttemptError("the service sent a page instead of speech (a captcha, too many calls)")
        return out.getvalue()

    def _decode(self, mp3: bytes, voice: Voice) -> Clip:
        tempo = voice.speed / voice.size
        args = [ffmpeg(), "-v", "error", "-nostdin", "-f", "mp3", "-i", "pipe:0", "-vn"]
        if tempo != 1:
            args += ["-af", f"aresample={RATE_HZ},atempo={tempo:.6f}"]
        args += ["-ar", str(RATE_HZ), "-ac", "1", "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"]
        try:
            pcm, _ = run(args, data=mp3, timeout=DECODE_TIMEOUT_S)
        except ToolError as error:
            raise _AttemptError("the service sent something that is no speech") from error
        if not pcm:
            raise _AttemptError("the service sent speech of no length")
        return Clip(pcm, round(RATE_HZ * voice.size))


class _AttemptError(Exception):
    """One attempt that failed and may be repeated; its text is the reason."""


def _reason(error: Exception) -> str:
    response = getattr(error, "rsp", None)
    if response is None:
        cause = type(error.__context__).__name__  # gTTS drops what requests told it
        if "Timeout" in cause or "timed out" in str(error.__context__):
            return "the service took too long to answer"
        if cause in {"ChunkedEncodingError", "ContentDecodingError"}:
            return "the service's answer broke off"
        return "the service cannot be reached (is there a network?)"
    if response.status_code == 429:
        return "the service refuses because it was asked too often (429)"
    if response.status_code == 200:
        return "the service answered without speech"
    return f"the service answered {response.status_code}"
