"""A paper that says who asked is read by those with a part in requests, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah import submit
from service.acts.naskah.fill import fill, write
from service.acts.pasangan.pakai import lay
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import Naskah, drafted
from service.domain.pasangan_versi import PasanganTerbit, PasanganVersi
from service.domain.refusals import TidakBerwenang
from tests.acts.perkara import KODE, UJI, Perkantoran, perkantoran
from tests.acts.test_isian_permohonan import came, request
from tests.kantor import Kantor

SURAT, MASUKAN = "surat_contoh", "masukan_contoh"
PASANGAN = """
nama = "Surat contoh"
penandatangan = ["atasan_ppid"]
[[ruas]]
nama = "kepada"
label = "Kepada"
jenis = "teks"
asal = "berkas"
isi = "permohonan.pemohon"
wajib = false
contoh = "Contoh Pemohon"
[[ruas]]
nama = "tentang"
label = "Tentang"
jenis = "teks"
contoh = "Contoh"
"""


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = datetime(2026, 11, 23, 2, 14, tzinfo=UTC)
    room = kantor_dua.home / "paket" / "umum" / "naskah"
    room.mkdir(mode=0o755)
    room.chmod(0o755)
    asked = PASANGAN.replace("penandatangan", 'paraf = ["tim_pertimbangan"]\npenandatangan')
    for name, text in ((SURAT, PASANGAN), (MASUKAN, asked)):
        (room / f"{name}.toml").write_text(text)
        (room / f"{name}.toml").chmod(0o644)
    return perkantoran(kantor_dua, {"uji": UJI})


def konsep(dinas: Perkantoran, jenis: str = SURAT, peran: str = "petugas", **isian: str) -> Naskah:
    with dinas.kantor.ledger.read() as reading:
        there = reading.find(Berkas)
    berkas = there[0] if there else came(dinas, request())
    told = {"tentang": "Jawaban contoh", **isian}
    made = fill(dinas.kantor, berkas.id, jenis, told, dinas.oleh(peran))
    with dinas.kantor.ledger.begin() as tx:
        one = tx.get(Naskah, made.id)
        tx.save(one, drafted(one, "resep", "ab" * 32, "cd" * 32))
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", dinas.kantor.clock.now(), one.id))
    return one


def reads(dinas: Perkantoran, naskah: Naskah, peran: str) -> bool:
    found = naskah_baca.read(dinas.kantor, dinas.oleh(peran), naskah.id)
    assert bool(found.cetakan) == found.terbaca
    return found.terbaca


def test_a_letter_to_who_asked_is_read_by_those_who_work_on_requests(dinas: Perkantoran) -> None:
    surat = konsep(dinas)

    assert surat.isian["kepada"] == "Contoh Pemohon"
    for peran in ("petugas", "tim_sekretariat", "ppid", "atasan_ppid", "fasilitasi_sengketa"):
        assert reads(dinas, surat, peran), peran
    for peran in ("unit", "tim_pertimbangan"):
        assert not reads(dinas, surat, peran), peran


def test_who_initials_it_reads_what_is_initialled(dinas: Perkantoran) -> None:
    masukan = konsep(dinas, MASUKAN)

    assert reads(dinas, masukan, "tim_pertimbangan")
    assert not reads(dinas, masukan, "unit")


def test_without_a_name_it_is_a_paper_like_others_and_who_wrote_it_reads_it(
    dinas: Perkantoran,
) -> None:
    bare = konsep(dinas, peran="unit")
    named = konsep(dinas, peran="unit", kepada="Contoh Lain")

    assert bare.isian["kepada"] == ""
    for peran in ("unit", "tim_pertimbangan"):
        assert reads(dinas, bare, peran), peran
    assert reads(dinas, named, "unit")
    assert not reads(dinas, named, "tim_pertimbangan")


def test_who_may_not_read_it_does_not_write_it_or_put_it_forward(dinas: Perkantoran) -> None:
    surat, unit = konsep(dinas), dinas.oleh("unit")

    assert not naskah_baca.read(dinas.kantor, unit, surat.id).dapat_ditulis
    with pytest.raises(TidakBerwenang, match="menyebut siapa pemohonnya"):
        write(dinas.kantor, surat.id, unit, 0, {"tentang": "Lain"})
    with pytest.raises(TidakBerwenang, match="menyebut siapa pemohonnya"):
        submit.submit(dinas.kantor, surat.id, unit)


def test_a_template_that_asks_nobody_more_for_a_name_opens_no_name(dinas: Perkantoran) -> None:
    kantor, surat = dinas.kantor, konsep(dinas)
    with kantor.ledger.begin() as tx:
        one = tx.get(Naskah, surat.id)
        tx.add(PasanganVersi("v1", KODE, SURAT, PASANGAN, "ab" * 32, "umum"))
        tx.save(one, replace(one, pasangan="v1"))
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", kantor.clock.now(), one.id))
    typed = PASANGAN.replace('asal = "berkas"\nisi = "permohonan.pemohon"\n', "")
    kantor.clock.at += timedelta(hours=1)
    with kantor.ledger.begin() as tx:
        now = kantor.clock.now()
        made = PasanganTerbit("t1", KODE, SURAT, 1, "Surat", typed, "ab" * 32, now, "uji")
        tx.add(made)
        lay(tx, made)
        tx.note(Catatan(KODE, MESIN, "pasangan_dipakai", now, made.id))
    kantor.clock.at += timedelta(hours=1)
    later = konsep(dinas, kepada="Contoh Lain")

    def closed(one: Naskah) -> None:
        assert not reads(dinas, one, "unit")
        with pytest.raises(TidakBerwenang, match="menyebut siapa pemohonnya"):
            write(kantor, one.id, dinas.oleh("unit"), 0, {"tentang": "Lain"})

    closed(surat)
    with kantor.ledger.begin() as tx:  # printed anew with the later one
        one = tx.get(Naskah, surat.id)
        tx.add(PasanganVersi("v2", KODE, SURAT, typed, "ab" * 32, "instansi"))
        tx.save(one, replace(one, pasangan="v2"))
        tx.note(Catatan(KODE, MESIN, "naskah_dicetak", kantor.clock.now(), one.id))
    closed(surat)
    assert reads(dinas, later, "unit")


def test_who_only_began_it_does_not_learn_the_name_that_another_put_in(
    dinas: Perkantoran,
) -> None:
    begun = konsep(dinas, peran="unit")
    assert reads(dinas, begun, "unit")

    write(dinas.kantor, begun.id, dinas.oleh("petugas"), 0, {"kepada": "Contoh Pemohon"})

    assert not reads(dinas, begun, "unit")
    assert reads(dinas, begun, "petugas")
    typed = konsep(dinas, peran="unit")
    write(dinas.kantor, typed.id, dinas.oleh("unit"), 0, {"kepada": "Contoh Sendiri"})
    assert reads(dinas, typed, "unit"), "who typed a name reads what they typed"
