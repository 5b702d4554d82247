"""Google Translate's voice through PyPI ``gTTS``: online, no key, one voice a language.

Two hosts come out of the one voice as with Pico: ffmpeg's ``atempo`` makes the speech shorter or longer, and
another declared rate brings the length back and moves pitch and formants together. The service is not meant
for this use: it answers 429 or a page with a captcha when asked too often, so few texts are asked at once.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import ClassVar

import msgspec

from podcast.errors import EngineError
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online import WAITS_S, AttemptError, Call, OnlineEngine, Piece
from podcast.speech.engines.online_pace import Timing, retry_after_s
from podcast.speech.engines.online_sound import Shape, largest_answer

__all__ = ["Gtts"]

TIMEOUT_S = (5.0, 20.0)
"""To connect, to read, for each 100 characters: gTTS cuts a text into requests of that size by itself."""


class Gtts(OnlineEngine):
    """Google Translate's voice.

    ``waits_s`` are the pauses between attempts, in seconds; ``timeout_s`` is for connecting and for reading, for
    each of gTTS's own requests. ``timeout_s`` and ``per_minute`` of the options count texts of up to ``LIMIT``
    characters, which may be several of those.
    """

    name: ClassVar[str] = "gtts"
    summary: ClassVar[str] = "Google Translate's voice through gTTS: needs a network"
    settings: ClassVar[frozenset[str]] = frozenset({"speed", "size"})
    needs: ClassVar[str] = "a network"
    LIMIT: ClassVar[int] = 1000
    RATE_HZ: ClassVar[int] = 24000  # of the service's MP3 files; another one would be resampled to it
    REVISION: ClassVar[int] = 2
    PACKAGE: ClassVar[tuple[str, str]] = ("gtts", "gTTS")

    def __init__(
        self,
        options: msgspec.Struct | None = None,
        *,
        waits_s: Sequence[float] = WAITS_S,
        timeout_s: tuple[float, float] = TIMEOUT_S,
        timing: Timing | None = None,
    ) -> None:
        super().__init__(options, waits_s=waits_s, timing=timing)
        self._timeout_s = timeout_s

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

    def shape(self, voice: Voice) -> Shape:
        """Speed and size are ffmpeg's work."""
        return Shape(self.RATE_HZ, speed=voice.speed, tempo=voice.speed, size=voice.size)

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """MP3, all of gTTS's own requests one after the other."""
        import binascii

        import gtts
        import requests

        lang, _, tld = piece.voice.id.partition("-")
        out = _Parts(call, largest_answer(piece.text, 1.0))
        try:
            speech = gtts.gTTS(
                piece.text, lang=lang, tld=tld or "com", lang_check=False, timeout=self._timeout_s
            )
            wanted = len(speech.get_bodies())
            speech.write_to_fp(out)
        except gtts.gTTSError as error:
            raise AttemptError(_reason(error), retry_after_s=_asked(error)) from error
        except (requests.RequestException, OSError) as error:  # while the answer was being read
            raise AttemptError("the service's answer broke off") from error
        except (binascii.Error, UnicodeError) as error:
            raise AttemptError("the answer is not what it used to be") from error
        except AssertionError as error:  # gTTS found nothing to say
            raise EngineError("there are no words in it that could be spoken") from error
        if out.parts < wanted:  # gTTS passes over an answer without speech and keeps the others
            raise AttemptError("the service sent a page instead of speech (a captcha, too many calls)")
        return out.getvalue()


class _Parts(io.BytesIO):
    """What gTTS writes, one part an answer: counted, no more than may be, and not for nobody."""

    def __init__(self, call: Call, largest: int) -> None:
        super().__init__()
        self.parts = 0
        self._call = call
        self._largest = largest

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """Add one answer's MP3."""
        if self._call.cancelled():
            raise AttemptError("the service took too long to answer")
        if self.tell() + len(data) > self._largest:
            raise AttemptError(f"the answer does not end (over {self._largest / 1e6:.1f} MB)", other=True)
        self.parts += 1
        return super().write(data)


def _asked(error: Exception) -> float:
    response = getattr(error, "rsp", None)
    if response is None:
        return 0.0
    return retry_after_s(response.headers.get("Retry-After"), response.headers.get("Date"))


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
