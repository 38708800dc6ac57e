"""The draft of a pair: one for each kind of an agency, until it is in force or thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from service.acts.orang import kedua as orang_kedua
from service.acts.orang.kedua import waiting
from service.domain.catatan import Catatan
from service.domain.pasangan_versi import (
    DIBUANG,
    KONSEP,
    SIAP,
    PasanganKonsep,
    declared,
    is_ready,
    taken_back,
)
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class KonsepTemplatSelesai(Refusal):
    """The draft was put in force or thrown away; it is written no more."""

    status = 409

    def __init__(self, konsep: PasanganKonsep) -> None:
        how = "dibuang" if konsep.keadaan == DIBUANG else "diberlakukan"
        super().__init__(
            f"Konsep templat ini sudah {how}, jadi tidak dapat diubah lagi. Tidak ada yang "
            "berubah. Unggah filenya sekali lagi untuk membuat konsep baru."
        )


class KonsepTemplatBerubah(Overtaken):
    """Somebody else sent other files, or called it ready or not, since this person looked."""

    def __init__(self, oleh: str) -> None:
        super().__init__("pasangan_konsep")
        self.args = (
            f"Konsep templat ini sudah diubah {oleh} sejak Anda membukanya. Tidak ada yang Anda "
            "ubah. Muat ulang halaman ini, lihat yang kini tersimpan, lalu putuskan.",
        )


class BelumTercetak(Refusal):
    """Nobody could look at it yet."""

    def __init__(self, galat: str) -> None:
        super().__init__(
            f"Contoh cetakan konsep ini tidak dapat dibuat: {galat} Tidak ada yang berubah. "
            "Betulkan filenya, lalu unggah lagi."
            if galat
            else "Contoh cetakan konsep ini belum jadi, jadi belum dapat dilanjutkan. Tunggu "
            "sebentar lalu muat ulang halaman ini."
        )


class BukanPenyusun(Refusal):
    """Only those who wrote a draft know whether it is finished."""

    def __init__(self) -> None:
        super().__init__(
            "Yang menyatakan konsep templat siap, atau menariknya, adalah orang yang ikut "
            "menyusunnya. Tidak ada yang berubah. Mintalah salah seorang penyusunnya."
        )


def draft_of(reading: Reading, instansi: str, jenis: str) -> PasanganKonsep | None:
    """The draft that is being written; None where there is none."""
    return next(
        iter(reading.find(PasanganKonsep, instansi=instansi, jenis=jenis, keadaan=KONSEP)), None
    )


def draft_in(reading: Reading, oleh: Hadir, konsep_id: str) -> PasanganKonsep:
    """The draft, or TidakAda where this person writes no templates of its agency."""
    found = reading.find(PasanganKonsep, id=konsep_id)
    if not found or not oleh.may(Act.PASANGAN, found[0].instansi):
        raise TidakAda("Konsep templat itu")
    return found[0]


def declare(house: House, oleh: Hadir, konsep_id: str, versi: int) -> PasanganKonsep:
    """Ready as this person saw it; who can put it in force is called from now on."""

    def said(before: PasanganKonsep) -> PasanganKonsep:
        if is_ready(before):
            return before
        seen_as(house, before, versi)
        if not before.tercetak:
            raise BelumTercetak(before.galat)
        return declared(before, oleh.orang.id, house.clock.now())

    return _said(house, oleh, konsep_id, said, "pasangan_konsep_siap", balik=False)


def take_back(house: House, oleh: Hadir, konsep_id: str) -> PasanganKonsep:
    """Ready no more; whom it calls may give it back to its writers, too."""

    def said(before: PasanganKonsep) -> PasanganKonsep:
        return taken_back(before) if is_ready(before) else before

    return _said(house, oleh, konsep_id, said, "pasangan_konsep_tidak_siap", balik=True)


def _said(
    house: House,
    oleh: Hadir,
    konsep_id: str,
    said: Callable[[PasanganKonsep], PasanganKonsep],
    perbuatan: str,
    *,
    balik: bool,
) -> PasanganKonsep:
    with house.ledger.begin() as tx:
        before = held(tx, oleh, konsep_id)
        if before.keadaan != KONSEP:
            raise KonsepTemplatSelesai(before)
        second = balik and oleh.may(Act.PASANGAN_USE, before.instansi)
        if oleh.orang.id not in before.penyiap and not second:
            raise BukanPenyusun
        after = said(before)
        if after != before:
            tx.save(before, after)
            now = house.clock.now()
            tx.note(Catatan(before.instansi, oleh.orang.id, perbuatan, now, before.id))
    return after


def discard(house: House, oleh: Hadir, konsep_id: str, versi: int) -> None:
    """The draft is written no more; what it was stays in the journal."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, konsep_id)
        if before.keadaan == DIBUANG:
            return
        if before.keadaan != KONSEP:
            raise KonsepTemplatSelesai(before)
        seen_as(house, before, versi)
        tx.save(before, replace(before, keadaan=DIBUANG))
        now, siapa = house.clock.now(), oleh.orang.id
        tx.note(Catatan(before.instansi, siapa, "pasangan_konsep_dibuang", now, before.id))


def held(tx: Tx, oleh: Hadir, konsep_id: str) -> PasanganKonsep:
    """The draft, while nobody else changes a pair of its agency."""
    tx.hold_pairs(draft_in(tx, oleh, konsep_id).instansi)
    return draft_in(tx, oleh, konsep_id)


def seen_as(house: House, konsep: PasanganKonsep, versi: int) -> None:
    """Nothing, where the draft still is as somebody saw it; else KonsepTemplatBerubah."""
    if konsep.versi != versi:
        who = house.lists.nama_orang([konsep.diubah_oleh]).get(konsep.diubah_oleh, "orang lain")
        raise KonsepTemplatBerubah(who)


def who_can_use(house: House, reading: Reading, konsep: PasanganKonsep) -> list[Hadir]:
    """Those who can put it in force as the second person, by name."""
    return orang_kedua.who_can_use(
        house, reading, Act.PASANGAN_USE, konsep.instansi, konsep.penyiap
    )


def ready_for(house: House, oleh: Hadir) -> list[PasanganKonsep]:
    """The drafts that wait for this person to put them in force, the longest first."""
    mine = [kode for kode in oleh.instansi if oleh.may(Act.PASANGAN_USE, kode)]
    if not mine:
        return []
    with house.ledger.read() as reading:
        found = reading.find(PasanganKonsep, instansi=mine, keadaan=KONSEP, siap=SIAP)
    return waiting(oleh, found)
