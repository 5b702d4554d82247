"""Any server with OpenAI's ``/v1/audio/speech``: OpenAI, Kokoro-FastAPI, Speaches, LocalAI. Online, or in the house."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

import msgspec

from podcast.errors import CallError
from podcast.speech.engines.base import Voice
from podcast.speech.engines.online import Call, OnlineEngine, OnlineOptions, Piece, find_key, why_no_key
from podcast.speech.engines.online_http import Request, post
from podcast.speech.engines.online_sound import Shape, largest_answer

__all__ = ["OpenAI", "OpenAIOptions"]

OWN_URL = "https://api.openai.com/v1"
_VOICES = "nova onyx alloy ash ballad cedar coral echo fable marin sage shimmer verse"
"""OpenAI's, as its reference names them (Create speech). ``nova`` and ``onyx``, a high and a low one, are the pair:
every model has them, ``marin`` and others only the newer ones."""


class OpenAIOptions(OnlineOptions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the server is asked.

    ``base_url`` ends before ``/audio/speech``. ``key_env`` names the variable with the key; "" is OPENAI_API_KEY for
    OpenAI's own address and none for others, who shall not get that key. ``instructions`` say how to speak, to models
    that listen. ``format`` is that of the answer, ``rate`` that of the clips and of a ``pcm`` answer, in Hz.
    """

    base_url: str = OWN_URL
    model: str = "gpt-4o-mini-tts"
    key_env: str = ""
    instructions: str = ""
    format: Literal["wav", "mp3", "pcm"] = "wav"
    rate: Annotated[int, msgspec.Meta(ge=8000, le=48000)] = 24000


class OpenAI(OnlineEngine):
    """A speech server. ``LIMIT`` is below OpenAI's 4096 characters and below its newer models' 2000 tokens."""

    name: ClassVar[str] = "openai"
    summary: ClassVar[str] = "any server with OpenAI's /v1/audio/speech, OpenAI's own among them"
    needs: ClassVar[str] = "a network and a key, or a server of your own"
    settings: ClassVar[frozenset[str]] = frozenset({"speed"})
    LIMIT: ClassVar[int] = 2000
    SOUND: ClassVar[tuple[str, ...]] = ("base_url", "model", "instructions", "format", "rate")
    Options: ClassVar[type[msgspec.Struct]] = OpenAIOptions

    @property
    def told(self) -> OpenAIOptions:
        """The options."""
        assert isinstance(self.options, OpenAIOptions)  # noqa: S101 (for the type checker)
        return self.options

    @property
    def key_env(self) -> str:
        """The variable that holds the key, "" where none is wanted."""
        return self.told.key_env or ("OPENAI_API_KEY" if self._own else "")

    @property
    def _own(self) -> bool:
        return urlsplit(self.told.base_url).hostname == urlsplit(OWN_URL).hostname

    def unavailable(self) -> str | None:
        """What is missing, or ``None``. Asks no network."""
        try:
            address = urlsplit(self.told.base_url)
            address.port  # noqa: B018 (raises for what is no number)
        except ValueError:
            return "base_url under [engines.openai] is no address: https://…/v1"
        if address.scheme not in {"http", "https"} or not address.hostname:
            return "base_url under [engines.openai] is no address: https://…/v1"
        if address.username or address.password:
            return "base_url under [engines.openai] holds a password: put it in a variable and name that as key_env"
        if self.key_env and (why := why_no_key(self.key_env)):
            return why
        return super().unavailable()

    def voices(self, language: str) -> list[Voice]:
        """OpenAI's, for every language; another server's are not known here."""
        if not self._own:
            return []
        return [Voice(name, language, f"{name}, of OpenAI") for name in _VOICES.split()]

    def voice(self, id: str, language: str) -> Voice:  # noqa: A002
        """Any id: only the server knows what it has. Raises ``CallError`` for an empty one."""
        if not id.strip():
            raise CallError("the engine openai has no voice '': name one that the server has")
        return Voice(id, language, f"{id}, as the server has it")

    def shape(self, voice: Voice) -> Shape:
        """Speed is the server's work: it takes 0.25 to 4, more than a host can be given."""
        rate = self.told.rate
        return Shape(rate, voice.speed, pcm_rate=rate if self.told.format == "pcm" else 0)

    def fetch(self, piece: Piece, call: Call) -> bytes:
        """The answer in the format of the options."""
        told, voice = self.told, piece.voice
        body: dict[str, object] = {
            "model": told.model,
            "voice": voice.id,
            "input": piece.text,
            "response_format": told.format,
        }
        if voice.speed != 1:
            body["speed"] = round(voice.speed, 4)
        if told.instructions:
            body["instructions"] = told.instructions
        request = Request(
            engine=self.name,
            url=told.base_url.rstrip("/") + "/audio/speech",
            body=body,
            key=find_key(self.key_env),
            what=f"model {told.model!r}, voice {voice.id!r}",
            largest=largest_answer(piece.text, voice.speed),
            silent_s=told.read_timeout_s,
        )
        return post(request, call.cancelled)
