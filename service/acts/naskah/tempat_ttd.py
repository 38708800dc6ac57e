"""The places for signatures of a paper, as the ledger has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.lihat.berkas import peran_in
from service.acts.lihat.naskah_terbaca import need_readable
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.lihat import naskah_for
from service.domain import tempat_ttd as t
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.naskah import DIKIRIM, BukanSaatnya, Naskah
from service.domain.refusals import Overtaken, TidakBerwenang
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.domain.tolakan_ttd import BukanTempatAnda
from service.domain.wewenang import PERAN, Hadir
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class DiTangan:
    """A paper in the hands of one who signs it or will not: as they saw it, at their place."""

    naskah: Naskah
    berkas: Berkas
    kind: Pasangan
    semua: tuple[TempatTtd, ...]
    tempat: TempatTtd

    def with_place(self, now: TempatTtd) -> DiTangan:
        """The same, with the place as it has become."""
        every = tuple(now if one.id == now.id else one for one in self.semua)
        return replace(self, semua=every, tempat=now)


def in_hand(
    house: House, tx: Tx, oleh: Hadir, naskah_id: str, versi: int, tempat_id: str
) -> DiTangan:
    """The paper at this person's place, or why it is not theirs to sign here."""
    naskah, berkas = naskah_for(tx, oleh, naskah_id)
    if naskah.versi != versi:
        raise Overtaken("naskah", naskah.id)
    if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
        raise BerkasTertutup(berkas.keadaan)
    if naskah.keadaan != DIKIRIM:
        raise BukanSaatnya(naskah.keadaan, DIKIRIM)
    kind = declared_for(house, tx, naskah)
    need_readable(tx, oleh, naskah, berkas, kind)
    every = places(tx, naskah)
    mine = next((one for one in every if one.id == tempat_id), None)
    if mine is None or mine.jalan != t.ELEKTRONIK:
        raise BukanTempatAnda
    if mine.peran not in peran_in(oleh, berkas):
        raise TidakBerwenang(
            f"Tempat ini untuk tanda tangan {PERAN.get(mine.peran, mine.peran)}. Belum ada yang "
            "ditandatangani."
        )
    return DiTangan(naskah, berkas, kind, tuple(every), mine)


def need_turn(one: DiTangan, now: datetime) -> None:
    """Nothing, where this place may be signed at this moment."""
    first = next(iter(t.turn(one.semua, one.kind.urutan)), one.tempat)
    t.need_turn(one.semua, one.kind.urutan, one.tempat, PERAN.get(first.peran, first.peran), now)


def places(reading: Reading, naskah: Naskah) -> list[TempatTtd]:
    """Those of the present time, in order; none for a paper approved before there were any."""
    return t.of_turn(reading.find(TempatTtd, naskah=naskah.id), naskah.ajuan)


def lapse(tx: Tx, naskah: Naskah, now: datetime) -> dict[str, str]:
    """Nobody need sign it any more; what was signed stays said, and how many of them there are."""
    every = places(tx, naskah)
    for one in t.recalled(every, now):
        tx.save(one, t.lapsed(one))
    signed = sum(one.keadaan == t.DITANDATANGANI for one in every)
    return {"tanda_tangan_gugur": str(signed)} if signed else {}
