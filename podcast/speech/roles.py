"""The hosts' roles: the engines that may speak for each, with their voices, the first choice first."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from podcast.show import Show
from podcast.speech.casting import cast, chain, engine_for, engine_name, options_for
from podcast.speech.engines import Engine, Voice

__all__ = ["Role", "Roles", "roles"]


@dataclass(frozen=True, slots=True)
class Role:
    """A host's engine, its version (asked once: it is looked up on the disk), and voice."""

    engine: Engine
    version: str
    voice: Voice


Roles = dict[str, tuple[Role, ...]]
"""By host: who speaks, and who speaks where that one cannot."""


@contextlib.contextmanager
def roles(show: Show, language: str, override: str | None) -> Iterator[Roles]:
    """The hosts' roles by name; their engines are closed at the end. Two hosts of one engine share it.

    ``override`` is an engine instead of show.toml's. Raises ``CallError`` for an unknown engine, voice or setting.
    """
    engines: dict[str, Engine] = {}
    try:
        cast_as: Roles = {}
        for host in show.hosts:
            own = engine_name(show, host, override)
            found: list[Role] = []
            for name in chain(show, host, override):
                set_up = f"{name} {sorted(options_for(show, host, name).items())}"
                if set_up not in engines:
                    engines[set_up] = engine_for(show, host, name)
                engine = engines[set_up]
                voice = cast(show, host, language, override if name == own else name, engine)
                found.append(Role(engine, engine.version, voice))
            cast_as[host.name] = tuple(found)
        yield cast_as
    finally:
        for each in engines.values():
            each.close()
