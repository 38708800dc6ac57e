"""The Berita Acara Kelengkapan Nomor: a book, or a month of it, told place by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from service.acts.nomor.buku import book
from service.domain.alasan import Alasan
from service.domain.buku import KeadaanBuku, last_day
from service.domain.kelengkapan import Kelengkapan, examine
from service.domain.nomor import Nomor
from service.domain.wewenang import Hadir
from service.ports import House


@dataclass(frozen=True)
class Laporan:
    """What is told of a book for one month, or for all of it where `bulan` is None."""

    buku: KeadaanBuku
    bulan: date | None
    isi: Kelengkapan
    alasan: dict[str, str]  # the words of the reasons, by id
    nama: dict[str, str]  # what people are called, by id


def report(house: House, oleh: Hadir, id_: str, bulan: date | None) -> Laporan:
    """The places of a book that this person may see."""
    state = book(house, oleh, id_)
    isi = examined(house, state, bulan)
    return _told(house, state, bulan, isi)


def single(house: House, state: KeadaanBuku, nomor: Nomor) -> Laporan:
    """What is told of one number alone."""
    return _told(house, state, None, examine(nomor.urut, nomor.urut, [nomor]))


def _told(house: House, state: KeadaanBuku, bulan: date | None, isi: Kelengkapan) -> Laporan:
    rows = [one.nomor for one in isi.baris if one.nomor] + list(isi.luar)
    asked = {one.alasan for one in rows if one.alasan}
    with house.ledger.read() as reading:
        reasons = {id_: one.kata for id_ in sorted(asked) for one in reading.find(Alasan, id=id_)}
    people = {who for one in rows for who in (one.oleh, one.penyetuju) if who}
    return Laporan(state, bulan, isi, reasons, house.lists.nama_orang(people))


def examined(house: House, state: KeadaanBuku, bulan: date | None) -> Kelengkapan:
    """The book, or a month of it, with all that is missing or double."""
    id_ = state.buku.id
    if bulan is None:
        dari, sampai = date.min, date.max
        awal, akhir = state.mulai, state.terakhir
    else:
        dari, sampai = bulan.replace(day=1), last_day(bulan)
        awal, akhir = house.books.span(id_, dari, sampai)
    rows = house.books.rows(id_, awal, akhir) if akhir >= awal else []
    return examine(awal, akhir, [*rows, *house.books.external(id_, dari, sampai)])
