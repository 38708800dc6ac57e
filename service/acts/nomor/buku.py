"""What every act on a number begins with: who asks, for which book, and whether it may be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.orang import izin
from service.domain.buku import KeadaanBuku, plain_seri, read_buku
from service.domain.instansi import Instansi
from service.domain.nomor import Buku, Nomor, Tulisan
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.seri import BIASA, BULANAN, TERUS, Perkara
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
    return house.books.one(id_) or _empty(house, named)


def _empty(house: House, named: Buku) -> KeadaanBuku:
    """A book that the pack has, and that gave no number yet."""
    instansi = agency(house.packs, named.instansi)
    seri = instansi.seri_for(named.seri)
    if seri is None or (named.tahun == 0) != (seri.reset == TERUS):
        raise TidakAda("Buku itu")
    if bool(named.bulan) != (seri.reset == BULANAN):
        raise TidakAda("Buku itu")
    on = date(named.tahun or 1, named.bulan or 1, 1)
    perkara = perkara_of(named.bagian, instansi, rahasia=named.rahasia)
    if instansi.buku(plain_seri(named.seri), on, perkara).bagian != named.bagian:
        raise TidakAda("Buku itu")  # of a unit or a signer that this body does not have
    first = seri.first(named.tahun)
    return KeadaanBuku(replace(named, mulai=first), first, first - 1)


def coming(house: House, state: KeadaanBuku) -> str:
    """The next number as it would be written today; nothing is taken."""
    instansi, buku = agency(house.packs, state.buku.instansi), state.buku
    seri = instansi.seri_for(buku.seri)
    if seri is None:
        return ""
    perkara = perkara_of(buku.bagian, instansi, rahasia=buku.rahasia)
    today = instansi.kalender_of(perkara.unit).tanggal(house.clock.now())
    if not buku.holds(today):
        return ""
    if perkara == BIASA and instansi.unit:
        perkara = Perkara(next((one.id for one in instansi.unit if one.open_on(today)), ""))
    isi = Tulisan(seri.pola, instansi.tetap(seri, perkara))
    return isi.written(state.terakhir + 1, max(today, state.tanggal or today))


def perkara_of(bagian: str, instansi: Instansi, *, rahasia: bool) -> Perkara:
    """The unit and the signer that a book's own part stands for."""
    parts = bagian.split("+") if bagian else []
    unit = next((one for one in parts if instansi.unit_of(one)), "")
    peran = next((one for one in parts if one != unit and instansi.peran_of(one)), "")
    return Perkara(unit, peran, rahasia=rahasia)
