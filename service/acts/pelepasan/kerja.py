"""What the machine does for a file on its way out: look at it, and make its copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from service.acts.gerbang import periksa, salin
from service.acts.simpan.keep import Kept, hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang import keluar, lembar_bukti
from service.domain.gerbang.keluar import FileKeluar
from service.domain.refusals import Refusal
from service.ports import House

TANPA_BUKTI: Mapping[str, str] = MappingProxyType({})


def look(house: House, before: FileKeluar) -> None:
    """The file is looked at, and what was found kept."""
    with house.room() as room:
        path = house.store.fetch(before.asal, room / "asal")
        found = periksa.hits(house, path, before.nama)
    after = keluar.looked_at(before, found)
    _kept(house, before, after, "file_selesai_diperiksa")


def make(house: House, before: FileKeluar) -> None:
    """The copy that a person asked for, or why there is none."""
    with house.room() as room:
        try:
            done = _made(house, before, room)
        except Refusal as why:
            _kept(house, before, keluar.not_made(before, str(why)), "file_salinan_gagal")
            return
        kept = keep(house, done.path)
    cara = keluar.HITAM if before.diminta == keluar.HITAM else done.cara
    result = (kept.sha256, kept.ukuran)
    after = keluar.made(before, result, cara, done.tembus, done.pesan)
    proof = lembar_bukti.told(before.tampak, before.kotak, done.bukti) if done.bukti else {}
    _kept(house, before, after, "file_disalin", kept, bukti=proof)


def _made(house: House, one: FileKeluar, room: Path) -> salin.Salinan:
    if one.diminta != keluar.HITAM:
        path = house.store.fetch(one.asal, room / "asal")
        return salin.copied(house, path, one.nama, one.mime, one.temuan, room)
    path = house.store.fetch(one.tampak, room / "asal")
    found = one.pemeriksaan.tembus
    return salin.blackened(house, path, one.nama, found, one.kotak, room / "hitam.pdf")


def _kept(
    house: House,
    before: FileKeluar,
    after: FileKeluar,
    perbuatan: str,
    *kept: Kept,
    bukti: Mapping[str, str] = TANPA_BUKTI,
) -> None:
    with house.ledger.begin() as tx:
        hold(tx, *kept)
        tx.save(before, replace(after, versi=before.versi))
        told = {"sha256": after.tampak, "temuan": str(len(after.pemeriksaan.tembus)), **bukti}
        now = house.clock.now()
        tx.note(Catatan(after.instansi, MESIN, perbuatan, now, after.informasi, told))
