"""What every act on a number begins with: who asks, for which book, and whether it may be seen."""

from __future__ import annotations

from service.acts import izin
from service.domain.buku import KeadaanBuku, read_buku
from service.domain.nomor import Buku, Nomor
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


class PerluAlasanNomor(Refusal):
    """What a book is asked to explain for years needs words."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasannya, sedikitnya satu kalimat. Tidak ada yang diubah; alasan itu berdiri "
            "di buku nomor dan di jurnal."
        )


def reasoned(alasan: str) -> str:
    """The reason, or PerluAlasanNomor."""
    kata = alasan.strip()
    if len(kata) < 5:
        raise PerluAlasanNomor
    return kata


def visible(oleh: Hadir, buku: Buku) -> None:
    """Ask that the book may be seen at all; TidakAda sounds like no such book."""
    if not oleh.sees(buku.instansi, rahasia=buku.rahasia):
        raise TidakAda("Buku itu")


def need(
    reading: Reading, oleh: Hadir, buku: Buku, penyiap: tuple[str, ...] = (), alasan: str = ""
) -> izin.Izin:
    """The leave to touch a book, with the second pair of eyes where somebody prepared."""
    visible(oleh, buku)
    return izin.need(reading, oleh, Act.NUMBER, izin.Tempat(buku.instansi, "", penyiap), alasan)


def book_of(nomor: Nomor) -> Buku:
    """The book a number stands in."""
    found = read_buku(nomor.buku)
    if found is None:
        raise TidakAda("Buku itu")
    return found


def still(reading: Reading, nomor_id: str, versi: int, oleh: Hadir) -> Nomor:
    """The number as the person saw it; Overtaken where it has moved on."""
    found = reading.get(Nomor, nomor_id)
    visible(oleh, book_of(found))
    if found.versi != versi:
        raise Overtaken("nomor", nomor_id)
    return found


def books(house: House, oleh: Hadir, instansi: str) -> list[KeadaanBuku]:
    """The books of an instansi that this person may see."""
    return [
        one
        for one in house.books.all(instansi)
        if oleh.sees(one.buku.instansi, rahasia=one.rahasia)
    ]


def book(house: House, oleh: Hadir, id_: str) -> KeadaanBuku:
    """One book by its id, or TidakAda."""
    named = read_buku(id_)
    if named is None:
        raise TidakAda("Buku itu")
    visible(oleh, named)
    found = house.books.one(id_)
    if found is None:
        raise TidakAda("Buku itu")
    return found
