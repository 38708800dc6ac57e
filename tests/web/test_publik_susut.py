"""What may be read no more leaves the folder first; nobody reads half a page, killed or not."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.adapters.penerbit import PenerbitSqlite
from service.domain.edisi.edisi import DIK, DIP, DITARIK
from service.domain.edisi.terbitan import BarisDitarik
from service.domain.edisi.terpampang import Terpampang
from service.domain.informasi.beda import Baris
from service.publik.daftar.statis import export
from service.publik.daftar.susut import lessened
from tests.terbitan import BADAN, LAIN, dik, dik_line, edition, kept, kode, line, publisher

URL = "https://ppid.contoh.go.id"
AT = datetime(2026, 3, 1, tzinfo=UTC)
RAHASIA = "kenariemas77"


def words(row: Baris) -> tuple[str, ...]:
    return tuple(row[name] for name in ("kode", "informasi", "dasar", "dibuka", "ditutup"))


GONE = {
    "a line": Terpampang(dip=frozenset({kode(5)})),
    "the edition of today": Terpampang(edisi=frozenset({(DIP, 2026, 2)})),
    "an edition of the past": Terpampang(edisi=frozenset({(DIP, 2026, 1)})),
    "a reason": Terpampang(alasan=frozenset({kode(1)})),
    "all": Terpampang(
        frozenset(kode(n) for n in range(72)),
        frozenset({words(dik_line(1))}),
        frozenset({kode(1)}),
        frozenset({(DIP, 2026, 1), (DIP, 2026, 2), (DIK, 2026, 1)}),
    ),
}


@pytest.fixture
def penerbit(tmp_path: Path) -> PenerbitSqlite:
    one = publisher(tmp_path, URL)
    files = {kode(n): kept(one, b"%%PDF %d" % n) for n in (0, 5)}
    first = edition([line(n) for n in range(70)], kini=False)
    rows = [line(0, retensi="Permanen"), *(line(n) for n in range(2, 72))]
    rows[4] = line(5, ringkasan=RAHASIA)
    gone = (BarisDitarik(kode(1), AT, "Sudah diganti."),)
    newer = edition(rows, 2, first.baris, file=files, ditarik=gone)
    third = edition([line(9)], 3, kini=False)
    taken = replace(third.edisi, keadaan=DITARIK, alasan="Keliru.", ditarik=AT)
    one.put(BADAN, [first, newer, replace(third, edisi=taken), dik(dik_line(1))])
    one.put(LAIN, [edition([line(90)], badan=LAIN)])
    return one


def site(penerbit: PenerbitSqlite, folder: Path) -> tuple[Path, Path, Path, str]:
    return folder, penerbit.path, penerbit.toko.terbuka.root, URL  # type: ignore[attr-defined]


def bytes_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def folders_of(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_dir()}


@pytest.mark.parametrize("what", GONE)
def test_the_folder_is_then_as_one_made_from_nothing(penerbit, tmp_path, what):
    folder, fresh = tmp_path / "situs", tmp_path / "baru"
    export(*site(penerbit, folder))
    penerbit.hide(BADAN.kode, GONE[what])

    lessened(*site(penerbit, folder))

    export(*site(penerbit, fresh))
    assert bytes_of(folder) == bytes_of(fresh)
    assert folders_of(folder) == folders_of(fresh)


def test_a_file_that_was_closed_again_leaves_the_folder_and_its_page(penerbit, tmp_path):
    folder = tmp_path / "situs"
    export(*site(penerbit, folder))
    sha256 = hashlib.sha256(b"%PDF 5").hexdigest()
    penerbit.hide(BADAN.kode, Terpampang(file=frozenset({sha256})))

    lessened(*site(penerbit, folder))

    page = folder / "dip" / kode(5)
    assert [x.name for x in page.iterdir()] == ["index.html"]
    assert "laporan.pdf" not in (page / "index.html").read_text()
    assert (folder / "dip" / kode(0) / "laporan.pdf").read_bytes() == b"%PDF 0"


def test_what_stays_as_it_was_is_not_written_again(penerbit, tmp_path):
    folder = tmp_path / "situs"
    export(*site(penerbit, folder))
    known = {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}
    penerbit.hide(BADAN.kode, GONE["a line"])

    lessened(*site(penerbit, folder))

    same = {path for path, node in known.items() if path.exists() and path.stat().st_ino == node}
    assert folder / "dip" / kode(6) / "index.html" in same
    assert folder / "dip" / kode(0) / "laporan.pdf" in same
    assert folder / "dip" / "index.html" not in same


def test_where_nothing_was_hidden_nothing_is_done(penerbit, tmp_path):
    folder = tmp_path / "situs"
    assert lessened(*site(penerbit, folder)) == 0
    assert not folder.exists()
    export(*site(penerbit, folder))
    (folder / "dip" / "index.html").write_text("lama")

    assert lessened(*site(penerbit, folder)) == 0

    assert (folder / "dip" / "index.html").read_text() == "lama"


def test_a_folder_with_something_else_in_it_loses_nothing(penerbit, tmp_path):
    folder = tmp_path / "lain"
    folder.mkdir()
    (folder / "surat.txt").write_text("milik orang")
    penerbit.hide(BADAN.kode, GONE["all"])

    assert lessened(*site(penerbit, folder)) == 0

    assert bytes_of(folder) == {"surat.txt": b"milik orang"}


def laid(folder: Path, content: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    for name, one in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(one)


def killed(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch, step: int) -> bool:
    """The work in a process that dies at its step-th change; whether it came so far."""
    child = os.fork()
    if child == 0:
        left = iter(range(step))

        def dies(real: Callable[..., object]) -> Callable[..., object]:
            def change(*told: object, **more: object) -> object:
                if next(left, None) is None:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*told, **more)

            return change

        monkeypatch.setattr(shutil, "rmtree", dies(shutil.rmtree))
        for name in ("replace", "unlink", "rmdir"):
            monkeypatch.setattr(Path, name, dies(getattr(Path, name)))
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_step_no_page_is_half_and_a_second_run_ends_it(
    tmp_path, monkeypatch, request
):
    penerbit = publisher(tmp_path, URL)
    first = edition([line(n) for n in range(3)], kini=False)
    rows = [line(0, retensi="Permanen"), line(5, ringkasan=RAHASIA)]
    penerbit.put(BADAN, [first, edition(rows, 2, first.baris)])
    folder, fresh = tmp_path / "situs", tmp_path / "baru"
    export(*site(penerbit, folder))
    old = bytes_of(folder)
    penerbit.hide(BADAN.kode, replace(GONE["a line"], edisi=frozenset({(DIP, 2026, 1)})))
    export(*site(penerbit, fresh))
    new = bytes_of(fresh)
    every = 1 if request.config.getoption("--panjang") else 8

    step, died = 0, True
    while died:
        laid(folder, old)
        died = killed(lambda: lessened(*site(penerbit, folder)), monkeypatch, step)
        for name, content in bytes_of(folder).items():
            assert content in (old.get(name), new.get(name)), name
        lessened(*site(penerbit, folder))
        assert bytes_of(folder) == new
        step += every

    assert step > 2 * every  # it died more than once
    assert not any(RAHASIA.encode() in content for content in bytes_of(folder).values())
    assert [x for x in tmp_path.iterdir() if x.name.startswith(".situs.") and x.is_dir()] == []
