"""The folder on a web server follows each publication, and is never half of one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service.adapters.cermin import FolderMirror
from service.domain.edisi.terpampang import Terpampang
from service.domain.refusals import Unavailable
from service.publik.daftar import statis, tukar
from service.publik.daftar.statis import export
from tests.terbitan import BADAN, edition, kode, line, publisher


def marks(folder: Path) -> dict[str, int]:
    return {str(x.relative_to(folder)): x.stat().st_size for x in folder.rglob("*") if x.is_file()}


def hidden(folder: Path) -> list[str]:
    return [x.name for x in folder.parent.iterdir() if x.name.endswith((tukar.BARU, tukar.LAMA))]


def test_the_folder_is_written_by_a_process_of_its_own(tmp_path: Path) -> None:
    penerbit, folder = publisher(tmp_path), tmp_path / "situs"
    penerbit.put(BADAN, [edition([line(0), line(1)])])
    terbuka = penerbit.toko.terbuka.root  # type: ignore[attr-defined]
    cermin = FolderMirror(folder, penerbit.path, terbuka, "")

    assert cermin.renew() == 2
    penerbit.put(BADAN, [edition([line(0)])])
    assert cermin.renew() == 1

    assert (folder / "dip" / kode(0) / "index.html").is_file()
    assert not (folder / "dip" / kode(1)).exists()
    assert hidden(folder) == []


def test_the_folder_loses_what_the_book_lost_by_a_process_of_its_own(tmp_path: Path) -> None:
    penerbit, folder = publisher(tmp_path), tmp_path / "situs"
    penerbit.put(BADAN, [edition([line(0), line(1)])])
    terbuka = penerbit.toko.terbuka.root  # type: ignore[attr-defined]
    cermin = FolderMirror(folder, penerbit.path, terbuka, "")
    assert cermin.lessen() == 0
    assert not folder.exists()
    cermin.renew()

    penerbit.hide(BADAN.kode, Terpampang(dip=frozenset({kode(1)})))
    assert cermin.lessen() == 1

    assert not (folder / "dip" / kode(1)).exists()
    assert kode(1) not in (folder / "dip" / "index.html").read_text()
    assert hidden(folder) == []


def test_a_folder_with_something_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    penerbit, folder = publisher(tmp_path), tmp_path / "situs"
    penerbit.put(BADAN, [edition([line(0)])])
    folder.mkdir()
    (folder / "milik-lain.txt").write_text("jangan")

    with pytest.raises(Unavailable, match="berisi hal lain") as told:
        FolderMirror(folder, penerbit.path, None, "").renew()

    assert told.value.permanent
    assert [x.name for x in folder.iterdir()] == ["milik-lain.txt"]


def test_what_breaks_off_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    penerbit, folder = publisher(tmp_path), tmp_path / "situs"
    penerbit.put(BADAN, [edition([line(0)])])
    export(folder, penerbit.path, None)
    before = marks(folder)
    penerbit.put(BADAN, [edition([line(0), line(1)])])

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(statis, "items", full)
    with pytest.raises(OSError, match="No space"):
        export(folder, penerbit.path, None)

    assert marks(folder) == before
    assert hidden(folder) == []


def test_a_machine_that_died_between_two_words_is_mended_by_the_next_run(tmp_path: Path) -> None:
    """Where folders cannot be exchanged: the old one is put aside, the new not yet there."""
    folder = tmp_path / "situs"
    old, half = tmp_path / f".situs.ab{tukar.LAMA}", tmp_path / f".situs.cd{tukar.BARU}"
    for one in (old, half):
        one.mkdir()
        (one / "isi").write_text(one.name)

    tukar.mended(folder)
    assert (folder / "isi").read_text() == old.name
    old.mkdir()
    tukar.mended(folder)

    assert [x.name for x in tmp_path.iterdir()] == ["situs"]


def test_a_folder_takes_the_place_of_another_at_one_stroke(tmp_path: Path) -> None:
    folder, part = tmp_path / "situs", tmp_path / "baru"
    for one in (folder, part):
        one.mkdir()
        (one / "isi").write_text(one.name)
    held = os.open(folder, os.O_RDONLY)

    tukar.replaced(part, folder)

    assert (folder / "isi").read_text() == "baru"
    assert folder.stat().st_ino != os.fstat(held).st_ino
    os.close(held)
