"""Before work starts: is all there that speaking will need? Everything that is wrong is said at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from podcast.errors import CallError, UnavailableError
from podcast.show import Host, Show
from podcast.speech.casting import cast, chain, engine_for, engine_name
from podcast.speech.engines import list_engines

__all__ = ["ready"]


def ready(show: Show, language: str | None, override: str | None = None) -> list[str]:
    """Find out whether the hosts can be spoken: engines, keys, voices of that language, settings.

    ``language`` is ``"de"`` or ``"en"``, ``None`` where it is not known yet (no voice is looked for then);
    ``override`` is an engine instead of show.toml's. Returns a line for each
    host for whom only a fall-back can speak. Raises ``CallError`` where show.toml or the call is wrong, else
    ``UnavailableError`` where nothing can speak for a host; the message has a line for each thing that is wrong.
    """
    wrong = list(_unknown(show))
    missing: list[str] = []
    notes: list[str] = []
    for host in show.hosts:
        reasons: list[str] = []
        names = chain(show, host, override)
        for name in names:
            try:
                reason = _reason(show, host, language, name, override)
            except CallError as error:
                wrong.append(str(error))
                continue
            if reason:
                reasons.append(f"the engine {name} cannot work here: {reason}")
        if len(reasons) == len(names):
            missing += reasons
        elif reasons and names[0] in reasons[0]:
            notes.append(f"{host.name}: {reasons[0]}; a fall-back speaks")
    if wrong:
        raise CallError(_lines([*wrong, *missing]))
    if missing:
        raise UnavailableError(_lines(missing))
    return notes


def _unknown(show: Show) -> Iterator[str]:
    """Tables in show.toml for engines that there are none of."""
    known = list_engines()
    spoken = show.pronunciation.get("engine")
    tables = [(f"engines.{name}", name) for name in show.engines]
    tables += [
        (f"pronunciation.engine.{name}", name) for name in (spoken if isinstance(spoken, Mapping) else ())
    ]
    for table, name in tables:
        if name not in known:
            yield f"[{table}]: unknown engine {name!r}: choose one of {', '.join(known)}"


def _lines(parts: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(parts))


def _reason(show: Show, host: Host, language: str | None, name: str, override: str | None) -> str | None:
    """Why an engine cannot speak for a host here; ``None`` where it can. Raises ``CallError``."""
    engine = engine_for(show, host, name)
    try:
        reason = engine.unavailable()
        if reason is None and language is not None:
            own = name == engine_name(show, host, override)
            cast(show, host, language, override if own else name, engine)
        return reason
    finally:
        engine.close()
