"""Bind what a person asked for, out of what that person may read now."""

from __future__ import annotations

from service.acts.jilid.kumpul import bound
from service.acts.jilid.minta import isi_of
from service.acts.orang.hadir import present
from service.acts.simpan.keep import Kept, hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier import jilidan
from service.domain.dossier.jilidan import Jilidan
from service.domain.orang import Orang
from service.domain.refusals import Refusal
from service.ports import House


def run(house: House, jilidan_id: str) -> None:
    """Once; what cannot be bound says why to who asked."""
    with house.ledger.read() as reading:
        before = reading.get(Jilidan, jilidan_id)
        if not before.menunggu:
            return
    try:
        after = _bind(house, before)
    except Refusal as refusal:
        _settled(house, before, jilidan.failed(before, str(refusal)))
    else:
        _settled(house, before, after)


def _bind(house: House, before: Jilidan) -> Jilidan:
    now = house.clock.now()
    with house.ledger.read() as reading:
        oleh = present(reading, reading.get(Orang, before.oleh), now)
        isi = isi_of(house, reading, oleh, before)
    with house.room() as room:
        path, many = bound(house, room, isi)
        kept = keep(house, path)
    return jilidan.bound(before, isi, kept.sha256, many, kept.ukuran)


def _settled(house: House, before: Jilidan, after: Jilidan) -> None:
    with house.ledger.begin() as tx:
        tx.save(before, after)
        if after.file:
            hold(tx, Kept(after.file, after.ukuran))
        told = {"jilidan": after.id, "sha256": after.file}
        verb = "jilid_selesai" if after.file else "jilid_gagal"
        now = house.clock.now()
        tx.note(Catatan(after.instansi, MESIN, verb, now, after.tentang, told))
