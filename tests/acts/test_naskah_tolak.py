"""Letters about a refusal and a reopening, held against the day and the matter as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from service.acts.naskah.approve import HariTerlewat, approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import send_back, submit
from service.acts.naskah.tolak import AdaYangTerlewat, TerbukaSejakDiajukan
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIAJUKAN, DIKEMBALIKAN, Naskah
from service.domain.nomor import Nomor
from service.domain.paper import RuasSalah
from service.domain.uji import DIKECUALIKAN, SEBAGIAN, TERBUKA
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.jobs.test_gabungan import printed
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT, person
from tests.web.rumah_web import jam, on_the_clock, rumah_web

SENIN = datetime(2026, 11, 23, 2, 14, tzinfo=UTC)
SIAPA = {"jabatan": "PPID", "nama": "Contoh Pengelola"}
SURAT: dict[str, Any] = {
    "sifat": "Biasa",
    "penandatangan": SIAPA,
    "pemohon": "Contoh Pemohon",
    "alamat": "Jalan Contoh 1",
    "nomor_permohonan": "12/REG-PPID/XI/2026",
    "tanggal_permohonan": "2026-11-09",
}


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    """An office on a Monday in November, on SQLite and again on PostgreSQL."""
    with rumah_web(tmp_path, ledger_url) as whole:
        yield on_the_clock(whole, Jam(SENIN))


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas")


@pytest.fixture
def ppid(house: RealHouse) -> Hadir:
    return person(house, "ppid", "ppid")


@pytest.fixture
def berkas(house: RealHouse) -> Berkas:
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Contoh", "", BERJALAN, SENIN)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", SENIN, one.id))
    return one


def an_item(house: RealHouse, berkas: Berkas, judul: str, hasil: str = DIKECUALIKAN) -> Butir:
    with house.ledger.begin() as tx:
        urut = len(tx.find(Butir, berkas=berkas.id)) + 1
        one = Butir(house.new_id(), berkas.id, urut, judul, UNIT, hasil)
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "butir_ditambah", SENIN, berkas.id))
    return one


def decided(house: RealHouse, one: Butir, hasil: str) -> None:
    with house.ledger.begin() as tx:
        tx.save(one, replace(one, hasil=hasil))
        tx.note(Catatan(INSTANSI, MESIN, "butir_diubah", SENIN, one.berkas))


def written(house: RealHouse, oleh: Hadir, berkas: Berkas, jenis: str, **isian: object) -> Naskah:
    one = fill(house, berkas.id, jenis, {**SURAT, **isian}, oleh)
    printed(house, one, 1)
    return one


def refusing(house: RealHouse, oleh: Hadir, berkas: Berkas, *judul: str) -> Naskah:
    rows = [{"judul": x, "dasar": "Pasal 17 huruf a", "dibuka": "Terhambat."} for x in judul]
    more = {"rincian": "Contoh", "ditolak": rows}
    return written(house, oleh, berkas, "surat_penolakan", **more)


def now(house: RealHouse, one: Naskah) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, one.id)


def numbers(house: RealHouse) -> list[Nomor]:
    with house.ledger.read() as reading:
        return reading.find(Nomor)


def test_what_was_opened_while_a_refusal_waited_keeps_it_from_being_approved(
    house: RealHouse, petugas: Hadir, ppid: Hadir, berkas: Berkas
) -> None:
    item = an_item(house, berkas, "Nama pelapor contoh")
    one = refusing(house, petugas, berkas, "Nama pelapor contoh")
    submit(house, one.id, petugas)
    decided(house, item, TERBUKA)

    with pytest.raises(TerbukaSejakDiajukan, match=r"'Nama pelapor contoh'.*Kembalikan naskah ini"):
        approve(house, one.id, ppid)
    assert (now(house, one).keadaan, numbers(house)) == (DIAJUKAN, [])
    send_back(house, one.id, ppid, 0, "Sudah terbuka")
    assert now(house, one).keadaan == DIKEMBALIKAN


def test_a_refusal_that_still_holds_is_approved(
    house: RealHouse, petugas: Hadir, ppid: Hadir, berkas: Berkas
) -> None:
    an_item(house, berkas, "Nama pelapor contoh")
    one = refusing(house, petugas, berkas, "Nama pelapor contoh")
    submit(house, one.id, petugas)

    assert approve(house, one.id, ppid).nomor


def test_a_refusal_names_every_item_of_its_matter_that_is_refused(
    house: RealHouse, petugas: Hadir, ppid: Hadir, berkas: Berkas
) -> None:
    for judul in ("Nama pelapor contoh", "Rincian harga contoh"):
        an_item(house, berkas, judul)
    short = refusing(house, petugas, berkas, "Nama pelapor contoh")

    with pytest.raises(AdaYangTerlewat, match="Belum ada barisnya: 'Rincian harga contoh'"):
        submit(house, short.id, petugas)

    whole = refusing(house, petugas, berkas, "Nama pelapor contoh", "Rincian harga contoh")
    submit(house, whole.id, petugas)
    an_item(house, berkas, "Alamat saksi contoh")
    with pytest.raises(AdaYangTerlewat, match="Belum ada barisnya: 'Alamat saksi contoh'"):
        approve(house, whole.id, ppid)
    assert numbers(house) == []


def test_a_notice_names_every_part_that_it_blacks_out(
    house: RealHouse, petugas: Hadir, berkas: Berkas
) -> None:
    for judul in ("Daftar penerima contoh", "Rincian harga contoh"):
        an_item(house, berkas, judul, SEBAGIAN)
    asked = {"judul": "Daftar penerima contoh", "kesimpulan": "Terbuka sebagian"}
    row = {"judul": "Daftar penerima contoh", "dasar": "Pasal 17 huruf h", "dibuka": "Terungkap."}
    told = {"rincian": "Contoh", "waktu": "-", "memperoleh": "Salinan"}
    one = written(
        house, petugas, berkas, "surat_pemberitahuan", informasi=[asked], ditutup=[row], **told
    )

    with pytest.raises(AdaYangTerlewat, match="'Rincian harga contoh'"):
        submit(house, one.id, petugas)


def reopening(house: RealHouse, oleh: Hadir, berkas: Berkas, dijawab: str) -> Naskah:
    told = {"alasan": "Identitas sudah lengkap.", "dijawab": dijawab}
    return written(house, oleh, berkas, "surat_pembukaan_kembali", **told)


def test_a_reopening_promises_no_answer_before_its_own_date(
    house: RealHouse, petugas: Hadir, berkas: Berkas
) -> None:
    late = reopening(house, petugas, berkas, "2026-11-22")

    with pytest.raises(
        RuasSalah,
        match="Dijawab paling lambat tidak boleh sebelum Tanggal surat, yaitu 23 November 2026",
    ):
        submit(house, late.id, petugas)
    submit(house, reopening(house, petugas, berkas, "2026-11-23").id, petugas)


def test_a_reopening_that_waited_too_long_for_its_approval_is_not_approved(
    house: RealHouse, petugas: Hadir, ppid: Hadir, berkas: Berkas
) -> None:
    one = reopening(house, petugas, berkas, "2026-11-24")
    submit(house, one.id, petugas)
    jam(house).go(days=2)

    with pytest.raises(HariTerlewat, match=r"yaitu 25 November 2026\. Belum ada yang disetujui"):
        approve(house, one.id, ppid)
    assert (now(house, one).keadaan, numbers(house)) == (DIAJUKAN, [])
