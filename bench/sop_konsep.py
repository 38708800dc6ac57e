"""A draft of an SOP for pages that are measured."""

from __future__ import annotations

from dataclasses import replace

from service.acts.orang import orang, peran
from service.acts.orang.hadir import operator, present
from service.acts.simpan.keep import hold, keep
from service.acts.sop.pakai import open_from
from service.domain.catatan import Catatan
from service.domain.orang import Orang
from service.domain.wewenang import Hadir
from service.house import RealHouse


def draft(house: RealHouse, kode: str, sop: str) -> dict[str, str]:
    """A draft of this SOP, with the file of a table: what it is called in addresses."""
    who = _writer(house, kode)
    konsep = open_from(house, who, kode, sop, house.new_id())
    with house.room() as room:
        path = room / "contoh.docx"
        path.write_bytes(b"Contoh tabel SOP")
        kept = keep(house, path)
    with house.ledger.begin() as tx:
        hold(tx, kept)
        tx.save(konsep, replace(konsep, file=kept.sha256, nama_file="contoh.docx"))
        now = house.clock.now()
        tx.note(Catatan(kode, who.orang.id, "sop_konsep_diubah", now, konsep.id))
    return {"konsep_id": konsep.id, "kunci": konsep.langkah[0].kunci, "bagian_sop": "kepala"}


def _writer(house: RealHouse, kode: str) -> Hadir:
    """Somebody who keeps the SOPs of the agency."""
    admin = operator(house)
    made, _ = orang.create(house, admin, kode, orang.Isian(house.new_id()[:12], "Contoh Penulis"))
    peran.give(house, admin, made.id, peran.Penugasan(kode, "", "ppid"))
    with house.ledger.read() as reading:
        return present(reading, reading.get(Orang, made.id), house.clock.now())
