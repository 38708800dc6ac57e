"""A draft that is ready to be put in force: its writers say so, and who can do it is called."""

from __future__ import annotations

from collections.abc import Callable

from service.acts.orang import kedua as orang_kedua
from service.acts.orang.kedua import waiting
from service.acts.simpan.receive import TRIES
from service.acts.sop.konsep import KonsepSelesai, draft_in
from service.acts.sop.pakai import KonsepBelumBenar, usable
from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.konsep import KONSEP, SIAP, SopKonsep
from service.domain.sop.konsep_siap import declared, is_ready, taken_back
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class BukanPenulis(Refusal):
    """Only those who wrote a draft know whether it is finished."""

    def __init__(self) -> None:
        super().__init__(
            "Yang menyatakan konsep siap, atau menariknya, adalah orang yang ikut menulisnya. "
            "Tidak ada yang berubah. Mintalah salah seorang penulisnya."
        )


class KonsepBelumSiap(Refusal):
    """A draft with faults calls nobody; all of them, to be mended."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(
            f"Konsep ini belum dapat dinyatakan siap karena masih ada {len(faults)} kesalahan. "
            "Tidak ada yang berubah. Betulkan dahulu, lalu nyatakan siap."
        )
        self.faults = (str(self), *faults)


class KonsepBerubah(Overtaken):
    """Ready is what somebody has seen; this they have not."""

    def __init__(self) -> None:
        super().__init__("sop_konsep")
        self.args = (
            "Isi atau kesiapan konsep ini berubah sejak Anda membukanya, jadi belum dinyatakan "
            "siap. Tidak ada yang berubah. Lihat isinya sekarang di bawah ini, lalu nyatakan "
            "sekali lagi.",
        )


def declare(house: House, oleh: Hadir, konsep_id: str, versi: int) -> SopKonsep:
    """Ready as this person saw it; who can put it in force is called from now on."""

    def said(tx: Tx, before: SopKonsep) -> SopKonsep:
        if is_ready(before):
            return before
        if before.versi != versi:
            raise KonsepBerubah
        try:
            usable(tx, house.packs.still(), before)
        except KonsepBelumBenar as no:
            raise KonsepBelumSiap(no.faults[1:]) from no
        return declared(before, oleh.orang.id, house.clock.now())

    return _kept(house, oleh, konsep_id, said, "sop_konsep_siap")


def take_back(house: House, oleh: Hadir, konsep_id: str) -> SopKonsep:
    """Ready no more; nobody is called. Whom it calls may give it back to its writers, too."""

    def said(_: Tx, before: SopKonsep) -> SopKonsep:
        return taken_back(before) if is_ready(before) else before

    return _kept(house, oleh, konsep_id, said, "sop_konsep_tidak_siap", gives_back=True)


def _kept(
    house: House,
    oleh: Hadir,
    konsep_id: str,
    said: Callable[[Tx, SopKonsep], SopKonsep],
    perbuatan: str,
    *,
    gives_back: bool = False,
) -> SopKonsep:
    for _ in range(TRIES):
        try:
            with house.ledger.begin() as tx:
                before = draft_in(tx, oleh, konsep_id)
                if before.keadaan != KONSEP:
                    raise KonsepSelesai(before)
                second = gives_back and oleh.may(Act.SOP_USE, before.instansi)
                if oleh.orang.id not in before.penyiap and not second:
                    raise BukanPenulis
                after = said(tx, before)
                if after != before:
                    tx.save(before, after)
                    now, siapa = house.clock.now(), oleh.orang.id
                    tx.note(Catatan(before.instansi, siapa, perbuatan, now, before.id))
            return after
        except KonsepBerubah:
            raise
        except Overtaken:  # said twice, or written on, at this very moment
            continue
    raise Overtaken("sop_konsep", konsep_id)


def who_can_use(house: House, reading: Reading, konsep: SopKonsep) -> list[Hadir]:
    """Those who can put it in force as the second person, by name."""
    return orang_kedua.who_can_use(house, reading, Act.SOP_USE, konsep.instansi, konsep.penyiap)


def ready_for(house: House, oleh: Hadir) -> list[SopKonsep]:
    """The drafts that wait for this person to put them in force, the longest first."""
    mine = [kode for kode in oleh.instansi if oleh.may(Act.SOP_USE, kode)]
    if not mine:
        return []
    with house.ledger.read() as reading:
        found = reading.find(SopKonsep, instansi=mine, keadaan=KONSEP, siap=SIAP)
    return waiting(oleh, found)
