"""Lay a copy and a letter where the unit that dropped a file sees it, as long as it needs them."""

from __future__ import annotations

from service.acts.kiriman.karantina import lay, place_of, take_away
from service.domain.akibat import ARTI, worst
from service.domain.karantina import TANPA_SALINAN, Perkara
from service.domain.kiriman import FOLDER, KARANTINA, MENUNGGU_PETUGAS, File, Kiriman
from service.domain.temuan import DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES
from service.ports import House


def run(house: House, kiriman_id: str) -> None:
    """The folder karantina of its unit says what the ledger says of this kiriman."""
    with house.ledger.read() as reading:
        kiriman = reading.get(Kiriman, kiriman_id)
        files = reading.find(File, kiriman=kiriman_id)
    if kiriman.pintu != FOLDER:
        return
    place = place_of(kiriman.instansi, kiriman.unit)
    if not _needs_somebody(kiriman):
        take_away(house, kiriman_id, place, {one.sha256 for one in files})
        return
    for file in _bad(files):
        _lay(house, kiriman, file, place)


def _needs_somebody(kiriman: Kiriman) -> bool:
    """Kept apart, or kept unread and not yet decided about."""
    unread = kiriman.akhir == DISIMPAN_SAJA and kiriman.keadaan == MENUNGGU_PETUGAS
    return kiriman.keadaan == KARANTINA or unread


def _bad(files: list[File]) -> list[File]:
    """The files that cannot be worked on; all of them where no single one is named."""
    brought = [one for one in files if not one.dari]
    return [one for one in brought if one.akhir in (TIDAK_DAPAT_DIPROSES, DISIMPAN_SAJA)] or brought


def _lay(house: House, kiriman: Kiriman, file: File, place: tuple[str, ...]) -> None:
    found = worst(file.temuan)
    kode = found.kode if found else kiriman.kode
    arti = ARTI.get(kode)
    perkara = Perkara(
        file.nama,
        kode,
        arti.label if arti else "Perlu tindakan",
        arti.kata if arti else kiriman.alasan,
        "/".join(("inbox", *place)),
        kiriman.id,
        "" if kiriman.rahasia else kiriman.nomor_agenda,
    )
    # What is withheld lies open in no folder, also where it was dropped openly.
    if kiriman.rahasia or TANPA_SALINAN & {kode, *(one.kode for one in file.temuan)}:
        lay(house, None, perkara, place)
        return
    with house.room() as room:
        lay(house, house.store.fetch(file.sha256, room / "file"), perkara, place)
