"""ElevenLabs (``POST /v1/text-to-speech/{voice_id}``): online, a key, billed by the character.

It is told what is said before and after a text, so that turns join well. Names and ranges are those of its own
client (GitHub elevenlabs/elevenlabs-python) and its own documentation for programmers (GitHub elevenlabs/skills).
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

import msgspec

from podcast.errors import CallError
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online import Call, OnlineEngine, OnlineOptions, Piece, find_key, why_no_key
from podcast.speech.engines.online_http import Request, post
from podcast.speech.engines.online_sound import Shape, largest_answer

__all__ = ["ElevenLabs", "ElevenLabsOptions"]

OWN_URL = "https://api.elevenlabs.io"
SLOWEST, FASTEST = 0.7, 1.2
"""Asked of the service as ``speed``: the narrowest of the ranges that are told of it. ffmpeg does the rest."""

_VOICES = {
    "EXAVITQu4vr4xnSDxMaL": "Sarah, a woman, soft",
    "JBFqnCBsd6RMkjVDRZzb": "George, a man, narrative",
    "XB0fDUnXU5powFXDhCwa": "Charlotte, a woman, conversational",
    "onwK4e9ZLuTAKqWW03F9": "Daniel, a man, authoritative",
}
"""Premade voices, as elevenlabs/skills (text-to-speech/SKILL.md) names them; the first two are the pair."""
_ID = re.compile(r"[A-Za-z0-9]{10,40}")

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class ElevenLabsOptions(OnlineOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How ElevenLabs is asked. ``key_env`` names the variable with the key.

    ``stability``, ``similarity_boost`` and ``style`` are from 0 to 1; without them the voice's own settings hold.
    ``language_code`` holds the model to a language; only some models can be held.
    """

    base_url: str = OWN_URL
    model_id: str = "eleven_multilingual_v2"
    key_env: str = "ELEVENLABS_API_KEY"
    output_format: Literal["mp3_44100_128", "mp3_44100_192", "pcm_24000", "pcm_44100"] = "mp3_44100_128"
    stability: Share | None = None
    similarity_boost: Share | None = None
    style: Share | None = None
    seed: Annotated[int, msgspec.Meta(ge=0, le=4_294_967_295)] | None = None
    language_code: Annotated[str, msgspec.Meta(pattern="^([a-z]{2})?$")] = ""


class ElevenLabs(OnlineEngine):
    """ElevenLabs' voices.

    ``LIMIT`` is far below the models' (10,000 characters for the default one, help.elevenlabs.io, article
    19572237925521), and short enough that a request that must be repeated is not dear.
    """

    name: ClassVar[str] = "elevenlabs"
    summary: ClassVar[str] = "ElevenLabs' voices: needs a network and a key, billed by the character"
    needs: ClassVar[str] = "a network and a key"
    settings: ClassVar[frozenset[str]] = frozenset({"speed"})
    joins: ClassVar[bool] = True
    LIMIT: ClassVar[int] = 2000
    RATE_HZ: ClassVar[int] = 44100
    SOUND: ClassVar[tuple[str, ...]] = (
        "base_url",
        "model_id",
        "output_format",
        "stability",
        "similarity_boost",
        "style",
        "seed",
        "language_code",
    )
    Options: ClassVar[type[msgspec.Struct]] = ElevenLabsOptions

    @property
    def told(self) -> ElevenLabsOptions:
        """The options."""
        assert isinstance(self.options, ElevenLabsOptions)  # noqa: S101 (for the type checker)
        return self.options

    def unavailable(self) -> str | None:
        """What is missing, or ``None``. Asks no network."""
        if not re.fullmatch(r"https?://[^\s/@]+(/[^\s@]*)?", self.told.base_url):
            return "base_url under [engines.elevenlabs] is no address: https://…"
        return why_no_key(self.told.key_env) or super().unavailable()

    def voices(self, language: str) -> list[Voice]:
        """Some of the premade ones; they speak every language that the model does."""
        return [Voice(id_, language, label) for id_, label in _VOICES.items()]

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002
        """Any id that can be one: only the service knows the account's voices. Raises ``CallError``."""
        if not _ID.fullmatch(id):
            raise CallError(
                f"the engine elevenlabs has no voice {id!r}: an id has letters and figures only, like "
                f"{next(iter(_VOICES))} (Sarah); see My Voices at ElevenLabs"
            )
        return Voice(id, language, _VOICES.get(id, "a voice of the account"))

    def shape(self, voice: Voice) -> Shape:
        """Speed is the service's work as far as it goes."""
        kind, rate = self.told.output_format.split("_")[:2]
        tempo = voice.speed / _served(voice.speed)
        return Shape(self.RATE_HZ, voice.speed, tempo, pcm_rate=int(rate) if kind == "pcm" else 0)

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """The answer in the format of the options."""
        told, voice = self.told, piece.voice
        request = Request(
            engine=self.name,
            url=f"{told.base_url.rstrip('/')}/v1/text-to-speech/{voice.id}?output_format={told.output_format}",
            body=self._body(piece),
            key=find_key(told.key_env, header="xi-api-key", before=""),
            what=f"model {told.model_id!r}, voice {voice.id!r}",
            largest=largest_answer(piece.text, voice.speed),
            silent_s=told.read_timeout_s,
        )
        return post(request, call.cancelled)

    def _body(self, piece: Piece) -> dict[str, object]:
        told = self.told
        settings = {
            "stability": told.stability,
            "similarity_boost": told.similarity_boost,
            "style": told.style,
            "speed": round(_served(piece.voice.speed), 4) if piece.voice.speed != 1 else None,
        }
        # Only some models can be held to a language; the others answer with an error when it is named.
        code = told.language_code or (piece.voice.language if told.model_id.endswith("_v2_5") else "")
        joins = not told.model_id.startswith("eleven_v3")  # it answers with unsupported_model
        said: dict[str, object] = {
            "text": piece.text,
            "model_id": told.model_id,
            "voice_settings": {name: value for name, value in settings.items() if value is not None} or None,
            "seed": told.seed,
            "language_code": code or None,
            "previous_text": (piece.before if joins else "") or None,
            "next_text": (piece.after if joins else "") or None,
        }
        return {name: value for name, value in said.items() if value is not None}


def _served(speed: float) -> float:
    return min(max(speed, SLOWEST), FASTEST)
