"""Whether a decree that is out to be signed lists a line."""

from __future__ import annotations

from service.domain.edisi.diajukan import BarisDiajukan, awaits, verified_at
from service.domain.edisi.edisi import DIP, RANCANGAN, Edisi
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.riwayat import Riwayat
from service.ports import Reading, Tx


def awaits_decree(reading: Reading, one: Informasi) -> bool:
    """Whether its words are before the signers now."""
    if one.keadaan != TERVERIFIKASI:
        return False
    found = reading.find(Edisi, instansi=one.instansi, daftar=DIP, keadaan=RANCANGAN)
    drafts = [x for x in found if x.beku is not None]
    if not drafts:
        return False
    lines = reading.find(Riwayat, informasi=one.id, ke=TERVERIFIKASI)
    return awaits(verified_at(lines), drafts)


def need_loose(tx: Tx, one: Informasi) -> None:
    """Refuse to move such a line unseen; nobody puts the paper forward meanwhile."""
    if one.keadaan == TERVERIFIKASI:
        tx.hold_editions(one.instansi)
    if awaits_decree(tx, one):
        raise BarisDiajukan
