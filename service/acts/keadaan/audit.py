"""Counts every promise of the house, and names what breaks it."""

from __future__ import annotations

from service.acts.sop.daftar import bahan_path, path_of
from service.domain.janji import Hitung, Temuan
from service.domain.paket import Paket, stored_text
from service.domain.pasangan_baca import names as names_of
from service.domain.pasangan_versi import BAWAAN, PasanganTerbit
from service.domain.sop.konsep import SopTerbit
from service.ports import House


def audit(house: House) -> list[Temuan]:
    """Every promise that applies, with what was found of it."""
    return [_files(house), *audit_rows(house)]


def audit_rows(house: House) -> list[Temuan]:
    """The same without reading any file through."""
    return [
        _strays(house),
        *house.audit.findings(house.heads.recorded()),
        _sops(house),
        _pairs(house),
        _open_side(house),
    ]


def _sops(house: House) -> Temuan:
    """What governs new berkas is the last version that somebody put in force."""
    count = Hitung("I12", "SOP yang diubah di halaman sama dengan versi terakhir yang berlaku.")
    with house.ledger.read() as reading:
        last = dict[tuple[str, str], SopTerbit]()
        for one in sorted(reading.find(SopTerbit), key=lambda one: one.urut):
            last[one.instansi, one.kode] = one
        held = {one.id: one.teks for one in reading.find(Paket)}
    for one in last.values():
        files = {path_of(one.kode): one.teks, bahan_path(one.kode): one.bahan}
        wrong = [x for x, text in files.items() if held.get(f"{one.instansi}/{x}", "") != text]
        count.look(f"{one.instansi}/{wrong[0]} bukan versi {one.urut}" if wrong else "")
    return count.temuan()


def _pairs(house: House) -> Temuan:
    """What papers are made with is the last version of a pair that somebody put in force."""
    count = Hitung("I12b", "Templat yang diubah di halaman sama dengan versi terakhirnya.")
    with house.ledger.read() as reading:
        last = dict[tuple[str, str], PasanganTerbit]()
        for one in sorted(reading.find(PasanganTerbit), key=lambda one: one.urut):
            last[one.instansi, one.jenis] = one
        held = {one.id: one.teks for one in reading.find(Paket)}
    for one in last.values():
        lies = one.berlaku and one.dari != BAWAAN
        files = (one.teks, stored_text(one.docx)) if lies else ("", "")
        names = [f"{one.instansi}/{name}" for name in names_of(one.jenis)]
        wrong = [x for x, text in zip(names, files, strict=True) if held.get(x, "") != text]
        count.look(f"{wrong[0]} bukan versi {one.urut}" if wrong else "")
    return count.temuan()


def _files(house: House) -> Temuan:
    """Each row has its file, whole."""
    count = Hitung("I2", "Setiap baris yang menyebut file menemukan file itu, utuh.")
    named = house.audit.named()
    held = house.audit.held()  # after: what comes in meanwhile is held before it is asked for
    for sha256, who in sorted(named.items()):
        wrong = house.store.verify(sha256) if sha256 in held else "tidak ada dalam daftar simpanan"
        count.look(f"{who}: file {sha256[:12]} {wrong}" if wrong else "")
    return count.temuan()


def _strays(house: House) -> Temuan:
    """Each file has its row."""
    count = Hitung("I2b", "Setiap file di penyimpanan punya barisnya.")
    found = list(house.store.names())  # before: a file has its row before it is put
    strange = set(found) - _known(house)
    if strange:  # a sweep may have been at work; what it took away is gone at a second look
        strange &= set(house.store.names()) - _known(house)
    for name in found:
        count.look(f"file {name[:12]} tidak punya baris" if name in strange else "")
    return count.temuan()


def _published(house: House) -> set[str]:
    return {house.store_publik.name_of(sha256) for sha256 in house.penerbit.files()}


def _known(house: House) -> set[str]:
    leaving = [sha256 for sha256, gone in house.audit.destroyed().items() if not gone]
    return {house.store.name_of(sha256) for sha256 in (*house.audit.held(), *leaving)}


def _open_side(house: House) -> Temuan:
    """Nothing lies on the open side that was not published."""
    count = Hitung("I7", "Sisi terbuka hanya berisi yang diumumkan.")
    found = list(house.store_publik.names())  # before: a file is named before it counts
    strange = set(found) - _published(house)
    if strange:  # what is being published meanwhile is named at a second look
        strange &= set(house.store_publik.names()) - _published(house)
    for name in found:
        wrong = f"file {name[:12]} ada di sisi terbuka tanpa pengumuman"
        count.look(wrong if name in strange else "")
    return count.temuan()
