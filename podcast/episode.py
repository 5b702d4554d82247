"""An episode's folder: its files, its lock, its manifest, and writing that is never half done."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import filelock

from podcast.article import Article
from podcast.errors import CallError, EpisodeError
from podcast.manifest import Manifest, sha256

__all__ = ["Episode", "episodes", "find", "place", "slug_of", "write_atomically"]

SLUG_LENGTH = 60
"""So many characters at most: long enough to be known by, short enough for every file system and URL."""

RESERVED = {"site", "con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}
"""Names that mean something else: output/site is what listeners get, the others are devices on Windows."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})

TEMPORARY = ".part-"
"""How every unfinished file and folder of ours begins, so that the next run knows and removes it."""

READY = ".ready"
"""A complete set of results on its way into place; see ``Episode.results``."""


def slug_of(title: str) -> str:
    """A title as the name of a folder: ASCII, lower case, words joined by hyphens, at most 60 characters.

    German umlauts become ae, oe, ue, ss, other marks fall away. A title without a single Latin letter or
    digit gets a name from its hash. The result is never empty, never a path, never a reserved name.
    """
    text = unicodedata.normalize("NFC", title).casefold().translate(UMLAUTS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(slug) > SLUG_LENGTH:
        whole, hyphen, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
        slug = whole if hyphen else slug[:SLUG_LENGTH]
    if not slug:
        return f"episode-{sha256(title.encode('utf-8', 'replace'))[:8]}"
    return f"{slug}-episode" if slug in RESERVED else slug


def _cannot(path: Path, error: OSError) -> EpisodeError:
    return EpisodeError(f"{path} cannot be written: {error.strerror or error}")


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: a reader sees the old one or the new one.

    Raises ``EpisodeError`` where the folder is not writable or full; the old file is then untouched.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot(path, error) from error


class Episode:
    """One episode's folder. Nothing is created until something is written or the lock is taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.article = folder / "article.json"
        self.script = folder / "script.md"
        self.manifest = folder / "episode.json"
        self.mp3 = folder / "episode.mp3"

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.resolve().name

    @property
    def clips(self) -> Path:
        """The cache of spoken clips, shared with the episodes beside this one."""
        return self.folder.parent / ".clips"

    def read_article(self) -> Article | None:
        """The article behind the script, ``None`` where the script was written without one.

        Raises ``ArticleError`` where article.json is damaged.
        """
        data = self._read(self.article)
        return None if data is None else Article.from_json(data)

    def read_manifest(self) -> Manifest:
        """What is known about how this episode was made; empty where nothing was made yet.

        Raises ``EpisodeError`` where episode.json is damaged.
        """
        data = self._read(self.manifest)
        return Manifest() if data is None else Manifest.from_json(data)

    def read_script(self) -> bytes:
        """script.md as it lies there. Raises ``EpisodeError`` where there is none."""
        data = self._read(self.script)
        if data is None:
            raise EpisodeError(f"{self.folder} has no script.md: write one, or run: podcast draft ARTICLE")
        return data

    def edited(self) -> bool:
        """Whether there is a script.md that is not, byte for byte, what the program drafted."""
        data = self._read(self.script)
        if data is None:
            return False
        draft = self.read_manifest().draft
        return draft is None or draft.script != sha256(data)

    def keep_old_script(self) -> Path | None:
        """Move script.md aside to script.old.md (or script.old-2.md, …); never over another file."""
        if not self.script.exists():
            return None
        count = 1
        while (old := self.folder / f"script.old{f'-{count}' if count > 1 else ''}.md").exists():
            count += 1
        try:
            self.script.replace(old)
        except OSError as error:
            raise _cannot(old, error) from error
        return old

    @staticmethod
    def _read(path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise EpisodeError(f"{path} cannot be read: {error.strerror}") from error

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Nobody else works in this folder meanwhile; what a killed run left behind is put in order first.

        Raises ``EpisodeError`` naming the process that is at work here.
        """
        new = not self.folder.exists()
        lock = filelock.FileLock(self.folder / ".lock", timeout=0)
        owner = self.folder / ".lock-owner"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except filelock.Timeout as error:
            pid = (self._read(owner) or b"unknown").decode("ascii", "replace")
            raise EpisodeError(
                f"another podcast process (pid {pid}) is working on {self.folder}; wait until it is done"
            ) from error
        except OSError as error:
            raise _cannot(self.folder, error) from error
        try:
            try:
                owner.write_text(str(os.getpid()), encoding="ascii")
                self._recover()
            except OSError as error:
                raise _cannot(self.folder, error) from error
            yield
        finally:
            with contextlib.suppress(OSError):
                owner.unlink(missing_ok=True)
                if new and not self._written():
                    # A first run that wrote nothing leaves nothing: the folder must not look taken.
                    (self.folder / ".lock").unlink(missing_ok=True)
                    self.folder.rmdir()
            lock.release()

    def _written(self) -> bool:
        return any(not entry.name.startswith(".") for entry in self.folder.iterdir())

    def _recover(self) -> None:
        """Finish what was ready when a run was killed, remove what was not."""
        ready = self.folder / READY
        if ready.is_dir():
            self._move_in(ready)
        for left in sorted(self.folder.glob(f"{TEMPORARY}*")):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()

    def _move_in(self, ready: Path) -> None:
        # The manifest comes last: where it is new, everything else is.
        for path in sorted(ready.iterdir(), key=lambda p: (p.name == self.manifest.name, p.name)):
            path.replace(self.folder / path.name)
        ready.rmdir()

    @contextlib.contextmanager
    def results(self) -> Iterator[Path]:
        """A folder to put results in, under their names; at the end all of them move into place together.

        Whenever the program is stopped, the episode holds all old results or, at the latest when its lock
        is taken again, all new ones. To be used under ``lock``.
        """
        try:
            work = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=self.folder))
        except OSError as error:
            raise _cannot(self.folder, error) from error
        try:
            yield work
            try:
                for path in work.iterdir():
                    path.chmod(0o644)
                    with path.open("rb") as file:
                        os.fsync(file.fileno())
                self._move_in(work.rename(self.folder / READY))
            except OSError as error:
                raise _cannot(self.folder, error) from error
        finally:
            shutil.rmtree(work, ignore_errors=True)


