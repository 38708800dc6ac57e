"""A kiriman goes to another unit together with what stands about it in the legal registers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from service.acts.baris import hitung as register_hitung
from service.acts.cari.teks import relabelled
from service.domain.catatan import Catatan
from service.domain.daftar_unit.masuk import JENIS as DAFTAR
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa
from service.ports import House, Tx

Baris = TypeVar("Baris", Permohonan, Keberatan, MasukanPublik, Sengketa)


def carried(house: House, tx: Tx, before: Kiriman, ke: str, siapa: str) -> None:
    """The kiriman and its lines belong to that unit from now on."""
    after = replace(before, unit=ke)
    tx.save(before, after)
    relabelled(house, tx, after)
    told = {"dari": before.unit, "ke": ke}
    now = house.clock.now()
    tx.note(Catatan(before.instansi, siapa, "kiriman_dipindah", now, before.id, told))
    lines_along(house, tx, after, siapa)
    if not before.unit and after.jenis in DAFTAR:
        tx.plan("daftar", after.id)  # a list that waited for somebody to say whose it is


def lines_along(house: House, tx: Tx, kiriman: Kiriman, siapa: str) -> None:
    """Its lines are where the kiriman is now, their open terms by the calendar of that unit."""
    for asked in tx.find(Permohonan, kiriman=kiriman.id):
        _moved(house, tx, asked, register_hitung.request, kiriman.unit, siapa)
    for wish in tx.find(MasukanPublik, kiriman=kiriman.id):
        _moved(house, tx, wish, _as_it_is, kiriman.unit, siapa)
    for objection in tx.find(Keberatan, kiriman=kiriman.id):
        _moved(house, tx, objection, register_hitung.objection, kiriman.unit, siapa)
        for dispute in tx.find(Sengketa, keberatan=objection.id):
            _moved(house, tx, dispute, register_hitung.dispute, kiriman.unit, siapa)


def _moved(
    house: House,
    tx: Tx,
    before: Baris,
    dated: Callable[[House, Tx, Baris], Baris],
    ke: str,
    siapa: str,
) -> None:
    if before.unit == ke:
        return
    tx.save(before, dated(house, tx, replace(before, unit=ke)))
    told = {"dari": before.unit, "ke": ke}
    now = house.clock.now()
    tx.note(Catatan(before.instansi, siapa, "register_dipindah", now, before.id, told))
    if not isinstance(before, Sengketa):
        tx.plan("lacak", before.id)


def _as_it_is(_house: House, _tx: Tx, one: MasukanPublik) -> MasukanPublik:
    return one
