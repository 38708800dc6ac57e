"""Say what a kiriman is, by a first look at the bytes of its files."""

from __future__ import annotations

from dataclasses import replace

from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.kenali import Pengenalan, look
from service.domain.kiriman import (
    DIKENALI,
    DITERIMA,
    MENUNGGU_PETUGAS,
    File,
    Kiriman,
    identified,
)
from service.ports import House

TANPA_FOLDER = Pengenalan(
    MENUNGGU_PETUGAS,
    "File ini diletakkan di folder yang tidak dikenal. File tersimpan aman; agar didaftarkan, "
    "letakkan sekali lagi di folder unitnya, inbox/<instansi>/<unit>/.",
)


def run(house: House, kiriman_id: str) -> None:
    """From diterima to dikenali, menunggu_petugas or karantina."""
    with house.ledger.read() as reading:
        before = reading.get(Kiriman, kiriman_id)
        files = reading.find(File, kiriman=kiriman_id)
    if before.keadaan != DITERIMA:
        return
    seen = [replace(file, mime=_mime(house, file)) for file in files]
    verdict = look(seen) if before.instansi else TANPA_FOLDER
    with house.ledger.begin() as tx:
        tx.save(before, identified(before, verdict.keadaan, verdict.alasan))
        for file, after in zip(files, seen, strict=True):
            tx.save(file, after)
        tx.note(
            Catatan(
                before.instansi or RUMAH,
                MESIN,
                "kiriman_diperiksa",
                house.clock.now(),
                before.id,
                {"keadaan": verdict.keadaan},
            )
        )
        if verdict.keadaan == DIKENALI:
            tx.plan("register", before.id)


def _mime(house: House, file: File) -> str:
    with house.room() as room:
        return house.sniffer.mime(house.store.fetch(file.sha256, room / "file"))
