"""A piece as an act leaves it: its row, its history, its closed files, and the public pages."""

from __future__ import annotations

from collections.abc import Iterable

from service.acts.dikecualikan.terbit_ulang import owe
from service.acts.informasi.baca import kept
from service.domain.informasi import tutupan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import Beralih
from service.domain.informasi.tutupan import Tutupan
from service.domain.refusals import Refusal
from service.ports import House, Reading, Tx

TERBANYAK = 50  # kiriman that brought the same bytes


class FileMasihTerbuka(Refusal):
    """Everybody in the office still reads the file where it came in."""

    status = 409

    def __init__(self, agenda: list[str]) -> None:
        named = ", ".join(agenda[:5])
        super().__init__(
            f"Filenya masih terbaca di kiriman yang tidak rahasia: {named}. Tandai kiriman itu "
            "rahasia dahulu. Tidak ada yang diubah."
        )


def moved(house: House, tx: Tx, before: Informasi, done: Beralih, perbuatan: str) -> Informasi:
    """The same as every act on a piece does, and what closing or opening it asks for besides."""
    after = kept(house, tx, before, done, perbuatan)
    shut(house, tx, after)
    owe(tx, after.instansi)
    return after


def shut(house: House, tx: Tx, one: Informasi) -> None:
    """The files of a piece are closed as long as the piece is, and only so long."""
    now = house.clock.now()
    there = {row.id: row for row in tx.find(Tutupan, informasi=one.id)}
    asked = {row.id: row for row in tutupan.closed(one, now)}
    for id_, fresh in asked.items():
        if id_ not in there:
            tx.add(fresh)
        elif there[id_].dibuka:
            tx.save(there[id_], tutupan.shut_again(there[id_], now))
    for id_, row in there.items():
        if id_ not in asked and row.dibuka is None:
            tx.save(row, tutupan.reopened(row, now))


def need_shut(reading: Reading, one: Informasi) -> None:
    """Refuse to withhold what lies open in the office by another way."""
    need_closed(reading, tutupan.files(one), one.instansi)


def need_closed(reading: Reading, files: Iterable[str], instansi: str) -> None:
    """Refuse where one of these files came in a kiriman that the office reads."""
    came = [
        kiriman
        for sidik in files
        for kiriman in reading.brought(sidik, instansi, TERBANYAK)
        if not kiriman.rahasia
    ]
    if came:
        raise FileMasihTerbuka([kiriman.nomor_agenda or kiriman.id for kiriman in came])
