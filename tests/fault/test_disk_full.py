"""The disk is full, or fails: nothing half is seen, nothing is lost, and a sentence says so."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.adapters.seal import NoSeal
from service.adapters.store_folder import StoreFolder
from service.disk import Disk
from service.domain.refusals import Refusal, Unavailable

CODE = Path(__file__).resolve().parents[2]
ON_A_SMALL_DISK = """
import os, sys
from pathlib import Path
from service.adapters.seal import NoSeal
from service.adapters.store_folder import StoreFolder
from service.disk import Disk
from service.domain.refusals import Unavailable

source, small = Path(sys.argv[1]), Path(sys.argv[2], "gudang")
store = StoreFolder(small, Disk(), NoSeal())
first = store.put(source)
ballast = Path(sys.argv[2], "beban")
with ballast.open("wb", buffering=0) as out:
    try:
        while True:
            out.write(bytes(4096))
    except OSError:
        pass
source.write_bytes(source.read_bytes()[::-1])
try:
    store.put(source)
except Unavailable as wrong:
    print(wrong, "permanent" if wrong.permanent else "again")
assert list(store.names()) == [first] and store.verify(first) == ""
assert os.listdir(small / ".tmp") == [], "a part stayed"
ballast.unlink()
second = store.put(source)
assert store.verify(second) == "" and sorted(store.names()) == sorted([first, second])
print("whole")
"""


def test_on_a_full_disk_nothing_half_is_kept_and_it_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    source = tmp_path / "surat.docx"
    source.write_bytes(os.urandom(400_000))
    small = tmp_path / "kecil"
    small.mkdir()
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", "1000000", "--tmpfs", str(small)]
    told = subprocess.run(
        [*walls, "--", sys.executable, "-c", ON_A_SMALL_DISK, str(source), str(small)],
        capture_output=True,
        text=True,
        cwd=CODE,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "Disk penuh" in told.stdout
    assert "again" in told.stdout
    assert told.stdout.endswith("whole\n")


class FailingDisk(Disk):
    """Does as it is told until one call, which fails with one error."""

    def __init__(self) -> None:
        self.fails: tuple[str, int] = ("", 0)
        self.synced: list[int] = []

    def _reach(self, call: str) -> None:
        if self.fails[0] == call:
            raise OSError(self.fails[1], os.strerror(self.fails[1]))

    def create(self, path: Path) -> int:
        self._reach("create")
        return super().create(path)

    def write(self, fd: int, part: bytes) -> None:
        self._reach("write")
        super().write(fd, part)

    def sync(self, fd: int) -> None:
        self.synced.append(fd)
        self._reach("sync")
        super().sync(fd)

    def link(self, part: Path, goal: Path) -> None:
        self._reach("link")
        super().link(part, goal)

    def sync_folder(self, path: Path) -> None:
        self._reach("sync_folder")
        super().sync_folder(path)


@pytest.mark.parametrize("call", ["create", "write", "sync", "link", "sync_folder"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS])
def test_at_each_call_a_failing_disk_is_told_and_leaves_no_part(
    tmp_path: Path, call: str, code: int
) -> None:
    disk, source = FailingDisk(), tmp_path / "surat.docx"
    source.write_bytes(b"Contoh")
    store = StoreFolder(tmp_path / "gudang", disk, NoSeal())
    disk.fails, disk.synced = (call, code), []
    with pytest.raises(Unavailable) as told:
        store.put(source)
    assert ("Disk penuh" in str(told.value)) == (code in (errno.ENOSPC, errno.EDQUOT))
    assert "tetap utuh" in str(told.value)
    assert len(disk.synced) <= 1, "a failed sync was tried again on the same file"
    assert list((tmp_path / "gudang" / ".tmp").iterdir()) == []
    assert source.read_bytes() == b"Contoh"
    disk.fails = ("", 0)
    assert store.verify(store.put(source)) == ""


def test_a_program_that_may_write_only_small_files_says_so(tmp_path: Path) -> None:
    source = tmp_path / "surat.docx"
    source.write_bytes(bytes(300_000))
    code = (
        "import sys, resource; from pathlib import Path\n"
        "from service.adapters.seal import NoSeal\n"
        "from service.adapters.store_folder import StoreFolder\n"
        "from service.disk import Disk\n"
        "store = StoreFolder(Path(sys.argv[2]), Disk(), NoSeal())\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: store.put(Path(sys.argv[1]))\n"
        "except Exception as wrong: print(type(wrong).__name__, wrong, list(store.names()))\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(source), str(tmp_path / "gudang")],
        capture_output=True,
        text=True,
        cwd=CODE,
        check=True,
    )
    assert told.stdout.startswith("Unavailable File melampaui ukuran")
    assert told.stdout.endswith("[]\n")
    assert list((tmp_path / "gudang" / ".tmp").iterdir()) == []


def test_parts_of_those_who_died_are_swept_and_those_under_way_are_not(tmp_path: Path) -> None:
    StoreFolder(tmp_path, Disk(), NoSeal())
    stale, fresh = tmp_path / ".tmp" / "lama", tmp_path / ".tmp" / "baru"
    stale.write_bytes(b"setengah")
    fresh.write_bytes(b"setengah")
    os.utime(stale, (1, 1))
    StoreFolder(tmp_path, Disk(), NoSeal())
    assert not stale.exists()
    assert fresh.exists()


def test_a_lost_mark_is_told_before_anything_is_written(tmp_path: Path) -> None:
    source = tmp_path / "surat.docx"
    source.write_bytes(b"Contoh")
    store = StoreFolder(tmp_path / "gudang", Disk(), NoSeal())
    store.put(source)
    (tmp_path / "gudang" / ".segel").unlink()
    with pytest.raises(Unavailable, match="Tanda segel"):
        StoreFolder(tmp_path / "gudang", Disk(), NoSeal())


def test_a_link_laid_into_the_store_is_not_followed(tmp_path: Path) -> None:
    source = tmp_path / "surat.docx"
    source.write_bytes(b"Contoh")
    store = StoreFolder(tmp_path / "gudang", Disk(), NoSeal())
    sha256 = store.put(source)
    kept = tmp_path / "gudang" / sha256[:2] / sha256
    kept.unlink()
    kept.symlink_to(source)
    assert sha256 in store.verify(sha256)
    with pytest.raises(Refusal):
        store.open(sha256)