def episodes(output: Path) -> list[Episode]:
    """All episodes in an output folder, by name."""
    if not output.is_dir():
        return []
    return [Episode(p) for p in sorted(output.iterdir()) if (p / "script.md").is_file() and p.name[0] != "."]


def find(output: Path, name: str) -> Episode:
    """The episode of that folder, slug, or script.md. Raises ``CallError`` with the nearest name."""
    path = Path(name)
    if path.name == "script.md" and path.is_file():
        path = path.parent
    for folder in (path, output / name):
        if any((folder / file).is_file() for file in ("script.md", "article.json")):
            return Episode(folder)
    if path.is_dir():
        raise CallError(f"{name} is not an episode: there is no script.md in it")
    known = [episode.slug for episode in episodes(output)]
    near = difflib.get_close_matches(name, known, 1, 0.5)
    if near:
        hint = f"did you mean {near[0]}?"
    elif known:
        hint = f"there are {', '.join(known[:8])}{', …' if len(known) > 8 else ''}"
    else:
        hint = "there is none yet; podcast make ARTICLE makes one"
    raise CallError(f"there is no episode {name!r} in {output}: {hint}")


def _same(old: Article, new: Article) -> bool:
    if old.source != "-" and os.path.normpath(old.source) == os.path.normpath(new.source):
        return True
    return old.sections == new.sections


@contextlib.contextmanager
def place(output: Path, article: Article) -> Iterator[Episode]:
    """The episode of an article, locked.

    Its folder is named after the title, with -2, -3, … behind it where another article has the same title.
    The same source, or the same text, is the same episode.
    """
    slug = slug_of(article.title)
    count = 1
    while True:
        episode = Episode(output / (slug if count == 1 else f"{slug}-{count}"))
        with contextlib.ExitStack() as stack:
            old = episode.read_article()
            if old is None or _same(old, article):
                stack.enter_context(episode.lock())
                old = episode.read_article()  # another process may have been here since
                if (old is None and not episode.script.exists()) or (old and _same(old, article)):
                    yield episode
                    return
        count += 1
