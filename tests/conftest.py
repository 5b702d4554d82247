"""What holds for every test: no network, no folder of the user's, nothing inherited."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

# How long one example takes says more of the machine's other work than of the program.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.load_profile("here")

ROOT = Path(__file__).resolve().parent.parent
REQUIRE_ALL = "PODCAST_TEST_REQUIRE_ALL"
LOCAL = {"127.0.0.1", "::1", "localhost", "0.0.0.0", ""}


class NetworkBlockedError(OSError):
    """A test tried to reach the network."""


def _allowed(address: object) -> bool:
    return not isinstance(address, tuple) or str(address[0]) in LOCAL or str(address[0]).startswith("127.")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Sockets of this process reach this machine only; names of other machines are not looked up."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def blocked_connect(self: socket.socket, address: object) -> None:
        if not _allowed(address):
            raise NetworkBlockedError(f"a test tried to reach {address!r}")
        connect(self, address)  # type: ignore[arg-type]

    def blocked_connect_ex(self: socket.socket, address: object) -> int:
        if not _allowed(address):
            raise NetworkBlockedError(f"a test tried to reach {address!r}")
        return connect_ex(self, address)  # type: ignore[arg-type]

    def blocked_getaddrinfo(host: object, *args: object, **kwargs: object) -> object:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _numeric(str(name)) and str(name) not in LOCAL:
            raise socket.gaierror(socket.EAI_NONAME, f"a test tried to look up {name!r}")
        return getaddrinfo(host, *args, **kwargs)  # type: ignore[arg-type]

    patch.setattr(socket.socket, "connect", blocked_connect)
    patch.setattr(socket.socket, "connect_ex", blocked_connect_ex)
    patch.setattr(socket, "getaddrinfo", blocked_getaddrinfo)
    yield
    patch.undo()


def _numeric(name: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, name)
        except OSError:
            continue
        return True
    return False


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """HOME and the like are empty folders; settings of the person at the keyboard do not count."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    patch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        patch.setenv(name, str(home / name.lower()))
    for name in [n for n in os.environ if n.startswith("PODCAST_") and n != REQUIRE_ALL]:
        patch.delenv(name)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        patch.delenv(name, raising=False)
    patch.setenv("TZ", "UTC")
    patch.setenv("NO_COLOR", "1")
    patch.setenv("COLUMNS", "100")
    yield
    patch.undo()


def find_program(name: str) -> str:
    """Path of a system program that a test needs; without it the test is skipped.

    Where ``PODCAST_TEST_REQUIRE_ALL`` is set, as in .ci/run, it fails instead: nothing is skipped in silence.
    """
    if found := shutil.which(name):
        return found
    if os.environ.get(REQUIRE_ALL):
        pytest.fail(f"{name} is not installed, and {REQUIRE_ALL} is set")
    pytest.skip(f"{name} is not installed")


@pytest.fixture
def needs_program() -> Callable[[str], str]:
    """``needs_program("mp3val")`` gives the program's path or skips the test (fails in CI)."""
    return find_program


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
