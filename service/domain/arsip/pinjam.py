"""The loan card of a paper: who has it, until when, and that it came back whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from service.domain.arsip.arsip import Arsip, need_here
from service.domain.fisik import KONDISI
from service.domain.refusals import Refusal

TERLAMA = 30  # days of one loan; it may be lengthened, each time on the card


class PinjamanTidakSah(Refusal):
    """A loan that cannot be, or not so."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


@dataclass(frozen=True)
class Pinjaman:
    """One line of the card; the row stays when the paper is back."""

    id: str
    arsip: str
    peminjam: str  # the person of the house who answers for it
    keperluan: str  # id of what it is for, as it was written
    dipinjam: datetime
    kembali_sebelum: date
    diserahkan_oleh: str
    kembali: datetime | None = None
    diterima_oleh: str = ""
    kondisi: str = ""  # in which it came back
    perpanjangan: int = 0
    versi: int = 1


def lent(one: Pinjaman, arsip: Arsip, card: Iterable[Pinjaman], today: date) -> Pinjaman:
    """A new line of the card, or why the paper is not given."""
    need_here(arsip)
    if not arsip.tempat:
        raise PinjamanTidakSah("Arsip ini belum mempunyai tempat simpan kertas.")
    if any(x.kembali is None for x in card):
        raise PinjamanTidakSah("Kertas arsip ini sedang dipinjam.")
    _need_term(one.kembali_sebelum, today)
    return one


def lengthened(one: Pinjaman, sampai: date, today: date) -> Pinjaman:
    """Kept longer, by whoever keeps the archive."""
    _need_out(one)
    _need_term(sampai, today)
    if sampai <= one.kembali_sebelum:
        raise PinjamanTidakSah("Tanggal baru harus sesudah tanggal kembali yang sekarang.")
    return replace(one, kembali_sebelum=sampai, perpanjangan=one.perpanjangan + 1)


def returned(one: Pinjaman, siapa: str, kondisi: str, now: datetime) -> Pinjaman:
    """Back in its place; received by another than the one who had it."""
    _need_out(one)
    if siapa == one.peminjam:
        raise PinjamanTidakSah("Kertasnya diterima kembali oleh orang lain, bukan peminjamnya.")
    if kondisi not in KONDISI:
        raise PinjamanTidakSah("Pilih kondisi kertas ketika kembali.")
    return replace(one, kembali=now, diterima_oleh=siapa, kondisi=kondisi)


def late(one: Pinjaman, today: date) -> int:
    """By how many days it is late; 0 while it is not."""
    return max(0, (today - one.kembali_sebelum).days) if one.kembali is None else 0


def _need_out(one: Pinjaman) -> None:
    if one.kembali:
        raise PinjamanTidakSah("Kertas ini sudah kembali.")


def _need_term(sampai: date, today: date) -> None:
    if not today <= sampai <= today + timedelta(days=TERLAMA):
        raise PinjamanTidakSah(f"Tanggal kembali paling lama {TERLAMA} hari dari hari ini.")
