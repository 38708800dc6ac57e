"""A piece of information for who may see it; what is withheld is not there for anybody else."""

from __future__ import annotations

from dataclasses import replace

from service.acts.lihat.terlihat import reach
from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, DICABUT
from service.domain.informasi.kode import read_kode
from service.domain.informasi.riwayat import Beralih, Oleh, Riwayat
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx
from service.ports.informasi import SaringInformasi

APA = "Informasi itu"


def informasi_for(reading: Reading, oleh: Hadir, id_: str) -> Informasi:
    """The piece, or TidakAda where it is not, or where this person may not see it."""
    return seen(oleh, reading.find(Informasi, id=id_) if is_id(id_) else [])


def by_kode(house: House, oleh: Hadir, kode: str) -> Informasi:
    """The piece of a code that somebody typed; refuses a slip before anything is looked for."""
    with house.ledger.read() as reading:
        return seen(oleh, reading.find(Informasi, kode=read_kode(kode)))


def history(house: House, oleh: Hadir, id_: str) -> list[Riwayat]:
    """What was done to it, from its proposal on; for who may see the piece itself."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, id_)
        return sorted(reading.find(Riwayat, informasi=one.id), key=lambda line: line.urut)


def listed(
    house: House, oleh: Hadir, saring: SaringInformasi, after: str, atmost: int
) -> list[Informasi]:
    """The pieces that this person may see, by kode."""
    return house.informasi.by_kode(reach(house, oleh), saring, after, atmost)


def count(house: House, oleh: Hadir, saring: SaringInformasi, atmost: int) -> int:
    """How many of them there are, as far as this person may know."""
    return house.informasi.count(reach(house, oleh), saring, atmost)


def seen(oleh: Hadir, found: list[Informasi]) -> Informasi:
    """The one that was found, where this person may see it; else as if there were none."""
    if not found or not oleh.sees(
        found[0].instansi, found[0].unit, rahasia=found[0].terbatas_dilihat
    ):
        raise TidakAda(APA)
    return found[0]


def held(tx: Tx, oleh: Hadir, id_: str, versi: int) -> Informasi:
    """The piece as the person saw it, to be changed."""
    before = informasi_for(tx, oleh, id_)
    if before.versi != versi:
        raise Overtaken("informasi", id_)
    return before


def kept(house: House, tx: Tx, before: Informasi, done: Beralih, perbuatan: str) -> Informasi:
    """The piece as an act leaves it, its line of history, and the line of the journal."""
    line = reasoned(house, tx, before.instansi, done.riwayat)
    tx.save(before, done.informasi)
    tx.add(line)
    if _seen_outside(before) != _seen_outside(done.informasi):
        tx.plan("terbitkan", before.instansi)
    told = {"dari": line.dari, "ke": line.ke, "alasan": line.alasan}
    tx.note(
        Catatan(
            before.instansi,
            line.siapa,
            perbuatan,
            line.pada,
            before.id,
            {name: said for name, said in told.items() if said},
        )
    )
    return replace(done.informasi, versi=before.versi + 1)


def _seen_outside(one: Informasi) -> tuple[bool, bool, str]:
    """What the public reads of it: the line, that it was taken back, the safe words of the DIK."""
    back = one.keadaan == DICABUT and one.terbit_pada is not None
    safe = one.dik.ringkasan if one.keadaan in BERLAKU_KECUALI and one.dik.aman else ""
    return one.tampak, back, safe


def reasoned(house: House, tx: Tx, instansi: str, line: Riwayat) -> Riwayat:
    """The line with its reason in a row of its own, so that no journal quotes it."""
    return replace(line, alasan=izin.written(house, tx, instansi, line.informasi, line.alasan))


def acting(house: House, oleh: Hadir, alasan: str = "") -> Oleh:
    """Who acts, now."""
    return Oleh(oleh.orang.id, house.clock.now(), alasan)
