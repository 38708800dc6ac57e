"""Papers are read for the search once they are printed; what was left out is caught up with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from jobs import teks
from service.acts.cari import teks as acts
from service.acts.cari.tanya import asked_for
from service.acts.cari.temukan import Ditemukan, search
from service.acts.naskah.fill import fill
from service.domain.kiriman import File, Kiriman
from service.domain.teks import Teks
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.jobs.test_papers import JENIS
from tests.office import arrive, arrive_letter, isian, open_house, person, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        rule(one)
        yield one


def found(house: RealHouse, oleh: Hadir, kata: str, **saring: str) -> list[Ditemukan]:
    return search(house, oleh, asked_for(house, {"kata": kata, **saring}, "WIB"), 0, 20)[0]


def forgotten(house: RealHouse) -> None:
    """The search of an earlier Berkas: our own papers are not in it, and no page is known."""
    with house.ledger.begin() as tx:
        for one in tx.find(Teks):
            if one.naskah:
                tx.drop(one)
            else:
                tx.save(one, replace(one, halaman=0, tata=0))


def test_a_paper_and_a_letter_are_found_once_they_are_read_and_again_after_an_upgrade(
    house: RealHouse, tmp_path: Path
) -> None:
    petugas = person(house, "contoh.petugas", "petugas")
    kiriman = arrive_letter(house, tmp_path, "Usulan gaharu")
    (tmp_path / "catatan.txt").write_text("Catatan tentang gaharu juga.")
    arrive(house, tmp_path / "catatan.txt")
    work(house)
    with house.ledger.read() as reading:
        berkas = reading.get(Kiriman, kiriman.id).berkas
    naskah = fill(house, berkas, JENIS, isian(), petugas)
    assert found(house, petugas, "menetapkan", jenis="naskah") == []

    work(house)

    hits = found(house, petugas, "menetapkan", jenis="naskah")
    assert [(one.temu.id, one.halaman) for one in hits] == [(naskah.id, 1)]
    before = {one.id: (one.isi, one.halaman) for one in _parts(house)}

    forgotten(house)
    assert found(house, petugas, "menetapkan", jenis="naskah") == []
    teks.run(house, teks.RUMAH)
    work(house)

    assert {one.id: (one.isi, one.halaman) for one in _parts(house)} == before
    assert house.cari.lacking(10) == []


def test_a_paper_that_is_read_twice_at_once_is_there_once(house: RealHouse, tmp_path: Path) -> None:
    petugas = person(house, "contoh.petugas", "petugas")
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    with house.ledger.read() as reading:
        berkas = reading.get(Kiriman, kiriman.id).berkas
    naskah = fill(house, berkas, JENIS, isian(), petugas)
    work(house)
    before = _parts(house)

    teks.run(house, naskah.id)

    assert _parts(house) == before


def test_a_file_that_the_store_has_no_more_keeps_the_words_it_had(
    house: RealHouse, tmp_path: Path
) -> None:
    paper = tmp_path / "catatan.txt"
    paper.write_text("Catatan gaharu.")
    arrive(house, paper)
    work(house)
    forgotten(house)
    with house.ledger.read() as reading:
        (file,) = reading.find(File)
    house.store.drop(file.sha256)

    teks.run(house, file.id)

    assert [(one.isi, one.tata) for one in _parts(house)] == [("Catatan gaharu.", 1)]


def _parts(house: RealHouse) -> list[Teks]:
    with house.ledger.read() as reading:
        return reading.find(Teks)


def test_of_what_is_destroyed_no_word_is_left_in_the_ledger(
    house: RealHouse, tmp_path: Path
) -> None:
    for words in ("Catatan kayugaharu.", "Catatan lain."):
        paper = tmp_path / f"{len(words)}.txt"
        paper.write_text(words)
        arrive(house, paper)
    work(house)
    with house.ledger.read() as reading:
        (one,) = (x for x in reading.find(Teks) if "gaharu" in x.isi)
    assert b"kayugaharu" in ledger_file(house)

    with house.ledger.begin() as tx:
        assert acts.forgotten(tx, kiriman=[one.kiriman]) == 1
    work(house)

    assert b"kayugaharu" not in ledger_file(house)


def test_where_a_store_is_sealed_later_the_words_of_what_is_withheld_leave_the_index(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "catatan.txt"
    paper.write_text("Catatan kayugaharu.")
    arrive(house, paper, rahasia=True)
    work(house)
    ppid = person(house, "contoh.ppid", "ppid")
    assert len(found(house, ppid, "kayugaharu")) == 1
    monkeypatch.setattr(RealHouse, "sealed", True)

    teks.run(house, teks.RUMAH)
    work(house)

    assert found(house, ppid, "kayugaharu") == []
    assert len(found(house, ppid, "catatan")) == 1
    assert b"kayugaharu" not in ledger_file(house)


def ledger_file(house: RealHouse) -> bytes:
    """All that lies on the disk of it."""
    path = Path(house.settings.ledger.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes().lower()
