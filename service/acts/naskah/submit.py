"""Put a naskah forward, initial it in order, send it back to be corrected."""

from __future__ import annotations

from dataclasses import replace

from service.acts.baris.pendaftaran import today
from service.acts.edisi import naskah as edisi_naskah
from service.acts.lihat.berkas import peran_in
from service.acts.lihat.naskah_terbaca import need_readable
from service.acts.naskah.fill import pasangan
from service.acts.naskah.lihat import Dipegang, held, places
from service.acts.naskah.tempat_ttd import lapse
from service.acts.naskah.tolak import need_all_named, need_all_refused
from service.acts.orang import izin
from service.domain import paper, paraf
from service.domain.catatan import Catatan
from service.domain.naskah import DIAJUKAN, BukanSaatnya, Naskah, put_forward, sent_back
from service.domain.paraf import BukanGiliranParaf, Paraf
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.wewenang import PERAN, Act, Hadir
from service.ports import House, Tx


def submit(house: House, naskah_id: str, oleh: Hadir, versi: int = 0) -> Naskah:
    """Nobody writes it from now on; its initials are asked for, in the order of its kind."""
    ready = edisi_naskah.prepared(house, naskah_id)
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.SUBMIT, dua=False)
        kind = pasangan(house, one.naskah.instansi, one.naskah.jenis)
        need_readable(tx, oleh, one.naskah, one.berkas, kind)
        paper.complete(kind, one.naskah.isian)
        hari = one.naskah.tanggal or today(house, one.naskah.instansi, one.berkas.unit)
        paper.in_time(kind, one.naskah.isian, hari)
        need_all_refused(tx, one.berkas, kind, hari)
        need_all_named(tx, one.berkas, kind, one.naskah)
        after = put_forward(one.naskah)
        tx.save(one.naskah, after)
        edisi_naskah.freeze(house, tx, after, one.izin.siapa, ready)
        for urut, peran in enumerate(kind.paraf, 1):
            tx.add(Paraf(house.new_id(), after.id, after.ajuan, urut, peran))
        _note(house, tx, one, "naskah_diajukan", {"ajuan": str(after.ajuan)})
    return replace(after, versi=one.naskah.versi + 1)


def initial(house: House, naskah_id: str, oleh: Hadir, versi: int, alasan: str = "") -> Paraf:
    """The next place for initials is filled; another than wrote it, where the office asks."""
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.COMPLETE, dua=True, alasan=alasan)
        if one.naskah.keadaan != DIAJUKAN:
            raise BukanSaatnya(one.naskah.keadaan, DIAJUKAN)
        left = paraf.waiting(places(tx, one.naskah), one.naskah.ajuan)
        if not left:
            raise Refusal("Semua paraf naskah ini sudah ada; naskahnya menunggu disetujui.")
        if left[0].peran not in peran_in(oleh, one.berkas):
            raise BukanGiliranParaf(PERAN.get(left[0].peran, left[0].peran))
        after = paraf.initialled(left[0], one.izin.siapa, house.clock.now())
        tx.save(left[0], after)
        # So that whoever looked at it before these initials looks again.
        tx.save(one.naskah, one.naskah)
        _note(house, tx, one, "naskah_diparaf", {"peran": after.peran})
    return after


def send_back(house: House, naskah_id: str, oleh: Hadir, versi: int, alasan: str) -> Naskah:
    """To be corrected, with the reason; what number and date it has stay with it."""
    kata = alasan.strip()
    if not kata:
        raise Refusal("Tulis apa yang harus diperbaiki. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.COMPLETE, dua=False)
        left = paraf.waiting(places(tx, one.naskah), one.naskah.ajuan)
        may = oleh.may(Act.APPROVE, one.naskah.instansi, one.berkas.unit)
        here = one.naskah.keadaan == DIAJUKAN and bool(left)
        if not may and not (here and left[0].peran in peran_in(oleh, one.berkas)):
            raise TidakBerwenang(
                "Naskah ini dikembalikan oleh yang menyetujui atau yang sedang memarafnya. Tidak "
                "ada yang diubah."
            )
        after = sent_back(one.naskah)
        tx.save(one.naskah, after)
        edisi_naskah.thaw(tx, after)
        if not after.resep:
            tx.plan("draft", after.id)
            tx.plan("collect", after.id)  # it does not lie with its signer any more
        reason = izin.written(house, tx, after.instansi, after.id, kata)
        now = house.clock.now()
        for n, place in enumerate(left):
            own = n == 0 and place.peran in peran_in(oleh, one.berkas)
            no = paraf.declined(place, one.izin.siapa, now, reason) if own else None
            tx.save(place, no or paraf.lapsed(place))
        gone = lapse(tx, one.naskah, now)
        tx.plan("papan", after.id)
        told = {"dari": one.naskah.keadaan, "alasan": reason, **gone}
        _note(house, tx, one, "naskah_dikembalikan", told)
    return replace(after, versi=one.naskah.versi + 1)


def _note(house: House, tx: Tx, one: Dipegang, apa: str, told: dict[str, str]) -> None:
    who = one.izin
    told = told | ({"pemegang": who.pemegang} if who.pemegang else {})
    if kata := izin.written(house, tx, one.naskah.instansi, one.naskah.id, who.alasan):
        told |= {"seorang": kata}
    tx.note(Catatan(one.naskah.instansi, who.siapa, apa, house.clock.now(), one.naskah.id, told))
