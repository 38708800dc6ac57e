"""A suggestion of the public comes in: its kiriman, its nomor agenda, its line."""

from __future__ import annotations

from dataclasses import fields, replace

from service.acts.instansi.packs import agency
from service.acts.kiriman import agenda
from service.acts.register.permohonan import IsianKurang, Masukan
from service.acts.simpan.receive import Bawaan, Kedatangan, Slip, accept_all
from service.acts.sop.daftar import bahan_of, sops
from service.domain import isian_publik, kode_lacak, permohonan_teks
from service.domain.catatan import Catatan
from service.domain.kiriman import PENGANTAR, Kiriman, Surat
from service.domain.kiriman import PUBLIK as PINTU_PUBLIK
from service.domain.masukan import JENIS, IsianMasukan, MasukanPublik
from service.ports import House, Packs, Tx

JUDUL = "Masukan publik atas daftar informasi"


def asks(packs: Packs, instansi: str) -> bool:
    """Whether an SOP of an agency asks the public what its list lacks."""
    keys = {key for key, one in bahan_of(packs, instansi).items() if one.jenis == JENIS}
    return any(
        one.bahan in keys
        for sop in sops(packs, instansi).values()
        for row in sop.langkah
        for one in row.kelengkapan
    )


def register(house: House, came: Masukan) -> MasukanPublik:
    """The suggestion in the books, kept for good when this returns; the same for the same code."""
    if wrong := isian_publik.faults_masukan(came.isian):
        raise IsianKurang(wrong, "Masukan")
    instansi = agency(house.packs, came.instansi)

    def also(tx: Tx, kiriman: Kiriman) -> Kiriman:
        numbered = agenda.numbered(house, tx, replace(kiriman, diterima=came.diterima))
        one = replace(_line(house, came, kiriman.id), nomor_agenda=numbered.nomor_agenda)
        tx.add(one)
        told = {"kiriman": kiriman.id, "nomor_agenda": one.nomor_agenda}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, came.siapa, "masukan_diterima", now, one.id, told))
        tx.plan("lacak", one.id)
        return numbered

    with house.room() as room:
        sheet = room / "masukan.txt"
        zona = instansi.zona_of(came.unit)
        head = (JUDUL, instansi.nama, came.diterima, zona)
        sheet.write_text(permohonan_teks.sheet(*head, isian_publik.MASUKAN, came.isian))
        files = (Bawaan(sheet, sheet.name, PENGANTAR),)
        kiriman = accept_all(house, [Kedatangan(_slip(came), files, also)])[0]
    with house.ledger.read() as reading:
        return reading.find(MasukanPublik, kiriman=kiriman.id)[0]


def _slip(came: Masukan) -> Slip:
    return Slip(
        kode_lacak.id_for("kiriman", came.kode),
        came.instansi,
        came.unit,
        PINTU_PUBLIK,
        JUDUL,
        siapa=came.siapa,
        jenis=JENIS,
        surat=Surat(perihal=JUDUL),  # never the words of who wrote: this shows in lists
    )


def _line(house: House, came: Masukan, kiriman: str) -> MasukanPublik:
    known = {one.name for one in fields(IsianMasukan)}
    said = {name: value for name, value in came.isian.items() if name in known}
    return MasukanPublik(
        kode_lacak.id_for(JENIS, came.kode),
        kiriman,
        came.instansi,
        came.unit,
        kode_lacak.sidik(came.kode),
        came.diterima,
        IsianMasukan(**said, garam=house.new_id()),
    )
