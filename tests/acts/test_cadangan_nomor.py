"""After a restore no number is given twice, and the letters that were lost find their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.nomor import answered
from service.acts.cadangan.pulih import goes_on, restore
from service.acts.instansi.packs import agency
from service.acts.keadaan.audit import audit
from service.acts.nomor import ambil
from service.acts.nomor.ambil import Minta
from service.acts.nomor.kelengkapan import examined
from service.acts.nomor.pesan import Pakai, use
from service.adapters.cadangan import RakCadangan
from service.disk import Disk
from service.domain.cadangan.keluar import Jawaban
from service.domain.cadangan.tolak import NomorBelumDisebut
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import BATAL, DIPESAN, FINAL, Nomor
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, at_desk, open_house, person, rule, today

SERI = "agenda"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        one.opened["archives"] = RakCadangan(Disk(), "0.7.0", kerja=4)
        rule(one)
        yield one


def numbered(house: RealHouse, many: int) -> list[str]:
    """So many letters take their numbers."""
    packs, on = agency(house.packs, INSTANSI), today(house)
    given = []
    for _ in range(many):
        with house.ledger.begin() as tx:
            untuk = house.new_id()
            given.append(ambil.take(house, tx, packs, Minta(SERI, untuk, on)).nomor)
            tx.note(Catatan(INSTANSI, MESIN, "naskah_disetujui", house.clock.now(), untuk))
    return given


def put_back(
    house: RealHouse, folder: Path, jawaban: Jawaban, *, noted: bool = False
) -> Iterator[RealHouse]:
    """The backup on a bare machine; `noted`: with what the clock had written beside the ledger."""
    with (
        house.twin(folder / "lain") as target,
        house.archives.read(folder / "a.tar", "") as archive,
    ):
        if noted:
            target.last_numbers.record(house.last_numbers.recorded())
        keluar = answered(target, archive.manifes, jawaban)
        assert restore(target, archive) == []
        goes_on(target, archive.manifes, keluar)
        yield target


def kept(house: RealHouse) -> list[tuple[int, str]]:
    with house.ledger.read() as look:
        return sorted((one.urut, one.keadaan) for one in look.find(Nomor, sumber="berkas"))


def whole(house: RealHouse) -> bool:
    [book] = house.books.all(INSTANSI)
    breaches = [one for one in audit(house) if not one.utuh and one.janji != "I5"]
    return examined(house, book, None).utuh and breaches == []


def test_letters_that_went_out_after_the_backup_keep_their_numbers_and_find_them_again(
    house: RealHouse, tmp_path: Path
) -> None:
    clerk = person(house, "contoh.satu", "tim_sekretariat")
    numbered(house, 2)
    take(house, Mintaan(tmp_path / "a.tar"))
    lost = numbered(house, 3)
    house.last_numbers.record(house.books.last())

    for target in put_back(house, tmp_path, Jawaban(), noted=True):
        found = kept(target)
        assert found[:5] == [(1, FINAL), (2, FINAL), *((n, DIPESAN) for n in (3, 4, 5))]
        assert found[5:] == [(n, BATAL) for n in range(6, 26)]
        assert whole(target)
        with target.ledger.read() as look:
            [one] = [x for x in look.find(Nomor, keadaan=DIPESAN) if x.urut == 4]
        again = at_desk(target, clerk.orang.id)
        used = use(target, again, one.id, one.versi, Pakai(today(target), "Surat yang hilang"))
        assert used.nomor == lost[1]
        assert not {*numbered(target, 2)} & {*lost}
        assert kept(target)[-2:] == [(26, FINAL), (27, FINAL)]
        assert whole(target)
        assert [*target.last_numbers.recorded().values()] == [25]


def test_without_the_old_machine_the_office_is_asked_before_anything_is_laid(
    house: RealHouse, tmp_path: Path
) -> None:
    numbered(house, 2)
    made = take(house, Mintaan(tmp_path / "a.tar"))
    [(book, last)] = made.isian.nomor.items()

    with pytest.raises(NomorBelumDisebut, match=f"{book} {last}"):
        next(put_back(house, tmp_path, Jawaban()))
    assert not (tmp_path / "lain" / "berkas.db").exists()

    for target in put_back(house, tmp_path, Jawaban({book: 4}, celah=1)):
        assert kept(target)[2:] == [(3, DIPESAN), (4, DIPESAN), (5, BATAL)]
        assert target.owed.claim("pelan", 9, set) == []  # kept until their days are over
        assert whole(target)


def test_where_nothing_went_out_the_book_goes_on_as_it_was(
    house: RealHouse, tmp_path: Path
) -> None:
    numbered(house, 2)
    take(house, Mintaan(tmp_path / "a.tar"))

    for target in put_back(house, tmp_path, Jawaban(celah=0)):
        assert kept(target) == [(1, FINAL), (2, FINAL)]
        numbered(target, 1)
        assert kept(target)[-1] == (3, FINAL)
