"""Who speaks with which voice: the defaults of each engine for the first and the second host, and show.toml."""

from __future__ import annotations

from dataclasses import fields, replace

from podcast.errors import CallError
from podcast.show import Host, Show
from podcast.speech.engines import Engine, Voice, get_engine

__all__ = ["cast", "engine_name"]

# Pico: measured (SPEECH.md): medians of 185 Hz and 112 Hz, word error rates 0.072 and 0.074. At a volume of 1
# Pico clips (0.9 % of its samples stand at full scale), at 0.5 it still touches.
_VOLUME = 0.35
_CAST: dict[tuple[str, str], tuple[Voice, Voice]] = {
    ("pico", "de"): (
        Voice("de-DE", "de", "", pitch=1.06, size=1.06, volume=_VOLUME),
        Voice("de-DE", "de", "", pitch=0.75, size=0.90, volume=_VOLUME),
    ),
    ("pico", "en"): (
        Voice("en-US", "en", "", pitch=1.0, size=1.04, volume=_VOLUME),
        Voice("en-GB", "en", "", pitch=0.75, size=0.88, volume=_VOLUME),
    ),
    ("gtts", "de"): (Voice("de", "de", "", size=1.03), Voice("de", "de", "", size=0.80)),
    ("gtts", "en"): (Voice("en-com", "en", "", size=1.03), Voice("en-co.uk", "en", "", size=0.80)),
    ("tone", "de"): (Voice("high", "de", ""), Voice("low", "de", "")),
    ("tone", "en"): (Voice("high", "en", ""), Voice("low", "en", "")),
}
_SETTINGS = ("pitch", "speed", "size")


def engine_name(show: Show, host: Host, override: str | None) -> str:
    """The engine for a host: the call's, else the host's own, else the show's."""
    return override or host.engine or show.engine


def cast(
    show: Show, host: Host, language: str, override: str | None = None, engine: Engine | None = None
) -> Voice:
    """The voice of a host with all its settings.

    What show.toml says of a host belongs to the engine that show.toml names for it: where ``override`` asks for
    another one, that engine's own voices and settings are used. Raises ``CallError`` listing the choices for
    an unknown engine or voice, or naming a setting that the engine cannot change.
    """
    name = engine_name(show, host, override)
    engine = engine or get_engine(name)
    known = {voice.id: voice for voice in engine.voices(language)}
    place = [other.name for other in show.hosts].index(host.name)
    voice = _CAST[name, language][place]
    voice = replace(voice, label=known[voice.id].label)
    if name != engine_name(show, host, None):
        return voice
    if host.voice is not None:
        if host.voice not in known:
            raise CallError(
                f"{host.name}: the engine {name} has no voice {host.voice!r} for {language!r}: "
                f"choose one of {', '.join(known)}"
            )
        voice = replace(voice, id=host.voice, label=known[host.voice].label)
    wanted = {key: getattr(host, key) for key in _SETTINGS if getattr(host, key) is not None}
    if wrong := sorted(set(wanted) - engine.settings):
        can = ", ".join(f.name for f in fields(Voice) if f.name in engine.settings)
        raise CallError(f"{host.name}: the engine {name} cannot change {wrong[0]}: it can change {can}")
    return replace(voice, **wanted)
