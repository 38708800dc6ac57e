"""What ends with an event: somebody asks now and then whether it came to pass."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.acts.informasi.baca import acting, informasi_for
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, DIKECUALIKAN, TidakDapatBeralih
from service.domain.informasi.riwayat import need_reason
from service.domain.informasi.tinjauan import Tinjauan
from service.domain.jangka import PERISTIWA
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

SEKALI = 400  # rows that one question asks for


def not_yet(house: House, oleh: Hadir, asked: str, id_: str, alasan: str) -> Tinjauan:
    """The event has not come to pass, says this person today; asked about again after a while."""
    if not is_id(asked):
        raise Refusal("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")
    with house.ledger.begin() as tx:
        one = informasi_for(tx, oleh, id_)
        izin.need(tx, oleh, Act.VERIFY, izin.Tempat(one.instansi, one.unit))
        for same in tx.find(Tinjauan, id=asked, informasi=id_):
            return same
        if one.keadaan not in BERLAKU_KECUALI or one.dik.jangka.jenis != PERISTIWA:
            raise TidakDapatBeralih(one.keadaan, DIKECUALIKAN)
        by = acting(house, oleh, alasan)
        need_reason(by)
        reason = izin.written(house, tx, one.instansi, one.id, by.alasan)
        on = day(tx, one.instansi, by.pada)
        look = Tinjauan(asked, one.id, one.instansi, on, by.siapa, by.pada, reason)
        tx.add(look)
        told = {"alasan": reason}
        tx.note(Catatan(one.instansi, by.siapa, "informasi_ditinjau", by.pada, one.id, told))
    return look


def last_looks(reading: Reading, some: Sequence[Informasi]) -> dict[str, date]:
    """The last day each of these was asked about."""
    ids = [one.id for one in some if one.dik.jangka.jenis == PERISTIWA]
    found = dict[str, date]()
    for n in range(0, len(ids), SEKALI):
        for look in reading.find(Tinjauan, informasi=ids[n : n + SEKALI]):
            found[look.informasi] = max(look.hari, found.get(look.informasi, look.hari))
    return found
