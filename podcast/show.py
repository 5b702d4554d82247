"""A show: its name, its hosts, their voices, and the settings of its sound. Read from show.toml."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from podcast.errors import CallError, ShowError
from podcast.pronunciation import Pronunciation, fault

__all__ = ["Host", "Model", "Music", "Show", "Sound", "load_show"]

LANGUAGES = ("de", "en")
MAX_TOML_BYTES = 1_000_000

Factor = Annotated[float, msgspec.Meta(ge=0.5, le=2.0)]
Seconds = Annotated[float, msgspec.Meta(ge=0.0, le=10.0)]
Setting = str | int | float | bool
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class Host(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the two hosts.

    What is ``None`` is the engine's own choice for the first or the second host. ``pitch`` and ``speed`` are
    factors (higher is higher, higher is faster); ``size`` scales pitch and formants together (below 1 a
    larger speaker, see docs/voices.md). ``pan`` is the place between left (-1) and right (1). ``character``
    is who this is, in the show's language, for a language model ("erklärt und ordnet"). ``options`` are settings
    of the host's engine, over those under ``[engines.NAME]``; ``fallback`` are the engines that may speak
    instead, in this order (``None``: the show's).
    """

    name: Name
    engine: str | None = None
    voice: str | None = None
    fallback: tuple[str, ...] | None = None
    options: dict[str, Setting] = {}
    pitch: Factor | None = None
    speed: Factor | None = None
    size: Factor | None = None
    pan: Annotated[float, msgspec.Meta(ge=-1.0, le=1.0)] = 0.0
    character: Annotated[str, msgspec.Meta(max_length=500)] = ""


class Sound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Loudness and pauses of the programme. Pauses are silence between two turns, in seconds.

    ``reactions_overlap_s``: so far a short reaction of the other host ("Genau.") comes in before a turn has
    ended; 0 leaves reactions behind their pause like every other turn.
    """

    # Apple Podcasts asks for -16 LUFS ± 1 and a true peak of at most -1 dBTP.
    loudness_lufs: Annotated[float, msgspec.Meta(ge=-30.0, le=-10.0)] = -16.0
    true_peak_dbtp: Annotated[float, msgspec.Meta(ge=-9.0, le=-0.5)] = -1.0
    gap_other_host_s: Seconds = 0.28
    gap_same_host_s: Seconds = 0.45
    gap_after_question_s: Seconds = 0.40
    gap_segment_s: Seconds = 0.70
    # A reaction lasts 0.3 to 0.9 s; an overlap of more than a second would be no reaction to what was said.
    reactions_overlap_s: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)] = 0.0


class Music(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The show's theme: ``file`` (any audio file, beside show.toml) or, without one, the program's own.

    ``level_db`` is its loudness against the speech.
    """

    file: str | None = None
    opening: bool = True
    between: bool = True
    closing: bool = True
    level_db: Annotated[float, msgspec.Meta(ge=-40.0, le=6.0)] = -4.0


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The language model of ``--writer llm``: any server that speaks OpenAI's chat completions.

    ``key_env`` names the environment variable that holds the key; the key itself never stands in a file.
    Prices are per million tokens, in whatever currency the show counts; ``None`` where they are not known.
    ``rhythm`` is the last pass over finished segments, for the ear.
    """

    name: str = ""
    base_url: str = ""
    key_env: str = ""
    temperature: Annotated[float, msgspec.Meta(ge=0.0, le=2.0)] = 0.7
    parallel: Annotated[int, msgspec.Meta(ge=1, le=32)] = 4
    timeout_s: Annotated[float, msgspec.Meta(gt=0.0, le=3600.0)] = 120.0
    rhythm: bool = True
    price_in: Annotated[float, msgspec.Meta(ge=0.0)] | None = None
    price_out: Annotated[float, msgspec.Meta(ge=0.0)] | None = None
    currency: str = "USD"


class Show(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything show.toml can say. ``folder`` is where it lies: paths in it are relative to that.

    ``disclosure`` is the spoken line that the voices are artificial: ``True`` takes the program's own in the
    episode's language, a text replaces it, ``False`` switches it off (and the manifest says so). ``minutes`` is
    the length of an episode, ``writer`` who writes its script. ``spellings`` lists other spellings of a name
    that mean the same (``Selenskyj = ["Zelensky"]``). ``speech_prices`` is what a million characters of speech
    cost, by engine, in the model's currency. ``engines`` are settings of engines by their names; ``fallback`` are
    the engines that may speak where a host's own cannot, in this order: none unless it is said here.
    """

    name: Name = "US Politik Deep Dive"
    tagline: str = "Der Podcast mit Alana & Ben"
    author: str = "Alana & Ben"
    language: str = "de"
    engine: str = "pico"
    fallback: tuple[str, ...] = ()
    engines: dict[str, dict[str, Setting]] = {}
    writer: Literal["offline", "llm"] = "offline"
    minutes: Annotated[float, msgspec.Meta(ge=1.0, le=600.0)] | None = None
    disclosure: bool | str = True
    hosts: tuple[Host, Host] = (Host("Alana", pan=-0.15), Host("Ben", pan=0.15))
    sound: Sound = Sound()
    music: Music = Music()
    model: Model = Model()
    speech_prices: dict[str, Annotated[float, msgspec.Meta(ge=0.0)]] = {}
    pronunciation: Pronunciation = {}
    spellings: dict[str, list[str]] = {}
    cover: str | None = None
    folder: str = "."

    @property
    def templates(self) -> Path:
        """Where the show's own templates would lie."""
        return Path(self.folder) / "templates"

    def host(self, name: str) -> Host:
        """The host of that name. Raises ``KeyError`` where there is none."""
        for host in self.hosts:
            if host.name == name:
                return host
        raise KeyError(name)


