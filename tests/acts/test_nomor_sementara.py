"""A konsep may have its number before it is approved, and keeps it then."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from jobs import pesanan
from service.acts.naskah import nomor_sementara
from service.acts.naskah.acuan import in_force, remember
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.acts.naskah.nomor_sementara import BukanKonsep, BukanSementara, TanggalBelumTiba
from service.acts.naskah.submit import submit
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import Naskah, drafted
from service.domain.nomor import FINAL, SEMENTARA, Nomor
from service.domain.refusals import Overtaken
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, isian, open_house, person, rule


@pytest.fixture
def house(tmp_path: Path):
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        rule(one)
        yield one


def konsep(house, petugas) -> Naskah:
    """A konsep with its paper."""
    berkas = Berkas("b1", INSTANSI, UNIT, "Contoh", "", BERJALAN, house.clock.now())
    with house.ledger.begin() as tx:
        tx.add(berkas)
        tx.note(Catatan(INSTANSI, MESIN, "uji", house.clock.now()))
    naskah = fill(house, "b1", "sk_penetapan_dip", isian(), petugas)
    with house.room() as room:
        pair = in_force(house.packs, INSTANSI, naskah.jenis, room / "templat.docx")
        remember(house, pair)
    with house.ledger.begin() as tx:
        tx.save(naskah, drafted(naskah, "ab" * 32, "cd" * 32, "resep", pair.versi.id))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dicetak", house.clock.now(), naskah.id))
    return naskah


def test_a_konsep_keeps_its_provisional_number_once_it_is_approved(house):
    petugas = person(house, "contoh.satu", "petugas", "tim_sekretariat")
    ppid = person(house, "contoh.dua", "ppid", "atasan_ppid")
    naskah = konsep(house, petugas)

    held = nomor_sementara.provisional(house, petugas, naskah.id)
    again = nomor_sementara.provisional(house, petugas, naskah.id)
    submit(house, naskah.id, petugas)
    after = approve(house, naskah.id, ppid)

    assert (held.keadaan, again.id) == (SEMENTARA, held.id)
    assert after.nomor == held.nomor
    with house.ledger.read() as look:
        [one] = look.find(Nomor)
    assert (one.keadaan, one.tanggal, one.untuk) == (FINAL, after.tanggal, naskah.id)
    with pytest.raises(BukanKonsep):
        nomor_sementara.provisional(house, petugas, naskah.id)
    assert [one.sebut for one in house.audit.findings([]) if not one.utuh] == []


def test_what_is_settled_is_what_the_approval_gives_and_no_job_lets_go_of_it(house):
    petugas = person(house, "contoh.satu", "petugas", "tim_sekretariat")
    ppid = person(house, "contoh.dua", "ppid", "atasan_ppid")
    naskah = konsep(house, petugas)
    held = nomor_sementara.provisional(house, petugas, naskah.id)
    on = held.sampai - nomor_sementara.DISIMPAN

    with pytest.raises(TanggalBelumTiba):
        nomor_sementara.settle(house, petugas, held.id, held.versi, on + timedelta(days=2))
    with pytest.raises(Overtaken):
        nomor_sementara.settle(house, petugas, held.id, held.versi + 1, on)
    settled = nomor_sementara.settle(house, petugas, held.id, held.versi, on)
    pesanan.run(house, naskah.id)
    submit(house, naskah.id, petugas)
    after = approve(house, naskah.id, ppid)

    assert (settled.keadaan, settled.tanggal) == (FINAL, on)
    assert (after.nomor, after.tanggal) == (settled.nomor, on)
    with pytest.raises(BukanSementara):
        nomor_sementara.settle(house, petugas, held.id, settled.versi, on)
    with house.ledger.read() as look:
        assert [one.keadaan for one in look.find(Nomor)] == [FINAL]
    lines = house.lists.jurnal(INSTANSI, 999, 99)
    told = [one for one in lines if one.perbuatan == "nomor_ditetapkan"]
    assert [(one.siapa, one.tentang) for one in told] == [(petugas.orang.id, held.id)]
    assert [one.sebut for one in house.audit.findings([]) if not one.utuh] == []
