"""Who may prepare, approve and sign: one person or two, and for how long a lent peran serves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.kembali import tertahan as kembali
from service.acts.kembali.putus import Putusan, accept
from service.acts.kembali.tertahan import Datang
from service.acts.naskah.acuan import in_force, remember
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.acts.orang import delegasi, izin
from service.acts.orang.hadir import day
from service.domain.alasan import Alasan
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIAJUKAN, DISETUJUI, DITANDATANGANI, Naskah
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.tempat_ttd import APLIKASI
from service.domain.wewenang import (
    BEBAS,
    EMPAT_MATA,
    PERINGATKAN,
    WAJIB,
    Act,
    Hadir,
    PerluAlasan,
    PerluOrangKedua,
)
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, at_desk, isian, open_house, person, rule

SK = "sk_penetapan_dip"
SEBAB = "Hanya ada satu pejabat di kantor contoh ini."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def ppid(house: RealHouse) -> Hadir:
    return person(house, "contoh.ppid", "ppid")


@pytest.fixture
def berkas(house: RealHouse) -> Berkas:
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Contoh", "", "berjalan", house.clock.now())
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "kiriman_didaftar", house.clock.now(), one.id))
    return one


def konsep(house: RealHouse, berkas: Berkas, oleh: Hadir) -> Naskah:
    """A paper filled by a person, as if it had been printed, and put forward."""
    return submit(house, printed(house, fill(house, berkas.id, SK, isian(), oleh).id).id, oleh)


def printed(house: RealHouse, naskah_id: str, **more: str) -> Naskah:
    with house.room() as room:
        pair = in_force(house.packs, INSTANSI, SK, room / "templat.docx")
        remember(house, pair)
    told = {"pdf": "0" * 64, "resep": "contoh", "pasangan": pair.versi.id, **more}
    with house.ledger.begin() as tx:
        one = tx.get(Naskah, naskah_id)
        tx.save(one, replace(one, **told))  # type: ignore[arg-type]
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", house.clock.now(), naskah_id))
    return found(house, naskah_id)


def came_back(house: RealHouse, naskah: Naskah, path: Path, oleh: Hadir) -> Naskah:
    """A person takes what came back for the signed paper."""
    one = kembali.record(house, naskah, Datang(path, path.name, APLIKASI, ("Contoh temuan",)))
    said = Putusan(one.id, f"{one.versi}.{naskah.versi}", "Contoh alasan", {})
    return accept(house, oleh, said)


def found(house: RealHouse, naskah_id: str) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, naskah_id)


@dataclass
class Ahead:
    """A clock some days ahead."""

    days: int

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(days=self.days)


def later(house: RealHouse, days: int) -> RealHouse:
    """The same house, some days on."""
    return replace(house, clock=Ahead(days))  # type: ignore[arg-type]


def reasons(house: RealHouse) -> list[Alasan]:
    with house.ledger.read() as reading:
        return reading.find(Alasan)


def test_where_two_are_asked_for_nobody_approves_what_they_prepared(
    house: RealHouse, berkas: Berkas, ppid: Hadir
) -> None:
    rule(house, WAJIB)
    naskah = konsep(house, berkas, ppid)

    with pytest.raises(PerluOrangKedua):
        approve(house, naskah.id, ppid, SEBAB)

    assert found(house, naskah.id).keadaan == DIAJUKAN
    second = person(house, "contoh.atasan", "atasan_ppid")
    assert approve(house, naskah.id, second).keadaan == DISETUJUI
    assert reasons(house) == []


def test_where_the_office_is_small_one_person_approves_with_a_reason_that_is_kept(
    house: RealHouse, berkas: Berkas, ppid: Hadir
) -> None:
    rule(house, PERINGATKAN)
    naskah = konsep(house, berkas, ppid)

    with pytest.raises(PerluAlasan):
        approve(house, naskah.id, ppid, "  ")
    approve(house, naskah.id, ppid, f" {SEBAB} ")

    (kept,) = reasons(house)
    assert (kept.instansi, kept.tentang, kept.kata) == (INSTANSI, naskah.id, SEBAB)
    (line,) = house.lists.jurnal(INSTANSI, 10_000, 1)
    assert line.perbuatan == "naskah_disetujui"
    assert "alasan" in {one.jenis for one in line.ubahan}
    assert SEBAB not in str(line)


def test_where_one_may_do_both_nothing_is_asked(
    house: RealHouse, berkas: Berkas, ppid: Hadir
) -> None:
    rule(house, BEBAS)
    naskah = konsep(house, berkas, ppid)

    assert approve(house, naskah.id, ppid).keadaan == DISETUJUI
    assert reasons(house) == []


@pytest.mark.parametrize("aturan", EMPAT_MATA)
@pytest.mark.parametrize("act", [Act.DECLASSIFY, Act.DESTROY])
def test_to_declassify_and_to_destroy_there_are_always_two(
    house: RealHouse, ppid: Hadir, aturan: str, act: Act
) -> None:
    rule(house, aturan)
    tempat = izin.Tempat(INSTANSI, UNIT, (ppid.orang.id,))
    second = person(house, "contoh.atasan", "atasan_ppid")

    with house.ledger.read() as reading:
        with pytest.raises(PerluOrangKedua):
            izin.need(reading, ppid, act, tempat, SEBAB)
        assert izin.need(reading, second, act, tempat).alasan == ""


def test_an_officer_fills_and_does_not_approve(house: RealHouse, berkas: Berkas) -> None:
    petugas = person(house, "contoh.petugas", "petugas")
    naskah = konsep(house, berkas, petugas)

    with pytest.raises(TidakBerwenang):
        approve(house, naskah.id, petugas, SEBAB)
    with pytest.raises(TidakBerwenang):
        came_back(house, naskah, Path(__file__), petugas)


@pytest.mark.parametrize("peran", [("administrator",), ()])
def test_who_has_no_part_in_the_office_finds_no_paper_there(
    house: RealHouse, berkas: Berkas, ppid: Hadir, peran: tuple[str, ...]
) -> None:
    naskah = konsep(house, berkas, ppid)
    stranger = person(house, "contoh.lain", *peran)

    with pytest.raises(TidakAda):
        approve(house, naskah.id, stranger, SEBAB)
    with pytest.raises(TidakAda):
        fill(house, berkas.id, SK, isian(), stranger)


def test_a_head_of_another_unit_finds_no_paper_there(
    house: RealHouse, berkas: Berkas, ppid: Hadir
) -> None:
    naskah = konsep(house, berkas, ppid)
    other = person(house, "contoh.lain", "ppid_pelaksana", unit="unit_lain")

    with pytest.raises(TidakAda):
        approve(house, naskah.id, other)


def test_a_delegate_signs_on_the_days_of_the_term_and_on_no_other(
    house: RealHouse, berkas: Berkas, ppid: Hadir, tmp_path: Path
) -> None:
    petugas = person(house, "contoh.petugas", "petugas")
    with house.ledger.read() as reading:
        today = day(reading, INSTANSI, house.clock.now())
    tomorrow = today + timedelta(days=1)
    pinjaman = delegasi.Pinjaman(ppid.peran[0].id, petugas.orang.id, tomorrow, tomorrow)
    lent = delegasi.delegate(house, ppid, pinjaman)
    pdf = tmp_path / "sk.pdf"
    pdf.write_bytes(b"%PDF-1.7 contoh")
    sha256 = house.store.put(pdf)
    second = person(house, "contoh.dua", "petugas")
    naskah = fill(house, berkas.id, SK, isian(), second)
    naskah = printed(house, naskah.id, keadaan="dikirim", pdf=sha256)

    for after in (0, 2):
        with pytest.raises(TidakBerwenang):
            came_back(house, naskah, pdf, at_desk(later(house, after), petugas.orang.id))
    came_back(house, naskah, pdf, at_desk(later(house, 1), petugas.orang.id))

    assert found(house, naskah.id).keadaan == DITANDATANGANI
    (line,) = house.lists.jurnal(INSTANSI, 10_000, 1)
    assert (line.siapa, line.rincian["pemegang"]) == (petugas.orang.id, lent.id)
