"""Who speaks with which engine and voice: what show.toml says of each host, else the engine's own choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from podcast.errors import CallError
from podcast.show import Host, Show
from podcast.speech.engines import Engine, Voice, get_engine

__all__ = ["cast", "chain", "engine_for", "engine_name", "options_for"]

_SETTINGS = ("pitch", "speed", "size")


def engine_name(show: Show, host: Host, override: str | None) -> str:
    """The engine for a host: the call's, else the host's own, else the show's."""
    return override or host.engine or show.engine


def chain(show: Show, host: Host, override: str | None) -> list[str]:
    """The engines that may speak for a host, the first one first: its own, then those it falls back to.

    An engine that the call asks for has no fall-back.
    """
    if override:
        return [override]
    fallback = show.fallback if host.fallback is None else host.fallback
    return list(dict.fromkeys([engine_name(show, host, None), *fallback]))


def options_for(show: Show, host: Host, name: str) -> Mapping[str, object]:
    """What show.toml sets of an engine: ``[engines.NAME]``, and for the host's own engine the host's ``options``."""
    own = host.options if name == engine_name(show, host, None) else {}
    return {**show.engines.get(name, {}), **own}


def engine_for(show: Show, host: Host, name: str) -> Engine:
    """A new engine of that name as show.toml sets it up for a host; the caller closes it. Raises ``CallError``."""
    return get_engine(name, options_for(show, host, name))


def cast(
    show: Show, host: Host, language: str, override: str | None = None, engine: Engine | None = None
) -> Voice:
    """The voice of a host with all its settings.

    What show.toml says of a host belongs to the engine that show.toml names for it: where ``override`` asks for
    another one, that engine's own voices and settings are used. Raises ``CallError`` listing the choices for
    an unknown engine or voice, or naming a setting that the engine cannot change.
    """
    name = engine_name(show, host, override)
    if engine is not None:
        return _voice(show, host, language, name, engine)
    made = engine_for(show, host, name)
    try:
        return _voice(show, host, language, name, made)
    finally:
        made.close()


def _voice(show: Show, host: Host, language: str, name: str, engine: Engine) -> Voice:
    place = [other.name for other in show.hosts].index(host.name)
    own = name == engine_name(show, host, None)
    try:
        voice = (
            _named(engine, host.voice, language, place)
            if own and host.voice
            else engine.pair(language)[place]
        )
    except CallError as error:
        raise CallError(f"{host.name}: {error}") from error
    wanted = {key: getattr(host, key) for key in _SETTINGS if own and getattr(host, key) is not None}
    if wrong := sorted(set(wanted) - engine.settings):
        can = ", ".join(f.name for f in fields(Voice) if f.name in engine.settings) or "nothing"
        raise CallError(f"{host.name}: the engine {name} cannot change {wrong[0]}: it can change {can}")
    return replace(voice, **wanted)


def _named(engine: Engine, wanted: str, language: str, place: int) -> Voice:
    """The voice that show.toml names; one of the engine's own pair keeps the settings of its place there."""
    voice = engine.voice(wanted, language)
    try:
        pair = engine.pair(language)
    except CallError:  # it has none by itself
        return voice
    if voice.id not in {each.id for each in pair}:
        return voice
    like = pair[place]
    return replace(voice, pitch=like.pitch, speed=like.speed, size=like.size, volume=like.volume)
