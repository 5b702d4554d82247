"""What ``podcast voices`` shows: engines and voices, and who takes which."""

from __future__ import annotations

from collections.abc import Iterator

from podcast.errors import PodcastError
from podcast.show import LANGUAGES, Host, Show
from podcast.speech import cast, get_engine, list_engines
from podcast.speech.casting import options_for
from podcast.speech.engines import Engine

__all__ = ["table"]


def table(show: Show, *, engine: str | None = None, language: str | None = None) -> Iterator[str]:
    """A block of lines for each engine: what it needs, its voices, and which of them the hosts take.

    An engine that cannot be loaded or breaks has its reason there. Raises ``CallError`` for an unknown engine.
    """
    known = list_engines()
    for name in [engine] if engine else known:
        try:
            yield from _block(show, name, [language] if language else list(LANGUAGES))
        except PodcastError as error:
            if name not in known:
                raise
            yield f"{name:<11}(not here: {error})"
        except Exception as error:  # noqa: BLE001 (the code of another package)
            yield f"{name:<11}(not here: it breaks: {type(error).__name__}: {' '.join(str(error).split())})"


def _block(show: Show, name: str, languages: list[str]) -> list[str]:
    options = next(
        (options_for(show, h, name) for h in show.hosts if h.engine == name), show.engines.get(name, {})
    )
    found = get_engine(name, options)
    try:
        reason = found.unavailable()
        needs = f"; needs {found.needs}" if found.needs and found.needs not in found.summary else ""
        lines = [f"{name:<11}{found.summary}{needs}" + (f" (not here: {reason})" if reason else "")]
        listed = [(language, voice) for language in languages for voice in found.voices(language)]
        wide = max((len(voice.id) for _, voice in listed), default=0) + 2
        for language in languages:
            hosts = {host.name: _taken(show, host, language, name, found) for host in show.hosts}
            for voice in (voice for spoken, voice in listed if spoken == language):
                users = ", ".join(host for host, taken in hosts.items() if taken == voice.id)
                lines.append(f"           {language}  {voice.id:<{wide}}{voice.label:<30}  {users}".rstrip())
        return lines
    finally:
        found.close()


def _taken(show: Show, host: Host, language: str, name: str, engine: Engine) -> str | None:
    try:
        return cast(show, host, language, name, engine).id
    except PodcastError:  # it has no voice for this language, or not the one that show.toml names
        return None
