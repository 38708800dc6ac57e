"""Terms that rest on what another line of a register says, counted anew once that says more."""

from __future__ import annotations

from service.acts.baris.keberatan_waktu import filed
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.domain import keberatan_waktu as waktu
from service.domain import sengketa as d
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa
from service.ports import House, Tx


def objections(house: House, tx: Tx, before: Permohonan, after: Permohonan) -> None:
    """Objections to a request count from what its answer says; a day an officer wrote stays."""
    for one in tx.find(Keberatan, permohonan=after.id):
        if one.ditemukan != waktu.found_on(waktu.grounds(one.alasan, before)):
            continue
        found = waktu.found_on(waktu.grounds(one.alasan, after))
        _saved(house, tx, one, filed(house, tx, one, found))


def disputes(house: House, tx: Tx, about: Keberatan) -> None:
    """Disputes about an objection count from when the objector had its answer."""
    for one in tx.find(Sengketa, keberatan=about.id):
        days = kalender(house, tx, one.instansi, one.unit)
        _saved(house, tx, one, d.dated(one, about, agency(house.packs, one.instansi), days))


def _saved(house: House, tx: Tx, before: Keberatan | Sengketa, after: Keberatan | Sengketa) -> None:
    if after == before:
        return
    tx.save(before, after)
    told = {"dari": str(before.batas or ""), "ke": str(after.batas or "")}
    now = house.clock.now()
    tx.note(Catatan(before.instansi, MESIN, "tenggat_dihitung", now, before.id, told))
