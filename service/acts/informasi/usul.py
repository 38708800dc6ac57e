"""A unit proposes a piece of information for the list."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from service.acts.informasi.baca import acting, reasoned, seen
from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.informasi import kode
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import born
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

SEKALI = 400  # rows that one question asks for


class UsulanTidakSah(Refusal):
    """A proposal that cannot be kept so."""


@dataclass(frozen=True)
class Usulan:
    """What is proposed; its id makes a second try the same piece."""

    id: str
    instansi: str
    unit: str
    kategori: str = ""
    keamanan: str = ""
    unsur: Unsur = field(default_factory=Unsur)
    pelengkap: Pelengkap = field(default_factory=Pelengkap)


def propose(house: House, oleh: Hadir, asked: Usulan) -> Informasi:
    """The piece, under a kode of its own; it may lack elements until it is verified."""
    with house.ledger.begin() as tx:
        return put_in(house, tx, oleh, [asked])[0]


def put_in(house: House, tx: Tx, oleh: Hadir, many: Sequence[Usulan]) -> list[Informasi]:
    """The same for many lines, within a transaction that may do more; sent twice they are one."""
    acts, there = acting(house, oleh), _there(tx, oleh, many)
    fresh = {one.id: one for one in many if one.id not in there}
    for instansi, unit in dict.fromkeys((one.instansi, one.unit) for one in many):
        need_place(house, tx, oleh, instansi, unit)
        ids = [one.id for one in fresh.values() if (one.instansi, one.unit) == (instansi, unit)]
        told = {"unit": unit, "banyak": str(len(ids))}
        about = ids[0] if len(ids) == 1 else ""
        if ids:
            line = Catatan(instansi, acts.siapa, "informasi_diusulkan", acts.pada, about, told)
            tx.note(line)
    rows: list[object] = []
    for one, drawn in zip(fresh.values(), codes(tx, len(fresh)), strict=True):
        made = born(_piece(one, drawn), acts)
        there[one.id] = made.informasi
        rows += (made.informasi, reasoned(house, tx, one.instansi, made.riwayat))
    tx.add_all(rows)
    return [there[one.id] for one in many]


def need_place(house: House, tx: Tx, oleh: Hadir, instansi: str, unit: str) -> None:
    """Refuse a proposal for a place that is not this person's, or that is no unit."""
    izin.need(tx, oleh, Act.FILL, izin.Tempat(instansi, unit))
    if agency(house.packs, instansi).unit_of(unit) is None:
        raise UsulanTidakSah("Pilih unit kerja dari daftar. Belum ada yang diusulkan.")


def _there(tx: Tx, oleh: Hadir, many: Sequence[Usulan]) -> dict[str, Informasi]:
    """What these forms made before."""
    if not all(is_id(one.id) for one in many):
        raise UsulanTidakSah("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")
    ids = [one.id for one in many]
    found = (one for some in _few(ids) for one in tx.find(Informasi, id=some))
    return {one.id: seen(oleh, [one]) for one in found}


def codes(tx: Tx, many: int) -> list[str]:
    """As many codes that nobody has or had."""
    drawn: set[str] = set()
    while len(drawn) < many:
        some = [
            kode.draw(secrets.token_bytes, drawn.__contains__) for _ in range(many - len(drawn))
        ]
        taken = {one.kode for few in _few(some) for one in tx.find(Informasi, kode=few)}
        drawn |= set(some) - taken
    return list(drawn)


def _few(many: list[str]) -> list[list[str]]:
    """By so many as one question may name."""
    return [many[n : n + SEKALI] for n in range(0, len(many), SEKALI)]


def _piece(asked: Usulan, drawn: str) -> Informasi:
    return Informasi(
        id=asked.id,
        instansi=asked.instansi,
        kode=drawn,
        unit=asked.unit,
        kategori=asked.kategori,
        keamanan=asked.keamanan,
        unsur=asked.unsur,
        pelengkap=asked.pelengkap,
    )
