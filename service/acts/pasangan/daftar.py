"""Every kind of paper of an agency: where its pair comes from, since when, and who changed it."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.pasangan.klinik_buku import kinds
from service.acts.pasangan.riwayat import came_with, works_in
from service.domain import paper
from service.domain.paket import UMUM
from service.domain.pasangan_versi import BAWAAN, KONSEP, PasanganKonsep, PasanganTerbit
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Hadir
from service.ports import House, Packs

DIUBAH = "diubah"


@dataclass(frozen=True)
class BarisPasangan:
    """One kind of paper, its pair in force, and the draft that is being written."""

    jenis: str
    nama: str
    asal: str  # 'umum', the code of the agency, DIUBAH, or '' where it is not in force
    terbit: PasanganTerbit | None = None
    konsep: PasanganKonsep | None = None


def listed(house: House, oleh: Hadir, instansi: str) -> list[BarisPasangan]:
    """The kinds of an agency by name, those withdrawn and those not yet in force among them."""
    if not works_in(oleh, instansi):
        raise TidakAda("Templat instansi itu")
    packs = house.packs.still()
    with house.ledger.read() as reading:
        made = sorted(reading.find(PasanganTerbit, instansi=instansi), key=lambda one: one.urut)
        drafts = reading.find(PasanganKonsep, instansi=instansi, keadaan=KONSEP)
    last = {one.jenis: one for one in made}
    konsep = {one.jenis: one for one in drafts}
    every = {*kinds(packs, UMUM), *kinds(packs, instansi), *last, *konsep}
    found = [_row(packs, instansi, one, last.get(one), konsep.get(one)) for one in every]
    return sorted(found, key=lambda one: (one.nama.casefold(), one.jenis))


def _row(
    packs: Packs,
    instansi: str,
    jenis: str,
    terbit: PasanganTerbit | None,
    konsep: PasanganKonsep | None,
) -> BarisPasangan:
    if terbit and terbit.berlaku and terbit.dari != BAWAAN:
        return BarisPasangan(jenis, terbit.nama, DIUBAH, terbit, konsep)
    seed = came_with(packs, instansi, jenis)
    asal = seed.asal if seed else ""
    nama = (seed and _named(jenis, seed.teks)) or (terbit and terbit.nama) or ""
    nama = nama or (konsep.nama if konsep else "") or jenis.replace("_", " ").capitalize()
    return BarisPasangan(jenis, nama, asal, terbit, konsep)


def _named(jenis: str, teks: str) -> str:
    try:
        return paper.checked(jenis, teks, jenis).nama
    except Refusal:  # its author made faults; the clinic names them
        return ""
