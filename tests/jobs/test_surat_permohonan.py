"""Letters to who asked for information, made in a real office from its registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.submit import submit
from service.acts.naskah.tolak import AdaYangTerbuka
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.naskah import Naskah
from service.domain.paper import RuasKosong
from service.domain.permohonan import Isian, Permohonan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.loket import ISIAN
from tests.office import INSTANSI, UNIT, open_house, person, rule, work

SENIN = datetime(2026, 11, 9, 2, 14, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


def asked(house: RealHouse) -> Berkas:
    """A matter about a request of the public form."""
    id_, kiriman = house.new_id(), house.new_id()
    came = ("publik", "permohonan", DIDAFTAR, SENIN)
    line = ("", "terdaftar", SENIN, SENIN.date(), date(2026, 11, 23), Isian(**ISIAN))
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Contoh", kiriman, BERJALAN, SENIN)
    numbered = {"nomor_daftar": "12/REG-PPID/XI/2026", "tanggal_daftar": SENIN.date()}
    with house.ledger.begin() as tx:
        tx.add(Kiriman(kiriman, INSTANSI, UNIT, *came))
        tx.add(Permohonan(id_, kiriman, INSTANSI, UNIT, *line, **numbered))
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", SENIN, one.id))
    return one


def words(house: RealHouse, naskah: Naskah) -> str:
    with house.ledger.read() as reading:
        sha256 = reading.get(Naskah, naskah.id).pdf
    with house.store.open(sha256) as pdf:
        pages = PdfReader(BytesIO(pdf.read())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_receipt_is_printed_from_the_register_with_one_name_to_write(house: RealHouse) -> None:
    petugas, berkas = person(house, "contoh.petugas", "petugas"), asked(house)

    receipt = fill(
        house, berkas.id, "tanda_bukti", {"petugas": {"nama": "Contoh Petugas"}}, petugas
    )
    work(house)
    told = words(house, receipt)

    assert "NOMOR PENDAFTARAN 12/REG-PPID/XI/2026" in told
    assert "Senin, 9 November 2026" in told
    assert "09.14 WIB" in told
    assert "paling lambat hari Senin, 23 November 2026" in told
    assert ISIAN["nama"] in told
    assert ISIAN["nik"] not in told


def test_a_refusal_without_its_ground_is_not_approved_and_with_it_bears_a_number(
    house: RealHouse,
) -> None:
    petugas, ppid = person(house, "contoh.petugas", "petugas"), person(house, "contoh.ppid", "ppid")
    berkas = asked(house)
    who = {"jabatan": "PPID", "nama": "Contoh Pengelola"}
    ground = {"judul": "Nama pelapor contoh", "dasar": "Pasal 17 huruf a", "dibuka": "Terhambat."}
    told = {"sifat": "Biasa", "penandatangan": who}

    empty = fill(house, berkas.id, "surat_penolakan", told, petugas)
    work(house)
    with pytest.raises(RuasKosong, match="Informasi yang ditolak"):
        submit(house, empty.id, petugas)
    whole = fill(house, berkas.id, "surat_penolakan", {**told, "ditolak": [ground]}, petugas)
    work(house)
    submit(house, whole.id, petugas)
    nomor = approve(house, whole.id, ppid).nomor
    work(house)
    said = words(house, whole)

    assert f"Nomor : {nomor}" in said
    assert "Penolakan meliputi 1 (satu) informasi yang dikecualikan" in said
    assert "paling lambat 30 (tiga puluh) hari kerja sejak alasan keberatan ditemukan" in said
    assert ISIAN["nik"] not in said


@pytest.mark.parametrize("hasil", ["terbuka", "sebagian"])
def test_a_refusal_is_not_put_forward_while_something_asked_for_is_open(
    house: RealHouse, hasil: str
) -> None:
    petugas, berkas = person(house, "contoh.petugas", "petugas"), asked(house)
    ground = {"judul": "Nama pelapor contoh", "dasar": "Pasal 17 huruf a", "dibuka": "Terhambat."}
    who = {"jabatan": "PPID", "nama": "Contoh Pengelola"}
    told = {"sifat": "Biasa", "penandatangan": who, "ditolak": [ground]}
    one = fill(house, berkas.id, "surat_penolakan", told, petugas)
    work(house)
    item = Butir(house.new_id(), berkas.id, 1, "Rekapitulasi contoh", UNIT, hasil)
    with house.ledger.begin() as tx:
        tx.add(item)
        tx.note(Catatan(INSTANSI, MESIN, "butir_ditambah", SENIN, berkas.id))

    with pytest.raises(
        AdaYangTerbuka, match=r"'Rekapitulasi contoh'.*Surat pemberitahuan tertulis"
    ):
        submit(house, one.id, petugas)

    with house.ledger.begin() as tx:
        tx.save(item, replace(item, hasil="dikecualikan"))
        tx.note(Catatan(INSTANSI, MESIN, "butir_diubah", SENIN, berkas.id))
    submit(house, one.id, petugas)
