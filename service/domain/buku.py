"""A book of numbers as it stands, and the months it tells of."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime

from service.domain.instansi import Instansi
from service.domain.nomor import RAHASIA, Buku


@dataclass(frozen=True)
class KeadaanBuku:
    """How far a book has come."""

    buku: Buku
    mulai: int
    terakhir: int
    tanggal: date | None = None  # the last date in it
    diambil: datetime | None = None  # when its last number was taken
    pertama: date | None = None  # the first date in it, or beside it
    terkini: date | None = None  # the last date in it, or beside it: from another register
    jumlah: dict[str, int] = field(default_factory=dict)  # by state
    tercatat: int = 0  # numbers 1, 2, 3 … that have their row

    @property
    def lubang(self) -> int:
        """How many numbers have no row."""
        return max(0, self.terakhir - self.mulai + 1 - self.tercatat)

    @property
    def rahasia(self) -> bool:
        """Whether it is kept for excluded matters."""
        return self.buku.rahasia

    def bulan(self) -> list[date]:
        """The first day of every month it tells of, in order."""
        dated = [one for one in (self.pertama, self.tanggal, self.terkini) if one]
        if not dated:
            return []
        at, found = min(dated).replace(day=1), []
        while at <= max(dated):
            found.append(at)
            at = next_month(at)
        return found


def name_of(agency: Instansi | None, buku: Buku) -> str:
    """What a book is called: its series, and the unit or signer it counts for."""
    seri = agency.seri_for(buku.seri) if agency else None
    parts = []
    for part in buku.bagian.split("+") if buku.bagian else []:
        if agency is None:
            continue
        unit, peran = agency.unit_of(part), agency.peran_of(part)
        parts.append(unit.nama if unit else peran.sebutan if peran else part)
    return ", ".join((seri.nama if seri else buku.seri, *parts))


def next_month(on: date) -> date:
    """The first day of the month after."""
    return date(on.year + on.month // 12, on.month % 12 + 1, 1)


def last_day(on: date) -> date:
    """The last day of a month."""
    return on.replace(day=monthrange(on.year, on.month)[1])


def read_buku(id_: str) -> Buku | None:
    """The book that an id names, or None: `contoh/sk@humas/2026-11`."""
    parts = id_.split("/")
    if len(parts) != 3 or not all(parts):
        return None
    instansi, seri, period = parts
    tahun, _, bulan = period.partition("-")
    if not (tahun.isascii() and tahun.isdigit() and len(tahun) in (1, 4)):
        return None
    if bulan and not (bulan.isascii() and bulan.isdigit() and 1 <= int(bulan) <= 12):
        return None
    seri, _, bagian = seri.partition("@")
    found = Buku(instansi, seri, int(tahun), bulan=int(bulan or 0), bagian=bagian)
    return found if found.id == id_ else None


def plain_seri(seri: str) -> str:
    """The series a book for excluded matters belongs to."""
    return seri.removesuffix(RAHASIA)
