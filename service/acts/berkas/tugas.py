"""Take a step in hand, or give it to somebody who may do it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from service.acts.lihat.berkas import berkas_for, peran_in
from service.acts.lihat.dasar import entrusted, ground
from service.acts.orang import izin
from service.acts.orang.hadir import present
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas, need_open
from service.domain.catatan import Catatan
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.bentuk import Sop
from service.domain.sop.jejak import Jejak
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class BukanPenerima(Refusal):
    """Whoever is given a step must be one of its people."""

    def __init__(self, nama: str, sebutan: str) -> None:
        super().__init__(
            f"{nama} bukan {sebutan} di tempat ini, jadi langkah ini tidak dapat diserahkan "
            "kepadanya. Tidak ada yang diubah."
        )


def take(house: House, oleh: Hadir, berkas_id: str, versi: int) -> Berkas:
    """In hand from now on: what follows counts as touch, not as waiting."""
    return _handed(house, oleh, berkas_id, versi, "", "langkah_diambil")


def give(house: House, oleh: Hadir, berkas_id: str, versi: int, kepada: str) -> Berkas:
    """In somebody else's hand, who may do it."""
    return _handed(house, oleh, berkas_id, versi, kepada, "langkah_diserahkan")


def actors(sop: Sop, berkas: Berkas) -> tuple[str, ...]:
    """The actors of the step or the act in which a matter stands."""
    row = sop.row(berkas.langkah)
    act = next((one for one in row.tahap if one.id == berkas.tahap), None)
    return act.pelaksana if act else row.pelaksana


def partakers(sop: Sop, berkas: Berkas, bahan: str = "") -> tuple[str, ...]:
    """Everybody with a part in the step: who completes it, takes part, or does an act within.

    For a thing also those of the rows that need or make it: a scan is seldom laid down by a head.
    """
    rows = [sop.row(berkas.langkah)]
    for row in sop.rows(berkas.bagian):
        if bahan in (*row.semua_keluaran, *(one.bahan for one in row.kelengkapan)):
            rows.append(row)
    found = dict[str, None]()
    for row in rows:
        acts = (one for act in row.tahap for one in act.pelaksana)
        found |= dict.fromkeys((*row.pelaksana, *row.bersama, *acts))
    return tuple(found)


def need_part(sop: Sop, berkas: Berkas, oleh: Hadir, bahan: str = "") -> None:
    """Refuse whoever has no part in the step, or in the thing."""
    if not has_part(sop, berkas, oleh, bahan):
        raise BukanPelaksana([sop.sebutan(one) for one in partakers(sop, berkas, bahan)])


def has_part(sop: Sop, berkas: Berkas, oleh: Hadir, bahan: str = "") -> bool:
    """Whether a person has a part in the step, or in the thing."""
    held = peran_in(oleh, berkas)
    if entrusted(berkas, oleh):
        return True
    return any(sop.peran(one) in held for one in partakers(sop, berkas, bahan))


def _handed(house: House, oleh: Hadir, berkas_id: str, versi: int, kepada: str, apa: str) -> Berkas:
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, berkas_id)
        if before.versi != versi:
            raise Overtaken("berkas", berkas_id)
        need_open(before)
        given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(before.instansi, before.unit))
        sop, now = walked(tx, before).sop, house.clock.now()
        dasar = ground(house, tx, sop, before, actors(sop, before), oleh)
        whom = given.siapa
        if kepada:
            whom = _receiver(house, tx, sop, before, kepada)
        kept = before.atas_nama if whom == before.pemilik else ""
        after = replace(before, pemilik=whom, atas_nama=kept)
        tx.save(before, after)
        in_hand(tx, before, now)
        told = {"langkah": before.langkah, "kepada": whom, **dasar.told()}
        tx.note(Catatan(before.instansi, given.siapa, apa, now, before.id, told))
    return replace(after, versi=versi + 1)


def in_hand(tx: Tx, berkas: Berkas, now: datetime) -> None:
    """From now on it is touched, and waits no more; what was in hand before stays so."""
    last = max(tx.find(Jejak, berkas=berkas.id), key=lambda one: one.urut)
    if last.diambil is None:
        tx.save(last, replace(last, diambil=now))


def _receiver(house: House, tx: Tx, sop: Sop, berkas: Berkas, kepada: str) -> str:
    who = tx.get(Orang, kepada)
    held = peran_in(present(tx, who, house.clock.now()), berkas)
    names = actors(sop, berkas)
    if not who.aktif or not any(sop.peran(one) in held for one in names):
        raise BukanPenerima(who.nama, ", ".join(sop.sebutan(one) for one in names))
    return who.id
