"""What is installed elsewhere does the same job; the locks are whole and name nobody's machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from podcast import __version__
from tests.running import ARTICLE, digest, podcast


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built without a network."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return out


def test_wheel_carries_the_templates_and_nothing_else_of_the_checkout(built: Path, root: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {str(p.relative_to(root)) for p in (root / "templates").rglob("*") if p.is_file()}
    assert templates
    assert {f"podcast/{name}" for name in templates} <= names
    assert {name.split("/")[0] for name in names} == {"podcast", f"alana_ben-{__version__}.dist-info"}
    assert "podcast/py.typed" in names
    assert any(name.endswith("/LICENSE") for name in names)


def test_sdist_has_what_it_takes_to_build_and_test(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    for name in ("pyproject.toml", "podcast/cli.py", "templates", "tests/conftest.py", "seeds", "docs/cli.md",
                 "Makefile", "requirements.lock", "requirements-dev.lock", "show.toml", ".ci/run"):  # fmt: skip
        assert any(n == name or n.startswith(f"{name}/") for n in names), name
    assert not any(n.startswith((".venv", "output/", ".git/")) for n in names)


def test_the_wheel_elsewhere_does_the_same_job(built: Path, tmp_path: Path) -> None:
    """Installed away from the checkout: the same article gives the same bytes."""
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    digests = []
    for name in ("checkout", "wheel"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "damm.txt").write_text(ARTICLE, encoding="utf-8")
        if name == "checkout":
            done = podcast("make", "damm.txt", "--quiet", cwd=folder)
        else:
            env = {"PYTHONPATH": str(site)}
            where = f"import podcast; assert podcast.__file__.startswith({str(site)!r}), podcast.__file__"
            done = podcast("make", "damm.txt", "--quiet", cwd=folder, env=env, before=where)
        assert done.returncode == 0, done.stderr
        digests.append(digest(folder / done.stdout.strip()))
    assert digests[0] == digests[1]


def test_the_installed_command_is_podcast(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"podcast": "podcast.cli:main"}
    assert project["version"] == __version__
    done = subprocess.run(
        [sys.executable, "-m", "podcast", "--version"], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == f"podcast {__version__} (Alana & Ben)\n"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_version_is_exact_and_hashed_and_no_index_is_named(name: str, root: Path) -> None:
    text = (root / name).read_text(encoding="utf-8")
    entries = re.findall(r"^[a-z0-9].*(?:\n {4}--hash=.*)*", text, re.M)
    assert len(entries) > 30
    assert all(re.match(r"[a-z0-9-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"index-url|find-links|trusted-host|://|file:| @ |/opt|/root|/home", text)


def test_every_dependency_is_in_the_locks(root: Path) -> None:
    data = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = _names((root / "requirements.lock").read_text(encoding="utf-8"))
    dev = _names((root / "requirements-dev.lock").read_text(encoding="utf-8"))
    wanted = {_name(d) for d in data["project"]["dependencies"] + data["dependency-groups"]["build"]}
    assert wanted <= runtime.keys()
    assert {_name(d) for d in data["dependency-groups"]["dev"]} <= dev.keys()
    assert {name: dev[name] for name in runtime} == runtime, "one version in both locks"


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def _names(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.M):
        found.setdefault(name, set()).add(version)
    return found


def test_no_machine_is_named_in_the_committed_files(root: Path) -> None:
    """What pip and uv are told on this machine stays on this machine."""
    hosts = {
        host
        for name, value in os.environ.items()
        if re.match(r"(PIP|UV)_.*(INDEX|LINKS)", name)
        for host in re.findall(r"//(?:[^/@]*@)?([^/:]+)", value)
    } - {"pypi.org"}
    for name in (
        "pyproject.toml",
        "requirements.lock",
        "requirements-dev.lock",
        "Makefile",
        ".ci/run",
        "README.md",
    ):
        text = (root / name).read_text(encoding="utf-8")
        assert not any(host in text for host in hosts)
