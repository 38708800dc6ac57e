"""Opened before its term: one person decides on the decree, and another one agrees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.acts.dikecualikan.keputusan import completed, decree, item_for, proofs
from service.acts.dikecualikan.simpan import moved
from service.acts.informasi.baca import APA, acting, held, informasi_for
from service.acts.orang import izin
from service.acts.orang.hadir import day
from service.domain.alasan import Alasan
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi import jalan_dik, pembukaan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, TERBUKA, TidakDapatBeralih
from service.domain.informasi.pembukaan import MENUNGGU, Pembukaan, SudahDiminta
from service.domain.informasi.pengujian import Pengujian, applied
from service.domain.informasi.riwayat import Oleh, need_reason
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.uji import TERBUKA as UJI_TERBUKA
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class BelumAdaHasil(Refusal):
    """A decree opens it only where its new test found it open."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Belum ada pengujian baru yang menyatakan informasi ini terbuka dengan surat "
            "keputusan yang sudah ditandatangani. Ujilah dahulu. Tidak ada yang diubah."
        )


def decide(
    house: House,
    oleh: Hadir,
    asked: str,
    id_: str,
    versi: int,
    alasan: str,
    kertas: tuple[str, date | None] = ("", None),
) -> Pembukaan:
    """The decision of the first person, by the id of their form; nothing opens by it alone.

    `kertas`: number and day of a decree that was laid down on paper.
    """
    if not is_id(asked):
        raise Refusal("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")
    with house.ledger.begin() as tx:
        for same in tx.find(Pembukaan, id=asked, informasi=id_):
            informasi_for(tx, oleh, id_)
            return same
        before = held(tx, oleh, id_, versi)
        izin.need(tx, oleh, Act.DECLASSIFY, izin.Tempat(before.instansi, before.unit))
        if before.keadaan not in BERLAKU_KECUALI:
            raise TidakDapatBeralih(before.keadaan, TERBUKA)
        by = acting(house, oleh, alasan)
        need_reason(by)
        if tx.find(Pembukaan, informasi=before.id, keadaan=MENUNGGU):
            raise SudahDiminta
        test = _found_open(tx, oleh, before)
        _, berkas = item_for(tx, oleh, test.id)
        today = day(tx, before.instansi, by.pada)
        sk = completed(decree(tx, berkas), *kertas, today)
        reason = izin.written(house, tx, before.instansi, before.id, by.alasan)
        place = (before.id, before.instansi, before.unit)
        one = Pembukaan(asked, *place, test.id, by.siapa, by.pada, reason, sk)
        tx.add(one)
        told = {"alasan": reason, "butir": test.id}
        at = (before.instansi, by.siapa, "informasi_pembukaan_diminta", by.pada, before.id)
        tx.note(Catatan(*at, told))
    return one


def agree(house: House, oleh: Hadir, asked: str, versi: int) -> Informasi:
    """The second person agrees, and it is open; both are named in its history."""
    with house.ledger.begin() as tx:
        one = waiting_one(tx, oleh, asked, versi)
        place = izin.Tempat(one.instansi, one.unit, (one.oleh,))
        izin.need(tx, oleh, Act.DECLASSIFY, place)
        before = informasi_for(tx, oleh, one.informasi)
        test = _found_open(tx, oleh, before)
        now = house.clock.now()
        tx.save(one, pembukaan.agreed(one, oleh.orang.id, now))
        words = tx.get(Alasan, one.alasan).kata
        by = Oleh(one.oleh, now, words, one.sk)
        tx.note(
            Catatan(one.instansi, oleh.orang.id, "informasi_pembukaan_disetujui", now, before.id)
        )
        tx.save(test, applied(test, UJI_TERBUKA, now))
        done = jalan_dik.open_by_decision(before, by, oleh.orang.id)
        return moved(house, tx, before, done, "informasi_dibuka")


def decline(house: House, oleh: Hadir, asked: str, versi: int, alasan: str) -> Pembukaan:
    """It stays withheld, and the reason is kept."""
    with house.ledger.begin() as tx:
        one = waiting_one(tx, oleh, asked, versi)
        izin.need(tx, oleh, Act.DECLASSIFY, izin.Tempat(one.instansi, one.unit))
        by = acting(house, oleh, alasan)
        need_reason(by)
        reason = izin.written(house, tx, one.instansi, one.informasi, by.alasan)
        after = pembukaan.declined(one, by.siapa, by.pada, reason)
        tx.save(one, after)
        at = (one.instansi, by.siapa, "informasi_pembukaan_ditolak", by.pada, one.informasi)
        tx.note(Catatan(*at, {"alasan": reason}))
    return replace(after, versi=one.versi + 1)


def waiting_one(reading: Reading, oleh: Hadir, asked: str, versi: int) -> Pembukaan:
    """A decision that is there for who may see its piece, as they saw it."""
    found = reading.find(Pembukaan, id=asked) if is_id(asked) else []
    if not found:
        raise TidakAda("Permintaan itu")
    informasi_for(reading, oleh, found[0].informasi)
    if found[0].versi != versi:
        raise Overtaken("pembukaan", asked)
    return found[0]


def piece_of(house: House, oleh: Hadir, asked: str) -> str:
    """The id of the piece that a decision is about, for who may see it."""
    with house.ledger.read() as reading:
        found = reading.find(Pembukaan, id=asked) if is_id(asked) else []
        if not found:
            raise TidakAda(APA)
        return informasi_for(reading, oleh, found[0].informasi).id


def waiting(house: House, oleh: Hadir) -> list[Pembukaan]:
    """The decisions that this person may answer; their own are not among them."""
    found = list[Pembukaan]()
    with house.ledger.read() as reading:
        for instansi in oleh.instansi:
            found += [
                one
                for one in reading.find(Pembukaan, instansi=instansi, keadaan=MENUNGGU)
                if one.oleh != oleh.orang.id
                and oleh.may(Act.DECLASSIFY, one.instansi, one.unit)
                and oleh.may(Act.SECRET, one.instansi, one.unit)
            ]
    return sorted(found, key=lambda one: (one.pada, one.id))


def waiting_pieces(house: House, oleh: Hadir) -> list[tuple[Pembukaan, Informasi]]:
    """The same, each with its piece."""
    found = waiting(house, oleh)
    with house.ledger.read() as reading:
        ids = sorted({one.informasi for one in found})
        pieces = {one.id: one for one in reading.find(Informasi, id=ids)} if ids else {}
    return [(one, pieces[one.informasi]) for one in found]


def _found_open(tx: Tx, oleh: Hadir, one: Informasi) -> Pengujian:
    """Its test that is not applied yet, found it open, and whose decree is signed."""
    for test in tx.find(Pengujian, informasi=one.id):
        if test.diterapkan is None:
            item, berkas = item_for(tx, oleh, test.id)
            good = not item.dicabut and item.hasil == UJI_TERBUKA and proofs(tx, berkas).sk
            if good:
                return test
    raise BelumAdaHasil