def _place(path: str) -> str:
    """msgspec's ``$.hosts[0].pan`` as people write it: ``hosts[1].pan``."""
    return re.sub(r"\[(\d+)\]", lambda m: f"[{int(m[1]) + 1}]", path.removeprefix("$").lstrip("."))


def _explain(error: msgspec.ValidationError) -> str:
    message, _, path = str(error).partition(" - at `")
    where = _place(path.rstrip("`"))
    if found := re.search(r"unknown field `(.+?)`", message):
        key = found[1]
        known = sorted(
            {f for kind in (Show, Host, Sound, Music, Model) for f in kind.__struct_fields__} - {"folder"}
        )
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
        return f"unknown key {key!r}{f' in {where}' if where else ''}: {hint}"
    return f"{where or 'the file'}: {message[:1].lower()}{message[1:]}"


def load_show(path: Path | None) -> Show:
    """Read show.toml; ``None`` gives the show of the house.

    Raises ``CallError`` where the file is missing, ``ShowError`` naming the key where it is wrong.
    """
    if path is None:
        return Show()
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CallError(f"{path}: there is no such file (option --show)") from error
    except OSError as error:
        raise CallError(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > MAX_TOML_BYTES:
        raise ShowError(f"{path} is larger than {MAX_TOML_BYTES} bytes; that is not a show.toml")
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
        if "folder" in values:
            raise ShowError(f"{path}: unknown key 'folder'")
        if wrong := fault(values.get("pronunciation", {})):
            raise ShowError(f"{path}: {wrong}")
        show = msgspec.convert({**values, "folder": str(path.parent)}, Show)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ShowError(f"{path} is not TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise ShowError(f"{path}: {_explain(error)}") from error
    if show.language not in LANGUAGES:
        raise ShowError(f"{path}: language: {show.language!r} is not one of {', '.join(LANGUAGES)}")
    if show.hosts[0].name.casefold() == show.hosts[1].name.casefold():
        raise ShowError(f"{path}: hosts: both are called {show.hosts[0].name!r}")
    if wrong := fault(show.pronunciation, [host.name for host in show.hosts]):
        raise ShowError(f"{path}: {wrong}")
    return show
