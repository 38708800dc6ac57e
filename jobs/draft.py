"""Make the paper of a naskah: fill, convert, keep."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from service.acts.fill import pasangan
from service.acts.keep import Kept, hold, keep
from service.domain import paper
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DISETUJUI, KONSEP, Naskah, drafted
from service.ports import House


def run(house: House, naskah_id: str) -> None:
    """The paper as its resep asks; a paper that was approved goes on to the signer."""
    with house.ledger.read() as reading:
        before = reading.get(Naskah, naskah_id)
    if before.keadaan not in (KONSEP, DISETUJUI):
        return
    isian = paper.printed(pasangan(house, before.instansi, before.jenis), before)
    with house.room() as room:
        _, name = paper.names(before.jenis)
        template = house.packs.file(before.instansi, name, room / "templat.docx")
        resep = paper.resep(hashlib.sha256(template.read_bytes()).hexdigest(), isian)
        if resep == before.resep:
            return
        docx, pdf = _make(house, room, isian)
    _save(house, before, drafted(before, resep, docx.sha256, pdf.sha256), (docx, pdf))


def _make(house: House, room: Path, isian: dict[str, Any]) -> tuple[Kept, Kept]:
    docx = house.filler.fill(room / "templat.docx", isian, room / "naskah.docx")
    pdf = house.converter.pdf(docx, room / "naskah.pdf")
    return keep(house, docx), keep(house, pdf)


def _save(house: House, before: Naskah, after: Naskah, kept: tuple[Kept, ...]) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, after)
        hold(tx, *kept)
        tx.note(
            Catatan(
                before.instansi,
                MESIN,
                "naskah_dicetak",
                house.clock.now(),
                before.id,
                {"keadaan": before.keadaan, "pdf": after.pdf},
            )
        )
        if before.keadaan == DISETUJUI:
            tx.plan("send", before.id)
